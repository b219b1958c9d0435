//! Taking the theme over from a page of the municipality's own site. The page is opened in another tab with a key
//! behind its address; what it sends stands then in the field for a pasted theme, and is looked at and stored like one.

use std::time::Duration;

use leptos::prelude::*;
use shared::wire::house_style::{TAKEOVER_FRAGMENT, Takeover};
use shared::wire::sites::SiteList;
use ui::{BusyButton, ButtonKind, Notice, Press, Tone};

use super::{Shown, attempt};
use crate::api::{Client, Failure};
use crate::form::{Failures, LineField, Pick, Select, SelectGroup, Submission};
use crate::frame::{Loading, Missing};
use crate::navigation::focus_soon;
use crate::session::{Loaded, Resource, Session, session};
use crate::texts::texts;

const TITLE_ID: &str = "takeover";
const WAITING_ID: &str = "takeover-waiting";
/// How often is asked whether something came.
const SOON: Duration = Duration::from_secs(2);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Choosing,
    /// The page with this address was not opened yet, or has not answered.
    Waiting {
        address: String,
    },
    /// The page has nothing that we know.
    Empty,
    /// Its time is over.
    Late,
}

/// What is filled in, and how far it is.
#[derive(Clone, Copy)]
struct Taking {
    site: RwSignal<String>,
    page: RwSignal<String>,
    step: RwSignal<Step>,
    /// The theme of what came.
    came: RwSignal<Option<String>>,
    submission: Submission,
}

impl Taking {
    /// Whether this page is still waited for: it may have been stopped, or begun anew, or nobody is here any more.
    fn waits_for(&self, wanted: &str) -> bool {
        let waits = |step: &Step| matches!(step, Step::Waiting { address } if address == wanted);
        self.step.try_with_untracked(waits).unwrap_or_default()
    }
}

pub(super) fn view(shown: Shown) -> AnyView {
    let words = &texts().house_style;
    let sites = Resource::load(|client: Client| async move { client.sites().await });
    let taking = Taking {
        site: RwSignal::new(String::new()),
        page: RwSignal::new("/".to_owned()),
        step: RwSignal::new(Step::Choosing),
        came: RwSignal::new(None),
        submission: Submission::new(),
    };
    let session = session();
    // Here and not where the answer is waited for: trying a theme needs the page around it.
    Effect::new(move |_| {
        if let Some(theme) = taking.came.get() {
            shown.theme.set(theme);
            attempt(shown, &session);
        }
    });
    view! {
        <section class="stack" aria-labelledby=TITLE_ID>
            <h2 id=TITLE_ID tabindex="-1">
                {words.takeover}
            </h2>
            <p>{words.takeover_lead}</p>
            {move || match sites.state.get() {
                Loaded::Waiting => view! { <Loading /> }.into_any(),
                Loaded::Failed(failure) => view! { <Missing failure again=move || sites.reload() /> }.into_any(),
                Loaded::Here(list) if list.sites.is_empty() => view! { <p>{words.takeover_no_site}</p> }.into_any(),
                Loaded::Here(list) => standing(&taking, list),
            }}
        </section>
    }
    .into_any()
}

fn standing(taking: &Taking, list: SiteList) -> AnyView {
    let words = &texts().house_style;
    let taking = *taking;
    if let [only] = list.sites.as_slice() {
        taking.site.set(only.origin.clone());
    }
    let told = move |text: Option<&'static str>| {
        let told = text.map(|text| view! { <Notice tone=Tone::Warn><p>{text}</p></Notice> });
        view! { {told} {form(&taking, &list)} }.into_any()
    };
    (move || match taking.step.get() {
        Step::Choosing => told(None),
        Step::Waiting { address } => waiting(&taking, address),
        Step::Empty => told(Some(words.takeover_empty)),
        Step::Late => told(Some(words.takeover_late)),
    })
    .into_any()
}

fn form(taking: &Taking, list: &SiteList) -> AnyView {
    let words = &texts().house_style;
    let taking = *taking;
    let (session, submission) = (session(), taking.submission);
    let picks = list.sites.iter().map(|site| Pick::new(site.origin.clone(), site.origin.clone())).collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (client, site) = (session.client(), taking.site.get_untracked());
        let chosen = site.clone();
        submission.send(async move { client.begin_takeover(&site).await }, move |answer| {
            if let Ok(begun) = answer {
                let address = address(&chosen, &taking.page.get_untracked(), &begun.key);
                taking.step.set(Step::Waiting { address: address.clone() });
                focus_soon(WAITING_ID);
                set_timeout(move || look(&taking, &session, address), SOON);
            }
        });
    };
    view! {
        <form class="form" on:submit=submit novalidate=true aria-labelledby=TITLE_ID>
            <Failures submission />
            <Select
                name="site"
                label=words.takeover_site
                value=taking.site
                submission
                groups=vec![SelectGroup::plain(picks)]
            />
            <LineField
                name="page"
                label=words.takeover_page
                hint=words.takeover_page_hint
                value=taking.page
                submission
            />
            <div class="actions">
                <BusyButton kind=ButtonKind::Secondary busy=submission.busy>
                    {words.takeover_begin}
                </BusyButton>
            </div>
        </form>
    }
    .into_any()
}

