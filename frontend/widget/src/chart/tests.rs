//! Pictures of made-up figures: what is drawn, what is said, and what is hidden.

use shared::poll::{BatteryScale, Choice, Item};

use super::*;

fn phrase(text: &str) -> Phrase {
    Phrase { text: text.to_owned(), lang: Language::Nl }
}

fn choice(id: &str, text: &str, no_opinion: bool) -> Choice<Phrase> {
    Choice { id: id.parse().unwrap(), text: phrase(text), no_opinion, other: false }
}

fn item(id: &str, text: &str) -> Item<Phrase> {
    Item { id: id.parse().unwrap(), text: phrase(text) }
}

fn question(kind: QuestionKind<Phrase>) -> Question<Phrase> {
    let id = "vraag".parse().unwrap();
    Question { id, text: phrase("Wat vindt u & waarom <nu>?"), help: None, required: false, condition: None, kind }
}

const fn estimate(value: f64) -> Estimate {
    Estimate { value, low: value - 0.1, high: value + 0.1 }
}

fn line(part: Option<&str>, figures: Vec<Figure>, mean: Option<Estimate>) -> QuestionFigures {
    let part = part.map(|part| part.parse().unwrap());
    QuestionFigures { question_id: "vraag".parse().unwrap(), part, answered: Some(80), figures, mean }
}

fn figures(questions: Vec<QuestionFigures>) -> AreaFigures {
    AreaFigures { area_id: None, ballots: Some(90), questions }
}

fn option(id: &str, count: Option<u32>, share: Option<f64>) -> Figure {
    Figure { row: Row::Option(id.parse().unwrap()), count, share: share.map(estimate) }
}

fn source() -> Source<'static> {
    Source {
        municipality: "Gemeente Waterdam",
        poll: "Veilig & wel",
        area: None,
        ballots: Some(90),
        counted_on: "12 mei 2026",
    }
}

fn one_choice() -> (Question<Phrase>, AreaFigures) {
    let options = vec![choice("a", "Meer licht", false), choice("b", "Groen", false), choice("x", "Weet niet", true)];
    let lines = vec![option("a", Some(48), Some(0.6)), option("b", None, None), option("x", Some(12), None)];
    (question(QuestionKind::OneChoice { options }), figures(vec![line(None, lines, None)]))
}

#[test]
fn a_hidden_count_is_drawn_as_hidden_and_said_so() {
    let (question, figures) = one_choice();
    let [chart] = &*Chart::of(Language::Nl, &question, &figures) else { panic!("one picture") };
    assert!(chart.hides());
    assert_eq!(
        chart.says,
        "Staafdiagram. Het vaakst gekozen: Meer licht, 60%, marge 50% tot 70%. Eén aantal is niet te zien."
    );
    let file = svg(Language::Nl, chart, &source());
    assert_eq!(file.matches("url(#hidden)").count(), 2, "the bar and its key: {file}");
    assert!(file.contains("Niet te zien") && file.contains("Zo blijft u anoniem."));
    assert!(!file.contains(">0%<") || file.matches(">0%<").count() == 1, "only the axis begins at nought: {file}");
}

#[test]
fn a_file_says_where_it_comes_from_and_how_sure_it_is() {
    let (question, figures) = one_choice();
    let charts = Chart::of(Language::Nl, &question, &figures);
    let file = svg(Language::Nl, &charts[0], &source());
    for words in [
        "Wat vindt u &amp; waarom &lt;nu&gt;?",
        "80 antwoorden",
        "Bron: Gemeente Waterdam, peiling ‘Veilig &amp; wel’",
        "90 mensen deden mee, geteld op 12 mei 2026.",
        "marge 50% tot 70%",
        "steekproef",
    ] {
        assert!(file.contains(words), "{words}: {file}");
    }
    // It stands alone, and nothing in it can run.
    for foreign in ["style=", "<style", "<script", "href", "http://www.example", "url(http"] {
        assert!(!file.contains(foreign), "{foreign}: {file}");
    }
}

