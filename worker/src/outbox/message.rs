//! A letter as mail: headers, plain text and HTML beside each other (RFC 5322, RFC 2046), by the crate `mail-builder`.
//!
//! The same letter gives the same bytes each time: a message that goes out again is recognised as the same one.

use mail_builder::{
    MessageBuilder,
    headers::{address::Address, content_type::ContentType, date::Date, raw::Raw, text::Text, url::URL},
    mime::MimePart,
};
use shared::time::Instant;

use super::letter::Letter;
use crate::config::MailSettings;

/// What a message keeps through all its tries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Letters and digits; of this message alone.
    pub id: String,
    /// When it was written.
    pub at: Instant,
}

impl Identity {
    /// The Message-ID, without its brackets. The part behind the @ is the domain that the mail comes from, so that
    /// nobody else gives out the same.
    pub fn message_id(&self, settings: &MailSettings) -> String {
        let domain = settings.from.split_once('@').map_or("localhost", |(_, domain)| domain);
        format!("{}@{domain}", self.id)
    }
}

/// The whole message, with CRLF at the end of every line.
pub fn build(letter: &Letter, identity: &Identity, settings: &MailSettings) -> Vec<u8> {
    let boundary = format!("part_{}", identity.id);
    let part = |kind: &'static str, text: String| {
        MimePart::new(ContentType::new(kind).attribute("charset", "utf-8"), text.replace('\n', "\r\n"))
    };
    let body = MimePart::new(
        ContentType::new("multipart/alternative").attribute("boundary", boundary),
        vec![part("text/plain", letter.text()), part("text/html", letter.html())],
    );
    let mut message = MessageBuilder::new()
        .message_id(identity.message_id(settings))
        .date(Date::new(identity.at.milliseconds().div_euclid(1_000)))
        .from(Address::new_address(Some(one_line(&letter.from_name)), settings.from.clone()))
        .to(Address::new_address(None::<&str>, one_line(&letter.to)))
        .subject(Text::new(one_line(&letter.subject)))
        .header("Content-Language", Raw::new(letter.language.tag()))
        // No answers by machines: "I am on holiday" helps nobody here (RFC 3834).
        .header("Auto-Submitted", Raw::new("auto-generated"))
        .header("X-Auto-Response-Suppress", Raw::new("All"))
        .body(body);
    if let Some(reply_to) = &settings.reply_to {
        message = message.reply_to(Address::new_address(None::<&str>, reply_to.clone()));
    }
    if let Some(stop) = &letter.stop {
        // A mail program may post there by itself when its user asks for no more mail (RFC 8058).
        message = message
            .header("List-Unsubscribe", URL::new(one_line(&stop.url)))
            .header("List-Unsubscribe-Post", Raw::new("List-Unsubscribe=One-Click"));
    }
    let mut bytes = Vec::new();
    message.serialize(&mut bytes);
    bytes
}

/// Without line ends and other control characters: whatever is in a name, no header begins in it.
fn one_line(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

#[cfg(test)]
mod tests {
    use shared::text::Language;

    use super::*;
    use crate::{config::Security, outbox::letter::Link};

    fn settings() -> MailSettings {
        MailSettings {
            host: "localhost".into(),
            port: 25,
            security: Security::None,
            sign_in: None,
            from: "buurtstem@example.nl".into(),
            reply_to: None,
            timeout_seconds: 1,
        }
    }

    fn letter() -> Letter {
        Letter {
            language: Language::Nl,
            to: "bewoner@voorbeeld.nl".into(),
            from_name: "Buurtstem Waterdam".into(),
            subject: "Er is nieuws – één vraag".into(),
            greeting: "Beste bewoner,".into(),
            paragraphs: vec!["Wij hebben <nieuws> & een café.".into()],
            items: vec![],
            link: Link { words: "Bekijk".into(), url: "https://a.nl/w/nl/volgen#c=abc".into() },
            after_link: vec![],
            closing: vec!["Gemeente Waterdam".into()],
            stop: Some(Link { words: "Geen berichten meer".into(), url: "https://a.nl/stop".into() }),
        }
    }

    fn identity() -> Identity {
        Identity { id: "abc123".into(), at: "2026-03-02T11:00:00Z".parse().unwrap() }
    }

    fn built(letter: &Letter) -> String {
        String::from_utf8(build(letter, &identity(), &settings())).unwrap()
    }

    #[test]
    fn the_same_letter_gives_the_same_bytes_all_ascii_and_in_short_lines() {
        let message = built(&letter());
        assert_eq!(message, built(&letter()));
        assert!(message.is_ascii());
        assert!(message.split("\r\n").all(|line| line.len() <= 998 && !line.contains(['\r', '\n'])));
        for header in [
            "Message-ID: <abc123@example.nl>\r\n",
            "Date: Mon, 2 Mar 2026 11:00:00 +0000\r\n",
            "To: <bewoner@voorbeeld.nl>\r\n",
            "List-Unsubscribe: <https://a.nl/stop>\r\n",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
            "Auto-Submitted: auto-generated\r\n",
        ] {
            assert!(message.contains(header), "{header} in {message}");
        }
    }

    /// The names of the headers, unfolded.
    fn headers(message: &str) -> Vec<String> {
        let (head, _) = message.split_once("\r\n\r\n").unwrap();
        let lines = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
        lines.map(|line| line.split(':').next().unwrap().to_owned()).collect()
    }

    #[test]
    fn no_text_can_begin_a_header() {
        let evil = "x\r\nBcc: c@d.nl\r\n\r\n<script>\n.\r\nDATA\u{b}\u{85}";
        let mut letter = letter();
        letter.from_name = evil.into();
        letter.subject = evil.into();
        letter.to = format!("a@b.nl{evil}");
        if let Some(stop) = &mut letter.stop {
            stop.url = format!("https://a.nl/{evil}");
        }
        let message = built(&letter);
        assert_eq!(headers(&message), headers(&built(&self::letter())), "{message}");
        assert!(!letter.html().contains("<script>"));
    }

    #[test]
    fn both_forms_say_the_same_and_html_is_escaped() {
        let letter = letter();
        assert!(letter.text().contains("Wij hebben <nieuws> & een café.\n\nBekijk:\nhttps://a.nl/w/nl/volgen#c=abc\n"));
        assert!(letter.html().contains("<p>Wij hebben &lt;nieuws&gt; &amp; een café.</p>"));
        assert!(!letter.html().contains("src=") && !letter.html().contains("url("), "nothing is fetched");
    }
}
