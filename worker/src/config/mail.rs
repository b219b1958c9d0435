//! How mail goes out: by SMTP submission (RFC 6409) to one server that takes it for us.

use std::fmt;

use shared::proposal::read_email;

use super::ConfigError;

/// The mail server and how to use it.
#[derive(Clone, PartialEq, Eq)]
pub struct MailSettings {
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub sign_in: Option<SignIn>,
    /// The address that mail comes from, in the envelope too: bounces come back to it.
    pub from: String,
    /// Where an answer to a mail goes. None: nobody reads answers, and the mails say so.
    pub reply_to: Option<String>,
    /// How long the server may take for one reply.
    pub timeout_seconds: u32,
}

/// How the line is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// Begins in clear and turns to TLS before anything is said (RFC 3207). A server that does not offer it gets
    /// nothing.
    StartTls,
    /// TLS from the first byte (RFC 8314).
    Tls,
    /// None: only to a server on the machine itself.
    None,
}

/// User and password.
#[derive(Clone, PartialEq, Eq)]
pub struct SignIn {
    pub user: String,
    pub password: String,
}

/// A minute is what busy servers take at their worst; RFC 5321 allows more, but other work of the municipality
/// waits meanwhile.
const TIMEOUT_SECONDS: u32 = 60;
/// The whole talk about one message, a dozen replies, has to fit into the half hour for which it is taken.
const LONGEST_TIMEOUT_SECONDS: u32 = 120;
/// An address, a name, a password: longer ones are a mistake.
const LONGEST: usize = 255;

impl MailSettings {
    /// Reads the settings by name; none when none of them is there.
    pub(super) fn read(setting: impl Fn(&'static str) -> Option<String>) -> Result<Option<Self>, ConfigError> {
        const NAMES: [&str; 8] = [
            "SMTP_HOST",
            "SMTP_PORT",
            "SMTP_SECURITY",
            "SMTP_USER",
            "SMTP_PASSWORD",
            "SMTP_TIMEOUT",
            "MAIL_FROM",
            "MAIL_REPLY_TO",
        ];
        let Some(first) = NAMES.into_iter().find(|name| setting(name).is_some()) else { return Ok(None) };
        let wrong = |name: &'static str, problem: &'static str| ConfigError::Mail { name, problem };
        let missing = |name: &'static str| ConfigError::MailIncomplete { name, because: first };

        let host = setting("SMTP_HOST").ok_or_else(|| missing("SMTP_HOST"))?;
        if !is_host(&host) {
            return Err(wrong("SMTP_HOST", "must be the name of a machine, such as smtp.example.nl"));
        }
        let security = match setting("SMTP_SECURITY").as_deref() {
            None | Some("starttls") => Security::StartTls,
            Some("tls") => Security::Tls,
            Some("none") if is_loopback(&host) => Security::None,
            Some("none") => return Err(wrong("SMTP_SECURITY", "may be none only for a server on this machine")),
            Some(_) => return Err(wrong("SMTP_SECURITY", "must be starttls, tls or none")),
        };
        let port = match setting("SMTP_PORT") {
            None => match security {
                Security::StartTls => 587,
                Security::Tls => 465,
                Security::None => 25,
            },
            Some(text) => text
                .parse()
                .ok()
                .filter(|port| *port > 0)
                .ok_or_else(|| wrong("SMTP_PORT", "must be a number from 1 to 65535"))?,
        };
        let sign_in = match (setting("SMTP_USER"), setting("SMTP_PASSWORD")) {
            (None, None) => None,
            (Some(_), None) => return Err(missing("SMTP_PASSWORD")),
            (None, Some(_)) => return Err(missing("SMTP_USER")),
            (Some(user), Some(password)) => {
                if !is_plain(&user) {
                    return Err(wrong("SMTP_USER", "may not hold control characters, nor more than 255 bytes"));
                }
                if !is_plain(&password) {
                    return Err(wrong("SMTP_PASSWORD", "may not hold control characters, nor more than 255 bytes"));
                }
                Some(SignIn { user, password })
            }
        };
        let address = |name: &'static str| match setting(name) {
            None => Ok(None),
            Some(text) => match read_email(&text) {
                Ok(Some(address)) if address == text && address.is_ascii() => Ok(Some(address)),
                _ => Err(wrong(name, "must be one plain address, such as buurtstem@example.nl, without a name")),
            },
        };
        let timeout_seconds = match setting("SMTP_TIMEOUT") {
            None => TIMEOUT_SECONDS,
            Some(text) => text
                .parse()
                .ok()
                .filter(|seconds| (1..=LONGEST_TIMEOUT_SECONDS).contains(seconds))
                .ok_or_else(|| wrong("SMTP_TIMEOUT", "must be a number of seconds from 1 to 120"))?,
        };
        Ok(Some(Self {
            port,
            security,
            sign_in,
            from: address("MAIL_FROM")?.ok_or_else(|| missing("MAIL_FROM"))?,
            reply_to: address("MAIL_REPLY_TO")?,
            timeout_seconds,
            host,
        }))
    }
}

