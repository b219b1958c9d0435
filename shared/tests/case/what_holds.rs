//! What holds of helping, of support in public, of tasks, of neighbourhood watch and of how a case ends, after every command.

use proptest::prelude::*;
use shared::actor::{Actor, Role};
use shared::case::{Case, Command, Decision, Event, MOST_TASKS, NewAgreements, Outcome, State, TaskAct, TaskDoer};
use shared::ids::PartnerId;
use shared::notification::Recipient;
use shared::proposal::ProposalKind;

use crate::town::{File, coordinator, handler, partner};

/// Who helps, and days that others have a say in.
pub(super) fn check_help(before: &Case, file: &File, actor: &Actor, decision: &Decision) -> Result<(), TestCaseError> {
    let after = &file.case;
    // Who helps was asked and said yes, or stood in the rule; the owner never helps itself.
    let accepted = |id: &PartnerId| {
        decision.events.iter().any(|event| matches!(event, Event::SupportAccepted { partner } if partner == id))
    };
    for helper in &after.supporting {
        prop_assert_ne!(helper, after.owner());
        prop_assert!(before.supporting.contains(helper) || accepted(helper));
    }
    if let (Some(open), Some(asked)) = (after.open(), before.open()) {
        let unanswered = open.support_asked.iter().filter(|one| asked.support_asked.contains(one));
        for one in unanswered {
            prop_assert!(!after.supporting.contains(one) && one != after.owner());
        }
    }
    // A date is confirmed by who carries it out, or noted for them; nothing is promised before that.
    for event in &decision.events {
        if let Event::DateConfirmed { partner: by, .. } = event {
            let theirs = actor.partner() == Some(by) || actor.role() == Some(Role::Coordinator);
            prop_assert!(theirs, "{actor:?} confirmed for {by}");
        }
        if let Event::Concluded { outcome: Outcome::WillBeDone { on }, .. } = event {
            let plan = before.open().and_then(|open| open.plan.as_ref());
            prop_assert!(plan.is_none_or(|plan| plan.confirmed && plan.on == *on));
            let last = file.events.iter().rev().find_map(|one| match one.event {
                Event::DateProposed { .. } | Event::ReopeningAsked { .. } | Event::Unmerged { .. } => Some(true),
                Event::DateDeclined { .. } => Some(false),
                _ => None,
            });
            prop_assert!(last.unwrap_or(true), "the last answer about a day was no");
        }
        let concludes = matches!(event, Event::Concluded { .. } | Event::Updated { .. } | Event::PromiseSet { .. });
        let helps =
            actor.partner().is_some_and(|partner| partner != before.owner()) && actor.role() != Some(Role::Coordinator);
        let takes_over = decision.events.iter().any(|event| matches!(event, Event::OwnerChanged { .. }));
        prop_assert!(!(concludes && helps) || takes_over, "who helps does not speak for the owner");
    }
    Ok(())
}

/// Neighbourhood watch is public with agreements only, and each contact is asked for once.
pub(super) fn check_watch(before: &Case, file: &File, decision: &Decision) -> Result<(), TestCaseError> {
    let after = &file.case;
    prop_assert!(!after.is_public() || !after.is_watch() || after.agreements().is_some());
    let due = decision.events.iter().filter(|event| matches!(event, Event::ContactDue)).count();
    prop_assert!(due <= 1 && (due == 0 || before.contact_due().is_none()));
    if let Some((since, _)) = after.contact_due() {
        let goes_on = Some(Outcome::Realised) == after.outcome()
            || Some(Outcome::TakenUpByResidents) == after.outcome()
            || matches!(after.outcome(), Some(Outcome::WillBeDone { .. }));
        prop_assert!(goes_on && since <= file.town.now.dutch_date());
    }
    Ok(())
}

/// Nobody is said to support what they did not say of, and saying so moves nothing else.
pub(super) fn check_backing(before: &Case, file: &File, actor: &Actor) -> Result<(), TestCaseError> {
    let after = &file.case;
    for partner in after.backing.iter().filter(|partner| !before.backing.contains(partner)) {
        prop_assert!(before.is_public() && !before.is_held());
        let speaks = match actor {
            Actor::Official { partner: own, role, .. } => {
                *role == Role::Coordinator || own == partner && *role == Role::Handler
            }
            Actor::Mailed { partner: own } => own == partner,
            _ => false,
        };
        prop_assert!(speaks, "{actor:?} spoke for {partner}");
    }
    if after.backing != before.backing {
        prop_assert_eq!(after.owner(), before.owner());
        prop_assert_eq!(after.promise(), before.promise());
        prop_assert_eq!(&after.supporting, &before.supporting);
    }
    Ok(())
}

/// Nobody can be asked who did not say so themselves, of what did not work out, or of what not everybody sees.
pub(super) fn check_experience(
    before: &Case,
    file: &File,
    actor: &Actor,
    decision: &Decision,
) -> Result<(), TestCaseError> {
    let after = &file.case;
    prop_assert!(!after.shares_experience() || after.has_experience());
    let said = decision.events.contains(&Event::ExperienceShared);
    prop_assert_eq!(said, !before.shares_experience() && after.shares_experience());
    prop_assert!(!said || (*actor == Actor::Resident && before.has_experience()));
    prop_assert!(!decision.events.contains(&Event::ExperienceWithdrawn) || !after.shares_experience());
    Ok(())
}

