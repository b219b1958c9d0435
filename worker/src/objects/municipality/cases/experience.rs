//! Others may ask who did it before: the resident says so, or not any more. Without an e-mail address nobody would hear of
//! a question, so erasing the address ends it in the same transaction.

use serde::{Deserialize, Serialize};
use shared::{
    actor::Actor,
    case::{Case, Command},
    ids::{CaseId, IdempotencyKey},
    text::Language,
    wire::{
        areas::Experienced,
        pledges::{ExperienceRequest, ExperienceView},
        public::FollowView,
    },
};

use super::{
    super::sessions::SignedInOfficial,
    File, Messages, Scene,
    followed::{followed, view as followed_view},
    handle::accuses,
    names::{Names, title},
    pledges, shown_texts, store,
};
use crate::{
    auth::follow_key::KeyHash,
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{case as cases, contact, idempotency},
};

/// Says that others may ask, or that they may not any more.
#[derive(Debug, Serialize, Deserialize)]
pub struct ShareExperience {
    pub key: KeyHash,
    pub idempotency_key: IdempotencyKey,
    pub request: ExperienceRequest,
    pub language: Language,
}

impl Operation for ShareExperience {
    type Reply = FollowView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "share-experience";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<FollowView, Refusal> {
        let Self { key, idempotency_key, request, language } = self;
        let scope = format!("experience:{}", followed(context, &key)?.id);
        idempotency::once(context, &scope, &idempotency_key, &request, |context| {
            let mut file = followed(context, &key)?;
            let command = if request.share {
                Command::ShareExperience { reachable: contact::exists(context.sql, &file.id)? }
            } else {
                Command::StopSharingExperience
            };
            act(context, &mut file, command, &Actor::Resident)
        })?;
        followed_view(context, &followed(context, &key)?, language)
    }
}

fn act(context: &mut Context<'_>, file: &mut File, command: Command, actor: &Actor) -> Result<(), Refusal> {
    let scene = Scene::read(context)?;
    let decision = file.case.decide(command, actor, &scene.at(context.now))?;
    store(context, &scene, file, decision, actor, Messages::Send)
}

/// Erases how to reach the resident, and with that whether others may ask.
pub fn forget_contact(context: &mut Context<'_>, id: &CaseId) -> Result<(), Refusal> {
    contact::erase(context.sql, id)?;
    let mut file = File::read(context, id)?;
    if file.case.shares_experience() {
        act(context, &mut file, Command::StopSharingExperience, &Actor::System)?;
    }
    Ok(())
}

/// The questions that run stop when nobody may ask any more.
pub(super) fn ended(context: &mut Context<'_>, id: &CaseId, [before, after]: [&Case; 2]) -> Result<(), Refusal> {
    if before.shares_experience() && !after.shares_experience() {
        pledges::end_questions(context, id)?;
    }
    Ok(())
}

/// Whether a question can be sent now: the resident said yes and can be told of it, and everybody sees what it is about.
pub(super) fn is_offered(context: &Context<'_>, file: &File) -> Result<bool, Refusal> {
    let offered = file.case.shares_experience() && file.case.has_experience();
    Ok(offered && contact::exists(context.sql, &file.id)? && !accuses(context, file)?)
}

/// What the resident reads of it on their page.
pub(super) fn view(case: &Case) -> Option<ExperienceView> {
    case.has_experience().then(|| ExperienceView { shares: case.shares_experience() })
}

/// Residents who may be asked, for officials: what everybody can read, and the case where this official may see it.
pub fn experienced(context: &Context<'_>, official: &SignedInOfficial) -> Result<Vec<Experienced>, Refusal> {
    let names = Names::read(context)?;
    let mut found = Vec::new();
    for id in cases::public(context.sql)? {
        let file = File::read(context, &id)?;
        if !is_offered(context, &file)? {
            continue;
        }
        let what = shown_texts(context, &file)?.remove(&file.case.received.what);
        found.push(Experienced {
            title: title(what.as_deref()),
            topic_id: file.case.received.topic_id.clone(),
            topic: names.topic(file.case.received.topic_id.as_ref()),
            area_id: file.case.received.area_id.clone(),
            case_id: file.case.is_visible_to(&official.partner_id, official.role).then_some(id),
        });
    }
    Ok(found)
}
