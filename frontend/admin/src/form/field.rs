//! Fields bound to a signal. They look like the resident's fields and follow the same order: label, hint, error,
//! field.

use leptos::prelude::*;

use super::Submission;
use crate::texts::texts;

/// The id of a field on the page, from its name in the request.
pub(crate) fn field_id(name: &str) -> String {
    let plain: String =
        name.chars().map(|character| if character.is_ascii_alphanumeric() { character } else { '-' }).collect();
    format!("field-{plain}")
}

/// Ids and state of what stands above a field.
#[derive(Clone)]
struct Above {
    id: String,
    hint: String,
    error: Signal<Option<String>>,
}

impl Above {
    fn new(name: &str, called: &str, hint: String, submission: Submission) -> Self {
        submission.name(name, called.trim_end_matches('?'));
        Self { id: field_id(name), hint, error: submission.fault(name) }
    }

    fn class(&self) -> impl Fn() -> &'static str + Clone + use<> {
        let error = self.error;
        move || if error.with(Option::is_some) { "field field--invalid" } else { "field" }
    }

    fn invalid(&self) -> impl Fn() -> Option<&'static str> + Clone + use<> {
        let error = self.error;
        move || error.with(Option::is_some).then_some("true")
    }

    /// The error first, because it is what is new.
    fn described_by(&self) -> impl Fn() -> Option<String> + Clone + use<> {
        let Self { id, hint, error } = self.clone();
        move || {
            let error = error.with(Option::is_some).then(|| format!("{id}-error"));
            let hint = (!hint.is_empty()).then(|| format!("{id}-hint"));
            match (error, hint) {
                (Some(error), Some(hint)) => Some(format!("{error} {hint}")),
                (error, hint) => error.or(hint),
            }
        }
    }

    fn view(&self) -> AnyView {
        let Self { id, hint, error } = self.clone();
        let hint_id = format!("{id}-hint");
        let hint = (!hint.is_empty()).then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> });
        let error = move || {
            let id = format!("{id}-error");
            error.get().map(|message| view! { <p class="field__error" id=id>{message}</p> })
        };
        view! { {hint} {error} }.into_any()
    }
}

fn label(id: &str, words: String, optional: bool) -> AnyView {
    let optional = optional.then(|| view! { <span class="field__optional">" " {texts().form.optional}</span> });
    view! { <label class="field__label" for=id.to_owned()>{words} {optional}</label> }.into_any()
}

/// One line.
#[component]
pub(crate) fn LineField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    submission: Submission,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] optional: bool,
    /// What the summary of faults calls it, where the label is not enough.
    #[prop(optional, into)]
    called: Option<String>,
    /// The `type` attribute.
    #[prop(default = "text")]
    kind: &'static str,
    /// Narrow: a number, a date.
    #[prop(optional)]
    short: bool,
    /// The text's language, where it is not the page's.
    #[prop(optional)]
    lang: Option<&'static str>,
) -> impl IntoView {
    let above = Above::new(&name, called.as_deref().unwrap_or(&label), hint, submission);
    let label = self::label(&above.id, label, optional);
    let input = NodeRef::<leptos::html::Input>::new();
    // Written only when it differs: a date that is half typed has no value yet, and writing that back would wipe
    // out the half.
    Effect::new(move |_| {
        let value = value.get();
        if let Some(input) = input.get().filter(|input| input.value() != value) {
            input.set_value(&value);
        }
    });
    view! {
        <div class=above.class()>
            {label} {above.view()}
            <input
                class=if short { "input input--short" } else { "input" }
                type=kind
                id=above.id.clone()
                lang=lang
                autocomplete="off"
                node_ref=input
                on:input:target=move |event| value.set(event.target().value())
                aria-describedby=above.described_by()
                aria-invalid=above.invalid()
            />
        </div>
    }
    .into_any()
}

/// A day.
#[component]
pub(crate) fn DateField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    submission: Submission,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    view! { <LineField name label value submission hint optional kind="date" short=true /> }
}

/// Several lines of plain text, with how much still fits once that is near.
#[component]
pub(crate) fn TextField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    submission: Submission,
    /// The most characters that fit.
    max: usize,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] optional: bool,
    #[prop(default = 5)] rows: u8,
    /// What the summary of faults calls it, where the label is not enough.
    #[prop(optional, into)]
    called: Option<String>,
    #[prop(optional)] lang: Option<&'static str>,
) -> impl IntoView {
    let above = Above::new(&name, called.as_deref().unwrap_or(&label), hint, submission);
    let label = self::label(&above.id, label, optional);
    let room = move || {
        let used = value.with(|value| value.trim().chars().count());
        let form = &texts().form;
        if used > max {
            Some((form.characters_over)(used.saturating_sub(max)))
        } else {
            let left = max.saturating_sub(used);
            (left <= NEARLY_FULL).then(|| (form.characters_left)(left))
        }
    };
    view! {
        <div class=above.class()>
            {label} {above.view()}
            <textarea
                class="textarea"
                id=above.id.clone()
                lang=lang
                rows=rows.to_string()
                prop:value=value
                on:input:target=move |event| value.set(event.target().value())
                aria-describedby=above.described_by()
                aria-invalid=above.invalid()
            ></textarea>
            <p class="field__room" aria-live="polite">
                {room}
            </p>
        </div>
    }
    .into_any()
}

