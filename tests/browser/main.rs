//! The product as people meet it: a real workerd, a real Chromium, the demo municipality.
//!
//! Every test has a server and a browser of its own. What a person does is written once, in [`steps`], and walked
//! with different eyes: by somebody with a mouse, without scripts, on a small screen, with axe-core looking on.

mod again;
mod agreements;
mod areas;
mod charts;
mod comfort;
mod connection;
mod cuts;
mod drafts;
mod embedding;
mod experience;
mod figures;
mod first_question;
mod formal_rights;
mod handling;
mod host_pages;
mod house_style;
mod house_style_takeover;
mod keyboard;
mod library;
mod loader;
mod manual;
mod meanwhile;
mod mistakes;
mod mother_tongue;
mod officials;
mod once;
mod outbound;
mod own_say;
mod pages;
mod poll_life;
mod postcodes;
mod push;
mod question_kinds;
mod remembering;
mod represent;
mod returning;
mod routing;
mod searching;
mod sites;
mod steps;
mod thanks;
mod together;
mod whole_path;
