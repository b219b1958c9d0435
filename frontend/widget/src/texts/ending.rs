//! What becomes of an idea that goes on elsewhere: under another number, or as something that is no idea.

use shared::case::Nature;
use shared::text::Language;

pub struct Ending {
    /// Above an answer that ends it: who gave it.
    pub answered_by: fn(&str) -> String,
    /// "Dit gaat verder onder nummer 2026-0012."
    pub merged: fn(&str) -> String,
    pub merged_hint: &'static str,
    /// How that one stands and who has it.
    pub merged_stands: fn(&str, &str) -> String,
    pub merged_promise: fn(&str) -> String,
    pub merged_page: &'static str,
    /// What it was read as.
    pub passed_on: fn(Nature) -> &'static str,
    /// Where it went and when.
    pub passed_to: fn(&str, &str) -> String,
    pub reference: fn(&str) -> String,
    /// The day that counts.
    pub received: fn(&str) -> String,
    /// Who tells what comes of it, and by when.
    pub next: fn(Nature, Option<&str>) -> String,
    /// The parts of an answer.
    pub we_do: &'static str,
    pub you_do: &'static str,
    pub we_ask: &'static str,
    /// Above a translation that stands beside the original.
    pub translation: fn(Language) -> &'static str,
    /// Above what the municipality wrote in Dutch and nobody has translated.
    pub only_dutch: &'static str,
    /// In the place of a text whose words are gone.
    pub erased: &'static str,
    /// Before an answer is sent that seems to give somebody away.
    pub pointed_out: &'static str,
    /// Why something was hidden or rewritten.
    pub explained: &'static str,
    /// In the list of what happened.
    pub entry: fn(Nature, &str, Option<&str>) -> String,
}

pub(super) static NL: Ending = Ending {
    answered_by: |partner| format!("Antwoord van {partner}"),
    merged: |number| format!("Uw idee gaat verder onder nummer {number}."),
    merged_hint: "Een andere bewoner vroeg hetzelfde, of iets dat erbij hoort. Wij doen het in één keer. Uw naam en uw adres blijven bij ons.",
    merged_stands: |status, owner| format!("Zo staat het daar nu: {status}. {owner} helpt ermee."),
    merged_promise: |date| format!("Daar komt uiterlijk {date} nieuws."),
    merged_page: "Bekijk dat idee",
    passed_on: |nature| match nature {
        Nature::Report => "Wij hebben dit doorgegeven als melding",
        Nature::Complaint => "Wij lezen dit als een klacht",
        Nature::Objection => "Wij lezen dit als een bezwaar",
        Nature::Request => "Wij lezen dit als een aanvraag",
    },
    passed_to: |to, date| format!("Wij hebben het op {date} doorgestuurd naar {to}."),
    reference: |number| format!("Het nummer daar is {number}."),
    received: |date| format!("U stuurde het ons op {date}. Die datum telt."),
    next: |nature, day| {
        let about = match nature {
            Nature::Report => return "U hoort van ons hoe het afloopt.".into(),
            Nature::Complaint => "klacht",
            Nature::Objection => "bezwaar",
            Nature::Request => "aanvraag",
        };
        match (day, nature) {
            (Some(day), _) => format!(
                "Zij antwoorden u uiterlijk {day} over uw {about}. Hebben zij meer tijd nodig? Dan schrijven zij u dat vóór die dag."
            ),
            (None, Nature::Objection) => "Zij beslissen binnen 6 weken over uw bezwaar. Die weken beginnen na de laatste dag waarop u bezwaar kon maken. Kijkt er een commissie mee? Dan is het 12 weken. Zij schrijven u welke dag het wordt.".into(),
            (None, _) => format!("U krijgt van hen bericht over uw {about}."),
        }
    },
    we_do: "Wij doen",
    you_do: "U doet",
    we_ask: "Wij vragen",
    translation: |language| match language {
        Language::Nl => "Vertaling in het Nederlands",
        Language::En => "Vertaling in het Engels",
        Language::Tr => "Vertaling in het Turks",
        Language::Ar => "Vertaling in het Arabisch",
        Language::Pl => "Vertaling in het Pools",
        Language::Uk => "Vertaling in het Oekraïens",
    },
    only_dutch: "Deze tekst is er alleen in het Nederlands.",
    erased: "Deze tekst is gewist.",
    pointed_out: "Dit mag, maar laat het liever weg. Stuur het nog eens als u het zo wilt laten. Beschuldigt u iemand? Dan leest eerst de coördinator uw tekst.",
    explained: "Wij hebben veranderd wat anderen van uw idee zien. Wat u schreef, ziet u hier nog. Dit is waarom:",
    entry: |nature, date, reference| {
        let what = match nature {
            Nature::Report => "Doorgegeven als melding",
            Nature::Complaint => "Doorgestuurd als klacht",
            Nature::Objection => "Doorgestuurd als bezwaar",
            Nature::Request => "Doorgestuurd als aanvraag",
        };
        let number = reference.map(|number| format!(", nummer {number}")).unwrap_or_default();
        format!("{what}{number}. Ontvangen op {date}")
    },
};

