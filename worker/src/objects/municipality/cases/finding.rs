//! Lists of cases, the search in them, and how it stands with all of them.
//!
//! What can be found is what the resident reads, too: what they wrote, as partners read it, and what officials wrote to
//! them. Notes, reasons between partners, threats and what a coordinator rewrote are in no search. Who may not see a
//! case does not find it.

use serde::{Deserialize, Serialize};
use shared::{
    actor::Permission,
    area::lies_within,
    case::{CaseNumber, Event},
    fault::FaultCode,
    ids::{AreaId, PartnerId, TextId, TopicId},
    text::LINE,
    time::CivilDate,
    topic::belongs_to,
    wire::admin::{CaseList, CaseOverview, CaseScope, CaseSummary, PartnerStanding, SoughtState, StatusCount},
};

use super::{super::sessions::SignedInOfficial, File, availability, handle::summary, names::Names, shown_texts};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        case_list::{self, CaseRow, Listing, Place, UnreachedPartners},
        case_search::{self, Sought},
        municipality::{self, Which},
    },
};

/// A page of a list of cases.
#[derive(Debug, Serialize, Deserialize)]
pub struct ListCases {
    pub official: SignedInOfficial,
    pub scope: CaseScope,
    /// Of this partner alone; for [`CaseScope::All`].
    pub owner: Option<PartnerId>,
    /// Where the page before ended.
    pub after: Option<String>,
}

impl Operation for ListCases {
    type Reply = CaseList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "list-cases";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<CaseList, Refusal> {
        let Self { official, scope, owner, after } = self;
        let sees_all = official.role.may(Permission::SeeAllCases);
        let partner = &official.partner_id;
        let after = after.map(|after| Place::read(&after).ok_or_else(|| wrong("after"))).transpose()?;
        let unreached = if sees_all && scope == CaseScope::Mine { unreached(context)? } else { Vec::new() };
        let listing = match scope {
            _ if owner.is_some() && scope != CaseScope::All => return Err(wrong("partnerId")),
            CaseScope::Mine => {
                Listing::OpenOf { partner, for_coordinator: sees_all.then_some(UnreachedPartners(&unreached)) }
            }
            CaseScope::Supporting => Listing::SupportedBy { partner },
            CaseScope::All if sees_all => Listing::Open { owner: owner.as_ref() },
            CaseScope::Held if sees_all => Listing::Held,
            CaseScope::Ended if sees_all => Listing::Ended,
            CaseScope::Ended => Listing::EndedOf { partner },
            CaseScope::All | CaseScope::Held => return Err(Refusal::Forbidden),
        };
        let (rows, end) = case_list::list(context.sql, listing, after.as_ref())?;
        page(context, &official, rows, end.map(|place| place.write()))
    }
}

/// Partners to which no message goes today: whoever is not there any more, has no agreement or nobody at work.
fn unreached(context: &Context<'_>) -> Result<Vec<PartnerId>, Refusal> {
    let today = context.now.dutch_date();
    let now = availability(context)?;
    let reached = |id: &PartnerId| now.iter().any(|one| &one.partner.id == id && one.check(today).is_ok());
    let all = municipality::partners(context.sql, Which::All)?;
    Ok(all.into_iter().map(|partner| partner.id).filter(|id| !reached(id)).collect())
}

/// Finds cases, the newest first.
#[derive(Debug, Serialize, Deserialize)]
pub struct SearchCases {
    pub official: SignedInOfficial,
    /// All of these words, or beginnings of them.
    pub words: String,
    /// Also what lies in it.
    pub area: Option<AreaId>,
    /// Also what belongs to it.
    pub topic: Option<TopicId>,
    pub owner: Option<PartnerId>,
    pub state: Option<SoughtState>,
    /// The number with which the page before ended.
    pub after: Option<String>,
}

impl Operation for SearchCases {
    type Reply = CaseList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "search-cases";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<CaseList, Refusal> {
        let Self { official, words, area, topic, owner, state, after } = self;
        let typed = LINE.read(&words).map_err(|code| Refusal::invalid("words", code))?.unwrap_or_default();
        let words = case_search::words(&typed);
        if words.is_empty() && !typed.is_empty() {
            // Signs alone are in no case.
            return Ok(CaseList { cases: Vec::new(), next: None });
        }
        let after = after.map(|after| after.parse::<CaseNumber>().map_err(|_| wrong("after"))).transpose()?;
        let areas = municipality::areas(context.sql, Which::All)?;
        let topics = municipality::topics(context.sql, Which::All)?;
        let sought = Sought {
            words,
            seen_by: (!official.role.may(Permission::SeeAllCases)).then_some(&official.partner_id),
            owner: owner.as_ref(),
            areas: match &area {
                Some(area) => within(areas.iter().map(|one| &one.id), area, |one| lies_within(&areas, one, area)),
                None => Vec::new(),
            },
            topics: match &topic {
                Some(topic) => within(topics.iter().map(|one| &one.id), topic, |one| belongs_to(&topics, one, topic)),
                None => Vec::new(),
            },
            open: state.map(|state| state == SoughtState::Open),
        };
        let (rows, end) = case_search::search(context.sql, &sought, after)?;
        page(context, &official, rows, end.map(|number| number.to_string()))
    }
}

