//! What leaves the building: figures as files, and whole ballots.

use serde_json::{Value, json};
use shared::ids::PollId;

use super::{Editor, POLLS, poll, report};
use crate::{
    objects::ObjectClass,
    store::{
        Row, Sql, audit,
        job::{self, JobKind},
    },
};

const REASON: &str = "Onderzoek door de rekenkamer";

#[test]
fn figures_leave_as_files_for_who_may() {
    let editor = Editor::new();
    editor.open_poll(&poll());
    assert_eq!(editor.ask("GET", "/veilig/figures.csv", &Value::Null).status, 404, "nothing is published");
    editor.cast_many(0..40);
    editor.close();
    let file = editor.ask("GET", "/veilig/figures.csv", &Value::Null);
    assert_eq!((file.status.as_u16(), file.header("content-type")), (200, "text/csv; charset=utf-8"));
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"veilig-figures.csv\"");
    assert!(file.text().contains("veilig,,option:ja,Ja,0,26,0.65,"), "{}", file.text());
    assert!(file.text().contains("option:geen-mening"), "{}", file.text());
    let book = editor.ask("GET", "/veilig/code-book.csv", &Value::Null);
    assert!(book.text().contains("veilig,,option:ja,,Ja,"), "{}", book.text());
    let workbook = editor.ask("GET", "/veilig/figures.xlsx", &Value::Null);
    assert!(workbook.body.starts_with(b"PK"));
    let reader = editor.installation.sign_in("kleinstad", "rik");
    let refused = editor.installation.official(&reader, "GET", "/api/v1/admin/polls/veilig/figures.csv", &Value::Null);
    assert_eq!(refused.status, 403);

    // Open to everybody once there is a report, and not before.
    let open = |tail: &str| editor.installation.get(&format!("{POLLS}/veilig/{tail}"));
    assert_eq!(open("figures.csv").status, 404);
    assert_eq!(editor.ask("PUT", "/veilig/report", &report(editor.version())).status, 200);
    editor.installation.wait(6_000);
    assert_eq!(open("figures.csv?lang=en").text(), file.text());
    let data: Value = open("figures.json").json();
    assert_eq!(data["figures"][2]["count"], 26, "{data}");
    assert_eq!(open("figures.json").header("access-control-allow-origin"), "*");
    assert_eq!(open("code-book.csv?lang=en").text(), book.text());
    assert!(!data.to_string().contains("Via internet"), "how ballots came in is for officials");
}

#[test]
fn ballots_leave_only_for_the_coordinator_after_a_reason_that_is_kept() {
    let editor = Editor::new();
    editor.open_poll(&poll());
    editor.cast_many(0..12);
    let coordinator = || editor.installation.sign_in("kleinstad", "sanne");
    let take = |cookie: &str, reason: &str| {
        let path = "/api/v1/admin/polls/veilig/raw-ballots";
        editor.installation.official(cookie, "POST", path, &json!({ "reason": reason }))
    };
    let early = take(&coordinator(), REASON);
    assert_eq!((early.status.as_u16(), early.problem().code.as_str()), (409, "pollNotClosed"));
    editor.close();
    assert_eq!(take(&editor.installation.sign_in("kleinstad", "els"), REASON).status, 403);
    let short = take(&coordinator(), " zomaar ");
    assert_eq!((short.status.as_u16(), short.problem().faults[0].fault.field.as_str()), (400, "reason"));
    let file = take(&coordinator(), REASON);
    assert_eq!(file.status, 200, "{}", file.text());
    assert_eq!(file.text().lines().count(), 13);
    assert!(file.text().contains("Tekst 11") && !file.text().contains("ballot-0"), "{}", file.text());
    let kept = editor.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        let taken = sql
            .query(
                "SELECT reason, actor FROM raw_export JOIN audit ON audit.object = 'raw-export:' || raw_export.id
                 WHERE action = 'poll.take-ballots'",
                &[],
            )
            .unwrap();
        assert!(sql.execute("DELETE FROM raw_export", &[]).is_err());
        let texts = |row: &Row| (row.text("reason").unwrap().to_owned(), row.text("actor").unwrap().to_owned());
        (audit::first_break(sql).unwrap(), taken.iter().map(texts).collect::<Vec<_>>())
    });
    assert_eq!(kept, Some((None, vec![(REASON.to_owned(), "official:sanne".to_owned())])));
}

/// Counting is dear while residents answer, and a file holds what is published already.
#[test]
fn taking_a_file_along_does_not_have_the_boxes_counted() {
    let editor = Editor::new();
    editor.open_poll(&poll());
    let due = || {
        editor.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
            let id = PollId::parse("veilig").unwrap();
            job::due_at(sql, JobKind::Poll, id.as_str()).unwrap()
        })
    };
    let before = due();
    for file in ["figures.csv", "figures.xlsx", "code-book.csv", "charts/veilig.svg"] {
        editor.ask("GET", &format!("/veilig/{file}"), &Value::Null);
        assert_eq!(due(), before, "{file}");
    }
    editor.detail();
    assert!(due() < before, "looking at the poll does");
}
