//! What a moderator rewrites or hides, and what the resident reads about it.

use leptos::prelude::*;
use shared::text::{OFFICIAL_TEXT, RESIDENT_TEXT};
use shared::wire::admin::{CaseDetail, HidingRequest, LaterRedaction, RedactionRequest};

use super::OpenCase;
use super::command::{CaseDraft, Faults};
use crate::form::{Submission, TextField};
use crate::texts::texts;

/// The resident's texts, to be changed where they hurt somebody. Begins with what is read now.
pub(super) fn redaction_fields(open: &OpenCase, detail: &CaseDetail, submission: Submission) -> AnyView {
    let words = &texts().case;
    let draft = open.draft;
    let of_idea = [
        ("what", words.written_title, draft.redacted_what, Some(&detail.what)),
        ("why", words.why, draft.redacted_why, detail.why.as_ref()),
        ("weDo", words.we_do, draft.redacted_we_do, detail.we_do.as_ref()),
        ("weNeed", words.we_need, draft.redacted_we_need, detail.we_need.as_ref()),
    ];
    let fields: Vec<_> = of_idea
        .into_iter()
        .filter_map(|(name, label, value, now)| {
            // A text that was erased is not rewritten.
            let now = now.filter(|now| !now.is_empty())?;
            if value.with_untracked(String::is_empty) {
                value.set(now.clone());
            }
            Some(view! { <TextField name label value submission max=RESIDENT_TEXT.characters rows=5 /> }.into_any())
        })
        .collect();
    let later: Vec<_> = detail
        .written_later
        .iter()
        .enumerate()
        .map(|(place, text)| {
            let label = (texts().translating.called)(text.role);
            let before = detail.written_later.iter().take(place).filter(|other| other.role == text.role).count();
            let label = if before == 0 { label.to_owned() } else { format!("{label} ({})", before.saturating_add(1)) };
            let value = draft.redacted_later.of_text(&text.id, &text.text);
            let name = format!("later.{place}.text");
            view! { <TextField name label value submission max=RESIDENT_TEXT.characters rows=3 /> }.into_any()
        })
        .collect();
    view! {
        <p>{words.redact_explained}</p>
        {fields}
        {later}
        {reason(draft.redacting, submission)}
    }
    .into_any()
}

/// Why it is taken out of public.
pub(super) fn hiding_fields(open: &OpenCase, submission: Submission) -> AnyView {
    view! {
        <p>{texts().case.hide_explained}</p>
        {reason(open.draft.hiding, submission)}
    }
    .into_any()
}

fn reason(value: RwSignal<String>, submission: Submission) -> AnyView {
    let words = &texts().case;
    view! {
        <TextField
            name="reason"
            label=words.hide_reason
            hint=words.hide_reason_hint
            value
            submission
            max=OFFICIAL_TEXT.characters
            rows=3
        />
    }
    .into_any()
}

impl CaseDraft {
    pub(super) fn redaction(&self, faults: &mut Faults, version: u64) -> Option<RedactionRequest> {
        let later = self.redacted_later.changed("later", RESIDENT_TEXT, faults);
        let later = later.into_iter().map(|(of, text)| LaterRedaction { of, text }).collect();
        let (what, why) = (faults.rewritten("what", self.redacted_what), faults.rewritten("why", self.redacted_why));
        let we_do = faults.rewritten("weDo", self.redacted_we_do);
        let we_need = faults.rewritten("weNeed", self.redacted_we_need);
        let reason = faults.text("reason", self.redacting)?;
        Some(RedactionRequest { version, what, why, we_do, we_need, later, reason })
    }

    pub(super) fn hiding_request(&self, faults: &mut Faults, version: u64) -> Option<HidingRequest> {
        faults.text("reason", self.hiding).map(|reason| HidingRequest { version, reason })
    }
}
