//! The line goes at a random byte of a request or an answer, or at a random step, while somebody answers a poll or sends an
//! idea: in the widget or on the page, with scripts and without. Nothing that was filled in is lost, the page says that
//! there is no connection, and when the line is back the municipality has one ballot, or one idea.
//!
//! Without scripts the browser shows a page of its own when the line goes; whoever loads it again, or goes back and presses
//! once more, has sent one thing all the same.
//!
//! 50 cuts by default, the same every time, and 500 others with `cargo xtask test --full`; `BUURTSTEM_CUTS` gives another
//! number. Every cut follows from a seed and its own number: `BUURTSTEM_CUTS_SEED` and `BUURTSTEM_CUTS_FROM` run one again.
#![expect(clippy::panic, reason = "a test fails by panicking, its steps too")]

use std::{
    cell::Cell,
    hash::{BuildHasher as _, Hasher as _, RandomState},
};

use buurtstem_tests::browser::{Browser, Role, Scripts, Tab, View, wait};
use buurtstem_tests::line::{Failure, Way};
use buurtstem_tests::town::OPEN_POLL;
use buurtstem_tests::{Chance, Client, Line, Town};
use serde_json::Value;

use crate::steps::{AT_EASE, CHECK, POLL_TITLE, TOGETHER, WHAT_HELPS, WHERE, WHICH_PLACE, waits_for_the_program};

const CUTS: u64 = 50;
const ALL_CUTS: u64 = 500;
const OFFLINE: &str = "Er is geen verbinding";
const NEXT: &str = "Volgende";

#[test]
fn random_cuts_lose_nothing_and_send_once() {
    let asked = number("BUURTSTEM_CUTS").unwrap_or(CUTS);
    assert!(asked > 0, "none would show nothing");
    try_out(asked, 1);
}

#[test]
#[ignore = "long: run with cargo xtask test --full"]
fn five_hundred_random_cuts_lose_nothing_and_send_once() {
    try_out(ALL_CUTS, RandomState::new().build_hasher().finish());
}

fn number(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}

#[expect(clippy::print_stderr, reason = "the seed, to run a failure again")]
fn try_out(cuts: u64, seed: u64) {
    let seed = number("BUURTSTEM_CUTS_SEED").unwrap_or(seed);
    eprintln!("BUURTSTEM_CUTS_SEED={seed}");
    let from = number("BUURTSTEM_CUTS_FROM").unwrap_or_default();
    // Both at once, each with a line, a server and a browser of its own.
    let halves = std::thread::scope(|scope| {
        let halves = [Scripts::On, Scripts::Off].map(|scripts| {
            let numbers = (from..from.saturating_add(cuts)).filter(move |number| scripts_of(*number) == scripts);
            scope.spawn(move || Trial::of(scripts, seed).run(numbers))
        });
        halves.map(std::thread::ScopedJoinHandle::join)
    });
    let sights: Vec<Seen> = halves.into_iter().map(|half| half.unwrap_or_else(|_| panic!("seed {seed}"))).collect();
    eprintln!("with scripts, and without: {sights:?}");
    // A test in which hardly any line went shows nothing.
    let gone: u64 = sights.iter().map(|seen| seen.broken + seen.stalled).sum();
    assert!(gone * 4 >= cuts * 3, "{sights:?}");
}

/// Three of five run scripts.
fn scripts_of(number: u64) -> Scripts {
    if number % 5 < 3 { Scripts::On } else { Scripts::Off }
}

/// How often what happened.
#[derive(Debug, Default, Clone, Copy)]
struct Seen {
    broken: u64,
    stalled: u64,
    /// The page said that there is no connection.
    told: u64,
    /// The browser's own way: a page loaded again, or gone back from.
    again: u64,
    ideas: u64,
}

struct Trial {
    scripts: Scripts,
    seed: u64,
    line: Line,
    town: Town,
    browser: Browser,
    office: Client,
    seen: Cell<Seen>,
}

