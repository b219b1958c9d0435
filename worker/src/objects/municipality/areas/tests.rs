//! Areas through the router, on objects in memory.

use serde_json::{Value, json};
use shared::{
    area::NetworkLevel,
    wire::areas::{AreaDetail, AreaList, Basis, MeasuresView},
};

use crate::{
    objects::ObjectClass,
    store::Sql,
    testing::{Answer, Installation, small_file},
};

const AREA: &str = "/api/v1/admin/areas/de-linden";

struct Office {
    installation: Installation,
    sanne: String,
    bram: String,
    wil: String,
}

impl Office {
    fn new() -> Self {
        let installation = Installation::new();
        let [sanne, bram, wil] = ["sanne", "bram", "wil"].map(|official| installation.sign_in("kleinstad", official));
        Self { installation, sanne, bram, wil }
    }

    fn post(&self, who: &str, tail: &str, body: &Value) -> Answer {
        self.installation.official(who, "POST", &format!("{AREA}{tail}"), body)
    }

    fn read(&self, who: &str) -> AreaDetail {
        self.installation.official(who, "GET", AREA, &Value::Null).json()
    }
}

fn judgement(level: &str, reason: &str) -> Value {
    json!({ "level": level, "reason": reason })
}

fn contact(partner: &str, public: bool) -> Value {
    json!({ "version": 0, "partnerId": partner, "role": "neighbourhoodOfficer", "name": "Kees Post",
        "phone": "0900 8844", "email": "kees@politie.example", "public": public })
}

fn help(to: &str, answer: &str, on: Option<&str>) -> Value {
    json!({ "version": 0, "group": "Portiek 4", "toAreaId": to, "askedOn": "2026-02-01", "answer": answer,
        "answeredOn": on, "note": "Zij koken graag." })
}

#[test]
fn the_coordinator_judges_with_a_reason_and_every_judgement_is_kept() {
    let office = Office::new();
    // What the operator's file says is where it begins.
    let line = office.read(&office.sanne).line;
    assert_eq!((line.level(), &line.judged.unwrap().basis), (Some(NetworkLevel::LooseSand), &Basis::File));
    let judged = office.post(&office.sanne, "/levels", &judgement("beginningNetwork", "Twee bewoners koken samen."));
    assert_eq!(judged.status, 200, "{}", judged.text());
    office.installation.objects.advance(1_000);
    let _ = office.post(&office.sanne, "/levels", &judgement("group", "Zij belden zelf de wijkagent."));
    let detail = office.read(&office.bram);
    assert_eq!(detail.line.level(), Some(NetworkLevel::Group));
    let levels: Vec<NetworkLevel> = detail.levels.iter().map(|entry| entry.level).collect();
    assert_eq!(levels, [NetworkLevel::Group, NetworkLevel::BeginningNetwork, NetworkLevel::LooseSand]);
    let Basis::Judgement { by, reason } = &detail.levels[0].basis else { panic!("no judgement") };
    assert_eq!((by.as_str(), reason.as_str()), ("Sanne de Wit", "Zij belden zelf de wijkagent."));
    // Without a reason it is a label, and it is nobody else's to give.
    assert_eq!(
        office.post(&office.sanne, "/levels", &judgement("group", " ")).problem().faults[0].fault.field,
        "reason"
    );
    assert_eq!(office.post(&office.bram, "/levels", &judgement("group", "Ja.")).status, 403);
    // A file from before does not take it back; nor does it add anything.
    assert_eq!(office.installation.load("kleinstad", &small_file()).status, 200);
    assert_eq!(office.read(&office.sanne), detail);
    let list: AreaList = office.installation.official(&office.wil, "GET", "/api/v1/admin/areas", &Value::Null).json();
    assert_eq!(list.areas.len(), 5);
    let me: Value = office.installation.official(&office.sanne, "GET", "/api/v1/admin/me", &Value::Null).json();
    assert_eq!(me["areas"][1]["networkLevel"], "group", "what other pages say of it is the same");
}

