//! What the commands of the workspace are made of. The tests use the same parts to start a server.
//!
//! - [`build`]: from sources to the Worker's bundle and the files beside it; does nothing when nothing changed.
//! - [`instance`]: one running workerd on one data folder.
//! - [`serve`]: the first command, for people.
//! - [`test`]: the second command, for people and machines.
//! - [`layers`]: who may know whom.
//! - [`embed`]: the tags for a webmaster.
//! - [`size`]: what a resident downloads.
//! - [`disk`]: whether there is room for it all.
//! - [`bench`]: how fast polls are with a hundred thousand ballots.

pub mod bench;
pub mod build;
pub mod command;
pub mod data_folder;
pub mod demo;
pub mod disk;
pub mod embed;
pub mod error;
pub mod instance;
pub mod layers;
pub mod progress;
pub mod serve;
pub mod size;
pub mod test;
pub mod tools;
pub mod workerd_config;
pub mod workspace;

pub use error::{Error, Result};
