//! Sites on the real router and store.

use axum::{body::Body, http::Request};
use serde_json::{Value, json};
use shared::{
    municipality_file::MAX_SITES,
    wire::sites::{SiteList, SiteView},
};

use crate::{
    objects::ObjectClass,
    store::{MemorySql, Sql, audit},
    testing::{Answer, Installation, ready, small_file},
};

const ROOT: &str = "/api/v1/admin/sites";
const DAY: i64 = 24 * 3_600_000;

fn administrator(installation: &Installation, method: &str, path: &str, body: &Value) -> Answer {
    let cookie = installation.sign_in("kleinstad", "ali");
    installation.official(&cookie, method, path, body)
}

fn list(installation: &Installation) -> SiteList {
    administrator(installation, "GET", ROOT, &Value::Null).json()
}

fn add(installation: &Installation, address: &str, both: bool) -> Answer {
    administrator(installation, "POST", ROOT, &json!({ "address": address, "both": both }))
}

fn remove(installation: &Installation, origin: &str) -> Answer {
    administrator(installation, "POST", &format!("{ROOT}/removal"), &json!({ "origin": origin }))
}

fn origins(sites: &[SiteView]) -> Vec<&str> {
    sites.iter().map(|site| site.origin.as_str()).collect()
}

fn named_now(installation: &Installation, origin: &str) -> Option<bool> {
    list(installation).sites.iter().find(|site| site.origin == origin).map(|site| site.in_file)
}

/// A host page asks for the widget, as a browser says it.
fn load(installation: &Installation, address: &str, headers: &[(&str, &str)]) -> Answer {
    let request = Request::get(address).header("sec-fetch-dest", "iframe").header("sec-fetch-site", "cross-site");
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    installation.send(request.body(Body::empty()).unwrap())
}

fn ancestors(installation: &Installation) -> String {
    let frame = installation.get("/frame/v1/kleinstad/nl");
    frame.header("content-security-policy").split_once("frame-ancestors ").unwrap().1.to_owned()
}

#[test]
fn an_administrator_adds_both_forms_and_takes_one_away() {
    let installation = Installation::new();
    let before = ancestors(&installation);
    let added = add(&installation, "Nieuw.example/pagina", true);
    assert_eq!(added.status, 200, "{}", added.text());
    assert_eq!(ancestors(&installation), format!("{before} https://nieuw.example https://www.nieuw.example"));
    assert_eq!(add(&installation, "https://nieuw.example", true).status, 400, "both are there");
    assert_eq!(add(&installation, "geen adres", false).status, 400);
    assert_eq!(add(&installation, "http://onveilig.example", false).status, 400);
    let left: SiteList = remove(&installation, "https://www.nieuw.example").json();
    assert_eq!(origins(&left.sites).last(), Some(&"https://nieuw.example"));
    assert_eq!(ancestors(&installation), format!("{before} https://nieuw.example"));
    assert_eq!(remove(&installation, "https://www.nieuw.example").status, 404);
    let actions = installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        assert_eq!(audit::first_break(sql).unwrap(), None);
        let rows =
            sql.query("SELECT action, object FROM audit WHERE action LIKE 'site.%' ORDER BY number", &[]).unwrap();
        rows.iter().map(|row| format!("{} {}", row.text("action").unwrap(), row.text("object").unwrap())).collect()
    });
    let actions: Vec<String> = actions.unwrap();
    assert_eq!(
        actions,
        [
            "site.add site:https://nieuw.example",
            "site.add site:https://www.nieuw.example",
            "site.remove site:https://www.nieuw.example"
        ]
    );
}

#[test]
fn there_are_so_many_sites_at_most_and_one_too_many_leaves_nothing_behind() {
    let installation = Installation::new();
    let first = list(&installation).sites.len();
    for number in first..MAX_SITES - 1 {
        assert_eq!(add(&installation, &format!("https://x{number}.example"), false).status, 200, "{number}");
    }
    let refused = add(&installation, "https://te-veel.example", true);
    assert_eq!((refused.status.as_u16(), list(&installation).sites.len()), (400, MAX_SITES - 1));
    assert_eq!(add(&installation, "https://te-veel.example", false).status, 200);
}

#[test]
fn only_administrators_keep_sites() {
    let installation = Installation::new();
    for official in ["sanne", "wil", "els", "rik"] {
        let cookie = installation.sign_in("kleinstad", official);
        assert_eq!(installation.official(&cookie, "GET", ROOT, &Value::Null).status, 403, "{official}");
        let body = json!({ "address": "https://nieuw.example", "both": false });
        assert_eq!(installation.official(&cookie, "POST", ROOT, &body).status, 403, "{official}");
    }
}

#[test]
fn the_operators_file_and_the_administrator_do_not_undo_each_other() {
    let installation = Installation::new();
    let mut file = small_file();
    let first = file.settings.sites[0].clone();
    assert_eq!(add(&installation, "https://eigen.example", false).status, 200);
    assert_eq!(remove(&installation, &first).status, 200);
    file.settings.sites.push("https://nieuw-in-bestand.example".to_owned());
    file.settings.sites.push("https://eigen.example".to_owned());
    installation.load("kleinstad", &file);
    let sites = list(&installation).sites;
    assert!(!origins(&sites).contains(&first.as_str()), "what was taken away does not come back with a file");
    assert_eq!(named_now(&installation, "https://eigen.example"), Some(true));
    assert_eq!(named_now(&installation, "https://nieuw-in-bestand.example"), Some(true));
    file.settings.sites.clear();
    installation.load("kleinstad", &file);
    assert_eq!(origins(&list(&installation).sites), ["https://eigen.example"], "what was added stays");
    assert_eq!(named_now(&installation, "https://eigen.example"), Some(false));
    // Nor does it come back when the file forgets it and names it again.
    file.settings.sites = vec![first.clone(), "https://eigen.example".to_owned()];
    installation.load("kleinstad", &file);
    assert_eq!(origins(&list(&installation).sites), ["https://eigen.example"]);
    assert_eq!(add(&installation, &first, false).status, 200, "an administrator may bring it back");
    assert!(ancestors(&installation).contains(&first));
    file.settings.sites.clear();
    installation.load("kleinstad", &file);
    assert!(ancestors(&installation).contains(&first), "and then it stays as well");
    for origin in [first.as_str(), "https://eigen.example"] {
        assert_eq!(remove(&installation, origin).status, 200, "{origin}");
    }
    assert_eq!(ancestors(&installation), "'self'");
}

