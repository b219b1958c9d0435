//! Translations stand beside what was written, and go where it goes.

use shared::actor::Actor;
use shared::case::{Case, CaseAction, Command, Event, NewTranslation, Refusal, TextRole};
use shared::ids::TextId;
use shared::notification::{MailKind, Recipient};
use shared::text::Language;

use crate::town::{File, coordinator, handler, kinds, partner, tells};

fn translate(file: &mut File, of: &TextId, language: Language, accuses: bool) -> Command {
    let text = file.words("Meer licht bij de ingang");
    Command::Translate { texts: vec![NewTranslation { of: of.clone(), language, text }], accuses }
}

#[test]
fn a_text_in_another_language_keeps_its_original_beside_the_translation() {
    let mut file = File::open_in(false, Language::En);
    let what = file.case.received.what.clone();
    let command = translate(&mut file, &what, Language::Nl, false);
    let decision = file.act(command, &handler("homes")).unwrap();
    assert_eq!(kinds(&decision), ["translated"]);
    assert!(decision.notifications.is_empty(), "the resident wrote it");
    assert_eq!(file.case.shown(&what), &what);
    let first = file.case.translation(&what).unwrap().text.clone();
    let again = translate(&mut file, &what, Language::Nl, false);
    file.act(again, &handler("welfare")).unwrap();
    assert_ne!(file.case.translation(&what).unwrap().text, first, "the newest stands beside it");
    assert_eq!(Case::replay(&file.events).unwrap(), file.case);
}

#[test]
fn an_answer_may_have_a_translation_into_the_residents_language() {
    let mut file = File::open_in(false, Language::En);
    let text = file.words("Wij kijken er deze week naar.");
    file.act(Command::Update { text: text.clone(), next_news_by: None }, &handler("homes")).unwrap();
    let known = file.case.translatable(&file.events);
    assert!(known.contains(&(TextRole::Update, &text.id, Language::En)));
    assert!(known.contains(&(TextRole::What, &file.case.received.what, Language::Nl)));
    let command = translate(&mut file, &text.id, Language::En, false);
    let decision = file.act(command, &handler("homes")).unwrap();
    assert!(tells(&decision, &Recipient::Resident, MailKind::News), "there is something new to read");
    assert!(decision.events.iter().all(Event::is_public));
}

#[test]
fn who_works_on_it_translates_and_nobody_else() {
    let mut file = File::open_in(false, Language::En);
    let what = file.case.received.what.clone();
    for (actor, may) in
        [(handler("homes"), true), (handler("welfare"), true), (coordinator(), true), (handler("police"), false)]
    {
        let shown = file.case.actions(&actor, &file.town.context()).contains(&CaseAction::Translate);
        assert_eq!(shown, may, "{actor:?}");
        let command = translate(&mut file, &what, Language::Nl, false);
        assert_eq!(file.act(command, &actor).is_ok(), may, "{actor:?}");
    }
    let mut dutch = File::open(false);
    let what = dutch.case.received.what.clone();
    let command = translate(&mut dutch, &what, Language::Nl, false);
    assert_eq!(dutch.act(command, &handler("homes")).unwrap_err(), Refusal::NothingToTranslate);
    assert!(dutch.case.translatable(&dutch.events).is_empty());
}

#[test]
fn a_redaction_takes_the_translations_with_it() {
    let mut file = File::open_in(false, Language::En);
    let what = file.case.received.what.clone();
    let mut written = Vec::new();
    for _ in 0..2 {
        let command = translate(&mut file, &what, Language::Nl, false);
        file.act(command, &handler("homes")).unwrap();
        written.push(file.case.translation(&what).unwrap().text.clone());
    }
    let with = file.words("More light");
    let reason = file.words("Er stond een naam in.");
    let decision = file.act(Command::Redact { texts: vec![(what.clone(), with)], reason }, &coordinator()).unwrap();
    assert_eq!(decision.erased, written);
    assert_eq!(file.case.translation(&what), None);
}

/// Nobody could check a text in a language that is not known here. Once it turns out to accuse somebody it is held.
#[test]
fn a_translation_that_accuses_holds_the_text() {
    let mut file = File::open_in(false, Language::En);
    let what = file.case.received.what.clone();
    let command = translate(&mut file, &what, Language::Nl, true);
    let decision = file.act(command, &handler("homes")).unwrap();
    assert_eq!(kinds(&decision), ["translated", "heldForReview"]);
    assert!(tells(&decision, &Recipient::Coordinators, MailKind::ReviewNeeded));
    assert!(!file.case.is_visible_to(&partner("homes"), shared::actor::Role::Handler));
    file.act(Command::ReleaseReview, &coordinator()).unwrap();
    let command = translate(&mut file, &what, Language::Nl, true);
    file.act(command, &handler("homes")).unwrap();
    assert!(!file.case.is_held(), "a coordinator has read it");
}

/// Many write in their own language on the Dutch page.
#[test]
fn who_has_it_says_in_which_language_the_resident_writes() {
    let mut file = File::open(false);
    let set = |language| Command::SetLanguage { language };
    for (actor, may) in [(handler("welfare"), false), (handler("police"), false), (Actor::Resident, false)] {
        assert_eq!(file.act(set(Language::En), &actor).is_ok(), may, "{actor:?}");
    }
    let decision = file.act(set(Language::En), &handler("homes")).unwrap();
    assert_eq!((kinds(&decision), decision.notifications.len()), (vec!["languageSet"], 0));
    assert_eq!(file.act(set(Language::En), &coordinator()), Err(Refusal::SameLanguage));
    assert_eq!(file.case.received.language, Language::Nl, "messages stay in the language of the page");
    let what = file.case.received.what.clone();
    assert!(file.case.translatable(&file.events).contains(&(TextRole::What, &what, Language::Nl)));
    let command = translate(&mut file, &what, Language::Nl, false);
    file.act(command, &handler("homes")).unwrap();
    assert!(file.case.translation(&what).is_some());
    // It was Dutch after all: nothing stands beside it, and what was written goes with the text.
    file.act(set(Language::Nl), &coordinator()).unwrap();
    assert_eq!(file.case.translation(&what), None);
    let with = file.words("Meer licht");
    let reason = file.words("Er stond een naam in.");
    let decision = file.act(Command::Redact { texts: vec![(what, with)], reason }, &coordinator()).unwrap();
    assert_eq!(decision.erased.len(), 1);
    assert_eq!(Case::replay(&file.events).unwrap(), file.case);
}
