//! How it went with each partner over some time: what came of the cases it was asked to take over, and how soon the
//! residents of its cases first heard something. Counted from the events of cases; nothing of it is about a person.
//!
//! - An **offer** belongs to the day on which it was made, whatever came of it later. So what came of all offers of a
//!   period adds up to their number.
//! - A **turn** is the time in which one partner has a case. It belongs to the day on which it began: the day of
//!   receipt, of release when the text was held from the first moment, of acceptance, of the second refusal.
//! - The first answer of a turn is the first thing that the partner tells the resident: news, a question, a conclusion,
//!   or where it was passed on to.
//! - Days are working days; the day on which something began is day 0.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::case::{Event, Recorded};
use crate::fault::{Fault, FaultCode};
use crate::ids::{HandoverId, PartnerId};
use crate::promise::Calendar;
use crate::time::{CivilDate, Instant};

/// The longest period: a leap year. A whole year is what reports are about, and more would be too much to count in one
/// go.
pub const LONGEST: i64 = 366;

/// From a day up to and with a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    from: CivilDate,
    until: CivilDate,
}

impl Period {
    /// At least a day, at most [`LONGEST`] days.
    pub fn new(from: CivilDate, until: CivilDate) -> Result<Self, Fault> {
        match from.days_until(until) {
            days if days < 0 => Err(Fault::new("until", FaultCode::NotTogether)),
            days if days >= LONGEST => Err(Fault::new("until", FaultCode::PeriodTooLong { days: LONGEST })),
            _ => Ok(Self { from, until }),
        }
    }

    pub const fn from(self) -> CivilDate {
        self.from
    }

    pub const fn until(self) -> CivilDate {
        self.until
    }

    fn has(self, day: CivilDate) -> bool {
        (self.from..=self.until).contains(&day)
    }
}

/// What a period was like for one partner.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PartnerFigures {
    pub offers: OfferFigures,
    pub turns: TurnFigures,
}

/// Of the offers made to it in the period.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OfferFigures {
    pub offered: u32,
    pub accepted: u32,
    pub declined: u32,
    /// No answer by the term.
    pub expired: u32,
    /// Taken back, or settled in another way before it answered.
    pub withdrawn: u32,
    /// Not answered yet.
    pub waiting: u32,
    /// To yes or no.
    pub days: Option<Days>,
}

/// Of the cases that it got in the period.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TurnFigures {
    pub cases: u32,
    pub answered: u32,
    /// The resident has heard nothing of it yet.
    pub waiting: u32,
    /// To the first answer.
    pub days: Option<Days>,
}

/// How many working days it took.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Days {
    /// Half of them took at most so long. Between two days it is the middle of both.
    pub median: f64,
    pub longest: u16,
}

impl Days {
    /// None of nothing.
    fn of(mut days: Vec<u16>) -> Option<Self> {
        days.sort_unstable();
        let longest = *days.last()?;
        let lower = *days.get((days.len() - 1) / 2)?;
        let upper = *days.get(days.len() / 2)?;
        Some(Self { median: f64::midpoint(f64::from(lower), f64::from(upper)), longest })
    }
}

/// Counts case after case.
#[derive(Debug)]
pub struct Count<'a> {
    period: Period,
    calendar: Calendar<'a>,
    partners: BTreeMap<PartnerId, Counted>,
}

#[derive(Debug, Default)]
struct Counted {
    figures: PartnerFigures,
    to_reply: Vec<u16>,
    to_first_answer: Vec<u16>,
}

impl<'a> Count<'a> {
    pub const fn new(period: Period, calendar: Calendar<'a>) -> Self {
        Self { period, calendar, partners: BTreeMap::new() }
    }