#[test]
fn history_is_only_added_to() {
    let office = Office::new();
    let _ = office.post(&office.sanne, "/levels", &judgement("group", "Zij doen het zelf."));
    let _ = office.post(&office.sanne, "/phases", &json!({ "phase": "dividingRoles", "next": "Wie doet wat?" }));
    office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        for change in [
            "UPDATE area_level SET level = 'looseSand'",
            "UPDATE area_level SET at = 0",
            "DELETE FROM area_level",
            "UPDATE area_phase SET phase = NULL",
            "DELETE FROM area_phase",
        ] {
            assert!(sql.execute(change, &[]).is_err(), "{change}");
        }
    });
    let _ = office.post(&office.sanne, "/phases", &json!({}));
    let detail = office.read(&office.sanne);
    assert_eq!((detail.line.phase, detail.phases.len()), (None, 2), "the aid can be put away");
    let actions = office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        assert_eq!(crate::store::audit::first_break(sql).unwrap(), None);
        let rows = sql.query("SELECT action FROM audit WHERE object = 'area:de-linden' ORDER BY number", &[]).unwrap();
        rows.iter().map(|row| row.text("action").unwrap().to_owned()).collect::<Vec<_>>()
    });
    assert_eq!(actions.unwrap(), ["area.judge", "area.phase", "area.phase"]);
}

#[test]
fn a_change_is_stored_whole_or_not_at_all() {
    let office = Office::new();
    office.installation.check_all_or_nothing(ObjectClass::Municipality, "kleinstad", || {
        office.post(&office.sanne, "/levels", &judgement("group", "Zij doen het zelf.")).status
    });
}

#[test]
fn a_handler_keeps_the_contacts_of_their_own_partner() {
    let office = Office::new();
    assert_eq!(office.post(&office.wil, "/contacts", &contact("politie", true)).status, 403);
    assert_eq!(office.post(&office.sanne, "/contacts", &contact("politie", true)).status, 200);
    let added: AreaDetail = office.post(&office.wil, "/contacts", &contact("woonstad", false)).json();
    let own = added.contacts.iter().find(|one| one.partner_id.as_str() == "woonstad").unwrap();
    let theirs = added.contacts.iter().find(|one| one.partner_id.as_str() == "politie").unwrap();
    let removal = |who: &str, id: &str, version: u32| {
        office.post(who, &format!("/contacts/{id}/removal"), &json!({ "version": version }))
    };
    assert_eq!(removal(&office.wil, theirs.id.as_str(), 1).status, 403);
    let path = format!("{AREA}/contacts/{}", own.id);
    let mut changed = contact("woonstad", true);
    assert_eq!(office.installation.official(&office.wil, "PUT", &path, &changed).problem().code, "versionPassed");
    changed["version"] = 1.into();
    assert_eq!(office.installation.official(&office.wil, "PUT", &path, &changed).status, 200);
    assert_eq!(removal(&office.wil, own.id.as_str(), 1).problem().code, "versionPassed");
    let left: AreaDetail = removal(&office.wil, own.id.as_str(), 2).json();
    assert_eq!(left.contacts.len(), 1);
    // Whoever stands at a buurt is found in its buildings, and not the other way round.
    let read = |area: &str| -> AreaDetail {
        let path = format!("/api/v1/admin/areas/{area}");
        office.installation.official(&office.sanne, "GET", &path, &Value::Null).json()
    };
    assert_eq!((read("lindenflat").contacts.len(), read("noord").contacts.len()), (1, 0));
    let elsewhere = format!("/api/v1/admin/areas/zuid/contacts/{}/removal", theirs.id);
    let refused = office.installation.official(&office.sanne, "POST", &elsewhere, &json!({ "version": 1 }));
    assert_eq!(refused.status, 404);
}

#[test]
fn a_group_that_was_asked_is_seen_where_it_is_and_where_it_helps() {
    let office = Office::new();
    let noted: AreaDetail = office.post(&office.wil, "/group-helps", &help("de-haven", "waiting", None)).json();
    let id = noted.helps[0].id.clone();
    let mut answered = help("de-haven", "yes", Some("2026-02-10"));
    answered["version"] = 1.into();
    let path = format!("{AREA}/group-helps/{id}");
    assert_eq!(office.installation.official(&office.bram, "PUT", &path, &answered).status, 200);
    assert_eq!(office.installation.official(&office.bram, "PUT", &path, &answered).problem().code, "versionPassed");
    let there: AreaDetail =
        office.installation.official(&office.sanne, "GET", "/api/v1/admin/areas/zuid", &Value::Null).json();
    assert_eq!(there.helps[0].answered_on.unwrap().to_string(), "2026-02-10");
    for nonsense in [help("de-linden", "waiting", None), help("nergens", "waiting", None)] {
        let refused = office.post(&office.wil, "/group-helps", &nonsense).problem();
        assert_eq!(refused.faults[0].fault.field, "toAreaId");
    }
}

