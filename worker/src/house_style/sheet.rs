//! A house style as a style sheet in the document itself: right from the first paint, and no request more.

use std::fmt::Write as _;

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use shared::house_style::{FontFile, HouseStyle};

/// What a document needs to show a house style.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The content of a `style` element.
    pub css: String,
    /// The source for `style-src` that allows just this: `sha256-…`.
    pub hash: String,
    /// Sources for `font-src`, in order and once each.
    pub font_origins: Vec<String>,
    /// Whether the dark is asked for where the reader prefers it.
    pub has_dark: bool,
}

impl From<&HouseStyle> for Sheet {
    fn from(style: &HouseStyle) -> Self {
        let mut css = String::new();
        for font in &style.fonts {
            css.push_str(&face(font));
        }
        rule(&mut css, ":root", &style.light);
        if let Some(dark) = &style.dark {
            css.push_str("@media (prefers-color-scheme:dark){");
            rule(&mut css, ":root:not([data-scheme=light])", dark);
            css.push('}');
        }
        let mut font_origins: Vec<String> = style.fonts.iter().filter_map(|font| origin(&font.address)).collect();
        font_origins.sort_unstable();
        font_origins.dedup();
        let hash = format!("sha256-{}", STANDARD.encode(Sha256::digest(css.as_bytes())));
        Self { css, hash, font_origins, has_dark: style.dark.is_some() }
    }
}

fn rule<'a>(css: &mut String, selector: &str, properties: impl IntoIterator<Item = (&'a String, &'a String)>) {
    let _ = write!(css, "{selector}{{");
    for (name, value) in properties {
        let _ = write!(css, "{name}:{value};");
    }
    css.push('}');
}

/// `optional`: letters that come late would move the text under somebody's finger. They are there on the next page.
fn face(font: &FontFile) -> String {
    let FontFile { family, weight: (least, most), italic, address } = font;
    let style = if *italic { "italic" } else { "normal" };
    format!(
        "@font-face{{font-family:\"{family}\";font-style:{style};font-weight:{least} {most};font-display:optional;\
         src:url(\"{address}\") format(\"woff2\")}}"
    )
}

/// `https://www.a.nl` of `https://www.a.nl/x`.
fn origin(address: &str) -> Option<String> {
    let rest = address.strip_prefix("https://")?;
    rest.split('/').next().map(|host| format!("https://{host}"))
}
