//! The form of a poll.

use shared::area::Area;
use shared::fault::Fault;
use shared::ids::{BallotId, OptionId};
use shared::poll::fill::{Filling, Move, Step};
use shared::poll::{Poll, QuestionKind};
use shared::text::Phrase;
use shared::wire::public::BallotRequest;

use super::answers::{self, DOWN, UP, shift_value};
use super::postcode::Typed;
use super::{CHANGING, MOVE, STEP};
use crate::fields::{Fields, field_id};

/// The hidden field with the ballot's id.
pub const BALLOT_ID: &str = "ballotId";
/// The field of the area, as in the request and in faults.
pub const AREA: &str = "areaId";

/// What was posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    pub filling: Filling,
    pub press: Press,
    /// None when the browser had none: the first post makes it.
    pub ballot_id: Option<BallotId>,
}

/// What was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    Start,
    /// Forward without an answer to this question.
    Skip,
    Move(Move<Step>),
    /// One of those to put in order a place higher or lower.
    Shift {
        option: OptionId,
        up: bool,
    },
    /// Look the area of this postcode up.
    Find(Typed),
    Send,
}

/// What a movement comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moved {
    Show(Filling),
    /// The same step with something in it moved; `focus` is the id of the button that moved it.
    Redraw {
        filling: Filling,
        focus: String,
    },
    /// It is none: something is looked up or sent.
    Otherwise(Filling, Press),
}

/// What comes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    Show(Filling),
    /// The same step with something in it moved; `focus` is the id of the button that moved it.
    Redraw {
        filling: Filling,
        focus: String,
    },
    /// The same step, once the area of this postcode has been looked up.
    Find {
        filling: Filling,
        typed: Typed,
    },
    /// Everything fits: send it. The filling is kept for when it does not arrive.
    Send {
        filling: Filling,
        request: BallotRequest,
    },
}

/// A step as it stands in a form: questions are counted from 1 there.
pub fn step_value(step: Step) -> String {
    match step {
        Step::Question(place) => place.saturating_add(1).to_string(),
        Step::Area => "area".to_owned(),
        Step::Check => "check".to_owned(),
    }
}

fn read_step(value: &str) -> Option<Step> {
    match value {
        "area" => Some(Step::Area),
        "check" => Some(Step::Check),
        number => number.parse::<usize>().ok()?.checked_sub(1).map(Step::Question),
    }
}

/// The value of a button that jumps to a step.
pub fn jump_value(step: Step) -> String {
    format!("to-{}", step_value(step))
}

/// Reads what was posted. Nothing is refused here: what does not fit stays as it is and is found by the rules.
pub fn read(poll: &Poll<Phrase>, fields: &Fields) -> Posted {
    let step = fields.first(STEP).and_then(read_step);
    let answers = answers::read(poll, fields);
    let step = step.filter(|step| poll.steps(&answers).contains(step));
    let filling = Filling {
        step: step.unwrap_or(Step::Question(0)),
        answers,
        area_id: fields.read(AREA),
        changing: fields.on(CHANGING),
        faults: Vec::new(),
    };
    let find = Typed::read(fields, AREA).filter(|_| step == Some(Step::Area));
    let press = match fields.first(MOVE) {
        _ if let Some(typed) = find => Press::Find(typed),
        Some("start") => Press::Start,
        Some("skip") => Press::Skip,
        Some("back") => Press::Move(Move::Back),
        Some("send") => Press::Send,
        Some(pressed) => read_press(pressed).unwrap_or(Press::Move(Move::Forward)),
        // Enter in a field presses no button.
        None if step == Some(Step::Check) => Press::Send,
        None if step.is_none() => Press::Start,
        None => Press::Move(Move::Forward),
    };
    Posted { filling, press, ballot_id: fields.read(BALLOT_ID) }
}

/// A jump to a step, or a shift in an order.
fn read_press(pressed: &str) -> Option<Press> {
    if let Some(step) = pressed.strip_prefix("to-") {
        return read_step(step).map(|step| Press::Move(Move::To(step)));
    }
    let (option, up) = match pressed.strip_prefix(UP) {
        Some(option) => (option, true),
        None => (pressed.strip_prefix(DOWN)?, false),
    };
    Some(Press::Shift { option: OptionId::parse(option).ok()?, up })
}

