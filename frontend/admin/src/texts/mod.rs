//! Everything the program says, in one struct per language.
//!
//! A field without a text does not compile, so a second language cannot be half there. Plain Dutch (B1), with "u".

mod case;
mod downloads;
mod frame;
mod intake;
mod polls;
mod report;
mod work;

pub(crate) use case::{CaseTexts, EntryTexts};
pub(crate) use downloads::DownloadTexts;
pub(crate) use frame::{DayTexts, FormTexts, FrameTexts, SignInTexts};
pub(crate) use intake::IntakeTexts;
pub(crate) use polls::{CorrectionTexts, PollEditorTexts, PollTexts};
pub(crate) use report::{BallotTexts, ReportTexts, ResultTexts};
pub(crate) use work::WorkTexts;

use shared::text::Language;

/// The texts of one language.
pub(crate) struct Texts {
    pub(crate) language: Language,
    pub(crate) days: DayTexts,
    pub(crate) frame: FrameTexts,
    pub(crate) sign_in: SignInTexts,
    pub(crate) form: FormTexts,
    pub(crate) work: WorkTexts,
    pub(crate) case: CaseTexts,
    pub(crate) entry: EntryTexts,
    pub(crate) intake: IntakeTexts,
    pub(crate) polls: PollTexts,
    pub(crate) editor: PollEditorTexts,
    pub(crate) correction: CorrectionTexts,
    pub(crate) results: ResultTexts,
    pub(crate) downloads: DownloadTexts,
    pub(crate) ballot: BallotTexts,
    pub(crate) report: ReportTexts,
}

/// Dutch.
pub(crate) static NL: Texts = Texts {
    language: Language::Nl,
    days: DayTexts::NL,
    frame: FrameTexts::NL,
    sign_in: SignInTexts::NL,
    form: FormTexts::NL,
    work: WorkTexts::NL,
    case: CaseTexts::NL,
    entry: EntryTexts::NL,
    intake: IntakeTexts::NL,
    polls: PollTexts::NL,
    editor: PollEditorTexts::NL,
    correction: CorrectionTexts::NL,
    results: ResultTexts::NL,
    downloads: DownloadTexts::NL,
    ballot: BallotTexts::NL,
    report: ReportTexts::NL,
};

/// The texts this program is shown in. Dutch for everybody, until there is another.
pub(crate) const fn texts() -> &'static Texts {
    &NL
}
