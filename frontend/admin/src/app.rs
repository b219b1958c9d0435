//! The whole program: signed in or not, and which page.

use leptos::prelude::*;
use leptos::{ev, web_sys};

use crate::address::Page;
use crate::api::{Client, Failure, resume};
use crate::areas::{AreaPage, AreasPage, MeasuresPage};
use crate::case::CasePage;
use crate::formal_rights::FormalRightsPage;
use crate::frame::{Frame, Loading, Missing, NotFoundPage};
use crate::house_style::HouseStylePage;
use crate::initiatives::InitiativesPage;
use crate::intake::IntakePage;
use crate::messages::MessagesPage;
use crate::navigation::Navigation;
use crate::partner_figures::PartnerFiguresPage;
use crate::partners::PartnersPage;
use crate::polls::{
    BallotPage, CorrectPollPage, EditPollPage, LibraryPage, NewPollPage, OpenPollPage, PollPage, PollsPage, ReportPage,
    ResidentsPage, TemplatePage, WrittenPage,
};
use crate::routing::{RuleSetPage, RulesPage};
use crate::session::Session;
use crate::sign_in::{LostPage, SignInPage, token_from_address};
use crate::sites::SitesPage;
use crate::standard_texts::StandardTextsPage;
use crate::texts::texts;
use crate::webhooks::WebhooksPage;
use crate::work::{SearchPage, WorkPage};

/// Whether somebody is signed in, as far as is known.
#[derive(Clone)]
enum Entry {
    /// Asking whether the browser still has a session.
    Asking,
    /// Nobody is signed in; perhaps somebody just was.
    Out {
        left: bool,
    },
    In(Client),
    Failed(Failure),
}

#[component]
pub(crate) fn App() -> impl IntoView {
    document().document_element().inspect(|root| {
        let _ = root.set_attribute("lang", texts().language.tag());
    });
    let navigation = Navigation::start();
    // Read and cleared before anything else: the token must not stay in the address or the history.
    let token = StoredValue::new(token_from_address());
    let entry = RwSignal::new(Entry::Asking);
    let ask = move || {
        entry.set(Entry::Asking);
        leptos::task::spawn_local(async move {
            entry.set(match resume().await {
                Ok(client) => Entry::In(client),
                Err(Failure::SignedOut) => Entry::Out { left: false },
                Err(failure) => Entry::Failed(failure),
            });
        });
    };
    // A link opened while the sign-in page is there changes the fragment alone; the page is not loaded again.
    window_event_listener(ev::hashchange, move |_| {
        let out = entry.with_untracked(|entry| matches!(entry, Entry::Out { .. }));
        if let Some(new) = out.then(token_from_address).flatten() {
            token.set_value(Some(new));
            entry.set(Entry::Out { left: false });
        }
    });
    if token.with_value(Option::is_some) {
        // A new link is a wish to sign in anew, whoever was here before.
        entry.set(Entry::Out { left: false });
    } else {
        ask();
    }
    move || match entry.get() {
        Entry::Asking => view! {
            <main class="content content--narrow">
                <Loading />
            </main>
        }
        .into_any(),
        Entry::Failed(failure) => view! {
            <main class="content content--narrow">
                <Missing failure again=ask />
            </main>
        }
        .into_any(),
        Entry::Out { left } => {
            let signed_in = move |client: Client| {
                token.set_value(None);
                let here = Page::read(&navigation.path().get_untracked(), client.me().role);
                if matches!(here, Page::SignIn | Page::NotFound) {
                    navigation.replace(&Page::first(client.me().role));
                }
                entry.set(Entry::In(client));
            };
            view! { <SignInPage token=token.get_value() left navigation signed_in /> }.into_any()
        }
        Entry::In(client) => {
            let signed_out = move |()| {
                navigation.replace(&Page::SignIn);
                entry.set(Entry::Out { left: true });
            };
            view! { <Inside client navigation signed_out /> }.into_any()
        }
    }
}

/// Everything behind the sign-in.
#[component]
fn Inside(client: Client, navigation: Navigation, #[prop(into)] signed_out: Callback<()>) -> impl IntoView {
    let role = client.me().role;
    let session = Session::start(client, navigation);
    provide_context(session);
    let leaving = window_event_listener(ev::beforeunload, move |event: web_sys::BeforeUnloadEvent| {
        if session.drafts.hold_text() {
            event.prevent_default();
        }
    });
    on_cleanup(move || leaving.remove());
    let path = navigation.path();
    let page = Memo::new(move |_| match Page::read(&path.get(), role) {
        // Whoever is signed in has no business there.
        Page::SignIn => Page::first(role),
        page => page,
    });
    let shown = move || match page.get() {
        Page::SignIn | Page::NotFound => view! { <NotFoundPage /> }.into_any(),
        Page::Work(scope) => view! { <WorkPage scope /> }.into_any(),
        Page::Search => view! { <SearchPage /> }.into_any(),
        Page::Case(id) => view! { <CasePage id /> }.into_any(),
        Page::Intake => view! { <IntakePage /> }.into_any(),
        Page::Polls => view! { <PollsPage /> }.into_any(),
        Page::NewPoll => view! { <NewPollPage /> }.into_any(),
        Page::Library => view! { <LibraryPage /> }.into_any(),
        Page::Template(id) => view! { <TemplatePage id /> }.into_any(),
        Page::Poll(id) => view! { <PollPage id /> }.into_any(),
        Page::EditPoll(id) => view! { <EditPollPage id /> }.into_any(),
        Page::OpenPoll(id) => view! { <OpenPollPage id /> }.into_any(),
        Page::EnterBallot(id) => view! { <BallotPage id /> }.into_any(),
        Page::Residents => view! { <ResidentsPage /> }.into_any(),
        Page::Partners => view! { <PartnersPage /> }.into_any(),
        Page::Initiatives => view! { <InitiativesPage /> }.into_any(),
        Page::PartnerFigures => view! { <PartnerFiguresPage /> }.into_any(),
        Page::Areas => view! { <AreasPage /> }.into_any(),
        Page::Area(id) => view! { <AreaPage id /> }.into_any(),
        Page::AreaMeasures => view! { <MeasuresPage /> }.into_any(),
        Page::Rules => view! { <RulesPage /> }.into_any(),
        Page::RuleSet(version) => view! { <RuleSetPage version /> }.into_any(),
        Page::Messages => view! { <MessagesPage /> }.into_any(),
        Page::Webhooks => view! { <WebhooksPage /> }.into_any(),
        Page::HouseStyle => view! { <HouseStylePage /> }.into_any(),
        Page::FormalRights => view! { <FormalRightsPage /> }.into_any(),
        Page::Sites => view! { <SitesPage /> }.into_any(),
        Page::StandardTexts => view! { <StandardTextsPage /> }.into_any(),
        Page::Report(id) => view! { <ReportPage id /> }.into_any(),
        Page::Written(id) => view! { <WrittenPage id /> }.into_any(),
        Page::CorrectPoll(id) => view! { <CorrectPollPage id /> }.into_any(),
    };
    view! {
        // Hidden and not taken away: what was typed stays in its fields.
        <div hidden=move || session.lost.get()>
            <Frame page signed_out>
                {shown}
            </Frame>
        </div>
        {move || session.lost.get().then(|| view! { <LostPage /> })}
    }
}
