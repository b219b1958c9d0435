//! Every file of the library keeps the rules of an editor's poll, and reads as a resident should be spoken to.

use std::collections::BTreeSet;

use super::*;
use crate::poll::{BatteryScale, Choice, QuestionKind};
use crate::text::{Language, OfficialLanguage};

/// The longest sentence, in words. Above 15 a reader at B1 begins to lose the thread; no sentence here needs more.
const LONGEST_SENTENCE: usize = 18;
/// Words per sentence on average, over one template.
const MEAN_SENTENCE: f64 = 11.0;
/// Reading ease over one template: Flesch for English, Douma's figures for Dutch. 60 and up is plain language.
const LEAST_EASE: f64 = 60.0;

pub(super) fn library() -> Vec<Template> {
    FILES.iter().map(|(_, text)| serde_json::from_str(text).unwrap()).collect()
}

fn find(id: &str) -> Template {
    library().into_iter().find(|template| template.id.as_str() == id).unwrap()
}

/// Every text of a template with its path.
fn texts(template: &Template) -> Vec<(String, &Localized)> {
    let mut texts = vec![
        ("title".to_owned(), &template.title),
        ("intro".to_owned(), &template.intro),
        ("advice".to_owned(), &template.advice),
    ];
    for question in &template.questions {
        let path = question.id.to_string();
        texts.push((path.clone(), &question.text));
        texts.extend(question.help.as_ref().map(|help| (format!("{path} help"), help)));
        match &question.kind {
            QuestionKind::OneChoice { options } | QuestionKind::SeveralChoices { options, .. } => {
                texts.extend(options.iter().map(|option| (format!("{path} {}", option.id), &option.text)));
            }
            QuestionKind::Scale { low, high, .. } => {
                texts.push((format!("{path} low"), low));
                texts.push((format!("{path} high"), high));
            }
            QuestionKind::Battery { statements, scale } => {
                texts.extend(statements.iter().map(|item| (format!("{path} {}", item.id), &item.text)));
                match scale {
                    BatteryScale::Options { options } => {
                        texts.extend(options.iter().map(|option| (format!("{path} {}", option.id), &option.text)));
                    }
                    BatteryScale::Numbers { low, high, .. } => {
                        texts.push((format!("{path} low"), low));
                        texts.push((format!("{path} high"), high));
                    }
                }
            }
            QuestionKind::Ranking { options, .. } => {
                texts.extend(options.iter().map(|item| (format!("{path} {}", item.id), &item.text)));
            }
            QuestionKind::OpenText => {}
        }
    }
    texts
}

/// The answers to choose from.
fn choices(kind: &QuestionKind) -> Option<&[Choice]> {
    match kind {
        QuestionKind::OneChoice { options }
        | QuestionKind::SeveralChoices { options, .. }
        | QuestionKind::Battery { scale: BatteryScale::Options { options }, .. } => Some(options),
        _ => None,
    }
}

fn of(text: &Localized, language: Language) -> String {
    let phrase = text.in_language(language);
    assert_eq!(phrase.lang, language, "{} is not in every language", phrase.text);
    phrase.text
}

/// The sentences of a text, each as its words.
fn sentences(text: &str) -> Vec<Vec<&str>> {
    text.split_inclusive(['.', '?', '!', ':'])
        .map(|sentence| sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect())
        .filter(|words: &Vec<&str>| !words.is_empty())
        .collect()
}

/// Syllables, as groups of vowels; a silent e at the end of an English word is none.
fn syllables(word: &str, language: Language) -> u32 {
    let word = word.to_lowercase();
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphabetic()).collect();
    let vowel = |letter: &char| "aeiouyáéèêëïíóöúüà".contains(*letter);
    let mut count = 0;
    for (place, letter) in letters.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| letters.get(place));
        // A diaeresis begins a new syllable: "financiële".
        let begins = "ëïöü".contains(*letter) || !before.is_some_and(vowel);
        if vowel(letter) && begins {
            count += 1;
        }
    }
    let silent = language == Language::En && word.ends_with('e') && !word.ends_with("le") && count > 1;
    (count - u32::from(silent)).max(1)
}

