//! The state of a page with steps as a list of words: how it travels in the page.
//!
//! Not derived: deserializers for these types were a third of what a resident downloads, and the two ends are always
//! of one build, because a page names its program by the hash of its content. So there is no name, no version and no
//! tag in it; what cannot be read is no state, and the page works on as plain forms.

use shared::area::{Area, AreaKind};
use shared::follow_key::FollowKey;
use shared::ids::{AreaId, BallotId, IdempotencyKey, OptionId, PollId, QuestionId, Slug, TopicId};
use shared::paths::Place;
use shared::poll::{
    BatteryScale, Choice, Condition, Influence, Item, Poll, Question, QuestionKind, ResultsVisible, Wanted,
};
use shared::text::{Language, Phrase};
use shared::time::CivilDate;
use shared::topic::Topic;
use shared::wire::public::RouteView;

/// The words that are still to be read.
pub type Words = std::vec::IntoIter<String>;

/// Something that can be written as words and read back.
pub trait Pack: Sized {
    fn pack(&self, words: &mut Vec<String>);
    fn unpack(words: &mut Words) -> Option<Self>;
}

macro_rules! as_text {
    ($($type:ty),+ $(,)?) => {$(
        impl Pack for $type {
            fn pack(&self, words: &mut Vec<String>) {
                words.push(self.to_string());
            }
            fn unpack(words: &mut $crate::pack::Words) -> Option<Self> {
                words.next()?.parse().ok()
            }
        }
    )+};
}

as_text!(bool, u8, usize, CivilDate, Slug, AreaId, TopicId, PollId, QuestionId, OptionId, BallotId, IdempotencyKey);

macro_rules! as_number {
    ($($type:ident { $($variant:ident = $number:literal),+ }),+ $(,)?) => {$(
        impl Pack for $type {
            fn pack(&self, words: &mut Vec<String>) {
                let number: u8 = match self { $(Self::$variant => $number),+ };
                number.pack(words);
            }
            fn unpack(words: &mut $crate::pack::Words) -> Option<Self> {
                match u8::unpack(words)? {
                    $($number => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    )+};
}

as_number! {
    Language { Nl = 0, En = 1, Tr = 2 },
    Place { Page = 0, Frame = 1 },
    AreaKind { Wijk = 0, Buurt = 1, Complex = 2 },
    Influence { Inform = 0, Advise = 1, Decide = 2 },
}

/// Field by field, in the order given.
macro_rules! fields {
    ($type:ty { $($field:ident),+ $(; $($unused:ident: $value:expr),+)? }) => {
        impl $crate::pack::Pack for $type {
            fn pack(&self, words: &mut Vec<String>) {
                $(self.$field.pack(words);)+
            }
            fn unpack(words: &mut $crate::pack::Words) -> Option<Self> {
                $(let $field = $crate::pack::Pack::unpack(words)?;)+
                Some(Self { $($field,)+ $($($unused: $value,)+)? })
            }
        }
    };
}
pub(crate) use fields;

fields!(Phrase { text, lang });
fields!(Choice<Phrase> { id, text, no_opinion, other });
fields!(Item<Phrase> { id, text });
fields!(Condition { question_id, is });
fields!(Question<Phrase> { id, text, help, required, condition, kind });
fields!(Poll<Phrase> {
    id, title, intro, influence, topic_id, area_ids, asks_area, questions;
    results_visible: ResultsVisible::AfterClosing, officials_wait: false, languages: Vec::new()
});
fields!(Topic<Phrase> { id, parent_id, name, help });
fields!(Area { id, parent_id, kind, name; cbs: None, network_level: None });
fields!(RouteView { partner, supporting, reason, answer_by });

/// Variant by variant: its number, then its fields.
macro_rules! variants {
    ($type:ty { $($number:literal = $variant:ident { $($field:ident),* }),+ $(,)? }) => {
        impl Pack for $type {
            fn pack(&self, words: &mut Vec<String>) {
                match self {
                    $(Self::$variant { $($field),* } => {
                        let number: u8 = $number;
                        number.pack(words);
                        $($field.pack(words);)*
                    })+
                }
            }
            fn unpack(words: &mut Words) -> Option<Self> {
                Some(match u8::unpack(words)? {
                    $($number => Self::$variant { $($field: Pack::unpack(words)?),* },)+
                    _ => return None,
                })
            }
        }
    };
}

variants!(QuestionKind<Phrase> {
    0 = OneChoice { options },
    1 = SeveralChoices { options, max },
    2 = Scale { to, low, high, no_opinion },
    3 = OpenText {},
    4 = Battery { statements, scale },
    5 = Ranking { options, places },
});
variants!(BatteryScale<Phrase> { 0 = Options { options }, 1 = Numbers { to, low, high, no_opinion } });

impl Pack for Wanted {
    fn pack(&self, words: &mut Vec<String>) {
        match self {
            Self::Options(options) => options.pack(words),
            // A list of options is never empty, so nought says that values follow.
            Self::Values { from, to } => {
                0_usize.pack(words);
                from.pack(words);
                to.pack(words);
            }
        }
    }

    fn unpack(words: &mut Words) -> Option<Self> {
        let options: Vec<OptionId> = Pack::unpack(words)?;
        Some(if options.is_empty() {
            Self::Values { from: Pack::unpack(words)?, to: Pack::unpack(words)? }
        } else {
            Self::Options(options)
        })
    }
}

impl Pack for String {
    fn pack(&self, words: &mut Vec<String>) {
        words.push(self.clone());
    }
    fn unpack(words: &mut Words) -> Option<Self> {
        words.next()
    }
}

impl Pack for FollowKey {
    fn pack(&self, words: &mut Vec<String>) {
        words.push(self.as_str().to_owned());
    }
    fn unpack(words: &mut Words) -> Option<Self> {
        Self::parse(&words.next()?).ok()
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, words: &mut Vec<String>) {
        self.is_some().pack(words);
        if let Some(value) = self {
            value.pack(words);
        }
    }
    fn unpack(words: &mut Words) -> Option<Self> {
        Some(if bool::unpack(words)? { Some(T::unpack(words)?) } else { None })
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, words: &mut Vec<String>) {
        self.len().pack(words);
        for item in self {
            item.pack(words);
        }
    }
    fn unpack(words: &mut Words) -> Option<Self> {
        (0..usize::unpack(words)?).map(|_| T::unpack(words)).collect()
    }
}
