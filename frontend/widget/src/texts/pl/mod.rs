//! Polski: what residents read. Not proof-read by a native speaker yet.
//!
//! Residents are addressed as *Państwo*, so that no sentence has to guess who reads it. Names of organisations, areas and
//! topics stay as they are written, behind a noun that takes the ending: "gmina Waterdam", "organizację: Woonstad".

mod chart;
mod experience;
mod follow;
mod forms;
mod home;
mod join;

use shared::fault::FormFaults;
use shared::text::Language;

pub(crate) use chart::CHART;
pub(in crate::texts) use experience::EXPERIENCE;
pub(in crate::texts) use follow::*;
pub(in crate::texts) use forms::*;
pub(in crate::texts) use home::*;
pub(in crate::texts) use join::*;

pub(in crate::texts) static FORM_FAULTS: FormFaults = *FormFaults::of(Language::Pl);
