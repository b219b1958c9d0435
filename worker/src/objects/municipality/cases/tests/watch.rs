//! Neighbourhood watch through the router: agreements before it is public, and somebody in touch every three months.

use serde_json::{Value, json};
use shared::{
    proposal::ProposalKind,
    wire::{
        admin::{CaseDetail, CaseEntryKind},
        public::{InitiativeView, TimelineKind},
        watch::{ContactTask, ContactTaskList},
    },
};

use super::{Office, ROOT, proposal, with};

fn watch() -> Value {
    with(proposal(), "neighbourhoodWatch", true)
}

fn agreements(official: Option<&str>) -> Value {
    json!({ "officialId": official, "contact": "Team Wijken", "reach": "14 036", "own": "Wij lopen op vrijdag." })
}

fn tasks(office: &Office, who: &str) -> Vec<ContactTask> {
    let answer = office.installation.official(who, "GET", "/api/v1/admin/contact-tasks", &Value::Null);
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json::<ContactTaskList>().tasks
}

fn conclude(office: &Office) {
    let text = "U loopt vanaf nu samen een rondje. Wij bellen u elke drie maanden.";
    let _ =
        office.must(&office.wil, "/conclusion", json!({ "outcome": { "kind": "takenUpByResidents" }, "text": text }));
}

#[test]
fn everybody_sees_it_with_its_agreements_and_its_contact_and_not_before() {
    let office = Office::receiving(&watch());
    assert_eq!(office.detail().summary.kind, ProposalKind::NeighbourhoodWatch);
    let refused = office.act(&office.sanne, "/publication", json!({}));
    assert_eq!((refused.status.as_u16(), refused.problem().code.as_str()), (409, "noAgreements"));
    assert!(refused.problem().detail.contains("contactpersoon bij de gemeente"), "{}", refused.text());
    // Of another partner, or nobody at all, is no contact.
    for stranger in ["wil", "nobody"] {
        let faults = office.act(&office.wil, "/agreements", agreements(Some(stranger))).problem().faults;
        assert_eq!(faults[0].fault.field, "officialId");
    }
    let faults = office.act(&office.wil, "/agreements", json!({ "reach": "14 036" })).problem().faults;
    assert_eq!(faults[0].fault.field, "contact");
    assert_eq!(office.act(&office.piet, "/agreements", agreements(None)).status, 404);

    let agreed = office.must(&office.wil, "/agreements", agreements(Some("bram")));
    let shown = agreed.watch.agreements.unwrap();
    assert_eq!(
        (shown.contact.as_str(), shown.reach.as_str()),
        ("Bram Bakker", "14 036"),
        "the name is the official's own"
    );
    let _ = office.must(&office.sanne, "/publication", json!({}));
    let path = format!("{ROOT}/initiatives/{}?lang=en", office.case_id);
    let public: InitiativeView = office.installation.get(&path).json();
    let read = public.agreements.unwrap();
    assert!(read.standard[0].starts_with("We call 112") && read.standard.len() == 3);
    assert_eq!(read.own.as_deref(), Some("Wij lopen op vrijdag."));
    let followed = office.followed();
    assert!(followed.agreements.unwrap().standard[1].contains("grijpen niet zelf in"));
    assert!(followed.timeline.iter().any(|entry| entry.what == TimelineKind::AgreementsMade));
    // The contact reads along, whoever has the case.
    assert_eq!(office.read(&office.bram).status, 200);
}

#[test]
fn an_official_recognises_it_and_it_leaves_the_public_pages_until_then() {
    let office = Office::new();
    let _ = office.must(&office.sanne, "/publication", json!({}));
    let path = format!("{ROOT}/initiatives/{}", office.case_id);
    assert_eq!(office.installation.get(&path).status, 200);
    let detail = office.must(&office.wil, "/kind", json!({ "kind": "neighbourhoodWatch" }));
    assert!(!detail.public && detail.watch.agreements.is_none());
    assert_eq!(office.installation.get(&path).status, 404);
    let again = office.act(&office.wil, "/kind", json!({ "kind": "neighbourhoodWatch" }));
    assert_eq!(again.problem().code, "sameKind");
    assert_eq!(office.list(&office.wil, "mine")[0].kind, ProposalKind::NeighbourhoodWatch);
    let _ = office.must(&office.sanne, "/agreements", agreements(None));
    let _ = office.must(&office.sanne, "/publication", json!({}));
    assert_eq!(office.installation.get(&path).status, 200);
}

#[test]
fn every_three_months_the_contact_has_a_task_until_it_is_noted() {
    let mut office = Office::receiving(&watch());
    let _ = office.must(&office.wil, "/agreements", agreements(Some("bram")));
    conclude(&office);
    office.wait(91);
    assert_eq!(tasks(&office, &office.bram), []);
    // Concluded on 2 March; 2 June 2026 is a Tuesday. The clock rings late, and it rings twice.
    office.wait(20);
    office.installation.wait(0);
    let task = tasks(&office, &office.bram);
    assert_eq!(task.len(), 1, "{task:?}");
    assert_eq!((task[0].contact.as_str(), task[0].area.as_str()), ("Bram Bakker", "Lindenflat"));
    assert_eq!(tasks(&office, &office.sanne), task, "a coordinator sees every one");
    assert_eq!(tasks(&office, &office.wil), [], "others do not");
    let due = |office: &Office| office.kinds().iter().filter(|kind| **kind == CaseEntryKind::ContactDue).count();
    assert_eq!(due(&office), 1);
    assert_eq!(office.act(&office.wil, "/contact-notes", json!({ "text": "Gebeld." })).status, 403);
    let noted = office.must(&office.bram, "/contact-notes", json!({ "text": "Gebeld. Het gaat goed." }));
    assert!(noted.watch.contact_due.is_none() && noted.watch.next_contact.is_some());
    assert_eq!(tasks(&office, &office.bram), []);
    assert!(!serde_json::to_string(&office.followed()).unwrap().contains("Het gaat goed"), "for officials alone");

    // A year in which nobody looks, and it is one task.
    office.wait(365);
    assert_eq!((due(&office), tasks(&office, &office.bram).len()), (2, 1));
    let without = office.act(&office.bram, "/contact-end", json!({ "reason": " " }));
    assert_eq!(without.problem().faults[0].fault.field, "reason");
    let ended: CaseDetail = office.must(&office.bram, "/contact-end", json!({ "reason": "De groep is gestopt." }));
    assert!(ended.watch.contact_due.is_none() && ended.watch.next_contact.is_none());
    office.wait(365);
    assert_eq!((due(&office), tasks(&office, &office.bram).len()), (2, 0));
}

#[test]
fn the_task_of_a_function_is_for_everybody_who_handles_cases_at_the_municipality() {
    let mut office = Office::receiving(&watch());
    let _ = office.must(&office.wil, "/agreements", agreements(None));
    conclude(&office);
    office.wait(100);
    assert_eq!(tasks(&office, &office.bram)[0].contact, "Team Wijken");
    assert_eq!((tasks(&office, &office.wil).len(), tasks(&office, &office.piet).len()), (0, 0));
}
