//! From what an official typed to what is sent, or to what is wrong with it.

use leptos::prelude::*;
use shared::fault::{Fault, FaultCode};
use shared::ids::{HandoverId, PartnerId};
use shared::text::{Limit, OFFICIAL_TEXT, RESIDENT_TEXT};
use shared::time::CivilDate;
use shared::wire::admin::{
    CaseAction, ConclusionRequest, HandoverReply, HandoverRequest, QuestionRequest, ReopeningRefusalRequest,
    UpdateRequest, VersionOnly,
};

use super::agreements::WatchDraft;
use super::helping::HelpDraft;
use super::translating::TranslationDraft;
use crate::api::CaseCommand;

/// What was typed for one case and not sent yet. Lives as long as the program, so that leaving the page, a conflict
/// or a session that ends costs nobody their text.
#[derive(Clone, Copy)]
pub(crate) struct CaseDraft {
    /// The form that is open.
    pub(crate) open: RwSignal<Option<CaseAction>>,
    pub(crate) we_do: RwSignal<String>,
    pub(crate) you_do: RwSignal<String>,
    pub(crate) we_ask: RwSignal<String>,
    pub(crate) next_news_by: RwSignal<String>,
    pub(crate) question: RwSignal<String>,
    pub(crate) outcome: RwSignal<String>,
    pub(crate) done_on: RwSignal<String>,
    pub(crate) merged_into: RwSignal<String>,
    pub(crate) conclusion: RwSignal<String>,
    pub(crate) nature: RwSignal<String>,
    pub(crate) passing_to: RwSignal<String>,
    pub(crate) reference: RwSignal<String>,
    pub(crate) answer_by: RwSignal<String>,
    pub(crate) passing_text: RwSignal<String>,
    pub(crate) erasing: RwSignal<String>,
    pub(crate) erasing_reason: RwSignal<String>,
    pub(crate) reopening_refusal: RwSignal<String>,
    pub(crate) redacted_what: RwSignal<String>,
    pub(crate) redacted_why: RwSignal<String>,
    pub(crate) redacted_we_do: RwSignal<String>,
    pub(crate) redacted_we_need: RwSignal<String>,
    pub(crate) redacted_later: TranslationDraft,
    /// What the resident reads about a text that was rewritten, and about an idea that was hidden.
    pub(crate) redacting: RwSignal<String>,
    pub(crate) hiding: RwSignal<String>,
    pub(crate) to: RwSignal<String>,
    pub(crate) handover_reason: RwSignal<String>,
    pub(crate) accept: RwSignal<String>,
    pub(crate) refusal: RwSignal<String>,
    pub(crate) suggestion: RwSignal<String>,
    pub(crate) translations: TranslationDraft,
    pub(crate) language: RwSignal<String>,
    pub(crate) help: HelpDraft,
    pub(crate) watch: WatchDraft,
}

/// Values of the radio buttons.
pub(crate) const YES: &str = "yes";
pub(crate) const NO: &str = "no";
pub(crate) const REALISED: &str = "realised";
pub(crate) const BY_RESIDENTS: &str = "takenUpByResidents";
pub(crate) const WILL_BE_DONE: &str = "willBeDone";
pub(crate) const NOT_DONE: &str = "notDone";
pub(crate) const MERGED: &str = "merged";

