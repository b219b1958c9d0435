//! Who answered, beside who lives there: the groups that answered more or less often are named.

use leptos::prelude::*;
use shared::area::Area;
use shared::poll::{Background, Question};
use shared::tally::Row;
use shared::tally::represent::{Compared, Group, Presence};
use shared::text::Phrase;
use ui::{AnyView, IntoAny};

use crate::chart::{Labels, percent};
use crate::state::Context;

/// Nothing where the municipality has loaded no residents.
pub(super) fn represent(
    context: &Context,
    questions: &[Question<Phrase>],
    areas: &[Area],
    compared: &[Compared],
) -> Option<AnyView> {
    let texts = context.texts().results();
    if compared.is_empty() {
        return None;
    }
    let labels = |question| Labels { language: context.language, question };
    let name = |group: &Group| match group {
        Group::Age(option) => {
            let age = questions.iter().find(|question| Background::of(&question.id) == Some(Background::Age));
            age.map(|age| labels(age).row(&Row::Option(option.clone()))).unwrap_or_default()
        }
        Group::Area(id) => {
            areas.iter().find(|area| &area.id == id).map(|area| area.name.clone()).unwrap_or_default().into()
        }
    };
    let those = |presence: Presence| -> Vec<AnyView> {
        let found = compared.iter().filter(|compared| compared.presence == presence);
        found
            .map(|compared| {
                let figures = (texts.compared)(percent(compared.respondents.value), percent(compared.residents));
                view! { <li>{name(&compared.group).view()} ": " {figures}</li> }.into_any()
            })
            .collect()
    };
    let list = |title: &'static str, found: Vec<AnyView>| {
        (!found.is_empty()).then(|| view! { <h4>{title}</h4> <ul>{found}</ul> })
    };
    let (under, over) = (those(Presence::Under), those(Presence::Over));
    let alike = (under.is_empty() && over.is_empty()).then(|| view! { <p>{texts.alike}</p> });
    Some(
        view! {
            <section class="page__section" aria-labelledby="represent-title">
                <h3 id="represent-title">{texts.represent}</h3>
                <p class="soft">{texts.represent_note}</p>
                {list(texts.under, under)}
                {list(texts.over, over)}
                {alike}
            </section>
        }
        .into_any(),
    )
}
