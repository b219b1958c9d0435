//! What can be asked of a case, what a decision needs to know, and what a decision is.

use super::conclusion::ConclusionText;
use super::erasing::Erasure;
use super::event::Event;
use super::merging::Other;
use super::passing_on::Passing;
use super::translating::NewTranslation;
use super::watch::NewAgreements;
use super::{CaseNumber, Outcome, Parts, TaskDoer, TaskKind};
use crate::ids::{HandoverId, PartnerId, PledgeId, TextId};
use crate::notification::{MailKind, Notification, Recipient};
use crate::partner::Partner;
use crate::promise::Calendar;
use crate::proposal::ProposalKind;
use crate::routing::PartnerAvailability;
use crate::settings::Terms;
use crate::text::Language;
use crate::time::{CivilDate, Instant};

/// Something that somebody wrote, with the id under which it is stored. Cleaned and within its limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub id: TextId,
    pub words: String,
}

/// What somebody wants to happen. Texts and ids come from outside: randomness is a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Keep the text from the other partners until a coordinator has read it.
    Hold,
    /// The same by itself, before something is added that accuses somebody.
    HoldUnread,
    ReleaseReview,
    /// Write texts anew so that they hurt nobody: of each its id, and the words in its place.
    Redact {
        texts: Vec<(TextId, Written)>,
        /// What the resident reads about it.
        reason: Written,
    },
    /// Put translations beside texts. Whether one of them accuses somebody is for the caller to look up.
    Translate {
        texts: Vec<NewTranslation>,
        accuses: bool,
    },
    /// The resident writes in another language than it seemed.
    SetLanguage {
        language: Language,
    },
    /// News for the resident. Without a date the next news follows within the municipality's term.
    Update {
        text: Written,
        next_news_by: Option<CivilDate>,
    },
    /// The same in parts: what we do, what the resident does, what we ask.
    Reply {
        parts: Parts<Written>,
        next_news_by: Option<CivilDate>,
    },
    /// Another day, and why.
    MovePromise {
        until: CivilDate,
        reason: Written,
    },
    Ask {
        text: Written,
    },
    Answer {
        question: TextId,
        text: Written,
    },
    OfferHandover {
        id: HandoverId,
        to: PartnerId,
        reason: Written,
    },
    AcceptHandover {
        id: HandoverId,
    },
    DeclineHandover {
        id: HandoverId,
        reason: Written,
        suggestion: Option<PartnerId>,
    },
    WithdrawHandover {
        id: HandoverId,
    },
    /// Ask a partner to help, without giving the case away.
    AskSupport {
        to: PartnerId,
        reason: Written,
    },
    AcceptSupport {
        partner: PartnerId,
    },
    DeclineSupport {
        partner: PartnerId,
        reason: Written,
    },
    /// For officials alone.
    AddNote {
        text: Written,
    },
    /// Words that the owner may use.
    ProposeUpdate {
        text: Written,
    },
    /// Somebody above the partners has to decide: who, and by when.
    NeedDecision {
        who: Written,
        until: CivilDate,
    },
    /// Say when something will be carried out, and by whom.
    ProposeDate {
        by: PartnerId,
        on: CivilDate,
        text: Written,
    },
    ConfirmDate,
    DeclineDate {
        reason: Written,
    },
    Conclude {
        outcome: Outcome,
        text: ConclusionText,
    },
    /// It goes on in the case with this number. What that one is like is for the caller to look up.
    Merge {
        into: CaseNumber,
        other: Other,
        text: ConclusionText,
    },
    /// It is no idea: it goes to who handles that.
    PassOn(Passing),
    /// Words go because somebody asks for it.
    EraseTexts(Erasure),
    /// The resident says whether the conclusion helped. If it did not, and why, somebody has to decide whether to look
    /// again.
    Rate {
        helped: bool,
        reason: Option<Written>,
    },
    /// Look again.
    Reopen,
    /// The case in which it went on was withdrawn.
    Unmerge,
    /// Don't, and explain.
    RefuseReopening {
        text: ConclusionText,
    },
    /// Somebody who offered to help is thwarted or threatened because of it.
    ReportPledgerThreat {
        text: Option<Written>,
        /// Whether the one who thought of it had said yes to them.
        hides: bool,
    },
    /// The resident is thwarted or threatened because of it.
    ReportThreat {
        text: Option<Written>,
    },
    /// A coordinator does something about it.
    TakeUpThreat,
    /// Somebody does something by a day. Without a word about who, paperwork goes to the owner and the rest to whoever
    /// adds it. Whether a pledge has both said yes is for the caller to look up.
    AddTask {
        kind: TaskKind,
        doer: Option<TaskDoer>,
        until: CivilDate,
        text: Written,
    },
    ChangeTask {
        task: TextId,
        doer: TaskDoer,
        until: CivilDate,
    },
    FinishTask {
        task: TextId,
    },
    DropTask {
        task: TextId,
    },
    /// Somebody does not join in any more.
    PledgerLeft {
        pledge: PledgeId,
    },
    /// Show everybody that this partner supports it.
    ShowBacking {
        partner: PartnerId,
    },
    TakeBackBacking {
        partner: PartnerId,
    },
    /// Others may ask the resident how it was done. Whether an e-mail address is kept is for the caller to look up.
    ShareExperience {
        reachable: bool,
    },
    StopSharingExperience,
    /// The resident takes it back.
    Withdraw,
    /// Show it as an initiative. Whether the text, as it is now, accuses somebody is for the caller to look up.
    Publish {
        accuses: bool,
    },
    Hide {
        /// What the resident reads about it.
        reason: Written,
    },
    /// It is of another kind than it was sent in as.
    SetKind {
        kind: ProposalKind,
    },
    /// Write down what neighbourhood watch has agreed to, and whom it turns to.
    RecordAgreements(NewAgreements),
    /// Somebody was in touch.
    NoteContact {
        text: Written,
    },
    /// Nobody needs to be in touch any more.
    EndContact {
        reason: Written,
    },
    /// Whatever is due by now: the end of terms, a reminder, an escalation. Nothing happens twice, and after a
    /// long silence everything happens at once.
    PassTime,
}

