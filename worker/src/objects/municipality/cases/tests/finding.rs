//! Lists page by page, the search in them, and who finds what.

use serde_json::{Value, json};
use shared::{
    ids::CaseId,
    wire::admin::{CaseList, CaseOverview},
};

use super::{KEY, Office, ROOT, follow_post, proposal, with};
use crate::{
    objects::ObjectClass,
    store::{Sql, case_search},
};

impl Office {
    pub(super) fn search(&self, who: &str, query: &str) -> Vec<String> {
        let path = format!("/api/v1/admin/case-search?{query}");
        let answer = self.installation.official(who, "GET", &path, &Value::Null);
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json::<CaseList>().cases.into_iter().map(|case| case.number).collect()
    }

    /// One more idea, with words of its own; its number.
    fn receive(&self, place: usize, words: &str) -> String {
        let mut body = with(proposal(), "what", words);
        body["followKey"] = format!("{place:06}{}", &KEY[6..]).into();
        body["draft"]["email"] = "".into();
        let answer = self.installation.post(&format!("{ROOT}/proposals"), &format!("again-{place}"), &body);
        assert_eq!(answer.status, 201, "{}", answer.text());
        answer.json::<Value>()["number"].as_str().unwrap().to_owned()
    }
}

const FIRST: &str = "2026-0001";

#[test]
fn a_case_is_found_by_number_words_place_topic_owner_and_state() {
    let office = Office::new();
    let other = office.receive(1, "Een bankje bij de speeltuin, coördinatie nodig");
    let finds = |query: &str| office.search(&office.wil, query);
    for query in ["words=2026-0001", "words=0001", "words=licht", "words=INGANG%20meer", "words=donk"] {
        assert_eq!(finds(query), [FIRST], "{query}");
    }
    // Beginnings of words, with or without accents, in any order; nothing that people type is an operator.
    for query in ["words=bank", "words=coordinatie", "words=speeltuin%20een", "words=2026-0002"] {
        assert_eq!(finds(query), std::slice::from_ref(&other), "{query}");
    }
    for query in ["words=licht%20bankje", "words=OR", "words=%22", "words=*", "words=marks%3A*", "words=%F0%9F%92%A1"] {
        assert!(finds(query).is_empty(), "{query}");
    }
    // The newest first; without words everything fits, and the parts of a place or a topic belong to it.
    let both = [other, FIRST.to_owned()];
    for query in [
        "",
        "words=bij",
        "areaId=lindenflat",
        "areaId=noord",
        "areaId=de-linden",
        "topicId=openbare-ruimte",
        "topicId=verlichting",
        "state=open",
        "partnerId=woonstad",
        "words=bij&areaId=lindenflat&topicId=verlichting&partnerId=woonstad&state=open",
    ] {
        assert_eq!(finds(query), both, "{query}");
    }
    for query in ["areaId=de-haven", "areaId=linden", "topicId=ontmoeten", "state=ended", "partnerId=politie"] {
        assert!(finds(query).is_empty(), "{query}");
    }
    office.must(
        &office.wil,
        "/conclusion",
        json!({ "outcome": { "kind": "realised" }, "text": "De lantaarn brandt." }),
    );
    assert_eq!(finds("state=ended&words=lantaarn"), [FIRST]);
    for query in ["state=closed", "after=x", "areaId=A%20B", "words=a&sort=b"] {
        let path = format!("/api/v1/admin/case-search?{query}");
        assert_eq!(office.installation.official(&office.wil, "GET", &path, &Value::Null).status, 400, "{query}");
    }
    let long = format!("/api/v1/admin/case-search?words={}", "a".repeat(200));
    assert_eq!(office.installation.official(&office.wil, "GET", &long, &Value::Null).status, 400);
}

#[test]
fn nobody_finds_what_they_may_not_see() {
    let office = Office::new();
    // Everybody who may see it: the owner, who helps, and coordinators.
    for (who, finds) in [(&office.sanne, true), (&office.wil, true), (&office.bram, true), (&office.piet, false)] {
        assert_eq!(!office.search(who, "words=licht").is_empty(), finds);
        assert_eq!(!office.search(who, "").is_empty(), finds);
        assert_eq!(!office.search(who, "partnerId=woonstad").is_empty(), finds);
    }
    // Who is asked to take it over finds it until the answer is no.
    let offer = office.offer(&office.wil, "politie");
    assert_eq!(office.search(&office.piet, "words=licht"), [FIRST]);
    assert_eq!(office.reply(&office.piet, &offer, false).status, 200);
    assert!(office.search(&office.piet, "words=licht").is_empty());
    // Nor by what is between officials: reasons and notes.
    office.must(&office.wil, "/notes", json!({ "text": "Geheim overleg" }));
    for words in ["geheim", "werk", "van%20ons"] {
        assert!(office.search(&office.sanne, &format!("words={words}")).is_empty(), "{words}");
    }
    let threat = json!({ "text": "Ik word bedreigd door de overbuurman." });
    assert_eq!(follow_post(&office.installation, "threats", "threat", &threat).status, 200);
    assert!(office.search(&office.sanne, "words=overbuurman").is_empty());
}

#[test]
fn what_is_held_only_coordinators_find() {
    let office = Office::receiving(&with(proposal(), "why", "Mijn buurman is een dealer. Doe er iets aan."));
    assert_eq!(office.search(&office.sanne, "words=dealer"), [FIRST]);
    for who in [&office.wil, &office.bram] {
        assert!(office.search(who, "words=licht").is_empty());
    }
    office.must(
        &office.sanne,
        "/redaction",
        json!({ "why": "Er is overlast bij een portiek.", "reason": "Er stond een naam in." }),
    );
    office.must(&office.sanne, "/review-release", json!({}));
    assert_eq!(office.search(&office.wil, "words=portiek"), [FIRST]);
    // What was rewritten is found by nobody: the search is the same for all.
    for who in [&office.wil, &office.sanne] {
        assert!(office.search(who, "words=dealer").is_empty());
    }
}

