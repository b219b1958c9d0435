//! Files: what a page links, and how a file is answered.
//!
//! The build gives every file under `/assets/` a name with the hash of its content, so that it may be kept
//! for ever, and writes the names into a manifest that travels inside the Worker. On Cloudflare the platform
//! answers these addresses before the Worker runs; in plain workerd the Worker does, from the variants that
//! were compressed at build time (10–16 % smaller than compressing while serving).

use std::collections::BTreeMap;

use http::{HeaderMap, Method, header};
use serde::Deserialize;

/// Names of the files of this build. Made by `cargo xtask build`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Manifest {
    /// From a program's name (`poll`, `proposal`, `admin`, and `widget` for pages that need none) to what its pages link.
    pub programs: BTreeMap<String, Program>,
    /// From a name to the script that only the pages with something for it link (`picture`, `answered`, `takeover`; the
    /// program of polls has the second in itself).
    #[serde(default)]
    pub scripts: BTreeMap<String, String>,
    /// From a program's name to the style that its first page carries in itself.
    #[serde(default)]
    pub carried: BTreeMap<String, Carried>,
    /// The loader for host pages.
    pub loader: Loader,
}

/// What the page of one program links, as paths on our own origin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Program {
    /// `<script type="module" src>`.
    pub script: String,
    /// Fetched by the script; preload it, because a round trip costs more than bytes. Empty when there is none.
    pub wasm: String,
    /// `<link rel="stylesheet">`.
    pub style: String,
}

/// A style that stands in the document: a round trip costs more than its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Carried {
    pub css: String,
    /// The source for `style-src` that allows just this: `sha256-…`.
    pub hash: String,
}

/// The loader's immutable address and its hash for the `integrity` attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Loader {
    pub path: String,
    pub integrity: String,
}

impl Manifest {
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// The files of a program; empty paths when the build has no such program, so that a page still renders.
    pub fn program(&self, name: &str) -> Program {
        self.programs.get(name).cloned().unwrap_or_default()
    }
}

/// A file to answer with, and the headers that go with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path in the folder of files, with the suffix of its compressed variant.
    pub path: String,
    pub content_type: &'static str,
    pub content_encoding: Option<&'static str>,
    pub cache_control: &'static str,
}

/// Hashed names never change their content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// The evergreen loader: a correction reaches every host page within ten minutes.
const SHORT: &str = "public, max-age=600";

/// The file that answers this request, or `None` when it is not about a file.
pub fn find(method: &Method, path: &str, headers: &HeaderMap) -> Option<File> {
    if method != Method::GET && method != Method::HEAD {
        return None;
    }
    let name = path.strip_prefix("/assets/").or_else(|| path.strip_prefix("/embed/"))?;
    // Our own names need nothing else; so no `..`, no `%2f`, no folder.
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if name.is_empty() || name.contains("..") || !name.chars().all(plain) {
        return None;
    }
    let (content_type, compressed) = match name.rsplit_once('.')?.1 {
        "js" => ("text/javascript; charset=utf-8", true),
        "css" => ("text/css; charset=utf-8", true),
        "wasm" => ("application/wasm", true),
        "svg" => ("image/svg+xml", true),
        "json" => ("application/json", true),
        "png" => ("image/png", false),
        "woff2" => ("font/woff2", false),
        _ => return None,
    };
    let content_encoding = compressed.then(|| accepted(headers)).flatten();
    let suffix = match content_encoding {
        Some("br") => ".br",
        Some("gzip") => ".gz",
        _ => "",
    };
    Some(File {
        path: format!("{path}{suffix}"),
        content_type,
        content_encoding,
        cache_control: if path == "/embed/v1.js" { SHORT } else { FOR_EVER },
    })
}

/// The best encoding the client takes.
fn accepted(headers: &HeaderMap) -> Option<&'static str> {
    ["br", "gzip"].into_iter().find(|name| accepts(headers, name))
}

/// Whether the client takes this encoding. A quality of zero is a refusal.
pub fn accepts(headers: &HeaderMap, wanted: &str) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|item| {
            let mut parts = item.split(';').map(str::trim);
            let name = parts.next().unwrap_or_default();
            let refused =
                parts.any(|part| part.strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()).is_some_and(|q| q <= 0.0));
            name.eq_ignore_ascii_case(wanted) && !refused
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(encoding: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, encoding.parse().unwrap());
        headers
    }

    fn path(path: &str, encoding: &str) -> Option<String> {
        find(&Method::GET, path, &headers(encoding)).map(|file| file.path)
    }

    #[test]
    fn the_smallest_variant_the_client_takes_is_chosen() {
        let best = |encoding| path("/assets/a.1f.js", encoding);
        assert_eq!(best("gzip, deflate, br").as_deref(), Some("/assets/a.1f.js.br"));
        assert_eq!(best("gzip;q=0.5, br;q=0").as_deref(), Some("/assets/a.1f.js.gz"));
        assert_eq!(best("identity").as_deref(), Some("/assets/a.1f.js"));
    }

    #[test]
    fn only_our_own_names_are_files() {
        for refused in ["/assets/", "/assets/../x.js", "/assets/a/b.js", "/assets/%2e.js", "/x.js", "/assets/a.exe"] {
            assert_eq!(path(refused, "br"), None, "{refused}");
        }
        assert!(find(&Method::POST, "/assets/a.js", &HeaderMap::new()).is_none());
    }

    #[test]
    fn only_the_evergreen_loader_expires() {
        let cache = |path| find(&Method::GET, path, &HeaderMap::new()).unwrap().cache_control;
        assert_eq!(cache("/embed/v1.js"), SHORT);
        assert_eq!(cache("/embed/v1.0a1b.js"), FOR_EVER);
    }
}
