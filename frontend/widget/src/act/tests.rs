//! What a submit means, without a browser.

use shared::ids::Slug;
use shared::paths::Place;
use shared::poll::fill::Step;
use shared::poll::{Choice, Influence, Poll, Question, QuestionKind, ResultsVisible};
use shared::proposal::fill::{ProposalFilling, ProposalStep};
use shared::text::{Language, Phrase};

use super::*;
use crate::forms::postcode::{Lookup, Told as Found, Typed};
use crate::state::{PollForm, ProposePage};

fn state(form: Form) -> FormState {
    let context = Context {
        place: Place::Frame,
        language: Language::Nl,
        languages: Language::ALL.to_vec(),
        slug: Slug::parse("waterdam").unwrap(),
        municipality: "Waterdam".into(),
        contact: None,
        origin: "https://buurtstem.example".into(),
        host: Some("https://www.waterdam.example".into()),
    };
    FormState { context, form }
}

fn phrase(text: &str) -> Phrase {
    Phrase { text: text.into(), lang: Language::Nl }
}

fn poll_page() -> PollForm {
    let options = vec![Choice { id: "a".parse().unwrap(), text: phrase("A"), no_opinion: false, other: false }];
    let question = |id: &str| Question {
        id: id.parse().unwrap(),
        text: phrase("?"),
        help: None,
        required: true,
        condition: None,
        kind: QuestionKind::OneChoice { options: options.clone() },
    };
    PollForm::of(Poll {
        id: "licht".parse().unwrap(),
        title: phrase("Licht"),
        intro: phrase("Waarom"),
        influence: Influence::Inform,
        topic_id: None,
        area_ids: Vec::new(),
        languages: Vec::new(),
        asks_area: false,
        results_visible: ResultsVisible::AfterClosing,
        officials_wait: false,
        questions: ["q", "r"].map(question).to_vec(),
    })
}

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn poll(page: PollForm) -> FormState {
    state(Form::Poll(Box::new(page)))
}

fn submitted(state: &FormState, pairs: &[(&str, &str)]) -> Act {
    let steps = if matches!(state.form, Form::Poll(_)) { &POLL } else { &PROPOSAL };
    (steps.submitted)(state, &fields(pairs))
}

fn travelled(state: &FormState, pairs: &[(&str, &str)], back: bool) -> Act {
    let steps = if matches!(state.form, Form::Poll(_)) { &POLL } else { &PROPOSAL };
    (steps.travelled)(state, &fields(pairs), back)
}

