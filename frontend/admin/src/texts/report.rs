//! Results, answers entered for somebody, and the report.

use super::number;

/// Why a poll has no figures to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Missing {
    /// Open, and nobody has answered.
    NobodyYet,
    /// Open, with fewer answers than can be shown without giving somebody away.
    NotEnoughYet,
    /// Closed a moment ago.
    Counting,
    /// Closed without any answer.
    Nobody,
    /// Closed, with so few answers.
    TooFew(u32),
}

pub(crate) struct ResultTexts {
    pub(crate) title: &'static str,
    pub(crate) none: fn(Missing) -> (&'static str, String),
    pub(crate) stand: fn(u32, &str) -> String,
    pub(crate) ballots: fn(u32) -> String,
    pub(crate) ballots_hidden: &'static str,
    pub(crate) no_sample: &'static str,
    pub(crate) area: &'static str,
    pub(crate) everybody: &'static str,
    pub(crate) areas_hidden: &'static str,
    pub(crate) answered: fn(u32) -> String,
    pub(crate) value: fn(u32, u32) -> String,
    pub(crate) value_alone: fn(u32) -> String,
    pub(crate) interval: fn(u32, u32) -> String,
    pub(crate) hidden_value: &'static str,
    pub(crate) hidden: &'static str,
    pub(crate) no_opinion: &'static str,
    pub(crate) mean: fn(&str, &str, &str) -> String,
    pub(crate) mean_place: fn(&str, &str, &str) -> String,
    pub(crate) first_places: &'static str,
    pub(crate) texts_later: &'static str,
    pub(crate) hidden_explained_title: &'static str,
    pub(crate) hidden_explained: &'static str,
    pub(crate) interval_explained: &'static str,
}

impl ResultTexts {
    pub(super) const NL: Self = Self {
        title: "Uitkomst",
        none: |missing| {
            match missing {
            Missing::NobodyYet => {
                ("Nog niemand deed mee", "Zodra iemand meedoet, ziet u dat hier binnen een minuut.".into())
            }
            Missing::NotEnoughYet => (
                "Nog geen uitkomst",
                "De eerste cijfers komen als er genoeg formulieren zijn: minstens 20, en meer als veel mensen hetzelfde antwoorden. Zo is niemand te herkennen. Als de peiling sluit, zijn 10 formulieren genoeg.".into(),
            ),
            Missing::Counting => (
                "De laatste antwoorden worden geteld",
                "Dat duurt ongeveer een minuut. Open deze pagina daarna opnieuw.".into(),
            ),
            Missing::Nobody => {
                ("Niemand deed mee", "Er zijn geen cijfers. Vertel in de terugkoppeling wat u nu doet.".into())
            }
            Missing::TooFew(count) => (
                "Te weinig formulieren",
                format!("{} Wij laten pas cijfers zien vanaf 10. Zo is niemand te herkennen.", match count {
                    1 => "Er is 1 formulier ingevuld.".to_owned(),
                    _ => format!("Er zijn {count} formulieren ingevuld."),
                }),
            ),
        }
        },
        stand: |number, day| format!("Telling {number} van {day}"),
        ballots: |count| if count == 1 { "1 formulier".to_owned() } else { format!("{} formulieren", number(count)) },
        ballots_hidden: "Aantal formulieren verborgen",
        no_sample: "Dit is geen steekproef: ieder die wilde kon meedoen. Wie niet meedeed, kan er anders over denken.",
        area: "Toon de uitkomst voor",
        everybody: "Iedereen",
        areas_hidden: "Buurten met te weinig antwoorden staan niet in deze lijst.",
        answered: |count| if count == 1 { "1 antwoord".to_owned() } else { format!("{} antwoorden", number(count)) },
        value: |count, percent| format!("{percent}% ({})", number(count)),
        value_alone: number,
        interval: |low, high| format!("Waarschijnlijk tussen {low}% en {high}%"),
        hidden_value: "verborgen",
        hidden: "Te weinig antwoorden om te tonen, of nodig om een kleine groep te beschermen.",
        no_opinion: "Telt niet mee als mening.",
        mean: |mean, low, high| format!("Gemiddeld {mean} (waarschijnlijk tussen {low} en {high})"),
        mean_place: |mean, low, high| format!("Gemiddelde plaats {mean} (waarschijnlijk tussen {low} en {high})"),
        first_places: "Op plaats 1 gezet",
        texts_later: "De open antwoorden ziet u zodra de peiling is gesloten.",
        hidden_explained_title: "Hoe leest u deze cijfers?",
        hidden_explained: "Groepen kleiner dan 10 laten we niet zien. Soms is ook een grotere groep verborgen, omdat de kleine groep anders is uit te rekenen.",
        interval_explained: "De donkere streep laat zien tussen welke waarden het echte percentage waarschijnlijk ligt (95%). Hoe meer antwoorden, hoe korter de streep.",
    };
}

pub(crate) struct BallotTexts {
    pub(crate) title: fn(&str) -> String,
    pub(crate) lead: &'static str,
    pub(crate) channel: &'static str,
    pub(crate) question: fn(usize, usize) -> String,
    pub(crate) several: &'static str,
    pub(crate) several_at_most: fn(u8) -> String,
    pub(crate) ranking: fn(u8) -> String,
    pub(crate) place: fn(u8) -> String,
    pub(crate) no_place: &'static str,
    pub(crate) no_opinion: &'static str,
    pub(crate) other: fn(&str) -> String,
    pub(crate) no_answer: &'static str,
    pub(crate) area: &'static str,
    pub(crate) area_unknown: &'static str,
    pub(crate) send: &'static str,
    pub(crate) done: fn(u32) -> String,
    pub(crate) empty: &'static str,
    pub(crate) not_open_title: &'static str,
    pub(crate) not_open: &'static str,
}

impl BallotTexts {
    pub(super) const NL: Self = Self {
        title: |title| format!("Antwoorden invoeren: {title}"),
        lead: "Voor wie belt, langskomt of op papier antwoordt. Vul precies in wat de bewoner zegt. Schrijf geen naam op.",
        channel: "Hoe kwamen de antwoorden binnen?",
        question: |place, of| format!("Vraag {place} van {of}"),
        several: "Meer antwoorden mogen.",
        several_at_most: |max| format!("Hoogstens {max} antwoorden."),
        ranking: |places| format!("Geef plaats 1 tot en met {places}, elke plaats één keer."),
        place: |place| format!("Plaats {place}"),
        no_place: "Geen plaats",
        no_opinion: "Geen mening",
        other: |option| format!("Bij ‘{option}’: wat bedoelt de bewoner?"),
        no_answer: "Geen antwoord",
        area: "In welke buurt woont de bewoner?",
        area_unknown: "Wil de bewoner niet zeggen",
        send: "Tel deze antwoorden mee",
        done: |count| match count {
            1 => "De antwoorden tellen mee. Het formulier is leeg voor de volgende.".into(),
            _ => format!(
                "De antwoorden tellen mee. U voerde nu {count} formulieren in. Het formulier is leeg voor de volgende."
            ),
        },
        empty: "Maak het formulier leeg",
        not_open_title: "Deze peiling is niet open",
        not_open: "U kunt alleen antwoorden invoeren zolang de peiling open is.",
    };
}

pub(crate) struct ReportTexts {
    pub(crate) title: &'static str,
    pub(crate) page_title: fn(&str) -> String,
    pub(crate) lead: &'static str,
    pub(crate) heard: &'static str,
    pub(crate) heard_hint: &'static str,
    pub(crate) findings: &'static str,
    pub(crate) findings_help: &'static str,
    pub(crate) we_do: &'static str,
    pub(crate) we_do_hint: &'static str,
    pub(crate) measure: fn(usize) -> String,
    pub(crate) measure_text: &'static str,
    pub(crate) add_measure: &'static str,
    pub(crate) we_do_not: &'static str,
    pub(crate) we_do_not_hint: &'static str,
    pub(crate) you_can: &'static str,
    pub(crate) you_can_hint: &'static str,
    pub(crate) activity: fn(usize) -> String,
    pub(crate) activity_text: &'static str,
    pub(crate) add_activity: &'static str,
    pub(crate) link: &'static str,
    pub(crate) no_link: &'static str,
    pub(crate) link_site: &'static str,
    pub(crate) link_initiative: &'static str,
    pub(crate) url: &'static str,
    pub(crate) url_hint: &'static str,
    pub(crate) initiative: &'static str,
    pub(crate) with_initiative: &'static str,
    pub(crate) by_whom: &'static str,
    pub(crate) by_when: &'static str,
    pub(crate) by_when_hint: &'static str,
    pub(crate) warning: &'static str,
    pub(crate) send: &'static str,
    pub(crate) ask_title: &'static str,
    pub(crate) ask_send: &'static str,
    pub(crate) ask_back: &'static str,
    pub(crate) done: &'static str,
    pub(crate) preview: &'static str,
    pub(crate) show_results: &'static str,
    pub(crate) carried_out: fn(&str) -> String,
    pub(crate) ready_by: fn(&str) -> String,
    pub(crate) not_closed_title: &'static str,
    pub(crate) not_closed: &'static str,
    pub(crate) already_title: &'static str,
    pub(crate) already: &'static str,
}

impl ReportTexts {
    pub(super) const NL: Self = Self {
        title: "Terugkoppeling",
        page_title: |title| format!("Terugkoppeling: {title}"),
        lead: "Vertel bewoners wat u hoorde en wat u ermee doet. Schrijf zoals u het aan de keukentafel zou zeggen.",
        heard: "Dit hoorden we",
        heard_hint: "Wat zeiden de meeste bewoners? Wat zeiden anderen?",
        findings: "Per vraag iets zeggen (mag, hoeft niet)",
        findings_help: "Wat viel op bij één vraag? Bewoners lezen het onder ‘Wat wij van u hoorden’.",
        we_do: "Dit gaan we doen",
        we_do_hint: "Noem wat er echt gebeurt, en waar. Eén ding per vak, met wie het doet.",
        measure: |place| format!("Maatregel {place}"),
        measure_text: "Wat gaan we doen?",
        add_measure: "Nog een maatregel",
        we_do_not: "Dit doen we niet, en waarom niet",
        we_do_not_hint: "Eerlijk zijn over wat niet kan, voorkomt teleurstelling.",
        you_can: "Dit kunt u zelf doen",
        you_can_hint: "Noem minstens één ding dat bewoners zelf kunnen doen of waar ze aan mee kunnen doen.",
        activity: |place| format!("Meedoen {place}"),
        activity_text: "Wat kunnen bewoners doen?",
        add_activity: "Nog iets om mee te doen",
        link: "Waar lezen bewoners meer?",
        no_link: "Nergens",
        link_site: "Op een website",
        link_initiative: "Bij een idee van bewoners",
        url: "Adres van de pagina",
        url_hint: "Begint met https://",
        initiative: "Welk idee?",
        with_initiative: "Met een link naar een idee van bewoners.",
        by_whom: "Wie voert het uit?",
        by_when: "Wanneer is het klaar?",
        by_when_hint: "Weet u het nog niet? Laat dit dan leeg.",
        warning: "Na het publiceren kunnen de terugkoppeling en de cijfers niet meer veranderen.",
        send: "Publiceer de terugkoppeling",
        ask_title: "Wilt u de terugkoppeling nu publiceren?",
        ask_send: "Ja, publiceer",
        ask_back: "Nee, ik kijk nog eens",
        done: "De terugkoppeling is gepubliceerd. De peiling is klaar.",
        preview: "Zo leest de bewoner het",
        show_results: "Toon de uitkomst",
        carried_out: |partner| format!("{partner} voert dit uit."),
        ready_by: |day| format!("Klaar op {day}."),
        not_closed_title: "De peiling is nog niet gesloten",
        not_closed: "U schrijft de terugkoppeling als de peiling is gesloten.",
        already_title: "De terugkoppeling staat er al",
        already: "Een terugkoppeling kan na het publiceren niet meer veranderen.",
    };
}
