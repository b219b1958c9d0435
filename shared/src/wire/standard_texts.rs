//! Ready texts: everybody who is signed in reads them, the administrator keeps them.

use serde::{Deserialize, Serialize};

use crate::ids::TopicId;
use crate::standard_text::{Ending, StandardText, StandardTextContent};
use crate::text::Language;

/// `GET /admin/standard-texts`: by ending, topic and title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StandardTextList {
    pub texts: Vec<StandardText>,
}

/// `POST /admin/standard-texts` makes one (version 0), `PUT /admin/standard-texts/{id}` changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StandardTextRequest {
    pub version: u64,
    pub title: String,
    pub ending: Ending,
    #[serde(default)]
    pub topic_id: Option<TopicId>,
    pub language: Language,
    pub words: String,
}

impl From<StandardTextRequest> for StandardTextContent {
    fn from(request: StandardTextRequest) -> Self {
        let StandardTextRequest { version: _, title, ending, topic_id, language, words } = request;
        Self { title, ending, topic_id, language, words }
    }
}