/// Shows neither user nor password.
impl fmt::Debug for MailSettings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "MailSettings({}:{}, {:?}, …)", self.host, self.port, self.security)
    }
}

fn is_host(text: &str) -> bool {
    let labels = text.split('.').all(|label| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    });
    text == "::1" || (text.len() <= 253 && labels)
}

fn is_loopback(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "::1")
}

fn is_plain(text: &str) -> bool {
    text.len() <= LONGEST && !text.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> Result<Option<MailSettings>, String> {
        MailSettings::read(|name| {
            settings.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
        .map_err(|error| error.to_string())
    }

    #[test]
    fn nothing_set_is_no_mail_and_little_is_enough() {
        assert_eq!(read(&[]), Ok(None));
        let settings = read(&[("SMTP_HOST", "smtp.example.nl"), ("MAIL_FROM", "buurtstem@example.nl")]);
        let settings = settings.unwrap().unwrap();
        assert_eq!((settings.port, settings.security, settings.timeout_seconds), (587, Security::StartTls, 60));
        assert!(settings.sign_in.is_none() && settings.reply_to.is_none());
    }

    #[test]
    fn what_is_wrong_is_said_with_the_name_of_the_setting() {
        let good = [("SMTP_HOST", "smtp.example.nl"), ("MAIL_FROM", "a@example.nl")];
        for (name, value, says) in [
            ("SMTP_PORT", "0", "SMTP_PORT must be a number from 1 to 65535"),
            ("SMTP_SECURITY", "ssl", "SMTP_SECURITY must be starttls, tls or none"),
            ("SMTP_SECURITY", "none", "SMTP_SECURITY may be none only for a server on this machine"),
            ("SMTP_USER", "somebody", "SMTP_PASSWORD is missing, because SMTP_HOST is set"),
            ("SMTP_TIMEOUT", "soon", "SMTP_TIMEOUT must be a number of seconds from 1 to 120"),
            ("MAIL_REPLY_TO", "Ons <a@b.nl>", "MAIL_REPLY_TO must be one plain address"),
        ] {
            let said = read(&[good[0], good[1], (name, value)]).unwrap_err();
            assert!(said.contains(says), "{said}");
        }
        assert!(read(&[("SMTP_HOST", "smtp.example.nl")]).unwrap_err().contains("MAIL_FROM is missing"));
        assert!(read(&[("MAIL_FROM", "a@example.nl")]).unwrap_err().contains("SMTP_HOST is missing"));
        let injected = read(&[("SMTP_HOST", "a.nl\r\nRCPT"), good[1]]).unwrap_err();
        assert!(injected.contains("SMTP_HOST must be"), "{injected}");
    }

    #[test]
    fn the_password_is_never_shown() {
        let settings = read(&[
            ("SMTP_HOST", "localhost"),
            ("SMTP_SECURITY", "none"),
            ("SMTP_USER", "somebody"),
            ("SMTP_PASSWORD", "very secret"),
            ("MAIL_FROM", "a@example.nl"),
        ]);
        let shown = format!("{:?}", settings.unwrap().unwrap());
        assert!(!shown.contains("secret") && !shown.contains("somebody"), "{shown}");
    }
}
