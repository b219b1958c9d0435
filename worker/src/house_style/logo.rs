//! The logo of a municipality: a PNG or an SVG that can do nothing but be looked at.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use shared::fault::FaultCode;

/// Bytes; a logo is drawn some 40 pixels high.
pub const MAX_LOGO: usize = 100_000;
/// Side of a picture that a browser can be asked to draw small.
const MAX_SIDE: u32 = 4_000;

/// A logo as it is kept and sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    pub kind: LogoKind,
    pub bytes: Vec<u8>,
    /// Pixels, or units of an SVG: only their ratio counts.
    pub width: u32,
    pub height: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LogoKind {
    Png,
    Svg,
}

/// Where a page finds the logo, and how much room it takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogoPlace {
    /// Another logo has another name, so that a file may be kept for ever.
    pub file: String,
    pub width: u32,
    pub height: u32,
}

impl LogoKind {
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
        }
    }

    const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

impl Logo {
    /// Reads a file.
    ///
    /// # Errors
    /// That it is too large, or neither a PNG nor an SVG of a picture and nothing else.
    pub fn read(bytes: Vec<u8>) -> Result<Self, FaultCode> {
        let (kind, size) = match png_size(&bytes) {
            Some(size) => (LogoKind::Png, Some(size)),
            None => (LogoKind::Svg, std::str::from_utf8(&bytes).ok().and_then(svg_size)),
        };
        let sound = |side: u32| (1..=MAX_SIDE).contains(&side);
        let (width, height) =
            size.filter(|(width, height)| sound(*width) && sound(*height)).ok_or(FaultCode::NotALogo)?;
        Ok(Self { kind, bytes, width, height })
    }

    pub fn place(&self) -> LogoPlace {
        let digest = Sha256::digest(&self.bytes);
        let mark = digest.iter().take(8).fold(0_u64, |mark, byte| (mark << 8) | u64::from(*byte));
        LogoPlace { file: format!("{mark:016x}.{}", self.kind.extension()), width: self.width, height: self.height }
    }
}

/// Width and height from the first chunk: PNG (Third Edition), 11.2.1.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let (head, rest) = rest.split_at_checked(8)?;
    let number = |bytes: &[u8]| Some(u32::from_be_bytes(bytes.try_into().ok()?));
    (head.get(4..) == Some(b"IHDR")).then_some(())?;
    Some((number(rest.get(..4)?)?, number(rest.get(4..8)?)?))
}

/// The room of a drawing. None when it holds anything that runs, moves or is fetched from elsewhere: shown as a picture
/// a browser ignores that, and whoever opens the file alone gets a policy that forbids it, but it has no place here.
fn svg_size(text: &str) -> Option<(u32, u32)> {
    let drawing = roxmltree::Document::parse(text).ok()?;
    let root = drawing.root_element();
    let is_plain = drawing.descendants().filter(roxmltree::Node::is_element).all(|element| {
        let name = element.tag_name().name();
        let nothing_runs = !matches!(name, "script" | "foreignObject" | "handler" | "iframe" | "a" | "set")
            && !name.starts_with("animate");
        nothing_runs
            && element.attributes().all(|attribute| {
                let runs = attribute.name().to_ascii_lowercase().starts_with("on");
                let leads_out = attribute.name() == "href" && !attribute.value().starts_with(['#']);
                let embeds = attribute.value().starts_with("data:image/png");
                !runs && (!leads_out || embeds)
            })
    });
    if root.tag_name().name() != "svg" || !is_plain {
        return None;
    }
    let sides = root.attribute("viewBox").map(|view| view.split([' ', ',']).filter(|part| !part.is_empty()).skip(2));
    if let Some(mut sides) = sides {
        return Some((whole(sides.next()?)?, whole(sides.next()?)?));
    }
    Some((whole(root.attribute("width")?)?, whole(root.attribute("height")?)?))
}

/// `12.5`, `12.5px`: at least 1.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 100,000")]
fn whole(side: &str) -> Option<u32> {
    let side: f64 = side.trim_end_matches("px").parse().ok()?;
    (0.5..100_000.0).contains(&side).then(|| side.round().max(1.0) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_read_with_their_size() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        png.extend([0, 0, 1, 0, 0, 0, 0, 80, 8, 6, 0, 0, 0]);
        let png = Logo::read(png).unwrap();
        assert_eq!((png.kind, png.width, png.height), (LogoKind::Png, 256, 80));
        let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120.4 40"><use href="#x"/></svg>"##;
        let svg = Logo::read(svg.to_vec()).unwrap();
        assert_eq!((svg.kind, svg.width, svg.height), (LogoKind::Svg, 120, 40));
        assert_ne!(svg.place(), png.place());
    }

    #[test]
    fn what_is_more_than_a_picture_is_none() {
        for bad in [
            "",
            "GIF89a",
            "<svg viewBox='0 0 1 1'",
            "<html viewBox='0 0 1 1'/>",
            "<svg/>",
            "<svg viewBox='0 0 9999999 1'/>",
            "<svg viewBox='0 0 1 1'><script>alert(1)</script></svg>",
            "<svg viewBox='0 0 1 1' onload='alert(1)'/>",
            "<svg viewBox='0 0 1 1'><image href='https://elsewhere.example/x.png'/></svg>",
            "<svg viewBox='0 0 1 1'><a href='#x'/></svg>",
            "<svg viewBox='0 0 1 1'><foreignObject/></svg>",
        ] {
            assert_eq!(Logo::read(bad.as_bytes().to_vec()), Err(FaultCode::NotALogo), "{bad}");
        }
        assert_eq!(Logo::read(b"\x89PNG\r\n\x1a\n\0\0".to_vec()), Err(FaultCode::NotALogo));
    }
}
