//! The talk with the mail server: RFC 5321, with STARTTLS (RFC 3207), signing in (RFC 4954) and addresses outside
//! ASCII (RFC 6531). One message after another over one line; nothing is sent ahead of a reply.
//!
//! What is handed over is counted as sent only when the server has said so after the last byte. When the line breaks
//! between that byte and the reply, nobody knows: [`Verdict::Later`] with [`MailTrouble::ReplyLost`], and the message
//! goes out again under the same Message-ID.

mod reply;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use shared::notification::MailTrouble;

use super::wire::{Broken, Network, Wire};
use crate::config::{MailSettings, Security, SignIn};
pub use reply::Code;
use reply::{Reply, Unfinished};

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The server has it, and answers for it from now on.
    Sent,
    /// Not this time; trying again makes sense.
    Later(Trouble),
    /// Never, however often.
    Refused(Trouble),
}

/// Why not, without anything that could name a person: a server's own words may quote the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    pub what: MailTrouble,
    pub code: Option<Code>,
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:?}", self.what)?;
        self.code.as_ref().map_or(Ok(()), |code| write!(formatter, " {code}"))
    }
}

impl From<Broken> for Trouble {
    fn from(broken: Broken) -> Self {
        Self { what: broken.trouble(), code: None }
    }
}

impl From<MailTrouble> for Trouble {
    fn from(what: MailTrouble) -> Self {
        Self { what, code: None }
    }
}

/// One message as it goes over the line.
#[derive(Debug, Clone, Copy)]
pub struct Envelope<'a> {
    pub to: &'a str,
    /// Headers and body, with CRLF at the end of every line and no byte outside ASCII in the body.
    pub message: &'a [u8],
}

/// What the server says it can do.
#[expect(clippy::struct_excessive_bools, reason = "each is something that a server offers or does not")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Offers {
    start_tls: bool,
    plain: bool,
    login: bool,
    size: bool,
    smtputf8: bool,
    eight_bit: bool,
}

/// A line on which messages can be handed over.
pub struct Session<'a> {
    wire: Box<dyn Wire + 'a>,
    /// What has come in and was not read yet.
    incoming: Vec<u8>,
    offers: Offers,
    settings: &'a MailSettings,
    /// Whether another message can follow.
    usable: bool,
}

/// No server says more at once: 100 lines of 512 bytes.
const MOST_INCOMING: usize = 51_200;

impl<'a> Session<'a> {
    /// Connects, turns to TLS and signs in. Nothing of any message is said before that has succeeded.
    pub async fn open(network: &dyn Network, settings: &'a MailSettings, own_name: &str) -> Result<Self, Trouble> {
        let wire = network.open(settings).await?;
        let mut session = Self { wire, incoming: Vec::new(), offers: Offers::default(), settings, usable: true };
        match session.greet(own_name).await {
            Ok(()) => Ok(session),
            Err(trouble) => {
                session.wire.close();
                Err(trouble)
            }
        }
    }

    async fn greet(&mut self, own_name: &str) -> Result<(), Trouble> {
        self.expect(None, 220, MailTrouble::Busy).await?;
        self.hello(own_name).await?;
        if self.settings.security == Security::StartTls {
            if !self.offers.start_tls {
                return Err(MailTrouble::NotEncrypted.into());
            }
            self.expect(Some("STARTTLS"), 220, MailTrouble::NotEncrypted).await?;
            // Whatever came in clear behind that reply was put there by somebody else on the line.
            if !self.incoming.is_empty() {
                return Err(MailTrouble::NotEncrypted.into());
            }
            self.wire.start_tls().await?;
            // What was offered in clear may have been somebody else's, too.
            self.hello(own_name).await.map_err(|trouble| match trouble.what {
                // A handshake that fails shows itself with the first bytes.
                MailTrouble::BrokenOff => MailTrouble::NotEncrypted.into(),
                _ => trouble,
            })?;
        }
        match &self.settings.sign_in {
            Some(sign_in) => self.sign_in(sign_in).await,
            None => Ok(()),
        }
    }

