//! The administrator keeps the sites that may show the widget, and makes what a webmaster pastes.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by panicking, its steps too")]

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, Tab, View, pictures_folder, wait};

use crate::steps::{POLL_TITLE, Resident, look, signs_in};

/// The same pages under another name are another site, which is not on the list.
fn other_site(town: &Town) -> String {
    town.host_page().replace("localhost", "elders.localhost")
}

#[test]
fn the_administrator_sees_where_the_widget_is_and_lets_another_site_show_it() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let visitor = browser.tab();
    let other = other_site(&town);
    visitor.go(&other);
    // The link stands there from the beginning; the loader says when the frame was refused.
    wait::until("the refusal", || visitor.advice().pop().ok_or_else(|| "nothing is said".to_owned()));
    visitor.go(&town.host_page());
    visitor.widget().link(&format!("{POLL_TITLE}…")).wait();

    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "henk-brouwer");
    page.link("Op uw website").click();
    page.heading("Websites die Buurtstem mogen tonen").wait();
    page.reads("1 keer geladen in de laatste 30 dagen");
    page.reads("1 keer geweigerd");
    look(&tab, "where the widget is embedded");
    let origin = other.trim_end_matches('/');
    page.button(&format!("Voeg toe {origin}")).click();
    page.reads("De website is toegevoegd.");
    page.reads_no("geweigerd");
    // Somebody else: the browser of who was refused a moment ago still has that answer, for some seconds.
    let later = Browser::start(Scripts::On);
    let later = later.tab();
    later.go(&other);
    later.widget().link(&format!("{POLL_TITLE}…")).wait();

    page.by_label("Adres van de website…").fill("geen adres");
    page.button("Voeg toe").click();
    wait::until("the address to be marked", || {
        if page.by_label("Adres van de website…").is_invalid() { Ok(()) } else { Err("it is not".to_owned()) }
    });
    look(&tab, "an address that is none");
    page.by_label("Adres van de website…").fill("www.Waterdam-Oost.example/wonen");
    page.button("Voeg toe").click();
    page.heading("https://waterdam-oost.example").wait();
    page.heading("https://www.waterdam-oost.example").wait();
    page.button("Verwijder https://www.waterdam-oost.example").click();
    page.heading("https://www.waterdam-oost.example").gone();
    page.heading("https://waterdam-oost.example").wait();
    page.reads("De website is verwijderd.");
    for site in [
        town.host_page().trim_end_matches('/'),
        origin,
        "https://waterdam-oost.example",
        "https://www.waterdam.example",
    ] {
        let remove = page.button(&format!("Verwijder {site}"));
        remove.click();
        // Its name stays among those that were refused, if it ever was.
        remove.gone();
    }
    page.reads("Er mag nog geen website. Voeg er een toe.");
    look(&tab, "no site may show the widget");
}

/// Waits until this field holds what is wanted, and returns all of it.
fn pasted(page: View<'_>, label: &str, wanted: &str) -> String {
    wait::until(&format!("{label} to hold {wanted}"), || {
        let holds = page.by_role(Role::Field, &format!("{label}…")).value();
        if holds.contains(wanted) { Ok(holds) } else { Err(holds) }
    })
}

#[test]
fn the_administrator_makes_what_a_webmaster_pastes() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "henk-brouwer");
    page.link("Op uw website").click();
    let framed = |wanted: &str| {
        wait::until(&format!("the preview to show {wanted}"), || {
            let shown =
                "document.querySelector('.site-preview__frame').contentDocument?.querySelector('h1')?.innerText ?? ''";
            let shown = page.evaluate(shown)?;
            if shown == wanted { Ok(()) } else { Err(shown.to_string()) }
        });
    };
    let tags = pasted(page, "Code om te plakken", "<buurtstem-widget municipality=\"waterdam\">");
    framed("Praat mee over uw buurt");
    look(&tab, "what a webmaster pastes");
    page.by_label("Wat moet er op de pagina staan?").pick(POLL_TITLE);
    page.by_label("In welke taal?").pick("Engels");
    let english = pasted(page, "Code om te plakken", "view=\"poll\" poll=\"prettig-in-het-donker\" language=\"en\">");
    let frame = pasted(page, "Code zonder script", "/frame/v1/waterdam/en/peilingen/prettig-in-het-donker\"");
    let link = pasted(page, "Gewone link", "/waterdam/en/peilingen/prettig-in-het-donker");
    page.by_label("Voor welke website?").pick(town.host_page().trim_end_matches('/'));
    let there = pasted(page, "Code om te plakken", "loading=\"lazy\"></iframe>\n</buurtstem-widget>");
    framed("At ease in the street after dark");
    page.by_role(Role::Radio, "Op een computer").choose();
    let width = page.evaluate("document.querySelector('.site-preview__frame').getBoundingClientRect().width");
    assert_eq!(width.ok().and_then(|width| width.as_f64()), Some(1024.0));
    look(&tab, "a preview on a desk");
    assert_eq!(tab.complaints(), Vec::<String>::new());

    let visitor = browser.tab();
    paste(&town, &visitor, &tags);
    Resident::at_widget(&visitor).begins_the_poll();
    paste(&town, &visitor, &english);
    visitor.widget().heading("At ease in the street after dark").wait();
    assert_eq!(visitor.advice(), Vec::<String>::new());
    stands_there_already(&town, &browser, &there);
    paste(&town, &visitor, &frame);
    visitor.widget().heading("At ease in the street after dark").wait();
    visitor.go(&link);
    visitor.page().heading("At ease in the street after dark").wait();
}

