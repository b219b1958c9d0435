//! Chooses the colours of one scheme: the theme's own where they are safe, ours where they are not.

use std::collections::BTreeMap;

use shared::house_style::{
    Scheme, StyleFinding,
    StylePart::{self, Accent, Button, ButtonEdge, Focus, FocusRing, Ink, OnButton, Paper},
};

use super::{
    colour::Colour,
    parts::{EDGE, INK, Otherwise, PAPER, RULES, Rule, TEXT},
    theme::Theme,
};

/// The colours of a scheme, each of them.
pub(super) type Colours = BTreeMap<StylePart, Colour>;

pub(super) struct Choice<'a> {
    theme: &'a Theme,
    ours: &'a Colours,
    scheme: Scheme,
    chosen: Colours,
    pub(super) findings: Vec<StyleFinding>,
}

/// A colour that was looked at, and the first thing it does not stand out from.
struct TooClose {
    wanted: Colour,
    against: StylePart,
    needed: f32,
}

/// What every colour is when one was forgotten; a test sees to it that none is.
const NONE: Colour = Colour::WHITE;

impl<'a> Choice<'a> {
    pub(super) fn new(theme: &'a Theme, ours: &'a Colours, scheme: Scheme) -> Self {
        Self { theme, ours, scheme, chosen: Colours::new(), findings: Vec::new() }
    }

    /// Chooses all of them.
    pub(super) fn made(mut self) -> (Colours, Vec<StyleFinding>) {
        self.ground();
        for rule in &RULES {
            match rule.part {
                Button => self.button(rule),
                Focus => self.focus(rule),
                // With the button, with the focus.
                OnButton | FocusRing => {}
                ButtonEdge => self.edge(rule),
                _ => self.choose(rule),
            }
        }
        (self.chosen, self.findings)
    }

    fn of(&self, part: StylePart) -> Colour {
        self.chosen.get(&part).copied().unwrap_or(NONE)
    }

    fn ours(&self, part: StylePart) -> Colour {
        self.ours.get(&part).copied().unwrap_or(NONE)
    }

    /// Paper and ink, both or none: half of a pair says nothing.
    fn ground(&mut self) {
        let (paper, ink) = (self.wanted(PAPER), self.wanted(INK));
        let pair = (paper.unwrap_or_else(|| self.ours(Paper)), ink.unwrap_or_else(|| self.ours(Ink)));
        let safe = pair.0.contrast(pair.1) >= TEXT;
        let (paper, ink) = if safe { pair } else { (self.ours(Paper), self.ours(Ink)) };
        self.chosen.insert(Paper, paper);
        self.chosen.insert(Ink, ink);
        if !safe {
            let close = TooClose { wanted: pair.1, against: Paper, needed: TEXT };
            self.tell(Ink, &close, pair.0);
        }
    }

    /// The first colour that is safe: the theme's, and then what the rule says.
    fn choose(&mut self, rule: &Rule) {
        let wanted = self.wanted(rule.names);
        let refused = wanted.and_then(|wanted| self.too_close(wanted, rule.against));
        let colour = wanted.filter(|_| refused.is_none()).unwrap_or_else(|| self.instead(rule));
        self.chosen.insert(rule.part, colour);
        if let Some(close) = refused {
            let ground = self.of(close.against);
            self.tell(rule.part, &close, ground);
        }
    }

    fn instead(&self, rule: &Rule) -> Colour {
        let mut colours = rule.otherwise.iter().map(|otherwise| match *otherwise {
            Otherwise::Mixed(one, two, share) => self.of(one).with(self.of(two), share),
            Otherwise::Same(part) => self.of(part),
            Otherwise::Ours => self.ours(rule.part),
        });
        let safe = colours.clone().find(|colour| self.too_close(*colour, rule.against).is_none());
        safe.or_else(|| colours.next_back()).unwrap_or(NONE)
    }

    /// A button and its words, both or none. The accent as a ground is always safe with paper as the words.
    fn button(&mut self, rule: &Rule) {
        let words = names_of(OnButton);
        let pair = self.wanted(rule.names).zip(self.wanted(words));
        let safe = pair.filter(|(ground, words)| ground.contrast(*words) >= TEXT);
        let (ground, words) = safe.unwrap_or_else(|| (self.of(Accent), self.of(Paper)));
        self.chosen.insert(Button, ground);
        self.chosen.insert(OnButton, words);
        if let (None, Some((ground, words))) = (safe, pair) {
            let close = TooClose { wanted: words, against: Button, needed: TEXT };
            self.tell(OnButton, &close, ground);
        }
    }

