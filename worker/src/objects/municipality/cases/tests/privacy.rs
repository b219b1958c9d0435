//! What may be seen by whom: held texts, initiatives, secrets at rest.

use serde_json::json;
use shared::{
    ids::CaseId,
    wire::public::{InitiativeSummary, InitiativeView, TimelineKind},
};

use super::{
    super::{File, submit::contact},
    KEY, Office, ROOT, proposal, with,
};
use crate::{
    config::Config,
    objects::ObjectClass,
    operation::{Context, Random},
    store::{Sql, Value, audit, contact as contacts},
};

const ACCUSING: &str = "Mijn buurman is een dealer. Doe er iets aan.";

fn initiatives(office: &Office) -> Vec<InitiativeSummary> {
    office.installation.get(&format!("{ROOT}/initiatives?lang=nl")).json()
}

#[test]
fn a_text_that_accuses_somebody_is_for_coordinators_until_it_is_released() {
    let office = Office::receiving(&with(proposal(), "why", ACCUSING));
    assert!(office.list(&office.wil, "mine").is_empty());
    assert_eq!(office.read(&office.wil).status, 404);
    assert_eq!(office.read(&office.bram).status, 404, "also at the supporting partner");
    assert_eq!(office.list(&office.sanne, "held").len(), 1);
    assert!(office.detail().summary.held);
    let told = super::storing::outbox(&office.installation);
    assert!(told.iter().all(|(template, _)| template != "case-assigned"), "{told:?}");
    // The resident sees that it was received, and who will have it.
    assert_eq!(office.followed().owner, "Woonstad (woningcorporatie)");

    office.must(&office.sanne, "/review-release", json!({}));
    assert_eq!(office.list(&office.wil, "mine").len(), 1);
    assert!(super::storing::outbox(&office.installation).iter().any(|(template, _)| template == "case-assigned"));
    let publication = office.act(&office.sanne, "/publication", json!({}));
    assert_eq!((publication.status.as_u16(), publication.problem().code.as_str()), (409, "textAccuses"));
    assert!(initiatives(&office).is_empty());
}

#[test]
fn only_what_a_moderator_made_public_is_public() {
    let office = Office::new();
    assert!(initiatives(&office).is_empty());
    office.must(&office.sanne, "/publication", json!({}));
    let list = initiatives(&office);
    assert_eq!(list.len(), 1);
    assert_eq!(
        (list[0].title.as_str(), list[0].partner.as_str()),
        ("Meer licht bij de ingang", "Woonstad (woningcorporatie)")
    );
    office.must(&office.wil, "/questions", json!({ "text": "Wat is uw naam?" }));
    office.must(&office.wil, "/updates", json!({ "text": "De lampen zijn besteld." }));
    let path = format!("{ROOT}/initiatives/{}?lang=en", list[0].id);
    let answer = office.installation.get(&path);
    let view: InitiativeView = answer.json();
    assert_eq!(view.summary.partner, "Woonstad (housing association)");
    let kinds: Vec<_> = view.timeline.iter().map(|entry| &entry.what).collect();
    assert!(matches!(kinds[..], [TimelineKind::Received { .. }, TimelineKind::Update]), "{kinds:?}");
    for secret in ["Wat is uw naam?", "bewoner@voorbeeld.nl", "wil", "Wil Jansen"] {
        assert!(!answer.text().contains(&format!("\"{secret}\"")), "{secret}");
    }
    assert!(office.followed().public);

    assert_eq!(
        office.act(&office.sanne, "/hiding", json!({ "reason": " " })).status,
        400,
        "nobody is hidden without a word"
    );
    office.must(&office.sanne, "/hiding", json!({ "reason": "Iemand was te herkennen." }));
    let told = office.followed().timeline.into_iter().next_back().unwrap();
    assert_eq!((told.what, told.text.as_deref()), (TimelineKind::Explained, Some("Iemand was te herkennen.")));
    assert_eq!(told.by.as_deref(), Some("Gemeente Kleinstad (gemeente)"));
    assert!(initiatives(&office).is_empty());
    assert_eq!(office.installation.get(&path).status, 404);
    // A case that was never public looks the same as one that does not exist.
    assert_eq!(office.installation.get(&format!("{ROOT}/initiatives/00000000000000000000000000")).status, 404);
}

