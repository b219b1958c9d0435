//! Cases that end in another one, and what went to who handles it.

use shared::{
    actor::Actor,
    case::{self, CaseNumber, Command, ConclusionText, Event, Other, Outcome, Passing},
    ids::{CaseId, TextId},
    notification::MailKind,
    text::{LINE, Language},
    wire::{
        admin::{CaseLink, ConclusionRequest, PassingOnRequest},
        public::{MergedView, PassedOnView},
    },
};

use super::{
    super::sessions::SignedInOfficial,
    File, Messages, Scene,
    names::{Names, title},
    pledges, shown_texts, store, timeline, written,
};
use crate::{
    operation::Context,
    refusal::Refusal,
    store::{
        case as cases,
        outbox::{self, Subject},
    },
};

/// So many steps from number to number are followed; more than anybody merges.
const MOST_STEPS: usize = 20;

/// What an official concludes with. For merging the other case is looked up: one that this official may not see is none.
pub(super) fn conclude(
    context: &mut Context<'_>,
    official: &SignedInOfficial,
    request: &ConclusionRequest,
) -> Result<Command, Refusal> {
    let text = conclusion(context, &request.text)?;
    let Outcome::Merged { into } = request.outcome else {
        return Ok(Command::Conclude { outcome: request.outcome, text });
    };
    let other = match by_number(context, into)? {
        Some(file) if !file.case.is_visible_to(&official.partner_id, official.role) => Other::Unknown,
        Some(file) => file.case.as_other(),
        None => Other::Unknown,
    };
    Ok(Command::Merge { into, other, text })
}

pub(super) fn pass_on(context: &mut Context<'_>, request: &PassingOnRequest) -> Result<Command, Refusal> {
    let has_reference = !request.reference.trim().is_empty();
    Ok(Command::PassOn(Passing {
        nature: request.nature,
        to: written(context, "to", LINE, &request.to)?,
        reference: has_reference.then(|| written(context, "reference", LINE, &request.reference)).transpose()?,
        answer_by: request.answer_by,
        text: conclusion(context, &request.text)?,
    }))
}

pub(super) fn conclusion(context: &mut Context<'_>, text: &str) -> Result<ConclusionText, Refusal> {
    let id = TextId::from_random(context.random.id());
    ConclusionText::read(id, text).map_err(|code| Refusal::invalid("text", code))
}

fn by_number(context: &Context<'_>, number: CaseNumber) -> Result<Option<File>, Refusal> {
    let id = cases::by_number(context.sql, number)?;
    id.map(|id| File::read(context, &id)).transpose()
}

/// The case in which this one goes on, over all that were merged on the way.
fn goes_on_in(context: &Context<'_>, file: &File) -> Result<Option<File>, Refusal> {
    let mut found: Option<File> = None;
    for _ in 0..MOST_STEPS {
        let next = found.as_ref().map_or_else(|| file.case.merged_into(), |found| found.case.merged_into());
        match next {
            Some(number) => found = by_number(context, number)?,
            None => break,
        }
    }
    Ok(found)
}

/// What a resident reads of the case in which theirs goes on: where it stands, and the public page if it has one. The
/// words in it belong to somebody else.
pub(super) fn merged_view(
    context: &Context<'_>,
    file: &File,
    names: &Names,
    language: Language,
) -> Result<Option<MergedView>, Refusal> {
    // While somebody decides whether to look again there is nothing to follow elsewhere.
    let Some(Outcome::Merged { .. }) = file.case.outcome() else { return Ok(None) };
    let Some(other) = goes_on_in(context, file)? else { return Ok(None) };
    let shown = other.case.is_public() && !other.case.is_held();
    Ok(Some(MergedView {
        number: other.case.received.number.to_string(),
        status: other.case.status(),
        owner: names.public_name(other.case.owner(), language),
        promise: other.case.promise(),
        initiative: shown.then_some(other.id),
    }))
}

/// The case in which this one goes on, and those that go on here, as far as this official may see them.
pub(super) fn links(
    context: &Context<'_>,
    official: &SignedInOfficial,
    file: &File,
) -> Result<(Option<CaseLink>, Vec<CaseLink>), Refusal> {
    let visible = |other: &File| other.case.is_visible_to(&official.partner_id, official.role);
    let into = goes_on_in(context, file)?.filter(|other| visible(other));
    let into = into.map(|other| link(context, &other)).transpose()?;
    let mut here = Vec::new();
    for id in cases::merged_into(context.sql, file.case.received.number)? {
        let other = File::read(context, &id)?;
        if visible(&other) {
            here.push(link(context, &other)?);
        }
    }
    Ok((into, here))
}

fn link(context: &Context<'_>, file: &File) -> Result<CaseLink, Refusal> {
    let texts = shown_texts(context, file)?;
    Ok(CaseLink {
        id: file.id.clone(),
        number: file.case.received.number.to_string(),
        title: title(texts.get(&file.case.received.what).map(String::as_str)),
    })
}

/// What this means for those whose case goes on in this one. When it ends they hear so; each reads it on a page of
/// their own. When its resident takes it back, theirs are open again: nobody is left without an owner or an answer.
pub(super) fn tell_followers(
    context: &mut Context<'_>,
    scene: &Scene,
    file: &File,
    events: &[Event],
) -> Result<(), Refusal> {
    if events.contains(&Event::Withdrawn) {
        pledges::end_all(context, file)?;
        for id in cases::merged_into(context.sql, file.case.received.number)? {
            let mut other = File::read(context, &id)?;
            let decision = other.case.decide(Command::Unmerge, &Actor::System, &scene.at(context.now))?;
            store(context, scene, &mut other, decision, &Actor::System, Messages::Send)?;
        }
        return Ok(());
    }
    // Who follows one that goes on by itself again follows it there.
    let kind = match events {
        _ if events.iter().any(|event| matches!(event, Event::Concluded { .. })) => MailKind::MergedNews,
        _ if events.iter().any(|event| matches!(event, Event::Unmerged { .. })) => MailKind::News,
        _ => return Ok(()),
    };
    let mut numbers = vec![file.case.received.number];
    let mut told: Vec<CaseId> = Vec::new();
    while let Some(number) = numbers.pop() {
        for id in cases::merged_into(context.sql, number)? {
            if told.contains(&id) || id == file.id {
                continue;
            }
            numbers.push(File::read(context, &id)?.case.received.number);
            let recipient = outbox::Recipient::Resident { case_id: id.clone() };
            outbox::put(context, kind, &recipient, &Subject::Case { id: id.clone() })?;
            told.push(id);
        }
    }
    Ok(())
}

/// Where it went, in words.
pub(super) fn passed_on_view(passed_on: &case::PassedOn, texts: &timeline::Texts) -> PassedOnView {
    PassedOnView {
        nature: passed_on.nature,
        to: texts.get(&passed_on.to).cloned().unwrap_or_default(),
        reference: passed_on.reference.as_ref().and_then(|id| texts.get(id)).cloned(),
        received_on: passed_on.received_on,
        on: passed_on.on,
        answer_by: passed_on.answer_by,
    }
}
