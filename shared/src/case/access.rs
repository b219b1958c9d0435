//! Who may see a case, and who may do what with it. Deciding and showing buttons ask the same question.

use serde::{Deserialize, Serialize};

use super::{Case, Context, Offer, Open, Publication, Refusal, Review, State};
use crate::actor::{Actor, Permission, Role};
use crate::ids::PartnerId;

/// What an official may do with a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CaseAction {
    Update,
    Ask,
    Conclude,
    /// Recognise that it is no idea, and pass it on.
    PassOn,
    /// Look again, because the resident was not helped.
    Reopen,
    /// Leave it at the conclusion, and explain.
    RefuseReopening,
    OfferHandover,
    WithdrawHandover,
    /// Accept or decline.
    ReplyToHandover,
    /// Another day on which the resident hears something, and why.
    MovePromise,
    /// Ask a partner to help.
    AskSupport,
    /// Help, or not.
    ReplyToSupport,
    /// Write something down for officials.
    AddNote,
    /// Propose words for the owner's news.
    ProposeUpdate,
    /// Say that somebody above the partners has to decide.
    NeedDecision,
    /// Say when something will be carried out.
    ProposeDate,
    /// Confirm that day, or not.
    ReplyToDate,
    /// Write down who does what by when.
    AddTask,
    /// Do something about a threat.
    TakeUpThreat,
    /// Keep the text from the partners until it has been read.
    Hold,
    /// Rewrite the texts so that they hurt nobody.
    Redact,
    /// Put a translation beside a text.
    Translate,
    /// Release a held text to the partners.
    ReleaseReview,
    /// Show as an initiative in public.
    Publish,
    /// Take out of public.
    Hide,
    /// Overwrite what somebody wrote, because they ask for it.
    EraseTexts,
    /// Say that it is of another kind.
    SetKind,
    /// Say that the resident writes in another language.
    SetLanguage,
    /// Write down what neighbourhood watch has agreed to.
    RecordAgreements,
    /// Note that somebody was in touch.
    NoteContact,
    /// Say that nobody needs to be in touch any more.
    EndContact,
}

impl CaseAction {
    /// Every action, in the order in which buttons stand.
    pub const ALL: [Self; 31] = [
        Self::TakeUpThreat,
        Self::NoteContact,
        Self::ReleaseReview,
        Self::ReplyToHandover,
        Self::ReplyToSupport,
        Self::ReplyToDate,
        Self::Reopen,
        Self::RefuseReopening,
        Self::Update,
        Self::Ask,
        Self::MovePromise,
        Self::Translate,
        Self::ProposeUpdate,
        Self::AddNote,
        Self::AskSupport,
        Self::OfferHandover,
        Self::WithdrawHandover,
        Self::ProposeDate,
        Self::AddTask,
        Self::NeedDecision,
        Self::Conclude,
        Self::PassOn,
        Self::SetKind,
        Self::SetLanguage,
        Self::RecordAgreements,
        Self::Hold,
        Self::Redact,
        Self::Publish,
        Self::Hide,
        Self::EndContact,
        Self::EraseTexts,
    ];
}

/// Whether this is somebody who keeps the whole: decides for others where that is needed, and moderates.
pub(super) fn coordinates(actor: &Actor) -> bool {
    may(actor, Permission::SeeAllCases) && may(actor, Permission::Moderate)
}

pub(super) fn may(actor: &Actor, permission: Permission) -> bool {
    actor.role().is_some_and(|role| role.may(permission))
}

pub(super) fn belongs_to(actor: &Actor, partner: &PartnerId) -> bool {
    actor.partner() == Some(partner)
}

/// Whether the actor handles cases for this partner, or may note what that partner said.
pub(super) fn handles(actor: &Actor, partner: &PartnerId) -> bool {
    may(actor, Permission::HandleCases) && (belongs_to(actor, partner) || coordinates(actor))
}

impl Case {
    /// Whether this official may see the case at all. To everybody else it does not exist. While it is held, only
    /// coordinators see it: the text may accuse somebody.
    pub fn is_visible_to(&self, partner: &PartnerId, role: Role) -> bool {
        if role.may(Permission::SeeAllCases) {
            return true;
        }
        let keeps_contact = self.agreements().is_some_and(|agreements| &agreements.partner == partner);
        let concerned = self.owner() == partner
            || keeps_contact
            || self.concerned().contains(&partner)
            || self.offer().is_some_and(|offer| &offer.to == partner);
        role.may(Permission::SeeCases) && concerned && !self.is_held()
    }

    /// What this actor may do with it now.
    pub fn actions(&self, actor: &Actor, context: &Context<'_>) -> Vec<CaseAction> {
        CaseAction::ALL.into_iter().filter(|&action| self.permits(action, actor, context).is_ok()).collect()
    }

