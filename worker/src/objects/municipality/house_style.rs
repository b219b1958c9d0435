//! The house style and the logo: stored by the administrator, after what is not safe in them was left out.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use shared::{fault::FaultCode, house_style::HouseStyle, wire::house_style::HouseStyleView};

use super::sessions::SignedInOfficial;
use crate::{
    house_style::{Logo, LogoKind},
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

/// Puts this logo in the place of the one that was; none shows our own mark again.
#[derive(Debug, Serialize, Deserialize)]
pub struct PutLogo {
    pub official: SignedInOfficial,
    /// A file, in base64.
    pub logo: Option<String>,
}

impl Operation for PutLogo {
    type Reply = HouseStyleView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "put-logo";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<HouseStyleView, Refusal> {
        super::settings(context)?;
        let action = if let Some(logo) = &self.logo {
            let refused = |code| Refusal::invalid("logo", code);
            let bytes = STANDARD.decode(logo).map_err(|_| refused(FaultCode::NotALogo))?;
            house_style::put_logo(context.sql, Logo::read(bytes).map_err(refused)?)?;
            "logo.store"
        } else {
            house_style::remove_logo(context.sql)?;
            "logo.remove"
        };
        audit::record(context, &Doer::Official(&self.official.id), action, "logo")?;
        object::public_changed(context.sql)?;
        view(context)
    }
}

/// The logo with this name of a file, for whoever asks.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadLogo {
    pub file: String,
}

/// A logo on its way to a browser.
#[derive(Debug, Serialize, Deserialize)]
pub struct SentLogo {
    pub kind: LogoKind,
    /// In base64.
    pub bytes: String,
}

impl Operation for ReadLogo {
    type Reply = SentLogo;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-logo";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<SentLogo, Refusal> {
        super::settings(context)?;
        let logo = house_style::logo(context.sql)?.filter(|logo| logo.place().file == self.file);
        let Logo { kind, bytes, .. } = logo.ok_or(Refusal::NotFound)?;
        Ok(SentLogo { kind, bytes: STANDARD.encode(bytes) })
    }
}

fn view(context: &Context<'_>) -> Result<HouseStyleView, Refusal> {
    let stored = house_style::read(context.sql)?;
    let (stored_on, style) = stored.unzip();
    let logo = house_style::logo(context.sql)?.map(|logo| logo.place().file);
    Ok(HouseStyleView { stored_on, style, logo })
}
