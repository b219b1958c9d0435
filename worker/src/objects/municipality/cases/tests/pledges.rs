//! Helping with an initiative, through the pages without script.

use serde_json::json;
use shared::{
    pledge::{PledgeCount, PledgeState},
    wire::public::{FollowView, InitiativeView},
};

use super::{KEY, Office, ROOT, follow_post, proposal, with};
use crate::{objects::ObjectClass, store::Sql, testing::Answer};

pub(super) const HELPER: &str = "7123456789abcdefghjkmnpqrs";

/// An initiative that everybody sees.
pub(super) fn public() -> Office {
    let office = Office::new();
    office.must(&office.sanne, "/publication", json!({}));
    office
}

pub(super) fn join_as(office: &Office, key: &str, text: &str, email: &str) -> Answer {
    let path = format!("/kleinstad/nl/initiatieven/{}", office.case_id);
    let text = text.replace(' ', "+");
    let body = format!("move=pledge&followKey={key}&idempotencyKey=once-{key}&text={text}&email={email}");
    office.installation.post_form(&path, &body)
}

pub(super) fn join(office: &Office) -> Answer {
    join_as(office, HELPER, "Ik heb een boormachine", "helper%40voorbeeld.nl")
}

fn view(office: &Office) -> InitiativeView {
    let answer = office.installation.get(&format!("{ROOT}/initiatives/{}?lang=nl", office.case_id));
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

/// A press on the follow page with this key.
pub(super) fn press(office: &Office, key: &str, press: &str, more: &str) -> Answer {
    let body = format!("followKey={key}&move={press}&idempotencyKey={press}-{}&{more}", more.len());
    office.installation.post_form("/kleinstad/nl/volgen", &body)
}

pub(super) fn offer(office: &Office) -> String {
    let view: FollowView = office.followed();
    view.pledges[0].id.to_string()
}

fn is_found(office: &Office, words: &str) -> bool {
    let found = |sql: &crate::store::MemorySql| {
        let bytes = super::privacy::everything(sql);
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    };
    office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", found).unwrap()
}

#[test]
fn somebody_offers_to_help_and_only_the_initiator_reads_it() {
    let office = public();
    assert_eq!((view(&office).joined, view(&office).may_join), (PledgeCount::Nobody, true));
    let path = format!("/kleinstad/nl/initiatieven/{}", office.case_id);
    let page = office.installation.get(&path).text();
    assert!(page.contains("Nog niemand. Doet u mee?") && !page.contains("followKey"), "a kept page holds no key");
    let form = office.installation.post_form(&path, "move=join");
    assert!(form.text().contains("followKey") && form.header("cache-control").contains("no-store"));
    let empty = join_as(&office, HELPER, "", "");
    assert_eq!(empty.status, 400);
    let accusing = join_as(&office, HELPER, "Mijn buurman is een dealer", "");
    assert_eq!(accusing.status, 400);
    assert!(accusing.text().contains("lijkt iemand te beschuldigen") && accusing.text().contains("Mijn buurman"));
    let done = join(&office);
    assert_eq!(done.status, 200, "{}", done.text());
    assert!(done.text().contains("Fijn dat u meedoet"));
    // Sent twice it is there once.
    assert_eq!(join(&office).status, 200);
    assert_eq!(view(&office).joined, PledgeCount::Some);
    let public = office.installation.get(&path).text();
    assert!(public.contains("Enkele buurtbewoners doen mee"));
    assert!(!public.contains("boormachine"));
    let followed = office.followed();
    assert_eq!(followed.pledges.len(), 1);
    assert_eq!(followed.pledges[0].messages[0].text, "Ik heb een boormachine");
    // Officials see nothing of it, and nowhere is the address in clear.
    assert!(!office.read(&office.sanne).text().contains("boormachine"));
    assert!(!is_found(&office, "helper@voorbeeld.nl"));
    let told = super::storing::outbox(&office.installation);
    assert!(told.iter().any(|(template, _)| template == "pledge-received"));
    assert!(told.iter().any(|(template, _)| template == "pledge-for-you"));
}

#[test]
fn the_two_write_to_each_other_after_a_yes_and_neither_learns_who_the_other_is() {
    let office = public();
    join(&office);
    let id = offer(&office);
    let early = press(&office, HELPER, "pledge-write", "message=Hallo");
    assert_eq!(early.status, 409);
    assert!(early.text().contains("Er is nog geen ja gezegd"));
    assert_eq!(press(&office, KEY, "pledge-accept", &format!("pledgeId={id}")).status, 200);
    let said = press(&office, KEY, "pledge-write", &format!("pledgeId={id}&message=Komt+u+zaterdag%3F"));
    assert_eq!(said.status, 200, "{}", said.text());
    let read = press(&office, HELPER, "open", "");
    assert!(read.text().contains("Komt u zaterdag?") && read.text().contains("zei ja"));
    assert_eq!(press(&office, HELPER, "pledge-write", "message=Dat+is+goed").status, 200);
    let followed = office.followed();
    let pledge = &followed.pledges[0];
    assert_eq!((pledge.state, pledge.messages.len()), (PledgeState::InTouch, 3));
    assert_eq!(pledge.messages.iter().map(|message| message.yours).collect::<Vec<_>>(), [false, true, false]);
    for page in [press(&office, HELPER, "open", ""), press(&office, KEY, "open", "")] {
        assert!(!page.text().contains("helper@voorbeeld.nl") && !page.text().contains("bewoner@voorbeeld.nl"));
    }
    assert!(!press(&office, HELPER, "open", "").text().contains("2026-0001"), "the number is the initiator's");
    // The initiator can stop it, and then no word passes any more.
    assert_eq!(press(&office, KEY, "pledge-decline", &format!("pledgeId={id}")).status, 200);
    assert_eq!(press(&office, HELPER, "pledge-write", "message=Toch+nog+iets").status, 409);
    assert_eq!(view(&office).joined, PledgeCount::Nobody);
}

#[test]
fn who_takes_an_offer_back_leaves_no_word_and_no_address() {
    let office = public();
    join(&office);
    let id = offer(&office);
    press(&office, KEY, "pledge-accept", &format!("pledgeId={id}"));
    press(&office, HELPER, "pledge-write", "message=Ik+woon+op+nummer+zeven");
    assert!(is_found(&office, "nummer zeven"));
    let gone = press(&office, HELPER, "pledge-withdraw", "");
    assert!(gone.text().contains("U doet niet meer mee"), "{}", gone.text());
    for words in ["boormachine", "nummer zeven"] {
        assert!(!is_found(&office, words), "{words}");
    }
    let count = |sql: &crate::store::MemorySql| sql.query("SELECT * FROM pledge_contact", &[]).unwrap().len();
    assert_eq!(office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", count), Some(0));
    assert_eq!((office.followed().pledges.len(), view(&office).joined), (0, PledgeCount::Nobody));
}

#[test]
fn nobody_joins_what_is_not_public_or_answers_an_offer_of_another() {
    let office = Office::new();
    assert_eq!(join(&office).status, 404, "not public");
    office.must(&office.sanne, "/publication", json!({}));
    office.installation.wait(6_000);
    join(&office);
    let id = offer(&office);
    let mut other = with(proposal(), "what", "Een lamp bij de fietsen");
    other["followKey"] = super::OTHER_KEY.into();
    assert_eq!(office.installation.post(&format!("{ROOT}/proposals"), "second", &other).status, 201);
    let foreign = press(&office, super::OTHER_KEY, "pledge-accept", &format!("pledgeId={id}"));
    assert_eq!(foreign.status, 409);
    assert_eq!(office.followed().pledges[0].state, PledgeState::Offered);
    // An idea that was answered with no has nothing to help with.
    office.must(&office.wil, "/conclusion", json!({ "outcome": { "kind": "notDone" }, "text": "Dit kan hier niet." }));
    assert!(!view(&office).may_join);
    assert_eq!(join_as(&office, "8123456789abcdefghjkmnpqrs", "Ik ook", "").status, 409);
}

#[test]
fn who_offered_to_help_hears_that_the_initiative_was_taken_back() {
    let office = public();
    join(&office);
    assert_eq!(follow_post(&office.installation, "withdrawal", "w", &json!({})).status, 200);
    let page = press(&office, HELPER, "open", "").text();
    assert!(page.contains("Het initiatief is ingetrokken") && page.contains("niet op de site"), "{page}");
    let told = super::storing::outbox(&office.installation);
    assert!(told.iter().any(|(template, _)| template == "pledge-news"), "{told:?}");
    assert_eq!(press(&office, HELPER, "pledge-withdraw", "").status, 200);
}

#[test]
fn from_ten_on_the_number_is_shown() {
    let office = public();
    for number in 0..10 {
        let key = format!("{}3{}", number, "23456789abcdefghjkmnpqrs");
        let key = if number > 7 { format!("0{}{}", number, "23456789abcdefghjkmnpqrt") } else { key };
        let answer = join_as(&office, &key, "Ik help", "");
        assert_eq!(answer.status, 200, "{}", answer.text());
    }
    assert_eq!(view(&office).joined, PledgeCount::Number(10));
    let page = office.installation.get(&format!("/kleinstad/nl/initiatieven/{}", office.case_id)).text();
    assert!(page.contains("10 buurtbewoners doen mee"));
}

/// The mail says that there is something to read, and nothing of what was written or by whom.
#[test]
fn a_mail_about_an_offer_holds_no_word_of_it() {
    let office = public();
    join(&office);
    let ali = office.installation.sign_in("kleinstad", "ali");
    let all = office.installation.official(&ali, "GET", "/api/v1/admin/messages", &serde_json::Value::Null);
    let all: serde_json::Value = all.json();
    let mut read = 0;
    for message in all["kept"].as_array().unwrap() {
        if !message["kind"].as_str().unwrap().starts_with("pledge") {
            continue;
        }
        let path = format!("/api/v1/admin/messages/{}/text", message["id"].as_str().unwrap());
        let text = office.installation.official(&ali, "GET", &path, &serde_json::Value::Null).text();
        assert!(!text.contains("boormachine") && !text.contains("helper@") && !text.contains("bewoner@"), "{text}");
        let keys = [HELPER, KEY].map(|key| text.contains(key));
        assert!(keys == [true, false] || keys == [false, true], "each gets the own link: {text}");
        read += 1;
    }
    assert_eq!(read, 2);
}
