//! Residents who did it before, and who asks them, through the pages without script.

use serde_json::json;
use shared::{
    pledge::{PledgeCount, PledgePurpose, PledgeState},
    wire::{areas::AreaDetail, public::InitiativeView},
};

use super::{
    KEY, OTHER_KEY, Office, ROOT, follow_post,
    pledges::{HELPER, press, public},
    proposal,
    storing::outbox,
    with,
};
use crate::{
    auth::stop_token::{Purpose, make},
    testing::Answer,
};

const AREA_PAGE: &str = "/kleinstad/nl/wijken/lindenflat";

/// An idea that worked out, on the site.
fn done() -> Office {
    let office = public();
    office.must(&office.wil, "/conclusion", json!({ "outcome": { "kind": "realised" }, "text": "De lamp hangt er." }));
    office
}

/// The same, and its resident said that others may ask.
fn sharing() -> Office {
    let office = done();
    let said = press(&office, KEY, "share-experience", "");
    assert_eq!(said.status, 200, "{}", said.text());
    assert!(said.text().contains("Fijn dat u anderen helpt"), "{}", said.text());
    office
}

fn ask(office: &Office, key: &str, text: &str) -> Answer {
    let path = format!("/kleinstad/nl/initiatieven/{}", office.case_id);
    let text = text.replace(' ', "+");
    let body = format!("move=question&followKey={key}&idempotencyKey=q-{key}&text={text}&email=vrager%40voorbeeld.nl");
    office.installation.post_form(&path, &body)
}

fn view(office: &Office) -> InitiativeView {
    office.installation.get(&format!("{ROOT}/initiatives/{}?lang=nl", office.case_id)).json()
}

fn read(office: &Office, path: &str) -> String {
    office.installation.get(path).text()
}

fn page(office: &Office) -> String {
    read(office, &format!("/kleinstad/nl/initiatieven/{}", office.case_id))
}

const WHO: &str = "Iemand met ervaring met straatverlichting in Lindenflat";

#[test]
fn others_may_ask_only_after_the_resident_said_yes_and_until_they_say_no() {
    let office = public();
    assert!(office.followed().experience.is_none(), "nothing has worked out yet");
    assert_eq!(press(&office, KEY, "share-experience", "").status, 409);
    let office = done();
    assert!(!office.followed().experience.unwrap().shares);
    assert!(press(&office, KEY, "open", "").text().contains("Mogen anderen u iets vragen?"));
    for page in [page(&office), read(&office, AREA_PAGE)] {
        assert!(!page.contains("Iemand met ervaring"), "{page}");
    }
    assert_eq!(ask(&office, HELPER, "Hoe ging dat?").status, 409);
    // The area's page invites also where nobody is yet.
    assert!(read(&office, AREA_PAGE).contains("Wilt u weten hoe anderen zoiets deden?"));

    let office = sharing();
    assert!(office.followed().experience.unwrap().shares && view(&office).experience);
    assert!(office.detail().shares_experience);
    for page in [page(&office), read(&office, AREA_PAGE)] {
        assert!(page.contains(WHO), "{page}");
        assert!(!page.contains("bewoner@voorbeeld.nl") && !page.contains("2026-0001"));
    }
    // Not twice, and not by a stranger's key.
    assert_eq!(follow_post(&office.installation, "experience", "again", &json!({ "share": true })).status, 409);
    assert_eq!(press(&office, OTHER_KEY, "share-experience", "").status, 404);
    let stopped = press(&office, KEY, "stop-experience", "");
    assert!(stopped.text().contains("Niemand kan u nog iets vragen"), "{}", stopped.text());
    assert!(!page(&office).contains("Iemand met ervaring") && !view(&office).experience);
    assert_eq!(ask(&office, HELPER, "Hoe ging dat?").status, 409);
}

#[test]
fn a_question_goes_as_an_offer_does_and_neither_learns_who_the_other_is() {
    let office = sharing();
    let path = format!("/kleinstad/nl/initiatieven/{}", office.case_id);
    let form = office.installation.post_form(&path, "move=ask");
    assert!(form.text().contains("Wat wilt u weten?") && form.header("cache-control").contains("no-store"));
    let accusing = ask(&office, HELPER, "Mijn buurman is een dealer");
    assert_eq!(accusing.status, 400);
    assert!(accusing.text().contains("lijkt iemand te beschuldigen"));
    let sent = ask(&office, HELPER, "Hoe kreeg u de buren mee?");
    assert_eq!(sent.status, 200, "{}", sent.text());
    assert!(sent.text().contains("Uw vraag is verstuurd"));
    assert_eq!(ask(&office, HELPER, "Hoe kreeg u de buren mee?").status, 200, "sent twice it is there once");
    let followed = office.followed();
    let [question] = followed.pledges.as_slice() else { panic!("{:?}", followed.pledges) };
    assert_eq!((question.purpose, question.state), (PledgePurpose::Question, PledgeState::Offered));
    // Who asks is not somebody who joins.
    assert_eq!((view(&office).joined, view(&office).may_join), (PledgeCount::Nobody, false));
    assert!(!page(&office).contains("buren mee?"));
    let id = question.id.to_string();
    assert_eq!(press(&office, HELPER, "pledge-write", "message=Hallo").status, 409, "nobody said yes");
    let answers = press(&office, KEY, "pledge-accept", &format!("pledgeId={id}"));
    assert!(answers.text().contains("Vraag 1") && answers.text().contains("Wie vraagt u iets?"));
    let said = press(&office, KEY, "pledge-write", &format!("pledgeId={id}&message=Wij+begonnen+met+koffie"));
    assert_eq!(said.status, 200, "{}", said.text());
    let read = press(&office, HELPER, "open", "").text();
    assert!(read.contains("Uw vraag") && read.contains("Wij begonnen met koffie"), "{read}");
    for page in [read, press(&office, KEY, "open", "").text()] {
        assert!(!page.contains("vrager@voorbeeld.nl") && !page.contains("bewoner@voorbeeld.nl"));
    }
    // A task is for who helps.
    let task = format!("taskText=Bel&taskKind=work&taskUntil=2026-12-24&taskDoer=offer-{id}");
    assert_eq!(press(&office, KEY, "task-add", &task).status, 400);
    let told: Vec<String> = outbox(&office.installation).into_iter().map(|(template, _)| template).collect();
    for kind in ["experience-received", "experience-news", "experience-for-you"] {
        assert!(told.iter().any(|template| template == kind), "{kind}: {told:?}");
    }
    assert!(!told.iter().any(|template| template.starts_with("pledge")), "{told:?}");
    assert!(!office.read(&office.sanne).text().contains("buren mee?"), "officials read none of it");
}

