//! An opaque colour of sRGB, and how much two of them differ for the eye.

use std::fmt;

use color::{AlphaColor, OpaqueColor, Srgb, parse_color};

/// 0 to 255 for red, green and blue: what a screen shows, so that what is measured is what is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour([u8; 3]);

impl Colour {
    pub(super) const WHITE: Self = Self([255, 255, 255]);

    /// Reads a colour of CSS Color 4: `#00565b`, `rgb(0 86 91)`, `oklch(…)`, `teal`. None for everything else, and for
    /// what one can see through, because nobody knows what lies behind it.
    pub(super) fn read(css: &str) -> Option<Self> {
        let colour: AlphaColor<Srgb> = parse_color(css.trim()).ok()?.to_alpha_color();
        let [r, g, b, alpha] = colour.to_rgba8().to_u8_array();
        (alpha == 255).then_some(Self([r, g, b]))
    }

    /// From 1 to 21: the contrast ratio of WCAG 2.2.
    pub(super) fn contrast(self, other: Self) -> f32 {
        let (one, two) = (self.whole().relative_luminance(), other.whole().relative_luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Whether white stands out on it more than black does.
    pub(super) fn is_dark(self) -> bool {
        self.contrast(Self::WHITE) > self.contrast(Self([0, 0, 0]))
    }

    /// This one with a share of another, 0 to 1, in it.
    pub(super) fn with(self, other: Self, share: f32) -> Self {
        let mixed = self.whole().lerp_rect(other.whole(), share).to_rgba8();
        Self([mixed.r, mixed.g, mixed.b])
    }

    fn whole(self) -> OpaqueColor<Srgb> {
        let [r, g, b] = self.0;
        OpaqueColor::from_rgb8(r, g, b)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(to, "#{r:02x}{g:02x}{b:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(css: &str) -> Colour {
        Colour::read(css).unwrap()
    }

    #[test]
    fn colours_are_read_as_a_browser_reads_them() {
        for (css, hex) in [
            ("#05B", "#0055bb"),
            ("rgb(0 86 91)", "#00565b"),
            ("rgba(0, 86, 91, 1)", "#00565b"),
            ("hsl(120 100% 25%)", "#008000"),
            ("Teal", "#008080"),
        ] {
            assert_eq!(colour(css).to_string(), hex, "{css}");
        }
        for nothing in ["transparent", "rgb(0 0 0 / 50%)", "inherit", "1rem", "var(--x)", "url(x)", ""] {
            assert_eq!(Colour::read(nothing), None, "{nothing}");
        }
    }

    /// <https://www.w3.org/WAI/WCAG22/Techniques/general/G18>: black on white is 21:1; #767676 on white is the lightest
    /// grey that passes, at 4.54:1.
    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((colour("#000").contrast(colour("#fff")) - 21.0).abs() < 0.001);
        assert!((colour("#767676").contrast(Colour::WHITE) - 4.54).abs() < 0.005);
        assert!((Colour::WHITE.contrast(colour("#f00")) - 3.998).abs() < 0.005);
        assert!(colour("#00565b").is_dark() && !colour("#ffc928").is_dark());
    }
}
