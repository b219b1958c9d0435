//! What residents and officials do, step by step, by role and label.
#![expect(clippy::panic, reason = "a test fails by panicking, its steps too")]

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Role, Tab, View, Window, wait};

/// The question texts of the demo's open poll, as headings.
pub(crate) const AT_EASE: &str = "Hoe voelt u zich ’s avonds op straat in uw buurt?";
pub(crate) const WHICH_PLACE: &str = "Welke plek kan in het donker het meest beter?";
pub(crate) const WHAT_HELPS: &str = "Wat helpt volgens u het meest?…";
pub(crate) const TOGETHER: &str = "Wat zou u samen met buren willen doen?…";
pub(crate) const WHERE: &str = "In welke buurt woont u?";
pub(crate) const POLL_TITLE: &str = "Prettig over straat in het donker";

/// Somebody at a page or at the widget on a host page, in whichever browser. `look` sees every state they come to.
pub(crate) struct Resident<'a, T = Tab> {
    pub(crate) tab: &'a T,
    pub(crate) view: View<'a, T>,
    pub(crate) look: &'a dyn Fn(&T, &str),
}

/// What the receipt of an idea says.
#[derive(Debug, Clone)]
pub(crate) struct Receipt {
    pub(crate) number: String,
    /// The whole personal link.
    pub(crate) link: String,
    /// The code in groups, as somebody would copy it by hand.
    pub(crate) code: String,
}

/// The idea that is sent in: its first line, which is its title in lists.
pub(crate) const IDEA: &str = "Meer licht bij de trap aan de Zeilkade";
pub(crate) const IDEA_TEXT: &str = "Meer licht bij de trap aan de Zeilkade\nIn de winter zie ik de treden niet.";

impl<'a, T: Window> Resident<'a, T> {
    /// On the page itself, seen without a special eye.
    pub(crate) fn at_page(tab: &'a T) -> Self {
        Self { tab, view: tab.page(), look: &|_, _| {} }
    }

    /// In the widget on a host page.
    pub(crate) fn at_widget(tab: &'a T) -> Self {
        Self { tab, view: tab.widget(), look: &|_, _| {} }
    }

    pub(crate) fn looking(self, look: &'a dyn Fn(&T, &str)) -> Self {
        Self { look, ..self }
    }

    pub(crate) fn sees(&self, state: &str) {
        (self.look)(self.tab, state);
    }

    /// From the first page to that of the poll, which has the first question.
    pub(crate) fn begins_the_poll(&self) {
        self.view.link(&format!("{POLL_TITLE}…")).wait();
        self.sees("the first page");
        self.view.link(&format!("{POLL_TITLE}…")).click();
        self.view.heading(POLL_TITLE).wait();
        self.view.reads("Meedenken");
        self.view.heading(AT_EASE).wait();
        self.sees("the poll's first page");
    }

    /// From the first question to the check page.
    pub(crate) fn fills_in_the_poll(&self) {
        let (view, next) = (self.view, || self.view.button("Volgende").click());
        view.heading(AT_EASE).wait();
        self.sees("a scale");
        view.by_role(Role::Radio, "4").choose();
        next();
        view.heading(WHICH_PLACE).wait();
        self.sees("a question with one choice");
        view.by_role(Role::Radio, "Een fietspad of wandelpad").choose();
        next();
        view.heading(WHAT_HELPS).wait();
        self.sees("a question with several choices");
        view.by_role(Role::Checkbox, "Meer of beter licht").choose();
        view.by_role(Role::Checkbox, "Een schone en hele plek").choose();
        next();
        view.heading(TOGETHER).wait();
        self.sees("a question to write an answer to");
        view.by_role(Role::Field, TOGETHER).fill("Op donderdag samen een rondje lopen.");
        next();
        view.heading(WHERE).wait();
        self.sees("the areas, closed");
        view.by_role(Role::Disclosure, "De Wieken").click();
        view.by_role(Role::Radio, "Molenbuurt").choose();
        self.sees("the areas, open");
        next();
        view.heading(CHECK).wait();
        for answer in [
            "4 (van 1 tot 5)",
            "Een fietspad of wandelpad",
            "Meer of beter licht",
            "Op donderdag samen een rondje lopen.",
            "Molenbuurt (De Wieken)",
        ] {
            view.reads(answer);
        }
        self.sees("the check page of the poll");
    }