/// One step of a form: its heading, what is filled in there, and the button that goes on.
struct Step {
    heading: String,
    fill: Box<dyn Fn(View<'_>)>,
    button: &'static str,
    /// Whether the words that somebody typed are in its form once it has been filled in.
    has_text: bool,
    /// Whether they are written there.
    types: bool,
}

impl Step {
    fn sends(&self) -> bool {
        self.button != NEXT
    }
}

/// Something to fill in and send.
struct Errand {
    steps: Vec<Step>,
    /// Words that somebody typed.
    typed: String,
    end: &'static str,
}

impl Trial {
    fn of(scripts: Scripts, seed: u64) -> Self {
        let line = Line::new();
        let town = Town::start_over(&line);
        let office = town.official("dewi-pattiasina");
        Self { scripts, seed, line, town, browser: Browser::start(scripts), office, seen: Cell::default() }
    }

    fn run(self, numbers: impl Iterator<Item = u64>) -> Seen {
        for number in numbers {
            let mut chance = Chance::new(self.seed, number);
            // Neighbouring numbers begin alike.
            for _ in 0..4 {
                let _ = chance.below(2);
            }
            if chance.below(4) == 0 {
                self.sends_an_idea(number, &mut chance);
            } else {
                self.answers_the_poll(number, &mut chance);
            }
        }
        self.seen.get()
    }

    fn count(&self, count: impl Fn(&mut Seen)) {
        let mut seen = self.seen.get();
        count(&mut seen);
        self.seen.set(seen);
    }

    fn answers_the_poll(&self, number: u64, chance: &mut Chance) {
        let before = self.town.ballots(OPEN_POLL);
        let tab = self.browser.tab();
        // Without scripts there is no frame but the one that an editor pastes, which is the page in a frame.
        if self.scripts == Scripts::On && chance.below(2) == 0 {
            tab.go(&self.town.host_page());
            tab.widget().link(&format!("{POLL_TITLE}…")).click();
            self.walks(&tab, tab.widget(), &poll(number), number, chance);
        } else {
            tab.go(&format!("{}/waterdam/nl/peilingen/{OPEN_POLL}", self.line.origin()));
            self.walks(&tab, tab.page(), &poll(number), number, chance);
        }
        assert_eq!(self.town.ballots(OPEN_POLL), before + 1, "cut {number}, seed {}", self.seed);
    }

    fn sends_an_idea(&self, number: u64, chance: &mut Chance) {
        self.count(|seen| seen.ideas += 1);
        let tab = self.browser.tab();
        let errand = idea(number);
        let view = if self.scripts == Scripts::On && chance.below(2) == 0 {
            tab.go(&self.town.host_page());
            tab.widget().link("Stuur uw idee").click();
            tab.widget()
        } else {
            tab.go(&format!("{}/waterdam/nl/idee", self.line.origin()));
            tab.page()
        };
        self.walks(&tab, view, &errand, number, chance);
        let receipt = view.until_text("the receipt", |text| text.contains("Uw idee heeft nummer"));
        let found = self.office.get(&format!("/api/v1/admin/case-search?words=trap{number}trap")).expect(200).json();
        let cases = found.get("cases").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let [case] = cases else { panic!("cut {number}, seed {}: {found}", self.seed) };
        let known = case.get("number").and_then(Value::as_str).unwrap_or_default();
        assert!(!known.is_empty() && receipt.contains(known), "cut {number}: {known} is not in {receipt}");
    }

    /// Fills in and sends, with the line going once on the way.
    fn walks(&self, tab: &Tab, view: View<'_>, errand: &Errand, number: u64, chance: &mut Chance) {
        let last = errand.steps.len().saturating_sub(1);
        // At sending as often as at all other steps together; with scripts nothing goes over the line at most of these.
        let early = usize::try_from(chance.below(last as u64)).unwrap_or_default();
        let at = if chance.below(2) == 0 { last } else { early };
        let failure = if chance.below(5) == 0 { Failure::Stalls } else { Failure::Breaks };
        let (way, bytes) = match chance.below(10) {
            0 => (Way::Up, 0),
            1..=3 => (Way::Up, 1 + chance.below(1000)),
            // The head of an answer, a short answer, or a page of it.
            4..=7 => (Way::Down, 1 + chance.below(1200)),
            _ => (Way::Down, 1 + chance.below(16_000)),
        };
        let what = format!(
            "step {at} of {last}, {failure:?} {way:?} {bytes}; again with BUURTSTEM_CUTS_SEED={} BUURTSTEM_CUTS_FROM={number} \
             BUURTSTEM_CUTS=1",
            self.seed
        );
        let walk = Walk { trial: self, tab, view, typed: &errand.typed, what };
        let ends = errand.steps.iter().skip(1).map(|step| step.heading.as_str()).chain([errand.end]);
        for (place, (step, end)) in errand.steps.iter().zip(ends).enumerate() {
            view.heading(&step.heading).wait();
            if place == 0 && self.scripts == Scripts::On {
                waits_for_the_program(view);
            }
            (step.fill)(view);
            if place == at {
                self.line.fails_after(failure, way, bytes);
            }
            walk.goes_on(step, end, chance.below(3) == 0);
        }
        self.mend();
    }

