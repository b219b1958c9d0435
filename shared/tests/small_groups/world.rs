//! A random poll with its ballots, and all that is published of it.

use shared::area::Area;
use shared::ids::{AreaId, OptionId, QuestionId};
use shared::poll::{Answer, Answers, Background, BatteryScale, Poll, Question, QuestionKind};
use shared::tally::running::Running;
use shared::tally::{Published, RawCounts, Row};

/// Numbers that look random and are the same each time (`SplitMix64`).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap()
    }

    fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }

    /// One of the places with these weights.
    fn weighted(&mut self, weights: &[usize]) -> usize {
        let mut at = self.below(weights.iter().sum());
        weights
            .iter()
            .position(|&weight| {
                let here = at < weight;
                at = at.saturating_sub(weight);
                here
            })
            .unwrap()
    }

    /// Weights of which some are far larger than others; sometimes all on one.
    fn weights(&mut self, number: usize) -> Vec<usize> {
        let mut weights: Vec<usize> = (0..number).map(|_| [1, 2, 5, 20, 100][self.below(5)]).collect();
        if self.one_in(6) {
            weights.fill(0);
            weights[self.below(number)] = 1;
        }
        weights
    }
}

pub(crate) struct World {
    pub(crate) poll: Poll,
    /// The counts behind each set.
    pub(crate) raw: Vec<RawCounts>,
    pub(crate) sets: Vec<Published>,
}

impl World {
    pub(crate) fn random(seed: u64) -> Self {
        let mut dice = Dice(seed.wrapping_mul(0x2545_F491_4F6C_DD1D));
        let questions: Vec<serde_json::Value> = (0..=dice.below(2)).map(|place| question(&mut dice, place)).collect();
        let mut questions = questions;
        // Now and then the second question is only asked after one answer to the first, or after either of two.
        let first = questions[0]["kind"]["type"].clone();
        if questions.len() > 1 && (first == "oneChoice" || first == "severalChoices") && dice.one_in(2) {
            let wanted = if dice.one_in(2) { vec!["o0", "o1"] } else { vec!["o0"] };
            questions[1]["condition"] = serde_json::json!({"questionId": "v0", "is": {"options": wanted}});
        }
        // What respondents tell of themselves comes last.
        for background in [Background::Age, Background::Tenure] {
            if dice.one_in(2) {
                questions.push(serde_json::to_value(background.question().unwrap()).unwrap());
            }
        }
        let poll: Poll = serde_json::from_value(serde_json::json!({
            "id": "proef", "title": {"nl": "Proef"}, "intro": {"nl": "Proef"}, "influence": "inform",
            "asksArea": true, "resultsVisible": "afterAnswering", "questions": questions,
        }))
        .unwrap();
        let number = 1 + dice.below(6);
        let areas: Vec<Area> = (0..number)
            .map(|place| {
                serde_json::from_value(
                    serde_json::json!({"id": format!("buurt-{place}"), "kind": "buurt", "name": "B"}),
                )
                .unwrap()
            })
            .collect();
        let ballots = ballots(&mut dice, &poll, number);
        let (raw, sets) = publish(&mut dice, &poll, &areas, &ballots);
        Self { poll, raw, sets }
    }

