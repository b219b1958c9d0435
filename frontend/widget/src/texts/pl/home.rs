//! The start, and a poll before and after its questions.

use shared::poll::Influence;
use shared::sentence::{Counted, Sentence};
use shared::text::Language;

use crate::texts::{Around, Corrections, Home, OpenData, OutcomeMail, PollIntro, Report, Results, Thanks};

pub(in crate::texts) static AROUND: Around = Around {
    skip: "Przejdź do treści",
    languages: "Język",
    home: "Na początek",
    questions_title: "Pytania?",
    call: "Telefon do gminy:",
    privacy: "Ta strona nie używa plików cookie i nikogo nie śledzi.",
    to_privacy: "Państwa prywatność",
    to_accessibility: "Dostępność",
    contact_person: "Państwa osoba kontaktowa w gminie:",
};

pub(in crate::texts) static HOME: Home = Home {
    title: "Państwa głos w sprawach okolicy",
    lead: "Mogą Państwo wyrazić opinię, wysłać pomysł i zobaczyć, co się z nim dzieje. Konto nie jest potrzebne.",
    polls: "Państwa opinia",
    no_polls: "Teraz nie ma otwartej ankiety.",
    no_polls_hint: "Pomysł można wysłać zawsze.",
    take_part: "Weź udział",
    open_until: |date| format!("Otwarta do {date}"),
    idea_title: "Mają Państwo pomysł dla swojej okolicy?",
    idea_text: "Duży czy mały: nie musi być dopracowany. Przed wysłaniem widać, kto go dostanie i kiedy będzie odpowiedź.",
    idea_button: "Wyślij pomysł",
    initiatives: "Pomysły mieszkańców",
    all_initiatives: "Zobacz wszystkie pomysły",
    reports: "Co robimy z Państwa odpowiedziami?",
    reports_text: "Te ankiety są zamknięte.",
    reported: "Zobacz wyniki i to, co robimy",
    report_awaited: |date| format!("Najpóźniej {date} napiszemy tu, co robimy"),
    report_late: |date| format!("Do {date} mieliśmy napisać, co robimy. Nie udało się. Nadal nad tym pracujemy"),
    feed: "Śledź wiadomości z okolicy",
    closed: "Zamknięta",
    follow_title: "Pomysł jest już wysłany?",
    follow_text: "Dzięki osobistemu kodowi widać, co się z nim dzieje.",
    follow_link: "Sprawdź swój pomysł",
};

pub(in crate::texts) static THANKS: Thanks = Thanks {
    title: "Dziękujemy! Mamy Państwa odpowiedzi",
    lead: "To dobrze, że myślą Państwo o swojej okolicy.",
    next_title: "Co będzie dalej?",
    next_open: |date| format!("Ankieta jest otwarta do {date}."),
    next_count: "Potem liczymy wszystkie odpowiedzi. Małych grup nie pokazujemy osobno.",
    next_report: "Na stronie ankiety napiszemy, co robimy, kto to robi i co można zrobić samemu.",
    contact_title: "Chcą Państwo z kimś porozmawiać?",
    contact_text: "Państwa osoba kontaktowa w gminie to",
    nearby: "Co już robią mieszkańcy",
    share_title: "Zaproś też sąsiadów",
    share_hint: "Tę wiadomość można wysłać sąsiadom:",
    share_text: |title, link| {
        format!(
            "Biorę udział w ankiecie „{title}”. Zapraszam! To tylko kilka minut i nie trzeba podawać nazwiska. {link}"
        )
    },
    share_button: "Skopiuj tę wiadomość",
};

pub(in crate::texts) static CORRECTIONS: Corrections = Corrections {
    title: "Poprawki w tej ankiecie",
    corrected_on: |date| format!("Poprawiono {date}"),
    title_was: "Poprzedni tytuł:",
    intro_was: "Poprzedni wstęp:",
    question_was: |number| format!("Poprzednia treść pytania {number}:"),
    answers: |number| format!("Odpowiedzi na pytanie {number} mają teraz inną treść."),
};

pub(in crate::texts) static OPEN_DATA: OpenData = OpenData {
    title: "Pobierz dane",
    text: "Chcą Państwo liczyć samodzielnie? Z tych danych może korzystać każdy. Małych grup w nich nie ma.",
    csv: "Dane do arkusza kalkulacyjnego (CSV)",
    json: "Dane dla programu (JSON)",
    code_book: "Co znaczą kody (CSV)",
};

const TOOK_PART: Counted =
    Counted::new(Language::Pl, "Udział wzięła {0} osoba.|Udział wzięły {0} osoby.|Udział wzięło {0} osób.");