pub(super) fn check_end(before: &Case, file: &File, decision: &Decision) -> Result<(), TestCaseError> {
    let after = &file.case;
    // Who helps hears of the end, unless it was held and nobody has seen it.
    let ended = before.open().is_some() && after.open().is_none() && before.asked_again().is_none();
    if ended && !before.is_held() {
        for helper in before.concerned() {
            let told = Recipient::Partner { id: helper.clone() };
            prop_assert!(decision.notifications.iter().any(|one| one.to == told), "{helper} was not told");
        }
    }
    // What has ended stays ended, unless the resident asks, or the case in which it went on is withdrawn; and then
    // nothing else happens before that is decided.
    let opens = |event: &Event| matches!(event, Event::ReopeningAsked { .. } | Event::Unmerged { .. });
    let asked = decision.events.iter().any(opens);
    prop_assert!(before.open().is_some() || after.open().is_none() || asked);
    let decides = |event: &Event| {
        matches!(event, Event::Reopened { .. } | Event::ReopeningRefused { .. } | Event::Unmerged { .. })
    };
    if before.asked_again().is_some() && !decision.events.iter().any(decides) {
        prop_assert!(after.asked_again().is_some() || matches!(after.state, State::Withdrawn(_)));
        prop_assert_eq!(after.owner(), before.owner());
    }
    Ok(())
}

impl File {
    /// Public, and supported by a partner that has nothing else to do with it.
    pub(crate) fn is_supported(&mut self) {
        if self.case.is_held() {
            self.act(Command::ReleaseReview, &coordinator()).unwrap();
        }
        self.act(Command::Publish { accuses: false }, &coordinator()).unwrap();
        self.act(Command::ShowBacking { partner: partner("police") }, &handler("police")).unwrap();
    }

    /// Public, done, and others may ask how.
    pub(crate) fn has_worked_out(&mut self) {
        if self.case.is_held() {
            self.act(Command::ReleaseReview, &coordinator()).unwrap();
        }
        self.act(Command::Publish { accuses: false }, &coordinator()).unwrap();
        let text = self.conclusion("De lamp hangt er.");
        self.act(Command::Conclude { outcome: Outcome::Realised, text }, &coordinator()).unwrap();
        self.act(Command::ShareExperience { reachable: true }, &Actor::Resident).unwrap();
    }

    /// Neighbourhood watch that has been concluded, with agreements.
    pub(crate) fn goes_on_as_watch(&mut self) {
        if self.case.is_held() {
            self.act(Command::ReleaseReview, &coordinator()).unwrap();
        }
        let kind = ProposalKind::NeighbourhoodWatch;
        self.act(Command::SetKind { kind }, &coordinator()).unwrap();
        let (contact, reach) = (self.words("Team Wijken"), self.words("14 036"));
        let new = NewAgreements { official: None, contact, reach, own: None };
        self.act(Command::RecordAgreements(new), &coordinator()).unwrap();
        let text = self.conclusion("U loopt vanaf nu samen.");
        self.act(Command::Conclude { outcome: Outcome::TakenUpByResidents, text }, &coordinator()).unwrap();
    }
}

/// Who does what: nobody is given what they never heard of, and who has to do something is told.
pub(super) fn check_tasks(before: &Case, file: &File, actor: &Actor, decision: &Decision) -> Result<(), TestCaseError> {
    let after = &file.case;
    prop_assert!(after.open_tasks().count() <= MOST_TASKS);
    for task in &after.tasks {
        prop_assert!(file.texts.iter().any(|text| text.id == task.id));
        if let TaskDoer::Partner { partner } = &task.doer {
            prop_assert!(after.supporting.contains(partner), "{partner} does not help");
        }
    }
    for task in after.open_tasks().filter(|task| !before.tasks.contains(task)) {
        let told = |to: &Recipient| decision.notifications.iter().any(|one| &one.to == to);
        let taken_over = before.owner() != after.owner();
        match after.doing_partner(task) {
            // A resident gives a partner paper and nothing else.
            Some(by) if actor.partner() != Some(by) && !taken_over => {
                let to = if before.is_held() { Recipient::Coordinators } else { Recipient::Partner { id: by.clone() } };
                let hidden = before.is_held() && by != after.owner();
                prop_assert!(told(&to) || hidden, "{by} was not told");
                prop_assert!(*actor != Actor::Resident || task.kind.is_paperwork());
            }
            _ => prop_assert!(taken_over || *actor == Actor::Resident || told(&Recipient::Resident)),
        }
        if let TaskDoer::Pledger { .. } = task.doer {
            let was = before.tasks.iter().find(|one| one.id == task.id).map(|one| &one.doer);
            prop_assert!(*actor == Actor::Resident || was == Some(&task.doer), "officials know no offers");
        }
    }
    // What somebody may do is what they can do.
    for event in &decision.events {
        let (id, act) = match event {
            Event::TaskChanged { task, .. } if *actor != Actor::System => (task, TaskAct::Change),
            Event::TaskDone { task } => (task, TaskAct::Finish),
            Event::TaskDropped { task } => (task, TaskAct::Drop),
            _ => continue,
        };
        let task = before.tasks.iter().find(|task| &task.id == id).unwrap();
        prop_assert!(before.task_acts(task, actor).contains(&act));
    }
    Ok(())
}
