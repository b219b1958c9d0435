//! The domain of Buurtstem: what a poll, a proposal, a case and a promise are, and the rules they keep.
//!
//! Everything here is a pure function of its arguments: time, randomness and keys are parameters.
//! The crate knows no JavaScript, HTTP, SQL, clock or logging, and runs the same in the browser,
//! in the Worker and in a native test.
#![forbid(unsafe_code)]

pub mod house_style;
pub mod ids;
pub mod time;

pub mod fault;
mod languages;
pub mod sentence;
pub mod text;

pub mod absence;
pub mod actor;
pub mod agreements;
pub mod area;
pub mod area_care;
pub mod area_map;
pub mod formal_right;
pub mod partner;
pub mod settings;
pub mod topic;

pub mod promise;

pub mod five_questions;
pub mod follow_key;
pub mod pledge;
pub mod poll;
pub mod postcode;
pub mod residents;
pub mod tally;

pub mod case;
pub mod mailing;
pub mod municipality_file;
pub mod notification;
pub mod partner_figures;
pub mod plain_language;
pub mod privacy;
pub mod proposal;
pub mod routing;
pub mod site;
pub mod standard_text;
pub mod webhook;

pub mod embed;
pub mod paths;
pub mod wire;
