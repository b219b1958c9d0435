//! Buttons, and links that look like one.

use leptos::{ev::MouseEvent, prelude::*};

use crate::Inner;

/// How much a button asks for attention; at most one primary button on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    #[default]
    Primary,
    Secondary,
    /// For what cannot be undone.
    Danger,
    /// Looks like a link.
    Quiet,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Secondary => "button button--secondary",
            Self::Danger => "button button--danger",
            Self::Quiet => "button button--quiet",
        }
    }
}

/// A button; submits its form unless `behaviour` says `button`. It is never `disabled`: a disabled button explains
/// nothing and loses the focus.
#[component]
pub fn Button(
    #[prop(optional)] kind: ButtonKind,
    /// The `type` attribute: `submit` or `button`.
    #[prop(default = "submit")]
    behaviour: &'static str,
    #[prop(optional)] name: Option<&'static str>,
    #[prop(optional, into)] value: Option<String>,
    children: Inner,
) -> impl IntoView {
    view! {
        <button type=behaviour class=kind.class() name=name value=value>
            {children.view()}
        </button>
    }
}

/// A button that does something on its page and sends nothing.
///
/// The handler is the element's own. One that is spread onto a component (`<Button on:click=…>`) is added once more
/// whenever the view around it is drawn again, and the one before it is never taken off: the button would go on doing what
/// it did first.
#[component]
pub fn Press(
    #[prop(optional)] kind: ButtonKind,
    act: impl FnMut(MouseEvent) + 'static,
    children: Inner,
) -> impl IntoView {
    view! {
        <button type="button" class=kind.class() on:click=act>
            {children.view()}
        </button>
    }
}

/// A button that knows when what it started is under way: it stays where it is and says so to assistive technology.
/// A component of its own, because whoever needs no signals should not carry them.
#[component]
pub fn BusyButton(
    #[prop(optional)] kind: ButtonKind,
    #[prop(into)] busy: Signal<bool>,
    children: Inner,
) -> impl IntoView {
    view! {
        <button type="submit" class=kind.class() aria-disabled=move || busy.get().then_some("true")>
            {children.view()}
        </button>
    }
}

/// A link that is the main thing to do on a page.
#[component]
pub fn LinkButton(#[prop(optional)] kind: ButtonKind, #[prop(into)] href: String, children: Inner) -> impl IntoView {
    view! {
        <a class=kind.class() href=href>
            {children.view()}
        </a>
    }
}
