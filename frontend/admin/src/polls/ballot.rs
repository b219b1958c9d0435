//! Entering answers given by phone, at the desk or on paper: the whole poll on one page, then the next.

use leptos::prelude::*;
use shared::case::Channel;
use shared::fault::{Fault, FaultCode};
use shared::ids::{AreaId, BallotId, OptionId, PollId};
use shared::poll::{Answer, Answers, Choice, Poll, PollStatus, Question, QuestionKind};
use shared::text::RESIDENT_TEXT;
use shared::wire::admin::{EnterBallotRequest, Me, PollDetail};
use ui::{BusyButton, Button, ButtonKind};

use super::{dutch, load, not_now, with_poll};
use crate::address::Page;
use crate::api::Failure;
use crate::form::{Failures, Pick, Radios, Select, Submission, field_id};
use crate::frame::{BackLink, Heading};
use crate::intake::area_groups;
use crate::navigation::focus_soon;
use crate::platform::new_ballot_id;
use crate::session::session;
use crate::texts::texts;

/// What was filled in for one respondent and not sent yet.
#[derive(Clone, Copy)]
pub(crate) struct BallotDraft {
    channel: RwSignal<String>,
    area: RwSignal<String>,
    answers: RwSignal<Answers>,
    /// Made at the first attempt to send, and kept until it was counted: sending it again counts once.
    id: StoredValue<Option<BallotId>>,
    /// How many were counted since this page was opened.
    counted: RwSignal<u32>,
}

impl BallotDraft {
    pub(crate) fn new() -> Self {
        Self {
            channel: RwSignal::new(String::new()),
            area: RwSignal::new(String::new()),
            answers: RwSignal::new(Answers::new()),
            id: StoredValue::new(None),
            counted: RwSignal::new(0),
        }
    }

    pub(crate) fn holds_text(&self) -> bool {
        self.answers.with_untracked(|answers| !answers.is_empty())
    }

    /// Empties the form. How the answers came in stays: paper comes in piles.
    fn start_again(&self) {
        self.area.set(String::new());
        self.answers.set(Answers::new());
        self.id.set_value(None);
    }

    fn read(&self, poll: &Poll, me: &Me) -> Result<(Answers, Option<AreaId>, Channel), Vec<Fault>> {
        let mut faults = Vec::new();
        let channel = match self.channel.get_untracked().as_str() {
            "desk" => Some(Channel::Desk),
            "phone" => Some(Channel::Phone),
            "paper" => Some(Channel::Paper),
            _ => {
                faults.push(Fault::new("channel", FaultCode::ChoiceRequired));
                None
            }
        };
        let answers = self.answers.with_untracked(|answers| poll.read_answers(answers));
        let area = self.area.with_untracked(|id| AreaId::parse(id).ok());
        let area = poll.read_area(area.as_ref(), &me.areas);
        match (channel, answers, area) {
            (Some(channel), Ok(answers), Ok(area)) => Ok((answers, area, channel)),
            (_, answers, area) => {
                faults.extend(answers.err().unwrap_or_default());
                faults.extend(area.err());
                Err(faults)
            }
        }
    }
}

#[component]
pub(crate) fn BallotPage(id: PollId) -> impl IntoView {
    let draft = session().drafts.ballot(&id);
    draft.counted.set(0);
    let poll = load(id);
    with_poll(poll, move |detail| body(draft, detail))
}

