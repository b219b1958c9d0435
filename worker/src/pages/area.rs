//! An area as residents see it: what is asked there, what residents started, what came of it, and whom they can ask.
//!
//! No list on it is ever empty: where there is nothing, it says what one can do, and with whom. Everything comes from
//! the public snapshot. The page is drawn here alone: the residents' program never needs it.

use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use shared::{
    agreements::POLICE_NUMBERS,
    area::{Area, lies_within},
    case::PublicStatus,
    ids::{AreaId, TopicId},
    paths::{self, Page},
    poll::PollStatus,
    wire::public::{ContactView, InitiativeSummary, PollSummary},
};
use ui::{Badge, ButtonKind, Card, IntoAny, LinkButton, PageHeader, Tone, Words as Marked, phone_link, with_phones};
use widget::views::last_day;

use super::{
    feed,
    visit::Visit,
    words::area::{Words, words},
};
use crate::{
    http::extract::Path,
    objects::municipality::{areas::PublicAreaContact, cases::PublicInitiative},
    refusal::Refusal,
};

#[derive(Deserialize)]
pub(super) struct AreaPath {
    area_id: AreaId,
}

/// An area that is gone has no page.
pub(super) async fn show(visit: Visit, Path(AreaPath { area_id }): Path<AreaPath>) -> Result<Response, Refusal> {
    let area = visit.snapshot.areas.iter().find(|area| area.id == area_id).ok_or(Refusal::NotFound)?;
    let words = words(visit.language);
    let main = Owner::new().with(|| content(&visit, area, words).to_html());
    Ok(visit.drawn(&area.name, |language| paths::area(&visit.slug, language, &area.id), &main))
}

fn content(visit: &Visit, area: &Area, words: &'static Words) -> impl IntoView {
    let around = above(visit, area).map(|(_, name)| name).collect::<Vec<_>>().join(", ");
    let kind = (words.kind)(area.kind);
    let over = if around.is_empty() { kind.to_owned() } else { (words.kind_in)(kind, &around) };
    view! {
        <div class="page">
            <PageHeader above=over title=area.name.clone() lead=words.lead />
            {polls(visit, area, words)}
            {initiatives(visit, area, words)}
            {contacts(visit, area, words)}
            <section class="panel panel--accent" aria-labelledby="own-title">
                <h2 id="own-title">{words.own_title}</h2>
                <p>{words.own_text}</p>
                <LinkButton href=visit.url(&Page::Propose)>{words.propose}</LinkButton>
            </section>
            {elsewhere(visit, area, words)}
        </div>
    }
}

/// What the area lies in, from near to far.
fn above<'a>(visit: &'a Visit, area: &Area) -> impl Iterator<Item = (&'a AreaId, String)> {
    let all = &visit.snapshot.areas;
    let parent = |id: Option<&AreaId>| all.iter().find(|other| Some(&other.id) == id);
    let first = parent(area.parent_id.as_ref());
    std::iter::successors(first, move |area| parent(area.parent_id.as_ref()))
        .take(all.len())
        .map(|area| (&area.id, area.name.clone()))
}

fn polls(visit: &Visit, area: &Area, words: &'static Words) -> impl IntoView {
    let all = visit.snapshot.all_areas();
    let about = |summary: &PollSummary| {
        visit.snapshot.polls.find(&summary.id).is_some_and(|poll| feed::asks_in(poll, &area.id, &all))
    };
    let here: Vec<PollSummary> =
        visit.snapshot.polls.list(visit.language, visit.edge.now()).into_iter().filter(about).collect();
    let card = |poll: &PollSummary| {
        let day = visit.date(last_day(poll.closes_at));
        let state = match poll.status {
            PollStatus::Open | PollStatus::Planned => (words.open_until)(&day),
            PollStatus::Reported => words.reported.to_owned(),
            _ => words.closed.to_owned(),
        };
        let strong = poll.status == PollStatus::Open;
        view! {
            <Card href=visit.url(&Page::Poll(&poll.id)) title=visit.phrase(&poll.title) strong=strong>
                <p class="card__meta"><span>{state}</span></p>
            </Card>
        }
    };
    let cards: Vec<_> = here.iter().map(card).collect();
    let body = if cards.is_empty() {
        view! {
            <p>{words.no_polls}</p>
            <p><a href=paths::news(&visit.slug, visit.language)>{words.to_news}</a></p>
        }
        .into_any()
    } else {
        view! { <ul class="cards">{cards}</ul> }.into_any()
    };
    view! {
        <section class="page__section" aria-labelledby="polls-title">
            <h2 id="polls-title">{words.polls}</h2>
            {body}
        </section>
    }
}

