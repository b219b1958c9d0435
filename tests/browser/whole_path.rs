//! The main job from end to end: a resident on a municipal page answers a poll and sends an idea, the idea goes to
//! the responsible partner, officials answer and hand it over, the resident reads the answer.

use buurtstem_tests::browser::{Browser, Firefox, Role, Scripts, Tab, Window};
use buurtstem_tests::{Town, town::OPEN_POLL};

use crate::steps::{IDEA, Receipt, Resident, opens_case, signs_in, signs_out, wants};

const FIRST_ANSWER: &str = "Wij zijn gaan kijken. De trap is van Molenwiek Wonen; wij vragen of zij de lamp plaatsen.";
const CONCLUSION: &str =
    "De lamp bij de trap brandt. Wij hebben ook een leuning gemaakt. Is er iets niet goed? Bel ons.";

#[test]
fn from_a_municipal_page_to_the_answer() {
    let town = Town::start();
    let before = town.ballots(OPEN_POLL);
    let (home, office) = (Browser::start(Scripts::On), Browser::start(Scripts::On));
    let tab = home.tab();
    tab.go(&town.host_page());
    let resident = Resident::at_widget(&tab).looking(&Tab::is_accessible);
    resident.begins_the_poll();
    resident.fills_in_the_poll();
    resident.sends_the_answers();
    assert_eq!(town.ballots(OPEN_POLL), before + 1);

    resident.view.link("Naar het begin").click();
    let receipt = resident.sends_an_idea();
    assert_eq!(tab.complaints(), Vec::<String>::new());
    assert!(tab.address().starts_with(&town.host_page()), "the widget took the visitor away");

    officials_handle(&town, &office);

    // The link from the receipt, in a new tab: with script the page reads the fragment by itself and clears it.
    let follow = home.tab();
    follow.go(&receipt.link);
    follow.page().heading(IDEA).wait();
    reads_the_answer(&Resident::at_page(&follow).looking(&Tab::is_accessible), &receipt);
    assert!(!follow.address().contains(&receipt.code.replace('-', "")), "the key stays in the address bar");
    assert_eq!(follow.complaints(), Vec::<String>::new());
}

#[test]
fn the_same_without_scripts() {
    let town = Town::start();
    let before = town.ballots(OPEN_POLL);
    let (home, office) = (Browser::start(Scripts::Off), Browser::start(Scripts::On));
    let tab = home.tab();
    scripts_are_off(&tab);
    // On the municipal page the loader does not run, so what is left is the link inside the element.
    tab.go(&town.host_page());
    tab.page().link("Vul de peiling in of stuur uw idee").click();
    let receipt = without_the_program(&town, &tab, before, &|_, _| {});
    officials_handle(&town, &office);
    pastes_the_code(&town, &Resident::at_page(&tab), &receipt);
    scripts_are_off(&tab);
}

/// Scripts run, but the widget's program never arrives. The pages are those of a browser without scripts, and here
/// axe-core can look at them.
#[test]
fn the_same_when_the_program_does_not_arrive() {
    let town = Town::start();
    let before = town.ballots(OPEN_POLL);
    let (home, office) = (Browser::start(Scripts::On), Browser::start(Scripts::On));
    let tab = home.tab();
    tab.refuse(&[".wasm", ".js"]);
    tab.go(&town.url("/waterdam"));
    let receipt = without_the_program(&town, &tab, before, &Tab::is_accessible);
    officials_handle(&town, &office);
    pastes_the_code(&town, &Resident::at_page(&tab).looking(&Tab::is_accessible), &receipt);
}

