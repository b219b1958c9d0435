//! What officials keep of an area beside its name: how organised its residents are, where they are in building a
//! community, who helps whom, and whom residents can ask.
//!
//! Levels and phases are working judgements. They are for officials alone: of all this only the contacts that are marked
//! as public ever reach the public snapshot.

pub mod measure;

use serde::{Deserialize, Serialize};

use crate::fault::{Fault, FaultCode};
use crate::ids::{AreaContactId, AreaId, GroupHelpId, PartnerId};
use crate::languages::tr;
use crate::proposal::read_email;
use crate::text::{LINE, Language, Limit, OFFICIAL_TEXT};
use crate::time::CivilDate;
use crate::wire::areas::{AreaContactRequest, GroupHelpRequest, JudgementRequest, PhaseRequest};

/// More groups or contacts of one area than anybody keeps up to date.
pub const MOST_OF_AN_AREA: usize = 40;
/// A reason or a note is read beside the level; what is longer belongs in a file of its own.
pub const NOTE: Limit = Limit { characters: 1_000 };
/// An idea counts as new in its area for so many days.
pub const NEW_FOR_DAYS: i64 = 120;

/// Where the residents of an area are in building a community, in this order. An aid, which nobody has to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Phase {
    /// *Relatie opbouwen.*
    BuildingRelations,
    /// *Rollen verdelen.*
    DividingRoles,
    /// *Elkaars snelheid vinden.*
    FindingPace,
    /// *Cyclus opbouwen*: the group helps the next one.
    BuildingCycle,
}

impl Phase {
    pub const ALL: [Self; 4] = [Self::BuildingRelations, Self::DividingRoles, Self::FindingPace, Self::BuildingCycle];

    /// The word on the wire and in SQL.
    pub const fn word(self) -> &'static str {
        match self {
            Self::BuildingRelations => "buildingRelations",
            Self::DividingRoles => "dividingRoles",
            Self::FindingPace => "findingPace",
            Self::BuildingCycle => "buildingCycle",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.word() == word)
    }
}

/// What a group said when it was asked to help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum HelpAnswer {
    /// Nothing yet.
    Waiting,
    Yes,
    No,
}

impl HelpAnswer {
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Yes, Self::No];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Yes => "yes",
            Self::No => "no",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.word() == word)
    }
}

/// What a contact person of an area does there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ContactRole {
    AreaCoordinator,
    NeighbourhoodOfficer,
    HousingManager,
    CommunityWorker,
    YouthWorker,
    Enforcement,
    Other,
}

impl ContactRole {
    /// In the order of the form and of the pages.
    pub const ALL: [Self; 7] = [
        Self::AreaCoordinator,
        Self::NeighbourhoodOfficer,
        Self::HousingManager,
        Self::CommunityWorker,
        Self::YouthWorker,
        Self::Enforcement,
        Self::Other,
    ];

    pub const fn word(self) -> &'static str {
        match self {
            Self::AreaCoordinator => "areaCoordinator",
            Self::NeighbourhoodOfficer => "neighbourhoodOfficer",
            Self::HousingManager => "housingManager",
            Self::CommunityWorker => "communityWorker",
            Self::YouthWorker => "youthWorker",
            Self::Enforcement => "enforcement",
            Self::Other => "other",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }

    /// What residents call it.
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::AreaCoordinator, Language::Nl) => "gebiedsregisseur",
            (Self::NeighbourhoodOfficer, Language::Nl) => "wijkagent",
            (Self::HousingManager, Language::Nl) => "wijkbeheerder",
            (Self::CommunityWorker, Language::Nl) => "opbouwwerker",
            (Self::YouthWorker, Language::Nl) => "jongerenwerker",
            (Self::Enforcement, Language::Nl) => "handhaver",
            (Self::Other, Language::Nl) => "contactpersoon",
            (Self::AreaCoordinator, Language::En) => "area coordinator",
            (Self::NeighbourhoodOfficer, Language::En) => "neighbourhood police officer",
            (Self::HousingManager, Language::En) => "housing manager",
            (Self::CommunityWorker, Language::En) => "community worker",
            (Self::YouthWorker, Language::En) => "youth worker",
            (Self::Enforcement, Language::En) => "enforcement officer",
            (Self::Other, Language::En) => "contact person",
            (role, Language::Tr) => tr::contact_role(role),
        }
    }
}

