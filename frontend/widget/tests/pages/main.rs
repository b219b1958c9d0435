//! Every page in every state, with the demo municipality's content, rendered as the server does it.
//!
//! With `BUURTSTEM_PAGES` set to a folder the pages are written there, to be looked at.
#![cfg(feature = "ssr")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, its helping functions too"
)]

mod fixtures;
mod guidelines;

use leptos::prelude::*;
use shared::paths::Place;
use shared::poll::{Answer, QuestionKind};
use shared::proposal::fill::ProposalFilling;
use shared::text::Language;
use widget::act::{POLL, PROPOSAL};
use widget::chart::map::{self, MapChart};
use widget::chart::{Chart, Source, decimal, svg};
use widget::state::{Content, Context, Form, FormState, PageState, PollForm, ProposePage};
use widget::views;

fn html(state: &PageState) -> String {
    Owner::new().with(|| {
        let header = views::site::header(state, None).into_any().to_html();
        let bar = views::site::frame_bar(state).into_any().to_html();
        let main = views::page(state).to_html();
        let footer = views::site::footer(state).into_any().to_html();
        format!("{header}{bar}<main id=\"app\" tabindex=\"-1\">{main}</main>{footer}")
    })
}

fn every_page() -> Vec<(String, PageState)> {
    let languages = Language::ALL.map(|language| fixtures::pages(language, Place::Page));
    let frames = fixtures::pages(Language::Nl, Place::Frame);
    let pages = languages.into_iter().flatten();
    pages.chain(frames.into_iter().map(|(name, state)| (format!("frame-{name}"), state))).collect()
}

#[test]
fn every_page_has_one_heading_and_no_style_attribute() {
    for (name, state) in every_page() {
        let html = html(&state);
        assert_eq!(html.matches("<h1").count(), 1, "{name}: {html}");
        assert!(!html.contains(" style="), "{name} has a style attribute, which the policy forbids");
        assert!(!html.contains("<script") && !html.contains(" onclick"), "{name} has inline script");
    }
}

#[test]
fn every_id_stands_once_and_every_reference_leads_somewhere() {
    for (name, state) in every_page() {
        let html = html(&state);
        let ids: Vec<&str> = attributes(&html, "id").collect();
        for id in &ids {
            assert_eq!(ids.iter().filter(|other| other == &id).count(), 1, "{name}: id {id}");
        }
        for attribute in ["for", "aria-describedby", "aria-labelledby"] {
            for reference in attributes(&html, attribute).flat_map(str::split_whitespace) {
                assert!(ids.contains(&reference), "{name}: {attribute}={reference} leads nowhere");
            }
        }
        for link in attributes(&html, "href").filter_map(|href| href.strip_prefix('#')) {
            assert!(ids.contains(&link), "{name}: a link to #{link} leads nowhere");
        }
    }
}

/// Nothing is refused for a word; whom to call stands above everything else from there on.
#[test]
fn words_of_danger_lead_to_112_first() {
    for (name, mut state) in fixtures::pages(Language::Nl, Place::Page) {
        let Content::Form(Form::Propose(page)) = &mut state.content else { continue };
        let ProposePage { filling, .. } = page.as_mut();
        let first = |state: &PageState| {
            let html = html(state);
            let main = html.split_once("<main").unwrap().1.to_owned();
            Some((main.find("danger-title")?, main.find("<h1")?)).map(|(danger, heading)| danger < heading)
        };
        filling.draft.what = "Er loopt iemand met een mes.".into();
        let step = filling.step;
        let is_first = step == shared::proposal::fill::ProposalStep::Idea;
        assert_eq!(first(&state), Some(!is_first), "{name}");
        let Content::Form(Form::Propose(page)) = &mut state.content else { continue };
        page.filling.draft.what = "Meer licht.".into();
        let below = is_first || step == shared::proposal::fill::ProposalStep::Check;
        assert_eq!(first(&state), below.then_some(false), "{name}");
    }
}