/// What comes of what was posted.
pub fn turn(poll: &Poll<Phrase>, areas: &[Area], posted: Posted) -> Turn {
    match moved(poll, posted) {
        Moved::Show(filling) => Turn::Show(filling),
        Moved::Redraw { filling, focus } => Turn::Redraw { filling, focus },
        Moved::Otherwise(filling, Press::Find(typed)) => Turn::Find { filling, typed },
        Moved::Otherwise(filling, _) => match request(poll, areas, &filling) {
            Ok(request) => Turn::Send { filling, request },
            Err(faults) => Turn::Show(poll.at_first_fault(filling, faults)),
        },
    }
}

/// The movements of it, which need nothing but the poll.
pub fn moved(poll: &Poll<Phrase>, posted: Posted) -> Moved {
    let Posted { mut filling, press, .. } = posted;
    match press {
        Press::Start => Moved::Show(Filling { step: Step::Question(0), ..filling }),
        Press::Skip => {
            match filling.step {
                Step::Question(place) => {
                    if let Some(question) = poll.questions.get(place) {
                        filling.answers.remove(&question.id);
                    }
                }
                Step::Area => filling.area_id = None,
                Step::Check => {}
            }
            Moved::Show(poll.advance(filling, Move::Forward))
        }
        Press::Shift { option, up } => {
            let Step::Question(place) = filling.step else { return Moved::Show(filling) };
            let Some(question) = poll.questions.get(place) else { return Moved::Show(filling) };
            if let QuestionKind::Ranking { options, places } = &question.kind {
                let answer = answers::shifted(options, *places, filling.answers.get(&question.id), &option, up);
                filling.answers.insert(question.id.clone(), answer);
            }
            Moved::Redraw { filling, focus: field_id(&shift_value(&option, up)) }
        }
        Press::Move(movement) => Moved::Show(poll.advance(filling, movement)),
        Press::Find(_) | Press::Send => Moved::Otherwise(filling, press),
    }
}

fn request(poll: &Poll<Phrase>, areas: &[Area], filling: &Filling) -> Result<BallotRequest, Vec<Fault>> {
    let area = poll.read_area(filling.area_id.as_ref(), areas);
    let answers = poll.without_unasked(filling.answers.clone());
    match (poll.read_answers(&answers), area) {
        (Ok(answers), Ok(area_id)) => Ok(BallotRequest { answers, area_id }),
        (answers, area) => Err(answers.err().unwrap_or_default().into_iter().chain(area.err()).collect()),
    }
}

/// What the form has to carry along: everything but what the shown step asks for.
pub fn carried(poll: &Poll<Phrase>, filling: &Filling, ballot_id: Option<&BallotId>) -> Vec<(String, String)> {
    let mut pairs = vec![(STEP.to_owned(), step_value(filling.step))];
    if filling.changing {
        pairs.push((CHANGING.to_owned(), "true".to_owned()));
    }
    pairs.extend(ballot_id.map(|id| (BALLOT_ID.to_owned(), id.to_string())));
    let shown = match filling.step {
        Step::Question(place) => poll.questions.get(place).map(|question| &question.id),
        Step::Area | Step::Check => None,
    };
    for (id, answer) in filling.answers.iter().filter(|(id, _)| Some(*id) != shown) {
        pairs.extend(answers::written(id, answer));
    }
    if filling.step != Step::Area {
        pairs.extend(filling.area_id.as_ref().map(|id| (AREA.to_owned(), id.to_string())));
    }
    pairs
}

#[cfg(test)]
mod tests {
    use shared::fault::FaultCode;
    use shared::ids::{AreaId, PollId, QuestionId};
    use shared::poll::{Answer, Choice, Influence, Question, ResultsVisible};
    use shared::text::Language;

    use super::*;

    fn phrase(text: &str) -> Phrase {
        Phrase { text: text.into(), lang: Language::Nl }
    }

    fn question(id: &str, required: bool, kind: QuestionKind<Phrase>) -> Question<Phrase> {
        Question { id: QuestionId::parse(id).unwrap(), text: phrase(id), help: None, required, condition: None, kind }
    }

    fn poll() -> Poll<Phrase> {
        let options = ["a", "b", "c"]
            .map(|id| Choice {
                id: OptionId::parse(id).unwrap(),
                text: phrase(id),
                no_opinion: false,
                other: id == "c",
            })
            .to_vec();
        Poll {
            id: PollId::parse("p").unwrap(),
            title: phrase("Titel"),
            intro: phrase("Waarom"),
            influence: Influence::Advise,
            topic_id: None,
            area_ids: Vec::new(),
            languages: Vec::new(),
            asks_area: true,
            results_visible: ResultsVisible::AfterClosing,
            officials_wait: false,
            questions: vec![
                question("one", true, QuestionKind::OneChoice { options: options.clone() }),
                question("several", false, QuestionKind::SeveralChoices { options, max: Some(2) }),
                question(
                    "scale",
                    false,
                    QuestionKind::Scale { to: 5, low: phrase("laag"), high: phrase("hoog"), no_opinion: true },
                ),
                question("text", false, QuestionKind::OpenText),
            ],
        }
    }

