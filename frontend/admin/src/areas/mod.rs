//! Wijken, buurten and buildings as officials work in them: how organised the residents are, and what that calls for.

mod contacts;
mod draft;
mod emptying;
mod entry;
mod figures;
mod groups;
mod level;
mod measures;
mod page;
mod phase;

use leptos::prelude::*;
use shared::actor::Permission;
use shared::area::{Area, AreaKind, NetworkLevel};
use shared::wire::areas::{AreaLine, AreaList};
use ui::{Badge, Empty, LinkButton, Tone};

pub(crate) use draft::AreaDraft;
pub(crate) use measures::MeasuresPage;
pub(crate) use page::AreaPage;

use crate::address::Page;
use crate::api::Client;
use crate::form::{LineField, Pick, Select, SelectGroup, Submission};
use crate::frame::{Heading, Loading, Missing};
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;
use draft::LEVELS;

/// In the filter: areas of which nobody knows anything.
const UNKNOWN: &str = "unknown";

#[component]
pub(crate) fn AreasPage() -> impl IntoView {
    let words = &texts().areas;
    let list = Resource::load(|client: Client| async move { client.areas().await });
    let measures = session().client().me().role.may(Permission::ManagePolls);
    view! {
        <Heading title=words.title lead=words.lead />
        {measures.then(|| view! { <p><a href=Page::AreaMeasures.path()>{words.to_measures}</a></p> })}
        {move || match list.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || list.reload() /> }.into_any(),
            Loaded::Here(shown) => view! { <Areas shown /> }.into_any(),
        }}
    }
}

#[component]
fn Areas(shown: AreaList) -> impl IntoView {
    let words = &texts().areas;
    let client = session().client();
    let (level, typed) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let submission = Submission::new();
    let known = LEVELS.iter().map(|(level, value)| Pick::new(*value, (texts().library.name_of_level)(*level)));
    let picks = known.chain([Pick::new(UNKNOWN, words.unknown)]).collect();
    let rows = move || {
        let areas = &client.me().areas;
        let found: Vec<_> = areas
            .iter()
            .filter_map(|area| Some((area, shown.areas.iter().find(|line| line.area_id == area.id)?)))
            .filter(|(area, line)| fits(area, line, &level.read(), &typed.read()))
            .collect();
        let count = (words.count)(found.len(), areas.len());
        let nothing = found.is_empty().then(|| {
            view! {
                <Empty title=words.nothing_found>
                    <p>{words.nothing_found_help}</p>
                </Empty>
            }
        });
        let rows: Vec<_> = found.into_iter().map(|(area, line)| row(areas, area, line)).collect();
        let list = (!rows.is_empty()).then(|| view! { <ul class="work-list">{rows}</ul> });
        view! {
            <p class="work-filter__count" role="status">{count}</p>
            {list}
            {nothing}
        }
    };
    view! {
        <div class="library-filter">
            <Select
                name="level"
                label=words.filter_level
                value=level
                submission
                groups=vec![SelectGroup::plain(picks)]
                empty=words.every_level
            />
            <LineField name="area" label=words.filter_name value=typed submission kind="search" />
        </div>
        {rows}
    }
}

/// Whether an area is among those that are looked for.
fn fits(area: &Area, line: &AreaLine, level: &str, typed: &str) -> bool {
    let of_level = match level {
        "" => true,
        UNKNOWN => line.level().is_none(),
        word => LEVELS.iter().any(|(level, known)| *known == word && line.level() == Some(*level)),
    };
    of_level && area.name.to_lowercase().contains(&typed.trim().to_lowercase())
}

fn row(areas: &[Area], area: &Area, line: &AreaLine) -> AnyView {
    let words = &texts().areas;
    let day = |entry: &shared::wire::areas::LevelEntry| texts().days.full(entry.on);
    let basis = match (&line.judged, &line.scanned) {
        (Some(judged), Some(scanned)) if judged.level != scanned.level => {
            let scan = (texts().library.name_of_level)(scanned.level);
            Some((words.judged_but_scanned)(&day(judged), scan))
        }
        (Some(judged), _) => Some((words.judged_on)(&day(judged))),
        (None, Some(scanned)) => Some((words.scanned_on)(&day(scanned))),
        (None, None) => None,
    };
    let phase = line.phase.map(|phase| view! { <span>{(words.in_phase)((words.phase)(phase))}</span> });
    view! {
        <li>
            <div class="message-row">
                <div>
                    <h2 class="work-row__title">
                        <a href=Page::Area(area.id.clone()).path()>{area.name.clone()}</a>
                    </h2>
                    <p class="work-row__meta">
                        <span>{place(areas, area)}</span>
                        {basis.map(|basis| view! { <span>{basis}</span> })}
                        {phase}
                    </p>
                </div>
                <div class="work-row__state">{badge(line.level())}</div>
            </div>
        </li>
    }
    .into_any()
}

/// "Buurt in Havenkwartier".
fn place(areas: &[Area], area: &Area) -> String {
    let words = &texts().areas;
    let kind = (words.kind)(area.kind);
    let parent = areas.iter().find(|other| Some(&other.id) == area.parent_id.as_ref());
    parent.map_or_else(|| kind.to_owned(), |parent| (words.kind_in)(kind, &parent.name))
}

fn badge(level: Option<NetworkLevel>) -> AnyView {
    match level {
        Some(level) => {
            // No level is good or bad: each calls for something else.
            view! { <Badge tone=Tone::Info words=(texts().library.name_of_level)(level) /> }.into_any()
        }
        None => view! { <Badge tone=Tone::Neutral words=texts().areas.unknown /> }.into_any(),
    }
}

/// The way to what residents see of it.
fn public_page(area: &Area) -> AnyView {
    let client = session().client();
    let address = shared::paths::area(&client.me().municipality, texts().language, &area.id);
    view! {
        <LinkButton kind=ui::ButtonKind::Secondary href=address>
            {texts().areas.public_page}
        </LinkButton>
    }
    .into_any()
}

/// A building counts in its buurt, and a wijk is answered for by its buurten.
const fn counts_elsewhere(kind: AreaKind) -> bool {
    !matches!(kind, AreaKind::Buurt)
}

#[cfg(test)]
mod tests {
    use shared::ids::AreaId;
    use shared::wire::areas::{Basis, LevelEntry};

    use super::*;

    #[test]
    fn areas_are_found_by_level_and_by_name() {
        let id = AreaId::parse("noord").unwrap();
        let area = Area {
            id: id.clone(),
            parent_id: None,
            kind: AreaKind::Wijk,
            name: "Oud-Noord".into(),
            cbs: None,
            network_level: None,
        };
        let entry =
            LevelEntry { number: 1, on: "2026-03-01".parse().unwrap(), level: NetworkLevel::Group, basis: Basis::File };
        let unknown = AreaLine { area_id: id, judged: None, scanned: None, phase: None };
        let group = AreaLine { judged: Some(entry), ..unknown.clone() };
        assert!(fits(&area, &group, "", "") && fits(&area, &group, "group", " noord "));
        assert!(!fits(&area, &group, "looseSand", "") && !fits(&area, &group, UNKNOWN, ""));
        assert!(fits(&area, &unknown, UNKNOWN, "") && !fits(&area, &unknown, "group", ""));
        assert!(!fits(&area, &group, "", "zuid"));
    }
}
