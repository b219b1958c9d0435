//! Who lives where, and who answered.

use shared::residents::LineProblem;
use shared::tally::represent::{Margin, Presence};

use super::number;

pub(crate) struct ResidentsTexts {
    pub(crate) link: &'static str,
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) none: &'static str,
    pub(crate) stand: fn(usize, u32, &str) -> String,
    pub(crate) missing: fn(&str) -> String,
    pub(crate) table: &'static str,
    pub(crate) table_hint: &'static str,
    pub(crate) send: &'static str,
    pub(crate) done: &'static str,
    pub(crate) line: fn(usize, &str) -> String,
    pub(crate) problem: fn(LineProblem) -> &'static str,
    pub(crate) compared: &'static str,
    pub(crate) compared_note: &'static str,
    pub(crate) compared_table: &'static str,
    pub(crate) group: &'static str,
    pub(crate) respondents: &'static str,
    pub(crate) residents: &'static str,
    pub(crate) presence_title: &'static str,
    pub(crate) presence: fn(Presence) -> &'static str,
    pub(crate) weighted: &'static str,
    pub(crate) weighted_show: &'static str,
    pub(crate) weighted_hide: &'static str,
    pub(crate) weighted_warning: &'static str,
    pub(crate) weighted_by: fn(Margin) -> &'static str,
    pub(crate) weighted_none: &'static str,
    pub(crate) weighted_mean: fn(&str, &str, &str) -> String,
    pub(crate) effective: fn(u32, u32) -> String,
    pub(crate) answer: &'static str,
    pub(crate) share: &'static str,
    pub(crate) margin: &'static str,
}

impl ResidentsTexts {
    pub(super) const NL: Self = Self {
        link: "Inwoners per buurt en leeftijd",
        title: "Inwoners per buurt en leeftijd",
        lead: "Hiermee ziet u bij elke peiling welke groepen vaker of minder vaak meededen dan er wonen. Bewoners zien dat ook.",
        none: "Er is nog geen tabel geladen.",
        stand: |areas, people, day| {
            if areas == 1 {
                return format!("Geladen op {day}: 1 buurt met {} inwoners van 15 jaar en ouder.", number(people));
            }
            let people = number(people);
            format!("Geladen op {day}: {areas} buurten met samen {people} inwoners van 15 jaar en ouder.")
        },
        missing: |names| format!("Voor deze buurten zijn er geen cijfers: {names}."),
        table: "Tabel",
        table_hint: "Zoek op cbs.nl naar ‘Kerncijfers wijken en buurten’ en kies uw gemeente. Kopieer de kolommen Codering, 15 tot 25 jaar, 25 tot 45 jaar, 45 tot 65 jaar en 65 jaar of ouder, met de regel met kolomnamen erboven, en plak ze hier. Eigen kolomnamen kunnen ook: code; 15-24; 25-44; 45-64; 65-plus. Wat er stond, wordt vervangen.",
        send: "Laad de tabel",
        done: "De tabel is geladen.",
        line: |line, problem| format!("Regel {line}: {problem}"),
        problem: |problem| match problem {
            LineProblem::Nothing => "er staan geen buurten in. Plak de regels met buurten eronder.",
            LineProblem::Columns => {
                "niet alle kolommen zijn gevonden. Zet er een regel boven met: code; 15-24; 25-44; 45-64; 65-plus."
            }
            LineProblem::Code => "dit is geen code van het CBS, zoals BU00340101.",
            LineProblem::Area => "deze buurt hoort niet bij uw gemeente. Haal de regel weg, of kijk naar de code.",
            LineProblem::Twice => "deze buurt staat er al in. Haal één van de regels weg.",
            LineProblem::Number => "er ontbreekt een aantal, of het is geen heel getal zonder punt.",
            LineProblem::TooMany => "er zijn te veel regels. Kies alleen uw eigen gemeente.",
        },
        compared: "Wie deden er mee?",
        compared_note: "Vergeleken met de inwoners van 15 jaar en ouder, alleen tussen groepen en buurten die getoond mogen worden.",
        compared_table: "Antwoorden en inwoners per groep",
        group: "Groep",
        respondents: "Van de antwoorden",
        residents: "Van de inwoners",
        presence_title: "Deed mee",
        presence: |presence| match presence {
            Presence::Under => "minder vaak",
            Presence::AsExpected => "ongeveer even vaak",
            Presence::Over => "vaker",
        },
        weighted: "Gewogen uitkomst",
        weighted_show: "Toon de gewogen uitkomst",
        weighted_hide: "Verberg de gewogen uitkomst",
        weighted_warning: "Dit is een rekensom, geen meting: wie weinig meedeed telt zwaarder mee. Of die paar mensen denken als de rest van hun groep, weet niemand. Gebruik dit om te zien of de uitslag verandert. Noem deze cijfers niet in een brief, een raadsstuk of de krant.",
        weighted_by: |margin| match margin {
            Margin::Age => "Gewogen naar leeftijd",
            Margin::Area => "Gewogen naar buurt",
        },
        weighted_none: "Wegen kan hier niet: niet van elke groep zijn er genoeg antwoorden om te tonen.",
        weighted_mean: |mean, low, high| format!("Gewogen gemiddelde: {mean} (marge {low} tot {high})."),
        effective: |effective, answers| {
            format!(
                "Zo zeker als {} antwoorden uit een steekproef; gegeven zijn er {}.",
                number(effective),
                number(answers)
            )
        },
        answer: "Antwoord",
        share: "Gewogen deel",
        margin: "Marge",
    };
}
