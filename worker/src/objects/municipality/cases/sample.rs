//! Cases to show the product with, made through the same decisions as real ones: each step at its own moment, with
//! everything that happens by itself in between. Only messages are left out: they would tell of what never happened.

use shared::{
    actor::Actor,
    case::{Command, ConclusionText, Outcome},
    fault::{Fault, FaultCode},
    follow_key::FollowKey,
    ids::TextId,
    text::{LINE, OFFICIAL_TEXT, RESIDENT_TEXT},
    time::Instant,
    wire::operator::{SampleAct, SampleCase, SampleStep},
};

use super::{
    File, Messages, RouteTable, Scene,
    handle::accuses,
    new_handover, pledges, store, store_new,
    submit::{keep_contact, submission},
    written,
};
use crate::{
    auth::follow_key,
    operation::Context,
    refusal::Refusal,
    store::{contact, official},
};

/// Steps happen in the morning: one after another on the same day, and never later than now.
const MORNING: i64 = 9 * 3_600_000;

/// Makes the cases of a sample. Inside the transaction of loading; areas, topics, partners, officials and rules are
/// there. Numbers follow the order of receipt.
pub fn load_sample(context: &mut Context<'_>, samples: &[SampleCase]) -> Result<(), Refusal> {
    let (scene, table) = (Scene::read(context)?, RouteTable::read(context)?);
    let now = context.now;
    let mut ordered: Vec<(usize, &SampleCase)> = samples.iter().enumerate().collect();
    ordered.sort_by_key(|(_, sample)| sample.day);
    for (place, sample) in ordered {
        let made = make(context, &scene, &table, sample, now);
        context.now = now;
        made.map_err(|refusal| located(refusal, &format!("sample.cases.{place}")))?;
    }
    Ok(())
}

fn make(
    context: &mut Context<'_>,
    scene: &Scene,
    table: &RouteTable,
    sample: &SampleCase,
    now: Instant,
) -> Result<(), Refusal> {
    context.now = moment(now, sample.day);
    let proposal = sample.draft.read(sample.language, &table.topics, &table.areas)?;
    let email = proposal.email.clone();
    let submission = submission(context, scene, table, proposal, sample.channel)?;
    let decision = submission.decide(&scene.at(context.now));
    let mut file = store_new(context, scene, decision, &Actor::Resident, Messages::Keep)?;
    let follow_key = FollowKey::from_random(context.random.id());
    contact::put_follow_key(context.sql, &follow_key::hash(&follow_key), &file.id)?;
    if let Some(email) = email {
        keep_contact(context, &file, email, &follow_key)?;
    }
    for (place, step) in sample.steps.iter().enumerate() {
        let at = moment(now, step.day).max(context.now);
        let taken = pass_time(context, scene, &mut file, at).and_then(|()| take(context, scene, &mut file, step, now));
        taken.map_err(|refusal| located(refusal, &format!("steps.{place}")))?;
    }
    pass_time(context, scene, &mut file, now)
}

fn moment(now: Instant, day: i64) -> Instant {
    now.dutch_date().plus_days(day).starts_at().plus_milliseconds(MORNING).min(now)
}

/// Lets everything happen by itself that is due up to a moment, each thing when it was due.
fn pass_time(context: &mut Context<'_>, scene: &Scene, file: &mut File, until: Instant) -> Result<(), Refusal> {
    let calendar = scene.at(until).calendar;
    while let Some(due_at) = file.case.due_at(calendar).filter(|due_at| *due_at <= until) {
        context.now = due_at.max(context.now);
        let version = file.case.version;
        let decision = file.case.decide(Command::PassTime, &Actor::System, &scene.at(context.now))?;
        store(context, scene, file, decision, &Actor::System, Messages::Keep)?;
        if file.case.version == version {
            return Err(Refusal::fault("what was due did not happen"));
        }
    }
    context.now = until;
    Ok(())
}

