//! How a case ends, and where it goes when it is no idea.

use leptos::prelude::*;
use shared::case::{CaseNumber, Nature, Outcome};
use shared::fault::FaultCode;
use shared::standard_text::Ending;
use shared::text::{LINE, OFFICIAL_TEXT};
use shared::time::CivilDate;
use shared::wire::admin::{CaseDetail, CaseLink, ErasureRequest, PassingOnRequest};
use ui::PlainText;

use super::OpenCase;
use super::command::{BY_RESIDENTS, CaseDraft, Faults, MERGED, NOT_DONE, REALISED, WILL_BE_DONE};
use crate::address::Page;
use crate::form::{DateField, LineField, Pick, Radios, Submission, TextField, plain_hints};
use crate::texts::texts;

/// The value of a radio button for each nature.
const fn value_of(nature: Nature) -> &'static str {
    match nature {
        Nature::Report => "report",
        Nature::Complaint => "complaint",
        Nature::Objection => "objection",
        Nature::Request => "request",
    }
}

pub(super) fn nature_of(value: &str) -> Option<Nature> {
    Nature::ALL.into_iter().find(|nature| value_of(*nature) == value)
}

/// The outcome, what belongs to it, and the text.
pub(super) fn conclusion_fields(open: &OpenCase, detail: &CaseDetail, submission: Submission) -> AnyView {
    let (words, ending) = (&texts().case, &texts().ending);
    let draft = open.draft;
    let picks = vec![
        Pick::new(REALISED, words.outcome_realised),
        Pick::with_help(WILL_BE_DONE, words.outcome_will_be_done, words.outcome_will_be_done_help),
        Pick::new(BY_RESIDENTS, words.outcome_by_residents),
        Pick::with_help(NOT_DONE, words.outcome_not_done, words.outcome_not_done_help),
        Pick::with_help(MERGED, ending.merged, ending.merged_help),
    ];
    let more = move || match draft.outcome.get().as_str() {
        WILL_BE_DONE => Some(
            view! {
                <DateField
                    name="outcome.on"
                    label=words.done_on_label
                    hint=words.done_on_hint
                    value=draft.done_on
                    submission
                />
            }
            .into_any(),
        ),
        MERGED => Some(
            view! {
                <LineField
                    name="outcome.into"
                    label=ending.into_label
                    hint=ending.into_hint
                    value=draft.merged_into
                    submission
                    short=true
                />
            }
            .into_any(),
        ),
        _ => None,
    };
    view! {
        <Radios name="outcome" legend=words.outcome_legend value=draft.outcome submission picks />
        {more}
        {ready(draft.outcome, draft.conclusion, detail)}
        <TextField
            name="text"
            label=words.conclusion_label
            hint=words.conclusion_hint
            value=draft.conclusion
            submission
            max=OFFICIAL_TEXT.characters
            rows=7
        />
        {plain_hints(draft.conclusion)}
    }
    .into_any()
}

/// What it is, where it goes, the number there, and the text.
pub(super) fn passing_fields(open: &OpenCase, detail: &CaseDetail, submission: Submission) -> AnyView {
    let words = &texts().ending;
    let draft = open.draft;
    let picks = Nature::ALL
        .into_iter()
        .map(|nature| Pick::with_help(value_of(nature), (words.nature)(nature), (words.nature_help)(nature)))
        .collect();
    view! {
        <p>{words.explained}</p>
        <Radios name="nature" legend=words.nature_legend value=draft.nature submission picks />
        <LineField name="to" label=words.to_label hint=words.to_hint value=draft.passing_to submission />
        {reference(&draft, submission)}
        {answer_by(&draft, submission)}
        {ready(draft.nature, draft.passing_text, detail)}
        <TextField
            name="text"
            label=words.text_label
            hint=words.text_hint
            value=draft.passing_text
            submission
            max=OFFICIAL_TEXT.characters
            rows=7
        />
        {plain_hints(draft.passing_text)}
    }
    .into_any()
}

/// The number that it has where it went: a report always has one, of anything else it may not be known.
fn reference(draft: &CaseDraft, submission: Submission) -> impl Fn() -> AnyView + use<> {
    let words = &texts().ending;
    let (chosen, value) = (draft.nature, draft.reference);
    let report = Memo::new(move |_| chosen.with(|nature| nature_of(nature)) == Some(Nature::Report));
    move || {
        let report = report.get();
        let hint = if report { words.reference_hint_report } else { words.reference_hint };
        view! {
            <LineField name="reference" label=words.reference_label hint value submission optional=!report />
        }
        .into_any()
    }
}

/// By when they answer. Of a report the resident hears from us.
fn answer_by(draft: &CaseDraft, submission: Submission) -> impl Fn() -> Option<AnyView> + use<> {
    let words = &texts().ending;
    let (chosen, value) = (draft.nature, draft.answer_by);
    let nature = Memo::new(move |_| chosen.with(|nature| nature_of(nature)));
    move || {
        let nature = nature.get().filter(|nature| nature.ends())?;
        let hint = (words.answer_by_hint)(nature);
        let field = view! {
            <DateField name="answerBy" label=words.answer_by_label hint value submission optional=true />
        };
        Some(field.into_any())
    }
}

/// Ready texts for the ending that is chosen.
fn ready(chosen: RwSignal<String>, into: RwSignal<String>, detail: &CaseDetail) -> AnyView {
    let ending = Signal::derive(move || chosen.with(|word| Ending::from_word(word)));
    crate::standard_texts::picker(ending, detail.topic_id.clone(), detail.language, into)
}

