//! The residents' pages without script, from the router to the objects, on the demo municipality.

use axum::{body::Body, http::Request};
use shared::{ids::AreaId, wire::operator::MunicipalityFile};

use crate::testing::{Answer, Installation};

mod areas;
mod feeds;
mod files;
mod postcodes;
mod residents;
mod site;

const HOST: &str = "https://www.waterdam.example";
const POLL: &str = "/waterdam/nl/peilingen/prettig-in-het-donker";

fn demo() -> MunicipalityFile {
    let text = include_str!("../../../demo/municipality.json").replace("$DEMO_HOST", "http://localhost:4000");
    serde_json::from_str(&text).unwrap()
}

fn installation() -> Installation {
    let installation = Installation::empty();
    assert_eq!(installation.load("waterdam", &demo()).status, 201);
    for _ in 0..20 {
        installation.edge.snapshots().forget(&"waterdam".parse().unwrap());
        crate::testing::ready(installation.objects.run_due_work("waterdam"));
    }
    installation
}

#[test]
fn an_address_without_a_language_leads_to_the_readers() {
    let installation = installation();
    let to = |path: &str, accept: &str| {
        let request = Request::get(path).header("accept-language", accept).body(Body::empty()).unwrap();
        let answer = installation.send(request);
        assert_eq!((answer.status.as_u16(), answer.header("vary")), (307, "accept-language"), "{path}");
        answer.header("location").to_owned()
    };
    assert_eq!(to("/waterdam", "en-GB, nl;q=0.5"), "/waterdam/en");
    assert_eq!(to("/waterdam?x=1", "nl"), "/waterdam/nl?x=1");
    assert_eq!(to("/frame/v1/waterdam", "fr, en;q=0.1"), "/frame/v1/waterdam/en");
    assert_eq!(to("/waterdam", "fr"), "/waterdam/nl");
    assert_eq!(to("/waterdam", "uk-UA, uk;q=0.9, en;q=0.8"), "/waterdam/uk");
}

fn post(installation: &Installation, path: &str, fields: &[(String, String)]) -> Answer {
    let written: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
    let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
    installation.send(request.body(Body::from(written.join("&"))).unwrap())
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat()
}

/// The hidden fields of the page's form, and what is pressed and filled in beside them.
fn filled(html: &str, more: &[(&str, &str)]) -> Vec<(String, String)> {
    let hidden = html.split("<input type=\"hidden\"").skip(1).map(|rest| {
        let tag = rest.split('>').next().unwrap();
        let value = |name: &str| {
            let (_, rest) = tag.split_once(&format!(" {name}=\"")).unwrap_or_default();
            rest.split('"').next().unwrap().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        };
        (value("name"), value("value"))
    });
    let more = more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    hidden.chain(more).collect()
}

/// Fills in the poll up to the check page.
fn poll_at_check(installation: &Installation) -> Answer {
    let mut page = installation.get(POLL);
    assert!(!page.text().contains("name=\"ballotId\""), "the page is kept: two readers of it are two ballots");
    for answer in [
        vec![("answers.op-uw-gemak", "4")],
        vec![("answers.welke-plek", "fietspad")],
        vec![("answers.wat-helpt", "meer-licht")],
        vec![("answers.zelf-doen", "Samen </textarea><script>alert(1)</script> lopen")],
        vec![("areaId", "molenbuurt")],
    ] {
        assert_eq!(page.status, 200, "{}", page.text());
        page = post(installation, POLL, &filled(&page.text(), &[&answer[..], &[("move", "forward")]].concat()));
    }
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Kloppen uw antwoorden?"), "{}", page.text());
    page
}

#[test]
fn a_poll_is_answered_without_script_and_counted_once() {
    let installation = installation();
    let check = poll_at_check(&installation);
    assert_eq!(check.header("cache-control"), "no-store");
    assert!(!check.text().contains("<script>alert"), "what is typed stays text");
    for _ in 0..2 {
        let sent = post(&installation, POLL, &filled(&check.text(), &[("move", "send")]));
        assert_eq!((sent.status.as_u16(), sent.header("location")), (303, format!("{POLL}/bedankt").as_str()));
    }
    let mut others = filled(&check.text(), &[("move", "send")]);
    others.retain(|(name, _)| name != "answers.wat-helpt");
    let refused = post(&installation, POLL, &others);
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Wat u invulde, staat er nog."), "{}", refused.text());
    assert!(refused.text().contains("Een fietspad of wandelpad"), "the answers are still there");
    let thanks = installation.get(&format!("{POLL}/bedankt"));
    assert!(thanks.text().contains("Bedankt! Uw antwoorden zijn binnen"));
}

