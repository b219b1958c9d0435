//! Filling in a proposal step by step: the same rule on the server (plain forms) and in the browser.
//!
//! Each step carries everything filled in so far along; going back keeps it. The resident's own words come first,
//! the sorting (topic, area) after them. The rule is a pure function; the page only wires it.

use serde::{Deserialize, Serialize};

use super::ProposalDraft;
use crate::area::Area;
use crate::fault::{Fault, FaultCode};
use crate::poll::fill::Move;
use crate::text::Language;
use crate::topic::Topic;

/// Which page of the form is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ProposalStep {
    /// What the idea is, and why.
    Idea,
    Topic,
    Area,
    /// What the residents do themselves and what they need.
    Together,
    /// The e-mail address, and whether it may be public.
    Answer,
    /// Everything once more, with who gets it and why, before sending.
    Check,
}

impl ProposalStep {
    /// All steps in order.
    pub const ALL: [Self; 6] = [Self::Idea, Self::Topic, Self::Area, Self::Together, Self::Answer, Self::Check];

    /// The place among all steps, counted from 0.
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).unwrap_or(0)
    }

    /// The fields of the request that this step asks for.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Idea => &["what", "why"],
            Self::Topic => &["topicId"],
            Self::Area => &["areaId"],
            Self::Together => &["weDo", "weNeed", "onlyInform", "neighbourhoodWatch"],
            Self::Answer => &["email", "mayBePublic"],
            Self::Check => &[],
        }
    }

    /// The step that asks for a field.
    pub fn of_field(field: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.fields().contains(&field))
    }
}

/// What the resident filled in so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProposalFilling {
    pub step: ProposalStep,
    pub draft: ProposalDraft,
    /// Whether something was chosen at the topic; `draft.topic_id` alone cannot tell "I do not know" from nothing.
    pub topic_chosen: bool,
    /// One answer is being changed from the check page: forward leads back there.
    pub changing: bool,
    /// Faults of the step that is shown.
    pub faults: Vec<Fault>,
}

impl ProposalFilling {
    pub fn start() -> Self {
        Self {
            step: ProposalStep::Idea,
            draft: ProposalDraft::default(),
            topic_chosen: false,
            changing: false,
            faults: Vec::new(),
        }
    }

    /// Goes to the next page that the move leads to. Forward stays, with the faults, when what the step asks for
    /// does not fit; back and jumps never refuse, so that nobody is locked in.
    #[must_use]
    pub fn advance<T>(mut self, movement: Move<ProposalStep>, topics: &[Topic<T>], areas: &[Area]) -> Self {
        self.faults = match movement {
            Move::Forward => self.faults_of(self.step, topics, areas),
            Move::Back | Move::To(_) => Vec::new(),
        };
        if self.faults.is_empty() {
            let here = self.step.place();
            let there = match movement {
                Move::Forward | Move::Back if self.changing => ProposalStep::Check.place(),
                Move::Forward => here.saturating_add(1),
                Move::Back => here.saturating_sub(1),
                Move::To(step) => step.place(),
            };
            let there = ProposalStep::ALL.get(there).copied().unwrap_or(ProposalStep::Check);
            self.changing =
                self.step == ProposalStep::Check && there != ProposalStep::Check && matches!(movement, Move::To(_));
            self.step = there;
        }
        self
    }

    /// Shows the first step that has one of these faults: after sending was refused.
    #[must_use]
    pub fn at_first_fault(mut self, faults: Vec<Fault>) -> Self {
        let first = ProposalStep::ALL.into_iter().find(|step| faults.iter().any(|fault| step.asks(&fault.field)));
        self.step = first.unwrap_or(self.step);
        self.faults = faults.into_iter().filter(|fault| self.step.asks(&fault.field)).collect();
        self
    }

    fn faults_of<T>(&self, step: ProposalStep, topics: &[Topic<T>], areas: &[Area]) -> Vec<Fault> {
        // Whether it fits does not depend on the language.
        let faults = self.draft.read(Language::Nl, topics, areas).err().unwrap_or_default();
        let mut faults: Vec<Fault> = faults.into_iter().filter(|fault| step.asks(&fault.field)).collect();
        if step == ProposalStep::Topic && !self.topic_chosen {
            faults.push(Fault::new("topicId", FaultCode::ChoiceRequired));
        }
        faults
    }
}

impl ProposalStep {
    fn asks(self, field: &str) -> bool {
        self.fields().contains(&field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area::AreaKind;
    use crate::ids::AreaId;
    use crate::text::Localized;

    fn areas() -> Vec<Area> {
        let id = AreaId::parse("noord").unwrap();
        vec![Area { id, parent_id: None, kind: AreaKind::Wijk, name: "Noord".into(), cbs: None, network_level: None }]
    }

    fn forward(filling: ProposalFilling) -> ProposalFilling {
        filling.advance::<Localized>(Move::Forward, &[], &areas())
    }

    #[test]
    fn each_step_asks_only_for_its_own_fields_and_keeps_the_rest() {
        let empty = forward(ProposalFilling::start());
        assert_eq!((empty.step, empty.faults.len()), (ProposalStep::Idea, 1));

        let mut filling = ProposalFilling::start();
        filling.draft.what = " Een bankje ".into();
        filling.draft.email = "geen adres".into();
        let filling = forward(filling);
        assert_eq!((filling.step, filling.faults.len()), (ProposalStep::Topic, 0));
        assert_eq!(filling.draft.what, " Een bankje ", "what was typed stays as it was typed");

        let unanswered = forward(filling.clone());
        assert_eq!(unanswered.faults, [Fault::new("topicId", FaultCode::ChoiceRequired)]);
        let filling = forward(ProposalFilling { topic_chosen: true, ..filling });
        assert_eq!(filling.step, ProposalStep::Area);

        let mut filling = forward(filling).advance::<Localized>(Move::To(ProposalStep::Answer), &[], &areas());
        assert_eq!((filling.step, filling.faults.len()), (ProposalStep::Answer, 0));
        filling = forward(filling);
        assert_eq!(filling.faults, [Fault::new("email", FaultCode::NotAnEmail)]);
        assert_eq!(filling.advance::<Localized>(Move::Back, &[], &areas()).step, ProposalStep::Together);
    }

    #[test]
    fn after_a_change_the_way_leads_back_to_the_check_page() {
        let mut filling = ProposalFilling { step: ProposalStep::Check, ..ProposalFilling::start() };
        filling.draft.what = "Een bankje".into();
        filling.draft.area_id = Some(AreaId::parse("noord").unwrap());
        let changing = filling.advance::<Localized>(Move::To(ProposalStep::Area), &[], &areas());
        assert!(changing.changing);
        let done = forward(changing);
        assert_eq!((done.step, done.changing), (ProposalStep::Check, false));
        let same = done.advance::<Localized>(Move::To(ProposalStep::Check), &[], &areas());
        assert!(!same.changing, "who comes back to the check page changes nothing yet");
    }

    #[test]
    fn a_refused_proposal_shows_the_first_step_at_fault() {
        let filling = ProposalFilling { step: ProposalStep::Check, ..ProposalFilling::start() };
        let faults = vec![Fault::new("email", FaultCode::NotAnEmail), Fault::new("areaId", FaultCode::Unknown)];
        let filling = filling.at_first_fault(faults);
        assert_eq!((filling.step, filling.faults.len()), (ProposalStep::Area, 1));
        assert_eq!(ProposalStep::of_field("weNeed"), Some(ProposalStep::Together));
    }
}
