//! Partners through the router, on objects in memory.

use serde_json::{Value, json};
use shared::{
    partner::AgreementRole,
    routing::Fallback,
    wire::{
        admin::CaseList,
        partners::{PartnerCare, PartnersView},
        public::ProposalReceipt,
    },
};

use crate::{
    objects::ObjectClass,
    store::{Sql as _, outbox::Recipient},
    testing::{Answer, Installation, small_file},
};

const PARTNERS: &str = "/api/v1/admin/partners";
const DAY: i64 = 24 * 3_600_000;

fn care(town: &Installation, id: &str) -> PartnerCare {
    let ali = town.sign_in("kleinstad", "ali");
    let view: PartnersView = town.official(&ali, "GET", PARTNERS, &Value::Null).json();
    view.partners.into_iter().find(|partner| partner.id.as_str() == id).unwrap()
}

fn save(town: &Installation, id: &str, body: &Value) -> Answer {
    let ali = town.sign_in("kleinstad", "ali");
    town.official(&ali, "PUT", &format!("{PARTNERS}/{id}"), body)
}

fn agreed(version: u32) -> Value {
    json!({ "version": version, "agreement": "jointController", "agreementUntil": "2099-12-31" })
}

fn with(mut body: Value, field: &str, value: Value) -> Value {
    body[field] = value;
    body
}

/// A proposal that the rules send to Woonstad.
fn propose(town: &Installation, key: &str) -> ProposalReceipt {
    let body = json!({
        "draft": { "topicId": "verlichting", "areaId": "lindenflat", "what": "Meer licht." },
        "language": "nl",
        "followKey": format!("{key}123456789abcdefghjkmnpqrs"),
    });
    town.post("/api/v1/municipalities/kleinstad/proposals", key, &body).json()
}

/// The kinds of messages to the coordinators so far.
fn alarms(town: &Installation) -> Vec<String> {
    let kinds = town.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        let rows = sql
            .query(
                "SELECT template FROM outbox WHERE json_extract(recipient, '$.kind') = 'coordinators' ORDER BY created_at",
                &[],
            )
            .unwrap();
        rows.iter().map(|row| row.text("template").unwrap().to_owned()).collect()
    });
    kinds.unwrap()
}

#[test]
fn an_agreement_that_ends_sends_everything_to_the_coordinator_with_one_alarm() {
    let town = Installation::new();
    let first = propose(&town, "0");
    assert!(first.partner.starts_with("Woonstad"));
    let ends = with(agreed(0), "agreementUntil", json!("2026-03-03"));
    assert_eq!(save(&town, "woonstad", &ends).status, 200);
    assert_eq!((care(&town, "woonstad").trouble, alarms(&town)), (None, vec![]));

    town.wait(2 * DAY);
    let woonstad = care(&town, "woonstad");
    assert!(matches!(woonstad.trouble, Some(Fallback::NoAgreement { .. })));
    assert_eq!(woonstad.open_cases, 1);
    town.wait(DAY);
    assert_eq!(alarms(&town), ["partner-unavailable"], "once, however often is looked");
    // What it has stands on the coordinator's list, and what comes next does not go there.
    let sanne = town.sign_in("kleinstad", "sanne");
    let list: CaseList = town.official(&sanne, "GET", "/api/v1/admin/cases?scope=mine", &Value::Null).json();
    assert_eq!(list.cases.iter().map(|case| &case.number).collect::<Vec<_>>(), [&first.number]);
    assert!(propose(&town, "1").partner.starts_with("Gemeente Kleinstad"));
    assert_eq!(alarms(&town), ["partner-unavailable", "routing-alarm"]);

    // A new agreement ends the alarm; the next one is told again.
    assert_eq!(save(&town, "woonstad", &agreed(1)).status, 200);
    assert!(propose(&town, "2").partner.starts_with("Woonstad"));
    assert_eq!(save(&town, "woonstad", &json!({ "version": 2 })).status, 200);
    assert_eq!(alarms(&town).iter().filter(|kind| *kind == "partner-unavailable").count(), 2);
}

