//! The house style: stored by the administrator, after its colours were measured.

use serde::{Deserialize, Serialize};
use shared::wire::house_style::{HouseStyle, HouseStyleView};

use super::sessions::SignedInOfficial;
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        audit::{self, Doer},
        house_style, object,
    },
};

/// Says which is stored.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadHouseStyle {}

impl Operation for ReadHouseStyle {
    type Reply = HouseStyleView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-house-style";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<HouseStyleView, Refusal> {
        super::settings(context)?;
        view(context)
    }
}

/// Puts this one in the place of the one that was; none shows our own look again.
#[derive(Debug, Serialize, Deserialize)]
pub struct PutHouseStyle {
    pub official: SignedInOfficial,
    pub style: Option<Box<HouseStyle>>,
}

impl Operation for PutHouseStyle {
    type Reply = HouseStyleView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "put-house-style";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<HouseStyleView, Refusal> {
        super::settings(context)?;
        let action = if let Some(style) = &self.style {
            house_style::put(context.sql, style, context.now.dutch_date())?;
            "house-style.store"
        } else {
            house_style::remove(context.sql)?;
            "house-style.remove"
        };
        audit::record(context, &Doer::Official(&self.official.id), action, "house-style")?;
        object::public_changed(context.sql)?;
        view(context)
    }
}

fn view(context: &Context<'_>) -> Result<HouseStyleView, Refusal> {
    let stored = house_style::read(context.sql)?;
    let (stored_on, style) = stored.unzip();
    Ok(HouseStyleView { stored_on, style })
}
