//! What was corrected in a poll since it opened, and when.

use leptos::prelude::*;
use shared::poll::Question;
use shared::poll::correction::{CorrectedPlace, Correction};
use shared::text::Phrase;
use ui::{AnyView, IntoAny, PlainText};

use crate::state::Context;

pub(super) fn corrections(
    context: &Context,
    questions: &[Question<Phrase>],
    corrections: &[Correction<Phrase>],
) -> Option<AnyView> {
    if corrections.is_empty() {
        return None;
    }
    let texts = context.texts().corrections();
    let entries: Vec<_> = corrections
        .iter()
        .map(|correction| {
            let note = context.words(&correction.note);
            let places: Vec<_> =
                correction.places.iter().map(|corrected| place(context, questions, corrected)).collect();
            view! {
                <li>
                    <p><strong>{(texts.corrected_on)(&context.date(correction.on))}</strong></p>
                    <div lang=note.lang><PlainText text=note.text /></div>
                    <ul>{places}</ul>
                </li>
            }
        })
        .collect();
    Some(
        view! {
            <section class="panel" aria-labelledby="corrections-title">
                <h2 id="corrections-title">{texts.title}</h2>
                <ul class="corrections">{entries}</ul>
            </section>
        }
        .into_any(),
    )
}

fn place(context: &Context, questions: &[Question<Phrase>], place: &CorrectedPlace<Phrase>) -> AnyView {
    let texts = context.texts().corrections();
    let number =
        |id| questions.iter().position(|question| &question.id == id).map_or(0, |place| place.saturating_add(1));
    let (what, before) = match place {
        CorrectedPlace::Title { before } => (texts.title_was.to_owned(), before),
        CorrectedPlace::Intro { before } => (texts.intro_was.to_owned(), before),
        CorrectedPlace::Question { question_id, before } => ((texts.question_was)(number(question_id)), before),
        CorrectedPlace::Answers { question_id } => {
            return view! { <li>{(texts.answers)(number(question_id))}</li> }.into_any();
        }
    };
    view! { <li>{what} " " <q>{context.words(before).view()}</q></li> }.into_any()
}