    /// The same with every count shown that is 10 or more.
    pub(crate) fn with_small_counts_hidden_only(mut self) -> Self {
        for (raw, set) in self.raw.iter().zip(&mut self.sets) {
            for area in std::iter::once(&mut set.total).chain(&mut set.areas) {
                let of_area = area.area_id.as_ref();
                for line in area.questions.iter_mut().filter(|line| Background::of(&line.question_id).is_none()) {
                    let rows: Vec<Row> = line.figures.iter().map(|figure| figure.row.clone()).collect();
                    let table = (&line.question_id, line.part.as_ref(), rows.as_slice());
                    let (answered, chose) = count(table, raw, |named| of_area.is_none() || named == of_area);
                    line.answered = (answered == 0 || answered >= 10).then_some(answered);
                    for (figure, count) in line.figures.iter_mut().zip(chose) {
                        figure.count = (count >= 10).then_some(count);
                    }
                }
            }
            for background in &mut set.backgrounds {
                for group in &mut background.groups {
                    for line in &mut group.questions {
                        let rows: Vec<Row> = line.figures.iter().map(|figure| figure.row.clone()).collect();
                        let table = (&line.question_id, line.part.as_ref(), rows.as_slice());
                        let (_, chose) = count_within(table, raw, (&background.question_id, &group.option_id));
                        for (figure, count) in line.figures.iter_mut().zip(chose) {
                            figure.count = (count >= 10).then_some(count);
                        }
                    }
                }
            }
        }
        self
    }
}

/// What those really answered who told this of themselves, in one table.
pub(crate) fn count_within(
    (question, part, rows): (&QuestionId, Option<&OptionId>, &[Row]),
    raw: &RawCounts,
    (background, option): (&QuestionId, &OptionId),
) -> (u32, Vec<u32>) {
    let count = |row: &Row| {
        let row = Box::new(row.clone().of(part));
        raw.total(Some(question), &Row::Within { question: background.clone(), option: option.clone(), row })
    };
    (count(&Row::Answered), rows.iter().map(count).collect())
}

/// What those of some areas really answered, in one table: of a question, or of a part of one.
pub(crate) fn count(
    (question, part, rows): (&QuestionId, Option<&OptionId>, &[Row]),
    raw: &RawCounts,
    wanted: impl Fn(Option<&AreaId>) -> bool,
) -> (u32, Vec<u32>) {
    let count = |row: &Row| -> u32 {
        let row = row.clone().of(part);
        raw.iter()
            .filter(|(about, _)| about.question_id.as_ref() == Some(question) && about.row == row)
            .filter(|(about, _)| wanted(about.area_id.as_ref()))
            .map(|(_, count)| count)
            .sum()
    };
    (count(&Row::Answered), rows.iter().map(count).collect())
}

fn item(place: usize) -> serde_json::Value {
    serde_json::json!({"id": format!("o{place}"), "text": {"nl": "O"}})
}

fn question(dice: &mut Dice, place: usize) -> serde_json::Value {
    let options = |number: usize, none: bool| -> Vec<serde_json::Value> {
        (0..number)
            .map(|option| {
                let none = none && option + 1 == number;
                serde_json::json!({"id": format!("o{option}"), "text": {"nl": "O"}, "noOpinion": none})
            })
            .collect()
    };
    let kind = match dice.below(6) {
        0 => serde_json::json!({"type": "scale", "to": 5, "low": {"nl": "L"}, "high": {"nl": "H"}}),
        4 => {
            let (number, statements) = (2 + dice.below(2), [item(0), item(1)]);
            serde_json::json!({"type": "battery", "statements": statements, "scale":
                {"type": "options", "options": options(number, dice.one_in(2))}})
        }
        5 => {
            let (number, places) = (2 + dice.below(3), 1 + dice.below(2));
            let items: Vec<_> = (0..number).map(item).collect();
            serde_json::json!({"type": "ranking", "options": items, "places": places})
        }
        1 => {
            let number = 2 + dice.below(3);
            let max = [None, Some(1), Some(2)][dice.below(3)];
            serde_json::json!({"type": "severalChoices", "options": options(number, dice.one_in(2)), "max": max})
        }
        _ => {
            let number = 2 + dice.below(4);
            serde_json::json!({"type": "oneChoice", "options": options(number, dice.one_in(2))})
        }
    };
    serde_json::json!({"id": format!("v{place}"), "text": {"nl": "V"}, "required": dice.one_in(3), "kind": kind})
}

type Ballot = (Option<AreaId>, Answers);

