//! Days that others have a say in: when something is carried out, and when somebody decides.

/// The sentences of one language; names and days are filled in.
pub struct Plans {
    /// Who, by when.
    pub decision: fn(&str, &str) -> String,
    pub decision_entry: fn(&str) -> String,
    /// Who carries it out, when.
    pub proposed: fn(&str, &str) -> String,
    pub proposed_entry: fn(&str, &str) -> String,
    pub confirmed: fn(&str, &str) -> String,
    pub confirmed_entry: fn(&str, &str) -> String,
    pub declined_entry: fn(&str, &str) -> String,
    /// Who helps from now on.
    pub helps_entry: fn(&str) -> String,
    /// By when there is news of an idea that is on its own again.
    pub unmerged_entry: fn(&str) -> String,
}

pub(super) static NL: Plans = Plans {
    decision: |who, date| format!("{who} neemt hierover een besluit. U hoort uiterlijk {date} van ons."),
    decision_entry: |date| format!("Hierover is een besluit nodig, uiterlijk {date}. Dit besluit neemt:"),
    proposed: |by, date| format!("Voorgesteld: {by} voert dit uit op {date}. {by} moet die datum nog bevestigen."),
    proposed_entry: |by, date| format!("Voorgesteld: {by} voert dit uit op {date}"),
    confirmed: |by, date| format!("{by} voert dit uit op {date}."),
    confirmed_entry: |by, date| format!("{by} heeft de datum bevestigd: {date}"),
    declined_entry: |by, date| format!("Het lukt {by} niet op {date}. Wij zoeken een andere dag."),
    helps_entry: |partner| format!("{partner} helpt mee"),
    unmerged_entry: |date| {
        format!(
            "Het andere idee is ingetrokken. Uw idee gaat weer verder onder zijn eigen nummer. Nieuws uiterlijk {date}"
        )
    },
};

pub(super) static EN: Plans = Plans {
    decision: |who, date| format!("{who} decides about this. You hear from us by {date}."),
    decision_entry: |date| format!("A decision is needed, by {date}. Who decides:"),
    proposed: |by, date| format!("Proposed: {by} does this on {date}. {by} still has to confirm that date."),
    proposed_entry: |by, date| format!("Proposed: {by} does this on {date}"),
    confirmed: |by, date| format!("{by} does this on {date}."),
    confirmed_entry: |by, date| format!("{by} has confirmed the date: {date}"),
    declined_entry: |by, date| format!("{by} cannot do this on {date}. We are looking for another day."),
    helps_entry: |partner| format!("{partner} helps with this"),
    unmerged_entry: |date| {
        format!("The other idea was withdrawn. Your idea goes on under its own number again. News by {date}")
    },
};
