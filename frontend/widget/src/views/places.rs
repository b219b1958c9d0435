//! Areas and topics as choices: two levels, the second shows when the first is opened.

use shared::area::{Area, AreaKind};
use shared::ids::{AreaId, TopicId};
use shared::text::Phrase;
use shared::topic::Topic;
use ui::{Choice, ChoiceItem};

use crate::state::Context;

/// Wijk → buurt → complex. With `whole`, a wijk itself can be chosen, too. A single wijk needs no opening.
pub(super) fn areas(
    context: &Context,
    areas: &[Area],
    chosen: Option<&AreaId>,
    whole: bool,
    offered: impl Fn(&Area) -> bool,
) -> Vec<ChoiceItem> {
    let under = |parent: &Area, kind: AreaKind| {
        let parent = parent.id.clone();
        areas.iter().filter(move |area| area.kind == kind && area.parent_id.as_ref() == Some(&parent))
    };
    let choice = |area: &Area, inner: bool| Choice {
        inner,
        ..Choice::new(area.id.to_string(), area.name.clone(), chosen == Some(&area.id))
    };
    let groups: Vec<_> = areas
        .iter()
        .filter(|area| area.kind == AreaKind::Wijk)
        .filter_map(|wijk| {
            let mut choices = Vec::new();
            if whole && offered(wijk) {
                let label = (context.texts().propose.area_whole)(&wijk.name);
                choices.push(Choice { label: label.into(), ..choice(wijk, false) });
            }
            for buurt in under(wijk, AreaKind::Buurt) {
                let complexes: Vec<_> = under(buurt, AreaKind::Complex).filter(|area| offered(area)).collect();
                if offered(buurt) {
                    choices.push(choice(buurt, false));
                }
                choices.extend(complexes.into_iter().map(|complex| choice(complex, offered(buurt))));
            }
            (!choices.is_empty()).then(|| (wijk.name.clone(), choices))
        })
        .collect();
    // Buurten that lie in no wijk are a list of their own.
    let loose = areas
        .iter()
        .filter(|area| area.kind != AreaKind::Wijk && area.parent_id.is_none() && offered(area))
        .map(|area| ChoiceItem::One(choice(area, false)));
    let single = groups.len() == 1;
    let grouped = groups.into_iter().flat_map(|(name, choices)| {
        if single {
            choices.into_iter().map(ChoiceItem::One).collect()
        } else {
            vec![ChoiceItem::Group { label: name.into(), help: None, choices }]
        }
    });
    grouped.chain(loose).collect()
}

/// Main topics with their subtopics, and "I do not know" at the end.
pub(super) fn topics(
    context: &Context,
    topics: &[Topic<Phrase>],
    chosen: Option<&TopicId>,
    unknown: bool,
) -> Vec<ChoiceItem> {
    let texts = &context.texts().propose;
    let choice = |topic: &Topic<Phrase>| Choice {
        help: topic.help.as_ref().map(|help| context.words(help)),
        ..Choice::new(topic.id.to_string(), context.words(&topic.name), chosen == Some(&topic.id))
    };
    let mut items: Vec<_> = topics
        .iter()
        .filter(|topic| topic.parent_id.is_none())
        .map(|main| {
            let mut choices: Vec<_> =
                topics.iter().filter(|topic| topic.parent_id.as_ref() == Some(&main.id)).map(choice).collect();
            if choices.is_empty() {
                return ChoiceItem::One(choice(main));
            }
            let other = (texts.topic_other)(&main.name.text);
            choices.push(Choice { label: context.written(other, main.name.lang), help: None, ..choice(main) });
            let help = main.help.as_ref().map(|help| context.words(help));
            ChoiceItem::Group { label: context.words(&main.name), help, choices }
        })
        .collect();
    let help = Some(texts.topic_unknown_hint.into());
    items.push(ChoiceItem::One(Choice { help, ..Choice::new("", texts.topic_unknown, unknown) }));
    items
}

/// The name of an area, with what it lies in: "Kade-Noord (Havenkwartier)".
pub(super) fn area_name(areas: &[Area], id: &AreaId) -> String {
    let find = |id: &AreaId| areas.iter().find(|area| &area.id == id);
    let Some(area) = find(id) else { return String::new() };
    match area.parent_id.as_ref().and_then(find) {
        Some(parent) => format!("{} ({})", area.name, parent.name),
        None => area.name.clone(),
    }
}