#[test]
fn without_an_address_nobody_may_ask_and_what_runs_stops_at_once() {
    // By the follow page, by the link in a mail, and by what takes the initiative off the site.
    let ends: [fn(&Office); 4] = [
        |office| assert_eq!(press(office, KEY, "erase-contact", "").status, 200),
        |office| {
            let keys = &office.installation.edge.config().hash_keys;
            let proof = make(keys, Purpose::StopMessages, "kleinstad", &office.case_id).unwrap();
            let path = format!("/kleinstad/nl/berichten-stoppen/{}/{proof}", office.case_id);
            assert_eq!(office.installation.post_form(&path, "").status, 200);
        },
        |office| assert_eq!(follow_post(&office.installation, "threats", "t", &json!({ "text": "" })).status, 200),
        |office| {
            let no = json!({ "helped": false, "reason": "Hij is alweer stuk." });
            assert_eq!(follow_post(&office.installation, "rating", "r", &no).status, 200);
        },
    ];
    for (number, end) in ends.into_iter().enumerate() {
        let office = sharing();
        ask(&office, HELPER, "Hoe kreeg u de buren mee?");
        end(&office);
        assert!(!office.detail().shares_experience, "{number}");
        assert!(!page(&office).contains("Iemand met ervaring"), "{number}");
        assert_eq!(office.followed().pledges[0].state, PledgeState::Declined, "{number}");
        let asker = press(&office, HELPER, "open", "").text();
        assert!(asker.contains("Deze bewoner beantwoordt nu geen vragen"), "{number}: {asker}");
        assert_ne!(ask(&office, "8123456789abcdefghjkmnpqrs", "Ik ook").status, 200, "{number}");
    }
    // And nobody says yes without one.
    let office = done();
    press(&office, KEY, "erase-contact", "");
    assert!(press(&office, KEY, "open", "").text().contains("Wij hebben geen e-mailadres van u"));
    let refused = press(&office, KEY, "share-experience", "");
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("Vul eerst uw e-mailadres in"), "{}", refused.text());
    // Another address changes nothing of a yes.
    let office = sharing();
    press(&office, KEY, "contact", "email=anders%40voorbeeld.nl");
    assert!(view(&office).experience && office.followed().experience.unwrap().shares);
}

#[test]
fn who_asked_can_be_threatened_too_and_takes_the_question_back_whole() {
    let office = sharing();
    ask(&office, HELPER, "Hoe kreeg u de buren mee?");
    let told = press(&office, HELPER, "threat", "threat=Er+hing+een+briefje");
    assert_eq!(told.status, 200, "{}", told.text());
    assert!(told.text().contains("uiterlijk de volgende werkdag"));
    assert!(view(&office).experience, "anybody can ask, also who wants nobody to ask");
    let gone = press(&office, HELPER, "pledge-withdraw", "").text();
    assert!(gone.contains("U trok uw vraag in"), "{gone}");
    assert!(office.followed().pledges.is_empty());
}

#[test]
fn officials_find_who_did_before_what_somebody_wants_now() {
    let office = sharing();
    let area = |who: &str| -> AreaDetail {
        office.installation.official(who, "GET", "/api/v1/admin/areas/lindenflat", &serde_json::Value::Null).json()
    };
    assert!(area(&office.sanne).experienced.is_empty(), "nothing is new here");
    office.installation.wait(6_000);
    let mut other = with(proposal(), "what", "Een lamp bij de fietsen");
    other["followKey"] = OTHER_KEY.into();
    assert_eq!(office.installation.post(&format!("{ROOT}/proposals"), "second", &other).status, 201);
    let found = area(&office.sanne).experienced;
    let [one] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(one.case_id.as_ref().unwrap().to_string(), office.case_id);
    // The police have nothing to do with it and read what everybody reads.
    assert!(area(&office.piet).experienced.iter().all(|one| one.case_id.is_none()));
    // Who has the new idea reads of it on their own page.
    let page = press(&office, OTHER_KEY, "open", "").text();
    assert!(page.contains(WHO) && page.contains("Deze bewoners deden al zoiets"), "{page}");
    assert!(!press(&office, KEY, "open", "").text().contains("Deze bewoners deden al zoiets"));
}
