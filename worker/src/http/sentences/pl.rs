//! Polski: what residents read when something is refused. Not proof-read by a native speaker yet.

use shared::text::Language;

use crate::refusal::{Code, Refusal};

pub(super) const fn sentences(refusal: &Refusal) -> Option<(&'static str, &'static str)> {
    Some(match refusal {
        Refusal::NotFound => {
            ("Nie znaleziono", "Tej strony (już) nie ma. Proszę sprawdzić adres albo wrócić na początek.")
        }
        Refusal::Invalid { .. } => (
            "Coś wpisano nieprawidłowo",
            "Coś jest wpisane nieprawidłowo. Proszę poprawić to, co podano niżej, i wysłać jeszcze raz.",
        ),
        Refusal::ForeignOrigin => (
            "Brak dostępu",
            "To zapytanie przyszło z innej strony internetowej. Proszę działać ze strony dla pracowników.",
        ),
        Refusal::TooLarge => ("Za dużo", "Tekst jest za duży. Proszę go skrócić i wysłać jeszcze raz."),
        Refusal::TooMany => (
            "Proszę chwilę poczekać",
            "Było zbyt wiele zapytań jedno po drugim. Proszę poczekać minutę i spróbować jeszcze raz.",
        ),
        Refusal::Unavailable => (
            "Teraz niedostępne",
            "Teraz to nie działa. Proszę spróbować za kilka sekund; można bez obaw wysłać dwa razy.",
        ),
        Refusal::PollClosed { .. } => ("Ta ankieta jest zamknięta", "Późniejsze odpowiedzi się nie liczą."),
        Refusal::Case { refusal } => ("Teraz to niemożliwe", refusal.detail(Language::Pl)),
        Refusal::Fault { .. } => {
            ("Coś poszło nie tak", "Coś poszło u nas nie tak. Proszę spróbować jeszcze raz później.")
        }
        Refusal::Unreadable { code }
        | Refusal::SignInNeeded { code }
        | Refusal::Conflict { code }
        | Refusal::Gone { code }
        | Refusal::Unprocessable { code } => return words(*code),
        _ => return None,
    })
}

const fn words(code: Code) -> Option<(&'static str, &'static str)> {
    Some(match code {
        Code::PathNotNormal => (
            "Ten adres jest nieprawidłowy",
            "W adresie są znaki, których nie powinno tam być. Proszę wpisać go jeszcze raz albo wrócić na początek.",
        ),
        Code::IdempotencyKeyReused => (
            "To już było wysłane",
            "To już było wysłane, z inną treścią. Liczy się pierwsza. Żeby wysłać coś innego, proszę zacząć od nowa.",
        ),
        Code::PollNotOpen => (
            "Ta ankieta nie jest jeszcze otwarta",
            "Jeszcze nie można odpowiadać. Proszę wrócić w dniu, w którym ankieta się zacznie.",
        ),
        Code::BallotDiffers => (
            "Odpowiedzi są już wysłane",
            "Pierwsze odpowiedzi są policzone. Te, które wpisano teraz, nie zostały wysłane.",
        ),
        Code::VersionPassed => (
            "Ktoś był pierwszy",
            "W tym czasie coś się zmieniło. Proszę zobaczyć, co jest teraz, i w razie potrzeby zrobić to jeszcze raz.",
        ),
        Code::PledgeNotAnswered => {
            ("Nikt jeszcze nie powiedział tak", "Wiadomości można wysyłać dopiero wtedy, gdy druga osoba powie tak.")
        }
        Code::PledgeOver => (
            "To już niemożliwe",
            "Propozycja jest wycofana albo inicjatywy już nie ma. Proszę jeszcze raz otworzyć stronę.",
        ),
        Code::PledgesFull => (
            "Bierze udział już wiele osób",
            "Jest teraz dość propozycji pomocy. Proszę zajrzeć za kilka tygodni. Wpisany tekst nadal tu jest.",
        ),
        Code::PledgesFullToday => {
            ("Dziś zgłosiło się już wiele osób", "Proszę spróbować jutro. Wpisany tekst nadal tu jest.")
        }
        Code::NoQuestions => (
            "Ta osoba nie odpowiada teraz na pytania",
            "Proszę zadzwonić do gminy: poszuka kogoś innego, kto już to zrobił. Wpisany tekst nadal tu jest.",
        ),
        Code::QuestionsFull => {
            ("Ta osoba dostała już dużo pytań", "Proszę spróbować później. Wpisany tekst nadal tu jest.")
        }
        _ => return None,
    })
}

pub(super) fn closed(day: &str, time: &str) -> String {
    format!("Ta ankieta została zamknięta {day} o godzinie {time}. ")
}

pub(super) fn due(day: &str) -> String {
    format!(" Najpóźniej {day} napiszemy na stronie ankiety, co robimy z odpowiedziami.")
}

pub(super) fn call(name: &str, phone: &str, hours: &str) -> String {
    format!(" Nie działa? Proszę zadzwonić, {name}: {phone} ({hours}).")
}