/// People write in a language of their own, on whichever page: what they read before sending takes its direction from it.
#[test]
fn what_somebody_wrote_has_a_direction_of_its_own_before_it_is_sent() {
    const WRITTEN: &str = "نريد مصابيح على الدرج.";
    let mut seen = 0;
    for (name, mut state) in fixtures::pages(Language::Nl, Place::Page) {
        match &mut state.content {
            Content::Form(Form::Propose(page)) if name == "propose-check" => page.filling.draft.what = WRITTEN.into(),
            Content::Form(Form::Poll(page)) if name == "poll-every-kind-check" => {
                let questions = page.poll.questions.iter();
                let open = questions.filter(|question| matches!(question.kind, QuestionKind::OpenText));
                let answers = open.map(|question| (question.id.clone(), Answer::Text(WRITTEN.into())));
                page.filling.as_mut().unwrap().answers.extend(answers);
            }
            _ => continue,
        }
        assert!(html(&state).contains(&format!("<div dir=\"auto\">{WRITTEN}</div>")), "{name}: {}", html(&state));
        seen += 1;
    }
    assert_eq!(seen, 2);
}

/// On a page with several fields or forms a sentence alone says nothing.
#[test]
fn a_summary_of_faults_names_the_field() {
    let said = |name: &str, words: &str| {
        let pages = fixtures::pages(Language::Nl, Place::Page);
        let (_, state) = pages.iter().find(|(page, _)| page == name).unwrap();
        let html = html(state).replace("<!>", "");
        assert!(html.contains(&format!(">{words}</a>")), "{name}: {html}");
    };
    said("initiative-join-fault", "Wat kunt u doen? Vul hier iets in.");
    said("follow-rating", "Waarom? Vul hier iets in.");
    said("follow-task-fault", "Wat moet er gebeuren? Vul hier iets in.");
}

#[test]
fn links_that_leave_the_frame_open_beside_it() {
    let mut outside = 0;
    for (name, state) in fixtures::pages(Language::Nl, Place::Frame) {
        let html = html(&state);
        for tag in html.split("<a ").skip(1).map(|rest| rest.split('>').next().unwrap()) {
            if tag.contains("href=\"http") {
                assert!(tag.contains("target=\"_blank\"") && tag.contains("noopener"), "{name}: {tag}");
                outside += 1;
            }
        }
    }
    assert!(outside > 0, "the receipt has one at least");
}

#[test]
fn links_of_a_frame_stay_in_the_frame_and_keep_its_host() {
    for (name, state) in fixtures::pages(Language::Nl, Place::Frame) {
        let html = html(&state);
        // A file is downloaded, not shown: it is the same in the frame and outside.
        // What no frame may show opens beside it.
        let html = html.split("<a ").filter(|link| !link.contains("target=\"_blank\"")).collect::<Vec<_>>().join("<a ");
        let shown = |href: &&str| href.starts_with('/') && !href.starts_with("/api/");
        for address in attributes(&html, "href").chain(attributes(&html, "action")).filter(shown) {
            let (page, query) = address.split_once('?').unwrap_or_default();
            let host = query.split("&amp;stap=").next();
            assert!(
                page.starts_with("/frame/v1/waterdam/") && host == Some("host=https://www.waterdam.example"),
                "{name}: {address}"
            );
        }
    }
}

#[test]
fn the_state_survives_the_way_into_the_page_and_out_of_it() {
    for (name, state) in every_page() {
        let Content::Form(form) = state.content else { continue };
        // What stands in the form itself, or around the content, does not travel beside it.
        let form = match form {
            Form::Poll(page) => Form::Poll(Box::new(PollForm::of(page.poll))),
            Form::Propose(page) => {
                let filling = ProposalFilling::start();
                Form::Propose(Box::new(ProposePage { filling, route: None, keys: None, trouble: None, ..*page }))
            }
            Form::Receipt(_) => continue,
        };
        let context = Context { languages: Vec::new(), contact: None, ..state.context };
        let (own, other) = match form {
            Form::Poll(_) => (&POLL, &PROPOSAL),
            Form::Propose(_) | Form::Receipt(_) => (&PROPOSAL, &POLL),
        };
        let mut state = FormState { context, form };
        without_codes(&mut state);
        let words = || serde_json::from_str(&state.to_json()).unwrap();
        assert_eq!(FormState::read(words(), own).as_ref(), Some(&state), "{name}");
        assert_eq!(FormState::read(words(), other), None, "{name}");
    }
    assert_eq!(FormState::read(vec!["0".into(), "1".into()], &POLL), None);
}

