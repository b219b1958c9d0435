//! What officials see of each other's work: whose doing it was, who said no, what is late elsewhere.

use serde_json::json;
use shared::wire::admin::{CaseEntry, CaseEntryKind as Kind, EntryActor};

use super::{Office, follow_post, proposal, with};
use crate::testing::small_file;

fn doer(entry: &CaseEntry) -> String {
    match &entry.by {
        EntryActor::Resident => "resident".into(),
        EntryActor::Pledger => "pledger".into(),
        EntryActor::System => "system".into(),
        EntryActor::Official { partner, .. } | EntryActor::Mailed { partner } => partner.to_string(),
    }
}

impl Office {
    /// Who did what, of the entries that `wanted` chooses.
    fn doers(&self, wanted: fn(&Kind) -> bool) -> Vec<String> {
        self.detail().timeline.iter().filter(|entry| wanted(&entry.what)).map(doer).collect()
    }
}

#[test]
fn what_follows_by_itself_is_nobodys_doing() {
    let held = Office::receiving(&with(proposal(), "what", "Mijn buurman dealt drugs bij de ingang."));
    assert_eq!(held.doers(|kind| matches!(kind, Kind::HeldForReview)), ["system"]);
    assert_eq!(held.doers(|kind| matches!(kind, Kind::Received { .. })), ["resident"]);

    let office = Office::new();
    office.must(&office.wil, "/updates", json!({ "text": "Wij kijken ernaar." }));
    office.must(&office.wil, "/questions", json!({ "text": "Welke ingang bedoelt u?" }));
    let question = office.followed().question.unwrap().id;
    let answer = json!({ "questionId": question, "text": "De voorkant." });
    assert_eq!(follow_post(&office.installation, "answers", "one", &answer).status, 200);
    let promises = office.doers(|kind| matches!(kind, Kind::PromiseSet { .. }));
    assert_eq!(promises, ["woonstad", "system", "system"], "news, the question, the answer");
    assert_eq!(office.doers(|kind| matches!(kind, Kind::Answer)), ["resident"]);
}

#[test]
fn a_case_that_comes_back_after_two_refusals_is_marked_and_nobody_brought_it_back() {
    let office = Office::new();
    let refuse = |who: &str, to: &str| {
        let offer = office.offer(&office.wil, to);
        assert_eq!(office.reply(who, &offer, false).status, 200);
    };
    let first = office.list(&office.wil, "mine").remove(0);
    assert_eq!((first.refusals, first.returned), (0, false));
    refuse(&office.piet, "politie");
    let once = office.list(&office.wil, "mine").remove(0);
    assert_eq!((once.refusals, once.returned, once.owner.as_str()), (1, false, "woonstad"));
    refuse(&office.piet, "politie");
    let twice = office.list(&office.sanne, "mine").remove(0);
    assert_eq!((twice.refusals, twice.returned, twice.owner.as_str()), (0, true, "gemeente"));
    assert_eq!(office.doers(|kind| matches!(kind, Kind::OwnerChanged { .. })), ["system"]);
    assert_eq!(office.doers(|kind| matches!(kind, Kind::HandoverDeclined { .. })), ["politie", "politie"]);
    assert!(office.list(&office.wil, "mine").is_empty());
}

#[test]
fn what_is_late_elsewhere_is_in_the_coordinators_own_list() {
    let mut office = Office::new();
    assert!(office.list(&office.sanne, "mine").is_empty(), "it is Woonstad's");
    office.wait(30);
    let late = office.list(&office.sanne, "mine").remove(0);
    assert_eq!((late.owner.as_str(), late.escalated), ("woonstad", true));
    assert!(office.list(&office.bram, "mine").is_empty(), "a handler has their own work");
    office.must(&office.wil, "/updates", json!({ "text": "Wij zijn er mee bezig." }));
    assert!(office.list(&office.sanne, "mine").is_empty(), "the resident has heard something");
}

#[test]
fn loading_says_where_nobody_is_left() {
    let office = Office::new();
    let mut file = small_file();
    file.officials.retain(|official| !matches!(official.id.as_str(), "wil" | "piet"));
    let receipt: serde_json::Value = office.installation.load("kleinstad", &file).json();
    let nobody = |partner: &str, cases: u32| json!({ "partnerId": partner, "openCases": cases });
    assert_eq!(receipt["partnersWithoutHandler"], json!([nobody("politie", 0), nobody("woonstad", 1)]));

    file.partners.retain(|partner| partner.id.as_str() != "woonstad");
    file.rules.retain(|rule| rule.lead.as_str() != "woonstad");
    let receipt: serde_json::Value = office.installation.load("kleinstad", &file).json();
    assert_eq!(receipt["partnersWithoutHandler"], json!([nobody("politie", 0), nobody("woonstad", 1)]));
}

#[test]
fn an_operators_fault_does_not_tell_them_to_call_the_municipality() {
    let office = Office::new();
    office.installation.get("/api/v1/municipalities/kleinstad");
    let mut file = serde_json::to_value(small_file()).unwrap();
    file["areas"][0]["kind"] = "stadsdeel".into();
    let problem = office.installation.operator("PUT", "/api/v1/municipalities/kleinstad", &file).problem();
    assert!(!problem.detail.contains("14 099"), "{}", problem.detail);
    assert!(problem.faults[0].message.contains("wijk, buurt, complex"), "{}", problem.faults[0].message);
    let unsaid = office.installation.get("/api/v1/municipalities/kleinstad/nothing").problem();
    assert!(unsaid.detail.contains("14 099"), "residents read it: {}", unsaid.detail);
}
