//! Neighbourhood watch: which kind a case is of, its agreements, and who should be in touch.

use serde::{Deserialize, Serialize};
use shared::{
    actor::Permission,
    agreements::standard,
    case::{Agreements, Case, CaseAction, Command, NewAgreements, Written},
    fault::FaultCode,
    ids::{OfficialId, TextId},
    notification::MailKind,
    partner::Official,
    promise::Calendar,
    text::{LINE, Language, OFFICIAL_TEXT},
    wire::{
        helping::NoteRequest,
        watch::{
            AgreementsRequest, AgreementsView, ContactEndRequest, ContactTask, ContactTaskList, KindRequest,
            NamedOfficial, WatchView,
        },
    },
};

use super::{
    super::sessions::SignedInOfficial,
    File, Scene,
    names::{Names, title},
    shown_texts,
    timeline::Texts,
    written,
};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        case::{self as cases, Contacts},
        municipality::Which,
        official,
        outbox::{Message, Recipient, Subject},
    },
};

/// What an official does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum WatchAct {
    SetKind(KindRequest),
    RecordAgreements(AgreementsRequest),
    NoteContact(NoteRequest),
    EndContact(ContactEndRequest),
}

impl WatchAct {
    pub(super) const fn version(&self) -> u64 {
        match self {
            Self::SetKind(request) => request.version,
            Self::RecordAgreements(request) => request.version,
            Self::NoteContact(request) => request.version,
            Self::EndContact(request) => request.version,
        }
    }

    /// Its name in the audit log.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::SetKind(_) => "case.set-kind",
            Self::RecordAgreements(_) => "case.record-agreements",
            Self::NoteContact(_) => "case.note-contact",
            Self::EndContact(_) => "case.end-contact",
        }
    }

    pub(super) fn command(self, context: &mut Context<'_>, scene: &Scene) -> Result<Command, Refusal> {
        Ok(match self {
            Self::SetKind(request) => Command::SetKind { kind: request.kind },
            Self::RecordAgreements(request) => Command::RecordAgreements(agreements(context, scene, request)?),
            Self::NoteContact(request) => {
                Command::NoteContact { text: written(context, "text", OFFICIAL_TEXT, &request.text)? }
            }
            Self::EndContact(request) => {
                Command::EndContact { reason: written(context, "reason", OFFICIAL_TEXT, &request.reason)? }
            }
        })
    }
}

/// The contact is somebody who handles cases at the municipality, or a function that is named there.
fn agreements(context: &mut Context<'_>, scene: &Scene, request: AgreementsRequest) -> Result<NewAgreements, Refusal> {
    let AgreementsRequest { official_id, contact, reach, own, .. } = request;
    let contact = match &official_id {
        None => written(context, "contact", LINE, &contact)?,
        Some(id) => {
            let named = candidates(context, scene)?.into_iter().find(|candidate| &candidate.id == id);
            let named = named.ok_or_else(|| Refusal::invalid("officialId", FaultCode::Unknown))?;
            written(context, "contact", LINE, &named.name)?
        }
    };
    let reach = written(context, "reach", LINE, &reach)?;
    let own = OFFICIAL_TEXT.read(&own).map_err(|code| Refusal::invalid("own", code))?;
    let own = own.map(|words| Written { id: TextId::from_random(context.random.id()), words });
    Ok(NewAgreements { official: official_id, contact, reach, own })
}

/// Officials of the municipality who may be a contact.
fn candidates(context: &Context<'_>, scene: &Scene) -> Result<Vec<Official>, Refusal> {
    let mut officials = official::all(context.sql, Which::Current)?;
    officials.retain(|official| may_be_contact(official) && official.partner_id == scene.coordinating);
    Ok(officials)
}

fn may_be_contact(official: &Official) -> bool {
    official.active && official.role.may(Permission::HandleCases)
}

/// What everybody may read of it.
pub(super) fn view(case: &Case, texts: &Texts, language: Language) -> Option<AgreementsView> {
    case.agreements().map(|agreements| agreements_view(agreements, texts, language))
}

