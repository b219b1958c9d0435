//! Polski: words of pages that the Worker alone draws. Not proof-read by a native speaker yet.

use shared::area::AreaKind;
use shared::sentence::Counted;
use shared::text::Language;

use super::area;
use crate::pages::proved::Step;
use crate::pages::{feed, news, paper, report_reader};

pub(in crate::pages) const AREA: area::Words = area::Words {
    kind: |kind| match kind {
        AreaKind::Wijk => "Dzielnica",
        AreaKind::Buurt => "Osiedle",
        AreaKind::Complex => "Budynek mieszkalny",
    },
    kind_in: |kind, place| format!("{kind}, {place}"),
    lead: "Co się dzieje, co robią mieszkańcy i kogo można zapytać.",
    polls: "Pytania do Państwa",
    no_polls: "Teraz nie ma tu ankiety. Kto śledzi wiadomości z okolicy, dowie się, gdy jakaś będzie.",
    to_news: "Śledź wiadomości",
    open_until: |day| format!("Otwarta do {day}"),
    reported: "Gotowe: zobacz, co z tym robimy",
    closed: "Zamknięta",
    initiatives: "Pomysły mieszkańców",
    no_initiatives: "Na stronie nie ma jeszcze pomysłu dla tego miejsca. Państwa pomysł może być pierwszy. Można go wysłać \
                     albo najpierw zadzwonić do kogoś z listy poniżej.",
    done: "To się udało",
    nothing_done: "Tutaj nic nie jest jeszcze gotowe. Na innym osiedlu często coś się już udało.",
    experience: "Chcą Państwo wiedzieć, jak zrobili to inni? Nasze osoby kontaktowe znają ludzi z doświadczeniem.",
    to_contacts: "Zobacz, kogo można zapytać",
    contacts: "Kogo można zapytać?",
    danger: "Teraz jest niebezpiecznie? Proszę dzwonić pod 112. Potrzebna jest policja, ale to nic pilnego? Proszę dzwonić pod 0900-8844.",
    no_contacts: "Dla tego miejsca nie ma jeszcze nikogo z nazwiska. Proszę zadzwonić do gminy: znajdzie właściwą osobę.",
    contact_person: "Państwa osoba kontaktowa w gminie:",
    call: "Telefon",
    own_title: "Mają Państwo pomysł dla tego miejsca?",
    own_text: "Może być mały. Nie trzeba wiedzieć, kto za to odpowiada: sprawdzimy to. Napiszemy, kto się tym zajmie i kiedy będzie odpowiedź.",
    propose: "Wyślij pomysł",
    near: "Inne miejsca i wiadomości",
    feed: |name| format!("Śledź wiadomości ({name}) w czytniku wiadomości (Atom)"),
    home: "Na początek",
};

pub(in crate::pages) const FEED: feed::Words = feed::Words {
    feed: |name| format!("Wiadomości: {name}"),
    about: |topic, name| format!("{topic}: wiadomości, {name}"),
    open: "Weź udział:",
    asked: "Pytaliśmy:",
    reported: "Co robimy z Państwa odpowiedziami?",
    idea: "Pomysł z okolicy:",
    news: "Nowe informacje:",
    answer: "Odpowiedź na:",
};

pub(in crate::pages) const NEWS: news::Words = news::Words {
    title: "Śledź wiadomości z okolicy",
    reader: "W czytniku wiadomości",
    lead: "Czytnik wiadomości pokazuje, co jest nowe: ankiety, odpowiedzi i pomysły z okolicy. Nie trzeba podawać adresu \
           e-mail.",
    how: "Proszę wybrać, co Państwo chcą śledzić. Proszę skopiować adres linku i wkleić go do czytnika wiadomości (Atom). \
          Nazwa dzielnicy lub osiedla prowadzi do jej strony.",
    whole: |name| format!("Wszystkie wiadomości: {name}"),
    by_area: "Państwa dzielnica lub osiedle",
    feed_of: |name| format!("śledź wiadomości: {name}"),
    by_topic: "Temat",
};

const AT_MOST: Counted = Counted::new(
    Language::Pl,
    "Proszę zaznaczyć najwyżej {0} odpowiedź.|\
     Proszę zaznaczyć najwyżej {0} odpowiedzi.|\
     Proszę zaznaczyć najwyżej {0} odpowiedzi.",
);

