//! One HTML document around a page of the widget.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use leptos::prelude::{IntoAny, Owner, RenderHtml};
use shared::{
    paths::{Page, Place},
    text::Language,
};
use widget::{
    state::{Content, Form, FormState, PageState},
    views,
};

use super::{drafts, formal_rights, push, share};
use crate::{
    assets::{Carried, Manifest, Program},
    house_style::{LogoPlace, Sheet},
    http::headers::{self, FramedBy},
    objects::municipality::snapshot::PublicSnapshot,
};

/// Whether a page may be kept for a while, by browsers and on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// The same for everybody, with no id and no answer in it.
    Briefly,
    /// What somebody filled in, or what only one person may see.
    Never,
}

/// As long as the snapshot that it is drawn from counts as fresh.
const BRIEFLY: &str = "public, max-age=5";

/// A page of a municipality, or the page that says what went wrong.
///
/// `sites` may frame it; `of` is that municipality, none where it is not known.
pub(super) fn page(
    files: &Manifest,
    state: &PageState,
    status: StatusCode,
    keep: Keep,
    sites: &[String],
    of: Option<&PublicSnapshot>,
) -> Response {
    let framed_by = match state.context.place {
        Place::Frame => FramedBy::Sites(sites),
        Place::Page => FramedBy::Nobody,
    };
    let style = of.and_then(|of| of.style.as_ref());
    let carried = carried(files, state, keep);
    let mut main = Owner::new().with(|| views::page(state).to_html());
    main.push_str(&drafts::beside(state));
    if let Some(of) = of {
        main.push_str(&formal_rights::beside(state, of));
        main.push_str(&push::beside(state, of));
    }
    let mut response = respond(around(files, state, &main, of, carried), framed_by, carried, style);
    *response.status_mut() = status;
    if keep == Keep::Briefly && status.is_success() {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(BRIEFLY));
    }
    let language = HeaderValue::from_static(state.context.language.tag());
    response.headers_mut().insert(header::CONTENT_LANGUAGE, language);
    response
}

/// A page around a content of its own, which no program takes over: it cannot be framed and is not kept.
pub(super) fn drawn(files: &Manifest, state: &PageState, main: &str, of: &PublicSnapshot) -> Response {
    let html = around(files, state, main, Some(of), None);
    let mut response = respond(html, FramedBy::Nobody, None, of.style.as_ref());
    let language = HeaderValue::from_static(state.context.language.tag());
    response.headers_mut().insert(header::CONTENT_LANGUAGE, language);
    response
}

/// A document with the policy that every document has.
pub(super) fn respond(
    html: String,
    framed_by: FramedBy<'_>,
    carried: Option<&Carried>,
    style: Option<&Sheet>,
) -> Response {
    let mut response = Html(html).into_response();
    headers::document(&mut response, framed_by, carried, style);
    response
}

/// The style that the page carries in itself. Only the first page of a poll does, to which people come from elsewhere: who
/// goes on without script has the style sheet after one step, and would get this with every answer.
fn carried<'a>(files: &'a Manifest, state: &PageState, keep: Keep) -> Option<&'a Carried> {
    match (&state.content, keep) {
        (Content::Form(Form::Poll(_)), Keep::Briefly) => files.carried.get(POLL),
        _ => None,
    }
}

/// Header, content and footer in one document.
fn around(
    files: &Manifest,
    state: &PageState,
    main: &str,
    of: Option<&PublicSnapshot>,
    carried: Option<&Carried>,
) -> String {
    let style = of.and_then(|of| of.style.as_ref());
    let logo = of.and_then(|of| of.logo.as_ref().map(|logo| (&of.slug, logo)));
    let logo = logo.map(|(slug, LogoPlace { file, width, height })| views::site::Logo {
        address: format!("/{slug}/logo/{file}"),
        width: *width,
        height: *height,
    });
    let rendered = Owner::new().with(|| Rendered {
        header: views::site::header(state, logo).into_any().to_html(),
        bar: views::site::frame_bar(state).into_any().to_html(),
        footer: views::site::footer(state).into_any().to_html(),
    });
    let Rendered { header, bar, footer } = rendered;
    let sends = main.contains("<form");
    let offline =
        if sends { Owner::new().with(|| views::parts::offline(&state.context).to_html()) } else { String::new() };
    let language = state.context.language;
    // A dark frame in a light page looks broken, and hardly any municipal site is dark. Nor is a house style without
    // colours for the dark shown in ours.
    let only_light = state.context.place == Place::Frame || style.is_some_and(|style| !style.has_dark);
    let scheme = if only_light { " data-scheme=\"light\"" } else { "" };
    let class = match state.context.place {
        Place::Page => "page-body",
        Place::Frame => "frame-body",
    };
    let name = program(state, main);
    // Behind our own style sheet, whose values it replaces.
    let look = style.map(|style| format!("<style>{}</style>", style.css)).unwrap_or_default();
    let more = [
        look,
        share::card(state, of),
        language_links(state),
        feed_link(state),
        scripts_apart(files, state, main, name),
    ]
    .concat();
    let more = format!("{more}</head>");
    let head = head(&files.program(name), &having(name), carried, &views::title(state)).replace("</head>", &more);
    // Nobody sees the icon of a frame.
    let head = match state.context.place {
        Place::Page => head,
        Place::Frame => head.replace(&format!("<link rel=\"icon\" href=\"{ICON}\">"), ""),
    };
    let state = embedded(state);
    format!(
        "<!doctype html><html lang=\"{}\" dir=\"{}\"{scheme}>{head}<body class=\"{class}\">{header}{bar}\
         <main id=\"app\" tabindex=\"-1\">{offline}{main}</main>{footer}{state}</body></html>",
        language.tag(),
        language.direction(),
    )
}