/// A group that was asked to help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupHelp {
    pub id: GroupHelpId,
    pub version: u32,
    /// Where the group is.
    pub area_id: AreaId,
    pub group: String,
    pub to_area_id: AreaId,
    pub asked_on: CivilDate,
    pub answer: HelpAnswer,
    pub answered_on: Option<CivilDate>,
    pub note: Option<String>,
}

/// A contact person of an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AreaContact {
    pub id: AreaContactId,
    pub version: u32,
    pub area_id: AreaId,
    pub partner_id: PartnerId,
    pub role: ContactRole,
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    /// Whether residents see them on the page of the area.
    pub public: bool,
}

/// A contact person as somebody fills it in, cleaned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactContent {
    pub partner_id: PartnerId,
    pub role: ContactRole,
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub public: bool,
}

/// A group that was asked to help, cleaned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupHelpContent {
    pub group: String,
    /// Where it is to help.
    pub to_area_id: AreaId,
    pub asked_on: CivilDate,
    pub answer: HelpAnswer,
    pub answered_on: Option<CivilDate>,
    pub note: Option<String>,
}

/// Takes what was filled in apart, noting what is wrong.
#[derive(Default)]
struct Reading(Vec<Fault>);

impl Reading {
    fn required(&mut self, field: &str, limit: Limit, raw: &str) -> String {
        limit.read_required(raw).map_err(|code| self.fault(field, code)).unwrap_or_default()
    }

    fn optional(&mut self, field: &str, limit: Limit, raw: &str) -> Option<String> {
        limit.read(raw).map_err(|code| self.fault(field, code)).unwrap_or_default()
    }

    fn fault(&mut self, field: &str, code: FaultCode) {
        self.0.push(Fault::new(field, code));
    }

    fn done<T>(self, read: T) -> Result<T, Vec<Fault>> {
        if self.0.is_empty() { Ok(read) } else { Err(self.0) }
    }
}

impl JudgementRequest {
    /// The reason, which has to be there: a level without one is a label.
    pub fn read(&self) -> Result<String, Vec<Fault>> {
        let mut reading = Reading::default();
        let reason = reading.required("reason", NOTE, &self.reason);
        reading.done(reason)
    }
}

impl PhaseRequest {
    /// What comes next, if somebody wrote it.
    pub fn read(&self) -> Result<Option<String>, Vec<Fault>> {
        let mut reading = Reading::default();
        let next = reading.optional("next", NOTE, &self.next);
        reading.done(next)
    }
}

impl AreaContactRequest {
    /// Cleans it. Somebody whom residents can see has to be reachable.
    pub fn read(&self) -> Result<ContactContent, Vec<Fault>> {
        let mut reading = Reading::default();
        let name = reading.required("name", LINE, &self.name);
        let phone = reading.optional("phone", LINE, &self.phone);
        if phone.as_deref().is_some_and(|phone| !phone.contains(|character: char| character.is_ascii_digit())) {
            reading.fault("phone", FaultCode::WrongKind);
        }
        let email = read_email(&self.email).map_err(|code| reading.fault("email", code)).unwrap_or_default();
        if self.phone.trim().is_empty() && self.email.trim().is_empty() {
            reading.fault("phone", FaultCode::Required);
        }
        let (partner_id, role, public) = (self.partner_id.clone(), self.role, self.public);
        reading.done(ContactContent { partner_id, role, name, phone, email, public })
    }
}