    /// Counts how the line went, if it did, and mends it.
    fn mend(&self) {
        match self.line.gone() {
            Some(Failure::Stalls) => self.count(|seen| seen.stalled += 1),
            Some(Failure::Breaks) => self.count(|seen| seen.broken += 1),
            None => {}
        }
        self.line.mend();
    }
}

/// Somebody on the way through a form, with the line going once.
struct Walk<'a> {
    trial: &'a Trial,
    tab: &'a Tab,
    view: View<'a>,
    typed: &'a str,
    what: String,
}

impl Walk<'_> {
    /// Presses the button until the next step is there, whatever the line does.
    fn goes_on(&self, step: &Step, next: &str, back: bool) {
        let Self { trial, tab, view, .. } = *self;
        let mut here = document(view).unwrap_or_default();
        let mut mended = false;
        view.button(step.button).click();
        loop {
            let came =
                wait::until(&format!("{next:?} or a failure ({})", self.what), || self.sees(next, mended, &here));
            match came {
                Came::Next => return,
                Came::Offline(text) => {
                    self.stands(step, &text);
                    trial.mend();
                    trial.count(|seen| seen.told += 1);
                    view.button(step.button).click();
                }
                Came::Nothing(text) => {
                    if let Some(text) = text {
                        self.stands(step, &text);
                    }
                    trial.mend();
                }
                Came::Elsewhere => {
                    trial.mend();
                    trial.count(|seen| seen.again += 1);
                    here = known(view).unwrap_or_default();
                    if back {
                        self.goes_back(step);
                        here = known(view).unwrap_or_default();
                    } else {
                        tab.reload();
                    }
                }
            }
            mended = true;
        }
    }

    /// What a press has come to, while the line is as it is.
    fn sees(&self, next: &str, mended: bool, here: &str) -> Result<Came, String> {
        let view = self.view;
        let there = view.heading(next).is_there();
        // Only now: while the line stands still, a browser that is on its way may not answer at all.
        let gone = if mended { None } else { self.trial.line.gone() };
        match (self.trial.scripts, gone) {
            (Scripts::Off, Some(Failure::Stalls)) if !there => return Ok(Came::Nothing(None)),
            // Perhaps only a part of it.
            (Scripts::Off, Some(Failure::Breaks)) if known(view)? != here => return Ok(Came::Elsewhere),
            (Scripts::Off, Some(Failure::Breaks)) => return Err("the same page".to_owned()),
            _ => {}
        }
        let text = view.text().unwrap_or_default();
        match (self.trial.scripts, gone) {
            (Scripts::On, Some(_)) if text.contains(OFFLINE) => Ok(Came::Offline(text)),
            (_, Some(Failure::Stalls)) if !there => Ok(Came::Nothing(Some(text))),
            _ if there => Ok(Came::Next),
            // The line is there again, and what came over it before was a part.
            (Scripts::Off, None) if mended && document(view)? != here => Ok(Came::Elsewhere),
            _ => Err(text),
        }
    }

    /// What was typed is in the form of this page, to be sent again; and in words where somebody is about to send it.
    fn stands(&self, step: &Step, text: &str) {
        let Self { typed, what, view, .. } = self;
        let fields = "[...document.querySelectorAll('#app [name]')].map((field) => field.value).join('\\n')";
        let fields = view.evaluate(fields).unwrap_or_default();
        let fields = fields.as_str().unwrap_or_default();
        assert!(fields.contains(*typed) || !step.has_text, "{what}: {typed:?} is not in the form\n{fields}");
        assert!(text.contains(*typed) || !step.sends(), "{what}: {typed:?} is not in\n{text}");
    }

    /// Back to the step, and once more on from there.
    fn goes_back(&self, step: &Step) {
        let Self { tab, view, .. } = *self;
        // A page that was posted for the browser may ask for anew only when somebody says so.
        let mut loaded = document(view).unwrap_or_default();
        tab.back();
        wait::until(&format!("the step again ({})", self.what), || {
            let now = document(view)?;
            if now != loaded && view.heading(&step.heading).is_there() {
                return Ok(());
            }
            let failed = view.evaluate("location.protocol === 'chrome-error:'")? == true;
            if failed && now != loaded {
                tab.reload();
                loaded.clone_from(&now);
            }
            Err(format!("{now}: {}", view.text().unwrap_or_default()))
        });
        // What stood in the fields of the page itself is the browser's to bring back.
        if !step.types {
            self.stands(step, &view.text().unwrap_or_default());
        }
        (step.fill)(view);
        view.button(step.button).click();
    }
}

