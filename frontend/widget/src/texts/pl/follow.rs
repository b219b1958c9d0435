//! Following an idea, and the ideas that everybody sees.

use shared::case::{Nature, Outcome, PublicStatus};
use shared::proposal::ProposalKind;
use shared::text::Language;
use shared::time::CivilDate;
use shared::wire::public::TimelineKind;

use super::{DATES, SITE};
use crate::texts::{Agreements, Ending, Follow, Initiatives, Plans, listed};

fn date(date: CivilDate) -> String {
    DATES.written(date)
}

const fn kind(kind: ProposalKind) -> &'static str {
    match kind {
        ProposalKind::Idea => "Pomysł",
        ProposalKind::Initiative => "Inicjatywa mieszkańców",
        ProposalKind::Notice => "Mieszkańcy robią to sami",
        ProposalKind::NeighbourhoodWatch => "Straż sąsiedzka",
    }
}

pub(in crate::texts) static FOLLOW: Follow = Follow {
    title: "Co dzieje się z Państwa pomysłem?",
    lead: "Proszę wpisać osobisty kod.",
    code: "Państwa osobisty kod",
    code_hint: "26 liter i cyfr. Kod jest na potwierdzeniu i w naszym e-mailu. Można też wkleić cały link.",
    no_script: "Otworzyli Państwo swój osobisty link? Przeglądarka nie przekazuje kodu z linku, bo JavaScript jest wyłączony. Proszę wpisać kod samodzielnie: stoi za #c=. Można też wkleić cały link.",
    open: "Zobacz mój pomysł",
    opening: "Szukamy Państwa pomysłu…",
    lost_title: "Kod zginął?",
    lost: "Nie możemy podać kodu drugi raz, bo go nie przechowujemy. Proszę zadzwonić: razem sprawdzimy, co dzieje się z pomysłem.",
    number: |number| format!("Państwa pomysł, numer {number}"),
    received_on: |date| format!("Otrzymano {date}"),
    owner: |partner| format!("Pomaga Państwu {partner}"),
    handover: |to, owner| {
        format!("Chcemy, żeby zajęła się tym organizacja {to}. Dopóki się nie zgodzi, pomaga Państwu {owner}.")
    },
    supporting: |names| format!("W sprawę włącza się też: {}.", listed(names, &SITE)),
    promise: |date| format!("Odezwiemy się najpóźniej {date}."),
    overdue: |date| format!("Obiecaliśmy, że odezwiemy się do {date}. Nie udało się. Przepraszamy. Gmina o tym wie."),
    outcome: |outcome| match outcome {
        Outcome::Realised => "To jest zrobione.".to_owned(),
        Outcome::TakenUpByResidents => "Zajmują się tym mieszkańcy, z pomocą innych.".to_owned(),
        Outcome::WillBeDone { on } => format!("Zrobimy to {}.", date(on)),
        Outcome::NotDone => "Nie zrobimy tego. Oto dlaczego:".to_owned(),
        Outcome::Merged { into } => format!("Sprawa toczy się dalej pod numerem {into}."),
        Outcome::PassedOn { nature } => format!("{}.", (ENDING.passed_on)(nature)),
    },
    public: "Inni mieszkańcy widzą ten pomysł na stronie internetowej, bez Państwa nazwiska.",
    question_title: "Mamy do Państwa pytanie",
    question_from: |partner| format!("Pyta {partner}:"),
    answer: "Państwa odpowiedź",
    answer_until: |date| format!("Prosimy o odpowiedź do {date}. Potrzeba więcej czasu? Proszę zadzwonić."),
    send_answer: "Wyślij moją odpowiedź",
    answered_title: "Dziękujemy, mamy Państwa odpowiedź",
    answered: "Działamy dalej.",
    rating_title: "Co sądzą Państwo o naszej odpowiedzi?",
    rating_until: |date| format!("Można nam to napisać do {date} włącznie."),
    helped: "Czy ta odpowiedź pomogła?",
    helped_yes: "Tak",
    helped_no: "Nie, proszę jeszcze raz to sprawdzić",
    reason: "Dlaczego?",
    reason_hint: "Jeśli odpowiedź nie pomogła, musimy to wiedzieć. Proszę napisać, czego jeszcze brakuje.",
    send_rating: "Wyślij",
    rated_title: "Dziękujemy, znamy Państwa opinię",
    rated_yes: "Cieszymy się, że to pomogło.",
    rated_no: "Ktoś przeczyta ten tekst i zdecyduje, czy sprawdzimy to jeszcze raz. Zawsze napiszemy, dlaczego.",
    contact_title: "Państwa adres e-mail",
    contact_now: "Gdy będzie coś nowego, wyślemy e-mail. Nikt nie widzi adresu.",
    contact_none: "Nie mamy adresu e-mail. Proszę go wpisać, jeśli chcą Państwo dostawać e-maile o nowościach.",
    contact_email: "Nowy adres e-mail",
    contact_save: "Zapisz ten adres",
    contact_erase: "Usuń mój adres e-mail",
    contact_kept_title: "Adres e-mail jest zapisany",
    contact_kept: "Od teraz wiadomości idą na ten adres.",
    contact_erased_title: "Adres e-mail jest usunięty",
    contact_erased: "Nie wyślemy już e-maili. Z kodem można tu sprawdzić, co dzieje się z pomysłem.",
    threat_title: "Ktoś Państwu przeszkadza lub grozi?",
    threat_hint: "Proszę nam powiedzieć. Pomysł od razu zniknie ze strony, a osoba kontaktowa w gminie zajmie się sprawą.",
    threat_button: "Ktoś mi przeszkadza lub grozi",
    threat_page: "Ktoś Państwu przeszkadza lub grozi?",
    threat_lead: "Nie są Państwo z tym sami. Przeczyta to tylko osoba kontaktowa w gminie, najpóźniej w następnym dniu roboczym.",
    threat_text: "Co się dzieje?",
    threat_text_hint: "Nie trzeba nic pisać. Wiadomo, jak możemy się bezpiecznie skontaktować? Proszę to podać.",
    threat_send: "Powiadom gminę",
    threat_received_title: "Wiemy o tym",
    threat_received: "Osoba kontaktowa w gminie przeczyta to najpóźniej w następnym dniu roboczym. Pomysłu nie ma już na stronie. Teraz jest niebezpiecznie? Proszę dzwonić pod 112.",
    timeline: "Co się wydarzyło?",
    newest_first: "Najnowsze jest na górze.",
    keep_title: "Jak tu wrócić",
    keep: "Proszę zachować osobisty link albo kod. Zakładka do tej strony nie działa, bo w adresie nie ma kodu. Dzięki temu nikt inny nie zobaczy Państwa pomysłu.",
    entry,
    sent: "To zostało wysłane",
    withdraw: "Chcę wycofać mój pomysł",
    withdraw_title: "Na pewno wycofać pomysł?",
    withdraw_text: "Przestaniemy się nim zajmować. Nie można tego cofnąć.",
    withdraw_yes: "Tak, wycofaj mój pomysł",
    withdraw_no: "Nie, wróć",
    withdrawn: "Ten pomysł został przez Państwa wycofany. Nic więcej z nim nie robimy.",
    refresh: "Sprawdź, czy jest coś nowego",
    close: "Zamknij tę stronę",
};

