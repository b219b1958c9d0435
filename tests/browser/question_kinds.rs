//! A poll with every kind of question, answered with the keyboard alone: in both languages, with and without script.

use buurtstem_tests::browser::{Browser, Key, Role, Scripts, Tab, View, pictures_folder};
use buurtstem_tests::{Town, town::EVERY_KIND_POLL};

/// The words of the poll and of the pages in one language.
struct Words {
    language: &'static str,
    next: &'static str,
    send: &'static str,
    thanks: &'static str,
    check: &'static str,
    how_often: &'static str,
    every_day: &'static str,
    sometimes: &'static str,
    what_helps: &'static str,
    something_else: &'static str,
    what_else: &'static str,
    opinions: &'static str,
    statements: [&'static str; 3],
    agree: &'static str,
    mark: &'static str,
    no_opinion: &'static str,
    improve: &'static str,
    order: &'static str,
    ranked: [&'static str; 3],
    place: &'static str,
    no_place: &'static str,
    higher: &'static str,
    lower: &'static str,
    ends: [&'static str; 2],
    wrong: &'static str,
    area: &'static str,
    no_area: &'static str,
    change: &'static str,
    of_ten: &'static str,
}

const DUTCH: Words = Words {
    language: "nl",
    next: "Volgende",
    send: "Verstuur mijn antwoorden",
    thanks: "Bedankt! Uw antwoorden zijn binnen",
    check: "Kloppen uw antwoorden?",
    how_often: "Hoe vaak praat u met mensen uit uw buurt?",
    every_day: "Elke dag",
    sometimes: "Soms",
    what_helps: "Wat zou u helpen om vaker met buren te praten?",
    something_else: "Iets anders",
    what_else: "Koos u ‘Iets anders’? Schrijf dan op wat u bedoelt.",
    opinions: "Wat vindt u van uw buurt?",
    statements: [
        "Mensen in mijn buurt kennen elkaar.",
        "Het is prettig om buiten te zijn.",
        "Ik help graag iemand uit mijn buurt.",
    ],
    agree: "Eens",
    mark: "Welk cijfer geeft u de straten en pleinen?",
    no_opinion: "Geen mening",
    improve: "Wat moet er vooral beter?",
    order: "Waar moeten wij mee beginnen?",
    ranked: ["Bankjes en tafels", "Bomen en planten", "Plekken om te spelen"],
    place: "Plaats",
    no_place: "Geen plaats",
    higher: "Hoger",
    lower: "Lager",
    ends: ["heel slecht", "heel goed"],
    wrong: "Er klopt iets nog niet",
    area: "In welke buurt woont u?",
    no_area: "Dat zeg ik liever niet",
    change: "Wijzig",
    of_ten: "4 (van 1 tot 10)",
};

const ENGLISH: Words = Words {
    language: "en",
    next: "Next",
    send: "Send my answers",
    thanks: "Thank you! We have received your answers",
    check: "Are your answers right?",
    how_often: "How often do you talk to people from your neighbourhood?",
    every_day: "Every day",
    sometimes: "Sometimes",
    what_helps: "What would help you to talk to neighbours more often?",
    something_else: "Something else",
    what_else: "Did you choose ‘Something else’? Then write down what you mean.",
    opinions: "What do you think of your neighbourhood?",
    statements: [
        "People in my neighbourhood know each other.",
        "It is pleasant to be outdoors.",
        "I am glad to help somebody from my neighbourhood.",
    ],
    agree: "Agree",
    mark: "Which mark do you give the streets and squares?",
    no_opinion: "No opinion",
    improve: "What needs improving most?",
    order: "What should we begin with?",
    ranked: ["Benches and tables", "Trees and plants", "Places to play"],
    place: "Place",
    no_place: "No place",
    higher: "Higher",
    lower: "Lower",
    ends: ["very bad", "very good"],
    wrong: "Something is not right yet",
    area: "In which neighbourhood do you live?",
    no_area: "I would rather not say",
    change: "Change",
    of_ten: "4 (from 1 to 10)",
};

/// Somebody with a keyboard.
struct Resident<'a> {
    tab: &'a Tab,
    view: View<'a>,
    words: &'a Words,
    scripts: Scripts,
}

impl Resident<'_> {
    fn press(&self, key: Key, times: usize) {
        for _ in 0..times {
            self.tab.press(key);
        }
    }

    fn presses(&self, button: &str) {
        self.view.tab_to(Role::Button, button);
        self.tab.press(Key::Enter);
    }

    /// On to the next page, which has this heading.
    fn next(&self, heading: &str) {
        self.presses(self.words.next);
        self.arrives(heading);
    }

    fn arrives(&self, heading: &str) {
        self.view.heading(&format!("{heading}…")).wait();
        if self.scripts == Scripts::On {
            self.tab.is_accessible(heading);
        }
    }

    /// Goes on with Tab to the next thing of this role and name, of which there may be several.
    fn tab_on_to(&self, role: Role, name: &str) {
        const ENOUGH: usize = 20;
        for _ in 0..ENOUGH {
            self.tab.press(Key::Tab);
            if self.view.focus().is_ok_and(|focus| focus == (role.announced().to_owned(), name.to_owned())) {
                return;
            }
        }
        self.view.has_focus(role, name);
    }

    /// The tree that a screen reader reads has these lines, in this order.
    fn hears(&self, lines: &[String]) {
        self.view.tells(lines);
    }

    /// Radio buttons of one group, of which one is chosen.
    fn hears_radios(&self, group: &str, names: &[&str], chosen: Option<&str>) {
        let mut lines = vec![format!("radiogroup \"{group}…")];
        lines.extend(names.iter().map(|name| {
            let state = if chosen == Some(*name) { "checked" } else { "not checked" };
            format!("radio \"{name}\", {state}…")
        }));
        self.hears(&lines);
    }

    /// Chooses a place for one of those to put in order.
    fn places(&self, item: &str, place: usize) {
        self.view.tab_to(Role::Choice, item);
        self.press(Key::Down, place);
        self.has_place(item, &format!("{} {place}", self.words.place));
    }

    fn has_place(&self, item: &str, place: &str) {
        assert_eq!(self.view.by_role(Role::Choice, item).value(), place, "{item}");
    }
}

/// The ranking, with a place forgotten on the way.
fn puts_in_order(resident: &Resident<'_>) {
    let Resident { tab, view, words, .. } = *resident;
    view.by_role(Role::Group, words.order).wait();
    let [first, second, third] = words.ranked;
    resident.has_place(first, words.no_place);
    // A place that is missing is named, and nothing is lost.
    resident.places(first, 1);
    resident.presses(words.next);
    let fault = if words.language == "nl" { "Geef de plaatsen 1 tot en met 3…" } else { "Give the places 1 to 3…" };
    view.link(fault).wait();
    // What is wrong comes first and has the focus, and every field that it is about says so.
    resident.hears(&[
        format!("heading \"{}\", focused", words.wrong),
        format!("link \"{fault}"),
        format!("group \"{}\"…", words.order),
        format!("combobox \"{first}\", holds \"{} 1\", invalid", words.place),
        format!("combobox \"{second}\", holds \"{}\", invalid", words.no_place),
    ]);
    resident.places(second, 2);
    match resident.scripts {
        Scripts::On => {
            // The button stays under the finger and says where things are now.
            let (none, last) = (words.no_place, format!("{} 3", words.place));
            view.tab_to(Role::Button, &format!("{}: {third} ({none})", words.higher));
            tab.press(Key::Enter);
            view.has_focus(Role::Button, &format!("{}: {third} ({last})", words.higher));
            resident.hears(&[
                format!("combobox \"{third}\", holds \"{last}\"…"),
                format!("button \"{}: {third} ({last})\", focused", words.higher),
                format!("button \"{}: {third} ({last})\"", words.lower),
            ]);
            resident.has_place(third, &last);
            tab.press(Key::Enter);
            view.has_focus(Role::Button, &format!("{}: {third} ({} 2)", words.higher, words.place));
            resident.has_place(second, &last);
            tab.is_accessible("a list that was put in order");
        }
        Scripts::Off => resident.places(third, 3),
    }
}

fn answers_every_kind(words: &Words, scripts: Scripts) {
    let town = Town::start();
    let before = town.ballots(EVERY_KIND_POLL);
    let browser = Browser::start(scripts);
    let tab = browser.tab();
    tab.go(&town.url(&format!("/waterdam/{}/peilingen/{EVERY_KIND_POLL}", words.language)));
    let (view, resident) = (tab.page(), Resident { tab: &tab, view: tab.page(), words, scripts });

    resident.arrives(words.how_often);
    // The question is the heading and the name of its group, and nothing is chosen for anybody.
    resident.hears(&[format!("radiogroup \"{}\"…", words.how_often), format!("heading \"{}\"…", words.how_often)]);
    resident.hears_radios(words.how_often, &[words.every_day, words.sometimes], None);
    view.tab_to(Role::Radio, words.every_day);
    resident.press(Key::Space, 1);
    resident.press(Key::Down, 2);
    view.has_focus(Role::Radio, words.sometimes);
    resident.hears(&[
        format!("radio \"{}\", not checked, in \"{}\"", words.every_day, words.how_often),
        format!("radio \"{}\", checked, focused, in \"{}\"", words.sometimes, words.how_often),
    ]);

    // Asked because of that answer.
    resident.next(words.what_helps);
    view.by_role(Role::Group, &format!("{}…", words.what_helps)).wait();
    view.tab_to(Role::Checkbox, words.something_else);
    resident.press(Key::Space, 1);
    resident.hears(&[
        format!("group \"{}…", words.what_helps),
        format!("checkbox \"{}\", checked, focused, in \"{}…", words.something_else, words.what_helps),
        format!("textbox \"{}…", words.what_else),
    ]);
    view.tab_to(Role::Field, &format!("{}…", words.what_else));
    tab.type_text("Een tuin <samen>");

    resident.next(words.opinions);
    view.by_role(Role::Group, words.opinions).wait();
    for (place, statement) in words.statements.into_iter().enumerate() {
        resident.tab_on_to(Role::Radio, words.agree);
        resident.press(Key::Space, 1);
        view.by_role(Role::RadioGroup, statement).wait();
        assert!(view.by_role(Role::Radio, words.agree).nth(place).is_checked(), "{statement}");
        // Each statement is a group inside the question's.
        resident.hears(&[
            format!("group \"{}\"…", words.opinions),
            format!("radiogroup \"{statement}\""),
            format!("radio \"{}\", checked, focused, in \"{statement}\"", words.agree),
        ]);
    }

    resident.next(words.mark);
    view.tab_to(Role::Radio, "1");
    resident.press(Key::Space, 1);
    resident.press(Key::Down, 3);
    view.has_focus(Role::Radio, "4");
    // The ends of the scale are heard with their words, the numbers between them by themselves.
    let [low, high] = words.ends;
    resident.hears(&[
        // Its name goes on with "(niet verplicht)".
        format!("radiogroup \"{}…", words.mark),
        format!("radio \"1\", not checked, described \"{low}\", in \"{}…", words.mark),
        format!("radio \"4\", checked, focused, in \"{}…", words.mark),
        format!("radio \"10\", not checked, described \"{high}\", in \"{}…", words.mark),
        format!("radio \"{}\", not checked, in \"{}…", words.no_opinion, words.mark),
    ]);
    // Asked because of a low mark.
    resident.next(words.improve);
    view.tab_to(Role::Field, &format!("{}…", words.improve));
    tab.type_text("De stoep.");

    resident.next(words.order);
    puts_in_order(&resident);

    resident.next(words.area);
    view.tab_to(Role::Radio, words.no_area);
    resident.press(Key::Space, 1);
    resident.next(words.check);
    for answer in
        [words.sometimes, "Iets anders: Een tuin <samen>", words.of_ten, "De stoep."].into_iter().chain(words.ranked)
    {
        let answer = answer.replace("Iets anders", words.something_else);
        view.reads(&answer);
    }
    for statement in words.statements {
        view.reads(&format!("{statement} – {}", words.agree));
    }

    // With another mark the question that hung on it goes, and so does its answer.
    resident.presses(&format!("{} {}", words.change, words.mark));
    resident.arrives(words.mark);
    view.tab_to(Role::Radio, "4");
    resident.press(Key::Down, 7);
    view.has_focus(Role::Radio, words.no_opinion);
    resident.next(words.check);
    view.reads(words.no_opinion);
    view.reads_no("De stoep.");
    view.reads_no(words.improve);

    resident.presses(words.send);
    resident.arrives(words.thanks);
    // Whoever sent it hears that it has arrived: a page of its own, which is read from its title on.
    resident.hears(&[format!("heading \"{}\"…", words.thanks)]);
    assert_eq!(town.ballots(EVERY_KIND_POLL), before + 1);
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn every_kind_by_keyboard_in_dutch_with_script() {
    answers_every_kind(&DUTCH, Scripts::On);
}

#[test]
fn every_kind_by_keyboard_in_dutch_without_script() {
    answers_every_kind(&DUTCH, Scripts::Off);
}

#[test]
fn every_kind_by_keyboard_in_english_with_script() {
    answers_every_kind(&ENGLISH, Scripts::On);
}

#[test]
fn every_kind_by_keyboard_in_english_without_script() {
    answers_every_kind(&ENGLISH, Scripts::Off);
}

/// Every step fits on the narrowest screen.
#[test]
fn every_kind_fits_on_a_phone() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.resize(320, 640);
    tab.go(&town.page(&format!("/peilingen/{EVERY_KIND_POLL}")));
    let view = tab.page();
    let resident = Resident { tab: &tab, view, words: &DUTCH, scripts: Scripts::On };
    let fits = |heading: &str| {
        view.heading(&format!("{heading}…")).wait();
        let (content, room) = view.widths().unwrap();
        assert!(content <= room, "{heading}: {content} on {room}");
        if let Some(folder) = pictures_folder() {
            tab.picture(&folder.join(format!("{}.png", heading.split(' ').next().unwrap_or_default())));
        }
    };
    fits(DUTCH.how_often);
    view.by_role(Role::Radio, DUTCH.sometimes).choose();
    view.button(DUTCH.next).click();
    fits(DUTCH.what_helps);
    view.button(DUTCH.next).click();
    fits(DUTCH.opinions);
    for place in 0..3 {
        view.by_role(Role::Radio, DUTCH.agree).nth(place).choose();
    }
    view.button(DUTCH.next).click();
    fits(DUTCH.mark);
    view.button(DUTCH.next).click();
    fits(DUTCH.order);
    resident.places(DUTCH.ranked[0], 1);
    resident.places(DUTCH.ranked[1], 2);
    resident.places(DUTCH.ranked[2], 3);
    fits(DUTCH.order);
    view.button(DUTCH.next).click();
    view.heading(DUTCH.area).wait();
    view.button(DUTCH.next).click();
    fits(DUTCH.check);
}
