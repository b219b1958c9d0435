//! How a case ends, and where it goes when it is no idea.

use shared::case::Nature;

pub(crate) struct EndingTexts {
    pub(crate) merged: &'static str,
    pub(crate) merged_help: &'static str,
    pub(crate) into_label: &'static str,
    pub(crate) into_hint: &'static str,
    pub(crate) connections: &'static str,
    pub(crate) goes_on_in: &'static str,
    pub(crate) merged_here: &'static str,
    pub(crate) received_on: fn(&str) -> String,
    pub(crate) explained: &'static str,
    pub(crate) nature_legend: &'static str,
    pub(crate) nature: fn(Nature) -> &'static str,
    pub(crate) nature_help: fn(Nature) -> &'static str,
    pub(crate) to_label: &'static str,
    pub(crate) to_hint: &'static str,
    pub(crate) reference_label: &'static str,
    pub(crate) reference_hint: &'static str,
    pub(crate) reference_hint_report: &'static str,
    pub(crate) answer_by: fn(&str) -> String,
    pub(crate) answer_by_label: &'static str,
    pub(crate) answer_by_hint: fn(Nature) -> &'static str,
    pub(crate) text_label: &'static str,
    pub(crate) text_hint: &'static str,
    pub(crate) send: &'static str,
    pub(crate) erase_explained: &'static str,
    pub(crate) erase_legend: &'static str,
    pub(crate) erase_residents: &'static str,
    pub(crate) erase_everything: &'static str,
    pub(crate) erase_everything_help: &'static str,
    pub(crate) erase_reason_label: &'static str,
    pub(crate) erase_reason_hint: &'static str,
    pub(crate) erase_send: &'static str,
    pub(crate) preview_title: fn(Nature) -> &'static str,
    pub(crate) preview: fn(&str, &str) -> String,
}

impl EndingTexts {
    pub(super) const NL: Self = Self {
        merged: "Het gaat verder in een andere zaak",
        merged_help: "Bijvoorbeeld omdat een andere bewoner hetzelfde vroeg.",
        into_label: "Nummer van de andere zaak",
        into_hint: "Zoals 2026-0147. De bewoner ziet dit nummer en hoe het daar staat, maar niet wat een ander schreef.",
        connections: "Hoort bij",
        goes_on_in: "Deze zaak gaat verder in",
        merged_here: "Deze zaken gaan hier verder:",
        received_on: |day| format!("Ontvangen op {day}. Die datum telt."),
        explained: "Niets raakt zoek. Geef door wat geen idee is. De bewoner leest waarheen het ging.",
        nature_legend: "Wat is het wel?",
        nature: |nature| match nature {
            Nature::Report => "Een melding",
            Nature::Complaint => "Een klacht",
            Nature::Objection => "Een bezwaar",
            Nature::Request => "Een aanvraag",
        },
        nature_help: |nature| match nature {
            Nature::Report => {
                "Iets is kapot of vies. Zet het zelf in het meldsysteem. De zaak blijft open: u vertelt de bewoner hoe het afloopt."
            }
            Nature::Complaint => "Over hoe iemand is behandeld. De zaak eindigt hier.",
            Nature::Objection => {
                "Tegen een besluit. Stuur het vandaag door: de termijn loopt vanaf de dag van ontvangst."
            }
            Nature::Request => "Voor een vergunning of subsidie. De zaak eindigt hier.",
        },
        to_label: "Waarheen hebt u het doorgestuurd?",
        to_hint: "De functie, de afdeling of het systeem, zoals de klachtencoördinator. De bewoner leest dit.",
        reference_label: "Nummer daar",
        reference_hint: "De bewoner leest dit nummer.",
        reference_hint_report: "Het nummer in het meldsysteem. De bewoner leest dit nummer.",
        answer_by: |day| format!("Uiterlijk {day} krijgt de bewoner antwoord."),
        answer_by_label: "Uiterlijk antwoord op",
        answer_by_hint: |nature| match nature {
            Nature::Complaint => {
                "Laat u dit leeg? Dan leest de bewoner: 6 weken na ontvangst. Met een klachtencommissie is het 10 weken."
            }
            Nature::Request => {
                "Laat u dit leeg? Dan leest de bewoner: 8 weken na ontvangst. Geldt een andere termijn? Vul die dag in."
            }
            Nature::Objection => {
                "Weet u de dag? Vul hem in. De 6 weken tellen vanaf de laatste dag waarop iemand bezwaar kon maken. Met een commissie is het 12 weken."
            }
            Nature::Report => "",
        },
        text_label: "Uitleg aan de bewoner",
        text_hint: "Schrijf in gewone woorden waarom u het doorstuurt en wat er nu gebeurt.",
        send: "Stuur door",
        erase_explained: "De woorden verdwijnen voorgoed, ook voor u. Wat er gebeurde en wanneer, blijft staan. Is het idee openbaar? Dan gaat het van de website.",
        erase_legend: "Wat wist u?",
        erase_residents: "Alles wat de bewoner schreef",
        erase_everything: "Alle teksten van deze zaak",
        erase_everything_help: "Ook uw eigen antwoorden. Doe dit als daarin staat wat weg moet.",
        erase_reason_label: "Wie vroeg dit, en waarom?",
        erase_reason_hint: "Alleen coördinatoren lezen dit. Herhaal niet wat er stond.",
        erase_send: "Wis deze teksten",
        preview_title: |nature| match nature {
            Nature::Report => "Wij hebben dit doorgegeven als melding.",
            Nature::Complaint => "Wij lezen dit als een klacht.",
            Nature::Objection => "Wij lezen dit als een bezwaar.",
            Nature::Request => "Wij lezen dit als een aanvraag.",
        },
        preview: |to, number| {
            let number = if number.is_empty() { String::new() } else { format!(" Het nummer daar is {number}.") };
            format!("Wij hebben het vandaag doorgestuurd naar {to}.{number}")
        },
    };
}

/// The line in the history.
pub(super) fn passed_on(nature: Nature, received_on: &str, reference: Option<&str>) -> String {
    let number = reference.map(|number| format!(", nummer {number}")).unwrap_or_default();
    format!(
        "Doorgestuurd als {}{number}. Ontvangen op {received_on}",
        match nature {
            Nature::Report => "melding",
            Nature::Complaint => "klacht",
            Nature::Objection => "bezwaar",
            Nature::Request => "aanvraag",
        }
    )
}
