//! A case for the people of a partner that works from mail. The address stands in a mail to the partner's mailbox.
//!
//! Opening it changes nothing and shows nothing of the case: mail programs and scanners open links by themselves. A button
//! asks for a code, which is mailed to the same mailbox; the page that asked keeps a secret in a hidden field, so a code
//! that somebody is talked into passing on opens nothing elsewhere. After that every form carries a short session in a
//! hidden field. No cookie, no script, nothing that is kept.
//!
//! The pages are drawn here alone: the residents' program never needs them.

mod view;
mod words;

use axum::response::Response;
use serde::Deserialize;
use shared::{
    fault::FaultCode,
    ids::{CaseId, PartnerId, base32},
    paths,
    text::Language,
    wire::admin::{CaseDetail, HandoverReply, UpdateRequest},
};
use widget::fields::Fields;

use self::{
    view::{Shown, Typed},
    words::words,
};
use super::{form::Posted, visit::Visit};
use crate::{
    auth::mailed_code::{hash, is_proof},
    http::extract::Path,
    objects::municipality::cases::mailed::{
        ActByMail, AskForCode, Asked, CloseByMail, EnterCode, Entered, MailedAct, MailedLink, ReadByMail,
    },
    refusal::Refusal,
};

#[derive(Deserialize)]
pub(super) struct MailedPath {
    case_id: CaseId,
    partner_id: PartnerId,
    proof: String,
}

/// A visit by a link that is ours.
struct Door {
    visit: Visit,
    link: MailedLink,
    proof: String,
    /// Where every form of these pages posts to.
    action: String,
}

impl Door {
    /// A wrong proof and a case that is not there look the same.
    fn find(visit: Visit, path: &MailedPath) -> Result<Self, Refusal> {
        let MailedPath { case_id, partner_id, proof } = path;
        if !is_proof(&visit.edge.config().hash_keys, &visit.slug, case_id, partner_id, proof) {
            return Err(Refusal::NotFound);
        }
        let link = MailedLink { case: case_id.clone(), partner: partner_id.clone() };
        let mut door = Self { visit, link, proof: proof.clone(), action: String::new() };
        door.action = door.address(door.visit.language);
        Ok(door)
    }

    fn drawn(&self, title: &str, main: &str) -> Response {
        self.visit.drawn(title, |language| self.address(language), main)
    }

    fn address(&self, language: Language) -> String {
        let MailedLink { case, partner } = &self.link;
        paths::mailed_case(&self.visit.slug, language, case, partner, &self.proof)
    }

    fn secret(&self) -> Result<String, Refusal> {
        Ok(base32(self.visit.edge.random()?.id()))
    }

    async fn read(&self, session: &str) -> Result<CaseDetail, Refusal> {
        let language = self.visit.language;
        let read = ReadByMail { link: self.link.clone(), session: session_hash(session), language };
        self.visit.edge.municipality(&self.visit.slug, &read).await
    }
}

fn session_hash(session: &str) -> [u8; 32] {
    hash("mailed session", session)
}

pub(super) async fn show(visit: Visit, Path(path): Path<MailedPath>) -> Result<Response, Refusal> {
    let door = Door::find(visit, &path)?;
    Ok(door.start(None))
}

pub(super) async fn post(
    visit: Visit,
    Path(path): Path<MailedPath>,
    Posted(fields): Posted,
) -> Result<Response, Refusal> {
    let door = Door::find(visit, &path)?;
    match fields.text("move").as_str() {
        "code" => door.ask().await,
        "open" => door.open(&fields).await,
        "close" => door.close(&fields).await,
        act => door.act(act, &fields).await,
    }
}

impl Door {
    /// The button that asks for a code, with what became of the last one.
    fn start(&self, told: Option<&str>) -> Response {
        let words = words(self.visit.language);
        self.drawn(words.title, &view::start(words, &self.action, told))
    }

    async fn ask(&self) -> Result<Response, Refusal> {
        let words = words(self.visit.language);
        let browser = self.secret()?;
        let ask = AskForCode { link: self.link.clone(), browser: hash("mailed browser", &browser) };
        Ok(match self.visit.edge.municipality(&self.visit.slug, &ask).await? {
            Asked::Sent => self.drawn(words.code_title, &view::code(words, &self.action, &browser, None)),
            Asked::TooMany => self.start(Some(words.too_many)),
            Asked::Locked => self.start(Some(words.locked)),
        })
    }

