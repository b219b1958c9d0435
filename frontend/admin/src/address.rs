//! The pages of the officials' program and their addresses.
//!
//! An own match of paths: a router crate would bring nested routes and loaders that this program has no use for.
//! Addresses are Dutch, as the rest of what people see; a page an official may not see is no page for them.

use shared::actor::{Permission, Role};
use shared::ids::{AreaId, CaseId, PollId, TemplateId};
use shared::wire::admin::CaseScope;

/// Where every page of this program lies.
const ROOT: &str = "/admin";

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Page {
    SignIn,
    Work(CaseScope),
    /// Finding cases by words and by what they are about.
    Search,
    Case(CaseId),
    /// Entering a proposal for somebody at the desk, on the phone or on paper.
    Intake,
    Polls,
    NewPoll,
    /// The ready polls and blocks.
    Library,
    Template(TemplateId),
    Poll(PollId),
    EditPoll(PollId),
    OpenPoll(PollId),
    /// Entering answers given by phone, at the desk or on paper.
    EnterBallot(PollId),
    Report(PollId),
    /// Answers to open questions.
    Written(PollId),
    /// How many people live where, by age.
    Residents,
    /// The organisations that take cases.
    Partners,
    /// How it went with each of them.
    PartnerFigures,
    /// What everybody sees, and which organisations support it.
    Initiatives,
    /// Wijken, buurten and buildings.
    Areas,
    Area(AreaId),
    /// Which questions measure cohesion or willingness to act.
    AreaMeasures,
    /// The rules that send ideas on.
    Rules,
    /// The same in an earlier version.
    RuleSet(u32),
    /// The messages that go out.
    Messages,
    /// How the residents' pages look.
    HouseStyle,
    /// Other systems that hear of what happens.
    Webhooks,
    /// Where the widget is embedded, and what a webmaster pastes.
    Sites,
    CorrectPoll(PollId),
    /// Ready texts for how a case ends.
    StandardTexts,
    /// Burgerinitiatief and uitdaagrecht.
    FormalRights,
    NotFound,
}

impl Page {
    /// Reads a path; one that leads nowhere is [`Page::NotFound`], and the root is the first page of the role.
    pub(crate) fn read(path: &str, role: Role) -> Self {
        let Some(tail) = path.strip_prefix(ROOT) else { return Self::NotFound };
        let parts: Vec<&str> = tail.split('/').filter(|part| !part.is_empty()).collect();
        let page = match parts.as_slice() {
            [] => Self::first(role),
            ["aanmelden"] => Self::SignIn,
            ["werk"] => Self::Work(CaseScope::Mine),
            ["werk", "denkt-mee"] => Self::Work(CaseScope::Supporting),
            ["werk", "alle"] => Self::Work(CaseScope::All),
            ["werk", "vastgehouden"] => Self::Work(CaseScope::Held),
            ["werk", "afgerond"] => Self::Work(CaseScope::Ended),
            ["werk", "zoeken"] => Self::Search,
            ["zaken", id] => CaseId::parse(id).map_or(Self::NotFound, Self::Case),
            ["idee-invoeren"] => Self::Intake,
            ["peilingen"] => Self::Polls,
            ["peiling-maken"] => Self::NewPoll,
            ["bibliotheek"] => Self::Library,
            ["bibliotheek", id] => TemplateId::parse(id).map_or(Self::NotFound, Self::Template),
            ["peilingen", id] => PollId::parse(id).map_or(Self::NotFound, Self::Poll),
            ["peilingen", id, "bewerken"] => PollId::parse(id).map_or(Self::NotFound, Self::EditPoll),
            ["peilingen", id, "openen"] => PollId::parse(id).map_or(Self::NotFound, Self::OpenPoll),
            ["peilingen", id, "antwoorden-invoeren"] => PollId::parse(id).map_or(Self::NotFound, Self::EnterBallot),
            ["peilingen", id, "open-antwoorden"] => PollId::parse(id).map_or(Self::NotFound, Self::Written),
            ["peilingen", id, "terugkoppeling"] => PollId::parse(id).map_or(Self::NotFound, Self::Report),
            ["inwoners"] => Self::Residents,
            ["organisaties"] => Self::Partners,
            ["initiatieven"] => Self::Initiatives,
            ["cijfers"] => Self::PartnerFigures,
            ["wijken"] => Self::Areas,
            ["wijken", id] => AreaId::parse(id).map_or(Self::NotFound, Self::Area),
            ["wijkmetingen"] => Self::AreaMeasures,
            ["toewijzing"] => Self::Rules,
            ["toewijzing", "versies", version] => version.parse().map_or(Self::NotFound, Self::RuleSet),
            ["berichten"] => Self::Messages,
            ["huisstijl"] => Self::HouseStyle,
            ["koppelingen"] => Self::Webhooks,
            ["website"] => Self::Sites,
            ["peilingen", id, "verbeteren"] => PollId::parse(id).map_or(Self::NotFound, Self::CorrectPoll),
            ["standaardteksten"] => Self::StandardTexts,
            ["formele-rechten"] => Self::FormalRights,
            _ => Self::NotFound,
        };
        match page.needs() {
            Some(permission) if !role.may(permission) => Self::NotFound,
            _ => page,
        }
    }

