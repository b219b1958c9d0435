//! The addresses of pages. They are printed on letters and must last.

use crate::formal_right::FormalRight;
use crate::ids::{AreaId, CaseId, PartnerId, PledgeId, PollId, ReaderId, Slug, TopicId};
use crate::poll::ShortCode;
use crate::text::Language;

/// Where a page is shown: on its own, or in a frame on a municipal site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    Page,
    Frame,
}

/// One page of a municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page<'a> {
    /// Open polls, initiatives, and the way in to everything.
    Home,
    Poll(&'a PollId),
    /// After answering.
    PollThanks(&'a PollId),
    /// A picture of the figures of a question, as a file.
    Chart {
        poll: &'a PollId,
        name: &'a str,
    },
    /// Sending in an idea or initiative.
    Propose,
    Initiatives,
    Initiative(&'a CaseId),
    Follow,
    /// Everything new, for programs that read feeds.
    Feed,
}

/// The address of a page, from the root: `/voorbeeldstad/nl/peilingen/…`.
pub fn page(place: Place, municipality: &Slug, language: Language, page: &Page<'_>) -> String {
    let frame = match place {
        Place::Page => "",
        Place::Frame => "/frame/v1",
    };
    let tail = match page {
        Page::Home => String::new(),
        Page::Poll(id) => format!("/peilingen/{id}"),
        Page::PollThanks(id) => format!("/peilingen/{id}/bedankt"),
        Page::Chart { poll, name } => format!("/peilingen/{poll}/grafieken/{name}.svg"),
        Page::Propose => "/idee".to_owned(),
        Page::Initiatives => "/initiatieven".to_owned(),
        Page::Initiative(id) => format!("/initiatieven/{id}"),
        Page::Follow => "/volgen".to_owned(),
        Page::Feed => "/feed.atom".to_owned(),
    };
    format!("{frame}/{municipality}/{}{tail}", language.tag())
}

/// A case for the people of a partner that works from mail; the proof stands in their mails.
pub fn mailed_case(municipality: &Slug, language: Language, case: &CaseId, partner: &PartnerId, proof: &str) -> String {
    format!("/{municipality}/{}/samenwerken/{case}/{partner}/{proof}", language.tag())
}

/// Every feed of the municipality, to choose from.
pub fn news(municipality: &Slug, language: Language) -> String {
    format!("/{municipality}/{}/nieuws", language.tag())
}

/// What is kept of whom.
pub fn privacy(municipality: &Slug, language: Language) -> String {
    format!("/{municipality}/{}/privacy", language.tag())
}

/// For whom the pages work, and what is not known.
pub fn accessibility(municipality: &Slug, language: Language) -> String {
    format!("/{municipality}/{}/toegankelijkheid", language.tag())
}

/// What the burgerinitiatief or the uitdaagrecht of this municipality asks.
pub fn formal_right(municipality: &Slug, language: Language, right: FormalRight) -> String {
    let name = match right {
        FormalRight::CitizensInitiative => "burgerinitiatief",
        FormalRight::RightToChallenge => "uitdaagrecht",
    };
    format!("/{municipality}/{}/{name}", language.tag())
}

/// What a browser needs to put the pages among a device's programs.
pub fn app_manifest(municipality: &Slug, language: Language) -> String {
    format!("/{municipality}/{}/app.webmanifest", language.tag())
}

/// An area: what is asked there, what residents started, and whom to ask.
pub fn area(municipality: &Slug, language: Language, area: &AreaId) -> String {
    format!("/{municipality}/{}/wijken/{area}", language.tag())
}

/// What is new in an area, for programs that read feeds.
pub fn area_feed(municipality: &Slug, language: Language, area: &AreaId) -> String {
    format!("/{municipality}/{}/wijken/{area}/feed.atom", language.tag())
}

/// What is new about a topic, for programs that read feeds.
pub fn topic_feed(municipality: &Slug, language: Language, topic: &TopicId) -> String {
    format!("/{municipality}/{}/onderwerpen/{topic}/feed.atom", language.tag())
}

/// The short address of a poll, for letters and posters: it leads to the poll in the reader's language.
pub fn short(municipality: &Slug, code: ShortCode) -> String {
    format!("/{municipality}/p/{code}")
}

/// A poll to print and fill in on paper.
pub fn paper(municipality: &Slug, language: Language, poll: &PollId) -> String {
    format!("/{municipality}/{}/peilingen/{poll}/papier", language.tag())
}

/// A poster of one sheet that leads to a poll, or to the first page.
pub fn poster(municipality: &Slug, language: Language, poll: Option<&PollId>) -> String {
    beside(municipality, language, poll, "affiche")
}

/// The QR code of that poster, as a file.
pub fn qr_code(municipality: &Slug, language: Language, poll: Option<&PollId>) -> String {
    beside(municipality, language, poll, "qr.svg")
}

fn beside(municipality: &Slug, language: Language, poll: Option<&PollId>, name: &str) -> String {
    let poll = poll.map(|id| format!("/peilingen/{id}")).unwrap_or_default();
    format!("/{municipality}/{}{poll}/{name}", language.tag())
}

/// Where the resident of a case asks for no more mail about it; the proof stands in their mails.
pub fn stop_messages(municipality: &Slug, language: Language, case: &CaseId, proof: &str) -> String {
    format!("/{municipality}/{}/berichten-stoppen/{case}/{proof}", language.tag())
}

/// Where somebody who offered to help asks for no more mail about it; the proof stands in their mails.
pub fn stop_pledge(municipality: &Slug, language: Language, pledge: &PledgeId, proof: &str) -> String {
    format!("/{municipality}/{}/meedoen-zonder-mail/{pledge}/{proof}", language.tag())
}

/// Where somebody confirms that the report of a poll may be sent to them; the proof stands in the mail.
pub fn confirm_reader(municipality: &Slug, language: Language, reader: &ReaderId, proof: &str) -> String {
    format!("/{municipality}/{}/bericht-bevestigen/{reader}/{proof}", language.tag())
}

/// Where somebody says that they want no report of a poll after all.
pub fn stop_reader(municipality: &Slug, language: Language, reader: &ReaderId, proof: &str) -> String {
    format!("/{municipality}/{}/bericht-stoppen/{reader}/{proof}", language.tag())
}

/// The root of one municipality's public API.
pub fn api(municipality: &Slug) -> String {
    format!("/api/v1/municipalities/{municipality}")
}

/// The root of the officials' API; the session says which municipality.
pub const ADMIN_API: &str = "/api/v1/admin";
