//! The polls, with what has to be done on top: reports that are late, then those that residents wait for, the oldest
//! date first.

use leptos::prelude::*;
use shared::actor::Permission;
use shared::poll::PollStatus;
use shared::wire::admin::{PollList, PollOverview};
use ui::{ButtonKind, Empty, LinkButton};

use super::map::MapForm;
use super::postcodes::PostcodeForm;
use super::{badges, dutch, facts};
use crate::address::Page;
use crate::api::Client;
use crate::frame::{Heading, Loading, Missing};
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

/// A part of the list, in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    /// Closed, and the day for the report has passed.
    Late,
    /// Closed and without a report.
    Report,
    Open,
    Planned,
    Draft,
    Reported,
}

impl Group {
    const ALL: [Self; 6] = [Self::Late, Self::Report, Self::Open, Self::Planned, Self::Draft, Self::Reported];

    const fn of(poll: &PollOverview) -> Self {
        match poll.status {
            PollStatus::Draft => Self::Draft,
            PollStatus::Planned => Self::Planned,
            PollStatus::Open => Self::Open,
            PollStatus::Closed if poll.report_overdue => Self::Late,
            PollStatus::Closed => Self::Report,
            PollStatus::Reported => Self::Reported,
        }
    }
}

/// The polls in their groups. Where something has a date to be done by, the oldest comes first; what is over, the
/// newest.
fn groups(polls: &[PollOverview]) -> Vec<(Group, Vec<&PollOverview>)> {
    Group::ALL
        .into_iter()
        .filter_map(|group| {
            let mut found: Vec<&PollOverview> = polls.iter().filter(|poll| Group::of(poll) == group).collect();
            match group {
                Group::Late | Group::Report => found.sort_by_key(|poll| poll.report_due),
                Group::Open => found.sort_by_key(|poll| poll.closes_at),
                Group::Planned => found.sort_by_key(|poll| poll.opens_at),
                Group::Draft => {}
                Group::Reported => found.sort_by_key(|poll| std::cmp::Reverse(poll.closes_at)),
            }
            (!found.is_empty()).then_some((group, found))
        })
        .collect()
}

#[component]
pub(crate) fn PollsPage() -> impl IntoView {
    let words = &texts().polls;
    let client = session().client();
    let polls = Resource::load(|client: Client| async move { client.polls().await });
    let manages = client.me().role.may(Permission::ManagePolls);
    let administers = client.me().role.may(Permission::Administer);
    let new = move || {
        manages.then(|| {
            view! {
                <div class="actions">
                    <LinkButton href=Page::NewPoll.path()>{words.new}</LinkButton>
                    <LinkButton kind=ButtonKind::Secondary href=Page::Library.path()>
                        {texts().library.link}
                    </LinkButton>
                    <LinkButton kind=ButtonKind::Quiet href=Page::Residents.path()>
                        {texts().residents.link}
                    </LinkButton>
                </div>
            }
        })
    };
    view! {
        <div class="title-row">
            <Heading title=words.title />
            {new()}
        </div>
        {administers.then(|| {
            view! {
                <section class="panel">
                    <h2>{texts().frame.administrator_title}</h2>
                    <p>{texts().frame.administrator}</p>
                    <MapForm />
                    <PostcodeForm />
                </section>
            }
        })}
        {move || match polls.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || polls.reload() /> }.into_any(),
            Loaded::Here(PollList { polls }) if polls.is_empty() => {
                view! {
                    <Empty title=words.empty_title>
                        <p>{words.empty}</p>
                    </Empty>
                }
                .into_any()
            }
            Loaded::Here(PollList { polls }) => groups(&polls).into_iter().map(section).collect::<Vec<_>>().into_any(),
        }}
    }
}

/// The reports that are late, for the top of other lists; nothing when there are none, or while it is not known.
pub(crate) fn late_reports() -> AnyView {
    let polls = Resource::load(|client: Client| async move { client.polls().await });
    (move || match polls.state.get() {
        Loaded::Here(PollList { polls }) => {
            groups(&polls).into_iter().find(|(group, _)| *group == Group::Late).map(section)
        }
        Loaded::Waiting | Loaded::Failed(_) => None,
    })
    .into_any()
}

fn section((group, polls): (Group, Vec<&PollOverview>)) -> AnyView {
    let words = &texts().polls;
    let title = match group {
        Group::Late => words.group_late,
        Group::Report => words.group_report,
        Group::Open => (words.group)(PollStatus::Open),
        Group::Planned => (words.group)(PollStatus::Planned),
        Group::Draft => (words.group)(PollStatus::Draft),
        Group::Reported => (words.group)(PollStatus::Reported),
    };
    let help = match group {
        Group::Late => Some(words.group_late_help),
        Group::Report => Some(words.group_report_help),
        _ => None,
    };
    let help = help.map(|help| view! { <p class="soft">{help}</p> });
    let rows: Vec<_> = polls
        .into_iter()
        .map(|poll| {
            let facts: Vec<_> = facts(poll).into_iter().map(|fact| view! { <span>{fact}</span> }).collect();
            let class = if poll.report_overdue { "poll-row poll-row--overdue" } else { "poll-row" };
            view! {
                <li class=class>
                    <div class="poll-row__what">
                        <h3 class="work-row__title">
                            <a class="work-row__link" href=Page::Poll(poll.id.clone()).path()>
                                {dutch(&poll.title)}
                            </a>
                        </h3>
                        <p class="work-row__meta">{facts}</p>
                    </div>
                    <div class="work-row__state">{badges(poll)}</div>
                </li>
            }
        })
        .collect();
    view! {
        <section class="work-group">
            <h2 class="work-group__title">{format!("{title} ({})", rows.len())}</h2>
            {help}
            <ul class="work-list">{rows}</ul>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use shared::ids::PollId;
    use shared::text::Localized;
    use shared::time::Instant;

    use super::*;

    fn poll(id: &str, status: PollStatus, day: &str) -> PollOverview {
        let moment: Instant = format!("{day}T12:00:00Z").parse().unwrap();
        PollOverview {
            id: PollId::parse(id).unwrap(),
            title: Localized::dutch(id),
            code: "571".into(),
            status,
            opens_at: Some(moment),
            closes_at: Some(moment),
            ballots: 0,
            next_count_at: None,
            report_due: Some(day.parse().unwrap()),
            report_overdue: false,
        }
    }

    #[test]
    fn reports_that_residents_wait_for_come_first_and_the_oldest_of_them_on_top() {
        let late = |id, day| PollOverview { report_overdue: true, ..poll(id, PollStatus::Closed, day) };
        let polls = [
            late("laat", "2026-09-02"),
            late("later", "2026-09-01"),
            poll("klaar-oud", PollStatus::Reported, "2026-01-01"),
            poll("open", PollStatus::Open, "2026-12-01"),
            poll("wacht-kort", PollStatus::Closed, "2026-12-01"),
            poll("klaar-nieuw", PollStatus::Reported, "2026-06-01"),
            poll("wacht-lang", PollStatus::Closed, "2026-10-01"),
        ];
        let order: Vec<(Group, Vec<&str>)> = groups(&polls)
            .into_iter()
            .map(|(group, polls)| (group, polls.iter().map(|poll| poll.id.as_str()).collect()))
            .collect();
        assert_eq!(
            order,
            [
                (Group::Late, vec!["later", "laat"]),
                (Group::Report, vec!["wacht-lang", "wacht-kort"]),
                (Group::Open, vec!["open"]),
                (Group::Reported, vec!["klaar-nieuw", "klaar-oud"]),
            ]
        );
    }
}