#[test]
fn the_library_has_at_least_thirty_and_every_file_is_in_it() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/poll/library");
    let on_disk: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().to_str().unwrap().strip_suffix(".json").map(str::to_owned))
        .collect();
    let library = library();
    let ids: BTreeSet<String> = library.iter().map(|template| template.id.to_string()).collect();
    assert_eq!(ids, on_disk);
    assert_eq!(ids.len(), library.len());
    assert!(ids.len() >= 30, "{} templates", ids.len());
    assert!(FILES.iter().map(|(name, _)| *name).eq(library.iter().map(|template| template.id.as_str())));
}

#[test]
fn every_theme_and_every_level_has_something_and_one_is_a_scan() {
    let library = library();
    for theme in Theme::ALL {
        assert!(library.iter().any(|template| template.theme == theme), "{theme:?}");
    }
    for level in [NetworkLevel::LooseSand, NetworkLevel::BeginningNetwork, NetworkLevel::Group] {
        assert!(library.iter().filter(|template| template.levels.contains(&level)).count() >= 20, "{level:?}");
    }
    assert_eq!(library.iter().filter(|template| template.shape == Shape::Scan).count(), 1);
    for template in &library {
        assert_eq!(template.scoring.is_some(), template.shape == Shape::Scan, "{}", template.id);
    }
}

#[test]
fn every_one_may_be_asked_as_it_is() {
    for template in library() {
        let id = template.id.clone();
        let poll = template.into_poll(PollId::parse("p").unwrap());
        // Reading also cleans; there is nothing to clean.
        assert_eq!(poll.read::<Localized>(&[], &[]).as_ref(), Ok(&poll), "{id}");
    }
}

#[test]
fn every_text_is_there_in_every_language() {
    for template in library() {
        for (path, text) in texts(&template) {
            for language in [Language::Nl, Language::En] {
                assert!(text.iter().any(|(own, _)| own == language), "{} {path} {}", template.id, language.tag());
            }
        }
    }
}

#[test]
fn sentences_are_short_and_words_easy() {
    let mut hard = Vec::new();
    for template in library() {
        for language in [Language::Nl, Language::En] {
            let (mut words, mut parts, mut sounds) = (0_u32, 0_u32, 0_u32);
            for (path, text) in texts(&template) {
                let text = of(text, language);
                for sentence in sentences(&text) {
                    if sentence.len() > LONGEST_SENTENCE {
                        hard.push(format!("{} {path}: {} words: {text}", template.id, sentence.len()));
                    }
                    // Answers are no sentences: they would make everything look easy.
                    if path.contains(' ') && !path.ends_with("help") {
                        continue;
                    }
                    parts += 1;
                    words += u32::try_from(sentence.len()).unwrap();
                    sounds += sentence.iter().map(|word| syllables(word, language)).sum::<u32>();
                }
            }
            let per_sentence = f64::from(words) / f64::from(parts);
            let per_word = f64::from(sounds) / f64::from(words);
            let ease = match language.for_officials() {
                // Douma (1960), for Dutch.
                OfficialLanguage::Nl => 206.84 - 0.93 * per_sentence - 77.0 * per_word,
                // Flesch (1948).
                OfficialLanguage::En => 206.835 - 1.015 * per_sentence - 84.6 * per_word,
            };
            if per_sentence > MEAN_SENTENCE || ease < LEAST_EASE {
                hard.push(format!(
                    "{} {}: {per_sentence:.1} words a sentence, ease {ease:.0}",
                    template.id,
                    language.tag()
                ));
            }
        }
    }
    assert!(hard.is_empty(), "{}", hard.join("\n"));
}

#[test]
fn every_question_asks_one_thing_and_leaves_the_answer_open() {
    for template in library() {
        for question in &template.questions {
            let text = of(&question.text, Language::Nl);
            let place = format!("{} {}: {text}", template.id, question.id);
            assert!(text.ends_with('?') && text.matches('?').count() == 1, "{place}");
            let words: Vec<String> = sentences(&text).concat().iter().map(|word| word.to_lowercase()).collect();
            let joined = words.iter().any(|word| word == "en" || word == "of");
            // "Voor of tegen" names both sides of one thing.
            let both_sides = text.contains("voor of tegen");
            assert!(!joined || both_sides, "{place}");
            // "Vindt u ook niet …", "bent u het ermee eens dat …" pull at the sleeve.
            for pull in ["vindt u ook", "toch", "eens dat", "natuurlijk", "eindelijk", "ook niet"] {
                assert!(!text.to_lowercase().contains(pull), "{place}");
            }
        }
    }
}

