//! What a person's path through the pages needs of a tab, in whichever browser.
//!
//! The path itself is written once, on top of this; whatever a browser can do beyond it stays with that browser.

use std::fmt::Debug;

use serde_json::Value;

use super::{
    node::{Node, Role},
    view::View,
};

/// Where to look.
#[derive(Debug, Clone, Copy)]
pub enum Place {
    Page,
    /// A frame from another site, counted from 0.
    Frame(usize),
}

/// What the mouse does, once it is where it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    Presses,
    LetsGo,
}

/// A tab of Chromium or of Firefox.
pub trait Window: Debug + Sized {
    /// Goes to an address.
    fn go(&self, address: &str);

    /// The browser's reload button.
    fn reload(&self);

    /// Makes the window this large, in CSS pixels.
    fn resize(&self, width: u32, height: u32);

    /// What the browser complains about: errors in scripts, and what a page's policy refused.
    fn complaints(&self) -> Vec<String>;

    /// What the widget's loader says to webmasters in the console of the page, oldest first.
    fn advice(&self) -> Vec<String>;

    /// Everything of this role that a screen reader gets.
    fn nodes(&self, place: Place, role: Role) -> Result<Vec<Node>, String>;

    /// The value of an expression without promises, scripts or not.
    fn evaluate(&self, place: Place, expression: &str) -> Result<Value, String>;

    /// The value of a function without promises, with the element as `this`.
    fn call(&self, place: Place, node: &Node, body: &str) -> Result<Value, String>;

    /// The middle of it where the mouse can go, after scrolling to it.
    fn middle(&self, place: Place, node: &Node) -> Result<(f64, f64), String>;

    /// Moves the mouse there, and does this.
    fn mouse(&self, place: Place, mouse: Mouse, point: (f64, f64)) -> Result<(), String>;

    /// Puts the focus on it, or tries to.
    fn give_focus(&self, place: Place, node: &Node) -> Result<(), String>;

    /// Types a text in place of everything that stands in the field with the focus.
    fn replace_text(&self, place: Place, text: &str);

    /// The page itself.
    fn page(&self) -> View<'_, Self> {
        View::new(self, Place::Page)
    }

    /// The first frame from another site on the page: the widget.
    fn widget(&self) -> View<'_, Self> {
        View::new(self, Place::Frame(0))
    }
}