impl CaseDraft {
    pub(crate) fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            open: RwSignal::new(None),
            we_do: empty(),
            you_do: empty(),
            we_ask: empty(),
            next_news_by: empty(),
            question: empty(),
            outcome: empty(),
            done_on: empty(),
            merged_into: empty(),
            conclusion: empty(),
            nature: empty(),
            passing_to: empty(),
            reference: empty(),
            answer_by: empty(),
            passing_text: empty(),
            erasing: empty(),
            erasing_reason: empty(),
            reopening_refusal: empty(),
            redacted_what: empty(),
            redacted_why: empty(),
            redacted_we_do: empty(),
            redacted_we_need: empty(),
            redacted_later: TranslationDraft::new(),
            redacting: empty(),
            hiding: empty(),
            to: empty(),
            handover_reason: empty(),
            accept: empty(),
            refusal: empty(),
            suggestion: empty(),
            translations: TranslationDraft::new(),
            language: empty(),
            help: HelpDraft::new(),
            watch: WatchDraft::new(),
        }
    }

    fn texts(&self) -> Vec<RwSignal<String>> {
        let Self { we_do, you_do, we_ask, question, conclusion, passing_text, .. } = *self;
        let Self { reopening_refusal, handover_reason, refusal, redacting, hiding, .. } = *self;
        let asked = [we_do, you_do, we_ask, question, conclusion, passing_text];
        [&asked[..], &[reopening_refusal, handover_reason, refusal, redacting, hiding]].concat()
    }

    /// Whether something typed would be lost.
    pub(crate) fn holds_text(&self) -> bool {
        let all = [self.texts().as_slice(), &self.help.texts(), &self.watch.texts()].concat();
        all.iter().any(|text| text.with_untracked(|text| !text.trim().is_empty())) || self.translations.holds_text()
    }

    /// Forgets what belongs to an action, once it has been done.
    pub(crate) fn clear(&self, action: CaseAction) {
        match action {
            CaseAction::Translate => self.translations.clear(),
            CaseAction::Redact => self.redacted_later.clear(),
            _ => {}
        }
        let used: &[RwSignal<String>] = match action {
            CaseAction::Update => &[self.we_do, self.you_do, self.we_ask, self.next_news_by],
            CaseAction::Ask => &[self.question],
            CaseAction::Conclude => &[self.outcome, self.done_on, self.merged_into, self.conclusion],
            CaseAction::EraseTexts => &[self.erasing, self.erasing_reason],
            CaseAction::PassOn => &[self.nature, self.passing_to, self.reference, self.answer_by, self.passing_text],
            CaseAction::OfferHandover => &[self.to, self.handover_reason],
            CaseAction::ReplyToHandover => &[self.accept, self.refusal, self.suggestion],
            CaseAction::RefuseReopening => &[self.reopening_refusal],
            CaseAction::Redact => {
                &[self.redacted_what, self.redacted_why, self.redacted_we_do, self.redacted_we_need, self.redacting]
            }
            CaseAction::Hide => &[self.hiding],
            CaseAction::SetLanguage => &[self.language],
            CaseAction::WithdrawHandover
            | CaseAction::Translate
            | CaseAction::TakeUpThreat
            | CaseAction::Reopen
            | CaseAction::ReleaseReview
            | CaseAction::Publish => &[],
            CaseAction::SetKind | CaseAction::RecordAgreements | CaseAction::NoteContact | CaseAction::EndContact => {
                &self.watch.of(action)
            }
            _ => &self.help.of(action),
        };
        for text in used {
            text.set(String::new());
        }
        self.open.set(None);
    }

    /// What to send for an action, on the version of the case that is shown. `handover` is the offer that waits.
    pub(crate) fn command(
        &self,
        action: CaseAction,
        version: u64,
        handover: Option<&HandoverId>,
        today: CivilDate,
    ) -> Result<CaseCommand, Vec<Fault>> {
        let mut faults = Faults::default();
        let only = VersionOnly { version };
        let command = match action {
            CaseAction::Update => Some(CaseCommand::Update(self.update(&mut faults, version, today))),
            CaseAction::Ask => {
                faults.text("text", self.question).map(|text| CaseCommand::Ask(QuestionRequest { version, text }))
            }
            CaseAction::Conclude => {
                let outcome = self.outcome(&mut faults, today);
                let text = faults.text("text", self.conclusion);
                outcome
                    .zip(text)
                    .map(|(outcome, text)| CaseCommand::Conclude(ConclusionRequest { version, outcome, text }))
            }
            CaseAction::EraseTexts => self.erasure(&mut faults, version).map(CaseCommand::EraseTexts),
            CaseAction::PassOn => self.passing(&mut faults, version, today).map(CaseCommand::PassOn),
            CaseAction::Translate => Some(CaseCommand::Translate(self.translations.command(version, &mut faults))),
            CaseAction::SetLanguage => super::translating::language_command(self.language, version, &mut faults),
            CaseAction::Redact => self.redaction(&mut faults, version).map(CaseCommand::Redact),
            CaseAction::TakeUpThreat => Some(CaseCommand::TakeUpThreat(only)),
            CaseAction::Reopen => Some(CaseCommand::Reopen(only)),
            CaseAction::RefuseReopening => faults
                .text("text", self.reopening_refusal)
                .map(|text| CaseCommand::RefuseReopening(ReopeningRefusalRequest { version, text })),
            CaseAction::OfferHandover => {
                let to = faults.partner("to", self.to);
                let reason = faults.text("reason", self.handover_reason);
                to.zip(reason).map(|(to, reason)| CaseCommand::OfferHandover(HandoverRequest { version, to, reason }))
            }
            CaseAction::ReplyToHandover => {
                let reply = self.reply(&mut faults, version);
                handover.cloned().zip(reply).map(|(id, reply)| CaseCommand::ReplyToHandover(id, reply))
            }
            CaseAction::WithdrawHandover => handover.cloned().map(|id| CaseCommand::WithdrawHandover(id, only)),
            CaseAction::ReleaseReview => Some(CaseCommand::ReleaseReview(only)),
            CaseAction::Publish => Some(CaseCommand::Publish(only)),
            CaseAction::Hide => self.hiding_request(&mut faults, version).map(CaseCommand::Hide),
            CaseAction::SetKind | CaseAction::RecordAgreements | CaseAction::NoteContact | CaseAction::EndContact => {
                self.watch.command(action, version, &mut faults)
            }
            other => self.help.command(other, version, &mut faults, today),
        };
        match command {
            Some(command) if faults.0.is_empty() => Ok(command),
            _ => Err(faults.0),
        }
    }

    /// At least one of the three parts.
    fn update(&self, faults: &mut Faults, version: u64, today: CivilDate) -> UpdateRequest {
        let mut part = |field: &str, value: RwSignal<String>| {
            let read = value.with_untracked(|text| OFFICIAL_TEXT.read(text));
            read.map_err(|code| faults.add(field, code)).ok().flatten().unwrap_or_default()
        };
        let (we_do, you_do) = (part("weDo", self.we_do), part("youDo", self.you_do));
        let we_ask = part("weAsk", self.we_ask);
        if [&we_do, &you_do, &we_ask].into_iter().all(String::is_empty) {
            faults.add("weDo", FaultCode::Required);
        }
        let next_news_by = faults.later_day("nextNewsBy", self.next_news_by, today);
        UpdateRequest { version, text: String::new(), we_do, you_do, we_ask, next_news_by }
    }

    /// What was typed of an answer, in one piece.
    pub(crate) fn answer(&self) -> String {
        let parts = [self.we_do, self.you_do, self.we_ask].map(|part| part.get_untracked().trim().to_owned());
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    fn reply(&self, faults: &mut Faults, version: u64) -> Option<HandoverReply> {
        match self.accept.get_untracked().as_str() {
            YES => Some(HandoverReply { version, accept: true, reason: String::new(), suggestion: None }),
            NO => {
                let suggestion = self.suggestion.with_untracked(|id| PartnerId::parse(id).ok());
                let reason = faults.text("reason", self.refusal)?;
                Some(HandoverReply { version, accept: false, reason, suggestion })
            }
            _ => {
                faults.add("accept", FaultCode::ChoiceRequired);
                None
            }
        }
    }
}

