//! Words of pages that the Worker alone draws, where they are many.

pub(super) mod ar;
pub(super) mod area;
pub(super) mod pl;
pub(super) mod tr;
pub(super) mod uk;
