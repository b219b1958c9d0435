//! One connection: how it stands, what was sent last, and what can be done with it.

use std::future::Future;
use std::time::Duration;

use leptos::prelude::*;
use shared::ids::WebhookId;
use shared::webhook::{DeliveryState, WebhookState, WebhookTrouble};
use shared::wire::webhooks::{DeliveryView, WebhookList, WebhookView};
use ui::{Badge, ButtonKind, Press, Tone};

use super::Shown;
use crate::api::Failure;
use crate::form::in_words;
use crate::session::{Loaded, Session, session};
use crate::texts::texts;

/// An answer has come within this, as a rule: then the page shows how a test went.
const SOON: Duration = Duration::from_secs(3);

pub(super) fn view(one: WebhookView, shown: Shown) -> AnyView {
    let words = &texts().webhooks;
    let client = session().client();
    let whose = one
        .partner_id
        .as_ref()
        .map_or_else(|| words.everything.to_owned(), |id| (words.only)(&client.public_partner_name(id)));
    let tone = match (one.state, one.trouble) {
        (WebhookState::Gone, _) | (WebhookState::On, Some(_)) => Tone::Bad,
        (WebhookState::On, None) => Tone::Good,
        (WebhookState::Off, _) => Tone::Neutral,
    };
    let facts: Vec<_> = facts(&one).into_iter().map(|fact| view! { <p>{fact}</p> }).collect();
    let deliveries = deliveries(&one, shown);
    let (url, state) = (one.url.clone(), (words.state)(one.state));
    view! {
        <li class="rule">
            <div class="rule__head">
                <h2 class="rule__name webhook__url">{url}</h2>
                <Badge tone words=state />
            </div>
            <p class="soft">{whose}</p>
            {facts}
            {buttons(&one, shown)}
            {deliveries}
        </li>
    }
    .into_any()
}

/// How it stands, in sentences.
fn facts(one: &WebhookView) -> Vec<String> {
    let (words, days) = (&texts().webhooks, &texts().days);
    [
        (one.state == WebhookState::Gone).then(|| words.gone.to_owned()),
        Some(one.reached_at.map_or_else(|| words.never_reached.to_owned(), |at| (words.reached)(&days.moment(at)))),
        one.failed_at.zip(one.trouble).map(|(at, trouble)| (words.failed)(&days.moment(at), &why(trouble, one.status))),
        (one.waiting > 0).then(|| (words.waiting)(one.waiting)),
        one.two_secrets_until.map(|until| (words.two_secrets)(&days.moment(until))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// "het systeem nam het bericht niet aan (antwoord 500)"
fn why(trouble: WebhookTrouble, status: Option<u16>) -> String {
    let words = &texts().webhooks;
    let trouble = (words.trouble)(trouble);
    status.map_or_else(|| trouble.to_owned(), |status| format!("{trouble} ({})", (words.status)(status)))
}

fn buttons(one: &WebhookView, shown: Shown) -> AnyView {
    let words = &texts().webhooks;
    let (on, url) = (one.state == WebhookState::On, one.url.clone());
    let session = session();
    let tested = {
        let id = one.id.clone();
        action(shown, move || {
            let (client, id) = (session.client(), id.clone());
            (words.tested, async move { client.test_webhook(&id).await })
        })
    };
    let switched = {
        let id = one.id.clone();
        action(shown, move || {
            let (client, id) = (session.client(), id.clone());
            let said = if on { words.switched_off } else { words.switched_on };
            (said, async move { client.switch_webhook(&id, !on).await })
        })
    };
    let switch = if on { words.switch_off } else { words.switch_on };
    let named = url.clone();
    view! {
        <div class="actions">
            <Press kind=ButtonKind::Secondary act=tested>
                {words.test}
                <span class="visually-hidden">{url}</span>
            </Press>
            <Press kind=ButtonKind::Secondary act=switched>
                {switch}
                <span class="visually-hidden">{named}</span>
            </Press>
        </div>
        {more(one.id.clone(), shown)}
    }
    .into_any()
}

/// What cannot be taken back stands behind one more press.
fn more(id: WebhookId, shown: Shown) -> AnyView {
    let words = &texts().webhooks;
    let session = session();
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| shown.open.with(|open| open.contains(&id)))
    };
    let toggled = {
        let id = id.clone();
        move |event: leptos::ev::Event| {
            let now = event_target::<leptos::web_sys::HtmlDetailsElement>(&event).open();
            shown.open.update(|open| {
                open.retain(|other| *other != id);
                if now {
                    open.push(id.clone());
                }
            });
        }
    };
    let renew = {
        let id = id.clone();
        move |_| {
            let (client, id) = (session.client(), id.clone());
            leptos::task::spawn_local(async move {
                match client.renew_webhook_secret(&id).await {
                    Ok(made) => shown.made(made),
                    Err(failure) => failed(&session, &failure),
                }
            });
        }
    };
    let remove = action(shown, move || {
        let (client, id) = (session.client(), id.clone());
        (words.removed, async move { client.remove_webhook(&id).await })
    });
    view! {
        <details class="disclosure" prop:open=move || is_open.get() on:toggle=toggled>
            <summary>{words.more}</summary>
            <p>{words.renew_help}</p>
            <Press kind=ButtonKind::Secondary act=renew>
                {words.renew}
            </Press>
            <p>{words.remove_help}</p>
            <Press kind=ButtonKind::Secondary act=remove>
                {words.remove}
            </Press>
        </details>
    }
    .into_any()
}

fn deliveries(one: &WebhookView, shown: Shown) -> Option<AnyView> {
    let words = &texts().webhooks;
    let rows: Vec<_> = one.deliveries.iter().map(|delivery| row(&one.id, delivery, shown)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h3 class="work-row__title">{words.deliveries}</h3>
            <ul class="work-list">{rows}</ul>
        }
        .into_any()
    })
}

