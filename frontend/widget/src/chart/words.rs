//! What pictures say in words. Apart from the other texts, which the program in the browser carries.

use shared::tally::Estimate;
use shared::text::Language;

use crate::texts::number;

use super::{Bar, Picture, Places, Stacks};

/// The words around and in a picture.
pub struct ChartWords {
    pub mean_places: &'static str,
    pub first_places: &'static str,
    pub place: fn(u8) -> String,
    pub hidden: &'static str,
    pub hidden_why: &'static str,
    pub no_opinion: fn(u32) -> String,
    pub answered: fn(Option<u32>) -> String,
    pub people: fn(u32, &str) -> String,
    pub people_alone: fn(u32) -> String,
    pub mean: fn(&str) -> String,
    pub margin: fn(&str, &str) -> String,
    pub margin_key: &'static str,
    pub table: &'static str,
    pub as_svg: &'static str,
    pub as_png: &'static str,
    pub no_share: &'static str,
    pub source: fn(&str, &str) -> String,
    pub ballots: fn(u32) -> String,
    pub counted: fn(&str) -> String,
    pub no_sample: &'static str,
    pub map_of_mean: &'static str,
    pub map_of_share: fn(&str) -> String,
    pub map_says: fn(&str, &str, &str) -> String,
    pub map_hidden: fn(usize) -> String,
    pub area: &'static str,
    pub figure: &'static str,
    pub margin_column: &'static str,
    pub(crate) most: fn(&str, u32, u32, u32) -> String,
    pub(crate) nothing: &'static str,
    pub(crate) some_hidden: fn(usize) -> String,
    pub(crate) average: fn(&str, &str, &str, &str) -> String,
    pub(crate) first_step: fn(&str, &str, u32) -> String,
    pub(crate) highest: fn(&str, &str) -> String,
    pub(crate) on_top: fn(&str, &str) -> String,
    pub(crate) bars: &'static str,
    pub(crate) stacks: &'static str,
    pub(crate) places: &'static str,
}

pub const fn words(language: Language) -> &'static ChartWords {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
        Language::Tr => &crate::texts::tr::CHART,
    }
}

static NL: ChartWords = ChartWords {
    mean_places: "Gemiddelde plaats. Hoe dichter bij plaats 1, hoe belangrijker",
    first_places: "Dit zetten mensen op plaats 1",
    place: |place| format!("plaats {place}"),
    hidden: "Niet te zien",
    hidden_why: "Deze groep is te klein. Zo blijft u anoniem.",
    no_opinion: |count| format!("{count} zonder mening"),
    answered: |count| match count {
        Some(1) => "1 antwoord".to_owned(),
        Some(count) => format!("{} antwoorden", number(Language::Nl, count)),
        None => "Te weinig antwoorden om te laten zien".to_owned(),
    },
    people: |count, margin| {
        if count == 1 {
            format!("1 persoon, {margin}")
        } else {
            format!("{} mensen, {margin}", number(Language::Nl, count))
        }
    },
    people_alone: |count| {
        if count == 1 { "1 persoon".to_owned() } else { format!("{} mensen", number(Language::Nl, count)) }
    },
    mean: |mean| format!("gemiddeld {mean}"),
    margin: |low, high| format!("marge {low} tot {high}"),
    margin_key: "Het smalle streepje is de marge: hoeveel toeval het cijfer kan veranderen.",
    table: "Bekijk deze cijfers in een tabel",
    as_svg: "Bewaar als SVG-plaatje",
    as_png: "Bewaar als PNG-plaatje",
    no_share: "telt niet mee in de percentages",
    source: |municipality, poll| format!("Bron: {municipality}, peiling ‘{poll}’"),
    ballots: |count| {
        if count == 1 {
            "1 persoon deed mee".to_owned()
        } else {
            format!("{} mensen deden mee", number(Language::Nl, count))
        }
    },
    counted: |date| format!("geteld op {date}"),
    no_sample: "Iedereen kon meedoen. De antwoorden zijn geen steekproef.",
    map_of_mean: "Gemiddelde per buurt",
    map_of_share: |option| format!("Deel dat ‘{option}’ koos, per buurt"),
    map_says: |what, most, least| format!("Kaart. {what}. Het hoogst in {most}. Het laagst in {least}."),
    map_hidden: |count| match count {
        1 => "Eén buurt is niet te zien.".to_owned(),
        count => format!("{count} buurten zijn niet te zien."),
    },
    area: "Buurt",
    figure: "Cijfer",
    margin_column: "Marge",
    most: |label, share, low, high| format!("Het vaakst gekozen: {label}, {share}%, marge {low}% tot {high}%."),
    nothing: "Er zijn te weinig antwoorden om te laten zien.",
    some_hidden: |count| match count {
        1 => "Eén aantal is niet te zien.".to_owned(),
        count => format!("{count} aantallen zijn niet te zien."),
    },
    average: |mean, low, high, to| format!("Gemiddeld {mean} van {to}, marge {low} tot {high}."),
    first_step: |step, statement, share| format!("‘{step}’ komt het meest voor bij ‘{statement}’: {share}%."),
    highest: |statement, mean| format!("Het hoogste gemiddelde heeft ‘{statement}’: {mean}."),
    on_top: |label, mean| format!("Bovenaan staat ‘{label}’, gemiddeld op plaats {mean}."),
    bars: "Staafdiagram.",
    stacks: "Gestapelde balken.",
    places: "Gemiddelde plaatsen op een lijn.",
};

