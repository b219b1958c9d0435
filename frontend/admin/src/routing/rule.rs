//! One rule: its sentence, and its fields behind it.

use leptos::prelude::*;
use shared::area::{Area, AreaKind};
use shared::topic::Topic;

use super::draft::{KINDS, RuleDraft};
use super::editor::Editing;
use super::words;
use crate::form::{LineField, Pick, Select, SelectGroup, field_id};
use crate::session::session;
use crate::texts::texts;

pub(super) fn view(editing: Editing, rule: RuleDraft, place: usize, name: &str, is_last: bool) -> AnyView {
    let texts = &texts().routing;
    let client = session().client();
    let sentence = {
        let client = client.clone();
        move || {
            let (sketch, me) = (rule.sketch(), client.me());
            let when = (!is_last).then(|| words::conditions(&sketch, &me.topics, &me.areas));
            let to = words::destination(&client, &sketch.lead, &sketch.supporting, sketch.answer_days);
            view! {
                {when.map(|when| view! { <p>{when}</p> })}
                <p class="rule__to">{to}</p>
            }
        }
    };
    let toggled = move |event: leptos::ev::Event| {
        let details = event_target::<leptos::web_sys::HtmlDetailsElement>(&event);
        rule.open.set(details.open());
    };
    let label = name.to_owned();
    view! {
        {sentence}
        <details class="disclosure" prop:open=move || rule.open.get() on:toggle=toggled>
            <summary>{(texts.change)(&label)}</summary>
            {fields(editing, rule, place, name, is_last)}
        </details>
    }
    .into_any()
}

fn fields(editing: Editing, rule: RuleDraft, place: usize, name: &str, is_last: bool) -> AnyView {
    let words = &texts().routing;
    let client = session().client();
    let me = client.me();
    let submission = editing.submission;
    let path = format!("rules.{place}");
    let conditions = (!is_last).then(|| {
        let kinds = KINDS.iter().map(|(kind, value)| Choice::top(value, (words.kind)(*kind))).collect();
        let one = |field: &'static str, legend: &'static str, hint, choices, chosen| {
            let faulty = format!("{path}.{field}");
            submission.name(&faulty, &format!("{name}, {legend}"));
            checks(editing, &faulty, legend, hint, choices, chosen)
        };
        view! {
            {one("topicIds", words.topics, words.topics_hint, topic_choices(&me.topics), rule.topics)}
            {one("areaIds", words.areas, words.areas_hint, area_choices(&me.areas), rule.areas)}
            {one("kinds", words.kinds, words.kinds_hint, kinds, rule.kinds)}
        }
    });
    let mut leads: Vec<Pick> = me
        .partners
        .iter()
        .map(|partner| {
            let name = client.public_partner_name(&partner.id);
            Pick::new(partner.id.as_str(), if partner.available { name } else { (words.unavailable)(&name) })
        })
        .collect();
    let lead = rule.lead.get_untracked();
    if !lead.is_empty() && leads.iter().all(|pick| pick.value != lead) {
        leads.push(Pick::new(lead.clone(), (words.gone_choice)(&lead)));
    }
    let supporting = me
        .partners
        .iter()
        .map(|partner| Choice::top(partner.id.as_str(), &client.public_partner_name(&partner.id)))
        .collect();
    let support_path = format!("{path}.supporting");
    submission.name(&support_path, &format!("{name}, {}", words.supporting));
    view! {
        <div class="form rule__fields">
            {conditions}
            <Select
                name=format!("{path}.lead")
                label=words.goes_to
                value=rule.lead
                submission
                groups=vec![SelectGroup::plain(leads)]
            />
            <LineField
                name=format!("{path}.answerDays")
                called=format!("{name}, {}", words.days)
                label=words.days
                hint=words.days_hint
                value=rule.days
                submission
                kind="number"
                short=true
            />
            {checks(editing, &support_path, words.supporting, words.supporting_hint, supporting, rule.supporting)}
        </div>
    }
    .into_any()
}

/// Something to tick; what lies under another stands further in.
struct Choice {
    value: String,
    label: String,
    depth: u8,
}

