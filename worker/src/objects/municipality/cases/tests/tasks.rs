//! Who does what by when: on the follow page without script, on the page that everybody sees, and at the officials'.

use serde_json::{Value, json};
use shared::{
    case::{TaskKind, TaskState},
    time::CivilDate,
    wire::{
        public::InitiativeView,
        tasks::{TaskList, TaskRole, TaskWho},
    },
};

use super::{KEY, Office, ROOT, follow_post};
use crate::testing::Answer;

const HELPER: &str = "7123456789abcdefghjkmnpqrs";

fn public() -> Office {
    let office = Office::new();
    office.must(&office.sanne, "/publication", json!({}));
    office
}

/// A press on the follow page with this key.
fn press(office: &Office, key: &str, press: &str, more: &str) -> Answer {
    let body = format!("followKey={key}&move={press}&idempotencyKey={press}-{}&{more}", more.len());
    office.installation.post_form("/kleinstad/nl/volgen", &body)
}

/// So many days after the one on which everything begins.
fn day(days: i64) -> String {
    "2026-03-02".parse::<CivilDate>().unwrap().plus_days(days).to_string()
}

fn add(office: &Office, text: &str, kind: &str, more: &str) -> Answer {
    let more = format!("taskText={}&taskKind={kind}&taskUntil={}{more}", text.replace(' ', "+"), day(14));
    press(office, KEY, "task-add", &more)
}

fn view(office: &Office) -> InitiativeView {
    office.installation.get(&format!("{ROOT}/initiatives/{}?lang=nl", office.case_id)).json()
}