#[test]
fn erased_words_are_not_in_the_search() {
    let office = Office::new();
    office.must(&office.sanne, "/erasure", json!({ "reason": "De bewoner belde." }));
    for words in ["licht", "durven", "ophangen"] {
        assert!(office.search(&office.sanne, &format!("words={words}")).is_empty(), "{words}");
    }
    assert_eq!(office.search(&office.sanne, "words=0001"), [FIRST], "the case is still there");
    // The terms themselves have left the index, and not only the rows that had them.
    let left = office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        sql.execute("CREATE VIRTUAL TABLE temp.term USING fts5vocab (main, case_search, row)", &[]).unwrap();
        let rows = sql.query("SELECT term FROM temp.term", &[]).unwrap();
        rows.iter().map(|row| row.text("term").unwrap().to_owned()).collect::<Vec<_>>()
    });
    let left = left.unwrap();
    assert!(left.contains(&"0001".to_owned()), "{left:?}");
    assert!(left.iter().all(|term| !term.contains("licht") && !term.contains("donker")), "{left:?}");
}

#[test]
fn cases_from_before_the_search_are_taken_in_by_a_job() {
    let office = Office::new();
    office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        sql.execute("DELETE FROM case_search", &[]).unwrap();
        sql.execute("INSERT INTO job (kind, key, due_at) VALUES ('index-cases', '', 0)", &[]).unwrap();
    });
    assert!(office.search(&office.wil, "words=licht").is_empty());
    office.installation.wait(0);
    assert_eq!(office.search(&office.wil, "words=licht"), [FIRST]);
    let missing = office
        .installation
        .objects
        .inspect(ObjectClass::Municipality, "kleinstad", |sql| case_search::missing(sql, 10).unwrap());
    assert_eq!(missing, Some(Vec::<CaseId>::new()));
}

#[test]
fn a_long_list_comes_in_pages_without_holes_or_doubles() {
    let office = Office::new();
    for place in 1..=204 {
        office.receive(place, "Meer groen in de straat");
    }
    let offer = office.offer(&office.wil, "politie");
    let pages = |who: &str, path: &str| {
        let (mut seen, mut sizes, mut after) = (Vec::new(), Vec::new(), String::new());
        loop {
            let path = format!("/api/v1/admin/{path}{after}");
            let list: CaseList = office.installation.official(who, "GET", &path, &Value::Null).json();
            sizes.push(list.cases.len());
            seen.extend(list.cases.into_iter().map(|case| case.number));
            match list.next {
                Some(next) => after = format!("&after={next}"),
                None => return (seen, sizes),
            }
        }
    };
    let all: Vec<String> = (1..=205).map(|serial| format!("2026-{serial:04}")).collect();
    for (who, path) in [
        (&office.wil, "cases?scope=mine"),
        (&office.bram, "cases?scope=supporting"),
        (&office.sanne, "cases?scope=all"),
        (&office.sanne, "cases?scope=all&partnerId=woonstad"),
    ] {
        assert_eq!(pages(who, path), (all.clone(), vec![100, 100, 5]), "{path}");
    }
    let newest: Vec<String> = all.iter().rev().cloned().collect();
    for path in ["case-search?words=", "case-search?words=&state=open", "case-search?words=de%20in"] {
        let (found, _) = pages(&office.wil, path);
        assert!(found.is_sorted_by(|one, other| one > other) && found.len() >= 204, "{path}");
        assert!(newest.ends_with(&found[found.len() - 1..]) || found.len() == 204, "{path}");
    }
    assert_eq!(office.list(&office.piet, "mine").len(), 1);
    assert_eq!(office.reply(&office.piet, &offer, true).status, 200);
    assert!(pages(&office.sanne, "cases?scope=all&partnerId=politie").0.contains(&FIRST.to_owned()));
    for query in ["scope=mine&after=x", "scope=mine&partnerId=woonstad", "scope=all&after=1~2~3"] {
        let path = format!("/api/v1/admin/cases?{query}");
        assert_eq!(office.installation.official(&office.sanne, "GET", &path, &Value::Null).status, 400, "{query}");
    }
}

#[test]
fn the_overview_counts_what_is_open_late_and_offered_of_every_partner() {
    let mut office = Office::new();
    office.receive(1, "Meer groen in de straat");
    office.offer(&office.wil, "politie");
    let path = "/api/v1/admin/case-overview";
    let read = |office: &Office| -> CaseOverview {
        office.installation.official(&office.sanne, "GET", path, &Value::Null).json()
    };
    let overview = read(&office);
    let [woonstad] = overview.partners.as_slice() else { panic!("{overview:?}") };
    assert_eq!((woonstad.partner_id.as_str(), woonstad.open, woonstad.late), ("woonstad", 2, 0));
    assert_eq!((woonstad.offered, woonstad.escalated), (1, 0));
    assert_eq!(woonstad.statuses.iter().map(|count| count.cases).sum::<u32>(), 2);
    for who in [&office.wil, &office.bram] {
        assert_eq!(office.installation.official(who, "GET", path, &Value::Null).status, 403);
    }
    office.wait(60);
    let late = read(&office);
    assert!(late.partners.iter().any(|one| one.late == 2 && one.escalated == 2), "{late:?}");
}
