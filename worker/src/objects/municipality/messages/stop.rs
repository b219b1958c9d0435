//! Somebody wants no more messages: about their case, or about their offer to help.

use serde::{Deserialize, Serialize};
use shared::ids::{CaseId, PledgeId};

use super::super::cases;
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        audit::{self, Doer},
        contact, pledge,
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
            cases::forget_contact(context, &self.case_id)?;
            audit::record(context, &Doer::System, "contact.erase", &format!("case:{}", self.case_id))?;
        }
        Ok(())
    }
}

/// The same for who offered to help. The offer stays: their key still opens it.
#[derive(Debug, Serialize, Deserialize)]
pub struct StopPledgeMessages {
    pub pledge_id: PledgeId,
}

impl Operation for StopPledgeMessages {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "stop-pledge-messages";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        if pledge::contact(context.sql, &self.pledge_id)?.is_some() {
            pledge::erase_contact(context.sql, &self.pledge_id)?;
            audit::record(context, &Doer::System, "contact.erase", &format!("pledge:{}", self.pledge_id))?;
        }
        Ok(())
    }
}
