//! That the objects' database keeps what the seam promises, also after a crash.

use buurtstem_tests::Server;

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