#[test]
fn nobody_has_to_answer_and_choices_have_a_way_out() {
    // Ways out that are an answer of their own and not the lack of one.
    const OUT: [&str; 4] = ["geen", "niets", "nee", "anders"];
    for template in library() {
        for question in &template.questions {
            let place = format!("{} {}", template.id, question.id);
            assert!(!question.required, "{place}: an editor may require it, the library does not");
            let Some(options) = choices(&question.kind) else { continue };
            let no_opinion = options.iter().any(|option| option.no_opinion);
            assert!(
                no_opinion
                    || options.iter().any(|option| OUT.contains(&option.id.as_str()))
                    || template.shape == Shape::Scan,
                "{place}"
            );
            // A way out stands at the end, where people look for it.
            assert!(
                options.iter().position(|option| option.no_opinion).is_none_or(|at| at + 1 == options.len()),
                "{place}"
            );
        }
    }
}

#[test]
fn steps_of_an_opinion_are_balanced_around_the_middle() {
    const BALANCED: [&[&str]; 4] = [
        &["heel-tevreden", "tevreden", "ertussenin", "ontevreden", "heel-ontevreden"],
        &["voor", "ertussenin", "tegen"],
        &["beter", "gelijk", "slechter"],
        &["te-weinig", "goed", "te-veel"],
    ];
    for template in library() {
        for question in &template.questions {
            let Some(options) = choices(&question.kind) else { continue };
            let ids: Vec<&str> =
                options.iter().filter(|option| !option.no_opinion).map(|option| option.id.as_str()).collect();
            for balanced in BALANCED {
                let ends = balanced.first().zip(balanced.last());
                let is_such = ends.is_some_and(|(first, last)| ids.contains(first) && ids.contains(last));
                // "Genoeg" is the middle of quantities as "goed" is.
                let middle = |id: &str| if id == "genoeg" { "goed".to_owned() } else { id.to_owned() };
                let ids: Vec<String> = ids.iter().map(|id| middle(id)).collect();
                assert!(!is_such || ids == balanced, "{} {}: {ids:?}", template.id, question.id);
            }
        }
    }
}

#[test]
fn added_questions_get_ids_that_are_free() {
    let block = || find("te-hard-rijden");
    let ids =
        |questions: &[Question]| -> Vec<String> { questions.iter().map(|question| question.id.to_string()).collect() };
    let first = block().into_questions(BTreeSet::new());
    assert_eq!(ids(&first), ["drempel", "smal", "bord", "actie"]);
    let taken: BTreeSet<QuestionId> = first.iter().map(|question| question.id.clone()).collect();
    let second = block().into_questions(taken.clone());
    assert_eq!(ids(&second), ["drempel-2", "smal-2", "bord-2", "actie-2"]);
    let asked: Vec<_> = find("na-een-melding").into_questions([QuestionId::parse("gemeld").unwrap()].into());
    let depends_on = asked[1].condition.as_ref().map(|condition| condition.question_id.as_str());
    assert_eq!((asked[0].id.as_str(), depends_on), ("gemeld-2", Some("gemeld-2")));
    let both = taken.into_iter().chain(second.into_iter().map(|question| question.id)).collect();
    assert_eq!(ids(&block().into_questions(both))[0], "drempel-3");
}

#[test]
fn what_is_said_of_neighbourhood_watch_names_its_risks() {
    let watch = find("buurtpreventie-beginnen");
    let intro = of(&watch.intro, Language::Nl);
    for risk in ["zonder reden verdacht", "grijpen mensen zelf in", "bellen zij te vaak de politie"] {
        assert!(intro.contains(risk), "{risk}");
    }
}
