//! Views of any type as one: what `.into_any()` makes.
//!
//! For the Worker and for a program that reacts to signals that is Leptos' own `AnyView`. The residents' programs draw a
//! page whole and listen at its root, so there (feature `html`) it is HTML, written as soon as the type of a view is
//! erased. Leptos' `AnyView` carries code to build, change, move and remove each type of view, which is most of what
//! such a program would weigh, and the page comes out as the Worker writes it.
//!
//! Whoever uses views that a resident's program draws imports both names from here.

#[cfg(not(feature = "html"))]
pub use leptos::prelude::{AnyView, IntoAny};
#[cfg(feature = "html")]
pub use written::{AnyView, IntoAny};

#[cfg(feature = "html")]
mod written {
    use leptos::prelude::{AddAnyAttr, RenderHtml};
    use leptos::tachys::html::attribute::Attribute;
    use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
    use leptos::tachys::hydration::Cursor;
    use leptos::tachys::view::{Position, PositionState, Render};

    /// A view as HTML.
    #[derive(Debug, Default)]
    pub struct AnyView(String);

    impl AnyView {
        pub fn into_html(self) -> String {
            self.0
        }
    }

    pub trait IntoAny {
        fn into_any(self) -> AnyView;
    }

    impl<T: RenderHtml> IntoAny for T {
        fn into_any(self) -> AnyView {
            AnyView(self.to_html())
        }
    }

    impl RenderHtml for AnyView {
        type AsyncOutput = Self;
        type Owned = Self;

        const MIN_LENGTH: usize = 0;

        fn dry_resolve(&mut self) {}

        async fn resolve(self) -> Self {
            self
        }

        fn to_html_with_buf(self, html: &mut String, place: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {
            html.push_str(&self.0);
            *place = Position::NextChild;
        }

        fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) {}

        fn into_owned(self) -> Self {
            self
        }
    }

    // A view that is written is never built from elements.
    impl Render for AnyView {
        type State = ();

        fn build(self) {}

        fn rebuild(self, (): &mut ()) {}
    }

    impl AddAnyAttr for AnyView {
        type Output<A: Attribute> = Self;

        fn add_any_attr<A: Attribute>(self, _: A) -> Self {
            self
        }
    }
}
