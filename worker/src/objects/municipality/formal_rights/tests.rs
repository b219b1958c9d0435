//! Burgerinitiatief and uitdaagrecht through the edge: off by default, kept by the administrator, shown when on.

use serde_json::{Value, json};
use shared::wire::formal_rights::FormalRightsView;

use crate::testing::{Answer, Installation};

const PATH: &str = "/api/v1/admin/formal-rights";
const PAGE: &str = "/kleinstad/nl/burgerinitiatief";

fn desk() -> Value {
    json!({ "name": "De griffie", "reach": "griffie@kleinstad.example of 14 099" })
}

fn rights() -> Value {
    json!({
        "citizensInitiative": {
            "on": true, "regulation": "https://lokaleregelgeving.overheid.nl/CVDR1", "minimumAge": 16,
            "supporters": { "by": "number", "count": 1200 }, "excluded": ["Belastingen en tarieven"], "desk": desk()
        },
        "rightToChallenge": { "on": false }
    })
}

fn put(installation: &Installation, version: u64, rights: &Value) -> Answer {
    let ali = installation.sign_in("kleinstad", "ali");
    installation.official(&ali, "PUT", PATH, &json!({ "version": version, "rights": rights }))
}

fn page(installation: &Installation, path: &str) -> (u16, String) {
    let answer = installation.get(path);
    (answer.status.as_u16(), answer.text())
}

#[test]
fn without_a_regulation_there_is_no_page_and_with_one_there_is() {
    let installation = Installation::new();
    assert_eq!(page(&installation, PAGE).0, 404);
    assert_eq!(put(&installation, 0, &rights()).status, 200);
    let (status, text) = page(&installation, PAGE);
    assert_eq!(status, 200);
    for said in
        ["Minimumleeftijd: 16 jaar.", "1.200", "Belastingen en tarieven", "De griffie", "CVDR1", "geen handtekening"]
    {
        assert!(text.contains(said), "{said}");
    }
    assert_eq!(page(&installation, "/kleinstad/nl/uitdaagrecht").0, 404, "each has a switch of its own");
    assert_eq!(page(&installation, "/grootstad/nl/burgerinitiatief").0, 404, "another municipality has none");
    let mut off = rights();
    off["citizensInitiative"]["on"] = false.into();
    assert_eq!(put(&installation, 1, &off).status, 200);
    assert_eq!(page(&installation, PAGE).0, 404);
    let ali = installation.sign_in("kleinstad", "ali");
    let kept: FormalRightsView = installation.official(&ali, "GET", PATH, &Value::Null).json();
    assert_eq!((kept.version, kept.rights.citizens_initiative.minimum_age), (2, Some(16)), "what was typed stays");
}

