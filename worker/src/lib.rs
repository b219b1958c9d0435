//! The Worker: one bundle for Cloudflare and for plain workerd.
//!
//! What decides and what stores is plain Rust and compiles natively, so that unit tests reach it in
//! milliseconds. Only `entry`, `platform`, `objects::shell` and `store::object` know the platform, and they
//! exist only on wasm32.

pub mod assets;
pub mod http;
pub mod objects;
pub mod pages;
pub mod store;

#[cfg(target_arch = "wasm32")]
mod entry;
#[cfg(target_arch = "wasm32")]
pub mod platform;
