//! A sheet to draw on: SVG as text, from top to bottom, with every look as an attribute.
//!
//! A file stands alone: no style sheet, no script, no foreign letters. Letters are those of whoever opens it, so
//! lines are broken by an estimate that is on the wide side.

use std::fmt::Write;

use ui::xml_text;

/// Everything is in units of this sheet; one is a pixel at its own size.
pub(super) const WIDTH: f64 = 720.0;
pub(super) const MARGIN: f64 = 32.0;
pub(super) const INNER: f64 = WIDTH - 2.0 * MARGIN;

/// The colours of the light scheme (`css/tokens.css`): a file is printed or stands on a white page.
pub(super) const PAPER: &str = "#ffffff";
pub(super) const INK: &str = "#13212a";
pub(super) const SOFT: &str = "#47565f";
pub(super) const LINE: &str = "#d2dcdb";
pub(super) const LINE_STRONG: &str = "#66767f";
pub(super) const GROUND: &str = "#e3ebe9";
pub(super) const ACCENT: &str = "#00565b";
/// From faint to strong, evenly apart in lightness: 92, 85, 78, 71, 64.5, 58.5, 47, 38, 29 and 20 (CIE L*). On the
/// first six dark letters have a contrast of 4.5 at least, on the others white ones; the same in `css/charts.css`.
pub(super) const TONES: [&str; 10] =
    ["#c5f0ef", "#aadedd", "#8fcccb", "#75bab8", "#5ea9a8", "#499998", "#257b7b", "#046464", "#004e4d", "#003838"];

pub(super) fn tone(strength: u8) -> &'static str {
    TONES.get(usize::from(strength)).copied().unwrap_or(ACCENT)
}

/// The colour of letters on that tone.
pub(super) const fn on_tone(strength: u8) -> &'static str {
    if strength < 6 { INK } else { PAPER }
}

/// Where a text begins, seen in the direction of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) strong: bool,
    pub(super) colour: &'static str,
}

impl Type {
    pub(super) const fn of(size: f64, colour: &'static str) -> Self {
        Self { size, strong: false, colour }
    }

    pub(super) const fn strong(self) -> Self {
        Self { strong: true, ..self }
    }
}

/// What is drawn so far, and how far down it goes.
#[derive(Debug)]
pub(super) struct Sheet {
    body: String,
    pub(super) y: f64,
    rtl: bool,
}

impl Sheet {
    pub(super) fn new(rtl: bool) -> Self {
        Self { body: String::new(), y: MARGIN, rtl }
    }

    /// `x` counts from where reading begins.
    fn mirrored(&self, x: f64, width: f64) -> f64 {
        if self.rtl { WIDTH - x - width } else { x }
    }

    pub(super) fn rect(&mut self, x: f64, y: f64, (width, height): (f64, f64), attributes: &str) {
        let x = self.mirrored(x, width);
        self.add(&format!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" {attributes}/>"
        ));
    }

    pub(super) fn dot(&mut self, x: f64, y: f64, radius: f64, attributes: &str) {
        let x = self.mirrored(x, 0.0);
        self.add(&format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" {attributes}/>"));
    }

    /// Something that has no direction.
    pub(super) fn add(&mut self, element: &str) {
        self.body.push_str(element);
        self.body.push('\n');
    }

    /// One line of text, with its foot at `y`.
    pub(super) fn line(&mut self, x: f64, y: f64, text: &str, look: Type, anchor: Anchor) {
        let x = self.mirrored(x, 0.0);
        let Type { size, strong, colour } = look;
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = if strong { " font-weight=\"600\"" } else { "" };
        let text = xml_text(text);
        self.add(&format!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"{colour}\"{weight}{anchor}>{text}</text>"
        ));
    }

    /// Two texts that end at `x`, one directly behind the other, however wide the letters are.
    pub(super) fn pair(&mut self, x: f64, y: f64, (first, one): (&str, Type), (second, other): (&str, Type)) {
        let x = self.mirrored(x, 0.0);
        let span = |text: &str, look: Type, more: &str| {
            let weight = if look.strong { " font-weight=\"600\"" } else { "" };
            let Type { size, colour, .. } = look;
            format!("<tspan font-size=\"{size}\" fill=\"{colour}\"{weight}{more}>{}</tspan>", xml_text(text))
        };
        let first = if first.is_empty() { String::new() } else { span(first, one, "") };
        let gap = match (first.is_empty(), self.rtl) {
            (true, _) => "",
            (false, true) => " dx=\"-10\"",
            (false, false) => " dx=\"10\"",
        };
        let second = span(second, other, gap);
        self.add(&format!("<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"end\">{first}{second}</text>"));
    }

    /// A text over as many lines as it needs, from `self.y` down; moves on.
    pub(super) fn paragraph(&mut self, x: f64, width: f64, text: &str, look: Type) {
        for line in lines(text, width, look) {
            self.y += look.size * 1.35;
            self.line(x, self.y - look.size * 0.3, &line, look, Anchor::Start);
        }
    }

    /// The whole file. `title` and `says` are read out.
    pub(super) fn finish(self, language: &str, title: &str, says: &str) -> String {
        let height = (self.y + MARGIN).ceil();
        let direction = if self.rtl { "rtl" } else { "ltr" };
        let mut svg = String::with_capacity(self.body.len() + 1_000);
        let (title, says) = (xml_text(title), xml_text(says));
        // Writing to a text cannot fail.
        let _ = write!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" \
             viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"title says\" xml:lang=\"{language}\" \
             lang=\"{language}\" direction=\"{direction}\" font-family=\"{LETTERS}\">\n\
             <title id=\"title\">{title}</title>\n<desc id=\"says\">{says}</desc>\n\
             <defs><pattern id=\"hidden\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><rect width=\"7\" height=\"7\" fill=\"{PAPER}\"/>\
             <path d=\"M0 0v7\" stroke=\"{LINE_STRONG}\" stroke-width=\"2.5\"/></pattern></defs>\n\
             <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"{PAPER}\"/>\n{}</svg>\n",
            self.body
        );
        svg
    }
}