    pub(crate) fn path(&self) -> String {
        match self {
            Self::SignIn => format!("{ROOT}/aanmelden"),
            Self::Work(CaseScope::Mine) => format!("{ROOT}/werk"),
            Self::Work(CaseScope::Supporting) => format!("{ROOT}/werk/denkt-mee"),
            Self::Work(CaseScope::All) => format!("{ROOT}/werk/alle"),
            Self::Work(CaseScope::Held) => format!("{ROOT}/werk/vastgehouden"),
            Self::Work(CaseScope::Ended) => format!("{ROOT}/werk/afgerond"),
            Self::Search => format!("{ROOT}/werk/zoeken"),
            Self::Case(id) => format!("{ROOT}/zaken/{id}"),
            Self::Intake => format!("{ROOT}/idee-invoeren"),
            Self::Polls => format!("{ROOT}/peilingen"),
            Self::NewPoll => format!("{ROOT}/peiling-maken"),
            Self::Library => format!("{ROOT}/bibliotheek"),
            Self::Template(id) => format!("{ROOT}/bibliotheek/{id}"),
            Self::Poll(id) => format!("{ROOT}/peilingen/{id}"),
            Self::EditPoll(id) => format!("{ROOT}/peilingen/{id}/bewerken"),
            Self::OpenPoll(id) => format!("{ROOT}/peilingen/{id}/openen"),
            Self::EnterBallot(id) => format!("{ROOT}/peilingen/{id}/antwoorden-invoeren"),
            Self::Report(id) => format!("{ROOT}/peilingen/{id}/terugkoppeling"),
            Self::Written(id) => format!("{ROOT}/peilingen/{id}/open-antwoorden"),
            Self::Residents => format!("{ROOT}/inwoners"),
            Self::Partners => format!("{ROOT}/organisaties"),
            Self::Initiatives => format!("{ROOT}/initiatieven"),
            Self::PartnerFigures => format!("{ROOT}/cijfers"),
            Self::Areas => format!("{ROOT}/wijken"),
            Self::Area(id) => format!("{ROOT}/wijken/{id}"),
            Self::AreaMeasures => format!("{ROOT}/wijkmetingen"),
            Self::Rules => format!("{ROOT}/toewijzing"),
            Self::RuleSet(version) => format!("{ROOT}/toewijzing/versies/{version}"),
            Self::Messages => format!("{ROOT}/berichten"),
            Self::HouseStyle => format!("{ROOT}/huisstijl"),
            Self::Webhooks => format!("{ROOT}/koppelingen"),
            Self::Sites => format!("{ROOT}/website"),
            Self::CorrectPoll(id) => format!("{ROOT}/peilingen/{id}/verbeteren"),
            Self::StandardTexts => format!("{ROOT}/standaardteksten"),
            Self::FormalRights => format!("{ROOT}/formele-rechten"),
            Self::NotFound => ROOT.to_owned(),
        }
    }

