//! Partners as the administrator keeps them: data agreement, mailbox, who is away and who takes their place; and the
//! alarm when nothing can go to one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shared::{
    absence::{Absence, Staff},
    fault::{Fault, FaultCode},
    ids::{OfficialId, PartnerId},
    mailing::Mailing,
    notification::MailKind,
    partner::Official,
    proposal::read_email,
    time::CivilDate,
    wire::partners::{OfficialCare, PartnerCare, PartnerCareRequest, PartnersView},
};

use super::{cases, sessions::SignedInOfficial};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    store::{
        audit::{self, Doer},
        case_list,
        job::{self, JobKind},
        municipality::{self, Which},
        object, official,
        outbox::{self, Recipient, Subject},
        partner_care::{self, Saved},
        pledge,
    },
};

/// Reads every partner with what is kept of it.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadPartners {}

impl Operation for ReadPartners {
    type Reply = PartnersView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-partners";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<PartnersView, Refusal> {
        view(context)
    }
}

/// Saves what is kept of one partner.
#[derive(Debug, Serialize, Deserialize)]
pub struct SavePartner {
    pub official: SignedInOfficial,
    pub id: PartnerId,
    pub request: PartnerCareRequest,
}

impl Operation for SavePartner {
    type Reply = PartnersView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "save-partner";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<PartnersView, Refusal> {
        let Self { official, id, request } = self;
        let partners = municipality::partners(context.sql, Which::Current)?;
        if !partners.iter().any(|partner| partner.id == id) {
            return Err(Refusal::NotFound);
        }
        let (saved, absences) = read(context, &id, &request)?;
        if !partner_care::save(context.sql, &id, request.version, &saved)? {
            return Err(Refusal::conflict(Code::VersionPassed));
        }
        for (official, absence) in &absences {
            partner_care::put_absence(context.sql, official, absence)?;
        }
        audit::record(context, &Doer::Official(&official.id), "partner.save", &format!("partner:{id}"))?;
        object::public_changed(context.sql)?;
        watch(context)?;
        view(context)
    }
}

/// What was filled in, with the absences of all current officials of the partner.
fn read(
    context: &Context<'_>,
    id: &PartnerId,
    request: &PartnerCareRequest,
) -> Result<(Saved, Vec<(OfficialId, Absence)>), Refusal> {
    let today = context.now.dutch_date();
    let officials = official::all(context.sql, Which::Current)?;
    let none = BTreeMap::new();
    let staff = Staff { officials: &officials, absences: &none };
    let mut faults = Vec::new();
    if request.agreement_until.is_some() && request.agreement.is_none() {
        faults.push(Fault::new("agreement", FaultCode::ChoiceRequired));
    }
    if request.agreement.is_some() && request.agreement_until.is_none() {
        faults.push(Fault::new("agreementUntil", FaultCode::Required));
    }
    let mailbox = read_email(&request.mailbox).unwrap_or_else(|code| {
        faults.push(Fault::new("mailbox", code));
        None
    });
    let mut absences = Vec::new();
    for (place, asked) in request.officials.iter().enumerate() {
        let mut fault = |field: &str, code| faults.push(Fault::new(format!("officials.{place}.{field}"), code));
        let Some(away) = officials.iter().find(|official| official.id == asked.id && &official.partner_id == id) else {
            fault("id", FaultCode::Unknown);
            continue;
        };
        if asked.deputy.as_ref().is_some_and(|deputy| !staff.may_stand_in(deputy, away)) {
            fault("deputy", FaultCode::Unknown);
        }
        if asked.away_until.is_some_and(|until| until < today) {
            fault("awayUntil", FaultCode::NotInTheFuture);
        }
        absences.push((asked.id.clone(), Absence { until: asked.away_until, deputy: asked.deputy.clone() }));
    }
    for other in officials.iter().filter(|official| &official.partner_id == id) {
        if !absences.iter().any(|(known, _)| known == &other.id) {
            absences.push((other.id.clone(), Absence::default()));
        }
    }
    if request.mailing.direct.iter().any(|kind| !Mailing::CHOICES.contains(kind)) {
        faults.push(Fault::new("mailing.direct", FaultCode::Unknown));
    }
    if request.by_mail && mailbox.is_none() && request.mailbox.trim().is_empty() {
        faults.push(Fault::new("mailbox", FaultCode::Required));
    }
    let saved = Saved {
        agreement: request.agreement,
        agreement_until: request.agreement_until,
        mailbox,
        mailing: request.mailing.clone(),
        by_mail: request.by_mail,
    };
    if faults.is_empty() { Ok((saved, absences)) } else { Err(faults.into()) }
}

