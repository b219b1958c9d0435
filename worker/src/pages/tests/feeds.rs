//! Feeds: what a program reads, on the demo municipality; and that none of them says more than the public pages do.

use serde_json::Value;

use super::{Installation, installation};

const ATOM: &str = "http://www.w3.org/2005/Atom";

struct Entry {
    id: String,
    title: String,
    summary: String,
    address: String,
}

/// A feed as a program reads it: well formed, and as RFC 4287 wants it.
fn read(installation: &Installation, path: &str, language: &str) -> Vec<Entry> {
    let answer = installation.get(path);
    assert_eq!(answer.status, 200, "{path}");
    assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8");
    let text = answer.text();
    let feed = roxmltree::Document::parse(&text).unwrap();
    let root = feed.root_element();
    assert!(root.has_tag_name((ATOM, "feed")));
    assert_eq!(root.attribute(("http://www.w3.org/XML/1998/namespace", "lang")), Some(language));
    let child = |node: roxmltree::Node<'_, '_>, name: &str| -> String {
        let found: Vec<_> = node.children().filter(|child| child.has_tag_name((ATOM, name))).collect();
        assert_eq!(found.len(), 1, "exactly one {name} (RFC 4287, section 4.1)");
        found[0].text().unwrap_or_default().to_owned()
    };
    let link = |node: roxmltree::Node<'_, '_>, rel: &str| -> String {
        let mut links = node.children().filter(|child| child.has_tag_name((ATOM, "link")));
        links.find(|link| link.attribute("rel") == Some(rel)).unwrap().attribute("href").unwrap().to_owned()
    };
    assert_eq!(link(root, "self"), child(root, "id"));
    assert_eq!(link(root, "self"), format!("{}{path}", crate::testing::ORIGIN));
    assert!(root.children().any(|child| child.has_tag_name((ATOM, "author"))), "asked of every feed or entry");
    let nodes: Vec<_> = root.children().filter(|child| child.has_tag_name((ATOM, "entry"))).collect();
    let moments: Vec<shared::time::Instant> =
        nodes.iter().map(|entry| child(*entry, "updated").parse().unwrap()).collect();
    assert!(moments.is_sorted_by(|one, next| one >= next), "newest first");
    if let Some(newest) = moments.first() {
        assert_eq!(child(root, "updated").parse(), Ok(*newest));
    }
    let entries: Vec<Entry> = nodes
        .iter()
        .map(|entry| Entry {
            id: child(*entry, "id"),
            title: child(*entry, "title"),
            summary: child(*entry, "summary"),
            address: link(*entry, "alternate"),
        })
        .collect();
    let mut ids: Vec<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), entries.len(), "every entry is known by its own id");
    for entry in &entries {
        let path = entry.address.strip_prefix(crate::testing::ORIGIN).unwrap();
        assert_eq!(installation.get(path).status, 200, "{path}");
        assert!(!entry.summary.is_empty());
    }
    entries
}

/// The ids of the cases that a feed names.
fn cases(entries: &[Entry]) -> std::collections::BTreeSet<String> {
    let case = |entry: &Entry| entry.address.split_once("/initiatieven/").map(|(_, id)| id.to_owned());
    entries.iter().filter_map(case).collect()
}

fn initiatives(installation: &Installation) -> Vec<Value> {
    let list: Value = installation.get("/api/v1/municipalities/waterdam/initiatives").json();
    list.as_array().unwrap().clone()
}

#[test]
fn the_feed_is_atom_and_tells_of_polls_reports_and_public_ideas() {
    let installation = installation();
    for (language, reported) in [("nl", "Wat doen we met uw antwoorden?"), ("en", "What do we do with your answers?")] {
        let entries = read(&installation, &format!("/waterdam/{language}/feed.atom"), language);
        assert_eq!(entries.iter().filter(|entry| entry.title.starts_with(reported)).count(), 2);
        let polls = entries.iter().filter(|entry| entry.address.contains("/peilingen/")).count();
        assert_eq!(polls, 7, "five polls have opened and two have their report");
        let public: std::collections::BTreeSet<String> =
            initiatives(&installation).iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect();
        assert_eq!(cases(&entries), public);
        let home = installation.get(&format!("/waterdam/{language}")).text();
        assert!(home.contains(&format!("type=\"application/atom+xml\" href=\"/waterdam/{language}/feed.atom\"")));
        assert!(home.contains(&format!("/waterdam/{language}/nieuws")));
    }
    assert_eq!(installation.get("/nergens/nl/feed.atom").status, 404);
}