    /// Where somebody of this role starts: with their work, or with the polls when they see no cases.
    pub(crate) fn first(role: Role) -> Self {
        if role.may(Permission::SeeCases) { Self::Work(CaseScope::Mine) } else { Self::Polls }
    }

    /// What an official must be allowed to see this page; the server asks the same for what is on it.
    const fn needs(&self) -> Option<Permission> {
        match self {
            Self::SignIn | Self::NotFound => None,
            Self::Work(CaseScope::Mine | CaseScope::Supporting | CaseScope::Ended)
            | Self::Search
            | Self::Case(_)
            | Self::Initiatives
            | Self::PartnerFigures => Some(Permission::SeeCases),
            Self::Work(CaseScope::All) => Some(Permission::SeeAllCases),
            Self::Work(CaseScope::Held) => Some(Permission::Moderate),
            Self::Areas | Self::Area(_) => Some(Permission::SeeAreas),
            Self::Intake => Some(Permission::HandleCases),
            Self::Messages
            | Self::HouseStyle
            | Self::Webhooks
            | Self::Sites
            | Self::StandardTexts
            | Self::FormalRights => Some(Permission::Administer),
            Self::Partners | Self::Rules | Self::RuleSet(_) => Some(Permission::SeeRouting),
            Self::Polls | Self::Poll(_) | Self::Written(_) => Some(Permission::SeePolls),
            Self::NewPoll
            | Self::AreaMeasures
            | Self::Residents
            | Self::Library
            | Self::Template(_)
            | Self::EditPoll(_)
            | Self::OpenPoll(_)
            | Self::EnterBallot(_)
            | Self::Report(_)
            | Self::CorrectPoll(_) => Some(Permission::ManagePolls),
        }
    }

    /// Whether the role may go here.
    pub(crate) fn is_for(&self, role: Role) -> bool {
        self.needs().is_none_or(|permission| role.may(permission))
    }

    /// The entry of the main menu this page lies under.
    pub(crate) const fn section(&self) -> Option<Section> {
        match self {
            Self::Work(_) | Self::Search | Self::Case(_) => Some(Section::Work),
            Self::Intake => Some(Section::Intake),
            Self::Polls
            | Self::NewPoll
            | Self::Residents
            | Self::Library
            | Self::Template(_)
            | Self::Poll(_)
            | Self::EditPoll(_)
            | Self::OpenPoll(_)
            | Self::EnterBallot(_)
            | Self::Report(_)
            | Self::Written(_)
            | Self::CorrectPoll(_) => Some(Section::Polls),
            Self::Areas | Self::Area(_) | Self::AreaMeasures => Some(Section::Areas),
            Self::Rules | Self::RuleSet(_) => Some(Section::Routing),
            Self::Partners => Some(Section::Partners),
            Self::Initiatives => Some(Section::Initiatives),
            Self::PartnerFigures => Some(Section::PartnerFigures),
            Self::Messages => Some(Section::Messages),
            Self::HouseStyle => Some(Section::HouseStyle),
            Self::Webhooks => Some(Section::Webhooks),
            Self::Sites => Some(Section::Sites),
            Self::StandardTexts => Some(Section::StandardTexts),
            Self::FormalRights => Some(Section::FormalRights),
            Self::SignIn | Self::NotFound => None,
        }
    }
}

/// An entry of the main menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    Work,
    Intake,
    Polls,
    Areas,
    Initiatives,
    PartnerFigures,
    Routing,
    Partners,
    Messages,
    HouseStyle,
    Webhooks,
    Sites,
    StandardTexts,
    FormalRights,
}

