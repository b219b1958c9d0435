//! Finding cases, and how it stands with all of them.

pub(crate) struct SearchTexts {
    pub(crate) tab: &'static str,
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) words: &'static str,
    pub(crate) words_hint: &'static str,
    pub(crate) area: &'static str,
    pub(crate) topic: &'static str,
    pub(crate) partner: &'static str,
    pub(crate) state: &'static str,
    pub(crate) any: &'static str,
    pub(crate) open: &'static str,
    pub(crate) ended: &'static str,
    pub(crate) find: &'static str,
    pub(crate) found: &'static str,
    pub(crate) nothing: &'static str,
    pub(crate) nothing_help: &'static str,
    pub(crate) clear: &'static str,
}

impl SearchTexts {
    pub(super) const NL: Self = Self {
        tab: "Zoeken",
        title: "Zaken zoeken",
        lead: "U vindt alleen zaken die u mag zien. De nieuwste staat bovenaan.",
        words: "Nummer of woorden",
        words_hint: "Wij zoeken in wat de bewoner schreef en in wat de bewoner van ons las. Niet in notities.",
        area: "Wijk, buurt of woongebouw",
        topic: "Onderwerp",
        partner: "Organisatie",
        state: "Open of afgerond",
        any: "Alle",
        open: "Open",
        ended: "Afgerond of ingetrokken",
        find: "Zoeken",
        found: "Gevonden zaken",
        nothing: "Geen zaak gevonden",
        nothing_help: "Gebruik minder woorden, of alleen het begin van een woord. Of kies minder.",
        clear: "Opnieuw beginnen",
    };
}

pub(crate) struct OverviewTexts {
    pub(crate) title: &'static str,
    pub(crate) help: &'static str,
    pub(crate) partner: &'static str,
    pub(crate) open: &'static str,
    pub(crate) late: &'static str,
    pub(crate) escalated: &'static str,
    pub(crate) this_week: &'static str,
    pub(crate) offered: &'static str,
    pub(crate) together: &'static str,
    pub(crate) only: fn(&str) -> String,
    pub(crate) all: &'static str,
}

impl OverviewTexts {
    pub(super) const NL: Self = Self {
        title: "Overzicht per organisatie",
        help: "Kies een organisatie. Dan ziet u alleen haar open zaken.",
        partner: "Organisatie",
        open: "Open",
        late: "Te laat",
        escalated: "Langer dan 2 werkdagen te laat",
        this_week: "Antwoord binnen 7 dagen",
        offered: "Overname gevraagd",
        together: "Samen",
        only: |partner| format!("U ziet alleen de zaken van {partner}."),
        all: "Toon alle organisaties",
    };
}
