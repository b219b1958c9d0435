//! "Geen berichten meer ontvangen": the address in every mail to a resident. The button stops them, and so does a mail
//! program that posts there when its user asks for no more mail (RFC 8058).

use axum::response::Response;
use serde::Deserialize;
use shared::{ids::CaseId, paths, text::Language};

use super::{
    proved::{Step, check},
    visit::Visit,
};
use crate::{
    auth::stop_token::Purpose, http::extract::Path, objects::municipality::messages::StopMessages, refusal::Refusal,
};

#[derive(Deserialize)]
pub(super) struct StopPath {
    case_id: CaseId,
    proof: String,
}

impl StopPath {
    fn check(&self, visit: &Visit) -> Result<(), Refusal> {
        check(visit, Purpose::StopMessages, self.case_id.as_str(), &self.proof)
    }

    fn address(&self, visit: &Visit) -> impl Fn(Language) -> String {
        |language| paths::stop_messages(&visit.slug, language, &self.case_id, &self.proof)
    }
}

pub(super) async fn show(visit: Visit, Path(path): Path<StopPath>) -> Result<Response, Refusal> {
    path.check(&visit)?;
    Ok(words(visit.language).ask(&visit, path.address(&visit)))
}

pub(super) async fn post(visit: Visit, Path(path): Path<StopPath>) -> Result<Response, Refusal> {
    path.check(&visit)?;
    visit.edge.municipality(&visit.slug, &StopMessages { case_id: path.case_id.clone() }).await?;
    Ok(words(visit.language).done(&visit, path.address(&visit)))
}

const fn words(language: Language) -> &'static Step {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

const NL: Step = Step {
    title: "Wilt u geen berichten meer?",
    lead: "U krijgt nu een mail als er iets gebeurt met uw idee.",
    what: Some(
        "Kiest u ‘Stop de berichten’? Dan wissen wij uw e-mailadres. Wij gaan gewoon verder met uw idee. Met uw code \
           kunt u uw idee blijven volgen. Bewaar de code dus goed.",
    ),
    button: "Stop de berichten",
    done_title: "U krijgt geen berichten meer",
    done: "Wij hebben uw e-mailadres gewist. Met uw code kunt u uw idee blijven volgen.",
};

const EN: Step = Step {
    title: "Do you want no more messages?",
    lead: "You now get a mail when something happens with your idea.",
    what: Some(
        "If you choose ‘Stop the messages’, we erase your e-mail address. We go on with your idea as before. With \
           your code you can still follow your idea, so keep the code.",
    ),
    button: "Stop the messages",
    done_title: "You get no more messages",
    done: "We have erased your e-mail address. With your code you can still follow your idea.",
};
