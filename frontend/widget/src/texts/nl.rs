//! Nederlands, taalniveau B1, met *u*.

use shared::case::{Outcome, PublicStatus};
use shared::text::Language;
use shared::time::CivilDate;
use shared::wire::public::TimelineKind;

use super::{Corrections, Follow, Home, Initiatives, OpenData, Report, Results, Thanks, listed, number};
use super::{agreements, plans, watch};

fn date(date: CivilDate) -> String {
    super::dates::NL.written(date)
}

pub(super) static HOME: Home = Home {
    title: "Praat mee over uw buurt",
    lead: "Geef uw mening, stuur een idee en zie wat ermee gebeurt. U hebt geen account nodig.",
    polls: "Geef uw mening",
    no_polls: "Er is nu geen peiling open.",
    no_polls_hint: "U kunt wel altijd een idee sturen.",
    take_part: "Doe mee",
    open_until: |date| format!("Open tot en met {date}"),
    idea_title: "Hebt u een idee voor uw buurt?",
    idea_text: "Groot of klein: u hoeft het niet uit te werken. U ziet vooraf wie uw idee krijgt en wanneer u antwoord krijgt.",
    idea_button: "Stuur uw idee",
    initiatives: "Dit bedachten bewoners",
    all_initiatives: "Bekijk alle ideeën",
    reports: "Wat doen we met uw antwoorden?",
    reports_text: "Deze peilingen zijn gesloten.",
    reported: "Lees de uitslag en wat wij doen",
    report_awaited: |date| format!("U leest uiterlijk {date} wat wij doen"),
    report_late: |date| format!("U zou uiterlijk {date} lezen wat wij doen. Dat is niet gelukt. Wij werken er nog aan"),
    feed: "Volg het nieuws van uw buurt",
    closed: "Gesloten",
    follow_title: "Hebt u al iets gestuurd?",
    follow_text: "Met uw persoonlijke code ziet u hoe het ermee staat.",
    follow_link: "Volg uw idee",
};

pub(super) static THANKS: Thanks = Thanks {
    title: "Bedankt! Uw antwoorden zijn binnen",
    lead: "Fijn dat u meedenkt over uw buurt.",
    next_title: "Wat gebeurt er nu?",
    next_open: |date| format!("De peiling blijft open tot en met {date}."),
    next_count: "Daarna tellen wij alle antwoorden. Kleine groepen laten wij niet apart zien.",
    next_report: "Op de pagina van de peiling leest u wat wij doen, wie dat doet en wat u zelf kunt doen.",
    contact_title: "Wilt u iemand spreken?",
    contact_text: "Uw contactpersoon bij de gemeente is",
    nearby: "Dit doen bewoners al",
    share_title: "Vraag uw buren ook mee te doen",
    share_hint: "Stuur dit bericht naar uw buren:",
    share_text: |title, link| {
        format!(
            "Ik heb meegedaan aan de peiling ‘{title}’. Doet u ook mee? Het kost een paar minuten en u hoeft uw naam niet te geven. {link}"
        )
    },
    share_button: "Kopieer dit bericht",
};

pub(super) static CORRECTIONS: Corrections = Corrections {
    title: "Verbeterd in deze peiling",
    corrected_on: |date| format!("Op {date}"),
    title_was: "De titel was eerst:",
    intro_was: "De inleiding was eerst:",
    question_was: |number| format!("Vraag {number} was eerst:"),
    answers: |number| format!("De antwoorden bij vraag {number} zijn anders geschreven."),
};

pub(super) static OPEN_DATA: OpenData = OpenData {
    title: "Download de cijfers",
    text: "Wilt u zelf rekenen? Iedereen mag deze cijfers gebruiken. Kleine groepen staan er niet in.",
    csv: "Cijfers voor een spreadsheet (CSV)",
    json: "Cijfers voor een programma (JSON)",
    code_book: "Uitleg van de codes (CSV)",
};

