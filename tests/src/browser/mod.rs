//! A person at a browser: a real Chromium or Firefox, driven as a person would, by role and by label.
//!
//! Things are looked up in the accessibility tree, which is what a screen reader gets: a button without a name, or
//! a field whose label is not tied to it, is not found here either. It works the same with scripts switched off
//! and inside a frame from another site.
//!
//! Chromium is driven through its own debugging protocol over a pipe, Firefox through `WebDriver` `BiDi`, which it speaks
//! by itself over a WebSocket. That needs no driver program, no port that could be taken, and no version that has to
//! match; and the browser ends when the pipe to it closes, however the test ends.
//!
//! What a person does ([`View`], [`Found`]) is written once, on top of what both browsers can ([`Window`]).
//!
//! Nothing here waits for a fixed time. Every look is repeated until it succeeds, and gives up after
//! [`wait::PATIENCE`] with what was there instead.
#![expect(clippy::panic, clippy::expect_used, clippy::missing_panics_doc, reason = "a test fails by panicking")]
#![expect(clippy::indexing_slicing, reason = "what is missing in an answer of the browser reads as null")]

mod axe;
mod bidi;
mod chromium;
mod devtools;
mod firefox;
mod found;
mod in_chromium;
mod in_firefox;
mod network;
mod node;
mod tab;
mod tree;
mod view;
pub mod wait;
mod window;

pub use chromium::{Browser, Scripts};
pub use firefox::{Firefox, FirefoxTab};
pub use found::Found;
pub use network::Cut;
pub use node::Role;
pub use tab::{Key, Scheme, Tab, pictures_folder};
pub use view::View;
pub use window::Window;
