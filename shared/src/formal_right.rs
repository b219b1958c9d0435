//! Rights that a municipality may have in a regulation of its own: to put a subject on the council's agenda
//! (burgerinitiatief), and to offer to take a task over (uitdaagrecht; Gemeentewet, article 150). What they ask differs
//! per regulation, so an administrator fills it in; both are off until then.
//!
//! An idea here is neither. Who wants to help with it has signed nothing.

use serde::{Deserialize, Serialize};

use crate::fault::{Fault, FaultCode};
use crate::poll::report::is_web_address;
use crate::text::{LINE, Limit};

/// More than any regulation excludes.
pub const MOST_EXCLUDED: usize = 20;
/// What the right to challenge is for, and how the desk is reached: some lines.
pub const SOME_LINES: Limit = Limit { characters: 500 };
/// From the age at which schools let children take part to the one at which everybody may vote.
const AGES: (u8, u8) = (10, 18);
/// More than any regulation asks for.
const MOST_SUPPORTERS: u32 = 100_000;
/// Ten per cent.
const MOST_PER_MILLE: u32 = 100;

/// Which right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FormalRight {
    /// A subject on the council's agenda: burgerinitiatief.
    CitizensInitiative,
    /// Residents do a task of the municipality: uitdaagrecht.
    RightToChallenge,
}

impl FormalRight {
    pub const ALL: [Self; 2] = [Self::CitizensInitiative, Self::RightToChallenge];
}

/// Both rights as a municipality has them. Off by default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FormalRights {
    pub citizens_initiative: CitizensInitiative,
    pub right_to_challenge: RightToChallenge,
}

/// What the regulation on the burgerinitiatief says. All texts are in Dutch, as the regulation is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CitizensInitiative {
    pub on: bool,
    /// The address of the regulation.
    #[serde(default)]
    pub regulation: String,
    #[serde(default)]
    pub minimum_age: Option<u8>,
    #[serde(default)]
    pub supporters: Option<Supporters>,
    /// What it cannot be about, a line each.
    #[serde(default)]
    pub excluded: Vec<String>,
    #[serde(default)]
    pub desk: Desk,
}

/// What the regulation on the uitdaagrecht says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RightToChallenge {
    pub on: bool,
    #[serde(default)]
    pub regulation: String,
    /// Which tasks.
    #[serde(default)]
    pub what_for: String,
    #[serde(default)]
    pub excluded: Vec<String>,
    #[serde(default)]
    pub desk: Desk,
}

/// Where the formal request is handed in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Desk {
    /// "De griffie"
    #[serde(default)]
    pub name: String,
    /// E-mail address, phone number, address or link, as people write them.
    #[serde(default)]
    pub reach: String,
}

/// How many have to sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Supporters {
    Number {
        count: u32,
    },
    /// A share of the residents in the loaded table, in tenths of a per cent.
    Share {
        per_mille: u32,
    },
}

impl Supporters {
    /// How many people that are. A share is rounded up: one person fewer is too few. None when nobody knows how many
    /// residents there are.
    pub fn needed(self, residents: Option<u32>) -> Option<u32> {
        match self {
            Self::Number { count } => Some(count),
            Self::Share { per_mille } => {
                let people = u64::from(residents?).saturating_mul(per_mille.into()).div_ceil(1_000);
                u32::try_from(people).ok()
            }
        }
    }
}

impl FormalRights {
    pub fn is_on(&self, right: FormalRight) -> bool {
        match right {
            FormalRight::CitizensInitiative => self.citizens_initiative.on,
            FormalRight::RightToChallenge => self.right_to_challenge.on,
        }
    }

    /// What everybody may know: nothing of a right that is off.
    #[must_use]
    pub fn public(self) -> Self {
        let Self { citizens_initiative, right_to_challenge } = self;
        Self {
            citizens_initiative: Some(citizens_initiative).filter(|own| own.on).unwrap_or_default(),
            right_to_challenge: Some(right_to_challenge).filter(|own| own.on).unwrap_or_default(),
        }
    }

