//! Who is signed in, and what is kept while they work.

use std::future::Future;

use leptos::prelude::*;
use shared::wire::admin::CaseScope;

use crate::api::{Client, Failure};
use crate::drafts::Drafts;
use crate::form::in_words;
use crate::navigation::Navigation;
use crate::polls::LibraryFilter;
use crate::work::SoughtCases;

/// What every page of somebody who is signed in needs. Exists only together with a [`Client`].
#[derive(Clone, Copy)]
pub(crate) struct Session {
    client: StoredValue<Client>,
    pub(crate) navigation: Navigation,
    pub(crate) drafts: Drafts,
    /// The session ended while somebody was at work: their page stays, hidden, until they have signed in again.
    pub(crate) lost: RwSignal<bool>,
    /// Rises when they have; what could not be loaded is then loaded again.
    pub(crate) round: RwSignal<u32>,
    /// The list that was looked at last: where a case leads back to.
    pub(crate) list: RwSignal<CaseScope>,
    /// What was looked for in the library last.
    pub(crate) library: LibraryFilter,
    /// What cases were looked for last: who comes back from one finds the others again.
    pub(crate) sought: SoughtCases,
}

impl Session {
    pub(crate) fn start(client: Client, navigation: Navigation) -> Self {
        Self {
            client: StoredValue::new(client),
            navigation,
            drafts: Drafts::start(),
            lost: RwSignal::new(false),
            round: RwSignal::new(0),
            list: RwSignal::new(CaseScope::Mine),
            library: LibraryFilter::start(),
            sought: SoughtCases::start(),
        }
    }

    pub(crate) fn client(self) -> Client {
        self.client.get_value()
    }

    /// Goes on after signing in again, where the page was left.
    pub(crate) fn carry_on(self, client: Client) {
        self.client.set_value(client);
        self.lost.set(false);
        self.navigation.resume();
        self.round.update(|round| *round = round.wrapping_add(1));
    }

    /// Takes note of a failure: a session that ended concerns the whole program.
    pub(crate) fn note(self, failure: &Failure) {
        if *failure == Failure::SignedOut {
            self.lost.set(true);
        }
    }
}

/// The session of the page that asks; only pages behind the sign-in are ever drawn with one.
pub(crate) fn session() -> Session {
    expect_context()
}

/// Something that comes from the server.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Loaded<T> {
    Waiting,
    Here(T),
    Failed(Failure),
}

/// Something that comes from the server and can be asked for again. While it is asked for again, what was there
/// stays.
pub(crate) struct Resource<T: Send + Sync + 'static> {
    pub(crate) state: RwSignal<Loaded<T>>,
    again: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Resource<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Resource<T> {}

impl<T: Send + Sync + 'static> Resource<T> {
    /// Asks now, after signing in again, and whenever [`Resource::reload`] is called. An answer that comes after a
    /// newer question is dropped.
    pub(crate) fn load<F>(ask: impl Fn(Client) -> F + 'static) -> Self
    where
        F: Future<Output = Result<T, Failure>> + 'static,
    {
        let session = session();
        let resource = Self { state: RwSignal::new(Loaded::Waiting), again: RwSignal::new(0) };
        let asked = StoredValue::new(0_u32);
        Effect::new(move |_| {
            session.round.track();
            resource.again.track();
            let number = asked.get_value().wrapping_add(1);
            asked.set_value(number);
            let answer = ask(session.client());
            leptos::task::spawn_local(async move {
                let answer = answer.await;
                // The page may be gone by now, and its values with it.
                if asked.try_get_value() != Some(number) {
                    return;
                }
                match answer {
                    Ok(value) => resource.state.set(Loaded::Here(value)),
                    Err(failure) => {
                        session.note(&failure);
                        let known = resource.state.with_untracked(|state| matches!(state, Loaded::Here(_)));
                        if failure == Failure::SignedOut {
                            // After signing in again it is asked again.
                        } else if known && !failure.is_missing() {
                            // What stands there may be old, but it is better than nothing, and forms stand on it.
                            let (title, detail) = in_words(&failure);
                            session.navigation.warn(title, &detail);
                        } else {
                            resource.state.set(Loaded::Failed(failure));
                        }
                    }
                }
            });
        });
        resource
    }

    pub(crate) fn reload(self) {
        self.again.update(|again| *again = again.wrapping_add(1));
    }
}
