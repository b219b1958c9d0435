//! What was typed and not sent yet, kept in memory for as long as the program runs. Nothing of it is ever written
//! to the device: it is about residents.

use std::collections::HashMap;

use leptos::prelude::*;
use shared::ids::{AreaId, CaseId, PartnerId, PollId};
use shared::wire::partners::PartnerCare;

use crate::areas::AreaDraft;
use crate::case::CaseDraft;
use crate::formal_rights::RightsDraft;
use crate::intake::IntakeDraft;
use crate::partners::PartnerDraft;
use crate::polls::{BallotDraft, CorrectionDraft, PollDraft, ReportDraft};
use crate::routing::RulesDraft;
use crate::standard_texts::TextDraft;

/// Every draft, by what it is about. Drafts belong to the program and not to a page, so they outlive the page.
#[derive(Clone, Copy)]
pub(crate) struct Drafts {
    owner: StoredValue<Owner>,
    cases: StoredValue<HashMap<CaseId, CaseDraft>>,
    pub(crate) intake: IntakeDraft,
    /// The poll that is being made, and has no number yet.
    pub(crate) new_poll: RwSignal<Option<PollDraft>>,
    polls: StoredValue<HashMap<PollId, PollDraft>>,
    ballots: StoredValue<HashMap<PollId, BallotDraft>>,
    reports: StoredValue<HashMap<PollId, ReportDraft>>,
    corrections: StoredValue<HashMap<PollId, CorrectionDraft>>,
    partners: StoredValue<HashMap<PartnerId, PartnerDraft>>,
    areas: StoredValue<HashMap<AreaId, AreaDraft>>,
    /// The ready text that is being written.
    pub(crate) standard_text: TextDraft,
    /// Burgerinitiatief and uitdaagrecht.
    pub(crate) formal_rights: RightsDraft,
    /// The routing rules, while somebody changes them.
    pub(crate) rules: RwSignal<Option<RulesDraft>>,
    /// Nothing of it matters any more: somebody else goes on in this window.
    dropped: StoredValue<bool>,
}

impl Drafts {
    pub(crate) fn start() -> Self {
        Self {
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            cases: StoredValue::default(),
            intake: IntakeDraft::new(),
            new_poll: RwSignal::new(None),
            polls: StoredValue::default(),
            ballots: StoredValue::default(),
            reports: StoredValue::default(),
            corrections: StoredValue::default(),
            partners: StoredValue::default(),
            areas: StoredValue::default(),
            standard_text: TextDraft::new(),
            formal_rights: RightsDraft::new(),
            rules: RwSignal::new(None),
            dropped: StoredValue::new(false),
        }
    }

    /// Lets the window go without asking.
    pub(crate) fn drop_all(self) {
        self.dropped.set_value(true);
    }

    /// Makes something that lives as long as the program.
    pub(crate) fn keep<T>(self, make: impl FnOnce() -> T) -> T {
        self.owner.get_value().with(make)
    }

    pub(crate) fn case(self, id: &CaseId) -> CaseDraft {
        self.of(self.cases, id, |_| true, |_| CaseDraft::new())
    }

    pub(crate) fn area(self, id: &AreaId) -> AreaDraft {
        self.of(self.areas, id, |_| true, |_| AreaDraft::new())
    }

    pub(crate) fn ballot(self, id: &PollId) -> BallotDraft {
        self.of(self.ballots, id, |_| true, |_| BallotDraft::new())
    }

    pub(crate) fn report(self, id: &PollId, make: impl FnOnce() -> ReportDraft) -> ReportDraft {
        self.of(self.reports, id, |_| true, |_| make())
    }

    /// What was typed for it, or else as it stands now: a draft that nobody changed may be of an older version.
    pub(crate) fn poll(self, id: &PollId, make: impl FnOnce() -> PollDraft) -> PollDraft {
        self.of(self.polls, id, PollDraft::holds_text, |_| make())
    }

    /// What was typed for it, or else as it stands now.
    pub(crate) fn correction(self, id: &PollId, make: impl FnOnce() -> CorrectionDraft) -> CorrectionDraft {
        self.of(self.corrections, id, CorrectionDraft::holds_text, |_| make())
    }

    /// What was typed for it, or else as it stands now, as open as it was.
    pub(crate) fn partner(self, care: &PartnerCare) -> PartnerDraft {
        self.of(self.partners, &care.id, PartnerDraft::holds_text, |known| {
            PartnerDraft::of(care, known.is_some_and(|known| known.is_open()))
        })
    }

    /// One form at a time; what was typed in the others stays.
    pub(crate) fn close_other_partners(self, open: &PartnerId) {
        let others = |partners: &HashMap<PartnerId, PartnerDraft>| -> Vec<PartnerDraft> {
            partners.iter().filter(|(id, _)| *id != open).map(|(_, draft)| *draft).collect()
        };
        self.partners.with_value(others).iter().for_each(PartnerDraft::close);
    }

    pub(crate) fn forget_partner(self, id: &PartnerId) {
        self.partners.update_value(|partners| {
            partners.remove(id);
        });
    }

    /// Forgets what was typed for a poll once it has been saved.
    pub(crate) fn forget_poll(self, id: &PollId) {
        self.polls.update_value(|polls| {
            polls.remove(id);
        });
    }

    pub(crate) fn forget_correction(self, id: &PollId) {
        self.corrections.update_value(|corrections| {
            corrections.remove(id);
        });
    }

    pub(crate) fn forget_report(self, id: &PollId) {
        self.reports.update_value(|reports| {
            reports.remove(id);
        });
    }

    /// The draft that is known, when it is to be kept; otherwise a new one, made with what is known.
    fn of<K, D>(
        self,
        drafts: StoredValue<HashMap<K, D>>,
        id: &K,
        keep: impl Fn(&D) -> bool,
        make: impl FnOnce(Option<D>) -> D,
    ) -> D
    where
        K: Clone + Eq + std::hash::Hash + Send + Sync + 'static,
        D: Copy + Send + Sync + 'static,
    {
        let known = drafts.with_value(|drafts| drafts.get(id).copied());
        if let Some(draft) = known.filter(keep) {
            return draft;
        }
        let draft = self.keep(|| make(known));
        drafts.update_value(|drafts| {
            drafts.insert(id.clone(), draft);
        });
        draft
    }

    /// Whether closing the window would lose something.
    pub(crate) fn hold_text(self) -> bool {
        if self.dropped.get_value() {
            return false;
        }
        self.cases.with_value(|cases| cases.values().any(CaseDraft::holds_text))
            || self.intake.holds_text()
            || self.new_poll.get_untracked().is_some_and(|poll| poll.holds_text())
            || self.polls.with_value(|polls| polls.values().any(PollDraft::holds_text))
            || self.ballots.with_value(|ballots| ballots.values().any(BallotDraft::holds_text))
            || self.partners.with_value(|partners| partners.values().any(PartnerDraft::holds_text))
            || self.rules.get_untracked().is_some_and(|rules| rules.holds_text())
            || self.reports.with_value(|reports| reports.values().any(ReportDraft::holds_text))
            || self.corrections.with_value(|corrections| corrections.values().any(CorrectionDraft::holds_text))
            || self.areas.with_value(|areas| areas.values().any(AreaDraft::holds_text))
            || self.standard_text.holds_text()
            || self.formal_rights.holds_text()
    }
}
