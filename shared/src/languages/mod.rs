//! What the domain says to residents in the languages beside Dutch and English, which stand where they are used. One file
//! for each language; what is said to officials alone is not in them.

pub(crate) mod tr;
