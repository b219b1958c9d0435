//! "Volg het nieuws": every feed of the municipality with its address, by area and by topic. The page is drawn here
//! alone: the residents' program never needs it.

use axum::response::Response;
use leptos::prelude::*;
use shared::{
    area::AreaKind,
    paths::{self, Page},
    text::{Language, Phrase},
};
use ui::PageHeader;

use super::{
    push,
    visit::Visit,
    words::{ar, pl, tr, uk},
};

pub(super) async fn show(visit: Visit) -> Response {
    let words = words(visit.language);
    let main = Owner::new().with(|| content(&visit, words).to_html());
    visit.drawn(words.title, |language| paths::news(&visit.slug, language), &main)
}

fn content(visit: &Visit, words: &'static Words) -> impl IntoView {
    let whole = (words.whole)(&visit.snapshot.settings.name);
    view! {
        <div class="page">
            <PageHeader title=words.title />
            {push::offer(visit.context(), &visit.snapshot, false)}
            <section class="page__section" aria-labelledby="reader">
                <h2 id="reader">{words.reader}</h2>
                <p>{words.lead}</p>
                <p>{words.how}</p>
                <p>
                    <a href=visit.url(&Page::Feed)>{whole}</a>
                </p>
            </section>
            <section class="page__section" aria-labelledby="by-area">
                <h2 id="by-area">{words.by_area}</h2>
                {areas(visit)}
            </section>
            <section class="page__section" aria-labelledby="by-topic">
                <h2 id="by-topic">{words.by_topic}</h2>
                {topics(visit)}
            </section>
        </div>
    }
}

/// Wijken with their buurten. A single building has its feed too, on the pages of the ideas about it.
fn areas(visit: &Visit) -> impl IntoView {
    let all = &visit.snapshot.areas;
    let words = words(visit.language);
    let link = |area: &shared::area::Area| {
        let page = paths::area(&visit.slug, visit.language, &area.id);
        let feed = paths::area_feed(&visit.slug, visit.language, &area.id);
        view! { <a href=page>{area.name.clone()}</a> " – " <a href=feed>{(words.feed_of)(&area.name)}</a> }
    };
    let top: Vec<_> = all
        .iter()
        .filter(|area| area.parent_id.is_none())
        .map(|wijk| {
            let under: Vec<_> = all
                .iter()
                .filter(|area| area.parent_id.as_ref() == Some(&wijk.id) && area.kind == AreaKind::Buurt)
                .map(|buurt| view! { <li>{link(buurt)}</li> })
                .collect();
            let under = (!under.is_empty()).then(|| view! { <ul>{under}</ul> });
            view! { <li>{link(wijk)} {under}</li> }
        })
        .collect();
    view! { <ul>{top}</ul> }
}

fn topics(visit: &Visit) -> impl IntoView {
    let all = &visit.snapshot.topics;
    let link = |topic: &shared::topic::Topic| {
        let address = paths::topic_feed(&visit.slug, visit.language, &topic.id);
        let Phrase { text, lang } = topic.name.in_language(visit.language);
        let lang = (lang != visit.language).then(|| lang.tag());
        view! { <a href=address lang=lang>{text}</a> }
    };
    let top: Vec<_> = all
        .iter()
        .filter(|topic| topic.parent_id.is_none())
        .map(|main| {
            let under: Vec<_> = all
                .iter()
                .filter(|topic| topic.parent_id.as_ref() == Some(&main.id))
                .map(|topic| view! { <li>{link(topic)}</li> })
                .collect();
            let under = (!under.is_empty()).then(|| view! { <ul>{under}</ul> });
            view! { <li>{link(main)} {under}</li> }
        })
        .collect();
    view! { <ul>{top}</ul> }
}

pub(in crate::pages) struct Words {
    pub(in crate::pages) title: &'static str,
    pub(in crate::pages) reader: &'static str,
    pub(in crate::pages) lead: &'static str,
    pub(in crate::pages) how: &'static str,
    pub(in crate::pages) whole: fn(&str) -> String,
    pub(in crate::pages) by_area: &'static str,
    pub(in crate::pages) feed_of: fn(&str) -> String,
    pub(in crate::pages) by_topic: &'static str,
}

const fn words(language: Language) -> &'static Words {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
        Language::Tr => &tr::NEWS,
        Language::Ar => &ar::NEWS,
        Language::Pl => &pl::NEWS,
        Language::Uk => &uk::NEWS,
    }
}

const NL: Words = Words {
    title: "Volg het nieuws van uw buurt",
    reader: "Met een nieuwslezer",
    lead: "Een nieuwslezer laat u zien wat er nieuw is: peilingen, antwoorden en ideeën uit de buurt. U hoeft geen \
           e-mailadres achter te laten.",
    how: "Kies wat u wilt volgen. Kopieer het adres van de link en plak het in uw nieuwslezer (Atom). Met de naam van \
          een wijk of buurt komt u op de pagina daarvan.",
    whole: |name| format!("Al het nieuws van {name}"),
    by_area: "Uw wijk of buurt",
    feed_of: |name| format!("nieuws van {name} volgen"),
    by_topic: "Een onderwerp",
};

const EN: Words = Words {
    title: "Follow the news of your neighbourhood",
    reader: "With a news reader",
    lead: "A news reader shows you what is new: polls, answers and ideas from the neighbourhood. You do not have to \
           leave an e-mail address.",
    how: "Choose what you want to follow. Copy the address of the link and paste it into your news reader (Atom). The \
          name of a district or neighbourhood leads to its page.",
    whole: |name| format!("All news of {name}"),
    by_area: "Your district or neighbourhood",
    feed_of: |name| format!("follow the news of {name}"),
    by_topic: "A topic",
};