fn agreements_view(agreements: &Agreements, texts: &Texts, language: Language) -> AgreementsView {
    let text = |id: &TextId| texts.get(id).cloned();
    AgreementsView {
        contact: text(&agreements.contact).unwrap_or_default(),
        reach: text(&agreements.reach).unwrap_or_default(),
        standard: standard(agreements.standard, language).map(str::to_owned).into(),
        own: agreements.own.as_ref().and_then(text),
        on: agreements.on,
    }
}

/// For officials.
pub(super) fn official_view(
    context: &Context<'_>,
    scene: &Scene,
    case: &Case,
    texts: &Texts,
    actions: &[CaseAction],
) -> Result<WatchView, Refusal> {
    let Some(agreements) = case.agreements() else {
        let candidates = named(context, scene, actions)?;
        return Ok(WatchView { candidates, ..WatchView::default() });
    };
    let contact = agreements.official.as_ref().map(|id| official::find(context.sql, id)).transpose()?.flatten();
    let there = contact.is_some_and(|contact| may_be_contact(&contact));
    Ok(WatchView {
        agreements: Some(agreements_view(agreements, texts, Language::Nl)),
        contact_left: agreements.official.is_some() && !there,
        official_id: agreements.official.clone(),
        contact_due: case.contact_due().map(|(since, _)| since),
        next_contact: case.next_contact(Calendar::new(&scene.settings.own_free_days)),
        candidates: named(context, scene, actions)?,
    })
}

fn named(context: &Context<'_>, scene: &Scene, actions: &[CaseAction]) -> Result<Vec<NamedOfficial>, Refusal> {
    if !actions.contains(&CaseAction::RecordAgreements) {
        return Ok(Vec::new());
    }
    let candidates = candidates(context, scene)?.into_iter();
    Ok(candidates.map(|official| NamedOfficial { id: official.id, name: official.name }).collect())
}

/// Lists with whom somebody should be in touch. Coordinators see every task, so that none waits for somebody who has
/// left.
#[derive(Debug, Serialize, Deserialize)]
pub struct ListContactTasks {
    pub official: SignedInOfficial,
}

impl Operation for ListContactTasks {
    type Reply = ContactTaskList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "list-contact-tasks";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<ContactTaskList, Refusal> {
        let Self { official } = self;
        let contacts =
            if official.role.may(Permission::SeeAllCases) { Contacts::Everybodys } else { Contacts::Of(&official.id) };
        let names = Names::read(context)?;
        let mut tasks = Vec::new();
        for (id, since, _) in cases::contacts_due(context.sql, contacts)? {
            let file = File::read(context, &id)?;
            if !file.case.is_visible_to(&official.partner_id, official.role) {
                continue;
            }
            // A function is at the municipality, whoever else may read the case.
            let texts = shown_texts(context, &file)?;
            let Some(agreements) = file.case.agreements() else { continue };
            if matches!(contacts, Contacts::Of(_)) && agreements.partner != official.partner_id {
                continue;
            }
            let text = |id: &TextId| texts.get(id).map(String::as_str);
            tasks.push(ContactTask {
                case_id: id,
                number: file.case.received.number.to_string(),
                title: title(text(file.case.shown(&file.case.received.what))),
                area: names.area(&file.case.received.area_id),
                contact: text(&agreements.contact).unwrap_or_default().to_owned(),
                since,
            });
        }
        Ok(ContactTaskList { tasks })
    }
}

/// Who of these people a message is for: of a contact task the contact alone, when that person is at work.
pub fn reduced_to_contact(
    context: &Context<'_>,
    message: &Message,
    people: Vec<Recipient>,
) -> Result<Vec<Recipient>, Refusal> {
    let (MailKind::ContactDue, Subject::Case { id }) = (message.kind, &message.subject) else { return Ok(people) };
    let file = File::read(context, id)?;
    let contact: Option<OfficialId> = file.case.agreements().and_then(|agreements| agreements.official.clone());
    let contact = contact.map(|id| Recipient::Official { id }).filter(|contact| people.contains(contact));
    Ok(contact.map_or(people, |contact| vec![contact]))
}
