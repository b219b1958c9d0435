//! The talk with a server that is played: every reply is written down beforehand.

use std::{cell::RefCell, collections::VecDeque, rc::Rc};

use super::*;
use crate::{
    outbox::wire::{Network, Step},
    testing::ready,
};

/// What the played server does next.
#[derive(Debug, Clone)]
enum Act {
    /// Says this, in one piece.
    Say(&'static str),
    HangUp,
    Wait,
}

/// A server with its part, and what it was told.
#[derive(Clone, Default)]
struct Played {
    acts: Rc<RefCell<VecDeque<Act>>>,
    heard: Rc<RefCell<Vec<String>>>,
}

impl Played {
    fn new(acts: &[Act]) -> Self {
        Self { acts: Rc::new(RefCell::new(acts.iter().cloned().collect())), heard: Rc::default() }
    }

    fn heard(&self) -> String {
        self.heard.borrow().concat()
    }
}

struct Line(Played);

impl Wire for Line {
    fn read(&mut self) -> Step<'_, Vec<u8>> {
        let act = self.0.acts.borrow_mut().pop_front();
        let said = match act {
            Some(Act::Say(words)) => Ok(words.as_bytes().to_vec()),
            Some(Act::HangUp) => Ok(Vec::new()),
            Some(Act::Wait) => Err(Broken::TimedOut),
            None => panic!("the server has nothing more to say; it heard {}", self.0.heard()),
        };
        Box::pin(std::future::ready(said))
    }

    fn write(&mut self, bytes: Vec<u8>) -> Step<'_, ()> {
        self.0.heard.borrow_mut().push(String::from_utf8(bytes).unwrap());
        Box::pin(std::future::ready(Ok(())))
    }

    fn start_tls(&mut self) -> Step<'_, ()> {
        self.0.heard.borrow_mut().push("[TLS]\r\n".to_owned());
        Box::pin(std::future::ready(Ok(())))
    }

    fn close(&mut self) {}
}

impl Network for Played {
    fn open<'a>(&'a self, _server: &'a MailSettings) -> Step<'a, Box<dyn Wire>> {
        Box::pin(std::future::ready(Ok(Box::new(Line(self.clone())) as Box<dyn Wire>)))
    }
}

fn settings(security: Security) -> MailSettings {
    MailSettings {
        host: "localhost".into(),
        port: 25,
        security,
        sign_in: Some(SignIn { user: "buurtstem".into(), password: "geheim".into() }),
        from: "buurtstem@example.nl".into(),
        reply_to: None,
        timeout_seconds: 1,
    }
}

const HELLO: Act = Act::Say("220 mx.example ESMTP\r\n");
const CAN: Act = Act::Say("250-mx.example\r\n250-SIZE 1000000\r\n250-AUTH LOGIN PLAIN\r\n250 8BITMIME\r\n");
const OK: Act = Act::Say("250 OK\r\n");
const SIGNED_IN: Act = Act::Say("235 2.7.0 welcome\r\n");
const GO_ON: Act = Act::Say("354 go on\r\n");

const MESSAGE: &[u8] = b"Subject: x\r\n\r\n.hidden\r\nend\r\n";

/// Plays the acts after signing in, and sends one message.
fn send(acts: &[Act], to: &str) -> (Verdict, bool, String) {
    let played = Played::new(&[&[HELLO, CAN, SIGNED_IN], acts].concat());
    let settings = settings(Security::None);
    let mut session = ready(Session::open(&played, &settings, "example.nl")).unwrap_or_else(|_| panic!("not open"));
    let verdict = ready(session.send(Envelope { to, message: MESSAGE }));
    (verdict, session.is_usable(), played.heard())
}

fn open(security: Security, acts: &[Act]) -> (Result<(), Trouble>, String) {
    let played = Played::new(acts);
    let settings = settings(security);
    let opened = ready(Session::open(&played, &settings, "example.nl")).map(|_| ());
    (opened, played.heard())
}

#[test]
fn a_message_is_handed_over_with_its_dots_doubled() {
    let (verdict, usable, heard) = send(&[OK, OK, GO_ON, Act::Say("250 2.0.0 queued\r\n")], "a@b.nl");
    assert_eq!((verdict, usable), (Verdict::Sent, true));
    assert!(
        heard.ends_with(
            "MAIL FROM:<buurtstem@example.nl> SIZE=28\r\nRCPT TO:<a@b.nl>\r\nDATA\r\n\
         Subject: x\r\n\r\n..hidden\r\nend\r\n.\r\n"
        ),
        "{heard}"
    );
}

