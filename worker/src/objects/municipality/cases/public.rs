//! What the edge needs of cases: the initiatives that everybody may see, and where proposals go.
//!
//! Held texts and texts that accuse somebody are never in it, whatever a row says.

use serde::{Deserialize, Serialize};
use shared::{
    case::{Event, PublicStatus, Recorded},
    ids::{AreaId, CaseId, TopicId},
    pledge::PledgeCount,
    promise::Calendar,
    proposal::ProposalKind,
    routing::{Facts, PartnerAvailability, Routes, Rule},
    settings::Settings,
    text::{Language, Localized},
    time::{CivilDate, Instant},
    wire::{
        public::{InitiativeSummary, InitiativeView, RouteView, TimelineEntry},
        tasks::TaskView,
        translations::IdeaTranslation,
        watch::AgreementsView,
    },
};

use super::{
    File, RouteTable, Scene, backing, experience,
    handle::accuses,
    names::{Names, title},
    pledges, shown_texts, tasks, timeline, translating, watch,
};
use crate::{operation::Context, refusal::Refusal, store::case as cases};

/// What the public may see of initiatives, in every language, and what routing looks at; part of the snapshot.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PublicCases {
    /// Newest first.
    pub initiatives: Vec<PublicInitiative>,
    rules: Vec<Rule>,
    rules_version: u32,
    partners: Vec<PartnerAvailability>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublicInitiative {
    pub id: CaseId,
    language: Language,
    kind: ProposalKind,
    status: PublicStatus,
    pub topic_id: Option<TopicId>,
    topic: Option<Localized>,
    /// Where it is about, and the name of that.
    pub area_id: AreaId,
    area: String,
    /// The owner's public name, by language.
    partner: Vec<(Language, String)>,
    /// Who shows that they support it.
    backing: Vec<(Language, Vec<String>)>,
    what: String,
    why: Option<String>,
    we_do: Option<String>,
    we_need: Option<String>,
    translation: Option<IdeaTranslation>,
    agreements: Vec<(Language, Option<AgreementsView>)>,
    timeline: Vec<(Language, Vec<TimelineEntry>)>,
    /// When everybody could see it, the last time that changed.
    pub published_on: CivilDate,
    joined: PledgeCount,
    may_join: bool,
    tasks: Vec<(Language, Vec<TaskView>)>,
    /// Whether who did it answers questions of others.
    #[serde(default)]
    pub experience: bool,
}

pub fn public(context: &mut Context<'_>) -> Result<PublicCases, Refusal> {
    let (scene, table) = (Scene::read(context)?, RouteTable::read(context)?);
    let names = Names::read(context)?;
    let mut initiatives = Vec::new();
    for id in cases::public(context.sql)? {
        let file = File::read(context, &id)?;
        if file.case.is_public() && !file.case.is_held() && !accuses(context, &file)? {
            initiatives.push(initiative(context, &scene, &file, &names)?);
        }
    }
    Ok(PublicCases { initiatives, rules: table.rules, rules_version: table.version, partners: scene.partners })
}

fn initiative(context: &Context<'_>, scene: &Scene, file: &File, names: &Names) -> Result<PublicInitiative, Refusal> {
    let texts = shown_texts(context, file)?;
    let (joined, may_join) = (pledges::count(context, file)?, file.case.may_be_joined());
    let experience = experience::is_offered(context, file)?;
    let File { id, case, events } = file;
    let received = &case.received;
    let text = |id: Option<&shared::ids::TextId>| id.and_then(|id| texts.get(id)).cloned();
    Ok(PublicInitiative {
        language: case.language,
        kind: case.kind,
        status: case.status(),
        topic_id: received.topic_id.clone(),
        topic: names.topic(received.topic_id.as_ref()),
        area_id: received.area_id.clone(),
        area: names.area(&received.area_id),
        partner: by_language(|language| names.public_name(case.owner(), language)),
        backing: by_language(|language| {
            let shown = backing::shown(context, scene, case).into_iter();
            shown.map(|partner| names.public_name(partner, language)).collect()
        }),
        what: text(Some(&received.what)).unwrap_or_default(),
        why: text(received.why.as_ref()),
        we_do: text(received.we_do.as_ref()),
        we_need: text(received.we_need.as_ref()),
        translation: translating::idea(case, &texts),
        agreements: by_language(|language| watch::view(case, &texts, language)),
        timeline: by_language(|language| timeline::for_public(file, &texts, names, language)),
        published_on: published_on(events).unwrap_or_else(|| context.now.dutch_date()),
        tasks: by_language(|language| {
            tasks::for_residents(context, case, &texts, names, (tasks::Reader::Everybody, language))
        }),
        joined,
        may_join,
        experience,
        id: id.clone(),
    })
}

