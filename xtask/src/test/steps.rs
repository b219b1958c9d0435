//! The cargo calls of the checks, cheapest first.
//!
//! Leptos must be compiled with exactly one of `ssr`, `hydrate` and `csr`, and cargo unifies features inside one
//! call: so the packages that render in the Worker go together, and each program for the browser goes alone.

/// One call of cargo.
pub(super) struct Cargo {
    /// Its output is in `target/logs/<log>.log`.
    pub(super) log: &'static str,
    pub(super) title: &'static str,
    pub(super) arguments: &'static [&'static str],
    pub(super) runs_tests: bool,
    pub(super) advice: &'static str,
}

const FIX: &str = "Correct the lines that are named.";
const TEST: &str = "Run the test that failed alone by adding its name.";

pub(super) const NATIVE: [Cargo; 9] = [
    Cargo {
        log: "fmt",
        title: "format",
        arguments: &["fmt", "--all", "--check"],
        runs_tests: false,
        advice: "Run: cargo fmt",
    },
    Cargo {
        log: "clippy-native",
        title: "clippy, natively",
        arguments: &[
            "clippy",
            "--locked",
            "--quiet",
            "--workspace",
            "--exclude=buurtstem-admin",
            "--features=buurtstem-ui/ssr,buurtstem-widget/ssr,buurtstem-worker/test-control",
            "--all-targets",
            "--",
            "-Dwarnings",
        ],
        runs_tests: false,
        advice: FIX,
    },
    Cargo {
        log: "clippy-worker",
        title: "clippy, the Worker for wasm32",
        arguments: &[
            "clippy",
            "--locked",
            "--quiet",
            "--target=wasm32-unknown-unknown",
            "--package=buurtstem-worker",
            "--",
            "-Dwarnings",
        ],
        runs_tests: false,
        advice: FIX,
    },
    Cargo {
        log: "clippy-worker-test",
        title: "clippy, the Worker for wasm32 with test control",
        arguments: &[
            "clippy",
            "--locked",
            "--quiet",
            "--target=wasm32-unknown-unknown",
            "--package=buurtstem-worker",
            "--features=test-control",
            "--",
            "-Dwarnings",
        ],
        runs_tests: false,
        advice: FIX,
    },
    Cargo {
        log: "clippy-widget",
        title: "clippy, the residents' program for wasm32",
        arguments: &[
            "clippy",
            "--locked",
            "--quiet",
            "--target=wasm32-unknown-unknown",
            "--package=buurtstem-widget",
            "--features=browser",
            "--",
            "-Dwarnings",
        ],
        runs_tests: false,
        advice: FIX,
    },
    Cargo {
        log: "clippy-admin",
        title: "clippy, the officials' program for wasm32",
        arguments: &[
            "clippy",
            "--locked",
            "--quiet",
            "--target=wasm32-unknown-unknown",
            "--package=buurtstem-admin",
            "--",
            "-Dwarnings",
        ],
        runs_tests: false,
        advice: FIX,
    },
    Cargo {
        log: "clippy-admin-native",
        title: "clippy, the officials' program natively",
        arguments: &["clippy", "--locked", "--quiet", "--package=buurtstem-admin", "--all-targets", "--", "-Dwarnings"],
        runs_tests: false,
        advice: FIX,
    },
    Cargo {
        log: "test-native",
        title: "native tests",
        arguments: &[
            "test",
            "--locked",
            "--no-fail-fast",
            "--workspace",
            "--exclude=buurtstem-admin",
            "--exclude=buurtstem-tests",
            "--features=buurtstem-ui/ssr,buurtstem-widget/ssr,buurtstem-worker/test-control",
        ],
        runs_tests: true,
        advice: TEST,
    },
    Cargo {
        log: "test-admin",
        title: "native tests of the officials' program",
        arguments: &["test", "--locked", "--no-fail-fast", "--package=buurtstem-admin"],
        runs_tests: true,
        advice: TEST,
    },
];

pub(super) const SERVER: [Cargo; 1] = [Cargo {
    log: "test-server",
    title: "API, fault and browser tests",
    arguments: &["test", "--locked", "--no-fail-fast", "--package=buurtstem-tests"],
    runs_tests: true,
    advice: TEST,
}];
