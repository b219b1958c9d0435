//! Messages: sent by the alarm, and shown to the administrator.
//!
//! ```text
//! waiting ── taken by the server ──▶ sent
//!    │ ├── refused for good, or not taken in 72 hours ──▶ failed ── sent again by hand ──▶ waiting
//!    │ ├── for a partner that wants one overview a day ──▶ divided, at eight: one overview, waiting
//!    │ ├── for a partner ──▶ divided: one message for each official, waiting
//!    │ └── nobody to send it to ──▶ nobody
//! kept (no mail was set up) ── sent after all by hand ──▶ waiting
//! ```

mod deliver;
mod overview;
mod show;
mod stop;

pub use deliver::deliver;
pub use show::{ListMessages, ReadMessage, SendAgain};
pub use stop::{StopMessages, StopPledgeMessages};

#[cfg(test)]
mod tests;