/// What residents started here, and apart from that what came of earlier ideas.
fn initiatives(visit: &Visit, area: &Area, words: &'static Words) -> impl IntoView {
    let all = &visit.snapshot.areas;
    let here = visit.snapshot.cases.initiatives.iter().filter(|one| lies_within(all, &one.area_id, &area.id));
    let here = here.map(|one| one.summary(visit.language));
    let (done, going): (Vec<_>, Vec<_>) = here.partition(|one| one.status == PublicStatus::Done);
    let cards = |list: &[InitiativeSummary]| -> Vec<_> { list.iter().map(|one| card(visit, one)).collect() };
    let going = if going.is_empty() {
        view! { <p>{words.no_initiatives}</p> }.into_any()
    } else {
        view! { <ul class="cards">{cards(&going)}</ul> }.into_any()
    };
    let done = if done.is_empty() {
        view! { <p>{words.nothing_done}</p> }.into_any()
    } else {
        view! { <ul class="cards">{cards(&done)}</ul> }.into_any()
    };
    view! {
        <section class="page__section" aria-labelledby="initiatives-title">
            <h2 id="initiatives-title">{words.initiatives}</h2>
            {going}
        </section>
        <section class="page__section" aria-labelledby="done-title">
            <h2 id="done-title">{words.done}</h2>
            {done}
        </section>
        {experienced(visit, area, words)}
    }
}

/// More than anybody reads.
const MOST_EXPERIENCED: usize = 6;

/// Residents who answer questions: of this place first, then of others who did what somebody wants here.
fn experienced(visit: &Visit, area: &Area, words: &'static Words) -> impl IntoView {
    let all = &visit.snapshot.areas;
    let is_here = |one: &&PublicInitiative| lies_within(all, &one.area_id, &area.id);
    let initiatives = &visit.snapshot.cases.initiatives;
    let wanted = |topic: Option<&TopicId>| {
        topic.is_some() && initiatives.iter().any(|one| is_here(&one) && one.topic_id.as_ref() == topic)
    };
    let sharing = || initiatives.iter().filter(|one| one.experience);
    let elsewhere = sharing().filter(|one| !is_here(one) && wanted(one.topic_id.as_ref()));
    let shown: Vec<_> = sharing()
        .filter(is_here)
        .chain(elsewhere)
        .take(MOST_EXPERIENCED)
        .map(|one| one.summary(visit.language))
        .collect();
    let texts = visit.texts().experience();
    let people = (!shown.is_empty()).then(|| {
        view! {
            <p>{texts.elsewhere_text}</p>
            <ul class="cards">{visit.cards_of_experienced(&shown)}</ul>
        }
    });
    view! {
        <section class="page__section" aria-labelledby="experience-title">
            <h2 id="experience-title">{texts.elsewhere}</h2>
            {people}
            <p>{words.experience} " " <a href="#contacts-title">{words.to_contacts}</a></p>
        </section>
    }
}