/// The first page of a poll carries the style that it and its steps are drawn with, and asks for no other. So no rule of
/// the rest of the style sheet may be about anything on them.
#[test]
fn a_poll_needs_no_style_but_the_one_it_carries() {
    let sheet = |path: &str| std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let all = sheet("css/widget.css");
    let rest = all.split("@import \"").skip(1).map(|line| line.split('"').next().unwrap());
    let rest: Vec<String> =
        rest.filter(|path| *path != "./poll.css").map(|path| sheet(&format!("css/{path}"))).collect();
    assert_eq!(rest.len(), 3);
    let rules: Vec<String> = rest.iter().chain([&all]).flat_map(|css| selectors(css)).collect();
    assert!(rules.len() > 100, "{}", rules.len());
    let mut looked_at = 0;
    for (name, state) in every_page() {
        let Content::Form(Form::Poll(_)) = state.content else { continue };
        let html = html(&state);
        let used: Vec<&str> = attributes(&html, "class").flat_map(str::split_whitespace).collect();
        let body = if state.context.place == Place::Frame { "frame-body" } else { "page-body" };
        for rule in &rules {
            let mut classes = rule
                .split('.')
                .skip(1)
                .map(|rest| rest.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).next().unwrap());
            let elsewhere = classes.any(|class| class != body && !used.contains(&class));
            // Values for what else the rest draws, and tables: polls have none.
            let values = rule.starts_with(":root") && !rule.contains(' ');
            let table = ["table", "caption", "th", "td", "tr"].iter().any(|part| rule.contains(part));
            assert!(
                elsewhere || values || (table && !html.contains("<table")),
                "{name} is drawn with {rule:?}, which stands in none of the files of poll.css"
            );
        }
        looked_at += 1;
    }
    assert!(looked_at > 20, "{looked_at}");
}

/// Every selector of a style sheet. Those that begin with an attribute or element stand there with it.
fn selectors(css: &str) -> Vec<String> {
    let mut plain = String::new();
    for (place, part) in css.split("/*").enumerate() {
        plain.push_str(if place == 0 { part } else { part.split_once("*/").unwrap().1 });
    }
    let before = plain.split('{').map(|part| part.rsplit(['}', ';']).next().unwrap().trim().to_owned());
    let lists = before.filter(|list| !list.is_empty() && !list.starts_with('@'));
    let mut depth = 0_i32;
    let apart = |c: char| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if c == ',' && depth == 0 { '\n' } else { c }
    };
    let lists = lists.collect::<Vec<_>>().join("\n").chars().map(apart).collect::<String>();
    lists.lines().map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
}

/// What officials know of areas is not in any page.
fn without_codes(state: &mut FormState) {
    let areas = match &mut state.form {
        Form::Poll(page) => &mut page.areas,
        Form::Propose(page) => &mut page.areas,
        Form::Receipt(_) => return,
    };
    for area in areas {
        (area.cbs, area.network_level) = (None, None);
    }
}

#[test]
fn a_page_without_script_stays_small() {
    // Before compression, which leaves about a tenth: pictures and tables repeat themselves. What goes over the line
    // has its limit in `cargo xtask size`.
    for (name, state) in every_page() {
        assert!(html(&state).len() < 80_000, "{name} has {} bytes", html(&state).len());
    }
}

#[test]
fn pages_can_be_looked_at() {
    let Ok(folder) = std::env::var("BUURTSTEM_PAGES") else { return };
    for (name, state) in every_page() {
        let (language, direction) = (state.context.language.tag(), state.context.language.direction());
        let class = if state.context.place == Place::Frame { "frame-body" } else { "page-body" };
        let title = views::title(&state);
        let body = html(&state);
        let document = format!(
            "<!doctype html><html lang=\"{language}\" dir=\"{direction}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <link rel=\"stylesheet\" href=\"widget.css\"></head><body class=\"{class}\">{body}</body></html>"
        );
        std::fs::write(format!("{folder}/{language}-{name}.html"), document).unwrap();
        for (picture, svg) in pictures(&state) {
            std::fs::write(format!("{folder}/{language}-{name}-{picture}.svg"), svg).unwrap();
        }
    }
}

