//! Which package may depend on which.

use std::process::Command;

use serde::Deserialize;

use super::Finding;
use crate::{Error, Result, command::output, workspace::Workspace};

/// The manifests of the workspace, as cargo reads them.
#[derive(Debug, Deserialize)]
pub(super) struct Metadata {
    packages: Vec<Package>,
}

#[derive(Debug, Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Debug, Deserialize)]
struct Dependency {
    name: String,
    /// `None` for an ordinary one; `dev` or `build` otherwise.
    kind: Option<String>,
}

/// The packages of this workspace that one of them may know, in its tests too. What stands in the list below is
/// what DESIGN draws: `shared` knows nobody, `widget` and `admin` do not know each other, the tests know the
/// outside only.
const OWN: [(&str, &[&str]); 7] = [
    ("buurtstem-shared", &[]),
    ("buurtstem-ui", &[]),
    ("buurtstem-widget", &["buurtstem-shared", "buurtstem-ui"]),
    ("buurtstem-admin", &["buurtstem-shared", "buurtstem-ui"]),
    ("buurtstem-worker", &["buurtstem-shared", "buurtstem-ui", "buurtstem-widget"]),
    ("buurtstem-tests", &["buurtstem-shared", "xtask"]),
    ("xtask", &["buurtstem-shared"]),
];

/// All that the domain may lean on: no JavaScript, HTTP, SQL, clock, randomness or logging. `time` is its calendar,
/// without the feature that asks for the present.
const OUTSIDE_OF_SHARED: [&str; 4] = ["serde", "serde_json", "thiserror", "time"];

pub(super) fn read(workspace: &Workspace) -> Result<Metadata> {
    let text = output(
        Command::new("cargo")
            .args(["metadata", "--no-deps", "--offline", "--format-version=1"])
            .current_dir(workspace.root()),
    );
    serde_json::from_str(&text.unwrap_or_default())
        .map_err(|error| Error::Answer { what: "cargo metadata".to_owned(), detail: error.to_string() })
}

pub(super) fn findings(metadata: &Metadata) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in &metadata.packages {
        let mut add = |what: String| {
            findings.push(Finding { path: format!("package {}", package.name), line: 0, what });
        };
        let Some((_, allowed)) = OWN.iter().find(|(name, _)| *name == package.name) else {
            add("is new; say in xtask/src/layers/packages.rs whom it may know".to_owned());
            continue;
        };
        for dependency in &package.dependencies {
            let name = dependency.name.as_str();
            let own = OWN.iter().any(|(own, _)| *own == name);
            if own && !allowed.contains(&name) {
                add(format!("may not know {name}"));
            }
            let ordinary = dependency.kind.is_none();
            if package.name == "buurtstem-shared" && ordinary && !own && !OUTSIDE_OF_SHARED.contains(&name) {
                add(format!("is plain Rust and may not lean on {name}"));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(json: &str) -> Vec<String> {
        findings(&serde_json::from_str(json).unwrap()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_programs_do_not_know_each_other() {
        let json = r#"{ "packages": [{ "name": "buurtstem-admin", "dependencies": [
            { "name": "buurtstem-shared", "kind": null }, { "name": "buurtstem-widget", "kind": null } ] }] }"#;
        assert_eq!(said(json), ["package buurtstem-admin: may not know buurtstem-widget"]);
    }

    #[test]
    fn the_domain_is_plain_rust() {
        let json = r#"{ "packages": [{ "name": "buurtstem-shared", "dependencies": [
            { "name": "serde", "kind": null }, { "name": "proptest", "kind": "dev" },
            { "name": "web-sys", "kind": null } ] }] }"#;
        assert_eq!(said(json), ["package buurtstem-shared: is plain Rust and may not lean on web-sys"]);
    }

    #[test]
    fn tests_know_the_outside_only() {
        let json = r#"{ "packages": [{ "name": "buurtstem-tests", "dependencies": [
            { "name": "buurtstem-worker", "kind": "dev" } ] }] }"#;
        assert_eq!(said(json), ["package buurtstem-tests: may not know buurtstem-worker"]);
    }

    #[test]
    fn a_new_package_needs_a_rule() {
        let json = r#"{ "packages": [{ "name": "buurtstem-extra", "dependencies": [] }] }"#;
        assert_eq!(said(json).len(), 1);
    }
}
