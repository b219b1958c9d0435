//! Feeds, pictures and paper: what people take along.

use super::*;
use crate::auth::stop_token::Purpose;

#[test]
fn a_picture_is_a_file_for_everybody_once_the_figures_are_public() {
    let installation = installation();
    let path = "/waterdam/nl/peilingen/veilig-naar-school";
    for place in ["", "/frame/v1"] {
        let picture = installation.get(&format!("{place}{path}/grafieken/welke-oversteek.svg"));
        assert_eq!(picture.status, 200);
        assert_eq!(picture.header("content-type"), "image/svg+xml; charset=utf-8");
        assert_eq!(picture.header("cache-control"), "public, max-age=300");
        assert_eq!(picture.header("cross-origin-resource-policy"), "cross-origin");
        assert!(picture.header("content-security-policy").starts_with("default-src 'none'"));
        let text = picture.text();
        let read = roxmltree::Document::parse(&text).unwrap();
        assert_eq!(read.root_element().tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
        assert!(text.contains("Bron: Waterdam, peiling ‘Veilig oversteken naar school en winkel’"), "{text}");
    }
    let english = installation.get("/waterdam/en/peilingen/veilig-naar-school/grafieken/welke-oversteek.svg").text();
    assert!(english.contains("Source: Waterdam"), "{english}");
    for nothing in
        ["welke-oversteek", "welke-oversteek.1.svg", "welke.svg", "verzonnen.svg", ".svg", "welke-oversteek.png"]
    {
        assert_eq!(installation.get(&format!("{path}/grafieken/{nothing}")).status, 404, "{nothing}");
    }
    // Of an open poll nothing is published yet.
    assert_eq!(installation.get(&format!("{POLL}/grafieken/op-uw-gemak.svg")).status, 404);
}

#[test]
fn a_map_is_a_file_once_it_is_loaded() {
    let installation = installation();
    let map = "/waterdam/nl/peilingen/veilig-naar-school/grafieken/welke-oversteek.kaart.svg";
    assert_eq!(installation.get(map).status, 404);
    let geojson: serde_json::Value = serde_json::from_str(include_str!("../../../../demo/areas.geojson")).unwrap();
    let path = "/api/v1/municipalities/waterdam/area-map";
    assert_eq!(installation.operator("PUT", path, &serde_json::json!({ "type": "Feature" })).status, 400);
    let loaded = installation.operator("PUT", path, &geojson);
    assert_eq!(loaded.status, 200, "{}", loaded.text());
    assert!(loaded.text().contains("\"areas\":7"), "{}", loaded.text());
    let picture = installation.get(map);
    assert_eq!(picture.status, 200);
    let text = picture.text();
    let read = roxmltree::Document::parse(&text).unwrap();
    let shapes = read.descendants().filter(|node| node.tag_name().name() == "path" && node.has_attribute("fill-rule"));
    assert_eq!(shapes.count(), 7);
    // The others are too small for figures of this question.
    assert_eq!(text.matches("fill=\"url(#hidden)\" fill-rule").count(), 5, "{text}");
    let page = installation.get("/waterdam/nl/peilingen/veilig-naar-school").text();
    assert!(page.contains("id=\"shape-molenbuurt\"") && page.contains("href=\"#shape-molenbuurt\""));
    assert!(page.contains("role=\"img\" aria-label=\"Kaart. "));

    // An area that is gone keeps its figures, in the page and in the file.
    assert_eq!(installation.load("waterdam", &demo_without(&"molenbuurt".parse().unwrap())).status, 200);
    installation.edge.snapshots().forget(&"waterdam".parse().unwrap());
    let page = installation.get("/waterdam/nl/peilingen/veilig-naar-school").text();
    assert!(page.contains("id=\"shape-molenbuurt\""));
    assert_eq!(installation.get(map).text(), text);
}

#[test]
fn every_kind_of_question_can_be_filled_in_on_paper() {
    let installation = installation();
    let paper = |language: &str| installation.get(&format!("/waterdam/{language}/peilingen/buiten-en-buren/papier"));
    let html = paper("nl").text().replace("<!>", "").replace("<span>", "");
    for words in [
        "Antwoordnummer 999",
        "/waterdam/p/",
        "Code van deze peiling",
        "Schrijf uw naam en adres niet op dit formulier",
        "Kruis één antwoord aan.",
        "Kruis hoogstens",
        "Kruis op elke regel één antwoord aan.",
        "Zet de cijfers 1 tot en met",
        "Alleen als u bij vraag",
        "Schrijf uw antwoord op.",
        "In welke buurt woont u?",
        "☐ Molenbuurt",
    ] {
        assert!(html.contains(words), "{words} in {html}");
    }
    assert!(!html.contains("<form") && !html.contains("<input"), "nothing to send");
    assert!(paper("en").text().contains("Tick one answer on each line."));
    assert_eq!(installation.get("/waterdam/nl/peilingen/veilig-naar-school/papier").status, 404, "no longer open");
}

/// Takes every English text out.
fn only_dutch(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(fields) if fields.contains_key("nl") => drop(fields.remove("en")),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(only_dutch),
        serde_json::Value::Array(list) => list.iter_mut().for_each(only_dutch),
        _ => {}
    }
}

