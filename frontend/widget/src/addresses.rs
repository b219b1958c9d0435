//! Where pages are: on their own or in a frame, in each language, and as people copy and share them.

use shared::follow_key::FollowKey;
use shared::paths::{self, Page, Place};
use shared::poll::ShortCode;
use shared::text::Language;

use crate::state::{Content, Context, Form, PageState};

impl Context {
    /// The address of a page where this page is: on its own or in the frame, and then with the host's origin, which
    /// is known from the address alone.
    pub fn url(&self, page: &Page<'_>) -> String {
        self.url_in(self.language, page)
    }

    /// Where a form with steps is posted to from this one: an address of its own. Without scripts a page that fails to come
    /// would take the place of the step before it if both had the same, and what was typed there would be gone.
    pub fn url_from_step(&self, page: &Page<'_>, step: usize) -> String {
        let url = self.url(page);
        let sign = if url.contains('?') { '&' } else { '?' };
        format!("{url}{sign}stap={step}")
    }

    /// The same page in another language.
    pub fn url_in(&self, language: Language, page: &Page<'_>) -> String {
        let path = paths::page(self.place, &self.slug, language, page);
        match &self.host {
            // An origin has no character that means something in a query.
            Some(host) if self.place == Place::Frame => format!("{path}?host={host}"),
            _ => path,
        }
    }

    /// The address that people copy and share: never in the frame.
    pub fn public_url(&self, page: &Page<'_>) -> String {
        format!("{}{}", self.origin, paths::page(Place::Page, &self.slug, self.language, page))
    }

    /// Where somebody chooses a feed; not in a frame.
    pub fn news_url(&self) -> String {
        format!("{}{}", self.origin, paths::news(&self.slug, self.language))
    }

    /// The short address of a poll, as people copy, print and say it.
    pub fn short_url(&self, code: &str) -> Option<String> {
        Some(format!("{}{}", self.origin, paths::short(&self.slug, ShortCode::parse(code)?)))
    }

    /// The resident's own link; the key stands in the fragment, which no server sees.
    pub fn follow_url(&self, key: &FollowKey) -> String {
        format!("{}#c={}", self.public_url(&Page::Follow), key.as_str())
    }
}

impl PageState {
    /// The address of this page in a language; what has none of its own belongs to the form it came from.
    pub fn url_in(&self, language: Language) -> String {
        let page = match &self.content {
            Content::Drawn(drawn) => {
                let found = drawn.addresses.iter().find(|(known, _)| *known == language);
                return found.map(|(_, address)| address.clone()).unwrap_or_default();
            }
            Content::Home(_) | Content::Failure(_) => Page::Home,
            Content::Form(form) => form.page(),
            Content::Results(results) => Page::Poll(&results.view.poll.id),
            Content::Thanks(thanks) => Page::PollThanks(&thanks.poll_id),
            Content::Initiatives(_) => Page::Initiatives,
            Content::Initiative(initiative) => Page::Initiative(&initiative.summary.id),
            Content::Join(page) => Page::Initiative(&page.initiative.id),
            Content::Follow(_) => Page::Follow,
        };
        self.context.url_in(language, &page)
    }
}

impl Form {
    pub fn page(&self) -> Page<'_> {
        match self {
            Self::Poll(form) => Page::Poll(&form.poll.id),
            Self::Propose(_) | Self::Receipt(_) => Page::Propose,
        }
    }
}