#[test]
fn loads_and_refusals_are_counted_by_day_and_origin_and_nothing_else() {
    let installation = Installation::new();
    let site = small_file().settings.sites[0].clone();
    let frame = format!("/frame/v1/kleinstad/nl?host={site}");
    let look = |address: &str, headers: &[(&str, &str)]| {
        assert_eq!(load(&installation, address, headers).status, 200, "{address}");
    };
    look(&frame, &[("user-agent", "iets"), ("x-forwarded-for", "192.0.2.7")]);
    // Sent again from memory, and handed in with the next batch.
    look(&frame, &[]);
    look(&frame, &[]);
    // Not a host page that loads: a page of the frame itself, a page on its own, a page fetched beforehand.
    installation.get(&frame);
    look(&frame, &[("sec-purpose", "prefetch")]);
    let stored =
        |sql: &MemorySql| sql.query("SELECT sum(loaded) AS loaded FROM site_day", &[]).unwrap()[0].integer("loaded");
    let stored = || installation.objects.inspect(ObjectClass::Municipality, "kleinstad", stored).unwrap().unwrap();
    assert_eq!(stored(), 1);
    // Who looks at the counts sees all that this isolate knows.
    assert_eq!((list(&installation).sites[0].loads, stored()), (3, 3));
    installation.objects.advance(60_000);
    look(&frame, &[]);
    // A plain frame names no host; the browser does, and is believed before an address.
    look("/frame/v1/kleinstad/nl?host=https://verzonnen.example", &[("referer", &format!("{site}/wonen/bij-mij?ik"))]);
    look("/frame/v1/kleinstad/nl?host=https://vreemd.example", &[]);
    installation.objects.advance(60_000);
    look("/frame/v1/kleinstad/nl?host=https://vreemd.example", &[]);
    let seen = list(&installation);
    assert_eq!(seen.sites[0].loads, 5);
    assert_eq!(seen.sites[0].last_on, Some(installation.edge.now().dutch_date()));
    assert_eq!((seen.refused[0].origin.as_str(), seen.refused[0].times), ("https://vreemd.example", 2));
    let stored = installation.dump(ObjectClass::Municipality, "kleinstad").concat();
    for nothing in ["192.0.2.7", "iets", "bij-mij", "verzonnen"] {
        assert!(!stored.contains(nothing), "{nothing}");
    }
    // What may show the widget now was not refused.
    add(&installation, "https://vreemd.example", false);
    assert!(list(&installation).refused.is_empty());
    // What is shown for the last time is kept until then.
    let days = || {
        ready(installation.objects.run_due_work("kleinstad"));
        let count = |sql: &MemorySql| sql.query("SELECT day FROM site_day", &[]).unwrap().len();
        installation.objects.inspect(ObjectClass::Municipality, "kleinstad", count).unwrap()
    };
    installation.objects.advance(29 * DAY);
    assert_eq!((list(&installation).sites[0].loads, days()), (5, 2));
    installation.objects.advance(DAY);
    assert_eq!((list(&installation).sites[0].loads, list(&installation).sites[0].last_on), (0, None));
    assert_eq!(days(), 0);
}

#[test]
fn an_address_in_numbers_is_not_kept() {
    let installation = Installation::new();
    load(&installation, "/frame/v1/kleinstad/nl?host=https://192.0.2.7", &[]);
    let seen = list(&installation).refused;
    assert_eq!((seen[0].origin.as_str(), seen[0].times), ("", 1));
    assert!(!installation.dump(ObjectClass::Municipality, "kleinstad").concat().contains("192.0.2.7"));
}

#[test]
fn the_page_comes_when_the_count_fails() {
    let installation = Installation::new();
    let frame = "/frame/v1/kleinstad/nl";
    assert_eq!(installation.get(frame).status, 200);
    installation.objects.go_down(true);
    let answer = load(&installation, &format!("{frame}?host=https://a.example"), &[]);
    assert_eq!(answer.status, 200, "{}", answer.text());
}

#[test]
fn made_up_origins_fill_no_table() {
    let installation = Installation::new();
    for number in 0..120 {
        let address = format!("/frame/v1/kleinstad/nl?host=https://x{number}.example");
        load(&installation, &address, &[]);
        installation.objects.advance(60_000);
    }
    let rows = installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        let rows = sql.query("SELECT origin, refused FROM site_day ORDER BY origin", &[]).unwrap();
        (rows.len(), rows[0].text("origin").unwrap().to_owned(), rows[0].integer("refused").unwrap())
    });
    assert_eq!(rows, Some((51, String::new(), 70)));
}

#[test]
fn a_municipality_that_is_not_there_counts_nothing() {
    let installation = Installation::new();
    assert_eq!(load(&installation, "/frame/v1/nergens/nl?host=https://a.example", &[]).status, 404);
}
