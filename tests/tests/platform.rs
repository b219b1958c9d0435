//! That the parts of the platform work together: objects, files, hydration, embedding.

use buurtstem_tests::{
    Browser, Server,
    browser::{Role, Scripts, wait},
};

#[test]
fn the_objects_database_does_what_the_seam_promises() {
    let server = Server::start().unwrap();
    let mut answer = ureq::post(server.url("/test/conformance")).send_empty().unwrap();
    assert_eq!(answer.body_mut().read_to_string().unwrap(), "\"conforms\"");
}

#[test]
fn what_was_acknowledged_survives_a_crash() {
    let mut server = Server::start().unwrap();
    let path = server.url("/api/v1/municipalities/kleinstad");
    let key = format!("Bearer {}", server.operator_key());
    ureq::put(&path)
        .header("authorization", key)
        .content_type("application/json")
        .send(include_str!("../../shared/tests/data/small-municipality.json"))
        .unwrap();
    server.crash_and_restart().unwrap();
    let mut answer = ureq::get(&path).call().unwrap();
    assert!(answer.body_mut().read_to_string().unwrap().contains("Kleinstad"));
}

#[test]
fn the_client_takes_over_the_page() {
    let server = Server::start().unwrap();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&server.url("/"));
    let count = || tab.page().evaluate("document.getElementById('count').innerText").unwrap();
    wait::until("a button that counts", || {
        tab.page().button("Eén erbij").click();
        if count() == "3" { Err("still 3".to_owned()) } else { Ok(()) }
    });
    assert_eq!(tab.complaints(), Vec::<String>::new());
    assert_eq!(tab.page().names(Role::Button).len(), 1, "taken over, not drawn twice");
}

#[test]
fn the_page_is_complete_without_script() {
    let server = Server::start().unwrap();
    let browser = Browser::start(Scripts::Off);
    let tab = browser.tab();
    tab.go(&server.url("/"));
    tab.page().button("Eén erbij").click();
    tab.page().reads("3");
}
