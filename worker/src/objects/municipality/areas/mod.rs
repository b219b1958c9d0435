//! Areas as officials work in them: how organised their residents are, where they are in building a community, groups
//! that help elsewhere, and contact persons.
//!
//! All of it is for officials. The public snapshot takes one thing from here: [`public_contacts`].

mod measures;
mod sample;
mod view;

pub use measures::{MarkMeasure, ReadMeasures};
pub use sample::load_sample;
pub use view::{ListAreas, ReadArea};

use serde::{Deserialize, Serialize};
use shared::{
    actor::Permission,
    area::Area,
    area_care::{AreaContact, ContactContent, ContactRole, GroupHelpContent, MOST_OF_AN_AREA},
    fault::FaultCode,
    ids::{AreaContactId, AreaId, GroupHelpId, PartnerId},
    poll::Poll,
    tally::Published,
    wire::areas::{AreaContactRequest, AreaDetail, ContactRemoval, GroupHelpRequest, JudgementRequest, PhaseRequest},
};

use super::sessions::SignedInOfficial;
use crate::{
    library,
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    store::{
        area_care,
        audit::{self, Doer},
        municipality::{self, Which},
        object, poll,
    },
};

/// What an official does in an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AreaAct {
    Judge(JudgementRequest),
    SetPhase(PhaseRequest),
    EmptyReason(u32),
    EmptyNext(u32),
    NoteHelp(GroupHelpRequest),
    ChangeHelp(GroupHelpId, GroupHelpRequest),
    AddContact(AreaContactRequest),
    ChangeContact(AreaContactId, AreaContactRequest),
    RemoveContact(AreaContactId, ContactRemoval),
}

impl AreaAct {
    /// Judging is the coordinator's; the rest is for whoever handles cases there.
    const fn needs(&self) -> Permission {
        match self {
            Self::Judge(_) | Self::SetPhase(_) | Self::EmptyReason(_) | Self::EmptyNext(_) => Permission::JudgeAreas,
            _ => Permission::HandleCases,
        }
    }

    /// As it stands in the log.
    const fn name(&self) -> &'static str {
        match self {
            Self::Judge(_) => "area.judge",
            Self::SetPhase(_) => "area.phase",
            Self::EmptyReason(_) => "area.reason-empty",
            Self::EmptyNext(_) => "area.next-empty",
            Self::NoteHelp(_) => "area.help-note",
            Self::ChangeHelp(..) => "area.help-change",
            Self::AddContact(_) => "area.contact-add",
            Self::ChangeContact(..) => "area.contact-change",
            Self::RemoveContact(..) => "area.contact-remove",
        }
    }
}

/// Does it, and answers how the area stands then.
#[derive(Debug, Serialize, Deserialize)]
pub struct ActInArea {
    pub official: SignedInOfficial,
    pub area_id: AreaId,
    pub act: AreaAct,
}

impl Operation for ActInArea {
    type Reply = AreaDetail;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "act-in-area";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<AreaDetail, Refusal> {
        let Self { official, area_id, act } = self;
        let areas = municipality::areas(context.sql, Which::Current)?;
        find(&areas, &area_id)?;
        if !official.role.may(act.needs()) {
            return Err(Refusal::Forbidden);
        }
        let (name, by) = (act.name(), &official.id);
        match act {
            AreaAct::Judge(request) => {
                let reason = request.read()?;
                area_care::judge(context.sql, &area_id, request.level, (by, &reason), context.now)?;
            }
            AreaAct::SetPhase(request) => {
                let next = request.read()?;
                area_care::put_phase(context.sql, &area_id, (request.phase, next.as_deref()), by, context.now)?;
            }
            AreaAct::EmptyReason(number) => there(area_care::empty_reason(context.sql, &area_id, number)?)?,
            AreaAct::EmptyNext(number) => there(area_care::empty_next(context.sql, &area_id, number)?)?,
            AreaAct::NoteHelp(request) => {
                let filled = help(context, &areas, &area_id, &request)?;
                if area_care::helps(context.sql, &area_id, &[])?.len() >= MOST_OF_AN_AREA {
                    return Err(Refusal::invalid("group", FaultCode::TooMany { max: MOST_OF_AN_AREA }));
                }
                let id = GroupHelpId::from_random(context.random.id());
                area_care::insert_help(context.sql, &id, &area_id, &filled)?;
            }
            AreaAct::ChangeHelp(id, request) => {
                if !area_care::has_help(context.sql, &id, &area_id)? {
                    return Err(Refusal::NotFound);
                }
                let filled = help(context, &areas, &area_id, &request)?;
                let done = area_care::update_help(context.sql, (&id, &area_id), request.version, &filled)?;
                newest(done)?;
            }
            contact => act_on_contact(context, &official, &area_id, contact)?,
        }
        audit::record(context, &Doer::Official(&official.id), name, &format!("area:{area_id}"))?;
        view::detail(context, &official, &area_id)
    }
}

fn there(done: bool) -> Result<(), Refusal> {
    if done { Ok(()) } else { Err(Refusal::NotFound) }
}

