//! The rules through the router, on objects in memory.

use serde_json::{Value, json};
use shared::{
    routing::Finding,
    wire::{
        admin::CaseDetail,
        public::ProposalReceipt,
        routing::{RuleSetView, TrialView},
    },
};

use crate::{
    objects::ObjectClass,
    store::Sql as _,
    testing::{Answer, Installation, small_file},
};

const RULES: &str = "/api/v1/admin/routing-rules";

fn ask(town: &Installation, who: &str, method: &str, path: &str, body: &Value) -> Answer {
    town.official(who, method, path, body)
}

fn read(town: &Installation, who: &str) -> RuleSetView {
    ask(town, who, "GET", RULES, &Value::Null).json()
}

/// The rules of the file, with lighting for the police before them.
fn with_lighting() -> Value {
    let mut rules = serde_json::to_value(small_file().rules).unwrap();
    let light = json!({ "id": "licht", "topicIds": ["openbare-ruimte"], "lead": "politie", "answerDays": 3 });
    rules.as_array_mut().unwrap().insert(0, light);
    rules
}

fn propose(town: &Installation, key: &str) -> ProposalReceipt {
    let body = json!({
        "draft": { "topicId": "verlichting", "areaId": "lindenflat", "what": "Meer licht." },
        "language": "nl",
        "followKey": format!("{key}123456789abcdefghjkmnpqrs"),
    });
    let answer = town.post("/api/v1/municipalities/kleinstad/proposals", key, &body);
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.json()
}

#[test]
fn a_saved_set_is_a_version_with_author_and_sends_the_next_proposal_on() {
    let town = Installation::new();
    let [ali, sanne] = ["ali", "sanne"].map(|id| town.sign_in("kleinstad", id));
    let first = propose(&town, "0");
    let view = read(&town, &ali);
    assert_eq!((view.set.version, view.set.author.as_deref(), view.rules.len()), (1, None, 3));

    let answer = ask(&town, &ali, "PUT", RULES, &json!({ "version": 1, "rules": with_lighting() }));
    let saved: RuleSetView = answer.json();
    assert_eq!((saved.in_force, saved.set.author.as_deref()), (2, Some("Ali Demir")));
    // Sent again because the first answer was lost: nothing is added.
    let again: RuleSetView = ask(&town, &ali, "PUT", RULES, &json!({ "version": 1, "rules": with_lighting() })).json();
    assert_eq!(again.history.len(), 2);

    // Who takes it up, in public and for the case.
    let route = town.get("/api/v1/municipalities/kleinstad/routes?topicId=verlichting&areaId=lindenflat&kind=idea");
    assert!(route.text().contains("Politie Kleinstad"), "{}", route.text());
    let second = propose(&town, "1");
    assert_eq!(second.partner, "Politie Kleinstad (politie)");
    assert_eq!(second.reason, "omdat het over straatverlichting gaat");
    let detail = |receipt: &ProposalReceipt| -> CaseDetail {
        ask(&town, &sanne, "GET", &format!("/api/v1/admin/cases/{}", receipt.case_id), &Value::Null).json()
    };
    // The earlier one keeps what was decided then.
    assert_eq!(detail(&first).reason, "omdat het in Lindenflat is");
    let versions = town.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        let rows = sql
            .query(
                "SELECT json_extract(body, '$.routing.rulesVersion') AS version FROM case_event
                 WHERE kind = 'received' ORDER BY version",
                &[],
            )
            .unwrap();
        rows.iter().map(|row| row.integer("version").unwrap()).collect::<Vec<_>>()
    });
    assert_eq!(versions, Some(vec![1, 2]));

    // An earlier set is taken over as a new version that says so.
    let old: RuleSetView = ask(&town, &sanne, "GET", &format!("{RULES}/versions/1"), &Value::Null).json();
    let take = json!({ "version": 2, "rules": old.rules, "takenFrom": 1 });
    let taken: RuleSetView = ask(&town, &ali, "PUT", RULES, &take).json();
    assert_eq!((taken.in_force, taken.set.taken_from, taken.rules), (3, Some(1), old.rules));
    assert_eq!(ask(&town, &sanne, "GET", &format!("{RULES}/versions/9"), &Value::Null).status, 404);
}

