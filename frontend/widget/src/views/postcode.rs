//! Finding an area by postcode: below the lists, which always work.

use leptos::prelude::*;
use shared::area::Area;
use shared::ids::AreaId;
use ui::{AnyView, Button, ButtonKind, IntoAny, Notice, TextField, Tone};

use super::places::area_name;
use crate::fields::field_id;
use crate::forms::MOVE;
use crate::forms::postcode::{FIND, Lookup, NUMBER, POSTCODE, Told};
use crate::state::Context;

/// Which area was found; stands above the lists, in which it is chosen.
pub(super) fn found(context: &Context, lookup: &Lookup, areas: &[Area], chosen: Option<&AreaId>) -> Option<AnyView> {
    let area = chosen.filter(|_| lookup.told == Some(Told::Found))?;
    let texts = context.texts().place();
    Some(
        view! {
            <Notice tone=Tone::Good title=texts.found.with([&area_name(areas, area)]) announce="status">
                <p>{texts.found_hint}</p>
            </Notice>
        }
        .into_any(),
    )
}

pub(super) fn search(context: &Context, lookup: &Lookup) -> Option<AnyView> {
    if !lookup.offered {
        return None;
    }
    let texts = context.texts().place();
    let asks_number = lookup.asks_number();
    let told = lookup.told.filter(|told| !matches!(told, Told::Found | Told::NumberNeeded));
    let error =
        |about_number: bool| told.filter(|_| about_number == asks_number).map(|told| texts.told(told).to_owned());
    let number = asks_number.then(|| {
        view! {
            <TextField
                id=field_id(NUMBER)
                name=NUMBER
                label=texts.number
                hint=texts.number_hint
                nostrip:error=error(true)
                value=lookup.typed.number.clone()
                prose=false
                short=true
                autofocus=true
            />
        }
        .into_any()
    });
    Some(
        view! {
            <details class="disclosure" open=told.is_some() || asks_number>
                <summary>{texts.title}</summary>
                <p class="soft">{texts.lead}</p>
                <TextField
                    id=field_id(POSTCODE)
                    name=POSTCODE
                    label=texts.postcode
                    hint=texts.postcode_hint
                    nostrip:error=error(false)
                    value=lookup.typed.postcode.clone()
                    autocomplete="postal-code"
                    prose=false
                    short=true
                    autofocus=told.is_some() && !asks_number
                />
                {number}
                <div class="actions">
                    <Button kind=ButtonKind::Secondary name=MOVE value=FIND>
                        {texts.find}
                    </Button>
                </div>
            </details>
        }
        .into_any(),
    )
}