fn row(hook: &WebhookId, delivery: &DeliveryView, shown: Shown) -> AnyView {
    let (words, days) = (&texts().webhooks, &texts().days);
    let tone = match delivery.state {
        DeliveryState::Failed => Tone::Bad,
        DeliveryState::Sent => Tone::Good,
        DeliveryState::Waiting => Tone::Info,
        DeliveryState::Dropped => Tone::Neutral,
    };
    let waits = delivery.state == DeliveryState::Waiting;
    let facts: Vec<_> = [
        Some(days.moment(delivery.settled_at.unwrap_or(delivery.happened_at))),
        (delivery.tries > 1).then(|| (words.tries)(delivery.tries)),
        delivery.trouble.map(|trouble| why(trouble, delivery.status)),
        delivery.next_at.filter(|_| waits && delivery.tries > 0).map(|at| (words.next_at)(&days.moment(at))),
    ]
    .into_iter()
    .flatten()
    .map(|fact| view! { <span>{fact}</span> })
    .collect();
    let event = (words.event)(delivery.event);
    let again = matches!(delivery.state, DeliveryState::Failed | DeliveryState::Dropped).then(|| {
        let (hook, id, session) = (hook.clone(), delivery.id.clone(), session());
        let again = action(shown, move || {
            let (client, hook, id) = (session.client(), hook.clone(), id.clone());
            (words.sent_again, async move { client.deliver_again(&hook, &id).await })
        });
        view! {
            <Press kind=ButtonKind::Secondary act=again>
                {words.send_again}
                <span class="visually-hidden">{event}</span>
            </Press>
        }
    });
    view! {
        <li>
            <div class="message-row">
                <div>
                    <h4 class="work-row__title">{event}</h4>
                    <p class="work-row__meta">{facts}</p>
                </div>
                <div class="work-row__state">
                    <Badge tone words=(words.delivery)(delivery.state) />
                    {again}
                </div>
            </div>
        </li>
    }
    .into_any()
}

/// A press that leads to another list: says so and shows it, and looks again when an answer may have come.
fn action<A>(shown: Shown, begin: impl Fn() -> (&'static str, A) + 'static) -> impl Fn(leptos::ev::MouseEvent) + 'static
where
    A: Future<Output = Result<WebhookList, Failure>> + 'static,
{
    let session = session();
    let busy = StoredValue::new(false);
    move |_| {
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        let (said, asking) = begin();
        leptos::task::spawn_local(async move {
            match asking.await {
                Ok(list) => {
                    session.navigation.say(said);
                    shown.list.state.set(Loaded::Here(list));
                    set_timeout(move || look_again(&session, shown), SOON);
                }
                Err(failure) => failed(&session, &failure),
            }
            // The card may have been drawn anew.
            let _ = busy.try_set_value(false);
        });
    }
}

/// Takes in how it stands now without a word; a failure leaves what is shown.
fn look_again(session: &Session, shown: Shown) {
    // The page may have been left.
    if shown.list.state.try_get_untracked().is_none() {
        return;
    }
    let client = session.client();
    leptos::task::spawn_local(async move {
        if let Ok(list) = client.webhooks().await {
            let _ = shown.list.state.try_set(Loaded::Here(list));
        }
    });
}

fn failed(session: &Session, failure: &Failure) {
    session.note(failure);
    if *failure != Failure::SignedOut {
        let (_, detail) = in_words(failure);
        session.navigation.warn(texts().webhooks.not_done, &detail);
    }
}

#[cfg(test)]
mod tests {
    use shared::webhook::WebhookEvent;

    use super::*;

    #[test]
    fn what_does_not_work_says_since_when_and_why() {
        let one = WebhookView {
            id: WebhookId::parse("a").unwrap(),
            partner_id: None,
            url: "https://a.nl/".into(),
            state: WebhookState::On,
            made_at: "2026-03-01T11:00:00Z".parse().unwrap(),
            two_secrets_until: None,
            reached_at: None,
            failed_at: Some("2026-03-02T11:00:00Z".parse().unwrap()),
            trouble: Some(WebhookTrouble::Refused),
            status: Some(500),
            waiting: 2,
            deliveries: Vec::new(),
        };
        assert_eq!(
            facts(&one),
            [
                "Er is nog niets aangekomen.",
                "Niet gelukt op 2 maart 2026, 12:00: het systeem nam het bericht niet aan (antwoord 500).",
                "2 berichten wachten op een nieuwe poging.",
            ]
        );
        let words = &texts().webhooks;
        let names: std::collections::BTreeSet<&str> =
            WebhookEvent::ALL.into_iter().map(|event| (words.event)(event)).collect();
        assert_eq!(names.len(), WebhookEvent::ALL.len());
    }
}
