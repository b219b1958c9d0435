//! The municipality of the measurement: the demo's, with a poll of eight questions that everybody answers in full.

use std::path::PathBuf;

use serde_json::{Value, json};
use ureq::http::Method;

use crate::{
    Error, Result,
    build::Built,
    data_folder::DataFolder,
    demo::Operator,
    instance::{Instance, Options},
    workspace::{Workspace, read},
};

pub(super) const SLUG: &str = "waterdam";
const POLL: &str = "hoe-woont-u-hier";
/// Polls of the demo, for who reads: reported, with all its figures.
const REPORTED: &str = "veilig-naar-school";
const EDITOR: &str = "sanne-visser";
pub(super) const COORDINATOR: &str = "marieke-de-wit";

pub(super) struct Town {
    instance: Instance,
    data: PathBuf,
    key: String,
    cookie: String,
    areas: Vec<String>,
}

/// The file of the municipality. Read once: both runs are about the same one.
pub(super) fn file(workspace: &Workspace) -> Result<Value> {
    const FILE: &str = "demo/municipality.json";
    serde_json::from_slice(&read(&workspace.path(FILE))?)
        .map_err(|error| Error::Answer { what: FILE.to_owned(), detail: error.to_string() })
}

impl Town {
    /// Starts a server on an empty folder, loads the municipality and opens the poll.
    pub(super) fn start(workspace: &Workspace, built: &Built, mut file: Value, boxes: u16) -> Result<Self> {
        let data = std::env::temp_dir().join(format!("buurtstem-bench-{}-{boxes}", std::process::id()));
        let instance = Instance::start(workspace, Options::new(built.clone(), DataFolder::open(&data)?))?;
        let key = instance.binding("OPERATOR_KEY").unwrap_or_default().to_owned();
        if let Some(settings) = file.get_mut("settings").and_then(Value::as_object_mut) {
            settings.insert("ballotBoxes".to_owned(), boxes.into());
            settings.insert("sites".to_owned(), json!([]));
        }
        let all = file.get("areas").and_then(Value::as_array).cloned().unwrap_or_default();
        let is_named = |area: &&Value| area.get("kind") == Some(&json!("buurt"));
        let id = |area: &Value| area.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let areas = all.iter().filter(is_named).map(id).collect();
        let mut town = Self { instance, data, key, cookie: String::new(), areas };
        town.operator(Method::PUT, &format!("/api/v1/municipalities/{SLUG}"), &file)?;
        town.run_due_work()?;
        town.cookie = town.sign_in(EDITOR)?;
        let editor = town.official();
        editor.send(Method::POST, "", &json!({ "version": 0, "poll": poll() }))?;
        let version = editor.version()?;
        let opening = json!({ "version": version, "closesOn": "2099-12-31" });
        editor.send(Method::POST, &format!("/{POLL}/opening"), &opening)?;
        town.wait_until_public()?;
        Ok(town)
    }