/// What came in since then about these areas and is open, as far as this official may see it; the newest first. A held
/// case is left out for coordinators too: nothing happens with it before it is released.
pub fn new_in(
    context: &Context<'_>,
    official: &SignedInOfficial,
    areas: &[AreaId],
    since: CivilDate,
) -> Result<Vec<CaseSummary>, Refusal> {
    // No area at all would be no condition.
    if !official.role.may(Permission::SeeCases) || areas.is_empty() {
        return Ok(Vec::new());
    }
    let sees_all = official.role.may(Permission::SeeAllCases);
    let sought = Sought {
        seen_by: (!sees_all).then_some(&official.partner_id),
        areas: areas.iter().collect(),
        open: Some(true),
        ..Sought::default()
    };
    let (rows, _) = case_search::search(context.sql, &sought, None)?;
    let names = Names::read(context)?;
    let new = rows.into_iter().filter(|row| row.received_on >= since && !row.held);
    Ok(new.map(|row| summary(row, &names, context, sees_all)).collect())
}

/// It and what lies within it. Never empty, which would be no condition.
fn within<'a, T: PartialEq>(
    all: impl Iterator<Item = &'a T>,
    wanted: &'a T,
    lies_within: impl Fn(&T) -> bool,
) -> Vec<&'a T> {
    let mut found = vec![wanted];
    found.extend(all.filter(|one| *one != wanted && lies_within(one)));
    found
}

fn page(
    context: &Context<'_>,
    official: &SignedInOfficial,
    rows: Vec<CaseRow>,
    next: Option<String>,
) -> Result<CaseList, Refusal> {
    let names = Names::read(context)?;
    let sees_all = official.role.may(Permission::SeeAllCases);
    Ok(CaseList { cases: rows.into_iter().map(|row| summary(row, &names, context, sees_all)).collect(), next })
}

fn wrong(field: &str) -> Refusal {
    Refusal::invalid(field, FaultCode::WrongKind)
}

/// How it stands with the open cases of every partner.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadOverview {
    pub official: SignedInOfficial,
}

impl Operation for ReadOverview {
    type Reply = CaseOverview;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-case-overview";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<CaseOverview, Refusal> {
        if !self.official.role.may(Permission::SeeAllCases) {
            return Err(Refusal::Forbidden);
        }
        let standings = case_list::overview(context.sql, context.now.dutch_date())?;
        let standing = |(partner_id, standing): (PartnerId, case_list::Standing)| PartnerStanding {
            partner_id,
            open: standing.open,
            late: standing.late,
            escalated: standing.escalated,
            this_week: standing.this_week,
            offered: standing.offered,
            statuses: standing.by_status.into_iter().map(|(status, cases)| StatusCount { status, cases }).collect(),
        };
        Ok(CaseOverview { partners: standings.into_iter().map(standing).collect() })
    }
}

/// Puts a case into the search as it stands now. Called in the transaction that changes it.
pub(super) fn index(context: &Context<'_>, file: &File) -> Result<(), Refusal> {
    let texts = shown_texts(context, file)?;
    let found: Vec<&str> = file
        .events
        .iter()
        .flat_map(|recorded| searched(&recorded.event))
        // What was written in another language is found by the words of its translation, too.
        .flat_map(|id| [Some(id), file.case.translation(id).map(|translation| &translation.text)])
        .flatten()
        .filter_map(|id| texts.get(id))
        .map(String::as_str)
        .collect();
    Ok(case_search::put(context.sql, &file.case, &found)?)
}

/// The texts of an event by which its case is found: what the resident wrote about the idea, and what is written to
/// them. The words that a coordinator put in the place of others stand where those stood.
fn searched(event: &Event) -> Vec<&TextId> {
    match event {
        Event::Received(_)
        | Event::Updated { .. }
        | Event::QuestionAsked { .. }
        | Event::Answered { .. }
        | Event::Concluded { .. }
        | Event::ReopeningRefused { .. } => event.texts(),
        _ => Vec::new(),
    }
}

/// So many cases are taken into the search in one transaction.
const INDEXED_AT_ONCE: u32 = 200;

/// Takes some cases into the search that are not in it. Whether that was all of them.
pub fn index_missing(context: &mut Context<'_>) -> Result<bool, Refusal> {
    let missing = case_search::missing(context.sql, INDEXED_AT_ONCE)?;
    for id in &missing {
        index(context, &File::read(context, id)?)?;
    }
    Ok(u32::try_from(missing.len()).unwrap_or(u32::MAX) < INDEXED_AT_ONCE)
}
