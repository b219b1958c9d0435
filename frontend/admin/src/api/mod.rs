//! Talking with the Worker. A [`Client`] exists only for somebody who is signed in.

mod area_map;
mod areas;
mod cases;
mod formal_rights;
mod house_style;
mod messages;
mod partner_figures;
mod partners;
mod polls;
mod postcodes;
mod routing;
mod sites;
mod standard_texts;
mod webhooks;

use std::sync::Arc;

use gloo_net::http::{Method, RequestBuilder};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::ids::{IdempotencyKey, PartnerId};
use shared::paths::ADMIN_API;
use shared::text::Language;
use shared::wire::admin::{Me, PartnerView, SignInRequest};
use shared::wire::problem::Problem;
use shared::wire::public::IDEMPOTENCY_KEY_HEADER;

pub(crate) use cases::CaseCommand;

/// Why a request brought nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The session is over, or there was none.
    SignedOut,
    /// Refused, with plain words about what to do.
    Refused(Box<Problem>),
    /// No answer came.
    Unreachable,
    /// An answer that cannot be read, or a fault of the server that has no words.
    Broken,
}

impl Failure {
    /// Whether somebody else changed the same thing in the meantime. What is refused for another reason (409 as well)
    /// has a sentence of its own, and looking again would not help.
    pub(crate) fn is_conflict(&self) -> bool {
        matches!(self, Self::Refused(problem) if OVERTAKEN.contains(&problem.code.as_str()))
    }

    /// Whether it does not exist, or not for this official.
    pub(crate) fn is_missing(&self) -> bool {
        matches!(self, Self::Refused(problem) if problem.status == 404)
    }
}

/// The way to the API, in the name of the official who is signed in. Only [`sign_in`] and [`resume`] make one.
#[derive(Debug, Clone)]
pub(crate) struct Client {
    me: Arc<Me>,
}

/// Signs in with the token of a one-time link.
pub(crate) async fn sign_in(token: &str) -> Result<Client, Failure> {
    let request = SignInRequest { token: token.to_owned() };
    let body = written(&request)?;
    let me = read(&exchange(Method::POST, "/sessions", Some(body), None).await?)?;
    Ok(Client { me: Arc::new(me) })
}

/// Goes on with the session that the browser still has a cookie for.
pub(crate) async fn resume() -> Result<Client, Failure> {
    let me = read(&exchange(Method::GET, "/me", None, None).await?)?;
    Ok(Client { me: Arc::new(me) })
}

impl Client {
    pub(crate) fn me(&self) -> &Me {
        &self.me
    }

    /// Which organisation this is; `None` for one that is not in the list any more.
    pub(crate) fn partner(&self, id: &PartnerId) -> Option<&PartnerView> {
        self.me.partners.iter().find(|partner| &partner.id == id)
    }

    /// Its name, or its id when it is not in the list any more.
    pub(crate) fn partner_name(&self, id: &PartnerId) -> String {
        self.partner(id).map_or_else(|| id.to_string(), |partner| partner.name.clone())
    }

    /// Its name with its kind, as residents read it: "Woonstad (woningcorporatie)".
    pub(crate) fn public_partner_name(&self, id: &PartnerId) -> String {
        self.partner(id).map_or_else(
            || id.to_string(),
            |partner| format!("{} ({})", partner.name, partner.kind.label(Language::Nl)),
        )
    }

    /// Whether this is the official's own organisation.
    pub(crate) fn is_mine(&self, id: &PartnerId) -> bool {
        &self.me.partner_id == id
    }

    /// Ends the session, on the server and in the browser.
    pub(crate) async fn sign_out(&self) -> Result<(), Failure> {
        exchange(Method::DELETE, "/sessions/current", None, None).await.map(drop)
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Failure> {
        read(&exchange(Method::GET, path, None, None).await?)
    }

    async fn send<B: Serialize, T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: &B,
        key: Option<&IdempotencyKey>,
    ) -> Result<T, Failure> {
        read(&exchange(method, path, Some(written(body)?), key).await?)
    }

