//! What neighbourhood watch (*buurtpreventie*) always agrees to. Residents watch together and stay out of danger; police
//! and municipality do the rest. The words are kept by version: what somebody agreed to never changes afterwards.

use crate::languages::{ar, pl, tr, uk};
use crate::text::Language;

/// The numbers in the agreements: in a hurry, and without.
pub const POLICE_NUMBERS: [&str; 2] = ["112", "0900-8844"];

/// The version that is agreed to now.
pub const STANDARD: u16 = 1;

/// The agreements of a version, one sentence or two each: when to call the police, no stepping in, no photos. Of a
/// version that is not known here, the newest.
pub const fn standard(version: u16, language: Language) -> [&'static str; 3] {
    match (version, language) {
        (_, Language::Nl) => [
            "Wij bellen 112 als er gevaar is, of als wij een misdaad zien gebeuren. Is er geen haast? Dan bellen wij 0900-8844.",
            "Wij grijpen niet zelf in. Wij houden niemand tegen en wij gaan niemand achterna.",
            "Wij maken geen foto’s of video’s van mensen. Wij delen ook geen namen, kentekens of beelden van mensen.",
        ],
        (_, Language::En) => [
            "We call 112 when there is danger, or when we see a crime happen. Is there no hurry? Then we call 0900-8844.",
            "We do not step in ourselves. We stop nobody and we follow nobody.",
            "We do not take photos or videos of people. We do not share names, number plates or pictures of people either.",
        ],
        (_, Language::Tr) => tr::AGREEMENTS,
        (_, Language::Ar) => ar::AGREEMENTS,
        (_, Language::Pl) => pl::AGREEMENTS,
        (_, Language::Uk) => uk::AGREEMENTS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_that_matter_are_there_in_every_language() {
        for language in Language::ALL {
            let [police, stepping_in, photos] = standard(STANDARD, language);
            assert!(POLICE_NUMBERS.into_iter().all(|number| police.contains(number)), "{police}");
            assert!(!stepping_in.is_empty() && !photos.is_empty());
        }
    }
}
