//! A municipality with four partners, and a case in it that keeps everything it was told.

use shared::actor::{Actor, Role};
use shared::case::{
    Case, CaseNumber, Channel, Command, ConclusionText, Context, Decision, Event, Recorded, Refusal, Submission,
    TextIds, Written,
};
use shared::ids::{AreaId, HandoverId, OfficialId, PartnerId, TextId, TopicId};
use shared::notification::{MailKind, Notification, Recipient};
use shared::partner::{Partner, PartnerKind};
use shared::promise::Calendar;
use shared::proposal::{Proposal, ProposalKind};
use shared::routing::{PartnerAvailability, Routing};
use shared::settings::Terms;
use shared::text::{Language, Localized};
use shared::time::{CivilDate, Instant};

/// The coordinating partner first.
pub(crate) const PARTNERS: [&str; 4] = ["city", "homes", "police", "welfare"];

pub(crate) fn partner(id: &str) -> PartnerId {
    PartnerId::parse(id).unwrap()
}

pub(crate) fn date(text: &str) -> CivilDate {
    text.parse().unwrap()
}

pub(crate) fn official(partner: &str, role: Role) -> Actor {
    Actor::Official {
        id: OfficialId::parse(&format!("{partner}-{role:?}").to_lowercase()).unwrap(),
        partner: self::partner(partner),
        role,
    }
}

pub(crate) fn handler(partner: &str) -> Actor {
    official(partner, Role::Handler)
}

pub(crate) fn coordinator() -> Actor {
    official("city", Role::Coordinator)
}

/// Everything beside the case.
pub(crate) struct Town {
    pub(crate) terms: Terms,
    pub(crate) partners: Vec<PartnerAvailability>,
    pub(crate) coordinating: PartnerId,
    pub(crate) now: Instant,
}

/// A case with its history, as a store would keep it.
pub(crate) struct File {
    pub(crate) town: Town,
    pub(crate) case: Case,
    pub(crate) events: Vec<Recorded>,
    pub(crate) texts: Vec<Written>,
    pub(crate) told: Vec<Notification>,
    made: u64,
}

impl Town {
    pub(crate) fn new() -> Self {
        let partners = PARTNERS.map(|id| PartnerAvailability {
            partner: Partner {
                id: partner(id),
                name: id.into(),
                kind: PartnerKind::Municipality,
                coordinating: id == "city",
                agreement: None,
                agreement_until: (id != "city").then(|| date("2099-12-31")),
            },
            has_active_official: true,
        });
        Self {
            terms: Terms::default(),
            partners: partners.into(),
            coordinating: partner("city"),
            // A Friday, at noon.
            now: "2026-11-20T11:00:00Z".parse().unwrap(),
        }
    }

    pub(crate) fn context(&self) -> Context<'_> {
        Context {
            now: self.now,
            calendar: Calendar::new(&[]),
            terms: &self.terms,
            partners: &self.partners,
            coordinating: &self.coordinating,
        }
    }
}

impl File {
    /// A proposal of today, routed to "homes" with "welfare" in support, to be answered in ten working days.
    pub(crate) fn open(hold: bool) -> Self {
        Self::open_in(hold, Language::Nl)
    }

    /// The same by a resident who writes in this language.
    pub(crate) fn open_in(hold: bool, language: Language) -> Self {
        let town = Town::new();
        let mut submission = submission(hold);
        submission.proposal.language = language;
        let decision = submission.decide(&town.context());
        let recorded = |event: &Event| Recorded { at: town.now, by: Actor::Resident, event: event.clone() };
        let events: Vec<Recorded> = decision.events.iter().map(recorded).collect();
        let case = Case::replay(&events).unwrap();
        Self { town, case, events, texts: decision.texts, told: decision.notifications, made: 100 }
    }

    fn random(&mut self) -> [u8; 16] {
        self.made += 1;
        u128::from(self.made).to_be_bytes()
    }

    pub(crate) fn words(&mut self, words: &str) -> Written {
        Written { id: TextId::from_random(self.random()), words: words.into() }
    }

    pub(crate) fn new_handover(&mut self) -> HandoverId {
        HandoverId::from_random(self.random())
    }

    pub(crate) fn conclusion(&mut self, words: &str) -> ConclusionText {
        ConclusionText::read(TextId::from_random(self.random()), words).unwrap()
    }

    /// Decides and stores the whole decision.
    pub(crate) fn act(&mut self, command: Command, actor: &Actor) -> Result<Decision, Refusal> {
        let decision = self.case.decide(command, actor, &self.town.context())?;
        for event in &decision.events {
            let recorded = Recorded { at: self.town.now, by: actor.clone(), event: event.clone() };
            self.case = self.case.clone().apply(&recorded).unwrap();
            self.events.push(recorded);
        }
        self.texts.extend(decision.texts.iter().cloned());
        self.told.extend(decision.notifications.iter().cloned());
        Ok(decision)
    }

    pub(crate) fn pass_time_until(&mut self, day: &str) -> Decision {
        self.town.now = date(day).starts_at();
        self.act(Command::PassTime, &Actor::System).unwrap()
    }

    pub(crate) fn offer(&mut self, to: &str, actor: &Actor) -> Result<HandoverId, Refusal> {
        let id = self.new_handover();
        let reason = self.words("Het gaat over uw gebouw.");
        self.act(Command::OfferHandover { id: id.clone(), to: partner(to), reason }, actor)?;
        Ok(id)
    }

    pub(crate) fn decline(&mut self, id: &HandoverId, actor: &Actor) -> Result<Decision, Refusal> {
        let reason = self.words("Dat is niet van ons.");
        self.act(Command::DeclineHandover { id: id.clone(), reason, suggestion: None }, actor)
    }

    pub(crate) fn owner(&self) -> &str {
        self.case.owner().as_str()
    }
}

pub(crate) fn submission(hold: bool) -> Submission {
    let id = |number: u8| TextId::from_random([number; 16]);
    Submission {
        number: CaseNumber::new(2026, 147).unwrap(),
        proposal: Proposal {
            topic_id: Some(TopicId::parse("lighting").unwrap()),
            area_id: AreaId::parse("north").unwrap(),
            what: "Meer licht bij de ingang".into(),
            why: Some("Het is er donker".into()),
            we_do: Some("Wij helpen met ophangen".into()),
            we_need: None,
            kind: ProposalKind::Initiative,
            email: Some("bewoner@example.org".into()),
            may_be_public: true,
            language: Language::Nl,
        },
        text_ids: TextIds { what: id(1), why: id(2), we_do: id(3), we_need: id(4) },
        channel: Channel::Online,
        routing: Routing {
            rule: Some(shared::ids::RuleId::parse("light").unwrap()),
            rules_version: 3,
            lead: partner("homes"),
            supporting: vec![partner("welfare")],
            answer_days: 10,
            reason: Localized::dutch("omdat het over straatverlichting in wijk Noord gaat")
                .with(Language::En, "because it is about street lighting in Noord"),
            fallback: None,
        },
        hold,
    }
}

pub(crate) fn tells(decision: &Decision, to: &Recipient, kind: MailKind) -> bool {
    decision.notifications.iter().any(|told| &told.to == to && told.kind == kind)
}

pub(crate) fn kinds(decision: &Decision) -> Vec<&'static str> {
    decision.events.iter().map(Event::kind).collect()
}
