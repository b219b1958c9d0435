//! "Geen berichten meer ontvangen": the address in every mail to a resident. The button stops them, and so does a mail
//! program that posts there when its user asks for no more mail (RFC 8058). The same for who offered to help.

use axum::response::Response;
use serde::Deserialize;
use shared::{
    ids::{CaseId, PledgeId},
    paths,
    text::Language,
};

use super::{
    proved::{Step, check},
    visit::Visit,
    words::{ar, pl, tr, uk},
};
use crate::{
    auth::stop_token::Purpose,
    http::extract::Path,
    objects::municipality::messages::{StopMessages, StopPledgeMessages},
    refusal::Refusal,
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
    // Whether others may ask is what everybody sees.
    visit.edge.snapshots().forget(&visit.slug);
    Ok(words(visit.language).done(&visit, path.address(&visit)))
}

#[derive(Deserialize)]
pub(super) struct PledgePath {
    pledge_id: PledgeId,
    proof: String,
}

impl PledgePath {
    fn check(&self, visit: &Visit) -> Result<(), Refusal> {
        check(visit, Purpose::StopPledge, self.pledge_id.as_str(), &self.proof)
    }

    fn address(&self, visit: &Visit) -> impl Fn(Language) -> String {
        |language| paths::stop_pledge(&visit.slug, language, &self.pledge_id, &self.proof)
    }
}

pub(super) async fn show_pledge(visit: Visit, Path(path): Path<PledgePath>) -> Result<Response, Refusal> {
    path.check(&visit)?;
    Ok(pledge_words(visit.language).ask(&visit, path.address(&visit)))
}

pub(super) async fn post_pledge(visit: Visit, Path(path): Path<PledgePath>) -> Result<Response, Refusal> {
    path.check(&visit)?;
    let stop = StopPledgeMessages { pledge_id: path.pledge_id.clone() };
    visit.edge.municipality(&visit.slug, &stop).await?;
    Ok(pledge_words(visit.language).done(&visit, path.address(&visit)))
}

const fn pledge_words(language: Language) -> &'static Step {
    match language {
        Language::Nl => &PLEDGE_NL,
        Language::En => &PLEDGE_EN,
        Language::Tr => &tr::STOP_PLEDGE,
        Language::Ar => &ar::STOP_PLEDGE,
        Language::Pl => &pl::STOP_PLEDGE,
        Language::Uk => &uk::STOP_PLEDGE,
    }
}

const PLEDGE_NL: Step = Step {
    title: "Wilt u geen berichten meer?",
    lead: "U krijgt nu een mail als er een bericht is over het initiatief waaraan u meedoet.",
    what: Some(
        "Kiest u ‘Stop de berichten’? Dan wissen wij uw e-mailadres. U doet nog wel mee. Met uw code leest u de \
           berichten. Bewaar de code dus goed. Wilt u niet meer meedoen? Dat regelt u op uw eigen pagina.",
    ),
    button: "Stop de berichten",
    done_title: "U krijgt geen berichten meer",
    done: "Wij hebben uw e-mailadres gewist. Met uw code leest u de berichten op uw eigen pagina.",
};

const PLEDGE_EN: Step = Step {
    title: "Do you want no more messages?",
    lead: "You now get a mail when there is a message about the initiative that you join.",
    what: Some(
        "If you choose ‘Stop the messages’, we erase your e-mail address. You still join in. With your code you read \
           the messages, so keep the code. Do you want to stop joining? You can do that on your own page.",
    ),
    button: "Stop the messages",
    done_title: "You get no more messages",
    done: "We have erased your e-mail address. With your code you read the messages on your own page.",
};

const fn words(language: Language) -> &'static Step {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
        Language::Tr => &tr::STOP,
        Language::Ar => &ar::STOP,
        Language::Pl => &pl::STOP,
        Language::Uk => &uk::STOP,
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
