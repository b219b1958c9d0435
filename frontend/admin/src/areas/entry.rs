//! The forms on the page of an area. Each stands behind a line that opens it, with one button that keeps what was filled in
//! and one that does not. Lines of a list have a version: who is second keeps what was typed, and chooses.

use leptos::prelude::*;
use shared::fault::Fault;
use shared::ids::AreaId;
use shared::wire::areas::AreaDetail;
use ui::{BusyButton, ButtonKind, Press};

use super::page::{Shown, disclosure};
use crate::api::{Client, Failure};
use crate::form::{Failures, Overtaken, OvertakenWords, Submission};
use crate::session::{Loaded, session};
use crate::texts::texts;

/// What is typed in one of the forms and not saved yet.
pub(super) trait Draft: Copy + Send + Sync + 'static {
    fn open(self) -> RwSignal<bool>;
    /// Closes the form and empties it.
    fn clear(self);
}

/// What one form has of its own.
pub(super) struct Inside {
    /// What has to be said before anything else.
    pub(super) above: Option<AnyView>,
    pub(super) fields: AnyView,
    pub(super) send: Box<dyn Fn()>,
}

pub(super) fn form<D: Draft>(
    draft: D,
    summary: impl Fn() -> &'static str + Send + 'static,
    save: &'static str,
    inside: impl Fn(Submission) -> Inside + Send + 'static,
) -> AnyView {
    let form = move || {
        let submission = Submission::new();
        let Inside { above, fields, send } = inside(submission);
        let submit = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            send();
        };
        view! {
            <form class="form rule__fields" on:submit=submit novalidate=true>
                {above}
                <Failures submission />
                {fields}
                <div class="actions">
                    <BusyButton busy=submission.busy>{save}</BusyButton>
                    <Press kind=ButtonKind::Quiet act=move |_| draft.clear()>
                        {texts().form.cancel}
                    </Press>
                </div>
            </form>
        }
        .into_any()
    };
    disclosure(summary, draft.open(), form)
}

/// A line of a list, as it is typed: a new one, or a change of one that is there.
pub(super) trait LineDraft: Draft {
    type Id: Clone + Send + Sync + 'static;
    type Request: 'static;
    /// Which form of the page it is.
    const NAME: &'static str;

    /// The one that is changed, and the version it was made on.
    fn changes(self) -> RwSignal<Option<(Self::Id, u32)>>;

    fn read(self) -> Result<Self::Request, Vec<Fault>>;

    fn save(
        client: Client,
        area: AreaId,
        id: Option<Self::Id>,
        request: Self::Request,
    ) -> impl Future<Output = Result<AreaDetail, Failure>> + 'static;

    /// The version that this line has now, while it is there.
    fn version_in(id: &Self::Id, now: &AreaDetail) -> Option<u32>;

    /// Puts what is there now in the place of what was typed; closes when it is gone.
    fn show_now(self, now: &AreaDetail);

    /// Keeps what was typed, as a change of what is there now, or as a new line when it is gone.
    fn go_on_from(self, now: &AreaDetail) {
        let changes = self.changes();
        let known = changes.get_untracked().and_then(|(id, _)| Self::version_in(&id, now).map(|version| (id, version)));
        changes.set(known);
    }
}

/// The form of a list, with `fields` of its own.
pub(super) fn line_form<D: LineDraft>(
    shown: &Shown,
    draft: D,
    (add, change, saved): (&'static str, &'static str, &'static str),
    fields: impl Fn(&Shown, Submission) -> AnyView + Send + 'static,
) -> AnyView {
    let summary = move || if draft.changes().read().is_some() { change } else { add };
    let shown = shown.clone();
    form(draft, summary, texts().areas.save, move |submission| {
        let overtaken = Overtaken::<AreaDetail>::new(D::NAME);
        let sending = Sending { shown: StoredValue::new(shown.clone()), draft, submission, overtaken, saved };
        let send = move || {
            overtaken.forget();
            sending.send();
        };
        Inside { above: Some(sending.conflict()), fields: fields(&shown, submission), send: Box::new(send) }
    })
}

/// What sending one form needs.
#[derive(Clone, Copy)]
struct Sending<D> {
    shown: StoredValue<Shown>,
    draft: D,
    submission: Submission,
    overtaken: Overtaken<AreaDetail>,
    saved: &'static str,
}

impl<D: LineDraft> Sending<D> {
    fn send(self) {
        let Self { draft, submission, overtaken, saved, .. } = self;
        let request = match draft.read() {
            Ok(request) => request,
            Err(faults) => return submission.refuse(faults),
        };
        let session = session();
        let (area, resource) = self.shown.with_value(|shown| (shown.area.id.clone(), shown.resource));
        let changed = draft.changes().get_untracked().map(|(id, _)| id);
        let sent = async move {
            let client = session.client();
            match D::save(client.clone(), area.clone(), changed.clone(), request).await {
                // What is there now has to be known before one can choose.
                Err(failure) if changed.is_some() && (failure.is_conflict() || failure.is_missing()) => {
                    client.area(&area).await.map(|now| (now, false))
                }
                answer => answer.map(|now| (now, true)),
            }
        };
        submission.send(sent, move |answer| match answer {
            Ok((now, true)) => {
                draft.clear();
                session.navigation.say(saved);
                resource.state.set(Loaded::Here(now));
            }
            Ok((now, false)) => overtaken.by(now),
            Err(_) => {}
        });
    }

    fn conflict(self) -> AnyView {
        let words = &texts().areas;
        let view = self.overtaken.view(
            OvertakenWords { title: words.conflict_title, keep_mine: words.keep_mine, take_theirs: words.take_theirs },
            |_| words.conflict.to_owned(),
            move |now| {
                self.draft.go_on_from(&now);
                self.send();
            },
            move |now| {
                self.draft.show_now(&now);
                self.shown.with_value(|shown| shown.resource.state.set(Loaded::Here(now)));
            },
        );
        view.into_any()
    }
}
