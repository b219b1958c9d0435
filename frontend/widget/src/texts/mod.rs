//! The words of the resident's pages: one struct for each page, filled once per language, so that a missing text breaks
//! the build.
//!
//! Dutch is written at level B1, with *u*. Whatever depends on a number or a name is a function.

mod agreements;
mod drafts;
mod en;
mod ending;
mod nl;
mod outcome;
mod place;
mod plans;
mod pledges;
mod remember;
mod tasks;
mod too_late;
mod trouble;
mod watch;

pub use agreements::Agreements;
pub use drafts::Drafts;
pub use ending::Ending;
pub use outcome::OutcomeMail;
pub use place::Place;
pub use plans::Plans;
pub use pledges::Pledges;
pub use remember::Remember;
pub use tasks::Tasks;
pub use too_late::TooLate;
pub use trouble::Trouble;
pub use watch::Watch;

use shared::case::{Outcome, PublicStatus};
use shared::poll::Influence;
use shared::proposal::ProposalKind;
use shared::text::Language;
use shared::time::CivilDate;
use shared::wire::public::TimelineKind;

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
                }
            })+
        }
    };
}

by_page! {
    site: Site = SITE,
    home: Home = HOME,
    poll: Poll = POLL,
    thanks: Thanks = THANKS,
    corrections: Corrections = CORRECTIONS,
    results: Results = RESULTS,
    open_data: OpenData = OPEN_DATA,
    report: Report = REPORT,
    propose: Propose = PROPOSE,
    privacy: Privacy = PRIVACY,
    receipt: Receipt = RECEIPT,
    follow: Follow = FOLLOW,
    initiatives: Initiatives = INITIATIVES,
}

