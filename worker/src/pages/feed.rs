//! The Atom feeds of a municipality (RFC 4287): polls that opened, reports, ideas that were made public and the news
//! about them, the newest first. One for the whole, one for each area with all that lies in it, one for each topic.
//!
//! Nobody has to leave an address to hear of something, and a reader of feeds asks for the same file as everybody. What
//! is in them is what the public snapshot has, and nothing else.

use std::fmt::Write;

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use shared::{
    area::{Area, lies_within},
    ids::{AreaId, TopicId},
    paths::{self, Page, Place},
    poll::PollStatus,
    text::{Language, Phrase},
    time::Instant,
    topic::belongs_to,
    wire::public::{InitiativeView, TimelineEntry, TimelineKind},
};
use ui::xml_text;

use super::{visit::Visit, words::tr};
use crate::{
    http::extract::Path,
    objects::municipality::{cases::PublicInitiative, polls::PublicPoll},
    refusal::Refusal,
};

/// Readers keep what they have seen; more only costs time.
const MOST_ENTRIES: usize = 50;
/// Programs ask every half hour at most; a report may be some minutes late there.
const KEPT: &str = "public, max-age=300";

/// What a feed tells of.
enum About<'a> {
    Everything,
    /// An area that there is, with all areas.
    Area(&'a Area, Vec<Area>),
    /// A topic with what belongs to it.
    Topic(&'a TopicId),
}

impl About<'_> {
    fn takes_poll(&self, visit: &Visit, poll: &PublicPoll) -> bool {
        match self {
            Self::Everything => true,
            Self::Area(area, all) => asks_in(poll, &area.id, all),
            Self::Topic(topic) => {
                poll.poll.topic_id.as_ref().is_some_and(|about| belongs_to(&visit.snapshot.topics, about, topic))
            }
        }
    }

    /// The address of the page that says the same to people.
    fn page(&self, visit: &Visit) -> String {
        match self {
            Self::Area(area, _) => {
                let origin = &visit.edge.config().public_origin;
                format!("{origin}{}", paths::area(&visit.slug, visit.language, &area.id))
            }
            Self::Everything | Self::Topic(_) => address(visit, &Page::Home),
        }
    }

    fn takes_initiative(&self, visit: &Visit, initiative: &PublicInitiative) -> bool {
        match self {
            Self::Everything => true,
            Self::Area(area, all) => lies_within(all, &initiative.area_id, &area.id),
            Self::Topic(topic) => {
                initiative.topic_id.as_ref().is_some_and(|about| belongs_to(&visit.snapshot.topics, about, topic))
            }
        }
    }
}

/// Whether a poll asks people of this area: all polls of the municipality, of the area, and of what it lies in or what
/// lies in it.
pub(super) fn asks_in(poll: &PublicPoll, area: &AreaId, all: &[Area]) -> bool {
    let asked = &poll.poll.area_ids;
    asked.is_empty() || asked.iter().any(|asked| lies_within(all, area, asked) || lies_within(all, asked, area))
}

struct Entry {
    /// Never changes: readers know an entry by it.
    id: String,
    address: String,
    title: Phrase,
    summary: Phrase,
    at: Instant,
}

pub(super) async fn show(visit: Visit) -> Response {
    let own = paths::page(Place::Page, &visit.slug, visit.language, &Page::Feed);
    let title = (Words::of(visit.language).feed)(&visit.snapshot.settings.name);
    feed(&visit, &About::Everything, &own, &title)
}

#[derive(Deserialize)]
pub(super) struct AreaPath {
    area_id: AreaId,
}

/// An area that is gone has no news.
pub(super) async fn of_area(visit: Visit, Path(AreaPath { area_id }): Path<AreaPath>) -> Result<Response, Refusal> {
    let area = visit.snapshot.areas.iter().find(|area| area.id == area_id).ok_or(Refusal::NotFound)?;
    let own = paths::area_feed(&visit.slug, visit.language, &area.id);
    let title = (Words::of(visit.language).feed)(&area.name);
    Ok(feed(&visit, &About::Area(area, visit.snapshot.all_areas()), &own, &title))
}

#[derive(Deserialize)]
pub(super) struct TopicPath {
    topic_id: TopicId,
}

pub(super) async fn of_topic(visit: Visit, Path(TopicPath { topic_id }): Path<TopicPath>) -> Result<Response, Refusal> {
    let topic = visit.snapshot.topics.iter().find(|topic| topic.id == topic_id).ok_or(Refusal::NotFound)?;
    let own = paths::topic_feed(&visit.slug, visit.language, &topic.id);
    let name = topic.name.in_language(visit.language).text;
    let title = (Words::of(visit.language).about)(&name, &visit.snapshot.settings.name);
    Ok(feed(&visit, &About::Topic(&topic.id), &own, &title))
}

