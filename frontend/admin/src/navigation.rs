//! Moving between pages without loading: addresses, links, the title and the focus.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::{ev, web_sys};

use crate::address::Page;
use crate::texts::texts;

/// Where the program is. One for the whole program.
#[derive(Clone, Copy)]
pub(crate) struct Navigation {
    path: RwSignal<String>,
    /// Whether the page shown was reached without loading; then the focus has to follow.
    moved: StoredValue<bool>,
    /// What was just done, or why it was not; stands above the page until another is shown.
    pub(crate) message: RwSignal<Option<Message>>,
}

/// Something to say above the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Message {
    /// With a title it is a warning; without one it says that something was done.
    pub(crate) title: Option<String>,
    pub(crate) text: String,
    /// Said for the page that comes now, not for the one that is left.
    for_next_page: bool,
}

/// The id of the message, which gets the focus.
pub(crate) const MESSAGE_ID: &str = "message";

impl Navigation {
    /// Starts at the address the browser has, and follows links and the back button from there on.
    pub(crate) fn start() -> Self {
        let navigation =
            Self { path: RwSignal::new(current_path()), moved: StoredValue::new(false), message: RwSignal::new(None) };
        let _ = window_event_listener(ev::popstate, move |_| navigation.arrive());
        let _ = window_event_listener(ev::click, move |event| {
            if let Some(path) = followed_link(&event) {
                event.prevent_default();
                navigation.go_to(&path);
            }
        });
        navigation
    }

    /// The path shown; the same path again wakes nobody.
    pub(crate) fn path(self) -> Memo<String> {
        Memo::new(move |_| self.path.get())
    }

    pub(crate) fn go(self, page: &Page) {
        self.go_to(&page.path());
    }

    /// Goes on under another address without a step back to this one.
    pub(crate) fn replace(self, page: &Page) {
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&leptos::wasm_bindgen::JsValue::NULL, "", Some(&page.path()));
        }
        self.arrive();
    }

    fn go_to(self, path: &str) {
        if let Ok(history) = window().history() {
            let _ = history.push_state_with_url(&leptos::wasm_bindgen::JsValue::NULL, "", Some(path));
        }
        window().scroll_to_with_x_and_y(0.0, 0.0);
        self.arrive();
    }

    fn arrive(self) {
        let path = current_path();
        if self.path.with_untracked(|shown| *shown != path) {
            self.moved.set_value(true);
            let said = self.message.get_untracked().filter(|message| message.for_next_page);
            self.message.set(said.map(|message| Message { for_next_page: false, ..message }));
            self.path.set(path);
        }
    }

    /// After something stood before the page: the focus goes back to its heading, also when that is drawn anew.
    pub(crate) fn resume(self) {
        self.moved.set_value(true);
        focus_soon(ui::HEADING_ID);
    }

    /// Says on this page that something was done.
    pub(crate) fn say(self, text: &str) {
        self.say_beside(text);
        focus_soon(MESSAGE_ID);
    }

    /// The same to somebody who goes on meanwhile, whose focus has to stay where it is.
    pub(crate) fn say_beside(self, text: &str) {
        self.message.set(Some(Message { title: None, text: text.to_owned(), for_next_page: false }));
    }

    /// Goes to another page and says there that something was done.
    pub(crate) fn say_on(self, page: &Page, text: &str) {
        self.message.set(Some(Message { title: None, text: text.to_owned(), for_next_page: true }));
        self.go(page);
    }

    /// Says on this page why something was not done.
    pub(crate) fn warn(self, title: impl Into<String>, text: &str) {
        self.message.set(Some(Message { title: Some(title.into()), text: text.to_owned(), for_next_page: false }));
        focus_soon(MESSAGE_ID);
    }

    /// Called by a page when its heading stands there: names the window, and moves the focus there when the page was
    /// reached without loading; to what has to be said first, when there is something.
    pub(crate) fn shown(self, title: &str) {
        document().set_title(&format!("{title} – {}", texts().frame.product));
        if self.moved.get_value() {
            self.moved.set_value(false);
            let said = self.message.with_untracked(Option::is_some);
            focus_soon(if said { MESSAGE_ID } else { ui::HEADING_ID });
        }
    }
}

/// Moves the focus to an element once it has been drawn.
pub(crate) fn focus_soon(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id);
        if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

fn current_path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The path of a link to a page of this program that was followed in the plain way: not into a new tab, not to a
/// file, not to a place on the same page.
fn followed_link(event: &ev::MouseEvent) -> Option<String> {
    let plain = event.button() == 0
        && !(event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key())
        && !event.default_prevented();
    let target = event.target().filter(|_| plain)?.dyn_into::<web_sys::Element>().ok()?;
    let link = target.closest("a[href]").ok()??.dyn_into::<web_sys::HtmlAnchorElement>().ok()?;
    let location = window().location();
    let here = link.origin() == location.origin().ok()?;
    let elsewhere = link.hash().is_empty() || Some(link.pathname()) != location.pathname().ok();
    let ours = link.pathname() == "/admin" || link.pathname().starts_with("/admin/");
    (here && ours && elsewhere && link.target().is_empty() && !link.has_attribute("download")).then(|| link.pathname())
}