pub(in crate::texts) static INITIATIVES: Initiatives = Initiatives {
    title: "Pomysły mieszkańców",
    lead: "Pomysły i inicjatywy z okolicy oraz to, co się z nimi dzieje. Bez nazwisk.",
    empty: "Na tej stronie nie ma jeszcze pomysłów.",
    empty_hint: "Może Państwa pomysł będzie pierwszy?",
    kind,
    status: |status| match status {
        PublicStatus::Received => "Otrzymano",
        PublicStatus::WithPartner => "Ktoś się tym zajmuje",
        PublicStatus::QuestionForYou => "Jest pytanie do mieszkańca",
        PublicStatus::Planned => "Zaplanowano",
        PublicStatus::InProgress => "Pracujemy nad tym",
        PublicStatus::Done => "Zrobione",
        PublicStatus::NotDone => "Nie zrobimy tego",
        PublicStatus::LookingAgain => "Sprawdzamy to jeszcze raz",
        PublicStatus::Withdrawn => "Wycofano",
        PublicStatus::PassedOn => "Przekazano dalej",
        PublicStatus::Merged => "Pod innym numerem",
    },
    area: "Osiedle",
    topic: "Temat",
    partner: "Kto się tym zajmuje?",
    what: "Pomysł",
    why: "Dlaczego",
    we_do: "Co robią sami mieszkańcy",
    we_need: "Co jest do tego potrzebne",
    timeline: "Co się wydarzyło?",
    news: "Śledź wiadomości",
    news_hint: "Czytnik wiadomości (Atom) pokazuje, co jest nowe.",
    follow: |name| format!("Wiadomości na temat: {name}"),
    own_title: "Mają Państwo własny pomysł?",
    own_text: "Nie musi być dopracowany.",
};

