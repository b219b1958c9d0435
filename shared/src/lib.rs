//! Placeholder until the domain is merged.