/// Faults, gathered field by field.
#[derive(Default)]
pub(super) struct Faults(pub(super) Vec<Fault>);

impl Faults {
    pub(super) fn add(&mut self, field: &str, code: FaultCode) {
        self.0.push(Fault::new(field, code));
    }

    pub(super) fn text(&mut self, field: &str, value: RwSignal<String>) -> Option<String> {
        self.limited(field, OFFICIAL_TEXT, value)
    }

    pub(super) fn limited(&mut self, field: &str, limit: Limit, value: RwSignal<String>) -> Option<String> {
        let read = value.with_untracked(|text| limit.read_required(text));
        read.map_err(|code| self.add(field, code)).ok()
    }

    /// A text of the resident's; one that is not there is left out.
    pub(super) fn rewritten(&mut self, field: &str, value: RwSignal<String>) -> Option<String> {
        let read = value.with_untracked(|text| RESIDENT_TEXT.read(text));
        read.map_err(|code| self.add(field, code)).ok().flatten()
    }

    pub(super) fn partner(&mut self, field: &str, value: RwSignal<String>) -> Option<PartnerId> {
        let read = value.with_untracked(|id| PartnerId::parse(id));
        read.map_err(|_| self.add(field, FaultCode::ChoiceRequired)).ok()
    }

    /// A day after today.
    pub(super) fn needed_day(&mut self, field: &str, value: RwSignal<String>, today: CivilDate) -> Option<CivilDate> {
        let known = self.0.len();
        let day = self.later_day(field, value, today);
        if day.is_none() && self.0.len() == known {
            self.add(field, FaultCode::Required);
        }
        day
    }

