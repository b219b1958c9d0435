//! In which buurt a postcode lies: loaded by the operator or an administrator, read from its file before it comes here, and
//! looked up without leaving a trace.

use serde::{Deserialize, Serialize};
use shared::{
    ids::OfficialId,
    postcode::{Lookup, Postcode, PostcodeTable, TableView},
    wire::public::AreaLookup,
};

use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        audit::{self, Doer},
        object, postcode,
    },
};

/// Puts this table in the place of the one that was; none takes it away.
#[derive(Debug, Serialize, Deserialize)]
pub struct PutPostcodes {
    /// None is the operator.
    pub by: Option<OfficialId>,
    pub table: Option<Box<PostcodeTable>>,
}

impl Operation for PutPostcodes {
    type Reply = TableView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "put-postcodes";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<TableView, Refusal> {
        super::settings(context)?;
        let action = if let Some(table) = &self.table {
            postcode::put(context.sql, table, context.now.dutch_date())?;
            "municipality.postcodes"
        } else {
            postcode::remove(context.sql)?;
            "municipality.postcodes-removed"
        };
        let by = self.by.as_ref().map_or(Doer::Operator, Doer::Official);
        audit::record(context, &by, action, "postcodes")?;
        object::public_changed(context.sql)?;
        Ok(postcode::view(context.sql)?)
    }
}

/// Says what is loaded.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadPostcodes {}

impl Operation for ReadPostcodes {
    type Reply = TableView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-postcodes";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<TableView, Refusal> {
        super::settings(context)?;
        Ok(postcode::view(context.sql)?)
    }
}

/// Looks an address up. `NotFound` where no table is loaded.
#[derive(Debug, Serialize, Deserialize)]
pub struct LookUpPostcode {
    pub asked: AreaLookup,
}

impl Operation for LookUpPostcode {
    type Reply = Lookup;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "look-up-postcode";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<Lookup, Refusal> {
        super::settings(context)?;
        if !postcode::is_loaded(context.sql)? {
            return Err(Refusal::NotFound);
        }
        let (postcode, number) = self.asked.read()?;
        let block = postcode::block(context.sql, Postcode::digits(postcode))?;
        Ok(block.map_or(Lookup::Unknown, |block| block.find(postcode, number)))
    }
}