#[test]
fn statements_are_stacked_in_the_order_of_their_answers() {
    let options = vec![choice("ja", "Eens", false), choice("nee", "Oneens", false), choice("x", "Geen mening", true)];
    let statements = vec![item("s", "Het is hier fijn."), item("t", "Ik help graag.")];
    let question = question(QuestionKind::Battery { statements, scale: BatteryScale::Options { options } });
    let answers = |yes: f64| {
        vec![option("ja", Some(40), Some(yes)), option("nee", Some(20), Some(1.0 - yes)), option("x", Some(20), None)]
    };
    let lines =
        vec![line(None, Vec::new(), None), line(Some("s"), answers(0.25), None), line(Some("t"), answers(0.7), None)];
    let charts = Chart::of(Language::Nl, &question, &figures(lines));
    let Picture::Stacks(stacks) = &charts[0].picture else { panic!("{charts:?}") };
    assert_eq!(
        stacks.steps.iter().map(|(words, strength)| (words.text.as_str(), *strength)).collect::<Vec<_>>(),
        [("Eens", 9), ("Oneens", 0)]
    );
    assert_eq!(stacks.lines[0].no_opinion, Some(20));
    assert_eq!(charts[0].says, "Gestapelde balken. ‘Eens’ komt het meest voor bij ‘Ik help graag.’: 70%.");
}

#[test]
fn a_scale_is_one_bar_with_its_mean() {
    let question =
        question(QuestionKind::Scale { to: 5, low: phrase("slecht"), high: phrase("goed"), no_opinion: false });
    let values = (1..=5).map(|value| Figure { row: Row::Value(value), count: Some(16), share: Some(estimate(0.2)) });
    let charts = Chart::of(Language::En, &question, &figures(vec![line(None, values.collect(), Some(estimate(3.0)))]));
    assert_eq!(charts[0].says, "Stacked bars. On average 3.0 out of 5, margin 2.9 to 3.1.");
    let Picture::Stacks(stacks) = &charts[0].picture else { panic!("{charts:?}") };
    assert_eq!((stacks.lines.len(), stacks.steps[4].0.text.as_str()), (1, "5 – goed"));
    // The ends are in another language than the page.
    assert_eq!(stacks.steps[0].0.lang, Some("nl"));
}

#[test]
fn a_ranking_shows_mean_places_only_when_they_are_known() {
    let question =
        question(QuestionKind::Ranking { options: vec![item("a", "Bomen"), item("b", "Bankjes")], places: 2 });
    let first = line(None, vec![option("a", Some(30), Some(0.4)), option("b", Some(50), Some(0.6))], None);
    let place = |part, mean| line(Some(part), Vec::new(), mean);
    let known = figures(vec![first.clone(), place("a", Some(estimate(1.6))), place("b", Some(estimate(1.4)))]);
    let charts = Chart::of(Language::Nl, &question, &known);
    assert_eq!(charts.iter().map(Chart::name).collect::<Vec<_>>(), ["vraag", "vraag.1"]);
    assert!(charts[0].says.contains("Bovenaan staat ‘Bankjes’, gemiddeld op plaats 1,4."), "{}", charts[0].says);
    let unknown = figures(vec![first, place("a", None), place("b", None)]);
    let charts = Chart::of(Language::Nl, &question, &unknown);
    assert_eq!(charts.iter().map(Chart::name).collect::<Vec<_>>(), ["vraag.1"]);
}

#[test]
fn nothing_is_drawn_of_open_texts_or_before_figures() {
    assert_eq!(
        Chart::of(Language::Nl, &question(QuestionKind::OpenText), &figures(vec![line(None, vec![], None)])),
        []
    );
    let (question, _) = one_choice();
    assert_eq!(Chart::of(Language::Nl, &question, &figures(Vec::new())), []);
}
