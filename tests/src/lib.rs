//! What the tests stand on: a real workerd and a real browser, each new and each gone afterwards.

pub mod api;
pub mod browser;
pub mod chance;
pub mod line;
pub mod mail;
pub mod push_service;
pub mod server;
pub mod town;

pub use api::{Answer, Client};
pub use browser::Browser;
pub use chance::Chance;
pub use line::Line;
pub use mail::MailServer;
pub use push_service::PushService;
pub use server::Server;
pub use town::Town;