static EN: ChartWords = ChartWords {
    mean_places: "Average place. The closer to place 1, the more important",
    first_places: "This is what people put in place 1",
    place: |place| format!("place {place}"),
    hidden: "Not shown",
    hidden_why: "This group is too small. That way you stay anonymous.",
    no_opinion: |count| format!("{count} without an opinion"),
    answered: |count| match count {
        Some(1) => "1 answer".to_owned(),
        Some(count) => format!("{} answers", number(Language::En, count)),
        None => "Too few answers to show".to_owned(),
    },
    people: |count, margin| {
        if count == 1 {
            format!("1 person, {margin}")
        } else {
            format!("{} people, {margin}", number(Language::En, count))
        }
    },
    people_alone: |count| {
        if count == 1 { "1 person".to_owned() } else { format!("{} people", number(Language::En, count)) }
    },
    mean: |mean| format!("average {mean}"),
    margin: |low, high| format!("margin {low} to {high}"),
    margin_key: "The narrow line is the margin: how much chance can change the figure.",
    table: "See these figures in a table",
    as_svg: "Save as an SVG picture",
    as_png: "Save as a PNG picture",
    no_share: "no part of the percentages",
    source: |municipality, poll| format!("Source: {municipality}, poll ‘{poll}’"),
    ballots: |count| {
        if count == 1 {
            "1 person took part".to_owned()
        } else {
            format!("{} people took part", number(Language::En, count))
        }
    },
    counted: |date| format!("counted on {date}"),
    no_sample: "Everybody could take part. The answers are no random sample.",
    map_of_mean: "Average per neighbourhood",
    map_of_share: |option| format!("Share that chose ‘{option}’, per neighbourhood"),
    map_says: |what, most, least| format!("Map. {what}. Highest in {most}. Lowest in {least}."),
    map_hidden: |count| match count {
        1 => "One neighbourhood is not shown.".to_owned(),
        count => format!("{count} neighbourhoods are not shown."),
    },
    area: "Neighbourhood",
    figure: "Figure",
    margin_column: "Margin",
    most: |label, share, low, high| format!("Chosen most: {label}, {share}%, margin {low}% to {high}%."),
    nothing: "There are too few answers to show.",
    some_hidden: |count| match count {
        1 => "One number is not shown.".to_owned(),
        count => format!("{count} numbers are not shown."),
    },
    average: |mean, low, high, to| format!("On average {mean} out of {to}, margin {low} to {high}."),
    first_step: |step, statement, share| format!("‘{step}’ is given most to ‘{statement}’: {share}%."),
    highest: |statement, mean| format!("The highest average is that of ‘{statement}’: {mean}."),
    on_top: |label, mean| format!("On top is ‘{label}’, on average in place {mean}."),
    bars: "Bar chart.",
    stacks: "Stacked bars.",
    places: "Average places on a line.",
};

