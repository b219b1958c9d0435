//! Cases: from receipt to conclusion.
//!
//! Every rule is in `shared::case`; here a decision is stored whole: texts, events, the row for lists, the messages
//! it calls for and the moment to look again. All of it in the transaction of the operation.

mod answering;
mod backing;
mod ending;
mod erasing;
mod experience;
mod finding;
mod followed;
mod handle;
mod helping;
mod letters;
pub mod mailed;
mod moderating;
mod names;
mod pledge_threat;
mod pledges;
mod public;
mod sample;
mod submit;
mod tasks;
mod timeline;
mod translating;
mod watch;

use shared::{
    absence::Staff,
    actor::Actor,
    case::{self, Case, Decision, Recorded},
    ids::{CaseId, HandoverId, PartnerId, TextId},
    notification,
    promise::Calendar,
    routing::{PartnerAvailability, Routes},
    settings::Settings,
    time::Instant,
};

pub use backing::{BackInitiative, ListBackable};
pub use experience::{ShareExperience, experienced, forget_contact};
pub use finding::{ListCases, ReadOverview, SearchCases, index_missing, new_in};
pub use followed::{AnswerQuestion, ChangeContact, RateConclusion, ReadFollowed, ReportThreat, WithdrawProposal};
pub use handle::{ActOnCase, CaseAct, ReadCase};
pub use helping::HelpAct;
pub use letters::{
    Reader, case_number, closing, code_letter, letter, masked, masked_address, office_letter, overview_letter,
    partner_letter,
};
pub use pledge_threat::ReportThreatAsPledger;
pub use pledges::{ActAsPledger, ActOnPledge, MakePledge, ReadPledge, masked_pledger};
pub use public::{PublicCases, PublicInitiative, public};
pub use sample::load_sample;
pub use submit::{EnterProposal, SubmitProposal};
pub use tasks::{AddOwnTask, ListTasks, MoveOwnTask, MovePledgedTask, OfficialTaskAct};
pub use watch::{ListContactTasks, WatchAct, reduced_to_contact};

use super::webhooks;
use crate::{
    operation::Context,
    refusal::{Code, Refusal},
    store::{
        case as cases,
        job::{self, JobKind},
        municipality::{self, Which},
        object, official,
        outbox::{self, Subject},
        partner_care,
    },
};

/// Whether there is no case yet, so that a sample may be taken.
pub fn is_empty(context: &mut Context<'_>) -> Result<bool, Refusal> {
    Ok(cases::is_empty(context.sql)?)
}

/// What decisions depend on beside the case: read once for an operation.
pub(super) struct Scene {
    settings: Settings,
    partners: Vec<PartnerAvailability>,
    coordinating: PartnerId,
}

impl Scene {
    pub(super) fn read(context: &Context<'_>) -> Result<Self, Refusal> {
        let partners = availability(context)?;
        let coordinating = partners.iter().find(|candidate| candidate.partner.coordinating);
        let coordinating = coordinating.ok_or_else(|| Refusal::fault("no partner coordinates"))?.partner.id.clone();
        Ok(Self { settings: super::settings(context)?, partners, coordinating })
    }

    fn at(&self, now: Instant) -> case::Context<'_> {
        case::Context {
            now,
            calendar: Calendar::new(&self.settings.own_free_days),
            terms: &self.settings.terms,
            partners: &self.partners,
            coordinating: &self.coordinating,
        }
    }
}

/// Every current partner, and whether somebody there may take up a case: an official at work, or whoever reads the
/// mailbox of a partner that works from mail.
pub(super) fn availability(context: &Context<'_>) -> Result<Vec<PartnerAvailability>, Refusal> {
    let officials = official::all(context.sql, Which::Current)?;
    let absences = partner_care::absences(context.sql)?;
    let staff = Staff { officials: &officials, absences: &absences };
    let today = context.now.dutch_date();
    let by_mail = partner_care::by_mail(context.sql)?;
    let handles = |id: &PartnerId| by_mail.contains(id) || !staff.at_work(id, today).is_empty();
    let partners = municipality::partners(context.sql, Which::Current)?;
    Ok(partners
        .into_iter()
        .map(|partner| PartnerAvailability { has_active_official: handles(&partner.id), partner })
        .collect())
}

