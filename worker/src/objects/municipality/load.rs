//! Loading: an operator's file makes or updates the municipality, whole or not at all.

use serde::{Deserialize, Serialize};
use shared::{
    ids::Slug,
    wire::operator::{LoadReceipt, MunicipalityFile, PartnerWithoutHandler},
};

use super::{areas, cases, polls};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        area_care,
        audit::{self, Doer},
        case_list,
        job::{self, JobKind},
        municipality, object, official, rule_set, session, site,
    },
};

#[derive(Debug, Serialize, Deserialize)]
pub struct Load {
    pub slug: Slug,
    pub file: Box<MunicipalityFile>,
}

impl Operation for Load {
    type Reply = LoadReceipt;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "load";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<LoadReceipt, Refusal> {
        let Self { slug, file } = self;
        let faults = file.faults(&slug);
        if !faults.is_empty() {
            return Err(faults.into());
        }
        let (sql, now) = (context.sql, context.now);
        let created = municipality::settings(sql)?.is_none();
        municipality::put_settings(sql, &file.settings, now)?;
        site::put_file(sql, &file.settings.sites, now)?;
        municipality::put_areas(sql, &file.areas, now)?;
        area_care::note_file(sql, now)?;
        municipality::put_topics(sql, &file.topics, now)?;
        municipality::put_partners(sql, &file.partners, now)?;
        official::put(sql, &file.officials, now)?;
        let rules_kept = put_rules(context, &file)?;
        session::end_inactive(sql)?;

        let empty = polls::is_empty(context)? && cases::is_empty(context)?;
        let sample = file.sample.filter(|_| empty);
        if let Some(sample) = &sample {
            polls::load_sample(context, &sample.polls)?;
            cases::load_sample(context, &sample.cases)?;
            areas::load_sample(context, sample)?;
        }

        audit::record(context, &Doer::Operator, "municipality.load", slug.as_str())?;
        job::schedule(context.sql, JobKind::Tidy, "", context.now.plus_milliseconds(super::jobs::TIDY_EVERY))?;
        object::public_changed(context.sql)?;
        super::partners::watch(context)?;
        let partners_without_handler = without_handler(context)?;
        Ok(LoadReceipt { slug, created, sample_taken: sample.is_some(), rules_kept, partners_without_handler })
    }
}

/// Takes the file's rules, unless somebody has changed the set in force in the admin view: what people have tried out
/// and put in force is not overwritten by a file from before. Whether they were left as they are.
fn put_rules(context: &Context<'_>, file: &MunicipalityFile) -> Result<bool, Refusal> {
    let (sql, now) = (context.sql, context.now);
    let differs = municipality::rules(sql)?.0 != file.rules;
    let edited = rule_set::newest(sql)?.is_some_and(|set| set.author.is_some());
    if differs && (file.replace_rules || !edited) {
        rule_set::save(sql, &file.rules, None, None, now)?;
    }
    Ok(differs && edited && !file.replace_rules)
}

/// Partners of now that nobody handles cases for, and former ones that still have some.
fn without_handler(context: &Context<'_>) -> Result<Vec<PartnerWithoutHandler>, Refusal> {
    let mut open = case_list::open_by_owner(context.sql)?;
    let mut found = Vec::new();
    for availability in cases::availability(context)? {
        let id = availability.partner.id;
        let open_cases = open.remove(&id).unwrap_or_default();
        if !availability.has_active_official {
            found.push(PartnerWithoutHandler { partner_id: id, open_cases });
        }
    }
    // What is left belongs to partners that the file does not name.
    found.extend(open.into_iter().map(|(partner_id, open_cases)| PartnerWithoutHandler { partner_id, open_cases }));
    Ok(found)
}