pub(in crate::texts) static RESULTS: Results = Results {
    closed_on: |date| format!("Zamknięta {date}"),
    report_awaited_title: "Jeszcze pracujemy nad odpowiedziami",
    report_awaited: |date| match date {
        Some(date) => format!("Najpóźniej {date} napiszemy tutaj, co z nimi robimy."),
        None => "Wkrótce napiszemy tutaj, co z nimi robimy.".to_owned(),
    },
    report_late_title: "Nasza odpowiedź się spóźnia",
    report_late: |date| {
        format!(
            "Do {date} mieliśmy napisać tutaj, co robimy z odpowiedziami. Nie udało się. Nadal nad tym pracujemy. Można do nas w tej sprawie zadzwonić."
        )
    },
    title: "Wyniki",
    ballots: |count| match count {
        Some(count) => TOOK_PART.with(Language::Pl, count.into()),
        None => "Udział wzięło na razie zbyt mało osób, żeby pokazać liczby.".to_owned(),
    },
    as_of: |date| format!("Stan na {date}."),
    sample_title: "Te liczby trzeba czytać ostrożnie",
    sample: "Udział mógł wziąć każdy. Osoby, które odpowiedziały, nie są próbą losową. Dlatego liczby nie mówią po prostu o całej okolicy.",
    hidden: "Niewidoczne",
    open_text: "Na to pytanie można było odpowiedzieć własnymi słowami. Te odpowiedzi czytają pracownicy. Nie umieszczamy ich na tej stronie.",
    margin_title: "Co to jest margines?",
    margin_text: "Margines mówi, jak pewna jest liczba. Im mniej odpowiedzi, tym większy margines. Jeśli marginesy dwóch odpowiedzi są prawie takie same, nie ma między nimi wyraźnej różnicy.",
    answer: "Odpowiedź",
    number: "Liczba",
    share: "Udział",
    margin_column: "Margines",
    mean: "Średnia",
    mean_margin: |mean, low, high| format!("{mean} (margines od {low} do {high})"),
    represent: "Kto wziął udział?",
    represent_note: "W porównaniu ze wszystkimi mieszkańcami, którzy mają 15 lat lub więcej.",
    under: "Rzadziej brali udział",
    over: "Częściej brali udział",
    alike: "Wszystkie grupy brały udział mniej więcej tak samo często.",
    compared: |answered, live| format!("{answered}% odpowiedzi, {live}% mieszkańców"),
    per_group: "Liczby według grup",
    per_group_note: "Tylko od osób, które chciały to podać, i tylko z grup liczących co najmniej 10 osób.",
    per_area: "Liczby według osiedli",
    area_table: |area| format!("Odpowiedzi z miejsca: {area}"),
    everybody: "Wszyscy",
    none: "Nie ma jeszcze liczb.",
    not_visible: "Wyniki pojawią się tutaj razem z informacją, co z nimi robimy.",
};

pub(in crate::texts) static REPORT: Report = Report {
    title: "Co robimy z Państwa odpowiedziami?",
    published_on: |date| format!("Napisano {date}"),
    heard: "Co usłyszeliśmy od Państwa",
    per_question: "Pytanie po pytaniu",
    we_do: "Co robimy",
    by_when: |date| format!("Termin: {date}"),
    we_do_not: "Czego nie robimy i dlaczego",
    you_can: "Co można zrobić samemu",
    to_site: |host| format!("Więcej na stronie {host}"),
    to_initiative: "Zobacz ten pomysł:",
};

pub(in crate::texts) static POLL_INTRO: PollIntro = PollIntro {
    questions: Counted::new(Language::Pl, "{0} pytanie|{0} pytania|{0} pytań"),
    minutes: Counted::new(Language::Pl, "{0} minuta|{0} minuty|{0} minut"),
    size: Sentence::new("{0}, około {1}"),
    what_for: "Co się stanie z odpowiedziami?",
    influence: |influence| match influence {
        Influence::Inform => {
            ("Żebyśmy wiedzieli", "Chcemy wiedzieć, jak się żyje w okolicy. Państwa odpowiedzi nam w tym pomogą.")
        }
        Influence::Advise => (
            "Wspólne myślenie",
            "Państwa odpowiedzi liczą się, gdy będziemy podejmować decyzję. Potem wyjaśnimy, w jaki sposób.",
        ),
        Influence::Decide => ("Wspólna decyzja", "Zrobimy to, co wybierze najwięcej osób."),
    },
    report_promise: Sentence::new("Ta ankieta jest otwarta do {0}. Potem napiszemy na tej stronie, co robimy."),
    anonymous: "Udział jest anonimowy. Nie pytamy o nazwisko i nie używamy plików cookie.",
    for_areas: Sentence::new("Dla mieszkańców: {0}."),
    other_language: "Tej ankiety nie ma po polsku. Jest tylko po niderlandzku.",
    not_open_yet: Sentence::new("Ta ankieta zaczyna się {0}."),
};

pub(in crate::texts) static OUTCOME: OutcomeMail = OutcomeMail {
    title: "Wyślij mi wiadomość z wynikiem",
    text: "Gdy wynik będzie znany, wyślemy jeden e-mail. Potem usuniemy Państwa adres.",
    email: "Państwa adres e-mail",
    hint: "Adres jest przechowywany osobno od odpowiedzi. Nikt nie zobaczy, co Państwo odpowiedzieli.",
    send: "Wyślij mi wynik",
    asked_title: "Proszę teraz sprawdzić pocztę",
    asked: "Wysyłamy e-mail z linkiem. Proszę otworzyć ten link i potwierdzić adres. Jeśli nie stanie się to w ciągu 7 dni, usuniemy adres.",
};
