//! How it went with each organisation over a period: asked, yes, no, and how soon residents heard something.

use leptos::prelude::*;
use shared::actor::Permission;
use shared::fault::{Fault, FaultCode};
use shared::partner_figures::{Days, PartnerFigures, Period};
use shared::time::CivilDate;
use shared::wire::partner_figures::{PartnerFiguresRow, PartnerFiguresView};
use ui::{Button, ButtonKind};

use crate::api::Client;
use crate::form::{DateField, Failures, Pick, Select, SelectGroup, Submission};
use crate::frame::{Heading, Loading, Missing};
use crate::platform::today;
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

const THIS_QUARTER: &str = "thisQuarter";
const LAST_QUARTER: &str = "lastQuarter";
const THIS_YEAR: &str = "thisYear";
const LAST_YEAR: &str = "lastYear";
const OWN_DAYS: &str = "ownDays";

/// The first and the last day of a period that has a name.
fn span(name: &str, today: CivilDate) -> Option<(CivilDate, CivilDate)> {
    let first_of = |year: i32, month: u8| CivilDate::from_ymd(year, month, 1);
    let quarter_of = |day: CivilDate| -> Option<(CivilDate, CivilDate)> {
        let month = day.month().saturating_sub(1) / 3 * 3 + 1;
        let next = if month == 10 { first_of(day.year() + 1, 1) } else { first_of(day.year(), month + 3) };
        Some((first_of(day.year(), month)?, next?.plus_days(-1)))
    };
    let year_of = |year: i32| Some((first_of(year, 1)?, first_of(year + 1, 1)?.plus_days(-1)));
    match name {
        THIS_QUARTER => quarter_of(today),
        LAST_QUARTER => quarter_of(quarter_of(today)?.0.plus_days(-1)),
        THIS_YEAR => year_of(today.year()),
        LAST_YEAR => year_of(today.year() - 1),
        _ => None,
    }
}

/// The days that were typed, or what is wrong with them.
fn typed(from: &str, until: &str) -> Result<Period, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut day = |field: &str, text: &str| {
        text.parse::<CivilDate>().map_err(|_| faults.push(Fault::new(field, FaultCode::NotADate))).ok()
    };
    let days = (day("from", from), day("until", until));
    match days {
        (Some(from), Some(until)) => Period::new(from, until).map_err(|fault| vec![fault]),
        _ => Err(faults),
    }
}

#[component]
pub(crate) fn PartnerFiguresPage() -> impl IntoView {
    let words = &texts().partner_figures;
    let today = today();
    let sees_all = session().client().me().role.may(Permission::SeeAllCases);
    let first = span(THIS_QUARTER, today).unwrap_or((today, today));
    let asked = RwSignal::new(first);
    let figures = Resource::load(move |client: Client| {
        let period = asked.get();
        async move { client.partner_figures(period).await }
    });
    let how: Vec<_> = words.how.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    view! {
        <Heading title=words.title lead=if sees_all { words.lead } else { words.own_lead } />
        {form(today, asked)}
        {move || match figures.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || figures.reload() /> }.into_any(),
            Loaded::Here(shown) => tables(&shown),
        }}
        <details class="disclosure">
            <summary>{words.how_title}</summary>
            <ul>{how}</ul>
        </details>
    }
}