pub(super) static RESULTS: Results = Results {
    closed_on: |date| format!("Gesloten op {date}"),
    report_awaited_title: "Wij zijn nog bezig met de antwoorden",
    report_awaited: |date| match date {
        Some(date) => format!("Uiterlijk {date} leest u hier wat wij ermee doen."),
        None => "Binnenkort leest u hier wat wij ermee doen.".to_owned(),
    },
    report_late_title: "Wij zijn te laat met ons antwoord",
    report_late: |date| {
        format!(
            "U zou hier uiterlijk {date} lezen wat wij ermee doen. Dat is niet gelukt. Wij werken er nog aan. U kunt ons erover bellen."
        )
    },
    title: "De uitslag",
    ballots: |count| match count {
        Some(1) => "1 persoon deed mee.".to_owned(),
        Some(count) => format!("{} mensen deden mee.", number(Language::Nl, count)),
        None => "Er deden te weinig mensen mee om cijfers te laten zien.".to_owned(),
    },
    as_of: |date| format!("Geteld op {date}."),
    sample_title: "Lees deze cijfers met zorg",
    sample: "Iedereen kon meedoen. De mensen die meededen, zijn geen steekproef. De cijfers gelden dus niet zomaar voor de hele buurt.",
    hidden: "Niet te zien",
    open_text: "Op deze vraag kon u zelf iets schrijven. Medewerkers lezen die antwoorden. Wij zetten ze niet op deze pagina.",
    margin_title: "Wat is de marge?",
    margin_text: "De marge laat zien hoe zeker een cijfer is. Hoe minder antwoorden, hoe groter de marge. Is de marge van twee antwoorden bijna gelijk, dan is er geen duidelijk verschil.",
    answer: "Antwoord",
    number: "Aantal",
    share: "Deel",
    margin_column: "Marge",
    mean: "Gemiddeld",
    mean_margin: |mean, low, high| format!("{mean} (marge {low} tot {high})"),
    represent: "Wie deden er mee?",
    represent_note: "Vergeleken met alle bewoners van 15 jaar en ouder.",
    under: "Deden minder vaak mee",
    over: "Deden vaker mee",
    alike: "Alle groepen deden ongeveer even vaak mee.",
    compared: |answered, live| format!("{answered}% van de antwoorden, {live}% van de bewoners"),
    per_group: "Cijfers per groep",
    per_group_note: "Alleen van wie dit wilde vertellen, en alleen van groepen van 10 mensen of meer.",
    per_area: "Cijfers per buurt",
    area_table: |area| format!("Antwoorden uit {area}"),
    everybody: "Iedereen",
    none: "Er zijn nog geen cijfers.",
    not_visible: "De uitslag komt hier tegelijk met wat wij ermee doen.",
};

pub(super) static REPORT: Report = Report {
    title: "Wat doen we met uw antwoorden?",
    published_on: |date| format!("Geschreven op {date}"),
    heard: "Wat wij van u hoorden",
    per_question: "Per vraag",
    we_do: "Wat wij doen",
    by_when: |date| format!("Klaar: {date}"),
    we_do_not: "Wat wij niet doen, en waarom",
    you_can: "Wat u zelf kunt doen",
    to_site: |host| format!("Lees meer op {host}"),
    to_initiative: "Bekijk dit idee:",
};

