//! Devices through the router in process, with a push service and a browser that the test plays: the browser opens what
//! comes as RFC 8291 says, the service can fail in all ways.

use std::sync::{Arc, Mutex};

use aes_gcm::{Aes128Gcm, KeyInit, aead::Aead};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hkdf::Hkdf;
use p256::{PublicKey, SecretKey, elliptic_curve::sec1::ToSec1Point};
use serde_json::{Value, json};
use sha2::Sha256;

use super::deliver::TERM;
use crate::{
    config::MailSettings,
    objects::ObjectClass,
    outbox::{
        webhook::Call,
        wire::{Broken, Network, Step, Wire},
    },
    store::Sql,
    testing::{Answer, Installation, json as request},
};

const DEVICES: &str = "/api/v1/municipalities/kleinstad/devices";
const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
const FOLLOW_KEY: &str = "00000000000000000000000001";

/// The push service: what it answers from now on, and what it was sent.
#[derive(Clone)]
struct Played {
    answer: Arc<Mutex<Result<u16, Broken>>>,
    calls: Arc<Mutex<Vec<Call>>>,
}

impl Network for Played {
    fn open<'a>(&'a self, _server: &'a MailSettings) -> Step<'a, Box<dyn Wire>> {
        Box::pin(std::future::ready(Err(Broken::Unreachable)))
    }

    fn post<'a>(&'a self, call: &'a Call) -> Step<'a, u16> {
        self.calls.lock().unwrap().push(call.clone());
        Box::pin(std::future::ready(*self.answer.lock().unwrap()))
    }
}

/// A browser with an address at the push service.
struct Device {
    endpoint: String,
    key: SecretKey,
    auth: [u8; 16],
}

impl Device {
    fn number(number: u8) -> Self {
        Self {
            endpoint: format!("https://fcm.googleapis.com/fcm/send/device-{number}"),
            key: SecretKey::from_slice(&[number; 32]).unwrap(),
            auth: [number; 16],
        }
    }

    fn asks(&self, wanted: Option<bool>) -> Value {
        let point = self.key.public_key().to_sec1_point(false);
        let keys =
            json!({ "p256dh": URL_SAFE_NO_PAD.encode(point.as_bytes()), "auth": URL_SAFE_NO_PAD.encode(self.auth) });
        json!({ "endpoint": self.endpoint, "keys": keys, "language": "en", "wanted": wanted })
    }

    /// What its page shows of a message.
    fn opens(&self, call: &Call) -> Value {
        let (salt, rest) = call.body.split_at(16);
        let (theirs, sealed) = rest.split_at(5).1.split_at(usize::from(rest[4]));
        let own = self.key.public_key().to_sec1_point(false);
        let shared = self.key.diffie_hellman(&PublicKey::from_sec1_bytes(theirs).unwrap());
        let mut input = [0; 32];
        let info = [b"WebPush: info\0".as_slice(), own.as_bytes(), theirs].concat();
        Hkdf::<Sha256>::new(Some(&self.auth), shared.raw_secret_bytes()).expand(&info, &mut input).unwrap();
        let (mut key, mut nonce) = ([0; 16], [0; 12]);
        let derived = Hkdf::<Sha256>::new(Some(salt), &input);
        derived.expand(b"Content-Encoding: aes128gcm\0", &mut key).unwrap();
        derived.expand(b"Content-Encoding: nonce\0", &mut nonce).unwrap();
        let opened = Aes128Gcm::new(&key.into()).decrypt(&nonce.into(), sealed).unwrap();
        let (last, text) = opened.split_last().unwrap();
        assert_eq!(*last, 2, "the last record");
        serde_json::from_slice(text).unwrap()
    }
}

struct Town {
    installation: Installation,
    played: Played,
}

impl Town {
    fn new() -> Self {
        let played = Played { answer: Arc::new(Mutex::new(Ok(201))), calls: Arc::default() };
        Self { installation: Installation::with_mail(&[], played.clone()), played }
    }

    fn answers(&self, answer: Result<u16, Broken>) {
        *self.played.answer.lock().unwrap() = answer;
    }

