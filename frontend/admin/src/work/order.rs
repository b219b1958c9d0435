//! In which order officials see their work: what was offered to them first, then by the age of the promise.

use shared::ids::PartnerId;
use shared::text::Language;
use shared::time::CivilDate;
use shared::wire::admin::{CaseScope, CaseSummary, PartnerView};

/// A part of the list, in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    /// So late at another partner that the coordinator was told.
    LateElsewhere,
    /// Another partner asks us to take it over.
    Offered,
    Overdue,
    /// Promised for one of the next seven days.
    ThisWeek,
    Later,
    /// The resident has a question from us; nothing to do until the answer comes.
    WaitingForResident,
    /// A list that has no groups: held, ended.
    Plain,
}

impl Group {
    const ALL: [Self; 7] = [
        Self::LateElsewhere,
        Self::Offered,
        Self::Overdue,
        Self::ThisWeek,
        Self::Later,
        Self::WaitingForResident,
        Self::Plain,
    ];

    /// Where a case belongs for an official of `partner`.
    fn of(case: &CaseSummary, scope: CaseScope, partner: &PartnerId, today: CivilDate) -> Self {
        let near = |promise: CivilDate| today.days_until(promise) <= 7;
        match scope {
            CaseScope::Held | CaseScope::Ended => Self::Plain,
            CaseScope::Mine | CaseScope::Supporting | CaseScope::All => {
                if case.offered_to.as_ref() == Some(partner) {
                    Self::Offered
                } else if scope == CaseScope::Mine && case.escalated && &case.owner != partner {
                    Self::LateElsewhere
                } else if case.overdue {
                    Self::Overdue
                } else if case.waiting_for_resident {
                    Self::WaitingForResident
                } else if case.promise.is_some_and(near) {
                    Self::ThisWeek
                } else {
                    Self::Later
                }
            }
        }
    }
}

/// The cases in their groups; empty groups are left out. Within a group the oldest promise comes first, except
/// for ended cases, which stay as the server sent them: newest first.
pub(crate) fn groups<'a>(
    cases: &'a [CaseSummary],
    scope: CaseScope,
    partner: &PartnerId,
    today: CivilDate,
) -> Vec<(Group, Vec<&'a CaseSummary>)> {
    Group::ALL
        .into_iter()
        .filter_map(|group| {
            let mut found: Vec<&CaseSummary> =
                cases.iter().filter(|case| Group::of(case, scope, partner, today) == group).collect();
            if group != Group::Plain {
                found.sort_by(|one, other| {
                    let by_promise = one.promise.is_none().cmp(&other.promise.is_none());
                    by_promise.then(one.promise.cmp(&other.promise)).then_with(|| one.number.cmp(&other.number))
                });
            }
            (!found.is_empty()).then_some((group, found))
        })
        .collect()
}

/// Whether every word of the filter stands somewhere in what the list shows of the case.
pub(crate) fn matches(case: &CaseSummary, partners: &[PartnerView], filter: &str) -> bool {
    let owner = partners.iter().find(|partner| partner.id == case.owner).map_or("", |partner| partner.name.as_str());
    let topic = case.topic.as_ref().map(|topic| topic.in_language(Language::Nl).text).unwrap_or_default();
    // Whoever looks for the number in which a case goes on finds what was merged into it, too.
    let merged = case.merged_into.as_deref().unwrap_or_default();
    let shown = format!("{} {merged} {} {topic} {} {owner}", case.number, case.title, case.area).to_lowercase();
    filter.to_lowercase().split_whitespace().all(|word| shown.contains(word))
}

#[cfg(test)]
mod tests {
    use shared::case::PublicStatus;
    use shared::ids::CaseId;
    use shared::partner::PartnerKind;
    use shared::proposal::ProposalKind;
    use shared::text::Localized;

    use super::*;

