//! The Worker: one bundle for Cloudflare and for plain workerd.
//!
//! What decides and what stores is plain Rust and compiles natively, so that unit tests reach it in
//! milliseconds. Only `entry`, `platform`, `objects::shell` and `store::platform_sql` know the platform, and they
//! exist only on wasm32.

pub mod config;
pub mod house_style;
mod library;
pub mod operation;
pub mod refusal;
mod seal;

pub mod backend;
pub mod objects;
pub mod outbox;
pub mod store;

pub mod auth;
pub mod export;
pub mod http;
pub mod pages;

pub mod assets;
mod report;

#[cfg(test)]
mod testing;

#[cfg(target_arch = "wasm32")]
mod entry;
#[cfg(target_arch = "wasm32")]
pub mod platform;