fn view(context: &Context<'_>) -> Result<PartnersView, Refusal> {
    let today = context.now.dutch_date();
    let mut cares = partner_care::all(context.sql)?;
    let officials = official::all(context.sql, Which::Current)?;
    let absences = partner_care::absences(context.sql)?;
    let mut open = case_list::open_by_owner(context.sql)?;
    let partners = cases::availability(context)?
        .into_iter()
        .map(|candidate| {
            let trouble = candidate.check(today).err();
            let partner = candidate.partner;
            let care = cares.remove(&partner.id);
            let (version, mailbox, mailing, by_mail) = care.map_or_else(
                || (0, None, Mailing::default(), false),
                |care| (care.version, care.mailbox, care.mailing, care.by_mail),
            );
            PartnerCare {
                version,
                mailbox,
                mailing,
                by_mail,
                agreement: partner.agreement,
                agreement_until: partner.agreement_until,
                trouble,
                open_cases: open.remove(&partner.id).unwrap_or_default(),
                officials: officials
                    .iter()
                    .filter(|official| official.partner_id == partner.id)
                    .map(|official| care_of(official, absences.get(&official.id), today))
                    .collect(),
                id: partner.id,
                name: partner.name,
                kind: partner.kind,
                coordinating: partner.coordinating,
            }
        })
        .collect();
    Ok(PartnersView { partners })
}

fn care_of(official: &Official, absence: Option<&Absence>, today: CivilDate) -> OfficialCare {
    OfficialCare {
        id: official.id.clone(),
        name: official.name.clone(),
        role: official.role,
        active: official.active,
        // An absence that is over is of no interest to anybody.
        away_until: absence.filter(|absence| absence.covers(today)).and_then(|absence| absence.until),
        deputy: absence.and_then(|absence| absence.deputy.clone()),
    }
}

/// Tells the coordinators, once, of every partner to which nothing can go from now on; and forgets it when something
/// can again. Looked at after each change, and at the start of each day, because agreements and leave end by
/// themselves.
pub fn watch(context: &mut Context<'_>) -> Result<(), Refusal> {
    let today = context.now.dutch_date();
    let cares = partner_care::all(context.sql)?;
    for candidate in cases::availability(context)? {
        let id = &candidate.partner.id;
        let troubled = candidate.check(today).is_err();
        let known = cares.get(id).is_some_and(|care| care.alarmed);
        if troubled != known {
            partner_care::note_alarm(context.sql, id, troubled)?;
            // Whose support is shown changes with it.
            object::public_changed(context.sql)?;
            if troubled {
                let subject = Subject::Partner { id: id.clone() };
                outbox::put(context, MailKind::PartnerUnavailable, &Recipient::Coordinators, &subject)?;
            }
        }
    }
    job::schedule(context.sql, JobKind::Partners, "", today.plus_days(1).starts_at())?;
    Ok(())
}

/// The daily look; what is kept for a day goes with it. With somebody back, the page that says who takes it up may say another partner.
pub fn start_day(context: &mut Context<'_>) -> Result<(), Refusal> {
    pledge::forget_addresses(context.sql, context.now.dutch_date())?;
    if partner_care::end_absences(context.sql, context.now.dutch_date())? {
        object::public_changed(context.sql)?;
    }
    watch(context)
}

#[cfg(test)]
mod tests;