/// Letters that nearly every machine has one of.
const LETTERS: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', Arial, sans-serif";

/// How wide a text is at most in common letters without serifs, in units of its size.
pub(super) fn width(text: &str, look: Type) -> f64 {
    let one = |character: char| match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '‘' | '|' | '!' | '(' | ')' | ' ' => 0.34,
        'f' | 'r' | 't' | '-' | '/' | '"' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 0.92,
        'A'..='Z' => 0.72,
        '0'..='9' | 'a'..='z' => 0.6,
        // Han, kana and hangul are as wide as high; other scripts are about as wide as Latin capitals.
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{ff00}'..='\u{ffef}' => 1.0,
        _ => 0.66,
    };
    let strong = if look.strong { 1.05 } else { 1.0 };
    text.chars().map(one).sum::<f64>() * look.size * strong
}

/// The text in lines of this width; a word that is wider than a line is broken.
pub(super) fn lines(text: &str, room: f64, look: Type) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, look) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for character in word.chars() {
            line.push(character);
            if width(&line, look) > room {
                line.pop();
                lines.push(std::mem::replace(&mut line, character.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Type = Type::of(16.0, INK);

    #[test]
    fn lines_fit_and_lose_nothing() {
        let text = "Wat zou u helpen om vaker met buren te praten, en waaromdanzoietsheelerglangsaanelkaar?";
        let broken = lines(text, 200.0, LOOK);
        assert!(broken.len() > 3);
        assert!(broken.iter().all(|line| width(line, LOOK) <= 200.0), "{broken:?}");
        let together = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(together(&broken.join(" ")), together(text));
        assert!(lines("", 200.0, LOOK).is_empty());
    }

    #[test]
    fn right_to_left_is_the_mirror_image() {
        let draw = |rtl| {
            let mut sheet = Sheet::new(rtl);
            sheet.rect(32.0, 0.0, (100.0, 10.0), "fill=\"red\"");
            sheet.line(32.0, 0.0, "a", LOOK, Anchor::Start);
            sheet.finish("nl", "t", "s")
        };
        let (left, right) = (draw(false), draw(true));
        assert!(left.contains("<rect x=\"32.0\"") && left.contains("<text x=\"32.0\""));
        assert!(right.contains("<rect x=\"588.0\"") && right.contains("<text x=\"688.0\""));
        assert!(right.contains("direction=\"rtl\""));
    }

    /// The luminance of WCAG 2.2.
    fn luminance(colour: &str) -> f64 {
        let part = |at: usize| {
            let part = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    #[test]
    fn tones_get_darker_by_clear_steps_and_their_letters_can_be_read() {
        for (strength, colour) in (0_u8..).zip(TONES) {
            let (one, other) = (luminance(colour), luminance(on_tone(strength)));
            let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
            assert!(contrast >= 4.5, "{colour}: {contrast}");
        }
        // Without colour: each step is at least 15 percent darker than the one before.
        for pair in TONES.windows(2) {
            let (lighter, darker) = (luminance(pair[0]) + 0.05, luminance(pair[1]) + 0.05);
            assert!(lighter / darker >= 1.15, "{pair:?}");
        }
    }
}
