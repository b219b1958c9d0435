//! The map of the areas: loaded by the operator or an administrator, made from `GeoJSON` before it comes here.

use serde::{Deserialize, Serialize};
use shared::{area_map::AreaMap, ids::OfficialId};

use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        area_map,
        audit::{self, Doer},
        object,
    },
};

/// Puts this map in the place of the one that was; none takes it away.
#[derive(Debug, Serialize, Deserialize)]
pub struct PutAreaMap {
    /// None is the operator.
    pub by: Option<OfficialId>,
    pub map: Option<Box<AreaMap>>,
}

impl Operation for PutAreaMap {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "put-area-map";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        super::settings(context)?;
        let action = if let Some(map) = &self.map {
            area_map::put(context.sql, map, context.now)?;
            "municipality.area-map"
        } else {
            area_map::remove(context.sql)?;
            "municipality.area-map-removed"
        };
        let by = self.by.as_ref().map_or(Doer::Operator, Doer::Official);
        audit::record(context, &by, action, "area-map")?;
        object::public_changed(context.sql)?;
        Ok(())
    }
}
