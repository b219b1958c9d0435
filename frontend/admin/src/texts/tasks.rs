//! Who does what by when.

use shared::case::TaskKind;

pub(crate) struct TaskTexts {
    pub(crate) title: &'static str,
    pub(crate) kind: fn(TaskKind) -> &'static str,
    /// What kind of task, who, by when.
    pub(crate) meta: fn(&str, &str, &str) -> String,
    pub(crate) initiator: &'static str,
    pub(crate) pledger: &'static str,
    pub(crate) done: &'static str,
    pub(crate) dropped: &'static str,
    pub(crate) overdue: &'static str,
    pub(crate) withheld: &'static str,
    pub(crate) finish: &'static str,
    pub(crate) drop: &'static str,
    pub(crate) change: &'static str,
    pub(crate) change_send: &'static str,
    pub(crate) what: &'static str,
    pub(crate) what_hint: &'static str,
    pub(crate) which: &'static str,
    pub(crate) who: &'static str,
    pub(crate) who_hint: &'static str,
    pub(crate) day: &'static str,
    pub(crate) day_hint: &'static str,
    // Of the work list.
    pub(crate) list_title: &'static str,
    pub(crate) list_hint: &'static str,
    pub(crate) list_overdue: fn(&str) -> String,
    pub(crate) list_until: fn(&str) -> String,
    pub(crate) list_resident: &'static str,
}

impl TaskTexts {
    pub(super) const NL: Self = Self {
        title: "Wie doet wat?",
        kind: |kind| match kind {
            TaskKind::Work => "Iets doen",
            TaskKind::Permit => "Vergunning",
            TaskKind::Insurance => "Verzekering",
            TaskKind::Subsidy => "Subsidie",
            TaskKind::Consent => "Toestemming",
            TaskKind::Paperwork => "Ander papierwerk",
        },
        meta: |kind, who, day| format!("{kind} · {who} · uiterlijk {day}"),
        initiator: "De bewoner die dit bedacht",
        pledger: "Een bewoner die meedoet",
        done: "Klaar",
        dropped: "Hoeft niet meer",
        overdue: "Te laat",
        withheld: "Deze tekst lijkt een naam, adres of nummer te bevatten. Op de website staat alleen het soort taak.",
        finish: "Klaar",
        drop: "Hoeft niet meer",
        change: "Iemand anders, of een andere dag",
        change_send: "Verander deze taak",
        what: "Wat moet er gebeuren?",
        what_hint: "Kort, zonder namen. Is het idee openbaar? Dan leest iedereen dit.",
        which: "Wat voor taak is het?",
        who: "Wie doet het?",
        who_hint: "Laat dit leeg als uw eigen organisatie het doet. Papierwerk doet wie de zaak heeft, tenzij u iemand anders kiest.",
        day: "Wanneer moet het klaar zijn?",
        day_hint: "Kies een dag na vandaag.",
        list_title: "Taken",
        list_hint: "Wat uw organisatie doet, en waar bewoners in uw zaken te laat mee zijn.",
        list_overdue: |day| format!("Te laat: uiterlijk {day}"),
        list_until: |day| format!("Uiterlijk {day}"),
        list_resident: "een bewoner doet dit",
    };
}
