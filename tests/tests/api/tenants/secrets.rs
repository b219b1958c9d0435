//! What officials keep of areas stays with officials: a word of its own in every field, and every public route read.

use serde_json::{Value, json};
use ureq::http::Method;

use super::{FOLLOW_KEY, For, NOBODYS, PLACES, ROUTES, Towns, ask_page, towns::Ids};

const AREA: &str = "/api/v1/admin/areas/de-linden";
/// In every text that only officials may read.
const SECRET: &str = "kwartelslag";
/// In what residents may see, so that the test reads the right pages.
const PUBLIC: &str = "zilvermeeuw";

/// Fills every field. The levels, the phase and the measures are words of the program itself; see [`NEVER`].
fn fill(towns: &Towns) {
    let judge = |level: &str| json!({ "level": level, "reason": format!("{SECRET} reden") });
    for level in ["looseSand", "beginningNetwork", "group"] {
        let _ = towns.coordinator.post(&format!("{AREA}/levels"), &judge(level)).expect(200);
    }
    for phase in ["buildingRelations", "dividingRoles", "findingPace", "buildingCycle"] {
        let body = json!({ "phase": phase, "next": format!("{SECRET} stap") });
        let _ = towns.coordinator.post(&format!("{AREA}/phases"), &body).expect(200);
    }
    for (answer, on) in [("waiting", Value::Null), ("yes", json!("2026-01-02")), ("no", json!("2026-01-02"))] {
        let body = json!({ "version": 0, "group": format!("{SECRET} groep"), "toAreaId": "zuid",
            "askedOn": "2026-01-01", "answer": answer, "answeredOn": on, "note": format!("{SECRET} afspraak") });
        let _ = towns.coordinator.post(&format!("{AREA}/group-helps"), &body).expect(200);
    }
    let contact = |word: &str, phone: &str, public: bool| {
        json!({ "version": 0, "partnerId": "gemeente", "role": "communityWorker", "name": format!("{word} naam"),
            "phone": phone, "email": format!("{word}@voorbeeld.example"), "public": public })
    };
    for (word, phone, public) in [(SECRET, "0611223344", false), (PUBLIC, "0655667788", true)] {
        let _ = towns.coordinator.post(&format!("{AREA}/contacts"), &contact(word, phone, public)).expect(200);
    }
}

/// What no public answer holds: the secret texts, the number of the one who is not public, and the names of fields and
/// of levels, phases and measures.
const NEVER: [&str; 17] = [
    SECRET,
    "0611223344",
    "networkLevel",
    "network_level",
    "looseSand",
    "beginningNetwork",
    "Los zand",
    "Beginnend netwerk",
    "buildingRelations",
    "dividingRoles",
    "findingPace",
    "buildingCycle",
    "groupHelp",
    "\"helps\":",
    "cohesion",
    "willingness",
    "judged",
];

/// The path of a public route in grootstad, about what is there.
fn path(route: &str, ids: &Ids, language: &str) -> String {
    let known = route.replace("{area_id}", "de-linden").replace("{topic_id}", "ontmoeten");
    let known = known.replace("{language}", language);
    let path = ids.path(&known).replace("kleinstad", "grootstad");
    if path.ends_with("/routes") { format!("{path}?areaId=de-linden&kind=idea") } else { path }
}

#[test]
fn what_officials_keep_of_areas_is_on_no_public_route() {
    let towns = Towns::start();
    fill(&towns);
    end_the_poll(&towns);
    let anybody = towns.server.anybody();
    let (mut read, mut seen_public) = (0, Vec::new());
    for (method, route, who) in ROUTES.iter().filter(|(_, _, who)| !matches!(who, For::Officials | For::Operator)) {
        let places = if *who == For::Page { &PLACES[..] } else { &[""] };
        for (place, language) in places.iter().flat_map(|place| ["nl", "en"].map(|language| (place, language))) {
            let path = path(&format!("{place}{route}"), &towns.grootstads, language);
            let answer = match (*method, who) {
                ("GET", _) => anybody.send(Method::GET, &path, None, &[("follow-key", FOLLOW_KEY)]),
                (_, For::Page | For::Document) => ask_page(&anybody, method, &path, &towns.grootstads),
                (method, _) => anybody.send(method.parse().unwrap(), &path, Some(&json!({})), &[]),
            };
            let text = answer.text();
            for word in NEVER {
                assert!(!text.contains(word), "{method} {path} holds {word}: {text}");
            }
            read += usize::from(answer.status == 200);
            if text.contains(PUBLIC) {
                seen_public.push(path);
            }
        }
    }
    assert!(read > 50, "{read} answers are worth reading");
    let pages = ["nl", "en"].map(|language| format!("/grootstad/{language}/wijken/de-linden"));
    assert_eq!(seen_public, pages, "who may be seen stands on the page of the area and nowhere else");
    // Officials see it all.
    let detail = towns.coordinator.get(AREA).expect(200).text();
    assert!(detail.contains(&format!("{SECRET} reden")) && detail.contains(&format!("{SECRET} afspraak")));
    assert_ne!(NOBODYS, SECRET);
}

/// A question is marked as measuring, and its figures become open data with the report.
fn end_the_poll(towns: &Towns) {
    let editor = towns.server.sign_in("grootstad", "els");
    let poll = format!("/api/v1/admin/polls/{}", towns.grootstads.poll);
    let version = || editor.get(&poll).expect(200).json()["version"].clone();
    let _ = towns.server.until_poll("grootstad", &towns.grootstads.poll, "closed");
    let mark = format!("/api/v1/admin/area-measures/{}/kies", towns.grootstads.poll);
    let _ = editor.put(&mark, &json!({ "about": "ja", "measure": "cohesion" })).expect(200);
    let _ = editor.put(&mark, &json!({ "about": "nee", "measure": "willingness" })).expect(200);
    let text = json!({ "nl": "Wij zetten in het voorjaar lampen bij het pad." });
    let report = json!({ "version": version(), "heard": text, "weDo": [{ "text": text, "byWhom": "gemeente" }],
        "youCan": [{ "text": text }] });
    let _ = editor.put(&format!("{poll}/report"), &report).expect(200);
    let open_data = format!("/api/v1/municipalities/grootstad/polls/{}/figures.json", towns.grootstads.poll);
    let _ = towns.server.anybody().get(&open_data).expect(200);
}