/// The resident with Firefox; where the answer is read, the host page is out of sight.
#[test]
fn the_same_in_firefox() {
    let town = Town::start();
    let before = town.ballots(OPEN_POLL);
    let (home, office) = (Firefox::start(Scripts::On), Browser::start(Scripts::On));
    let tab = home.tab();
    tab.resize(360, 740);
    tab.go(&town.host_page());
    let resident = Resident::at_widget(&tab);
    resident.begins_the_poll();
    resident.fills_in_the_poll();
    resident.sends_the_answers();
    assert_eq!(town.ballots(OPEN_POLL), before + 1);
    resident.view.link("Naar het begin").click();
    let receipt = resident.sends_an_idea();
    assert_eq!(tab.complaints(), Vec::<String>::new());
    officials_handle(&town, &office);
    tab.go(&receipt.link);
    reads_the_answer(&Resident::at_page(&tab), &receipt);
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn the_same_in_firefox_without_scripts() {
    let town = Town::start();
    let before = town.ballots(OPEN_POLL);
    let (home, office) = (Firefox::start(Scripts::Off), Browser::start(Scripts::On));
    let tab = home.tab();
    tab.resize(360, 740);
    scripts_are_off(&tab);
    tab.go(&town.host_page());
    tab.page().link("Vul de peiling in of stuur uw idee").click();
    let receipt = without_the_program(&town, &tab, before, &|_, _| {});
    officials_handle(&town, &office);
    pastes_the_code(&town, &Resident::at_page(&tab), &receipt);
    scripts_are_off(&tab);
}

fn without_the_program<T: Window>(town: &Town, tab: &T, before: u64, look: &dyn Fn(&T, &str)) -> Receipt {
    let resident = Resident::at_page(tab).looking(look);
    resident.begins_the_poll();
    resident.fills_in_the_poll();
    resident.sends_the_answers();
    assert_eq!(town.ballots(OPEN_POLL), before + 1);
    // Sending the same form once more is the same ballot.
    tab.reload();
    tab.page().heading("Bedankt! Uw antwoorden zijn binnen").wait();
    assert_eq!(town.ballots(OPEN_POLL), before + 1);
    tab.go(&town.page(""));
    resident.sends_an_idea()
}

/// Proves that pages of this browser run no scripts: one that would say so says nothing.
fn scripts_are_off(tab: &impl Window) {
    tab.go("data:text/html,<p id=said>nothing</p><script>said.textContent = 'scripts run'</script>");
    tab.page().reads("nothing");
    tab.page().reads_no("scripts run");
}

/// The responsible official answers and offers the case to the landlord, who accepts and concludes.
fn officials_handle(town: &Town, office: &Browser) {
    let tab = office.tab();
    signs_in(town, &tab, "dewi-pattiasina");
    let page = tab.page();
    page.heading("Uw zaken").wait();
    tab.is_accessible("the work list");
    opens_case(&tab, IDEA);
    page.reads("Mijn moeder durft er niet langs.");
    tab.is_accessible("a case");
    wants(&tab, "Antwoorden");
    page.by_label("Wij doen…").fill(FIRST_ANSWER);
    tab.is_accessible("answering");
    page.button("Verstuur antwoord").click();
    page.reads("Uw antwoord is verstuurd.");
    wants(&tab, "Overdragen");
    page.by_label("Aan welke organisatie vraagt u het?").pick("Molenwiek Wonen…");
    page.by_label("Waarom vraagt u dit?").fill("De trap hoort bij uw gebouw.");
    tab.is_accessible("handing over");
    page.button("Verstuur de vraag").click();
    page.reads("De vraag om over te nemen is verstuurd.");
    signs_out(&tab);

    signs_in(town, &tab, "agnieszka-kowalska");
    page.heading("Aan u gevraagd…").wait();
    tab.is_accessible("the work list with an offer");
    opens_case(&tab, IDEA);
    page.heading("Openbare Ruimte…").wait();
    page.by_role(Role::Radio, "Ja, wij nemen de zaak over…").choose();
    tab.is_accessible("replying to an offer");
    page.button("Verstuur").click();
    page.reads("Het antwoord is genoteerd.");
    wants(&tab, "Afronden");
    page.by_role(Role::Radio, "Het is gedaan").choose();
    page.by_label("Uitleg aan de bewoner").fill(CONCLUSION);
    tab.is_accessible("concluding");
    page.button("Rond de zaak af").click();
    page.reads("De zaak is afgerond.");
    tab.is_accessible("a concluded case");
    signs_out(&tab);
    tab.is_accessible("signed out");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// The empty form of the follow page, and the code copied by hand.
fn pastes_the_code(town: &Town, resident: &Resident<'_, impl Window>, receipt: &Receipt) {
    resident.tab.go(&town.page("/volgen"));
    resident.sees("the follow page, empty");
    resident.view.by_label("Uw persoonlijke code").fill(&receipt.code.to_uppercase());
    resident.view.button("Bekijk mijn idee").click();
    reads_the_answer(resident, receipt);
}

fn reads_the_answer(resident: &Resident<'_, impl Window>, receipt: &Receipt) {
    let view = resident.view;
    view.heading(IDEA).wait();
    view.reads(&format!("Uw idee, nummer {}", receipt.number));
    view.heading("Antwoord van Molenwiek Wonen (woningcorporatie)").wait();
    view.reads("Het is gedaan");
    view.reads(CONCLUSION);
    view.reads(FIRST_ANSWER);
    // The resident does not see why one partner asked the other.
    view.reads_no("De trap hoort bij uw gebouw.");
    resident.sees("the follow page of a concluded case");
    view.by_role(Role::Radio, "Ja").choose();
    view.button("Verstuur").click();
    view.reads("Bedankt, wij weten nu wat u vindt");
    view.by_role(Role::Radio, "Ja").gone();
}
