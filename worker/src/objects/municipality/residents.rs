//! How many people live where: loaded by an editor or the operator, and compared with who answers.

use serde::{Deserialize, Serialize};
use shared::{
    fault::Fault,
    ids::OfficialId,
    poll::Poll,
    residents::{LineFault, Population, Residents, read_csv},
    wire::residents::ResidentsView,
};

use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        self,
        audit::{self, Doer},
        municipality::{self, Which},
        object,
    },
};

/// Says what is loaded.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadResidents {}

impl Operation for ReadResidents {
    type Reply = ResidentsView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-residents";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<ResidentsView, Refusal> {
        super::settings(context)?;
        Ok(store::residents::read(context.sql)?.into())
    }
}

/// Loads a table in place of the one before.
#[derive(Debug, Serialize, Deserialize)]
pub struct LoadResidents {
    /// None is the operator.
    pub by: Option<OfficialId>,
    pub csv: String,
}

impl Operation for LoadResidents {
    type Reply = ResidentsView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "load-residents";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<ResidentsView, Refusal> {
        super::settings(context)?;
        let areas = municipality::areas(context.sql, Which::Current)?;
        let areas = read_csv(&self.csv, &areas)
            .map_err(|faults| Refusal::from(faults.iter().map(LineFault::fault).collect::<Vec<Fault>>()))?;
        let residents = Residents { loaded_on: context.now.dutch_date(), areas };
        store::residents::put(context.sql, &residents)?;
        let by = self.by.as_ref().map_or(Doer::Operator, Doer::Official);
        audit::record(context, &by, "residents.load", "residents")?;
        object::public_changed(context.sql)?;
        Ok(Some(residents).into())
    }
}

/// The residents whom a poll is about, as far as they are known.
pub fn population(context: &Context<'_>, poll: &Poll) -> Result<Option<Population>, Refusal> {
    let Some(residents) = store::residents::read(context.sql)? else { return Ok(None) };
    let areas = municipality::areas(context.sql, Which::All)?;
    Ok(residents.of(poll, &areas))
}