#[test]
fn a_poll_that_closes_while_it_is_filled_in_keeps_what_was_filled_in_in_sight() {
    let installation = installation();
    let check = poll_at_check(&installation);
    let half = post(&installation, POLL, &filled("", &[("move", "start")]));
    let answered = filled(&half.text(), &[("answers.op-uw-gemak", "4"), ("move", "forward")]);
    let half = post(&installation, POLL, &answered);
    installation.objects.advance(60 * 24 * 3_600_000);
    installation.edge.snapshots().forget(&"waterdam".parse().unwrap());

    let sent = filled(&check.text(), &[("move", "send")]);
    for page in [
        post(&installation, POLL, &sent),
        post(&installation, POLL, &filled(&half.text(), &[("answers.welke-plek", "fietspad"), ("move", "forward")])),
        // What does not fit yet is not asked for again.
        post(&installation, POLL, &filled(&half.text(), &[("answers.welke-plek", "fietspad"), ("move", "send")])),
    ] {
        assert_eq!((page.status.as_u16(), page.header("cache-control")), (400, "no-store"));
        let html = page.text();
        for words in [
            "Deze peiling is gesloten",
            "Deze peiling sloot op ",
            " om 24.00 uur. ",
            "Uw antwoorden zijn niet meegeteld.",
            "4 (van 1 tot 5)",
            "Een fietspad of wandelpad",
            "href=\"/waterdam/nl/peilingen/prettig-in-het-donker\"",
            "href=\"/waterdam/nl/idee\"",
        ] {
            assert!(html.contains(words), "{words} in {html}");
        }
        assert!(!html.contains("<form"), "nothing is left to send");
    }
    assert!(post(&installation, POLL, &sent).text().contains("Samen &lt;/textarea"), "what was written, too");
    let nothing = post(&installation, POLL, &filled("", &[("move", "start")]));
    assert_eq!((nothing.status.as_u16(), nothing.header("location")), (303, POLL), "nothing is lost");
}

#[test]
fn two_readers_of_one_page_are_two_ballots() {
    let installation = installation();
    let page = installation.get(POLL);
    assert_eq!((page.status.as_u16(), page.header("cache-control")), (200, "public, max-age=5"));
    assert!(!page.text().contains("name=\"ballotId\""), "no id in a page that may be kept");
    let id = || {
        let fields = filled(&post(&installation, POLL, &filled("", &[("move", "start")])).text(), &[]);
        fields.into_iter().find(|(name, _)| name == "ballotId").unwrap().1
    };
    assert_ne!(id(), id());
}

/// The demo without this area and what lies under it.
fn demo_without(area: &AreaId) -> MunicipalityFile {
    let mut file = demo();
    file.sample = None;
    file.areas.retain(|other| &other.id != area && other.parent_id.as_ref() != Some(area));
    let areas = file.areas.clone();
    file.rules.retain(|rule| rule.area_ids.iter().all(|id| areas.iter().any(|left| &left.id == id)));
    file
}

#[test]
fn the_figures_of_an_area_that_is_gone_keep_its_name() {
    let installation = installation();
    let named = |name: &str| {
        let page = installation.get("/waterdam/nl/peilingen/veilig-naar-school").text();
        page.split("<summary>").skip(1).any(|rest| rest.split("</summary>").next().unwrap().contains(name))
    };
    let area = demo().areas.into_iter().find(|area| named(&area.name)).expect("figures by area");
    assert_eq!(installation.load("waterdam", &demo_without(&area.id)).status, 200);
    assert!(named(&area.name), "{} has lost its name", area.name);
}

