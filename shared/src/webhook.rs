//! Webhooks: which changes another system hears of, and to which addresses something may be sent.
//!
//! What is sent holds ids and links, never what somebody wrote: whoever hears of a change signs in to read it.

use serde::{Deserialize, Serialize};

use crate::case::Event;
use crate::fault::FaultCode;

/// The longest address, in bytes.
const LONGEST_ADDRESS: usize = 500;

/// The address that something is sent to.
///
/// Over https, on the usual port, to a name that the whole internet knows: neither a number nor a name of the network
/// that the Worker itself stands in, and nothing that different programs read differently (a user, a backslash, a space).
/// What an operator has listed by its origin may be different.
///
/// ```
/// use shared::webhook::WebhookAddress;
///
/// let read = |text| WebhookAddress::read(text, &[]);
/// assert!(read("https://meldingen.woonstad.nl/buurtstem?bron=1").is_ok());
/// for text in ["http://woonstad.nl/", "https://127.0.0.1/", "https://woonstad.nl:8443/", "https://a@woonstad.nl/"] {
///     assert!(read(text).is_err(), "{text}");
/// }
/// assert!(WebhookAddress::read("http://127.0.0.1:9000/in", &["http://127.0.0.1:9000".to_owned()]).is_ok());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookAddress {
    text: String,
    /// Whether the operator has listed it: only then may it lead into the operator's own network.
    listed: bool,
}

impl WebhookAddress {
    /// Reads an address; `listed` are the origins that the operator allows beside the rule.
    pub fn read(text: &str, listed: &[String]) -> Result<Self, FaultCode> {
        let text = text.trim();
        if text.is_empty() {
            return Err(FaultCode::Required);
        }
        let plain = |byte: u8| {
            byte.is_ascii_graphic()
                && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'#' | b'{' | b'|' | b'}')
        };
        if text.len() > LONGEST_ADDRESS || !text.bytes().all(plain) {
            return Err(FaultCode::NotAWebhookAddress);
        }
        let (scheme, rest) = text.split_once("://").ok_or(FaultCode::NotAWebhookAddress)?;
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, tail) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let origin = format!("{scheme}://{authority}").to_ascii_lowercase();
        let is_listed = listed.contains(&origin);
        let is_public = origin.strip_prefix("https://").is_some_and(is_public_name);
        if !(is_listed || is_public) {
            return Err(FaultCode::NotAWebhookAddress);
        }
        let slash = if tail.starts_with('/') { "" } else { "/" };
        Ok(Self { text: format!("{origin}{slash}{tail}"), listed: is_listed })
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub const fn is_listed(&self) -> bool {
        self.listed
    }

    /// The name it leads to: "meldingen.woonstad.nl".
    pub fn host(&self) -> &str {
        let (_, rest) = self.text.split_once("://").unwrap_or_default();
        rest.split('/').next().unwrap_or_default()
    }
}

/// Names that lead into somebody's own network, whatever a server of names may say.
const OWN_NETWORKS: [&str; 10] =
    ["localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "arpa"];

/// Whether this is a name of the public internet, without a port. What a name leads to can still be private: that is
/// for the network to refuse, when it connects.
fn is_public_name(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let fits = |label: &&str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    };
    // A last part that begins with a digit is a number of some kind (0x7f.1, 2130706433): no top level domain does.
    let last_is_name = labels.last().is_some_and(|last| {
        last.len() >= 2 && last.starts_with(|first: char| first.is_ascii_lowercase()) && !OWN_NETWORKS.contains(last)
    });
    host.len() <= 253 && labels.len() >= 2 && labels.iter().all(fits) && last_is_name
}

/// What another system hears of. The name never changes: programs act on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum WebhookEvent {
    /// A case came in, or is now theirs to see.
    CaseReceived,
    /// Another organisation owns it.
    CaseAssigned,
    /// An organisation was asked to take it over.
    CaseOffered,
    /// What was offered is not any more.
    CaseOfferEnded,
    /// An organisation was asked to help.
    CaseSupportAsked,
    /// There is something to read: news, a question, an answer, another date.
    CaseUpdated,
    CaseConcluded,
    CaseReopened,
    CaseWithdrawn,
    /// The promise is two working days late.
    CaseOverdue,
    /// Everybody can see it as an initiative.
    CasePublished,
    /// Nobody but those concerned can any more.
    CaseHidden,
    PollOpened,
    PollReported,
    /// Somebody tries out whether it works.
    Tested,
}

