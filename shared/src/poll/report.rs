//! *Terugkoppeling*: what is done with the answers. A poll is not finished without it.

use serde::{Deserialize, Serialize};

use super::editing::read_localized;
use crate::fault::{Fault, FaultCode};
use crate::ids::PartnerId;
use crate::text::{Localized, OFFICIAL_TEXT};
use crate::time::CivilDate;

/// A report that may be published: it says what was heard and what will be done, by whom, and at least one thing
/// that residents can do themselves or join.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    pub published_on: CivilDate,
    pub heard: Localized,
    pub we_do: Localized,
    pub we_do_not: Option<Localized>,
    pub you_can: Localized,
    pub by_whom: PartnerId,
    pub by_when: Option<CivilDate>,
}

impl Report {
    /// Checks and cleans a report; all faults are found at once. Fields are named as in the request: `youCan.nl`.
    ///
    /// # Errors
    /// Every field at fault.
    pub fn read(&self, partners: &[PartnerId]) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut required = |field: &str, text: &Localized| {
            let read = read_localized(field, text, OFFICIAL_TEXT, &mut faults).unwrap_or_else(|| text.clone());
            let empty = read.iter().filter(|(_, text)| !says_something(text)).map(|(language, _)| language);
            let fields: Vec<String> = empty.map(|language| format!("{field}.{}", language.tag())).collect();
            // A text that is missing has its fault already.
            let new = fields.into_iter().filter(|field| !faults.iter().any(|fault| &fault.field == field));
            let new: Vec<Fault> = new.map(|field| Fault::new(field, FaultCode::EmptyPhrase)).collect();
            faults.extend(new);
            read
        };
        let heard = required("heard", &self.heard);
        let we_do = required("weDo", &self.we_do);
        let you_can = required("youCan", &self.you_can);
        let we_do_not = self
            .we_do_not
            .as_ref()
            .map(|text| read_localized("weDoNot", text, OFFICIAL_TEXT, &mut faults).unwrap_or_else(|| text.clone()));
        if !partners.contains(&self.by_whom) {
            faults.push(Fault::new("byWhom", FaultCode::Unknown));
        }
        if self.by_when.is_some_and(|day| day <= self.published_on) {
            faults.push(Fault::new("byWhen", FaultCode::NotInTheFuture));
        }
        let report = Self { heard, we_do, we_do_not, you_can, ..self.clone() };
        if faults.is_empty() { Ok(report) } else { Err(faults) }
    }
}

/// Whether a text is more than a way to say nothing: "-", "n.v.t.", "geen".
fn says_something(text: &str) -> bool {
    const LEAST_WORDS: usize = 3;
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count() >= LEAST_WORDS
}