    /// A day after today, or none.
    pub(super) fn later_day(&mut self, field: &str, value: RwSignal<String>, today: CivilDate) -> Option<CivilDate> {
        let text = value.get_untracked();
        if text.is_empty() {
            return None;
        }
        match text.parse::<CivilDate>() {
            Ok(day) if today.days_until(day) > 0 => Some(day),
            _ => {
                self.add(field, FaultCode::NotInTheFuture);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-22";

    fn command(action: CaseAction, fill: impl Fn(&CaseDraft)) -> Result<CaseCommand, Vec<String>> {
        Owner::new().with(|| {
            let draft = CaseDraft::new();
            fill(&draft);
            let handover = HandoverId::parse("h1").unwrap();
            draft
                .command(action, 7, Some(&handover), TODAY.parse().unwrap())
                .map_err(|faults| faults.into_iter().map(|fault| fault.field).collect())
        })
    }

    #[test]
    fn an_answer_needs_one_of_its_parts_and_a_day_that_is_still_to_come() {
        assert_eq!(command(CaseAction::Update, |_| {}), Err(vec!["weDo".into()]));
        let on = |day: &'static str| {
            command(CaseAction::Update, move |draft| {
                draft.you_do.set(" U vraagt uw buren. ".into());
                draft.next_news_by.set(day.into());
            })
        };
        assert_eq!(on(TODAY), Err(vec!["nextNewsBy".into()]));
        let expected = |day: Option<&str>| {
            CaseCommand::Update(UpdateRequest {
                version: 7,
                text: String::new(),
                we_do: String::new(),
                you_do: "U vraagt uw buren.".into(),
                we_ask: String::new(),
                next_news_by: day.map(|day| day.parse().unwrap()),
            })
        };
        assert_eq!(on(""), Ok(expected(None)));
        assert_eq!(on("2026-11-23"), Ok(expected(Some("2026-11-23"))));
    }

    #[test]
    fn what_will_be_done_needs_a_date_and_the_other_outcomes_do_not() {
        let conclude = |outcome: &'static str, day: &'static str| {
            command(CaseAction::Conclude, move |draft| {
                draft.outcome.set(outcome.into());
                draft.done_on.set(day.into());
                draft.conclusion.set("Klaar.".into());
            })
        };
        assert_eq!(conclude("", ""), Err(vec!["outcome".into()]));
        assert_eq!(conclude(WILL_BE_DONE, ""), Err(vec!["outcome.on".into()]));
        assert_eq!(conclude(WILL_BE_DONE, "2026-11-01"), Err(vec!["outcome.on".into()]));
        assert!(conclude(WILL_BE_DONE, "2027-01-01").is_ok());
        // A date that was filled in for another outcome does no harm.
        for outcome in [REALISED, BY_RESIDENTS, NOT_DONE] {
            assert!(conclude(outcome, "2026-11-01").is_ok(), "{outcome}");
        }
    }

    #[test]
    fn saying_no_to_a_handover_needs_a_reason_and_saying_yes_does_not() {
        assert_eq!(command(CaseAction::ReplyToHandover, |_| {}), Err(vec!["accept".into()]));
        assert_eq!(
            command(CaseAction::ReplyToHandover, |draft| draft.accept.set(NO.into())),
            Err(vec!["reason".into()])
        );
        let Ok(CaseCommand::ReplyToHandover(id, reply)) =
            command(CaseAction::ReplyToHandover, |draft| draft.accept.set(YES.into()))
        else {
            panic!("accepted")
        };
        assert_eq!((id.as_str(), reply.accept, reply.version), ("h1", true, 7));
        let Ok(CaseCommand::ReplyToHandover(_, reply)) = command(CaseAction::ReplyToHandover, |draft| {
            draft.accept.set(NO.into());
            draft.refusal.set("Dit is groen van de corporatie.".into());
            draft.suggestion.set("woonstad".into());
        }) else {
            panic!("declined")
        };
        assert_eq!(reply.suggestion, PartnerId::parse("woonstad").ok());
    }

    #[test]
    fn what_goes_on_elsewhere_needs_its_number() {
        let merged = |number: &'static str| {
            command(CaseAction::Conclude, move |draft| {
                draft.outcome.set(MERGED.into());
                draft.merged_into.set(number.into());
                draft.conclusion.set("Dit hoort bij een ander idee.".into());
            })
        };
        for number in ["", "147", "2026-147"] {
            assert_eq!(merged(number), Err(vec!["outcome.into".into()]), "{number}");
        }
        assert!(merged(" 2026-0147 ").is_ok());
        let passed = |nature: &'static str, number: &'static str| {
            command(CaseAction::PassOn, move |draft| {
                draft.nature.set(nature.into());
                draft.passing_to.set("Meldpunt".into());
                draft.reference.set(number.into());
                draft.passing_text.set("De lamp is stuk en dat is gemeld.".into());
            })
        };
        assert_eq!(passed("", ""), Err(vec!["nature".into()]));
        assert_eq!(passed("report", " "), Err(vec!["reference".into()]));
        assert!(passed("report", "M-1").is_ok() && passed("complaint", "").is_ok());
        let by = |nature: &'static str, day: &'static str| {
            command(CaseAction::PassOn, move |draft| {
                draft.nature.set(nature.into());
                draft.passing_to.set("Klachtencoördinator".into());
                draft.reference.set("M-1".into());
                draft.answer_by.set(day.into());
                draft.passing_text.set("Dit is een klacht over de balie.".into());
            })
        };
        assert_eq!(by("objection", TODAY), Err(vec!["answerBy".into()]));
        assert!(by("objection", "2027-02-01").is_ok());
        let Ok(CaseCommand::PassOn(report)) = by("report", TODAY) else { panic!("a report has no such day") };
        assert_eq!(report.answer_by, None);
    }

    #[test]
    fn all_faults_of_a_handover_are_found_at_once() {
        assert_eq!(command(CaseAction::OfferHandover, |_| {}), Err(vec!["to".into(), "reason".into()]));
    }

    #[test]
    fn what_was_sent_is_forgotten_and_the_rest_is_kept() {
        Owner::new().with(|| {
            let draft = CaseDraft::new();
            draft.we_do.set("a".into());
            draft.conclusion.set("b".into());
            draft.clear(CaseAction::Update);
            assert!(draft.we_do.get_untracked().is_empty() && draft.holds_text());
            draft.clear(CaseAction::Conclude);
            assert!(!draft.holds_text());
        });
    }
}
