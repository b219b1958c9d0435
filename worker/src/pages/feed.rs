//! The Atom feed of a municipality (RFC 4287): polls that opened and reports that were published, the newest first.
//!
//! Nobody has to leave an address to hear of a report, and a reader of feeds asks for the same file as everybody.

use std::fmt::Write;

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use shared::{
    paths::{self, Page, Place},
    poll::PollStatus,
    text::{Language, Phrase},
    time::Instant,
};
use ui::xml_text;

use super::visit::Visit;

/// Readers keep what they have seen; more only costs time.
const MOST_ENTRIES: usize = 50;
/// Programs ask every half hour at most; a report may be some minutes late there.
const KEPT: &str = "public, max-age=300";

struct Entry {
    /// Never changes: readers know an entry by it.
    id: String,
    address: String,
    title: Phrase,
    summary: Phrase,
    at: Instant,
}

pub(super) async fn show(visit: Visit) -> Response {
    let feed = feed(&visit);
    let kind = HeaderValue::from_static("application/atom+xml; charset=utf-8");
    let mut response = feed.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
    response
}

fn feed(visit: &Visit) -> String {
    let (language, slug) = (visit.language, &visit.slug);
    let origin = &visit.edge.config().public_origin;
    let address = |page: &Page<'_>| format!("{origin}{}", paths::page(Place::Page, slug, language, page));
    let name = &visit.snapshot.settings.name;
    let words = Words::of(language);
    let now = visit.edge.now();
    let mut entries = Vec::new();
    for summary in visit.snapshot.polls.list(language, now) {
        let view = visit.snapshot.poll(&summary.id, language, now);
        let Some(view) = view else { continue };
        let poll_address = address(&Page::Poll(&summary.id));
        if let Some(report) = &view.report {
            entries.push(Entry {
                id: format!("{poll_address}#terugkoppeling"),
                address: poll_address.clone(),
                title: told(words.reported, &summary.title),
                summary: report.heard.clone(),
                at: report.published_on.starts_at().max(view.closes_at),
            });
        }
        let title = if view.status == PollStatus::Open { words.open } else { words.asked };
        entries.push(Entry {
            id: poll_address.clone(),
            address: poll_address,
            title: told(title, &summary.title),
            summary: view.poll.intro,
            at: view.opens_at,
        });
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    entries.truncate(MOST_ENTRIES);
    // A feed without entries has never changed.
    let updated = entries.first().map_or(Instant::from_milliseconds(0), |entry| entry.at);
    let own = address(&Page::Feed);
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{tag}\">\n\
         <id>{id}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n\
         <author><name>{name}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{id}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n",
        tag = language.tag(),
        id = xml_text(&own),
        title = xml_text(&(words.feed)(name)),
        name = xml_text(name),
        home = xml_text(&address(&Page::Home)),
    );
    for entry in &entries {
        // Writing to a text cannot fail.
        let _ = write!(
            xml,
            "<entry>\n<id>{id}</id>\n<title{title_lang}>{title}</title>\n<updated>{at}</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n\
             <summary{summary_lang}>{summary}</summary>\n</entry>\n",
            id = xml_text(&entry.id),
            title_lang = lang(language, &entry.title),
            title = xml_text(&entry.title.text),
            at = entry.at,
            address = xml_text(&entry.address),
            summary_lang = lang(language, &entry.summary),
            summary = xml_text(&entry.summary.text),
        );
    }
    xml.push_str("</feed>\n");
    xml
}

struct Words {
    feed: fn(&str) -> String,
    open: &'static str,
    asked: &'static str,
    reported: &'static str,
}

impl Words {
    fn of(language: Language) -> Self {
        match language {
            Language::Nl => Self {
                feed: |name| format!("Peilingen van {name}"),
                open: "Doe mee:",
                asked: "Gevraagd:",
                reported: "Wat doen we met uw antwoorden?",
            },
            Language::En => Self {
                feed: |name| format!("Polls of {name}"),
                open: "Take part:",
                asked: "We asked:",
                reported: "What do we do with your answers?",
            },
        }
    }
}

fn told(what: &str, title: &Phrase) -> Phrase {
    Phrase { text: format!("{what} {}", title.text), lang: title.lang }
}

/// Where a text is not in the feed's language.
fn lang(language: Language, phrase: &Phrase) -> String {
    if phrase.lang == language { String::new() } else { format!(" xml:lang=\"{}\"", phrase.lang.tag()) }
}
