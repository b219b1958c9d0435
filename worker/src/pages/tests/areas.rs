//! The page of an area.

use serde_json::{Value, json};
use shared::text::Language;

use super::{demo, installation};
use crate::testing::Installation;

/// What stands under a heading, up to the next section.
fn section<'a>(page: &'a str, id: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no {id}"));
    rest.split("</section>").next().unwrap()
}

fn coordinator(installation: &Installation) -> String {
    let file = demo();
    let coordinator = file.officials.iter().find(|one| one.role == shared::actor::Role::Coordinator).unwrap();
    installation.sign_in("waterdam", coordinator.id.as_str())
}

#[test]
fn every_area_has_a_page_and_no_list_on_it_is_empty() {
    let installation = installation();
    let municipality: Value = installation.get("/api/v1/municipalities/waterdam").json();
    for area in municipality["areas"].as_array().unwrap() {
        for language in Language::ALL.map(Language::tag) {
            let path = format!("/waterdam/{language}/wijken/{}", area["id"].as_str().unwrap());
            let answer = installation.get(&path);
            assert_eq!(answer.status, 200, "{path}");
            let page = answer.text();
            let heading = page.split("<h1").nth(1).and_then(|rest| rest.split("</h1>").next()).unwrap();
            assert!(heading.contains(area["name"].as_str().unwrap()), "{path}: {heading}");
            for list in ["polls-title", "initiatives-title", "done-title", "contacts-title"] {
                let here = section(&page, list);
                let says = here.contains("<li>") || here.contains("<p>");
                assert!(says && !here.contains("<ul class=\"cards\"></ul>"), "{path}: {list}: {here}");
            }
            for number in ["112", "09008844"] {
                let link = format!("href=\"tel:{number}\"");
                assert!(section(&page, "contacts-title").contains(&link), "{path}: {number} can be pressed");
            }
            assert!(page.contains(&format!("/waterdam/{language}/idee\"")), "{path}: what one can do");
            // Every way out of it is there.
            for address in page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                if address.starts_with("/waterdam/") {
                    assert!(installation.get(address).status.as_u16() < 400, "{path} leads to {address}");
                }
            }
        }
    }
    assert_eq!(installation.get("/waterdam/nl/wijken/nergens").status, 404);
}

#[test]
fn only_public_contacts_are_shown_in_the_area_and_in_what_lies_in_it() {
    let installation = installation();
    let cookie = coordinator(&installation);
    let contact = |area: &str, name: &str, public: bool| {
        let body = json!({ "version": 0, "partnerId": "politie", "role": "neighbourhoodOfficer", "name": name,
            "phone": "0900 8844", "public": public });
        let path = format!("/api/v1/admin/areas/{area}/contacts");
        assert_eq!(installation.official(&cookie, "POST", &path, &body).status, 200);
    };
    contact("oude-sluis", "Openbaar Persoon", true);
    contact("oude-sluis", "Besloten Persoon", false);
    let page = |area: &str| installation.get(&format!("/waterdam/nl/wijken/{area}")).text();
    let here = page("oude-sluis");
    assert!(here.contains("Openbaar Persoon") && here.contains("wijkagent") && !here.contains("Besloten Persoon"));
    assert!(!page("havenkwartier").contains("Openbaar Persoon"), "it is not about the whole wijk");
    contact("havenkwartier", "Persoon van de wijk", true);
    assert!(page("oude-sluis").contains("Persoon van de wijk"));
}

#[test]
fn the_news_page_and_the_feed_lead_to_the_area() {
    let installation = installation();
    let news = installation.get("/waterdam/nl/nieuws").text();
    assert!(news.contains("href=\"/waterdam/nl/wijken/oude-sluis\""));
    let feed = installation.get("/waterdam/nl/wijken/oude-sluis/feed.atom").text();
    assert!(feed.contains("href=\"http://127.0.0.1:8787/waterdam/nl/wijken/oude-sluis\""), "{feed}");
}

/// Every page, feed and answer for the public that the demo municipality has.
fn public_addresses(installation: &Installation) -> Vec<String> {
    const API: &str = "/api/v1/municipalities/waterdam";
    let municipality: Value = installation.get(API).json();
    let ids = |list: &Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let (areas, topics) = (ids(&municipality["areas"]), ids(&municipality["topics"]));
    let polls = ids(&installation.get(&format!("{API}/polls")).json());
    let initiatives = ids(&installation.get(&format!("{API}/initiatives")).json());
    let mut tails: Vec<String> =
        ["", "/idee", "/initiatieven", "/volgen", "/feed.atom", "/nieuws"].map(String::from).into();
    for poll in &polls {
        tails.extend(["", "/bedankt", "/papier"].map(|tail| format!("/peilingen/{poll}{tail}")));
    }
    tails.extend(initiatives.iter().map(|id| format!("/initiatieven/{id}")));
    tails.extend(areas.iter().flat_map(|id| ["", "/feed.atom"].map(|tail| format!("/wijken/{id}{tail}"))));
    tails.extend(topics.iter().map(|id| format!("/onderwerpen/{id}/feed.atom")));
    let mut addresses = vec![API.to_owned(), format!("{API}/polls"), format!("{API}/initiatives")];
    for (place, language) in [("", "nl"), ("", "en"), ("/frame/v1", "nl"), ("/frame/v1", "en")] {
        addresses.extend(tails.iter().map(|tail| format!("{place}/waterdam/{language}{tail}")));
    }
    for poll in &polls {
        let files = ["", "/figures.csv", "/figures.json", "/code-book.csv"];
        addresses.extend(files.map(|file| format!("{API}/polls/{poll}{file}")));
    }
    addresses.extend(initiatives.iter().map(|id| format!("{API}/initiatives/{id}")));
    addresses.extend(areas.iter().map(|id| format!("{API}/routes?areaId={id}&kind=initiative")));
    addresses
}

/// The demo has something in every field. None of it may be read anywhere but by officials.
#[test]
fn nothing_that_officials_keep_of_areas_is_public() {
    let installation = installation();
    let sample = demo().sample.unwrap();
    let mut secret: Vec<String> = ["networkLevel", "looseSand", "beginningNetwork", "Los zand", "Beginnend netwerk"]
        .into_iter()
        .chain(["buildingRelations", "dividingRoles", "findingPace", "buildingCycle", "cohesion", "willingness"])
        .map(String::from)
        .collect();
    for area in &sample.areas {
        secret.extend(area.levels.iter().map(|level| level.judgement.reason.clone()));
        secret.extend(area.phases.iter().map(|phase| phase.phase.next.clone()));
        secret.extend(area.helps.iter().flat_map(|help| [help.group.clone(), help.note.clone()]));
        let closed = area.contacts.iter().filter(|contact| !contact.public);
        secret.extend(closed.flat_map(|contact| [contact.name.clone(), contact.phone.clone(), contact.email.clone()]));
    }
    secret.retain(|text| !text.is_empty());
    assert!(secret.len() > 20, "{secret:?}");
    let (mut read, mut contacts) = (0, 0);
    for address in public_addresses(&installation) {
        let answer = installation.get(&address);
        let text = answer.text();
        for secret in &secret {
            assert!(!text.contains(secret.as_str()), "{address} holds {secret}");
        }
        read += usize::from(answer.status == 200);
        let shown = text.contains("Agnieszka Kowalska");
        assert!(!shown || address.contains("/wijken/molenbuurt"), "{address} shows who belongs elsewhere");
        contacts += usize::from(shown);
    }
    assert!(read > 150 && contacts == 2, "{read} answers read, {contacts} with the contact");
}