#[test]
fn new_ideas_are_listed_for_those_who_may_see_them() {
    let office = Office::new();
    let proposal = json!({
        "draft": { "areaId": "lindenflat", "topicId": "verlichting", "what": "Samen eten in de hal" },
        "language": "nl", "followKey": "0123456789abcdefghjkmnpqrs"
    });
    let sent = office.installation.post("/api/v1/municipalities/kleinstad/proposals", "first", &proposal);
    assert_eq!(sent.status, 201, "{}", sent.text());
    let piet = office.installation.sign_in("kleinstad", "piet");
    for (who, cases) in [(&office.sanne, 1), (&office.wil, 1), (&piet, 0)] {
        assert_eq!(office.read(who).new_cases.len(), cases);
    }
    let flat: AreaDetail =
        office.installation.official(&office.sanne, "GET", "/api/v1/admin/areas/lindenflat", &Value::Null).json();
    assert_eq!((flat.new_cases[0].title.as_str(), flat.groups_nearby.len()), ("Samen eten in de hal", 0));
    office.installation.objects.advance(121 * 24 * 3_600_000);
    let sanne = office.installation.sign_in("kleinstad", "sanne");
    assert_eq!(office.read(&sanne).new_cases.len(), 0, "not new any more");
}

#[test]
fn who_sees_no_cases_sees_no_areas_and_what_is_not_there_is_not_found() {
    let office = Office::new();
    let ali = office.installation.sign_in("kleinstad", "ali");
    let rik = office.installation.sign_in("kleinstad", "rik");
    for path in ["/api/v1/admin/areas", AREA, "/api/v1/admin/area-measures"] {
        assert_eq!(office.installation.official(&ali, "GET", path, &Value::Null).status, 403);
        assert_eq!(office.installation.official(&rik, "GET", path, &Value::Null).status, 200);
    }
    assert_eq!(office.installation.official(&rik, "GET", "/api/v1/admin/areas/nergens", &Value::Null).status, 404);
    assert_eq!(office.post(&rik, "/contacts", &contact("gemeente", true)).status, 403);
}

/// A poll in the sample, so that it is over and counted: the scan, with a scale beside it.
/// So many in a second area said that they know nobody.
fn with_figures(lonely: u32) -> Installation {
    let scan: Value =
        serde_json::from_str(include_str!("../../../../../shared/src/poll/library/netwerkscan.json")).unwrap();
    let mut questions = scan["questions"].clone();
    questions.as_array_mut().unwrap().push(json!({
        "id": "thuis", "text": { "nl": "Hoe thuis voelt u zich?" },
        "kind": { "type": "scale", "to": 5, "low": { "nl": "niet" }, "high": { "nl": "heel" } }
    }));
    let answers = |names: &str, home: u8| {
        let [talk, help, together, group] = match names {
            "tien" => ["week", "drie", "vaker", "ja"],
            "een-negen" => ["maand", "een", "een", "begin"],
            _ => ["nooit", "geen", "niet", "nee"],
        };
        json!({ "netwerk-namen": { "choice": names }, "netwerk-praten": { "choice": talk },
            "netwerk-hulp": { "choice": help }, "netwerk-samen": { "choice": together },
            "netwerk-groep": { "choice": group }, "thuis": { "scale": home } })
    };
    let group = |area: &str, count: u32, names: &str, home: u8| json!({ "count": count, "areaId": area, "answers": answers(names, home) });
    let mut file = serde_json::to_value(small_file()).unwrap();
    file["sample"] = json!({ "polls": [{
        "poll": { "id": "scan", "title": { "nl": "Vijf vragen" }, "intro": { "nl": "Over uw buurt." },
            "influence": "inform", "asksArea": true, "questions": questions },
        "opens": -20, "closes": -10,
        "ballots": [
            group("de-linden", 20, "tien", 4), group("de-linden", 20, "een-negen", 3),
group("de-haven", 20, "tien", 4), group("de-haven", 20, "een-negen", 3),
            group("de-haven", lonely, "geen", 3),
        ],
    }] });
    let installation = Installation::empty();
    let loaded = installation.load("kleinstad", &serde_json::from_value(file).unwrap());
    assert_eq!(loaded.status, 201, "{}", loaded.text());
    installation
}

