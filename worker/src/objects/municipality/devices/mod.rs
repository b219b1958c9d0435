//! Devices that are told of news (Web Push), for who asks for it: new polls and reports of polls, or the news of one's own
//! idea.
//!
//! ```text
//! asked ── turned off, or the push service says that it is gone, or a year ──▶ erased
//! ```
//!
//! Nothing of it leads to a ballot. Where a device can be reached is kept encrypted, and so is the follow key that a message
//! about an idea leads with; a device is known again by a keyed hash.

mod deliver;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use shared::{
    fault::FaultCode, follow_key::FollowKey, ids, ids::CaseId, text::Language, webhook::WebhookAddress,
    wire::devices::DeviceView,
};

pub use deliver::deliver;

use crate::{
    auth::{
        follow_key::{self, KeyHash},
        stop_token,
    },
    config::Config,
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    outbox::push::Address,
    refusal::Refusal,
    seal,
    store::{
        contact,
        device::{self, Device},
    },
};

/// How many days a device is told before somebody has to ask again.
const DAYS: i64 = 365;
/// The push services of the known browsers: of Google, Mozilla, Apple and Microsoft. Anything else would let strangers
/// choose where we send to.
const SERVICES: [&str; 3] = ["fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com"];
const SERVICES_UNDER: [&str; 3] = [".push.services.mozilla.com", ".push.apple.com", ".notify.windows.com"];

/// Whether a device is told of polls, or of the idea of this key.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadDevice {
    pub endpoint: String,
    pub about: Option<KeyHash>,
}

impl Operation for ReadDevice {
    type Reply = DeviceView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-device";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<DeviceView, Refusal> {
        let case = self.about.map(|key| followed(context, &key)).transpose()?;
        let device = device::at(context.sql, &address_hash(context, &self.endpoint)?)?;
        let wanted = match (device, case) {
            (None, _) => false,
            (Some(device), None) => device.polls,
            (Some(device), Some(case)) => device::key_of_case(context.sql, &device.id, &case)?.is_some(),
        };
        Ok(DeviceView { wanted })
    }
}

/// Lets a device be told from now on, or not any more.
#[derive(Debug, Serialize, Deserialize)]
pub struct SetDevice {
    pub address: Address,
    pub language: Language,
    pub about: About,
    pub wanted: bool,
}

/// What a device is told of.
#[derive(Debug, Serialize, Deserialize)]
pub enum About {
    /// New polls, and reports.
    Polls,
    /// The idea that this key opens.
    Case { key: FollowKey },
}

impl Operation for SetDevice {
    type Reply = DeviceView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "set-device";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<DeviceView, Refusal> {
        let Self { address, language, about, wanted } = self;
        let hash = address_hash(context, &address.endpoint)?;
        let known = device::at(context.sql, &hash)?;
        let about = match about {
            About::Polls => None,
            About::Case { key } => Some((followed(context, &follow_key::hash(&key))?, key)),
        };
        if wanted {
            keep(context, &address, (known, &hash), language, about)?;
        } else if let Some(device) = known {
            match about {
                None => {
                    let erase_on = context.now.dutch_date().plus_days(DAYS);
                    device::put(context.sql, &Device { polls: false, ..device.clone() }, &hash, erase_on)?;
                }
                Some((case, _)) => device::remove_case(context.sql, &device.id, &case)?,
            }
            device::erase_if_idle(context.sql, &device.id)?;
        }
        Ok(DeviceView { wanted })
    }
}

/// What is known of a device, if it is, and its hash.
type Known<'a> = (Option<Device>, &'a [u8]);

fn keep(
    context: &mut Context<'_>,
    address: &Address,
    (known, hash): Known<'_>,
    language: Language,
    about: Option<(CaseId, FollowKey)>,
) -> Result<(), Refusal> {
    if service(&address.endpoint, context.config).is_none() || context.config.push_keys.current().is_none() {
        return Err(Refusal::invalid("endpoint", FaultCode::Unknown));
    }
    if !address.is_sound() {
        return Err(Refusal::invalid("keys", FaultCode::WrongType));
    }
    let id = known.as_ref().map_or_else(|| ids::base32(context.random.id()), |device| device.id.clone());
    let kept = Kept {
        address: address.clone(),
        push_key: context.config.push_keys.current().map(|key| key.id.clone()).unwrap_or_default(),
    };
    let purpose = purpose(context, &id);
    let keys = &context.config.encryption_keys;
    let sealed = seal::seal(keys, context.random, &purpose, &serde_json::to_vec(&kept)?)?;
    let polls = about.is_none() || known.is_some_and(|device| device.polls);
    let erase_on = context.now.dutch_date().plus_days(DAYS);
    device::put(context.sql, &Device { id: id.clone(), language, polls, sealed }, hash, erase_on)?;
    if let Some((case, key)) = about {
        let sealed = seal::seal(keys, context.random, &case_purpose(&purpose, &case), key.as_str().as_bytes())?;
        device::add_case(context.sql, &id, &case, &sealed)?;
    }
    Ok(())
}

/// What is encrypted of a device.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    address: Address,
    /// With which of our keys its messages are signed: the browser knows that one.
    push_key: String,
}

fn followed(context: &Context<'_>, key: &KeyHash) -> Result<CaseId, Refusal> {
    contact::followed(context.sql, key)?.ok_or(Refusal::NotFound)
}

fn address_hash(context: &Context<'_>, endpoint: &str) -> Result<Vec<u8>, Refusal> {
    stop_token::device_hash(&context.config.hash_keys, context.name, endpoint)
        .ok_or_else(|| Refusal::fault("HASH_KEY is not set: devices cannot be told apart"))
}

/// What the encryption of an address is bound to.
fn purpose(context: &Context<'_>, id: &str) -> String {
    format!("device:{}:{id}", context.name)
}

fn case_purpose(purpose: &str, case: &CaseId) -> String {
    format!("{purpose}:{case}")
}

/// Whether this is an address at a push service, and whether the operator has listed that one.
fn service(endpoint: &str, config: &Config) -> Option<bool> {
    let address = WebhookAddress::read(endpoint, &config.push_services).ok()?;
    let host = address.host();
    let known = SERVICES.contains(&host) || SERVICES_UNDER.iter().any(|end| host.ends_with(end));
    (known || address.is_listed()).then(|| address.is_listed())
}