impl Choice {
    fn top(value: &str, label: &str) -> Self {
        Self { value: value.to_owned(), label: label.to_owned(), depth: 1 }
    }
}

/// Main topics with their subtopics right behind them.
fn topic_choices(topics: &[Topic]) -> Vec<Choice> {
    let choice = |topic: &Topic, depth| Choice { value: topic.id.to_string(), label: words::topic_label(topic), depth };
    topics
        .iter()
        .filter(|topic| topic.parent_id.is_none())
        .flat_map(|main| {
            let inner = topics.iter().filter(|topic| topic.parent_id.as_ref() == Some(&main.id));
            std::iter::once(choice(main, 0)).chain(inner.map(|topic| choice(topic, 1))).collect::<Vec<_>>()
        })
        .collect()
}

/// Areas with what lies in them right behind them; never deeper than a building in a buurt in a wijk.
fn area_choices(areas: &[Area]) -> Vec<Choice> {
    fn below(areas: &[Area], of: Option<&Area>, found: &mut Vec<Choice>) {
        for area in areas.iter().filter(|area| area.parent_id.as_ref() == of.map(|of| &of.id)) {
            let depth = match area.kind {
                AreaKind::Wijk => 0,
                AreaKind::Buurt => 1,
                AreaKind::Complex => 2,
            };
            found.push(Choice { value: area.id.to_string(), label: area.name.clone(), depth });
            if found.len() <= areas.len() {
                below(areas, Some(area), found);
            }
        }
    }
    let mut found = Vec::new();
    below(areas, None, &mut found);
    found
}

/// Several of a list. What was chosen and is gone stands at the end, to be unticked.
fn checks(
    editing: Editing,
    path: &str,
    legend: &'static str,
    hint: &'static str,
    mut choices: Vec<Choice>,
    chosen: RwSignal<Vec<String>>,
) -> AnyView {
    let words = &texts().routing;
    // Without anything to lie under, nothing stands further in.
    let nested = choices.iter().any(|choice| choice.depth == 0);
    for value in chosen.get_untracked() {
        if choices.iter().all(|choice| choice.value != value) {
            choices.push(Choice { label: (words.gone_choice)(&value), value, depth: 0 });
        }
    }
    let id = field_id(path);
    let hint_id = format!("{id}-hint");
    let fault = editing.submission.fault(path);
    let mut groups: Vec<Vec<AnyView>> = Vec::new();
    for choice in choices {
        let begins = choice.depth == 0 || !nested;
        let tick = tick(choice, nested, chosen);
        match groups.last_mut().filter(|_| !begins) {
            Some(group) => group.push(tick),
            None => groups.push(vec![tick]),
        }
    }
    let groups: Vec<_> = groups.into_iter().map(|ticks| view! { <div class="rule__group">{ticks}</div> }).collect();
    let class = if nested { "rule__choices rule__choices--nested" } else { "rule__choices" };
    let described_by = hint_id.clone();
    view! {
        <fieldset class="field" id=id aria-describedby=described_by>
            <legend class="field__legend field__label">{legend}</legend>
            <p class="field__hint" id=hint_id>{hint}</p>
            {move || fault.get().map(|message| view! { <p class="field__error">{message}</p> })}
            <div class=class>{groups}</div>
        </fieldset>
    }
    .into_any()
}

fn tick(Choice { value, label, depth }: Choice, nested: bool, chosen: RwSignal<Vec<String>>) -> AnyView {
    let class = match depth {
        _ if !nested => "area-choice area-choice--plain",
        0 => "area-choice",
        1 => "area-choice area-choice--buurt",
        _ => "area-choice area-choice--complex",
    };
    let own = value.clone();
    let change = move |ticked: bool| {
        chosen.update(|chosen| {
            chosen.retain(|one| *one != value);
            if ticked {
                chosen.push(value.clone());
            }
        });
    };
    view! {
        <label class=class>
            <input
                type="checkbox"
                prop:checked=move || chosen.with(|chosen| chosen.contains(&own))
                on:change:target=move |event| change(event.target().checked())
            />
            {label}
        </label>
    }
    .into_any()
}
