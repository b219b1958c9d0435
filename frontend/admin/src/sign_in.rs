//! Signing in with a one-time link, and again when a session ended.
//!
//! A link never signs in by itself: mail scanners open links too. The token stands in the fragment, which no server
//! sees, and is cleared as soon as it is read.

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use ui::{BusyButton, ButtonKind, Notice, PageHeader, Press, Tone};

use crate::api::{Client, Failure, resume, sign_in};
use crate::form::{Failures, LineField, Submission};
use crate::navigation::{Navigation, focus_soon};
use crate::session::session;
use crate::texts::texts;

/// Takes the token out of the browser's address, when there is one.
pub(crate) fn token_from_address() -> Option<String> {
    let location = window().location();
    let token = token_in(&location.hash().ok()?)?;
    if let (Ok(history), Ok(path)) = (window().history(), location.pathname()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
    Some(token)
}

/// The token in a link, or in the end of one: what stands behind `#t=`. What is clearly no token is none.
fn token_in(link: &str) -> Option<String> {
    let (_, token) = link.trim().rsplit_once("#t=")?;
    let written = !token.is_empty()
        && token.len() <= 128
        && token.chars().all(|character| character.is_ascii_alphanumeric() || matches!(character, '-' | '.'));
    written.then(|| token.to_owned())
}

/// Where somebody comes in. `left` when they just signed out.
#[component]
pub(crate) fn SignInPage(
    token: Option<String>,
    left: bool,
    navigation: Navigation,
    #[prop(into)] signed_in: Callback<Client>,
) -> impl IntoView {
    let words = &texts().sign_in;
    let title = if left { words.signed_out_title } else { words.title };
    navigation.shown(title);
    if left {
        focus_soon(ui::HEADING_ID);
    }
    let lead = match (&token, left) {
        (_, true) => words.signed_out,
        (Some(_), false) => words.with_link,
        (None, false) => words.without_link,
    };
    let how: Vec<_> = words.how.into_iter().map(|step| view! { <li>{step}</li> }).collect();
    view! {
        <main class="content content--narrow">
            <p class="sign-in__product">{texts().frame.product}</p>
            <PageHeader title=title lead=lead />
            <SignInForm token signed_in />
            <section class="panel">
                <h2>{words.how_title}</h2>
                <ol>{how}</ol>
                <p class="soft">{words.no_cookies_kept}</p>
            </section>
        </main>
    }
}

/// Instead of the page somebody was working on when their session ended; that page waits behind it.
#[component]
pub(crate) fn LostPage() -> impl IntoView {
    let words = &texts().sign_in;
    let session = session();
    focus_soon(LOST_ID);
    let still_out = RwSignal::new(None::<Failure>);
    let entered = move |client: Client| {
        if client.me().official_id == session.client().me().official_id {
            session.carry_on(client);
        } else {
            // Somebody else: they start at their own first page, with nothing of what was typed here.
            session.drafts.drop_all();
            let _ = window().location().assign("/admin");
        }
    };
    let carry_on = move |_| {
        leptos::task::spawn_local(async move {
            match resume().await {
                Ok(client) => entered(client),
                Err(failure) => still_out.set(Some(failure)),
            }
        });
    };
    let message = move || {
        still_out.get().map(|failure| {
            let words = match failure {
                Failure::Unreachable => texts().frame.unreachable,
                Failure::Broken => texts().frame.broken,
                Failure::SignedOut | Failure::Refused(_) => words.still_signed_out,
            };
            view! {
                <Notice tone=Tone::Warn announce="alert">
                    <p>{words}</p>
                </Notice>
            }
        })
    };
    view! {
        <main class="content content--narrow">
            <p class="sign-in__product">{texts().frame.product}</p>
            <div class="page-header">
                <h1 id=LOST_ID tabindex="-1">
                    {words.lost_title}
                </h1>
                <p class="lead">{words.lost}</p>
            </div>
            <SignInForm token=None signed_in=entered />
            <section class="panel">
                <p>{words.lost_other_tab}</p>
                {message}
                <Press kind=ButtonKind::Secondary act=carry_on>
                    {words.carry_on}
                </Press>
            </section>
        </main>
    }
}

/// The heading of [`LostPage`]; the hidden page behind it has a heading of its own.
const LOST_ID: &str = "session-over";

/// One button when a link was opened; otherwise a field to paste one into.
#[component]
fn SignInForm(token: Option<String>, #[prop(into)] signed_in: Callback<Client>) -> impl IntoView {
    let words = &texts().sign_in;
    let token = RwSignal::new(token);
    let pasted = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let refused = RwSignal::new(None::<Failure>);
    let submission = Submission::new();
    // A new link that is opened in this same window changes only the fragment; the page is not loaded again.
    let opened = window_event_listener(ev::hashchange, move |_| {
        if let Some(new) = token_from_address() {
            refused.set(None);
            token.set(Some(new));
        }
    });
    on_cleanup(move || opened.remove());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        refused.set(None);
        submission.forget();
        let Some(token_now) = token.get_untracked().or_else(|| token_in(&pasted.get_untracked())) else {
            submission.say("link", words.paste_required);
            focus_soon(ui::FAULTS_ID);
            return;
        };
        busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = sign_in(&token_now).await;
            busy.set(false);
            match answer {
                Ok(client) => signed_in.run(client),
                Err(failure) => {
                    // A link that was refused will not work the next time either; a lost connection may come back.
                    if !matches!(failure, Failure::Unreachable | Failure::Broken) {
                        token.set(None);
                        pasted.set(String::new());
                    }
                    refused.set(Some(failure));
                    focus_soon(ui::FAULTS_ID);
                }
            }
        });
    };
    let message = move || {
        let frame = &texts().frame;
        refused.get().map(|failure| {
            let (title, text) = match failure {
                Failure::Unreachable => (frame.unreachable_title, frame.unreachable.to_owned()),
                Failure::Broken => (frame.broken_title, frame.broken.to_owned()),
                Failure::SignedOut => (words.refused_title, words.refused.to_owned()),
                Failure::Refused(problem) => (words.refused_title, problem.detail),
            };
            let next = (title == words.refused_title).then(|| view! { <p>{words.refused_next}</p> });
            view! {
                <Notice tone=Tone::Bad announce="alert">
                    <h2 id=ui::FAULTS_ID tabindex="-1">
                        {title}
                    </h2>
                    <p>{text}</p>
                    {next}
                </Notice>
            }
        })
    };
    let label = move || if busy.get() { words.busy } else { words.sign_in };
    view! {
        <form class="form" on:submit=submit novalidate=true>
            {message}
            <Failures submission />
            {move || {
                token.with(Option::is_none).then(|| {
                    view! {
                        <LineField
                            name="link"
                            label=words.paste_label
                            hint=words.paste_hint
                            value=pasted
                            submission
                        />
                    }
                })
            }}
            <BusyButton busy>{label}</BusyButton>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_is_found_in_a_whole_link_and_in_a_fragment() {
        for link in ["#t=waterdam.0abc", " https://x.example/admin/aanmelden#t=waterdam.0abc\n"] {
            assert_eq!(token_in(link).as_deref(), Some("waterdam.0abc"), "{link}");
        }
        for link in ["", "#", "#t=", "#c=abc", "#t=a b", "#t=<script>", "https://x.example/admin/aanmelden"] {
            assert_eq!(token_in(link), None, "{link}");
        }
    }
}
