//! Translations beside what was written. The original is never replaced: a translation is a text of its own that points
//! to it. What a resident wrote in another language gets one into Dutch; what officials wrote to that resident may get
//! one into the resident's language. A person writes it, and answers for it.

use serde::{Deserialize, Serialize};

use super::access::{belongs_to, coordinates, handles, may};
use super::command::{Context, Decision, Written};
use super::event::{Event, Recorded};
use super::{Case, CaseAction, Refusal, Review, State};
use crate::actor::{Actor, Permission};
use crate::ids::TextId;
use crate::notification::{MailKind, Recipient};
use crate::text::Language;

/// The language in which officials work.
pub const OFFICIALS_READ: Language = Language::Nl;

/// A translation as it stands beside a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    pub language: Language,
    pub text: TextId,
}

/// A translation that somebody enters. Which language it has to be in the caller looks up in [`Case::translatable`]: the
/// state does not hold every text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTranslation {
    pub of: TextId,
    pub language: Language,
    pub text: Written,
}

/// What a text is, for who translates it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TextRole {
    /// The four texts of the idea.
    What,
    Why,
    WeDo,
    WeNeed,
    /// The resident's answer to a question.
    Answer,
    /// Why it did or did not help.
    RatingReason,
    /// News in one piece.
    Update,
    /// News in parts.
    PartnerDoes,
    ResidentDoes,
    PartnerAsks,
    Question,
    PromiseReason,
    PlannedDate,
    Conclusion,
    ReopeningRefusal,
    /// Why a moderator hid or rewrote something.
    Explanation,
}

impl TextRole {
    /// Whether the resident wrote it.
    pub const fn is_the_residents(self) -> bool {
        matches!(self, Self::What | Self::Why | Self::WeDo | Self::WeNeed | Self::Answer | Self::RatingReason)
    }
}

impl Event {
    /// The texts of it that may have a translation beside them. Not those that stay between officials, and not what a
    /// resident tells of a threat: that it happened is for coordinators alone.
    fn translatable(&self) -> Vec<(TextRole, &TextId)> {
        match self {
            Self::Received(received) => [
                (TextRole::What, Some(&received.what)),
                (TextRole::Why, received.why.as_ref()),
                (TextRole::WeDo, received.we_do.as_ref()),
                (TextRole::WeNeed, received.we_need.as_ref()),
            ]
            .into_iter()
            .filter_map(|(role, text)| Some((role, text?)))
            .collect(),
            Self::Updated { parts: Some(parts), .. } => [
                (TextRole::PartnerDoes, parts.we_do.as_ref()),
                (TextRole::ResidentDoes, parts.you_do.as_ref()),
                (TextRole::PartnerAsks, parts.we_ask.as_ref()),
            ]
            .into_iter()
            .filter_map(|(role, text)| Some((role, text?)))
            .collect(),
            Self::Updated { text, parts: None, .. } => vec![(TextRole::Update, text)],
            Self::QuestionAsked { text, .. } => vec![(TextRole::Question, text)],
            Self::Answered { text, .. } => vec![(TextRole::Answer, text)],
            Self::PromiseSet { reason: Some(text), .. } => vec![(TextRole::PromiseReason, text)],
            Self::DateProposed { text, .. } => vec![(TextRole::PlannedDate, text)],
            Self::Concluded { text, .. } => vec![(TextRole::Conclusion, text)],
            Self::Rated { reason: Some(text), .. } => vec![(TextRole::RatingReason, text)],
            Self::ReopeningRefused { text } => vec![(TextRole::ReopeningRefusal, text)],
            Self::Explained { text, .. } => vec![(TextRole::Explanation, text)],
            _ => Vec::new(),
        }
    }
}

impl Case {
    /// Whether the resident writes in another language than officials read.
    pub fn needs_translation(&self) -> bool {
        self.language != OFFICIALS_READ
    }