    fn calls(&self) -> Vec<Call> {
        std::mem::take(&mut *self.played.calls.lock().unwrap())
    }

    fn ask(&self, body: &Value, follow_key: Option<&str>) -> Answer {
        let mut asked = request("POST", DEVICES, body);
        if let Some(key) = follow_key {
            asked = asked.header("follow-key", key);
        }
        self.installation.send(asked.body(body.to_string().into()).unwrap())
    }

    fn wanted(&self, device: &Device, wanted: Option<bool>, follow_key: Option<&str>) -> bool {
        let answer = self.ask(&device.asks(wanted), follow_key);
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json::<Value>()["wanted"] == true
    }

    /// An idea whose follow key is [`FOLLOW_KEY`], and something that happens with it.
    fn sends_an_idea(&self) {
        let body = json!({
            "draft": {
                "topicId": "verlichting", "areaId": "lindenflat", "what": "Meer licht", "why": "", "weDo": "",
                "weNeed": "", "onlyInform": false, "email": "", "mayBePublic": false
            },
            "language": "nl",
            "followKey": FOLLOW_KEY
        });
        let answer = self.installation.post("/api/v1/municipalities/kleinstad/proposals", "een", &body);
        assert_eq!(answer.status, 201, "{}", answer.text());
    }

    fn answers_the_idea(&self) {
        let cookie = self.installation.sign_in("kleinstad", "wil");
        let list: Value = self.installation.official(&cookie, "GET", "/api/v1/admin/cases", &Value::Null).json();
        let path = format!("/api/v1/admin/cases/{}", list["cases"][0]["id"].as_str().unwrap());
        let detail: Value = self.installation.official(&cookie, "GET", &path, &Value::Null).json();
        let body = json!({ "version": detail["version"], "text": "Wij komen kijken.", "nextNewsBy": null });
        let answer = self.installation.official(&cookie, "POST", &format!("{path}/updates"), &body);
        assert_eq!(answer.status, 200, "{}", answer.text());
    }

    fn editor(&self, method: &str, tail: &str, body: &Value) {
        let cookie = self.installation.sign_in("kleinstad", "els");
        let answer = self.installation.official(&cookie, method, &format!("/api/v1/admin/polls{tail}"), body);
        assert!(answer.status.is_success(), "{}", answer.text());
    }

    fn opens_a_poll(&self) {
        let mut poll: Value =
            serde_json::from_str(include_str!("../../../../../shared/tests/golden/poll.json")).unwrap();
        poll["id"] = json!("veilig");
        self.editor("POST", "", &json!({ "version": 0, "poll": poll }));
        self.editor("POST", "/veilig/opening", &json!({ "version": 1, "closesOn": "2026-03-16" }));
        self.installation.wait(0);
    }

    fn rows(&self, table: &str) -> i64 {
        let count = self.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
            sql.query(&format!("SELECT count(*) AS n FROM {table}"), &[]).unwrap()[0].integer("n").unwrap()
        });
        count.unwrap()
    }
}

#[test]
fn a_device_hears_of_a_new_poll_until_it_is_turned_off() {
    let town = Town::new();
    let (device, other) = (Device::number(1), Device::number(2));
    assert!(!town.wanted(&device, None, None));
    assert!(town.wanted(&device, Some(true), None) && town.wanted(&other, Some(true), None));
    assert!(town.wanted(&device, None, None));
    assert!(!town.wanted(&other, Some(false), None));
    assert_eq!(town.rows("device"), 1, "what is told of nothing is erased");
    town.opens_a_poll();
    let calls = town.calls();
    assert_eq!(calls.len(), 1);
    assert_eq!((calls[0].url.as_str(), calls[0].listed), (device.endpoint.as_str(), false));
    let shown = device.opens(&calls[0]);
    assert_eq!(
        (&shown["title"], &shown["lang"], &shown["dir"], &shown["tag"]),
        (&json!("New poll in Kleinstad"), &json!("en"), &json!("ltr"), &json!("poll-veilig"))
    );
    assert!(shown["url"].as_str().unwrap().ends_with("/kleinstad/en/peilingen/veilig"), "{shown}");
    assert_eq!(town.rows("push"), 0, "nothing is kept of what was sent");
    let dump = town.installation.dump(ObjectClass::Municipality, "kleinstad").join("\n");
    assert!(!dump.contains("fcm.googleapis.com"), "where it can be reached is encrypted");
}

