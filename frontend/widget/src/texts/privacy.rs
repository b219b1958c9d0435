//! What is pointed out in what somebody wrote.

use shared::privacy::FindingKind;
use shared::sentence::Sentence;
use shared::text::Language;

use super::carried::carried;

carried! {
    /// The sentences of one language.
    pub struct Privacy {
        pub title: &'static str,
        /// The part, and what it seems to be.
        pub part: Sentence<2>,
        /// By the number of the kind of finding.
        pub advice: [&'static str; FindingKind::ALL.len()],
    }
}

pub(super) const fn advice(language: Language) -> [&'static str; FindingKind::ALL.len()] {
    let mut all = [""; FindingKind::ALL.len()];
    let (mut kinds, mut places): (&[FindingKind], &mut [&'static str]) = (&FindingKind::ALL, &mut all);
    while let ([kind, other_kinds @ ..], [place, other_places @ ..]) = (kinds, places) {
        *place = kind.advice(language);
        (kinds, places) = (other_kinds, other_places);
    }
    all
}

pub(super) static NL: Privacy =
    Privacy {
        title: "Kijk nog even naar uw tekst", part: Sentence::new("‘{0}’: {1}"), advice: advice(Language::Nl)
    };

pub(super) static EN: Privacy = Privacy {
    title: "Please look at your text once more",
    part: Sentence::new("‘{0}’: {1}"),
    advice: advice(Language::En),
};