/// Where proposals go now.
pub(super) struct RouteTable {
    rules: Vec<shared::routing::Rule>,
    version: u32,
    topics: Vec<shared::topic::Topic>,
    areas: Vec<shared::area::Area>,
}

impl RouteTable {
    pub(super) fn read(context: &Context<'_>) -> Result<Self, Refusal> {
        let (rules, version) = municipality::rules(context.sql)?;
        Ok(Self {
            rules,
            version: u32::try_from(version).unwrap_or(u32::MAX),
            topics: municipality::topics(context.sql, Which::Current)?,
            areas: municipality::areas(context.sql, Which::Current)?,
        })
    }

    pub(super) fn routes<'a>(&'a self, scene: &'a Scene) -> Routes<'a> {
        Routes {
            rules: &self.rules,
            rules_version: self.version,
            topics: &self.topics,
            areas: &self.areas,
            partners: &scene.partners,
            coordinating: &scene.coordinating,
        }
    }
}

/// A case with its history.
struct File {
    id: CaseId,
    case: Case,
    events: Vec<Recorded>,
}

impl File {
    /// Reads a case; `NotFound` when there is none.
    fn read(context: &Context<'_>, id: &CaseId) -> Result<Self, Refusal> {
        let events = cases::events(context.sql, id)?;
        if events.is_empty() {
            return Err(Refusal::NotFound);
        }
        let case = Case::replay(&events).map_err(|error| Refusal::fault(format!("case {id}: {error}")))?;
        Ok(Self { id: id.clone(), case, events })
    }

    /// Refuses when the case has changed since this version of it was shown.
    fn check_version(&self, version: u64) -> Result<(), Refusal> {
        if self.case.version == version { Ok(()) } else { Err(Refusal::conflict(Code::CaseChanged)) }
    }
}

/// The texts as everybody but the resident and the coordinators reads them: what was rewritten stands in the place of
/// the original.
fn shown_texts(context: &Context<'_>, file: &File) -> Result<timeline::Texts, Refusal> {
    let mut texts = cases::texts(context.sql, &file.id)?;
    for (original, with) in &file.case.redacted {
        match texts.get(with).cloned() {
            Some(words) => texts.insert(original.clone(), words),
            None => texts.remove(original),
        };
    }
    Ok(texts)
}

/// Whether messages go out. Those of a sample tell of what never happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Messages {
    Send,
    Keep,
}

/// Stores the first decision of a new case.
fn store_new(
    context: &mut Context<'_>,
    scene: &Scene,
    decision: Decision,
    actor: &Actor,
    messages: Messages,
) -> Result<File, Refusal> {
    let id = CaseId::from_random(context.random.id());
    let events = record(&decision, actor, context.now);
    let case = Case::replay(&events).map_err(|error| Refusal::fault(error.to_string()))?;
    cases::insert(context.sql, &id, &case)?;
    let mut file = File { id, case, events: Vec::new() };
    let happened = decision.events.clone();
    store_rest(context, scene, &mut file, events, decision, messages)?;
    if messages == Messages::Send {
        webhooks::tell_of_case(context, &file.id, [None, Some(&file.case)], &happened)?;
    }
    Ok(file)
}

/// Stores a later decision. Nothing is written when nothing happened.
fn store(
    context: &mut Context<'_>,
    scene: &Scene,
    file: &mut File,
    decision: Decision,
    actor: &Actor,
    messages: Messages,
) -> Result<(), Refusal> {
    let events = record(&decision, actor, context.now);
    let (version, was_public) = (file.case.version, file.case.is_public());
    let before = file.case.clone();
    for recorded in &events {
        let next = file.case.clone().apply(recorded);
        file.case = next.map_err(|error| Refusal::fault(format!("case {}: {error}", file.id)))?;
    }
    if events.is_empty() {
        return schedule(context, scene, file);
    }
    cases::update(context.sql, &file.id, &file.case, version)?;
    if was_public || file.case.is_public() {
        object::public_changed(context.sql)?;
    }
    let happened = decision.events.clone();
    store_rest(context, scene, file, events, decision, messages)?;
    if messages == Messages::Send {
        ending::tell_followers(context, scene, file, &happened)?;
        tasks::tell_pledgers(context, [&before, &file.case], &happened, actor)?;
        webhooks::tell_of_case(context, &file.id, [Some(&before), Some(&file.case)], &happened)?;
    }
    experience::ended(context, &file.id, [&before, &file.case])
}

