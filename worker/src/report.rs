//! Lines for whoever runs the system. Never what a person wrote, never a token, an address or a key.

/// Something that should not have happened and that nobody but us can mend.
pub(crate) fn trouble(what: &str) {
    #[cfg(target_arch = "wasm32")]
    crate::platform::log(what);
    #[cfg(not(target_arch = "wasm32"))]
    {
        use std::io::Write;
        // A line that cannot be written has nowhere else to go.
        let _ = writeln!(std::io::stderr(), "{what}");
    }
}
