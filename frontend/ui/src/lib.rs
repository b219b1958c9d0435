//! Components without domain words, for the resident's and the official's program.
//!
//! Everything renders to plain HTML that works without script; a program that has one adds its listeners
//! (`on:submit`, `on:input`) from outside. Texts come from the program as [`Words`]. Looks live in `css/`; there is
//! no `style` attribute anywhere, because the pages' Content-Security-Policy forbids it.
#![forbid(unsafe_code)]

pub mod html;
pub mod inner;
pub mod words;

pub mod button;
pub mod choice;
pub mod field;
pub mod summary;

pub mod block;
pub mod figure;
pub mod phone;
pub mod plain_text;
pub mod timeline;
pub mod xml;

pub use block::{Badge, Card, Empty, NextSteps, Notice, PageHeader, Progress, Tone};
pub use button::{BusyButton, Button, ButtonKind, LinkButton, Press};
pub use choice::{Choice, ChoiceItem, ChoiceKind, Choices, FieldGroup, Scale};
pub use field::{Legend, TextArea, TextField};
pub use figure::{FigureBar, Share};
pub use html::{AnyView, IntoAny};
pub use inner::Inner;
pub use phone::{phone_link, with_phones};
pub use plain_text::{Piece, PlainText, pieces};
pub use summary::{ErrorSummary, FaultLine, SummaryList, SummaryRow};
pub use timeline::{Timeline, TimelineItem};
pub use words::Words;
pub use xml::xml_text;

/// The custom properties of our own look, as the style sheet declares them.
#[cfg(feature = "ssr")]
pub const TOKENS: &str = include_str!("../css/tokens.css");

/// The id of the heading that focus moves to when a page changes without loading.
pub const HEADING_ID: &str = "heading";
/// The id of the heading of [`ErrorSummary`], which gets the focus when something is wrong.
pub const FAULTS_ID: &str = "faults";
/// The id of the heading of a [`Notice`] that appeared and is read out.
pub const NOTICE_ID: &str = "notice";
