//! Neighbourhood watch in the form, and the names of the kinds.

use shared::proposal::ProposalKind;

use super::carried::carried;

carried! {
    /// The question in the form.
    pub struct Watch {
        pub legend: &'static str,
        pub label: &'static str,
        pub hint: &'static str,
    }
}

pub(super) static NL: Watch = Watch {
    legend: "Gaat het om buurtpreventie?",
    label: "Ja, wij willen samen op de buurt letten",
    hint: "Bijvoorbeeld met een buurtapp of een rondje door de wijk. De gemeente maakt dan afspraken met u: wanneer u de politie belt, dat niemand zelf ingrijpt en dat niemand foto’s van mensen maakt. Pas daarna komt het op deze website.",
};

pub(super) static EN: Watch = Watch {
    legend: "Is it about neighbourhood watch?",
    label: "Yes, we want to watch over the neighbourhood together",
    hint: "With a group chat or a walk through the neighbourhood, for example. The municipality then makes agreements with you: when you call the police, that nobody steps in, and that nobody takes photos of people. Only then does it appear on this website.",
};

pub(super) const fn dutch_kind(kind: ProposalKind) -> &'static str {
    match kind {
        ProposalKind::Idea => "Idee",
        ProposalKind::Initiative => "Initiatief van bewoners",
        ProposalKind::Notice => "Bewoners doen dit zelf",
        ProposalKind::NeighbourhoodWatch => "Buurtpreventie",
    }
}

pub(super) const fn english_kind(kind: ProposalKind) -> &'static str {
    match kind {
        ProposalKind::Idea => "Idea",
        ProposalKind::Initiative => "Residents' initiative",
        ProposalKind::Notice => "Residents do this themselves",
        ProposalKind::NeighbourhoodWatch => "Neighbourhood watch",
    }
}
