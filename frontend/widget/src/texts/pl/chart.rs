//! What pictures say.

use shared::sentence::Counted;
use shared::text::Language;

use crate::chart::ChartWords;

const ANSWERS: Counted = Counted::new(Language::Pl, "{0} odpowiedź|{0} odpowiedzi|{0} odpowiedzi");
const PEOPLE: Counted = Counted::new(Language::Pl, "{0} osoba|{0} osoby|{0} osób");
const TOOK_PART: Counted =
    Counted::new(Language::Pl, "udział wzięła {0} osoba|udział wzięły {0} osoby|udział wzięło {0} osób");
const HIDDEN_AREAS: Counted = Counted::new(
    Language::Pl,
    "Jednego osiedla nie widać.|Liczba osiedli, których nie widać: {0}.|Liczba osiedli, których nie widać: {0}.",
);
const HIDDEN_NUMBERS: Counted = Counted::new(
    Language::Pl,
    "Jednej liczby nie widać.|Liczby, których nie widać: {0}.|Liczby, których nie widać: {0}.",
);

pub(crate) static CHART: ChartWords = ChartWords {
    mean_places: "Średnie miejsce. Im bliżej miejsca 1, tym ważniejsze",
    first_places: "To ludzie postawili na miejscu 1",
    place: |place| format!("miejsce {place}"),
    hidden: "Niewidoczne",
    hidden_why: "Ta grupa jest za mała. Dzięki temu każdy pozostaje anonimowy.",
    no_opinion: |count| format!("bez zdania: {count}"),
    answered: |count| match count {
        Some(count) => ANSWERS.with(Language::Pl, count.into()),
        None => "Za mało odpowiedzi, żeby je pokazać".to_owned(),
    },
    people: |count, margin| format!("{}, {margin}", PEOPLE.with(Language::Pl, count.into())),
    people_alone: |count| PEOPLE.with(Language::Pl, count.into()),
    mean: |mean| format!("średnio {mean}"),
    margin: |low, high| format!("margines od {low} do {high}"),
    margin_key: "Wąska kreska to margines: o tyle przypadek może zmienić liczbę.",
    table: "Zobacz te liczby w tabeli",
    as_svg: "Zapisz jako obraz SVG",
    as_png: "Zapisz jako obraz PNG",
    no_share: "nie liczy się do procentów",
    source: |municipality, poll| format!("Źródło: {municipality}, ankieta „{poll}”"),
    ballots: |count| TOOK_PART.with(Language::Pl, count.into()),
    counted: |date| format!("stan na {date}"),
    no_sample: "Udział mógł wziąć każdy. Odpowiedzi nie są próbą losową.",
    map_of_mean: "Średnia według osiedli",
    map_of_share: |option| format!("Część osób, które wybrały „{option}”, według osiedli"),
    map_says: |what, most, least| format!("Mapa. {what}. Najwięcej: {most}. Najmniej: {least}."),
    map_hidden: |count| HIDDEN_AREAS.with(Language::Pl, count as u64),
    area: "Osiedle",
    figure: "Liczba",
    margin_column: "Margines",
    most: |label, share, low, high| format!("Najczęściej wybierano: {label}, {share}%, margines od {low}% do {high}%."),
    nothing: "Jest za mało odpowiedzi, żeby je pokazać.",
    some_hidden: |count| HIDDEN_NUMBERS.with(Language::Pl, count as u64),
    average: |mean, low, high, to| format!("Średnio {mean} z {to}, margines od {low} do {high}."),
    first_step: |step, statement, share| format!("„{step}” najczęściej wybierano przy „{statement}”: {share}%."),
    highest: |statement, mean| format!("Najwyższą średnią ma „{statement}”: {mean}."),
    on_top: |label, mean| format!("Na górze jest „{label}”, średnio na miejscu {mean}."),
    bars: "Wykres słupkowy.",
    stacks: "Słupki podzielone na części.",
    places: "Średnie miejsca na linii.",
};