fn body(draft: BallotDraft, detail: PollDetail) -> AnyView {
    let words = &texts().ballot;
    let intake = &texts().intake;
    let id = detail.overview.id.clone();
    if detail.overview.status != PollStatus::Open {
        return not_now(&id, words.not_open_title, words.not_open);
    }
    let session = session();
    let client = session.client();
    let submission = Submission::new();
    let channels =
        vec![Pick::new("desk", intake.desk), Pick::new("phone", intake.phone), Pick::new("paper", intake.paper)];
    let count = detail.poll.questions.len();
    let questions: Vec<_> = detail
        .poll
        .questions
        .iter()
        .enumerate()
        .map(|(place, question)| question_view(draft, question, place, count, submission))
        .collect();
    let area = detail.poll.asks_area.then(|| {
        view! {
            <Select
                name="areaId"
                label=words.area
                value=draft.area
                submission
                groups=area_groups(&client.me().areas)
                empty=words.area_unknown
            />
        }
    });
    let title = (words.title)(&dutch(&detail.overview.title));
    let poll = detail.poll;
    let page = Page::Poll(id.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let client = session.client();
        let (answers, area_id, channel) = match draft.read(&poll, client.me()) {
            Ok(read) => read,
            Err(faults) => {
                submission.refuse(faults);
                return;
            }
        };
        let Some(ballot_id) = draft.id.get_value().or_else(new_ballot_id) else {
            submission.fail(Failure::Broken);
            return;
        };
        draft.id.set_value(Some(ballot_id.clone()));
        let request = EnterBallotRequest { ballot_id, answers, area_id, channel };
        let id = id.clone();
        submission.send(async move { client.enter_ballot(&id, &request).await }, move |answer| {
            if answer.is_ok() {
                draft.start_again();
                draft.counted.update(|counted| *counted = counted.saturating_add(1));
                session.navigation.say(&(words.done)(draft.counted.get_untracked()));
            }
        });
    };
    let clear = move |_| {
        draft.start_again();
        submission.forget();
        focus_soon(&field_id("channel"));
    };
    let label = move || if submission.busy.get() { texts().form.busy } else { words.send };
    view! {
        <BackLink page words=texts().polls.back_to_poll />
        <Heading title lead=words.lead />
        <form class="form" on:submit=submit novalidate=true>
            <Failures submission />
            <Radios name="channel" legend=words.channel value=draft.channel submission picks=channels inline=true />
            {questions}
            {area}
            <div class="actions">
                <BusyButton busy=submission.busy>{label}</BusyButton>
                <Button kind=ButtonKind::Quiet behaviour="button" on:click=clear>
                    {words.empty}
                </Button>
            </div>
        </form>
    }
    .into_any()
}

