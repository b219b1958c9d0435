//! Which questions of polls that are over measure cohesion or willingness to act: editors say so.

use leptos::prelude::*;
use shared::area_care::measure::{FigureKind, Measure};
use shared::text::Language;
use shared::wire::areas::{MeasurablePoll, MeasurableQuestion, MeasureRequest, MeasuresView};
use ui::Empty;

use crate::address::Page;
use crate::api::Client;
use crate::form::{Failures, Pick, Select, SelectGroup, Submission};
use crate::frame::{BackLink, Heading, Loading, Missing};
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

#[component]
pub(crate) fn MeasuresPage() -> impl IntoView {
    let words = &texts().areas;
    let view = Resource::load(|client: Client| async move { client.measures().await });
    let submission = Submission::new();
    view! {
        <BackLink page=Page::Areas words=words.title />
        <Heading title=words.measures_title lead=words.measures_lead />
        <Failures submission />
        {move || match view.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || view.reload() /> }.into_any(),
            Loaded::Here(shown) if shown.polls.is_empty() => {
                view! {
                    <Empty title=words.no_measurable>
                        <p>{words.no_measurable_help}</p>
                    </Empty>
                }
                .into_any()
            }
            Loaded::Here(shown) => {
                let polls: Vec<_> = shown.polls.iter().map(|poll| section(poll, view, submission)).collect();
                polls.into_any()
            }
        }}
    }
}

fn section(poll: &MeasurablePoll, view: Resource<MeasuresView>, submission: Submission) -> AnyView {
    let rows: Vec<_> = poll.questions.iter().map(|question| row(poll, question, view, submission)).collect();
    let id = format!("poll-{}", poll.poll_id);
    let labelled_by = id.clone();
    view! {
        <section aria-labelledby=labelled_by>
            <h2 id=id>{poll.title.in_language(Language::Nl).text}</h2>
            <ul class="rules">{rows}</ul>
        </section>
    }
    .into_any()
}

/// A choice is saved at once, like a switch.
fn row(
    poll: &MeasurablePoll,
    question: &MeasurableQuestion,
    view: Resource<MeasuresView>,
    submission: Submission,
) -> AnyView {
    let words = &texts().areas;
    let about = question.about.as_ref().map(ToString::to_string).unwrap_or_default();
    let name = format!("{}.{}.{about}", poll.poll_id, question.question_id);
    let value = RwSignal::new(question.measure.map(Measure::word).unwrap_or_default().to_owned());
    let (session, poll_id, question_id, part) =
        (session(), poll.poll_id.clone(), question.question_id.clone(), question.about.clone());
    let saved = StoredValue::new(value.get_untracked());
    Effect::new(move |_| {
        let word = value.get();
        // One at a time, and then the newest: who goes through the list with the arrow keys is faster than the line.
        if submission.busy.get() || saved.get_value() == word {
            return;
        }
        let request = MeasureRequest { about: part.clone(), measure: Measure::from_word(&word) };
        saved.set_value(word);
        let (client, poll, question) = (session.client(), poll_id.clone(), question_id.clone());
        submission.send(
            async move { client.mark_measure(&poll, &question, &request).await },
            move |answer| match answer {
                Ok(_) => session.navigation.say_beside(texts().areas.measure_saved),
                Err(_) => view.reload(),
            },
        );
    });
    let asked = question.question.in_language(Language::Nl).text;
    let label = match (&question.words, question.kind) {
        (Some(part), FigureKind::Share) => (words.share_of)(&asked, &part.in_language(Language::Nl).text),
        (Some(part), FigureKind::Mean { .. }) => format!("{asked} – {}", part.in_language(Language::Nl).text),
        (None, _) => asked,
    };
    let picks = Measure::ALL.into_iter().map(|measure| Pick::new(measure.word(), (words.measure)(measure))).collect();
    view! {
        <li class="rule">
            <Select
                name
                label
                value
                submission
                groups=vec![SelectGroup::plain(picks)]
                empty=words.measures_nothing
            />
        </li>
    }
    .into_any()
}