const POLL: &str = "poll";
const PROPOSAL: &str = "proposal";

/// The program that a page fetches, by its name in the manifest: only a form with steps has one, and whoever answers a poll
/// does not wait for what proposing needs. All else that pages do in a browser is in the script of every page.
fn program(state: &PageState, main: &str) -> &'static str {
    match &state.content {
        Content::Form(Form::Poll(_)) if main.contains(STEP_FIELD) => POLL,
        Content::Form(Form::Propose(_)) => PROPOSAL,
        _ => "widget",
    }
}

/// In every form with steps.
const STEP_FIELD: &str = "name=\"step\"";

/// A script for what only a few pages have.
struct Apart {
    name: &'static str,
    /// Whether this page has it.
    wanted: fn(&PageState, &str) -> bool,
    /// The programs that have the script in themselves.
    within: &'static [&'static str],
}

const APART: [Apart; 5] = [
    Apart { name: "picture", wanted: |_, main| main.contains("data-png="), within: &[] },
    Apart { name: "answered", wanted: |_, main| main.contains("data-answered="), within: &[POLL] },
    Apart { name: "draft", wanted: |_, main| main.contains("data-draft"), within: &[POLL, PROPOSAL] },
    Apart { name: "push", wanted: |_, main| main.contains("data-push="), within: &[] },
    Apart { name: "follow", wanted: |state, _| matches!(state.content, Content::Follow(_)), within: &[] },
];

/// Each says by its id which it is, so that a page that is put in the place of another one fetches none twice.
fn scripts_apart(files: &Manifest, state: &PageState, main: &str, program: &str) -> String {
    let mut scripts = String::new();
    for Apart { name, wanted, within } in APART {
        if wanted(state, main)
            && !within.contains(&program)
            && let Some(script) = files.scripts.get(name)
        {
            scripts += &["<script type=\"module\" id=\"", name, "\" src=\"", script, "\"></script>"].concat();
        }
    }
    scripts
}

/// Which of these a program has in itself.
fn having(program: &str) -> String {
    let names: Vec<&str> =
        APART.iter().filter(|apart| apart.within.contains(&program)).map(|apart| apart.name).collect();
    if names.is_empty() { String::new() } else { format!(" data-having=\"{}\"", names.join(" ")) }
}

struct Rendered {
    header: String,
    bar: String,
    footer: String,
}

/// The same page in each language, for search engines. What only one person may see is no page for them.
fn language_links(state: &PageState) -> String {
    let context = &state.context;
    let for_everybody = matches!(
        state.content,
        Content::Home(_) | Content::Results(_) | Content::Initiatives(_) | Content::Initiative(_)
    );
    if context.place == Place::Frame || context.languages.len() < 2 || !for_everybody {
        return String::new();
    }
    let link = |&language: &Language| {
        let address = escaped(&format!("{}{}", context.origin, state.url_in(language)));
        format!("<link rel=\"alternate\" hreflang=\"{}\" href=\"{address}\">", language.tag())
    };
    context.languages.iter().map(link).collect::<Vec<_>>().concat()
}

/// Where programs find the feed. Not in a frame: nobody subscribes there.
fn feed_link(state: &PageState) -> String {
    let context = &state.context;
    if context.place == Place::Frame || context.contact.is_none() {
        return String::new();
    }
    let address = escaped(&context.url(&Page::Feed));
    format!("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{address}\">")
}

/// The head of every document. The program's files are asked for at once, because a round trip costs more than bytes, and
/// behind all else, because the page works without them.
pub(super) fn head(files: &Program, having: &str, carried: Option<&Carried>, title: &str) -> String {
    let Program { script, wasm, style } = files;
    let style = match carried {
        // Before the house style, which comes behind both.
        Some(Carried { css, .. }) => format!("<style>{css}</style><link rel=\"later\" href=\"{style}\">"),
        None => format!("<link rel=\"stylesheet\" href=\"{style}\">"),
    };
    let preload = if wasm.is_empty() {
        String::new()
    } else {
        format!(
            "<link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" fetchpriority=\"low\" \
             crossorigin>"
        )
    };
    format!(
        "<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{}</title><link rel=\"icon\" href=\"{ICON}\">{style}\
         <script type=\"module\" src=\"{script}\" fetchpriority=\"low\"{having}></script>{preload}</head>",
        escaped(title),
    )
}

/// The house that speaks, as in the header.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E\
                    %3Cpath fill='%2300565b' d='M16 3.2 28.8 13v12.6H15.4L8.4 30.4v-4.8H3.2V13z'/%3E%3C/svg%3E";

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The state of a page with steps, for the program to go on from, as JSON that cannot end its own element: `<` is
/// written as an escape, which JSON reads back. Other pages have none.
fn embedded(state: &PageState) -> String {
    let Content::Form(form) = &state.content else { return String::new() };
    let state = FormState { context: state.context.clone(), form: form.clone() };
    let json = state.to_json().replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"page\">{json}</script>")
}
