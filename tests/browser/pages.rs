//! Every page of the demo municipality: accessible in light and dark, and usable at 320 pixels.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, Tab, wait};
use buurtstem_tests::town::REPORTED_POLL;

use crate::steps::Resident;

/// A page of 1280 pixels at 400 %: nothing may need scrolling sideways (WCAG 1.4.10).
const NARROW: (u32, u32) = (320, 256);

fn fits(tab: &Tab, state: &str) {
    for view in [Some(tab.page()), tab.frame(0).ok()].into_iter().flatten() {
        wait::until(&format!("{state} to fit on a narrow screen"), || {
            let (content, room) = view.widths()?;
            if content <= room { Ok(()) } else { Err(format!("{content} pixels wide on {room}")) }
        });
    }
}

#[test]
fn the_poll_and_an_idea_fit_on_the_narrowest_screen() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.resize(NARROW.0, NARROW.1);
    tab.go(&town.host_page());
    // The frame loads when it comes near the screen.
    tab.page().link("Praat mee").click();
    let resident = Resident::at_widget(&tab).looking(&fits);
    resident.begins_the_poll();
    resident.fills_in_the_poll();
    resident.sends_the_answers();
    resident.view.link("Naar het begin").click();
    let receipt = resident.sends_an_idea();
    // In a tab of its own: the receipt in the frame asks before it is left.
    let follow = browser.tab();
    follow.resize(NARROW.0, NARROW.1);
    follow.go(&receipt.link);
    follow.page().heading("Wat is er gebeurd?").wait();
    fits(&follow, "the follow page");
}

#[test]
fn every_public_page_is_accessible_and_fits() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let view = tab.page();
    let sound = |state: &str| {
        tab.is_accessible(state);
        tab.resize(NARROW.0, NARROW.1);
        fits(&tab, state);
        tab.resize(1100, 900);
    };
    for (address, heading) in [
        (town.page(""), "Praat mee over uw buurt"),
        (town.page(&format!("/peilingen/{REPORTED_POLL}")), "Wat doen we met uw antwoorden?"),
        (town.page("/peilingen/plein-oude-sluis"), "Wij zijn nog bezig met de antwoorden"),
        (town.page("/idee"), "Uw idee voor de buurt"),
        (town.page("/volgen"), "Hoe staat het met uw idee?"),
        (town.page("/initiatieven"), "Dit bedachten bewoners"),
        (town.page("/privacy"), "Uw privacy"),
        (town.page("/toegankelijkheid"), "Toegankelijkheid"),
        (town.url("/waterdam/ar/privacy"), "خصوصيتك"),
        (town.url("/waterdam/en"), "Have your say about your neighbourhood"),
        (town.url(&format!("/waterdam/en/peilingen/{REPORTED_POLL}")), "What do we do with your answers?"),
        (town.url("/waterdam/en/idee"), "Your idea for the neighbourhood"),
    ] {
        tab.go(&address);
        view.heading(heading).wait();
        sound(&address);
    }
    tab.go(&town.page("/initiatieven"));
    view.heading("Dit bedachten bewoners").wait();
    let titles: Vec<String> = [
        "Een lamp bij de trap naar de sluis…",
        "Samen eten op vrijdag…",
        "Drempels in de Zeilstraat…",
        "Banken op de weg naar de winkels…",
        "Een plek om te basketballen…",
        "Practising Dutch together…",
    ]
    .map(str::to_owned)
    .into();
    for title in &titles {
        view.link(title).click();
        view.by_role(Role::Heading, "Wat is er gebeurd?").wait();
        sound(title);
        tab.back();
        view.heading("Dit bedachten bewoners").wait();
    }
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// Small groups are hidden, and hidden so that no subtraction brings them back.
#[test]
fn results_hide_small_groups_and_say_why() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.page(&format!("/peilingen/{REPORTED_POLL}")));
    let view = tab.page();
    view.heading("Wat wij doen").wait();
    view.reads("Wij leggen op de Molenweg een zebrapad aan");
    view.reads("182 mensen deden mee.");
    view.reads("De mensen die meededen, zijn geen steekproef.");
    view.reads("Niet te zien: Deze groep is te klein. Zo blijft u anoniem.");
    for buurt in ["Rietlanden", "Kade-Zuid"] {
        assert!(!view.names(Role::Disclosure).iter().any(|name| name == buurt), "{buurt} is shown by itself");
    }
}

#[test]
fn a_device_may_install_the_pages_and_no_other() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.page(""));
    tab.page().heading("Praat mee over uw buurt").wait();
    wait::until("the pages to be installable", || match tab.lacks_for_installing() {
        lacking if lacking.is_empty() => Ok(()),
        lacking => Err(format!("{lacking:?}")),
    });
    // What only one person sees is no program.
    tab.go(&town.page("/volgen"));
    tab.page().heading("Hoe staat het met uw idee?").wait();
    assert_eq!(tab.lacks_for_installing(), ["no-manifest"]);
}