fn entry(what: &TimelineKind, by: Option<&str>) -> String {
    let who = by.unwrap_or("gmina");
    match what {
        TimelineKind::Received { partner } => format!("Pomysł dotarł do organizacji: {partner}"),
        TimelineKind::Update => format!("Pisze {who}"),
        TimelineKind::Question => format!("Pyta {who}"),
        TimelineKind::Answer => "Państwa odpowiedź".to_owned(),
        TimelineKind::AnswerTermPassed => format!("Na pytanie nie było odpowiedzi. Dalej działa {who}."),
        TimelineKind::HandoverOffered { to } => format!("Chcemy, żeby zajęła się tym organizacja {to}"),
        TimelineKind::OwnerChanged { to } => format!("Od teraz pomaga {to}"),
        TimelineKind::PromiseSet { until } => format!("Nowy termin: odezwiemy się najpóźniej {}", date(*until)),
        TimelineKind::Planned { on } => format!("Zaplanowano na {}", date(*on)),
        TimelineKind::DecisionNeeded { until } => (PLANS.decision_entry)(&date(*until)),
        TimelineKind::DateProposed { partner, on } => (PLANS.proposed_entry)(partner, &date(*on)),
        TimelineKind::DateConfirmed { partner, on } => (PLANS.confirmed_entry)(partner, &date(*on)),
        TimelineKind::DateDeclined { partner, on } => (PLANS.declined_entry)(partner, &date(*on)),
        TimelineKind::Concluded { outcome } => match outcome {
            Outcome::Realised => "To jest zrobione".to_owned(),
            Outcome::TakenUpByResidents => "Zajmują się tym mieszkańcy, z pomocą innych".to_owned(),
            Outcome::WillBeDone { on } => format!("Zrobimy to {}", date(*on)),
            Outcome::NotDone => "Nie zrobimy tego. Oto dlaczego:".to_owned(),
            Outcome::Merged { into } => format!("Sprawa toczy się dalej pod numerem {into}"),
            Outcome::PassedOn { nature } => (ENDING.passed_on)(*nature).to_owned(),
        },
        TimelineKind::PassedOn { nature, received_on, reference } => {
            (ENDING.entry)(*nature, &date(*received_on), reference.as_deref())
        }
        TimelineKind::Rated { helped: true } => "Odpowiedź pomogła".to_owned(),
        TimelineKind::Rated { helped: false } => "Odpowiedź nie pomogła".to_owned(),
        TimelineKind::ReopeningAsked { decide_by } => {
            format!("Jest prośba, żeby sprawdzić to jeszcze raz. Odezwiemy się do {}", date(*decide_by))
        }
        TimelineKind::Reopened { until } => {
            format!("Sprawdzamy to jeszcze raz. Odezwiemy się do {}", date(*until))
        }
        TimelineKind::Unmerged { until } => (PLANS.unmerged_entry)(&date(*until)),
        TimelineKind::SupportAccepted { partner } => (PLANS.helps_entry)(partner),
        TimelineKind::ReopeningRefused => "Zostajemy przy naszej odpowiedzi. Oto dlaczego:".to_owned(),
        TimelineKind::Explained => ENDING.explained.to_owned(),
        TimelineKind::TextsErased => "Na prośbę usunięto teksty".to_owned(),
        TimelineKind::Threatened => "Zgłoszono nam, że ktoś Państwu przeszkadza lub grozi".to_owned(),
        TimelineKind::Withdrawn => "Pomysł wycofano".to_owned(),
        TimelineKind::KindSet { to } => (AGREEMENTS.kind_entry)(kind(*to)),
        TimelineKind::AgreementsMade => AGREEMENTS.entry.to_owned(),
        TimelineKind::RecordedFor { partner } => format!("Zapisała gmina w imieniu organizacji {partner}"),
    }
}

pub(in crate::texts) static PLANS: Plans = Plans {
    decision: |who, date| format!("Decyzję w tej sprawie podejmuje {who}. Odezwiemy się najpóźniej {date}."),
    decision_entry: |date| format!("Potrzebna jest decyzja, najpóźniej {date}. Podejmuje ją:"),
    proposed: |by, date| format!("Propozycja: {by} zrobi to {date}. Ta data musi być jeszcze potwierdzona."),
    proposed_entry: |by, date| format!("Propozycja: {by} zrobi to {date}"),
    confirmed: |by, date| format!("{by} zrobi to {date}."),
    confirmed_entry: |by, date| format!("{by} potwierdza datę: {date}"),
    declined_entry: |by, date| format!("{by} nie może tego zrobić {date}. Szukamy innego dnia."),
    helps_entry: |partner| format!("{partner} pomaga"),
    unmerged_entry: |date| {
        format!(
            "Tamten pomysł wycofano. Państwa pomysł toczy się znowu pod własnym numerem. Odezwiemy się najpóźniej {date}"
        )
    },
};

