//! What the environment sets: origins, secrets, and how the installation is run.
//!
//! Secrets come from the environment alone. `Debug` shows none of them.

mod mail;

use std::fmt;

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use thiserror::Error;

pub use mail::{MailSettings, Security, SignIn};

/// The whole configuration.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where residents reach us: `https://buurtstem.nl`.
    pub public_origin: String,
    /// Where officials do; may be the same.
    pub admin_origin: String,
    pub operator_key: Option<OperatorKey>,
    /// For what is stored and must be read again: addresses, follow keys beside them.
    pub encryption_keys: Keys,
    /// For hashes that nobody else may be able to compute.
    pub hash_keys: Keys,
    /// The header in which a trusted proxy puts the client's address; none means that addresses are not looked at.
    pub client_address_header: Option<String>,
    /// Origins to which webhooks may go beside the rule: in the operator's own network, for example.
    pub webhook_origins: Vec<String>,
    /// What messages to devices are signed with; none, and they are not offered.
    pub push_keys: Keys,
    /// Origins of push services beside those of the known browsers.
    pub push_services: Vec<String>,
    /// How mail goes out; none, and messages are kept for the administrator.
    pub mail: Option<MailSettings>,
}

/// What is wrong with the environment; for whoever installs.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ConfigError {
    #[error("{name} must be an origin such as https://buurtstem.nl, not {value:?}")]
    Origin { name: &'static str, value: String },
    #[error("OPERATOR_KEY must have at least {OPERATOR_KEY_LENGTH} characters")]
    OperatorKey,
    #[error("{name} must be id:64 hexadecimal digits; several are separated by commas, the newest first")]
    Keys { name: &'static str },
    #[error("{name} must be origins such as http://10.0.0.5:8080, separated by commas")]
    Origins { name: &'static str },
    #[error("{name} {problem}")]
    Mail { name: &'static str, problem: &'static str },
    #[error("{name} is missing, because {because} is set")]
    MailIncomplete { name: &'static str, because: &'static str },
}

/// Shorter ones can be guessed: this many characters of base 32 are 128 bits.
const OPERATOR_KEY_LENGTH: usize = 26;

impl Config {
    /// Reads the settings by name. An empty setting is an absent one.
    pub fn read(setting: impl Fn(&'static str) -> Option<String>) -> Result<Self, ConfigError> {
        let setting = |name| setting(name).filter(|value| !value.is_empty());
        let origin = |name: &'static str| -> Result<Option<String>, ConfigError> {
            match setting(name) {
                Some(value) if shared::municipality_file::is_origin(&value) => Ok(Some(value)),
                Some(value) => Err(ConfigError::Origin { name, value }),
                None => Ok(None),
            }
        };
        let keys = |name: &'static str| match setting(name) {
            Some(text) => Keys::read(&text).ok_or(ConfigError::Keys { name }),
            None => Ok(Keys::default()),
        };
        let public_origin =
            origin("PUBLIC_ORIGIN")?.ok_or(ConfigError::Origin { name: "PUBLIC_ORIGIN", value: String::new() })?;
        let admin_origin = origin("ADMIN_ORIGIN")?.unwrap_or_else(|| public_origin.clone());
        Ok(Self {
            public_origin,
            admin_origin,
            operator_key: setting("OPERATOR_KEY").map(|key| OperatorKey::read(&key)).transpose()?,
            encryption_keys: keys("ENCRYPTION_KEY")?,
            hash_keys: keys("HASH_KEY")?,
            client_address_header: setting("CLIENT_ADDRESS_HEADER").map(|name| name.to_ascii_lowercase()),
            webhook_origins: origins(setting, "WEBHOOK_ORIGINS")?,
            push_keys: keys("PUSH_KEY")?,
            push_services: origins(setting, "PUSH_SERVICES")?,
            mail: MailSettings::read(setting)?,
        })
    }

    /// Whether residents can be offered mail: it goes out, or is kept where somebody tries things out, and addresses can
    /// be kept as they should.
    pub fn sends_mail(&self) -> bool {
        let keys = self.encryption_keys.current().is_some() && self.hash_keys.current().is_some();
        keys && (self.mail.is_some() || self.is_local())
    }

    /// Whether this is somebody's own machine, where people try things out with invented data.
    pub fn is_local(&self) -> bool {
        let (_, host) = self.public_origin.split_once("://").unwrap_or_default();
        let host = host.split(':').next().unwrap_or_default();
        host == "localhost" || host == "127.0.0.1" || host.ends_with(".localhost")
    }
}

/// Reads a list of origins. Unlike an origin of ours, each may be without encryption and lie anywhere.
fn origins(setting: impl Fn(&'static str) -> Option<String>, name: &'static str) -> Result<Vec<String>, ConfigError> {
    let text = setting(name).unwrap_or_default();
    let fits = |origin: &&str| {
        let rest = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
        let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b':' | b'[' | b']');
        rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(plain))
    };
    let origins: Vec<&str> = text.split(',').map(str::trim).filter(|origin| !origin.is_empty()).collect();
    if origins.iter().all(fits) {
        Ok(origins.into_iter().map(str::to_owned).collect())
    } else {
        Err(ConfigError::Origins { name })
    }
}