    /// Sends the answers and is thanked.
    pub(crate) fn sends_the_answers(&self) {
        self.view.button("Verstuur mijn antwoorden").click();
        self.view.heading("Bedankt! Uw antwoorden zijn binnen").wait();
        self.sees("thanks for the answers");
    }

    /// From a first page to the receipt of an idea about light in the Zeilmakersbuurt.
    pub(crate) fn sends_an_idea(&self) -> Receipt {
        self.fills_in_an_idea();
        self.view.button("Verstuur mijn idee").click();
        self.view.heading("Bedankt! Uw idee is binnen").wait();
        self.sees("the receipt of an idea");
        self.reads_the_receipt()
    }

    /// From a first page to the check page of an idea.
    pub(crate) fn fills_in_an_idea(&self) {
        let (view, next) = (self.view, || self.view.button("Volgende").click());
        view.link("Stuur uw idee").click();
        view.heading("Uw idee voor de buurt").wait();
        view.reads("Is er nu gevaar? Bel 112");
        self.sees("an idea: what");
        view.by_label("Wat is uw idee?").fill(IDEA_TEXT);
        view.by_label("Waarom vindt u dit belangrijk?…").fill("Mijn moeder durft er niet langs.");
        next();
        view.heading("Waar gaat het over?").wait();
        view.by_role(Role::Disclosure, "Veiligheid…").click();
        view.by_role(Role::Radio, "Straatverlichting en donkere plekken…").choose();
        self.sees("an idea: the topic");
        next();
        view.heading("Om welke buurt gaat het?").wait();
        view.by_role(Role::Disclosure, "De Wieken").click();
        view.by_role(Role::Radio, "Zeilmakersbuurt").choose();
        self.sees("an idea: the area");
        next();
        view.heading("Wie doet wat?").wait();
        self.sees("an idea: who does what");
        next();
        view.heading("Hoe wilt u antwoord krijgen?").wait();
        view.by_label("Uw e-mailadres…").fill("bewoner@example.invalid");
        view.by_role(Role::Checkbox, "Ja, mijn idee mag op de website…").choose();
        self.sees("an idea: how to answer");
        next();
        view.heading("Klopt alles?").wait();
        view.heading("Uw idee gaat naar Openbare Ruimte (gemeente)").wait();
        view.reads("straatverlichting");
        view.reads("U hoort uiterlijk");
        view.reads("Is er nu gevaar? Bel 112");
        self.sees("an idea: the check page");
    }

    fn reads_the_receipt(&self) -> Receipt {
        let text = self.view.until_text("the receipt", |text| text.contains("Uw idee heeft nummer"));
        let after = |words: &str| {
            let (_, rest) = text.split_once(words).unwrap_or_else(|| panic!("no {words:?} in\n{text}"));
            rest.split_whitespace().next().unwrap_or_default().to_owned()
        };
        let number = after("Uw idee heeft nummer").trim_end_matches('.').to_owned();
        let code = after("Uw persoonlijke code");
        let link = after("Uw persoonlijke link:");
        assert!(link.contains("/volgen#c="), "{link}");
        assert_eq!(code.replace('-', ""), link.rsplit_once("#c=").map(|(_, key)| key).unwrap_or_default());
        Receipt { number, link, code }
    }
}

/// The heading of a poll's check page.
pub(crate) const CHECK: &str = "Kloppen uw antwoorden?";

/// Goes on until all answers stand there to be checked; `next` goes one step.
pub(crate) fn comes_to_the_check_page(view: View<'_>, next: impl Fn()) {
    while !view.heading(CHECK).is_there() {
        let here = view.names(Role::Heading);
        next();
        view.until_text("the next step", |_| view.names(Role::Heading) != here);
    }
}

