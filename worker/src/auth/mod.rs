//! Who may do what: the tokens of officials, and the operator's key.

pub mod token;

pub use token::Token;