#[test]
fn in_another_language_the_page_says_what_is_only_there_in_dutch() {
    let installation = Installation::new();
    assert_eq!(put(&installation, 0, &rights()).status, 200);
    let (status, text) = page(&installation, "/kleinstad/en/burgerinitiatief");
    assert_eq!(status, 200);
    assert!(text.contains("only there in Dutch") && text.contains("Number of signatures needed: 1,200."), "{text}");
    assert!(text.contains(r#"lang="nl""#));
}

#[test]
fn only_the_administrator_keeps_them_and_who_comes_second_is_told() {
    let installation = Installation::new();
    for official in ["sanne", "wil"] {
        let cookie = installation.sign_in("kleinstad", official);
        let body = json!({ "version": 0, "rights": rights() });
        assert_eq!(installation.official(&cookie, "PUT", PATH, &body).status, 403, "{official}");
        assert_eq!(installation.official(&cookie, "GET", PATH, &Value::Null).status, 403, "{official}");
    }
    assert_eq!(put(&installation, 1, &rights()).problem().code, "versionPassed", "nothing was kept yet");
    assert_eq!(put(&installation, 0, &rights()).status, 200);
    assert_eq!(put(&installation, 0, &rights()).problem().code, "versionPassed");
    assert_eq!(put(&installation, 1, &rights()).json::<FormalRightsView>().version, 2);
}

#[test]
fn every_field_at_fault_is_named_and_nothing_is_kept() {
    let installation = Installation::new();
    let mut wrong = rights();
    wrong["citizensInitiative"]["minimumAge"] = 3.into();
    wrong["citizensInitiative"]["regulation"] = "griffie".into();
    wrong["rightToChallenge"]["on"] = true.into();
    let problem = put(&installation, 0, &wrong).problem();
    let fields: Vec<&str> = problem.faults.iter().map(|view| view.fault.field.as_str()).collect();
    let (own, other) = ("citizensInitiative", "rightToChallenge");
    let named = [(own, "regulation"), (own, "minimumAge"), (other, "whatFor"), (other, "regulation")];
    let named: Vec<String> = named
        .into_iter()
        .chain([(other, "desk.name"), (other, "desk.reach")])
        .map(|(right, field)| format!("{right}.{field}"))
        .collect();
    assert_eq!(fields, named);
    assert_eq!(page(&installation, PAGE).0, 404);
}

#[test]
fn a_share_is_counted_from_the_loaded_residents() {
    let installation = Installation::new();
    let mut share = rights();
    share["citizensInitiative"]["supporters"] = json!({ "by": "share", "perMille": 15 });
    let refused = put(&installation, 0, &share).problem();
    assert_eq!(refused.faults[0].fault.field, "citizensInitiative.supporters");
    let els = installation.sign_in("kleinstad", "els");
    let csv = "code;15-24;25-44;45-64;65-plus\nBU99980101;100;200;300;401";
    let loaded = installation.official(&els, "PUT", "/api/v1/admin/residents", &json!({ "csv": csv }));
    assert_eq!(loaded.status, 200);
    assert_eq!(put(&installation, 0, &share).json::<FormalRightsView>().residents, Some(1_001));
    let (_, text) = page(&installation, PAGE);
    assert!(text.contains("handtekeningen: 16.") && text.contains("1,5% van de inwoners"), "rounded up: {text}");
}

/// A case that everybody may see, with the page it has.
fn initiative(installation: &Installation) -> String {
    let proposal = json!({
        "draft": {
            "topicId": "verlichting", "areaId": "lindenflat", "what": "Meer licht bij de ingang", "why": "",
            "weDo": "", "weNeed": "", "onlyInform": false, "email": "", "mayBePublic": true
        },
        "language": "nl", "followKey": "0123456789abcdefghjkmnpqrs"
    });
    let sent = installation.post("/api/v1/municipalities/kleinstad/proposals", "first", &proposal);
    let case = sent.json::<Value>()["caseId"].as_str().unwrap().to_owned();
    let sanne = installation.sign_in("kleinstad", "sanne");
    let path = format!("/api/v1/admin/cases/{case}/publication");
    assert_eq!(installation.official(&sanne, "POST", &path, &json!({ "version": 1 })).status, 200);
    format!("kleinstad/nl/initiatieven/{case}")
}

#[test]
fn the_ways_to_the_page_are_there_only_when_it_is() {
    let installation = Installation::new();
    let initiative = initiative(&installation);
    let idea = "kleinstad/nl/idee".to_owned();
    let link = r#"href="/kleinstad/nl/burgerinitiatief""#;
    let leads = |path: &str| page(&installation, path).1.contains(link);
    for path in [&idea, &initiative] {
        assert!(!leads(&format!("/{path}")), "{path}");
    }
    assert_eq!(put(&installation, 0, &rights()).status, 200);
    for path in [&idea, &initiative] {
        assert!(leads(&format!("/{path}")), "{path}");
        assert!(!leads(&format!("/frame/v1/{path}")), "{path}: the page is in no frame");
    }
}

#[test]
fn beside_what_is_needed_stands_how_many_help_and_that_they_have_not_signed() {
    let installation = Installation::new();
    let path = format!("/{}", initiative(&installation));
    assert_eq!(put(&installation, 0, &rights()).status, 200);
    let below = |text: &str| text.split_once("council-title").unwrap().1.to_owned();
    let nobody = below(&page(&installation, &path).1);
    for said in ["1.200", "Nog niemand", "heeft niet getekend"] {
        assert!(nobody.contains(said), "{said}: {nobody}");
    }
    let offer = json!({ "text": "Ik help", "language": "nl", "followKey": "5123456789abcdefghjkmnpqrs" });
    let case = path.rsplit('/').next().unwrap();
    let pledges = format!("/api/v1/municipalities/kleinstad/initiatives/{case}/pledges");
    assert_eq!(installation.post(&pledges, "offer", &offer).status, 201);
    let few = below(&page(&installation, &path).1);
    assert!(few.contains("nkele") && !few.contains("Nog niemand"), "a small number is not told: {few}");
}
