//! العربية: short, plain Modern Standard Arabic, with digits 0 to 9. Not proof-read by a native speaker yet.
//!
//! Phone numbers and codes stand between U+2066 and U+2069, so that they are read from left to right.

mod chart;
mod experience;
mod follow;
mod forms;
mod pages;
mod together;

use shared::fault::FormFaults;
use shared::text::Language;

pub(crate) use chart::CHART;
pub(in crate::texts) use experience::EXPERIENCE;
pub(in crate::texts) use follow::*;
pub(in crate::texts) use forms::*;
pub(in crate::texts) use pages::*;
pub(in crate::texts) use together::*;

/// What can be wrong in a form stands with the form's rules.
pub(in crate::texts) static FORM_FAULTS: FormFaults = *FormFaults::of(Language::Ar);
