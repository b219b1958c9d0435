//! Choosing one or several of a list, or a number on a scale.

use leptos::prelude::*;

use crate::field::{Above, Legend};
use crate::{AnyView, Inner, IntoAny, Words};

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    pub value: String,
    pub label: Words,
    pub help: Option<Words>,
    pub chosen: bool,
    /// Lies under the choice before it.
    pub inner: bool,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<Words>, chosen: bool) -> Self {
        Self { value: value.into(), label: label.into(), chosen, ..Self::default() }
    }
}

/// One line of a list of choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChoiceItem {
    One(Choice),
    /// Choices that show when the group is opened. A group with something chosen starts open.
    Group {
        label: Words,
        help: Option<Words>,
        choices: Vec<Choice>,
    },
    /// Words between the choices: "or".
    Divider(String),
}

impl From<Choice> for ChoiceItem {
    fn from(choice: Choice) -> Self {
        Self::One(choice)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ChoiceKind {
    #[default]
    One,
    Several,
}

/// A group of radio buttons or check boxes with one question above it. The first control has the group's id, so
/// that a link in the error summary leads to it.
#[component]
pub fn Choices(
    #[prop(into)] id: String,
    #[prop(into)] name: String,
    #[prop(optional)] kind: ChoiceKind,
    #[prop(into)] legend: Words,
    #[prop(optional, into)] hint: Option<Words>,
    #[prop(optional, into)] error: Option<String>,
    #[prop(optional, into)] optional: Option<String>,
    choices: Vec<ChoiceItem>,
    #[prop(optional)] shown: Legend,
) -> impl IntoView {
    let mut rows = Rows { id: id.clone(), name, kind, next: 0 };
    let items: Vec<AnyView> = choices.into_iter().map(|item| rows.item(item)).collect();
    let items = view! { <div class="choices">{items}</div> }.into_any();
    let group = if kind == ChoiceKind::One { Some("radiogroup") } else { None };
    fieldset(id, group, legend, hint, error, optional, shown, items)
}

/// A number from 1 to `to`, with words at both ends.
#[component]
pub fn Scale(
    #[prop(into)] id: String,
    #[prop(into)] name: String,
    #[prop(into)] legend: Words,
    #[prop(optional, into)] hint: Option<Words>,
    #[prop(optional, into)] error: Option<String>,
    #[prop(optional, into)] optional: Option<String>,
    to: u8,
    #[prop(into)] low: Words,
    #[prop(into)] high: Words,
    chosen: Option<u8>,
    /// What may be chosen instead of a number.
    #[prop(optional, into)]
    instead: Option<Choice>,
    #[prop(optional)] shown: Legend,
) -> impl IntoView {
    let mut rows = Rows { id: id.clone(), name, kind: ChoiceKind::One, next: 0 };
    let (low_id, high_id) = (format!("{id}-low"), format!("{id}-high"));
    let numbers: Vec<AnyView> = (1..=to)
        .map(|value| {
            // The ends are read with their words, the numbers between them by themselves.
            let words = match value {
                1 => Some(low_id.clone()),
                last if last == to => Some(high_id.clone()),
                _ => None,
            };
            rows.one(Choice::new(value.to_string(), value.to_string(), chosen == Some(value)), words)
        })
        .collect();
    let class = if to > 5 { "scale scale--10" } else { "scale" };
    let instead = instead.map(|choice| rows.one(choice, None));
    let items = view! {
        <div class="choices">
            <div class=class>{numbers}</div>
            <div class="scale__ends">
                <span id=low_id>{low.view()}</span>
                <span id=high_id>{high.view()}</span>
            </div>
            {instead}
        </div>
    }
    .into_any();
    fieldset(id, Some("radiogroup"), legend, hint, error, optional, shown, items)
}

/// Several fields with one question above them.
#[component]
pub fn FieldGroup(
    #[prop(into)] id: String,
    #[prop(into)] legend: Words,
    #[prop(optional, into)] hint: Option<Words>,
    #[prop(optional, into)] error: Option<String>,
    #[prop(optional, into)] optional: Option<String>,
    #[prop(optional)] shown: Legend,
    children: Inner,
) -> impl IntoView {
    fieldset(id, None, legend, hint, error, optional, shown, children.view())
}

#[expect(clippy::too_many_arguments, reason = "the parts of one fieldset, named by the components above")]
fn fieldset(
    id: String,
    role: Option<&'static str>,
    legend: Words,
    hint: Option<Words>,
    error: Option<String>,
    optional: Option<String>,
    shown: Legend,
    items: AnyView,
) -> AnyView {
    let above = Above::new(id, hint, error);
    let (described_by, invalid, class) = (above.described_by(), above.invalid(), above.class());
    // A plain group may not be marked as invalid; a group of radio buttons may.
    let invalid = role.and(invalid);
    view! {
        <fieldset class=class role=role aria-describedby=described_by aria-invalid=invalid>
            <legend class=format!("field__legend {}", shown.class())>{shown.view(legend, optional)}</legend>
            {above.view()}
            {items}
        </fieldset>
    }
    .into_any()
}

/// Writes the rows of one group and numbers their ids.
struct Rows {
    id: String,
    name: String,
    kind: ChoiceKind,
    next: usize,
}

impl Rows {
    fn item(&mut self, item: ChoiceItem) -> AnyView {
        match item {
            ChoiceItem::One(choice) => self.one(choice, None),
            ChoiceItem::Divider(words) => view! { <p class="choices__divider">{words}</p> }.into_any(),
            ChoiceItem::Group { label, help, choices } => {
                let open = choices.iter().any(|choice| choice.chosen);
                let rows: Vec<AnyView> = choices.into_iter().map(|choice| self.one(choice, None)).collect();
                let help = help.map(|help| view! { <span class="choice__help">{help.view()}</span> });
                view! {
                    <details class="choice-group" open=open>
                        <summary><span>{label.view()} {help}</span></summary>
                        <div class="choices">{rows}</div>
                    </details>
                }
                .into_any()
            }
        }
    }

    fn one(&mut self, choice: Choice, described_by: Option<String>) -> AnyView {
        let Choice { value, label, help, chosen, inner } = choice;
        let id = if self.next == 0 { self.id.clone() } else { format!("{}-{}", self.id, self.next) };
        self.next = self.next.saturating_add(1);
        let kind = if self.kind == ChoiceKind::One { "radio" } else { "checkbox" };
        let help = help.map(|help| view! { <span class="choice__help">{help.view()}</span> });
        view! {
            <div class=if inner { "choice choice--inner" } else { "choice" }>
                <input type=kind id=id.clone() name=self.name.clone() value=value checked=chosen aria-describedby=described_by />
                <label for=id>{label.view()} {help}</label>
            </div>
        }
        .into_any()
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_first_control_has_the_id_of_the_group_and_a_chosen_group_is_open() {
        let html = Owner::new().with(|| {
            let group = |chosen| ChoiceItem::Group {
                label: "Noord".into(),
                help: None,
                choices: vec![Choice::new("n1", "Eén", false), Choice::new("n2", "Twee", chosen)],
            };
            view! { <Choices id="area" name="areaId" legend="Waar?" error="Kies een antwoord." choices=vec![group(false), group(true)] /> }
                .into_view()
                .to_html()
        });
        assert!(html.contains(r#"id="area""#) && html.contains(r#"id="area-3""#), "{html}");
        assert_eq!(html.matches("<details").count(), 2);
        assert_eq!(html.matches(" open").count(), 1, "{html}");
        assert_eq!(html.matches(" checked").count(), 1, "{html}");
        assert!(html.contains(r#"role="radiogroup""#) && html.contains(r#"aria-describedby="area-error""#), "{html}");
    }

    #[test]
    fn the_ends_of_a_scale_are_read_with_their_words() {
        let html = Owner::new().with(|| {
            view! { <Scale id="q" name="q" legend="Hoe veilig?" to=5 low="onveilig" high="veilig" chosen=Some(4) /> }
                .into_view()
                .to_html()
        });
        assert!(
            html.contains(r#"aria-describedby="q-low""#) && html.contains(r#"aria-describedby="q-high""#),
            "{html}"
        );
        assert_eq!(html.matches("type=\"radio\"").count(), 5);
        assert_eq!(html.matches(" checked").count(), 1);
    }
}