#[test]
fn what_the_server_refuses_is_kept_apart_by_kind() {
    let later = |what, code: &str, verdict: Verdict| match verdict {
        Verdict::Later(trouble) => {
            assert_eq!((trouble.what, trouble.code.map(|code| code.to_string())), (what, Some(code.to_owned())));
        }
        other => panic!("{other:?}"),
    };
    let (verdict, usable, _) = send(&[OK, Act::Say("450 4.2.0 greylisted\r\n"), OK], "a@b.nl");
    later(MailTrouble::NotNow, "450 4.2.0", verdict);
    assert!(usable);
    let (verdict, ..) = send(&[Act::Say("553 5.7.1 not yours\r\n"), OK], "a@b.nl");
    later(MailTrouble::SenderRefused, "553 5.7.1", verdict);
    let (verdict, usable, _) = send(&[OK, OK, GO_ON, Act::Say("421 4.3.2 closing\r\n")], "a@b.nl");
    later(MailTrouble::NotNow, "421 4.3.2", verdict);
    assert!(!usable);
    for acts in
        [vec![OK, Act::Say("550 5.1.1 <a@b.nl> who?\r\n"), OK], vec![OK, OK, GO_ON, Act::Say("554 5.6.0 no\r\n")]]
    {
        let (verdict, usable, _) = send(&acts, "a@b.nl");
        assert!(matches!(verdict, Verdict::Refused(Trouble { what: MailTrouble::Refused, .. })), "{verdict:?}");
        assert!(usable);
    }
}

#[test]
fn a_line_that_breaks_says_whether_the_message_may_have_arrived() {
    let what = |acts: &[Act]| match send(acts, "a@b.nl") {
        (Verdict::Later(trouble), false, _) => trouble.what,
        other => panic!("{other:?}"),
    };
    assert_eq!(what(&[OK, OK, Act::HangUp]), MailTrouble::BrokenOff);
    assert_eq!(what(&[OK, Act::Wait]), MailTrouble::TimedOut);
    assert_eq!(what(&[OK, OK, GO_ON, Act::HangUp]), MailTrouble::ReplyLost);
    assert_eq!(what(&[OK, OK, GO_ON, Act::Wait]), MailTrouble::ReplyLost);
    assert_eq!(what(&[OK, OK, GO_ON, Act::Say("nonsense\r\n")]), MailTrouble::ReplyLost);
}

#[test]
fn without_encryption_nothing_secret_is_said() {
    let (opened, heard) = open(Security::StartTls, &[HELLO, CAN]);
    assert_eq!(opened, Err(MailTrouble::NotEncrypted.into()));
    assert_eq!(heard, "EHLO example.nl\r\n");
    // Somebody on the line says more than the server did, for after the handshake (CVE-2011-0411).
    let offered = Act::Say("250-mx.example\r\n250 STARTTLS\r\n");
    let (opened, heard) = open(Security::StartTls, &[HELLO, offered.clone(), Act::Say("220 go\r\n250 AUTH PLAIN\r\n")]);
    assert_eq!(opened, Err(MailTrouble::NotEncrypted.into()));
    assert!(!heard.contains("AUTH") && !heard.contains("[TLS]"), "{heard}");
    // What was offered in clear is forgotten.
    let (opened, heard) = open(Security::StartTls, &[HELLO, offered, Act::Say("220 go\r\n"), CAN, SIGNED_IN]);
    assert_eq!(opened, Ok(()));
    assert_eq!(heard.matches("EHLO").count(), 2);
    assert!(heard.contains("[TLS]\r\nEHLO example.nl\r\nAUTH PLAIN "), "{heard}");
}

#[test]
fn signing_in_takes_what_the_server_knows() {
    let login = Act::Say("250-mx.example\r\n250 AUTH=LOGIN\r\n");
    let (opened, heard) = open(
        Security::None,
        &[HELLO, login, Act::Say("334 VXNlcm5hbWU6\r\n"), Act::Say("334 UGFzc3dvcmQ6\r\n"), SIGNED_IN],
    );
    assert_eq!(opened, Ok(()));
    assert!(heard.ends_with("AUTH LOGIN\r\nYnV1cnRzdGVt\r\nZ2VoZWlt\r\n"), "{heard}");
    let (opened, _) = open(Security::None, &[HELLO, Act::Say("250-x\r\n250 AUTH CRAM-MD5\r\n")]);
    assert_eq!(opened, Err(MailTrouble::NoSignIn.into()));
    let (opened, _) = open(Security::None, &[HELLO, CAN, Act::Say("535 5.7.8 wrong\r\n")]);
    assert_eq!(opened.map_err(|trouble| trouble.what), Err(MailTrouble::SignInRefused));
    let (opened, _) = open(Security::None, &[Act::Say("554 no service\r\n")]);
    assert_eq!(opened.map_err(|trouble| trouble.what), Err(MailTrouble::Busy));
}

#[test]
fn an_address_outside_ascii_needs_a_server_that_takes_it() {
    let (verdict, _, heard) = send(&[], "zoë@voorbeeld.nl");
    assert_eq!(verdict, Verdict::Refused(MailTrouble::AddressNotSupported.into()));
    assert!(!heard.contains("MAIL FROM"), "{heard}");
}

#[test]
fn no_address_can_say_a_command_of_its_own() {
    let (verdict, _, heard) = send(&[OK], "a@b.nl>\r\nRCPT TO:<c@d.nl");
    assert_eq!(verdict, Verdict::Later(MailTrouble::BrokenOff.into()));
    assert!(!heard.contains("c@d.nl"), "{heard}");
}
