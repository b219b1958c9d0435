//! Who is at work for a partner: leave or departure of one person must not leave a case without anybody.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::actor::{Permission, Role};
use crate::ids::{OfficialId, PartnerId};
use crate::partner::Official;
use crate::time::CivilDate;

/// When somebody is back, and who takes their place until then.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Absence {
    /// The last day of it; none when they are not away.
    pub until: Option<CivilDate>,
    /// Of the same partner, and may handle cases too.
    pub deputy: Option<OfficialId>,
}

impl Absence {
    /// Whether somebody is away on this day.
    pub fn covers(&self, day: CivilDate) -> bool {
        self.until.is_some_and(|until| until >= day)
    }
}

/// Officials, and who of them is away.
#[derive(Debug, Clone, Copy)]
pub struct Staff<'a> {
    /// The current ones.
    pub officials: &'a [Official],
    pub absences: &'a BTreeMap<OfficialId, Absence>,
}

impl<'a> Staff<'a> {
    /// Who handles cases for this partner on this day: those who are there, and the deputies of those who are not.
    pub fn at_work(&self, partner: &PartnerId, today: CivilDate) -> Vec<&'a Official> {
        self.present(today, |official| &official.partner_id == partner && official.role.may(Permission::HandleCases))
    }

    /// The coordinators who are there, or their deputies who are coordinators; everybody when nobody is.
    pub fn coordinators(&self, today: CivilDate) -> Vec<&'a Official> {
        let coordinates = |official: &Official| official.role == Role::Coordinator;
        let present = self.present(today, coordinates);
        if present.is_empty() {
            self.officials.iter().filter(|official| official.active && coordinates(official)).collect()
        } else {
            present
        }
    }

    /// Whether somebody may stand in for another one.
    pub fn may_stand_in(&self, deputy: &OfficialId, away: &Official) -> bool {
        self.officials.iter().any(|official| {
            &official.id == deputy
                && official.id != away.id
                && official.active
                && official.partner_id == away.partner_id
                && official.role.may(Permission::HandleCases)
        })
    }

    fn present(&self, today: CivilDate, fits: impl Fn(&Official) -> bool) -> Vec<&'a Official> {
        let is_away = |id: &OfficialId| self.absences.get(id).is_some_and(|absence| absence.covers(today));
        let mut found: Vec<&Official> = Vec::new();
        for official in self.officials.iter().filter(|official| official.active && fits(official)) {
            let there = if is_away(&official.id) {
                // A deputy who is away too has no deputy of their own: chains end with nobody knowing who it is.
                let deputy = self.absences.get(&official.id).and_then(|absence| absence.deputy.as_ref());
                self.officials
                    .iter()
                    .find(|other| Some(&other.id) == deputy && other.active && fits(other) && !is_away(&other.id))
            } else {
                Some(official)
            };
            found.extend(there.filter(|there| !found.iter().any(|known| known.id == there.id)));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn official(id: &str, partner: &str, role: Role) -> Official {
        Official {
            id: OfficialId::parse(id).unwrap(),
            partner_id: PartnerId::parse(partner).unwrap(),
            name: id.to_uppercase(),
            email: format!("{id}@example.nl"),
            role,
            active: true,
            language: Language::Nl,
        }
    }

    fn away(until: &str, deputy: Option<&str>) -> Absence {
        Absence { until: Some(until.parse().unwrap()), deputy: deputy.map(|id| OfficialId::parse(id).unwrap()) }
    }

    #[test]
    fn a_deputy_takes_the_place_of_who_is_away_and_nobody_is_named_twice() {
        let officials = [
            official("ann", "homes", Role::Handler),
            official("ben", "homes", Role::Handler),
            official("cas", "homes", Role::Reader),
            official("dia", "city", Role::Coordinator),
        ];
        let today: CivilDate = "2026-03-02".parse().unwrap();
        let names = |absences: &[(&str, Absence)], day: CivilDate| -> Vec<String> {
            let absences = absences.iter().map(|(id, one)| (OfficialId::parse(id).unwrap(), one.clone())).collect();
            let staff = Staff { officials: &officials, absences: &absences };
            let at_work = staff.at_work(&PartnerId::parse("homes").unwrap(), day);
            at_work.into_iter().map(|official| official.id.to_string()).collect()
        };
        assert_eq!(names(&[], today), ["ann", "ben"]);
        assert_eq!(names(&[("ann", away("2026-03-02", Some("ben")))], today), ["ben"]);
        assert_eq!(names(&[("ann", away("2026-03-02", Some("ben")))], today.plus_days(1)), ["ann", "ben"]);
        // Both away for each other, or a deputy who may not handle cases: nobody.
        let both = [("ann", away("2026-03-09", Some("ben"))), ("ben", away("2026-03-09", Some("ann")))];
        assert_eq!(names(&both, today), [""; 0]);
        let reader = [("ann", away("2026-03-09", Some("cas"))), ("ben", away("2026-03-09", None))];
        assert_eq!(names(&reader, today), [""; 0]);
        let absences = BTreeMap::from([(OfficialId::parse("dia").unwrap(), away("2026-03-09", None))]);
        let staff = Staff { officials: &officials, absences: &absences };
        assert_eq!(staff.coordinators(today).len(), 1, "an alarm always reaches somebody");
    }
}
