//! What officials keep of areas in an operator's sample: judged and noted on their days, by the same rules.

use shared::{
    area::Area,
    fault::{Fault, FaultCode},
    ids::{AreaContactId, GroupHelpId, OfficialId},
    time::Instant,
    wire::{
        areas::GroupHelpRequest,
        operator::{Sample, SampleArea, SampleHelp},
    },
};

use super::{find, measures};
use crate::{
    operation::Context,
    refusal::Refusal,
    store::{
        area_care,
        municipality::{self, Which},
        official,
    },
};

/// Inside the transaction of loading; areas, officials and polls are there.
pub fn load_sample(context: &mut Context<'_>, sample: &Sample) -> Result<(), Refusal> {
    let areas = municipality::areas(context.sql, Which::Current)?;
    for (place, area) in sample.areas.iter().enumerate() {
        load(context, &areas, area).map_err(|refusal| located(refusal, &format!("sample.areas.{place}")))?;
    }
    for (place, mark) in sample.measures.iter().enumerate() {
        let marked =
            measures::mark(context, &mark.poll_id, (&mark.question_id, mark.about.as_ref()), Some(mark.measure));
        marked.map_err(|refusal| located(refusal, &format!("sample.measures.{place}")))?;
    }
    Ok(())
}

fn load(context: &mut Context<'_>, areas: &[Area], sample: &SampleArea) -> Result<(), Refusal> {
    let area = find(areas, &sample.area_id)?.id.clone();
    let mut levels: Vec<_> = sample.levels.iter().collect();
    levels.sort_by_key(|level| level.day);
    for level in levels {
        let reason = level.judgement.read()?;
        known(context, &level.by)?;
        let at = moment(context, level.day);
        area_care::judge(context.sql, &area, level.judgement.level, (&level.by, &reason), at)?;
    }
    for phase in &sample.phases {
        let next = phase.phase.read()?;
        known(context, &phase.by)?;
        let at = moment(context, phase.day);
        area_care::put_phase(context.sql, &area, (phase.phase.phase, next.as_deref()), &phase.by, at)?;
    }
    for help in &sample.helps {
        let filled = super::help(context, areas, &area, &request(context, help))?;
        let id = GroupHelpId::from_random(context.random.id());
        area_care::insert_help(context.sql, &id, &area, &filled)?;
    }
    for contact in &sample.contacts {
        let filled = contact.read()?;
        let partners = municipality::partners(context.sql, Which::Current)?;
        if !partners.iter().any(|partner| partner.id == filled.partner_id) {
            return Err(Refusal::invalid("partnerId", FaultCode::Unknown));
        }
        let id = AreaContactId::from_random(context.random.id());
        area_care::insert_contact(context.sql, &id, &area, &filled)?;
    }
    Ok(())
}

fn request(context: &Context<'_>, help: &SampleHelp) -> GroupHelpRequest {
    let day = |days| context.now.dutch_date().plus_days(days);
    GroupHelpRequest {
        version: 0,
        group: help.group.clone(),
        to_area_id: help.to_area_id.clone(),
        asked_on: day(help.asked),
        answer: help.answer,
        answered_on: help.answered.map(day),
        note: help.note.clone(),
    }
}

fn known(context: &Context<'_>, id: &OfficialId) -> Result<(), Refusal> {
    official::find(context.sql, id)?.map(|_| ()).ok_or_else(|| Refusal::invalid("by", FaultCode::Unknown))
}

/// The start of the day, and never later than now.
fn moment(context: &Context<'_>, day: i64) -> Instant {
    context.now.dutch_date().plus_days(day).starts_at().min(context.now)
}

/// Names the place in the file.
fn located(refusal: Refusal, place: &str) -> Refusal {
    match refusal {
        Refusal::Invalid { faults } => {
            let inside = |fault: Fault| Fault::new(format!("{place}.{}", fault.field), fault.code);
            faults.into_iter().map(inside).collect::<Vec<_>>().into()
        }
        Refusal::NotFound => Refusal::invalid(place, FaultCode::Unknown),
        other => other,
    }
}
