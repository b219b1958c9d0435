//! What a case asks of an official now, and the groups of what else can be done.

pub(crate) struct ChoosingTexts {
    // What is asked now. The first name is that of the partner that has the case, the day the one that is promised.
    pub(crate) threat: &'static str,
    pub(crate) contact: &'static str,
    pub(crate) review: &'static str,
    pub(crate) offered: &'static str,
    pub(crate) support: fn(&str) -> String,
    pub(crate) date: fn(&str) -> String,
    pub(crate) again: fn(&str) -> String,
    pub(crate) answer: fn(&str) -> String,
    pub(crate) late: fn(&str) -> String,
    pub(crate) waiting: &'static str,
    pub(crate) waiting_there: fn(&str) -> String,
    pub(crate) elsewhere: fn(&str, &str) -> String,
    pub(crate) late_elsewhere: fn(&str, &str) -> String,
    pub(crate) helping: fn(&str) -> String,
    pub(crate) ended: &'static str,
    pub(crate) withdrawn: &'static str,
    // The groups of what else can be done.
    pub(crate) together: &'static str,
    pub(crate) planning: &'static str,
    pub(crate) words: &'static str,
    pub(crate) sort: &'static str,
}

impl ChoosingTexts {
    pub(super) const NL: Self = Self {
        threat: "Neem vandaag contact op met de bewoner.",
        contact: "Neem contact op met de buurtpreventie, en noteer hoe het ging.",
        review: "Lees de tekst. Pas hem zo nodig aan, en geef hem dan vrij.",
        offered: "Zeg hierboven eerst of uw organisatie de zaak overneemt.",
        support: |owner| format!("{owner} vraagt of u meehelpt."),
        date: |day| format!("Zeg of de uitvoering op {day} lukt."),
        again: |day| format!("Beslis uiterlijk {day} of er nog eens naar wordt gekeken."),
        answer: |day| format!("De bewoner hoort uiterlijk {day} van u."),
        late: |day| format!("De bewoner zou uiterlijk {day} van u horen. Antwoord zo snel mogelijk."),
        waiting: "U wacht op antwoord van de bewoner. U hoeft nu niets te doen.",
        waiting_there: |owner| format!("{owner} wacht op antwoord van de bewoner. U hoeft nu niets te doen."),
        elsewhere: |owner, day| format!("{owner} heeft deze zaak. De bewoner hoort uiterlijk {day} iets."),
        late_elsewhere: |owner, day| {
            format!("{owner} heeft deze zaak. De bewoner zou uiterlijk {day} iets horen. Vraag na hoe het staat.")
        },
        helping: |owner| format!("{owner} heeft deze zaak. U helpt mee."),
        ended: "Deze zaak is afgerond. U hoeft nu niets te doen.",
        withdrawn: "De bewoner trok dit in. U hoeft niets te doen.",
        together: "Samenwerken",
        planning: "Datums, taken en notities",
        words: "Tekst en website",
        sort: "Soort zaak",
    };
}
