//! Polski: what residents read of the rules. Not proof-read by a native speaker yet.

use crate::area_care::ContactRole;
use crate::case::Refusal;
use crate::fault::{FaultCode, FormFaults};
use crate::partner::PartnerKind;
use crate::poll::background::BackgroundWords;
use crate::privacy::FindingKind;
use crate::proposal::ProposalKind;
use crate::routing::Reasons;
use crate::sentence::Sentence;

pub(crate) const FORM_FAULTS: FormFaults = FormFaults {
    required: "Proszę tu coś wpisać.",
    choice_required: "Proszę wybrać odpowiedź.",
    too_long: Sentence::new("Ten tekst jest za długi. Może mieć najwyżej tyle znaków: {0}."),
    too_many: Sentence::new("Proszę wybrać najwyżej {0}."),
    out_of_range: Sentence::new("Proszę wybrać liczbę od {0} do {1}."),
    unknown: "Takiego wyboru (już) nie ma. Proszę wybrać jeszcze raz.",
    wrong_kind: "Ta odpowiedź nie pasuje do pytania. Proszę wpisać ją jeszcze raz.",
    not_an_email: "To nie jest adres e-mail. Dobry adres to na przykład naam@voorbeeld.nl.",
    not_asked: "To pytanie nie pasuje do wcześniejszych odpowiedzi. Proszę usunąć tę odpowiedź.",
    places: Sentence::new("Proszę podać miejsca od 1 do {0}, każde jeden raz."),
};

pub(crate) fn fault(code: &FaultCode) -> Option<String> {
    Some(match code {
        FaultCode::TooFew { min } => format!("To za mało. Najmniejsza liczba to {min}."),
        FaultCode::NotADate => "To nie jest data. Przykład daty: 2026-05-12.".into(),
        FaultCode::NotAFollowKey => {
            "Ten kod jest nieprawidłowy. Kod ma 26 liter i cyfr. Jest w naszym e-mailu albo na potwierdzeniu.".into()
        }
        FaultCode::NotInTheFuture => "Proszę wybrać dzień po dzisiejszym.".into(),
        FaultCode::TooFarAhead { days } => format!("Ta data jest za daleko. Największa liczba dni od dziś to {days}."),
        FaultCode::NotAPostcode => "To nie jest kod pocztowy. Przykład kodu: 1234 AB.".into(),
        FaultCode::NotAHouseNumber => "To nie jest numer domu. Przykład numeru: 12 albo 12a.".into(),
        FaultCode::Accuses => "Ten tekst chyba kogoś oskarża. Proszę to usunąć albo do nas zadzwonić.".into(),
        FaultCode::NotTogether => "To nie pasuje do innego wyboru tutaj. Proszę zmienić jedno z dwóch.".into(),
        _ => return None,
    })
}

pub(crate) const fn refusal(refusal: &Refusal) -> Option<&'static str> {
    Some(match refusal {
        Refusal::Ended => "Ta sprawa jest zakończona. Nie można już nic zmienić.",
        Refusal::Held => "Najpierw ten tekst przeczyta koordynator. Potem będzie można działać dalej.",
        Refusal::NoSuchQuestion => {
            "Na to pytanie jest już odpowiedź albo nie jest już potrzebna. Proszę jeszcze raz otworzyć stronę."
        }
        Refusal::Accuses => "Ten tekst chyba kogoś oskarża. Dlatego nie może być widoczny dla wszystkich.",
        Refusal::NotPublic => "Ta inicjatywa nie jest widoczna dla wszystkich.",
        Refusal::AlreadyWithdrawn => "Ten pomysł jest już wycofany.",
        Refusal::NotConcluded => "Nie ma jeszcze odpowiedzi, którą można ocenić. Proszę wrócić później.",
        Refusal::AlreadyRated => "Ta odpowiedź jest już oceniona.",
        Refusal::RatingTermPassed => {
            "Odpowiedź można było ocenić przez 14 dni. Proszę zadzwonić do gminy albo wysłać nowy pomysł."
        }
        Refusal::TextsErased => "Państwa teksty zostały usunięte. Nie ma już czego pokazać.",
        Refusal::NoSuchTask => "To zadanie jest gotowe albo już niepotrzebne. Proszę jeszcze raz otworzyć stronę.",
        Refusal::TaskAsItWas => "Nic się nie zmieniło. Proszę wybrać, kto to zrobi, albo inny dzień.",
        Refusal::SharedAlready => "Zgoda już jest. Inni mogą zadać pytanie.",
        Refusal::NotShared => "Teraz nikt nie może zadać pytania. Nic nie trzeba robić.",
        Refusal::NothingToShare => {
            "To możliwe tylko wtedy, gdy pomysł się udał i jest na stronie. Proszę otworzyć stronę jeszcze raz."
        }
        Refusal::NoAddress => "Proszę najpierw podać adres e-mail. Wtedy będzie wiadomo, że ktoś o coś pyta.",
        Refusal::TooManyTasks => "Jest już 30 otwartych zadań. Najpierw trzeba zakończyć jedno z nich.",
        Refusal::Field(_) => "Coś jest wpisane nieprawidłowo. Proszę to poprawić i wysłać jeszcze raz.",
        _ => return None,
    })
}