    /// The same where the answer is a text.
    async fn send_for_text<B: Serialize>(&self, method: Method, path: &str, body: &B) -> Result<String, Failure> {
        exchange(method, path, Some(written(body)?), None).await
    }

    /// The same where nothing is read from the answer.
    async fn send_only<B: Serialize>(&self, method: Method, path: &str, body: &B) -> Result<(), Failure> {
        exchange(method, path, Some(written(body)?), None).await.map(drop)
    }
}

fn written<B: Serialize>(body: &B) -> Result<String, Failure> {
    serde_json::to_string(body).map_err(|_| Failure::Broken)
}

fn read<T: DeserializeOwned>(body: &str) -> Result<T, Failure> {
    serde_json::from_str(body).map_err(|_| Failure::Broken)
}

/// One request and its answer, as text: kept free of types so that it is compiled once.
async fn exchange(
    method: Method,
    path: &str,
    body: Option<String>,
    key: Option<&IdempotencyKey>,
) -> Result<String, Failure> {
    let request = RequestBuilder::new(&format!("{ADMIN_API}{path}"))
        .method(method)
        .header("accept", "application/json")
        .header("accept-language", Language::Nl.tag());
    let request = match key {
        Some(key) => request.header(IDEMPOTENCY_KEY_HEADER, key.as_str()),
        None => request,
    };
    answer(match body {
        Some(body) => request.header("content-type", "application/json").body(body),
        None => request.build(),
    })
    .await
}

/// Sends a request and reads what comes back.
async fn answer(request: Result<gloo_net::http::Request, gloo_net::Error>) -> Result<String, Failure> {
    let response = request.map_err(|_| Failure::Broken)?.send().await.map_err(|_| Failure::Unreachable)?;
    let body = response.text().await.map_err(|_| Failure::Unreachable)?;
    judge(response.status(), body)
}

/// What an answer means, from its status and body.
fn judge(status: u16, body: String) -> Result<String, Failure> {
    match status {
        200..=299 => Ok(body),
        _ => match serde_json::from_str::<Problem>(&body) {
            Ok(problem) if status == 401 && problem.code == SESSION_OVER => Err(Failure::SignedOut),
            Ok(problem) => Err(Failure::Refused(Box::new(problem))),
            Err(_) if status == 401 => Err(Failure::SignedOut),
            Err(_) => Err(Failure::Broken),
        },
    }
}

/// The stable code of a request without a session, or with one that is over. A link that is refused is 401 too, with
/// another code.
const SESSION_OVER: &str = "signInNeeded";

/// The stable codes of a request that was made on an older version than the one that stands now.
const OVERTAKEN: [&str; 2] = ["caseChanged", "versionPassed"];

/// A text as it may stand in a query.
pub(crate) fn encoded(text: &str) -> String {
    let as_is = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let one = |byte: u8| if as_is(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(status: u16, code: &str) -> String {
        format!(r#"{{"status":{status},"title":"t","detail":"d","code":"{code}","faults":[]}}"#)
    }

    #[test]
    fn an_answer_is_judged_by_its_status_and_problem() {
        assert_eq!(judge(204, String::new()), Ok(String::new()));
        assert_eq!(judge(401, problem(401, SESSION_OVER)), Err(Failure::SignedOut));
        assert_eq!(judge(401, "no json".into()), Err(Failure::SignedOut));
        assert_eq!(judge(502, "<html>".into()), Err(Failure::Broken));
        let used = judge(401, problem(401, "signInLinkInvalid"));
        assert!(matches!(used, Err(Failure::Refused(problem)) if problem.code == "signInLinkInvalid"));
    }

    #[test]
    fn a_conflict_and_a_missing_page_are_told_apart() {
        let failure = |status, code| judge(status, problem(status, code)).unwrap_err();
        for code in ["caseChanged", "versionPassed"] {
            assert!(failure(409, code).is_conflict() && !failure(409, code).is_missing(), "{code}");
        }
        for code in ["textAccuses", "partnerUnavailable", "pollFrozen"] {
            assert!(!failure(409, code).is_conflict(), "{code} has a sentence of its own");
        }
        assert!(failure(404, "notFound").is_missing() && !failure(404, "notFound").is_conflict());
    }
}