fn feed(visit: &Visit, about: &About<'_>, own: &str, title: &str) -> Response {
    let mut entries = Vec::new();
    polls(visit, about, &mut entries);
    for initiative in visit.snapshot.cases.initiatives.iter().filter(|one| about.takes_initiative(visit, one)) {
        told_of(visit, initiative, &mut entries);
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    entries.truncate(MOST_ENTRIES);
    let kind = HeaderValue::from_static("application/atom+xml; charset=utf-8");
    let mut response = written(visit, about, (own, title), &entries).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
    response
}

fn polls(visit: &Visit, about: &About<'_>, entries: &mut Vec<Entry>) {
    let (language, now) = (visit.language, visit.edge.now());
    let words = Words::of(language);
    for summary in visit.snapshot.polls.list(language, now) {
        if !visit.snapshot.polls.find(&summary.id).is_some_and(|poll| about.takes_poll(visit, poll)) {
            continue;
        }
        let Some(view) = visit.snapshot.poll(&summary.id, language, now) else { continue };
        let address = address(visit, &Page::Poll(&summary.id));
        if let Some(report) = &view.report {
            entries.push(Entry {
                id: format!("{address}#terugkoppeling"),
                address: address.clone(),
                title: told(words.reported, &summary.title),
                summary: report.heard.clone(),
                at: report.published_on.starts_at().max(view.closes_at),
            });
        }
        let title = if view.status == PollStatus::Open { words.open } else { words.asked };
        entries.push(Entry {
            id: address.clone(),
            address,
            title: told(title, &summary.title),
            summary: view.poll.intro,
            at: view.opens_at,
        });
    }
}

/// An idea: that it was made public, and what was written about it since.
fn told_of(visit: &Visit, initiative: &PublicInitiative, entries: &mut Vec<Entry>) {
    let words = Words::of(visit.language);
    let view = initiative.view(visit.language);
    let summary = &view.summary;
    let address = address(visit, &Page::Initiative(&summary.id));
    let title = Phrase { text: summary.title.clone(), lang: summary.language };
    let published = initiative.published_on.starts_at();
    entries.push(Entry {
        id: address.clone(),
        address: address.clone(),
        title: told(words.idea, &title),
        summary: Phrase { text: view.what.clone(), lang: summary.language },
        at: published,
    });
    for (entry, number) in news(&view).zip(1_u32..) {
        let ended = matches!(entry.what, TimelineKind::Concluded { .. });
        entries.push(Entry {
            id: format!("{address}#nieuws-{number}"),
            address: address.clone(),
            title: told(if ended { words.answer } else { words.news }, &title),
            summary: Phrase { text: words_of(entry, words), lang: visit.language },
            at: entry.on.starts_at().max(published),
        });
    }
}

/// What was written by officials since it is public.
fn news(view: &InitiativeView) -> impl Iterator<Item = &TimelineEntry> {
    view.timeline.iter().filter(|entry| entry.text.is_some() || entry.parts.is_some())
}

/// The words of news; without any, who wrote.
fn words_of(entry: &TimelineEntry, words: &Words) -> String {
    let parts = entry.parts.iter().flat_map(|parts| [&parts.we_do, &parts.you_do, &parts.we_ask]).flatten();
    let text: Vec<&str> = entry.text.iter().chain(parts).map(String::as_str).collect();
    if text.is_empty() { words.news.to_owned() } else { text.join("\n") }
}

fn address(visit: &Visit, page: &Page<'_>) -> String {
    let origin = &visit.edge.config().public_origin;
    format!("{origin}{}", paths::page(Place::Page, &visit.slug, visit.language, page))
}

fn written(visit: &Visit, about: &About<'_>, (own, title): (&str, &str), entries: &[Entry]) -> String {
    let language = visit.language;
    // A feed without entries has never changed.
    let updated = entries.first().map_or(Instant::from_milliseconds(0), |entry| entry.at);
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{tag}\">\n\
         <id>{id}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n\
         <author><name>{name}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{id}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n",
        tag = language.tag(),
        id = xml_text(&format!("{}{own}", visit.edge.config().public_origin)),
        title = xml_text(title),
        name = xml_text(&visit.snapshot.settings.name),
        home = xml_text(&about.page(visit)),
    );
    for entry in entries {
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

pub(in crate::pages) struct Words {
    pub(in crate::pages) feed: fn(&str) -> String,
    /// A topic, and the municipality.
    pub(in crate::pages) about: fn(&str, &str) -> String,
    pub(in crate::pages) open: &'static str,
    pub(in crate::pages) asked: &'static str,
    pub(in crate::pages) reported: &'static str,
    pub(in crate::pages) idea: &'static str,
    pub(in crate::pages) news: &'static str,
    pub(in crate::pages) answer: &'static str,
}

impl Words {
    const fn of(language: Language) -> &'static Self {
        match language {
            Language::Nl => &NL,
            Language::En => &EN,
            Language::Tr => &tr::FEED,
        }
    }
}

const NL: Words = Words {
    feed: |name| format!("Nieuws van {name}"),
    about: |topic, name| format!("{topic}: nieuws van {name}"),
    open: "Doe mee:",
    asked: "Gevraagd:",
    reported: "Wat doen we met uw antwoorden?",
    idea: "Idee uit de buurt:",
    news: "Nieuws over:",
    answer: "Antwoord op:",
};

const EN: Words = Words {
    feed: |name| format!("News of {name}"),
    about: |topic, name| format!("{topic}: news of {name}"),
    open: "Take part:",
    asked: "We asked:",
    reported: "What do we do with your answers?",
    idea: "Idea from the neighbourhood:",
    news: "News about:",
    answer: "Answer to:",
};

fn told(what: &str, title: &Phrase) -> Phrase {
    Phrase { text: format!("{what} {}", title.text), lang: title.lang }
}

/// Where a text is not in the feed's language.
fn lang(language: Language, phrase: &Phrase) -> String {
    if phrase.lang == language { String::new() } else { format!(" xml:lang=\"{}\"", phrase.lang.tag()) }
}
