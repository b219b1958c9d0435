//! Taking the house style over from a page of the municipality's own site, which has a strict policy, and that the
//! loader says nothing to us otherwise.
#![expect(clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking, its helping functions too")]

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Firefox, Scripts, Window, wait};
use serde_json::{Value, json};

use crate::steps::{POLL_TITLE, look, signs_in};

const ROUTE: &str = "/api/v1/admin/house-style/takeover";
const FRAGMENT: &str = "#buurtstem-huisstijl=";
const DONE: &str = "Overgenomen. Ga terug naar Buurtstem.";
/// What `demo/host/shapes.js` has for the whole page and for a part of it, as far as it is asked for.
const THEME: &str = ":root {
  --utrecht-button-primary-action-background-color: #a33b00;
  --utrecht-button-primary-action-color: rgb(255 255 255);
  --utrecht-document-background-color: #ffffff;
  --utrecht-document-color: #1d2a2e;
  --utrecht-document-font-family: \"Open Sans\", sans-serif;
  --utrecht-link-color: #0b4f5c;
  --utrecht-textbox-border-color: #f2f2f2;
}
";

#[test]
fn an_administrator_takes_the_house_style_over_from_the_site() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    let site = town.host_page().trim_end_matches('/').to_owned();
    signs_in(&town, &tab, "henk-brouwer");
    page.link("Huisstijl").click();
    page.heading("Overnemen van uw website").wait();
    page.by_label("Welke pagina?…").wait();
    look(&tab, "take over a site");
    page.button("Huisstijl overnemen van deze site").click();
    wait::until("the list of sites to be marked", || {
        if page.by_label("Van welke website?…").is_invalid() { Ok(()) } else { Err("it is not".to_owned()) }
    });
    look(&tab, "take over no site");
    page.by_label("Van welke website?…").pick(&site);

    // It can be stopped, and begun again.
    let begins = |shape: &str| {
        page.by_label("Welke pagina?…").fill(&format!("/proef/{shape}"));
        page.button("Huisstijl overnemen van deze site").click();
        page.reads("Wij wachten op uw website.");
    };
    begins("themed");
    page.has_focus(buurtstem_tests::browser::Role::Heading, "Open nu de pagina van uw website");
    look(&tab, "take over waits");
    page.button("Stoppen").click();
    page.reads("Het overnemen is gestopt.");

    // A page that has nothing.
    begins("strict");
    page.link("Open de pagina (nieuw tabblad)").click();
    // Closed as soon as it has been read: a tab behind another draws nothing.
    browser.opened_tab("/proef/strict").widget().reads(DONE);
    page.reads("Op deze pagina staat geen kleur of letter die wij kennen.");
    look(&tab, "take over found nothing");

    // One that ends before it came.
    begins("themed");
    let _ = town.official("henk-brouwer").post(&format!("{ROUTE}/removal"), &json!({})).expect(200);
    page.reads("Er kwam niets binnen.");

    begins("themed");
    page.link("Open de pagina (nieuw tabblad)").click();
    let opened = browser.opened_tab("/proef/themed");
    opened.widget().reads(DONE);
    opened.is_accessible("a page whose house style is taken over");
    opened.pictures("take over on the site");
    assert!(!opened.address().contains('#'), "{}", opened.address());
    assert_eq!((opened.complaints(), opened.advice()), (Vec::new(), Vec::<String>::new()));
    // The page shows the widget again.
    opened.reload();
    opened.widget().link(&format!("{POLL_TITLE}…")).wait();
    drop(opened);
    page.reads("Er zijn 7 waarden overgenomen.");
    page.heading("Zo gaat het eruitzien").wait();
    page.reads("Rand van een veld: #f2f2f2 is niet goed te zien op de achtergrond (#ffffff).");
    assert_eq!(page.by_label("Het thema, als CSS of JSON…").value(), THEME);
    look(&tab, "take over came");
    page.button("Opslaan en aan bewoners tonen").click();
    page.reads("De huisstijl is opgeslagen.");
    assert_eq!(tab.complaints(), Vec::<String>::new());
    let stored = town.official("henk-brouwer").get("/api/v1/admin/house-style").expect(200).json();
    assert_eq!(stored["style"]["light"]["--button"], "#a33b00");
}

/// The same in whatever browser, from the key on.
fn takes_over(town: &Town, tab: &impl Window) {
    let site = town.host_page().trim_end_matches('/').to_owned();
    let keeper = town.official("henk-brouwer");
    let begun = keeper.post(ROUTE, &json!({ "site": site })).expect(200).json();
    let key = begun["key"].as_str().unwrap_or_else(|| panic!("{begun}"));
    tab.go(&format!("{}{FRAGMENT}{key}", town.host_shape("themed")));
    tab.widget().reads(DONE);
    assert_eq!(keeper.get(ROUTE).expect(200).json(), json!({ "state": "came", "theme": THEME }));
    // A key that is used up changes nothing, and the visitor is told.
    tab.go(&town.host_shape("plain"));
    tab.go(&format!("{}{FRAGMENT}{key}", town.host_shape("themed")));
    tab.widget().reads("Dit is niet gelukt.");
    assert_eq!(keeper.get(ROUTE).expect(200).json()["theme"], THEME);
}

#[test]
fn firefox_takes_a_house_style_over_as_well() {
    let town = Town::start();
    takes_over(&town, &Firefox::start(Scripts::On).tab());
}

#[test]
fn without_a_key_a_page_tells_nothing() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_shape("themed"));
    tab.widget().link(&format!("{POLL_TITLE}…")).wait();
    assert_eq!((tab.requests("GET", "huisstijl"), tab.requests("POST", "")), (0, 0));
    // Not even our own frame is answered.
    let listens = "window.heard = []; addEventListener('message', ({ data }) => heard.push(data)); 1";
    let _ = wait::until("the frame to listen", || tab.widget().evaluate(listens));
    let asks = format!(
        "{{ const frame = document.querySelector('buurtstem-widget').shadowRoot.querySelector('iframe');
            const data = {{ source: 'buurtstem', v: 1, type: 'tokens', names: ['utrecht-link-color'] }};
            dispatchEvent(new MessageEvent('message', {{ data, origin: '{origin}', source: frame.contentWindow }}));
            frame.contentWindow.postMessage('the end', '{origin}'); 1 }}",
        origin = town.url("").trim_end_matches('/'),
    );
    let _ = wait::until("the page to ask", || tab.page().evaluate(&asks));
    let heard = wait::until("the frame to hear the end", || {
        let heard = tab.widget().evaluate("JSON.stringify(heard)")?;
        let heard: Value =
            serde_json::from_str(heard.as_str().unwrap_or_default()).map_err(|error| error.to_string())?;
        let last = heard.as_array().and_then(|heard| heard.last().cloned());
        if last == Some(json!("the end")) { Ok(heard) } else { Err(heard.to_string()) }
    });
    assert_eq!(heard, json!(["the end"]));
}
