//! The form of a poll in the browser.

use shared::ids::{AreaId, BallotId};
use shared::paths::{self, Page};
use shared::poll::fill::{Filling, Step};
use shared::wire::public::IDEMPOTENCY_KEY_HEADER;

use super::{Act, Random, Refused, Reply, Request, Steps, Then, Told, found, look_up, trouble_of};
use crate::fields::Fields;
use crate::forms::postcode::Told as Found;
use crate::forms::{MOVE, poll};
use crate::state::{Form, FormState, PollForm, Trouble};
use crate::{json, texts, views};

pub static POLL: Steps = Steps {
    unpack: Form::unpack_poll,
    texts: &texts::TO_POLL,
    submitted: |state, fields, random| match &state.form {
        Form::Poll(page) => submitted(state, page, fields, random),
        _ => Act::Leave,
    },
    travelled,
    answered,
    view: |context, form| match form {
        Form::Poll(page) => views::poll(context, page),
        _ => views::nothing(),
    },
    title: |context, form| match form {
        Form::Poll(page) => views::poll_title(context, page),
        _ => String::new(),
    },
};

fn travelled(state: &FormState, fields: &Fields, back: bool, random: Random<'_>) -> Act {
    let Form::Poll(page) = &state.form else { return Act::Leave };
    // What was filled in stands on this page alone: there is no form on it to take it back to a step.
    if matches!(page.trouble, Some(Trouble::Ended { .. })) {
        return Act::Leave;
    }
    let movement = match (back, &page.filling) {
        // Before the first question stands the poll's first page, which the Worker draws: what was corrected in the
        // poll stands there as well. An answer that is being changed belongs to the check page instead.
        (true, Some(Filling { step: Step::Question(0), changing: false, .. })) => {
            return Act::Go(state.context.url(&Page::Poll(&page.poll.id)));
        }
        (true, None) => return Act::Leave,
        (true, Some(_)) => "back",
        (false, Some(_)) => "forward",
        (false, None) => "start",
    };
    submitted(state, page, &fields.with(MOVE, movement), random)
}

fn show(page: PollForm) -> Act {
    Act::Show(Form::Poll(Box::new(page)))
}

fn submitted(state: &FormState, page: &PollForm, fields: &Fields, random: Random<'_>) -> Act {
    let definition = &page.poll;
    let posted = poll::read(definition, fields);
    let known = posted.ballot_id.clone().or_else(|| page.ballot_id.clone());
    let Some(ballot_id) = known.or_else(|| random().map(BallotId::from_random)) else { return Act::Leave };
    let shown = |filling: Filling| PollForm {
        filling: Some(filling),
        ballot_id: Some(ballot_id.clone()),
        trouble: None,
        lookup: page.lookup.fresh(),
        ..page.clone()
    };
    match poll::turn(definition, &page.areas, posted) {
        poll::Turn::Show(filling) => show(shown(filling)),
        poll::Turn::Redraw { filling, focus } => Act::Redraw(Form::Poll(Box::new(shown(filling))), focus),
        poll::Turn::Find { filling, typed } => {
            let page = Box::new(PollForm { lookup: page.lookup.told(typed, Found::NoAnswer), ..shown(filling) });
            Act::Ask(Box::new(look_up(state, &page.lookup.typed, Then::PollArea(page.clone()))))
        }
        poll::Turn::Send { filling, request } => Act::Ask(Box::new(Request {
            body: Some(json::ballot(&request)),
            path: format!("{}/polls/{}/ballots", paths::api(&state.context.slug), definition.id),
            headers: vec![(IDEMPOTENCY_KEY_HEADER, ballot_id.to_string())],
            then: Then::Thanks(Box::new(shown(filling))),
        })),
    }
}

fn answered(state: &FormState, request: Request, reply: Option<Reply<'_>>) -> Act {
    let good = reply.is_some_and(|reply| reply.is_good());
    let page = match request.then {
        Then::PollArea(page) => {
            let (told, area) = found(reply);
            return looked_up(*page, told, area);
        }
        // The line may go before the thanks are there. Until then what was filled in stays, to be sent once more.
        Then::Thanks(page) if good => {
            let path = state.context.url(&Page::PollThanks(&page.poll.id));
            let then = Then::Thanked(page);
            return Act::Ask(Box::new(Request { body: None, path, headers: Vec::new(), then }));
        }
        Then::Thanked(page) if good => return Act::Arrive(request.path, Told::Answered(page.poll.id)),
        Then::Thanks(page) | Then::Thanked(page) => page,
        _ => return Act::Leave,
    };
    show(PollForm { trouble: Some(trouble_of(state, reply)), ..*page })
}

fn looked_up(page: PollForm, told: Found, area: Option<AreaId>) -> Act {
    let page = with_area(page, told, area);
    let focus = page.lookup.focus();
    Act::Redraw(Form::Poll(Box::new(page)), focus)
}

/// The step of the area with what came of looking one up.
pub fn with_area(mut page: PollForm, told: Found, area: Option<AreaId>) -> PollForm {
    let offered = area.filter(|area| page.poll.areas_to_name(&page.areas).any(|named| &named.id == area));
    let told = if told == Found::Found && offered.is_none() { Found::NotOffered } else { told };
    page.lookup = page.lookup.told(page.lookup.typed.clone(), told);
    if let (Some(filling), Some(area)) = (&mut page.filling, offered) {
        filling.area_id = Some(area);
    }
    page
}

/// The poll's form again, at the first question at fault; otherwise at the check page with what went wrong.
pub fn refused(page: PollForm, refused: Refused) -> PollForm {
    let filling = page.filling.clone().unwrap_or_else(Filling::start);
    let filling = page.poll.at_first_fault(Filling { step: Step::Check, ..filling }, refused.faults);
    let trouble = filling.faults.is_empty().then_some(refused.trouble);
    PollForm { filling: Some(filling), trouble, ..page }
}
