//! "Wij steunen dit": officials see what everybody sees, and show that their organisation supports it.

use serde::{Deserialize, Serialize};
use shared::{
    actor::Actor,
    case::{Case, Command},
    ids::{CaseId, PartnerId},
    wire::backing::{Backable, BackableList, BackingRequest},
};

use super::{
    super::sessions::SignedInOfficial,
    File, Messages, Scene,
    handle::accuses,
    names::{Names, title},
    shown_texts, store,
};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        audit::{self, Doer},
        case as cases,
    },
};

/// Lists the initiatives that everybody sees; an official needs to have nothing to do with them.
#[derive(Debug, Serialize, Deserialize)]
pub struct ListBackable {}

impl Operation for ListBackable {
    type Reply = BackableList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "list-backable";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<BackableList, Refusal> {
        list(context)
    }
}

/// Shows that an organisation supports an initiative, or takes that back.
#[derive(Debug, Serialize, Deserialize)]
pub struct BackInitiative {
    pub official: SignedInOfficial,
    pub id: CaseId,
    pub request: BackingRequest,
}

impl Operation for BackInitiative {
    type Reply = BackableList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "back-initiative";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<BackableList, Refusal> {
        let Self { official, id, request } = self;
        let scene = Scene::read(context)?;
        let mut file = File::read(context, &id)?;
        // What everybody does not see is not there for who has nothing to do with it.
        let visible = file.case.is_visible_to(&official.partner_id, official.role);
        if !visible && !is_shown(context, &file)? {
            return Err(Refusal::NotFound);
        }
        let partner = request.partner.unwrap_or_else(|| official.partner_id.clone());
        let subject = format!("case:{id} partner:{partner}");
        let (command, name) = if request.backs {
            (Command::ShowBacking { partner }, "case.show-backing")
        } else {
            (Command::TakeBackBacking { partner }, "case.take-back-backing")
        };
        let actor: Actor = official.actor();
        let decision = file.case.decide(command, &actor, &scene.at(context.now))?;
        store(context, &scene, &mut file, decision, &actor, Messages::Send)?;
        audit::record(context, &Doer::Official(&official.id), name, &subject)?;
        list(context)
    }
}

/// Whether everybody sees it: what is held or accuses somebody is never shown, whatever a row says.
fn is_shown(context: &Context<'_>, file: &File) -> Result<bool, Refusal> {
    Ok(file.case.is_public() && !file.case.is_held() && !accuses(context, file)?)
}

fn list(context: &Context<'_>) -> Result<BackableList, Refusal> {
    let names = Names::read(context)?;
    let mut initiatives = Vec::new();
    for id in cases::public(context.sql)? {
        let file = File::read(context, &id)?;
        if is_shown(context, &file)? {
            let what = shown_texts(context, &file)?.remove(&file.case.received.what);
            initiatives.push(Backable {
                title: title(what.as_deref()),
                area: names.area(&file.case.received.area_id),
                status: file.case.status(),
                owner: file.case.owner().clone(),
                backing: file.case.backing,
                id,
            });
        }
    }
    Ok(BackableList { initiatives })
}

/// Whose support is shown now: not of an organisation without an agreement, or with nobody at work.
pub(super) fn shown<'a>(context: &Context<'_>, scene: &'a Scene, case: &'a Case) -> Vec<&'a PartnerId> {
    let today = context.now.dutch_date();
    let reached = |id: &&PartnerId| {
        scene.partners.iter().any(|candidate| &&candidate.partner.id == id && candidate.check(today).is_ok())
    };
    case.backing.iter().filter(reached).collect()
}
