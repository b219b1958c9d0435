//! `cargo xtask size`: what a resident downloads to see the widget for the first time.
//!
//! Measured from a running server with the demo municipality: the frame's first page, the pages it leads to, and every
//! file that they ask for. Somebody may come to any of these pages first, so the largest counts. Files count as they
//! are sent, compressed at build time. A page is compressed here with the quality that a proxy in front of the Worker
//! takes for what it compresses on the fly.

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use serde::Serialize;

use crate::{
    Error, Result,
    build::{self, Built, Kind},
    data_folder::DataFolder,
    demo::{Municipality, Operator},
    instance::{Instance, Options},
    progress::Progress,
    workspace::Workspace,
};

/// Beyond this a slow phone leaves people waiting.
const LIMIT: usize = 90_000;
/// Everything up to the first question: the widget's first page, the page of a poll and all their files. Below the
/// other limit, because answering is what most people come for; with a little room, so that growth is seen.
const LIMIT_ANSWERING: usize = 80_000;
/// What the address of a poll has in it.
const POLL: &str = "/peilingen/";
/// HTML and style alone: what works before and without the program.
const LIMIT_WITHOUT_SCRIPT: usize = 20_000;
/// The loader, which every visitor of the host page gets, whether they look at the widget or not.
pub(crate) const LIMIT_LOADER: usize = 2_300;
/// The kind of what is a page of its own; of all pages only one is loaded first.
const PAGE: &str = "HTML";
/// Cloudflare's and nginx's usual quality; 11 would take a second a page.
const ON_THE_FLY: i32 = 4;

/// One thing that is downloaded.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Part {
    pub kind: &'static str,
    pub path: String,
    /// After brotli, without headers.
    pub bytes: usize,
    pub uncompressed_bytes: usize,
    /// The files that a page asks for; none for a file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
}

/// The whole first load.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Size {
    pub parts: Vec<Part>,
    pub total_bytes: usize,
    pub limit_bytes: usize,
    pub answering_bytes: usize,
    pub answering_limit_bytes: usize,
    pub without_script_bytes: usize,
    pub without_script_limit_bytes: usize,
    /// On the host page, before any of this.
    pub loader_bytes: usize,
}

/// Prints the table, or the same as JSON; refuses when a limit is broken.
#[expect(clippy::print_stdout, reason = "this is the result of the command")]
pub fn size(workspace: &Workspace, json: bool) -> Result<()> {
    let size = measure(workspace, Progress::new())?;
    if json {
        let text = serde_json::to_string_pretty(&size)
            .map_err(|error| Error::Answer { what: "the sizes".to_owned(), detail: error.to_string() })?;
        println!("{text}");
    } else {
        println!("\n{}", size.table());
    }
    size.judge()
}

/// For the checks: only whether the limits are kept.
pub fn within_limits(workspace: &Workspace) -> Result<()> {
    measure(workspace, Progress::quiet())?.judge()
}

fn measure(workspace: &Workspace, progress: Progress) -> Result<Size> {
    let built = build::build(workspace, Kind::Release, progress)?;
    let data = std::env::temp_dir().join(format!("buurtstem-size-{}", std::process::id()));
    let measured = measure_on(workspace, &built, DataFolder::open(&data)?);
    // What it was measured on is of no use to anybody.
    let _ = std::fs::remove_dir_all(&data);
    measured
}

fn measure_on(workspace: &Workspace, built: &Built, folder: DataFolder) -> Result<Size> {
    let server = Instance::start(workspace, Options::new(built.clone(), folder))?;
    let demo = Municipality::read(&workspace.path("demo/municipality.json"), "https://www.example.org")?;
    let operator = Operator::new(server.origin(), server.binding("OPERATOR_KEY").unwrap_or_default());
    operator.load(&demo)?;
    operator.load_around(&demo, &workspace.path("demo"))?;
    let agent = ureq::Agent::config_builder().max_redirects(0).build().new_agent();
    let fetch = |path: &str| download(&agent, server.origin(), path);

    let first = format!("/frame/v1/{}/nl", demo.slug());
    let mut pages = vec![first.clone()];
    pages.extend(linked(&fetch, &first)?);
    let mut files = BTreeSet::new();
    let mut parts = Vec::new();
    for path in pages {
        let html = fetch(&path)?;
        // The program is announced by the pages that fetch it, and by no other.
        // What a page names for later is fetched with the first answer.
        let now = String::from_utf8_lossy(&html).replace("rel=\"later\" href=\"", "rel=\"later\" href=\"later:");
        let own = addresses(&now, "/assets/");
        files.extend(own.iter().cloned());
        let bytes = brotli(&html).map_err(Error::file("cannot compress", "the page"))?;
        let files = own.into_iter().collect();
        parts.push(Part { kind: PAGE, path, bytes, uncompressed_bytes: html.len(), files });
    }
    for path in files {
        let bytes = fetch(&path)?.len();
        let uncompressed = std::fs::metadata(built.public.join(path.trim_start_matches('/')));
        let uncompressed_bytes = uncompressed.ok().and_then(|file| file.len().try_into().ok()).unwrap_or(bytes);
        parts.push(Part { kind: kind(&path), path, bytes, uncompressed_bytes, files: Vec::new() });
    }
    Ok(Size::of(parts, fetch("/embed/v1.js")?.len()))
}

