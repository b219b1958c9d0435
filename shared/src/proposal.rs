//! What a resident sends in: an idea, or an initiative of their own.

pub mod fill;

use serde::{Deserialize, Serialize};

use crate::area::Area;
use crate::fault::{Fault, FaultCode};
use crate::ids::{AreaId, TopicId};
use crate::text::{LINE, Language, RESIDENT_TEXT};
use crate::topic::Topic;

/// What is asked of the partner; routing rules may look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ProposalKind {
    /// Somebody else should do it.
    Idea,
    /// The residents do something themselves and need something for it.
    Initiative,
    /// "Wij doen dit zelf, u hoeft alleen te weten."
    Notice,
    /// *Buurtpreventie*: residents watch together. It is public only with agreements and a contact.
    NeighbourhoodWatch,
}

/// A proposal as somebody fills it in: what the page holds, what the form and the API carry.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ProposalDraft {
    /// None is "weet ik niet": it goes to the coordinator.
    pub topic_id: Option<TopicId>,
    pub area_id: Option<AreaId>,
    pub what: String,
    pub why: String,
    /// What the residents do themselves.
    pub we_do: String,
    /// What they need from others.
    pub we_need: String,
    /// They need nothing; the partner only has to know.
    pub only_inform: bool,
    /// It is *buurtpreventie*.
    pub neighbourhood_watch: bool,
    pub email: String,
    /// Whether it may be shown in public, once a moderator has released it.
    pub may_be_public: bool,
}

/// A proposal that fits: cleaned, within limits, about topics and areas that exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub topic_id: Option<TopicId>,
    pub area_id: AreaId,
    pub what: String,
    pub why: Option<String>,
    pub we_do: Option<String>,
    pub we_need: Option<String>,
    pub kind: ProposalKind,
    pub email: Option<String>,
    pub may_be_public: bool,
    pub language: Language,
}

impl ProposalDraft {
    /// Reads the draft, naming every field at fault.
    pub fn read<T>(&self, language: Language, topics: &[Topic<T>], areas: &[Area]) -> Result<Proposal, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut text = |field: &str, read: Result<Option<String>, FaultCode>| {
            read.unwrap_or_else(|code| {
                faults.push(Fault::new(field, code));
                None
            })
        };
        let what = text("what", RESIDENT_TEXT.read_required(&self.what).map(Some)).unwrap_or_default();
        let why = text("why", RESIDENT_TEXT.read(&self.why));
        let we_do = text("weDo", RESIDENT_TEXT.read(&self.we_do));
        let we_need = text("weNeed", RESIDENT_TEXT.read(&self.we_need));
        let email = text("email", read_email(&self.email));
        if self.topic_id.as_ref().is_some_and(|id| !topics.iter().any(|topic| &topic.id == id)) {
            faults.push(Fault::new("topicId", FaultCode::Unknown));
        }
        let area_id = match &self.area_id {
            Some(id) if areas.iter().any(|area| &area.id == id) => Some(id.clone()),
            Some(_) => {
                faults.push(Fault::new("areaId", FaultCode::Unknown));
                None
            }
            None => {
                faults.push(Fault::new("areaId", FaultCode::ChoiceRequired));
                None
            }
        };
        let kind = self.kind();
        match area_id {
            Some(area_id) if faults.is_empty() => Ok(Proposal {
                topic_id: self.topic_id.clone(),
                area_id,
                what,
                why,
                we_do,
                we_need,
                kind,
                email,
                may_be_public: self.may_be_public,
                language,
            }),
            _ => Err(faults),
        }
    }

    /// What is asked of the partner, from what is filled in.
    pub fn kind(&self) -> ProposalKind {
        if self.neighbourhood_watch {
            ProposalKind::NeighbourhoodWatch
        } else if self.only_inform {
            ProposalKind::Notice
        } else if self.we_do.trim().is_empty() {
            ProposalKind::Idea
        } else {
            ProposalKind::Initiative
        }
    }
}

/// Reads an optional e-mail address: one `@`, something before it, a dot in what follows, no space or control
/// character (a line end in an address could add headers to a mail). Whether it works, only a mail can tell.
pub fn read_email(raw: &str) -> Result<Option<String>, FaultCode> {
    let Some(address) = LINE.read(raw)? else { return Ok(None) };
    let plausible = address.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && domain.split('.').count() >= 2
            && domain.split('.').all(|label| !label.is_empty())
            && !domain.contains('@')
    });
    let harmless = address.chars().all(|character| {
        !character.is_whitespace()
            && !character.is_control()
            && !matches!(character, '<' | '>' | '"' | ',' | ';' | ':' | '(' | ')')
    });
    if plausible && harmless { Ok(Some(address)) } else { Err(FaultCode::NotAnEmail) }
}