fn take(
    context: &mut Context<'_>,
    scene: &Scene,
    file: &mut File,
    step: &SampleStep,
    now: Instant,
) -> Result<(), Refusal> {
    let actor = match &step.by {
        None => Actor::Resident,
        Some(id) => {
            let official = official::find(context.sql, id)?;
            let official = official.ok_or_else(|| Refusal::invalid("by", FaultCode::Unknown))?;
            Actor::Official { id: official.id, partner: official.partner_id, role: official.role }
        }
    };
    if let SampleAct::Join { text } = &step.act {
        return pledges::sample(context, &file.id, text);
    }
    let command = command(context, file, (&step.act, &actor), now)?;
    let decision = file.case.decide(command, &actor, &scene.at(context.now))?;
    store(context, scene, file, decision, &actor, Messages::Keep)
}

fn command(
    context: &mut Context<'_>,
    file: &File,
    (act, actor): (&SampleAct, &Actor),
    now: Instant,
) -> Result<Command, Refusal> {
    let offer = || file.case.offer().map(|offer| offer.id.clone()).ok_or(shared::case::Refusal::NoSuchOffer);
    let conclusion = |context: &mut Context<'_>, text: &str| {
        ConclusionText::read(TextId::from_random(context.random.id()), text)
            .map_err(|code| Refusal::invalid("do.text", code))
    };
    Ok(match act {
        SampleAct::Release if file.case.is_held() => Command::ReleaseReview,
        SampleAct::Release => Command::Publish { accuses: accuses(context, file)? },
        SampleAct::Update { text } => {
            Command::Update { text: written(context, "do.text", OFFICIAL_TEXT, text)?, next_news_by: None }
        }
        SampleAct::Ask { text } => Command::Ask { text: written(context, "do.text", OFFICIAL_TEXT, text)? },
        SampleAct::Answer { text } => Command::Answer {
            question: file
                .case
                .question()
                .map(|question| question.id.clone())
                .ok_or(shared::case::Refusal::NoSuchQuestion)?,
            text: written(context, "do.text", RESIDENT_TEXT, text)?,
        },
        SampleAct::OfferHandover { to, reason } => Command::OfferHandover {
            id: new_handover(context),
            to: to.clone(),
            reason: written(context, "do.reason", OFFICIAL_TEXT, reason)?,
        },
        SampleAct::AcceptHandover => Command::AcceptHandover { id: offer()? },
        SampleAct::DeclineHandover { reason } => Command::DeclineHandover {
            id: offer()?,
            reason: written(context, "do.reason", OFFICIAL_TEXT, reason)?,
            suggestion: None,
        },
        SampleAct::Conclude { outcome, text } => {
            Command::Conclude { outcome: *outcome, text: conclusion(context, text)? }
        }
        SampleAct::AddTask { what, text, until } => Command::AddTask {
            kind: *what,
            doer: None,
            until: now.dutch_date().plus_days(*until),
            text: written(context, "do.text", LINE, text)?,
        },
        SampleAct::Back | SampleAct::Join { .. } => {
            let partner = actor.partner().ok_or_else(|| Refusal::invalid("by", FaultCode::Required))?;
            Command::ShowBacking { partner: partner.clone() }
        }
        SampleAct::ShareExperience => Command::ShareExperience { reachable: contact::exists(context.sql, &file.id)? },
        SampleAct::Plan { on, text } => Command::Conclude {
            outcome: Outcome::WillBeDone { on: now.dutch_date().plus_days(*on) },
            text: conclusion(context, text)?,
        },
    })
}

/// Names the place in the file. A step that the rules refuse is a fault of the file, like any other.
fn located(refusal: Refusal, place: &str) -> Refusal {
    let inside = |fault: Fault| Fault::new(format!("{place}.{}", fault.field), fault.code);
    match refusal {
        Refusal::Invalid { faults } => faults.into_iter().map(inside).collect::<Vec<_>>().into(),
        Refusal::Case { .. } => Refusal::invalid(format!("{place}.do"), FaultCode::DoesNotFollow),
        other => other,
    }
}
