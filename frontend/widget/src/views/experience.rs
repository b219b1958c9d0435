//! Residents who did it before: whether others may ask them, and the way to do so. Nobody is named.

use leptos::prelude::*;
use shared::paths::Page;
use shared::wire::public::{InitiativeSummary, InitiativeView};
use ui::{AnyView, Button, ButtonKind, Card, IntoAny};

use super::parts::Form;
use crate::forms::MOVE;
use crate::forms::follow::{FOLLOW_KEY, IDEMPOTENCY_KEY};
use crate::state::{Context, FollowedCase};

/// On the page of an initiative.
pub(super) fn ask(context: &Context, initiative: &InitiativeView) -> Option<AnyView> {
    let texts = context.texts().experience();
    let view = initiative.experience.then(|| {
        view! {
            <section class="panel panel--accent" aria-labelledby="experience-title">
                <h2 id="experience-title">{texts.title}</h2>
                <p><strong>{who(context, &initiative.summary)}</strong></p>
                <p>{texts.how}</p>
                <Form action=context.url(&Page::Initiative(&initiative.summary.id))>
                    <div class="actions">
                        <Button name=MOVE value="ask">{texts.button}</Button>
                    </div>
                </Form>
            </section>
        }
    });
    view.map(IntoAny::into_any)
}

/// "Iemand met ervaring met verlichting in Noord".
pub fn who(context: &Context, initiative: &InitiativeSummary) -> String {
    let topic = initiative.topic.as_ref().map(|topic| topic.text.as_str());
    (context.texts().experience().who)(topic, &initiative.area)
}

/// Some of them, in a list.
pub fn cards(context: &Context, initiatives: &[InitiativeSummary]) -> Vec<AnyView> {
    let card = |initiative: &InitiativeSummary| {
        view! {
            <Card href=context.url(&Page::Initiative(&initiative.id)) title=who(context, initiative)>
                <p class="card__meta">
                    {context.written(initiative.title.clone(), initiative.language).view()}
                </p>
            </Card>
        }
        .into_any()
    };
    initiatives.iter().map(card).collect()
}

/// On the page of somebody who has an idea about the same topic.
pub(super) fn elsewhere(context: &Context, followed: &FollowedCase) -> Option<AnyView> {
    let texts = context.texts().experience();
    let view = (!followed.experienced.is_empty()).then(|| {
        view! {
            <section class="page__section" aria-labelledby="elsewhere-title">
                <h2 id="elsewhere-title">{texts.elsewhere}</h2>
                <p>{texts.elsewhere_text}</p>
                <ul class="cards">{cards(context, &followed.experienced)}</ul>
            </section>
        }
    });
    view.map(IntoAny::into_any)
}

/// On the page of the one who did it: to say yes, or not any more.
pub(super) fn share(context: &Context, followed: &FollowedCase) -> Option<AnyView> {
    let texts = context.texts().experience();
    let experience = followed.view.experience?;
    let body = match (experience.shares, followed.view.has_email) {
        (true, _) => {
            let stop = view! {
                <Button kind=ButtonKind::Secondary name=MOVE value="stop-experience">{texts.stop_button}</Button>
            };
            view! {
                <p><strong>{texts.shares}</strong></p>
                <p>{texts.stop_hint}</p>
                {form(context, followed, stop.into_any())}
            }
            .into_any()
        }
        (false, true) => {
            let yes = view! { <Button name=MOVE value="share-experience">{texts.share_button}</Button> };
            view! {
                <p>{texts.share_text}</p>
                <p class="soft">{texts.stop_hint}</p>
                {form(context, followed, yes.into_any())}
            }
            .into_any()
        }
        (false, false) => view! {
            <p>{texts.share_text}</p>
            <p>{texts.address_first}</p>
        }
        .into_any(),
    };
    let view = view! {
        <section class="panel panel--accent" aria-labelledby="share-title">
            <h2 id="share-title">{texts.share_title}</h2>
            {body}
        </section>
    };
    Some(view.into_any())
}

fn form(context: &Context, followed: &FollowedCase, button: AnyView) -> AnyView {
    let carried = vec![
        (FOLLOW_KEY.to_owned(), followed.key.as_str().to_owned()),
        (IDEMPOTENCY_KEY.to_owned(), followed.write_key.to_string()),
    ];
    view! {
        <Form action=context.url(&Page::Follow) carried=carried>
            <div class="actions">{button}</div>
        </Form>
    }
    .into_any()
}
