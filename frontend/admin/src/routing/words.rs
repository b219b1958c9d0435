//! Rules and findings as sentences.

use shared::area::Area;
use shared::ids::{PartnerId, RuleId};
use shared::routing::{Fallback, Finding, Rule};
use shared::text::Language;
use shared::topic::Topic;

use super::draft::nobody;
use crate::api::Client;
use crate::intake::{area_name, topic_name};
use crate::texts::texts;

/// What a rule looks at: "Over Straatverlichting of Veiligheid, in Noord, alleen ideeën".
pub(super) fn conditions(rule: &Rule, topics: &[Topic], areas: &[Area]) -> String {
    let words = &texts().routing;
    let or = |names: Vec<String>| listed(&names, words.or);
    let about = (!rule.topic_ids.is_empty())
        .then(|| (words.about)(&or(rule.topic_ids.iter().map(|id| topic_name(topics, id)).collect())));
    let place = (!rule.area_ids.is_empty())
        .then(|| (words.place)(&or(rule.area_ids.iter().map(|id| area_name(areas, id)).collect())));
    let kinds = (!rule.kinds.is_empty())
        .then(|| (words.only)(&or(rule.kinds.iter().map(|kind| (words.kind)(*kind).to_lowercase()).collect())));
    let parts: Vec<String> = [about, place, kinds].into_iter().flatten().collect();
    if parts.is_empty() { words.everything.to_owned() } else { with_capital(&parts.join(", ")) }
}

fn with_capital(words: &str) -> String {
    let mut characters = words.chars();
    let first: String = characters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}", characters.as_str())
}

/// Where it sends what it matches: "Woonstad, samen met Gemeente; antwoord binnen 10 werkdagen".
pub(super) fn destination(client: &Client, lead: &PartnerId, supporting: &[PartnerId], days: u16) -> String {
    let words = &texts().routing;
    let lead = if *lead == nobody() { words.no_lead.to_owned() } else { client.partner_name(lead) };
    let names: Vec<String> = supporting.iter().map(|id| client.partner_name(id)).collect();
    let with = if names.is_empty() { String::new() } else { (words.with)(&listed(&names, words.and)) };
    format!("{lead}{with}{}", (words.answer_within)(days))
}

/// "a, b of c".
pub(super) fn listed(names: &[String], between: &str) -> String {
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} {between} {last}", others.join(", ")),
        None => String::new(),
    }
}

/// What somebody has to look at. Rules are named by their place.
pub(super) fn finding(client: &Client, rules: &[Rule], finding: &Finding) -> String {
    let words = &texts().routing;
    let place = |id: &RuleId| rules.iter().position(|rule| &rule.id == id).unwrap_or_default().saturating_add(1);
    let number = place(finding.rule());
    match finding {
        Finding::NeverMatches { covered_by, .. } if covered_by.is_empty() => (words.matches_nothing)(number),
        Finding::NeverMatches { covered_by, .. } => {
            let by: Vec<String> = covered_by.iter().map(|id| place(id).to_string()).collect();
            (words.covered)(number, &listed(&by, words.and))
        }
        Finding::NamesGone { topics, areas, partners, .. } => {
            let gone: Vec<String> = topics
                .iter()
                .map(ToString::to_string)
                .chain(areas.iter().map(ToString::to_string))
                .chain(partners.iter().map(ToString::to_string))
                .collect();
            (words.gone)(number, &listed(&gone, words.and))
        }
        Finding::LeadUnavailable { why, .. } => (words.lead_unavailable)(number, &fallback(client, why)),
        Finding::SupportUnavailable { why, .. } => (words.support_unavailable)(number, &fallback(client, why)),
    }
}

/// Why a partner cannot take it.
pub(crate) fn fallback(client: &Client, why: &Fallback) -> String {
    let words = &texts().routing;
    match why {
        Fallback::NoAgreement { partner } => (words.no_agreement)(&client.partner_name(partner)),
        Fallback::NobodyActive { partner } => (words.nobody_active)(&client.partner_name(partner)),
        Fallback::UnknownPartner { partner } => (words.partner_gone)(partner.as_str()),
        Fallback::NoRule => words.no_rule.to_owned(),
    }
}

/// The name of a topic in a list to choose from, below its main topic.
pub(super) fn topic_label(topic: &Topic) -> String {
    topic.name.in_language(Language::Nl).text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_reads_as_a_sentence() {
        let topics: Vec<Topic> = serde_json::from_str(
            r#"[{ "id": "licht", "name": { "nl": "Straatverlichting" } }, { "id": "groen", "name": { "nl": "Groen" } }]"#,
        )
        .unwrap();
        let areas: Vec<Area> = serde_json::from_str(r#"[{ "id": "noord", "kind": "wijk", "name": "Noord" }]"#).unwrap();
        let rule = |text: &str| -> Rule { serde_json::from_str(text).unwrap() };
        assert_eq!(
            conditions(
                &rule(
                    r#"{ "id": "a", "topicIds": ["licht", "groen"], "areaIds": ["noord"], "kinds": ["idea"], "lead": "g", "answerDays": 1 }"#
                ),
                &topics,
                &areas
            ),
            "Over Straatverlichting of Groen, in Noord, alleen idee"
        );
        assert_eq!(conditions(&rule(r#"{ "id": "a", "lead": "g", "answerDays": 1 }"#), &topics, &areas), "Alle ideeën");
        let names = |names: &[&str]| listed(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>(), "en");
        assert_eq!([names(&[]), names(&["1"]), names(&["1", "2", "3"])], ["", "1", "1, 2 en 3"]);
    }
}
