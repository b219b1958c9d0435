//! What stands inside a component.

use leptos::children::{ChildrenOptContainer, ToChildren};
use leptos::prelude::*;

use crate::{AnyView, IntoAny};

/// The content of a component, made before the component itself. Unlike Leptos' own `Children`, which are closures
/// that live on, it may borrow what it shows, and it adds no code of its own to the browser's program.
#[derive(Debug)]
pub struct Inner(AnyView);

impl<F, C> ToChildren<F> for Inner
where
    F: FnOnce() -> C,
    C: RenderHtml,
{
    fn to_children(content: F) -> Self {
        Self(content().into_any())
    }
}

impl<T: RenderHtml> ToChildren<ChildrenOptContainer<T>> for Inner {
    fn to_children(content: ChildrenOptContainer<T>) -> Self {
        Self(content.0.into_any())
    }
}

impl Inner {
    pub fn view(self) -> AnyView {
        self.0
    }
}