fn form(today: CivilDate, asked: RwSignal<(CivilDate, CivilDate)>) -> AnyView {
    let words = &texts().partner_figures;
    let submission = Submission::new();
    let name = RwSignal::new(THIS_QUARTER.to_owned());
    let (from, until) = asked.get_untracked();
    let (from, until) = (RwSignal::new(from.to_string()), RwSignal::new(until.to_string()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(named) = span(&name.get_untracked(), today) {
            submission.forget();
            asked.set(named);
            return;
        }
        match typed(&from.get_untracked(), &until.get_untracked()) {
            Ok(period) => {
                submission.forget();
                asked.set((period.from(), period.until()));
            }
            Err(faults) => submission.refuse(faults),
        }
    };
    let picks = vec![
        Pick::new(THIS_QUARTER, words.this_quarter),
        Pick::new(LAST_QUARTER, words.last_quarter),
        Pick::new(THIS_YEAR, words.this_year),
        Pick::new(LAST_YEAR, words.last_year),
        Pick::new(OWN_DAYS, words.own_days),
    ];
    let days = move || {
        name.with(|name| name == OWN_DAYS).then(|| {
            view! {
                <div class="side-by-side">
                    <DateField name="from" label=words.from value=from submission />
                    <DateField name="until" label=words.until value=until submission />
                </div>
            }
        })
    };
    view! {
        <form class="form" on:submit=submit novalidate=true>
            <Failures submission />
            <Select name="period" label=words.period value=name submission groups=vec![SelectGroup::plain(picks)] />
            {days}
            <div class="actions">
                <Button kind=ButtonKind::Secondary>{words.show}</Button>
            </div>
        </form>
    }
    .into_any()
}

/// One column: its words, and what stands in it.
type Column = (&'static str, fn(&PartnerFigures) -> String);

fn tables(shown: &PartnerFiguresView) -> AnyView {
    let words = &texts().partner_figures;
    let days = &texts().days;
    let offers: [Column; 7] = [
        (words.offered, |figures| figures.offers.offered.to_string()),
        (words.accepted, |figures| figures.offers.accepted.to_string()),
        (words.declined, |figures| figures.offers.declined.to_string()),
        (words.expired, |figures| figures.offers.expired.to_string()),
        (words.withdrawn, |figures| figures.offers.withdrawn.to_string()),
        (words.waiting, |figures| figures.offers.waiting.to_string()),
        (words.days_to_reply, |figures| in_days(figures.offers.days)),
    ];
    let turns: [Column; 4] = [
        (words.cases, |figures| figures.turns.cases.to_string()),
        (words.answered, |figures| figures.turns.answered.to_string()),
        (words.unanswered, |figures| figures.turns.waiting.to_string()),
        (words.days_to_answer, |figures| in_days(figures.turns.days)),
    ];
    view! {
        <p role="status">{(words.shown)(&days.full(shown.from), &days.full(shown.until))}</p>
        {table(words.offers, &offers, &shown.partners)}
        {table(words.turns, &turns, &shown.partners)}
    }
    .into_any()
}

/// A table on a wide screen, and on a narrow one a list for each organisation with the words of the columns beside the
/// figures. The roles are written out, because an element that is drawn in another way than as a table loses them.
fn table(title: &'static str, columns: &[Column], rows: &[PartnerFiguresRow]) -> AnyView {
    let heads: Vec<_> = columns
        .iter()
        .map(|(head, _)| view! { <th scope="col" role="columnheader" class="numeric">{*head}</th> })
        .collect();
    let rows: Vec<_> = rows
        .iter()
        .map(|row| {
            let cells: Vec<_> = columns
                .iter()
                .map(|(head, read)| {
                    view! {
                        <td role="cell" class="numeric" data-head=*head>
                            {read(&row.figures)}
                        </td>
                    }
                })
                .collect();
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">
                        {row.name.clone()}
                    </th>
                    {cells}
                </tr>
            }
        })
        .collect();
    view! {
        <table class="narrowing" role="table">
            <caption>{title}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{texts().partner_figures.partner}</th>
                    {heads}
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

/// "1,5 (langste 4)".
fn in_days(days: Option<Days>) -> String {
    let words = &texts().partner_figures;
    days.map_or_else(
        || words.no_days.to_owned(),
        |Days { median, longest }| (words.days)(&median.to_string().replace('.', ","), longest),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_named_period_is_whole() {
        let today = day("2026-02-14");
        let named = |name| span(name, today).unwrap();
        assert_eq!(named(THIS_QUARTER), (day("2026-01-01"), day("2026-03-31")));
        assert_eq!(named(LAST_QUARTER), (day("2025-10-01"), day("2025-12-31")));
        assert_eq!(named(THIS_YEAR), (day("2026-01-01"), day("2026-12-31")));
        assert_eq!(named(LAST_YEAR), (day("2025-01-01"), day("2025-12-31")));
        assert_eq!(span(THIS_QUARTER, day("2026-12-31")), Some((day("2026-10-01"), day("2026-12-31"))));
        assert_eq!(span(OWN_DAYS, today), None);
    }

    #[test]
    fn days_of_ones_own_are_checked_before_anything_is_asked() {
        let faults = |from, until| -> Vec<String> {
            typed(from, until).unwrap_err().into_iter().map(|fault| fault.field).collect()
        };
        assert_eq!(faults("", "morgen"), ["from", "until"]);
        assert_eq!(faults("2026-02-01", "2026-01-31"), ["until"]);
        assert_eq!(faults("2024-02-01", "2026-01-31"), ["until"]);
        assert!(typed("2026-01-01", "2026-01-01").is_ok());
    }

    #[test]
    fn days_are_written_as_in_dutch() {
        assert_eq!(in_days(Some(Days { median: 1.5, longest: 4 })), "1,5 (langste 4)");
        assert_eq!(in_days(Some(Days { median: 2.0, longest: 2 })), "2 (langste 2)");
        assert_eq!(in_days(None), "–");
    }
}