impl WebhookEvent {
    /// Every one, in the order of the documentation.
    pub const ALL: [Self; 15] = [
        Self::CaseReceived,
        Self::CaseAssigned,
        Self::CaseOffered,
        Self::CaseOfferEnded,
        Self::CaseSupportAsked,
        Self::CaseUpdated,
        Self::CaseConcluded,
        Self::CaseReopened,
        Self::CaseWithdrawn,
        Self::CaseOverdue,
        Self::CasePublished,
        Self::CaseHidden,
        Self::PollOpened,
        Self::PollReported,
        Self::Tested,
    ];

    /// The type of the `CloudEvent`: by NL GOV 1.1 in reverse order of the domain, without an organisation, subjects in
    /// the plural.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CaseReceived => "nl.buurtstem.cases.received",
            Self::CaseAssigned => "nl.buurtstem.cases.assigned",
            Self::CaseOffered => "nl.buurtstem.cases.offered",
            Self::CaseOfferEnded => "nl.buurtstem.cases.offer-ended",
            Self::CaseSupportAsked => "nl.buurtstem.cases.support-asked",
            Self::CaseUpdated => "nl.buurtstem.cases.updated",
            Self::CaseConcluded => "nl.buurtstem.cases.concluded",
            Self::CaseReopened => "nl.buurtstem.cases.reopened",
            Self::CaseWithdrawn => "nl.buurtstem.cases.withdrawn",
            Self::CaseOverdue => "nl.buurtstem.cases.overdue",
            Self::CasePublished => "nl.buurtstem.cases.published",
            Self::CaseHidden => "nl.buurtstem.cases.hidden",
            Self::PollOpened => "nl.buurtstem.polls.opened",
            Self::PollReported => "nl.buurtstem.polls.reported",
            Self::Tested => "nl.buurtstem.webhooks.tested",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.name() == name)
    }

    /// What an event of a case is told as; nothing for what only some officials may know, such as notes, reviews and
    /// threats.
    pub const fn of(event: &Event) -> Option<Self> {
        Some(match event {
            Event::Received(_) | Event::ReviewReleased => Self::CaseReceived,
            Event::OwnerChanged { .. } => Self::CaseAssigned,
            Event::HandoverOffered { .. } => Self::CaseOffered,
            Event::HandoverDeclined { .. } | Event::HandoverExpired { .. } | Event::HandoverWithdrawn { .. } => {
                Self::CaseOfferEnded
            }
            Event::SupportAsked { .. } => Self::CaseSupportAsked,
            Event::Updated { .. }
            | Event::QuestionAsked { .. }
            | Event::Answered { .. }
            | Event::AnswerTermPassed { .. }
            | Event::PromiseSet { .. }
            | Event::DateConfirmed { .. } => Self::CaseUpdated,
            Event::Concluded { .. } | Event::PassedOn { .. } => Self::CaseConcluded,
            Event::Reopened { .. } => Self::CaseReopened,
            Event::Withdrawn => Self::CaseWithdrawn,
            Event::Escalated => Self::CaseOverdue,
            Event::Published => Self::CasePublished,
            Event::Hidden => Self::CaseHidden,
            _ => return None,
        })
    }
}

/// Whether anything is sent there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum WebhookState {
    On,
    /// Switched off by the administrator.
    Off,
    /// The other side said that there is nobody any more (410).
    Gone,
}

/// Where one delivery stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DeliveryState {
    /// Will be sent, or tried again.
    Waiting,
    /// The other side has taken it.
    Sent,
    /// Given up after 72 hours.
    Failed,
    /// Not sent, because the webhook was switched off before.
    Dropped,
}