    /// A line and the ring around it: they differ from each other, and one of them from the paper.
    fn focus(&mut self, rule: &Rule) {
        let (line, ring) = (self.wanted(rule.names), self.wanted(names_of(FocusRing)));
        let paper = self.of(Paper);
        let is_seen = |(line, ring): (Colour, Colour)| {
            line.contrast(ring) >= EDGE && line.contrast(paper).max(ring.contrast(paper)) >= EDGE
        };
        let ours = (self.ours(Focus), self.ours(FocusRing));
        let pair = (line.unwrap_or(ours.0), ring.unwrap_or(ours.1));
        let pairs = [pair, ours, (self.of(Ink), paper)];
        let chosen = pairs.into_iter().find(|pair| is_seen(*pair)).unwrap_or(pair);
        self.chosen.insert(Focus, chosen.0);
        self.chosen.insert(FocusRing, chosen.1);
        if chosen != pair {
            let apart = pair.0.contrast(pair.1) < EDGE;
            let (against, ground) = if apart { (FocusRing, pair.1) } else { (Paper, paper) };
            self.tell(Focus, &TooClose { wanted: pair.0, against, needed: EDGE }, ground);
        }
    }

    /// The edge of a button matters only where its ground does not stand out from the paper.
    fn edge(&mut self, rule: &Rule) {
        if self.of(Button).contrast(self.of(Paper)) >= EDGE {
            let edge = self.wanted(rule.names).unwrap_or_else(|| self.of(Button));
            self.chosen.insert(ButtonEdge, edge);
        } else {
            self.choose(rule);
        }
    }

    /// What the theme has under the first of these names.
    fn wanted(&mut self, names: &[&str]) -> Option<Colour> {
        let dark = self.scheme == Scheme::Dark;
        let (name, value) = names.iter().find_map(|name| Some((name, self.theme.value(name, dark)?)))?;
        let colour = Colour::read(value);
        // One can see through it: so there is none.
        if colour.is_none() && !is_clear(value) {
            let finding =
                StyleFinding::NotUnderstood { property: format!("--{name}"), value: value.chars().take(60).collect() };
            if !self.findings.contains(&finding) {
                self.findings.push(finding);
            }
        }
        colour
    }

    fn too_close(&self, colour: Colour, against: &[(StylePart, f32)]) -> Option<TooClose> {
        let (against, needed) = against.iter().find(|(part, least)| colour.contrast(self.of(*part)) < *least)?;
        Some(TooClose { wanted: colour, against: *against, needed: *needed })
    }

    fn tell(&mut self, part: StylePart, close: &TooClose, against: Colour) {
        self.findings.push(StyleFinding::TooLittleContrast {
            scheme: self.scheme,
            part,
            wanted: close.wanted.to_string(),
            against: close.against,
            against_colour: against.to_string(),
            hundredths: hundredths(close.wanted.contrast(against)),
            needed: hundredths(close.needed),
            shown: self.of(part).to_string(),
        });
    }
}

/// The names under which a theme has a colour.
fn names_of(part: StylePart) -> &'static [&'static str] {
    RULES.iter().find(|rule| rule.part == part).map_or(&[], |rule| rule.names)
}

/// Between 1 and 21, so the conversion loses nothing but what is behind the hundredths.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 100 to 2100")]
fn hundredths(ratio: f32) -> u16 {
    (ratio * 100.0).floor() as u16
}

fn is_clear(value: &str) -> bool {
    let tight: String = value.split_whitespace().collect();
    tight.eq_ignore_ascii_case("transparent") || tight.starts_with("rgba(0,0,0,0")
}

/// Every pair that has to stand out, with what it is in these colours, for tests.
#[cfg(test)]
pub(super) fn least_contrasts(colours: &Colours) -> Vec<(StylePart, StylePart, f32, f32)> {
    let ground = [(Ink, Paper, TEXT)];
    let rules = RULES
        .iter()
        .filter(|rule| rule.part != ButtonEdge)
        .flat_map(|rule| rule.against.iter().map(|(against, least)| (rule.part, *against, *least)));
    ground
        .into_iter()
        .chain(rules)
        .map(|(part, against, least)| (part, against, colours[&part].contrast(colours[&against]), least))
        .collect()
}
