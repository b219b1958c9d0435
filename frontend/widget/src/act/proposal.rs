//! The form of an idea or initiative in the browser.

use shared::fault::Fault;
use shared::follow_key::FollowKey;
use shared::ids::{AreaId, IdempotencyKey};
use shared::paths;
use shared::proposal::ProposalDraft;
use shared::wire::public::{IDEMPOTENCY_KEY_HEADER, RouteView};

use super::{Act, Random, Refused, Reply, Request, Steps, Then, Told, found, look_up, trouble_of};
use crate::fields::Fields;
use crate::forms::postcode::Told as Found;
use crate::forms::{MOVE, proposal};
use crate::state::{Form, FormState, ProposalKeys, ProposePage, Receipt};
use crate::{json, texts, views};

pub static PROPOSAL: Steps = Steps {
    unpack: Form::unpack_proposal,
    texts: &texts::TO_PROPOSE,
    submitted: |state, fields, random| match &state.form {
        Form::Propose(page) => submitted(state, page, fields, random),
        _ => Act::Leave,
    },
    travelled: |state, fields, back, random| match &state.form {
        Form::Propose(page) => {
            let movement = if back { "back" } else { "forward" };
            submitted(state, page, &fields.with(MOVE, movement), random)
        }
        // The receipt shows the code once: going back must not take it away.
        _ => Act::Leave,
    },
    answered,
    view: |context, form| match form {
        Form::Propose(page) => views::proposal(context, page),
        Form::Receipt(receipt) => views::receipt(context, receipt),
        Form::Poll(_) => views::nothing(),
    },
    title: |context, form| match form {
        Form::Propose(page) => views::proposal_title(context, page),
        Form::Receipt(_) => views::receipt_title(context),
        Form::Poll(_) => String::new(),
    },
};

fn show(page: ProposePage) -> Act {
    Act::Show(Form::Propose(Box::new(page)))
}

fn submitted(state: &FormState, page: &ProposePage, fields: &Fields, random: Random<'_>) -> Act {
    let posted = proposal::read(fields);
    let shown = |filling, keys| ProposePage {
        filling,
        keys,
        trouble: None,
        route: None,
        lookup: page.lookup.fresh(),
        ..page.clone()
    };
    match proposal::turn(&page.topics, &page.areas, state.context.language, posted) {
        proposal::Turn::Show(filling) => show(shown(filling, page.keys.clone())),
        proposal::Turn::Find(filling, typed) => {
            let lookup = page.lookup.told(typed, Found::NoAnswer);
            let page = Box::new(ProposePage { lookup, ..shown(filling, page.keys.clone()) });
            Act::Ask(Box::new(look_up(state, &page.lookup.typed, Then::ProposalArea(page.clone()))))
        }
        proposal::Turn::Check(filling) => {
            let made = || {
                Some(ProposalKeys {
                    follow_key: FollowKey::from_random(random()?),
                    idempotency_key: IdempotencyKey::from_random(random()?),
                })
            };
            // A changed proposal is another one: its key must not bring back the receipt of the first.
            let Some(keys) = made() else { return Act::Leave };
            let path = route_path(state, &filling.draft);
            let then = Then::CheckProposal(Box::new(shown(filling, Some(keys))));
            Act::Ask(Box::new(Request { body: None, path, headers: Vec::new(), then }))
        }
        proposal::Turn::Send(sending) => {
            let proposal::Sending { filling, keys, request } = *sending;
            let sent = ProposePage { route: page.route.clone(), ..shown(filling, Some(keys.clone())) };
            Act::Ask(Box::new(Request {
                body: Some(json::proposal(&request)),
                path: format!("{}/proposals", paths::api(&state.context.slug)),
                headers: vec![(IDEMPOTENCY_KEY_HEADER, keys.idempotency_key.to_string())],
                then: Then::Receipt(Box::new(sent)),
            }))
        }
    }
}

/// Ids and kinds are letters, digits and hyphens: nothing in them means something in a query.
fn route_path(state: &FormState, draft: &ProposalDraft) -> String {
    let mut path = format!("{}/routes?lang={}", paths::api(&state.context.slug), state.context.language.tag());
    for (name, value) in [
        ("topicId", draft.topic_id.as_ref().map(ToString::to_string)),
        ("areaId", draft.area_id.as_ref().map(ToString::to_string)),
        ("kind", Some(proposal::kind_value(draft.kind()).to_owned())),
    ] {
        if let Some(value) = value {
            for part in ["&", name, "=", value.as_str()] {
                path.push_str(part);
            }
        }
    }
    path
}

fn answered(state: &FormState, request: Request, reply: Option<Reply<'_>>) -> Act {
    let good = reply.filter(Reply::is_good);
    match request.then {
        Then::CheckProposal(page) => {
            // Without the answer the page says so, and sending works all the same.
            show(ProposePage { route: good.and_then(read_route), ..*page })
        }
        Then::Receipt(page) => match good.and_then(|reply| read_receipt(reply, &page)) {
            Some(receipt) => Act::ShowAndTell(Form::Receipt(Box::new(receipt)), Told::Submitted),
            None => show(ProposePage { trouble: Some(trouble_of(state, reply)), ..*page }),
        },
        Then::ProposalArea(page) => {
            let (told, area) = found(reply);
            looked_up(*page, told, area)
        }
        Then::Thanks(_) | Then::Thanked(_) | Then::PollArea(_) => Act::Leave,
    }
}

fn looked_up(page: ProposePage, told: Found, area: Option<AreaId>) -> Act {
    let page = with_area(page, told, area);
    let focus = page.lookup.focus();
    Act::Redraw(Form::Propose(Box::new(page)), focus)
}

/// The step of the area with what came of looking one up.
pub fn with_area(mut page: ProposePage, told: Found, area: Option<AreaId>) -> ProposePage {
    let offered = area.filter(|area| page.areas.iter().any(|known| &known.id == area));
    let told = if told == Found::Found && offered.is_none() { Found::NotOffered } else { told };
    page.lookup = page.lookup.told(page.lookup.typed.clone(), told);
    if offered.is_some() {
        page.filling.draft.area_id = offered;
    }
    page
}

fn read_route(Reply { text, .. }: Reply<'_>) -> Option<RouteView> {
    Some(RouteView {
        partner: text("partner")?,
        supporting: (0..).map_while(|place| text(&format!("supporting.{place}"))).collect(),
        reason: text("reason")?,
        answer_by: text("answerBy")?.parse().ok()?,
    })
}

fn read_receipt(Reply { text, .. }: Reply<'_>, page: &ProposePage) -> Option<Receipt> {
    Some(Receipt {
        number: text("number")?,
        partner: text("partner")?,
        reason: text("reason")?,
        answer_by: text("answerBy")?.parse().ok()?,
        follow_key: page.keys.as_ref()?.follow_key.clone(),
        with_email: !page.filling.draft.email.trim().is_empty(),
    })
}

/// The form of an idea again, at the first step at fault; otherwise where it was, with what went wrong.
pub fn refused(page: ProposePage, refused: Refused) -> ProposePage {
    // The API names a field of the draft by its place in the request.
    let inside = |fault: Fault| match fault.field.strip_prefix("draft.") {
        Some(field) => Fault::new(field, fault.code),
        None => fault,
    };
    let filling = page.filling.clone().at_first_fault(refused.faults.into_iter().map(inside).collect());
    let trouble = filling.faults.is_empty().then_some(refused.trouble);
    ProposePage { filling, trouble, ..page }
}
