//! Türkçe: short and plain, with *siz*. Not proof-read by a native speaker yet.

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
pub(in crate::texts) static FORM_FAULTS: FormFaults = *FormFaults::of(Language::Tr);
