//! A picture as a file of its own: with its question, its words, where it comes from and how sure it is.

use shared::tally::Estimate;
use shared::text::Language;
use ui::Words;

use super::shape::along;
use super::sheet::{
    ACCENT, Anchor, GROUND, INK, INNER, LINE, LINE_STRONG, MARGIN, PAPER, SOFT, Sheet, Type, WIDTH, lines, on_tone,
    tone, width,
};
use super::words::{ChartWords, decimal, percentage, words};
use super::{Bar, Chart, Picture, Places, Stacks};

/// What stands below a picture: who asked what, of how many, and when it was counted.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    pub municipality: &'a str,
    pub poll: &'a str,
    /// Everybody, or the area that the figures are of.
    pub area: Option<&'a str>,
    pub ballots: Option<u32>,
    /// Written out.
    pub counted_on: &'a str,
}

const TITLE: Type = Type::of(22.0, INK).strong();
const LABEL: Type = Type::of(16.0, INK);
const VALUE: Type = Type::of(16.0, INK).strong();
const NOTE: Type = Type::of(14.0, SOFT);
const SMALL: Type = Type::of(13.0, SOFT);

/// Dashes say "hidden" in the page and here.
const DASHED: &str = "fill=\"url(#hidden)\" stroke=\"#66767f\" stroke-dasharray=\"5 4\" rx=\"3\"";

/// The picture as SVG.
pub fn svg(language: Language, chart: &Chart, source: &Source<'_>) -> String {
    let words = words(language);
    let mut sheet = Sheet::new(language.direction() == "rtl");
    sheet.paragraph(MARGIN, INNER, &chart.title.text, TITLE);
    if let Some(subtitle) = chart.subtitle {
        sheet.y += 4.0;
        sheet.paragraph(MARGIN, INNER, subtitle, LABEL);
    }
    sheet.y += 4.0;
    let answered = (words.answered)(chart.answered);
    let under = source.area.map_or_else(|| answered.clone(), |area| format!("{area}: {answered}"));
    sheet.paragraph(MARGIN, INNER, &under, NOTE);
    sheet.y += 18.0;
    let drawing = Drawing { language, words };
    match &chart.picture {
        Picture::Bars(bars) => drawing.bars(&mut sheet, bars),
        Picture::Stacks(stacks) => drawing.stacks(&mut sheet, stacks),
        Picture::Places(places) => drawing.places(&mut sheet, places),
    }
    if chart.hides() {
        sheet.y += 4.0;
        key(&mut sheet, DASHED, &format!("{}: {}", words.hidden, words.hidden_why));
    }
    footer(&mut sheet, words, source);
    sheet.finish(language.tag(), &chart.title.text, &chart.says)
}

/// A small box and what it means.
pub(super) fn key(sheet: &mut Sheet, look: &str, text: &str) {
    sheet.rect(MARGIN, sheet.y + 4.0, (16.0, 14.0), look);
    sheet.paragraph(MARGIN + 26.0, INNER - 26.0, text, NOTE);
}

