//! "Geen berichten meer ontvangen": the address in every mail to a resident. Opening it changes nothing, because mail
//! programs open links by themselves; the button does, and so does a mail program that posts there when its user asks
//! for no more mail (RFC 8058). What is posted does not matter, so it is not read.
//!
//! The page is drawn here alone: the residents' program never needs it.

use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use shared::{ids::CaseId, paths, text::Language};
use ui::{Button, Notice, PageHeader, Tone};
use widget::state::{Content, Failure};

use super::visit::Visit;
use crate::{
    auth::stop_token::{self, Purpose},
    http::extract::Path,
    objects::municipality::messages::StopMessages,
    refusal::Refusal,
};

#[derive(Deserialize)]
pub(super) struct StopPath {
    case_id: CaseId,
    proof: String,
}

pub(super) async fn show(visit: Visit, Path(path): Path<StopPath>) -> Result<Response, Refusal> {
    check(&visit, &path)?;
    let words = words(visit.language);
    let action = paths::stop_messages(&visit.slug, visit.language, &path.case_id, &path.proof);
    let main = Owner::new().with(|| {
        view! {
            <div class="page">
                <PageHeader title=words.title lead=words.lead />
                <p>{words.what}</p>
                <form class="form" method="post" action=action>
                    <div class="actions">
                        <Button>{words.button}</Button>
                    </div>
                </form>
            </div>
        }
        .to_html()
    });
    Ok(visit.drawn(titled(words.title), &main))
}

pub(super) async fn post(visit: Visit, Path(path): Path<StopPath>) -> Result<Response, Refusal> {
    check(&visit, &path)?;
    let stop = StopMessages { case_id: path.case_id };
    visit.edge.municipality(&visit.slug, &stop).await?;
    let words = words(visit.language);
    let main = Owner::new().with(|| {
        view! {
            <div class="page">
                <PageHeader title=words.done_title />
                <Notice tone=Tone::Good announce="status"><p>{words.done}</p></Notice>
            </div>
        }
        .to_html()
    });
    Ok(visit.drawn(titled(words.done_title), &main))
}

/// A wrong proof and a case that is not there look the same.
fn check(visit: &Visit, path: &StopPath) -> Result<(), Refusal> {
    let keys = &visit.edge.config().hash_keys;
    if stop_token::holds(keys, Purpose::StopMessages, visit.slug.as_str(), path.case_id.as_str(), &path.proof) {
        Ok(())
    } else {
        Err(Refusal::NotFound)
    }
}

/// What names the document; the content is drawn above.
fn titled(title: &str) -> Content {
    Content::Failure(Failure::Told { title: title.to_owned(), detail: String::new() })
}

struct Words {
    title: &'static str,
    lead: &'static str,
    what: &'static str,
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
    title: "Wilt u geen berichten meer?",
    lead: "U krijgt nu een mail als er iets gebeurt met uw idee.",
    what: "Kiest u ‘Stop de berichten’? Dan wissen wij uw e-mailadres. Wij gaan gewoon verder met uw idee. Met uw code \
           kunt u uw idee blijven volgen. Bewaar de code dus goed.",
    button: "Stop de berichten",
    done_title: "U krijgt geen berichten meer",
    done: "Wij hebben uw e-mailadres gewist. Met uw code kunt u uw idee blijven volgen.",
};

const EN: Words = Words {
    title: "Do you want no more messages?",
    lead: "You now get a mail when something happens with your idea.",
    what: "If you choose ‘Stop the messages’, we erase your e-mail address. We go on with your idea as before. With \
           your code you can still follow your idea, so keep the code.",
    button: "Stop the messages",
    done_title: "You get no more messages",
    done: "We have erased your e-mail address. With your code you can still follow your idea.",
};
