//! How often a host page loads the widget, by origin.
//!
//! Counted in the memory of this isolate and handed to the municipality in batches, when the page has gone: one write a
//! minute at most, however many look, and nobody waits for it. Nothing is kept of who looked. What an isolate has not
//! handed in when it ends is lost, at most a minute of it.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use shared::{ids::Slug, municipality_file::is_origin, time::Instant};

use super::{afterwards::Afterwards, edge::Edge, municipality_in};
use crate::{config::Config, objects::municipality::sites::CountLoads, pages::host_in, refusal::Refusal};

/// At most this often an isolate writes for one municipality.
const EVERY: i64 = 60_000;
/// The most origins that wait for one municipality. Anybody can make some up; the rest is not counted.
const MOST_ORIGINS: usize = 100;
/// The most municipalities that are counted for. Only those that exist are here.
const MOST_MUNICIPALITIES: usize = 2_000;

/// What has not been handed in.
#[derive(Default)]
pub(super) struct Loads(Mutex<BTreeMap<Slug, Waiting>>);

#[derive(Default)]
struct Waiting {
    by_origin: BTreeMap<String, u64>,
    handed_in: Option<Instant>,
}

impl Loads {
    /// Counts one load, and returns what is to be handed in, if it is time.
    fn note(&self, slug: &Slug, origin: String, now: Instant) -> Option<Vec<(String, u64)>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST_MUNICIPALITIES && !all.contains_key(slug) {
            all.clear();
        }
        let waiting = all.entry(slug.clone()).or_default();
        if waiting.by_origin.len() < MOST_ORIGINS || waiting.by_origin.contains_key(&origin) {
            let count = waiting.by_origin.entry(origin).or_default();
            *count = count.saturating_add(1);
        }
        let since = |then: Instant| now.milliseconds().saturating_sub(then.milliseconds());
        // A clock that was set back counts as time.
        if waiting.handed_in.is_some_and(|then| (0..EVERY).contains(&since(then))) {
            return None;
        }
        waiting.handed_in = Some(now);
        Some(std::mem::take(&mut waiting.by_origin).into_iter().collect())
    }

    fn take(&self, slug: &Slug) -> Vec<(String, u64)> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = all.get_mut(slug).map(|waiting| std::mem::take(&mut waiting.by_origin));
        waiting.unwrap_or_default().into_iter().collect()
    }
}

/// Hands in at once what waits here for a municipality, for whoever wants to see its counts.
pub(super) async fn hand_in(edge: &Edge, slug: &Slug) -> Result<(), Refusal> {
    let loads = edge.loads().take(slug);
    if loads.is_empty() { Ok(()) } else { edge.municipality(slug, &CountLoads { loads }).await }
}

/// The layer around all pages.
pub(super) async fn count(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let load = load(edge.config(), &request);
    let mut response = next.run(request).await;
    // A page that is not there in this language is asked for again, and counts then.
    if response.status() == StatusCode::OK
        && let Some((slug, origin)) = load
        && let Some(loads) = edge.loads().note(&slug, origin, edge.now())
    {
        Afterwards::hand_over(&mut response, async move {
            // A count that is lost harms nobody, and the log has said why.
            let _ = edge.municipality(&slug, &CountLoads { loads }).await;
        });
    }
    response
}

/// The municipality and the host page's origin, when this is a host page's frame that loads for the first time. A frame
/// that goes on to another page is its own site, as the browser says; so is the preview of the officials' program.
fn load(config: &Config, request: &Request) -> Option<(Slug, String)> {
    let (path, headers) = (request.uri().path(), request.headers());
    let says = |name: &str, words: &[&str]| text(headers, name).is_some_and(|said| words.contains(&said));
    let first = request.method() == Method::GET
        && path.starts_with("/frame/v1/")
        && says("sec-fetch-dest", &["iframe"])
        && says("sec-fetch-site", &["cross-site", "same-site"])
        && !says("sec-purpose", &["prefetch"]);
    // Where a plain frame stands only the browser says, if the page lets it; our loader has the address say so. What the
    // browser says goes first, because any page can write any address.
    let origin = || origin_of(text(headers, header::REFERER.as_str())?);
    let origin = first.then(|| origin().or_else(|| host_in(request.uri().query()))).flatten()?;
    (origin != config.admin_origin).then_some((municipality_in(path)?, origin))
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn origin_of(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let origin = format!("{scheme}://{}", rest.split('/').next()?);
    is_origin(&origin).then_some(origin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_isolate_hands_in_once_a_minute() {
        let (loads, slug) = (Loads::default(), crate::testing::slug("kleinstad"));
        let at = |seconds: i64| Instant::from_milliseconds(seconds * 1_000);
        let note = |origin: &str, seconds| loads.note(&slug, origin.to_owned(), at(seconds));
        let one = |origin: &str, count| vec![(origin.to_owned(), count)];
        assert_eq!(note("https://a.example", 100), Some(one("https://a.example", 1)), "the first at once");
        assert_eq!(note("https://a.example", 101), None);
        assert_eq!(note("https://a.example", 159), None);
        assert_eq!(note("https://a.example", 160), Some(one("https://a.example", 3)));
        assert_eq!(note("https://b.example", 10), Some(one("https://b.example", 1)), "the clock was set back");
    }

    #[test]
    fn made_up_origins_fill_no_memory() {
        let (loads, slug) = (Loads::default(), crate::testing::slug("kleinstad"));
        let now = Instant::from_milliseconds(0);
        loads.note(&slug, "https://a.example".to_owned(), now);
        for number in 0..1_000 {
            assert_eq!(loads.note(&slug, format!("https://x{number}.example"), now), None);
        }
        let later = Instant::from_milliseconds(EVERY);
        assert_eq!(loads.note(&slug, "https://a.example".to_owned(), later).unwrap().len(), MOST_ORIGINS);
    }
}
