//! Reading areas: the list with the level of each, and one area with everything.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::{
    area::{Area, NetworkLevel, lies_within},
    area_care::NEW_FOR_DAYS,
    ids::{AreaId, PollId},
    text::Localized,
    wire::areas::{AreaDetail, AreaLine, AreaList, Basis, LevelEntry, PhaseEntry},
};

use super::{super::cases, super::sessions::SignedInOfficial, find, measures};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        self,
        area_care::{self, Level, LevelBasis},
        municipality::{self, Which},
        official,
    },
};

/// Lists the areas.
#[derive(Debug, Serialize, Deserialize)]
pub struct ListAreas {}

impl Operation for ListAreas {
    type Reply = AreaList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "list-areas";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<AreaList, Refusal> {
        Ok(AreaList { areas: lines(context, &municipality::areas(context.sql, Which::Current)?)? })
    }
}

/// Reads one area whole.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadArea {
    pub official: SignedInOfficial,
    pub area_id: AreaId,
}

impl Operation for ReadArea {
    type Reply = AreaDetail;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-area";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<AreaDetail, Refusal> {
        detail(context, &self.official, &self.area_id)
    }
}

fn lines(context: &Context<'_>, areas: &[Area]) -> Result<Vec<AreaLine>, Refusal> {
    let names = Names::read(context)?;
    let (mut judged, mut scanned) = (BTreeMap::new(), BTreeMap::new());
    for level in area_care::newest_levels(context.sql)? {
        let of = if matches!(level.basis, LevelBasis::Scan { .. }) { &mut scanned } else { &mut judged };
        of.insert(level.area_id.clone(), names.entry(level));
    }
    let mut phases = area_care::phases_now(context.sql)?;
    let line = |area: &Area| AreaLine {
        area_id: area.id.clone(),
        judged: judged.remove(&area.id),
        scanned: scanned.remove(&area.id),
        phase: phases.remove(&area.id),
    };
    Ok(areas.iter().map(line).collect())
}

pub(super) fn detail(context: &Context<'_>, official: &SignedInOfficial, id: &AreaId) -> Result<AreaDetail, Refusal> {
    let areas = municipality::areas(context.sql, Which::Current)?;
    let area = find(&areas, id)?;
    let lines = lines(context, &areas)?;
    let names = Names::read(context)?;
    let here: Vec<AreaId> =
        areas.iter().filter(|other| lies_within(&areas, &other.id, id)).map(|other| other.id.clone()).collect();
    let mut contacts = area_care::contacts(context.sql)?;
    contacts.retain(|contact| lies_within(&areas, id, &contact.area_id));
    let since = context.now.dutch_date().plus_days(-NEW_FOR_DAYS);
    let phase = |row: area_care::PhaseRow| PhaseEntry {
        number: row.number,
        on: row.at.dutch_date(),
        phase: row.phase,
        next: row.next,
        by: names.official(&row.by),
    };
    let new_cases = cases::new_in(context, official, &here, since)?;
    Ok(AreaDetail {
        levels: area_care::levels(context.sql, id)?.into_iter().map(|level| names.entry(level)).collect(),
        phases: area_care::phases(context.sql, id)?.into_iter().map(phase).collect(),
        figures: measures::figures(context, area)?,
        helps: area_care::helps(context.sql, id, &here)?,
        groups_nearby: groups_nearby(&areas, &lines, area),
        contacts,
        experienced: if new_cases.is_empty() { Vec::new() } else { cases::experienced(context, official)? },
        new_cases,
        line: lines.into_iter().find(|line| &line.area_id == id).ok_or(Refusal::NotFound)?,
    })
}

/// Other areas of the same wijk, without what lies in this one or around it, that are a group now.
fn groups_nearby(areas: &[Area], lines: &[AreaLine], area: &Area) -> Vec<AreaId> {
    let top = |id: &AreaId| areas.iter().find(|one| one.parent_id.is_none() && lies_within(areas, id, &one.id));
    let wijk = top(&area.id).map(|wijk| &wijk.id);
    let apart = |id: &AreaId| !lies_within(areas, id, &area.id) && !lies_within(areas, &area.id, id);
    lines
        .iter()
        .filter(|line| line.level() == Some(NetworkLevel::Group) && apart(&line.area_id))
        .filter(|line| top(&line.area_id).map(|wijk| &wijk.id) == wijk)
        .map(|line| line.area_id.clone())
        .collect()
}

/// Names for the ids in the history; who has left and what is over keeps its name.
struct Names {
    officials: Vec<shared::partner::Official>,
    polls: BTreeMap<PollId, Localized>,
}

impl Names {
    fn read(context: &Context<'_>) -> Result<Self, Refusal> {
        let polls = store::poll::all(context.sql)?;
        Ok(Self {
            officials: official::all(context.sql, Which::All)?,
            polls: polls.into_iter().map(|stored| (stored.poll.id, stored.poll.title)).collect(),
        })
    }

    fn official(&self, id: &shared::ids::OfficialId) -> String {
        let found = self.officials.iter().find(|official| &official.id == id);
        found.map(|official| official.name.clone()).unwrap_or_default()
    }

    fn entry(&self, level: Level) -> LevelEntry {
        let basis = match level.basis {
            LevelBasis::Official { id, reason } => {
                Basis::Judgement { by: self.official(&id), reason: reason.unwrap_or_default() }
            }
            LevelBasis::File => Basis::File,
            LevelBasis::Scan { poll_id, score, answers } => {
                let poll = self.polls.get(&poll_id).cloned();
                let poll = poll.unwrap_or_else(|| Localized::dutch(poll_id.to_string()));
                Basis::Scan { poll_id, poll, score, answers }
            }
        };
        LevelEntry { number: level.number, on: level.at.dutch_date(), level: level.level, basis }
    }
}