/// How long the demo's polls may take to open after it was loaded: the municipality's alarm opens them.
const OPENING: Duration = Duration::from_mins(1);

/// The pages that the first one leads to, once an open poll is among them: before, the largest page would be missing.
fn linked(fetch: &impl Fn(&str) -> Result<Vec<u8>>, first: &str) -> Result<BTreeSet<String>> {
    let since = Instant::now();
    loop {
        let pages = addresses(&String::from_utf8_lossy(&fetch(first)?), &format!("{first}/"));
        for poll in pages.iter().filter(|page| page.contains(POLL)) {
            if String::from_utf8_lossy(&fetch(poll)?).contains("<form") {
                return Ok(pages);
            }
        }
        if since.elapsed() > OPENING {
            return Err(Error::Answer { what: format!("GET {first}"), detail: "no poll is open".to_owned() });
        }
        std::thread::sleep(Duration::from_secs(1));
    }
}

/// The body as it comes over the wire.
fn download(agent: &ureq::Agent, origin: &str, path: &str) -> Result<Vec<u8>> {
    let failed = |error: ureq::Error| Error::Answer { what: format!("GET {path}"), detail: error.to_string() };
    let answer = agent.get(format!("{origin}{path}")).header("accept-encoding", "br").call();
    answer.map_err(failed)?.body_mut().read_to_vec().map_err(failed)
}

/// The addresses in a page's attributes that begin so.
fn addresses(html: &str, beginning: &str) -> BTreeSet<String> {
    let values = html.split(['"', '\'']).skip(1).step_by(2);
    values.filter(|value| value.starts_with(beginning)).map(str::to_owned).collect()
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "CSS",
        Some("js") => "JavaScript",
        Some("wasm") => "WebAssembly",
        _ => "other",
    }
}

fn brotli(content: &[u8]) -> std::io::Result<usize> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: ON_THE_FLY, ..Default::default() };
    let mut smaller = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut smaller, &parameters)?;
    Ok(smaller.len())
}

impl Size {
    fn of(parts: Vec<Part>, loader_bytes: usize) -> Self {
        let largest = |counts: fn(&Part) -> bool| -> usize {
            let with_files = |page: &Part| -> usize {
                let own = parts.iter().filter(|part| page.files.contains(&part.path) && counts(part));
                page.bytes + own.map(|part| part.bytes).sum::<usize>()
            };
            parts.iter().filter(|part| part.kind == PAGE).map(with_files).max().unwrap_or_default()
        };
        // The first page stands first.
        let pages: Vec<_> = parts.iter().filter(|part| part.kind == PAGE).collect();
        let answering = |poll: &&Part| -> usize {
            let both: Vec<_> = pages.iter().take(1).copied().chain([*poll]).collect();
            let files = parts.iter().filter(|part| both.iter().any(|page| page.files.contains(&part.path)));
            both.iter().map(|page| page.bytes).sum::<usize>() + files.map(|part| part.bytes).sum::<usize>()
        };
        let polls = pages.iter().filter(|page| page.path.contains(POLL));
        Self {
            answering_bytes: polls.map(answering).max().unwrap_or_default(),
            answering_limit_bytes: LIMIT_ANSWERING,
            total_bytes: largest(|_| true),
            limit_bytes: LIMIT,
            without_script_bytes: largest(|part| !matches!(part.kind, "JavaScript" | "WebAssembly")),
            without_script_limit_bytes: LIMIT_WITHOUT_SCRIPT,
            loader_bytes,
            parts,
        }
    }

