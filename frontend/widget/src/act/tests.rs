//! What a submit means, and what an answer of the API means, without a browser.

use std::cell::Cell;

use shared::follow_key::FollowKey;
use shared::ids::Slug;
use shared::paths::Place;
use shared::poll::fill::Step;
use shared::poll::{Choice, Influence, Poll, Question, QuestionKind, ResultsVisible};
use shared::proposal::fill::{ProposalFilling, ProposalStep};
use shared::text::{Language, Phrase};
use shared::wire::public::IDEMPOTENCY_KEY_HEADER;

use super::*;
use crate::forms::postcode::Lookup;
use crate::state::Receipt;

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
    let kind = QuestionKind::OneChoice { options };
    PollForm {
        poll: Poll {
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
            questions: vec![Question {
                id: "q".parse().unwrap(),
                text: phrase("?"),
                help: None,
                required: true,
                condition: None,
                kind,
            }],
        },
        for_areas: Vec::new(),
        corrections: Vec::new(),
        opens_on: None,
        last_day: shared::time::CivilDate::from_ymd(2027, 5, 12).unwrap(),
        areas: Vec::new(),
        filling: None,
        ballot_id: None,
        lookup: Lookup::default(),
        trouble: None,
    }
}

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// The form's own steps.
fn steps(state: &FormState) -> &'static Steps {
    if matches!(state.form, Form::Poll(_)) { &POLL } else { &PROPOSAL }
}

fn submitted(state: &FormState, fields: &Fields, random: Random<'_>) -> Act {
    (steps(state).submitted)(state, fields, random)
}

fn travelled(state: &FormState, fields: &Fields, back: bool, random: Random<'_>) -> Act {
    (steps(state).travelled)(state, fields, back, random)
}

fn answered(state: &FormState, request: Request, reply: Option<(u16, &str)>) -> Act {
    let Some((status, body)) = reply else { return (steps(state).answered)(state, request, None) };
    let json: serde_json::Value = serde_json::from_str(body).unwrap_or_default();
    let text = |path: &str| json.pointer(&format!("/{}", path.replace('.', "/")))?.as_str().map(str::to_owned);
    (steps(state).answered)(state, request, Some(Reply { status, text: &text }))
}

/// Other bits each time.
fn random() -> impl Fn() -> Option<[u8; 16]> {
    let next = Cell::new(0);
    move || {
        next.set(next.get() + 1);
        Some([next.get(); 16])
    }
}

fn asked(act: Act) -> Request {
    match act {
        Act::Ask(request) => *request,
        other => panic!("{other:?}"),
    }
}

