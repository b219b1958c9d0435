//! The areas of a municipality: wijken, the buurten in them, and complexes (one building) in a buurt.

use serde::{Deserialize, Serialize};

use crate::ids::AreaId;

/// The level of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AreaKind {
    Wijk,
    Buurt,
    Complex,
}

/// How organised the residents of an area are: a working judgement of officials, never shown in public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum NetworkLevel {
    /// *Los zand*: nothing comes from the residents yet.
    LooseSand,
    /// *Beginnend netwerk*: some want something and could organise it.
    BeginningNetwork,
    /// *Groep*: residents involve the partners themselves.
    Group,
}

/// The code that CBS gives a wijk (`WK003401`) or buurt (`BU00340101`), with the year of the division:
/// codes change nearly every year, so a code is an attribute and not the id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CbsCode {
    pub code: String,
    pub year: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Area {
    pub id: AreaId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<AreaId>,
    pub kind: AreaKind,
    /// The proper name, the same in every language.
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cbs: Option<CbsCode>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network_level: Option<NetworkLevel>,
}

impl Area {
    /// The area as everybody may see it: without the judgement of officials.
    #[must_use]
    pub fn public(&self) -> Self {
        Self { network_level: None, ..self.clone() }
    }
}

/// Whether `area` is `within` or lies under it, following parents at most as deep as there are areas
/// (so that a loop in the data ends too).
pub fn lies_within(areas: &[Area], area: &AreaId, within: &AreaId) -> bool {
    let mut current = Some(area);
    for _ in 0..=areas.len() {
        match current {
            None => return false,
            Some(id) if id == within => return true,
            Some(id) => current = areas.iter().find(|area| &area.id == id).and_then(|area| area.parent_id.as_ref()),
        }
    }
    false
}