fn ballots(dice: &mut Dice, poll: &Poll, areas: usize) -> Vec<Ballot> {
    let size = [15, 40, 120, 400][dice.below(4)];
    let number = 1 + dice.below(size);
    let places = dice.weights(areas + 1);
    // How each area answers: the same way, or one of its own.
    let general: Vec<Vec<usize>> = poll.questions.iter().map(|question| habits(dice, question)).collect();
    let own: Vec<Vec<Vec<usize>>> = (0..=areas)
        .map(|_| {
            let differs = dice.one_in(3);
            let habit = |(question, general): (&Question, &Vec<usize>)| {
                if differs { habits(dice, question) } else { general.clone() }
            };
            poll.questions.iter().zip(&general).map(habit).collect()
        })
        .collect();
    let skips = [0, 0, 10, 2][dice.below(4)];
    (0..number)
        .map(|_| {
            let place = dice.weighted(&places);
            let area = (place < areas).then(|| format!("buurt-{place}").parse().unwrap());
            let mut answers = Answers::new();
            for (at, (question, weights)) in poll.questions.iter().zip(&own[place]).enumerate() {
                if !poll.asked(&answers)[at] {
                    continue;
                }
                let skips = if question.is_background() { [0, 3, 9][dice.below(3)] } else { skips };
                if question.required || skips == 0 || !dice.one_in(skips) {
                    answers.insert(question.id.clone(), answer(dice, question, weights));
                }
            }
            (area, poll.read_answers(&answers).unwrap())
        })
        .collect()
}

fn habits(dice: &mut Dice, question: &Question) -> Vec<usize> {
    dice.weights(question.kind.rows().len().max(question.kind.part_rows().len()))
}

fn answer(dice: &mut Dice, question: &Question, weights: &[usize]) -> Answer {
    let chosen = dice.weighted(weights);
    if let QuestionKind::Battery { statements, scale: BatteryScale::Options { options } } = &question.kind {
        let given = |dice: &mut Dice| Answer::Choice(options[dice.weighted(weights)].id.clone());
        return Answer::Battery(statements.iter().map(|statement| (statement.id.clone(), given(dice))).collect());
    }
    if let QuestionKind::Ranking { options, places } = &question.kind {
        // From the favourite on, in a circle.
        let order = (1..=*places).zip(options.iter().cycle().skip(chosen));
        return Answer::Ranking(order.map(|(place, option)| (option.id.clone(), place)).collect());
    }
    if let QuestionKind::OneChoice { options } = &question.kind {
        return Answer::Choice(options[chosen].id.clone());
    }
    let QuestionKind::SeveralChoices { options, max } = &question.kind else {
        return Answer::Scale(u8::try_from(chosen + 1).unwrap());
    };
    let mut several = vec![options[chosen].id.clone()];
    let most = max.map_or(options.len(), usize::from);
    while several.len() < most && dice.one_in(2) {
        let more = options[dice.weighted(weights)].id.clone();
        if !several.contains(&more) {
            several.push(more);
        }
        if dice.one_in(4) {
            break;
        }
    }
    Answer::Choices(several)
}

/// Publishes as the municipality does: running sets at random moments, and the last one with areas.
fn publish(dice: &mut Dice, poll: &Poll, areas: &[Area], ballots: &[Ballot]) -> (Vec<RawCounts>, Vec<Published>) {
    let on = "2026-03-16".parse().unwrap();
    let mut running = Running::default();
    let (mut raws, mut sets) = (Vec::new(), Vec::new());
    let mut counted = RawCounts::default();
    let pause = 1 + dice.below(60);
    for (place, (area, answers)) in ballots.iter().enumerate() {
        counted.add_ballot(area.as_ref(), answers);
        if place % pause == 0 {
            let (next, released) = running.collect(poll, &counted);
            running = next;
            if let Some(released) = released {
                sets.push(Published::make(poll, None, &released, &sets, on));
                raws.push(released);
            }
        }
    }
    sets.push(Published::make(poll, Some(areas), &counted, &sets, on));
    raws.push(counted);
    (raws, sets)
}
