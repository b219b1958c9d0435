//! That the objects' database keeps what the seam promises, also after a crash.

use buurtstem_tests::Server;
use xtask::{build::Loader, embed, workspace::Workspace};

#[test]
fn the_loader_of_this_version_is_released_and_every_released_one_is_served() {
    let server = Server::start().unwrap();
    let get = |path: &str| ureq::get(server.url(path)).call().unwrap().body_mut().read_to_vec().unwrap();
    let workspace = Workspace::find();
    embed::check_released(&workspace, &Loader::of(&get("/embed/v1.js"))).unwrap();
    let released = std::fs::read_dir(workspace.path("frontend/embed/released")).unwrap();
    for file in released.map(|file| file.unwrap().path()) {
        let name = file.file_name().unwrap().to_str().unwrap();
        assert_eq!(get(&format!("/embed/{name}")), std::fs::read(&file).unwrap(), "{name}");
    }
}

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
