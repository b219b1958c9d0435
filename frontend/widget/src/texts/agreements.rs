//! What neighbourhood watch has agreed to.

/// What was agreed, on the public page and the follow page.
pub struct Agreements {
    pub title: &'static str,
    pub lead: fn(&str) -> String,
    pub own: &'static str,
    pub contact: &'static str,
    /// The person, and how to reach them.
    pub turn_to: fn(&str, &str) -> String,
    pub entry: &'static str,
    pub kind_entry: fn(&str) -> String,
}

pub(super) static NL: Agreements = Agreements {
    title: "Onze afspraken",
    lead: |date| format!("Bewoners en gemeente spraken dit af op {date}."),
    own: "Ook spraken wij af:",
    contact: "Contact bij de gemeente",
    turn_to: |name, reach| format!("Vragen over deze buurtpreventie? {name}, {reach}."),
    entry: "De afspraken en het contact bij de gemeente staan vast",
    kind_entry: |kind| format!("Dit is nu: {kind}"),
};

pub(super) static EN: Agreements = Agreements {
    title: "Our agreements",
    lead: |date| format!("Residents and municipality agreed on this on {date}."),
    own: "We also agreed:",
    contact: "Contact at the municipality",
    turn_to: |name, reach| format!("Questions about this neighbourhood watch? {name}, {reach}."),
    entry: "The agreements and the contact at the municipality are written down",
    kind_entry: |kind| format!("This is now: {kind}"),
};
