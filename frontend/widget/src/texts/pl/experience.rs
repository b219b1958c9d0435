//! Polski: asking residents who did it before. Not proof-read by a native speaker yet.

use shared::pledge::PledgeState;

use crate::texts::Experience;

pub(in crate::texts) static EXPERIENCE: Experience = Experience {
    who: |topic, area| match topic {
        Some(topic) => format!("Osoba z doświadczeniem, temat: ‘{topic}’, {area}"),
        None => format!("Osoba z doświadczeniem, {area}"),
    },
    title: "Też by się to Państwu przydało?",
    how: "Ta osoba już to zrobiła i chce odpowiadać na pytania. Nikt nie widzi nazwiska ani adresu e-mail drugiej osoby.",
    button: "Zadaj pytanie",
    elsewhere: "Osoby z doświadczeniem",
    elsewhere_text: "Te osoby zrobiły już coś podobnego. Chcą odpowiadać na pytania.",
    page: "Zadaj pytanie",
    lead: "Osoba, która już to zrobiła, przeczyta pytanie i powie tak albo nie. Jeśli powie tak, będzie można wysyłać sobie tutaj wiadomości.",
    what: "Co chcą Państwo wiedzieć?",
    what_hint: "Na przykład: jak udało się przekonać sąsiadów i kto załatwił zezwolenie?",
    consent: "Przycisk ‘Wyślij pytanie’ oznacza zgodę na to, że ta osoba wyśle wiadomość przez tę stronę. Zawsze można przestać.",
    send: "Wyślij pytanie",
    done_title: "Pytanie zostało wysłane",
    done: "Pytanie przeczyta osoba, która już to zrobiła. Nikt nie musi odpowiadać.",
    done_mail: "Wyślemy e-mail z osobistym linkiem. Tam będzie odpowiedź. Nie ma e-maila? Wtedy na ten adres piszemy już o tej inicjatywie albo o pięciu innych. Dlatego proszę zachować link także tutaj.",
    yours: "Państwa pytanie",
    about: |title| format!("Dotyczy: {title}"),
    state_yours: |state| match state {
        PledgeState::Offered => "Osoba, która już to zrobiła, jeszcze nie odpowiedziała.",
        PledgeState::InTouch => "Osoba, która już to zrobiła, powiedziała tak. Można wysyłać sobie wiadomości.",
        PledgeState::Declined => {
            "Ta osoba nie odpowiada teraz na pytania. Proszę zadzwonić do gminy: poszuka kogoś innego."
        }
        PledgeState::Withdrawn => "Pytanie jest wycofane. Tekst i adres e-mail zostały usunięte.",
        PledgeState::Ended => "Inicjatywa została wycofana. Proszę zadzwonić do gminy: poszuka kogoś innego.",
    },
    withdraw: "Wycofaj moje pytanie",
    questions: "Kto o coś pyta?",
    questions_hint: "Nie trzeba odpowiadać. Po słowie tak można wysyłać sobie wiadomości. Nikt nie widzi nazwiska ani adresu e-mail drugiej osoby.",
    question: |number| format!("Pytanie {number}"),
    accept: "Tak, chcę odpowiedzieć",
    asker: |date| format!("Osoba, która pyta, napisała {date}:"),
    share_title: "Czy inni mogą o coś zapytać?",
    share_text: "Pomysł się udał. Może ktoś w innej okolicy chce tego samego. Po zgodzie na stronie będzie napisane, że jest osoba z doświadczeniem, bez nazwiska. Kto chce coś wiedzieć, wyśle pytanie przez Buurtstem. Nikt nie widzi adresu e-mail.",
    share_button: "Tak, mogą",
    address_first: "Nie mamy Państwa adresu e-mail. Proszę najpierw wpisać go w części ‘Państwa adres e-mail’. Wtedy będzie wiadomo, że ktoś o coś pyta.",
    shares: "Inni mogą zadać pytanie. Nie ma przy tym nazwiska.",
    stop_hint: "Zawsze można przestać. Wtedy kończą się też obecne pytania. Po usunięciu adresu e-mail kończy się to samo.",
    stop_button: "Nie, już nie",
    shared_title: "Dziękujemy za pomoc innym",
    stopped_title: "Nikt nie może już o nic zapytać",
    stopped: "Nie ma tego już na stronie. Później można zgodzić się ponownie.",
};
