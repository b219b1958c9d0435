//! `cargo xtask bench cases`: fifty thousand cases in one municipality, on a real workerd.
//!
//! - **filling**: a route of the test build makes the cases as the demo's sample is made, each through the same decisions
//!   as a real one, with everything that happens by itself; two years of them, of which the newest are open.
//! - **in the object**: the clock of a Worker stands still while it works, so the object is asked to answer the same
//!   question once, and [`TIMES`] times more, in one request each; the difference is what one answer takes, from
//!   reading the question to writing the answer.
//! - **end to end**: the request of the officials' program, until its last byte has arrived.

use std::{path::PathBuf, time::Instant};

use serde::Serialize;
use serde_json::{Value, json};
use ureq::http::Method;

use super::{
    load::Latency,
    town::{COORDINATOR, SLUG, agent, file, send},
};
use crate::{
    Error, Result,
    build::{self, Built, Kind},
    data_folder::DataFolder,
    demo::Operator,
    instance::{Instance, Options},
    progress::Progress,
    workspace::Workspace,
};

/// What a person can choose.
#[derive(Clone, Copy, Debug)]
pub struct Choices {
    pub cases: usize,
    pub json: bool,
}

/// What one answer may take in the object, in milliseconds.
const MOST: f64 = 100.0;
/// So many more times a question is answered in the request that is compared with one.
const TIMES: u32 = 20;
const ROUNDS: usize = 7;
const REQUESTS: usize = 40;
/// So many cases are made in one request: its body stays below what the Worker takes.
const AT_ONCE: usize = 60;

/// A handler of a partner with many cases, and one of a partner with few.
const HANDLER: &str = "bram-van-dijk";
const HELPER: &str = "sheila-doerga";
const OTHER: &str = "kwame-mensah";