/// The operator's key, kept as its hash.
#[derive(Clone)]
pub struct OperatorKey([u8; 32]);

impl OperatorKey {
    fn read(key: &str) -> Result<Self, ConfigError> {
        if key.len() < OPERATOR_KEY_LENGTH {
            return Err(ConfigError::OperatorKey);
        }
        Ok(Self(Sha256::digest(key).into()))
    }

    /// Compares in constant time: equal hashes of equal length, whatever was offered.
    pub fn matches(&self, offered: &str) -> bool {
        let offered: [u8; 32] = Sha256::digest(offered).into();
        self.0.ct_eq(&offered).into()
    }
}

impl fmt::Debug for OperatorKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("OperatorKey(…)")
    }
}

/// Keys for encryption and keyed hashes, the newest first. What is made with a key carries the key's id, so that
/// keys can change.
#[derive(Clone, Default)]
pub struct Keys(Vec<Key>);

#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    pub id: String,
    pub bytes: [u8; 32],
}

impl Keys {
    fn read(text: &str) -> Option<Self> {
        let key = |entry: &str| {
            let (id, digits) = entry.trim().split_once(':')?;
            let id_fits = (1..=16).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
            let bytes = hexadecimal(digits)?;
            id_fits.then(|| Key { id: id.to_owned(), bytes })
        };
        let keys: Vec<Key> = text.split(',').map(key).collect::<Option<_>>()?;
        let distinct =
            keys.iter().enumerate().all(|(place, key)| keys.iter().take(place).all(|other| other.id != key.id));
        distinct.then_some(Self(keys))
    }

    /// The key to use for what is made now.
    pub fn current(&self) -> Option<&Key> {
        self.0.first()
    }

    /// The key that something was made with.
    pub fn by_id(&self, id: &str) -> Option<&Key> {
        self.0.iter().find(|key| key.id == id)
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.0.iter().map(|key| &key.id)).finish()
    }
}

fn hexadecimal(digits: &str) -> Option<[u8; 32]> {
    if digits.len() != 64 || !digits.is_ascii() {
        return None;
    }
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().enumerate() {
        let start = place.checked_mul(2)?;
        *byte = u8::from_str_radix(digits.get(start..start.checked_add(2)?)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> Result<Config, ConfigError> {
        Config::read(|name| settings.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn the_admin_origin_is_the_public_one_unless_set() {
        let config = read(&[("PUBLIC_ORIGIN", "https://buurtstem.example")]).unwrap();
        assert_eq!(config.admin_origin, "https://buurtstem.example");
        assert!(read(&[("PUBLIC_ORIGIN", "buurtstem.example")]).is_err());
        assert!(read(&[]).is_err());
    }

    #[test]
    fn keys_are_found_by_id_and_never_shown() {
        let first = "0f".repeat(32);
        let second = "a0".repeat(32);
        let keys = format!("k2:{second},k1:{first}");
        let config = read(&[("PUBLIC_ORIGIN", "https://a.nl"), ("ENCRYPTION_KEY", &keys)]).unwrap();
        assert_eq!(config.encryption_keys.current().unwrap().id, "k2");
        assert_eq!(config.encryption_keys.by_id("k1").unwrap().bytes, [0x0f; 32]);
        assert!(!format!("{config:?}").contains("a0a0"));
        for wrong in ["k1", "k1:00", &format!("k1:{first},k1:{second}"), &format!("k/1:{first}")] {
            assert!(Keys::read(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn origins_for_webhooks_are_a_list_of_origins() {
        let read = |list| read(&[("PUBLIC_ORIGIN", "https://a.nl"), ("WEBHOOK_ORIGINS", list)]);
        assert_eq!(
            read("http://10.0.0.5:80, https://b.lan").unwrap().webhook_origins,
            ["http://10.0.0.5:80", "https://b.lan"]
        );
        assert!(read("").unwrap().webhook_origins.is_empty());
        for wrong in ["10.0.0.5", "http://", "http://a/b", "http://a@b", "ftp://a", "http://a,b"] {
            assert_eq!(read(wrong).unwrap_err(), ConfigError::Origins { name: "WEBHOOK_ORIGINS" }, "{wrong}");
        }
    }

    #[test]
    fn only_the_operators_own_key_matches() {
        let key = OperatorKey::read("0123456789abcdefghjkmnpqrs").unwrap();
        assert!(key.matches("0123456789abcdefghjkmnpqrs"));
        assert!(!key.matches("0123456789abcdefghjkmnpqrt"));
        assert!(!key.matches(""));
        assert!(OperatorKey::read("short").is_err());
    }
}