#[test]
fn a_missing_answer_names_its_field_and_keeps_the_rest() {
    let installation = installation();
    let start = post(&installation, POLL, &filled("", &[("move", "start")]));
    let page = post(&installation, POLL, &filled(&start.text(), &[("move", "forward")]));
    assert_eq!(page.status, 400);
    assert!(
        page.text().contains("href=\"#field-answers-op-uw-gemak\"")
            && page.text().contains("<title>Fout: Vraag 1 van ")
    );
    let strange = [("step", "check"), ("answers.verzonnen", "x"), ("answers.op-uw-gemak", "9"), ("move", "send")];
    let page = post(&installation, POLL, &filled("", &strange));
    assert_eq!(page.status, 400);
    assert!(page.text().contains("Kies een getal van 1 tot en met 5."), "{}", page.text());
}

#[test]
fn an_idea_is_sent_and_followed_without_script() {
    let installation = installation();
    let path = "/waterdam/nl/idee";
    let mut page = installation.get(path);
    let mut posted = Vec::new();
    assert_eq!(page.header("cache-control"), "public, max-age=5");
    for (place, answers) in [
        vec![("what", "Een <b>bankje</b> bij de vijver"), ("why", "")],
        vec![("topicId", "verlichting")],
        vec![("areaId", "molenbuurt")],
        vec![("weDo", ""), ("weNeed", "")],
        vec![("email", "")],
    ]
    .into_iter()
    .enumerate()
    {
        posted = filled(&page.text(), &[&answers[..], &[("move", "forward")]].concat());
        page = post(&installation, path, &posted);
        assert_eq!(page.status, 200, "step {place}: {}", page.text());
    }
    assert!(page.text().contains("Uw idee gaat naar") && page.text().contains("U hoort uiterlijk"), "{}", page.text());
    assert_eq!(page.header("cache-control"), "no-store");
    let fields = filled(&page.text(), &[("move", "send")]);
    let changing = post(&installation, path, &filled(&page.text(), &[("move", "to-answer")]));
    let changed =
        post(&installation, path, &filled(&changing.text(), &[("email", "a@voorbeeld.nl"), ("move", "forward")]));
    let keys = |fields: &[(String, String)]| {
        fields.iter().filter(|(name, _)| name.ends_with("Key")).map(|(_, key)| key.clone()).collect::<Vec<_>>()
    };
    let others = keys(&filled(&changed.text(), &[]));
    let same = post(&installation, path, &posted);
    assert_eq!(keys(&filled(&same.text(), &[])), keys(&fields), "a browser that goes back posts the last step again");
    assert_eq!((others.len(), keys(&fields).iter().any(|key| others.contains(key))), (2, false), "another idea");
    let receipt = post(&installation, path, &fields);
    assert_eq!((receipt.status.as_u16(), receipt.header("cache-control")), (201, "no-store"));
    let again = post(&installation, path, &fields);
    let number = |answer: &Answer| {
        let text = answer.text();
        text.split_once("heeft nummer ").unwrap().1.split('.').next().unwrap().to_owned()
    };
    assert_eq!(number(&receipt), number(&again), "sent twice is one idea");

    let key = fields.iter().find(|(name, _)| name == "followKey").unwrap().1.clone();
    let follow = "/waterdam/nl/volgen";
    let case = post(&installation, follow, &filled("", &[("followKey", &key.to_uppercase()), ("move", "open")]));
    assert_eq!((case.status.as_u16(), case.header("cache-control")), (200, "no-store"));
    assert!(case.text().contains(&number(&receipt)) && case.text().contains("helpt u hiermee"), "{}", case.text());
    assert!(!case.text().contains("<b>bankje"), "what is written stays text");

    let asked = post(&installation, follow, &filled(&case.text(), &[("move", "ask-withdrawal")]));
    assert!(asked.text().contains("Wilt u uw idee echt intrekken?"));
    let gone = post(&installation, follow, &filled(&asked.text(), &[("move", "withdraw")]));
    assert!(gone.status == 200 && gone.text().contains("Ingetrokken"), "{}", gone.text());
}

#[test]
fn a_code_that_opens_nothing_stays_in_the_field() {
    let installation = installation();
    for (typed, status) in [("2026-0147", 400), ("", 400), ("0123-4567-89ab-cdef-ghjk-mnpq-rs", 404)] {
        let page = post(&installation, "/waterdam/nl/volgen", &filled("", &[("followKey", typed), ("move", "open")]));
        assert_eq!(page.status.as_u16(), status, "{typed}");
        assert!(page.text().contains(&format!("value=\"{typed}\"")), "{}", page.text());
    }
}

