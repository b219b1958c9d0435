//! What pictures say.

use shared::sentence::Counted;
use shared::text::Language;

use crate::chart::ChartWords;

const ANSWERS: Counted = Counted::new(Language::Uk, "{0} відповідь|{0} відповіді|{0} відповідей");
const PEOPLE: Counted = Counted::new(Language::Uk, "{0} особа|{0} особи|{0} осіб");
const TOOK_PART: Counted =
    Counted::new(Language::Uk, "участь взяла {0} особа|участь взяли {0} особи|участь взяли {0} осіб");
const HIDDEN_AREAS: Counted = Counted::new(
    Language::Uk,
    "Не показано {0} мікрорайон.|Не показано {0} мікрорайони.|Не показано {0} мікрорайонів.",
);
const HIDDEN_NUMBERS: Counted =
    Counted::new(Language::Uk, "Не показано {0} число.|Не показано {0} числа.|Не показано {0} чисел.");

pub(crate) static CHART: ChartWords = ChartWords {
    mean_places: "Середнє місце. Що ближче до місця 1, то важливіше",
    first_places: "Це люди поставили на місце 1",
    place: |place| format!("місце {place}"),
    hidden: "Не показано",
    hidden_why: "Ця група замала. Так ви залишаєтеся анонімними.",
    no_opinion: |count| format!("без думки: {count}"),
    answered: |count| match count {
        Some(count) => ANSWERS.with(Language::Uk, count.into()),
        None => "Замало відповідей, щоб показати".to_owned(),
    },
    people: |count, margin| format!("{}, {margin}", PEOPLE.with(Language::Uk, count.into())),
    people_alone: |count| PEOPLE.with(Language::Uk, count.into()),
    mean: |mean| format!("у середньому {mean}"),
    margin: |low, high| format!("похибка від {low} до {high}"),
    margin_key: "Вузька риска – це похибка: наскільки випадок може змінити цифру.",
    table: "Переглянути ці цифри в таблиці",
    as_svg: "Зберегти як зображення SVG",
    as_png: "Зберегти як зображення PNG",
    no_share: "не входить у відсотки",
    source: |municipality, poll| format!("Джерело: {municipality}, опитування «{poll}»"),
    ballots: |count| TOOK_PART.with(Language::Uk, count.into()),
    counted: |date| format!("пораховано {date}"),
    no_sample: "Участь міг взяти кожен. Відповіді не є випадковою вибіркою.",
    map_of_mean: "Середнє за мікрорайонами",
    map_of_share: |option| format!("Частка тих, хто вибрав «{option}», за мікрорайонами"),
    map_says: |what, most, least| format!("Карта. {what}. Найбільше: {most}. Найменше: {least}."),
    map_hidden: |count| HIDDEN_AREAS.with(Language::Uk, count as u64),
    area: "Мікрорайон",
    figure: "Цифра",
    margin_column: "Похибка",
    most: |label, share, low, high| format!("Найчастіше вибирали: {label}, {share}%, похибка від {low}% до {high}%."),
    nothing: "Замало відповідей, щоб показати.",
    some_hidden: |count| HIDDEN_NUMBERS.with(Language::Uk, count as u64),
    average: |mean, low, high, to| format!("У середньому {mean} з {to}, похибка від {low} до {high}."),
    first_step: |step, statement, share| format!("«{step}» найчастіше вибирали для «{statement}»: {share}%."),
    highest: |statement, mean| format!("Найвище середнє має «{statement}»: {mean}."),
    on_top: |label, mean| format!("Угорі «{label}», у середньому на місці {mean}."),
    bars: "Стовпчаста діаграма.",
    stacks: "Смуги з частин.",
    places: "Середні місця на лінії.",
};
