//! Figures and answers as files.

pub(crate) struct DownloadTexts {
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) workbook: &'static str,
    pub(crate) csv: &'static str,
    pub(crate) code_book: &'static str,
    pub(crate) picture: &'static str,
    pub(crate) picture_first: &'static str,
    pub(crate) picture_alt: fn(&str) -> String,
    pub(crate) as_svg: &'static str,
    pub(crate) as_png: &'static str,
    pub(crate) online: &'static str,
    pub(crate) desk: &'static str,
    pub(crate) phone: &'static str,
    pub(crate) paper: &'static str,
    pub(crate) raw_title: &'static str,
    pub(crate) raw_lead: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) reason_hint: &'static str,
    pub(crate) raw_send: &'static str,
    pub(crate) raw_done: &'static str,
}

impl DownloadTexts {
    pub(super) const NL: Self = Self {
        title: "Cijfers meenemen",
        lead: "Dezelfde cijfers als op deze pagina. Kleine groepen zijn ook in deze bestanden verborgen.",
        workbook: "Werkmap voor Excel, met codeboek en toelichting (xlsx)",
        csv: "Cijfers als tabel (csv)",
        code_book: "Codeboek: wat elke code betekent (csv)",
        picture: "Plaatje voor brief of site",
        picture_first: "Plaatje van wat op plaats 1 staat",
        picture_alt: |question| format!("Plaatje van de cijfers bij ‘{question}’. Dezelfde cijfers staan erboven."),
        as_svg: "Bewaar als SVG-plaatje",
        as_png: "Bewaar als PNG-plaatje",
        online: "Via internet",
        desk: "aan de balie",
        phone: "per telefoon",
        paper: "op papier",
        raw_title: "Losse formulieren ophalen",
        raw_lead: "In dit bestand staat wat elke bewoner antwoordde, ook de open antwoorden. Mensen kunnen te herkennen zijn. \
                   Haal het alleen op als het nodig is, bewaar het veilig en gooi het daarna weg. Wij bewaren wie het \
                   ophaalde, wanneer en waarom.",
        reason: "Waarom hebt u de losse formulieren nodig?",
        reason_hint: "In minstens tien tekens. Bijvoorbeeld: onderzoek door de rekenkamer.",
        raw_send: "Haal de losse formulieren op",
        raw_done: "Het bestand is opgehaald. De reden is bewaard.",
    };
}