pub(super) static EN: Ending = Ending {
    answered_by: |partner| format!("Answer from {partner}"),
    merged: |number| format!("Your idea goes on under number {number}."),
    merged_hint: "Another resident asked for the same, or for something that belongs to it. We do it in one go. Your name and your address stay with us.",
    merged_stands: |status, owner| format!("This is how it stands there: {status}. {owner} helps with it."),
    merged_promise: |date| format!("There will be news there by {date} at the latest."),
    merged_page: "See that idea",
    passed_on: |nature| match nature {
        Nature::Report => "We have passed this on as a report",
        Nature::Complaint => "We read this as a complaint",
        Nature::Objection => "We read this as an objection",
        Nature::Request => "We read this as an application",
    },
    passed_to: |to, date| format!("We sent it on to {to} on {date}."),
    reference: |number| format!("Its number there is {number}."),
    received: |date| format!("You sent it to us on {date}. That date counts."),
    next: |nature, day| {
        let about = match nature {
            Nature::Report => return "You will hear from us what came of it.".into(),
            Nature::Complaint => "complaint",
            Nature::Objection => "objection",
            Nature::Request => "application",
        };
        match (day, nature) {
            (Some(day), _) => format!(
                "They will answer your {about} by {day} at the latest. If they need more time, they will write to you before that day."
            ),
            (None, Nature::Objection) => "They will decide on your objection within 6 weeks. Those weeks begin after the last day on which you could object. If a committee looks at it too, it is 12 weeks. They will write to you which day it will be.".into(),
            (None, _) => format!("They will write to you about your {about}."),
        }
    },
    we_do: "We do",
    you_do: "You do",
    we_ask: "We ask",
    translation: |language| match language {
        Language::Nl => "Translation into Dutch",
        Language::En => "Translation into English",
        Language::Tr => "Translation into Turkish",
        Language::Ar => "Translation into Arabic",
        Language::Pl => "Translation into Polish",
        Language::Uk => "Translation into Ukrainian",
    },
    only_dutch: "This text is in Dutch only.",
    erased: "This text has been erased.",
    pointed_out: "You may send it like this, but it is better left out. Send it once more if you want to keep it so. If you accuse somebody, the coordinator reads your text first.",
    explained: "We have changed what others see of your idea. What you wrote is still here for you. This is why:",
    entry: |nature, date, reference| {
        let what = match nature {
            Nature::Report => "Passed on as a report",
            Nature::Complaint => "Sent on as a complaint",
            Nature::Objection => "Sent on as an objection",
            Nature::Request => "Sent on as an application",
        };
        let number = reference.map(|number| format!(", number {number}")).unwrap_or_default();
        format!("{what}{number}. Received on {date}")
    },
};
