//! Fields to type in. From top to bottom: label, description, error, field.

use leptos::prelude::*;

use crate::{AnyView, HEADING_ID, IntoAny, Words};

/// What the words above a field are on their page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Legend {
    /// A label, and no more.
    #[default]
    Plain,
    /// The heading of the page.
    Heading,
    /// A heading under that of the page. Only the server draws such a page.
    #[cfg(not(feature = "html"))]
    Under,
}

impl Legend {
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Plain => "field__label",
            Self::Heading => "field__label field__label--large",
            #[cfg(not(feature = "html"))]
            Self::Under => "field__label field__label--under",
        }
    }

    /// The words, as the heading that they are.
    pub(crate) fn view(self, words: Words, optional: Option<String>) -> AnyView {
        let optional = optional.map(|optional| view! { <span class="field__optional">" (" {optional} ")"</span> });
        match self {
            Self::Plain => view! { {words.view()} {optional} }.into_any(),
            Self::Heading => view! { <h1 id=HEADING_ID tabindex="-1">{words.view()} {optional}</h1> }.into_any(),
            #[cfg(not(feature = "html"))]
            Self::Under => view! { <h2>{words.view()} {optional}</h2> }.into_any(),
        }
    }
}

/// What stands above a field, and how the field refers to it.
pub(crate) struct Above {
    pub(crate) hint: Option<Words>,
    pub(crate) error: Option<String>,
    pub(crate) hint_id: String,
    pub(crate) error_id: String,
}

impl Above {
    pub(crate) fn new(id: impl std::fmt::Display, hint: Option<Words>, error: Option<String>) -> Self {
        Self { hint, error, hint_id: format!("{id}-hint"), error_id: format!("{id}-error") }
    }

    /// The ids for `aria-describedby`; the error first, because it is what is new.
    pub(crate) fn described_by(&self) -> Option<String> {
        let error = self.error.as_ref().map(|_| self.error_id.as_str());
        let hint = self.hint.as_ref().map(|_| self.hint_id.as_str());
        match (error, hint) {
            (Some(error), Some(hint)) => Some(format!("{error} {hint}")),
            (one, other) => one.or(other).map(str::to_owned),
        }
    }

    pub(crate) fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }

    pub(crate) fn class(&self) -> &'static str {
        if self.error.is_some() { "field field--invalid" } else { "field" }
    }

    pub(crate) fn view(self) -> impl IntoView {
        let Self { hint, error, hint_id, error_id } = self;
        view! {
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint.view()}</p> })}
            {error.map(|error| view! { <p class="field__error" id=error_id><span>{error}</span></p> })}
        }
    }
}

fn label(id: String, words: Words, optional: Option<String>, shown: Legend) -> AnyView {
    view! { <label class=shown.class() for=id>{shown.view(words, optional)}</label> }.into_any()
}

/// One line. A listener for `input` or `change` may be put on the component: the events bubble.
#[component]
pub fn TextField(
    #[prop(into)] id: String,
    #[prop(into)] name: String,
    #[prop(into)] label: Words,
    #[prop(optional, into)] hint: Option<Words>,
    #[prop(optional, into)] error: Option<String>,
    /// The word for "optional", when it is.
    #[prop(optional, into)]
    optional: Option<String>,
    #[prop(optional, into)] value: String,
    /// The `type` attribute.
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(optional)] autocomplete: Option<&'static str>,
    /// Whether capitals and spelling are corrected while typing; not for codes and addresses.
    #[prop(default = true)]
    prose: bool,
    #[prop(optional)] short: bool,
    /// What the reader has to look at next.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let above = Above::new(&id, hint, error);
    let (described_by, invalid, class) = (above.described_by(), above.invalid(), above.class());
    view! {
        <div class=class>
            {self::label(id.clone(), label, optional, Legend::Plain)} {above.view()}
            <input
                autofocus=autofocus
                class=if short { "input input--short" } else { "input" }
                type=kind
                id=id
                name=name
                value=value
                autocomplete=autocomplete
                autocapitalize=(!prose).then_some("none")
                spellcheck=(!prose).then_some("false")
                aria-describedby=described_by
                aria-invalid=invalid
            />
        </div>
    }
}

/// Several lines of plain text.
#[component]
pub fn TextArea(
    #[prop(into)] id: String,
    #[prop(into)] name: String,
    #[prop(into)] label: Words,
    #[prop(optional, into)] hint: Option<Words>,
    #[prop(optional, into)] error: Option<String>,
    #[prop(optional, into)] optional: Option<String>,
    #[prop(optional, into)] value: String,
    #[prop(default = 5)] rows: u8,
    #[prop(optional)] shown: Legend,
) -> impl IntoView {
    let above = Above::new(&id, hint, error);
    let (described_by, invalid, class) = (above.described_by(), above.invalid(), above.class());
    view! {
        <div class=class>
            {self::label(id.clone(), label, optional, shown)} {above.view()}
            <textarea
                class="textarea"
                id=id
                name=name
                rows=rows.to_string()
                aria-describedby=described_by
                aria-invalid=invalid
                inner_html=escaped(value)
            ></textarea>
        </div>
    }
}

/// The text as the content of a `<textarea>`. The renderer does not escape the children of that element, so whoever
/// puts a text there has to: otherwise `</textarea>` in it would end the field and start HTML.
fn escaped(text: String) -> String {
    if !text.contains(['&', '<']) {
        return text;
    }
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn html<V: IntoView + 'static>(view: impl FnOnce() -> V) -> String {
        Owner::new().with(|| view().into_view().to_html())
    }

    #[test]
    fn the_error_stands_above_the_field_and_is_read_with_it() {
        let html = html(|| {
            view! {
                <TextField id="email" name="email" label="E-mail" hint="Alleen voor antwoord" error="Dit is geen adres" value="a<b" />
            }
        });
        assert!(html.find("email-error").unwrap() < html.find("<input").unwrap(), "{html}");
        assert!(html.contains(r#"aria-describedby="email-error email-hint""#), "{html}");
        assert!(html.contains(r#"value="a&lt;b""#), "{html}");
    }

    #[test]
    fn an_empty_text_area_is_empty_and_a_typed_one_keeps_what_was_typed() {
        let area =
            |value: &'static str| html(move || view! { <TextArea id="what" name="what" label="Wat" value=value /> });
        assert!(area("").contains("></textarea>"), "{}", area(""));
        let typed = area("</textarea><script>\nb");
        assert!(typed.contains(">&lt;/textarea>&lt;script>\nb</textarea>"), "{typed}");
    }
}