#[test]
fn only_whoever_has_the_key_of_an_idea_hears_of_it() {
    let town = Town::new();
    let device = Device::number(1);
    town.sends_an_idea();
    assert_eq!(town.ask(&device.asks(Some(true)), Some("00000000000000000000000009")).status, 404);
    assert_eq!(town.ask(&device.asks(Some(true)), Some("short")).status, 400);
    assert!(town.wanted(&device, Some(true), Some(FOLLOW_KEY)));
    assert!(!town.wanted(&device, None, None), "polls are another matter");
    town.answers_the_idea();
    town.installation.wait(0);
    let calls = town.calls();
    let shown = device.opens(&calls[0]);
    assert_eq!(calls.len(), 1);
    assert_eq!(shown["title"], "News about your idea in Kleinstad");
    assert!(!shown.to_string().contains("licht") && !shown.to_string().contains("kijken"), "{shown}");
    assert!(shown["url"].as_str().unwrap().ends_with(&format!("/kleinstad/en/volgen#c={FOLLOW_KEY}")), "{shown}");
    assert!(!town.wanted(&device, Some(false), Some(FOLLOW_KEY)));
    town.answers_the_idea();
    town.installation.wait(0);
    assert_eq!((town.calls().len(), town.rows("device"), town.rows("device_case")), (0, 0, 0));
}

#[test]
fn news_that_comes_before_the_last_was_sent_is_one_message() {
    let town = Town::new();
    let device = Device::number(1);
    town.sends_an_idea();
    town.wanted(&device, Some(true), Some(FOLLOW_KEY));
    town.answers_the_idea();
    town.answers_the_idea();
    town.installation.wait(0);
    assert_eq!(town.calls().len(), 1);
}

#[test]
fn addresses_that_are_at_no_push_service_are_refused() {
    let town = Town::new();
    for endpoint in [
        "http://fcm.googleapis.com/fcm/send/a",
        "https://fcm.googleapis.com.evil.example/a",
        "https://evilnotify.windows.com.example/a",
        "https://fcm.googleapis.com@evil.example/a",
        "https://evil.example/?fcm.googleapis.com",
        "https://127.0.0.1/a",
        "",
    ] {
        let device = Device { endpoint: endpoint.to_owned(), ..Device::number(1) };
        let answer = town.ask(&device.asks(Some(true)), None);
        assert_eq!(answer.status, 400, "{endpoint}");
        assert!(answer.text().contains("\"endpoint\""), "{}", answer.text());
    }
    let mut body = Device::number(1).asks(Some(true));
    body["keys"]["p256dh"] = json!("AAAA");
    assert_eq!(town.ask(&body, None).status, 400);
    body["keys"]["p256dh"] = json!("no base 64!");
    assert_eq!(town.ask(&body, None).status, 400);
    assert_eq!(town.rows("device"), 0);
}

#[test]
fn a_service_that_fails_is_tried_again_for_a_day() {
    let town = Town::new();
    town.wanted(&Device::number(1), Some(true), None);
    for answer in [Ok(503), Ok(429), Err(Broken::TimedOut)] {
        town.answers(answer);
        if town.rows("push") == 0 {
            town.opens_a_poll();
        } else {
            town.installation.wait(2 * HOUR);
        }
        assert!(!town.calls().is_empty(), "{answer:?}");
        assert_eq!(town.rows("push"), 1, "{answer:?}");
    }
    town.answers(Ok(201));
    town.installation.wait(2 * HOUR);
    assert_eq!((town.calls().len(), town.rows("push"), town.rows("device")), (1, 0, 1));
}

