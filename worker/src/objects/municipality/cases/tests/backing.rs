//! "Wij steunen dit": at the officials', on the page that everybody sees, and on the follow page.

use serde_json::{Value, json};
use shared::wire::{backing::BackableList, public::InitiativeSummary};

use super::{Office, ROOT};
use crate::testing::Answer;

fn back(office: &Office, who: &str, backs: bool, partner: Option<&str>) -> Answer {
    let path = format!("/api/v1/admin/initiatives/{}/backing", office.case_id);
    office.installation.official(who, "POST", &path, &json!({ "backs": backs, "partner": partner }))
}

fn shown(office: &Office) -> Vec<String> {
    let answer = office.installation.get(&format!("{ROOT}/initiatives?lang=nl"));
    answer.json::<Vec<InitiativeSummary>>()[0].backing.clone()
}

#[test]
fn a_partner_that_has_nothing_to_do_with_it_shows_its_support_and_takes_it_back() {
    let office = Office::new();
    assert_eq!(back(&office, &office.piet, true, None).status, 404, "what is not public is not there");
    office.must(&office.sanne, "/publication", json!({}));
    let list: BackableList =
        office.installation.official(&office.piet, "GET", "/api/v1/admin/initiatives", &Value::Null).json();
    assert_eq!((list.initiatives.len(), list.initiatives[0].backing.len()), (1, 0));
    let done = back(&office, &office.piet, true, None);
    assert_eq!(done.status, 200, "{}", done.text());
    assert_eq!(shown(&office), ["Politie Kleinstad (politie)"]);
    assert_eq!(back(&office, &office.piet, true, None).status, 409);
    assert_eq!(back(&office, &office.piet, true, Some("woonstad")).status, 403, "a partner speaks for itself");
    assert_eq!(back(&office, &office.sanne, true, Some("woonstad")).status, 200);
    for path in ["/kleinstad/nl/initiatieven".to_owned(), format!("/kleinstad/nl/initiatieven/{}", office.case_id)] {
        let page = office.installation.get(&path).text();
        assert!(page.contains("Politie Kleinstad (politie)") && page.contains("Woonstad (woningcorporatie)"), "{path}");
    }
    assert_eq!(office.followed().backing.len(), 2);
    assert_eq!(back(&office, &office.piet, false, None).status, 200);
    assert_eq!(shown(&office), ["Woonstad (woningcorporatie)"]);
    let told = super::storing::outbox(&office.installation);
    assert!(told.iter().filter(|(template, _)| template == "case-news").count() >= 1);
    assert_eq!(office.detail().supporting.len(), 1, "who supports it in public does not read the case");
    assert_eq!(office.read(&office.piet).status, 404);
}
