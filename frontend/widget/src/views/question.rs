//! One question of a poll with its fields.

use leptos::prelude::*;
use shared::ids::OptionId;
use shared::poll::fill::Filling;
use shared::poll::{Answer, BatteryScale, Choice, Item, Question, QuestionKind};
use shared::text::Phrase;
use ui::{AnyView, ChoiceKind, Choices, FieldGroup, IntoAny, Legend, Scale, TextArea, TextField, Words};

use super::parts::{fault_of, field_id};
use crate::forms::MOVE;
use crate::forms::answers::{NO_OPINION, in_order, other_field, shift_value};
use crate::state::Context;

/// The question as it is asked.
pub(super) fn fields(context: &Context, question: &Question<Phrase>, filling: &Filling, shown: Legend) -> AnyView {
    let answer = filling.answers.get(&question.id);
    let asked = Asked { context, question, filling, shown };
    match &question.kind {
        QuestionKind::OneChoice { options } => {
            view! { {asked.options(options, ChoiceKind::One, answer, None)} {asked.other(options, answer)} }.into_any()
        }
        QuestionKind::SeveralChoices { options, max } => {
            let texts = context.texts().poll();
            let rule = max.map_or_else(
                || texts.choose_several.to_owned(),
                |max| texts.choose_at_most.with(context.language, max.into()),
            );
            view! { {asked.options(options, ChoiceKind::Several, answer, Some(rule))} {asked.other(options, answer)} }
                .into_any()
        }
        QuestionKind::Scale { to, low, high, no_opinion } => {
            let above = asked.whole(None);
            asked.numbers(above, (*to, low, high, *no_opinion), answer)
        }
        QuestionKind::Battery { statements, scale } => asked.battery(statements, scale, answer),
        QuestionKind::Ranking { options, places } => asked.ranking(options, *places, answer),
        QuestionKind::OpenText => {
            let typed = match answer {
                Some(Answer::Text(text)) => text.clone(),
                _ => String::new(),
            };
            let Above { id, name, legend, hint, error, optional, shown } = asked.whole(None);
            let hint = hint.unwrap_or_else(|| context.texts().poll().text_hint.into());
            view! {
                <TextArea id=id name=name label=legend hint=hint nostrip:error=error nostrip:optional=optional value=typed shown=shown />
            }
            .into_any()
        }
    }
}

/// A question that is asked, and what was filled in so far.
struct Asked<'a> {
    context: &'a Context,
    question: &'a Question<Phrase>,
    filling: &'a Filling,
    shown: Legend,
}

/// What stands above the fields of a question or of one of its statements.
struct Above {
    id: String,
    name: String,
    legend: Words,
    hint: Option<Words>,
    error: Option<String>,
    optional: Option<String>,
    shown: Legend,
}

