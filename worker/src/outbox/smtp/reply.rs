//! What a mail server answers: one or more lines with a code in front (RFC 5321, section 4.2).

use std::fmt;

/// The code of a reply: three digits, and often a finer one behind (RFC 3463). The rest of a reply is for people and
/// may quote an address; it is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    basic: u16,
    enhanced: Option<String>,
}

impl Code {
    /// 2: done. 3: go on. 4: not now. 5: never.
    pub const fn class(&self) -> u16 {
        self.basic / 100
    }

    pub(super) const fn is(&self, code: u16) -> bool {
        self.basic == code
    }
}

/// "550 5.1.1": digits, dots and a space.
impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.enhanced {
            Some(enhanced) => write!(formatter, "{} {enhanced}", self.basic),
            None => write!(formatter, "{}", self.basic),
        }
    }
}

/// A whole reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) code: Code,
    /// The lines without their codes.
    pub(super) lines: Vec<String>,
}

/// Why there is no reply yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unfinished {
    /// Only a part has come in.
    More,
    /// What came in is no reply.
    Nonsense,
}

impl Reply {
    /// Takes one reply from the front of what came in, and leaves the rest.
    pub(super) fn take(incoming: &mut Vec<u8>) -> Result<Self, Unfinished> {
        let mut lines = Vec::new();
        let mut first = None;
        let mut rest = incoming.as_slice();
        loop {
            let end = rest.iter().position(|byte| *byte == b'\n').ok_or(Unfinished::More)?;
            let (line, after) = rest.split_at(end);
            rest = after.get(1..).unwrap_or_default();
            let line = String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(line)).into_owned();
            let (digits, text) = line.split_at_checked(3).ok_or(Unfinished::Nonsense)?;
            let code = digits.parse().ok().filter(|code| (200..600).contains(code)).ok_or(Unfinished::Nonsense)?;
            // Every line of a reply carries the same code.
            if *first.get_or_insert(code) != code {
                return Err(Unfinished::Nonsense);
            }
            let (more, text) = match text.split_at_checked(1) {
                None => (false, ""),
                Some((" ", text)) => (false, text),
                Some(("-", text)) => (true, text),
                Some(_) => return Err(Unfinished::Nonsense),
            };
            lines.push(text.to_owned());
            if !more {
                let enhanced = enhanced(code, text);
                let left = rest.to_vec();
                *incoming = left;
                return Ok(Self { code: Code { basic: code, enhanced }, lines });
            }
        }
    }
}

/// The finer code at the start of a line, when it belongs to the reply's own.
fn enhanced(code: u16, text: &str) -> Option<String> {
    let word = text.split(' ').next()?;
    let parts: Vec<&str> = word.split('.').collect();
    let fits = parts.len() == 3
        && parts.iter().all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
        && parts.first().and_then(|class| class.parse().ok()) == Some(code / 100);
    fits.then(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(text: &str) -> Result<(String, Vec<String>, String), Unfinished> {
        let mut incoming = text.as_bytes().to_vec();
        let reply = Reply::take(&mut incoming)?;
        Ok((reply.code.to_string(), reply.lines, String::from_utf8(incoming).unwrap()))
    }

    #[test]
    fn a_reply_has_one_line_or_several() {
        let lines = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        assert_eq!(take("250 OK\r\n"), Ok(("250".into(), lines(&["OK"]), String::new())));
        assert_eq!(take("250\r\n"), Ok(("250".into(), lines(&[""]), String::new())));
        let several = take("250-a.example\r\n250-SIZE 100\n250 STARTTLS\r\n220 next");
        assert_eq!(several, Ok(("250".into(), lines(&["a.example", "SIZE 100", "STARTTLS"]), "220 next".into())));
        for part in ["", "250", "250 OK", "250-a\r\n", "250-a\r\n250 b"] {
            assert_eq!(take(part), Err(Unfinished::More), "{part:?}");
        }
    }

    #[test]
    fn what_is_no_reply_is_not_taken_for_one() {
        for nonsense in
            ["HTTP/1.1 400 Bad Request\r\n", "\r\n", "25\r\n", "2500 x\r\n", "250-a\r\n550 b\r\n", "999 x\r\n"]
        {
            assert_eq!(take(nonsense), Err(Unfinished::Nonsense), "{nonsense:?}");
        }
    }

    #[test]
    fn of_a_refusal_only_the_codes_are_kept() {
        let code = |text: &str| take(text).unwrap().0;
        assert_eq!(code("550 5.1.1 <bewoner@voorbeeld.nl> unknown\r\n"), "550 5.1.1");
        assert_eq!(code("550 bewoner@voorbeeld.nl unknown\r\n"), "550");
        assert_eq!(code("550 4.1.1 another class\r\n"), "550");
        assert_eq!(code("550 5.1.bewoner\r\n"), "550");
    }
}