    /// Whether the action is this actor's, and fits where the case stands.
    pub(super) fn permits(&self, action: CaseAction, actor: &Actor, context: &Context<'_>) -> Result<(), Refusal> {
        match action {
            CaseAction::Update
            | CaseAction::Conclude
            | CaseAction::PassOn
            | CaseAction::MovePromise
            | CaseAction::ProposeDate => self.owned_by(actor).map(|_| ()),
            CaseAction::NeedDecision if !coordinates(actor) => Err(Refusal::NotYours),
            CaseAction::NeedDecision => self.owned_by(actor).map(|_| ()),
            CaseAction::AskSupport => {
                self.owned_by(actor)?;
                let others = context
                    .partners
                    .iter()
                    .any(|other| !self.helps(&other.partner.id) && other.check(context.today()).is_ok());
                match others {
                    _ if self.is_held() => Err(Refusal::Held),
                    true => Ok(()),
                    false => Err(Refusal::PartnerUnavailable),
                }
            }
            CaseAction::ReplyToSupport => self.asked_for_support(None, actor).map(|_| ()),
            CaseAction::AddNote => self.works_on(actor),
            CaseAction::ProposeUpdate => self.supports(actor),
            CaseAction::ReplyToDate => self.date_to_confirm(actor).map(|_| ()),
            CaseAction::AddTask => self.may_add_task(actor),
            CaseAction::Ask => {
                self.owned_by(actor)?;
                if self.question().is_some() { Err(Refusal::QuestionOpen) } else { Ok(()) }
            }
            CaseAction::OfferHandover => {
                let open = self.owned_by(actor)?;
                let others = context
                    .partners
                    .iter()
                    .any(|other| other.partner.id != open.owner && other.check(context.today()).is_ok());
                match open.offer {
                    _ if self.is_held() => Err(Refusal::Held),
                    Some(_) => Err(Refusal::OfferOpen),
                    None if !others => Err(Refusal::PartnerUnavailable),
                    None => Ok(()),
                }
            }
            CaseAction::WithdrawHandover => {
                self.owned_by(actor)?.offer.as_ref().map(|_| ()).ok_or(Refusal::NoSuchOffer)
            }
            CaseAction::ReplyToHandover => self.offered_to(actor).map(|_| ()),
            CaseAction::Reopen | CaseAction::RefuseReopening => match self.asked_again() {
                _ if !handles(actor, self.owner()) => Err(Refusal::NotYours),
                // Who gave the answer does not judge what the resident says of it.
                _ if action == CaseAction::RefuseReopening && !coordinates(actor) => Err(Refusal::NotYours),
                _ if self.is_held() && !coordinates(actor) => Err(Refusal::Held),
                Some(_) => Ok(()),
                None => Err(Refusal::NoReopeningAsked),
            },
            CaseAction::TakeUpThreat => match self.threatened {
                _ if !coordinates(actor) => Err(Refusal::NotYours),
                true => Ok(()),
                false => Err(Refusal::NoThreat),
            },
            CaseAction::Redact => match self.state {
                _ if !coordinates(actor) => Err(Refusal::NotYours),
                State::Withdrawn(_) => Err(Refusal::Ended),
                State::Open(_) | State::Concluded(_) => Ok(()),
            },
            CaseAction::Hold => match self.state {
                _ if !coordinates(actor) => Err(Refusal::NotYours),
                _ if self.is_held() => Err(Refusal::AlreadyHeld),
                State::Withdrawn(_) => Err(Refusal::Ended),
                State::Open(_) | State::Concluded(_) => Ok(()),
            },
            CaseAction::ReleaseReview => match self.review {
                _ if !coordinates(actor) => Err(Refusal::NotYours),
                Review::Held => Ok(()),
                Review::NotNeeded | Review::Released => Err(Refusal::NotHeld),
            },
            CaseAction::Publish => match (&self.state, self.publication) {
                _ if !coordinates(actor) => Err(Refusal::NotYours),
                (State::Withdrawn(_), _) => Err(Refusal::Ended),
                // Also while the resident asks to look again: a complaint is nobody else's to read.
                _ if self.passed_on.as_ref().is_some_and(|passed_on| passed_on.nature.ends()) => Err(Refusal::Ended),
                _ if self.erased => Err(Refusal::TextsErased),
                _ if self.is_held() => Err(Refusal::Held),
                _ if self.threatened => Err(Refusal::Threatened),
                _ if !self.received.may_be_public => Err(Refusal::NotAgreedToPublic),
                _ if self.is_watch() && self.agreements().is_none() => Err(Refusal::NoAgreements),
                (_, Publication::Public) => Err(Refusal::AlreadyPublic),
                (_, Publication::Private | Publication::Hidden) => Ok(()),
            },
            CaseAction::Translate => self.may_translate(actor),
            CaseAction::SetLanguage => self.may_set_language(actor),
            CaseAction::EraseTexts => Self::may_erase(actor),
            CaseAction::SetKind | CaseAction::RecordAgreements | CaseAction::NoteContact | CaseAction::EndContact => {
                self.permits_watch(action, actor)
            }
            CaseAction::Hide => match self.publication {
                _ if !coordinates(actor) => Err(Refusal::NotYours),
                Publication::Public => Ok(()),
                Publication::Private | Publication::Hidden => Err(Refusal::NotPublic),
            },
        }
    }

    /// The open case, to somebody who may act as its owner.
    pub(super) fn owned_by(&self, actor: &Actor) -> Result<&Open, Refusal> {
        if !handles(actor, self.owner()) {
            return Err(Refusal::NotYours);
        }
        match &self.state {
            State::Open(_) if self.is_held() && !coordinates(actor) => Err(Refusal::Held),
            State::Open(_) if self.asked_again().is_some() => Err(Refusal::ReopeningAsked),
            State::Open(open) => Ok(open),
            State::Concluded(_) | State::Withdrawn(_) => Err(Refusal::Ended),
        }
    }

    /// The offer, to somebody who may answer it.
    pub(super) fn offered_to(&self, actor: &Actor) -> Result<(&Open, &Offer), Refusal> {
        let State::Open(open) = &self.state else { return Err(Refusal::Ended) };
        let offer = open.offer.as_ref().ok_or(Refusal::NoSuchOffer)?;
        if !handles(actor, &offer.to) {
            Err(Refusal::NotYours)
        } else if self.is_held() && !coordinates(actor) {
            Err(Refusal::Held)
        } else {
            Ok((open, offer))
        }
    }
}
