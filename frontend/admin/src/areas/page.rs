//! One area with everything that officials keep of it.

use leptos::prelude::*;
use shared::actor::Permission;
use shared::area::Area;
use shared::ids::AreaId;
use shared::wire::areas::AreaDetail;

use super::{contacts, figures, groups, level, phase, place, public_page};
use crate::address::Page;
use crate::api::{Client, Failure};
use crate::form::Submission;
use crate::frame::{BackLink, Heading, Loading, Missing, NotFoundPage};
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

/// What the parts of the page share.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) area: Area,
    pub(super) detail: AreaDetail,
    pub(super) resource: Resource<AreaDetail>,
    pub(super) draft: super::AreaDraft,
    /// Whether this official judges.
    pub(super) judges: bool,
    /// Whether they note groups and contacts.
    pub(super) notes: bool,
}

#[component]
pub(crate) fn AreaPage(id: AreaId) -> impl IntoView {
    let client = session().client();
    let areas = client.me().areas.clone();
    let Some(area) = areas.iter().find(|area| area.id == id).cloned() else {
        return view! { <NotFoundPage /> }.into_any();
    };
    let words = &texts().areas;
    let asked = id.clone();
    let resource = Resource::load(move |client: Client| {
        let id = asked.clone();
        async move { client.area(&id).await }
    });
    let role = client.me().role;
    let draft = session().drafts.area(&id);
    let (judges, notes) = (role.may(Permission::JudgeAreas), role.may(Permission::HandleCases));
    let shown_area = area.clone();
    let shown = move || match resource.state.get() {
        Loaded::Waiting => view! { <Loading /> }.into_any(),
        Loaded::Failed(failure) => view! { <Missing failure again=move || resource.reload() /> }.into_any(),
        Loaded::Here(detail) => {
            let shown = Shown { area: shown_area.clone(), detail, resource, draft, judges, notes };
            view! {
                {level::view(&shown)}
                {figures::view(&shown)}
                {phase::view(&shown)}
                {groups::helps(&shown)}
                {groups::new_cases(&shown)}
                {contacts::view(&shown)}
            }
            .into_any()
        }
    };
    view! {
        <BackLink page=Page::Areas words=words.title />
        <Heading above=place(&areas, &area) title=area.name.clone() lead=words.area_lead />
        {shown}
        <div class="actions">{public_page(&area)}</div>
    }
    .into_any()
}

impl Shown {
    /// Sends something; what the area is then takes the place of what was shown, and the form is cleared.
    pub(super) fn send(
        &self,
        submission: Submission,
        request: impl Future<Output = Result<AreaDetail, Failure>> + 'static,
        said: &'static str,
        done: impl FnOnce() + 'static,
    ) {
        let resource = self.resource;
        let session = session();
        submission.send(request, move |answer| match answer {
            Ok(detail) => {
                done();
                session.navigation.say(said);
                resource.state.set(Loaded::Here(detail));
            }
            // What it was done to is not there as it was: it is shown as it is now.
            Err(failure) if failure.is_conflict() || failure.is_missing() => {
                session.navigation.warn(texts().areas.conflict_title, texts().areas.passed);
                resource.reload();
            }
            Err(_) => {}
        });
    }
}

/// A form behind a line that opens it.
pub(super) fn disclosure(
    summary: impl Fn() -> &'static str + Send + 'static,
    open: RwSignal<bool>,
    form: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let toggled = move |event: leptos::ev::Event| {
        open.set(event_target::<leptos::web_sys::HtmlDetailsElement>(&event).open());
    };
    view! {
        <details class="disclosure" prop:open=move || open.get() on:toggle=toggled>
            <summary>{summary}</summary>
            {move || open.get().then(&form)}
        </details>
    }
    .into_any()
}
