//! Tests against a real workerd and a real browser.
