//! Where each colour of our look is found in a theme, and what it has to stand out from.
//!
//! Names in the order in which NL Design System renews itself: candidate (`nl`), community (`utrecht`), the basis layer,
//! Amsterdam (`ams`).

use shared::house_style::StylePart::{
    self, Accent, AccentSoft, AccentStrong, Bad, BadSoft, Button, ButtonEdge, ButtonStrong, Focus, FocusRing, Good,
    GoodSoft, Info, InfoSoft, Ink, InkSoft, Line, LineStrong, Link, LinkStrong, OnButton, Paper, Warn, WarnSoft, Well,
    WellStrong,
};

/// Text, and what is read like text: WCAG 2.2, 1.4.3.
pub(super) const TEXT: f32 = 4.5;
/// Edges of controls and the mark of the focus: WCAG 2.2, 1.4.11.
pub(super) const EDGE: f32 = 3.0;

/// How to come by a colour that a theme does not name, or whose own does not stand out.
#[derive(Debug, Clone, Copy)]
pub(super) enum Otherwise {
    /// This one, with a share of that one in it.
    Mixed(StylePart, StylePart, f32),
    /// The same as this one.
    Same(StylePart),
    /// That of our own look.
    Ours,
}

#[derive(Debug)]
pub(super) struct Rule {
    pub(super) part: StylePart,
    /// Names of properties; the first that is there counts.
    pub(super) names: &'static [&'static str],
    /// From what it stands out, by how much.
    pub(super) against: &'static [(StylePart, f32)],
    /// Tried in this order when the theme's own is not there or not safe. The last of each list is always safe.
    pub(super) otherwise: &'static [Otherwise],
}

const INK_ON_IT: &[(StylePart, f32)] = &[(Ink, TEXT)];