/// Why a delivery was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum WebhookTrouble {
    /// Nobody listens there, the name is not known, it leads to a private address, or its certificate is not trusted.
    Unreachable,
    /// No reply in time.
    TimedOut,
    /// It sent us elsewhere, and we do not go there.
    Redirected,
    /// It said that there is nobody any more.
    Gone,
    /// It answered, but not that it took it.
    Refused,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_into_a_private_network_is_refused_however_it_is_written() {
        for text in [
            "http://woonstad.nl/in",
            "ftp://woonstad.nl/in",
            "//woonstad.nl",
            "https://",
            "https:///in",
            "https://localhost/in",
            "https://a.localhost/in",
            "https://metadata.google.internal/",
            "https://router.lan/",
            "https://printer.local/",
            "https://1.0.0.127.in-addr.arpa/",
            "https://127.0.0.1/",
            "https://127.1/",
            "https://2130706433/",
            "https://0x7f000001/",
            "https://0x7f.1/",
            "https://0177.0.0.1/",
            "https://10.0.0.5/",
            "https://169.254.169.254/latest/meta-data",
            "https://192.168.1.1/",
            "https://8.8.8.8/",
            "https://[::1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://[fe80::1]/",
            "https://woonstad/",
            "https://woonstad.nl./",
            "https://woonstad.nl:22/",
            "https://woonstad.nl:8443/",
            "https://woonstad.nl:443/",
            "https://woonstad.nl:/",
            "https://gebruiker:geheim@woonstad.nl/",
            "https://woonstad.nl@127.0.0.1/",
            "https://woonstad.nl\\@127.0.0.1/",
            "https://woonstad.nl#@127.0.0.1/",
            "https://woonstad.nl/a b",
            "https://woonstad.nl/\r\nX: y",
            "https://wöonstad.nl/",
            "https://127。0。0。1/",
            "https://-woonstad.nl/",
            "https://woon_stad.nl/",
            "javascript://woonstad.nl/",
        ] {
            assert_eq!(WebhookAddress::read(text, &[]), Err(FaultCode::NotAWebhookAddress), "{text}");
        }
        let long = format!("https://woonstad.nl/{}", "a".repeat(LONGEST_ADDRESS));
        assert!(WebhookAddress::read(&long, &[]).is_err());
        assert_eq!(WebhookAddress::read("  ", &[]), Err(FaultCode::Required));
    }

    #[test]
    fn a_public_address_is_kept_in_one_form() {
        for (typed, kept) in [
            ("https://Meldingen.Woonstad.NL", "https://meldingen.woonstad.nl/"),
            (" https://woonstad.nl/In?a=B&c=%20 ", "https://woonstad.nl/In?a=B&c=%20"),
            ("HTTPS://woonstad.nl?x", "https://woonstad.nl/?x"),
            ("https://xn--wnstad-0xa.nl/", "https://xn--wnstad-0xa.nl/"),
        ] {
            let address = WebhookAddress::read(typed, &[]).unwrap();
            assert_eq!((address.as_str(), address.is_listed()), (kept, false));
        }
        assert_eq!(WebhookAddress::read("https://a.woonstad.nl/x", &[]).unwrap().host(), "a.woonstad.nl");
    }

    #[test]
    fn what_the_operator_lists_is_allowed_to_the_letter_and_nothing_beside_it() {
        let listed = ["http://10.0.0.5:8080".to_owned(), "https://bus.intern.gemeente.local".to_owned()];
        let read = |text| WebhookAddress::read(text, &listed).is_ok_and(|address| address.is_listed());
        assert!(read("http://10.0.0.5:8080/in?a=b") && read("https://bus.intern.gemeente.local/x"));
        for text in ["http://10.0.0.5/", "http://10.0.0.5:80800/", "https://10.0.0.5:8080/", "http://a@10.0.0.5:8080/"]
        {
            assert!(!read(text), "{text}");
        }
        assert!(!read("https://woonstad.nl/"), "allowed, but not to reach private addresses");
    }

    #[test]
    fn every_event_is_found_by_its_name() {
        for event in WebhookEvent::ALL {
            assert_eq!(WebhookEvent::from_name(event.name()), Some(event));
        }
    }
}