pub(super) fn footer(sheet: &mut Sheet, words: &ChartWords, source: &Source<'_>) {
    sheet.y += 18.0;
    sheet.rect(MARGIN, sheet.y, (INNER, 1.0), &format!("fill=\"{LINE_STRONG}\""));
    sheet.y += 8.0;
    let counted = (words.counted)(source.counted_on);
    let told = match source.ballots {
        Some(ballots) => format!("{}, {counted}. {}", (words.ballots)(ballots), words.no_sample),
        None => format!("{}. {}", capitalised(&counted), words.no_sample),
    };
    sheet.paragraph(MARGIN, INNER, &(words.source)(source.municipality, source.poll), SMALL);
    sheet.paragraph(MARGIN, INNER, &told, SMALL);
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

struct Drawing {
    language: Language,
    words: &'static ChartWords,
}

impl Drawing {
    fn number(&self, value: f64) -> String {
        decimal(self.language, value)
    }

    fn bars(&self, sheet: &mut Sheet, bars: &[Bar]) {
        // No opinion is counted and is no part of the whole: it stands below the line with the percentages.
        let (parts, counted): (Vec<&Bar>, Vec<&Bar>) =
            bars.iter().partition(|bar| bar.count.is_none() || bar.share.is_some());
        for bar in &parts {
            let percent = |share| percentage(self.language, share);
            let Some(Estimate { value, low, high }) = bar.share else {
                Self::head(sheet, &bar.label, self.words.hidden, None);
                sheet.rect(MARGIN, sheet.y + 6.0, (INNER, 20.0), DASHED);
                sheet.y += 40.0;
                continue;
            };
            let margin = (self.words.margin)(&percent(low), &percent(high));
            Self::head(sheet, &bar.label, &percent(value), Some(&margin));
            let (x, y) = (MARGIN, sheet.y + 6.0);
            sheet.rect(x, y, (INNER, 20.0), &format!("rx=\"3\" fill=\"{GROUND}\""));
            sheet.rect(x, y, (INNER * value, 20.0), &format!("rx=\"3\" fill=\"{ACCENT}\""));
            let margin = format!("fill=\"{INK}\" stroke=\"{PAPER}\" stroke-width=\"1.5\" paint-order=\"stroke\"");
            sheet.rect(x + INNER * low, y + 8.0, ((INNER * (high - low)).max(1.0), 4.0), &margin);
            sheet.y = y + 34.0;
        }
        if parts.iter().any(|bar| bar.share.is_some()) {
            self.percentages(sheet);
        }
        for bar in counted {
            let count = bar.count.unwrap_or_default();
            Self::head(sheet, &bar.label, &(self.words.people_alone)(count), Some(self.words.no_share));
            sheet.y += 8.0;
        }
        if parts.iter().any(|bar| bar.share.is_some()) {
            sheet.paragraph(MARGIN, INNER, self.words.margin_key, SMALL);
        }
    }

    /// The line from nought to a hundred, below the bars.
    fn percentages(&self, sheet: &mut Sheet) {
        let middles = [0.25, 0.5, 0.75].map(|share| (share, Anchor::Middle));
        for (share, anchor) in [(0.0, Anchor::Start), (1.0, Anchor::End)].into_iter().chain(middles) {
            let x = MARGIN + INNER * share;
            sheet.rect(x - 0.5, sheet.y - 10.0, (1.0, 6.0), &format!("fill=\"{LINE_STRONG}\""));
            sheet.line(x, sheet.y + 10.0, &percentage(self.language, share), SMALL, anchor);
        }
        sheet.y += 22.0;
    }

    /// A label at the start and its figure at the end of the same line.
    fn head(sheet: &mut Sheet, label: &Words, value: &str, note: Option<&str>) {
        let note_width = note.map_or(0.0, |note| width(note, NOTE) + 12.0);
        let room = INNER - width(value, VALUE) - note_width - 16.0;
        let top = sheet.y;
        sheet.paragraph(MARGIN, room, &label.text, LABEL);
        // The figure stands beside the last line of its label, nearest to its bar.
        sheet.y = sheet.y.max(top + LABEL.size * 1.35);
        let foot = sheet.y - LABEL.size * 0.3;
        sheet.pair(WIDTH - MARGIN, foot, (note.unwrap_or_default(), NOTE), (value, VALUE));
    }

    fn stacks(&self, sheet: &mut Sheet, stacks: &Stacks) {
        Self::steps(sheet, stacks);
        for line in &stacks.lines {
            let mean = line.mean.map(|mean| (self.words.mean)(&self.number(mean.value)));
            let margin = line.mean.map(|mean| (self.words.margin)(&self.number(mean.low), &self.number(mean.high)));
            let none = line.no_opinion.filter(|count| *count > 0).map(self.words.no_opinion);
            match (&line.label, mean) {
                (None, None) => {}
                (label, mean) => {
                    let label = label.clone().unwrap_or_default();
                    Self::head(sheet, &label, &mean.unwrap_or_default(), margin.as_deref());
                }
            }
            let (x, y, height) = (MARGIN, sheet.y + 6.0, 28.0);
            let edge = format!("stroke=\"{PAPER}\" stroke-width=\"1.5\"");
            for piece in &line.stack.pieces {
                let strength = stacks.steps.get(piece.step).map_or(0, |(_, strength)| *strength);
                let (from, share) = (INNER * piece.from, INNER * piece.share);
                sheet.rect(x + from, y, (share, height), &format!("fill=\"{}\" {edge}", tone(strength)));
                if piece.share >= 0.06 {
                    let look = Type::of(14.0, on_tone(strength)).strong();
                    let text = percentage(self.language, piece.share);
                    sheet.line(x + from + share / 2.0, y + 19.0, &text, look, Anchor::Middle);
                }
            }
            if let Some((from, share)) = line.stack.hidden {
                sheet.rect(x + INNER * from, y, (INNER * share, height), DASHED);
            }
            sheet.rect(x, y, (INNER, height), &format!("fill=\"none\" stroke=\"{LINE_STRONG}\""));
            sheet.y = y + height + 4.0;
            let notes: Vec<String> =
                line.label.as_ref().map(|_| (self.words.answered)(line.answered)).into_iter().chain(none).collect();
            if !notes.is_empty() {
                sheet.paragraph(MARGIN, INNER, &notes.join(", "), SMALL);
            }
            sheet.y += 14.0;
        }
    }

    /// What the tones mean, one after the other as far as they fit on a line.
    fn steps(sheet: &mut Sheet, stacks: &Stacks) {
        let (mut x, mut y) = (MARGIN, sheet.y);
        for (label, strength) in &stacks.steps {
            let text = lines(&label.text, INNER - 26.0, NOTE).into_iter().next().unwrap_or_default();
            let needed = 24.0 + width(&text, NOTE) + 16.0;
            if x > MARGIN && x + needed - 16.0 > WIDTH - MARGIN {
                (x, y) = (MARGIN, y + 24.0);
            }
            let look = format!("fill=\"{}\" stroke=\"{LINE_STRONG}\"", tone(*strength));
            sheet.rect(x, y, (16.0, 14.0), &look);
            sheet.line(x + 24.0, y + 12.0, &text, NOTE, Anchor::Start);
            x += needed;
        }
        sheet.y = y + 34.0;
    }

    fn places(&self, sheet: &mut Sheet, places: &Places) {
        let last = f64::from(places.last);
        let (start, room) = (MARGIN + 10.0, INNER - 20.0);
        let at = |place: f64| start + room * along(place, 1.0, last);
        for (label, mean) in &places.lines {
            let margin = (self.words.margin)(&self.number(mean.low), &self.number(mean.high));
            Self::head(sheet, label, &self.number(mean.value), Some(&margin));
            let y = sheet.y + 16.0;
            sheet.rect(start, y - 1.0, (room, 2.0), &format!("fill=\"{LINE}\""));
            for place in 1..=places.last {
                sheet.rect(at(place.into()) - 0.5, y - 5.0, (1.0, 10.0), &format!("fill=\"{LINE_STRONG}\""));
            }
            let (low, high) = (at(mean.low), at(mean.high));
            sheet.rect(low, y - 3.0, ((high - low).max(1.0), 6.0), &format!("rx=\"3\" fill=\"{INK}\""));
            let look = format!("fill=\"{ACCENT}\" stroke=\"{PAPER}\" stroke-width=\"2\"");
            sheet.dot(at(mean.value), y, 9.0, &look);
            sheet.y = y + 22.0;
        }
        for (place, anchor, x) in [(1, Anchor::Start, MARGIN), (places.last, Anchor::End, WIDTH - MARGIN)] {
            sheet.line(x, sheet.y + 8.0, &(self.words.place)(place), SMALL, anchor);
        }
        sheet.y += 18.0;
        sheet.paragraph(MARGIN, INNER, self.words.margin_key, SMALL);
    }
}
