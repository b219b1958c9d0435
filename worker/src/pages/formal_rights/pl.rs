//! Polski: burgerinitiatief i uitdaagrecht.

use super::{RightWords, Words};

pub(super) const WORDS: Words = Words {
    initiative: RightWords {
        title: "Inicjatywa obywatelska (burgerinitiatief)",
        lead: "W ten sposób wprowadzasz temat pod obrady rady gminy.",
        not_yet: "To jeszcze nie jest inicjatywa obywatelska. Kto się tutaj zgłasza, chce pomóc. To nie jest podpis. Do inicjatywy obywatelskiej zbierasz podpisy i składasz wniosek.",
        decides: "Rada gminy sprawdza, czy wniosek spełnia zasady. Potem rozmawia o Twoim temacie i podejmuje decyzję.",
    },
    challenge: RightWords {
        title: "Prawo do przejęcia zadania (uitdaagrecht)",
        lead: "Czy razem z sąsiadami zrobisz lepiej coś, co robi gmina? Możesz poprosić o przejęcie tego zadania.",
        not_yet: "To jeszcze nie jest wniosek o przejęcie zadania. Do tego składasz plan.",
        decides: "Burmistrz i jego zastępcy oceniają plan i podejmują decyzję.",
    },
    not_yet_title: "Masz tutaj pomysł?",
    what_for_title: "Do czego to służy?",
    who_title: "Kto może to zrobić?",
    lives_here: "Osoby, które mieszkają w gminie.",
    minimum_age: |age| format!("Najniższy wiek w latach: {age}."),
    supporters_title: "Ile osób musi podpisać?",
    signatures: |number| format!("Potrzebna liczba podpisów: {number}."),
    share: |share| format!("To jest {share}% mieszkańców w wieku od 15 lat."),
    excluded_title: "Czego to nie może dotyczyć?",
    desk_title: "Gdzie to złożyć?",
    decides_title: "Kto decyduje?",
    regulation: "Przeczytaj wszystkie zasady (po niderlandzku)",
    only_dutch: "To, co na tej stronie napisała sama gmina, jest tylko po niderlandzku.",
    to_council: "Z tym planem do rady gminy?",
    no_signatures: "Kto się tutaj zgłosił, niczego nie podpisał. To jeszcze nie jest inicjatywa obywatelska.",
    read_more: "Przeczytaj, czego potrzeba do inicjatywy obywatelskiej",
    more_than_idea: "Chcesz wprowadzić temat pod obrady rady gminy albo przejąć zadanie gminy? Przeczytaj:",
};
