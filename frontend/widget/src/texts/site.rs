//! Words used on several pages, also while a form is filled in.

use shared::sentence::Sentence;

use super::carried::carried;

carried! {
    /// The sentences of one language.
    pub struct Site {
        /// Where there is no municipality.
        pub name: &'static str,
        /// "Buurtstem van Waterdam".
        pub name_of: Sentence<1>,
        /// Between several names.
        pub comma: &'static str,
        /// Before the last of them.
        pub and: &'static str,
        pub next: &'static str,
        pub back: &'static str,
        pub change: &'static str,
        pub optional: &'static str,
        pub choose_in: &'static str,
        pub nothing_filled_in: &'static str,
        pub yes: &'static str,
        pub no: &'static str,
        pub faults_title: &'static str,
        /// For the document's title when something is wrong.
        pub fault_prefix: &'static str,
        pub waiting: &'static str,
        pub copied: &'static str,
    }
}

pub(super) static NL: Site = Site {
    name: "Buurtstem",
    name_of: Sentence::new("Buurtstem van {0}"),
    comma: ", ",
    and: " en ",
    next: "Volgende",
    back: "Vorige",
    change: "Wijzig",
    optional: "niet verplicht",
    choose_in: "Kies binnen",
    nothing_filled_in: "Niets ingevuld",
    yes: "Ja",
    no: "Nee",
    faults_title: "Er klopt iets nog niet",
    fault_prefix: "Fout:",
    waiting: "Een ogenblik…",
    copied: "Gekopieerd",
};

pub(super) static EN: Site = Site {
    name: "Buurtstem",
    name_of: Sentence::new("Buurtstem in {0}"),
    comma: ", ",
    and: " and ",
    next: "Next",
    back: "Back",
    change: "Change",
    optional: "optional",
    choose_in: "Choose within",
    nothing_filled_in: "Nothing filled in",
    yes: "Yes",
    no: "No",
    faults_title: "Something is not right yet",
    fault_prefix: "Error:",
    waiting: "One moment…",
    copied: "Copied",
};
