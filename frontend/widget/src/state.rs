//! What a page shows. The Worker renders all of them. The pages with a form of several steps are taken over in the
//! browser: their state is embedded as JSON, so that the next step needs no request.

use shared::area::Area;
use shared::area_map::AreaMap;
use shared::fault::{Fault, FaultCode};
use shared::follow_key::FollowKey;
use shared::ids::{BallotId, IdempotencyKey, PollId, Slug};
use shared::paths::Place;
use shared::pledge::PledgePurpose;
use shared::poll::Poll;
use shared::poll::correction::Correction;
use shared::poll::fill::Filling;
use shared::proposal::fill::ProposalFilling;
use shared::text::{Language, Phrase};
use shared::time::CivilDate;
use shared::topic::Topic;
use shared::wire::pledges::JoinedView;
use shared::wire::public::{
    ContactView, FollowView, InitiativeSummary, InitiativeView, PollSummary, PollView, RouteView,
};
use ui::Words;

#[cfg(not(feature = "browser"))]
use crate::act;
use crate::act::Steps;
use crate::forms::postcode::{Lookup, Typed};
use crate::pack::{Pack, Words as PackedWords, fields};
use crate::texts::{self, Texts};

/// One page, whole.
#[derive(Debug, Clone, PartialEq)]
pub struct PageState {
    pub context: Context,
    pub content: Content,
}

/// What the browser takes over: what the next steps need that does not stand in the form itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormState {
    pub context: Context,
    pub form: Form,
}

fields!(Context {
    place, language, slug, municipality, origin, host;
    languages: Vec::new(), contact: None
});
// What is filled in and what is wrong stands in the page, and comes with the next submit.
fields!(Lookup { offered; typed: Typed::default(), told: None });
impl Pack for PollForm {
    fn pack(&self, words: &mut Vec<String>) {
        self.poll.pack(words);
    }
    fn unpack(words: &mut PackedWords) -> Option<Self> {
        Pack::unpack(words).map(Self::of)
    }
}
fields!(ProposePage { topics, areas, lookup; filling: ProposalFilling::start(), route: None, keys: None, trouble: None });

const POLL: u8 = 0;
const PROPOSE: u8 = 1;
#[cfg(not(feature = "browser"))]
const RECEIPT: u8 = 2;

impl PollForm {
    /// An open poll with nothing filled in, and without what the Worker alone draws with.
    pub fn of(poll: Poll<Phrase>) -> Self {
        Self {
            poll,
            for_areas: Vec::new(),
            corrections: Vec::new(),
            opens_on: None,
            last_day: None,
            areas: Vec::new(),
            filling: None,
            ballot_id: None,
            lookup: Lookup::default(),
            trouble: None,
        }
    }
}

impl Form {
    #[cfg(not(feature = "browser"))]
    fn pack(&self, words: &mut Vec<String>) {
        match self {
            Self::Poll(form) => {
                POLL.pack(words);
                form.pack(words);
            }
            Self::Propose(page) => {
                PROPOSE.pack(words);
                page.pack(words);
            }
            // Nothing follows the receipt. The browser keeps it apart.
            Self::Receipt(_) => RECEIPT.pack(words),
        }
    }

    #[cfg(not(feature = "browser"))]
    pub(crate) const fn steps(&self) -> &'static Steps {
        match self {
            Self::Poll(_) => &act::POLL,
            Self::Propose(_) | Self::Receipt(_) => &act::PROPOSAL,
        }
    }

    /// Reads each kind of form apart, so that a program carries only what reads its own.
    pub(crate) fn unpack_poll(words: &mut PackedWords) -> Option<Self> {
        (u8::unpack(words)? == POLL).then(|| PollForm::unpack(words).map(Box::new).map(Self::Poll))?
    }

    pub(crate) fn unpack_proposal(words: &mut PackedWords) -> Option<Self> {
        (u8::unpack(words)? == PROPOSE).then(|| ProposePage::unpack(words).map(Box::new).map(Self::Propose))?
    }
}

impl FormState {
    /// Writes the state for the page, and behind it the texts that its program draws with, as a JSON list of texts.
    #[cfg(not(feature = "browser"))]
    pub fn to_json(&self) -> String {
        let mut words = Vec::new();
        self.context.pack(&mut words);
        self.form.pack(&mut words);
        (self.form.steps().texts.pack)(self.context.texts(), &mut words);
        // A list of texts can always be written.
        serde_json::to_string(&words).unwrap_or_default()
    }