    async fn hello(&mut self, own_name: &str) -> Result<(), Trouble> {
        let reply = self.command(&format!("EHLO {own_name}")).await?;
        if !reply.code.is(250) {
            return Err(Trouble { what: MailTrouble::NotUnderstood, code: Some(reply.code) });
        }
        self.offers = Offers::default();
        for line in reply.lines.iter().skip(1) {
            let mut words = line.split([' ', '=']).filter(|word| !word.is_empty()).map(str::to_ascii_uppercase);
            match words.next().as_deref() {
                Some("STARTTLS") => self.offers.start_tls = true,
                Some("SIZE") => self.offers.size = true,
                Some("SMTPUTF8") => self.offers.smtputf8 = true,
                Some("8BITMIME") => self.offers.eight_bit = true,
                Some("AUTH") => {
                    for mechanism in words {
                        match mechanism.as_str() {
                            "PLAIN" => self.offers.plain = true,
                            "LOGIN" => self.offers.login = true,
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    async fn sign_in(&mut self, SignIn { user, password }: &SignIn) -> Result<(), Trouble> {
        let last = if self.offers.plain {
            self.command(&format!("AUTH PLAIN {}", STANDARD.encode(format!("\0{user}\0{password}")))).await?
        } else if self.offers.login {
            let mut reply = self.command("AUTH LOGIN").await?;
            for secret in [user, password] {
                if reply.code.is(334) {
                    reply = self.command(&STANDARD.encode(secret)).await?;
                }
            }
            reply
        } else {
            return Err(MailTrouble::NoSignIn.into());
        };
        match last.code.class() {
            2 => Ok(()),
            4 => Err(Trouble { what: MailTrouble::Busy, code: Some(last.code) }),
            _ => Err(Trouble { what: MailTrouble::SignInRefused, code: Some(last.code) }),
        }
    }

    /// Hands over one message.
    pub async fn send(&mut self, envelope: Envelope<'_>) -> Verdict {
        match self.hand_over(envelope).await {
            Ok(verdict) => verdict,
            Err(broken) => {
                self.usable = false;
                Verdict::Later(broken.into())
            }
        }
    }

    /// Whether another message can follow on this line.
    pub fn is_usable(&self) -> bool {
        self.usable
    }

    async fn hand_over(&mut self, envelope: Envelope<'_>) -> Result<Verdict, Broken> {
        let outside_ascii = !envelope.to.is_ascii();
        if outside_ascii && !self.offers.smtputf8 {
            return Ok(Verdict::Refused(MailTrouble::AddressNotSupported.into()));
        }
        let mut mail = format!("MAIL FROM:<{}>", self.settings.from);
        if self.offers.size {
            mail.push_str(" SIZE=");
            mail.push_str(&envelope.message.len().to_string());
        }
        if outside_ascii {
            // The address stands in a header as it is.
            mail.push_str(if self.offers.eight_bit { " BODY=8BITMIME SMTPUTF8" } else { " SMTPUTF8" });
        }
        let reply = self.command(&mail).await?;
        if reply.code.class() != 2 {
            // That we may not send from our address is no fault of the message: it is for us to put right.
            let what = if reply.code.class() == 5 { MailTrouble::SenderRefused } else { MailTrouble::Busy };
            let verdict = Verdict::Later(Trouble { what, code: Some(reply.code) });
            self.reset().await?;
            return Ok(verdict);
        }
        for command in [format!("RCPT TO:<{}>", envelope.to), "DATA".to_owned()] {
            let reply = self.command(&command).await?;
            if !matches!(reply.code.class(), 2 | 3) {
                let verdict = refused(reply.code);
                self.reset().await?;
                return Ok(verdict);
            }
        }
        self.wire.write(stuffed(envelope.message)).await?;
        // From here on nobody but the server knows whether it has the message.
        match self.reply().await {
            Ok(reply) if reply.code.class() == 2 => Ok(Verdict::Sent),
            Ok(reply) => Ok(refused(reply.code)),
            Err(_) => {
                self.usable = false;
                Ok(Verdict::Later(MailTrouble::ReplyLost.into()))
            }
        }
    }

    /// Takes back what was begun, so that the next message starts anew.
    async fn reset(&mut self) -> Result<(), Broken> {
        if self.usable {
            self.usable = self.command("RSET").await?.code.class() == 2;
        }
        Ok(())
    }

    /// Says goodbye.
    pub async fn quit(mut self) {
        if self.usable {
            // What the server answers to that changes nothing.
            let _ = self.command("QUIT").await;
        }
        self.wire.close();
    }

    async fn expect(&mut self, command: Option<&str>, code: u16, otherwise: MailTrouble) -> Result<(), Trouble> {
        let reply = match command {
            Some(command) => self.command(command).await?,
            None => self.reply().await?,
        };
        if reply.code.is(code) { Ok(()) } else { Err(Trouble { what: otherwise, code: Some(reply.code) }) }
    }

    async fn command(&mut self, command: &str) -> Result<Reply, Broken> {
        // An address or a setting with a line end in it was refused long before; here it would be a second command.
        if command.chars().any(char::is_control) {
            return Err(Broken::Closed);
        }
        self.wire.write(format!("{command}\r\n").into_bytes()).await?;
        self.reply().await
    }

    /// The next reply, however many lines and pieces it comes in.
    async fn reply(&mut self) -> Result<Reply, Broken> {
        loop {
            match Reply::take(&mut self.incoming) {
                Ok(reply) => {
                    // 421: the server hangs up after this, whatever it was asked.
                    self.usable &= !reply.code.is(421);
                    return Ok(reply);
                }
                Err(Unfinished::Nonsense) => return Err(Broken::Closed),
                Err(Unfinished::More) if self.incoming.len() > MOST_INCOMING => return Err(Broken::Closed),
                Err(Unfinished::More) => {
                    let bytes = self.wire.read().await?;
                    if bytes.is_empty() {
                        return Err(Broken::Closed);
                    }
                    self.incoming.extend(bytes);
                }
            }
        }
    }
}

fn refused(code: Code) -> Verdict {
    if code.class() == 5 {
        Verdict::Refused(Trouble { what: MailTrouble::Refused, code: Some(code) })
    } else {
        Verdict::Later(Trouble { what: MailTrouble::NotNow, code: Some(code) })
    }
}

/// The message as it goes over the line: a dot at the start of a line is doubled, and a dot alone ends it (RFC 5321,
/// section 4.5.2).
fn stuffed(message: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(message.len().saturating_add(64));
    let mut at_start = true;
    for &byte in message {
        if at_start && byte == b'.' {
            bytes.push(b'.');
        }
        bytes.push(byte);
        at_start = byte == b'\n';
    }
    if !at_start {
        bytes.extend(b"\r\n");
    }
    bytes.extend(b".\r\n");
    bytes
}

#[cfg(test)]
mod tests;