/// In the order in which they are chosen: each depends on earlier ones only. Paper and ink come before all of these.
pub(super) const RULES: [Rule; 24] = [
    Rule {
        part: Well,
        names: &["basis-color-default-bg-subtle"],
        against: INK_ON_IT,
        otherwise: &[Otherwise::Mixed(Paper, Ink, 0.05), Otherwise::Same(Paper)],
    },
    Rule {
        part: WellStrong,
        names: &["basis-color-default-bg-default"],
        against: INK_ON_IT,
        otherwise: &[Otherwise::Mixed(Paper, Ink, 0.11), Otherwise::Same(Paper)],
    },
    Rule {
        part: InkSoft,
        names: &["utrecht-form-field-description-color", "basis-color-default-color-subtle"],
        against: &[(Paper, TEXT), (Well, TEXT)],
        otherwise: &[Otherwise::Mixed(Ink, Paper, 0.25), Otherwise::Same(Ink)],
    },
    Rule {
        part: Line,
        names: &["utrecht-separator-color", "basis-color-default-border-subtle"],
        against: &[],
        otherwise: &[Otherwise::Mixed(Paper, Ink, 0.18)],
    },
    Rule {
        part: LineStrong,
        names: &[
            "utrecht-textbox-border-color",
            "utrecht-form-control-border-color",
            "utrecht-form-input-border-color",
            "basis-form-control-border-color",
            "ams-inputs-border-color",
        ],
        against: &[(Paper, EDGE), (Well, EDGE)],
        otherwise: &[Otherwise::Mixed(Ink, Paper, 0.4), Otherwise::Same(Ink)],
    },
    Rule {
        part: Accent,
        names: &[
            "nl-button-secondary-color",
            "utrecht-button-secondary-action-color",
            "basis-color-action-1-color-default",
            "nl-link-color",
            "utrecht-link-color",
            "ams-button-secondary-color",
            "ams-links-color",
        ],
        against: &[(Paper, TEXT), (Well, EDGE)],
        otherwise: &[Otherwise::Ours, Otherwise::Same(Ink)],
    },
    Rule {
        part: AccentSoft,
        names: &["basis-color-action-1-bg-default", "basis-color-accent-1-bg-default"],
        against: &[(Ink, TEXT), (InkSoft, TEXT), (Accent, EDGE)],
        otherwise: &[Otherwise::Mixed(Paper, Accent, 0.12), Otherwise::Same(Paper)],
    },
    Rule {
        part: AccentStrong,
        names: &["nl-button-secondary-hover-color", "basis-color-action-1-color-hover"],
        against: &[(Paper, TEXT), (AccentSoft, TEXT)],
        otherwise: &[Otherwise::Mixed(Accent, Ink, 0.4), Otherwise::Same(Ink)],
    },
    Rule {
        part: Button,
        names: &[
            "nl-button-primary-background-color",
            "utrecht-button-primary-action-background-color",
            "utrecht-button-background-color",
            "basis-color-action-1-inverse-bg-default",
            "ams-button-primary-background-color",
        ],
        against: &[],
        otherwise: &[Otherwise::Same(Accent)],
    },
    Rule {
        part: OnButton,
        names: &[
            "nl-button-primary-color",
            "utrecht-button-primary-action-color",
            "utrecht-button-color",
            "basis-color-action-1-inverse-color-default",
            "ams-button-primary-color",
        ],
        against: &[(Button, TEXT)],
        // Only where the button is the accent: see `Choice::button`.
        otherwise: &[Otherwise::Same(Paper)],
    },
    Rule {
        part: ButtonStrong,
        names: &[
            "nl-button-primary-hover-background-color",
            "utrecht-button-primary-action-hover-background-color",
            "utrecht-button-hover-background-color",
            "basis-color-action-1-inverse-bg-hover",
            "ams-button-primary-hover-background-color",
        ],
        against: &[(OnButton, TEXT)],
        otherwise: &[Otherwise::Mixed(Button, Ink, 0.3), Otherwise::Same(Button)],
    },
    Rule {
        part: ButtonEdge,
        names: &[
            "nl-button-primary-border-color",
            "utrecht-button-primary-action-border-color",
            "utrecht-button-border-color",
            "ams-button-primary-border-color",
        ],
        against: &[(Paper, EDGE)],
        otherwise: &[Otherwise::Same(Button), Otherwise::Same(Accent)],
    },
    Rule {
        part: Link,
        names: &["nl-link-color", "utrecht-link-color", "basis-color-action-2-color-default", "ams-links-color"],
        against: &[(Paper, TEXT), (Well, TEXT), (AccentSoft, TEXT)],
        otherwise: &[Otherwise::Ours, Otherwise::Same(Ink)],
    },
    Rule {
        part: LinkStrong,
        names: &[
            "nl-link-hover-color",
            "utrecht-link-hover-color",
            "basis-color-action-2-color-hover",
            "ams-links-hover-color",
        ],
        against: &[(Paper, TEXT), (Well, TEXT), (AccentSoft, TEXT)],
        otherwise: &[Otherwise::Mixed(Link, Ink, 0.4), Otherwise::Same(Ink)],
    },
    soft(InfoSoft, &["utrecht-alert-info-background-color", "basis-color-info-bg-default"]),
    strong(Info, &["basis-color-info-color-default"], &[(Paper, TEXT), (InfoSoft, TEXT)]),
    soft(GoodSoft, &["utrecht-alert-ok-background-color", "basis-color-positive-bg-default"]),
    strong(Good, &["basis-color-positive-color-default"], &[(Paper, TEXT), (GoodSoft, TEXT)]),
    soft(WarnSoft, &["utrecht-alert-warning-background-color", "basis-color-warning-bg-default"]),
    strong(Warn, &["basis-color-warning-color-default"], &[(Paper, TEXT), (WarnSoft, TEXT)]),
    soft(BadSoft, &["utrecht-alert-error-background-color", "basis-color-negative-bg-default"]),
    strong(
        Bad,
        &[
            "utrecht-form-field-error-message-color",
            "utrecht-feedback-error-color",
            "utrecht-feedback-invalid-color",
            "basis-color-negative-color-default",
            "ams-color-feedback-error",
        ],
        &[(Paper, TEXT), (BadSoft, TEXT)],
    ),
    Rule {
        part: Focus,
        names: &[
            "utrecht-focus-outline-color",
            "basis-focus-color",
            "basis-focus-outline-color",
            "ams-focus-outline-color",
        ],
        // One of the two stands out from the paper: see `Choice::focus`.
        against: &[],
        otherwise: &[],
    },
    Rule {
        part: FocusRing,
        names: &["utrecht-focus-background-color", "basis-focus-background-color"],
        against: &[(Focus, EDGE)],
        otherwise: &[],
    },
];

/// Where paper and ink are found; they are chosen as a pair.
pub(super) const PAPER: &[&str] = &[
    "utrecht-document-background-color",
    "utrecht-root-background-color",
    "basis-color-default-bg-document",
    "ams-color-background",
];
pub(super) const INK: &[&str] = &[
    "nl-paragraph-color",
    "utrecht-paragraph-color",
    "utrecht-document-color",
    "utrecht-root-color",
    "basis-color-default-color-document",
    "ams-color-text",
];

/// The ground of a notice.
const fn soft(part: StylePart, names: &'static [&'static str]) -> Rule {
    Rule { part, names, against: INK_ON_IT, otherwise: &[Otherwise::Ours, Otherwise::Same(Paper)] }
}

/// The edge and the words of a notice.
const fn strong(part: StylePart, names: &'static [&'static str], against: &'static [(StylePart, f32)]) -> Rule {
    Rule { part, names, against, otherwise: &[Otherwise::Ours, Otherwise::Same(Ink)] }
}
