//! Names for the ids that a case holds; what has been retired keeps its name.

use shared::{
    actor::Actor,
    area::Area,
    ids::{AreaId, PartnerId, TopicId},
    partner::{Official, Partner, PartnerKind},
    text::{Language, Localized},
    topic::Topic,
    wire::admin::EntryActor,
};

use crate::{
    operation::Context,
    refusal::Refusal,
    store::{
        municipality::{self, Which},
        official,
    },
};

pub(super) struct Names {
    areas: Vec<Area>,
    topics: Vec<Topic>,
    partners: Vec<Partner>,
    officials: Vec<Official>,
}

impl Names {
    pub(super) fn read(context: &Context<'_>) -> Result<Self, Refusal> {
        Ok(Self {
            areas: municipality::areas(context.sql, Which::All)?,
            topics: municipality::topics(context.sql, Which::All)?,
            partners: municipality::partners(context.sql, Which::All)?,
            officials: official::all(context.sql, Which::All)?,
        })
    }

    pub(super) fn area(&self, id: &AreaId) -> String {
        self.areas.iter().find(|area| &area.id == id).map(|area| area.name.clone()).unwrap_or_default()
    }

    pub(super) fn topic(&self, id: Option<&TopicId>) -> Option<Localized> {
        self.topics.iter().find(|topic| Some(&topic.id) == id).map(|topic| topic.name.clone())
    }

    pub(super) fn partner(&self, id: &PartnerId) -> Option<&Partner> {
        self.partners.iter().find(|partner| &partner.id == id)
    }

    pub(super) fn is_police(&self, id: &PartnerId) -> bool {
        self.partner(id).is_some_and(|partner| partner.kind == PartnerKind::Police)
    }

    /// "Woonstad (woningcorporatie)".
    pub(super) fn public_name(&self, id: &PartnerId, language: Language) -> String {
        self.partner(id).map(|partner| partner.public_name(language)).unwrap_or_default()
    }

    pub(super) fn actor(&self, actor: &Actor) -> EntryActor {
        match actor {
            Actor::Resident => EntryActor::Resident,
            Actor::Pledger { .. } => EntryActor::Pledger,
            Actor::System => EntryActor::System,
            Actor::Mailed { partner } => EntryActor::Mailed { partner: partner.clone() },
            Actor::Official { id, partner, .. } => {
                let name = self.officials.iter().find(|official| &official.id == id);
                EntryActor::Official {
                    name: name.map(|official| official.name.clone()).unwrap_or_default(),
                    partner: partner.clone(),
                }
            }
        }
    }
}

/// The first line of what somebody wrote, as the title of it.
pub(super) fn title(what: Option<&str>) -> String {
    what.and_then(|what| what.lines().next()).unwrap_or_default().trim().to_owned()
}