/// What is not written in the reader's language says in which it is.
#[test]
fn paper_names_the_language_of_its_texts() {
    let mut file = serde_json::to_value(demo()).unwrap();
    only_dutch(&mut file["sample"]["polls"][3]["poll"]);
    let installation = Installation::empty();
    assert_eq!(installation.load("waterdam", &serde_json::from_value(file).unwrap()).status, 201);
    for _ in 0..20 {
        crate::testing::ready(installation.objects.run_due_work("waterdam"));
    }
    let paper = |language: &str| {
        let html = installation.get(&format!("/waterdam/{language}/peilingen/buiten-en-buren/papier")).text();
        html.split_once("<main").unwrap().1.replace("<!>", "")
    };
    assert!(!paper("nl").contains("lang=\"nl\""));
    let english = paper("en");
    let dutch: Vec<&str> = english.split("<span lang=\"nl\" dir=\"auto\">").skip(1).collect();
    let begins = |text: &str| dutch.iter().any(|part| part.starts_with(text));
    for question in &demo().sample.unwrap().polls[3].poll.questions {
        let text = &question.text.in_language(shared::text::Language::Nl).text;
        let first = text.split("’").next().unwrap();
        assert!(begins(first), "{first} in {english}");
        assert!(!english.replace(&format!("dir=\"auto\">{first}"), "").contains(&format!(">{first}")));
    }
    assert!(english.contains("Only if your answer to question 1 was: ‘<span lang=\"nl\""), "{english}");
}

/// A page that the Worker draws by itself is there in every language, at its own address.
#[test]
fn the_languages_of_a_drawn_page_lead_to_that_page() {
    let installation = installation();
    let paper = "/waterdam/nl/peilingen/buiten-en-buren/papier";
    let keys = &installation.edge.config().hash_keys;
    let proof = |purpose, id| crate::auth::stop_token::make(keys, purpose, "waterdam", id).unwrap();
    let stop = proof(Purpose::StopMessages, "een-zaak");
    let confirm = proof(Purpose::ConfirmReader, "een-lezer");
    for (path, title) in [
        (paper.to_owned(), "Buiten en met buren"),
        (format!("/waterdam/nl/berichten-stoppen/een-zaak/{stop}"), "Wilt u geen berichten meer?"),
        (format!("/waterdam/nl/bericht-bevestigen/een-lezer/{confirm}"), "Wilt u een mail met de uitkomst?"),
    ] {
        let page = installation.get(&path);
        assert_eq!(page.status, 200, "{path}");
        let english = path.replace("/nl/", "/en/");
        assert!(page.text().contains(&format!("<a href=\"{english}\" hreflang=\"en\">")), "{}", page.text());
        assert!(page.text().contains(&format!("<title>{title}")), "{title} in {}", page.text());
    }
}
