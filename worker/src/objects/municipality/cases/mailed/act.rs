//! What somebody does with a case by mail: take it over, help, answer; or not, and why.

use serde::{Deserialize, Serialize};
use shared::{
    actor::Actor,
    case::Command,
    text::OFFICIAL_TEXT,
    wire::admin::{HandoverReply, UpdateRequest},
};

use super::{
    super::{Messages, Scene, answering, store, written},
    MailedLink, check, visible,
};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::audit::{self, Doer},
};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum MailedAct {
    /// To the offer that waits.
    ReplyToHandover(HandoverReply),
    /// To being asked to help.
    ReplyToSupport { version: u64, accept: bool, reason: String },
    /// News for the resident.
    Update(UpdateRequest),
}

impl MailedAct {
    const fn version(&self) -> u64 {
        match self {
            Self::ReplyToHandover(reply) => reply.version,
            Self::ReplyToSupport { version, .. } => *version,
            Self::Update(request) => request.version,
        }
    }

    const fn name(&self) -> &'static str {
        match self {
            Self::ReplyToHandover(reply) if reply.accept => "case.accept-handover",
            Self::ReplyToHandover(_) => "case.decline-handover",
            Self::ReplyToSupport { accept: true, .. } => "case.accept-support",
            Self::ReplyToSupport { .. } => "case.decline-support",
            Self::Update(_) => "case.update",
        }
    }
}

/// Does something with the case, on the version of it that was shown.
#[derive(Debug, Serialize, Deserialize)]
pub struct ActByMail {
    pub link: MailedLink,
    pub session: [u8; 32],
    pub act: MailedAct,
}

impl Operation for ActByMail {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "act-by-mail";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        let Self { link, session, act } = self;
        check(context, &link, &session)?;
        let scene = Scene::read(context)?;
        let mut file = visible(context, &link)?;
        file.check_version(act.version())?;
        let name = act.name();
        let actor = Actor::Mailed { partner: link.partner.clone() };
        let command = match act {
            MailedAct::ReplyToHandover(reply) => {
                let offer = file.case.offer().ok_or(shared::case::Refusal::NoSuchOffer)?;
                let id = offer.id.clone();
                if reply.accept {
                    Command::AcceptHandover { id }
                } else {
                    let reason = written(context, "reason", OFFICIAL_TEXT, &reply.reason)?;
                    Command::DeclineHandover { id, reason, suggestion: reply.suggestion }
                }
            }
            MailedAct::ReplyToSupport { accept: true, .. } => Command::AcceptSupport { partner: link.partner.clone() },
            MailedAct::ReplyToSupport { reason, .. } => Command::DeclineSupport {
                partner: link.partner.clone(),
                reason: written(context, "reason", OFFICIAL_TEXT, &reason)?,
            },
            MailedAct::Update(request) => answering::answer(context, &request)?,
        };
        let decision = file.case.decide(command, &actor, &scene.at(context.now))?;
        store(context, &scene, &mut file, decision, &actor, Messages::Send)?;
        audit::record(context, &Doer::Mailed(&link.partner), name, &format!("case:{}", link.case))
    }
}