fn newest(done: bool) -> Result<(), Refusal> {
    if done { Ok(()) } else { Err(Refusal::conflict(Code::VersionPassed)) }
}

/// What was filled in of a group: it helps in another area than its own, which is there.
fn help(
    context: &Context<'_>,
    areas: &[Area],
    own: &AreaId,
    request: &GroupHelpRequest,
) -> Result<GroupHelpContent, Refusal> {
    let filled = request.read(context.now.dutch_date())?;
    match find(areas, &filled.to_area_id) {
        Ok(area) if &area.id != own => Ok(filled),
        _ => Err(Refusal::invalid("toAreaId", FaultCode::Unknown)),
    }
}

fn act_on_contact(
    context: &mut Context<'_>,
    official: &SignedInOfficial,
    area_id: &AreaId,
    act: AreaAct,
) -> Result<(), Refusal> {
    let known = |id: &AreaContactId| -> Result<AreaContact, Refusal> {
        let all = area_care::contacts(context.sql)?;
        let found = all.into_iter().find(|contact| &contact.id == id && &contact.area_id == area_id);
        let found = found.ok_or(Refusal::NotFound)?;
        keeps(official, &found.partner_id)?;
        Ok(found)
    };
    match act {
        AreaAct::AddContact(request) => {
            let filled = contact(context, official, &request)?;
            let here = area_care::contacts(context.sql)?.iter().filter(|one| &one.area_id == area_id).count();
            if here >= MOST_OF_AN_AREA {
                return Err(Refusal::invalid("name", FaultCode::TooMany { max: MOST_OF_AN_AREA }));
            }
            let id = AreaContactId::from_random(context.random.id());
            area_care::insert_contact(context.sql, &id, area_id, &filled)?;
        }
        AreaAct::ChangeContact(id, request) => {
            known(&id)?;
            let filled = contact(context, official, &request)?;
            newest(area_care::update_contact(context.sql, &id, request.version, &filled)?)?;
        }
        AreaAct::RemoveContact(id, removal) => {
            known(&id)?;
            newest(area_care::remove_contact(context.sql, &id, removal.version)?)?;
        }
        AreaAct::Judge(_)
        | AreaAct::SetPhase(_)
        | AreaAct::EmptyReason(_)
        | AreaAct::EmptyNext(_)
        | AreaAct::NoteHelp(_)
        | AreaAct::ChangeHelp(..) => {}
    }
    Ok(object::public_changed(context.sql)?)
}

fn contact(
    context: &Context<'_>,
    official: &SignedInOfficial,
    request: &AreaContactRequest,
) -> Result<ContactContent, Refusal> {
    let filled = request.read()?;
    let partners = municipality::partners(context.sql, Which::Current)?;
    if !partners.iter().any(|partner| partner.id == filled.partner_id) {
        return Err(Refusal::invalid("partnerId", FaultCode::Unknown));
    }
    keeps(official, &filled.partner_id)?;
    Ok(filled)
}

/// Coordinators keep the contacts of every partner, everybody else those of their own.
fn keeps(official: &SignedInOfficial, partner: &PartnerId) -> Result<(), Refusal> {
    let own = &official.partner_id == partner;
    if own || official.role.may(Permission::JudgeAreas) { Ok(()) } else { Err(Refusal::Forbidden) }
}

fn find<'a>(areas: &'a [Area], id: &AreaId) -> Result<&'a Area, Refusal> {
    areas.iter().find(|area| &area.id == id).ok_or(Refusal::NotFound)
}

/// A contact person as everybody may know them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicAreaContact {
    pub area_id: AreaId,
    pub partner_id: PartnerId,
    pub role: ContactRole,
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
}

/// The contact persons that residents may see, by what they do: all that the public snapshot takes from here.
pub fn public_contacts(context: &Context<'_>) -> Result<Vec<PublicAreaContact>, Refusal> {
    let mut contacts = area_care::contacts(context.sql)?;
    contacts.retain(|contact| contact.public);
    contacts.sort_by_key(|contact| contact.role);
    let public = |contact: AreaContact| {
        let AreaContact { area_id, partner_id, role, name, phone, email, .. } = contact;
        PublicAreaContact { area_id, partner_id, role, name, phone, email }
    };
    Ok(contacts.into_iter().map(public).collect())
}

/// Keeps where the scan places the areas, in the transaction that publishes the last figures of a poll.
pub fn note_scan(context: &Context<'_>, poll: &Poll, set: &Published) -> Result<(), Refusal> {
    for placement in library::placements(poll, set)? {
        area_care::note_scan(context.sql, &poll.id, &placement, set.on.starts_at())?;
    }
    Ok(())
}

/// The same for every poll that had its last figures before levels were kept; those that are there stay as they are.
pub fn note_earlier_scans(context: &Context<'_>) -> Result<(), Refusal> {
    for stored in poll::all(context.sql)?.into_iter().filter(|stored| stored.life.is_counted()) {
        if let Some(set) = poll::newest(context.sql, &stored.poll.id)? {
            note_scan(context, &stored.poll, &set)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
