//! Both rights as the administrator types them.

use leptos::prelude::*;
use shared::fault::{Fault, FaultCode};
use shared::formal_right::{CitizensInitiative, Desk, FormalRights, RightToChallenge, Supporters};
use shared::wire::formal_rights::FormalRightsView;

/// The values of the choice between a number and a share.
pub(super) const NUMBER: &str = "number";
pub(super) const SHARE: &str = "share";
/// What the server takes: the bounds of a number of signatures, of a share and of an age.
const MOST_PEOPLE: i64 = 100_000;

/// Lives as long as the program, like every draft: the page can be left and come back to.
#[derive(Clone, Copy)]
pub(crate) struct RightsDraft {
    /// The version it was made on; none before anything was read.
    pub(super) version: RwSignal<Option<u64>>,
    pub(super) touched: RwSignal<bool>,
    pub(super) initiative: RightDraft,
    pub(super) minimum_age: RwSignal<String>,
    pub(super) supporters: RwSignal<String>,
    pub(super) count: RwSignal<String>,
    pub(super) share: RwSignal<String>,
    pub(super) challenge: RightDraft,
    pub(super) what_for: RwSignal<String>,
}

/// What both have.
#[derive(Clone, Copy)]
pub(crate) struct RightDraft {
    pub(super) on: RwSignal<bool>,
    pub(super) regulation: RwSignal<String>,
    /// A line each.
    pub(super) excluded: RwSignal<String>,
    pub(super) desk: RwSignal<String>,
    pub(super) reach: RwSignal<String>,
}

fn empty() -> RwSignal<String> {
    RwSignal::new(String::new())
}

impl RightDraft {
    fn new() -> Self {
        Self { on: RwSignal::new(false), regulation: empty(), excluded: empty(), desk: empty(), reach: empty() }
    }

    fn show(self, on: bool, regulation: &str, excluded: &[String], desk: &Desk) {
        self.on.set(on);
        self.regulation.set(regulation.to_owned());
        self.excluded.set(excluded.join("\n"));
        self.desk.set(desk.name.clone());
        self.reach.set(desk.reach.clone());
    }

    fn excluded(self) -> Vec<String> {
        self.excluded.with_untracked(|lines| lines.lines().map(str::to_owned).collect())
    }

    fn desk(self) -> Desk {
        Desk { name: self.desk.get_untracked(), reach: self.reach.get_untracked() }
    }
}

impl RightsDraft {
    pub(crate) fn new() -> Self {
        Self {
            version: RwSignal::new(None),
            touched: RwSignal::new(false),
            initiative: RightDraft::new(),
            minimum_age: empty(),
            supporters: empty(),
            count: empty(),
            share: empty(),
            challenge: RightDraft::new(),
            what_for: empty(),
        }
    }

    pub(crate) fn holds_text(self) -> bool {
        self.touched.get_untracked()
    }

    /// Shows what is kept, unless something was typed already.
    pub(super) fn begin(self, view: &FormalRightsView) {
        if !self.holds_text() {
            self.show(view);
        }
    }

    /// Puts what is kept in the place of what was typed.
    pub(super) fn show(self, view: &FormalRightsView) {
        let FormalRights { citizens_initiative: own, right_to_challenge: other } = &view.rights;
        self.initiative.show(own.on, &own.regulation, &own.excluded, &own.desk);
        self.challenge.show(other.on, &other.regulation, &other.excluded, &other.desk);
        self.what_for.set(other.what_for.clone());
        self.minimum_age.set(own.minimum_age.map(|age| age.to_string()).unwrap_or_default());
        let (by, count, share) = match own.supporters {
            None => ("", String::new(), String::new()),
            Some(Supporters::Number { count }) => (NUMBER, count.to_string(), String::new()),
            Some(Supporters::Share { per_mille }) => (SHARE, String::new(), written_share(per_mille)),
        };
        self.supporters.set(by.to_owned());
        self.count.set(count);
        self.share.set(share);
        self.version.set(Some(view.version));
        self.touched.set(false);
    }

