//! What is typed on the page of an area and not saved yet.

use leptos::prelude::*;
use shared::area::NetworkLevel;
use shared::area_care::{AreaContact, ContactRole, GroupHelp, HelpAnswer, Phase};
use shared::fault::{Fault, FaultCode};
use shared::ids::{AreaContactId, AreaId, GroupHelpId, PartnerId};
use shared::time::CivilDate;
use shared::wire::areas::{AreaContactRequest, AreaDetail, GroupHelpRequest, JudgementRequest, PhaseRequest};

use super::entry::{Draft, LineDraft};
use crate::api::{Client, Failure};
use crate::platform::today;

/// The levels as they stand in the form.
pub(super) const LEVELS: [(NetworkLevel, &str); 3] = [
    (NetworkLevel::LooseSand, "looseSand"),
    (NetworkLevel::BeginningNetwork, "beginningNetwork"),
    (NetworkLevel::Group, "group"),
];

/// Every form of the page of one area. Lives as long as the program, like every draft.
#[derive(Clone, Copy)]
pub(crate) struct AreaDraft {
    pub(super) judging: Judging,
    pub(super) phase: PhaseDraft,
    pub(super) help: HelpDraft,
    pub(super) contact: ContactDraft,
}

impl AreaDraft {
    pub(crate) fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            judging: Judging { open: RwSignal::new(false), level: text(), reason: text() },
            phase: PhaseDraft { open: RwSignal::new(false), phase: text(), next: text() },
            help: HelpDraft {
                open: RwSignal::new(false),
                changes: RwSignal::new(None),
                group: text(),
                to: text(),
                asked_on: text(),
                answer: RwSignal::new(HelpAnswer::Waiting.word().to_owned()),
                answered_on: text(),
                note: text(),
            },
            contact: ContactDraft::new(),
        }
    }

    /// Whether something was typed in a form that is open.
    pub(crate) fn holds_text(&self) -> bool {
        let typed = |open: RwSignal<bool>, texts: &[RwSignal<String>]| {
            open.get_untracked() && texts.iter().any(|text| !text.with_untracked(String::is_empty))
        };
        typed(self.judging.open, &[self.judging.reason])
            || typed(self.phase.open, &[self.phase.next])
            || typed(self.help.open, &[self.help.group, self.help.note])
            || typed(self.contact.open, &[self.contact.name, self.contact.phone, self.contact.email])
    }
}

/// The coordinator's judgement.
#[derive(Clone, Copy)]
pub(super) struct Judging {
    pub(super) open: RwSignal<bool>,
    pub(super) level: RwSignal<String>,
    pub(super) reason: RwSignal<String>,
}

impl Judging {
    pub(super) fn read(self) -> Result<JudgementRequest, Vec<Fault>> {
        let word = self.level.get_untracked();
        let level = LEVELS.iter().find(|(_, known)| *known == word).map(|(level, _)| *level);
        let reason = self.reason.get_untracked();
        match level {
            None => Err(vec![Fault::new("level", FaultCode::ChoiceRequired)]),
            Some(level) => {
                let request = JudgementRequest { level, reason };
                request.read().map(|_| request)
            }
        }
    }
}

impl Draft for Judging {
    fn open(self) -> RwSignal<bool> {
        self.open
    }

    fn clear(self) {
        self.open.set(false);
        self.level.set(String::new());
        self.reason.set(String::new());
    }
}

#[derive(Clone, Copy)]
pub(super) struct PhaseDraft {
    pub(super) open: RwSignal<bool>,
    /// Empty: no phase.
    pub(super) phase: RwSignal<String>,
    pub(super) next: RwSignal<String>,
}

impl PhaseDraft {
    pub(super) fn read(self) -> Result<PhaseRequest, Vec<Fault>> {
        let phase = self.phase.with_untracked(|word| Phase::from_word(word));
        let request = PhaseRequest { phase, next: self.next.get_untracked() };
        request.read().map(|_| request)
    }
}

impl Draft for PhaseDraft {
    fn open(self) -> RwSignal<bool> {
        self.open
    }

    fn clear(self) {
        self.open.set(false);
        self.phase.set(String::new());
        self.next.set(String::new());
    }
}

/// A group that was asked to help.
#[derive(Clone, Copy)]
pub(super) struct HelpDraft {
    pub(super) open: RwSignal<bool>,
    /// The one that is changed, and the version it was made on.
    pub(super) changes: RwSignal<Option<(GroupHelpId, u32)>>,
    pub(super) group: RwSignal<String>,
    pub(super) to: RwSignal<String>,
    pub(super) asked_on: RwSignal<String>,
    pub(super) answer: RwSignal<String>,
    pub(super) answered_on: RwSignal<String>,
    pub(super) note: RwSignal<String>,
}

impl HelpDraft {
    pub(super) fn show(self, help: &GroupHelp) {
        self.changes.set(Some((help.id.clone(), help.version)));
        self.group.set(help.group.clone());
        self.to.set(help.to_area_id.to_string());
        self.asked_on.set(help.asked_on.to_string());
        self.answer.set(help.answer.word().to_owned());
        self.answered_on.set(help.answered_on.map(|day| day.to_string()).unwrap_or_default());
        self.note.set(help.note.clone().unwrap_or_default());
        self.open.set(true);
    }