/// A file of the device. The form reads it from `input`.
#[component]
pub(crate) fn FileField(
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    /// The `accept` attribute: endings and media types.
    accept: &'static str,
    submission: Submission,
    input: NodeRef<leptos::html::Input>,
    /// Called when another file is chosen.
    #[prop(optional, into)]
    changed: Option<Callback<()>>,
) -> impl IntoView {
    let above = Above::new(name, label, hint.to_owned(), submission);
    let label = self::label(&above.id, label.to_owned(), false);
    view! {
        <div class=above.class()>
            {label} {above.view()}
            <input
                class="input"
                type="file"
                id=above.id.clone()
                accept=accept
                node_ref=input
                on:change=move |_| {
                    if let Some(changed) = changed {
                        changed.run(());
                    }
                }
                aria-describedby=above.described_by()
                aria-invalid=above.invalid()
            />
        </div>
    }
    .into_any()
}

/// From how many characters left on the page counts along.
const NEARLY_FULL: usize = 200;

/// Something to pick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pick {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) help: String,
}

impl Pick {
    pub(crate) fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), help: String::new() }
    }

    pub(crate) fn with_help(value: impl Into<String>, label: impl Into<String>, help: impl Into<String>) -> Self {
        Self { help: help.into(), ..Self::new(value, label) }
    }
}

/// Picks under one heading of a list; without a heading they stand by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SelectGroup {
    pub(crate) label: Option<String>,
    pub(crate) picks: Vec<Pick>,
}

impl SelectGroup {
    pub(crate) fn plain(picks: Vec<Pick>) -> Self {
        Self { label: None, picks }
    }
}

/// A list to choose one from; starts with "Kies …", which is the empty value.
#[component]
pub(crate) fn Select(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    value: RwSignal<String>,
    submission: Submission,
    groups: Vec<SelectGroup>,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] optional: bool,
    /// The words of the empty value.
    #[prop(optional, into)]
    empty: Option<String>,
) -> impl IntoView {
    let above = Above::new(&name, &label, hint, submission);
    let label = self::label(&above.id, label, optional);
    let one = move |pick: Pick| {
        let own = pick.value.clone();
        // Also by attribute: the property alone cannot choose an option that is drawn after it is set.
        view! { <option value=pick.value selected=move || value.with(|value| *value == own)>{pick.label}</option> }
    };
    let groups: Vec<AnyView> = groups
        .into_iter()
        .map(|SelectGroup { label, picks }| {
            let options: Vec<_> = picks.into_iter().map(one).collect();
            match label {
                Some(label) => view! { <optgroup label=label>{options}</optgroup> }.into_any(),
                None => options.into_any(),
            }
        })
        .collect();
    let empty = empty.unwrap_or_else(|| texts().form.choose.to_owned());
    view! {
        <div class=above.class()>
            {label} {above.view()}
            <select
                class="input select"
                id=above.id.clone()
                on:change:target=move |event| value.set(event.target().value())
                aria-describedby=above.described_by()
                aria-invalid=above.invalid()
            >
                <option value="" selected=move || value.with(String::is_empty)>
                    {empty}
                </option>
                {groups}
            </select>
        </div>
    }
    .into_any()
}

/// One of a few.
#[component]
pub(crate) fn Radios(
    #[prop(into)] name: String,
    #[prop(into)] legend: String,
    value: RwSignal<String>,
    submission: Submission,
    picks: Vec<Pick>,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] optional: bool,
    /// Side by side: for short words.
    #[prop(optional)]
    inline: bool,
) -> impl IntoView {
    let above = Above::new(&name, &legend, hint, submission);
    let optional = optional.then(|| view! { <span class="field__optional">" " {texts().form.optional}</span> });
    let choices: Vec<_> = picks
        .into_iter()
        .enumerate()
        .map(|(place, pick)| {
            // The first has the id of the group, so that a link in the summary of faults leads to it.
            let id = if place == 0 { above.id.clone() } else { format!("{}-{place}", above.id) };
            let (own, chosen) = (pick.value.clone(), pick.value.clone());
            let help = (!pick.help.is_empty()).then(|| view! { <span class="choice__help">{pick.help}</span> });
            view! {
                <div class="choice">
                    <input
                        type="radio"
                        id=id.clone()
                        name=above.id.clone()
                        value=pick.value
                        prop:checked=move || value.with(|value| *value == own)
                        on:change=move |_| value.set(chosen.clone())
                    />
                    <label for=id>{pick.label} {help}</label>
                </div>
            }
        })
        .collect();
    view! {
        <fieldset
            class=above.class()
            role="radiogroup"
            aria-describedby=above.described_by()
            aria-invalid=above.invalid()
        >
            <legend class="field__legend field__label">{legend} {optional}</legend>
            {above.view()}
            <div class=if inline { "choices choices--inline" } else { "choices" }>{choices}</div>
        </fieldset>
    }
    .into_any()
}

/// Yes or no.
#[component]
pub(crate) fn CheckBox(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    value: RwSignal<bool>,
    #[prop(optional, into)] help: String,
) -> impl IntoView {
    let id = field_id(&name);
    let help = (!help.is_empty()).then(|| view! { <span class="choice__help">{help}</span> });
    view! {
        <div class="choice">
            <input
                type="checkbox"
                id=id.clone()
                prop:checked=value
                on:change:target=move |event| value.set(event.target().checked())
            />
            <label for=id>{label} {help}</label>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_name_of_the_wire_becomes_an_id_that_a_link_can_lead_to() {
        assert_eq!(field_id("answers.feeling-safe"), "field-answers-feeling-safe");
        assert_eq!(field_id("draft.what"), "field-draft-what");
    }
}
