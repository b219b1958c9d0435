//! What the administrator fills in for one partner.

use leptos::prelude::*;
use shared::fault::{Fault, FaultCode};
use shared::ids::OfficialId;
use shared::mailing::Mailing;
use shared::partner::AgreementRole;
use shared::time::CivilDate;
use shared::wire::partners::{AbsenceRequest, PartnerCare, PartnerCareRequest};

/// Lives as long as the program, like every draft.
#[derive(Clone, Copy)]
pub(crate) struct PartnerDraft {
    pub(super) version: RwSignal<u32>,
    pub(super) agreement: RwSignal<String>,
    pub(super) until: RwSignal<String>,
    pub(super) mailbox: RwSignal<String>,
    pub(super) by_mail: RwSignal<bool>,
    pub(super) mailing: RwSignal<String>,
    /// What comes at once all the same, of [`Mailing::CHOICES`].
    pub(super) direct: [RwSignal<bool>; 3],
    pub(super) officials: RwSignal<Vec<OfficialDraft>>,
    pub(super) open: RwSignal<bool>,
    pub(super) touched: RwSignal<bool>,
}

#[derive(Clone, Copy)]
pub(super) struct OfficialDraft {
    pub(super) id: StoredValue<OfficialId>,
    pub(super) until: RwSignal<String>,
    pub(super) deputy: RwSignal<String>,
}

/// The two ways in which mail comes, as values in a list.
pub(super) const DIRECT: &str = "direct";
pub(super) const DAILY: &str = "daily";

/// The roles with their values in a list.
pub(super) const ROLES: [(AgreementRole, &str); 3] = [
    (AgreementRole::Controller, "controller"),
    (AgreementRole::JointController, "jointController"),
    (AgreementRole::Processor, "processor"),
];

impl PartnerDraft {
    /// As it stands now, with its form open or not.
    pub(crate) fn of(care: &PartnerCare, open: bool) -> Self {
        let role = care.agreement.and_then(|role| ROLES.iter().find(|(known, _)| *known == role));
        let day = |day: Option<CivilDate>| RwSignal::new(day.map(|day| day.to_string()).unwrap_or_default());
        Self {
            version: RwSignal::new(care.version),
            agreement: RwSignal::new(role.map(|(_, value)| (*value).to_owned()).unwrap_or_default()),
            until: day(care.agreement_until),
            mailbox: RwSignal::new(care.mailbox.clone().unwrap_or_default()),
            by_mail: RwSignal::new(care.by_mail),
            mailing: RwSignal::new(if care.mailing.daily { DAILY } else { DIRECT }.to_owned()),
            direct: Mailing::CHOICES.map(|kind| RwSignal::new(care.mailing.direct.contains(&kind))),
            officials: RwSignal::new(
                care.officials
                    .iter()
                    .map(|official| OfficialDraft {
                        id: StoredValue::new(official.id.clone()),
                        until: day(official.away_until),
                        deputy: RwSignal::new(official.deputy.as_ref().map(ToString::to_string).unwrap_or_default()),
                    })
                    .collect(),
            ),
            open: RwSignal::new(open),
            touched: RwSignal::new(false),
        }
    }

    pub(crate) fn is_open(&self) -> bool {
        self.open.get_untracked()
    }

    pub(crate) fn close(&self) {
        self.open.set(false);
    }

    pub(crate) fn holds_text(&self) -> bool {
        self.touched.get_untracked()
    }

    pub(super) fn read(&self) -> Result<PartnerCareRequest, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut day = |field: String, value: RwSignal<String>| -> Option<CivilDate> {
            let text = value.get_untracked();
            if text.is_empty() {
                return None;
            }
            text.parse().map_err(|_| faults.push(Fault::new(field, FaultCode::NotADate))).ok()
        };
        let agreement_until = day("agreementUntil".to_owned(), self.until);
        let officials = self
            .officials
            .get_untracked()
            .into_iter()
            .enumerate()
            .map(|(place, official)| AbsenceRequest {
                id: official.id.get_value(),
                away_until: day(format!("officials.{place}.awayUntil"), official.until),
                deputy: official.deputy.with_untracked(|id| OfficialId::parse(id).ok()),
            })
            .collect();
        let chosen = self.agreement.get_untracked();
        let agreement = ROLES.iter().find(|(_, value)| *value == chosen).map(|(role, _)| *role);
        // Nothing is left of an agreement that there is not, so that a date that stands there means one.
        let mailbox = self.mailbox.get_untracked();
        let version = self.version.get_untracked();
        let chosen = Mailing::CHOICES.into_iter().zip(self.direct);
        let mailing = Mailing {
            daily: self.mailing.with_untracked(|mailing| mailing == DAILY),
            direct: chosen.filter(|(_, direct)| direct.get_untracked()).map(|(kind, _)| kind).collect(),
        };
        let by_mail = self.by_mail.get_untracked();
        let request = PartnerCareRequest { version, agreement, agreement_until, mailbox, mailing, by_mail, officials };
        if faults.is_empty() { Ok(request) } else { Err(faults) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn care() -> PartnerCare {
        serde_json::from_str(
            r#"{ "id": "woonstad", "name": "Woonstad", "kind": "housingCorporation", "coordinating": false, "version": 2,
                "agreement": "jointController", "agreementUntil": "2027-01-31", "mailbox": "wijk@woonstad.example",
                "byMail": false, "mailing": { "daily": true, "direct": ["caseOffered"] },
                "trouble": null, "openCases": 1,
                "officials": [{ "id": "wil", "name": "Wil", "role": "handler", "active": true,
                    "awayUntil": "2026-12-01", "deputy": null }] }"#,
        )
        .unwrap()
    }

    #[test]
    fn what_nobody_changed_is_sent_as_it_was() {
        Owner::new().with(|| {
            let draft = PartnerDraft::of(&care(), false);
            let request = draft.read().unwrap();
            assert_eq!((request.version, request.agreement), (2, Some(AgreementRole::JointController)));
            assert_eq!(request.agreement_until, "2027-01-31".parse().ok());
            assert_eq!(request.officials[0].away_until, "2026-12-01".parse().ok());
            assert_eq!(request.officials[0].deputy, None);
            assert_eq!(request.mailing, care().mailing);
            draft.until.set("morgen".into());
            let faults = draft.read().unwrap_err();
            assert_eq!(faults, [Fault::new("agreementUntil", FaultCode::NotADate)]);
        });
    }
}
