//! What a posted form means: the same on the server, where every step is a request, and in the browser, where it is
//! not. Each form carries all earlier answers along, so nobody keeps a session.

pub mod answers;
pub mod follow;
pub mod pledge;
pub mod poll;
pub mod postcode;
pub mod proposal;
pub mod tasks;

/// The name of the buttons that say where to go.
pub const MOVE: &str = "move";
/// The name of the hidden field with the step that the form shows.
pub const STEP: &str = "step";
/// The name of the hidden field that says that one answer is being changed from the check page.
pub const CHANGING: &str = "changing";