impl Section {
    /// In the order of the menu.
    pub(crate) const ALL: [Self; 14] = [
        Self::Work,
        Self::Intake,
        Self::Polls,
        Self::Areas,
        Self::Initiatives,
        Self::PartnerFigures,
        Self::Routing,
        Self::Partners,
        Self::StandardTexts,
        Self::FormalRights,
        Self::Sites,
        Self::Messages,
        Self::HouseStyle,
        Self::Webhooks,
    ];

    pub(crate) const fn page(self) -> Page {
        match self {
            Self::Work => Page::Work(CaseScope::Mine),
            Self::Intake => Page::Intake,
            Self::Polls => Page::Polls,
            Self::Areas => Page::Areas,
            Self::Routing => Page::Rules,
            Self::Partners => Page::Partners,
            Self::Initiatives => Page::Initiatives,
            Self::PartnerFigures => Page::PartnerFigures,
            Self::Messages => Page::Messages,
            Self::HouseStyle => Page::HouseStyle,
            Self::Webhooks => Page::Webhooks,
            Self::Sites => Page::Sites,
            Self::StandardTexts => Page::StandardTexts,
            Self::FormalRights => Page::FormalRights,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROLES: [Role; 5] = [Role::Coordinator, Role::Handler, Role::Editor, Role::Administrator, Role::Reader];

    fn pages() -> Vec<Page> {
        let case = CaseId::parse("0a").unwrap();
        let poll = PollId::parse("veilig-2026").unwrap();
        vec![
            Page::SignIn,
            Page::Work(CaseScope::Mine),
            Page::Work(CaseScope::Supporting),
            Page::Work(CaseScope::All),
            Page::Work(CaseScope::Held),
            Page::Work(CaseScope::Ended),
            Page::Search,
            Page::Case(case),
            Page::Intake,
            Page::Polls,
            Page::NewPoll,
            Page::Library,
            Page::Template(TemplateId::parse("straatverlichting").unwrap()),
            Page::Poll(poll.clone()),
            Page::EditPoll(poll.clone()),
            Page::OpenPoll(poll.clone()),
            Page::EnterBallot(poll.clone()),
            Page::Written(poll.clone()),
            Page::Report(poll.clone()),
            Page::CorrectPoll(poll),
            Page::Areas,
            Page::Area(AreaId::parse("de-linden").unwrap()),
            Page::AreaMeasures,
            Page::Partners,
            Page::Initiatives,
            Page::PartnerFigures,
            Page::Rules,
            Page::RuleSet(3),
        ]
    }

    #[test]
    fn every_page_is_read_back_from_its_own_address() {
        for page in pages() {
            assert_eq!(Page::read(&page.path(), Role::Coordinator), page);
        }
        for page in
            [Page::Messages, Page::HouseStyle, Page::Webhooks, Page::Sites, Page::StandardTexts, Page::FormalRights]
        {
            assert_eq!(Page::read(&page.path(), Role::Administrator), page);
            assert_eq!(Page::read(&page.path(), Role::Coordinator), Page::NotFound);
        }
    }

    #[test]
    fn a_page_that_is_not_for_the_role_is_no_page() {
        for role in ROLES {
            for page in pages() {
                let expected = if page.is_for(role) { page.clone() } else { Page::NotFound };
                assert_eq!(Page::read(&page.path(), role), expected, "{role:?}");
            }
        }
        assert_eq!(Page::read("/admin/werk", Role::Administrator), Page::NotFound);
        assert_eq!(Page::read("/admin/peiling-maken", Role::Handler), Page::NotFound);
    }

    #[test]
    fn the_root_is_the_first_page_of_every_role_and_everybody_has_one() {
        for role in ROLES {
            let first = Page::read("/admin", role);
            assert!(first.is_for(role) && first != Page::NotFound);
            assert_eq!(Page::read("/admin/", role), first);
        }
    }

    #[test]
    fn strange_addresses_lead_nowhere() {
        for path in ["/", "/admin/zaken", "/admin/zaken/A", "/admin/zaken/x/y", "/admin/werk/anders", "/x/admin"] {
            assert_eq!(Page::read(path, Role::Coordinator), Page::NotFound, "{path}");
        }
    }
}
