//! What stands around every page: header and menu, and the blocks that every page needs.

use leptos::prelude::*;
use ui::{ButtonKind, Empty, LinkButton, Notice, Press, Tone};

use crate::address::{Page, Section};
use crate::api::Failure;
use crate::form::FailureNotice;
use crate::navigation::MESSAGE_ID;
use crate::session::session;
use crate::texts::texts;

/// The id of the main content, where the skip link leads.
const CONTENT_ID: &str = "inhoud";

/// What the menu calls a section.
fn label_of(section: Section) -> &'static str {
    let words = &texts().frame;
    match section {
        Section::Work => words.work,
        Section::Intake => words.intake,
        Section::Polls => words.polls,
        Section::Areas => texts().areas.title,
        Section::Routing => words.routing,
        Section::Partners => words.partners,
        Section::Initiatives => texts().tasks.initiatives,
        Section::PartnerFigures => texts().partner_figures.menu,
        Section::Messages => words.messages,
        Section::HouseStyle => texts().house_style.title,
        Section::Webhooks => texts().webhooks.title,
        Section::Sites => texts().sites.title,
        Section::FormalRights => texts().formal_rights.title,
        Section::StandardTexts => texts().standard.title,
    }
}

/// Header, menu and content. `signed_out` is called when the official has signed out.
#[component]
pub(crate) fn Frame(page: Memo<Page>, #[prop(into)] signed_out: Callback<()>, children: Children) -> impl IntoView {
    let words = &texts().frame;
    let session = session();
    let client = session.client();
    let me = client.me();
    let role = me.role;
    let entries: Vec<_> = Section::ALL
        .into_iter()
        .filter(|section| section.page().is_for(role))
        .map(|section| {
            let current = move || (page.get().section() == Some(section)).then_some("true");
            let label = label_of(section);
            view! {
                <li>
                    <a class="menu__entry" href=section.page().path() aria-current=current>
                        {label}
                    </a>
                </li>
            }
        })
        .collect();
    let message = move || {
        session.navigation.message.get().map(|message| {
            let (tone, role) = match &message.title {
                Some(_) => (Tone::Warn, "alert"),
                None => (Tone::Good, "status"),
            };
            let title = message.title.map(|title| view! { <h2>{title}</h2> });
            view! {
                <div id=MESSAGE_ID tabindex="-1">
                    <Notice tone announce=role>
                        {title}
                        <p>{message.text}</p>
                    </Notice>
                </div>
            }
        })
    };
    let failed = RwSignal::new(false);
    let sign_out = move |_| {
        let client = session.client();
        leptos::task::spawn_local(async move {
            match client.sign_out().await {
                Ok(()) | Err(Failure::SignedOut) => signed_out.run(()),
                Err(_) => failed.set(true),
            }
        });
    };
    view! {
        <a class="skip-link" href=format!("#{CONTENT_ID}")>
            {words.skip_to_content}
        </a>
        <header class="top no-print">
            <div class="top__inner">
                <p class="top__name">
                    <span class="top__product">{words.product}</span>
                    <span class="top__municipality">{me.municipality_name.clone()}</span>
                </p>
                <nav class="menu" aria-label=words.menu>
                    <ul>{entries}</ul>
                </nav>
                <div class="top__me">
                    <p>
                        <strong>{me.name.clone()}</strong>
                        <span class="top__role">
                            {client.partner_name(&me.partner_id)} " · " {(words.role)(role)}
                        </span>
                    </p>
                    <button type="button" class="button button--quiet" on:click=sign_out>
                        {words.sign_out}
                    </button>
                </div>
            </div>
        </header>
        <main class="content" id=CONTENT_ID tabindex="-1">
            {move || {
                failed.get().then(|| {
                    view! {
                        <Notice tone=Tone::Bad announce="alert">
                            <p>{words.sign_out_failed}</p>
                        </Notice>
                    }
                })
            }}
            {message}
            {children()}
        </main>
    }
    .into_any()
}

/// The heading of a page. Also names the window, and takes the focus when the page was reached without loading.
#[component]
pub(crate) fn Heading(
    #[prop(into)] title: String,
    #[prop(optional, into)] above: Option<String>,
    #[prop(optional, into)] lead: Option<String>,
) -> impl IntoView {
    session().navigation.shown(&title);
    view! {
        <div class="page-header">
            {above.map(|above| view! { <p class="page-header__above">{above}</p> })}
            <h1 id=ui::HEADING_ID tabindex="-1">
                {title}
            </h1>
            {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
        </div>
    }
    .into_any()
}

/// Shown only when an answer takes a while (the style sheet waits).
#[component]
pub(crate) fn Loading() -> impl IntoView {
    view! { <p class="loading" role="status">{texts().frame.loading}</p> }
}

/// Instead of what could not be loaded.
#[component]
pub(crate) fn Missing(failure: Failure, #[prop(into)] again: Callback<()>) -> impl IntoView {
    view! {
        <FailureNotice failure />
        <div class="actions">
            <Press kind=ButtonKind::Secondary act=move |_| again.run(())>
                {texts().frame.try_again}
            </Press>
        </div>
    }
    .into_any()
}

/// An address that leads nowhere, or not for this official.
#[component]
pub(crate) fn NotFoundPage() -> impl IntoView {
    let words = &texts().frame;
    let first = Page::first(session().client().me().role);
    view! {
        <Heading title=words.not_found_title />
        <Empty title=words.not_found>
            <LinkButton kind=ButtonKind::Secondary href=first.path()>
                {words.to_start}
            </LinkButton>
        </Empty>
    }
    .into_any()
}

/// A link back to where a page belongs, above its heading.
#[component]
pub(crate) fn BackLink(page: Page, #[prop(into)] words: String) -> impl IntoView {
    view! {
        <p class="back no-print">
            <a href=page.path()>{words}</a>
        </p>
    }
    .into_any()
}
