//! Words of pages that the Worker alone draws, where they are many.

pub(super) mod area;
pub(super) mod tr;
