//! *Terugkoppeling*: what is done with the answers. A poll is not finished without it.

use serde::{Deserialize, Serialize};

use super::editing::read_localized;
use crate::fault::{Fault, FaultCode};
use crate::ids::{CaseId, PartnerId, QuestionId};
use crate::text::{LINE, Localized, OFFICIAL_TEXT};
use crate::time::CivilDate;

/// The most measures, and the most things to join: more than residents read.
pub const MAX_ENTRIES: usize = 10;

/// A report that may be published: it says what was heard and what will be done or not, by whom and when, and at least
/// one thing that residents can do themselves or join.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", from = "StoredReport")]
pub struct Report {
    pub published_on: CivilDate,
    /// The number of the published set that it was written on and that stays beside it. None in reports from before
    /// there was a number: the last set.
    pub figures: Option<u32>,
    pub heard: Localized,
    pub we_do: Vec<Measure>,
    /// What is not done, and why.
    pub we_do_not: Option<Localized>,
    pub you_can: Vec<Activity>,
    /// What was heard at single questions.
    pub questions: Vec<Finding>,
}

/// Something that is done, by whom and by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Measure {
    pub text: Localized,
    pub by_whom: PartnerId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_when: Option<CivilDate>,
}

/// Something that residents can do themselves or join.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Activity {
    pub text: Localized,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<ActivityLink>,
}

/// Where there is more about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum ActivityLink {
    /// A page somewhere else; `https` only.
    Site { url: String },
    /// An initiative that everybody can see.
    Initiative { id: CaseId },
}

/// What was heard at one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Finding {
    pub question_id: QuestionId,
    pub text: Localized,
}

/// What a report may name.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    pub partners: &'a [PartnerId],
    /// Initiatives that everybody can see now.
    pub initiatives: &'a [CaseId],
    /// The questions of the poll.
    pub questions: &'a [QuestionId],
}

impl Report {
    /// Checks and cleans a report; all faults are found at once. Fields are named as in the request:
    /// `youCan.0.text.nl`.
    ///
    /// # Errors
    /// Every field at fault.
    pub fn read(&self, known: Known<'_>) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let heard = telling("heard", &self.heard, &mut faults);
        if self.we_do.is_empty() && self.we_do_not.is_none() {
            faults.push(Fault::new("weDo", FaultCode::TooFew { min: 1 }));
        }
        if self.you_can.is_empty() {
            faults.push(Fault::new("youCan", FaultCode::TooFew { min: 1 }));
        }
        for (field, length) in [("weDo", self.we_do.len()), ("youCan", self.you_can.len())] {
            if length > MAX_ENTRIES {
                faults.push(Fault::new(field, FaultCode::TooMany { max: MAX_ENTRIES }));
            }
        }
        let we_do = self.we_do.iter().take(MAX_ENTRIES).enumerate();
        let we_do = we_do.map(|(place, measure)| {
            let path = format!("weDo.{place}");
            if !known.partners.contains(&measure.by_whom) {
                faults.push(Fault::new(format!("{path}.byWhom"), FaultCode::Unknown));
            }
            if measure.by_when.is_some_and(|day| day <= self.published_on) {
                faults.push(Fault::new(format!("{path}.byWhen"), FaultCode::NotInTheFuture));
            }
            Measure { text: telling(&format!("{path}.text"), &measure.text, &mut faults), ..measure.clone() }
        });
        let we_do = we_do.collect();
        let we_do_not = self.we_do_not.as_ref().map(|text| telling("weDoNot", text, &mut faults));
        let you_can = self.you_can.iter().take(MAX_ENTRIES).enumerate();
        let you_can = you_can.map(|(place, activity)| {
            let path = format!("youCan.{place}");
            let text = telling(&format!("{path}.text"), &activity.text, &mut faults);
            let link = activity.link.as_ref().map(|link| read_link(&path, link, known, &mut faults));
            Activity { text, link }
        });
        let you_can = you_can.collect();
        let mut questions: Vec<Finding> = Vec::new();
        for (place, finding) in self.questions.iter().enumerate() {
            let path = format!("questions.{place}");
            if !known.questions.contains(&finding.question_id) {
                faults.push(Fault::new(format!("{path}.questionId"), FaultCode::Unknown));
            }
            if questions.iter().any(|earlier| earlier.question_id == finding.question_id) {
                faults.push(Fault::new(format!("{path}.questionId"), FaultCode::Duplicate));
            }
            let text = telling(&format!("{path}.text"), &finding.text, &mut faults);
            questions.push(Finding { text, ..finding.clone() });
        }
        let report = Self { heard, we_do, we_do_not, you_can, questions, ..self.clone() };
        if faults.is_empty() { Ok(report) } else { Err(faults) }
    }
}