    /// A poll is public once every box has it and the snapshot has followed.
    fn wait_until_public(&self) -> Result<()> {
        const TRIES: usize = 100;
        for _ in 0..TRIES {
            self.run_due_work()?;
            if self.resident().results().is_ok() {
                return Ok(());
            }
            std::thread::sleep(std::time::Duration::from_millis(200));
        }
        let status = self.official().detail()?.pointer("/overview").map(ToString::to_string);
        Err(Error::Answer { what: POLL.to_owned(), detail: format!("is not public: {status:?}") })
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.instance.origin())
    }

    fn operator(&self, method: Method, path: &str, body: &Value) -> Result<Vec<u8>> {
        let key = format!("Bearer {}", self.key);
        send(&agent(), method, &self.url(path), Some(body), &[("authorization", &key)]).map(|(_, body)| body)
    }

    fn run_due_work(&self) -> Result<()> {
        send(&agent(), Method::POST, &self.url("/test/run-due-work"), Some(&json!({})), &[]).map(drop)
    }

    fn sign_in(&self, official: &str) -> Result<String> {
        let link = Operator::new(self.instance.origin(), &self.key).sign_in_link(SLUG, official)?;
        let token = link.path.split_once("#t=").map(|(_, token)| token).unwrap_or_default();
        let origin = self.instance.origin();
        let url = self.url("/api/v1/admin/sessions");
        let (cookie, _) = send(&agent(), Method::POST, &url, Some(&json!({ "token": token })), &[("origin", origin)])?;
        Ok(cookie.split(';').next().unwrap_or_default().to_owned())
    }

    /// Has the boxes counted now.
    pub(super) fn collect(&self) -> Result<()> {
        self.official().version()?;
        self.run_due_work()
    }

    /// Refuses to go on when what is measured is not there.
    pub(super) fn check_published(&self, ballots: usize) -> Result<()> {
        let detail = self.official().detail()?;
        let counted = detail.pointer("/overview/ballots").and_then(Value::as_u64);
        let shown = detail.pointer("/results/total/ballots").and_then(Value::as_u64);
        if counted == u64::try_from(ballots).ok() && shown.is_some() {
            return Ok(());
        }
        Err(Error::Answer {
            what: POLL.to_owned(),
            detail: format!("{counted:?} ballots counted, {shown:?} published"),
        })
    }

    /// What the databases of the poll's boxes have written since the server started.
    pub(super) fn rows_written(&self, boxes: u16) -> Result<u64> {
        let mut sum = 0;
        for number in 0..boxes {
            let url = self.url(&format!("/test/rows-written/{SLUG}/{POLL}/{number}"));
            let (_, body) = send(&agent(), Method::GET, &url, None, &[])?;
            sum += serde_json::from_slice::<u64>(&body).unwrap_or(0);
        }
        Ok(sum)
    }

    pub(super) fn resident(&self) -> Resident<'_> {
        Resident { town: self, agent: agent() }
    }

    pub(super) fn official(&self) -> Official<'_> {
        Official { town: self, cookie: &self.cookie }
    }

    /// Closes the poll and takes every ballot out: seconds and bytes.
    pub(super) fn close_and_export(&self) -> Result<(f64, usize)> {
        let editor = self.official();
        editor.send(Method::POST, &format!("/{POLL}/closing"), &json!({ "version": editor.version()? }))?;
        self.run_due_work()?;
        let cookie = self.sign_in(COORDINATOR)?;
        let coordinator = Official { town: self, cookie: &cookie };
        let start = std::time::Instant::now();
        let reason = json!({ "reason": "Meting van de snelheid" });
        let file = coordinator.send(Method::POST, &format!("/{POLL}/raw-ballots"), &reason)?;
        Ok((start.elapsed().as_secs_f64(), file.len()))
    }
}

impl Drop for Town {
    fn drop(&mut self) {
        // Nothing can be done about a failure here; the folder is a temporary one.
        let _ = self.instance.kill();
        let _ = std::fs::remove_dir_all(&self.data);
    }
}

/// Somebody with a connection of their own.
pub(super) struct Resident<'a> {
    town: &'a Town,
    agent: ureq::Agent,
}

impl Resident<'_> {
    /// Casts the ballot of this number: answers that differ, and an area of which some are larger.
    pub(super) fn cast(&self, number: usize) -> Result<()> {
        let pick =
            |from: &[&str], step: usize| from.get(number * step % from.len()).copied().unwrap_or_default().to_owned();
        let area = self.town.areas.get((number * 7 % 11).min(number % self.town.areas.len().max(1)));
        let body = json!({
            "answers": {
                "prettig": { "choice": pick(&["ja", "ja", "ja", "nee", "geen-mening"], 3) },
                "donker": { "choice": pick(&["ja", "nee", "nee"], 1) },
                "buren": { "choice": pick(&["vaak", "soms", "nooit", "soms"], 1) },
                "wat": { "choices": [pick(&["licht", "groen", "buren"], 1), pick(&["politie", "verkeer"], 1)] },
                "wil": { "choices": [pick(&["opruimen", "feest", "niets"], 1)] },
                "cijfer": { "scale": 1 + number % 10 },
                "veilig": { "scale": 1 + number % 5 },
                "meer": { "text": "Meer licht bij het pad achter de school." }
            },
            "areaId": area
        });
        let url = self.town.url(&format!("/api/v1/municipalities/{SLUG}/polls/{POLL}/ballots"));
        let key = format!("measured-ballot-{number:010}");
        send(&self.agent, Method::POST, &url, Some(&body), &[("idempotency-key", &key)]).map(drop)
    }

    pub(super) fn results(&self) -> Result<()> {
        let url = self.town.url(&format!("/api/v1/municipalities/{SLUG}/polls/{POLL}"));
        send(&self.agent, Method::GET, &url, None, &[]).map(drop)
    }

    pub(super) fn page(&self) -> Result<()> {
        let url = self.town.url(&format!("/{SLUG}/nl/peilingen/{REPORTED}"));
        send(&self.agent, Method::GET, &url, None, &[]).map(drop)
    }
}