    /// The events of one case, oldest first. Kinds that are not counted may be left out, see [`COUNTED`].
    pub fn add(&mut self, events: &[Recorded]) {
        let Case { offers, turns } = Case::read(events);
        for offer in offers.into_iter().filter(|offer| self.period.has(offer.on)) {
            let counted = self.partners.entry(offer.to).or_default();
            let figures = &mut counted.figures.offers;
            figures.offered += 1;
            match offer.end {
                OfferEnd::Waiting => figures.waiting += 1,
                OfferEnd::Expired => figures.expired += 1,
                OfferEnd::Withdrawn => figures.withdrawn += 1,
                OfferEnd::Accepted(on) => {
                    figures.accepted += 1;
                    counted.to_reply.push(self.calendar.working_days_until(offer.on, on));
                }
                OfferEnd::Declined(on) => {
                    figures.declined += 1;
                    counted.to_reply.push(self.calendar.working_days_until(offer.on, on));
                }
            }
        }
        for turn in turns {
            let Some(began) = turn.began.filter(|began| self.period.has(*began)) else { continue };
            let counted = self.partners.entry(turn.partner).or_default();
            let figures = &mut counted.figures.turns;
            figures.cases += 1;
            if let Some(answered) = turn.answered {
                figures.answered += 1;
                counted.to_first_answer.push(self.calendar.working_days_until(began, answered));
            } else if !turn.over {
                figures.waiting += 1;
            }
        }
    }

    /// The figures of every partner about which there is something to tell.
    pub fn finish(self) -> BTreeMap<PartnerId, PartnerFigures> {
        let figures = |counted: Counted| {
            let Counted { mut figures, to_reply, to_first_answer } = counted;
            figures.offers.days = Days::of(to_reply);
            figures.turns.days = Days::of(to_first_answer);
            figures
        };
        self.partners.into_iter().map(|(partner, counted)| (partner, figures(counted))).collect()
    }
}

/// The kinds of events that matter here, by the names under which they are stored.
pub const COUNTED: [&str; 14] = [
    "received",
    "heldForReview",
    "reviewReleased",
    "updated",
    "questionAsked",
    "handoverOffered",
    "handoverAccepted",
    "handoverDeclined",
    "handoverExpired",
    "handoverWithdrawn",
    "ownerChanged",
    "concluded",
    "passedOn",
    "withdrawn",
];

struct Offer {
    handover: HandoverId,
    to: PartnerId,
    on: CivilDate,
    end: OfferEnd,
}

enum OfferEnd {
    Waiting,
    Accepted(CivilDate),
    Declined(CivilDate),
    Expired,
    Withdrawn,
}

struct Turn {
    partner: PartnerId,
    since: Instant,
    /// None while the text is held, and nobody but the coordinators sees the case.
    began: Option<CivilDate>,
    answered: Option<CivilDate>,
    /// The case ended, or another partner has it.
    over: bool,
}

/// One case, as far as it is counted.
#[derive(Default)]
struct Case {
    offers: Vec<Offer>,
    turns: Vec<Turn>,
}

impl Case {
    fn read(events: &[Recorded]) -> Self {
        let mut case = Self::default();
        for recorded in events {
            case.note(recorded);
        }
        case
    }

    fn note(&mut self, Recorded { at, event, .. }: &Recorded) {
        let on = at.dutch_date();
        match event {
            Event::Received(received) => self.begin(&received.routing.lead, *at),
            Event::OwnerChanged { to, .. } => self.begin(to, *at),
            Event::HeldForReview => {
                // Held from the first moment: the partner does not see it yet.
                if let Some(turn) = self.turns.last_mut().filter(|turn| turn.since == *at) {
                    turn.began = None;
                }
            }
            Event::ReviewReleased => {
                if let Some(turn) = self.turns.last_mut() {
                    turn.began.get_or_insert(on);
                }
            }
            Event::Updated { partner, .. } | Event::QuestionAsked { partner, .. } | Event::PassedOn { partner, .. } => {
                self.answer(partner, on);
            }
            Event::Concluded { partner, .. } => {
                self.answer(partner, on);
                self.end_turn();
            }
            Event::Withdrawn => self.end_turn(),
            Event::HandoverOffered { handover, to, .. } => {
                self.offers.push(Offer { handover: handover.clone(), to: to.clone(), on, end: OfferEnd::Waiting });
            }
            Event::HandoverAccepted { handover, .. } => self.end_offer(handover, OfferEnd::Accepted(on)),
            Event::HandoverDeclined { handover, .. } => self.end_offer(handover, OfferEnd::Declined(on)),
            Event::HandoverExpired { handover, .. } => self.end_offer(handover, OfferEnd::Expired),
            Event::HandoverWithdrawn { handover } => self.end_offer(handover, OfferEnd::Withdrawn),
            _ => {}
        }
    }