/// What is asked: its name, by whom, the tail of the officials' address and that of the test route.
struct Question {
    name: &'static str,
    who: &'static str,
    path: String,
    often: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Figure {
    name: &'static str,
    /// Milliseconds in the object: the median of some rounds.
    in_object: f64,
    end_to_end: Latency,
    bytes: usize,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    cases: usize,
    filling_seconds: f64,
    open: u64,
    late: u64,
    figures: Vec<Figure>,
}

/// Prints the table, or the same as JSON; refuses when something takes longer in the object than it may.
#[expect(clippy::print_stdout, reason = "this is the result of the command")]
pub fn cases(workspace: &Workspace, choices: Choices) -> Result<()> {
    let progress = Progress::new();
    let built = build::build(workspace, Kind::Bench, progress)?;
    progress.say(&format!("  making {} cases\n", choices.cases));
    let office = Office::start(workspace, &built)?;
    let run = run(&office, choices.cases)?;
    if choices.json {
        let text = serde_json::to_string_pretty(&run)
            .map_err(|error| Error::Answer { what: "the figures".to_owned(), detail: error.to_string() })?;
        println!("{text}");
    } else {
        println!("\n{}", table(&run));
    }
    match run.figures.iter().find(|figure| figure.in_object > MOST) {
        Some(figure) => {
            Err(Error::TooLarge(format!("{}: {:.1} ms in the object; at most {MOST}", figure.name, figure.in_object)))
        }
        None => Ok(()),
    }
}

fn run(office: &Office, cases: usize) -> Result<Run> {
    let start = Instant::now();
    let mut number = 0;
    while number < cases {
        let until = cases.min(number + AT_ONCE);
        let batch: Vec<Value> = (number..until).map(|number| case(number, cases)).collect();
        let url = office.url(&format!("/test/cases/{SLUG}"));
        send(&agent(), Method::POST, &url, Some(&json!({ "cases": batch })), &[])?;
        number = until;
    }
    let filling_seconds = start.elapsed().as_secs_f64();
    let overview = office.ask(COORDINATOR, "/api/v1/admin/case-overview")?;
    let sum = |field: &str| -> u64 {
        let partners = overview.get("partners").and_then(Value::as_array);
        let figures = partners.into_iter().flatten().filter_map(|one| one.get(field)).filter_map(Value::as_u64);
        figures.sum()
    };
    let (open, late) = (sum("open"), sum("late"));
    let figures = questions(office)?.iter().map(|question| measure(office, question)).collect::<Result<_>>()?;
    Ok(Run { cases, filling_seconds, open, late, figures })
}

fn questions(office: &Office) -> Result<Vec<Question>> {
    let list = |name, who, scope: &str, after: &str| Question {
        name,
        who,
        path: format!("/cases?scope={scope}{after}"),
        often: format!("scope={scope}{after}"),
    };
    let search =
        |name, who, query: &str| Question { name, who, path: format!("/case-search?{query}"), often: query.to_owned() };
    Ok(vec![
        list("handler's list", HANDLER, "mine", ""),
        list("handler's list, page 20", HANDLER, "mine", &office.page(HANDLER, "mine", 20)?),
        list("cases a handler helps with", HELPER, "supporting", ""),
        list("handler's ended cases", HANDLER, "ended", ""),
        list("coordinator's list", COORDINATOR, "mine", ""),
        list("all open cases", COORDINATOR, "all", ""),
        list("all open cases, page 20", COORDINATOR, "all", &office.page(COORDINATOR, "all", 20)?),
        list("all ended cases", COORDINATOR, "ended", ""),
        Question {
            name: "coordinator's overview",
            who: COORDINATOR,
            path: "/case-overview".to_owned(),
            often: String::new(),
        },
        search("search, a rare word", COORDINATOR, "words=ooievaarsnest"),
        search("search, a word of every case", COORDINATOR, "words=straat"),
        search("search, one letter", COORDINATOR, "words=s"),
        search("search, three words", COORDINATOR, "words=meer%20straat%20bank"),
        search("search, a number", COORDINATOR, "words=0147"),
        search("search in one wijk, no words", COORDINATOR, "words=&areaId=zuidpolder"),
        search("search of another partner, a word of every case", OTHER, "words=straat"),
        search("search of another partner, a rare word", OTHER, "words=ooievaarsnest"),
    ])
}

fn measure(office: &Office, question: &Question) -> Result<Figure> {
    let often = |times: u32| -> Result<f64> {
        let start = Instant::now();
        office.ask(question.who, &format!("/test/often?times={times}&{}", question.often))?;
        Ok(start.elapsed().as_secs_f64() * 1000.0)
    };
    often(1)?;
    let mut in_object = Vec::new();
    for _ in 0..ROUNDS {
        in_object.push((often(1 + TIMES)? - often(1)?) / f64::from(TIMES));
    }
    let mut waited = Vec::new();
    let mut bytes = 0;
    for _ in 0..REQUESTS {
        let start = Instant::now();
        let answer = office.read(question.who, &format!("/api/v1/admin{}", question.path))?;
        waited.push(start.elapsed().as_secs_f64() * 1000.0);
        bytes = answer.len();
    }
    Ok(Figure { name: question.name, in_object: Latency::of(in_object).p50, end_to_end: Latency::of(waited), bytes })
}

fn table(run: &Run) -> String {
    let head = format!(
        "{} cases ({} open, {} of them late), made in {:.0} s\n\n{:<52}{:>12}{:>20}{:>10}\n",
        run.cases, run.open, run.late, run.filling_seconds, "ms", "in object", "end to end p50/p95", "bytes"
    );
    let line = |figure: &Figure| {
        let both = format!("{:.1} / {:.1}", figure.end_to_end.p50, figure.end_to_end.p95);
        format!("{:<52}{:>12.1}{both:>20}{:>10}\n", figure.name, figure.in_object, figure.bytes)
    };
    let lines: Vec<String> = run.figures.iter().map(line).collect();
    format!("{head}{}", lines.concat())
}

/// One of the cases: two years of them, the newest half a year mostly open, about everything and everywhere.
fn case(number: usize, cases: usize) -> Value {
    const TOPICS: [&str; 9] = [
        "verlichting",
        "verkeer",
        "inbraak",
        "rust-op-straat",
        "groen-en-spelen",
        "schoon-en-heel",
        "gebouw",
        "ontmoeten",
        "jongeren",
    ];
    const AREAS: [&str; 8] = [
        "kade-noord",
        "kade-zuid",
        "oude-sluis",
        "molenbuurt",
        "zeilmakersbuurt",
        "rietlanden",
        "weidebuurt",
        "de-sluiswachter",
    ];
    const WORDS: [&str; 24] = [
        "lamp",
        "bank",
        "boom",
        "plein",
        "school",
        "fiets",
        "drempel",
        "buren",
        "feest",
        "afval",
        "container",
        "speeltuin",
        "hek",
        "trap",
        "portiek",
        "winkel",
        "parkeren",
        "gras",
        "bloemen",
        "water",
        "stoep",
        "bushalte",
        "tunnel",
        "park",
    ];
    let pick = |from: &[&'static str], step: usize| from.get((number * step + number / 7) % from.len()).copied();
    let word = |step: usize| pick(&WORDS, step).unwrap_or_default();
    let rare = if number.is_multiple_of(997) { " Er is een ooievaarsnest." } else { "" };
    let what = format!(
        "Graag een {} bij de {} in onze straat\nDaar is nu een {} en dat kan beter. Wij willen meer {} voor iedereen, en een \
         {} waar kinderen en ouderen samen kunnen zijn.{rare}",
        word(1),
        word(5),
        word(7),
        word(11),
        word(13)
    );
    let day = i64::try_from(number * 730 / cases.max(1)).unwrap_or(0) - 730;
    let ends = number % 10 < if day < -180 { 9 } else { 3 };
    let mut steps = Vec::new();
    let topic = pick(&TOPICS, 3);
    if number.is_multiple_of(4) {
        let text = "Dank u wel voor uw idee. Wij gaan kijken en wij overleggen met de bewoners van de straat.";
        steps.push(json!({ "day": (day + 2).min(0), "by": COORDINATOR, "do": { "kind": "update", "text": text } }));
    }
    if ends {
        let text = "Wij hebben het gedaan, samen met de bewoners. Kijkt u zelf of het zo goed is?";
        let end = json!({ "kind": "conclude", "outcome": { "kind": "realised" }, "text": text });
        steps.push(json!({ "day": (day + 3).min(0), "by": COORDINATOR, "do": end }));
    } else if topic == Some("groen-en-spelen") && day > -4 {
        let offer = json!({ "kind": "offerHandover", "to": "politie", "reason": "Dit gaat over uw werk." });
        steps.push(json!({ "day": 0, "by": COORDINATOR, "do": offer }));
    }
    let area = pick(&AREAS, 1);
    json!({ "day": day, "draft": { "topicId": topic, "areaId": area, "what": what, "why": "Dat is prettig." }, "steps": steps })
}

/// The municipality, and who asks.
struct Office {
    instance: Instance,
    data: PathBuf,
    /// Officials and their cookies.
    cookies: Vec<(&'static str, String)>,
}

impl Office {
    fn start(workspace: &Workspace, built: &Built) -> Result<Self> {
        let data = std::env::temp_dir().join(format!("buurtstem-bench-cases-{}", std::process::id()));
        let instance = Instance::start(workspace, Options::new(built.clone(), DataFolder::open(&data)?))?;
        let mut office = Self { instance, data, cookies: Vec::new() };
        let mut town = file(workspace)?;
        if let Some(town) = town.as_object_mut() {
            town.remove("sample");
        }
        // The demo's own sites name a placeholder for its port.
        if let Some(settings) = town.get_mut("settings").and_then(Value::as_object_mut) {
            settings.insert("sites".to_owned(), json!([]));
        }
        let key = office.instance.binding("OPERATOR_KEY").unwrap_or_default().to_owned();
        let url = office.url(&format!("/api/v1/municipalities/{SLUG}"));
        send(&agent(), Method::PUT, &url, Some(&town), &[("authorization", &format!("Bearer {key}"))])?;
        for who in [COORDINATOR, HANDLER, HELPER, OTHER] {
            let link = Operator::new(office.instance.origin(), &key).sign_in_link(SLUG, who)?;
            let token = link.path.split_once("#t=").map(|(_, token)| token).unwrap_or_default();
            let url = office.url("/api/v1/admin/sessions");
            let origin = office.instance.origin();
            let (cookie, _) =
                send(&agent(), Method::POST, &url, Some(&json!({ "token": token })), &[("origin", origin)])?;
            office.cookies.push((who, cookie.split(';').next().unwrap_or_default().to_owned()));
        }
        Ok(office)
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.instance.origin())
    }

    fn read(&self, who: &str, path: &str) -> Result<Vec<u8>> {
        let cookie = self.cookies.iter().find(|(name, _)| *name == who).map_or("", |(_, cookie)| cookie.as_str());
        let headers = [("cookie", cookie), ("origin", self.instance.origin())];
        send(&agent(), Method::GET, &self.url(path), None, &headers).map(|(_, body)| body)
    }

    fn ask(&self, who: &str, path: &str) -> Result<Value> {
        Ok(serde_json::from_slice(&self.read(who, path)?).unwrap_or_default())
    }

    /// What to give to get a page of a list: where the one before ended.
    fn page(&self, who: &str, scope: &str, number: usize) -> Result<String> {
        let mut after = String::new();
        for _ in 1..number {
            let list = self.ask(who, &format!("/api/v1/admin/cases?scope={scope}{after}"))?;
            match list.get("next").and_then(Value::as_str) {
                Some(next) => after = format!("&after={next}"),
                None => break,
            }
        }
        Ok(after)
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        // Nothing can be done about a failure here; the folder is a temporary one.
        let _ = self.instance.kill();
        let _ = std::fs::remove_dir_all(&self.data);
    }
}