#[test]
fn after_a_day_it_is_given_up_and_the_device_stays() {
    let town = Town::new();
    town.wanted(&Device::number(1), Some(true), None);
    town.answers(Err(Broken::Unreachable));
    town.opens_a_poll();
    for _ in 0..TERM / HOUR {
        town.installation.wait(HOUR);
    }
    assert!(town.calls().len() > 5);
    assert_eq!((town.rows("push"), town.rows("device")), (0, 1));
}

#[test]
fn a_device_that_is_gone_is_erased_and_one_that_is_refused_is_not_tried_again() {
    for (answer, devices) in [(410, 0), (404, 0), (403, 1), (413, 1), (301, 1)] {
        let town = Town::new();
        town.wanted(&Device::number(1), Some(true), None);
        town.answers(Ok(answer));
        town.opens_a_poll();
        assert_eq!((town.calls().len(), town.rows("device"), town.rows("push")), (1, devices, 0), "{answer}");
        town.installation.wait(DAY);
        assert!(town.calls().is_empty(), "{answer}");
    }
}

#[test]
fn after_a_year_a_device_is_erased() {
    let town = Town::new();
    town.sends_an_idea();
    town.wanted(&Device::number(1), Some(true), None);
    town.wanted(&Device::number(1), Some(true), Some(FOLLOW_KEY));
    town.installation.wait(364 * DAY);
    assert_eq!(town.rows("device"), 1);
    town.installation.wait(3 * DAY);
    assert_eq!((town.rows("device"), town.rows("device_case"), town.rows("push")), (0, 0, 0));
}

#[test]
fn one_idea_is_told_to_ten_devices_at_most() {
    let town = Town::new();
    town.sends_an_idea();
    for number in 1..=12 {
        town.wanted(&Device::number(number), Some(true), Some(FOLLOW_KEY));
    }
    assert_eq!(town.rows("device_case"), 10);
    assert!(!town.wanted(&Device::number(2), None, Some(FOLLOW_KEY)), "the oldest gives way");
    assert!(town.wanted(&Device::number(12), None, Some(FOLLOW_KEY)));
}

#[test]
fn turning_it_on_and_off_is_all_or_nothing() {
    let town = Town::new();
    town.sends_an_idea();
    let device = Device::number(1);
    let municipality = ObjectClass::Municipality;
    for wanted in [true, false] {
        town.installation.check_all_or_nothing(municipality, "kleinstad", || {
            town.ask(&device.asks(Some(wanted)), Some(FOLLOW_KEY)).status
        });
    }
}

/// In a frame the browser would ask in the name of the site around it.
#[test]
fn only_full_pages_offer_it() {
    let town = Town::new();
    town.sends_an_idea();
    let offers = |place: &str| {
        let page =
            town.installation.post_form(&format!("{place}/kleinstad/nl/volgen"), &format!("followKey={FOLLOW_KEY}"));
        assert!(page.text().contains("Meer licht"), "{}", page.text());
        page.text().contains("data-push=")
    };
    assert_eq!((offers(""), offers("/frame/v1")), (true, false));
    assert!(
        !town.installation.get("/kleinstad/nl/volgen").text().contains("data-push="),
        "not before the key is shown"
    );
    let script = town.installation.get("/kleinstad/push.js");
    assert_eq!((script.status.as_u16(), script.header("content-type")), (200, "text/javascript; charset=utf-8"));
}

#[test]
fn without_a_key_nothing_is_offered() {
    let installation = Installation::with_settings(&[("PUSH_KEY", "")]);
    assert!(installation.load("kleinstad", &crate::testing::small_file()).status.is_success());
    let body = Device::number(1).asks(Some(true));
    let asked = request("POST", DEVICES, &body).body(body.to_string().into()).unwrap();
    assert_eq!(installation.send(asked).status, 400);
    assert!(!installation.get("/kleinstad/nl/nieuws").text().contains("data-push"));
    let with = Town::new().installation.get("/kleinstad/nl/nieuws").text();
    assert!(with.contains("data-push=\"B") && with.contains("/api/v1/municipalities/kleinstad/devices"));
}