    /// Every text that may have a translation beside it, oldest first, with the language of that translation.
    pub fn translatable<'a>(&self, events: &'a [Recorded]) -> Vec<(TextRole, &'a TextId, Language)> {
        if !self.needs_translation() {
            return Vec::new();
        }
        let language = |role: TextRole| if role.is_the_residents() { OFFICIALS_READ } else { self.language };
        let texts = events.iter().flat_map(|recorded| recorded.event.translatable());
        texts.map(|(role, text)| (role, text, language(role))).collect()
    }

    /// What the resident wrote after sending it in, oldest first.
    pub fn written_later<'a>(&self, events: &'a [Recorded]) -> Vec<(TextRole, &'a TextId)> {
        let texts = events.iter().flat_map(|recorded| recorded.event.translatable());
        texts.filter(|(_, text)| self.later.contains(text)).collect()
    }

    /// The translation that stands beside a text: the newest. None stands there that fits another language than the one
    /// the resident is said to write in now; it is kept, so that it is erased with its text.
    pub fn translation(&self, of: &TextId) -> Option<&Translation> {
        let newest = self.translations.get(of).and_then(|all| all.last());
        newest.filter(|one| self.needs_translation() && [OFFICIALS_READ, self.language].contains(&one.language))
    }

    /// Whether somebody may enter one: who works on it, also once it has ended, because the end is what the resident
    /// has to understand.
    pub(super) fn may_translate(&self, actor: &Actor) -> Result<(), Refusal> {
        let helps = |partner| belongs_to(actor, partner);
        let works = may(actor, Permission::HandleCases)
            && (coordinates(actor) || helps(self.owner()) || self.supporting.iter().any(helps));
        match self.state {
            _ if !works => Err(Refusal::NotYours),
            State::Withdrawn(_) => Err(Refusal::Ended),
            _ if self.is_held() && !coordinates(actor) => Err(Refusal::Held),
            _ if !self.needs_translation() => Err(Refusal::NothingToTranslate),
            State::Open(_) | State::Concluded(_) => Ok(()),
        }
    }

    /// Whether somebody may say in which language the resident writes: who has it, also once it has ended.
    pub(super) fn may_set_language(&self, actor: &Actor) -> Result<(), Refusal> {
        match self.state {
            _ if !handles(actor, self.owner()) => Err(Refusal::NotYours),
            State::Withdrawn(_) => Err(Refusal::Ended),
            _ if self.is_held() && !coordinates(actor) => Err(Refusal::Held),
            State::Open(_) | State::Concluded(_) => Ok(()),
        }
    }

    /// Many write in their own language on the Dutch page. It changes what texts are marked as and whether they can be
    /// translated; messages go on in the language of the page, which the resident chose.
    pub(super) fn set_language(
        &self,
        language: Language,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::SetLanguage, actor, context)?;
        if language == self.language {
            return Err(Refusal::SameLanguage);
        }
        let mut decision = Decision::default();
        decision.event(Event::LanguageSet { language });
        Ok(decision)
    }

    /// A text in a language that nobody could check may turn out to accuse somebody: then it is held as it would have
    /// been, unless a coordinator has released it before.
    pub(super) fn translate(
        &self,
        texts: Vec<NewTranslation>,
        accuses: bool,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::Translate, actor, context)?;
        if texts.is_empty() {
            return Err(Refusal::NothingTranslated);
        }
        let mut decision = Decision::default();
        let for_resident = texts.iter().any(|new| new.language != OFFICIALS_READ);
        for NewTranslation { of, language, text } in texts {
            decision.event(Event::Translated { of, language, with: text.id.clone() }).text(text);
        }
        if for_resident {
            decision.tell(Recipient::Resident, MailKind::News);
        }
        if accuses && self.review == Review::NotNeeded {
            self.hold_by_itself(&mut decision);
        }
        Ok(decision)
    }

    /// The translations of a text, the earlier ones too: they say what the text said.
    pub(super) fn translations_of(&self, text: &TextId) -> impl Iterator<Item = TextId> + use<'_> {
        self.translations.get(text).into_iter().flatten().map(|translation| translation.text.clone())
    }
}
