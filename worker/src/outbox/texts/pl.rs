//! Polski: every message to residents. Not proof-read by a native speaker yet.

use shared::{notification::MailKind, text::Language, time::CivilDate};

use super::{Facts, Frame, Words};

pub(super) static FRAME: Frame = Frame {
    dear_resident: "Szanowni Państwo,",
    to_resident_page: "Zobacz swój pomysł",
    to_pledge: "Zobacz swoją propozycję",
    to_question: "Zobacz swoje pytanie",
    code: |code| {
        format!(
            "Link nie działa? Proszę przejść do strony „Sprawdź swój pomysł” w Buurtstem. Proszę wpisać tam ten kod: {code}"
        )
    },
    share_with_nobody: "Link i kod są tylko dla Państwa. Proszę nikomu ich nie podawać.",
    questions: |phone, hours| format!("Pytania? Telefon: {phone} ({hours})."),
    no_answers: "Na ten e-mail nie można odpowiedzieć.",
    signature: |municipality| format!("Gmina {municipality}"),
    sender: |municipality| format!("Buurtstem {municipality}"),
    stop: "Nie chcę więcej wiadomości",
    confirm: "Potwierdź mój adres e-mail",
    to_report: "Przeczytaj wynik",
    stop_reader: "Jednak nie chcę e-maila",
};

fn date(date: CivilDate) -> String {
    widget::texts::of(Language::Pl).date(date)
}

const ON_YOUR_PAGE: &str = "Szczegóły są na Państwa osobistej stronie.";

pub(super) fn words(kind: MailKind, facts: &Facts) -> Words {
    let n = &facts.number;
    let (subject, paragraphs): (String, Vec<String>) = match kind {
        MailKind::Received => received(facts),
        MailKind::News => (
            format!("Jest coś nowego o Państwa pomyśle ({n})"),
            vec![format!("Jest coś nowego o Państwa pomyśle numer {n}."), ON_YOUR_PAGE.to_owned()],
        ),
        MailKind::Question => (
            format!("Mamy pytanie o Państwa pomysł ({n})"),
            vec![
                format!("Mamy do Państwa pytanie o pomysł numer {n}."),
                match facts.answer_until {
                    Some(until) => format!("Odpowiedzieć można do {}, na osobistej stronie.", date(until)),
                    None => ON_YOUR_PAGE.to_owned(),
                },
            ],
        ),
        MailKind::AnswerTermPassed => (
            format!("Działamy dalej w sprawie Państwa pomysłu ({n})"),
            vec![
                format!("Mieliśmy pytanie o pomysł numer {n}. Nie było odpowiedzi."),
                "Działamy teraz bez niej. Chcą Państwo jeszcze coś powiedzieć? Proszę zadzwonić.".to_owned(),
            ],
        ),
        MailKind::HandoverOffered => (
            format!("Prosimy o pomoc inną organizację ({n})"),
            vec![
                format!("Inna organizacja dostała prośbę, żeby zająć się pomysłem numer {n}."),
                "Dopóki się nie zgodzi, nic się dla Państwa nie zmienia.".to_owned(),
            ],
        ),
        MailKind::OwnerChanged => (
            format!("Od teraz pomaga inna organizacja ({n})"),
            vec![
                format!("W sprawie pomysłu numer {n} pomaga Państwu inna organizacja."),
                "Na osobistej stronie widać, która to organizacja i kiedy się odezwiemy.".to_owned(),
            ],
        ),
        MailKind::PromiseMoved => (
            format!("Odezwiemy się w innym dniu ({n})"),
            vec![
                format!("Na pomysł numer {n} potrzebujemy więcej albo mniej czasu."),
                "Na osobistej stronie jest nowa data i wyjaśnienie.".to_owned(),
            ],
        ),
        MailKind::Concluded => (
            format!("Jest odpowiedź na Państwa pomysł ({n})"),
            vec![format!("Jest odpowiedź na Państwa pomysł numer {n}."), ON_YOUR_PAGE.to_owned()],
        ),
        MailKind::PassedOn => (
            format!("Przekazaliśmy Państwa wiadomość dalej ({n})"),
            vec![
                format!("Przekazaliśmy dalej wiadomość numer {n}."),
                "Na osobistej stronie jest napisane, komu, co będzie teraz i kiedy będzie odpowiedź.".to_owned(),
            ],
        ),
        MailKind::MergedNews | MailKind::Unmerged => merged(kind, n),
        MailKind::PledgeReceived | MailKind::PledgeNews | MailKind::PledgeForYou => pledge(kind, n),
        MailKind::QuestionReceived | MailKind::QuestionNews | MailKind::QuestionForYou => question(kind, n),
        MailKind::Reopened => (
            format!("Sprawdzamy Państwa pomysł jeszcze raz ({n})"),
            vec![
                format!("Sprawdzamy jeszcze raz pomysł numer {n}."),
                "Na osobistej stronie widać, kiedy się odezwiemy.".to_owned(),
            ],
        ),
        MailKind::ReopeningRefused => (
            format!("Zostajemy przy naszej odpowiedzi ({n})"),
            vec![
                format!("Była prośba, żeby sprawdzić pomysł numer {n} jeszcze raz. Zostajemy przy naszej odpowiedzi."),
                "Na osobistej stronie jest napisane, dlaczego.".to_owned(),
            ],
        ),
        MailKind::TextsErased | MailKind::WithdrawalConfirmed => ended(kind, n),
        MailKind::MadePublic | MailKind::NoLongerPublic => public(kind, n),
        MailKind::ConfirmReader | MailKind::ReportPublished => reader(kind, n),
        for_officials => return super::en::words(for_officials, facts),
    };
    Words { subject, paragraphs }
}