    /// Reads the list of texts back; `None` when it is not whole or another kind of form.
    pub fn read(words: Vec<String>, steps: &Steps) -> Option<Self> {
        let mut words = words.into_iter();
        let state = Self { context: Context::unpack(&mut words)?, form: (steps.unpack)(&mut words)? };
        #[cfg(feature = "browser")]
        (steps.texts.hold)(&mut words);
        Some(state)
    }
}

/// What every page of a municipality needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    pub place: Place,
    pub language: Language,
    /// Around the content only.
    pub languages: Vec<Language>,
    pub slug: Slug,
    /// The municipality's name; empty on the page of an address that is no municipality's.
    pub municipality: String,
    /// None only where there is no municipality. The forms do without.
    pub contact: Option<ContactView>,
    /// Our own public origin, for addresses that people copy, print and share.
    pub origin: String,
    /// The origin of the page around the frame; what the frame says, it says to this origin alone.
    pub host: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    Home(Home),
    Form(Form),
    Results(Box<Results>),
    Thanks(Box<Thanks>),
    Initiatives(Vec<InitiativeSummary>),
    Initiative(Box<InitiativeView>),
    Join(Box<JoinPage>),
    Follow(Box<FollowPage>),
    /// Drawn by the Worker alone, with no view here.
    Drawn(Drawn),
    Failure(Failure),
}

/// What a page that the Worker draws alone is called, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    pub title: String,
    /// From the root, in each of the municipality's languages.
    pub addresses: Vec<(Language, String)>,
}

/// The pages that go step by step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    Poll(Box<PollForm>),
    Propose(Box<ProposePage>),
    Receipt(Box<Receipt>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// Open ones first, as the API lists them.
    pub polls: Vec<PollSummary>,
    /// A few, the newest.
    pub initiatives: Vec<InitiativeSummary>,
    /// The topic and the area that the host page says an idea is about, as the query of its address.
    pub about: String,
}

/// A poll that is planned or open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PollForm {
    pub poll: Poll<Phrase>,
    /// For whom it is, where that is not everybody; on the first page only.
    pub for_areas: Vec<String>,
    /// On the first page only.
    pub corrections: Vec<Correction<Phrase>>,
    /// None when it is open; otherwise the day it opens.
    pub opens_on: Option<CivilDate>,
    /// The last day on which it is open; on the first page only.
    pub last_day: Option<CivilDate>,
    /// The municipality's areas, when the poll asks for one. The Worker's alone.
    pub areas: Vec<Area>,
    /// None shows the first page: the introduction, and the first question with it.
    pub filling: Option<Filling>,
    /// Made with the first answer, never in a page that may be cached.
    pub ballot_id: Option<BallotId>,
    pub lookup: Lookup,
    pub trouble: Option<Trouble>,
}

/// A poll that has ended, or the figures of one that shows them to who answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    pub view: PollView,
    pub areas: Vec<Area>,
    pub map: Option<AreaMap>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Thanks {
    pub poll_id: PollId,
    pub title: Phrase,
    pub last_day: CivilDate,
    /// The short address, to share.
    pub share_url: String,
    /// Asking for one mail with the outcome; none where no mail goes out, or the report is there.
    pub outcome: Option<OutcomeMail>,
    /// Something to join.
    pub nearby: Option<InitiativeSummary>,
    /// With the figures, when they may be seen after answering.
    pub results: Option<Results>,
}

/// The form that asks for one mail with the outcome of a poll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutcomeMail {
    Ask {
        typed: String,
        fault: Option<Fault>,
        /// Why it could not be asked for just now.
        trouble: Option<Trouble>,
    },
    /// A mail to confirm the address is under way.
    Asked,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposePage {
    pub topics: Vec<Topic<Phrase>>,
    pub areas: Vec<Area>,
    pub filling: ProposalFilling,
    /// On the check page: who gets it. None when that could not be found out just now.
    pub route: Option<RouteView>,
    /// On the check page.
    pub keys: Option<ProposalKeys>,
    pub lookup: Lookup,
    pub trouble: Option<Trouble>,
}