#[test]
fn an_area_has_what_lies_in_it_and_a_topic_what_belongs_to_it() {
    let installation = installation();
    let all = initiatives(&installation);
    assert!(all.len() >= 2);
    let municipality: Value = installation.get("/api/v1/municipalities/waterdam").json();
    let mut told_by_areas = std::collections::BTreeSet::new();
    for area in municipality["areas"].as_array().unwrap() {
        let id = area["id"].as_str().unwrap();
        let entries = read(&installation, &format!("/waterdam/nl/wijken/{id}/feed.atom"), "nl");
        let lies_in = |mut place: String| loop {
            if place == id {
                break true;
            }
            let areas = municipality["areas"].as_array().unwrap();
            match areas.iter().find(|area| area["id"] == place.as_str()).and_then(|area| area["parentId"].as_str()) {
                Some(parent) => place = parent.to_owned(),
                None => break false,
            }
        };
        let expected: std::collections::BTreeSet<String> = all
            .iter()
            .filter(|one| lies_in(one["areaId"].as_str().unwrap().to_owned()))
            .map(|one| one["id"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(cases(&entries), expected, "{id}");
        told_by_areas.extend(expected);
    }
    assert_eq!(told_by_areas.len(), all.len());
    for topic in municipality["topics"].as_array().unwrap() {
        let id = topic["id"].as_str().unwrap();
        let entries = read(&installation, &format!("/waterdam/nl/onderwerpen/{id}/feed.atom"), "nl");
        for one in all.iter().filter(|one| one["topicId"] == id) {
            assert!(cases(&entries).contains(one["id"].as_str().unwrap()), "{id}");
        }
    }
    // Every feed that the page names is there.
    let page = installation.get("/waterdam/nl/nieuws").text();
    let named: Vec<&str> = page
        .split("href=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .filter(|address| address.ends_with("/feed.atom"))
        .collect();
    assert!(named.len() > 10, "{named:?}");
    for address in named {
        assert_eq!(installation.get(address).status, 200, "{address}");
    }
    for nowhere in ["/waterdam/nl/wijken/nergens/feed.atom", "/waterdam/nl/onderwerpen/niets/feed.atom"] {
        assert_eq!(installation.get(nowhere).status, 404);
    }
}

#[test]
fn what_is_taken_out_of_public_is_in_no_feed_any_more() {
    let installation = installation();
    let case = initiatives(&installation)[0].clone();
    let id = case["id"].as_str().unwrap();
    let area = format!("/waterdam/nl/wijken/{}/feed.atom", case["areaId"].as_str().unwrap());
    let title = case["title"].as_str().unwrap();
    assert!(installation.get(&area).text().contains(id));
    let file = super::demo();
    let coordinator = file.officials.iter().find(|one| one.role == shared::actor::Role::Coordinator).unwrap();
    let cookie = installation.sign_in("waterdam", coordinator.id.as_str());
    let path = format!("/api/v1/admin/cases/{id}");
    let detail: Value = installation.official(&cookie, "GET", &path, &Value::Null).json();
    let hiding = serde_json::json!({ "version": detail["version"], "reason": "Iemand was te herkennen." });
    assert_eq!(installation.official(&cookie, "POST", &format!("{path}/hiding"), &hiding).status, 200);
    installation.edge.snapshots().forget(&"waterdam".parse().unwrap());
    for feed in [area.as_str(), "/waterdam/nl/feed.atom"] {
        let text = installation.get(feed).text();
        assert!(!text.contains(id) && !text.contains(title), "{feed}");
    }
}