    fn begin(&mut self, partner: &PartnerId, since: Instant) {
        self.end_turn();
        let began = Some(since.dutch_date());
        self.turns.push(Turn { partner: partner.clone(), since, began, answered: None, over: false });
    }

    fn answer(&mut self, partner: &PartnerId, on: CivilDate) {
        if let Some(turn) = self.turns.last_mut().filter(|turn| &turn.partner == partner && !turn.over) {
            turn.answered.get_or_insert(on);
        }
    }

    fn end_turn(&mut self) {
        if let Some(turn) = self.turns.last_mut() {
            turn.over = true;
        }
    }

    fn end_offer(&mut self, handover: &HandoverId, end: OfferEnd) {
        if let Some(offer) = self.offers.iter_mut().find(|offer| &offer.handover == handover) {
            offer.end = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn event(at: &str, kind: &str, more: Value) -> Recorded {
        let mut event =
            json!({ "at": format!("{at}T10:00:00Z"), "by": { "kind": "system" }, "version": 1, "type": kind });
        let Value::Object(more) = more else { panic!("{more}") };
        event.as_object_mut().unwrap().extend(more);
        serde_json::from_value(event).unwrap()
    }

    const TEXT: &str = "01040g2081040g2081040g2081";

    fn received(at: &str, lead: &str) -> Recorded {
        event(
            at,
            "received",
            json!({
                "number": "2026-0001", "topicId": null, "areaId": "noord", "kind": "idea", "language": "nl",
                "channel": "online", "mayBePublic": false, "what": TEXT, "why": null, "weDo": null, "weNeed": null,
                "routing": { "rule": "r", "rulesVersion": 1, "lead": lead, "supporting": [], "answerDays": 10,
                    "reason": { "nl": "omdat" }, "fallback": null },
                "promise": "2026-12-04"
            }),
        )
    }

    fn offered(at: &str, number: u8, to: &str) -> Recorded {
        let id = HandoverId::from_random([number; 16]);
        let more = json!({ "handover": id, "from": "gemeente", "to": to, "reason": TEXT, "answerBy": "2026-12-04" });
        event(at, "handoverOffered", more)
    }

    fn replied(at: &str, number: u8, kind: &str, partner: &str) -> Recorded {
        let mut more = json!({ "handover": HandoverId::from_random([number; 16]), "partner": partner });
        if kind == "handoverDeclined" {
            more["reason"] = TEXT.into();
            more["suggestion"] = Value::Null;
        }
        event(at, kind, more)
    }

    fn updated(at: &str, partner: &str) -> Recorded {
        event(at, "updated", json!({ "partner": partner, "text": TEXT }))
    }

    fn owner(at: &str, to: &str) -> Recorded {
        event(at, "ownerChanged", json!({ "to": to, "why": "accepted" }))
    }

    fn counted(cases: &[Vec<Recorded>]) -> BTreeMap<PartnerId, PartnerFigures> {
        let period = Period::new(day("2026-11-01"), day("2026-11-30")).unwrap();
        let mut count = Count::new(period, Calendar::new(&[]));
        for events in cases {
            count.add(events);
        }
        count.finish()
    }

    fn of(figures: &BTreeMap<PartnerId, PartnerFigures>, partner: &str) -> PartnerFigures {
        figures.get(&PartnerId::parse(partner).unwrap()).cloned().unwrap_or_default()
    }

    /// 2 November 2026 is a Monday.
    #[test]
    fn every_offer_of_the_period_is_counted_once_with_what_came_of_it() {
        let figures = counted(&[
            vec![
                received("2026-10-30", "gemeente"),
                // Before the period, though answered in it.
                offered("2026-10-30", 1, "politie"),
                replied("2026-11-02", 1, "handoverDeclined", "politie"),
                offered("2026-11-02", 2, "politie"),
                // After the period, though offered in it.
                replied("2026-12-01", 2, "handoverDeclined", "politie"),
            ],
            vec![
                received("2026-11-02", "gemeente"),
                offered("2026-11-06", 3, "politie"),
                replied("2026-11-09", 3, "handoverAccepted", "politie"),
                owner("2026-11-09", "politie"),
            ],
            vec![
                received("2026-11-02", "gemeente"),
                offered("2026-11-02", 4, "politie"),
                replied("2026-11-09", 4, "handoverExpired", "politie"),
                offered("2026-11-10", 5, "politie"),
                event("2026-11-11", "handoverWithdrawn", json!({ "handover": HandoverId::from_random([5; 16]) })),
                offered("2026-11-12", 6, "politie"),
            ],
        ]);
        let offers = of(&figures, "politie").offers;
        let expected = OfferFigures {
            offered: 5,
            accepted: 1,
            declined: 1,
            expired: 1,
            withdrawn: 1,
            waiting: 1,
            // One working day over a weekend, and 21 for the other.
            days: Some(Days { median: 11.0, longest: 21 }),
        };
        assert_eq!(offers, expected);
        assert_eq!(of(&figures, "gemeente").offers, OfferFigures::default());
    }

    #[test]
    fn a_turn_lasts_from_getting_a_case_to_the_first_word_to_the_resident() {
        let figures = counted(&[
            // The municipality never said a word, and was done with it when the police took it over.
            vec![
                received("2026-11-02", "gemeente"),
                owner("2026-11-04", "politie"),
                updated("2026-11-05", "gemeente"),
                updated("2026-11-06", "politie"),
                updated("2026-11-20", "politie"),
            ],
            // Two more of the police: one answered on the same day, one still waiting.
            vec![received("2026-11-02", "politie"), updated("2026-11-02", "politie")],
            vec![received("2026-11-02", "politie")],
            // Taken back by the resident, before anybody said anything.
            vec![received("2026-11-02", "politie"), event("2026-11-03", "withdrawn", json!({}))],
            // Not in the period.
            vec![received("2026-10-30", "politie"), updated("2026-11-02", "politie")],
        ]);
        let expected = TurnFigures { cases: 4, answered: 2, waiting: 1, days: Some(Days { median: 1.0, longest: 2 }) };
        assert_eq!(of(&figures, "politie").turns, expected);
        assert_eq!(of(&figures, "gemeente").turns, TurnFigures { cases: 1, ..TurnFigures::default() });
    }

    #[test]
    fn a_text_that_was_held_counts_from_its_release() {
        let held = |released: &[&str]| {
            let mut events = vec![received("2026-11-02", "politie"), event("2026-11-02", "heldForReview", json!({}))];
            events.extend(released.iter().map(|at| event(at, "reviewReleased", json!({}))));
            events
        };
        assert!(counted(&[held(&[])]).is_empty(), "nobody but a coordinator knows of it");
        let mut answered = held(&["2026-11-10"]);
        answered.push(updated("2026-11-11", "politie"));
        let figures = counted(&[answered]);
        assert_eq!(of(&figures, "politie").turns.days, Some(Days { median: 1.0, longest: 1 }));
    }

    #[test]
    fn a_period_is_at_most_a_year() {
        let period = |from, until| Period::new(day(from), day(until)).map_err(|fault| fault.code);
        assert!(period("2028-01-01", "2028-12-31").is_ok());
        assert_eq!(period("2027-01-01", "2028-01-02"), Err(FaultCode::PeriodTooLong { days: 366 }));
        assert_eq!(period("2026-01-02", "2026-01-01"), Err(FaultCode::NotTogether));
    }

    #[test]
    fn every_kind_that_is_counted_is_a_kind_of_event() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/case-events");
        let stored: Vec<Recorded> = std::fs::read_dir(folder)
            .unwrap()
            .filter_map(|file| serde_json::from_str(&std::fs::read_to_string(file.unwrap().path()).unwrap()).ok())
            .collect();
        for kind in COUNTED {
            assert!(stored.iter().any(|recorded| recorded.event.kind() == kind), "{kind}");
        }
        // What is left out changes nothing.
        let partner = PartnerId::parse("politie").unwrap();
        for recorded in stored.iter().filter(|recorded| !COUNTED.contains(&recorded.event.kind())) {
            let mut case = Case::read(&[received("2026-11-02", partner.as_str())]);
            case.note(recorded);
            assert!(case.offers.is_empty() && case.turns.len() == 1, "{}", recorded.event.kind());
            assert!(case.turns.iter().all(|turn| turn.answered.is_none() && !turn.over), "{}", recorded.event.kind());
        }
    }
}