    fn read_on(self, today: CivilDate) -> Result<GroupHelpRequest, Vec<Fault>> {
        let mut faults = Vec::new();
        let to = self.to.with_untracked(|id| AreaId::parse(id).ok());
        if to.is_none() {
            faults.push(Fault::new("toAreaId", FaultCode::ChoiceRequired));
        }
        let mut day = |field: &str, text: RwSignal<String>| {
            let text = text.get_untracked();
            let day = text.parse::<CivilDate>().ok();
            if day.is_none() && !text.is_empty() {
                faults.push(Fault::new(field, FaultCode::NotADate));
            }
            day
        };
        let (asked_on, answered_on) = (day("askedOn", self.asked_on), day("answeredOn", self.answered_on));
        let version = self.changes.with_untracked(|changes| changes.as_ref().map_or(0, |(_, version)| *version));
        let answer = self.answer.with_untracked(|word| HelpAnswer::from_word(word)).unwrap_or(HelpAnswer::Waiting);
        if asked_on.is_none() && faults.iter().all(|fault| fault.field != "askedOn") {
            faults.push(Fault::new("askedOn", FaultCode::Required));
        }
        match (to, asked_on) {
            (Some(to_area_id), Some(asked_on)) if faults.is_empty() => {
                let (group, note) = (self.group.get_untracked(), self.note.get_untracked());
                let request = GroupHelpRequest { version, group, to_area_id, asked_on, answer, answered_on, note };
                request.read(today).map(|_| request)
            }
            _ => Err(faults),
        }
    }
}

impl Draft for HelpDraft {
    fn open(self) -> RwSignal<bool> {
        self.open
    }

    fn clear(self) {
        self.open.set(false);
        self.changes.set(None);
        for text in [self.group, self.to, self.asked_on, self.answered_on, self.note] {
            text.set(String::new());
        }
        self.answer.set(HelpAnswer::Waiting.word().to_owned());
    }
}

impl LineDraft for HelpDraft {
    type Id = GroupHelpId;
    type Request = GroupHelpRequest;
    const NAME: &'static str = "help";

    fn changes(self) -> RwSignal<Option<(GroupHelpId, u32)>> {
        self.changes
    }

    fn read(self) -> Result<GroupHelpRequest, Vec<Fault>> {
        self.read_on(today())
    }

    async fn save(
        client: Client,
        area: AreaId,
        id: Option<GroupHelpId>,
        request: GroupHelpRequest,
    ) -> Result<AreaDetail, Failure> {
        client.save_help(&area, id.as_ref(), &request).await
    }

    fn version_in(id: &GroupHelpId, now: &AreaDetail) -> Option<u32> {
        now.helps.iter().find(|help| &help.id == id).map(|help| help.version)
    }

    fn show_now(self, now: &AreaDetail) {
        let changed = self.changes.get_untracked();
        match changed.and_then(|(id, _)| now.helps.iter().find(|help| help.id == id)) {
            Some(help) => self.show(help),
            None => self.clear(),
        }
    }
}

/// A contact person.
#[derive(Clone, Copy)]
pub(super) struct ContactDraft {
    pub(super) open: RwSignal<bool>,
    /// The one that is changed, and the version it was made on.
    pub(super) changes: RwSignal<Option<(AreaContactId, u32)>>,
    pub(super) partner: RwSignal<String>,
    pub(super) role: RwSignal<String>,
    pub(super) name: RwSignal<String>,
    pub(super) phone: RwSignal<String>,
    pub(super) email: RwSignal<String>,
    pub(super) public: RwSignal<bool>,
}

impl ContactDraft {
    fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            open: RwSignal::new(false),
            changes: RwSignal::new(None),
            partner: text(),
            role: text(),
            name: text(),
            phone: text(),
            email: text(),
            public: RwSignal::new(false),
        }
    }

    pub(super) fn show(self, contact: &AreaContact) {
        self.changes.set(Some((contact.id.clone(), contact.version)));
        self.partner.set(contact.partner_id.to_string());
        self.role.set(contact.role.word().to_owned());
        self.name.set(contact.name.clone());
        self.phone.set(contact.phone.clone().unwrap_or_default());
        self.email.set(contact.email.clone().unwrap_or_default());
        self.public.set(contact.public);
        self.open.set(true);
    }
}

impl Draft for ContactDraft {
    fn open(self) -> RwSignal<bool> {
        self.open
    }

    fn clear(self) {
        self.open.set(false);
        self.changes.set(None);
        for text in [self.partner, self.role, self.name, self.phone, self.email] {
            text.set(String::new());
        }
        self.public.set(false);
    }
}

impl LineDraft for ContactDraft {
    type Id = AreaContactId;
    type Request = AreaContactRequest;
    const NAME: &'static str = "contact";

