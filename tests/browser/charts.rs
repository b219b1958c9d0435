//! Pictures of the figures: what a screen reader gets of them, on every screen and in every colour, and their files.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, its helping functions too"
)]

use std::path::PathBuf;

use buurtstem_tests::browser::{Browser, Role, Scripts, Tab, pictures_folder, wait};
use buurtstem_tests::{Town, town::REPORTED_POLL};

use xtask::workspace::Workspace;

use crate::steps::signs_in;

const QUESTION: &str = "Welke oversteekplaats moet als eerste veiliger?";

/// A folder of one test, for what a person saves.
struct Folder(PathBuf);

impl Folder {
    fn of(test: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("buurtstem-{}-{test}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    /// Waits for a file of this name, whole.
    fn holds(&self, name: &str) -> Vec<u8> {
        wait::until(&format!("the file {name}"), || {
            let bytes = std::fs::read(self.0.join(name)).map_err(|error| error.to_string())?;
            if bytes.is_empty() { Err("it is empty".to_owned()) } else { Ok(bytes) }
        })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The size of a PNG file.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

fn fits(tab: &Tab, width: u32) {
    tab.resize(width, 800);
    let (content, room) = tab.page().widths().unwrap();
    assert!(content <= room, "{content} on {room}");
}

#[test]
fn a_picture_says_the_main_thing_and_has_its_table_and_its_files() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let folder = Folder::of("pictures");
    tab.saves_in(&folder.0);
    tab.go(&town.page(&format!("/peilingen/{REPORTED_POLL}")));
    let view = tab.page();
    view.heading(QUESTION).wait();
    view.by_role(Role::Image, "Staafdiagram. Het vaakst gekozen: Molenweg, bij basisschool De Wiek, 54%…").wait();
    view.by_role(Role::Image, "Gestapelde balken. Gemiddeld 2,4 van 5, marge 2,3 tot 2,6.").wait();
    // No opinion is counted, and is no part of the percentages.
    view.reads("25 mensen telt niet mee in de percentages");
    view.by_role(Role::Disclosure, "Bekijk deze cijfers in een tabel").nth(0).click();
    view.by_role(Role::Table, &format!("{QUESTION} (Iedereen)")).wait();
    tab.is_accessible("pictures of the figures");
    for width in [360, 1280] {
        fits(&tab, width);
    }

    view.by_role(Role::Button, &format!("Bewaar als PNG-plaatje: {QUESTION}")).click();
    let (width, height) = size(&folder.holds(&format!("{REPORTED_POLL}-welke-oversteek.png")));
    assert!(width == 1440 && height > 500, "{width} by {height}");
    view.link(&format!("Bewaar als SVG-plaatje: {QUESTION}")).click();
    let svg = folder.holds(&format!("{REPORTED_POLL}-welke-oversteek.svg"));
    assert!(svg.starts_with(b"<svg "));
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn without_script_there_is_the_picture_and_no_button_that_does_nothing() {
    let town = Town::start();
    let browser = Browser::start(Scripts::Off);
    let tab = browser.tab();
    tab.go(&town.page(&format!("/peilingen/{REPORTED_POLL}")));
    let view = tab.page();
    view.by_role(Role::Image, "Staafdiagram. Het vaakst gekozen: Molenweg…").wait();
    view.link(&format!("Bewaar als SVG-plaatje: {QUESTION}")).wait();
    assert!(view.names(Role::Button).iter().all(|name| !name.contains("PNG")));
}

#[test]
fn an_official_takes_a_picture_along() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let folder = Folder::of("officials-pictures");
    tab.saves_in(&folder.0);
    signs_in(&town, &tab, "sanne-visser");
    tab.go(&town.url(&format!("/admin/peilingen/{REPORTED_POLL}")));
    let view = tab.page();
    view.by_role(Role::Disclosure, "Plaatje voor brief of site").nth(0).click();
    wait::until("the picture to be drawn", || {
        let width = view.evaluate("document.querySelector('details[open] img.picture')?.naturalWidth ?? 0")?;
        if width == 720 { Ok(()) } else { Err(format!("it is {width} wide")) }
    });
    tab.is_accessible("a picture for officials");
    view.by_role(Role::Button, &format!("Bewaar als PNG-plaatje: Plaatje voor brief of site, {QUESTION}")).click();
    let (width, _) = size(&folder.holds(&format!("{REPORTED_POLL}-welke-oversteek.png")));
    assert_eq!(width, 1440);
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// An administrator loads the map, and residents see it with the figures of each buurt.
#[test]
fn a_map_shows_the_figures_of_each_area() {
    const CHOSEN_BY_AREA: &str = "Kaart. Deel dat ‘Molenweg, bij basisschool De Wiek’ koos, per buurt…";
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let view = tab.page();
    tab.go(&town.page(&format!("/peilingen/{REPORTED_POLL}")));
    view.heading("Cijfers per buurt").wait();
    assert!(!view.names(Role::Image).iter().any(|name| name.starts_with("Kaart.")));

    signs_in(&town, &tab, "henk-brouwer");
    tab.go(&town.url("/admin/peilingen"));
    view.by_role(Role::Disclosure, "Kaart van de buurten").click();
    view.button("Laad deze kaart").click();
    view.link("Bestand met de grenzen (GeoJSON): Kies eerst een bestand.").wait();
    tab.is_accessible("the form for the map");
    tab.chooses_file("input[type=file]", &Workspace::find().path("demo/areas.geojson"));
    view.button("Laad deze kaart").click();
    view.reads("De kaart is geladen: 7 gebieden staan erop.");

    // The browser keeps a page for some seconds.
    wait::until("the page with maps", || {
        tab.go(&town.page(&format!("/peilingen/{REPORTED_POLL}")));
        view.heading("Cijfers per buurt").wait();
        if view.by_role(Role::Image, CHOSEN_BY_AREA).is_there() {
            Ok(())
        } else {
            Err(format!("{:#?}", view.names(Role::Image)))
        }
    });
    tab.is_accessible("maps of the figures");
    for width in [360, 1280] {
        fits(&tab, width);
    }
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// Whatever stands in the picture or its table is on the paper too, whole, and nothing that only a screen needs.
#[test]
fn pictures_and_tables_are_printed_and_nothing_is_cut_off() {
    let town = Town::start();
    let map = std::fs::read_to_string(Workspace::find().path("demo/areas.geojson")).unwrap();
    let map: serde_json::Value = serde_json::from_str(&map).unwrap();
    let administrator = town.official("henk-brouwer");
    let _ = administrator.put("/api/v1/admin/area-map", &map).expect(200);
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let view = tab.page();
    wait::until("the page with maps", || {
        tab.go(&town.page(&format!("/peilingen/{REPORTED_POLL}")));
        view.heading("Cijfers per buurt").wait();
        let there = view.names(Role::Image).iter().any(|name| name.starts_with("Kaart."));
        if there { Ok(()) } else { Err("there is none yet".to_owned()) }
    });
    let count = |selector: &str| {
        let seen = format!(
            "[...document.querySelectorAll('main {selector}')].filter(it => {{
                const box = it.getBoundingClientRect();
                return box.width > 40 && box.height > 20 && box.left >= 0 && box.right <= innerWidth + 1
                    && it.checkVisibility({{ contentVisibilityAuto: true, visibilityProperty: true }});
            }}).length"
        );
        let all = format!("document.querySelectorAll('main {selector}').length");
        (view.evaluate(&seen).unwrap().as_u64().unwrap(), view.evaluate(&all).unwrap().as_u64().unwrap())
    };
    let (on_screen, tables) = count("table");
    assert!(on_screen < tables, "on a screen tables stand behind a button");

    tab.lays_out_on_paper();
    for (what, least) in [("table", 5), ("[role=img]", 5), (".map", 1)] {
        let (printed, all) = count(what);
        assert!(all >= least && printed == all, "{printed} of {all} {what}");
    }
    assert_eq!(count(".picture-files").0, 0, "buttons are not printed");
    // No box that scrolls or hides what is wider than the paper.
    let cut = "[...document.querySelectorAll('main *')].filter(it => {
            const style = getComputedStyle(it);
            return style.overflowX !== 'visible' && style.display !== 'inline' && !it.closest('svg, .visually-hidden')
                && it.clientWidth > 1 && it.scrollWidth > it.clientWidth + 1;
        }).map(it => it.className + ': ' + it.scrollWidth + ' in ' + it.clientWidth).join('; ')";
    assert_eq!(view.evaluate(cut).unwrap(), "");
    let (content, room) = view.widths().unwrap();
    assert!(content <= room, "{content} on {room}");
    // Bars are ink and not background, which printers leave out.
    let exact = "[...document.querySelectorAll('main .figure__part, main .tone')]
        .every(it => getComputedStyle(it).printColorAdjust === 'exact')";
    assert_eq!(view.evaluate(exact).unwrap(), true);
    let pdf = tab.prints();
    assert!(pdf.starts_with(b"%PDF-") && pdf.len() > 50_000, "{} bytes", pdf.len());
    if let Some(folder) = pictures_folder() {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("figures-on-paper.pdf"), pdf).unwrap();
    }
}