/// Every picture of the figures on a page, as a file.
fn pictures(state: &PageState) -> Vec<(String, String)> {
    let Content::Results(page) = &state.content else { return Vec::new() };
    let Some(published) = &page.view.results else { return Vec::new() };
    let language = state.context.language;
    let source = Source {
        municipality: &state.context.municipality,
        poll: &page.view.poll.title.text,
        area: None,
        ballots: published.total.ballots,
        counted_on: &state.context.date(published.on),
    };
    let charts = page.view.poll.questions.iter().flat_map(|question| Chart::of(language, question, &published.total));
    let charts = charts.map(|chart| (chart.name(), svg(language, &chart, &source)));
    let map = page.map.as_ref().unwrap();
    let questions = page.view.poll.questions.iter();
    let maps = questions.filter_map(|question| MapChart::of(language, question, published, map, &page.areas));
    charts.chain(maps.map(|chart| (chart.name(), map::svg(language, &chart, map, &source)))).collect()
}

#[test]
fn every_picture_has_a_file_and_every_link_to_one_is_right() {
    let mut links = 0;
    for (name, state) in every_page() {
        let pictures = pictures(&state);
        let html = html(&state);
        for link in attributes(&html, "href").filter(|link| link.contains("/grafieken/")) {
            let file = link.split('?').next().unwrap().rsplit('/').next().unwrap();
            assert!(pictures.iter().any(|(picture, _)| format!("{picture}.svg") == file), "{name}: {link}");
            links += 1;
        }
        assert_eq!(html.matches("role=\"img\"").count(), pictures.len(), "{name}");
    }
    assert!(links > 10, "{links}");
}

/// A picture is one thing for who does not see it: its figures stand in the table beside it.
#[test]
fn every_mean_and_its_margin_stand_in_a_table() {
    let mut means = 0;
    for (name, state) in every_page() {
        let Content::Results(page) = &state.content else { continue };
        let Some(set) = &page.view.results else { continue };
        let html = html(&state).replace("<!>", "");
        let groups = set.backgrounds.iter().flat_map(|background| &background.groups).map(|group| &group.questions);
        let all = [&set.total].into_iter().chain(&set.areas).map(|area| &area.questions).chain(groups);
        for mean in all.flatten().filter_map(|found| found.mean) {
            let [value, low, high] =
                [mean.value, mean.low, mean.high].map(|number| decimal(state.context.language, number));
            let row = match state.context.language {
                Language::Nl => format!("{value} (marge {low} tot {high})</td>"),
                Language::En => format!("{value} (margin {low} to {high})</td>"),
                Language::Tr => format!("{value} (hata payı {low} – {high})</td>"),
                Language::Ar => format!("{value} (هامش الخطأ من {low} إلى {high})</td>"),
                Language::Pl => format!("{value} (margines od {low} do {high})</td>"),
                Language::Uk => format!("{value} (похибка від {low} до {high})</td>"),
            };
            assert!(html.contains(&row), "{name}: {row}");
            means += 1;
        }
    }
    assert!(means > 10, "{means}");
}

#[test]
fn every_link_to_a_picture_has_a_name_of_its_own() {
    for (name, state) in every_page() {
        let html = html(&state);
        let files = html.split("class=\"picture-files").skip(1).map(|part| part.split("</p>").next().unwrap());
        let names: Vec<&str> = files.flat_map(|part| attributes(part, "aria-label").collect::<Vec<_>>()).collect();
        for one in &names {
            assert_eq!(names.iter().filter(|other| other == &one).count(), 1, "{name}: {one}");
        }
    }
}

/// The values of an attribute, in the order of the page.
fn attributes<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {name}=\"");
    let length = start.len();
    html.match_indices(&start)
        .map(move |(place, _)| html[place + length..].split('"').next().unwrap())
        .collect::<Vec<_>>()
        .into_iter()
}

/// Who is sent on reads by when there is an answer: the day where one is known, else how the law counts.
#[test]
fn who_is_sent_on_reads_the_term() {
    let said = |name: &str, words: &str| {
        let pages = fixtures::pages(Language::Nl, Place::Page);
        let (_, state) = pages.iter().find(|(page, _)| page == name).unwrap();
        assert!(html(state).contains(words), "{name}: {words}");
    };
    said("follow-complaint", "Zij antwoorden u uiterlijk 1 juni 2027 over uw klacht.");
    said("follow-objection", "Zij beslissen binnen 6 weken over uw bezwaar.");
    said("follow-report", "U hoort van ons hoe het afloopt.");
}