fn published_on(events: &[Recorded]) -> Option<CivilDate> {
    let published = events.iter().rev().find(|recorded| matches!(recorded.event, Event::Published));
    published.map(|recorded| recorded.at.dutch_date())
}

fn by_language<T>(make: impl Fn(Language) -> T) -> Vec<(Language, T)> {
    Language::ALL.into_iter().map(|language| (language, make(language))).collect()
}

fn in_language<T: Clone + Default>(all: &[(Language, T)], language: Language) -> T {
    all.iter().find(|(candidate, _)| *candidate == language).map(|(_, value)| value.clone()).unwrap_or_default()
}

impl PublicInitiative {
    pub fn summary(&self, language: Language) -> InitiativeSummary {
        InitiativeSummary {
            id: self.id.clone(),
            title: title(Some(&self.what)),
            language: self.language,
            kind: self.kind,
            topic_id: self.topic_id.clone(),
            topic: self.topic.as_ref().map(|topic| topic.in_language(language)),
            area_id: self.area_id.clone(),
            area: self.area.clone(),
            status: self.status,
            partner: in_language(&self.partner, language),
            backing: in_language(&self.backing, language),
        }
    }

    pub fn view(&self, language: Language) -> InitiativeView {
        InitiativeView {
            summary: self.summary(language),
            what: self.what.clone(),
            why: self.why.clone(),
            we_do: self.we_do.clone(),
            we_need: self.we_need.clone(),
            translation: self.translation.clone(),
            agreements: in_language(&self.agreements, language),
            timeline: in_language(&self.timeline, language),
            joined: self.joined,
            may_join: self.may_join,
            tasks: in_language(&self.tasks, language),
            experience: self.experience,
        }
    }
}

impl PublicCases {
    /// What residents did with this topic who answer questions of others, newest first.
    pub fn experienced_with<'a>(&'a self, topic: Option<&'a TopicId>) -> impl Iterator<Item = &'a PublicInitiative> {
        let same = move |one: &&PublicInitiative| topic.is_some() && one.topic_id.as_ref() == topic;
        self.initiatives.iter().filter(|one| one.experience).filter(same)
    }

    /// Who would get a proposal that came in now, and why. Areas and topics are those of the same snapshot.
    pub fn route(
        &self,
        facts: Facts<'_>,
        (topics, areas): (&[shared::topic::Topic], &[shared::area::Area]),
        settings: &Settings,
        (language, now): (Language, Instant),
    ) -> Result<RouteView, Refusal> {
        let coordinating = self.partners.iter().find(|candidate| candidate.partner.coordinating);
        let coordinating = coordinating.ok_or_else(|| Refusal::fault("no partner coordinates"))?;
        let routes = Routes {
            rules: &self.rules,
            rules_version: self.rules_version,
            topics,
            areas,
            partners: &self.partners,
            coordinating: &coordinating.partner.id,
        };
        let today = now.dutch_date();
        let routing = routes.route(facts, today);
        let name = |id| {
            let found = self.partners.iter().find(|candidate| &candidate.partner.id == id);
            found.map(|candidate| candidate.partner.public_name(language)).unwrap_or_default()
        };
        Ok(RouteView {
            partner: name(&routing.lead),
            supporting: routing.supporting.iter().map(name).collect(),
            reason: routing.reason.in_language(language).text,
            answer_by: Calendar::new(&settings.own_free_days).add_working_days(today, routing.answer_days),
        })
    }
}
