//! Fills an empty server with the demo municipality, through the same door that an operator uses.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::{Error, Result, workspace::read};

/// The demo's file, as far as it matters here.
#[derive(Debug, Deserialize)]
struct Outline {
    #[serde(default)]
    officials: Vec<Official>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Official {
    id: String,
    partner_id: String,
    role: String,
}

/// The file of a municipality, in an operator's format.
pub struct Municipality {
    outline: Outline,
    text: String,
}

/// A one-time link for one official.
#[derive(Debug, Deserialize)]
pub struct SignInLink {
    pub role: String,
    pub name: String,
    /// Path and query on the admin origin.
    pub path: String,
}

/// The demo's place in addresses; a file does not say where it is loaded.
const SLUG: &str = "waterdam";
/// Stands in the demo's file for the origin of the demo host page, whose port is known only now.
const DEMO_HOST: &str = "$DEMO_HOST";

impl Municipality {
    /// Reads the file. It is sent as it is, except that `$DEMO_HOST` becomes the demo page's origin.
    pub fn read(path: &Path, demo_host: &str) -> Result<Self> {
        let text = String::from_utf8_lossy(&read(path)?).replace(DEMO_HOST, demo_host);
        let outline = serde_json::from_str(&text)
            .map_err(|error| Error::Answer { what: path.display().to_string(), detail: error.to_string() })?;
        Ok(Self { outline, text })
    }

    pub fn slug(&self) -> &'static str {
        SLUG
    }
}

/// The API with the operator's key.
pub struct Operator<'a> {
    origin: &'a str,
    key: &'a str,
    agent: ureq::Agent,
}

impl<'a> Operator<'a> {
    pub fn new(origin: &'a str, key: &'a str) -> Self {
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
        Self { origin, key, agent }
    }

    pub fn is_loaded(&self, slug: &str) -> Result<bool> {
        let url = format!("{}/api/v1/municipalities/{slug}", self.origin);
        let answer = self
            .agent
            .get(&url)
            .header("authorization", format!("Bearer {}", self.key))
            .call()
            .map_err(|error| unanswered(&url, &error))?;
        match answer.status().as_u16() {
            200 => Ok(true),
            404 => Ok(false),
            status => Err(refused(&url, status, answer)),
        }
    }

    pub fn load(&self, municipality: &Municipality) -> Result<()> {
        let url = format!("{}/api/v1/municipalities/{}", self.origin, municipality.slug());
        let answer = self
            .agent
            .put(&url)
            .header("authorization", format!("Bearer {}", self.key))
            .content_type("application/json")
            .send(&municipality.text)
            .map_err(|error| unanswered(&url, &error))?;
        match answer.status().as_u16() {
            200..=299 => Ok(()),
            status => Err(refused(&url, status, answer)),
        }
    }

    /// Loads what belongs to the areas and is no part of the file: the map, the table of postcodes and that of the
    /// residents.
    pub fn load_around(&self, municipality: &Municipality, folder: &Path) -> Result<()> {
        for (what, file) in
            [("area-map", "areas.geojson"), ("postcodes", "postcodes.csv"), ("residents", "residents.csv")]
        {
            let url = format!("{}/api/v1/municipalities/{}/{what}", self.origin, municipality.slug());
            let answer = self
                .agent
                .put(&url)
                .header("authorization", format!("Bearer {}", self.key))
                .send(read(&folder.join(file))?.as_slice())
                .map_err(|error| unanswered(&url, &error))?;
            let status = answer.status().as_u16();
            if !(200..=299).contains(&status) {
                return Err(refused(&url, status, answer));
            }
        }
        Ok(())
    }

    /// One link for the first official of every role at every partner: for a handover it takes two.
    pub fn sign_in_links(&self, municipality: &Municipality) -> Result<Vec<SignInLink>> {
        let mut first = BTreeMap::new();
        for official in &municipality.outline.officials {
            first.entry((&official.role, &official.partner_id)).or_insert(&official.id);
        }
        first.values().map(|id| self.sign_in_link(municipality.slug(), id)).collect()
    }

    /// A link that signs this official in, once.
    pub fn sign_in_link(&self, slug: &str, official: &str) -> Result<SignInLink> {
        let url = format!("{}/api/v1/municipalities/{slug}/sign-in-links", self.origin);
        let mut answer = self
            .agent
            .post(&url)
            .header("authorization", format!("Bearer {}", self.key))
            .send_json(json!({ "officialId": official }))
            .map_err(|error| unanswered(&url, &error))?;
        match answer.status().as_u16() {
            200..=299 => answer.body_mut().read_json().map_err(|error| unanswered(&url, &error)),
            status => Err(refused(&url, status, answer)),
        }
    }
}

fn unanswered(url: &str, error: &ureq::Error) -> Error {
    Error::Answer { what: url.to_owned(), detail: error.to_string() }
}

/// Shows a problem document in readable lines.
fn refused(url: &str, status: u16, mut answer: ureq::http::Response<ureq::Body>) -> Error {
    let body = answer.body_mut().read_to_string().unwrap_or_default();
    let readable =
        serde_json::from_str::<Value>(&body).and_then(|value| serde_json::to_string_pretty(&value)).unwrap_or(body);
    Error::Answer { what: url.to_owned(), detail: format!("status {status}\n{readable}") }
}