    fn area() -> Area {
        let id = AreaId::parse("noord").unwrap();
        Area {
            id,
            parent_id: None,
            kind: shared::area::AreaKind::Buurt,
            name: "Noord".into(),
            cbs: None,
            network_level: None,
        }
    }

    fn post(pairs: &[(&str, &str)]) -> Turn {
        let fields = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        turn(&poll(), &[area()], read(&poll(), &fields))
    }

    fn shown(turn: Turn) -> Filling {
        match turn {
            Turn::Show(filling) => filling,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_whole_poll_goes_through_plain_forms() {
        let mut filling = shown(post(&[("move", "start"), ("ballotId", "b1")]));
        let pressed = [
            vec![("answers.one", "b")],
            vec![("answers.several", "c"), ("answers.several", "a")],
            vec![("answers.scale", "4")],
            vec![("answers.text", "Een regel\r\nnog een")],
            vec![("areaId", "noord")],
        ];
        for answers in pressed {
            let carried = carried(&poll(), &filling, None);
            let mut pairs: Vec<(&str, &str)> = carried.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            pairs.extend(answers);
            pairs.push(("move", "forward"));
            filling = shown(post(&pairs));
            assert_eq!(filling.faults, []);
        }
        assert_eq!(filling.step, Step::Check);
        let carried = carried(&poll(), &filling, Some(&BallotId::parse("b1").unwrap()));
        let mut pairs: Vec<(&str, &str)> = carried.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert!(pairs.contains(&("ballotId", "b1")));
        pairs.push(("move", "send"));
        let Turn::Send { request, .. } = post(&pairs) else { panic!("not sent") };
        assert_eq!(request.answers.len(), 4);
        assert_eq!(request.answers[&QuestionId::parse("text").unwrap()], Answer::Text("Een regel\nnog een".into()));
        assert_eq!(request.area_id, Some(AreaId::parse("noord").unwrap()));
    }

    #[test]
    fn faults_keep_the_step_and_what_was_typed() {
        let missing = shown(post(&[("step", "1"), ("move", "forward")]));
        assert_eq!((missing.step, &missing.faults[0].code), (Step::Question(0), &FaultCode::ChoiceRequired));

        let many = [("step", "2"), ("answers.one", "a"), ("answers.several", "a"), ("answers.several", "b")];
        let many = shown(post(&[&many[..], &[("answers.several", "c"), ("move", "forward")]].concat()));
        assert_eq!((many.step, &many.faults[0].code), (Step::Question(1), &FaultCode::TooMany { max: 2 }));
        assert_eq!(many.answers.len(), 2);

        let strange = shown(post(&[("step", "3"), ("answers.scale", "veel"), ("move", "forward")]));
        assert_eq!(strange.faults[0].code, FaultCode::WrongKind);
    }

    #[test]
    fn sending_too_early_shows_the_first_question_at_fault() {
        let turn = post(&[("step", "check"), ("answers.several", "x"), ("move", "send")]);
        assert_eq!((shown(turn.clone()).step, shown(turn).faults.len()), (Step::Question(0), 1));
    }

    #[test]
    fn skipping_takes_the_answer_away_and_jumping_keeps_it() {
        let skipped = shown(post(&[("step", "3"), ("answers.scale", "4"), ("answers.one", "a"), ("move", "skip")]));
        assert_eq!((skipped.step, skipped.answers.len()), (Step::Question(3), 1));
        let jumped = shown(post(&[("step", "check"), ("answers.one", "a"), ("move", "to-area")]));
        assert_eq!((jumped.step, jumped.answers.len()), (Step::Area, 1));
        let same = shown(post(&[("step", "check"), ("answers.one", "a"), ("move", "to-check")]));
        assert_eq!((same.step, same.changing), (Step::Check, false), "coming back to what was kept changes nothing");
    }

    #[test]
    fn steps_that_are_not_there_start_the_form_again() {
        for step in ["99", "0", "-1", "x", ""] {
            assert_eq!(shown(post(&[("step", step), ("answers.one", "a")])).step, Step::Question(0), "{step}");
        }
    }
}
