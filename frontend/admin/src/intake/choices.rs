//! Topics and areas as lists to choose from.

use shared::area::{Area, AreaKind};
use shared::ids::{AreaId, TopicId};
use shared::text::Language;
use shared::topic::Topic;

use crate::form::{Pick, SelectGroup};
use crate::texts::texts;

/// Main topics as headings with their subtopics; the main topic itself is the first choice of its group.
pub(crate) fn topic_groups(topics: &[Topic]) -> Vec<SelectGroup> {
    let name = |topic: &Topic| topic.name.in_language(Language::Nl).text;
    topics
        .iter()
        .filter(|topic| topic.parent_id.is_none())
        .map(|main| {
            let inner: Vec<Pick> = topics
                .iter()
                .filter(|topic| topic.parent_id.as_ref() == Some(&main.id))
                .map(|topic| Pick::new(topic.id.as_str(), name(topic)))
                .collect();
            if inner.is_empty() {
                return SelectGroup::plain(vec![Pick::new(main.id.as_str(), name(main))]);
            }
            let whole = Pick::new(main.id.as_str(), (texts().intake.topic_whole)(&name(main)));
            SelectGroup { label: Some(name(main)), picks: inner.into_iter().chain([whole]).collect() }
        })
        .collect()
}

/// Wijken as headings with their buurten, and buildings behind their buurt.
pub(crate) fn area_groups(areas: &[Area], offered: impl Fn(&Area) -> bool) -> Vec<SelectGroup> {
    let inside = |id: &AreaId| areas.iter().filter(move |area| area.parent_id.as_ref() == Some(id)).collect::<Vec<_>>();
    areas
        .iter()
        .filter(|area| area.parent_id.is_none())
        .map(|top| {
            let mut picks = Vec::new();
            for buurt in inside(&top.id) {
                if offered(buurt) {
                    picks.push(Pick::new(buurt.id.as_str(), buurt.name.clone()));
                }
                for complex in inside(&buurt.id).into_iter().filter(|complex| offered(complex)) {
                    picks.push(Pick::new(complex.id.as_str(), format!("{} – {}", buurt.name, complex.name)));
                }
            }
            if inside(&top.id).is_empty() {
                let alone = offered(top).then(|| Pick::new(top.id.as_str(), top.name.clone()));
                return SelectGroup::plain(alone.into_iter().collect());
            }
            if top.kind == AreaKind::Wijk && offered(top) {
                picks.push(Pick::new(top.id.as_str(), (texts().intake.area_whole)(&top.name)));
            }
            SelectGroup { label: Some(top.name.clone()), picks }
        })
        .filter(|group| !group.picks.is_empty())
        .collect()
}

/// The name of a topic; its id when it is not in the list any more.
pub(crate) fn topic_name(topics: &[Topic], id: &TopicId) -> String {
    let topic = topics.iter().find(|topic| &topic.id == id);
    topic.map_or_else(|| id.to_string(), |topic| topic.name.in_language(Language::Nl).text)
}

/// The name of an area; its id when it is not in the list any more.
pub(crate) fn area_name(areas: &[Area], id: &AreaId) -> String {
    areas.iter().find(|area| &area.id == id).map_or_else(|| id.to_string(), |area| area.name.clone())
}

#[cfg(test)]
mod tests {
    use shared::text::Localized;

    use super::*;

    fn area(id: &str, parent: Option<&str>, kind: AreaKind) -> Area {
        Area {
            id: AreaId::parse(id).unwrap(),
            parent_id: parent.map(|id| AreaId::parse(id).unwrap()),
            kind,
            name: id.to_uppercase(),
            cbs: None,
            network_level: None,
        }
    }

    fn values(groups: &[SelectGroup]) -> Vec<(Option<&str>, Vec<&str>)> {
        groups
            .iter()
            .map(|group| (group.label.as_deref(), group.picks.iter().map(|pick| pick.value.as_str()).collect()))
            .collect()
    }

    #[test]
    fn every_area_can_be_chosen_once() {
        let areas = [
            area("noord", None, AreaKind::Wijk),
            area("n1", Some("noord"), AreaKind::Buurt),
            area("flat", Some("n1"), AreaKind::Complex),
            area("n2", Some("noord"), AreaKind::Buurt),
            area("los", None, AreaKind::Buurt),
        ];
        let groups = area_groups(&areas, |_| true);
        assert_eq!(values(&groups), [(Some("NOORD"), vec!["n1", "flat", "n2", "noord"]), (None, vec!["los"])]);
    }

    #[test]
    fn a_main_topic_stands_last_in_its_own_group() {
        let topic = |id: &str, parent: Option<&str>| Topic {
            id: TopicId::parse(id).unwrap(),
            parent_id: parent.map(|id| TopicId::parse(id).unwrap()),
            name: Localized::dutch(id),
            help: None,
        };
        let groups = topic_groups(&[topic("veilig", None), topic("licht", Some("veilig")), topic("groen", None)]);
        assert_eq!(values(&groups), [(Some("veilig"), vec!["licht", "veilig"]), (None, vec!["groen"])]);
    }
}
