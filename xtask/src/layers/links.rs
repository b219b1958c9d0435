//! Relative links of the documents lead to something that is there.

use super::Finding;

/// The links of a document that lead nowhere. `path` is the document's own, from the root of the workspace; `exists`
/// says whether a path from there is a file or a folder.
pub(super) fn findings(path: &str, text: &str, exists: impl Fn(&str) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, line) in text.lines().enumerate() {
        for target in line.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next()) {
            let file = target.split('#').next().unwrap_or_default();
            let elsewhere = target.contains("://") || target.starts_with("mailto:") || file.is_empty();
            if !elsewhere && !resolve(path, file).is_some_and(|file| exists(&file)) {
                let what = format!("the link to {target} leads nowhere");
                findings.push(Finding { path: path.to_owned(), line: place.saturating_add(1), what });
            }
        }
    }
    findings
}

/// The path from the root that a relative one means in this document; none when it leads out of the workspace.
fn resolve(document: &str, relative: &str) -> Option<String> {
    let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_that_leads_nowhere_is_found() {
        let exists = |path: &str| ["docs/privacy.md", "shared/src/tally", "README.md"].contains(&path);
        let text = "See [a](privacy.md#who), [b](../shared/src/tally/) and [c](https://a.nl/x).\n\n\
                    [d](../shared/src/tally.rs) [e](#here) [f](../README.md) [g](../../outside.md)";
        let found = findings("docs/operations.md", text, exists);
        let what: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(
            what,
            [
                "docs/operations.md:3: the link to ../shared/src/tally.rs leads nowhere",
                "docs/operations.md:3: the link to ../../outside.md leads nowhere",
            ]
        );
    }
}