/// The values of the radio buttons for what goes.
const RESIDENTS: &str = "residents";
const EVERYTHING: &str = "everything";

/// Whose words go, and why.
pub(super) fn erasing_fields(open: &OpenCase, submission: Submission) -> AnyView {
    let words = &texts().ending;
    let draft = open.draft;
    let picks = vec![
        Pick::new(RESIDENTS, words.erase_residents),
        Pick::with_help(EVERYTHING, words.erase_everything, words.erase_everything_help),
    ];
    view! {
        <p>{words.erase_explained}</p>
        <Radios name="everything" legend=words.erase_legend value=draft.erasing submission picks />
        <TextField
            name="reason"
            label=words.erase_reason_label
            hint=words.erase_reason_hint
            value=draft.erasing_reason
            submission
            max=OFFICIAL_TEXT.characters
            rows=3
        />
    }
    .into_any()
}

impl CaseDraft {
    pub(super) fn erasure(&self, faults: &mut Faults, version: u64) -> Option<ErasureRequest> {
        let everything = match self.erasing.get_untracked().as_str() {
            RESIDENTS => Some(false),
            EVERYTHING => Some(true),
            _ => {
                faults.add("everything", FaultCode::ChoiceRequired);
                None
            }
        };
        let reason = faults.text("reason", self.erasing_reason);
        Some(ErasureRequest { version, everything: everything?, reason: reason? })
    }

    pub(super) fn outcome(&self, faults: &mut Faults, today: CivilDate) -> Option<Outcome> {
        match self.outcome.get_untracked().as_str() {
            REALISED => Some(Outcome::Realised),
            BY_RESIDENTS => Some(Outcome::TakenUpByResidents),
            NOT_DONE => Some(Outcome::NotDone),
            WILL_BE_DONE => faults.needed_day("outcome.on", self.done_on, today).map(|on| Outcome::WillBeDone { on }),
            MERGED => {
                let number = self.merged_into.with_untracked(|number| number.trim().parse::<CaseNumber>());
                number
                    .map_err(|_| faults.add("outcome.into", FaultCode::Unknown))
                    .ok()
                    .map(|into| Outcome::Merged { into })
            }
            _ => {
                faults.add("outcome", FaultCode::ChoiceRequired);
                None
            }
        }
    }

    pub(super) fn passing(&self, faults: &mut Faults, version: u64, today: CivilDate) -> Option<PassingOnRequest> {
        let nature = self.nature.with_untracked(|nature| nature_of(nature));
        if nature.is_none() {
            faults.add("nature", FaultCode::ChoiceRequired);
        }
        let to = faults.limited("to", LINE, self.passing_to);
        let reference = self.reference.with_untracked(|reference| LINE.read(reference));
        let reference = reference.map_err(|code| faults.add("reference", code)).ok()?.unwrap_or_default();
        if reference.is_empty() && nature == Some(Nature::Report) {
            faults.add("reference", FaultCode::Required);
        }
        // A day that was filled in before the choice became a report does no harm.
        let ends = nature.is_some_and(Nature::ends);
        let answer_by = ends.then(|| faults.later_day("answerBy", self.answer_by, today)).flatten();
        let text = faults.text("text", self.passing_text);
        Some(PassingOnRequest { version, nature: nature?, to: to?, reference, answer_by, text: text? })
    }
}

/// The other numbers of the case and where it went, above everything else that is known of it.
pub(super) fn connections(detail: &CaseDetail) -> Option<AnyView> {
    let (words, days) = (&texts().ending, &texts().days);
    let link = |link: &CaseLink| {
        let CaseLink { id, number, title } = link.clone();
        view! { <a href=Page::Case(id).path()>{number} " · " {title}</a> }
    };
    let into = detail.merged_into.as_ref().map(|other| view! { <p>{words.goes_on_in} " " {link(other)}</p> });
    let here = (!detail.merged_here.is_empty()).then(|| {
        let rows: Vec<_> = detail.merged_here.iter().map(|other| view! { <li>{link(other)}</li> }).collect();
        view! {
            <p>{words.merged_here}</p>
            <ul>{rows}</ul>
        }
    });
    let passed = detail.passed_on.as_ref().map(|passed| {
        let number = passed.reference.clone().map(|number| view! { <p>{words.reference_label} ": " {number}</p> });
        view! {
            <p>
                {(words.nature)(passed.nature)} ": " <strong>{passed.to.clone()}</strong> ", "
                {days.full(passed.on)}
            </p>
            {number}
            <p>{(words.received_on)(&days.full(passed.received_on))}</p>
            {passed.answer_by.map(|day| view! { <p>{(words.answer_by)(&days.full(day))}</p> })}
        }
    });
    if into.is_none() && here.is_none() && passed.is_none() {
        return None;
    }
    let view = view! {
        <section class="panel" aria-labelledby="connections-title">
            <h2 id="connections-title">{words.connections}</h2>
            {into}
            {here}
            {passed}
        </section>
    };
    Some(view.into_any())
}

/// The preview of what was passed on.
pub(super) fn passing_preview(draft: &CaseDraft) -> Option<AnyView> {
    let words = &texts().ending;
    let nature = draft.nature.with(|nature| nature_of(nature))?;
    let (to, number) = (draft.passing_to.get(), draft.reference.get());
    let text = draft.passing_text.get();
    let sentence = (words.preview)(&to, number.trim());
    let view = view! {
        <p><strong>{(words.preview_title)(nature)}</strong></p>
        <p>{sentence}</p>
        <PlainText text />
    };
    Some(view.into_any())
}