    /// Cleans it, or names everything that is wrong with it. What is off may be unfinished. A share needs residents to
    /// be a share of.
    pub fn read(self, residents: Option<u32>) -> Result<Self, Vec<Fault>> {
        let Self { citizens_initiative: own, right_to_challenge: other } = self;
        let mut faults = Vec::new();
        let mut form = Form { path: "citizensInitiative", on: own.on, faults: &mut faults };
        // In the order of the form, which is that of the list of what is wrong.
        let regulation = form.address(&own.regulation);
        let (least, most) = AGES;
        form.required("minimumAge", own.minimum_age.is_some());
        if own.minimum_age.is_some_and(|age| !(least..=most).contains(&age)) {
            form.fault("minimumAge", FaultCode::OutOfRange { min: least.into(), max: most.into() });
        }
        form.supporters(own.supporters, residents);
        let citizens_initiative =
            CitizensInitiative { regulation, excluded: form.lines(&own.excluded), desk: form.desk(&own.desk), ..own };
        let mut form = Form { path: "rightToChallenge", on: other.on, faults: &mut faults };
        let right_to_challenge = RightToChallenge {
            what_for: form.text("whatFor", SOME_LINES, &other.what_for),
            regulation: form.address(&other.regulation),
            excluded: form.lines(&other.excluded),
            desk: form.desk(&other.desk),
            on: other.on,
        };
        if faults.is_empty() { Ok(Self { citizens_initiative, right_to_challenge }) } else { Err(faults) }
    }
}

/// The form of one right while it is read.
struct Form<'a> {
    path: &'static str,
    on: bool,
    faults: &'a mut Vec<Fault>,
}