fn question_view(
    draft: BallotDraft,
    question: &Question,
    place: usize,
    count: usize,
    submission: Submission,
) -> AnyView {
    let (words, form) = (&texts().ballot, &texts().form);
    let name = format!("answers.{}", question.id);
    let id = field_id(&name);
    let number = (words.question)(place.saturating_add(1), count);
    submission.name(&name, &number);
    let fault = submission.fault(&name);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let needed = (!question.required).then(|| view! { <span class="field__optional">" " {form.optional}</span> });
    let hint = match &question.kind {
        QuestionKind::SeveralChoices { max: Some(max), .. } => (words.several_at_most)(*max),
        QuestionKind::SeveralChoices { max: None, .. } => words.several.to_owned(),
        _ => String::new(),
    };
    let described_by = {
        let (hint, hint_id, error_id) = (!hint.is_empty(), hint_id.clone(), error_id.clone());
        move || {
            let error = fault.with(Option::is_some).then(|| error_id.clone());
            let hint = hint.then(|| hint_id.clone());
            let ids: Vec<String> = error.into_iter().chain(hint).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    let fields = match &question.kind {
        QuestionKind::OneChoice { options } => {
            let picks = options.iter().map(|option| (Answer::Choice(option.id.clone()), dutch(&option.text))).collect();
            radios(draft, question, &id, picks, false)
        }
        QuestionKind::Scale { to, low, high } => {
            let label = |value: u8| match value {
                1 => format!("1 – {}", dutch(low)),
                last if last == *to => format!("{last} – {}", dutch(high)),
                value => value.to_string(),
            };
            radios(draft, question, &id, (1..=*to).map(|value| (Answer::Scale(value), label(value))).collect(), true)
        }
        QuestionKind::SeveralChoices { options, .. } => check_boxes(draft, question, &id, options),
        QuestionKind::OpenText => text_area(draft, question, &id),
    };
    let class = move || if fault.with(Option::is_some) { "field field--invalid" } else { "field" };
    view! {
        <fieldset class=class aria-describedby=described_by>
            <legend class="field__legend field__label" id=format!("{id}-legend")>
                <span class="soft">{number}</span>
                " "
                {dutch(&question.text)}
                {needed}
            </legend>
            {(!hint.is_empty()).then(|| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            {move || fault.get().map(|message| view! { <p class="field__error" id=error_id.clone()>{message}</p> })}
            {fields}
        </fieldset>
    }
    .into_any()
}

/// Radio buttons for one answer of several; an optional question can go back to no answer.
fn radios(draft: BallotDraft, question: &Question, id: &str, picks: Vec<(Answer, String)>, inline: bool) -> AnyView {
    let none = (!question.required).then(|| (None, texts().ballot.no_answer.to_owned()));
    let rows: Vec<_> = picks
        .into_iter()
        .map(|(answer, label)| (Some(answer), label))
        .chain(none)
        .enumerate()
        .map(|(place, (answer, label))| {
            let own_id = if place == 0 { id.to_owned() } else { format!("{id}-{place}") };
            let (question, chosen_question) = (question.id.clone(), question.id.clone());
            let own = answer.clone();
            let checked = move || draft.answers.with(|answers| answers.get(&question) == own.as_ref());
            let choose = move |_| {
                draft.answers.update(|answers| match &answer {
                    Some(answer) => {
                        answers.insert(chosen_question.clone(), answer.clone());
                    }
                    None => {
                        answers.remove(&chosen_question);
                    }
                });
            };
            view! {
                <div class="choice">
                    <input type="radio" id=own_id.clone() name=id.to_owned() prop:checked=checked on:change=choose />
                    <label for=own_id>{label}</label>
                </div>
            }
        })
        .collect();
    view! { <div class=if inline { "choices choices--inline" } else { "choices" }>{rows}</div> }.into_any()
}

fn check_boxes(draft: BallotDraft, question: &Question, id: &str, options: &[Choice]) -> AnyView {
    let rows: Vec<_> = options
        .iter()
        .enumerate()
        .map(|(place, option)| {
            let own_id = if place == 0 { id.to_owned() } else { format!("{id}-{place}") };
            let (question, changed) = (question.id.clone(), question.id.clone());
            let (own, toggled) = (option.id.clone(), option.id.clone());
            let checked = move || {
                draft.answers.with(
                    |answers| matches!(answers.get(&question), Some(Answer::Choices(chosen)) if chosen.contains(&own)),
                )
            };
            view! {
                <div class="choice">
                    <input
                        type="checkbox"
                        id=own_id.clone()
                        prop:checked=checked
                        on:change:target=move |event| {
                            let checked = event.target().checked();
                            draft.answers.update(|answers| toggle(answers, &changed, &toggled, checked));
                        }
                    />
                    <label for=own_id>{dutch(&option.text)}</label>
                </div>
            }
        })
        .collect();
    view! { <div class="choices">{rows}</div> }.into_any()
}

/// Puts an option among the chosen ones or takes it away; with none left the question is unanswered.
fn toggle(answers: &mut Answers, question: &shared::ids::QuestionId, option: &OptionId, chosen: bool) {
    let mut options = match answers.remove(question) {
        Some(Answer::Choices(options)) => options,
        _ => Vec::new(),
    };
    options.retain(|known| known != option);
    if chosen {
        options.push(option.clone());
    }
    if !options.is_empty() {
        answers.insert(question.clone(), Answer::Choices(options));
    }
}

fn text_area(draft: BallotDraft, question: &Question, id: &str) -> AnyView {
    let (question, typed) = (question.id.clone(), question.id.clone());
    let value = move || {
        draft.answers.with(|answers| match answers.get(&question) {
            Some(Answer::Text(text)) => text.clone(),
            _ => String::new(),
        })
    };
    let input = move |text: String| {
        draft.answers.update(|answers| {
            if text.is_empty() {
                answers.remove(&typed);
            } else {
                answers.insert(typed.clone(), Answer::Text(text));
            }
        });
    };
    view! {
        <textarea
            class="textarea"
            id=id.to_owned()
            rows="3"
            maxlength=RESIDENT_TEXT.characters.to_string()
            aria-labelledby=format!("{id}-legend")
            prop:value=value
            on:input:target=move |event| input(event.target().value())
        ></textarea>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use shared::ids::QuestionId;

    use super::*;

    #[test]
    fn a_choice_can_be_taken_back() {
        let mut answers = Answers::new();
        let question = QuestionId::parse("q").unwrap();
        let option = |id: &str| OptionId::parse(id).unwrap();
        toggle(&mut answers, &question, &option("a"), true);
        toggle(&mut answers, &question, &option("b"), true);
        toggle(&mut answers, &question, &option("b"), true);
        assert_eq!(answers.get(&question), Some(&Answer::Choices(vec![option("a"), option("b")])));
        toggle(&mut answers, &question, &option("a"), false);
        toggle(&mut answers, &question, &option("b"), false);
        assert!(answers.is_empty());
    }
}
