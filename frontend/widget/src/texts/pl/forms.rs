//! What a form with steps is drawn with, in a poll, an idea and elsewhere.

use shared::sentence::{Counted, Sentence};
use shared::text::Language;

use crate::texts::privacy::advice;
use crate::texts::{
    Dates, Drafts, Place, Poll, PollCheck, Privacy, Propose, Receipt, Remember, Site, TooLate, Trouble, Watch,
};

pub(in crate::texts) static SITE: Site = Site {
    name: "Buurtstem",
    name_of: Sentence::new("Buurtstem – {0}"),
    and: " i ",
    comma: ", ",
    next: "Dalej",
    back: "Wstecz",
    change: "Zmień",
    optional: "nieobowiązkowe",
    choose_in: "Wybierz w:",
    nothing_filled_in: "Nic nie wpisano",
    yes: "Tak",
    no: "Nie",
    faults_title: "Coś się jeszcze nie zgadza",
    fault_prefix: "Błąd:",
    waiting: "Chwileczkę…",
    copied: "Skopiowano",
};

pub(in crate::texts) static DATES: Dates = Dates {
    date: Sentence::new("{0} {1} {2}"),
    months: [
        "stycznia",
        "lutego",
        "marca",
        "kwietnia",
        "maja",
        "czerwca",
        "lipca",
        "sierpnia",
        "września",
        "października",
        "listopada",
        "grudnia",
    ],
};

pub(in crate::texts) static DRAFTS: Drafts = Drafts {
    keep: "Zapisz na tym urządzeniu to, co wpisuję",
    hint: "Można wtedy dokończyć później. Tekst zniknie po 7 dniach, a także po wysłaniu lub odznaczeniu tego pola. Proszę tego nie robić na urządzeniu, z którego korzystają też inni.",
};

pub(in crate::texts) static REMEMBER: Remember = Remember {
    remember: "Zapamiętaj na tym urządzeniu, że odpowiedzi są już wysłane",
    hint: "Będzie to widać po powrocie na tę stronę. Zapamiętamy tylko dzień, a nie odpowiedzi, i najwyżej na rok. My tego nie widzimy. Mogą to zobaczyć inne osoby, które używają tego urządzenia.",
    title: "Ta ankieta jest już wypełniona",
    on: ("Stało się to ", " na tym urządzeniu. Dziękujemy! Nie trzeba robić tego jeszcze raz."),
    others: "Ktoś inny w domu też chce wziąć udział? Może to zrobić na tym samym urządzeniu.",
    forget: "Nie pamiętaj tego więcej",
    forgotten: "To urządzenie już tego nie pamięta.",
};

pub(in crate::texts) static TROUBLE: Trouble = Trouble {
    not_found: "Nie ma takiej strony",
    not_found_text: "Może w adresie jest błąd albo strona została usunięta.",
    unavailable: "Teraz to nie działa",
    unavailable_text: "To nasza wina. Proszę spróbować jeszcze raz za kilka minut. To, co było już wysłane, jest zachowane.",
    to_home: "Do pierwszej strony",
    offline: "Brak połączenia",
    offline_text: "Nie wiemy, czy wszystko do nas dotarło. Wpisany tekst nadal tu jest. Proszę sprawdzić internet i jeszcze raz nacisnąć przycisk. Liczy się tylko raz.",
    kept: "Wpisany tekst nadal tu jest.",
};

pub(in crate::texts) static PRIVACY: Privacy = Privacy {
    title: "Proszę jeszcze raz spojrzeć na swój tekst",
    part: Sentence::new("„{0}”: {1}"),
    advice: advice(Language::Pl),
};

pub(in crate::texts) static PLACE: Place = Place {
    title: "Nie znają Państwo nazwy? Można szukać po kodzie pocztowym",
    lead: "Zapisujemy tylko osiedle. Kodu pocztowego nie zapisujemy.",
    postcode: "Kod pocztowy",
    postcode_hint: "Na przykład 1234 AB",
    number: "Numer domu",
    number_hint: "Ten kod pocztowy jest na więcej niż jednym osiedlu. Dzięki numerowi domu wiemy, na którym.",
    find: "Znajdź osiedle",
    found: Sentence::new("Osiedle to {0}"),
    found_hint: "Zgadza się? Proszę przejść do następnego kroku. Nie zgadza się? Proszę wybrać osiedle z listy.",
    not_a_postcode: "To nie jest kod pocztowy. Przykład kodu: 1234 AB.",
    not_a_number: "To nie jest numer domu. Proszę wpisać liczbę, na przykład 12.",
    number_unknown: "Nie znamy tego numeru domu przy tym kodzie. Proszę go sprawdzić albo wybrać osiedle z listy.",
    unknown: "Nie znamy tego kodu pocztowego w tej gminie. Proszę go sprawdzić albo wybrać osiedle z listy.",
    not_offered: "Ten kod pocztowy jest na osiedlu, którego nie można tu wybrać. Proszę wybrać osiedle z listy.",
    no_answer: "Wyszukiwanie teraz nie działa. Proszę spróbować jeszcze raz albo wybrać osiedle z listy.",
};

