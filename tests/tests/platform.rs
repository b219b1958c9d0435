//! That the parts of the platform work together: objects, files, hydration, embedding.

use buurtstem_tests::{Browser, Server};

#[test]
fn the_objects_database_does_what_the_seam_promises() {
    let server = Server::start().unwrap();
    let mut answer = ureq::get(server.url("/api/v1/spike")).call().unwrap();
    assert_eq!(answer.body_mut().read_to_string().unwrap(), "0");
}

#[test]
fn what_was_acknowledged_survives_a_crash() {
    let mut server = Server::start().unwrap();
    let count = |server: &Server| {
        let mut answer = ureq::post(server.url("/api/v1/spike")).send_empty().unwrap();
        answer.body_mut().read_to_string().unwrap()
    };
    assert_eq!(count(&server), "1");
    server.crash_and_restart().unwrap();
    assert_eq!(count(&server), "2");
}

#[test]
fn the_client_takes_over_the_page() {
    let server = Server::start().unwrap();
    let browser = Browser::start().unwrap();
    browser.open(&server.url("/")).unwrap();
    browser
        .wait("a button that counts", || {
            browser.click("button", "Eén erbij")?;
            let count = browser.by_css("#count")?;
            Ok((browser.text_of(&count[0])? != "3").then_some(()))
        })
        .unwrap();
    assert_eq!(browser.console().unwrap(), Vec::<String>::new());
    assert_eq!(browser.by_css("#count").unwrap().len(), 1, "taken over, not drawn twice");
}

#[test]
fn the_page_is_complete_without_script() {
    let server = Server::start().unwrap();
    let setup = buurtstem_tests::browser::Setup { javascript: false, ..Default::default() };
    let browser = Browser::start_with(setup).unwrap();
    browser.open(&server.url("/")).unwrap();
    browser.click("button", "Eén erbij").unwrap();
    browser.sees("3").unwrap();
}

#[test]
fn the_officials_program_reaches_the_api() {
    let server = Server::start().unwrap();
    let browser = Browser::start().unwrap();
    browser.open(&server.url("/admin")).unwrap();
    browser.sees("1").unwrap();
    assert_eq!(browser.console().unwrap(), Vec::<String>::new());
}

#[test]
fn a_host_page_on_another_site_gets_the_frame_or_else_a_link() {
    let server = Server::start_with_host("nergens").unwrap();
    let browser = Browser::start().unwrap();
    browser.open(&server.host_origin().unwrap()).unwrap();
    let address = browser
        .wait("the frame's address", || {
            let address = browser.run(
                "return document.querySelector('buurtstem-widget').shadowRoot?.querySelector('iframe')?.src || null",
                &[],
            )?;
            Ok(address.as_str().map(str::to_owned))
        })
        .unwrap();
    let host = server.host_origin().unwrap().replace(':', "%3A").replace('/', "%2F");
    assert_eq!(address, server.url(&format!("/frame/v1/nergens/nl?host={host}")));
    // There is no such municipality, so the frame stays silent and the link takes its place.
    browser
        .wait("the link alone", || {
            let hidden = browser.run(
                "return document.querySelector('buurtstem-widget').shadowRoot.querySelector('iframe').style.display",
                &[],
            )?;
            Ok((hidden == "none").then_some(()))
        })
        .unwrap();
    browser.sees("Open Buurtstem op een eigen pagina").unwrap();
    let console = browser.console().unwrap().join("\n");
    assert!(console.contains("is not a registered site"), "{console}");
}
