//! Who joins in can be thwarted or threatened as well. It goes to the coordinators alone; with somebody who was said yes
//! to, it takes the initiative out of public at once.

use serde::{Deserialize, Serialize};
use shared::{
    actor::Actor,
    case::Command,
    ids::IdempotencyKey,
    pledge::PledgeState,
    text::{Language, RESIDENT_TEXT},
    wire::{pledges::JoinedView, public::ThreatRequest},
};

use super::{File, Messages, Scene, pledges, store, written};
use crate::{
    auth::follow_key::KeyHash,
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    store::idempotency,
};

/// Tells of it.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReportThreatAsPledger {
    pub key: KeyHash,
    pub idempotency_key: IdempotencyKey,
    pub request: ThreatRequest,
    pub language: Language,
}

impl Operation for ReportThreatAsPledger {
    type Reply = JoinedView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "report-threat-as-pledger";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<JoinedView, Refusal> {
        let Self { key, idempotency_key, request, language } = self;
        let stored = pledges::opened(context, &key)?;
        let scope = format!("pledge-threat:{}", stored.id);
        idempotency::once(context, &scope, &idempotency_key, &request, |context| {
            // Of an offer that was taken back nothing is kept, also not this.
            if stored.state == PledgeState::Withdrawn {
                return Err(Refusal::conflict(Code::PledgeOver));
            }
            let says_what = !request.text.trim().is_empty();
            let text = says_what.then(|| written(context, "text", RESIDENT_TEXT, &request.text)).transpose()?;
            let scene = Scene::read(context)?;
            let mut file = File::read(context, &stored.case_id)?;
            let actor = Actor::Pledger { pledge: stored.id.clone() };
            let hides = stored.state == PledgeState::InTouch;
            let command = Command::ReportPledgerThreat { text, hides };
            let decision = file.case.decide(command, &actor, &scene.at(context.now))?;
            store(context, &scene, &mut file, decision, &actor, Messages::Send)
        })?;
        pledges::joined_view(context, &stored, language)
    }
}