/// The loader takes the frame over that stands in the element: it comes once, and is as high as its content.
fn stands_there_already(town: &Town, browser: &Browser, tags: &str) {
    let visitor = browser.tab();
    paste(town, &visitor, tags);
    visitor.widget().heading("At ease in the street after dark").wait();
    let frame = "document.querySelector('buurtstem-widget > iframe').getBoundingClientRect()";
    wait::until("the frame to be as high as its content", || {
        let shown = visitor.page().evaluate(&format!("Math.round({frame}.height)"))?;
        let wanted = visitor.widget().evaluate("Math.ceil(document.body.getBoundingClientRect().height)")?;
        if shown == wanted { Ok(()) } else { Err(format!("{shown} and not {wanted}")) }
    });
    let alone = "document.querySelector('buurtstem-widget').shadowRoot.querySelector('iframe') === null";
    assert_eq!(visitor.page().evaluate(alone).ok(), Some(true.into()));
    assert_eq!(visitor.requests("GET", "/frame/v1/"), 1);
    let copies = "document.featurePolicy.allowsFeature('clipboard-write')";
    assert_eq!(visitor.widget().evaluate(copies).ok(), Some(true.into()));
    assert_eq!(visitor.advice(), Vec::<String>::new());
    assert_eq!(visitor.complaints(), Vec::<String>::new());
}

/// A page of the municipality's own site with this in it, to the letter.
fn paste(town: &Town, visitor: &Tab, tags: &str) {
    // One without a loader: the ears of that would be gone when another page is written in its place.
    visitor.go(&town.host_shape("empty"));
    visitor.page().heading("Meedoen").wait();
    let page = format!("<!doctype html><html lang=\"nl\"><title>Meedoen</title><body><h1>Meedoen</h1>{tags}");
    let write = format!("document.open(), document.write({}), document.close(), 1", serde_json::Value::from(page));
    let _ = visitor.page().evaluate(&write).expect("a page");
    visitor.page().heading("Meedoen").wait();
}

#[test]
fn the_code_on_a_poster_leads_to_what_it_says() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "henk-brouwer");
    page.link("Op uw website").click();
    let link = "Poster op A4, om af te drukken of op te slaan als PDF";
    page.link(link).click();
    let poster = browser.opened_tab("/waterdam/nl/affiche");
    poster.page().heading("Praat mee over uw buurt").wait();
    look(&poster, "a poster");
    assert_eq!(says(&poster, "poster"), town.url("/waterdam"));
    drop(poster);
    page.by_label("Wat moet er op de pagina staan?").pick(POLL_TITLE);
    page.link(link).click();
    let poster = browser.opened_tab("/prettig-in-het-donker/affiche");
    poster.page().heading(POLL_TITLE).wait();
    poster.page().reads("/waterdam/p/");
    look(&poster, "a poster of a poll");
    poster.lays_out_on_paper();
    let address = says(&poster, "poster of a poll");
    let pdf = poster.prints();
    // One sheet, as the file itself counts.
    assert!(String::from_utf8_lossy(&pdf).contains("/Count 1\n"), "not one sheet");
    if let Some(folder) = pictures_folder() {
        std::fs::write(folder.join("a-poster.pdf"), pdf).expect("a file");
    }
    assert_eq!(poster.complaints(), Vec::<String>::new());
    poster.go(&address);
    poster.page().heading(POLL_TITLE).wait();
    poster.page().button("Volgende").wait();
}

/// What a reader of QR codes sees on the screen.
fn says(tab: &Tab, name: &str) -> String {
    let file = std::env::temp_dir().join(format!("buurtstem-{}-{}.png", std::process::id(), name.replace(' ', "-")));
    tab.picture(&file);
    let picture = std::fs::File::open(&file).expect("a picture");
    let mut reader = png::Decoder::new(std::io::BufReader::new(picture)).read_info().expect("a picture");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let read = reader.next_frame(&mut pixels).expect("pixels");
    let _ = std::fs::remove_file(&file);
    let (width, depth) = (usize::try_from(read.width).expect("a width"), read.color_type.samples());
    let height = usize::try_from(read.height).expect("a height");
    // The page is black and white where it matters: one colour says how dark it is.
    let grey = |x: usize, y: usize| pixels[(y * width + x) * depth];
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    let codes = prepared.detect_grids();
    assert_eq!(codes.len(), 1, "codes on the {name}");
    codes[0].decode().expect("a code that can be read").1
}
