//! Areas and topics as choices: two levels, the second shows when the first is opened.

use shared::area::{Area, AreaKind};
use shared::ids::{AreaId, TopicId};
use shared::sentence::Sentence;
use shared::text::Phrase;
use shared::topic::Topic;
use ui::{Choice, ChoiceItem};

use crate::state::Context;
use crate::texts::lower;

/// Wijk → buurt → complex. With `whole`, which names it, a wijk itself can be chosen, too. A single wijk needs no opening.
pub(super) fn areas(
    areas: &[Area],
    chosen: Option<&AreaId>,
    whole: Option<Sentence<1>>,
    offered: impl Fn(&Area) -> bool,
) -> Vec<ChoiceItem> {
    let choice = |area: &Area, inner: bool| Choice {
        inner,
        ..Choice::new(area.id.to_string(), area.name.clone(), chosen == Some(&area.id))
    };
    let mut items = Vec::new();
    // What lies in no wijk comes after the wijken, in a list of its own.
    let mut loose = Vec::new();
    for area in areas {
        let has_parts = || areas.iter().any(|part| part.parent_id.as_ref() == Some(&area.id));
        if area.kind != AreaKind::Wijk || !has_parts() {
            if area.parent_id.is_none() && offered(area) {
                loose.push(ChoiceItem::One(choice(area, false)));
            }
            continue;
        }
        let mut choices = Vec::new();
        if let Some(whole) = whole.filter(|_| offered(area)) {
            let label = whole.with([&area.name]);
            choices.push(Choice { label: label.into(), ..choice(area, false) });
        }
        for buurt in areas.iter().filter(|buurt| buurt.parent_id.as_ref() == Some(&area.id)) {
            if offered(buurt) {
                choices.push(choice(buurt, false));
            }
            for complex in areas.iter().filter(|complex| complex.parent_id.as_ref() == Some(&buurt.id)) {
                if offered(complex) {
                    choices.push(choice(complex, offered(buurt)));
                }
            }
        }
        if !choices.is_empty() {
            items.push(ChoiceItem::Group { label: area.name.clone().into(), help: None, choices });
        }
    }
    // A single wijk needs no opening.
    if let [ChoiceItem::Group { choices, .. }] = items.as_mut_slice() {
        items = std::mem::take(choices).into_iter().map(ChoiceItem::One).collect();
    }
    items.append(&mut loose);
    items
}

/// Main topics with their subtopics, and "I do not know" at the end.
pub(super) fn topics(
    context: &Context,
    topics: &[Topic<Phrase>],
    chosen: Option<&TopicId>,
    unknown: bool,
) -> Vec<ChoiceItem> {
    let texts = context.texts().propose();
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
            let other = texts.topic_other.with([&lower(&main.name.text)]);
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