#[test]
fn frames_are_for_registered_sites_and_pages_for_nobody() {
    let installation = installation();
    let frame = installation.get(&format!("/frame/v1/waterdam/nl?host={}", encoded(HOST)));
    let ancestors = |answer: &Answer| {
        let policy = answer.header("content-security-policy").to_owned();
        policy.split_once("frame-ancestors ").unwrap().1.to_owned()
    };
    assert_eq!(ancestors(&frame), "'self' https://www.waterdam.example http://localhost:4000");
    assert!(frame.text().contains(&format!("/frame/v1/waterdam/nl/idee?host={HOST}")));
    let page = installation.get("/waterdam/nl");
    assert_eq!(ancestors(&page), "'none'");
    assert!(!page.text().contains("/frame/"), "{}", page.text());
    let foreign = installation.get("/frame/v1/waterdam/nl?host=https://evil.example");
    assert!(!foreign.text().contains("evil.example"));
}

#[test]
fn the_state_cannot_end_its_own_element() {
    let installation = installation();
    let check = poll_at_check(&installation).text();
    let state = check.split_once("id=\"page\">").unwrap().1.split("</script>").next().unwrap();
    assert!(!state.contains('<'));
    let words = serde_json::from_str(state).unwrap();
    let state = widget::state::FormState::read(words, &widget::act::POLL).unwrap();
    assert_eq!(state.context.slug.as_str(), "waterdam");
}

#[test]
fn what_is_not_there_is_a_page_with_the_municipalitys_number() {
    let installation = installation();
    installation.get("/waterdam/nl");
    for path in
        ["/waterdam/nl/nergens", "/waterdam/nl/peilingen/x", "/waterdam/nl/initiatieven/x", "/frame/v1/waterdam/nl/x"]
    {
        let page = installation.get(path);
        assert_eq!(page.status, 404, "{path}");
        assert!(page.text().contains("Deze pagina is er niet") && page.text().contains("tel:140999"), "{path}");
    }
    let nowhere = installation.get("/nergens/en");
    assert!(nowhere.status == 404 && nowhere.text().contains("This page is not here"));
    for no_language in ["/waterdam/idee", "/waterdam/n", "/waterdam/n1/idee", "/nergens/tr", "/waterdam/tr/nergens"] {
        assert_eq!(installation.get(no_language).status, 404, "{no_language}");
    }
}

#[test]
fn a_language_that_is_not_offered_leads_to_the_same_page_in_dutch() {
    let installation = installation();
    for (asked, led) in [
        ("/waterdam/fr", "/waterdam/nl"),
        ("/waterdam/fy/idee", "/waterdam/nl/idee"),
        ("/waterdam/pap/volgen?x=1", "/waterdam/nl/volgen?x=1"),
        (
            "/frame/v1/waterdam/es/peilingen/x?host=https://a.example",
            "/frame/v1/waterdam/nl/peilingen/x?host=https://a.example",
        ),
        ("/waterdam/en-GB/initiatieven", "/waterdam/en/initiatieven"),
        ("/waterdam/NL", "/waterdam/nl"),
    ] {
        let answer = installation.get(asked);
        assert_eq!((answer.status.as_u16(), answer.header("location")), (307, led), "{asked}");
    }
}

#[test]
fn an_address_without_language_leads_to_the_dutch_page() {
    let installation = installation();
    assert_eq!(installation.get("/waterdam").header("location"), "/waterdam/nl");
    assert_eq!(installation.get("/frame/v1/waterdam?host=x").header("location"), "/frame/v1/waterdam/nl?host=x");
    assert_eq!(installation.get("/nergens").status, 404);
}

#[test]
fn forms_that_are_none_are_refused_without_harm() {
    let installation = installation();
    let send = |kind: &str, body: Vec<u8>| {
        let request = Request::post(POLL).header("content-type", kind).body(Body::from(body)).unwrap();
        installation.send(request).status.as_u16()
    };
    let form = "application/x-www-form-urlencoded";
    assert_eq!(send(form, b"move=start&answers.x=%ff".to_vec()), 400);
    assert_eq!(send(form, vec![b'a'; 300 * 1024]), 413);
    assert_eq!(send("text/plain", b"move=start".to_vec()), 400);
    assert_eq!(send(form, "&=&&%".repeat(1000).into_bytes()), 200);
}
