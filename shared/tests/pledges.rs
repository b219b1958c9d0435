//! Offers to help, whatever people do in whatever order.

use proptest::prelude::*;
use shared::pledge::{MOST_MESSAGES, Pledge, PledgeAct, PledgeRefusal, PledgeState, Side};

fn write() -> PledgeAct {
    PledgeAct::Write { text: "Zullen we zaterdag beginnen?".into() }
}

fn acts() -> impl Strategy<Value = (PledgeAct, Side)> {
    let act = prop_oneof![Just(PledgeAct::Accept), Just(PledgeAct::Decline), Just(write()), Just(PledgeAct::Withdraw)];
    (act, prop_oneof![Just(Side::Pledger), Just(Side::Initiator)])
}

#[test]
fn nothing_is_written_before_both_have_said_yes() {
    let offered = Pledge { state: PledgeState::Offered, messages: 1 };
    for side in [Side::Pledger, Side::Initiator] {
        assert_eq!(offered.decide(write(), side), Err(PledgeRefusal::NotInTouch));
    }
    assert_eq!(offered.decide(PledgeAct::Accept, Side::Pledger), Err(PledgeRefusal::NotYours));
    let accepted = offered.decide(PledgeAct::Accept, Side::Initiator).unwrap();
    assert_eq!((accepted.state, accepted.tells), (PledgeState::InTouch, Some(Side::Pledger)));
    let in_touch = Pledge { state: PledgeState::InTouch, messages: 1 };
    assert_eq!(in_touch.decide(write(), Side::Initiator).unwrap().tells, Some(Side::Pledger));
    assert_eq!(in_touch.decide(write(), Side::Pledger).unwrap().tells, Some(Side::Initiator));
    let full = Pledge { messages: MOST_MESSAGES, ..in_touch };
    assert_eq!(full.decide(write(), Side::Pledger), Err(PledgeRefusal::TooMany));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn no_word_passes_without_a_yes_on_both_sides(acts in prop::collection::vec(acts(), 1..40), ends_at in 0_usize..60) {
        let mut pledge = Pledge { state: PledgeState::Offered, messages: 1 };
        let (mut agreed, mut over) = (false, false);
        for (place, (act, side)) in acts.into_iter().enumerate() {
            if place == ends_at {
                let ended = pledge.end();
                prop_assert_eq!(ended.is_some(), !over);
                if let Some(decision) = ended {
                    pledge.state = decision.state;
                    over = true;
                }
            }
            let Ok(decision) = pledge.decide(act.clone(), side) else { continue };
            if decision.says.is_some() {
                prop_assert!(agreed && !over, "a word passed");
                pledge.messages += 1;
            }
            prop_assert_ne!(decision.tells, Some(side), "nobody is told of what they did");
            prop_assert_eq!(decision.erases, act == PledgeAct::Withdraw);
            pledge.state = decision.state;
            agreed |= act == PledgeAct::Accept && side == Side::Initiator;
            over |= matches!(act, PledgeAct::Decline | PledgeAct::Withdraw);
            prop_assert_eq!(pledge.state.counts(), !over);
            prop_assert!(pledge.messages <= MOST_MESSAGES);
        }
    }
}