pub(in crate::texts) static POLL: Poll = Poll {
    progress: Sentence::new("Pytanie {0} z {1}"),
    skip: "Pomiń to pytanie",
    choose_several: "Można wybrać kilka odpowiedzi.",
    choose_at_most: Counted::new(
        Language::Pl,
        "Proszę wybrać {0}.|Proszę wybrać najwyżej {0}.|Proszę wybrać najwyżej {0}.",
    ),
    text_hint: "Proszę nie pisać nazwisk, adresów ani numerów telefonu.",
    other: Sentence::new("Wybrana odpowiedź to „{0}”? Proszę napisać, o co chodzi."),
    no_opinion: "Nie mam zdania",
    rank_all: Sentence::new(
        "Proszę dać każdej odpowiedzi miejsce. Miejsce 1 jest najważniejsze, miejsce {0} najmniej ważne.",
    ),
    rank_some: Sentence::new(
        "Liczba odpowiedzi do wyboru: {0}. Miejsce 1 jest najważniejsze, potem idą miejsca od 2 do {0}.",
    ),
    place: Sentence::new("Miejsce {0}"),
    no_place: "Bez miejsca",
    higher: "Wyżej",
    lower: "Niżej",
};

pub(in crate::texts) static POLL_CHECK: PollCheck = PollCheck {
    above: "Ankieta",
    area: "Na którym osiedlu Państwo mieszkają?",
    area_hint: "Zobaczymy wtedy, czy osiedla się różnią. Najpierw proszę wybrać dzielnicę.",
    area_none: "Wolę nie mówić",
    check_above: "Prawie gotowe",
    check: "Czy odpowiedzi się zgadzają?",
    privacy_text: "Można to tak wysłać, ale lepiej to usunąć. Państwa odpowiedź czytają pracownicy.",
    check_lead: "Teraz można jeszcze wszystko zmienić.",
    skipped: "Pominięto",
    send: "Wyślij moje odpowiedzi",
    send_note: "Po wysłaniu nie można już nic zmienić. Udział jest anonimowy, więc nie wiemy, które odpowiedzi są Państwa.",
    to_poll: "Do strony ankiety",
    scale_answer: Sentence::new("{0} (od 1 do {1})"),
};

pub(in crate::texts) static TOO_LATE: TooLate = TooLate {
    not_counted: "Państwa odpowiedzi nie zostały policzone.",
    filled_in: "Te odpowiedzi były wpisane",
    filled_in_hint: "Nie zapisaliśmy ich. Są tylko na tym ekranie.",
    can_still: "Co jeszcze można zrobić",
    can_read: "Na stronie ankiety można przeczytać, co odpowiedzieli inni i co z tym robimy.",
    can_propose: "Chcą Państwo coś powiedzieć o swojej okolicy? Pomysł można wysłać zawsze.",
    to_idea: "Wyślij pomysł",
};

