//! A map of the areas, coloured by one figure of a question. Areas whose figure is hidden are hatched.
//!
//! The classes are the same for every poll and every map: fifths of the scale. So a small difference between areas,
//! mostly one of chance, does not become another colour, and maps can be compared.

use shared::area::Area;
use shared::area_map::AreaMap;
use shared::ids::{AreaId, QuestionId};
use shared::poll::{Question, QuestionKind};
use shared::tally::{AreaFigures, Estimate, Published, Row};
use shared::text::{Language, Phrase};
use ui::Words;

use super::file::{Source, footer};
use super::shape::{along, strength};
use super::sheet::{Anchor, INK, INNER, LINE_STRONG, MARGIN, PAPER, SOFT, Sheet, Type, tone};
use super::words::{decimal, percentage, words};

/// How many classes a map has.
pub const CLASSES: usize = 5;

/// A map of one figure.
#[derive(Debug, Clone, PartialEq)]
pub struct MapChart {
    pub question_id: QuestionId,
    pub title: Words,
    /// What the colours say.
    pub subtitle: String,
    /// In the order of the map; none is hidden.
    pub areas: Vec<(AreaId, String, Option<Estimate>)>,
    /// From faint to strong: what a class means.
    pub classes: Vec<(String, u8)>,
    pub says: String,
    measure: Measure,
}

/// The figure that is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Measure {
    Share,
    /// On a scale from 1 to this.
    Mean(u8),
}

impl MapChart {
    /// The map of a question: of the mean of a scale, or of what most people chose. None where no area of the map has
    /// a figure, and for kinds of question that have no single one.
    pub fn of(
        language: Language,
        question: &Question<Phrase>,
        set: &Published,
        map: &AreaMap,
        areas: &[Area],
    ) -> Option<Self> {
        let words = words(language);
        let (measure, row, subtitle) = match &question.kind {
            QuestionKind::Scale { to, .. } => (Measure::Mean(*to), None, words.map_of_mean.to_owned()),
            QuestionKind::OneChoice { options } | QuestionKind::SeveralChoices { options, .. } => {
                let row = most_chosen(&set.total, &question.id)?;
                let option = options.iter().find(|option| Row::Option(option.id.clone()) == row)?;
                (Measure::Share, Some(row), (words.map_of_share)(&option.text.text))
            }
            _ => return None,
        };
        let value = |area: &AreaId| {
            let figures = set.areas.iter().find(|figures| figures.area_id.as_ref() == Some(area))?;
            let found =
                figures.questions.iter().find(|found| found.question_id == question.id && found.part.is_none())?;
            match &row {
                None => found.mean,
                Some(row) => found.figures.iter().find(|figure| &figure.row == row)?.share,
            }
        };
        let drawn = map.drawn(areas);
        let areas: Vec<_> = drawn.map(|(_, area)| (area.id.clone(), area.name.clone(), value(&area.id))).collect();
        let known: Vec<(&str, f64)> =
            areas.iter().filter_map(|(_, name, value)| Some((name.as_str(), (*value)?.value))).collect();
        let most = known.iter().copied().reduce(|most, next| if next.1 > most.1 { next } else { most })?;
        let least = known.iter().copied().reduce(|least, next| if next.1 < least.1 { next } else { least })?;
        let told = |(name, value): (&str, f64)| format!("{name}: {}", measure.written(language, value));
        let mut says = (words.map_says)(&subtitle, &told(most), &told(least));
        let hidden = areas.len().saturating_sub(known.len());
        if hidden > 0 {
            says.push(' ');
            says.push_str(&(words.map_hidden)(hidden));
        }
        Some(Self {
            question_id: question.id.clone(),
            title: super::Labels { language, question }.words(&question.text),
            subtitle,
            classes: measure.classes(language),
            says,
            areas,
            measure,
        })
    }

    /// The name of its file without the ending.
    pub fn name(&self) -> String {
        format!("{}.kaart", self.question_id)
    }

    pub fn hides(&self) -> bool {
        self.areas.iter().any(|(_, _, value)| value.is_none())
    }

    /// How strong the colour of an area is; none is hatched.
    pub fn strength_of(&self, area: &AreaId) -> Option<u8> {
        let (_, _, value) = self.areas.iter().find(|(id, _, _)| id == area)?;
        value.map(|value| strength(self.measure.class(value.value), CLASSES, true))
    }

    /// A value as it is read: "43%", "3,4".
    pub fn written(&self, language: Language, value: f64) -> String {
        self.measure.written(language, value)
    }
}

/// The option that most people chose, of what is shown.
fn most_chosen(total: &AreaFigures, question: &QuestionId) -> Option<Row> {
    let found = total.questions.iter().find(|found| &found.question_id == question && found.part.is_none())?;
    let shown = found.figures.iter().filter_map(|figure| Some((&figure.row, figure.share?.value)));
    shown.reduce(|most, next| if next.1 > most.1 { next } else { most }).map(|(row, _)| row.clone())
}

