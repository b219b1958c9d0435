//! Organisations that can own a case, and their officials.

use serde::{Deserialize, Serialize};

use crate::actor::Role;
use crate::ids::{OfficialId, PartnerId};
use crate::languages::{ar, pl, tr, uk};
use crate::text::Language;
use crate::time::CivilDate;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PartnerKind {
    Municipality,
    Police,
    HousingCorporation,
    Welfare,
}

impl PartnerKind {
    /// What kind of organisation this is, as residents call it; written behind its name.
    pub const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Municipality, Language::Nl) => "gemeente",
            (Self::Police, Language::Nl) => "politie",
            (Self::HousingCorporation, Language::Nl) => "woningcorporatie",
            (Self::Welfare, Language::Nl) => "welzijn",
            (Self::Municipality, Language::En) => "municipality",
            (Self::Police, Language::En) => "police",
            (Self::HousingCorporation, Language::En) => "housing association",
            (Self::Welfare, Language::En) => "welfare organisation",
            (kind, Language::Tr) => tr::partner_kind(kind),
            (kind, Language::Ar) => ar::partner_kind(kind),
            (kind, Language::Pl) => pl::partner_kind(kind),
            (kind, Language::Uk) => uk::partner_kind(kind),
        }
    }
}

/// What an organisation is by the data agreement with it (AVG, articles 4(7), 26 and 28).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AgreementRole {
    /// Decides for itself what it does with personal data: *verwerkingsverantwoordelijke*.
    Controller,
    /// Decides together with the municipality.
    JointController,
    /// Works on the municipality's orders: *verwerker*.
    Processor,
}

/// One of the organisations. Exactly one of a municipality's partners is the coordinating one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Partner {
    pub id: PartnerId,
    /// The proper name, the same in every language.
    pub name: String,
    pub kind: PartnerKind,
    /// Owns what nobody else does, and what partners do not agree on.
    #[serde(default)]
    pub coordinating: bool,
    /// What the partner is by the data agreement with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<AgreementRole>,
    /// Until when the data agreement with this partner holds. Without a valid one, nothing is routed to it.
    /// The coordinating partner, being the municipality itself, needs none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement_until: Option<CivilDate>,
}

impl Partner {
    /// The name with the kind behind it, as residents read it: "Woonstad (woningcorporatie)".
    pub fn public_name(&self, language: Language) -> String {
        format!("{} ({})", self.name, self.kind.label(language))
    }
}

/// A person of one partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Official {
    pub id: OfficialId,
    pub partner_id: PartnerId,
    pub name: String,
    /// Where their mail goes, in their own language.
    pub email: String,
    pub role: Role,
    #[serde(default = "active_by_default")]
    pub active: bool,
    #[serde(default)]
    pub language: Language,
}

const fn active_by_default() -> bool {
    true
}
