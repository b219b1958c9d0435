//! What may stand in which file.

use super::Finding;

/// Names that may not stand in the code below a folder.
struct Rule {
    folder: &'static str,
    names: &'static [&'static str],
    why: &'static str,
}

const RULES: [Rule; 7] = [
    Rule {
        folder: "shared/src/",
        names: &["SystemTime", "std::fs", "std::net", "std::env", "std::io", "std::process", "std::thread"],
        why: "the domain asks nobody: time, randomness and files are parameters",
    },
    Rule {
        folder: "worker/src/http/",
        names: &["store::", "rusqlite::"],
        why: "a handler knows no SQL; it sends an operation to an object",
    },
    Rule {
        folder: "worker/src/pages/",
        names: &["store::", "rusqlite::"],
        why: "a page knows no SQL; it is drawn from what it is given",
    },
    Rule {
        folder: "worker/src/store/",
        names: &["http::", "axum::", "wire::"],
        why: "the store knows neither HTTP nor the types on the wire",
    },
    Rule {
        folder: "worker/src/http/",
        names: &["worker::", "js_sys::", "wasm_bindgen::", "web_sys::"],
        why: "the platform stays in platform.rs and the entries, so that the router runs in a unit test",
    },
    Rule {
        folder: "worker/src/auth/",
        names: &["worker::", "js_sys::", "wasm_bindgen::", "web_sys::"],
        why: "the platform stays in platform.rs and the entries",
    },
    Rule { folder: "frontend/ui/src/", names: &["shared::"], why: "the components know no domain" },
];

/// The test in which the domain decides the same beside the real thing.
const BESIDE_THE_DOMAIN: &str = "tests/api/case_sequences";

/// What the tests may use of `shared`: they speak to the product as a stranger does.
const OPEN_TO_TESTS: [&str; 3] = ["time", "wire", "ids"];
/// Beyond this a file is about more than one thing.
const LARGEST: usize = 500;
/// Sources that people read from top to bottom.
const READ: [&str; 4] = ["rs", "js", "css", "sql"];
/// Folders of one machine. Another machine does not have them, or has other things in them.
const MACHINE: [&str; 5] = ["work", "root", "tmp", "home", "Users"];

/// Everything that is wrong with a file, by its path from the root.
pub(super) fn findings(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut add = |line: usize, what: String| findings.push(Finding { path: path.to_owned(), line, what });
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    let lines = text.lines().count();
    if READ.contains(&extension) && lines > LARGEST {
        add(0, format!("has {lines} lines; more than {LARGEST} is more than one subject, split it"));
    }
    for (number, line) in text.lines().enumerate() {
        if let Some(folder) = machine_path(line) {
            add(number + 1, format!("names {folder}, a folder of one machine"));
        }
    }
    if extension != "rs" {
        return findings;
    }
    if !text.starts_with("//!") {
        add(0, "does not begin with `//!`: say first what the file is for".to_owned());
    }
    let is_test = path.ends_with("/tests.rs") || path.contains("/tests/");
    for (number, line) in code(text) {
        let rules = RULES.iter().filter(|rule| !is_test && path.starts_with(rule.folder));
        for rule in rules {
            if let Some(name) = rule.names.iter().find(|name| mentions(line, name)) {
                add(number, format!("names {name}, but {}", rule.why));
            }
        }
    }
    if path.starts_with("tests/") && !path.contains(BESIDE_THE_DOMAIN) {
        for (number, name) in used_of_shared(text) {
            if !OPEN_TO_TESTS.contains(&name.as_str()) {
                let why = "the tests speak HTTP and know of the domain only what is on the wire";
                add(number, format!("names shared::{name}, but {why}"));
            }
        }
    }
    findings
}

/// The lines of code with their numbers: without comments, up to the unit tests at the end. A `//` in a string cuts
/// that line short as well, which hides nothing that a rule looks for.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines: Vec<&str> = text.lines().collect();
    let tests = lines.windows(2).position(|pair| {
        matches!(pair, [attribute, module] if *attribute == "#[cfg(test)]"
            && module.starts_with("mod ") && module.ends_with('{'))
    });
    let end = tests.unwrap_or(lines.len());
    let code = lines.into_iter().map(|line| line.split_once("//").map_or(line, |(code, _)| code));
    (1..).zip(code).take(end)
}

/// Whether the name stands in the line as a name of its own and not as the end of a longer one.
fn mentions(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line.get(..at).and_then(|start| start.chars().next_back());
        !before.is_some_and(|before| before.is_alphanumeric() || before == '_')
    })
}

/// The modules of `shared` that a file names, with their lines: `shared::a`, and each of `shared::{a, b::{c, d}}`.
fn used_of_shared(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let (mut depth, mut inside) = (0_usize, false);
    for (number, line) in code(text) {
        let mut rest = line;
        if !inside {
            let Some(at) = line.find("shared::").filter(|_| mentions(line, "shared::")) else {
                continue;
            };
            rest = line.get(at + "shared::".len()..).unwrap_or_default();
            inside = rest.starts_with('{');
        }
        if !inside {
            found.push((number, first_name(rest)));
            continue;
        }
        let mut expected = depth == 1;
        for (at, character) in rest.char_indices() {
            match character {
                '{' => {
                    depth += 1;
                    expected = depth == 1;
                }
                '}' => {
                    depth = depth.saturating_sub(1);
                    expected = false;
                }
                ',' => expected = depth == 1,
                character if expected && !character.is_whitespace() => {
                    found.push((number, first_name(rest.get(at..).unwrap_or_default())));
                    expected = false;
                }
                _ => {}
            }
        }
        inside = depth > 0;
    }
    found
}