#[test]
fn a_deputy_gets_the_mail_of_who_is_away_and_a_mailbox_gets_all_of_it() {
    let mut file = small_file();
    let mut jo = file.officials.iter().find(|official| official.id.as_str() == "wil").unwrap().clone();
    jo.id = "jo".parse().unwrap();
    file.officials.push(jo);
    let town = Installation::new();
    assert_eq!(town.load("kleinstad", &file).status, 200);
    let people = || {
        let context = |sql: &dyn crate::store::Sql| {
            let rows = sql.query("SELECT recipient FROM outbox WHERE template = 'case-assigned'", &[]).unwrap();
            rows.iter().map(|row| row.json::<Recipient>("outbox", "recipient").unwrap()).collect::<Vec<_>>()
        };
        town.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| context(sql)).unwrap()
    };
    let body = with(agreed(0), "mailbox", json!("wijk@woonstad.example"));
    let body = with(body, "officials", json!([{ "id": "wil", "awayUntil": "2026-03-09", "deputy": "jo" }]));
    assert_eq!(save(&town, "woonstad", &body).status, 200);
    let woonstad = care(&town, "woonstad");
    assert_eq!(woonstad.mailbox.as_deref(), Some("wijk@woonstad.example"));
    let wil = woonstad.officials.iter().find(|official| official.id.as_str() == "wil").unwrap();
    assert_eq!(wil.away_until, "2026-03-09".parse().ok());
    assert!(woonstad.trouble.is_none(), "jo is there");
    let _ = propose(&town, "0");
    assert_eq!(people().len(), 1, "addresses are looked up when it is sent");

    // With both away nobody is left, until one is back.
    let away = json!([{ "id": "wil", "awayUntil": "2026-03-09" }, { "id": "jo", "awayUntil": "2026-03-03" }]);
    assert_eq!(save(&town, "woonstad", &with(agreed(1), "officials", away)).status, 200);
    assert!(matches!(care(&town, "woonstad").trouble, Some(Fallback::NobodyActive { .. })));
    let route = "/api/v1/municipalities/kleinstad/routes?topicId=verlichting&areaId=lindenflat&kind=idea";
    assert!(town.get(route).text().contains("Gemeente Kleinstad"));
    town.wait(2 * DAY);
    assert!(care(&town, "woonstad").trouble.is_none());
    town.objects.advance(10_000);
    assert!(town.get(route).text().contains("Woonstad"), "the page says who takes it up from that day on");
}

#[test]
fn what_is_saved_is_checked_kept_from_the_file_and_not_overwritten() {
    let town = Installation::new();
    let fields = |answer: Answer| -> Vec<String> {
        assert_eq!(answer.status, 400);
        answer.problem().faults.into_iter().map(|view| view.fault.field).collect()
    };
    let wrong = json!({
        "version": 0, "agreementUntil": "2099-12-31", "mailbox": "geen adres",
        "officials": [
            { "id": "wil", "deputy": "piet", "awayUntil": "2026-03-01" }, { "id": "piet" },
        ],
    });
    assert_eq!(
        fields(save(&town, "woonstad", &wrong)),
        ["agreement", "mailbox", "officials.0.deputy", "officials.0.awayUntil", "officials.1.id"]
    );
    assert_eq!(save(&town, "niemand", &agreed(0)).status, 404);
    let until = with(agreed(0), "agreementUntil", json!("2026-12-31"));
    assert_eq!(save(&town, "woonstad", &until).status, 200);
    let late = save(&town, "woonstad", &agreed(0));
    assert_eq!((late.status.as_u16(), late.problem().code.as_str()), (409, "versionPassed"));
    let mut file = small_file();
    for partner in &mut file.partners {
        partner.agreement = Some(AgreementRole::Processor);
    }
    assert_eq!(town.load("kleinstad", &file).status, 200);
    let of = |id: &str| (care(&town, id).agreement, care(&town, id).agreement_until);
    let saved = (Some(AgreementRole::JointController), "2026-12-31".parse().ok());
    assert_eq!(of("woonstad"), saved, "the file says something else");
    assert_eq!(of("politie"), (Some(AgreementRole::Processor), "2099-12-31".parse().ok()), "nobody changed it here");
    let [sanne, wil] = ["sanne", "wil"].map(|id| town.sign_in("kleinstad", id));
    assert_eq!(town.official(&sanne, "GET", PARTNERS, &Value::Null).status, 200);
    assert_eq!(town.official(&sanne, "PUT", &format!("{PARTNERS}/woonstad"), &agreed(1)).status, 403);
    assert_eq!(town.official(&wil, "GET", PARTNERS, &Value::Null).status, 403);
}
