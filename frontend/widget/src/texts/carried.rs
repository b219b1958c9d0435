//! The texts that the programs in the browser draw with.
//!
//! A program carries no text. The page that fetches it carries, behind its state, the texts of the pages that the
//! program draws, in the page's language; the program reads them once, before it draws anything. So these texts are
//! words and sentences with places, never functions.

#[cfg(any(test, feature = "browser"))]
use std::array;

use shared::fault::FormFaults;
use shared::sentence::{Counted, Sentence};

#[cfg(any(test, feature = "browser"))]
use crate::pack::Words;

/// Texts that can be written as words and read back. What is missing is empty: a page and its program are of one build.
pub(super) trait Carried {
    fn pack(&self, words: &mut Vec<String>);
    #[cfg(any(test, feature = "browser"))]
    fn unpack(words: &mut Words) -> Self;
}

impl Carried for &'static str {
    fn pack(&self, words: &mut Vec<String>) {
        words.push((*self).to_owned());
    }

    /// The words stay for as long as the program runs, which is as long as the page is there.
    #[cfg(any(test, feature = "browser"))]
    fn unpack(words: &mut Words) -> Self {
        words.next().map_or("", |word| word.leak())
    }
}

impl<const PLACES: usize> Carried for Sentence<PLACES> {
    fn pack(&self, words: &mut Vec<String>) {
        self.as_str().pack(words);
    }
    #[cfg(any(test, feature = "browser"))]
    fn unpack(words: &mut Words) -> Self {
        Self::told(Carried::unpack(words))
    }
}

impl Carried for Counted {
    fn pack(&self, words: &mut Vec<String>) {
        self.as_str().pack(words);
    }
    #[cfg(any(test, feature = "browser"))]
    fn unpack(words: &mut Words) -> Self {
        Self::told(Carried::unpack(words))
    }
}

impl<T: Carried, const LENGTH: usize> Carried for [T; LENGTH] {
    fn pack(&self, words: &mut Vec<String>) {
        for item in self {
            item.pack(words);
        }
    }
    #[cfg(any(test, feature = "browser"))]
    fn unpack(words: &mut Words) -> Self {
        array::from_fn(|_| T::unpack(words))
    }
}

/// Field by field.
macro_rules! carried_fields {
    ($type:ty { $($field:ident),+ $(,)? }) => {
        impl $crate::texts::carried::Carried for $type {
            fn pack(&self, words: &mut Vec<String>) {
                $(self.$field.pack(words);)+
            }
            #[cfg(any(test, feature = "browser"))]
            fn unpack(words: &mut $crate::pack::Words) -> Self {
                Self { $($field: $crate::texts::carried::Carried::unpack(words)),+ }
            }
        }
    };
}

/// A struct of texts as a list of words: for a program in the browser that draws with them, and for who looks through them.
macro_rules! carried {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$doc:meta])* pub $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$meta])*
        pub struct $name {
            $($(#[$doc])* pub $field: $type,)+
        }
        $crate::texts::carried::carried_fields!($name { $($field),+ });
    };
}

pub(super) use {carried, carried_fields};

carried_fields!(FormFaults {
    required,
    choice_required,
    too_long,
    too_many,
    out_of_range,
    unknown,
    wrong_kind,
    not_an_email,
    not_asked,
    places,
});

/// Where a program keeps the texts of a page that it was told.
#[cfg(feature = "browser")]
pub(super) mod held {
    use std::cell::Cell;
    use std::thread::LocalKey;

    use super::{Carried, Words};

    pub(in super::super) trait Held: Carried + 'static {
        fn place() -> &'static LocalKey<Cell<Option<&'static Self>>>;
    }

    pub(in super::super) fn hold<T: Held>(words: &mut Words) -> &'static T {
        let texts: &'static T = Box::leak(Box::new(T::unpack(words)));
        T::place().set(Some(texts));
        texts
    }

    /// A page without a state told none; it draws nothing either.
    pub(in super::super) fn held<T: Held>() -> &'static T {
        T::place().get().unwrap_or_else(|| hold(&mut Vec::new().into_iter()))
    }
}

