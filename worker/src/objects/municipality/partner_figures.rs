//! How it went with each partner over a period. A partner reads its own figures and never those of another; only who sees
//! every case sees every partner.

use serde::{Deserialize, Serialize};
use shared::{
    actor::Permission,
    partner_figures::{COUNTED, Count, Period},
    promise::Calendar,
    time::CivilDate,
    wire::partner_figures::{PartnerFiguresRow, PartnerFiguresView},
};

use super::{sessions::SignedInOfficial, settings};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        case,
        municipality::{self, Which},
    },
};

/// Counts from the events, as they stand now.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadPartnerFigures {
    pub official: SignedInOfficial,
    pub from: CivilDate,
    pub until: CivilDate,
}

impl Operation for ReadPartnerFigures {
    type Reply = PartnerFiguresView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-partner-figures";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<PartnerFiguresView, Refusal> {
        let Self { official, from, until } = self;
        let settings = settings(context)?;
        let period = Period::new(from, until).map_err(Refusal::from)?;
        let mut count = Count::new(period, Calendar::new(&settings.own_free_days));
        case::each_open_between(context.sql, (from, until), &COUNTED, |events| count.add(events))?;
        let mut figures = count.finish();
        let current = municipality::partners(context.sql, Which::Current)?;
        let all = municipality::partners(context.sql, Which::All)?;
        let sees_all = official.role.may(Permission::SeeAllCases);
        let mut partners: Vec<PartnerFiguresRow> = all
            .into_iter()
            .filter(|partner| sees_all || partner.id == official.partner_id)
            .filter_map(|partner| {
                let there = current.iter().any(|known| known.id == partner.id);
                let found = figures.remove(&partner.id).or_else(|| there.then(Default::default))?;
                let (partner_id, name, kind) = (partner.id, partner.name, partner.kind);
                Some(PartnerFiguresRow { partner_id, name, kind, figures: found })
            })
            .collect();
        partners.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(PartnerFiguresView { from, until, partners })
    }
}