    fn changes(self) -> RwSignal<Option<(AreaContactId, u32)>> {
        self.changes
    }

    fn read(self) -> Result<AreaContactRequest, Vec<Fault>> {
        let partner = self.partner.with_untracked(|id| PartnerId::parse(id).ok());
        let role = self.role.with_untracked(|word| ContactRole::from_word(word));
        let version = self.changes.with_untracked(|changes| changes.as_ref().map_or(0, |(_, version)| *version));
        let (Some(partner_id), Some(role)) = (partner.clone(), role) else {
            let missing = [("partnerId", partner.is_none()), ("role", role.is_none())];
            let faults = missing.into_iter().filter(|(_, missing)| *missing);
            return Err(faults.map(|(field, _)| Fault::new(field, FaultCode::ChoiceRequired)).collect());
        };
        let request = AreaContactRequest {
            version,
            partner_id,
            role,
            name: self.name.get_untracked(),
            phone: self.phone.get_untracked(),
            email: self.email.get_untracked(),
            public: self.public.get_untracked(),
        };
        request.read().map(|_| request)
    }

    async fn save(
        client: Client,
        area: AreaId,
        id: Option<AreaContactId>,
        request: AreaContactRequest,
    ) -> Result<AreaDetail, Failure> {
        client.save_area_contact(&area, id.as_ref(), &request).await
    }

    fn version_in(id: &AreaContactId, now: &AreaDetail) -> Option<u32> {
        now.contacts.iter().find(|contact| &contact.id == id).map(|contact| contact.version)
    }

    fn show_now(self, now: &AreaDetail) {
        let changed = self.changes.get_untracked();
        match changed.and_then(|(id, _)| now.contacts.iter().find(|contact| contact.id == id)) {
            Some(contact) => self.show(contact),
            None => self.clear(),
        }
    }
}

#[cfg(test)]
mod tests {
    use shared::wire::areas::AreaLine;

    use super::*;

    #[test]
    fn what_is_missing_is_said_before_anything_is_sent() {
        Owner::new().with(|| {
            let draft = AreaDraft::new();
            let fields = |faults: Vec<Fault>| -> Vec<String> { faults.into_iter().map(|fault| fault.field).collect() };
            assert_eq!(fields(draft.judging.read().unwrap_err()), ["level"]);
            draft.judging.level.set("group".into());
            assert_eq!(fields(draft.judging.read().unwrap_err()), ["reason"]);
            assert_eq!(fields(draft.contact.read().unwrap_err()), ["partnerId", "role"]);
            let today = "2026-03-10".parse().unwrap();
            assert_eq!(fields(draft.help.read_on(today).unwrap_err()), ["toAreaId", "askedOn"]);
            draft.help.asked_on.set("gisteren".into());
            assert_eq!(fields(draft.help.read_on(today).unwrap_err()), ["toAreaId", "askedOn"]);
            assert_eq!(draft.phase.read().unwrap().phase, None, "an aid that nobody has to use");
        });
    }

    #[test]
    fn what_somebody_else_changed_or_took_away_can_still_be_saved() {
        Owner::new().with(|| {
            let contact = |version: u32, name: &str| AreaContact {
                id: AreaContactId::parse("sheila").unwrap(),
                version,
                area_id: AreaId::parse("noord").unwrap(),
                partner_id: PartnerId::parse("welzijn").unwrap(),
                role: ContactRole::YouthWorker,
                name: name.into(),
                phone: Some("0800 0300".into()),
                email: None,
                public: false,
            };
            let line = AreaLine { area_id: contact(1, "").area_id, judged: None, scanned: None, phase: None };
            let now = |contacts: Vec<AreaContact>| AreaDetail {
                line: line.clone(),
                levels: vec![],
                phases: vec![],
                figures: vec![],
                helps: vec![],
                groups_nearby: vec![],
                contacts,
                new_cases: vec![],
                experienced: vec![],
            };
            let draft = ContactDraft::new();
            draft.show(&contact(1, "Sheila"));
            draft.phone.set("0800 0399".into());
            draft.go_on_from(&now(vec![contact(2, "Sheila B.")]));
            let request = draft.read().unwrap();
            assert_eq!((request.version, request.name.as_str(), request.phone.as_str()), (2, "Sheila", "0800 0399"));
            draft.show_now(&now(vec![contact(2, "Sheila B.")]));
            assert_eq!(draft.read().unwrap().name, "Sheila B.");
            draft.go_on_from(&now(vec![]));
            assert_eq!(draft.read().unwrap().version, 0, "it is a new one");
            draft.show_now(&now(vec![]));
            assert!(!draft.open.get_untracked());
        });
    }

    #[test]
    fn only_an_open_form_with_words_holds_text() {
        Owner::new().with(|| {
            let draft = AreaDraft::new();
            draft.judging.open.set(true);
            assert!(!draft.holds_text());
            draft.judging.reason.set("Zij koken samen.".into());
            assert!(draft.holds_text());
            draft.judging.clear();
            assert!(!draft.holds_text());
        });
    }
}