/// A share as a whole percentage: more digits would say more than is known.
pub fn percent(share: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0 to 100 first")]
    let whole = (share * 100.0).round().clamp(0.0, 100.0) as u32;
    whole
}

/// The same with its sign, where the language has it.
pub fn percentage(language: Language, share: f64) -> String {
    let share = percent(share);
    match language {
        Language::Nl | Language::En => format!("{share}%"),
        Language::Tr => format!("%{share}"),
    }
}

/// A mean with one digit, with a comma or a point as the language has it.
pub fn decimal(language: Language, value: f64) -> String {
    let written = format!("{value:.1}");
    match language {
        Language::Nl | Language::Tr => written.replace('.', ","),
        Language::En => written,
    }
}

impl ChartWords {
    /// The main thing of a picture, and that something in it is hidden.
    pub(super) fn says(&self, language: Language, picture: &Picture) -> String {
        let (kind, main, hidden) = match picture {
            Picture::Bars(bars) => {
                (self.bars, self.of_bars(bars), bars.iter().filter(|bar| bar.count.is_none()).count())
            }
            Picture::Stacks(stacks) => (self.stacks, self.of_stacks(language, stacks), 0),
            Picture::Places(places) => (self.places, self.of_places(language, places), 0),
        };
        let main = main.unwrap_or_else(|| self.nothing.to_owned());
        let hidden = if hidden > 0 { format!(" {}", (self.some_hidden)(hidden)) } else { String::new() };
        format!("{kind} {main}{hidden}")
    }

    fn of_bars(&self, bars: &[Bar]) -> Option<String> {
        let shown = bars.iter().filter_map(|bar| Some((&bar.label.text, bar.share?)));
        let (label, Estimate { value, low, high }) =
            shown.reduce(|most, next| if next.1.value > most.1.value { next } else { most })?;
        Some((self.most)(label, percent(value), percent(low), percent(high)))
    }

    fn of_stacks(&self, language: Language, stacks: &Stacks) -> Option<String> {
        let number = |value| decimal(language, value);
        if let [line] = stacks.lines.as_slice()
            && line.label.is_none()
            && let Some(mean) = line.mean
        {
            let to = stacks.steps.len().to_string();
            return Some((self.average)(&number(mean.value), &number(mean.low), &number(mean.high), &to));
        }
        let labelled = || stacks.lines.iter().filter_map(|line| Some((line, &line.label.as_ref()?.text)));
        let means = labelled().filter_map(|(line, label)| Some((label, line.mean?.value)));
        if let Some((label, mean)) = means.reduce(|most, next| if next.1 > most.1 { next } else { most }) {
            return Some((self.highest)(label, &number(mean)));
        }
        let share = |step: usize, line: &super::StackLine| {
            line.stack.pieces.iter().find(|piece| piece.step == step).map(|piece| piece.share)
        };
        if let Some(statement) = labelled()
            .filter_map(|(line, label)| Some((label, share(0, line)?)))
            .reduce(|most, next| if next.1 > most.1 { next } else { most })
        {
            let (step, _) = stacks.steps.first()?;
            return Some((self.first_step)(&step.text, statement.0, percent(statement.1)));
        }
        // One bar without a mean: the longest piece.
        let pieces = stacks.lines.first()?.stack.pieces.iter().copied();
        let most = pieces.reduce(|most, next| if next.share > most.share { next } else { most })?;
        let (step, _) = stacks.steps.get(most.step)?;
        Some(format!("{}: {}.", step.text, percentage(language, most.share)))
    }

    fn of_places(&self, language: Language, places: &Places) -> Option<String> {
        let (label, mean) = places.lines.first()?;
        Some((self.on_top)(&label.text, &decimal(language, mean.value)))
    }
}
