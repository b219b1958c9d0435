//! The public snapshot: everything the public may see of a municipality, in every language, in one piece.
//!
//! The edge keeps it for some seconds, so that reading scales without the object. What depends on the clock (whether
//! a poll is open) the edge works out from the times in it.

use serde::{Deserialize, Serialize};
use shared::{
    area::Area,
    area_map::AreaMap,
    ids::{PartnerId, PollId, Slug},
    partner::PartnerKind,
    settings::Settings,
    text::Language,
    time::Instant,
    topic::Topic,
    wire::public::{ContactView, MunicipalityView, PollView},
};

use super::{
    areas::{self, PublicAreaContact},
    cases::{self, PublicCases},
    formal_rights::{self, PublicRights},
    polls::{self, PublicPolls},
};
use crate::{
    house_style::{LogoPlace, Sheet},
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    outbox::push,
    refusal::Refusal,
    store::{
        area_map, house_style,
        municipality::{self, Which},
        object, postcode,
    },
};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublicSnapshot {
    /// Counts changes; the same number is the same content.
    pub version: u64,
    pub slug: Slug,
    pub settings: Settings,
    /// Current ones, without network levels.
    pub areas: Vec<Area>,
    /// Those that are gone; figures of earlier polls still have their names.
    pub retired_areas: Vec<Area>,
    /// Where areas lie, when a map was loaded.
    pub map: Option<AreaMap>,
    /// Whether an area can be found by its postcodes.
    pub by_postcode: bool,
    pub topics: Vec<Topic>,
    pub partners: Vec<PublicPartner>,
    pub polls: PublicPolls,
    pub cases: PublicCases,
    /// Contact persons of areas that residents may see, and nothing else that officials keep of areas.
    pub area_contacts: Vec<PublicAreaContact>,
    /// Formal rights that are on.
    pub formal_rights: PublicRights,
    /// How pages look; none is our own look.
    pub style: Option<Sheet>,
    pub logo: Option<LogoPlace>,
    /// What messages to devices are signed with, as browsers ask for it; none, and they are not offered.
    pub push_key: Option<String>,
}

/// A partner as everybody may know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicPartner {
    pub id: PartnerId,
    pub name: String,
    pub kind: PartnerKind,
}

impl PublicSnapshot {
    /// What every page of the municipality needs, in one language.
    pub fn municipality(&self, language: Language) -> MunicipalityView {
        MunicipalityView {
            slug: self.slug.clone(),
            name: self.settings.name.clone(),
            languages: self.settings.languages.clone(),
            contact: self.contact(language),
            topics: self.topics.iter().map(|topic| topic.in_language(language)).collect(),
            areas: self.areas.clone(),
        }
    }

    /// Current areas, and after them those that are gone.
    pub fn all_areas(&self) -> Vec<Area> {
        self.areas.iter().chain(&self.retired_areas).cloned().collect()
    }

    /// One poll in one language.
    pub fn poll(&self, id: &PollId, language: Language, now: Instant) -> Option<PollView> {
        self.polls.find(id)?.view(language, now, &self.all_areas())
    }

    pub fn contact(&self, language: Language) -> ContactView {
        let contact = &self.settings.contact;
        ContactView {
            phone: contact.phone.clone(),
            hours: contact.hours.in_language(language),
            person: contact.person.clone(),
        }
    }
}

/// Reads the snapshot; answers nothing when `known` is still its version.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadSnapshot {
    pub known: Option<u64>,
}

impl Operation for ReadSnapshot {
    type Reply = Option<Box<PublicSnapshot>>;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-snapshot";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<Self::Reply, Refusal> {
        let settings = super::settings(context)?;
        let version = object::public_version(context.sql)?;
        if self.known == Some(version) {
            return Ok(None);
        }
        let partners = municipality::partners(context.sql, Which::Current)?;
        let cases = cases::public(context)?;
        let current = municipality::areas(context.sql, Which::Current)?;
        let mut retired_areas = municipality::areas(context.sql, Which::All)?;
        retired_areas.retain(|area| !current.iter().any(|current| current.id == area.id));
        Ok(Some(Box::new(PublicSnapshot {
            version,
            slug: Slug::parse(context.name).map_err(|error| Refusal::fault(error.to_string()))?,
            settings,
            areas: current.iter().map(Area::public).collect(),
            retired_areas: retired_areas.iter().map(Area::public).collect(),
            map: area_map::read(context.sql)?,
            by_postcode: postcode::is_loaded(context.sql)?,
            topics: municipality::topics(context.sql, Which::Current)?,
            partners: partners
                .into_iter()
                .map(|partner| PublicPartner { id: partner.id, name: partner.name, kind: partner.kind })
                .collect(),
            polls: polls::public(context, &cases)?,
            cases,
            area_contacts: areas::public_contacts(context)?,
            formal_rights: formal_rights::public(context)?,
            push_key: context.config.push_keys.current().and_then(|key| push::public_key(&key.bytes)),
            logo: house_style::logo(context.sql)?.map(|logo| logo.place()),
            style: house_style::read(context.sql)?.map(|(_, style)| Sheet::from(&style)),
        })))
    }
}