/// What a press comes to.
enum Came {
    /// The next step.
    Next,
    /// The page says that there is no connection.
    Offline(String),
    /// Nothing yet: the line stands still. What stands on the page; none where a browser by itself may show a part of the
    /// next one by now.
    Nothing(Option<String>),
    /// A page of the browser, or a part of one of ours.
    Elsewhere,
}

/// Which document it is.
fn known(view: View<'_>) -> Result<String, String> {
    Ok(view.evaluate("performance.timeOrigin + location.protocol")?.as_str().unwrap_or_default().to_owned())
}

/// The same, once it has come as far as it does.
fn document(view: View<'_>) -> Result<String, String> {
    if view.evaluate("document.readyState")? == "complete" { known(view) } else { Err("it is still coming".to_owned()) }
}

fn step(heading: &str, button: &'static str, fill: impl Fn(View<'_>) + 'static) -> Step {
    Step { heading: heading.to_owned(), fill: Box::new(fill), button, has_text: false, types: false }
}

/// The words are written at this step, and carried from there on.
fn written_at(place: usize, mut steps: Vec<Step>) -> Vec<Step> {
    for (at, step) in steps.iter_mut().enumerate().skip(place) {
        (step.has_text, step.types) = (true, at == place);
    }
    steps
}

fn poll(number: u64) -> Errand {
    let typed = format!("Elke donderdag een rondje om blok{number}.");
    let written = typed.clone();
    let steps = vec![
        step(AT_EASE, NEXT, |view| view.by_role(Role::Radio, "4").choose()),
        step(WHICH_PLACE, NEXT, |view| view.by_role(Role::Radio, "Een fietspad of wandelpad").choose()),
        step(WHAT_HELPS, NEXT, |view| view.by_role(Role::Checkbox, "Meer of beter licht").choose()),
        step(TOGETHER, NEXT, move |view| view.by_role(Role::Field, TOGETHER).fill(&written)),
        step(WHERE, NEXT, |_| {}),
        step(CHECK, "Verstuur mijn antwoorden", |_| {}),
    ];
    Errand { steps: written_at(3, steps), typed, end: "Bedankt! Uw antwoorden zijn binnen" }
}

fn idea(number: u64) -> Errand {
    let typed = format!("Licht bij trap{number}trap");
    let written = typed.clone();
    let opens = |view: View<'_>, group: &str, choice: &str| {
        if !view.by_role(Role::Radio, choice).is_there() {
            view.by_role(Role::Disclosure, group).click();
        }
        view.by_role(Role::Radio, choice).choose();
    };
    let steps = vec![
        step("Uw idee voor de buurt", NEXT, move |view| view.by_label("Wat is uw idee?").fill(&written)),
        step("Waar gaat het over?", NEXT, move |view| {
            opens(view, "Veiligheid…", "Straatverlichting en donkere plekken…");
        }),
        step("Om welke buurt gaat het?", NEXT, move |view| opens(view, "De Wieken", "Zeilmakersbuurt")),
        step("Wie doet wat?", NEXT, |_| {}),
        step("Hoe wilt u antwoord krijgen?", NEXT, |_| {}),
        step("Klopt alles?", "Verstuur mijn idee", |_| {}),
    ];
    Errand { steps: written_at(0, steps), typed, end: "Bedankt! Uw idee is binnen" }
}
