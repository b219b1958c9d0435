//! When something is carried out and by whom, and who has to decide.

use leptos::prelude::*;
use shared::wire::public::FollowView;
use ui::{AnyView, IntoAny};

use super::Context;

/// The sentences of the panel that says who has it.
pub(super) fn view(context: &Context, view: &FollowView) -> AnyView {
    let texts = context.texts().plans();
    let plan = view.plan.as_ref().map(|plan| {
        let date = context.date(plan.on);
        let words = if plan.confirmed { (texts.confirmed)(&plan.by, &date) } else { (texts.proposed)(&plan.by, &date) };
        view! { <p>{words}</p> }
    });
    let decision = view.decision.as_ref().map(|needed| {
        view! { <p>{(texts.decision)(&needed.who, &context.date(needed.until))}</p> }
    });
    view! {
        {plan}
        {decision}
    }
    .into_any()
}