/// Made before sending, so that sending it twice is harmless and the resident has the key whatever happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalKeys {
    pub follow_key: FollowKey,
    pub idempotency_key: IdempotencyKey,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    pub number: String,
    pub partner: String,
    pub reason: String,
    pub answer_by: CivilDate,
    pub follow_key: FollowKey,
    pub with_email: bool,
}

/// Offering to help with an initiative, or asking who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinPage {
    pub initiative: InitiativeSummary,
    pub purpose: PledgePurpose,
    pub keys: ProposalKeys,
    pub text: String,
    pub email: String,
    pub faults: Vec<Fault>,
    pub trouble: Option<Trouble>,
    /// It has arrived.
    pub done: bool,
}

/// An offer to help, as the one who made it sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedPledge {
    pub key: FollowKey,
    pub write_key: IdempotencyKey,
    pub view: JoinedView,
    /// The message that could not be sent; on the page that asks about a threat, what happened.
    pub typed: String,
    /// Shows the page that asks what happened, and whether there is danger now.
    pub asks_threat: bool,
    /// It has just been told.
    pub told_threat: bool,
    pub faults: Vec<Fault>,
    pub received: bool,
    pub trouble: Option<Trouble>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FollowPage {
    /// The form for the code. In the browser a code in the address is posted at once.
    Ask {
        typed: String,
        fault: Option<FaultCode>,
    },
    Case(Box<FollowedCase>),
    /// The code of somebody who offered to help.
    Pledge(Box<FollowedPledge>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedCase {
    pub key: FollowKey,
    /// Makes sending the answer or the withdrawal twice harmless.
    pub write_key: IdempotencyKey,
    pub view: FollowView,
    /// What residents did with the same topic who answer questions of others.
    pub experienced: Vec<InitiativeSummary>,
    /// What was filled in and could not be sent.
    pub typed: FollowTyped,
    pub faults: Vec<Fault>,
    /// Asks something before it is done; none shows the case.
    pub asking: Option<FollowAsking>,
    /// What has just been received.
    pub received: Option<FollowReceived>,
    /// What was typed seems to give somebody away: that is pointed out once, before it is sent.
    pub pointed_out: bool,
    pub trouble: Option<Trouble>,
}

/// What stands in the forms of the follow page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FollowTyped {
    pub answer: String,
    /// The value of the radio button that was chosen.
    pub helped: String,
    pub reason: String,
    pub threat: String,
    pub email: String,
    /// The offer to help that the message is about.
    pub pledge: String,
    pub message: String,
    /// In a form about a task.
    pub task: crate::forms::tasks::Typed,
}

/// What the follow page asks on a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowAsking {
    /// Once more, before withdrawing.
    Withdrawal,
    /// What happened, and whether there is danger now.
    Threat,
}

/// What a resident sent from the follow page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowReceived {
    Answer,
    Rating,
    Threat,
    Contact,
    Pledge,
    Task,
    Experience,
}

/// Why something that was sent did not arrive; everything that was filled in is still there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// In the words of the API.
    Told { title: String, detail: String },
    /// The same, and sending it again would change nothing.
    Ended { title: String, detail: String },
}

impl Trouble {
    /// What a refusal of the API means for the form.
    pub fn told(code: &str, title: String, detail: String) -> Self {
        if code == "pollClosed" { Self::Ended { title, detail } } else { Self::Told { title, detail } }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// No such municipality, page, poll or initiative.
    NotFound,
    /// Our fault, or a part that does not answer.
    Unavailable,
    /// What was sent makes no sense.
    Told { title: String, detail: String },
}

impl Context {
    pub fn texts(&self) -> Texts {
        texts::of(self.language)
    }

    /// A phrase, marked when it is not in the page's language.
    pub fn words(&self, phrase: &Phrase) -> Words {
        self.written(phrase.text.clone(), phrase.lang)
    }

    /// What somebody wrote in a language.
    pub fn written(&self, text: String, language: Language) -> Words {
        let lang = (language != self.language).then(|| language.tag());
        Words { text, lang }
    }

    /// A date, written out.
    pub fn date(&self, date: CivilDate) -> String {
        self.texts().date(date)
    }
}