    fn judge(&self) -> Result<()> {
        let over = |what: &str, bytes: usize, limit: usize| {
            (bytes >= limit).then(|| format!("{what}: {} bytes, and the limit is {}", grouped(bytes), grouped(limit)))
        };
        let faults: Vec<_> = [
            over("the first load", self.total_bytes, self.limit_bytes),
            over("what answering a poll takes", self.answering_bytes, self.answering_limit_bytes),
            over("the first load without script", self.without_script_bytes, self.without_script_limit_bytes),
            over("the loader", self.loader_bytes, LIMIT_LOADER),
        ]
        .into_iter()
        .flatten()
        .collect();
        if faults.is_empty() { Ok(()) } else { Err(Error::TooLarge(faults.join("\n"))) }
    }

    fn table(&self) -> String {
        let line =
            |what: &str, bytes: &str, plain: &str, note: &str| format!("{what:<14}{bytes:>10}{plain:>14}  {note}");
        let mut lines = vec![line("bytes", "brotli", "uncompressed", "")];
        for part in &self.parts {
            lines.push(line(part.kind, &grouped(part.bytes), &grouped(part.uncompressed_bytes), &part.path));
        }
        for (what, bytes, limit) in [
            ("largest", self.total_bytes, self.limit_bytes),
            ("to answer", self.answering_bytes, self.answering_limit_bytes),
            ("without script", self.without_script_bytes, self.without_script_limit_bytes),
        ] {
            lines.push(line(what, &grouped(bytes), "", &format!("must stay below {}", grouped(limit))));
        }
        let loader = format!("on the host page, before all this; must stay below {}", grouped(LIMIT_LOADER));
        lines.push(line("loader", &grouped(self.loader_bytes), "", &loader));
        lines.join("\n")
    }
}

/// `12,345`
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(kind: &'static str, bytes: usize) -> Part {
        let files = if kind == PAGE { vec!["/CSS".to_owned(), "/WebAssembly".to_owned()] } else { Vec::new() };
        Part { kind, path: format!("/{kind}"), bytes, uncompressed_bytes: bytes, files }
    }

    #[test]
    fn each_limit_is_judged_by_itself() {
        let size = |css, wasm| Size::of(vec![part("HTML", 5_000), part("CSS", css), part("WebAssembly", wasm)], 2_000);
        assert!(size(9_000, 60_000).judge().is_ok());
        assert!(size(15_000, 60_000).judge().unwrap_err().to_string().contains("20,000 bytes"));
        assert!(size(9_000, 80_000).judge().unwrap_err().to_string().contains("94,000 bytes"));
        assert_eq!(size(9_000, 1).without_script_bytes, 14_000);
        let loader = Size::of(Vec::new(), LIMIT_LOADER).judge().unwrap_err().to_string();
        assert!(loader.contains("the loader: 2,300 bytes"), "{loader}");
    }

    #[test]
    fn the_largest_page_counts_with_the_files_it_asks_for() {
        let plain = Part { files: vec!["/CSS".to_owned()], ..part(PAGE, 7_000) };
        let size = Size::of(vec![part(PAGE, 5_000), plain, part("CSS", 1_000), part("WebAssembly", 9_000)], 2_000);
        assert_eq!((size.total_bytes, size.without_script_bytes), (15_000, 8_000));
    }

    #[test]
    fn what_answering_takes_is_the_first_page_and_a_poll_with_each_file_once() {
        let page = |path: &str, bytes, files: &[&str]| Part {
            path: path.to_owned(),
            files: files.iter().map(|file| (*file).to_owned()).collect(),
            ..part(PAGE, bytes)
        };
        let pages = [
            page("/frame/v1/x/nl", 5_000, &["/CSS"]),
            page("/frame/v1/x/nl/idee", 8_000, &["/CSS", "/JavaScript"]),
            page("/frame/v1/x/nl/peilingen/a", 4_000, &["/CSS", "/WebAssembly"]),
            page("/frame/v1/x/nl/peilingen/b", 6_000, &["/CSS"]),
        ];
        let files = |wasm| [part("CSS", 1_000), part("JavaScript", 30_000), part("WebAssembly", wasm)];
        let size = |wasm| Size::of(pages.iter().cloned().chain(files(wasm)).collect(), 2_000);
        assert_eq!(size(50_000).answering_bytes, 60_000);
        assert!(size(LIMIT_ANSWERING).judge().unwrap_err().to_string().contains("answering a poll"));
    }

    #[test]
    fn only_our_own_files_are_downloaded() {
        let html = r#"<link href="/assets/a.css"><a href="/waterdam/nl">x</a><script src="/assets/b.js"></script>"#;
        assert_eq!(addresses(html, "/assets/").into_iter().collect::<Vec<_>>(), ["/assets/a.css", "/assets/b.js"]);
    }
}
