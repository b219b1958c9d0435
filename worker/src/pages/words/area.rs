//! The page of an area.

use shared::{area::AreaKind, text::Language};

pub(in crate::pages) struct Words {
    pub(in crate::pages) kind: fn(AreaKind) -> &'static str,
    pub(in crate::pages) kind_in: fn(&str, &str) -> String,
    pub(in crate::pages) lead: &'static str,
    pub(in crate::pages) polls: &'static str,
    pub(in crate::pages) no_polls: &'static str,
    pub(in crate::pages) to_news: &'static str,
    pub(in crate::pages) open_until: fn(&str) -> String,
    pub(in crate::pages) reported: &'static str,
    pub(in crate::pages) closed: &'static str,
    pub(in crate::pages) initiatives: &'static str,
    pub(in crate::pages) no_initiatives: &'static str,
    pub(in crate::pages) done: &'static str,
    pub(in crate::pages) nothing_done: &'static str,
    pub(in crate::pages) experience: &'static str,
    pub(in crate::pages) to_contacts: &'static str,
    pub(in crate::pages) contacts: &'static str,
    pub(in crate::pages) danger: &'static str,
    pub(in crate::pages) no_contacts: &'static str,
    pub(in crate::pages) contact_person: &'static str,
    pub(in crate::pages) call: &'static str,
    pub(in crate::pages) own_title: &'static str,
    pub(in crate::pages) own_text: &'static str,
    pub(in crate::pages) propose: &'static str,
    pub(in crate::pages) near: &'static str,
    pub(in crate::pages) feed: fn(&str) -> String,
    pub(in crate::pages) home: &'static str,
}

pub(in crate::pages) const fn words(language: Language) -> &'static Words {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
        Language::Tr => &super::tr::AREA,
    }
}

const NL: Words = Words {
    kind: |kind| match kind {
        AreaKind::Wijk => "Wijk",
        AreaKind::Buurt => "Buurt",
        AreaKind::Complex => "Woongebouw",
    },
    kind_in: |kind, place| format!("{kind} in {place}"),
    lead: "Wat er speelt, wat bewoners doen, en wie u kunt vragen.",
    polls: "Vragen aan u",
    no_polls: "Er is hier nu geen peiling. Volg het nieuws van uw buurt, dan weet u het als er een komt.",
    to_news: "Volg het nieuws",
    open_until: |day| format!("Open tot en met {day}"),
    reported: "Klaar: lees wat wij ermee doen",
    closed: "Gesloten",
    initiatives: "Ideeën van bewoners",
    no_initiatives: "Er staat hier nog geen idee op de website. U kunt de eerste zijn. Doe een voorstel, of bel \
                     eerst met iemand van de lijst hieronder.",
    done: "Dit is gelukt",
    nothing_done: "Hier staat nog niets dat klaar is. In een andere buurt is vaak al iets gelukt.",
    experience: "Wilt u weten hoe anderen zoiets deden? Onze contactpersonen brengen u in contact met mensen met ervaring.",
    to_contacts: "Bekijk wie u kunt vragen",
    contacts: "Wie kunt u vragen?",
    danger: "Is er nu gevaar? Bel 112. Politie nodig, maar geen haast? Bel 0900-8844.",
    no_contacts: "Voor deze plek staat er nog niemand met naam. Bel de gemeente: zij zoekt de juiste persoon voor u.",
    contact_person: "Uw contactpersoon bij de gemeente:",
    call: "Bel",
    own_title: "Hebt u een idee voor deze plek?",
    own_text: "Klein mag ook. U hoeft niet te weten wie erover gaat: dat zoeken wij uit. U hoort van ons wie het oppakt en wanneer u antwoord krijgt.",
    propose: "Doe een voorstel",
    near: "Andere plekken en nieuws",
    feed: |name| format!("Volg het nieuws van {name} in een nieuwslezer (Atom)"),
    home: "Naar het begin",
};

const EN: Words = Words {
    kind: |kind| match kind {
        AreaKind::Wijk => "District",
        AreaKind::Buurt => "Neighbourhood",
        AreaKind::Complex => "Residential building",
    },
    kind_in: |kind, place| format!("{kind} in {place}"),
    lead: "What is going on, what residents do, and whom you can ask.",
    polls: "Questions for you",
    no_polls: "There is no poll here now. Follow the news of your neighbourhood to know when there is one.",
    to_news: "Follow the news",
    open_until: |day| format!("Open until {day}"),
    reported: "Finished: read what we do with it",
    closed: "Closed",
    initiatives: "Residents' ideas",
    no_initiatives: "No idea for this place is on the website yet. You can be the first. Make a proposal, or first call \
                     somebody on the list below.",
    done: "This has worked out",
    nothing_done: "Nothing here is finished yet. In another neighbourhood something often has worked out already.",
    experience: "Would you like to know how others did it? Our contact persons put you in touch with people who have experience.",
    to_contacts: "See whom you can ask",
    contacts: "Whom can you ask?",
    danger: "Is there danger now? Call 112. Do you need the police, but not urgently? Call 0900-8844.",
    no_contacts: "Nobody is listed by name for this place yet. Call the municipality: they find the right person for you.",
    contact_person: "Your contact at the municipality:",
    call: "Call",
    own_title: "Do you have an idea for this place?",
    own_text: "Small is fine. You do not have to know who is in charge: we find out. We tell you who takes it up and when you get an answer.",
    propose: "Make a proposal",
    near: "Other places and news",
    feed: |name| format!("Follow the news of {name} in a news reader (Atom)"),
    home: "To the start",
};
