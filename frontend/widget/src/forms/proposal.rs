//! The form of an idea or initiative.

use shared::area::Area;
use shared::ids::TopicId;
use shared::poll::fill::Move;
use shared::proposal::fill::{ProposalFilling, ProposalStep};
use shared::proposal::{ProposalDraft, ProposalKind};
use shared::text::{Language, Phrase};
use shared::topic::Topic;
use shared::wire::public::ProposalRequest;

use super::postcode::Typed;
use super::{CHANGING, MOVE, STEP};
use crate::fields::Fields;
use crate::state::ProposalKeys;

pub const FOLLOW_KEY: &str = "followKey";
pub const IDEMPOTENCY_KEY: &str = "idempotencyKey";

/// What was posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    pub filling: ProposalFilling,
    pub press: Press,
    /// From the check page.
    pub keys: Option<ProposalKeys>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    Move(Move<ProposalStep>),
    /// Look the area of this postcode up.
    Find(Typed),
    Send,
}

/// What a movement comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moved {
    Show(ProposalFilling),
    /// The check page, which also needs to know who gets it.
    Check(ProposalFilling),
    /// It is none: something is looked up or sent.
    Otherwise(ProposalFilling, Press),
}

/// What comes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    Show(ProposalFilling),
    /// The same step, once the area of this postcode has been looked up.
    Find(ProposalFilling, Typed),
    /// The check page, which also needs to know who gets it.
    Check(ProposalFilling),
    /// Everything fits: send it.
    Send(Box<Sending>),
}

/// What is sent, and what was filled in, which is kept for when it does not arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sending {
    pub filling: ProposalFilling,
    pub keys: ProposalKeys,
    pub request: ProposalRequest,
}

/// A step as it stands in a form.
pub const fn step_value(step: ProposalStep) -> &'static str {
    match step {
        ProposalStep::Idea => "idea",
        ProposalStep::Topic => "topic",
        ProposalStep::Area => "area",
        ProposalStep::Together => "together",
        ProposalStep::Answer => "answer",
        ProposalStep::Check => "check",
    }
}

fn read_step(value: &str) -> Option<ProposalStep> {
    ProposalStep::ALL.into_iter().find(|step| step_value(*step) == value)
}

/// The value of a button that jumps to a step.
pub fn jump_value(step: ProposalStep) -> String {
    format!("to-{}", step_value(step))
}

/// A kind as it stands in the address of a route.
pub const fn kind_value(kind: ProposalKind) -> &'static str {
    match kind {
        ProposalKind::Idea => "idea",
        ProposalKind::Initiative => "initiative",
        ProposalKind::Notice => "notice",
        ProposalKind::NeighbourhoodWatch => "neighbourhoodWatch",
    }
}

/// Reads what was posted; what does not fit is found by the rules.
pub fn read(fields: &Fields) -> Posted {
    let step = fields.first(STEP).and_then(read_step).unwrap_or(ProposalStep::Idea);
    let topic = fields.first("topicId");
    let topic_id = topic.and_then(|id| TopicId::parse(id).ok());
    let draft = ProposalDraft {
        topic_id: topic_id.clone(),
        area_id: fields.read("areaId"),
        what: fields.text("what"),
        why: fields.text("why"),
        we_do: fields.text("weDo"),
        we_need: fields.text("weNeed"),
        only_inform: fields.on("onlyInform"),
        neighbourhood_watch: fields.on("neighbourhoodWatch"),
        email: fields.text("email"),
        may_be_public: fields.on("mayBePublic"),
    };
    // An empty value is the choice "I do not know".
    let topic_chosen = topic_id.is_some() || topic == Some("");
    let find = Typed::read(fields, "areaId").filter(|_| step == ProposalStep::Area);
    let press = match fields.first(MOVE) {
        _ if let Some(typed) = find => Press::Find(typed),
        Some("back") => Press::Move(Move::Back),
        Some("send") => Press::Send,
        Some(jump) => jump
            .strip_prefix("to-")
            .and_then(read_step)
            .map_or(Press::Move(Move::Forward), |step| Press::Move(Move::To(step))),
        None if step == ProposalStep::Check => Press::Send,
        None => Press::Move(Move::Forward),
    };
    let keys = fields
        .first(FOLLOW_KEY)
        .and_then(|key| shared::follow_key::FollowKey::parse(key).ok())
        .zip(fields.read(IDEMPOTENCY_KEY))
        .map(|(follow_key, idempotency_key)| ProposalKeys { follow_key, idempotency_key });
    Posted {
        filling: ProposalFilling { step, draft, topic_chosen, changing: fields.on(CHANGING), faults: Vec::new() },
        press,
        keys,
    }
}

/// What comes of what was posted. Without keys nothing is sent: the check page makes them.
pub fn turn(topics: &[Topic<Phrase>], areas: &[Area], language: Language, posted: Posted) -> Turn {
    let keys = posted.keys.clone();
    match moved(topics, areas, posted) {
        Moved::Show(filling) => Turn::Show(filling),
        Moved::Check(filling) => Turn::Check(filling),
        Moved::Otherwise(filling, Press::Find(typed)) => Turn::Find(filling, typed),
        Moved::Otherwise(filling, _) => match (filling.draft.read(language, topics, areas), keys) {
            (Err(faults), _) => match filling.at_first_fault(faults) {
                filling if filling.step == ProposalStep::Check => Turn::Check(filling),
                filling => Turn::Show(filling),
            },
            (Ok(_), None) => Turn::Check(ProposalFilling { step: ProposalStep::Check, ..filling }),
            (Ok(_), Some(keys)) => {
                let draft = filling.draft.clone();
                let request = ProposalRequest { draft, language, follow_key: keys.follow_key.clone() };
                Turn::Send(Box::new(Sending { filling, keys, request }))
            }
        },
    }
}

