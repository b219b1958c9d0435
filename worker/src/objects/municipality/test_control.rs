//! What tests ask of a municipality. The shell answers both, because one waits and the other is no rule of ours.

use serde::{Deserialize, Serialize};

use super::jobs::Ran;
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
};

/// Does what is due now, without waiting for the alarm.
#[derive(Debug, Serialize, Deserialize)]
pub struct RunDueWork {}

impl Operation for RunDueWork {
    type Reply = Ran;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "run-due-work";
    const ACCESS: Access = Access::Writes;

    fn run(self, _context: &mut Context<'_>) -> Result<Ran, Refusal> {
        Err(Refusal::fault("only the shell can wait"))
    }
}

/// Whether the object's database does what the seam promises.
#[derive(Debug, Serialize, Deserialize)]
pub struct Conformance {}

impl Operation for Conformance {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "conformance";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        Ok(crate::store::conformance(context.sql)?)
    }
}