fn shown(act: Act) -> PollForm {
    match act {
        Act::Show(Form::Poll(page)) => *page,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_question_is_shown_at_once_and_everything_else_is_posted() {
    let start = poll(poll_page());
    let second = shown(submitted(&start, &[("step", "1"), ("answers.q", "a"), ("move", "forward")]));
    assert_eq!(second.filling.as_ref().unwrap().step, Step::Question(1));
    let missing = shown(submitted(&start, &[("step", "1"), ("move", "forward")]));
    assert_eq!(missing.filling.unwrap().faults.len(), 1, "a fault is found at once");

    let answers = [("answers.q", "a"), ("answers.r", "a")];
    for (step, movement) in [("2", "forward"), ("check", "send"), ("area", "find"), ("area", "forward")] {
        let pairs = [&answers[..], &[("step", step), ("move", movement)]].concat();
        let mut page = second.clone();
        page.poll.asks_area = true;
        assert_eq!(submitted(&poll(page), &pairs), Act::Leave, "{step}, {movement}");
    }
    let changing = shown(submitted(&start, &[&answers[..], &[("step", "check"), ("move", "to-2")]].concat()));
    assert_eq!(changing.filling.unwrap().step, Step::Question(1), "back from the Worker's page");
}

#[test]
fn the_ballots_id_stays_what_the_worker_made_it() {
    let pairs = [("step", "check"), ("ballotId", "b-1"), ("answers.q", "a"), ("move", "to-1")];
    let page = shown(submitted(&poll(poll_page()), &pairs));
    assert_eq!(page.ballot_id.unwrap().as_str(), "b-1");
    let page = shown(submitted(&poll(poll_page()), &[pairs[0], pairs[3]]));
    assert_eq!(page.ballot_id, None, "none is made here");
}

#[test]
fn the_browsers_back_button_is_one_step_back_with_what_is_filled_in() {
    let start = poll(poll_page());
    assert_eq!(travelled(&start, &[("step", "1")], true), Act::Leave, "before the first page is another site");
    let second = poll(shown(submitted(&start, &[("step", "1"), ("answers.q", "a"), ("move", "forward")])));
    let back = shown(travelled(&second, &[("step", "2"), ("answers.q", "a")], true));
    let filling = back.filling.clone().unwrap();
    assert_eq!((filling.step, filling.answers.len()), (Step::Question(0), 1));
    let intro = travelled(&poll(back.clone()), &[("step", "1"), ("answers.q", "a")], true);
    assert!(matches!(&intro, Act::Go(address) if address.contains("/nl/peilingen/licht")), "{intro:?}");
    let forward = shown(travelled(&poll(back), &[("step", "1"), ("answers.q", "a")], false));
    assert_eq!(forward.filling.unwrap().step, Step::Question(1));

    // The page of the Worker between is pressed for.
    let all = [("answers.q", "a"), ("answers.r", "a")];
    let at = |step| [&all[..], &[("step", step)]].concat();
    assert_eq!(travelled(&second, &at("2"), false), Act::Press("forward"));
    let from_check = shown(travelled(&second, &at("check"), true));
    assert_eq!(from_check.filling.unwrap().step, Step::Question(1));
    // Changed from the check page, the first question leads back there and not to the introduction.
    let changing = [&at("1")[..], &[("changing", "true")]].concat();
    assert_eq!(travelled(&second, &changing, true), Act::Press("back"));
}

#[test]
fn all_steps_of_an_idea_but_the_last_are_shown_at_once() {
    let page = ProposePage {
        topics: Vec::new(),
        areas: Vec::new(),
        filling: ProposalFilling::start(),
        route: None,
        keys: None,
        lookup: Lookup::default(),
        trouble: None,
    };
    let start = state(Form::Propose(Box::new(page)));
    let Act::Show(Form::Propose(next)) = submitted(&start, &[("step", "idea"), ("what", "Een bankje")]) else {
        panic!()
    };
    assert_eq!((next.filling.step, next.keys), (ProposalStep::Topic, None));
    let last = [("step", "answer"), ("what", "Een bankje"), ("topicId", ""), ("areaId", "noord"), ("move", "forward")];
    assert_eq!(submitted(&start, &last), Act::Leave);
    assert_eq!(travelled(&start, &last[..4], false), Act::Press("forward"));
    for (step, movement) in [("check", "send"), ("area", "find")] {
        assert_eq!(submitted(&start, &[("step", step), ("postcode", "1234AB"), ("move", movement)]), Act::Leave);
    }
    let Act::Show(Form::Propose(back)) = travelled(&start, &last[..4], true) else { panic!() };
    assert_eq!(back.filling.step, ProposalStep::Together);
}

#[test]
fn an_area_is_found_by_postcode_and_only_the_area_stays() {
    let mut page = poll_page();
    page.lookup.offered = true;
    page.poll.asks_area = true;
    page.filling = Some(shared::poll::fill::Filling { step: Step::Area, ..shared::poll::fill::Filling::start() });
    page.areas = vec![
        serde_json::from_str(r#"{"id":"noord","kind":"buurt","name":"Noord"}"#).unwrap(),
        serde_json::from_str(r#"{"id":"zuid","kind":"buurt","name":"Zuid"}"#).unwrap(),
    ];
    page.poll.area_ids = page.areas.iter().map(|area| area.id.clone()).collect();
    page.lookup.typed = Typed { postcode: "1234ab".into(), number: String::new() };
    let told = |told, area: Option<&str>| poll_with_area(page.clone(), told, area.map(|area| area.parse().unwrap()));
    let number = told(Found::NumberNeeded, None);
    assert!(number.lookup.asks_number());
    assert_eq!(number.lookup.typed.postcode, "1234ab", "nobody types it twice");
    let found = told(Found::Found, Some("zuid"));
    assert_eq!(found.filling.as_ref().unwrap().area_id.as_ref().unwrap().as_str(), "zuid");
    assert!(!format!("{found:?}").contains("1234"), "the postcode is gone: {found:?}");
    let elsewhere = told(Found::Found, Some("elders"));
    assert_eq!((elsewhere.filling.unwrap().area_id, elsewhere.lookup.told), (None, Some(Found::NotOffered)));
}

#[test]
fn a_poll_that_closed_meanwhile_shows_what_was_filled_in() {
    let page = shown(submitted(&poll(poll_page()), &[("step", "1"), ("answers.q", "a"), ("move", "forward")]));
    let refused = |code: &str| {
        let trouble = Trouble::told(code, "Titel".into(), "Uitleg".into());
        refused_poll(page.clone(), Refused { trouble, faults: Vec::new() })
    };
    let differs = refused("ballotDiffers");
    assert_eq!(differs.trouble, Some(Trouble::Told { title: "Titel".into(), detail: "Uitleg".into() }));
    let closed = refused("pollClosed");
    assert_eq!(closed.trouble, Some(Trouble::Ended { title: "Titel".into(), detail: "Uitleg".into() }));
    for page in [differs, closed] {
        let filling = page.filling.unwrap();
        assert_eq!((filling.step, filling.answers.len()), (Step::Check, 1));
    }
}
