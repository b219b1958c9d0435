//! What a page says of itself to whatever shows a link to it: a message in a group, a search engine, a device that keeps
//! it among its programs. Not in a frame, whose address nobody shares, and nothing of what only one person may see.

use std::path::Path;

use shared::paths;
use widget::{
    state::{Content, Form, PageState},
    views,
};

use super::document::escaped;
use crate::objects::municipality::snapshot::PublicSnapshot;

/// Elements for the head.
pub(super) fn card(state: &PageState, of: Option<&PublicSnapshot>) -> String {
    let context = &state.context;
    let (Some(of), Some(about)) = (of, about(state)) else { return String::new() };
    let address = format!("{}{}", context.origin, state.url_in(context.language));
    let manifest = paths::app_manifest(&of.slug, context.language);
    // Where links are shown, only pictures made of pixels are taken.
    let logo = of.logo.as_ref().filter(|logo| Path::new(&logo.file).extension().is_some_and(|kind| kind == "png"));
    let logo = logo.map(|logo| format!("{}/{}/logo/{}", context.origin, of.slug, logo.file));
    let title = views::title(state);
    let values = [
        ("og:type", "website"),
        ("og:site_name", &of.settings.name),
        ("og:title", &title),
        ("og:description", about),
        ("og:url", &address),
    ];
    let values = values.into_iter().chain(logo.as_deref().map(|logo| ("og:image", logo)));
    let values = values.map(|(name, value)| format!("<meta property=\"{name}\" content=\"{}\">", escaped(value)));
    let values = values.collect::<Vec<_>>().concat();
    format!(
        "<meta name=\"description\" content=\"{}\">{values}<link rel=\"manifest\" href=\"{manifest}\">",
        escaped(about)
    )
}

/// One or two sentences on what the page is about; none for a page that is nobody else's.
fn about(state: &PageState) -> Option<&str> {
    if state.context.place == paths::Place::Frame {
        return None;
    }
    let texts = state.context.texts();
    match &state.content {
        Content::Home(_) => Some(texts.home().lead),
        Content::Initiatives(_) => Some(texts.initiatives().lead),
        Content::Results(results) => Some(&results.view.poll.intro.text),
        Content::Form(Form::Poll(form)) if form.filling.is_none() => Some(&form.poll.intro.text),
        Content::Initiative(initiative) => Some(&initiative.what),
        _ => None,
    }
}