fn first_name(text: &str) -> String {
    text.chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect()
}

/// An absolute path below a folder that only some machines have. Addresses (`https://site/home/`) and relative paths
/// (`target/tmp/`) have something before the slash.
fn machine_path(line: &str) -> Option<String> {
    MACHINE.iter().find_map(|folder| {
        let path = format!("/{folder}/");
        let mut places = line.match_indices(&path);
        places
            .any(|(at, _)| {
                let before = line.get(..at).and_then(|start| start.chars().next_back());
                !before.is_some_and(|before| before.is_alphanumeric() || "._-~*)}>]:/".contains(before))
            })
            .then_some(path)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(path: &str, text: &str) -> Vec<String> {
        findings(path, text).iter().map(ToString::to_string).collect()
    }

    /// Says that one finding is made, whose text begins like this.
    #[track_caller]
    fn refused(path: &str, code: &str, start: &str) {
        let said = said(path, &format!("//! A file.\n{code}\n"));
        assert!(matches!(said.as_slice(), [one] if one.starts_with(start)), "{said:?}");
    }

    #[test]
    fn the_domain_asks_nobody() {
        refused(
            "shared/src/time.rs",
            "let now = std::time::SystemTime::now();",
            "shared/src/time.rs:2: names SystemTime",
        );
    }

    #[test]
    fn handlers_know_no_sql() {
        refused("worker/src/http/public/polls.rs", "use crate::store::poll;", "worker/src/http/public/polls.rs:2:");
        refused("worker/src/http/mod.rs", "use crate::{\n    store::session::LIFE,\n};", "worker/src/http/mod.rs:3:");
        refused("worker/src/pages/mod.rs", "crate::store::poll::all(sql)", "worker/src/pages/mod.rs:2: names store::");
    }

    #[test]
    fn the_store_knows_no_http_and_no_wire() {
        refused("worker/src/store/case.rs", "use axum::http::StatusCode;", "worker/src/store/case.rs:2: names");
        refused(
            "worker/src/store/case.rs",
            "use shared::wire::public::CaseView;",
            "worker/src/store/case.rs:2: names wire",
        );
    }

    #[test]
    fn the_router_runs_without_the_platform() {
        refused("worker/src/http/mod.rs", "use worker::Request;", "worker/src/http/mod.rs:2: names worker::");
        refused("worker/src/auth/mod.rs", "js_sys::Date::now()", "worker/src/auth/mod.rs:2: names js_sys::");
    }

    #[test]
    fn components_know_no_domain() {
        refused(
            "frontend/ui/src/button.rs",
            "use shared::text::Language;",
            "frontend/ui/src/button.rs:2: names shared::",
        );
    }

    #[test]
    fn tests_know_only_the_wire() {
        refused("tests/api/polls.rs", "use shared::tally::count;", "tests/api/polls.rs:2: names shared::tally");
        let grouped =
            "use shared::{\n    ids::PollId,\n    wire::{public::PollView, problem},\n    case::{Case, wire},\n};";
        refused("tests/api/polls.rs", grouped, "tests/api/polls.rs:5: names shared::case");
    }

    #[test]
    fn a_file_is_not_too_long_and_says_what_it_is_for() {
        let long = format!("//! Long.\n{}", "fn a() {}\n".repeat(500));
        assert_eq!(said("xtask/src/long.rs", &long).len(), 1);
        assert!(said("demo/long.json", &"{}\n".repeat(501)).is_empty(), "only what is read from top to bottom");
        assert_eq!(said("xtask/src/mute.rs", "fn main() {}\n").len(), 1);
    }

    #[test]
    fn folders_of_one_machine_are_named_nowhere() {
        for folder in MACHINE {
            let line = format!("see \"/{folder}/x\"");
            assert_eq!(said("README.md", &line), [format!("README.md:1: names /{folder}/, a folder of one machine")]);
            assert!(said("README.md", &format!("https://site/{folder}/ and target/{folder}/x")).is_empty());
        }
    }

    #[test]
    fn comments_longer_names_and_unit_tests_are_left_alone() {
        let fine = "//! As in store::case.\n// worker::Request is refused.\nuse restore::x;\nuse my_worker::y;\n\
                    #[cfg(test)]\nmod tests {\n    use crate::store::MemorySql;\n}\n";
        assert_eq!(said("worker/src/http/mod.rs", fine), Vec::<String>::new());
        assert_eq!(said("worker/src/http/tests.rs", "//! Tests.\nuse crate::store::Sql;\n"), Vec::<String>::new());
        assert_eq!(said("worker/src/http/a.rs", "//! A.\n#[cfg(test)]\nmod tests;\nuse crate::store::Sql;\n").len(), 1);
    }
}