fn received(facts: &Facts) -> (String, Vec<String>) {
    let n = &facts.number;
    (
        format!("Państwa pomysł do nas dotarł ({n})"),
        vec![
            format!("Dziękujemy za pomysł dla okolicy. Ma on numer {n}."),
            format!(
                "Pomysł trafia do organizacji: {}. Odezwiemy się najpóźniej {}.",
                facts.first_owner,
                date(facts.first_promise)
            ),
            "Na osobistej stronie widać, co dzieje się z pomysłem.".to_owned(),
        ],
    )
}

fn ended(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::TextsErased => (
            format!("Usunęliśmy teksty Państwa pomysłu ({n})"),
            vec![
                format!("Usunęliśmy teksty pomysłu numer {n}, bo była taka prośba."),
                "To nie była Państwa prośba? Proszę do nas zadzwonić.".to_owned(),
            ],
        ),
        _ => (
            format!("Państwa pomysł jest wycofany ({n})"),
            vec![
                format!("Pomysł numer {n} jest wycofany. Nic więcej z nim nie robimy."),
                "Zrobił to ktoś inny? Proszę do nas zadzwonić.".to_owned(),
            ],
        ),
    }
}

fn public(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::MadePublic => (
            format!("Każdy może teraz przeczytać Państwa pomysł ({n})"),
            vec![
                format!("Pomysł numer {n} jest teraz wśród inicjatyw z okolicy. Każdy może go przeczytać."),
                "Nazwiska i adresu e-mail nie pokazujemy.".to_owned(),
            ],
        ),
        _ => (
            format!("Państwa pomysłu nie ma już na stronie ({n})"),
            vec![
                format!("Pomysłu numer {n} nie ma już wśród inicjatyw z okolicy."),
                "Na osobistej stronie widać, co będzie dalej.".to_owned(),
            ],
        ),
    }
}