/// Which texts were asked for, so that a test sees whether a program is told all that it draws with.
#[cfg(test)]
pub(crate) mod asked {
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    thread_local! {
        static ASKED: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
    }

    pub(in super::super) fn note(page: &'static str) {
        ASKED.with_borrow_mut(|asked| asked.insert(page));
    }

    /// Those since the last time.
    pub(crate) fn take() -> BTreeSet<&'static str> {
        ASKED.take()
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;
    use shared::paths::Place;
    use shared::privacy::FindingKind;
    use shared::text::Language;

    use super::*;
    use crate::fixtures;
    use crate::state::Content;
    use crate::texts::{self, Texts};

    #[test]
    fn what_a_program_is_told_comes_back_whole() {
        fn again<T: Carried>(texts: &T) {
            let (mut told, mut again) = (Vec::new(), Vec::new());
            texts.pack(&mut told);
            assert!(told.iter().all(|word| !word.is_empty()), "{told:?}");
            let mut words = told.clone().into_iter();
            T::unpack(&mut words).pack(&mut again);
            assert_eq!((told, words.len()), (again, 0));
        }
        for texts in Language::ALL.map(texts::of) {
            again(texts.site());
            again(texts.dates());
            again(texts.faults());
            again(texts.privacy());
            again(texts.place());
            again(texts.poll());
            again(texts.poll_check());
            again(texts.propose());
            again(texts.trouble());
            again(texts.too_late());
            again(texts.watch());
            again(texts.receipt());
        }
        let advice = |kind: FindingKind| texts::of(Language::Nl).privacy().advice[kind as usize];
        for kind in FindingKind::ALL {
            assert_eq!(advice(kind), kind.advice(Language::Nl));
        }
    }

    #[test]
    fn a_program_is_told_all_that_it_draws_with() {
        let mut drawn = 0;
        for (name, page) in fixtures::pages(Language::Nl, Place::Frame) {
            let Content::Form(form) = &page.content else { continue };
            let steps = form.steps();
            asked::take();
            let html = Owner::new().with(|| (steps.view)(&page.context, form).to_html());
            // The others are the Worker's.
            if !html.contains("<form") {
                continue;
            }
            (steps.title)(&page.context, form);
            for asked in asked::take() {
                assert!(steps.texts.names.contains(&asked), "{name} draws with {asked}, which its program is not told");
            }
            drawn += 1;
        }
        assert!(drawn > 10, "{drawn} steps were drawn");
    }

    #[test]
    fn every_language_has_words_of_its_own() {
        // Names, examples that are the same everywhere, and sentences of places and signs alone.
        let alike = ["Buurtstem", ", ", "{0} {1} {2}", "‘{0}’: {1}", "april", "september", "november", "december"];
        let told = |language| {
            let mut words = Vec::new();
            (texts::TO_POLL.pack)(Texts(language), &mut words);
            (texts::TO_PROPOSE.pack)(Texts(language), &mut words);
            let texts = Texts(language);
            texts.poll_check().pack(&mut words);
            texts.too_late().pack(&mut words);
            texts.privacy().pack(&mut words);
            texts.trouble().pack(&mut words);
            texts.dates().pack(&mut words);
            texts.receipt().pack(&mut words);
            words
        };
        let dutch = told(Language::Nl);
        for language in Language::ALL.into_iter().filter(|language| *language != Language::Nl) {
            let own = told(language);
            assert_eq!(own.len(), dutch.len(), "{language:?}");
            for (own, dutch) in own.iter().zip(&dutch) {
                let same = own.to_lowercase() == dutch.to_lowercase();
                assert!(!same || alike.contains(&dutch.as_str()) || dutch == "Postcode", "{language:?}: {own}");
            }
        }
    }

    #[test]
    fn dutch_and_english_are_told_by_themselves() {
        let told = |language| {
            let mut words = Vec::new();
            (texts::TO_POLL.pack)(Texts(language), &mut words);
            words
        };
        let (dutch, english) = (told(Language::Nl), told(Language::En));
        assert_eq!(dutch.len(), english.len());
        assert!(dutch.contains(&"Volgende".to_owned()) && !english.contains(&"Volgende".to_owned()));
    }
}
