//! The addresses in the mail to who wants the outcome of a poll: "Bevestig mijn e-mailadres" and "Toch geen mail
//! ontvangen". Opening one changes nothing, because mail programs and scanners open links by themselves; the button
//! does. What is posted does not matter, so it is not read.
//!
//! The pages are drawn here alone: the residents' program never needs them.

use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use shared::{ids::ReaderId, paths, text::Language};
use ui::{Button, Notice, PageHeader, Tone};
use widget::state::{Content, Failure};

use super::visit::Visit;
use crate::{
    auth::stop_token::{self, Purpose},
    http::extract::Path,
    objects::municipality::polls::readers::{ConfirmReader, StopReader},
    refusal::Refusal,
};

#[derive(Deserialize)]
pub(super) struct ReaderPath {
    reader_id: ReaderId,
    proof: String,
}

pub(super) async fn ask_to_confirm(visit: Visit, Path(path): Path<ReaderPath>) -> Result<Response, Refusal> {
    check(&visit, Purpose::ConfirmReader, &path)?;
    let action = paths::confirm_reader(&visit.slug, visit.language, &path.reader_id, &path.proof);
    Ok(asking(&visit, &words(visit.language).confirm, action))
}

pub(super) async fn confirm(visit: Visit, Path(path): Path<ReaderPath>) -> Result<Response, Refusal> {
    check(&visit, Purpose::ConfirmReader, &path)?;
    let kept = visit.edge.municipality(&visit.slug, &ConfirmReader { id: path.reader_id }).await?;
    let words = words(visit.language);
    Ok(if kept {
        done(&visit, words.confirm.done_title, words.confirm.done, Tone::Good)
    } else {
        done(&visit, words.gone_title, words.gone, Tone::Warn)
    })
}

pub(super) async fn ask_to_stop(visit: Visit, Path(path): Path<ReaderPath>) -> Result<Response, Refusal> {
    check(&visit, Purpose::StopReader, &path)?;
    let action = paths::stop_reader(&visit.slug, visit.language, &path.reader_id, &path.proof);
    Ok(asking(&visit, &words(visit.language).stop, action))
}

pub(super) async fn stop(visit: Visit, Path(path): Path<ReaderPath>) -> Result<Response, Refusal> {
    check(&visit, Purpose::StopReader, &path)?;
    visit.edge.municipality(&visit.slug, &StopReader { id: path.reader_id }).await?;
    let words = &words(visit.language).stop;
    Ok(done(&visit, words.done_title, words.done, Tone::Good))
}

/// A wrong proof and a request that is not there look the same.
fn check(visit: &Visit, purpose: Purpose, path: &ReaderPath) -> Result<(), Refusal> {
    let keys = &visit.edge.config().hash_keys;
    if stop_token::holds(keys, purpose, visit.slug.as_str(), path.reader_id.as_str(), &path.proof) {
        Ok(())
    } else {
        Err(Refusal::NotFound)
    }
}

fn asking(visit: &Visit, words: &Step, action: String) -> Response {
    let main = Owner::new().with(|| {
        view! {
            <div class="page">
                <PageHeader title=words.title lead=words.lead />
                <form class="form" method="post" action=action>
                    <div class="actions">
                        <Button>{words.button}</Button>
                    </div>
                </form>
            </div>
        }
        .to_html()
    });
    visit.drawn(titled(words.title), &main)
}

fn done(visit: &Visit, title: &'static str, text: &'static str, tone: Tone) -> Response {
    let main = Owner::new().with(|| {
        view! {
            <div class="page">
                <PageHeader title=title />
                <Notice tone=tone announce="status"><p>{text}</p></Notice>
            </div>
        }
        .to_html()
    });
    visit.drawn(titled(title), &main)
}

/// What names the document; the content is drawn above.
fn titled(title: &str) -> Content {
    Content::Failure(Failure::Told { title: title.to_owned(), detail: String::new() })
}

struct Words {
    confirm: Step,
    stop: Step,
    gone_title: &'static str,
    gone: &'static str,
}

/// A page with a button, and what it says afterwards.
struct Step {
    title: &'static str,
    lead: &'static str,
    button: &'static str,
    done_title: &'static str,
    done: &'static str,
}

const fn words(language: Language) -> &'static Words {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

const NL: Words = Words {
    confirm: Step {
        title: "Wilt u een mail met de uitkomst?",
        lead: "Druk op de knop. Dan sturen wij u één mail als de uitkomst van de peiling bekend is. Daarna wissen wij uw \
               e-mailadres. Uw adres staat los van uw antwoorden.",
        button: "Ja, stuur mij de mail",
        done_title: "U krijgt een mail met de uitkomst",
        done: "Is de uitkomst bekend? Dan krijgt u één mail. Daarna wissen wij uw e-mailadres.",
    },
    stop: Step {
        title: "Wilt u toch geen mail?",
        lead: "Druk op de knop. Dan wissen wij uw e-mailadres. U kunt de uitkomst gewoon op de site lezen.",
        button: "Wis mijn e-mailadres",
        done_title: "U krijgt geen mail",
        done: "Wij hebben uw e-mailadres gewist. De uitkomst leest u op de pagina van de peiling.",
    },
    gone_title: "Deze link werkt niet meer",
    gone: "Wij hebben uw e-mailadres al gewist. Dat doen wij na 7 dagen, of als u de mail hebt gehad. Wilt u toch een mail? \
           Ga naar de peiling en vraag er opnieuw om.",
};

const EN: Words = Words {
    confirm: Step {
        title: "Do you want a mail with the outcome?",
        lead: "Press the button. Then we send you one mail when the outcome of the poll is known. After that we erase \
               your e-mail address. Your address is kept apart from your answers.",
        button: "Yes, send me the mail",
        done_title: "You get a mail with the outcome",
        done: "When the outcome is known, you get one mail. After that we erase your e-mail address.",
    },
    stop: Step {
        title: "Do you want no mail after all?",
        lead: "Press the button. Then we erase your e-mail address. You can read the outcome on the site as well.",
        button: "Erase my e-mail address",
        done_title: "You get no mail",
        done: "We have erased your e-mail address. You can read the outcome on the page of the poll.",
    },
    gone_title: "This link does not work any more",
    gone: "We have erased your e-mail address already. We do so after 7 days, or when you have had the mail. Do you want a \
           mail after all? Go to the poll and ask for it again.",
};
