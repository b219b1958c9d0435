//! What is told of a poll besides its questions: for whom it is, and what was corrected since it opened.

use super::*;

#[test]
fn a_poll_for_some_areas_says_so() {
    let editor = Editor::new();
    let some = with(with(poll(), "areaIds", json!(["de-linden"])), "languages", json!(["nl"]));
    editor.open_poll(&some);
    let name = "De Linden";
    let list: Vec<PollSummary> = editor.installation.get(POLLS).json();
    assert_eq!(
        (list[0].areas.as_slice(), editor.public().areas.as_slice()),
        (&[name.to_owned()][..], &[name.to_owned()][..])
    );
    let page = editor.installation.get("/kleinstad/nl/peilingen/veilig").text();
    assert!(page.contains("Voor bewoners van De Linden."), "{page}");
    let english = editor.installation.get("/kleinstad/en/peilingen/veilig").text();
    assert!(english.contains("For residents of De Linden.") && english.contains("This poll is in Dutch only."));
    assert!(english.contains("Veilig in Noord") && !english.contains("Safe in Noord"));
    assert!(editor.installation.get("/kleinstad/nl").text().contains("Voor bewoners van De Linden."));
}

#[test]
fn a_correction_changes_words_and_says_so() {
    let editor = Editor::new();
    let correct = |version: u64, poll: &Value| {
        let body = json!({ "version": version, "note": { "nl": "Er stond een typefout." }, "poll": poll });
        editor.ask("POST", "/veilig/corrections", &body)
    };
    assert_eq!(editor.ask("POST", "", &json!({ "version": 0, "poll": poll() })).status, 201);
    assert_eq!(correct(1, &poll()).problem().code, "pollNotOpen", "a draft is just changed");
    editor.ask("POST", "/veilig/opening", &json!({ "version": 1, "closesOn": "2026-03-16" }));
    editor.installation.wait(0);
    let boxed = || {
        let look = |sql: &crate::store::MemorySql| {
            let row = sql.query("SELECT frozen, digest FROM poll", &[]).unwrap();
            (row[0].text("frozen").unwrap().to_owned(), row[0].text("digest").unwrap().to_owned())
        };
        editor.installation.objects.inspect(ObjectClass::BallotBox, "kleinstad/veilig/0", look).unwrap()
    };
    let frozen = boxed();
    editor.cast_many(0..12);

    let mut words = poll();
    words["questions"][0]["text"]["nl"] = json!("Voelt u zich hier veilig?");
    let refused = correct(2, &poll());
    assert_eq!((refused.status.as_u16(), refused.problem().faults[0].fault.field.as_str()), (400, "note"));
    let mut more = words.clone();
    more["questions"][0]["required"] = json!(false);
    assert_eq!(correct(2, &more).problem().code, "pollFrozen");
    let corrected: PollDetail = correct(2, &words).json();
    assert_eq!(
        corrected.poll.questions[0].text.in_language(shared::text::Language::Nl).text,
        "Voelt u zich hier veilig?"
    );
    assert_eq!(correct(2, &words).problem().code, "versionPassed");
    editor.installation.wait(6_000);
    let public = editor.public();
    assert_eq!(public.poll.questions[0].text.text, "Voelt u zich hier veilig?");
    assert_eq!((public.corrections.len(), public.corrections[0].on.to_string()), (1, "2026-03-02".to_owned()));
    let page = editor.installation.get("/kleinstad/nl/peilingen/veilig").text();
    for said in ["Verbeterd in deze peiling", "Er stond een typefout.", "Vraag 1 was eerst:", "Voelt u zich veilig?"] {
        assert!(page.contains(said), "{said}");
    }
    assert_eq!(boxed(), frozen, "the boxes never see it");
    editor.cast_many(12..24);
    editor.close();
    assert_eq!(editor.detail().results.unwrap().total.ballots, Some(24), "both texts are one question");
    assert_eq!(correct(editor.version(), &poll()).status, 200, "also once it is closed");
    assert_eq!(editor.ask("PUT", "/veilig/report", &report(editor.version())).status, 200);
    assert_eq!(correct(editor.version(), &words).problem().code, "pollFrozen", "the report freezes all of it");
}