/// An official of the demo, signed in by a one-time link, in a browser of their own.
pub(crate) fn signs_in(town: &Town, tab: &Tab, official: &str) {
    tab.go(&town.sign_in_link(official));
    tab.page().button("Aanmelden").click();
    tab.page().button("Afmelden").wait();
}

/// Opens the case with this title from the list that is shown.
pub(crate) fn opens_case(tab: &Tab, title: &str) {
    tab.page().link(title).click();
    tab.page().heading(title).wait();
}

/// Presses one of the buttons under "Wat wilt u doen?".
pub(crate) fn wants(tab: &Tab, action: &str) {
    let page = tab.page();
    wait::until(&format!("a way to \"{action}\""), || {
        if page.button(action).is_there() {
            return Ok(());
        }
        // What is done less often stands in a group, which says what it holds while it is closed.
        let groups = page.names(Role::Disclosure);
        let group = groups.iter().find(|group| group.contains(action));
        let group = group.ok_or_else(|| format!("there are the groups\n  {}", groups.join("\n  ")))?;
        page.by_role(Role::Disclosure, group).click();
        Err("its group was closed".to_owned())
    });
    page.button(action).click();
}

/// Sees that nothing of this name can be done with the case that is shown: no button, and none in a group.
pub(crate) fn may_not(tab: &Tab, action: &str) {
    let page = tab.page();
    page.button(action).gone();
    let groups = page.names(Role::Disclosure);
    assert!(!groups.iter().any(|group| group.contains(action)), "\"{action}\" is in one of {groups:?}");
}

/// Signs out, so that the next official can sign in with the same browser.
pub(crate) fn signs_out(tab: &Tab) {
    tab.page().button("Afmelden").click();
    tab.page().heading("U bent afgemeld").wait();
}

/// The day so many days from now, as the browser counts it.
pub(crate) fn in_days(tab: &Tab, days: u32) -> String {
    let date = format!("new Date(Date.now() + {days} * 864e5).toISOString().slice(0, 10)");
    tab.page().evaluate(&date).ok().and_then(|date| Some(date.as_str()?.to_owned())).unwrap_or_default()
}

/// Everybody can use this state; pictures of it for whoever asks for them.
pub(crate) fn look(tab: &Tab, state: &str) {
    tab.is_accessible(state);
    tab.pictures(state);
}

/// Waits until a page with steps has its program, which marks the entry of the history that it begins at.
pub(crate) fn waits_for_the_program(view: View<'_>) {
    wait::until("the program of the page", || match view.evaluate("history.state")?.as_f64() {
        Some(_) => Ok(()),
        None => Err("not there yet".to_owned()),
    });
}

/// Nothing of it hangs over the edge of a phone or a desktop; pictures of it for whoever asks for them.
pub(crate) fn fits(tab: &Tab, state: &str) {
    for (name, width, height) in [("desktop", 1280, 2000), ("phone", 360, 2400)] {
        tab.resize(width, height);
        wait::until(&format!("{state} to fit on a {name}"), || {
            let (content, room) = tab.page().widths()?;
            if content <= room { Ok(()) } else { Err(format!("{content} pixels wide on {room}")) }
        });
    }
    tab.pictures(state);
}

/// Everybody can use this state, on a phone as well, and it fits.
pub(crate) fn look_closely(tab: &Tab, state: &str) {
    fits(tab, state);
    tab.is_accessible(state);
    tab.resize(360, 2400);
    tab.is_accessible(state);
    tab.resize(1100, 900);
}

/// What the device holds, as JSON.
pub(crate) fn on_device(page: View<'_>) -> String {
    let kept = page.evaluate("JSON.stringify(localStorage)").ok();
    kept.and_then(|kept| Some(kept.as_str()?.to_owned())).unwrap_or_default()
}