/// A link and no window that opens by itself: a browser would stop that.
fn waiting(taking: &Taking, address: String) -> AnyView {
    let words = &texts().house_style;
    let (step, session) = (taking.step, session());
    let cancel = move |_| {
        let client = session.client();
        step.set(Step::Choosing);
        session.navigation.say(words.takeover_stopped);
        leptos::task::spawn_local(async move {
            // What was not ended ends by itself, and nobody asks for it any more.
            if let Err(failure) = client.end_takeover().await {
                session.note(&failure);
            }
        });
    };
    view! {
        <div class="stack card">
            <h3 id=WAITING_ID tabindex="-1">
                {words.takeover_open_title}
            </h3>
            <p>{words.takeover_open_lead}</p>
            <p role="status">{words.takeover_waiting}</p>
            <div class="actions">
                <a class="button button--primary" href=address target="_blank" rel="noopener">
                    {words.takeover_open}
                </a>
                <Press kind=ButtonKind::Secondary act=cancel>
                    {words.takeover_stop}
                </Press>
            </div>
        </div>
    }
    .into_any()
}

/// Whether something came, and again until it did.
fn look(taking: &Taking, session: &Session, address: String) {
    if !taking.waits_for(&address) {
        return;
    }
    let (taking, session, client) = (*taking, *session, session.client());
    leptos::task::spawn_local(async move {
        let answer = client.takeover().await;
        if !taking.waits_for(&address) {
            return;
        }
        match answer {
            Ok(Takeover::Waiting) | Err(Failure::Unreachable) => {
                set_timeout(move || look(&taking, &session, address), SOON);
            }
            Ok(Takeover::Came { theme }) if theme.is_empty() => tell(&taking, Step::Empty),
            Ok(Takeover::Came { theme }) => {
                taking.step.set(Step::Choosing);
                // The focus goes to what is shown of it.
                session.navigation.say_beside(&(texts().house_style.takeover_came)(values_in(&theme)));
                taking.came.set(Some(theme));
            }
            Ok(Takeover::None) => tell(&taking, Step::Late),
            Err(failure) => {
                session.note(&failure);
                tell(&taking, Step::Late);
            }
        }
    });
}

/// Ends in another way than hoped for, where somebody who waits looks first.
fn tell(taking: &Taking, step: Step) {
    taking.step.set(step);
    focus_soon(TITLE_ID);
}

/// The address of the page with the key behind it. It stays on the site, whatever was filled in as its page; the whole
/// address of a page will do too.
fn address(site: &str, page: &str, key: &str) -> String {
    let page = page.trim();
    let path = page.strip_prefix(site).unwrap_or(page).split('#').next().unwrap_or_default();
    format!("{site}/{}{TAKEOVER_FRAGMENT}{key}", path.strip_prefix('/').unwrap_or(path))
}

/// How many values a theme has that was taken over: one on a line.
fn values_in(theme: &str) -> usize {
    theme.lines().filter(|line| line.trim_start().starts_with("--")).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_stays_on_the_site() {
        let at = |page| address("https://www.a.nl", page, "a.K");
        assert_eq!(at(" /mee/doen?x=1#top "), "https://www.a.nl/mee/doen?x=1#buurtstem-huisstijl=a.K");
        assert_eq!(at("https://www.a.nl/wonen"), "https://www.a.nl/wonen#buurtstem-huisstijl=a.K");
        for home in ["", "/", "https://www.a.nl"] {
            assert_eq!(at(home), "https://www.a.nl/#buurtstem-huisstijl=a.K", "{home}");
        }
        for elsewhere in [".evil.nl", "@evil.nl/", "//evil.nl", "https://evil.nl/", ":81/"] {
            assert!(at(elsewhere).starts_with("https://www.a.nl/"), "{elsewhere}");
        }
    }

    #[test]
    fn values_are_counted_by_the_line() {
        assert_eq!(values_in(":root {\n  --a-b: #fff;\n  --c: 1px;\n}\n"), 2);
    }
}
