//! The sentence that tells a resident why this partner gets it.

use super::{Facts, Fallback, Routes, Rule};
use crate::area::{Area, AreaKind};
use crate::languages::{ar, pl, tr, uk};
use crate::proposal::ProposalKind;
use crate::sentence::Sentence;
use crate::text::{Language, Localized};

/// The clauses of one language. Each is read after the partner's name; names of topics and areas stay as they are.
pub(crate) struct Reasons {
    pub(crate) topic_unknown: &'static str,
    /// The partner.
    pub(crate) cannot_take: Sentence<1>,
    /// The topic.
    pub(crate) nobody_appointed: Sentence<1>,
    /// The topic, and the place as [`Self::place_in`] names it.
    pub(crate) topic_in_place: Sentence<2>,
    pub(crate) topic: Sentence<1>,
    pub(crate) place: Sentence<1>,
    /// The name of an area.
    pub(crate) place_in: Sentence<1>,
    pub(crate) kind: fn(ProposalKind) -> &'static str,
}

impl Reasons {
    const fn of(language: Language) -> &'static Self {
        match language {
            Language::Nl => &NL,
            Language::En => &EN,
            Language::Tr => &tr::REASONS,
            Language::Ar => &ar::REASONS,
            Language::Pl => &pl::REASONS,
            Language::Uk => &uk::REASONS,
        }
    }
}

const NL: Reasons = Reasons {
    topic_unknown: "omdat u het onderwerp nog niet weet; de gemeente zoekt uit wie u het best kan helpen",
    cannot_take: Sentence::new("omdat {0} dit nu niet kan aannemen"),
    nobody_appointed: Sentence::new("omdat voor {0} nog niemand is aangewezen; de gemeente zoekt uit wie u helpt"),
    topic_in_place: Sentence::new("omdat het over {0} {1} gaat"),
    topic: Sentence::new("omdat het over {0} gaat"),
    place: Sentence::new("omdat het {0} is"),
    place_in: Sentence::new("in {0}"),
    kind: |kind| match kind {
        ProposalKind::Idea => "omdat u vraagt of een ander iets wil doen",
        ProposalKind::Initiative => "omdat bewoners zelf iets willen doen",
        ProposalKind::Notice => "omdat u ons alleen iets wilt laten weten",
        ProposalKind::NeighbourhoodWatch => "omdat het over buurtpreventie gaat",
    },
};

const EN: Reasons = Reasons {
    topic_unknown: "because you do not know the topic yet; the municipality finds out who can help you best",
    cannot_take: Sentence::new("because {0} cannot take this on now"),
    nobody_appointed: Sentence::new(
        "because nobody has been appointed for {0} yet; the municipality finds out who helps you",
    ),
    topic_in_place: Sentence::new("because it is about {0} {1}"),
    topic: Sentence::new("because it is about {0}"),
    place: Sentence::new("because it is {0}"),
    place_in: Sentence::new("in {0}"),
    kind: |kind| match kind {
        ProposalKind::Idea => "because you ask somebody else to do something",
        ProposalKind::Initiative => "because residents want to do something themselves",
        ProposalKind::Notice => "because you only want to let us know",
        ProposalKind::NeighbourhoodWatch => "because it is about neighbourhood watch",
    },
};

impl Routes<'_> {
    /// A clause to be read after the partner's name, in every language.
    pub(super) fn reason(&self, rule: Option<&Rule>, facts: Facts<'_>, fallback: Option<&Fallback>) -> Localized {
        let sentence = |language| self.reason_in(rule, facts, fallback, language);
        Language::ALL.into_iter().fold(Localized::dutch(sentence(Language::Nl)), |reason, language| {
            reason.with(language, sentence(language))
        })
    }

    fn reason_in(
        &self,
        rule: Option<&Rule>,
        facts: Facts<'_>,
        fallback: Option<&Fallback>,
        language: Language,
    ) -> String {
        let reasons = Reasons::of(language);
        if facts.topic_id.is_none() {
            return reasons.topic_unknown.to_owned();
        }
        // What is wrong inside is for those who keep the rules; the resident reads who cannot take it now.
        if let Some(Fallback::NoAgreement { partner } | Fallback::NobodyActive { partner }) = fallback
            && partner != self.coordinating
            && let Some(found) = self.partners.iter().find(|candidate| &candidate.partner.id == partner)
        {
            return reasons.cannot_take.with([&found.partner.name]);
        }
        rule.and_then(|rule| self.conditions_in(rule, facts, language))
            .unwrap_or_else(|| reasons.nobody_appointed.with([&self.topic_name(facts, language).unwrap_or_default()]))
    }

    /// The conditions of the rule that made it match; none when it has no conditions.
    fn conditions_in(&self, rule: &Rule, facts: Facts<'_>, language: Language) -> Option<String> {
        let reasons = Reasons::of(language);
        let topic = self.matching_topic(rule, facts).and_then(|_| self.topic_name(facts, language));
        let place = self
            .matching_area(rule, facts)
            .and_then(|id| self.areas.iter().find(|area| &area.id == id))
            .map(|area| place_in(area, language));
        Some(match (topic, place) {
            (Some(topic), Some(place)) => reasons.topic_in_place.with([&topic, &place]),
            (Some(topic), None) => reasons.topic.with([&topic]),
            (None, Some(place)) => reasons.place.with([&place]),
            (None, None) if rule.kinds.is_empty() => return None,
            (None, None) => (reasons.kind)(facts.kind).to_owned(),
        })
    }

    fn topic_name(&self, facts: Facts<'_>, language: Language) -> Option<String> {
        let topic = self.topics.iter().find(|topic| Some(&topic.id) == facts.topic_id)?;
        Some(within_sentence(&topic.name.in_language(language).text))
    }
}

/// "in wijk Noord", unless the name itself says that it is a wijk.
fn place_in(area: &Area, language: Language) -> String {
    let name = &area.name;
    let lower = name.to_lowercase();
    match (area.kind, language) {
        (AreaKind::Wijk, Language::Nl) if !lower.contains("wijk") => format!("in wijk {name}"),
        (AreaKind::Buurt, Language::Nl) if !lower.contains("buurt") && !lower.contains("wijk") => {
            format!("in buurt {name}")
        }
        (AreaKind::Complex, Language::En) => format!("at {name}"),
        (_, language) => Reasons::of(language).place_in.with([name]),
    }
}

/// A name as it stands in the middle of a sentence: "Straatverlichting" with a small letter, "AED's" as it is.
pub fn within_sentence(name: &str) -> String {
    let mut characters = name.chars();
    match (characters.next(), characters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_owned(),
    }
}
