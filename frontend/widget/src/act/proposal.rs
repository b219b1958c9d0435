//! The form of an idea or initiative in the browser: all its steps but the check page, which says who gets the idea, and what
//! stands behind it.

use shared::fault::Fault;
use shared::ids::AreaId;

use super::{Act, Refused, Steps};
use crate::fields::Fields;
use crate::forms::postcode::Told as Found;
use crate::forms::{MOVE, proposal};
use crate::state::{Form, ProposePage};
use crate::{texts, views};

pub static PROPOSAL: Steps = Steps {
    unpack: Form::unpack_proposal,
    texts: &texts::TO_PROPOSE,
    submitted: |state, fields| match &state.form {
        Form::Propose(page) => submitted(page, fields),
        _ => Act::Leave,
    },
    travelled: |state, fields, back| {
        let Form::Propose(page) = &state.form else { return Act::Leave };
        let movement = if back { "back" } else { "forward" };
        match submitted(page, &fields.with(MOVE, movement)) {
            Act::Leave => Act::Press(movement),
            act => act,
        }
    },
    view: |context, form| match form {
        Form::Propose(page) => views::proposal_step(context, page),
        _ => views::nothing(),
    },
    title: |context, form| match form {
        Form::Propose(page) => views::proposal_title(context, page),
        _ => String::new(),
    },
};

fn submitted(page: &ProposePage, fields: &Fields) -> Act {
    match proposal::moved(&page.topics, &page.areas, proposal::read(fields)) {
        // What is changed on the check page is another idea, and gets other keys there.
        proposal::Moved::Show(filling) => {
            let lookup = page.lookup.fresh();
            Act::Show(Form::Propose(Box::new(ProposePage { filling, lookup, ..page.clone() })))
        }
        proposal::Moved::Check(_) | proposal::Moved::Otherwise(..) => Act::Leave,
    }
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
