//! Components without domain words, for both programs. Filled in later.
