//! The form of a poll in the browser: its questions. Where somebody lives and the check page are the Worker's, so that
//! nobody waits for the code and the words of what few reach before they answer the first question.

use shared::ids::AreaId;
use shared::paths::Page;
use shared::poll::fill::{Filling, Step};

use super::{Act, Refused, Steps};
use crate::fields::Fields;
use crate::forms::postcode::Told as Found;
use crate::forms::{MOVE, poll};
use crate::state::{Form, FormState, PollForm};
use crate::{texts, views};

pub static POLL: Steps = Steps {
    unpack: Form::unpack_poll,
    texts: &texts::TO_POLL,
    submitted: |state, fields| match &state.form {
        Form::Poll(page) => submitted(page, fields),
        _ => Act::Leave,
    },
    travelled,
    view: |context, form| match form {
        Form::Poll(page) => views::poll_question(context, page),
        _ => views::nothing(),
    },
    title: |context, form| match form {
        Form::Poll(page) => views::poll_title(context, page),
        _ => String::new(),
    },
};

fn travelled(state: &FormState, fields: &Fields, back: bool) -> Act {
    let Form::Poll(page) = &state.form else { return Act::Leave };
    let now = poll::read(&page.poll, fields).filling;
    let movement = match (back, now.step, now.changing) {
        // The poll's first page is all there is before it.
        (true, ..) if page.filling.is_none() => return Act::Leave,
        // Before the first question stands the poll's first page, which the Worker draws: what was corrected in the
        // poll stands there as well. An answer that is being changed belongs to the check page instead.
        (true, Step::Question(0), false) => return Act::Go(state.context.url(&Page::Poll(&page.poll.id))),
        (true, ..) => "back",
        (false, ..) => "forward",
    };
    match submitted(page, &fields.with(MOVE, movement)) {
        Act::Leave => Act::Press(movement),
        act => act,
    }
}

fn submitted(page: &PollForm, fields: &Fields) -> Act {
    let posted = poll::read(&page.poll, fields);
    let ballot_id = posted.ballot_id.clone();
    let shown = |filling| Form::Poll(Box::new(PollForm { filling: Some(filling), ballot_id, ..page.clone() }));
    match poll::moved(&page.poll, posted) {
        poll::Moved::Show(filling) if matches!(filling.step, Step::Question(_)) => Act::Show(shown(filling)),
        poll::Moved::Redraw { filling, focus } => Act::Redraw(shown(filling), focus),
        poll::Moved::Show(_) | poll::Moved::Otherwise(..) => Act::Leave,
    }
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