    /// What to send. A text that is no number is named here; all else the server knows.
    pub(super) fn read(self) -> Result<FormalRights, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut number = |field: &str, typed: Option<Option<u32>>, (min, max): (i64, i64)| {
            typed.flatten().or_else(|| {
                let code = FaultCode::OutOfRange { min, max };
                faults.push(Fault::new(format!("citizensInitiative.{field}"), code));
                None
            })
        };
        let minimum_age = self.minimum_age.with_untracked(|typed| match typed.trim() {
            "" => None,
            typed => number("minimumAge", Some(typed.parse().ok()), (10, 18)),
        });
        let supporters = match self.supporters.get_untracked().as_str() {
            NUMBER => {
                let typed = self.count.with_untracked(|typed| typed.trim().replace('.', "").parse().ok());
                number("supporters.count", Some(typed), (1, MOST_PEOPLE)).map(|count| Supporters::Number { count })
            }
            SHARE => {
                let typed = self.share.with_untracked(|typed| read_share(typed));
                number("supporters.perMille", Some(typed), (0, 10)).map(|per_mille| Supporters::Share { per_mille })
            }
            _ => None,
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        let (own, other) = (self.initiative, self.challenge);
        Ok(FormalRights {
            citizens_initiative: CitizensInitiative {
                on: own.on.get_untracked(),
                regulation: own.regulation.get_untracked(),
                // More than an age can be is refused as one that is too high.
                minimum_age: minimum_age.map(|age| u8::try_from(age).unwrap_or(u8::MAX)),
                supporters,
                excluded: own.excluded(),
                desk: own.desk(),
            },
            right_to_challenge: RightToChallenge {
                on: other.on.get_untracked(),
                regulation: other.regulation.get_untracked(),
                what_for: self.what_for.get_untracked(),
                excluded: other.excluded(),
                desk: other.desk(),
            },
        })
    }
}

/// Tenths of a per cent as somebody types per cents: `0,5`.
fn written_share(per_mille: u32) -> String {
    match (per_mille / 10, per_mille % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenths) => format!("{whole},{tenths}"),
    }
}

/// Per cents as somebody types them, with one digit behind the comma at most, up to ten.
fn read_share(typed: &str) -> Option<u32> {
    let typed = typed.trim().trim_end_matches('%').trim_end().replace('.', ",");
    let (whole, tenths) = typed.split_once(',').unwrap_or((&typed, "0"));
    let tenths = (tenths.len() == 1).then(|| tenths.parse::<u32>().ok())??;
    let per_mille = whole.parse::<u32>().ok()?.checked_mul(10)?.checked_add(tenths)?;
    (1..=100).contains(&per_mille).then_some(per_mille)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> FormalRightsView {
        let own = CitizensInitiative {
            on: true,
            minimum_age: Some(16),
            supporters: Some(Supporters::Share { per_mille: 5 }),
            excluded: vec!["Belastingen".into(), "Personen".into()],
            ..CitizensInitiative::default()
        };
        let rights = FormalRights { citizens_initiative: own, ..FormalRights::default() };
        FormalRightsView { version: 3, rights, residents: Some(1_000) }
    }

    #[test]
    fn what_is_kept_is_what_would_be_sent_again() {
        Owner::new().with(|| {
            let draft = RightsDraft::new();
            draft.begin(&kept());
            assert_eq!(draft.share.get_untracked(), "0,5");
            assert_eq!((draft.read().unwrap(), draft.version.get_untracked()), (kept().rights, Some(3)));
        });
    }

    #[test]
    fn what_was_typed_stays_when_the_page_is_opened_again() {
        Owner::new().with(|| {
            let draft = RightsDraft::new();
            draft.begin(&kept());
            draft.minimum_age.set("18".into());
            draft.touched.set(true);
            draft.begin(&kept());
            assert_eq!(draft.minimum_age.get_untracked(), "18");
            draft.show(&kept());
            assert_eq!((draft.minimum_age.get_untracked(), draft.holds_text()), ("16".into(), false));
        });
    }

    #[test]
    fn a_text_that_is_no_number_is_named() {
        Owner::new().with(|| {
            let draft = RightsDraft::new();
            draft.begin(&kept());
            draft.minimum_age.set("zestien".into());
            draft.supporters.set(NUMBER.into());
            draft.count.set("veel".into());
            let fields: Vec<String> = draft.read().unwrap_err().into_iter().map(|fault| fault.field).collect();
            assert_eq!(fields, ["citizensInitiative.minimumAge", "citizensInitiative.supporters.count"]);
            draft.minimum_age.set(" ".into());
            draft.count.set("1.200".into());
            let own = draft.read().unwrap().citizens_initiative;
            assert_eq!((own.minimum_age, own.supporters), (None, Some(Supporters::Number { count: 1_200 })));
        });
    }

    #[test]
    fn a_share_is_read_as_people_write_it() {
        assert_eq!([read_share("0,5"), read_share("1"), read_share("1.5 %")], [Some(5), Some(10), Some(15)]);
        assert_eq!([read_share("0"), read_share("0,25"), read_share("11"), read_share("veel")], [None; 4]);
    }
}