fn tasks(office: &Office, who: &str) -> TaskList {
    let answer = office.installation.official(who, "GET", "/api/v1/admin/tasks", &Value::Null);
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

fn templates(office: &Office) -> Vec<String> {
    super::storing::outbox(&office.installation).into_iter().map(|(template, _)| template).collect()
}

#[test]
fn paperwork_goes_to_the_owner_and_everybody_reads_who_does_what_without_names() {
    let mut office = public();
    let empty = press(&office, KEY, "task-add", "taskText=&taskUntil=morgen");
    assert_eq!(empty.status, 400);
    assert!(empty.text().contains("taskUntil-error") || empty.text().contains("Dit is geen datum"), "{}", empty.text());
    let accusing = add(&office, "Mijn buurman is een dealer", "work", "");
    assert_eq!(accusing.status, 400);
    assert!(accusing.text().contains("Mijn buurman"), "what was typed stays");
    let added = add(&office, "Vergunning voor de straat", "permit", "");
    assert_eq!(added.status, 200, "{}", added.text());
    // Pressed twice it is there once.
    assert_eq!(add(&office, "Vergunning voor de straat", "permit", "").status, 200);
    assert_eq!(add(&office, "Bel mevrouw Jansen op 06-12345678", "work", "").status, 200);
    let found = view(&office).tasks;
    assert_eq!(found.len(), 2);
    let owner = TaskWho::Partner { name: "Woonstad (woningcorporatie)".into(), owner: true };
    assert!(found.iter().any(|task| task.who == owner && task.kind == TaskKind::Permit));
    assert!(
        found.iter().any(|task| task.who == TaskWho::Initiator && task.text.is_none()),
        "names are not for everybody"
    );
    assert!(found.iter().all(|task| task.acts.is_empty()));
    let page = office.installation.get(&format!("/kleinstad/nl/initiatieven/{}", office.case_id)).text();
    assert!(page.contains("Wie doet wat?") && page.contains("Vergunning voor de straat"));
    assert!(!page.contains("Jansen") && !page.contains("followKey"));
    assert!(templates(&office).contains(&"task-for-partner".to_owned()));
    // In the owner's work, and in nobody else's.
    let list = tasks(&office, &office.wil).tasks;
    assert_eq!((list.len(), list[0].ours, list[0].overdue), (1, true, false));
    assert!(tasks(&office, &office.piet).tasks.is_empty());
    office.wait(15);
    let list = tasks(&office, &office.wil).tasks;
    assert_eq!(list.iter().map(|task| (task.ours, task.overdue)).filter(|task| task.1).count(), 2);
}

#[test]
fn officials_add_change_and_finish_and_see_no_offer() {
    let office = public();
    let until = day(10);
    let body = json!({ "kind": "subsidy", "text": "Subsidie aanvragen", "until": until });
    assert_eq!(office.act(&office.piet, "/tasks", body.clone()).status, 404, "the police do not see it");
    let detail = office.must(&office.wil, "/tasks", body);
    assert_eq!((detail.tasks.len(), &detail.tasks[0].who), (1, &TaskRole::Owner));
    let id = detail.tasks[0].id.clone();
    let path = format!("/tasks/{id}");
    let change = json!({ "move": { "kind": "change", "doer": { "kind": "initiator" } } });
    let detail = office.must(&office.wil, &path, change.clone());
    assert_eq!(detail.tasks[0].who, TaskRole::Initiator);
    assert_eq!(office.act(&office.wil, &path, change).status, 409, "nothing would change");
    let stranger = json!({ "move": { "kind": "change", "doer": { "kind": "partner", "partner": "politie" } } });
    assert_eq!(office.act(&office.wil, &path, stranger).status, 400);
    let done = follow_post(&office.installation, &format!("tasks/{id}"), "done", &json!({ "kind": "finish" }));
    assert_eq!(done.status, 200, "{}", done.text());
    assert_eq!(office.detail().tasks[0].state, TaskState::Done);
    assert_eq!(office.act(&office.wil, &path, json!({ "move": { "kind": "drop" } })).status, 409);
    assert!(templates(&office).contains(&"case-news".to_owned()));
    let log = office.detail().timeline;
    assert!(log.iter().any(|entry| entry.text.as_deref() == Some("Subsidie aanvragen")));
}

#[test]
fn who_joins_in_finishes_a_task_or_gives_it_back_and_leaving_gives_it_back_too() {
    let office = public();
    let path = format!("/kleinstad/nl/initiatieven/{}", office.case_id);
    let body = format!("move=pledge&followKey={HELPER}&idempotencyKey=helper&text=Ik+help&email=");
    assert_eq!(office.installation.post_form(&path, &body).status, 200);
    let pledge = office.followed().pledges[0].id.to_string();
    let early = add(&office, "Flyers rondbrengen", "work", &format!("&taskDoer=offer-{pledge}"));
    assert_eq!(early.status, 400, "both have to say yes first");
    assert_eq!(press(&office, KEY, "pledge-accept", &format!("pledgeId={pledge}")).status, 200);
    for text in ["Flyers rondbrengen", "Tafels zetten", "Opruimen"] {
        let added = add(&office, text, "work", &format!("&taskDoer=offer-{pledge}"));
        assert_eq!(added.status, 200, "{}", added.text());
    }
    assert!(!templates(&office).contains(&"task-for-partner".to_owned()), "it is no partner's");
    let page = press(&office, HELPER, "open", "").text();
    assert!(page.contains("Flyers rondbrengen") && page.contains("Dit lukt mij niet"));
    let ids: Vec<String> = office.followed().tasks.iter().map(|task| task.id.to_string()).collect();
    assert_eq!(press(&office, HELPER, "task-done", &format!("taskId={}", ids[0])).status, 200);
    assert_eq!(press(&office, HELPER, "task-back", &format!("taskId={}", ids[1])).status, 200);
    assert_eq!(press(&office, HELPER, "task-drop", &format!("taskId={}", ids[2])).status, 403, "not theirs to drop");
    let who = |office: &Office, id: &str| {
        let followed = office.followed();
        followed.tasks.iter().find(|task| task.id.as_str() == id).map(|task| task.who.clone()).unwrap()
    };
    assert_eq!(who(&office, &ids[1]), TaskWho::Initiator);
    assert!(matches!(who(&office, &ids[2]), TaskWho::Pledger { pledge: Some(_) }));
    // Neither officials nor everybody read whose offer it is.
    assert!(!office.read(&office.sanne).text().contains(&pledge));
    let public = office.installation.get(&format!("{ROOT}/initiatives/{}", office.case_id)).text();
    assert!(public.contains("Flyers") && !public.contains(&pledge));
    assert_eq!(press(&office, HELPER, "pledge-withdraw", "").status, 200);
    assert_eq!(who(&office, &ids[2]), TaskWho::Initiator);
}

#[test]
fn words_of_tasks_are_erased_with_the_rest() {
    let office = public();
    assert_eq!(add(&office, "Stoelen lenen", "work", "").status, 200);
    office.must(&office.sanne, "/erasure", json!({ "everything": false, "reason": "Op verzoek van de bewoner" }));
    assert_eq!(office.followed().tasks[0].text, None);
    assert_eq!(office.detail().tasks[0].text, None);
}
