//! The sentence that tells a resident why this partner gets it.

use super::{Facts, Fallback, Routes, Rule};
use crate::area::{Area, AreaKind};
use crate::proposal::ProposalKind;
use crate::text::{Language, Localized};

impl Routes<'_> {
    /// A clause to be read after the partner's name, in every language.
    pub(super) fn reason(&self, rule: Option<&Rule>, facts: Facts<'_>, fallback: Option<&Fallback>) -> Localized {
        let sentence = |language| self.reason_in(rule, facts, fallback, language);
        Localized::dutch(sentence(Language::Nl)).with(Language::En, sentence(Language::En))
    }

    fn reason_in(
        &self,
        rule: Option<&Rule>,
        facts: Facts<'_>,
        fallback: Option<&Fallback>,
        language: Language,
    ) -> String {
        if facts.topic_id.is_none() {
            return match language {
                Language::Nl => "omdat u het onderwerp nog niet weet; de gemeente zoekt uit wie u het best kan helpen",
                Language::En => {
                    "because you do not know the topic yet; the municipality finds out who can help you best"
                }
            }
            .to_owned();
        }
        // What is wrong inside is for those who keep the rules; the resident reads who cannot take it now.
        if let Some(Fallback::NoAgreement { partner } | Fallback::NobodyActive { partner }) = fallback
            && partner != self.coordinating
            && let Some(found) = self.partners.iter().find(|candidate| &candidate.partner.id == partner)
        {
            let name = &found.partner.name;
            return match language {
                Language::Nl => format!("omdat {name} dit nu niet kan aannemen"),
                Language::En => format!("because {name} cannot take this on now"),
            };
        }
        rule.and_then(|rule| self.conditions_in(rule, facts, language)).unwrap_or_else(|| {
            let topic = self.topic_name(facts, language).unwrap_or_default();
            match language {
                Language::Nl => {
                    format!("omdat voor {topic} nog niemand is aangewezen; de gemeente zoekt uit wie u helpt")
                }
                Language::En => {
                    format!(
                        "because nobody has been appointed for {topic} yet; the municipality finds out who helps you"
                    )
                }
            }
        })
    }

    /// The conditions of the rule that made it match; none when it has no conditions.
    fn conditions_in(&self, rule: &Rule, facts: Facts<'_>, language: Language) -> Option<String> {
        let topic = self.matching_topic(rule, facts).and_then(|_| self.topic_name(facts, language));
        let place = self
            .matching_area(rule, facts)
            .and_then(|id| self.areas.iter().find(|area| &area.id == id))
            .map(|area| place_in(area, language));
        Some(match (topic, place, language) {
            (Some(topic), Some(place), Language::Nl) => format!("omdat het over {topic} {place} gaat"),
            (Some(topic), Some(place), Language::En) => format!("because it is about {topic} {place}"),
            (Some(topic), None, Language::Nl) => format!("omdat het over {topic} gaat"),
            (Some(topic), None, Language::En) => format!("because it is about {topic}"),
            (None, Some(place), Language::Nl) => format!("omdat het {place} is"),
            (None, Some(place), Language::En) => format!("because it is {place}"),
            (None, None, _) if rule.kinds.is_empty() => return None,
            (None, None, language) => kind_reason(facts.kind, language).to_owned(),
        })
    }

    fn topic_name(&self, facts: Facts<'_>, language: Language) -> Option<String> {
        let topic = self.topics.iter().find(|topic| Some(&topic.id) == facts.topic_id)?;
        Some(within_sentence(&topic.name.in_language(language).text))
    }
}

const fn kind_reason(kind: ProposalKind, language: Language) -> &'static str {
    match (kind, language) {
        (ProposalKind::Idea, Language::Nl) => "omdat u vraagt of een ander iets wil doen",
        (ProposalKind::Idea, Language::En) => "because you ask somebody else to do something",
        (ProposalKind::Initiative, Language::Nl) => "omdat bewoners zelf iets willen doen",
        (ProposalKind::Initiative, Language::En) => "because residents want to do something themselves",
        (ProposalKind::Notice, Language::Nl) => "omdat u ons alleen iets wilt laten weten",
        (ProposalKind::Notice, Language::En) => "because you only want to let us know",
        (ProposalKind::NeighbourhoodWatch, Language::Nl) => "omdat het over buurtpreventie gaat",
        (ProposalKind::NeighbourhoodWatch, Language::En) => "because it is about neighbourhood watch",
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
        (_, _) => format!("in {name}"),
    }
}

/// A name as it stands in the middle of a sentence: "Straatverlichting" with a small letter, "AED's" as it is.
fn within_sentence(name: &str) -> String {
    let mut characters = name.chars();
    match (characters.next(), characters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_owned(),
    }
}