pub(in crate::pages) static PAPER: paper::Words = paper::Words {
    until: |day| format!("Udział można wziąć do {day}."),
    bring: "Proszę oddać ten formularz w okienku gminy.",
    anonymous: "Udział jest anonimowy. Proszę nie pisać na tym formularzu nazwiska ani adresu.",
    online: "Wolą Państwo przez internet? Adres:",
    print: "Proszę wydrukować tę stronę przyciskiem „Drukuj” w przeglądarce. Odpowiedzi wpisują do ankiety pracownicy.",
    one: "Proszę zaznaczyć jedną odpowiedź.",
    skip: "To pytanie można pominąć.",
    several: "Można zaznaczyć kilka odpowiedzi.",
    at_most: |max| AT_MOST.with(Language::Pl, max.into()),
    each_line: "Proszę zaznaczyć jedną odpowiedź w każdym wierszu.",
    order: |places| {
        format!("Proszę wpisać przed wierszami liczby od 1 do {places}, każdą jeden raz. 1 jest najważniejsze.")
    },
    write: "Proszę napisać odpowiedź, bez nazwisk, numerów domów i telefonów.",
    no_opinion: "Nie mam zdania",
    means: "znaczy:",
    or: " albo ‘",
    values: |from, to| if from == to { from.to_string() } else { format!("od {from} do {to}") },
    only_if: |number| format!("Tylko jeśli odpowiedź na pytanie {number} to: "),
    area: "Na którym osiedlu Państwo mieszkają?",
    thanks: "Dziękujemy!",
    questions: |phone| format!("Pytania? Telefon: {phone}"),
    code: |code| format!("Kod tej ankiety: {code}."),
};

pub(in crate::pages) const READER: report_reader::Words = report_reader::Words {
    confirm: Step {
        title: "Chcą Państwo dostać e-mail z wynikiem?",
        lead: "Proszę nacisnąć przycisk. Wyślemy jeden e-mail, gdy wynik ankiety będzie znany. Potem usuniemy adres e-mail. \
               Adres jest przechowywany osobno od odpowiedzi.",
        what: None,
        button: "Tak, wyślij mi e-mail",
        done_title: "Wyślemy e-mail z wynikiem",
        done: "Gdy wynik będzie znany, wyślemy jeden e-mail. Potem usuniemy adres e-mail.",
    },
    stop: Step {
        title: "Jednak nie chcą Państwo e-maila?",
        lead: "Proszę nacisnąć przycisk. Wtedy usuniemy adres e-mail. Wynik można przeczytać na stronie.",
        what: None,
        button: "Usuń mój adres e-mail",
        done_title: "Nie wyślemy e-maila",
        done: "Adres e-mail jest usunięty. Wynik będzie na stronie ankiety.",
    },
    gone_title: "Ten link już nie działa",
    gone: "Adres e-mail jest już usunięty. Robimy to po 7 dniach albo po wysłaniu e-maila. Nadal chcą Państwo dostać e-mail? \
           Na stronie ankiety można o niego poprosić jeszcze raz.",
};

pub(in crate::pages) const STOP: Step = Step {
    title: "Nie chcą Państwo więcej wiadomości?",
    lead: "Teraz wysyłamy e-mail, gdy coś dzieje się z pomysłem.",
    what: Some(
        "Po naciśnięciu „Zatrzymaj wiadomości” usuniemy adres e-mail. Pomysłem zajmujemy się dalej. Z kodem nadal można \
         śledzić pomysł, dlatego proszę zachować kod.",
    ),
    button: "Zatrzymaj wiadomości",
    done_title: "Nie wyślemy więcej wiadomości",
    done: "Adres e-mail jest usunięty. Z kodem nadal można śledzić pomysł.",
};

pub(in crate::pages) const STOP_PLEDGE: Step = Step {
    title: "Nie chcą Państwo więcej wiadomości?",
    lead: "Teraz wysyłamy e-mail, gdy jest wiadomość o inicjatywie, w której biorą Państwo udział.",
    what: Some(
        "Po naciśnięciu „Zatrzymaj wiadomości” usuniemy adres e-mail. Nadal biorą Państwo udział. Z kodem można czytać \
         wiadomości, dlatego proszę zachować kod. Chcą Państwo zrezygnować? Można to zrobić na osobistej stronie.",
    ),
    button: "Zatrzymaj wiadomości",
    done_title: "Nie wyślemy więcej wiadomości",
    done: "Adres e-mail jest usunięty. Z kodem można czytać wiadomości na osobistej stronie.",
};

pub(in crate::pages) const START: (&str, &str) = ("Buurtstem", "Buurtstem jest na stronie internetowej Państwa gminy.");