pub(in crate::texts) static AGREEMENTS: Agreements = Agreements {
    title: "Nasze zasady",
    lead: |date| format!("Mieszkańcy i gmina ustalili te zasady {date}."),
    own: "Ustaliliśmy też:",
    contact: "Kontakt w gminie",
    turn_to: |name, reach| format!("Pytania o tę straż sąsiedzką? {name}, {reach}."),
    entry: "Zasady i kontakt w gminie są ustalone",
    kind_entry: |kind| format!("Teraz to jest: {kind}"),
};

pub(in crate::texts) static ENDING: Ending = Ending {
    answered_by: |partner| format!("Odpowiedź: {partner}"),
    merged: |number| format!("Państwa pomysł toczy się dalej pod numerem {number}."),
    merged_hint: "Ktoś inny prosił o to samo albo o coś podobnego. Załatwimy to razem. Państwa nazwisko i adres zostają u nas.",
    merged_stands: |status, owner| format!("Stan tamtej sprawy: {status}. Pomaga {owner}."),
    merged_promise: |date| format!("Będzie tam coś nowego najpóźniej {date}."),
    merged_page: "Zobacz tamten pomysł",
    passed_on: |nature| match nature {
        Nature::Report => "Przekazaliśmy to jako zgłoszenie",
        Nature::Complaint => "Czytamy to jako skargę",
        Nature::Objection => "Czytamy to jako sprzeciw",
        Nature::Request => "Czytamy to jako wniosek",
    },
    passed_to: |to, date| format!("Przekazaliśmy to {date}. Odbiorca: {to}."),
    reference: |number| format!("Numer tamtej sprawy to {number}."),
    received: |date| format!("Otrzymaliśmy to od Państwa {date}. Ta data się liczy."),
    next: |nature, day| {
        let about = match nature {
            Nature::Report => return "Napiszemy, jak to się skończyło.".into(),
            Nature::Complaint => "skargę",
            Nature::Objection => "sprzeciw",
            Nature::Request => "wniosek",
        };
        match (day, nature) {
            (Some(day), _) => format!(
                "Odpowiedzą na {about} najpóźniej {day}. Jeśli potrzebują więcej czasu, napiszą o tym przed tym dniem."
            ),
            (None, Nature::Objection) => "Decyzja o sprzeciwie zapadnie w ciągu 6 tygodni. Ten czas liczy się od ostatniego dnia, w którym można było złożyć sprzeciw. Jeśli sprawę ogląda też komisja, jest to 12 tygodni. Napiszą, który to będzie dzień.".into(),
            (None, _) => format!("Dostaną Państwo od nich odpowiedź na {about}."),
        }
    },
    we_do: "My robimy",
    you_do: "Państwo robią",
    we_ask: "Prosimy",
    translation: |language| match language {
        Language::Nl => "Tłumaczenie na niderlandzki",
        Language::En => "Tłumaczenie na angielski",
        Language::Tr => "Tłumaczenie na turecki",
        Language::Ar => "Tłumaczenie na arabski",
        Language::Pl => "Tłumaczenie na polski",
        Language::Uk => "Tłumaczenie na ukraiński",
    },
    only_dutch: "Ten tekst jest tylko po niderlandzku.",
    erased: "Ten tekst został usunięty.",
    pointed_out: "Można to tak wysłać, ale lepiej to usunąć. Jeśli tekst ma tak zostać, proszę wysłać go jeszcze raz. Jeśli kogoś oskarża, najpierw przeczyta go koordynator.",
    explained: "Zmieniliśmy to, co inni widzą z tego pomysłu. Państwa tekst jest tu nadal widoczny dla Państwa. Oto dlaczego:",
    entry: |nature, date, reference| {
        let what = match nature {
            Nature::Report => "Przekazano jako zgłoszenie",
            Nature::Complaint => "Przekazano jako skargę",
            Nature::Objection => "Przekazano jako sprzeciw",
            Nature::Request => "Przekazano jako wniosek",
        };
        let number = reference.map(|number| format!(", numer {number}")).unwrap_or_default();
        format!("{what}{number}. Otrzymano {date}")
    },
};
