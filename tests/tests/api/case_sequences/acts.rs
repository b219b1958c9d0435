//! What somebody may try with a case: as the API takes it, and as the domain does.

use serde_json::{Value, json};
use shared::{
    actor::Actor,
    case::{Case, Command, ConclusionText, Nature, Outcome, Parts, Passing, Recorded, Written},
    ids::{HandoverId, PartnerId, TextId},
    time::CivilDate,
};

use super::{ANSWER, Chance, OFFICIALS, PARTNERS, Subject, World};

/// So many acts are drawn by chance before one is chosen.
const DRAWS: usize = 100;

/// An act as the API takes it, and as the domain does.
pub(super) struct Act {
    pub(super) tail: String,
    pub(super) body: Value,
    pub(super) command: Command,
}

/// By whom: the resident, or this official.
#[derive(Debug, Clone, Copy)]
pub(super) enum Doer {
    Resident,
    Official(&'static str),
}

impl World {
    /// Of some acts by chance mostly the one that is allowed and leads to what has happened least so far: chance alone
    /// nearly always meets a refusal, and never comes to what needs much beforehand.
    pub(super) fn choose(
        &self,
        (case, events): (&Case, &[Recorded]),
        earlier: Option<&Subject>,
        chance: &mut Chance,
    ) -> (Doer, Act) {
        let context = self.context();
        let today = context.now.dutch_date();
        let mut draw = || match (chance.below(12), chance.one_of(&OFFICIALS)) {
            (0..=2, _) => (Doer::Resident, resident_act(case, chance)),
            (3..=5, who) => (Doer::Official(who), self.wider_act((case, events), (earlier, today), who, chance)),
            (_, who) => (Doer::Official(who), official_act(case, today, chance)),
        };
        let mut drawn = vec![draw()];
        drawn.extend((1..DRAWS).map(|_| draw()));
        if chance.below(5) == 0 {
            return drawn.swap_remove(0);
        }
        let times = |(doer, act): &(Doer, Act)| {
            let actor = match doer {
                Doer::Resident => Actor::Resident,
                Doer::Official(who) => self.actor(who),
            };
            self.times(&case.decide(act.command.clone(), &actor, &context).ok()?.events)
        };
        drawn.into_iter().min_by_key(|one| times(one).unwrap_or(u32::MAX)).unwrap()
    }
}

pub(super) fn act(tail: &str, body: Value, command: Command) -> Act {
    Act { tail: tail.to_owned(), body, command }
}

pub(super) fn written(number: u64, words: &str) -> Written {
    let mut id = [0; 16];
    id[..8].copy_from_slice(&number.to_be_bytes());
    Written { id: TextId::from_random(id), words: words.into() }
}

pub(super) fn conclusion(number: u64) -> ConclusionText {
    ConclusionText::read(written(number, "").id, ANSWER).unwrap()
}

/// A day that may be promised, most of the time.
pub(super) fn some_day(today: CivilDate, chance: &mut Chance) -> CivilDate {
    today.plus_days(i64::try_from(chance.below(400)).unwrap() - 15)
}

/// Something an official may try. Ids name what is really there, most of the time.
fn official_act(case: &Case, today: CivilDate, chance: &mut Chance) -> Act {
    let number = chance.below(u64::MAX);
    let text = || written(number, "Wij kijken ernaar.");
    let to = PartnerId::parse(chance.one_of(&PARTNERS)).unwrap();
    let offer = case.offer().map(|offer| offer.id.clone()).filter(|_| !number.is_multiple_of(8));
    let offer = offer.unwrap_or_else(|| HandoverId::from_random([9; 16]));
    if chance.below(2) == 0 {
        return helping_act(case, today, chance);
    }
    match chance.below(18) {
        0 => act(
            "/updates",
            json!({ "text": "Wij kijken ernaar." }),
            Command::Update { text: text(), next_news_by: None },
        ),
        1 => {
            let parts = Parts { we_do: Some(text()), you_do: None, we_ask: Some(written(number ^ 1, "Wie helpt?")) };
            let body = json!({ "weDo": "Wij kijken ernaar.", "weAsk": "Wie helpt?" });
            act("/updates", body, Command::Reply { parts, next_news_by: None })
        }
        2 | 3 => act("/questions", json!({ "text": "Wij kijken ernaar." }), Command::Ask { text: text() }),
        4..=6 => {
            let body = json!({ "to": to, "reason": "Wij kijken ernaar." });
            let id = HandoverId::from_random([7; 16]);
            act("/handovers", body, Command::OfferHandover { id, to, reason: text() })
        }
        7 => act(
            &format!("/handovers/{offer}/reply"),
            json!({ "accept": true }),
            Command::AcceptHandover { id: offer.clone() },
        ),
        8 | 9 => act(
            &format!("/handovers/{offer}/reply"),
            json!({ "accept": false, "reason": "Wij kijken ernaar." }),
            Command::DeclineHandover { id: offer.clone(), reason: text(), suggestion: None },
        ),
        10 => {
            act(&format!("/handovers/{offer}/withdrawal"), json!({}), Command::WithdrawHandover { id: offer.clone() })
        }
        11 => {
            let (outcome, kind) = [
                (Outcome::Realised, "realised"),
                (Outcome::NotDone, "notDone"),
                (Outcome::TakenUpByResidents, "takenUpByResidents"),
            ][usize::try_from(number % 3).unwrap()];
            let body = json!({ "outcome": { "kind": kind }, "text": ANSWER });
            act("/conclusion", body, Command::Conclude { outcome, text: conclusion(number) })
        }
        12 => {
            let nature = if number.is_multiple_of(4) { Nature::Complaint } else { Nature::Report };
            let body = json!({ "nature": nature, "to": "Meldpunt", "reference": "M-1", "text": ANSWER });
            let (to, reference) = (written(number ^ 1, "Meldpunt"), Some(written(number ^ 2, "M-1")));
            act(
                "/passing-on",
                body,
                Command::PassOn(Passing { nature, to, reference, answer_by: None, text: conclusion(number) }),
            )
        }
        13 => act("/publication", json!({}), Command::Publish { accuses: false }),
        14 => act("/hiding", json!({ "reason": ANSWER }), Command::Hide { reason: written(number, ANSWER) }),
        15 | 16 => act("/reopening", json!({}), Command::Reopen),
        _ => {
            let command = Command::RefuseReopening { text: conclusion(number) };
            act("/reopening-refusal", json!({ "text": ANSWER }), command)
        }
    }
}

/// What an official may try beside handling: help, plan, moderate, erase.
fn helping_act(case: &Case, today: CivilDate, chance: &mut Chance) -> Act {
    let number = chance.below(u64::MAX);
    let text = || written(number, "Wij kijken ernaar.");
    let to = PartnerId::parse(chance.one_of(&PARTNERS)).unwrap();
    let open = case.open();
    let asked = open.and_then(|open| open.support_asked.first()).cloned().unwrap_or_else(|| to.clone());
    let day = some_day(today, chance);
    let what = &case.received.what;
    let reason = || json!({ "accept": false, "reason": "Wij kijken ernaar." });
    match chance.below(16) {
        0 => act("/hold", json!({}), Command::Hold),
        1 => act("/review-release", json!({}), Command::ReleaseReview),
        2 => act("/threat-care", json!({}), Command::TakeUpThreat),
        3 => {
            let words = format!("Meer licht, versie {number}");
            let body = json!({ "what": words.clone(), "reason": ANSWER });
            let (texts, reason) = (vec![(what.clone(), written(number, &words))], written(number ^ 1, ANSWER));
            act("/redaction", body, Command::Redact { texts, reason })
        }
        4 => {
            let body = json!({ "until": day, "reason": "Wij kijken ernaar." });
            act("/promise", body, Command::MovePromise { until: day, reason: text() })
        }
        5 | 6 => {
            let body = json!({ "to": to, "reason": "Wij kijken ernaar." });
            act("/support-requests", body, Command::AskSupport { to, reason: text() })
        }
        7 => {
            let tail = format!("/support-requests/{asked}/reply");
            act(&tail, json!({ "accept": true }), Command::AcceptSupport { partner: asked })
        }
        8 => {
            let tail = format!("/support-requests/{asked}/reply");
            act(&tail, reason(), Command::DeclineSupport { partner: asked, reason: text() })
        }
        9 => act("/notes", json!({ "text": "Wij kijken ernaar." }), Command::AddNote { text: text() }),
        10 => {
            act("/update-proposals", json!({ "text": "Wij kijken ernaar." }), Command::ProposeUpdate { text: text() })
        }
        11 => {
            let body = json!({ "who": "De gemeenteraad", "until": day });
            act("/needed-decision", body, Command::NeedDecision { who: written(number, "De gemeenteraad"), until: day })
        }
        12 => {
            let body = json!({ "by": to, "on": day, "text": "Wij kijken ernaar." });
            act("/planned-date", body, Command::ProposeDate { by: to, on: day, text: text() })
        }
        13 => act("/planned-date/reply", json!({ "accept": true }), Command::ConfirmDate),
        _ => act("/planned-date/reply", reason(), Command::DeclineDate { reason: text() }),
    }
}

/// Something the resident may try.
fn resident_act(case: &Case, chance: &mut Chance) -> Act {
    let number = chance.below(u64::MAX);
    let text = written(number, "Bij de achterdeur.");
    match chance.below(8) {
        0..=3 => {
            let question = case.open().and_then(|open| open.question.as_ref()).map(|question| question.id.clone());
            let question = question.unwrap_or_else(|| text.id.clone());
            let body = json!({ "questionId": question, "text": "Bij de achterdeur." });
            act("/answers", body, Command::Answer { question, text })
        }
        4 | 5 => {
            let body = json!({ "helped": false, "reason": "Bij de achterdeur." });
            act("/rating", body, Command::Rate { helped: false, reason: Some(text) })
        }
        6 => act("/rating", json!({ "helped": true }), Command::Rate { helped: true, reason: None }),
        _ if number.is_multiple_of(3) => act("/withdrawal", json!({}), Command::Withdraw),
        _ => act("/threats", json!({}), Command::ReportThreat { text: None }),
    }
}