fn problem(status: u16, code: &str, faults: &str) -> (u16, String) {
    let body = format!(r#"{{"status":{status},"title":"Titel","detail":"Uitleg","code":"{code}","faults":{faults}}}"#);
    (status, body)
}

#[test]
fn a_ballot_keeps_its_id_from_the_first_step_to_the_last_try() {
    let random = random();
    let start = state(Form::Poll(Box::new(poll_page())));
    let Act::Show(shown) = submitted(&start, &fields(&[("move", "start")]), &random) else { panic!("not shown") };
    let Form::Poll(page) = &shown else { panic!("no poll") };
    let id = page.ballot_id.clone().unwrap();

    let check = state(shown);
    let answers = fields(&[("step", "check"), ("answers.q", "a"), ("move", "send")]);
    let request = asked(submitted(&check, &answers, &random));
    assert_eq!(request.path, "/api/v1/municipalities/waterdam/polls/licht/ballots");
    assert_eq!(request.headers, [(IDEMPOTENCY_KEY_HEADER, id.to_string())]);

    let Act::Show(offline) = answered(&check, request, None) else { panic!("not shown") };
    let Form::Poll(page) = &offline else { panic!("no poll") };
    assert_eq!((page.trouble.as_ref(), page.ballot_id.as_ref()), (Some(&Trouble::Offline), Some(&id)));
    assert_eq!(page.filling.as_ref().unwrap().answers.len(), 1);

    let again = asked(submitted(&state(offline), &answers, &random));
    assert_eq!(again.headers, [(IDEMPOTENCY_KEY_HEADER, id.to_string())]);
    let thanks = "/frame/v1/waterdam/nl/peilingen/licht/bedankt?host=https://www.waterdam.example".to_owned();
    // The answers stay until the thanks are there.
    let page = asked(answered(&check, again, Some((201, "{}"))));
    assert_eq!((&page.path, &page.body), (&thanks, &None));
    let Act::Show(offline) = answered(&check, page.clone(), None) else { panic!("not shown") };
    let Form::Poll(form) = &offline else { panic!("no poll") };
    assert_eq!((form.trouble.as_ref(), form.ballot_id.as_ref()), (Some(&Trouble::Offline), Some(&id)));
    let told = Told::Answered("licht".parse().unwrap());
    assert_eq!(answered(&check, page, Some((200, "<!doctype html>"))), Act::Arrive(thanks, told));
}

#[test]
fn a_refused_ballot_says_why_and_keeps_the_answers() {
    let random = random();
    let check = state(Form::Poll(Box::new(poll_page())));
    let send =
        || asked(submitted(&check, &fields(&[("step", "check"), ("answers.q", "a"), ("move", "send")]), &random));
    let shown = |(status, body): (u16, String)| match answered(&check, send(), Some((status, &body))) {
        Act::Show(content) => match content {
            Form::Poll(page) => *page,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    let differs = shown(problem(422, "ballotDiffers", "[]"));
    assert_eq!(differs.trouble, Some(Trouble::Told { title: "Titel".into(), detail: "Uitleg".into() }));
    assert_eq!(differs.filling.unwrap().step, Step::Check);

    let closed = shown(problem(400, "pollClosed", "[]"));
    let ended = Trouble::Ended { title: "Titel".into(), detail: "Uitleg".into() };
    assert_eq!(closed.trouble, Some(ended), "sending it again changes nothing");
    assert_eq!(closed.filling.as_ref().unwrap().answers.len(), 1, "what was filled in is still shown");
    let page = state(Form::Poll(Box::new(closed)));
    assert_eq!(travelled(&page, &Fields::default(), true, &random), Act::Leave, "and going back keeps it");

    let fault = r#"[{"field":"answers.q","code":"unknown","message":"Kies opnieuw."}]"#;
    let invalid = shown(problem(400, "invalid", fault));
    assert_eq!(invalid.trouble, Some(Trouble::Told { title: "Titel".into(), detail: "Uitleg Kies opnieuw.".into() }));

    let garbled = shown((502, "<html>".into()));
    assert!(matches!(garbled.trouble, Some(Trouble::Told { .. })));
}

#[test]
fn a_changed_proposal_gets_other_keys_and_a_repeated_one_the_same() {
    let random = random();
    let page = ProposePage {
        topics: Vec::new(),
        areas: Vec::new(),
        filling: ProposalFilling { step: ProposalStep::Answer, topic_chosen: true, ..ProposalFilling::start() },
        route: None,
        keys: None,
        lookup: Lookup::default(),
        trouble: None,
    };
    let start = state(Form::Propose(Box::new(page)));
    let last = fields(&[
        ("step", "answer"),
        ("what", "Een bankje"),
        ("topicId", ""),
        ("areaId", "noord"),
        ("move", "forward"),
    ]);
    let request = asked(submitted(&start, &last, &random));
    assert_eq!(request.path, "/api/v1/municipalities/waterdam/routes?lang=nl&areaId=noord&kind=idea");
    let keys = |act: Act| match act {
        Act::Show(content) => match content {
            Form::Propose(page) => (page.keys.unwrap(), page.route),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    let route = r#"{"partner":"P","supporting":[],"reason":"omdat","answerBy":"2027-05-12"}"#;
    let (first, route) = keys(answered(&start, request.clone(), Some((200, route))));
    assert_eq!(route.unwrap().partner, "P");
    let (second, none) = keys(answered(&start, asked(submitted(&start, &last, &random)), None));
    assert!(none.is_none(), "without a connection the check page still shows");
    assert_ne!(first, second);
}

#[test]
fn the_receipt_has_no_form_and_stays_when_somebody_goes_back() {
    let receipt = Receipt {
        number: "2027-0147".into(),
        partner: "P".into(),
        reason: "omdat".into(),
        answer_by: shared::time::CivilDate::from_ymd(2027, 5, 12).unwrap(),
        follow_key: FollowKey::from_random([7; 16]),
        with_email: false,
    };
    let page = state(Form::Receipt(Box::new(receipt)));
    assert_eq!(submitted(&page, &fields(&[("move", "x")]), &random()), Act::Leave);
    assert_eq!(travelled(&page, &Fields::default(), true, &random()), Act::Leave);
}

#[test]
fn the_browsers_back_button_is_one_step_back_with_what_is_filled_in() {
    let random = random();
    let start = state(Form::Poll(Box::new(poll_page())));
    let Act::Show(first) = submitted(&start, &fields(&[("move", "start")]), &random) else { panic!("not shown") };
    let first = state(first);
    let chosen = fields(&[("step", "1"), ("answers.q", "a"), ("move", "forward")]);
    let Act::Show(check) = submitted(&first, &chosen, &random) else { panic!("not shown") };
    let carried = fields(&[("step", "check"), ("answers.q", "a")]);
    let Act::Show(back) = travelled(&state(check), &carried, true, &random) else { panic!("not shown") };
    let Form::Poll(page) = &back else { panic!("no poll") };
    let filling = page.filling.as_ref().unwrap();
    assert_eq!((filling.step, filling.answers.len()), (Step::Question(0), 1));
    // Changed from the check page, the first question leads back there and not to the introduction.
    let change = fields(&[("step", "check"), ("answers.q", "a"), ("move", "to-1")]);
    let Act::Show(changing) = submitted(&first, &change, &random) else { panic!("not shown") };
    let carried_on = fields(&[("step", "1"), ("changing", "true"), ("answers.q", "a")]);
    let Act::Show(Form::Poll(check)) = travelled(&state(changing), &carried_on, true, &random) else {
        panic!("the ballot is thrown away")
    };
    let filling = check.filling.as_ref().unwrap();
    assert_eq!((filling.step, filling.answers.len(), filling.changing), (Step::Check, 1, false));

    let intro = travelled(&state(back), &carried, true, &random);
    assert!(matches!(&intro, Act::Go(address) if address.contains("/nl/peilingen/licht")), "{intro:?}");
    assert_eq!(travelled(&start, &Fields::default(), true, &random), Act::Leave);
}

/// A page at the step that asks for the area, of a municipality with a table of postcodes.
fn page_at_area() -> FormState {
    let mut page = poll_page();
    page.lookup.offered = true;
    page.poll.asks_area = true;
    page.areas = vec![
        serde_json::from_str(r#"{"id":"noord","kind":"buurt","name":"Noord"}"#).unwrap(),
        serde_json::from_str(r#"{"id":"zuid","kind":"buurt","name":"Zuid"}"#).unwrap(),
    ];
    page.poll.area_ids = page.areas.iter().map(|area| area.id.clone()).collect();
    state(Form::Poll(Box::new(page)))
}

fn drawn(act: Act) -> (PollForm, String) {
    let Act::Redraw(Form::Poll(page), focus) = act else { panic!("{act:?}") };
    (*page, focus)
}

#[test]
fn an_area_is_found_by_postcode_and_only_the_area_stays() {
    let state = page_at_area();
    let submit = |pairs: &[(&str, &str)]| (POLL.submitted)(&state, &fields(pairs), &|| Some([7; 16]));
    let ask = |number: &str| {
        let typed = [("step", "area"), ("postcode", "1234ab"), ("houseNumber", number), ("move", "find")];
        let Act::Ask(request) = submit(&typed) else { panic!() };
        *request
    };
    let request = ask("");
    assert_eq!(request.path, "/api/v1/municipalities/waterdam/area-lookups", "never in the address");
    assert_eq!(request.body.as_deref(), Some(r#"{"postcode":"1234ab","houseNumber":""}"#));
    let answer = |request: Request, outcome: &str, area: Option<&str>| {
        let text = |path: &str| match path {
            "outcome" => Some(outcome.to_owned()),
            "areaId" => area.map(str::to_owned),
            _ => None,
        };
        drawn((POLL.answered)(&state, request, Some(Reply { status: 200, text: &text })))
    };

    let (page, focus) = answer(request, "houseNumberNeeded", None);
    assert_eq!((focus.as_str(), page.lookup.asks_number()), ("field-houseNumber", true));
    assert_eq!(page.lookup.typed.postcode, "1234ab", "nobody types it twice");
    let (page, focus) = answer(ask("12"), "found", Some("zuid"));
    assert_eq!((focus.as_str(), page.filling.as_ref().unwrap().area_id.as_ref().unwrap().as_str()), ("notice", "zuid"));
    assert!(!format!("{page:?}").contains("1234"), "the postcode is gone: {page:?}");
    let (page, _) = answer(ask("12"), "found", Some("elders"));
    assert_eq!((page.filling.unwrap().area_id, page.lookup.told), (None, Some(Found::NotOffered)));
    let (page, focus) = answer(ask("12"), "unknown", None);
    assert_eq!((page.lookup.typed.number.as_str(), focus.as_str()), ("12", "field-postcode"));
    let (page, _) = drawn((POLL.answered)(&state, ask("12"), None));
    assert_eq!((page.lookup.told, page.lookup.typed.postcode.as_str()), (Some(Found::NoAnswer), "1234ab"));
    for (field, told) in [("postcode", Found::NotAPostcode), ("houseNumber", Found::NotANumber), ("?", Found::NoAnswer)]
    {
        let text = |path: &str| (path == "faults.0.field").then(|| field.to_owned());
        let (page, _) = drawn((POLL.answered)(&state, ask("12"), Some(Reply { status: 400, text: &text })));
        assert_eq!(page.lookup.told, Some(told), "{field}");
    }
    // A choice goes on, whatever stands in the field.
    let Act::Show(Form::Poll(page)) =
        submit(&[("step", "area"), ("areaId", "noord"), ("postcode", "12"), ("move", "forward")])
    else {
        panic!()
    };
    assert_eq!((page.lookup.typed.postcode.as_str(), page.filling.unwrap().step), ("", Step::Check));
}
