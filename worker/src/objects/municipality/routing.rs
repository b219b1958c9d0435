//! The rules that send proposals on: reading them, trying a set out, and putting one in force.
//!
//! A set names the version it was made on, so that nobody overwrites what they have not seen; every set stays, and a
//! case keeps the number of the one that sent it on.

use serde::{Deserialize, Serialize};
use shared::{
    fault::{Fault, FaultCode},
    routing::{self, Rule},
    wire::routing::{RuleSetRequest, RuleSetSummary, RuleSetView, TrialView},
};

use super::{
    cases::{RouteTable, Scene},
    sessions::SignedInOfficial,
};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    store::{
        audit::{self, Doer},
        case,
        municipality::{self, Which},
        object, official,
        rule_set::{self, SavedSet},
    },
};

/// The most rules of one set: more nobody oversees, and a request holds no more.
const MAX_RULES: usize = 300;

/// Reads a set with what is odd about it; the one in force when no version is named.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadRules {
    pub version: Option<u32>,
}

impl Operation for ReadRules {
    type Reply = RuleSetView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-rules";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<RuleSetView, Refusal> {
        view(context, self.version)
    }
}

/// Says what a set would change for the newest cases. Stores nothing.
#[derive(Debug, Serialize, Deserialize)]
pub struct TryRules {
    pub rules: Vec<Rule>,
}

impl Operation for TryRules {
    type Reply = TrialView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "try-rules";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<TrialView, Refusal> {
        check(context, &self.rules)?;
        let (scene, table) = (Scene::read(context)?, RouteTable::read(context)?);
        let today = context.now.dutch_date();
        let now = table.routes(&scene);
        let proposed = routing::Routes { rules: &self.rules, ..now };
        let trial = now.try_out(&proposed, case::newest_facts(context.sql)?, today);
        Ok(TrialView { trial, findings: proposed.findings(today) })
    }
}

/// Puts a set in force. Sent twice, it is saved once.
#[derive(Debug, Serialize, Deserialize)]
pub struct SaveRules {
    pub official: SignedInOfficial,
    pub request: RuleSetRequest,
}

impl Operation for SaveRules {
    type Reply = RuleSetView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "save-rules";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<RuleSetView, Refusal> {
        let Self { official, request: RuleSetRequest { version, rules, taken_from } } = self;
        check(context, &rules)?;
        let newest = rule_set::newest(context.sql)?.ok_or(Refusal::NotFound)?;
        let same = municipality::rules(context.sql)?.0 == rules;
        let repeated = newest.version == version.saturating_add(1) && newest.author.as_ref() == Some(&official.id);
        if same && (newest.version == version || repeated) {
            return view(context, None);
        }
        if newest.version != version {
            return Err(Refusal::conflict(Code::VersionPassed));
        }
        if let Some(taken_from) = taken_from
            && rule_set::find(context.sql, taken_from)?.is_none()
        {
            return Err(Refusal::invalid("takenFrom", FaultCode::Unknown));
        }
        rule_set::save(context.sql, &rules, Some(&official.id), taken_from, context.now)?;
        audit::record(
            context,
            &Doer::Official(&official.id),
            "rules.save",
            &format!("rules:{}", version.saturating_add(1)),
        )?;
        object::public_changed(context.sql)?;
        view(context, None)
    }
}

/// Refuses a set that leaves something unmatched or names what is not there.
fn check(context: &Context<'_>, rules: &[Rule]) -> Result<(), Refusal> {
    if rules.len() > MAX_RULES {
        return Err(Refusal::invalid("rules", FaultCode::TooMany { max: MAX_RULES }));
    }
    let topics = municipality::topics(context.sql, Which::Current)?;
    let areas = municipality::areas(context.sql, Which::Current)?;
    let partners = municipality::partners(context.sql, Which::Current)?;
    let mut faults: Vec<Fault> = routing::check(rules, &topics, &areas, &partners).err().unwrap_or_default();
    // The operator's file may promise an answer on the day itself; on the screen a term has at least one day.
    for (place, rule) in rules.iter().enumerate() {
        if rule.answer_days == 0 {
            let max = routing::MAX_ANSWER_DAYS.into();
            faults.push(Fault::new(format!("rules.{place}.answerDays"), FaultCode::OutOfRange { min: 1, max }));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.into()) }
}

fn view(context: &Context<'_>, version: Option<u32>) -> Result<RuleSetView, Refusal> {
    let newest = rule_set::newest(context.sql)?.ok_or(Refusal::NotFound)?;
    let (set, rules) = rule_set::find(context.sql, version.unwrap_or(newest.version))?.ok_or(Refusal::NotFound)?;
    let (scene, table) = (Scene::read(context)?, RouteTable::read(context)?);
    let routes = routing::Routes { rules: &rules, ..table.routes(&scene) };
    let findings = routes.findings(context.now.dutch_date());
    let officials = official::all(context.sql, Which::All)?;
    let summary = |set: SavedSet| RuleSetSummary {
        version: set.version,
        saved_at: set.saved_at,
        author: set.author.map(|id| {
            let found = officials.iter().find(|official| official.id == id);
            found.map_or_else(|| id.to_string(), |official| official.name.clone())
        }),
        taken_from: set.taken_from,
    };
    Ok(RuleSetView {
        set: summary(set),
        findings,
        in_force: newest.version,
        history: rule_set::history(context.sql)?.into_iter().map(summary).collect(),
        rules,
    })
}

#[cfg(test)]
mod tests;