pub(super) static FOLLOW: Follow = Follow {
    title: "Hoe staat het met uw idee?",
    lead: "Vul uw persoonlijke code in.",
    code: "Uw persoonlijke code",
    code_hint: "26 letters en cijfers. De code staat op uw ontvangstbewijs en in onze mail. U mag ook de hele link plakken.",
    no_script: "Opende u uw persoonlijke link? Uw browser geeft de code daarin niet door, want JavaScript staat uit. Vul de code zelf in: dat is wat achter #c= staat. U mag ook de hele link plakken.",
    open: "Bekijk mijn idee",
    opening: "Wij zoeken uw idee op…",
    lost_title: "Bent u de code kwijt?",
    lost: "Wij kunnen de code niet opnieuw geven, want wij bewaren hem niet. Bel ons: wij kijken samen met u hoe het staat.",
    number: |number| format!("Uw idee, nummer {number}"),
    received_on: |date| format!("Ontvangen op {date}"),
    owner: |partner| format!("{partner} helpt u hiermee"),
    handover: |to, owner| format!("Wij hebben {to} gevraagd dit over te nemen. Tot {to} ja zegt, helpt {owner} u."),
    supporting: |names| {
        format!("Ook {} {} mee.", listed(names, &super::site::NL), if names.len() == 1 { "kijkt" } else { "kijken" })
    },
    promise: |date| format!("U hoort uiterlijk {date} van ons."),
    overdue: |date| {
        format!(
            "Wij hadden u beloofd dat u uiterlijk {date} iets zou horen. Dat is niet gelukt. Het spijt ons. De gemeente is gewaarschuwd."
        )
    },
    outcome: |outcome| match outcome {
        Outcome::Realised => "Het is gedaan.".to_owned(),
        Outcome::TakenUpByResidents => "Bewoners doen dit, en krijgen daarbij hulp.".to_owned(),
        Outcome::WillBeDone { on } => format!("Dit gaan we doen, op {}.", date(on)),
        Outcome::NotDone => "Dit doen we niet. Dit is waarom:".to_owned(),
        Outcome::Merged { into } => format!("Dit gaat verder onder nummer {into}."),
        Outcome::PassedOn { nature } => format!("{}.", (super::ending::NL.passed_on)(nature)),
    },
    public: "Andere bewoners kunnen dit idee op de website zien, zonder uw naam.",
    question_title: "Wij hebben een vraag voor u",
    question_from: |partner| format!("{partner} vraagt:"),
    answer: "Uw antwoord",
    answer_until: |date| format!("Graag uiterlijk {date}. Hebt u meer tijd nodig? Bel ons."),
    send_answer: "Verstuur mijn antwoord",
    answered_title: "Bedankt, uw antwoord is binnen",
    answered: "Wij gaan ermee verder.",
    rating_title: "Wat vindt u van ons antwoord?",
    rating_until: |date| format!("U kunt dit tot en met {date} laten weten."),
    helped: "Bent u geholpen met dit antwoord?",
    helped_yes: "Ja",
    helped_no: "Nee, kijk er nog eens naar",
    reason: "Waarom?",
    reason_hint: "Bij nee hebben wij dit nodig. Schrijf op wat er nog mist.",
    send_rating: "Verstuur",
    rated_title: "Bedankt, wij weten nu wat u vindt",
    rated_yes: "Fijn dat het heeft geholpen.",
    rated_no: "Iemand leest wat u schreef en beslist of wij er nog eens naar kijken. U hoort altijd waarom.",
    contact_title: "Uw e-mailadres",
    contact_now: "Wij mailen u als er nieuws is. Uw adres ziet niemand.",
    contact_none: "Wij hebben geen e-mailadres van u. Vul het in als u een mail wilt bij nieuws.",
    contact_email: "Nieuw e-mailadres",
    contact_save: "Bewaar dit adres",
    contact_erase: "Wis mijn e-mailadres",
    contact_kept_title: "Uw e-mailadres is bewaard",
    contact_kept: "Vanaf nu gaan berichten naar dit adres.",
    contact_erased_title: "Uw e-mailadres is gewist",
    contact_erased: "Wij mailen u niet meer. Met uw code ziet u hier hoe het staat.",
    threat_title: "Wordt u tegengewerkt of bedreigd?",
    threat_hint: "Vertel het ons. Dan verdwijnt uw idee meteen van de website en neemt uw contactpersoon bij de gemeente het op.",
    threat_button: "Ik word tegengewerkt of bedreigd",
    threat_page: "Wordt u tegengewerkt of bedreigd?",
    threat_lead: "U staat er niet alleen voor. Alleen uw contactpersoon bij de gemeente leest dit, uiterlijk de volgende werkdag.",
    threat_text: "Wat is er aan de hand?",
    threat_text_hint: "U hoeft niets op te schrijven. Weet u hoe wij u veilig kunnen bereiken? Zet dat er dan bij.",
    threat_send: "Laat het de gemeente weten",
    threat_received_title: "Wij weten het",
    threat_received: "Uw contactpersoon bij de gemeente leest dit uiterlijk de volgende werkdag. Uw idee staat niet meer op de website. Is er nu gevaar? Bel 112.",
    timeline: "Wat is er gebeurd?",
    newest_first: "Het nieuwste staat bovenaan.",
    keep_title: "Later terugkomen",
    keep: "Bewaar uw persoonlijke link of uw code. Een bladwijzer van deze pagina werkt niet, want uw code staat niet in het adres. Zo ziet niemand anders uw idee.",
    entry,
    sent: "Dit hebt u gestuurd",
    withdraw: "Ik wil mijn idee intrekken",
    withdraw_title: "Wilt u uw idee echt intrekken?",
    withdraw_text: "Wij stoppen er dan mee. U kunt dit niet meer terugdraaien.",
    withdraw_yes: "Ja, trek mijn idee in",
    withdraw_no: "Nee, ga terug",
    withdrawn: "U hebt dit idee ingetrokken. Wij doen er niets meer mee.",
    refresh: "Kijk of er nieuws is",
    close: "Sluit deze pagina",
};

