//! What travels between browser and Worker: requests, answers and the operator's file.
//!
//! Fields are camelCase. Requests refuse unknown fields; answers may grow. Every view is in one language, and a
//! phrase says so where a translation is missing.

pub mod admin;
pub mod answers;
pub mod areas;
pub mod backing;
pub mod devices;
pub mod ending;
pub mod entry;
pub mod finding;
pub mod formal_rights;
pub mod helping;
pub mod house_style;
pub mod messages;
pub mod moderating;
pub mod operator;
pub mod partner_figures;
pub mod partners;
pub mod pledges;
pub mod problem;
pub mod public;
pub mod residents;
pub mod routing;
pub mod sites;
pub mod standard_texts;
pub mod tasks;
pub mod timeline;
pub mod translations;
pub mod watch;
pub mod webhooks;