    async fn open(&self, fields: &Fields) -> Result<Response, Refusal> {
        let words = words(self.visit.language);
        let (browser, session) = (fields.text("browser"), self.secret()?);
        let enter = EnterCode {
            link: self.link.clone(),
            browser: hash("mailed browser", &browser),
            typed: fields.text("code"),
            session: session_hash(&session),
        };
        Ok(match self.visit.edge.municipality(&self.visit.slug, &enter).await? {
            Entered::Open => {
                let case = self.read(&session).await?;
                self.case(&case, &session, Typed::default(), None)
            }
            Entered::Wrong { left } => {
                let wrong = (words.wrong)(left);
                self.drawn(words.code_title, &view::code(words, &self.action, &browser, Some(wrong)))
            }
            Entered::Gone => self.start(Some(words.gone)),
            Entered::Locked => self.start(Some(words.locked)),
        })
    }

    async fn close(&self, fields: &Fields) -> Result<Response, Refusal> {
        let session = session_hash(&fields.text("session"));
        self.visit.edge.municipality(&self.visit.slug, &CloseByMail { session }).await?;
        let words = words(self.visit.language);
        Ok(self.drawn(words.closed_title, &view::done(words.closed_title, words.closed)))
    }

    /// Something is done with the case, and the case shown as it is then; what was typed stays when it could not be.
    async fn act(&self, act: &str, fields: &Fields) -> Result<Response, Refusal> {
        let words = words(self.visit.language);
        let session = fields.text("session");
        let Some(act) = read_act(act, fields) else { return Err(Refusal::NotFound) };
        let gives_away = matches!(&act, MailedAct::ReplyToHandover(HandoverReply { accept: false, .. }));
        let acting = ActByMail { link: self.link.clone(), session: session_hash(&session), act };
        let outcome = self.visit.edge.municipality(&self.visit.slug, &acting).await;
        let (typed, told) = match outcome {
            Ok(()) => (Typed::default(), None),
            Err(refusal @ (Refusal::Invalid { .. } | Refusal::Conflict { .. } | Refusal::Case { .. })) => {
                let problem = self.visit.words(&refusal);
                let fault = match &refusal {
                    Refusal::Invalid { faults } => {
                        faults.first().map(|fault| (fault.field.clone(), fault.code.clone()))
                    }
                    _ => None,
                };
                (Typed::of(fields, fault, self.visit.language), Some((problem.title, problem.detail)))
            }
            // A session that has ended, or none.
            Err(Refusal::NotFound) => return Ok(self.start(Some(words.ended))),
            Err(refusal) => return Err(refusal),
        };
        let acted = told.is_none();
        match self.read(&session).await {
            Ok(case) => {
                let told = told.or_else(|| Some((words.done_title.to_owned(), words.done.to_owned())));
                Ok(self.case(&case, &session, typed, told.map(|told| (acted, told))))
            }
            // Whoever has declined does not see it any more.
            Err(Refusal::NotFound) if acted && gives_away => {
                Ok(self.drawn(words.declined_title, &view::done(words.declined_title, words.declined)))
            }
            Err(Refusal::NotFound) => Ok(self.start(Some(words.ended))),
            Err(refusal) => Err(refusal),
        }
    }

    fn case(&self, case: &CaseDetail, session: &str, typed: Typed, told: Option<(bool, (String, String))>) -> Response {
        let words = words(self.visit.language);
        let shown = Shown {
            case,
            partners: &self.visit.snapshot.partners,
            partner: &self.link.partner,
            language: self.visit.language,
            municipality: &self.visit.snapshot.settings.name,
            action: &self.action,
            session,
            typed,
            told,
        };
        self.drawn(&(words.case_title)(&case.summary.number), &view::case(words, &shown))
    }
}

/// What a form asks for; nothing for what no form of ours sends.
fn read_act(act: &str, fields: &Fields) -> Option<MailedAct> {
    let version = fields.text("version").parse().ok()?;
    let accept = matches!(act, "accept" | "help");
    Some(match act {
        "accept" | "decline" => MailedAct::ReplyToHandover(HandoverReply {
            version,
            accept,
            reason: fields.text("reason"),
            suggestion: PartnerId::parse(&fields.text("suggestion")).ok(),
        }),
        "help" | "not-help" => MailedAct::ReplyToSupport { version, accept, reason: fields.text("reason") },
        "answer" => MailedAct::Update(UpdateRequest {
            version,
            text: fields.text("text"),
            next_news_by: None,
            we_do: String::new(),
            you_do: String::new(),
            we_ask: String::new(),
        }),
        _ => return None,
    })
}

impl Typed {
    /// What was typed, with what is wrong about it.
    fn of(fields: &Fields, fault: Option<(String, FaultCode)>, language: Language) -> Self {
        let message = fault.map(|(field, code)| (field, code.message(language)));
        let suggestion = fields.text("suggestion");
        Self { reason: fields.text("reason"), suggestion, text: fields.text("text"), fault: message }
    }
}