impl GroupHelpRequest {
    /// Cleans it. An answer has a day, and comes on the day of the question or later; no day is in the future.
    pub fn read(&self, today: CivilDate) -> Result<GroupHelpContent, Vec<Fault>> {
        let mut reading = Reading::default();
        let group = reading.required("group", LINE, &self.group);
        let note = reading.optional("note", OFFICIAL_TEXT, &self.note);
        if self.asked_on > today {
            reading.fault("askedOn", FaultCode::TooFarAhead { days: 0 });
        }
        let answered_on = self.answered_on.filter(|_| self.answer != HelpAnswer::Waiting);
        match answered_on {
            None if self.answer != HelpAnswer::Waiting => reading.fault("answeredOn", FaultCode::Required),
            Some(day) if day > today => reading.fault("answeredOn", FaultCode::TooFarAhead { days: 0 }),
            Some(day) if day < self.asked_on => reading.fault("answeredOn", FaultCode::DoesNotFollow),
            _ => {}
        }
        let (to_area_id, asked_on, answer) = (self.to_area_id.clone(), self.asked_on, self.answer);
        reading.done(GroupHelpContent { group, to_area_id, asked_on, answer, answered_on, note })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_back_and_is_the_one_on_the_wire() {
        for phase in Phase::ALL {
            assert_eq!(Phase::from_word(phase.word()), Some(phase));
            assert_eq!(serde_json::to_value(phase).unwrap(), phase.word());
        }
        for answer in HelpAnswer::ALL {
            assert_eq!(HelpAnswer::from_word(answer.word()), Some(answer));
            assert_eq!(serde_json::to_value(answer).unwrap(), answer.word());
        }
        for role in ContactRole::ALL {
            assert_eq!(ContactRole::from_word(role.word()), Some(role));
            assert_eq!(serde_json::to_value(role).unwrap(), role.word());
        }
    }

    fn contact(change: impl FnOnce(&mut AreaContactRequest)) -> Result<ContactContent, Vec<String>> {
        let mut request = AreaContactRequest {
            version: 0,
            partner_id: PartnerId::parse("politie").unwrap(),
            role: ContactRole::NeighbourhoodOfficer,
            name: " Kees Post ".into(),
            phone: "0900 8844".into(),
            email: String::new(),
            public: true,
        };
        change(&mut request);
        request.read().map_err(|faults| faults.into_iter().map(|fault| fault.field).collect())
    }

    #[test]
    fn a_contact_has_a_name_and_can_be_reached() {
        let read = contact(|_| ()).unwrap();
        assert_eq!((read.name.as_str(), read.email), ("Kees Post", None));
        assert_eq!(contact(|request| request.phone.clear()).unwrap_err(), ["phone"]);
        assert_eq!(contact(|request| request.phone = "bel mij".into()).unwrap_err(), ["phone"]);
        let without_name = contact(|request| {
            request.name.clear();
            request.email = "geen adres".into();
        });
        assert_eq!(without_name.unwrap_err(), ["name", "email"]);
    }

    #[test]
    fn a_group_answers_after_it_was_asked_and_not_tomorrow() {
        let day = |text: &str| text.parse::<CivilDate>().unwrap();
        let request = |answer, answered_on: Option<&str>| GroupHelpRequest {
            version: 0,
            group: "Portiek 4".into(),
            to_area_id: AreaId::parse("lindenflat").unwrap(),
            asked_on: day("2026-03-01"),
            answer,
            answered_on: answered_on.map(day),
            note: String::new(),
        };
        let today = day("2026-03-10");
        let faults = |request: GroupHelpRequest| -> Vec<String> {
            request.read(today).unwrap_err().into_iter().map(|fault| fault.field).collect()
        };
        assert!(request(HelpAnswer::Yes, Some("2026-03-01")).read(today).is_ok());
        // A day without an answer says nothing.
        assert_eq!(request(HelpAnswer::Waiting, Some("2026-03-01")).read(today).unwrap().answered_on, None);
        assert_eq!(faults(request(HelpAnswer::No, None)), ["answeredOn"]);
        assert_eq!(faults(request(HelpAnswer::No, Some("2026-02-28"))), ["answeredOn"]);
        assert_eq!(faults(request(HelpAnswer::No, Some("2026-03-11"))), ["answeredOn"]);
        let early = GroupHelpRequest { asked_on: day("2026-04-01"), ..request(HelpAnswer::Waiting, None) };
        assert_eq!(faults(early), ["askedOn"]);
    }
}
