//! How the residents' pages look: a theme that is pasted or taken over from a site, what of it is safe, and a sample
//! before it is stored. For the administrator.

mod logo;
mod sample;
mod takeover;

use leptos::prelude::*;
use shared::house_style::{HouseStyle, Scheme, StyleFinding};
use shared::wire::house_style::{HouseStyleRequest, HouseStyleView, MAX_THEME};
use ui::{BusyButton, ButtonKind, Notice, Press, Tone};

use crate::api::Client;
use crate::form::{Failures, Submission, TextField};
use crate::frame::{Heading, Loading, Missing};
use crate::navigation::focus_soon;
use crate::session::{Loaded, Resource, Session, session};
use crate::texts::texts;

const TRIED_ID: &str = "house-style-tried";

/// What is on the page.
#[derive(Clone, Copy)]
struct Shown {
    stored: Resource<HouseStyleView>,
    theme: RwSignal<String>,
    /// What that theme would become.
    tried: RwSignal<Option<HouseStyle>>,
    trying: Submission,
    storing: Submission,
}

#[component]
pub(crate) fn HouseStylePage() -> impl IntoView {
    let words = &texts().house_style;
    let stored = Resource::load(|client: Client| async move { client.house_style().await });
    let shown = Shown {
        stored,
        theme: RwSignal::new(String::new()),
        tried: RwSignal::new(None),
        trying: Submission::new(),
        storing: Submission::new(),
    };
    view! {
        <Heading title=words.title lead=words.lead />
        {move || match stored.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || stored.reload() /> }.into_any(),
            Loaded::Here(view) => {
                let logo = logo::view(view.logo.clone(), shown);
                view! { {standing(view, shown)} {logo} }.into_any()
            }
        }}
        {takeover::view(shown)}
        {form(shown)}
        {move || shown.tried.get().map(|style| trial(style, shown))}
    }
}

/// What residents see now.
fn standing(view: HouseStyleView, shown: Shown) -> AnyView {
    let words = &texts().house_style;
    let (Some(day), Some(style)) = (view.stored_on, view.style) else {
        return view! {
            <Notice tone=Tone::Info>
                <p>{words.ours}</p>
            </Notice>
        }
        .into_any();
    };
    let session = session();
    let remove = move |_| {
        let client = session.client();
        shown.storing.send(async move { client.remove_house_style().await }, move |answer| {
            if let Ok(view) = answer {
                shown.stored.state.set(Loaded::Here(view));
                session.navigation.say(words.removed);
            }
        });
    };
    view! {
        <section class="stack">
            <h2>{words.now}</h2>
            <p>{(words.stored)(&texts().days.full(day))}</p>
            {sample::both(&style)}
            {findings(&style.findings)}
            <div class="actions">
                <Press kind=ButtonKind::Secondary act=remove>
                    {words.remove}
                </Press>
            </div>
        </section>
    }
    .into_any()
}

/// Where a theme is pasted. Nothing is stored before somebody has seen it.
fn form(shown: Shown) -> AnyView {
    let words = &texts().house_style;
    let (session, trying) = (session(), shown.trying);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        attempt(shown, &session);
    };
    view! {
        <form class="form" on:submit=submit novalidate=true>
            <h2>{words.another}</h2>
            <Failures submission=trying />
            <TextField
                name="theme"
                label=words.theme
                hint=words.theme_hint
                value=shown.theme
                submission=trying
                max=MAX_THEME
                rows=8
            />
            <div class="actions">
                <BusyButton busy=trying.busy>{words.attempt}</BusyButton>
            </div>
        </form>
    }
    .into_any()
}

/// Asks what the theme in the field would become, and shows it.
fn attempt(shown: Shown, session: &Session) {
    let client = session.client();
    let request = HouseStyleRequest { theme: shown.theme.get_untracked() };
    shown.tried.set(None);
    shown.trying.send(async move { client.try_house_style(&request).await }, move |answer| {
        if let Ok(view) = answer {
            shown.tried.set(view.style);
            focus_soon(TRIED_ID);
        }
    });
}

/// What would be stored, with a sample and what was left out.
fn trial(style: HouseStyle, shown: Shown) -> AnyView {
    let words = &texts().house_style;
    let session = session();
    let store = move |_| {
        let client = session.client();
        let request = HouseStyleRequest { theme: shown.theme.get_untracked() };
        shown.storing.send(async move { client.store_house_style(&request).await }, move |answer| {
            if let Ok(view) = answer {
                shown.theme.set(String::new());
                shown.tried.set(None);
                shown.stored.state.set(Loaded::Here(view));
                session.navigation.say(words.done);
            }
        });
    };
    view! {
        <section class="stack card">
            <h2 id=TRIED_ID tabindex="-1">
                {words.tried}
            </h2>
            {sample::both(&style)}
            {findings(&style.findings)}
            <Failures submission=shown.storing />
            <div class="actions">
                <Press act=store>
                    {words.store}
                </Press>
            </div>
        </section>
    }
    .into_any()
}

/// What was not taken over, and why.
fn findings(findings: &[StyleFinding]) -> AnyView {
    let words = &texts().house_style;
    if findings.is_empty() {
        return view! { <p>{words.all_safe}</p> }.into_any();
    }
    let lines: Vec<_> = findings.iter().map(|finding| view! { <li>{line(finding)}</li> }).collect();
    view! {
        <Notice tone=Tone::Warn>
            <h3>{words.findings}</h3>
            <ul>{lines}</ul>
        </Notice>
    }
    .into_any()
}

fn line(finding: &StyleFinding) -> String {
    let words = &texts().house_style;
    match finding {
        StyleFinding::TooLittleContrast {
            scheme,
            part,
            wanted,
            against,
            against_colour,
            hundredths,
            needed,
            shown,
        } => {
            let where_ = if *scheme == Scheme::Dark { words.in_the_dark } else { "" };
            (words.too_little)(
                &format!("{}{where_}", (words.part)(*part)),
                wanted,
                &format!("{} ({against_colour})", (words.ground)(*against)),
                &ratio(*hundredths),
                &ratio(*needed),
                shown,
            )
        }
        StyleFinding::NotUnderstood { property, value } => (words.not_understood)(property, value),
        StyleFinding::FontElsewhere { address } => (words.font_elsewhere)(address),
    }
}

/// `3,12`, `4,5`.
fn ratio(hundredths: u16) -> String {
    let text = format!("{},{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

#[cfg(test)]
mod tests {
    use shared::house_style::StylePart;

    use super::*;

    #[test]
    fn ratios_are_written_as_people_write_them() {
        assert_eq!([ratio(450), ratio(300), ratio(312), ratio(191)], ["4,5", "3", "3,12", "1,91"]);
    }

    #[test]
    fn every_finding_is_a_sentence() {
        let finding = StyleFinding::TooLittleContrast {
            scheme: Scheme::Dark,
            part: StylePart::Link,
            wanted: "#bbbbbb".into(),
            against: StylePart::Paper,
            against_colour: "#ffffff".into(),
            hundredths: 191,
            needed: 450,
            shown: "#00565b".into(),
        };
        assert_eq!(
            line(&finding),
            "Links in het donker: #bbbbbb is niet goed te zien op de achtergrond (#ffffff). Het verschil is 1,91 en moet ten minste 4,5 zijn. Bewoners zien #00565b."
        );
    }
}