#[test]
fn the_scan_stands_in_the_history_where_its_figures_are_published() {
    let installation = with_figures(0);
    let sanne = installation.sign_in("kleinstad", "sanne");
    let read = |area: &str| -> AreaDetail {
        installation.official(&sanne, "GET", &format!("/api/v1/admin/areas/{area}"), &Value::Null).json()
    };
    let linden = read("de-linden");
    let scanned = linden.line.scanned.clone().unwrap();
    // (20 × 2 + 20 × 1) / 40 = 1.5 for each of five questions.
    let Basis::Scan { score, answers, .. } = scanned.basis else { panic!("no scan") };
    assert!((score - 7.5).abs() < 1e-9 && answers == 40);
    assert_eq!((scanned.level, linden.line.level()), (NetworkLevel::Group, Some(NetworkLevel::LooseSand)));
    assert_eq!(linden.levels.len(), 2, "the scan and the file");
    assert_eq!(read("zuid").line.scanned, None, "nobody was asked about the whole wijk");
}

/// As where the poll closed under a release that kept no levels.
#[test]
fn a_scan_from_before_levels_were_kept_is_taken_in_once() {
    let installation = with_figures(0);
    let sanne = installation.sign_in("kleinstad", "sanne");
    let read = || -> AreaDetail { installation.official(&sanne, "GET", AREA, &Value::Null).json() };
    let whole = read();
    installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        sql.execute("DROP TRIGGER area_level_no_delete; DELETE FROM area_level WHERE poll_id IS NOT NULL", &[])
            .unwrap();
        sql.execute(include_str!("../../../store/migrations/municipality/0029_earlier_scans.sql"), &[]).unwrap();
    });
    assert_eq!(read().line.scanned, None);
    let ran = crate::testing::ready(installation.objects.run_due_work("kleinstad"));
    assert_eq!((ran.failed, read()), (0, whole.clone()), "with the day of its figures");
    installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        sql.execute(include_str!("../../../store/migrations/municipality/0029_earlier_scans.sql"), &[]).unwrap();
    });
    let _ = crate::testing::ready(installation.objects.run_due_work("kleinstad"));
    assert_eq!(read(), whole, "a job may be done twice");
}

/// Somebody's name stood in it.
#[test]
fn a_reason_is_emptied_and_what_was_judged_stays() {
    let office = Office::new();
    let _ = office.post(&office.sanne, "/levels", &judgement("group", "Kwartelslag regelt alles."));
    let _ = office.post(&office.sanne, "/phases", &json!({ "phase": "dividingRoles", "next": "Kwartelslag bellen" }));
    let before = office.read(&office.sanne);
    let (level, phase) = (before.levels[0].number, before.phases[0].number);
    let empty = |who: &str, tail: &str| office.post(who, &format!("{tail}/emptying"), &json!({})).status;
    assert_eq!(empty(&office.bram, &format!("/levels/{level}")), 403);
    assert_eq!(empty(&office.sanne, "/levels/999"), 404);
    assert_eq!(empty(&office.sanne, &format!("/levels/{level}")), 200);
    assert_eq!(empty(&office.sanne, &format!("/phases/{phase}")), 200);
    let after = office.read(&office.sanne);
    assert_eq!((after.line.level(), after.line.phase), (before.line.level(), before.line.phase));
    let Basis::Judgement { reason, .. } = &after.levels[0].basis else { panic!("no judgement") };
    assert_eq!((reason.as_str(), &after.phases[0].next), ("", &None));
    let left = office.installation.dump(ObjectClass::Municipality, "kleinstad").join("\n");
    assert!(!left.contains("Kwartelslag"), "{left}");
    // Nothing is left to empty, and what the operator's file says has no reason.
    assert_eq!(empty(&office.sanne, &format!("/levels/{level}")), 404);
    let file = after.levels.last().unwrap().number;
    assert_eq!(empty(&office.sanne, &format!("/levels/{file}")), 404);
    // Another area's history is not this one's.
    let _ = office.post(&office.sanne, "/levels", &judgement("group", "Weer een reden."));
    let number = office.read(&office.sanne).levels[0].number;
    let path = format!("/api/v1/admin/areas/zuid/levels/{number}/emptying");
    assert_eq!(office.installation.official(&office.sanne, "POST", &path, &json!({})).status, 404);
}