/// The movements of it, which need nothing but the topics and areas.
pub fn moved(topics: &[Topic<Phrase>], areas: &[Area], posted: Posted) -> Moved {
    let Posted { filling, press, .. } = posted;
    match press {
        Press::Move(movement) => {
            let filling = filling.advance(movement, topics, areas);
            if filling.step == ProposalStep::Check { Moved::Check(filling) } else { Moved::Show(filling) }
        }
        Press::Find(_) | Press::Send => Moved::Otherwise(filling, press),
    }
}

/// What the form has to carry along: everything but what the shown step asks for.
pub fn carried(filling: &ProposalFilling, keys: Option<&ProposalKeys>) -> Vec<(String, String)> {
    let draft = &filling.draft;
    let on = |flag: bool| if flag { "true".to_owned() } else { String::new() };
    let text = |id: Option<String>| id.unwrap_or_default();
    let mut pairs = vec![
        ("what", draft.what.clone()),
        ("why", draft.why.clone()),
        ("areaId", text(draft.area_id.as_ref().map(ToString::to_string))),
        ("weDo", draft.we_do.clone()),
        ("weNeed", draft.we_need.clone()),
        ("onlyInform", on(draft.only_inform)),
        ("neighbourhoodWatch", on(draft.neighbourhood_watch)),
        ("email", draft.email.clone()),
        ("mayBePublic", on(draft.may_be_public)),
    ];
    pairs.retain(|(_, value)| !value.is_empty());
    if filling.topic_chosen {
        pairs.push(("topicId", text(draft.topic_id.as_ref().map(ToString::to_string))));
    }
    pairs.retain(|(name, _)| !filling.step.fields().contains(name));
    pairs.push((STEP, step_value(filling.step).to_owned()));
    if filling.changing {
        pairs.push((CHANGING, "true".to_owned()));
    }
    if let Some(keys) = keys {
        pairs.push((FOLLOW_KEY, keys.follow_key.as_str().to_owned()));
        pairs.push((IDEMPOTENCY_KEY, keys.idempotency_key.to_string()));
    }
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

#[cfg(test)]
mod tests {
    use shared::area::AreaKind;
    use shared::ids::{AreaId, IdempotencyKey};

    use super::*;

    fn areas() -> Vec<Area> {
        let id = AreaId::parse("noord").unwrap();
        vec![Area { id, parent_id: None, kind: AreaKind::Buurt, name: "Noord".into(), cbs: None, network_level: None }]
    }

    fn post(pairs: &[(String, String)]) -> Turn {
        let fields = pairs.iter().cloned().collect();
        turn(&[], &areas(), Language::Nl, read(&fields))
    }

    fn keys() -> ProposalKeys {
        ProposalKeys {
            follow_key: shared::follow_key::FollowKey::from_random([1; 16]),
            idempotency_key: IdempotencyKey::from_random([2; 16]),
        }
    }

    #[test]
    fn a_whole_proposal_goes_through_plain_forms() {
        let mut filling = ProposalFilling::start();
        let pressed = [
            vec![("what", "Een bankje\r\nbij de vijver"), ("why", "")],
            vec![("topicId", "")],
            vec![("areaId", "noord")],
            vec![("weDo", "Wij schilderen het"), ("weNeed", "Verf")],
            vec![("email", "a@b.nl"), ("mayBePublic", "true")],
        ];
        for (place, answers) in pressed.into_iter().enumerate() {
            let mut pairs = carried(&filling, None);
            pairs.extend(answers.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())));
            pairs.push((MOVE.to_owned(), "forward".to_owned()));
            filling = match post(&pairs) {
                Turn::Show(filling) => filling,
                Turn::Check(filling) if place == 4 => filling,
                other => panic!("{other:?}"),
            };
            assert_eq!(filling.faults, [], "step {place}");
        }
        let mut pairs = carried(&filling, Some(&keys()));
        pairs.push((MOVE.to_owned(), "send".to_owned()));
        let Turn::Send(sending) = post(&pairs) else { panic!("not sent") };
        let Sending { request, keys: sent, .. } = *sending;
        assert_eq!(sent, keys());
        assert_eq!(request.draft.kind(), ProposalKind::Initiative);
        assert_eq!(request.draft.what, "Een bankje\r\nbij de vijver");
        assert!(request.draft.may_be_public && request.draft.topic_id.is_none());
    }

    #[test]
    fn sending_without_keys_shows_the_check_page_and_with_faults_the_step_at_fault() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let mut pairs =
            vec![pair("step", "check"), pair("what", "Iets"), pair("areaId", "noord"), pair("move", "send")];
        assert!(matches!(post(&pairs), Turn::Check(_)));
        pairs.push(pair("email", "x"));
        let Turn::Show(filling) = post(&pairs) else { panic!("not shown") };
        assert_eq!((filling.step, filling.faults.len()), (ProposalStep::Answer, 1));
        assert_eq!(filling.draft.what, "Iets");
    }

    #[test]
    fn what_a_step_asks_for_is_not_carried_beside_it() {
        let mut filling = ProposalFilling::start();
        filling.draft.what = "Iets".into();
        filling.draft.email = "a@b.nl".into();
        let names: Vec<_> = carried(&filling, None).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["email", "step"]);
    }
}