impl Asked<'_> {
    /// Above the question as a whole. `rule` says how to answer, behind the question's own explanation.
    fn whole(&self, rule: Option<String>) -> Above {
        let name = self.question.field();
        let help = self.question.help.as_ref().map(|help| self.context.words(help));
        Above {
            id: field_id(&name),
            legend: self.context.words(&self.question.text),
            hint: match (help, rule) {
                (Some(help), Some(rule)) => Some(Words { text: format!("{} {rule}", help.text), ..help }),
                (help, rule) => help.or(rule.map(Words::from)),
            },
            error: fault_of(self.context, &self.filling.faults, &name),
            optional: (!self.question.required).then(|| self.context.texts().site().optional.to_owned()),
            name,
            shown: self.shown,
        }
    }

    fn statement(&self, statement: &Item<Phrase>) -> Above {
        let name = self.question.part_field(&statement.id);
        Above {
            id: field_id(&name),
            legend: self.context.words(&statement.text),
            hint: None,
            error: fault_of(self.context, &self.filling.faults, &name),
            optional: None,
            name,
            shown: Legend::Plain,
        }
    }

    fn options(
        &self,
        options: &[Choice<Phrase>],
        kind: ChoiceKind,
        answer: Option<&Answer>,
        rule: Option<String>,
    ) -> AnyView {
        self.choices(self.whole(rule), options, kind, answer)
    }

    fn choices(&self, above: Above, options: &[Choice<Phrase>], kind: ChoiceKind, answer: Option<&Answer>) -> AnyView {
        let choices = options
            .iter()
            .map(|option| {
                let chosen = is_chosen(answer, &option.id);
                ui::Choice::new(option.id.to_string(), self.context.words(&option.text), chosen).into()
            })
            .collect();
        let Above { id, name, legend, hint, error, optional, shown } = above;
        view! {
            <Choices id=id name=name kind=kind legend=legend nostrip:hint=hint nostrip:error=error nostrip:optional=optional choices=choices shown=shown />
        }
        .into_any()
    }

    /// A line for what else is meant, when one of the options asks for it.
    fn other(&self, options: &[Choice<Phrase>], answer: Option<&Answer>) -> Option<AnyView> {
        let option = options.iter().find(|option| option.other)?;
        let name = other_field(self.question);
        let typed = match answer {
            Some(Answer::Namely { text, .. }) => text.clone(),
            _ => String::new(),
        };
        let texts = self.context.texts();
        let label = texts.poll().other.with([&option.text.text]);
        Some(
            view! {
                <TextField id=field_id(&name) name=name label=label optional=texts.site().optional hint=texts.poll().text_hint value=typed />
            }
            .into_any(),
        )
    }

    fn numbers(
        &self,
        above: Above,
        (to, low, high, no_opinion): (u8, &Phrase, &Phrase, bool),
        answer: Option<&Answer>,
    ) -> AnyView {
        let context = self.context;
        let chosen = match answer {
            Some(Answer::Scale(value)) => Some(*value),
            _ => None,
        };
        let instead = no_opinion.then(|| {
            ui::Choice::new(NO_OPINION, context.texts().poll().no_opinion, matches!(answer, Some(Answer::NoOpinion)))
        });
        let Above { id, name, legend, hint, error, optional, shown } = above;
        view! {
            <Scale id=id name=name legend=legend nostrip:hint=hint nostrip:error=error nostrip:optional=optional to=to low=context.words(low) high=context.words(high) chosen=chosen nostrip:instead=instead shown=shown />
        }
        .into_any()
    }

    /// Each statement is a group of its own, one below the other: a table does not fit on a phone.
    fn battery(&self, statements: &[Item<Phrase>], scale: &BatteryScale<Phrase>, answer: Option<&Answer>) -> AnyView {
        let given = |id: &OptionId| match answer {
            Some(Answer::Battery(given)) => given.get(id),
            _ => None,
        };
        let groups: Vec<AnyView> = statements
            .iter()
            .map(|statement| {
                let above = self.statement(statement);
                match scale {
                    BatteryScale::Options { options } => {
                        self.choices(above, options, ChoiceKind::One, given(&statement.id))
                    }
                    BatteryScale::Numbers { to, low, high, no_opinion } => {
                        self.numbers(above, (*to, low, high, *no_opinion), given(&statement.id))
                    }
                }
            })
            .collect();
        group(self.whole(None), view! { <div class="battery">{groups}</div> }.into_any())
    }

    /// A list with a place to choose for each; with script, buttons that move one up or down as well.
    fn ranking(&self, options: &[Item<Phrase>], places: u8, answer: Option<&Answer>) -> AnyView {
        let texts = self.context.texts().poll();
        let rule = if usize::from(places) == options.len() { texts.rank_all } else { texts.rank_some };
        let above = self.whole(Some(rule.with([&places.to_string()])));
        let first = above.id.clone();
        let rows: Vec<AnyView> = in_order(options, answer)
            .into_iter()
            .enumerate()
            .map(|(row, (item, place))| {
                // The first field has the id of the question, so that a link in the error summary leads to it.
                let id = if row == 0 { first.clone() } else { field_id(&self.question.part_field(&item.id)) };
                self.ranked(item, place, places, id, above.error.is_some())
            })
            .collect();
        group(above, view! { <ul class="ranking">{rows}</ul> }.into_any())
    }

    fn ranked(&self, item: &Item<Phrase>, place: Option<u8>, places: u8, id: String, invalid: bool) -> AnyView {
        let texts = self.context.texts().poll();
        let words = self.context.words(&item.text);
        let name = |place: Option<u8>| {
            place.map_or_else(|| texts.no_place.to_owned(), |place| texts.place.with([&place.to_string()]))
        };
        let choices: Vec<_> = (0..=places)
            .map(|value| {
                let value = (value > 0).then_some(value);
                let written = value.map(|value| value.to_string()).unwrap_or_default();
                view! { <option value=written selected=place == value>{name(value)}</option> }
            })
            .collect();
        let at = name(place);
        let shift = |up: bool, short: &'static str| {
            let value = shift_value(&item.id, up);
            // The name says where it is now, so that whoever moved it hears it with the focus.
            let name = format!("{short}: {} ({at})", item.text.text);
            view! {
                <button
                    class="button button--secondary"
                    name=MOVE
                    id=field_id(&value)
                    value=value
                    data-script="true"
                    hidden=true
                    aria-label=name
                >
                    {short}
                </button>
            }
        };
        view! {
            <li class="ranking__row">
                <label for=id.clone()>{words.view()}</label>
                <div class="ranking__place">
                    <select
                        class="input"
                        id=id
                        name=self.question.part_field(&item.id)
                        aria-invalid=invalid.then_some("true")
                    >
                        {choices}
                    </select>
                    {shift(true, texts.higher)}
                    {shift(false, texts.lower)}
                </div>
            </li>
        }
        .into_any()
    }
}

/// Several fields with one question above them.
fn group(above: Above, fields: AnyView) -> AnyView {
    let Above { id, legend, hint, error, optional, shown, .. } = above;
    view! {
        <FieldGroup id=id legend=legend nostrip:hint=hint nostrip:error=error nostrip:optional=optional shown=shown>
            {fields}
        </FieldGroup>
    }
    .into_any()
}

pub(super) fn is_chosen(answer: Option<&Answer>, id: &OptionId) -> bool {
    answer.is_some_and(|answer| answer.options().any(|chosen| chosen == id))
}

/// What a fault is about, where several of a page would read the same: the statement.
pub(super) fn name_of(context: &Context, question: &Question<Phrase>, field: &str) -> Option<Words> {
    let QuestionKind::Battery { statements, .. } = &question.kind else { return None };
    let statement = statements.iter().find(|statement| question.part_field(&statement.id) == field)?;
    Some(context.words(&statement.text))
}