/// A text that has to say something in every language that it is in.
fn telling(field: &str, text: &Localized, faults: &mut Vec<Fault>) -> Localized {
    let Some(read) = read_localized(field, text, OFFICIAL_TEXT, faults) else { return text.clone() };
    let empty = read.iter().filter(|(_, text)| !says_something(text));
    faults.extend(empty.map(|(language, _)| Fault::new(format!("{field}.{}", language.tag()), FaultCode::EmptyPhrase)));
    read
}

fn read_link(path: &str, link: &ActivityLink, known: Known<'_>, faults: &mut Vec<Fault>) -> ActivityLink {
    match link {
        ActivityLink::Site { url } => {
            let url = url.trim();
            if !is_web_address(url) {
                faults.push(Fault::new(format!("{path}.link.url"), FaultCode::NotAWebAddress));
            }
            ActivityLink::Site { url: url.to_owned() }
        }
        ActivityLink::Initiative { id } => {
            if !known.initiatives.contains(id) {
                faults.push(Fault::new(format!("{path}.link.id"), FaultCode::Unknown));
            }
            link.clone()
        }
    }
}

/// Whether this is the address of a page that residents can be sent to: `https`, a host with a dot, and nothing in front
/// of the host that could make it look like another (RFC 3986, section 3.2.1).
pub fn is_web_address(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | ':');
    let written =
        url.chars().all(|character| character.is_ascii_graphic() && !matches!(character, '"' | '<' | '>' | '\\'));
    url.len() <= LINE.characters.saturating_mul(2)
        && written
        && host.chars().all(plain)
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
}

/// Whether a text is more than a way to say nothing: "-", "n.v.t.", "geen".
fn says_something(text: &str) -> bool {
    const LEAST_WORDS: usize = 3;
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count() >= LEAST_WORDS
}

/// Reports as they were ever stored: old ones stay readable.
#[derive(Deserialize)]
#[serde(untagged)]
enum StoredReport {
    Now(CurrentReport),
    First(FirstReport),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CurrentReport {
    published_on: CivilDate,
    figures: Option<u32>,
    heard: Localized,
    we_do: Vec<Measure>,
    we_do_not: Option<Localized>,
    you_can: Vec<Activity>,
    questions: Vec<Finding>,
}

/// One measure, one thing to join, and no figures by number.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FirstReport {
    published_on: CivilDate,
    heard: Localized,
    we_do: Localized,
    we_do_not: Option<Localized>,
    you_can: Localized,
    by_whom: PartnerId,
    by_when: Option<CivilDate>,
}

impl From<StoredReport> for Report {
    fn from(stored: StoredReport) -> Self {
        match stored {
            StoredReport::Now(report) => {
                let CurrentReport { published_on, figures, heard, we_do, we_do_not, you_can, questions } = report;
                Self { published_on, figures, heard, we_do, we_do_not, you_can, questions }
            }
            StoredReport::First(report) => Self {
                published_on: report.published_on,
                figures: None,
                heard: report.heard,
                we_do: vec![Measure { text: report.we_do, by_whom: report.by_whom, by_when: report.by_when }],
                we_do_not: report.we_do_not,
                you_can: vec![Activity { text: report.you_can, link: None }],
                questions: Vec::new(),
            },
        }
    }
}
