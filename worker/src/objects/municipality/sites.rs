//! Sites: which origins may show the widget, and how often it was loaded there or refused.
//!
//! The operator's file names the first ones. The administrator adds and removes; what was removed does not come back
//! with the next file. Loads are counted by day and origin, from batches that the edge hands in; nothing is kept of who
//! looked, and no origin that is an address in numbers, which may be somebody's home.

use serde::{Deserialize, Serialize};
use shared::{
    fault::FaultCode,
    municipality_file::{MAX_SITES, is_origin},
    site::{has_name, origin_in, with_or_without_www},
    time::CivilDate,
    wire::sites::{RefusedView, SiteList, SiteRemoval, SiteRequest, SiteView},
};

use super::sessions::SignedInOfficial;
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        audit::{self, Doer},
        object, site,
    },
};

/// Over how many days the page counts: a month, so that a page that is seldom seen shows too. What nobody is shown any
/// more is not kept either.
const DAYS: u16 = 30;
/// The most origins without permission that a day counts by name. Anybody can make some up, so this with the days is
/// what they can fill: 1,530 rows.
const MOST_REFUSED: u32 = 50;
/// The most of them on the page.
const MOST_SHOWN: u32 = 20;
/// The most counts in one batch; the edge sends fewer.
const MOST_COUNTS: usize = 200;

/// Reads them all.
#[derive(Debug, Serialize, Deserialize)]
pub struct ListSites {}

impl Operation for ListSites {
    type Reply = SiteList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "list-sites";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<SiteList, Refusal> {
        super::settings(context)?;
        list(context)
    }
}

/// Lets a site show the widget, and its other form with or without `www.` if asked.
#[derive(Debug, Serialize, Deserialize)]
pub struct AddSite {
    pub official: SignedInOfficial,
    pub request: SiteRequest,
}

impl Operation for AddSite {
    type Reply = SiteList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "add-site";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<SiteList, Refusal> {
        let Self { official, request } = self;
        let origin = origin_in(&request.address).map_err(|code| Refusal::invalid("address", code))?;
        let other = with_or_without_www(&origin).filter(|_| request.both);
        let mut added = Vec::new();
        for origin in std::iter::once(origin).chain(other) {
            if site::add(context.sql, &origin, context.now)? {
                added.push(origin);
            }
        }
        if added.is_empty() {
            return Err(Refusal::invalid("address", FaultCode::Duplicate));
        }
        if site::allowed(context.sql)?.len() > MAX_SITES {
            return Err(Refusal::invalid("address", FaultCode::TooMany { max: MAX_SITES }));
        }
        for origin in added {
            audit::record(context, &Doer::Official(&official.id), "site.add", &format!("site:{origin}"))?;
        }
        object::public_changed(context.sql)?;
        list(context)
    }
}

/// Takes a site away: from then on it gets the link and no frame.
#[derive(Debug, Serialize, Deserialize)]
pub struct RemoveSite {
    pub official: SignedInOfficial,
    pub removal: SiteRemoval,
}

impl Operation for RemoveSite {
    type Reply = SiteList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "remove-site";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<SiteList, Refusal> {
        let Self { official, removal: SiteRemoval { origin } } = self;
        if !site::remove(context.sql, &origin)? {
            return Err(Refusal::NotFound);
        }
        audit::record(context, &Doer::Official(&official.id), "site.remove", &format!("site:{origin}"))?;
        object::public_changed(context.sql)?;
        list(context)
    }
}

/// Adds a batch of loads to today's counts.
#[derive(Debug, Serialize, Deserialize)]
pub struct CountLoads {
    /// From an origin to how often it asked for the widget since the last batch.
    pub loads: Vec<(String, u64)>,
}

impl Operation for CountLoads {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "count-loads";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        super::settings(context)?;
        let today = context.now.dutch_date();
        for (origin, times) in self.loads.iter().filter(|(origin, _)| is_origin(origin)).take(MOST_COUNTS) {
            site::count(context.sql, today, (origin, *times), has_name(origin), MOST_REFUSED)?;
        }
        Ok(())
    }
}

/// Forgets the days that are not shown any more.
pub(super) fn tidy(context: &Context<'_>) -> Result<(), Refusal> {
    Ok(site::forget_before(context.sql, first_day(context))?)
}

/// The first day that is shown.
fn first_day(context: &Context<'_>) -> CivilDate {
    context.now.dutch_date().plus_days(1 - i64::from(DAYS))
}

fn list(context: &Context<'_>) -> Result<SiteList, Refusal> {
    let since = first_day(context);
    let sites = site::loaded_since(context.sql, since)?.into_iter().map(|one| SiteView {
        origin: one.origin,
        in_file: one.in_file,
        loads: one.times,
        last_on: one.last_on,
    });
    let refused = site::refused_since(context.sql, since, MOST_SHOWN)?
        .into_iter()
        .filter_map(|one| Some(RefusedView { origin: one.origin, times: one.times, last_on: one.last_on? }));
    Ok(SiteList { sites: sites.collect(), refused: refused.collect(), days: DAYS })
}

#[cfg(test)]
mod tests;
