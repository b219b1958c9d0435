//! The routes that the Worker registers, as its source says them.

use std::{collections::BTreeSet, fs, path::Path};

use super::PLACES;

/// The routes as they are registered, read from the source: a router cannot list its own.
pub(super) fn routes() -> BTreeSet<String> {
    let http = Path::new(env!("CARGO_MANIFEST_DIR")).join("../worker/src/http");
    let mut routes = BTreeSet::new();
    for (folder, prefix) in [("public", "/api/v1"), ("admin", "/api/v1/admin"), (".", "/api/v1"), ("../pages", "")] {
        for entry in fs::read_dir(http.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            // Tests, and what only tests use, are no part of what is served.
            if path.extension().is_none_or(|extension| extension != "rs")
                || name == "tests.rs"
                || name == "test_control.rs"
            {
                continue;
            }
            for (method, route) in routes_in(&fs::read_to_string(&path).unwrap()) {
                // What stands at the root itself.
                let prefix = if name == "mod.rs" && folder == "." { "" } else { prefix };
                // Residents' pages are registered once for every place.
                let everywhere = route.strip_prefix("{place}");
                let places = if everywhere.is_some() { &PLACES[..] } else { &[""] };
                let route = everywhere.unwrap_or(&route);
                routes.extend(places.iter().map(|place| format!("{method} {prefix}{place}{route}")));
            }
        }
    }
    routes
}

/// What stands in `.route("…", get(…).post(…))`.
fn routes_in(source: &str) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for call in source.split(".route(").skip(1) {
        let path = call.split('"').nth(1).unwrap_or_default();
        // Two ways in which pages write their paths.
        let path = if call.starts_with("&at(") {
            format!("{{place}}/{{slug}}/{{language}}{path}")
        } else if call.starts_with("&format!(") {
            path.replace("{{", "{").replace("}}", "}")
        } else {
            path.to_owned()
        };
        let end = matching_parenthesis(call);
        for (function, method) in
            [("get(", "GET"), ("post(", "POST"), ("put(", "PUT"), ("delete(", "DELETE"), ("patch(", "PATCH")]
        {
            let registered = call[..end]
                .match_indices(function)
                .any(|(place, _)| !call[..place].ends_with(|before: char| before.is_alphanumeric() || before == '_'));
            if registered {
                found.push((method, path.clone()));
            }
        }
    }
    found
}

fn matching_parenthesis(text: &str) -> usize {
    let mut depth = 1;
    for (place, character) in text.char_indices() {
        depth += match character {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth == 0 {
            return place;
        }
    }
    text.len()
}
