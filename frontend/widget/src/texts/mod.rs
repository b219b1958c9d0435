//! The words of the resident's pages: one struct for each page, filled once per language, so that a missing text breaks
//! the build.
//!
//! Dutch is written at level B1, with *u*. The programs in the browser carry no texts: what they draw with is told to
//! them by the page, so those texts are words and [sentences](shared::sentence) with places ([`carried`]). Texts that
//! only the Worker draws may be functions as well.

mod carried;

mod agreements;
pub(crate) mod ar;
mod around;
mod dates;
mod drafts;
mod en;
mod ending;
mod experience;
mod home;
mod nl;
mod numbers;
mod outcome;
pub(crate) mod pl;
mod place;
mod plans;
mod pledges;
mod poll;
mod poll_check;
mod poll_intro;
mod privacy;
mod propose;
mod receipt;
mod remember;
mod site;
mod tasks;
mod too_late;
pub(crate) mod tr;
mod trouble;
pub(crate) mod uk;
mod watch;

pub use agreements::Agreements;
pub use around::Around;
pub use dates::Dates;
pub use drafts::Drafts;
pub use ending::Ending;
pub use experience::Experience;
pub use home::Home;
pub(crate) use numbers::number;
pub use outcome::OutcomeMail;
pub use place::Place;
pub use plans::Plans;
pub use pledges::Pledges;
pub use poll::Poll;
pub use poll_check::PollCheck;
pub use poll_intro::PollIntro;
pub use privacy::Privacy;
pub use propose::Propose;
pub use receipt::Receipt;
pub use remember::Remember;
pub use site::Site;
pub use tasks::Tasks;
pub use too_late::TooLate;
pub use trouble::Trouble;
pub use watch::Watch;

#[cfg(feature = "browser")]
use std::cell::Cell;
#[cfg(feature = "browser")]
use std::thread::LocalKey;

use shared::case::{Outcome, PublicStatus};
use shared::fault::FormFaults;
use shared::proposal::ProposalKind;
use shared::text::Language;
use shared::time::CivilDate;
use shared::wire::public::TimelineKind;

#[cfg(feature = "browser")]
use crate::pack::Words;
#[cfg(not(feature = "browser"))]
use carried::Carried as _;

/// The texts of one language, by page. Each page's texts stand for themselves, so that a program in the browser
/// carries only those of the pages it draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Texts(Language);

macro_rules! by_page {
    ($($page:ident: $texts:ident = $dutch:ident),+ $(,)?) => {
        impl Texts {
            $(pub fn $page(self) -> &'static $texts {
                match self.0 {
                    Language::Nl => &nl::$dutch,
                    Language::En => &en::$dutch,
                    Language::Tr => &tr::$dutch,
                    Language::Ar => &ar::$dutch,
                    Language::Pl => &pl::$dutch,
                    Language::Uk => &uk::$dutch,
                }
            })+
        }
    };
}

by_page! {
    home: Home = HOME,
    thanks: Thanks = THANKS,
    corrections: Corrections = CORRECTIONS,
    results: Results = RESULTS,
    open_data: OpenData = OPEN_DATA,
    report: Report = REPORT,
    follow: Follow = FOLLOW,
    initiatives: Initiatives = INITIATIVES,
}

