//! Everything the program says, in one struct per language.
//!
//! A field without a text does not compile, so a second language cannot be half there. Plain Dutch (B1), with "u".

mod areas;
mod case;
mod choosing;
mod downloads;
mod ending;
mod finding;
mod formal_rights;
mod frame;
mod helping;
mod house_style;
mod intake;
mod library;
mod map;
mod messages;
mod partner_figures;
mod partners;
mod police;
mod polls;
mod postcodes;
mod report;
mod residents;
mod routing;
mod sites;
mod standard_texts;
mod tasks;
mod translating;
mod watch;
mod webhooks;
mod work;
mod written;

pub(crate) use areas::AreaTexts;
pub(crate) use case::{CaseTexts, EntryTexts};
pub(crate) use choosing::ChoosingTexts;
pub(crate) use downloads::DownloadTexts;
pub(crate) use ending::EndingTexts;
pub(crate) use finding::{OverviewTexts, SearchTexts};
pub(crate) use formal_rights::FormalRightTexts;
pub(crate) use frame::{DayTexts, FormTexts, FrameTexts, SignInTexts};
pub(crate) use helping::HelpTexts;
pub(crate) use house_style::HouseStyleTexts;
pub(crate) use intake::IntakeTexts;
pub(crate) use library::LibraryTexts;
pub(crate) use map::MapTexts;
pub(crate) use messages::MessageTexts;
pub(crate) use partner_figures::PartnerFigureTexts;
pub(crate) use partners::PartnerTexts;
pub(crate) use police::PoliceTexts;
pub(crate) use polls::{CorrectionTexts, PollEditorTexts, PollTexts};
pub(crate) use postcodes::PostcodeTexts;
pub(crate) use report::{BallotTexts, Missing, ReportTexts, ResultTexts};
pub(crate) use residents::ResidentsTexts;
pub(crate) use routing::RoutingTexts;
pub(crate) use sites::SiteTexts;
pub(crate) use standard_texts::StandardTextTexts;
pub(crate) use tasks::TaskTexts;
pub(crate) use translating::TranslatingTexts;
pub(crate) use watch::WatchTexts;
pub(crate) use webhooks::WebhookTexts;
pub(crate) use work::WorkTexts;
pub(crate) use written::WrittenTexts;

use shared::text::Language;

/// The texts of one language.
pub(crate) struct Texts {
    pub(crate) language: Language,
    pub(crate) days: DayTexts,
    pub(crate) frame: FrameTexts,
    pub(crate) sign_in: SignInTexts,
    pub(crate) form: FormTexts,
    pub(crate) work: WorkTexts,
    pub(crate) search: SearchTexts,
    pub(crate) overview: OverviewTexts,
    pub(crate) case: CaseTexts,
    pub(crate) choosing: ChoosingTexts,
    pub(crate) entry: EntryTexts,
    pub(crate) ending: EndingTexts,
    pub(crate) intake: IntakeTexts,
    pub(crate) police: PoliceTexts,
    pub(crate) polls: PollTexts,
    pub(crate) editor: PollEditorTexts,
    pub(crate) library: LibraryTexts,
    pub(crate) written: WrittenTexts,
    pub(crate) correction: CorrectionTexts,
    pub(crate) results: ResultTexts,
    pub(crate) downloads: DownloadTexts,
    pub(crate) ballot: BallotTexts,
    pub(crate) report: ReportTexts,
    pub(crate) residents: ResidentsTexts,
    pub(crate) messages: MessageTexts,
    pub(crate) map: MapTexts,
    pub(crate) postcodes: PostcodeTexts,
    pub(crate) standard: StandardTextTexts,
    pub(crate) routing: RoutingTexts,
    pub(crate) helping: HelpTexts,
    pub(crate) translating: TranslatingTexts,
    pub(crate) watch: WatchTexts,
    pub(crate) tasks: TaskTexts,
    pub(crate) partners: PartnerTexts,
    pub(crate) formal_rights: FormalRightTexts,
    pub(crate) house_style: HouseStyleTexts,
    pub(crate) webhooks: WebhookTexts,
    pub(crate) sites: SiteTexts,
    pub(crate) partner_figures: PartnerFigureTexts,
    pub(crate) areas: AreaTexts,
}

/// Dutch.
pub(crate) static NL: Texts = Texts {
    language: Language::Nl,
    days: DayTexts::NL,
    frame: FrameTexts::NL,
    sign_in: SignInTexts::NL,
    form: FormTexts::NL,
    work: WorkTexts::NL,
    search: SearchTexts::NL,
    overview: OverviewTexts::NL,
    case: CaseTexts::NL,
    choosing: ChoosingTexts::NL,
    entry: EntryTexts::NL,
    ending: EndingTexts::NL,
    intake: IntakeTexts::NL,
    police: PoliceTexts::NL,
    polls: PollTexts::NL,
    editor: PollEditorTexts::NL,
    library: LibraryTexts::NL,
    written: WrittenTexts::NL,
    correction: CorrectionTexts::NL,
    results: ResultTexts::NL,
    downloads: DownloadTexts::NL,
    ballot: BallotTexts::NL,
    report: ReportTexts::NL,
    residents: ResidentsTexts::NL,
    messages: MessageTexts::NL,
    map: MapTexts::NL,
    postcodes: PostcodeTexts::NL,
    standard: StandardTextTexts::NL,
    routing: RoutingTexts::NL,
    helping: HelpTexts::NL,
    translating: TranslatingTexts::NL,
    watch: WatchTexts::NL,
    tasks: TaskTexts::NL,
    partners: PartnerTexts::NL,
    formal_rights: FormalRightTexts::NL,
    house_style: HouseStyleTexts::NL,
    webhooks: WebhookTexts::NL,
    sites: SiteTexts::NL,
    partner_figures: PartnerFigureTexts::NL,
    areas: AreaTexts::NL,
};

/// The texts this program is shown in. Dutch for everybody, until there is another.
pub(crate) const fn texts() -> &'static Texts {
    &NL
}

/// A number with its thousands apart.
pub(crate) fn number(number: u32) -> String {
    shared::sentence::grouped(texts().language, number.into())
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_stand_apart() {
        let texts = super::texts();
        assert_eq!((texts.results.ballots)(14_750), "14.750 formulieren");
        assert_eq!((texts.results.value)(1_002, 45), "45% (1.002)");
        assert_eq!((texts.polls.ballots_so_far)(1_234, None), "1.234 keer ingevuld (wordt nu geteld)");
    }
}