impl Form<'_> {
    fn fault(&mut self, field: &str, code: FaultCode) {
        self.faults.push(Fault::new(format!("{}.{field}", self.path), code));
    }

    fn required(&mut self, field: &str, there: bool) {
        if self.on && !there {
            self.fault(field, FaultCode::Required);
        }
    }

    /// A text that has to be there when the right is on.
    fn text(&mut self, field: &str, limit: Limit, raw: &str) -> String {
        let read = limit.read(raw).map_err(|code| self.fault(field, code));
        let Ok(read) = read else { return String::new() };
        self.required(field, read.is_some());
        read.unwrap_or_default()
    }

    fn address(&mut self, raw: &str) -> String {
        let address = self.text("regulation", SOME_LINES, raw);
        if !address.is_empty() && !is_web_address(&address) {
            self.fault("regulation", FaultCode::NotAWebAddress);
        }
        address
    }

    fn desk(&mut self, desk: &Desk) -> Desk {
        Desk { name: self.text("desk.name", LINE, &desk.name), reach: self.text("desk.reach", SOME_LINES, &desk.reach) }
    }

    fn lines(&mut self, lines: &[String]) -> Vec<String> {
        let mut read = Vec::new();
        for line in lines {
            match LINE.read(line) {
                Ok(Some(line)) => read.push(line),
                Ok(None) => {}
                Err(code) => {
                    self.fault("excluded", code);
                    return read;
                }
            }
        }
        if read.len() > MOST_EXCLUDED {
            self.fault("excluded", FaultCode::TooMany { max: MOST_EXCLUDED });
        }
        read
    }

    fn supporters(&mut self, supporters: Option<Supporters>, residents: Option<u32>) {
        let within = |value, max: u32| !(1..=max).contains(&value);
        let range = |max: u32| FaultCode::OutOfRange { min: 1, max: max.into() };
        match supporters {
            None if self.on => self.fault("supporters", FaultCode::ChoiceRequired),
            Some(Supporters::Number { count }) if within(count, MOST_SUPPORTERS) => {
                self.fault("supporters.count", range(MOST_SUPPORTERS));
            }
            Some(Supporters::Share { per_mille }) if within(per_mille, MOST_PER_MILLE) => {
                self.fault("supporters.perMille", range(MOST_PER_MILLE));
            }
            Some(Supporters::Share { .. }) if residents.is_none() => self.fault("supporters", FaultCode::NotTogether),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn desk() -> Desk {
        Desk { name: " De griffie ".into(), reach: "griffie@waterdam.example of 14 036".into() }
    }

    fn both() -> FormalRights {
        let regulation = "https://lokaleregelgeving.overheid.nl/CVDR1".to_owned();
        FormalRights {
            citizens_initiative: CitizensInitiative {
                on: true,
                regulation: regulation.clone(),
                minimum_age: Some(16),
                supporters: Some(Supporters::Number { count: 120 }),
                excluded: vec!["Belastingen".into(), "  ".into()],
                desk: desk(),
            },
            right_to_challenge: RightToChallenge {
                on: true,
                regulation,
                what_for: "Onderhoud van groen.".into(),
                excluded: Vec::new(),
                desk: desk(),
            },
        }
    }

    fn fields(rights: FormalRights, residents: Option<u32>) -> Vec<(String, FaultCode)> {
        let faults = rights.read(residents).err().unwrap_or_default();
        faults.into_iter().map(|fault| (fault.field, fault.code)).collect()
    }

    #[test]
    fn both_are_off_by_default_and_nothing_of_what_is_off_is_public() {
        let nothing = FormalRights::default();
        assert!(FormalRight::ALL.into_iter().all(|right| !nothing.is_on(right)));
        assert_eq!(nothing.clone().read(None), Ok(nothing.clone()));
        let mut draft = both();
        draft.citizens_initiative.on = false;
        let public = draft.public();
        assert_eq!(public.citizens_initiative, CitizensInitiative::default());
        assert!(public.is_on(FormalRight::RightToChallenge));
    }

    #[test]
    fn what_is_filled_in_is_cleaned() {
        let read = both().read(None).unwrap().citizens_initiative;
        assert_eq!((read.desk.name.as_str(), read.excluded), ("De griffie", vec!["Belastingen".to_owned()]));
    }

    #[test]
    fn a_right_that_is_on_is_whole_and_one_that_is_off_may_be_unfinished() {
        let on = FormalRights {
            citizens_initiative: CitizensInitiative { on: true, ..Default::default() },
            right_to_challenge: RightToChallenge { on: true, ..Default::default() },
        };
        let named: Vec<String> = fields(on, None).into_iter().map(|(field, _)| field).collect();
        let own = ["regulation", "minimumAge", "supporters", "desk.name", "desk.reach"];
        let other = ["whatFor", "regulation", "desk.name", "desk.reach"];
        let own = own.map(|field| format!("citizensInitiative.{field}"));
        assert_eq!(named, [&own[..], &other.map(|field| format!("rightToChallenge.{field}"))[..]].concat());
    }

    #[test]
    fn a_wrong_value_is_named_even_while_it_is_off() {
        let mut wrong = both();
        let own = &mut wrong.citizens_initiative;
        own.on = false;
        own.minimum_age = Some(9);
        own.regulation = "javascript:alert(1)".into();
        own.supporters = Some(Supporters::Number { count: 0 });
        own.excluded = vec!["Iets".into(); MOST_EXCLUDED + 1];
        let codes = fields(wrong, None);
        assert_eq!(codes.len(), 4, "{codes:?}");
        assert!(codes.contains(&("citizensInitiative.regulation".into(), FaultCode::NotAWebAddress)));
    }

    #[test]
    fn a_share_is_of_residents_who_are_known() {
        let mut share = both();
        share.citizens_initiative.supporters = Some(Supporters::Share { per_mille: 10 });
        assert_eq!(fields(share.clone(), None), [("citizensInitiative.supporters".to_owned(), FaultCode::NotTogether)]);
        assert!(share.read(Some(9_950)).is_ok());
        let share = Supporters::Share { per_mille: 10 };
        assert_eq!((share.needed(Some(9_950)), share.needed(None)), (Some(100), None));
    }

    proptest! {
        /// Nobody is told a number that falls short of the share, nor one person too many.
        #[test]
        fn the_share_is_reached_and_by_nobody_too_many(residents in 1..2_000_000_u32, per_mille in 1..=MOST_PER_MILLE) {
            let needed = Supporters::Share { per_mille }.needed(Some(residents)).unwrap();
            let reaches = |people: u32| u64::from(people) * 1_000 >= u64::from(residents) * u64::from(per_mille);
            prop_assert!(needed >= 1 && reaches(needed) && !reaches(needed - 1));
        }
    }
}