/// Somebody who is signed in.
pub(super) struct Official<'a> {
    town: &'a Town,
    cookie: &'a str,
}

impl Official<'_> {
    fn send(&self, method: Method, tail: &str, body: &Value) -> Result<Vec<u8>> {
        let url = self.town.url(&format!("/api/v1/admin/polls{tail}"));
        let body = (!body.is_null()).then_some(body);
        let headers = [("cookie", self.cookie), ("origin", self.town.instance.origin())];
        send(&agent(), method, &url, body, &headers).map(|(_, body)| body)
    }

    fn detail(&self) -> Result<Value> {
        let body = self.send(Method::GET, &format!("/{POLL}"), &Value::Null)?;
        Ok(serde_json::from_slice(&body).unwrap_or_default())
    }

    fn version(&self) -> Result<Value> {
        Ok(self.detail()?.get("version").cloned().unwrap_or_default())
    }

    pub(super) fn csv(&self) -> Result<()> {
        self.send(Method::GET, &format!("/{POLL}/figures.csv"), &Value::Null).map(drop)
    }

    pub(super) fn workbook(&self) -> Result<()> {
        self.send(Method::GET, &format!("/{POLL}/figures.xlsx"), &Value::Null).map(drop)
    }
}

pub(super) fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).build().new_agent()
}

/// One request; the cookie that was set, and the body. Any other status than one of success is an error.
pub(super) fn send(
    agent: &ureq::Agent,
    method: Method,
    url: &str,
    body: Option<&Value>,
    headers: &[(&str, &str)],
) -> Result<(String, Vec<u8>)> {
    let wrong = |detail: String| Error::Answer { what: url.to_owned(), detail };
    let mut request = ureq::http::Request::builder().method(method).uri(url);
    for &(name, value) in headers {
        request = request.header(name, value);
    }
    if body.is_some() {
        request = request.header("content-type", "application/json");
    }
    let text = body.map(ToString::to_string).unwrap_or_default();
    let request = request.body(text).map_err(|error| wrong(error.to_string()))?;
    let mut answer = agent.run(request).map_err(|error| wrong(error.to_string()))?;
    let cookie =
        answer.headers().get("set-cookie").and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let bytes = answer.body_mut().with_config().limit(1 << 30).read_to_vec();
    let bytes = bytes.map_err(|error| wrong(error.to_string()))?;
    match answer.status().as_u16() {
        200..=299 => Ok((cookie, bytes)),
        status => Err(wrong(format!("status {status}\n{}", String::from_utf8_lossy(&bytes)))),
    }
}

fn poll() -> Value {
    let choices = |ids: &[&str]| -> Vec<Value> {
        ids.iter().map(|id| json!({ "id": id, "text": { "nl": id }, "noOpinion": *id == "geen-mening" })).collect()
    };
    let question = |id: &str, kind: Value| json!({ "id": id, "text": { "nl": id }, "kind": kind });
    let one = |ids: &[&str]| json!({ "type": "oneChoice", "options": choices(ids) });
    let several = |ids: &[&str]| json!({ "type": "severalChoices", "options": choices(ids), "max": 2 });
    let scale = |to: u8| json!({ "type": "scale", "to": to, "low": { "nl": "slecht" }, "high": { "nl": "goed" } });
    json!({
        "id": POLL, "title": { "nl": "Hoe woont u hier?" }, "intro": { "nl": "Een meting." }, "influence": "inform",
        "asksArea": true, "resultsVisible": "afterAnswering",
        "questions": [
            question("prettig", one(&["ja", "nee", "geen-mening"])),
            question("donker", one(&["ja", "nee"])),
            question("buren", one(&["vaak", "soms", "nooit"])),
            question("wat", several(&["licht", "groen", "buren", "politie", "verkeer"])),
            question("wil", several(&["opruimen", "feest", "niets"])),
            question("cijfer", scale(10)),
            question("veilig", scale(5)),
            question("meer", json!({ "type": "openText" })),
        ]
    })
}