/// Texts with a file of their own, which holds both languages.
macro_rules! in_a_file {
    ($($(#[$doc:meta])* $file:ident: $texts:ident),+ $(,)?) => {
        impl Texts {
            $($(#[$doc])* pub fn $file(self) -> &'static $texts {
                match self.0 {
                    Language::Nl => &$file::NL,
                    Language::En => &$file::EN,
                }
            })+
        }
    };
}

in_a_file! {
    /// Days that others have a say in.
    plans: Plans,
    /// Asking for the outcome of a poll.
    outcome: OutcomeMail,
    /// A poll that closed before the answers were sent.
    too_late: TooLate,
    /// Keeping an answer on the device.
    drafts: Drafts,
    /// Knowing on the device that somebody has answered.
    remember: Remember,
    trouble: Trouble,
    /// Helping with an initiative.
    pledges: Pledges,
    tasks: Tasks,
    /// Finding an area by postcode.
    place: Place,
    /// What becomes of an idea that goes on elsewhere.
    ending: Ending,
    watch: Watch,
    /// What it has agreed to.
    agreements: Agreements,
}

impl Texts {
    /// A date, written out: "12 mei 2027".
    pub fn date(self, date: CivilDate) -> String {
        match self.0 {
            Language::Nl => nl::date(date),
            Language::En => en::date(date),
        }
    }
}

/// Around every page, and words used on several.
pub struct Site {
    pub skip: &'static str,
    pub languages: &'static str,
    pub home: &'static str,
    /// "Buurtstem van Waterdam".
    pub name_of: fn(&str) -> String,
    pub questions_title: &'static str,
    pub call: &'static str,
    pub privacy: &'static str,
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
    pub contact_person: &'static str,
    pub copied: &'static str,
}

pub struct Home {
    pub title: &'static str,
    pub lead: &'static str,
    pub polls: &'static str,
    pub no_polls: &'static str,
    pub no_polls_hint: &'static str,
    pub take_part: &'static str,
    pub open_until: fn(&str) -> String,
    pub idea_title: &'static str,
    pub idea_text: &'static str,
    pub idea_button: &'static str,
    pub initiatives: &'static str,
    pub all_initiatives: &'static str,
    pub reports: &'static str,
    pub reports_text: &'static str,
    pub reported: &'static str,
    pub report_awaited: fn(&str) -> String,
    /// When that day has passed.
    pub report_late: fn(&str) -> String,
    pub feed: &'static str,
    pub closed: &'static str,
    pub follow_title: &'static str,
    pub follow_text: &'static str,
    pub follow_link: &'static str,
}

pub struct Poll {
    pub above: &'static str,
    pub size: fn(usize) -> String,
    pub start: &'static str,
    pub what_for: &'static str,
    pub influence: fn(Influence) -> (&'static str, &'static str),
    pub report_promise: fn(&str) -> String,
    pub anonymous: &'static str,
    pub for_areas: fn(&[String]) -> String,
    /// In the language of a page that the poll is not offered in.
    pub other_language: &'static str,
    pub not_open_yet: fn(&str) -> String,
    pub progress: fn(usize, usize) -> String,
    pub skip: &'static str,
    pub choose_several: &'static str,
    pub choose_at_most: fn(u8) -> String,
    pub text_hint: &'static str,
    /// The label of the line beside "something else", with that option's own words.
    pub other: fn(&str) -> String,
    pub no_opinion: &'static str,
    /// How many places to give, of how many.
    pub ranking_rule: fn(u8, usize) -> String,
    pub place: fn(u8) -> String,
    pub no_place: &'static str,
    pub higher: &'static str,
    pub lower: &'static str,
    pub area: &'static str,
    pub area_hint: &'static str,
    pub area_none: &'static str,
    pub check_above: &'static str,
    pub check: &'static str,
    pub privacy_text: &'static str,
    pub check_lead: &'static str,
    pub skipped: &'static str,
    pub send: &'static str,
    pub send_note: &'static str,
    pub to_poll: &'static str,
    pub scale_answer: fn(u8, u8) -> String,
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

pub struct Propose {
    pub title: &'static str,
    pub lead: &'static str,
    pub danger_title: &'static str,
    pub danger_not_read: &'static str,
    pub danger_police: &'static str,
    pub danger_anonymous: &'static str,
    pub progress: fn(usize, usize) -> String,
    pub what: &'static str,
    pub what_hint: &'static str,
    pub why: &'static str,
    pub topic: &'static str,
    pub topic_hint: &'static str,
    pub topic_other: fn(&str) -> String,
    pub topic_unknown: &'static str,
    pub topic_unknown_hint: &'static str,
    pub area: &'static str,
    pub area_hint: &'static str,
    pub area_whole: fn(&str) -> String,
    pub together: &'static str,
    pub together_lead: &'static str,
    pub we_do: &'static str,
    pub we_do_hint: &'static str,
    pub we_need: &'static str,
    pub we_need_hint: &'static str,
    pub only_inform: &'static str,
    pub only_inform_hint: &'static str,
    pub only_inform_legend: &'static str,
    pub answer: &'static str,
    pub answer_lead: &'static str,
    pub email: &'static str,
    pub email_hint: &'static str,
    pub public_legend: &'static str,
    pub public: &'static str,
    pub public_hint: &'static str,
    pub check: &'static str,
    pub goes_to: fn(&str) -> String,
    pub because: fn(&str) -> String,
    pub supporting: fn(&[String]) -> String,
    pub answer_by: fn(&str) -> String,
    pub route_unknown: &'static str,
    pub privacy_text: &'static str,
    pub summary: &'static str,
    pub send: &'static str,
}

/// What is pointed out in what somebody wrote.
pub struct Privacy {
    pub title: &'static str,
    pub part: fn(&str, &str) -> String,
}

pub struct Receipt {
    pub title: &'static str,
    pub number: fn(&str) -> String,
    pub code_title: &'static str,
    pub code_keep: &'static str,
    pub code_private: &'static str,
    pub link: &'static str,
    pub copy: &'static str,
    pub print: &'static str,
    pub next_title: &'static str,
    pub next_reads: fn(&str, &str) -> String,
    pub next_answer: fn(&str) -> String,
    pub next_follow: &'static str,
    pub next_mail: &'static str,
    pub follow: &'static str,
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

/// How long a poll of so many questions takes: about 20 seconds each, in whole minutes.
fn minutes(questions: usize) -> usize {
    questions.div_ceil(3).max(1)
}

/// "a", "a en b", "a, b en c".
fn listed(names: &[String], and: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [start @ .., last] => format!("{} {and} {last}", start.join(", ")),
    }
}

/// A clause as a sentence of its own: "omdat …" becomes "Omdat …". Both languages begin with an ASCII letter here,
/// and the tables for all others are large.
fn capitalised(clause: &str) -> String {
    let mut sentence = clause.to_owned();
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

/// A name in the middle of a sentence: "Veiligheid" becomes "veiligheid".
fn lower(name: &str) -> String {
    let mut inside = name.to_owned();
    if let Some(first) = inside.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    inside
}
