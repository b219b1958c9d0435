//! How a message leaves: its words, its form as mail, and the talk with the mail server. No SQL here; when what is
//! sent, and what became of it, is in [`crate::objects::municipality::messages`].

pub mod letter;
pub mod message;
pub mod push;
pub mod smtp;
pub mod texts;
pub mod webhook;
pub mod wire;