pub(crate) const fn partner_kind(kind: PartnerKind) -> &'static str {
    match kind {
        PartnerKind::Municipality => "gmina",
        PartnerKind::Police => "policja",
        PartnerKind::HousingCorporation => "korporacja mieszkaniowa",
        PartnerKind::Welfare => "organizacja pomocy społecznej",
    }
}

pub(crate) const fn contact_role(role: ContactRole) -> &'static str {
    match role {
        ContactRole::AreaCoordinator => "koordynator dzielnicy",
        ContactRole::NeighbourhoodOfficer => "dzielnicowy policji",
        ContactRole::HousingManager => "opiekun budynków",
        ContactRole::CommunityWorker => "pracownik społeczny",
        ContactRole::YouthWorker => "pracownik do spraw młodzieży",
        ContactRole::Enforcement => "strażnik gminny",
        ContactRole::Other => "osoba kontaktowa",
    }
}

pub(crate) const fn finding(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::PhoneNumber => "To wygląda na numer telefonu. Lepiej go usunąć.",
        FindingKind::Email => "To wygląda na adres e-mail. Lepiej go usunąć.",
        FindingKind::LicencePlate => {
            "To wygląda na numer rejestracyjny. Proszę go usunąć. Chodzi o przestępstwo? Proszę zadzwonić na policję."
        }
        FindingKind::HouseNumber => "To wygląda na numer domu. Lepiej podać samą ulicę.",
        FindingKind::CitizenServiceNumber => "To wygląda na numer BSN. Proszę go usunąć.",
        FindingKind::Postcode => "To wygląda na adres. Lepiej podać samą ulicę albo osiedle.",
        FindingKind::PersonName => "To wygląda na czyjeś imię lub nazwisko. Lepiej pisać bez nich.",
        FindingKind::Accusation => {
            "Ten tekst chyba kogoś oskarża. Lepiej napisać, co się dzieje i gdzie, bez mówienia kto. Inaczej najpierw przeczyta go koordynator."
        }
    }
}

pub(crate) const AGREEMENTS: [&str; 3] = [
    "Dzwonimy pod 112, gdy jest niebezpiecznie albo gdy widzimy przestępstwo. Nie ma pośpiechu? Wtedy dzwonimy pod 0900-8844.",
    "Sami nie interweniujemy. Nikogo nie zatrzymujemy i za nikim nie idziemy.",
    "Nie robimy ludziom zdjęć ani filmów. Nie podajemy też dalej nazwisk, numerów rejestracyjnych ani wizerunku ludzi.",
];

pub(crate) const REASONS: Reasons = Reasons {
    topic_unknown: "bo temat nie jest jeszcze znany; gmina sprawdzi, kto może najlepiej pomóc",
    cannot_take: Sentence::new("bo {0} nie może teraz tego przyjąć"),
    nobody_appointed: Sentence::new("bo dla tematu „{0}” nikt nie jest jeszcze wyznaczony; gmina sprawdzi, kto pomoże"),
    topic_in_place: Sentence::new("bo to dotyczy tematu „{0}”, {1}"),
    topic: Sentence::new("bo to dotyczy tematu „{0}”"),
    place: Sentence::new("bo to dotyczy terenu, {0}"),
    place_in: Sentence::new("miejsce: {0}"),
    kind: |kind| match kind {
        ProposalKind::Idea => "bo to prośba, żeby zrobił coś ktoś inny",
        ProposalKind::Initiative => "bo mieszkańcy chcą zrobić coś sami",
        ProposalKind::Notice => "bo to tylko informacja dla nas",
        ProposalKind::NeighbourhoodWatch => "bo to dotyczy straży sąsiedzkiej",
    },
};

pub(crate) const BACKGROUND: BackgroundWords = BackgroundWords {
    why: "Zobaczymy wtedy, czy każdy w okolicy ma głos. Wolą Państwo nie mówić? Można pominąć to pytanie.",
    why_age: "Zobaczymy wtedy, czy każdy w okolicy ma głos. Wolą Państwo nie mówić albo mają mniej niż 15 lat? Można pominąć to pytanie.",
    age: "Ile lat Państwo mają?",
    ages: ["od 15 do 24 lat", "od 25 do 44 lat", "od 45 do 64 lat", "65 lat lub więcej"],
    household: "Z kim Państwo mieszkają?",
    households: [
        "Mieszkam bez innych osób",
        "Z partnerką lub partnerem, bez dzieci",
        "Z dziećmi",
        "Inaczej, na przykład z rodzicami lub współlokatorami",
    ],
    tenure: "Czy mieszkanie jest wynajmowane, czy własne?",
    tenures: [
        "Moje własne albo kogoś, z kim mieszkam",
        "Wynajmuję od korporacji mieszkaniowej",
        "Wynajmuję od kogoś innego",
    ],
};