impl Measure {
    fn ends(self) -> (f64, f64) {
        match self {
            Self::Share => (0.0, 1.0),
            Self::Mean(to) => (1.0, f64::from(to)),
        }
    }

    fn class(self, value: f64) -> usize {
        let (low, high) = self.ends();
        let place = along(value, low, high);
        // A value on the border belongs to the higher class.
        let borders: [f64; CLASSES - 1] = [0.2, 0.4, 0.6, 0.8];
        borders.iter().filter(|border| place + 1e-9 >= **border).count()
    }

    fn classes(self, language: Language) -> Vec<(String, u8)> {
        let (low, high) = self.ends();
        let mut from = low;
        [0.2, 0.4, 0.6, 0.8, 1.0]
            .into_iter()
            .enumerate()
            .map(|(class, share)| {
                let to = low + (high - low) * share;
                let text = format!("{} – {}", self.written(language, from), self.written(language, to));
                from = to;
                (text, strength(class, CLASSES, true))
            })
            .collect()
    }

    fn written(self, language: Language, value: f64) -> String {
        match self {
            Self::Share => percentage(language, value),
            Self::Mean(_) => decimal(language, value),
        }
    }
}

/// The map as SVG.
pub fn svg(language: Language, chart: &MapChart, map: &AreaMap, source: &Source<'_>) -> String {
    const NOTE: Type = Type::of(14.0, SOFT);
    let words = words(language);
    let mut sheet = Sheet::new(language.direction() == "rtl");
    sheet.paragraph(MARGIN, INNER, &chart.title.text, Type::of(22.0, INK).strong());
    sheet.y += 4.0;
    sheet.paragraph(MARGIN, INNER, &chart.subtitle, Type::of(16.0, INK));
    sheet.y += 16.0;
    let hidden = "fill=\"url(#hidden)\"".to_owned();
    for (text, strength) in &chart.classes {
        super::file::key(&mut sheet, &format!("fill=\"{}\" stroke=\"{LINE_STRONG}\"", tone(*strength)), text);
    }
    if chart.hides() {
        let text = format!("{}: {}", words.hidden, words.hidden_why);
        super::file::key(&mut sheet, &format!("{hidden} stroke=\"{LINE_STRONG}\""), &text);
    }
    sheet.y += 16.0;
    // North stays on top and west on the left, however one reads.
    let (width, height) = (f64::from(map.width.max(1)), f64::from(map.height.max(1)));
    let scale = (INNER / width).min(INNER / height);
    let left = MARGIN + (INNER - width * scale) / 2.0;
    sheet.add(&format!("<g transform=\"translate({left:.1} {:.1}) scale({scale:.4})\">", sheet.y));
    for shape in &map.shapes {
        if !chart.areas.iter().any(|(id, _, _)| id == &shape.area_id) {
            continue;
        }
        let fill = chart
            .strength_of(&shape.area_id)
            .map_or_else(|| hidden.clone(), |strength| format!("fill=\"{}\"", tone(strength)));
        sheet.add(&format!(
            "<path {fill} fill-rule=\"evenodd\" stroke=\"{INK}\" stroke-width=\"{:.2}\" stroke-linejoin=\"round\" d=\"{}\"/>",
            1.0 / scale,
            shape.path()
        ));
    }
    sheet.add("</g>");
    sheet.y += height * scale + 20.0;
    table(&mut sheet, language, chart, NOTE);
    footer(&mut sheet, words, source);
    sheet.finish(language.tag(), &chart.title.text, &chart.says)
}

/// Names and figures below the map: on it they would lie over each other.
fn table(sheet: &mut Sheet, language: Language, chart: &MapChart, look: Type) {
    const COLUMNS: usize = 2;
    let words = words(language);
    let column = (INNER - 24.0) / 2.0;
    for row in chart.areas.chunks(COLUMNS) {
        sheet.y += 24.0;
        for (place, (_, name, value)) in (0_u8..).zip(row) {
            let x = MARGIN + f64::from(place) * (column + 24.0);
            let value = value.map_or_else(|| words.hidden.to_owned(), |value| chart.written(language, value.value));
            let room = column - super::sheet::width(&value, look) - 12.0;
            let name = super::sheet::lines(name, room, look).into_iter().next().unwrap_or_default();
            sheet.line(x, sheet.y - 6.0, &name, look, Anchor::Start);
            sheet.line(x + column, sheet.y - 6.0, &value, Type::of(14.0, INK).strong(), Anchor::End);
            sheet.rect(
                x,
                sheet.y,
                (column, 1.0),
                &format!("fill=\"{LINE_STRONG}\" stroke=\"{PAPER}\" stroke-width=\"0\""),
            );
        }
    }
    sheet.y += 6.0;
}
