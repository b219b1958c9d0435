//! The seam to the network: a line to a mail server, and calls to webhooks; unit tests play both themselves.

use std::{future::Future, pin::Pin};

use shared::notification::MailTrouble;

use super::webhook::Call;
use crate::config::MailSettings;

/// Something on the line that is under way.
pub type Step<'a, T> = Pin<Box<dyn Future<Output = Result<T, Broken>> + 'a>>;

/// The line is of no use any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    Unreachable,
    TimedOut,
    Closed,
    NotEncrypted,
}

impl Broken {
    /// What the administrator reads of it.
    pub const fn trouble(self) -> MailTrouble {
        match self {
            Self::Unreachable => MailTrouble::Unreachable,
            Self::TimedOut => MailTrouble::TimedOut,
            Self::Closed => MailTrouble::BrokenOff,
            Self::NotEncrypted => MailTrouble::NotEncrypted,
        }
    }
}

/// A line. Every step takes at most the time that the settings give one reply.
pub trait Wire {
    /// Some of what the other side said; nothing when it has hung up.
    fn read(&mut self) -> Step<'_, Vec<u8>>;
    fn write(&mut self, bytes: Vec<u8>) -> Step<'_, ()>;
    /// Turns the line to TLS. What follows is encrypted, or fails.
    fn start_tls(&mut self) -> Step<'_, ()>;
    /// Hangs up. Nobody waits for it.
    fn close(&mut self);
}

/// Opens lines.
pub trait Network {
    fn open<'a>(&'a self, server: &'a MailSettings) -> Step<'a, Box<dyn Wire>>;

    /// Posts to a webhook and answers the status of the reply; goes nowhere that the reply points to, and reads nothing
    /// else of it. Where nothing else is said, nobody can be reached.
    fn post<'a>(&'a self, call: &'a Call) -> Step<'a, u16> {
        let _ = call;
        Box::pin(std::future::ready(Err(Broken::Unreachable)))
    }
}

/// A place without a network.
#[derive(Debug, Clone, Copy)]
pub struct NoNetwork;

impl Network for NoNetwork {
    fn open<'a>(&'a self, _server: &'a MailSettings) -> Step<'a, Box<dyn Wire>> {
        Box::pin(std::future::ready(Err(Broken::Unreachable)))
    }
}