pub(in crate::texts) static PROPOSE: Propose = Propose {
    title: "Państwa pomysł dla okolicy",
    lead: "Proszę napisać, czego Państwo chcą. Zadbamy, żeby pomysł trafił do właściwej organizacji.",
    danger_title: "Teraz jest niebezpiecznie? Proszę dzwonić pod 112",
    danger_not_read: "Tego formularza nie czytamy od razu.",
    danger_police: "Potrzebna jest policja, ale to nic pilnego? Telefon:",
    danger_anonymous: "Chcą Państwo anonimowo zgłosić przestępstwo? Telefon:",
    progress: Sentence::new("Krok {0} z {1}"),
    what: "Jaki jest Państwa pomysł?",
    what_hint: "Czego Państwo chcą i w jakim miejscu? Coś się tam dzieje? Proszę napisać też, kiedy i jak często. Proszę nie pisać nazwisk ani numerów domów.",
    why: "Dlaczego to jest dla Państwa ważne?",
    topic: "Czego to dotyczy?",
    topic_hint: "Proszę wybrać to, co pasuje najlepiej.",
    topic_other: Sentence::new("Coś innego na temat: {0}"),
    topic_unknown: "Nie wiem",
    topic_unknown_hint: "Wtedy gmina sprawdzi, kto może najlepiej pomóc.",
    area: "Którego osiedla to dotyczy?",
    area_hint: "Najpierw proszę wybrać dzielnicę.",
    area_whole: Sentence::new("Całość: {0}"),
    together: "Kto co robi?",
    together_lead: "Wiele pomysłów udaje się lepiej, gdy mieszkańcy sami coś robią. To nie jest konieczne.",
    we_do: "Co zrobią Państwo sami albo razem z sąsiadami?",
    we_do_hint: "Na przykład: podlewamy rośliny.",
    we_need: "Czego potrzebują Państwo do tego od innych?",
    we_need_hint: "Na przykład: zgody, rzeczy, trochę pieniędzy albo kogoś, kto doradzi.",
    only_inform: "Robimy to sami, wystarczy, że będą Państwo o tym wiedzieć",
    only_inform_hint: "Wtedy dostaną Państwo wiadomość, że o tym wiemy.",
    only_inform_legend: "Nic nie jest potrzebne?",
    answer: "Jak chcą Państwo dostać odpowiedź?",
    answer_lead: "Za chwilę dostaną Państwo osobisty kod. Dzięki niemu zawsze widać, co dzieje się z pomysłem.",
    email: "Państwa adres e-mail",
    email_hint: "Chcą Państwo dostać e-mail, gdy będzie coś nowego? Proszę wpisać adres. Używamy go tylko do tego pomysłu. Organizacje, które czytają pomysł, nie widzą adresu.",
    public_legend: "Czy inni mieszkańcy mogą zobaczyć ten pomysł?",
    public: "Tak, mój pomysł może być na stronie internetowej",
    public_hint: "Bez nazwiska. Najpierw my go przeczytamy.",
    check: "Czy wszystko się zgadza?",
    goes_to: Sentence::new("Pomysł trafi do organizacji: {0}"),
    supporting_one: Sentence::new("{0} też będzie się tym zajmować."),
    supporting_more: Sentence::new("{0} też będą się tym zajmować."),
    answer_by: Sentence::new("Odezwiemy się najpóźniej {0}."),
    route_unknown: "Teraz nie możemy pokazać, kto dostanie pomysł. Mimo to można go wysłać. Potem od razu będzie to widać.",
    privacy_text: "Można to tak wysłać, ale bez tego tekst może być lepszy. Czytają go też inni.",
    summary: "To zostanie wysłane",
    send: "Wyślij mój pomysł",
};

pub(in crate::texts) static WATCH: Watch = Watch {
    legend: "Czy chodzi o straż sąsiedzką?",
    label: "Tak, chcemy razem zwracać uwagę na okolicę",
    hint: "Na przykład przez grupę na telefonie albo spacery po okolicy. Gmina ustali wtedy z Państwem zasady: kiedy dzwonić na policję, że nikt sam nie interweniuje i że nikt nie robi zdjęć ludziom. Dopiero potem pojawi się to na tej stronie.",
};

pub(in crate::texts) static RECEIPT: Receipt = Receipt {
    title: "Dziękujemy! Pomysł do nas dotarł",
    number: Sentence::new("Państwa pomysł ma numer {0}."),
    code_title: "Państwa osobisty kod",
    code_keep: "Z tym kodem można śledzić swój pomysł. Proszę go zapisać albo zachować link: nie możemy podać kodu drugi raz.",
    code_private: "Ten kod jest tylko dla Państwa. Proszę nikomu go nie podawać.",
    link: "Państwa osobisty link",
    copy: "Skopiuj link",
    print: "Wydrukuj tę stronę",
    next_title: "Co będzie dalej?",
    next_reads: Sentence::new("Pomysł czyta {0}, {1}."),
    next_answer: Sentence::new("Odezwiemy się najpóźniej {0}."),
    next_follow: "Z kodem można w każdej chwili sprawdzić, co dzieje się z pomysłem.",
    next_mail: "Gdy będzie coś nowego, wyślemy e-mail.",
    follow: "Sprawdź swój pomysł",
};