fn reader(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::ConfirmReader => (
            format!("Proszę potwierdzić adres e-mail: {n}"),
            vec![
                format!("Ktoś poprosił o e-mail z wynikiem ankiety „{n}”."),
                "To Państwa prośba? Proszę otworzyć link i nacisnąć przycisk.".to_owned(),
                "Jeśli nie, nic nie trzeba robić. Po 7 dniach usuniemy adres.".to_owned(),
            ],
        ),
        _ => (
            format!("Wynik ankiety: {n}"),
            vec![
                format!("Znany jest wynik ankiety „{n}”."),
                "Piszemy, co usłyszeliśmy, co robimy i co można zrobić samemu.".to_owned(),
                "To jedyny e-mail o tej ankiecie. Państwa adres jest już usunięty.".to_owned(),
            ],
        ),
    }
}

fn merged(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::MergedNews => (
            format!("Jest odpowiedź w sprawie połączonej z Państwa pomysłem ({n})"),
            vec![
                format!("Pomysł numer {n} toczy się dalej pod innym numerem. Jest tam teraz odpowiedź."),
                ON_YOUR_PAGE.to_owned(),
            ],
        ),
        _ => (
            format!("Państwa pomysł znowu ma własny numer ({n})"),
            vec![
                format!(
                    "Państwa pomysł był pod innym numerem. Tamten pomysł wycofano. Pomysł numer {n} toczy się dalej."
                ),
                "Na osobistej stronie widać, kto się nim zajmuje i kiedy się odezwiemy.".to_owned(),
            ],
        ),
    }
}

fn pledge(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::PledgeReceived => (
            "Biorą Państwo udział w inicjatywie w okolicy".to_owned(),
            vec![
                "Dziękujemy za chęć pomocy. Osoba, która wymyśliła inicjatywę, przeczyta, co mogą Państwo zrobić. Jeśli powie tak, będzie można wysyłać sobie wiadomości.".to_owned(),
                "Nikt nie widzi adresu e-mail. Zgłosił to ktoś inny albo chcą Państwo zrezygnować? Propozycję można wycofać na osobistej stronie. Wtedy usuniemy adres.".to_owned(),
            ],
        ),
        MailKind::PledgeNews => (
            "Jest coś nowego o Państwa propozycji pomocy".to_owned(),
            vec![
                "Jest coś nowego o Państwa propozycji pomocy w inicjatywie w okolicy.".to_owned(),
                ON_YOUR_PAGE.to_owned(),
            ],
        ),
        _ => (
            format!("Ktoś chce dołączyć do Państwa pomysłu ({n})"),
            vec![
                format!("Jest propozycja albo wiadomość od kogoś, kto chce dołączyć do pomysłu numer {n}."),
                "Można ją przeczytać na osobistej stronie. Nikt nie widzi Państwa nazwiska ani adresu e-mail.".to_owned(),
            ],
        ),
    }
}

fn question(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::QuestionReceived => (
            "Zadali Państwo pytanie osobie z doświadczeniem".to_owned(),
            vec![
                "Pytanie przeczyta osoba, która już to zrobiła. Jeśli powie tak, będzie można wysyłać sobie wiadomości.".to_owned(),
                "Nikt nie widzi adresu e-mail. Zgłosił to ktoś inny albo chcą Państwo zrezygnować? Pytanie można wycofać na osobistej stronie. Wtedy usuniemy adres.".to_owned(),
            ],
        ),
        MailKind::QuestionNews => (
            "Jest coś nowego o pytaniu do osoby z doświadczeniem".to_owned(),
            vec!["Jest coś nowego o pytaniu do osoby, która już to zrobiła.".to_owned(), ON_YOUR_PAGE.to_owned()],
        ),
        _ => (
            format!("Ktoś pyta, jak się to Państwu udało ({n})"),
            vec![
                format!("Jest pytanie albo wiadomość o pomyśle numer {n} od kogoś, kto chce tego samego."),
                "Można ją przeczytać na osobistej stronie. Nie trzeba odpowiadać. Nikt nie widzi Państwa nazwiska ani adresu e-mail.".to_owned(),
            ],
        ),
    }
}