    fn date(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn partner(id: &str) -> PartnerId {
        PartnerId::parse(id).unwrap()
    }

    fn case(number: &str, promise: &str) -> CaseSummary {
        CaseSummary {
            id: CaseId::parse(number).unwrap(),
            number: number.into(),
            title: "Meer licht bij het plein".into(),
            kind: ProposalKind::Idea,
            topic: Some(Localized::dutch("Straatverlichting")),
            area: "Noorderhout".into(),
            owner: partner("woonstad"),
            status: PublicStatus::Received,
            received_on: date("2026-11-01"),
            promise: Some(date(promise)),
            overdue: false,
            escalated: false,
            held: false,
            offered_to: None,
            waiting_for_resident: false,
            refusals: 0,
            returned: false,
            threatened: false,
            merged_into: None,
        }
    }

    #[test]
    fn what_was_offered_comes_first_and_then_the_oldest_promise() {
        let today = date("2026-11-22");
        let cases = [
            case("2026-0001", "2026-12-24"),
            case("2026-0002", "2026-11-25"),
            CaseSummary { overdue: true, ..case("2026-0003", "2026-11-20") },
            CaseSummary { overdue: true, ..case("2026-0004", "2026-11-10") },
            CaseSummary { offered_to: Some(partner("politie")), ..case("2026-0005", "2026-12-01") },
            CaseSummary { waiting_for_resident: true, ..case("2026-0006", "2026-11-23") },
        ];
        let numbers = |partner_id: &str| -> Vec<(Group, Vec<String>)> {
            groups(&cases, CaseScope::Mine, &partner(partner_id), today)
                .into_iter()
                .map(|(group, cases)| (group, cases.iter().map(|case| case.number.clone()).collect()))
                .collect()
        };
        let own = |list: &[&str]| list.iter().map(|&number| number.to_owned()).collect::<Vec<_>>();
        assert_eq!(
            numbers("politie"),
            [
                (Group::Offered, own(&["2026-0005"])),
                (Group::Overdue, own(&["2026-0004", "2026-0003"])),
                (Group::ThisWeek, own(&["2026-0002"])),
                (Group::Later, own(&["2026-0001"])),
                (Group::WaitingForResident, own(&["2026-0006"])),
            ]
        );
        assert!(numbers("woonstad").iter().all(|(group, _)| *group != Group::Offered));
    }

    #[test]
    fn what_is_late_elsewhere_stands_on_top_of_ones_own_list() {
        let today = date("2026-11-22");
        let late = |number: &str, promise: &str| CaseSummary { overdue: true, ..case(number, promise) };
        let cases = [
            CaseSummary { escalated: true, ..late("2026-0001", "2026-11-12") },
            CaseSummary { owner: partner("team"), escalated: true, ..late("2026-0002", "2026-11-10") },
            CaseSummary { offered_to: Some(partner("team")), ..case("2026-0003", "2026-12-01") },
        ];
        let of = |scope| -> Vec<Group> {
            groups(&cases, scope, &partner("team"), today).into_iter().map(|(group, _)| group).collect()
        };
        assert_eq!(of(CaseScope::Mine), [Group::LateElsewhere, Group::Offered, Group::Overdue]);
        assert_eq!(of(CaseScope::All), [Group::Offered, Group::Overdue]);
    }

    #[test]
    fn ended_cases_stay_in_the_order_of_the_server() {
        let cases = [case("2026-0002", "2026-12-01"), case("2026-0001", "2026-11-01")];
        let listed = groups(&cases, CaseScope::Ended, &partner("woonstad"), date("2026-11-22"));
        let [(Group::Plain, plain)] = listed.as_slice() else { panic!("one group") };
        assert_eq!(plain.iter().map(|case| case.number.as_str()).collect::<Vec<_>>(), ["2026-0002", "2026-0001"]);
    }

    #[test]
    fn the_filter_finds_words_in_any_order_and_case() {
        let case = case("2026-0147", "2026-12-01");
        let partners = [PartnerView {
            id: partner("woonstad"),
            name: "Woonstad".into(),
            kind: PartnerKind::HousingCorporation,
            coordinating: false,
            available: true,
        }];
        for filter in ["", "0147", "plein LICHT", "noorder", "straatver woonstad"] {
            assert!(matches(&case, &partners, filter), "{filter}");
        }
        assert!(!matches(&case, &partners, "licht politie"));
        let merged = CaseSummary { merged_into: Some("2026-0012".into()), ..case };
        assert!(matches(&merged, &partners, "0012") && matches(&merged, &partners, "0147"));
    }
}