pub(super) static INITIATIVES: Initiatives = Initiatives {
    title: "Dit bedachten bewoners",
    lead: "Ideeën en initiatieven uit de buurt, en wat ermee gebeurt. Zonder namen.",
    empty: "Er staan nog geen ideeën op deze pagina.",
    empty_hint: "Misschien is het uwe het eerste?",
    kind: watch::dutch_kind,
    status: |status| match status {
        PublicStatus::Received => "Ontvangen",
        PublicStatus::WithPartner => "In behandeling",
        PublicStatus::QuestionForYou => "Vraag aan de bewoner",
        PublicStatus::Planned => "Gepland",
        PublicStatus::InProgress => "Wij zijn bezig",
        PublicStatus::Done => "Klaar",
        PublicStatus::NotDone => "Dit doen we niet",
        PublicStatus::LookingAgain => "Wij kijken er nog eens naar",
        PublicStatus::Withdrawn => "Ingetrokken",
        PublicStatus::PassedOn => "Doorgestuurd",
        PublicStatus::Merged => "Gaat verder onder een ander nummer",
    },
    area: "Buurt",
    topic: "Onderwerp",
    partner: "Wie pakt dit op?",
    what: "Het idee",
    why: "Waarom",
    we_do: "Bewoners doen zelf",
    we_need: "Wat daarvoor nodig is",
    timeline: "Wat is er gebeurd?",
    news: "Volg het nieuws",
    news_hint: "Met een nieuwslezer (Atom) ziet u vanzelf wat er nieuw is.",
    follow: |name| format!("Nieuws over {name}"),
    own_title: "Hebt u zelf een idee?",
    own_text: "U hoeft het niet uit te werken.",
};

fn entry(kind: &TimelineKind, by: Option<&str>) -> String {
    let who = by.unwrap_or("De gemeente");
    match kind {
        TimelineKind::Received { partner } => format!("Het idee is binnen bij {partner}"),
        TimelineKind::Update => format!("Nieuws van {who}"),
        TimelineKind::Question => format!("Vraag van {who}"),
        TimelineKind::Answer => "Uw antwoord".to_owned(),
        TimelineKind::AnswerTermPassed => format!("Er kwam geen antwoord op de vraag. {who} gaat verder."),
        TimelineKind::HandoverOffered { to } => format!("Wij vroegen {to} dit over te nemen"),
        TimelineKind::OwnerChanged { to } => format!("{to} helpt nu met dit idee"),
        TimelineKind::PromiseSet { until } => format!("Nieuwe afspraak: nieuws uiterlijk {}", date(*until)),
        TimelineKind::Planned { on } => format!("Gepland op {}", date(*on)),
        TimelineKind::DecisionNeeded { until } => (plans::NL.decision_entry)(&date(*until)),
        TimelineKind::DateProposed { partner, on } => (plans::NL.proposed_entry)(partner, &date(*on)),
        TimelineKind::DateConfirmed { partner, on } => (plans::NL.confirmed_entry)(partner, &date(*on)),
        TimelineKind::DateDeclined { partner, on } => (plans::NL.declined_entry)(partner, &date(*on)),
        TimelineKind::Concluded { outcome } => match outcome {
            Outcome::Realised => "Het is gedaan".to_owned(),
            Outcome::TakenUpByResidents => "Bewoners doen dit, en krijgen daarbij hulp".to_owned(),
            Outcome::WillBeDone { on } => format!("Dit gaan we doen, op {}", date(*on)),
            Outcome::NotDone => "Dit doen we niet. Dit is waarom:".to_owned(),
            Outcome::Merged { into } => format!("Dit gaat verder onder nummer {into}"),
            Outcome::PassedOn { nature } => (super::ending::NL.passed_on)(*nature).to_owned(),
        },
        TimelineKind::PassedOn { nature, received_on, reference } => {
            (super::ending::NL.entry)(*nature, &date(*received_on), reference.as_deref())
        }
        TimelineKind::Rated { helped: true } => "U bent geholpen met het antwoord".to_owned(),
        TimelineKind::Rated { helped: false } => "U bent niet geholpen met het antwoord".to_owned(),
        TimelineKind::ReopeningAsked { decide_by } => {
            format!("U vroeg om er nog eens naar te kijken. U hoort uiterlijk {} van ons", date(*decide_by))
        }
        TimelineKind::Reopened { until } => {
            format!("Wij kijken er nog eens naar. Nieuws uiterlijk {}", date(*until))
        }
        TimelineKind::Unmerged { until } => (plans::NL.unmerged_entry)(&date(*until)),
        TimelineKind::SupportAccepted { partner } => (plans::NL.helps_entry)(partner),
        TimelineKind::ReopeningRefused => "Wij blijven bij ons antwoord. Dit is waarom:".to_owned(),
        TimelineKind::Explained => super::ending::NL.explained.to_owned(),
        TimelineKind::TextsErased => "Op verzoek zijn teksten gewist".to_owned(),
        TimelineKind::Threatened => "U liet weten dat u wordt tegengewerkt of bedreigd".to_owned(),
        TimelineKind::Withdrawn => "Het idee is ingetrokken".to_owned(),
        TimelineKind::KindSet { to } => (agreements::NL.kind_entry)(watch::dutch_kind(*to)),
        TimelineKind::AgreementsMade => agreements::NL.entry.to_owned(),
        TimelineKind::RecordedFor { partner } => format!("Genoteerd door de gemeente namens {partner}"),
    }
}