fn card(visit: &Visit, initiative: &InitiativeSummary) -> impl IntoView + use<> {
    let marked = initiative.language != visit.language;
    let title = Marked { text: initiative.title.clone(), lang: marked.then(|| initiative.language.tag()) };
    let texts = visit.texts().initiatives();
    let tone = match initiative.status {
        PublicStatus::Done | PublicStatus::Planned => Tone::Good,
        PublicStatus::NotDone => Tone::Bad,
        _ => Tone::Info,
    };
    view! {
        <Card href=visit.url(&Page::Initiative(&initiative.id)) title=title>
            <p class="card__meta"><span>{initiative.area.clone()}</span> <span>{initiative.partner.clone()}</span></p>
            <Badge tone=tone words=(texts.status)(initiative.status) />
        </Card>
    }
}

/// Whom one can ask: of this area first, then of what it lies in; the municipality always.
fn contacts(visit: &Visit, area: &Area, words: &'static Words) -> impl IntoView {
    let places = std::iter::once((&area.id, area.name.clone())).chain(above(visit, area));
    let persons: Vec<_> = places
        .flat_map(|(id, name)| {
            let here = visit.snapshot.area_contacts.iter().filter(move |contact| &contact.area_id == id);
            here.map(move |contact| (contact, name.clone()))
        })
        .filter_map(|(contact, name)| person(visit, contact, name))
        .collect();
    let persons = if persons.is_empty() {
        view! { <p>{words.no_contacts}</p> }.into_any()
    } else {
        view! { <ul class="cards">{persons}</ul> }.into_any()
    };
    let ContactView { phone, hours, person } = visit.snapshot.contact(visit.language);
    let person = person.map(|person| view! { <p>{words.contact_person} " " <strong>{person}</strong></p> });
    view! {
        <section class="page__section" aria-labelledby="contacts-title">
            <h2 id="contacts-title" tabindex="-1">{words.contacts}</h2>
            <p>{with_phones(words.danger, &POLICE_NUMBERS)}</p>
            {persons}
            <div class="panel">
                <h3>{visit.snapshot.settings.name.clone()}</h3>
                {person}
                <p>{words.call} " " {phone_link(&phone)}</p>
                <p class="soft">{visit.phrase(&hours).view()}</p>
            </div>
        </section>
    }
}

fn person(visit: &Visit, contact: &PublicAreaContact, place: String) -> Option<impl IntoView + use<>> {
    let partner = visit.snapshot.partners.iter().find(|partner| partner.id == contact.partner_id)?;
    let partner = format!("{} ({})", partner.name, partner.kind.label(visit.language));
    let phone = contact.phone.as_deref().map(|phone| view! { <p>{phone_link(phone)}</p> });
    let email = contact.email.clone().map(|email| {
        let address = format!("mailto:{email}");
        view! { <p><a href=address dir="ltr">{email}</a></p> }
    });
    Some(view! {
        <li>
            <article class="card">
                <h3>{contact.name.clone()}</h3>
                <p class="card__meta"><span>{contact.role.label(visit.language)}</span> <span>{partner}</span> <span>{place}</span></p>
                {phone}
                {email}
            </article>
        </li>
    })
}

/// What lies in the area, what it lies in, and its news.
fn elsewhere(visit: &Visit, area: &Area, words: &'static Words) -> impl IntoView {
    let link = |id: &AreaId, name: String| {
        let address = paths::area(&visit.slug, visit.language, id);
        view! { <li><a href=address>{name}</a></li> }
    };
    let under = visit.snapshot.areas.iter().filter(|other| other.parent_id.as_ref() == Some(&area.id));
    let links: Vec<_> = above(visit, area)
        .chain(under.map(|other| (&other.id, other.name.clone())))
        .map(|(id, name)| link(id, name))
        .collect();
    let near = (!links.is_empty()).then(|| {
        view! {
            <h2 id="near-title">{words.near}</h2>
            <ul>{links}</ul>
        }
    });
    let feed = paths::area_feed(&visit.slug, visit.language, &area.id);
    view! {
        <section class="page__section" aria-label=words.near>
            {near}
            <p><a href=feed>{(words.feed)(&area.name)}</a></p>
            <LinkButton kind=ButtonKind::Secondary href=visit.url(&Page::Home)>{words.home}</LinkButton>
        </section>
    }
}
