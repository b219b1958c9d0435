//! From a refusal to what a person or a program reads: problem details (RFC 9457) in the person's language.
//!
//! A handler returns a [`Refusal`]; the layer [`present`] turns it into words, because only there the language and
//! the municipality are known. What goes wrong on our side is logged there and not told.

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use shared::{
    settings::Settings,
    text::Language,
    wire::problem::{CONTENT_TYPE, FaultView, Problem},
};

use super::{
    edge::Edge,
    language,
    sentences::{Sentences, call, closing, sentences},
};
use crate::{
    refusal::{Code, Refusal},
    report,
};

/// A refusal in the language that the request's own body named.
#[derive(Debug)]
pub struct Spoken {
    refusal: Refusal,
    language: Language,
}

impl Refusal {
    /// Says it in this language, whatever the browser prefers: for requests whose body names a language.
    pub fn in_language(self, language: Language) -> Spoken {
        Spoken { refusal: self, language }
    }

    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Invalid { .. } | Self::Unreadable { .. } | Self::PollNotOpen | Self::PollClosed { .. } => {
                StatusCode::BAD_REQUEST
            }
            Self::SignInNeeded { .. } => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::ForeignOrigin | Self::Case { refusal: shared::case::Refusal::NotYours } => {
                StatusCode::FORBIDDEN
            }
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Conflict { .. } | Self::Case { .. } => StatusCode::CONFLICT,
            Self::Gone { .. } => StatusCode::GONE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Unprocessable { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The stable name for programs.
    pub fn code(&self) -> String {
        let name = match self {
            Self::NotFound => "notFound",
            Self::Invalid { .. } => "invalid",
            Self::Forbidden => "forbidden",
            Self::ForeignOrigin => "foreignOrigin",
            Self::MethodNotAllowed => "methodNotAllowed",
            Self::PollNotOpen => "pollNotOpen",
            Self::PollClosed { .. } => "pollClosed",
            Self::TooLarge => "tooLarge",
            Self::NotJson => "contentTypeNotJson",
            Self::TooMany => "tooMany",
            Self::Unavailable => "unavailable",
            Self::Fault { .. } => "fault",
            Self::Case { refusal } => refusal.code(),
            Self::Unreadable { code }
            | Self::SignInNeeded { code }
            | Self::Conflict { code }
            | Self::Gone { code }
            | Self::Unprocessable { code } => return code.name(),
        };
        name.to_owned()
    }

    /// The refusal in words, with the municipality's own number where it is known.
    pub fn problem(&self, language: Language, settings: Option<&Settings>) -> Problem {
        let Sentences { title, detail } = sentences(self, language);
        let (before, behind) = match self {
            Self::PollClosed { at, report_due } => closing(language, *at, *report_due),
            _ => Default::default(),
        };
        let help = settings.map(|settings| {
            let phone = &settings.contact.phone;
            let hours = settings.contact.hours.in_language(language).text;
            call(language, &settings.name, phone, &hours)
        });
        let faults = match self {
            Self::Invalid { faults } => faults.as_slice(),
            _ => &[],
        };
        Problem {
            status: self.status().as_u16(),
            title: title.to_owned(),
            detail: format!("{before}{detail}{behind}{}", help.unwrap_or_default()),
            code: self.code(),
            faults: faults
                .iter()
                .map(|fault| FaultView { fault: fault.clone(), message: fault.code.message(language) })
                .collect(),
        }
    }
}

impl Code {
    /// The name on the wire.
    pub fn name(self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::String(name)) => name,
            // An enum without data is always written as a text.
            _ => String::new(),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status();
        response.extensions_mut().insert(Unspoken { refusal: self, language: None });
        response
    }
}

impl IntoResponse for Spoken {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.refusal.status();
        response.extensions_mut().insert(Unspoken { refusal: self.refusal, language: Some(self.language) });
        response
    }
}

/// A refusal on its way to [`present`].
#[derive(Clone)]
struct Unspoken {
    refusal: Refusal,
    language: Option<Language>,
}

/// The layer that puts refusals into words.
pub async fn present(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let preferred = language::of_request(&request);
    let path = request.uri().path().to_owned();
    let by_operator = is_operators(request.method(), &path);
    let mut response = next.run(request).await;
    let Some(Unspoken { refusal, language }) = response.extensions_mut().remove::<Unspoken>() else {
        return response;
    };
    if let Refusal::Fault { message } = &refusal {
        report::trouble(message);
    }
    let language = language.unwrap_or(preferred);
    // The number that residents call is no help to whoever loads the file it stands in.
    let slug = super::municipality_in(&path).filter(|_| !by_operator);
    let snapshot = slug.and_then(|slug| edge.snapshots().remembered(&slug));
    let settings = snapshot.as_ref().map(|snapshot| &snapshot.settings);
    let problem = refusal.problem(language, settings);
    let mut spoken = if path.starts_with("/api/") || path.starts_with("/test/") {
        problem_response(&problem)
    } else {
        crate::pages::problem(&edge, language, &problem, snapshot.as_deref(), &path)
    };
    *spoken.status_mut() = refusal.status();
    // What the handler set beside the refusal stays: which methods are allowed, a cookie that is taken back.
    for name in [header::ALLOW, header::SET_COOKIE] {
        if let Some(value) = response.headers_mut().remove(&name) {
            spoken.headers_mut().insert(name, value);
        }
    }
    if refusal == Refusal::Unavailable {
        spoken.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    spoken.headers_mut().insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.tag()));
    spoken
}

/// Whether only the operator comes through this door.
fn is_operators(method: &Method, path: &str) -> bool {
    path.starts_with("/api/") && (*method == Method::PUT || path.ends_with("/sign-in-links"))
}

fn problem_response(problem: &Problem) -> Response {
    let body = serde_json::to_vec(problem).unwrap_or_default();
    ([(header::CONTENT_TYPE, HeaderValue::from_static(CONTENT_TYPE))], body).into_response()
}