/// Texts with a file of their own, which holds Dutch and English; other languages have a folder of their own.
macro_rules! in_a_file {
    ($($(#[$doc:meta])* $file:ident: $texts:ident = $name:ident),+ $(,)?) => {
        impl Texts {
            $($(#[$doc])* pub fn $file(self) -> &'static $texts {
                #[cfg(test)]
                carried::asked::note(stringify!($file));
                match self.0 {
                    Language::Nl => &$file::NL,
                    Language::En => &$file::EN,
                    Language::Tr => &tr::$name,
                    Language::Ar => &ar::$name,
                    Language::Pl => &pl::$name,
                    Language::Uk => &uk::$name,
                }
            })+
        }
    };
}

in_a_file! {
    /// Around every page.
    around: Around = AROUND,
    /// Before the questions of a poll.
    poll_intro: PollIntro = POLL_INTRO,
    /// Behind the questions of a poll.
    poll_check: PollCheck = POLL_CHECK,
    /// A poll that closed before the answers were sent.
    too_late: TooLate = TOO_LATE,
    /// What is pointed out in what was written.
    privacy: Privacy = PRIVACY,
    /// What went wrong.
    trouble: Trouble = TROUBLE,
    /// How dates are written.
    dates: Dates = DATES,
    /// The receipt of an idea.
    receipt: Receipt = RECEIPT,
    /// Days that others have a say in.
    plans: Plans = PLANS,
    /// Asking for the outcome of a poll.
    outcome: OutcomeMail = OUTCOME,
    /// Keeping an answer on the device.
    drafts: Drafts = DRAFTS,
    /// Knowing on the device that somebody has answered.
    remember: Remember = REMEMBER,
    /// Helping with an initiative, or asking who did it before.
    pledges: Pledges = PLEDGES,
    experience: Experience = EXPERIENCE,
    tasks: Tasks = TASKS,
    /// What becomes of an idea that goes on elsewhere.
    ending: Ending = ENDING,
    /// What it has agreed to.
    agreements: Agreements = AGREEMENTS,
}

/// Texts that a program in the browser draws with, of every language. On the server a text is where it was written; in
/// the browser, where it was told.
macro_rules! told {
    ($($(#[$doc:meta])* $page:ident: $texts:ident = $dutch:expr, $english:expr, $name:ident;)+) => {
        #[cfg(not(feature = "browser"))]
        impl Texts {
            $($(#[$doc])* pub fn $page(self) -> &'static $texts {
                #[cfg(test)]
                carried::asked::note(stringify!($page));
                match self.0 {
                    Language::Nl => &$dutch,
                    Language::En => &$english,
                    Language::Tr => &tr::$name,
                    Language::Ar => &ar::$name,
                    Language::Pl => &pl::$name,
                    Language::Uk => &uk::$name,
                }
            })+
        }

        #[cfg(feature = "browser")]
        impl Texts {
            $($(#[$doc])* pub fn $page(self) -> &'static $texts {
                carried::held::held()
            })+
        }

        $(#[cfg(feature = "browser")]
        impl carried::held::Held for $texts {
            fn place() -> &'static LocalKey<Cell<Option<&'static Self>>> {
                thread_local!(static HELD: Cell<Option<&'static $texts>> = const { Cell::new(None) });
                &HELD
            }
        })+
    };
}

told! {
    /// On several pages.
    site: Site = site::NL, site::EN, SITE;
    /// What can be wrong with what was filled in.
    faults: FormFaults = FormFaults::DUTCH, FormFaults::ENGLISH, FORM_FAULTS;
    /// Finding an area by postcode.
    place: Place = place::NL, place::EN, PLACE;
    /// The questions of a poll.
    poll: Poll = poll::NL, poll::EN, POLL;
    /// Sending an idea.
    propose: Propose = propose::NL, propose::EN, PROPOSE;
    /// Neighbourhood watch in the form.
    watch: Watch = watch::NL, watch::EN, WATCH;
}

/// The texts that one program draws with.
#[derive(Debug)]
pub struct Told {
    /// Writes those of a language, as words.
    #[cfg(not(feature = "browser"))]
    pub(crate) pack: fn(Texts, &mut Vec<String>),
    /// Reads them, for as long as the program runs.
    #[cfg(feature = "browser")]
    pub(crate) hold: fn(&mut Words),
    /// Their names.
    #[cfg(test)]
    pub(crate) names: &'static [&'static str],
}

macro_rules! program {
    ($($(#[$doc:meta])* $program:ident: $($page:ident $texts:ident),+;)+) => {
        $($(#[$doc])*
        pub(crate) static $program: Told = Told {
            #[cfg(not(feature = "browser"))]
            pack: |texts, words| { $(texts.$page().pack(words);)+ },
            #[cfg(feature = "browser")]
            hold: |words| { $(carried::held::hold::<$texts>(words);)+ },
            #[cfg(test)]
            names: &[$(stringify!($page)),+],
        };)+
    };
}

program! {
    /// Answering a poll.
    TO_POLL: site Site, faults FormFaults, poll Poll;
    /// Sending an idea.
    TO_PROPOSE: site Site, faults FormFaults, place Place, propose Propose, watch Watch;
}

impl Texts {
    /// A date, written out: "12 mei 2027".
    pub fn date(self, date: CivilDate) -> String {
        self.dates().written(date)
    }

    /// Several names: "a, b en c".
    pub fn listed(self, names: &[String]) -> String {
        listed(names, self.site())
    }
}

pub struct Thanks {
    pub title: &'static str,
    pub lead: &'static str,
    pub next_title: &'static str,
    pub next_open: fn(&str) -> String,
    pub next_count: &'static str,
    pub next_report: &'static str,
    pub contact_title: &'static str,
    pub contact_text: &'static str,
    pub nearby: &'static str,
    pub share_title: &'static str,
    pub share_hint: &'static str,
    pub share_text: fn(&str, &str) -> String,
    pub share_button: &'static str,
}

pub struct Corrections {
    pub title: &'static str,
    pub corrected_on: fn(&str) -> String,
    pub title_was: &'static str,
    pub intro_was: &'static str,
    pub question_was: fn(usize) -> String,
    pub answers: fn(usize) -> String,
}

/// The figures as files.
pub struct OpenData {
    pub title: &'static str,
    pub text: &'static str,
    pub csv: &'static str,
    pub json: &'static str,
    pub code_book: &'static str,
}

pub struct Results {
    pub closed_on: fn(&str) -> String,
    pub report_awaited_title: &'static str,
    pub report_awaited: fn(Option<&str>) -> String,
    pub report_late_title: &'static str,
    pub report_late: fn(&str) -> String,
    pub title: &'static str,
    pub ballots: fn(Option<u32>) -> String,
    pub as_of: fn(&str) -> String,
    pub sample_title: &'static str,
    pub sample: &'static str,
    pub hidden: &'static str,
    pub open_text: &'static str,
    pub margin_title: &'static str,
    pub margin_text: &'static str,
    pub answer: &'static str,
    pub number: &'static str,
    pub share: &'static str,
    pub margin_column: &'static str,
    pub mean: &'static str,
    pub mean_margin: fn(&str, &str, &str) -> String,
    pub represent: &'static str,
    pub represent_note: &'static str,
    pub under: &'static str,
    pub over: &'static str,
    pub alike: &'static str,
    pub compared: fn(u32, u32) -> String,
    pub per_group: &'static str,
    pub per_group_note: &'static str,
    pub per_area: &'static str,
    pub area_table: fn(&str) -> String,
    pub everybody: &'static str,
    pub none: &'static str,
    pub not_visible: &'static str,
}

pub struct Report {
    pub title: &'static str,
    pub published_on: fn(&str) -> String,
    pub heard: &'static str,
    pub per_question: &'static str,
    pub we_do: &'static str,
    pub by_when: fn(&str) -> String,
    pub we_do_not: &'static str,
    pub you_can: &'static str,
    /// The host of the page.
    pub to_site: fn(&str) -> String,
    pub to_initiative: &'static str,
}

pub struct Follow {
    pub title: &'static str,
    pub lead: &'static str,
    pub code: &'static str,
    pub code_hint: &'static str,
    pub no_script: &'static str,
    pub open: &'static str,
    pub opening: &'static str,
    pub lost_title: &'static str,
    pub lost: &'static str,
    pub number: fn(&str) -> String,
    pub received_on: fn(&str) -> String,
    pub owner: fn(&str) -> String,
    pub handover: fn(&str, &str) -> String,
    pub supporting: fn(&[String]) -> String,
    pub promise: fn(&str) -> String,
    pub overdue: fn(&str) -> String,
    pub outcome: fn(Outcome) -> String,
    pub public: &'static str,
    pub question_title: &'static str,
    pub question_from: fn(&str) -> String,
    pub answer: &'static str,
    pub answer_until: fn(&str) -> String,
    pub send_answer: &'static str,
    pub answered_title: &'static str,
    pub answered: &'static str,
    pub rating_title: &'static str,
    pub rating_until: fn(&str) -> String,
    pub helped: &'static str,
    pub helped_yes: &'static str,
    pub helped_no: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub send_rating: &'static str,
    pub rated_title: &'static str,
    pub rated_yes: &'static str,
    pub rated_no: &'static str,
    pub contact_title: &'static str,
    pub contact_now: &'static str,
    pub contact_none: &'static str,
    pub contact_email: &'static str,
    pub contact_save: &'static str,
    pub contact_erase: &'static str,
    pub contact_kept_title: &'static str,
    pub contact_kept: &'static str,
    pub contact_erased_title: &'static str,
    pub contact_erased: &'static str,
    pub threat_title: &'static str,
    pub threat_hint: &'static str,
    pub threat_button: &'static str,
    pub threat_page: &'static str,
    pub threat_lead: &'static str,
    pub threat_text: &'static str,
    pub threat_text_hint: &'static str,
    pub threat_send: &'static str,
    pub threat_received_title: &'static str,
    pub threat_received: &'static str,
    pub timeline: &'static str,
    pub newest_first: &'static str,
    pub keep_title: &'static str,
    pub keep: &'static str,
    pub entry: fn(&TimelineKind, Option<&str>) -> String,
    pub sent: &'static str,
    pub withdraw: &'static str,
    pub withdraw_title: &'static str,
    pub withdraw_text: &'static str,
    pub withdraw_yes: &'static str,
    pub withdraw_no: &'static str,
    pub withdrawn: &'static str,
    pub refresh: &'static str,
    pub close: &'static str,
}

pub struct Initiatives {
    pub title: &'static str,
    pub lead: &'static str,
    pub empty: &'static str,
    pub empty_hint: &'static str,
    pub kind: fn(ProposalKind) -> &'static str,
    pub status: fn(PublicStatus) -> &'static str,
    pub area: &'static str,
    pub topic: &'static str,
    pub partner: &'static str,
    pub what: &'static str,
    pub why: &'static str,
    pub we_do: &'static str,
    pub we_need: &'static str,
    pub timeline: &'static str,
    pub news: &'static str,
    pub news_hint: &'static str,
    pub follow: fn(&str) -> String,
    pub own_title: &'static str,
    pub own_text: &'static str,
}

/// The texts of a language.
pub const fn of(language: Language) -> Texts {
    Texts(language)
}

/// "a", "a en b", "a, b en c".
fn listed(names: &[String], site: &Site) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [start @ .., last] => format!("{}{}{last}", start.join(site.comma), site.and),
    }
}

/// A clause as a sentence of its own: "omdat …" becomes "Omdat …". A clause begins with an ASCII letter or one of the
/// 32 of Cyrillic that stand in order; the tables for all others are large.
pub(crate) fn capitalised(clause: &str) -> String {
    let mut characters = clause.chars();
    let first = characters.next().map(|first| match first {
        'а'..='я' => char::from_u32(u32::from(first) - 32).unwrap_or(first),
        first => first.to_ascii_uppercase(),
    });
    first.into_iter().chain(characters).collect()
}

/// A name in the middle of a sentence: "Veiligheid" becomes "veiligheid".
pub(crate) fn lower(name: &str) -> String {
    let mut inside = name.to_owned();
    if let Some(first) = inside.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    inside
}