#[test]
fn a_hidden_figure_places_no_area() {
    let installation = with_figures(4);
    let sanne = installation.sign_in("kleinstad", "sanne");
    let list: AreaList = installation.official(&sanne, "GET", "/api/v1/admin/areas", &Value::Null).json();
    assert!(list.areas.iter().all(|line| line.scanned.is_none()), "four people could be read from it");
}

#[test]
fn an_editor_says_what_a_question_measures_and_hidden_figures_stay_hidden() {
    let installation = with_figures(0);
    let [els, bram] = ["els", "bram"].map(|official| installation.sign_in("kleinstad", official));
    let put = |who: &str, question: &str, body: &Value| {
        installation.official(who, "PUT", &format!("/api/v1/admin/area-measures/scan/{question}"), body)
    };
    let cohesion = json!({ "measure": "cohesion" });
    assert_eq!(put(&bram, "thuis", &cohesion).status, 403);
    let view: MeasuresView = put(&els, "thuis", &cohesion).json();
    assert_eq!(view.polls[0].questions.iter().filter(|one| one.measure.is_some()).count(), 1);
    let willing = json!({ "about": "vaker", "measure": "willingness" });
    assert_eq!(put(&els, "netwerk-samen", &willing).status, 200);
    assert_eq!(put(&els, "nergens", &cohesion).status, 404);
    assert_eq!(put(&els, "thuis", &willing).problem().faults[0].fault.field, "about");
    let figures = |area: &str| {
        let path = format!("/api/v1/admin/areas/{area}");
        installation.official(&bram, "GET", &path, &Value::Null).json::<AreaDetail>().figures
    };
    let linden = figures("de-linden");
    assert_eq!(linden.len(), 2, "each stands for itself");
    let home = linden
        .iter()
        .find(|figure| figure.question.in_language(shared::text::Language::Nl).text.starts_with("Hoe thuis"));
    let home = home.unwrap();
    assert!((home.here.value - 3.5).abs() < 1e-9 && home.here.low < 3.5 && home.here.high > 3.5);
    assert_eq!(home.answers, 40);
    let haven = figures("de-haven");
    assert!(haven.iter().all(|figure| figure.answers >= 10));
    let none = json!({ "measure": null });
    let view: MeasuresView = put(&els, "thuis", &none).json();
    assert_eq!(view.polls[0].questions.iter().filter(|one| one.measure.is_some()).count(), 1);
    assert_eq!(figures("de-linden").len(), 1);
}

/// What the edge is given: nothing of it can be shown by mistake, because it is not there.
#[test]
fn the_public_snapshot_holds_contacts_that_are_public_and_nothing_else() {
    let office = Office::new();
    let mut secret = contact("politie", false);
    secret["name"] = "kwartelslag naam".into();
    let _ = office.post(&office.sanne, "/contacts", &secret);
    let _ = office.post(&office.sanne, "/contacts", &contact("politie", true));
    let _ = office.post(&office.sanne, "/levels", &judgement("group", "kwartelslag reden"));
    let _ = office.post(&office.sanne, "/phases", &json!({ "phase": "findingPace", "next": "kwartelslag stap" }));
    let _ = office.post(&office.sanne, "/group-helps", &help("zuid", "waiting", None));
    let slug = crate::testing::slug("kleinstad");
    let snapshot =
        crate::testing::ready(office.installation.edge.snapshot(&slug)).unwrap_or_else(|_| panic!("no snapshot"));
    let text = serde_json::to_string(snapshot.as_ref()).unwrap();
    assert!(text.contains("Kees Post"));
    for never in ["kwartelslag", "Portiek 4", "koken graag", "findingPace", "networkLevel", "looseSand", "reason"] {
        assert!(!text.contains(never), "{never}: {text}");
    }
}