/// What a decision depends on beside the case itself.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    pub now: Instant,
    pub calendar: Calendar<'a>,
    pub terms: &'a Terms,
    pub partners: &'a [PartnerAvailability],
    pub coordinating: &'a PartnerId,
}

impl Context<'_> {
    pub fn today(&self) -> CivilDate {
        self.now.dutch_date()
    }

    pub(super) fn partner(&self, id: &PartnerId) -> Option<&Partner> {
        self.partners.iter().map(|candidate| &candidate.partner).find(|partner| &partner.id == id)
    }

    /// The day so many working days from today.
    pub(super) fn in_working_days(&self, days: u16) -> CivilDate {
        self.calendar.add_working_days(self.today(), days)
    }
}

/// What is to be stored, in one transaction: all of it or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decision {
    /// Nothing happens when there are none.
    pub events: Vec<Event>,
    pub notifications: Vec<Notification>,
    pub texts: Vec<Written>,
    /// Texts whose words are to be overwritten.
    pub erased: Vec<TextId>,
}

impl Decision {
    pub(super) fn event(&mut self, event: Event) -> &mut Self {
        self.events.push(event);
        self
    }

    pub(super) fn text(&mut self, text: Written) -> &mut Self {
        self.texts.push(text);
        self
    }

    /// Tells somebody, once.
    pub(super) fn tell(&mut self, to: Recipient, kind: MailKind) -> &mut Self {
        let notification = Notification { to, kind };
        if !self.notifications.contains(&notification) {
            self.notifications.push(notification);
        }
        self
    }

    pub(super) fn append(&mut self, other: Self) {
        self.events.extend(other.events);
        self.texts.extend(other.texts);
        self.erased.extend(other.erased);
        for notification in other.notifications {
            self.tell(notification.to, notification.kind);
        }
    }
}