#[test]
fn whoever_saves_on_an_older_version_is_told_and_only_the_administrator_saves() {
    let town = Installation::new();
    let [ali, sanne, wil] = ["ali", "sanne", "wil"].map(|id| town.sign_in("kleinstad", id));
    let request = json!({ "version": 1, "rules": with_lighting() });
    assert_eq!(ask(&town, &sanne, "PUT", RULES, &request).status, 403);
    assert_eq!(ask(&town, &sanne, "GET", RULES, &Value::Null).status, 200);
    assert_eq!(ask(&town, &wil, "GET", RULES, &Value::Null).status, 403);
    assert_eq!(ask(&town, &ali, "PUT", RULES, &request).status, 200);
    let mut other = with_lighting();
    other[0]["answerDays"] = 4.into();
    let late = ask(&town, &ali, "PUT", RULES, &json!({ "version": 1, "rules": other }));
    assert_eq!((late.status.as_u16(), late.problem().code.as_str()), (409, "versionPassed"));
    assert_eq!(read(&town, &ali).rules[0].answer_days, 3, "nobody is overwritten");
}

#[test]
fn a_set_that_leaves_something_or_names_what_is_gone_is_refused_by_field() {
    let town = Installation::new();
    let ali = town.sign_in("kleinstad", "ali");
    let mut rules = with_lighting();
    rules[0]["topicIds"][0] = "weg".into();
    rules[1]["lead"] = "niemand".into();
    rules[2]["answerDays"] = 0.into();
    rules.as_array_mut().unwrap().pop();
    for (method, path, body) in [
        ("PUT", RULES.to_owned(), json!({ "version": 1, "rules": rules })),
        ("POST", format!("{RULES}/trial"), json!({ "rules": rules })),
    ] {
        let answer = ask(&town, &ali, method, &path, &body);
        let fields: Vec<String> = answer.problem().faults.into_iter().map(|view| view.fault.field).collect();
        assert_eq!(answer.status, 400);
        assert_eq!(fields, ["rules.0.topicIds", "rules.1.lead", "rules", "rules.2.answerDays"]);
    }
    assert_eq!(read(&town, &ali).in_force, 1);
}

#[test]
fn trying_a_set_out_shows_what_would_change_and_changes_nothing() {
    let town = Installation::new();
    let ali = town.sign_in("kleinstad", "ali");
    let sent = propose(&town, "0");
    let answer = ask(&town, &ali, "POST", &format!("{RULES}/trial"), &json!({ "rules": with_lighting() }));
    let view: TrialView = answer.json();
    assert_eq!((view.trial.compared, view.trial.changed), (1, 1));
    let change = &view.trial.changes[0];
    assert_eq!(
        (&change.case.number, change.now.lead.as_str(), change.then.lead.as_str()),
        (&sent.number, "woonstad", "politie")
    );
    assert!(!answer.text().contains("Meer licht"), "who keeps the rules reads no ideas");
    assert_eq!(read(&town, &ali).in_force, 1);
}

#[test]
fn the_operators_file_does_not_overwrite_what_was_edited_unless_it_says_so() {
    let town = Installation::new();
    let ali = town.sign_in("kleinstad", "ali");
    let load = |file: &shared::wire::operator::MunicipalityFile| -> Value { town.load("kleinstad", file).json() };
    // As long as nobody has edited them, the rules follow the file.
    let mut file = small_file();
    file.rules[0].answer_days = 9;
    assert_eq!(load(&file)["rulesKept"], false);
    assert_eq!(read(&town, &ali).in_force, 2);
    assert_eq!(load(&file)["rulesKept"], false);
    assert_eq!(read(&town, &ali).history.len(), 2, "the same file is no new version");

    assert_eq!(ask(&town, &ali, "PUT", RULES, &json!({ "version": 2, "rules": with_lighting() })).status, 200);
    file.rules[0].answer_days = 8;
    file.partners.retain(|partner| partner.id.as_str() != "politie");
    file.officials.retain(|official| official.partner_id.as_str() != "politie");
    file.rules.remove(1);
    assert_eq!(load(&file)["rulesKept"], true);
    let kept = read(&town, &ali);
    assert_eq!((kept.in_force, kept.rules.len()), (3, 4));
    // What the file took away is named, and what would go there goes to the coordinating partner.
    assert!(
        kept.findings
            .iter()
            .any(|finding| matches!(finding, Finding::NamesGone { rule, .. } if rule.as_str() == "licht"))
    );
    assert_eq!(propose(&town, "0").partner, "Gemeente Kleinstad (gemeente)");

    file.replace_rules = true;
    assert_eq!(load(&file)["rulesKept"], false);
    let replaced = read(&town, &ali);
    assert_eq!((replaced.in_force, replaced.set.author), (4, None));
}

#[test]
fn saving_a_set_is_all_or_nothing() {
    let town = Installation::new();
    let ali = town.sign_in("kleinstad", "ali");
    town.check_all_or_nothing(ObjectClass::Municipality, "kleinstad", || {
        ask(&town, &ali, "PUT", RULES, &json!({ "version": 1, "rules": with_lighting() })).status
    });
}