#[test]
fn what_the_resident_keeps_private_stays_private() {
    let office = Office::receiving(&with(proposal(), "mayBePublic", false));
    let refused = office.act(&office.sanne, "/publication", json!({}));
    assert_eq!((refused.status.as_u16(), refused.problem().code.as_str()), (409, "notAgreedToPublic"));
}

#[test]
fn an_initiative_that_is_taken_back_is_no_longer_public() {
    let office = Office::new();
    office.must(&office.sanne, "/publication", json!({}));
    assert_eq!(initiatives(&office).len(), 1);
    super::follow_post(&office.installation, "withdrawal", "w", &json!({}));
    assert!(initiatives(&office).is_empty());
}

/// Every text and byte string in the database of the municipality.
pub(super) fn everything(sql: &dyn Sql) -> Vec<u8> {
    let mut bytes = Vec::new();
    let tables = sql.query("SELECT name FROM sqlite_schema WHERE type = 'table'", &[]).unwrap();
    for table in tables {
        let name = table.text("name").unwrap();
        let columns = sql.query(&format!("SELECT name FROM pragma_table_info('{name}')"), &[]).unwrap();
        for row in sql.query(&format!("SELECT * FROM {name}"), &[]).unwrap() {
            for column in &columns {
                match row.value(column.text("name").unwrap()).unwrap() {
                    Value::Text(text) => bytes.extend(text.as_bytes()),
                    Value::Blob(blob) => bytes.extend(blob),
                    Value::Null | Value::Integer(_) | Value::Real(_) => {}
                }
                bytes.push(0);
            }
        }
    }
    bytes
}

#[test]
fn address_and_personal_key_are_nowhere_in_clear_and_can_be_opened_for_mail() {
    let office = Office::new();
    let (found, opened) = office
        .installation
        .objects
        .inspect(ObjectClass::Municipality, "kleinstad", |sql| {
            let bytes = everything(sql);
            let found = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
            assert!(found("Meer licht bij de ingang"), "the search finds what is there");
            let config = office.installation.edge.config();
            let opened = with_context(sql, config, |context| {
                let file = File::read(context, &CaseId::parse(&office.case_id).unwrap()).unwrap();
                contact(context, &file).unwrap().unwrap()
            });
            contacts::erase(sql, &CaseId::parse(&office.case_id).unwrap()).unwrap();
            ((found(KEY), found("bewoner@voorbeeld.nl"), found("bewoner")), opened)
        })
        .unwrap();
    assert_eq!(found, (false, false, false));
    assert_eq!((opened.email.as_str(), opened.follow_key.as_str()), ("bewoner@voorbeeld.nl", KEY));
    assert!(!office.followed().has_email, "erased");
}

fn with_context<T>(sql: &dyn Sql, config: &Config, look: impl FnOnce(&mut Context<'_>) -> T) -> T {
    let now = "2026-03-02T11:00:00Z".parse().unwrap();
    look(&mut Context { sql, now, name: "kleinstad", random: &mut Random::from_seed([9; 32]), config })
}

#[test]
fn what_officials_read_and_do_is_noted() {
    let office = Office::new();
    office.read(&office.wil);
    office.must(&office.wil, "/updates", json!({ "text": "De lampen zijn besteld." }));
    let noted = office
        .installation
        .objects
        .inspect(ObjectClass::Municipality, "kleinstad", |sql| {
            assert_eq!(audit::first_break(sql).unwrap(), None);
            let rows = sql.query("SELECT actor, action, object FROM audit WHERE object LIKE 'case:%'", &[]).unwrap();
            let row = |row: &crate::store::Row| {
                assert_eq!(row.text("object").unwrap(), format!("case:{}", office.case_id));
                format!("{} {}", row.text("actor").unwrap(), row.text("action").unwrap())
            };
            rows.iter().map(row).collect::<Vec<_>>()
        })
        .unwrap();
    assert_eq!(noted, ["official:wil case.read", "official:sanne case.read", "official:wil case.update"]);
}
