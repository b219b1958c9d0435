//! The resident's pages. The Worker renders them (feature `ssr`); in the browser (`browser`) a program draws the next
//! step of a form with the same views; there is one for polls and one for ideas (`src/bin/`).
//!
//! A page is a [`state::PageState`]; [`views`] turn it into HTML, [`forms`] say what a posted form means. Both are the
//! same on the server and in the browser, so that everything works without script, only slower.
#![forbid(unsafe_code)]

pub mod act;
mod addresses;
pub mod chart;
pub mod fields;
pub mod forms;
pub mod pack;
#[cfg(feature = "browser")]
pub mod program;
pub mod state;
#[cfg_attr(feature = "browser", expect(dead_code, reason = "the page tells a program the texts that it draws with"))]
pub mod texts;
pub mod views;

// The pages of the tests, for those that look inside.
#[cfg(test)]
extern crate self as widget;
#[cfg(test)]
#[path = "../tests/pages/fixtures/mod.rs"]
mod fixtures;
