//! A list of options or statements in the editor.

use leptos::prelude::*;

use super::BothField;
use super::draft::{PollDraft, moved};
use super::question::session_keep;
use super::question_draft::{OptionDraft, OptionList};
use crate::form::{Submission, field_id};
use crate::navigation::focus_soon;
use crate::texts::texts;

/// What the rows of a list are and may be.
#[derive(Clone, Copy)]
pub(super) struct May {
    statements: bool,
    no_opinion: bool,
    other: bool,
}

impl May {
    /// Options of which some stand for no opinion, or for something else.
    pub(super) const ANYTHING: Self = Self { statements: false, no_opinion: true, other: true };
    pub(super) const NO_OPINION: Self = Self { other: false, ..Self::ANYTHING };
    pub(super) const NOTHING: Self = Self { no_opinion: false, ..Self::NO_OPINION };
    pub(super) const STATEMENTS: Self = Self { statements: true, ..Self::NOTHING };
}

pub(super) fn view(
    list: OptionList,
    path: &str,
    within: &str,
    may: May,
    draft: PollDraft,
    submission: Submission,
) -> AnyView {
    let words = &texts().editor;
    let legend = if may.statements { words.statements } else { words.options };
    let group_id = field_id(path);
    submission.name(path, &format!("{within}, {legend}"));
    let fault = submission.fault(path);
    let (rows_path, within) = (path.to_owned(), within.to_owned());
    let rows = move || {
        let options = list.rows.get();
        let count = options.len();
        let row = |(place, option)| row(list, option, (place, count), (&rows_path, &within), may, draft, submission);
        options.into_iter().enumerate().map(row).collect::<Vec<_>>()
    };
    let add_path = path.to_owned();
    let add = move |_| {
        session_keep(|| list.add());
        draft.touched.set(true);
        let end = list.rows.with_untracked(Vec::len).saturating_sub(1);
        focus_soon(&field_id(&format!("{add_path}.{end}.text.nl")));
    };
    view! {
        <fieldset class="field options">
            <legend class="field__legend field__label">{legend}</legend>
            {move || fault.get().map(|message| view! { <p class="field__error">{message}</p> })}
            <ol class="option-rows">{rows}</ol>
            <button type="button" class="button button--secondary" id=group_id on:click=add>
                {if may.statements { words.add_statement } else { words.add_option }}
            </button>
        </fieldset>
    }
    .into_any()
}

fn row(
    list: OptionList,
    option: OptionDraft,
    (place, count): (usize, usize),
    (list_path, within): (&str, &str),
    may: May,
    draft: PollDraft,
    submission: Submission,
) -> AnyView {
    let words = &texts().editor;
    let number = place.saturating_add(1);
    let name = if may.statements { (words.statement)(number) } else { (words.option)(number) };
    let path = format!("{list_path}.{place}");
    let text_of = |place: usize| field_id(&format!("{list_path}.{place}.text.nl"));
    let before = text_of(place.saturating_sub(1));
    let remove = move |_| {
        list.rows.update(|rows| {
            if place < rows.len() {
                rows.remove(place);
            }
        });
        draft.touched.set(true);
        focus_soon(&before);
    };
    let move_button = |label: String, short: &'static str, up: bool| {
        let focus = text_of(if up { place.saturating_sub(1) } else { number });
        let shift = move |_| {
            list.rows.update(|rows| moved(rows, place, up));
            draft.touched.set(true);
            focus_soon(&focus);
        };
        view! {
            <button type="button" class="button button--quiet small-button" aria-label=label on:click=shift>
                {short}
            </button>
        }
    };
    let switch = |field: &str, label: &'static str, value: RwSignal<bool>| {
        view! {
            <label class="switch">
                <input
                    type="checkbox"
                    id=field_id(&format!("{path}.{field}"))
                    prop:checked=value
                    on:change:target=move |event| value.set(event.target().checked())
                />
                {label}
            </label>
        }
    };
    view! {
        <li class="option-row">
            <BothField name=format!("{path}.text") label=name.clone() value=option.text submission within=within.to_owned() />
            <div class="option-row__rest">
                {may.no_opinion.then(|| switch("noOpinion", words.no_opinion, option.no_opinion))}
                {may.other.then(|| switch("other", words.other, option.other))}
                <div class="question-block__moves">
                    {(place > 0).then(|| move_button((words.up)(&name), words.up_short, true))}
                    {(number < count).then(|| move_button((words.down)(&name), words.down_short, false))}
                    <button
                        type="button"
                        class="button button--quiet small-button"
                        aria-label=(words.remove)(&name)
                        on:click=remove
                    >
                        {words.remove_short}
                    </button>
                </div>
            </div>
        </li>
    }
    .into_any()
}
