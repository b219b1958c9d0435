//! The resident's views. The Worker renders them (feature `ssr`); the client takes them over (`hydrate`).

pub mod views;
