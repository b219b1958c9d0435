//! Finding an area by postcode without script: the same step comes back, with the area chosen or with what to do.

use shared::{ids::AreaId, postcode::Lookup, wire::public::AreaLookup};
use widget::forms::postcode::{Told, Typed};

use super::visit::Visit;
use crate::objects::municipality::postcodes::LookUpPostcode;

/// What comes of what was typed. When it cannot be asked the lists still work.
pub(super) async fn look_up(visit: &Visit, typed: &Typed) -> (Told, Option<AreaId>) {
    if let Some(told) = typed.fault() {
        return (told, None);
    }
    let asked = AreaLookup { postcode: typed.postcode.clone(), house_number: Some(typed.number.clone()) };
    match visit.edge.municipality(&visit.slug, &LookUpPostcode { asked }).await {
        Ok(Lookup::Found { area_id }) => (Told::Found, Some(area_id)),
        Ok(Lookup::HouseNumberNeeded) => (Told::NumberNeeded, None),
        Ok(Lookup::HouseNumberUnknown) => (Told::NumberUnknown, None),
        Ok(Lookup::Unknown) => (Told::Unknown, None),
        Err(_) => (Told::NoAnswer, None),
    }
}
