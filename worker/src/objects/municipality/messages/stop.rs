//! A resident wants no more messages about their case.

use serde::{Deserialize, Serialize};
use shared::ids::CaseId;

use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        audit::{self, Doer},
        contact,
    },
};

/// Erases address and personal link, so that nothing can be sent any more. Whoever asks has shown the proof. Asking
/// twice does the same.
#[derive(Debug, Serialize, Deserialize)]
pub struct StopMessages {
    pub case_id: CaseId,
}

impl Operation for StopMessages {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "stop-messages";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        if contact::exists(context.sql, &self.case_id)? {
            contact::erase(context.sql, &self.case_id)?;
            audit::record(context, &Doer::System, "contact.erase", &format!("case:{}", self.case_id))?;
        }
        Ok(())
    }
}
