//! What the administrator sees of the messages: `/admin/messages`.

use serde::{Deserialize, Serialize};

use crate::notification::{MailKind, MailTrouble, MessageState};
use crate::time::Instant;

/// `GET /admin/messages`: the newest of each kind, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageOverview {
    pub server: MailServerView,
    /// Whether the words of a message can be read: only on somebody's own machine without mail, to try things out.
    pub readable: bool,
    pub failed: Vec<MessageView>,
    pub failed_count: u64,
    pub waiting: Vec<MessageView>,
    pub waiting_count: u64,
    pub kept: Vec<MessageView>,
    pub kept_count: u64,
    /// For nobody: no address, or nobody active.
    pub nobody: Vec<MessageView>,
    pub nobody_count: u64,
    pub sent: Vec<MessageView>,
    pub sent_count: u64,
}

/// How it goes with the mail server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MailServerView {
    /// Whether mail is set up at all.
    pub set_up: bool,
    /// When it last took a message.
    pub reached_at: Option<Instant>,
    /// When it last could not be used, if that was after it last took a message.
    pub failed_at: Option<Instant>,
    pub trouble: Option<MailTrouble>,
    /// The codes of its reply: "535 5.7.8".
    pub reply: Option<String>,
}

/// One message, without its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageView {
    pub id: String,
    pub kind: MailKind,
    pub to: MessageReader,
    /// "2026-0147"; none for what is not about a case.
    pub case_number: Option<String>,
    pub state: MessageState,
    /// How often it was tried.
    pub tries: u32,
    pub created_at: Instant,
    /// When it is tried next.
    pub next_at: Option<Instant>,
    /// When it was sent or given up.
    pub settled_at: Option<Instant>,
    pub trouble: Option<MailTrouble>,
    pub reply: Option<String>,
}

/// Who a message is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum MessageReader {
    /// The resident of the case; their address so far hidden that nobody can write to it, when one is kept.
    Resident {
        address: Option<String>,
    },
    /// An official by name.
    Official {
        name: String,
    },
    /// All who handle cases at this organisation.
    Partner {
        name: String,
    },
    Coordinators,
    Administrators,
}

/// `GET /admin/messages/{id}/text`: the words, as they would be sent now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageText {
    pub subject: String,
    pub text: String,
}
