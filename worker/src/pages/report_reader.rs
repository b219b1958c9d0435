//! The addresses in the mail to who wants the outcome of a poll: "Bevestig mijn e-mailadres" and "Toch geen mail
//! ontvangen".

use axum::response::Response;
use serde::Deserialize;
use shared::{ids::ReaderId, paths, text::Language};
use ui::Tone;

use super::{
    proved::{Step, check, says},
    visit::Visit,
    words::tr,
};
use crate::{
    auth::stop_token::Purpose,
    http::extract::Path,
    objects::municipality::polls::readers::{ConfirmReader, StopReader},
    refusal::Refusal,
};

#[derive(Deserialize)]
pub(super) struct ReaderPath {
    reader_id: ReaderId,
    proof: String,
}

impl ReaderPath {
    fn check(&self, visit: &Visit, purpose: Purpose) -> Result<(), Refusal> {
        check(visit, purpose, self.reader_id.as_str(), &self.proof)
    }

    fn confirm(&self, visit: &Visit) -> impl Fn(Language) -> String {
        |language| paths::confirm_reader(&visit.slug, language, &self.reader_id, &self.proof)
    }

    fn stop(&self, visit: &Visit) -> impl Fn(Language) -> String {
        |language| paths::stop_reader(&visit.slug, language, &self.reader_id, &self.proof)
    }
}

pub(super) async fn ask_to_confirm(visit: Visit, Path(path): Path<ReaderPath>) -> Result<Response, Refusal> {
    path.check(&visit, Purpose::ConfirmReader)?;
    Ok(words(visit.language).confirm.ask(&visit, path.confirm(&visit)))
}

pub(super) async fn confirm(visit: Visit, Path(path): Path<ReaderPath>) -> Result<Response, Refusal> {
    path.check(&visit, Purpose::ConfirmReader)?;
    let kept = visit.edge.municipality(&visit.slug, &ConfirmReader { id: path.reader_id.clone() }).await?;
    let words = words(visit.language);
    let address = path.confirm(&visit);
    Ok(if kept {
        words.confirm.done(&visit, address)
    } else {
        says(&visit, words.gone_title, words.gone, Tone::Warn, address)
    })
}

pub(super) async fn ask_to_stop(visit: Visit, Path(path): Path<ReaderPath>) -> Result<Response, Refusal> {
    path.check(&visit, Purpose::StopReader)?;
    Ok(words(visit.language).stop.ask(&visit, path.stop(&visit)))
}

pub(super) async fn stop(visit: Visit, Path(path): Path<ReaderPath>) -> Result<Response, Refusal> {
    path.check(&visit, Purpose::StopReader)?;
    visit.edge.municipality(&visit.slug, &StopReader { id: path.reader_id.clone() }).await?;
    Ok(words(visit.language).stop.done(&visit, path.stop(&visit)))
}

pub(in crate::pages) struct Words {
    pub(in crate::pages) confirm: Step,
    pub(in crate::pages) stop: Step,
    pub(in crate::pages) gone_title: &'static str,
    pub(in crate::pages) gone: &'static str,
}

const fn words(language: Language) -> &'static Words {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
        Language::Tr => &tr::READER,
    }
}

const NL: Words = Words {
    confirm: Step {
        title: "Wilt u een mail met de uitkomst?",
        lead: "Druk op de knop. Dan sturen wij u één mail als de uitkomst van de peiling bekend is. Daarna wissen wij uw \
               e-mailadres. Uw adres staat los van uw antwoorden.",
        what: None,
        button: "Ja, stuur mij de mail",
        done_title: "U krijgt een mail met de uitkomst",
        done: "Is de uitkomst bekend? Dan krijgt u één mail. Daarna wissen wij uw e-mailadres.",
    },
    stop: Step {
        title: "Wilt u toch geen mail?",
        lead: "Druk op de knop. Dan wissen wij uw e-mailadres. U kunt de uitkomst gewoon op de site lezen.",
        what: None,
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
        what: None,
        button: "Yes, send me the mail",
        done_title: "You get a mail with the outcome",
        done: "When the outcome is known, you get one mail. After that we erase your e-mail address.",
    },
    stop: Step {
        title: "Do you want no mail after all?",
        lead: "Press the button. Then we erase your e-mail address. You can read the outcome on the site as well.",
        what: None,
        button: "Erase my e-mail address",
        done_title: "You get no mail",
        done: "We have erased your e-mail address. You can read the outcome on the page of the poll.",
    },
    gone_title: "This link does not work any more",
    gone: "We have erased your e-mail address already. We do so after 7 days, or when you have had the mail. Do you want a \
           mail after all? Go to the poll and ask for it again.",
};
