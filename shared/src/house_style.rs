//! The look of a municipality in the place of our own: values that are safe to show, and what of a theme was not.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A house style that is safe to show: every text on its ground has a contrast of at least 4.5:1, every edge of a
/// control 3:1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HouseStyle {
    /// Custom properties of the look by their names, `--paper`, and their values.
    pub light: BTreeMap<String, String>,
    /// What is different in the dark; none where the theme has no dark scheme.
    pub dark: Option<BTreeMap<String, String>>,
    /// Files of letters on a registered site.
    pub fonts: Vec<FontFile>,
    /// In the order in which a person would mend them.
    pub findings: Vec<StyleFinding>,
}

/// What of a theme was not taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum StyleFinding {
    /// The colour stands out too little, so another is shown.
    TooLittleContrast {
        scheme: Scheme,
        part: StylePart,
        /// What the theme has: `#rrggbb`.
        wanted: String,
        /// What it was compared with.
        against: StylePart,
        against_colour: String,
        /// Hundredths, rounded down: 312 is 3.12:1.
        hundredths: u16,
        /// Hundredths that it had to be.
        needed: u16,
        /// What is shown.
        shown: String,
    },
    /// The value is none that we can read.
    NotUnderstood { property: String, value: String },
    /// A file of letters that does not lie on a registered site, by `https`, as WOFF2. Letters of elsewhere tell
    /// elsewhere who reads.
    FontElsewhere { address: String },
}

/// A file of letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FontFile {
    pub family: String,
    /// One weight, or the least and the most of a variable font: 1 to 1000.
    pub weight: (u16, u16),
    pub italic: bool,
    /// `https://www.voorbeeldstad.nl/fonts/text.woff2`
    pub address: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Scheme {
    Light,
    Dark,
}

/// A colour of the look; each is a custom property of `frontend/ui/css/tokens.css`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum StylePart {
    /// The ground of the page.
    Paper,
    /// The ground of a panel.
    Well,
    WellStrong,
    Ink,
    InkSoft,
    Line,
    /// The edge of a field.
    LineStrong,
    /// What is chosen, where somebody is, the edge and words of a second button.
    Accent,
    AccentStrong,
    AccentSoft,
    /// The ground of the button that leads on.
    Button,
    ButtonStrong,
    OnButton,
    ButtonEdge,
    Link,
    LinkStrong,
    Info,
    InfoSoft,
    Good,
    GoodSoft,
    Warn,
    WarnSoft,
    Bad,
    BadSoft,
    /// The line around what has the focus.
    Focus,
    /// The bright ring around that line.
    FocusRing,
}

impl StylePart {
    pub const ALL: [Self; 26] = [
        Self::Paper,
        Self::Ink,
        Self::Well,
        Self::WellStrong,
        Self::InkSoft,
        Self::Line,
        Self::LineStrong,
        Self::Accent,
        Self::AccentSoft,
        Self::AccentStrong,
        Self::Button,
        Self::OnButton,
        Self::ButtonStrong,
        Self::ButtonEdge,
        Self::Link,
        Self::LinkStrong,
        Self::InfoSoft,
        Self::Info,
        Self::GoodSoft,
        Self::Good,
        Self::WarnSoft,
        Self::Warn,
        Self::BadSoft,
        Self::Bad,
        Self::Focus,
        Self::FocusRing,
    ];

    /// The custom property, without the two dashes.
    pub const fn property(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Well => "well",
            Self::WellStrong => "well-strong",
            Self::Ink => "ink",
            Self::InkSoft => "ink-soft",
            Self::Line => "line",
            Self::LineStrong => "line-strong",
            Self::Accent => "accent",
            Self::AccentStrong => "accent-strong",
            Self::AccentSoft => "accent-soft",
            Self::Button => "button",
            Self::ButtonStrong => "button-strong",
            Self::OnButton => "on-button",
            Self::ButtonEdge => "button-edge",
            Self::Link => "link",
            Self::LinkStrong => "link-strong",
            Self::Info => "info",
            Self::InfoSoft => "info-soft",
            Self::Good => "good",
            Self::GoodSoft => "good-soft",
            Self::Warn => "warn",
            Self::WarnSoft => "warn-soft",
            Self::Bad => "bad",
            Self::BadSoft => "bad-soft",
            Self::Focus => "focus",
            Self::FocusRing => "focus-ring",
        }
    }
}