fn record(decision: &Decision, actor: &Actor, now: Instant) -> Vec<Recorded> {
    let recorded = |event: &case::Event| Recorded { at: now, by: actor.clone(), event: event.clone() };
    decision.events.iter().map(recorded).collect()
}

/// Texts, events, messages, and when to look again.
fn store_rest(
    context: &mut Context<'_>,
    scene: &Scene,
    file: &mut File,
    events: Vec<Recorded>,
    decision: Decision,
    messages: Messages,
) -> Result<(), Refusal> {
    for text in &decision.texts {
        cases::put_text(context.sql, &file.id, text, context.now)?;
    }
    for text in &decision.erased {
        cases::erase_text(context.sql, &file.id, text)?;
    }
    for (recorded, number) in events.iter().zip(1_u64..) {
        let number = u64::try_from(file.events.len()).unwrap_or(u64::MAX).saturating_add(number);
        cases::append(context.sql, &file.id, number, recorded)?;
    }
    file.events.extend(events);
    finding::index(context, file)?;
    if messages == Messages::Send {
        for message in decision.notifications {
            send(context, &file.id, message)?;
        }
    }
    schedule(context, scene, file)
}

fn send(context: &mut Context<'_>, id: &CaseId, message: notification::Notification) -> Result<(), Refusal> {
    let recipient = match message.to {
        notification::Recipient::Resident => outbox::Recipient::Resident { case_id: id.clone() },
        notification::Recipient::Partner { id } => outbox::Recipient::Partner { id },
        notification::Recipient::Coordinators => outbox::Recipient::Coordinators,
    };
    outbox::put(context, message.kind, &recipient, &Subject::Case { id: id.clone() })
}

/// One timer for each case: when something happens by itself next.
fn schedule(context: &Context<'_>, scene: &Scene, file: &File) -> Result<(), Refusal> {
    let key = file.id.as_str();
    match file.case.due_at(Calendar::new(&scene.settings.own_free_days)) {
        Some(due_at) => job::schedule(context.sql, JobKind::CaseClock, key, due_at)?,
        None => job::cancel(context.sql, JobKind::CaseClock, key)?,
    }
    Ok(())
}

/// The timer's handler: whatever is due by now happens. Doing it twice does nothing the second time.
pub fn pass_time(context: &mut Context<'_>, key: &str) -> Result<(), Refusal> {
    let id = CaseId::parse(key).map_err(|error| Refusal::fault(error.to_string()))?;
    let scene = Scene::read(context)?;
    let mut file = File::read(context, &id)?;
    let decision = file.case.decide(case::Command::PassTime, &Actor::System, &scene.at(context.now))?;
    store(context, &scene, &mut file, decision, &Actor::System, Messages::Send)
}

/// Something that somebody wrote, cleaned and within the limit, with a new id.
fn written(
    context: &mut Context<'_>,
    field: &str,
    limit: shared::text::Limit,
    raw: &str,
) -> Result<case::Written, Refusal> {
    let words = limit.read_required(raw).map_err(|code| Refusal::invalid(field, code))?;
    Ok(case::Written { id: TextId::from_random(context.random.id()), words })
}

fn new_handover(context: &mut Context<'_>) -> HandoverId {
    HandoverId::from_random(context.random.id())
}

impl From<case::Refusal> for Refusal {
    fn from(refusal: case::Refusal) -> Self {
        match refusal {
            case::Refusal::Field(fault) => fault.into(),
            refusal => Self::Case { refusal },
        }
    }
}

#[cfg(test)]
mod tests;
