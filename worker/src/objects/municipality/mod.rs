//! Municipality: everything of one tenant that must be consistent. One writer, real transactions.
//!
//! An object that was never loaded answers `NotFound` to everything but loading.

pub mod area_map;
pub mod areas;
pub mod cases;
pub mod devices;
pub mod formal_rights;
pub mod house_style;
pub mod jobs;
pub mod load;
pub mod messages;
pub mod partner_figures;
pub mod partners;
pub mod polls;
pub mod postcodes;
pub mod residents;
pub mod routing;
pub mod sessions;
pub mod sites;
pub mod snapshot;
pub mod standard_texts;
pub mod takeover;
#[cfg(feature = "test-control")]
pub mod test_control;
pub mod webhooks;

use shared::settings::Settings;

use crate::{operation::Context, operations, refusal::Refusal, store};

operations!(
    load::Load,
    snapshot::ReadSnapshot,
    area_map::PutAreaMap,
    areas::ListAreas,
    areas::ReadArea,
    areas::ActInArea,
    areas::ReadMeasures,
    areas::MarkMeasure,
    sessions::MakeSignInLink,
    sessions::SignIn,
    sessions::WhoIs,
    sessions::SignOut,
    sessions::ReadMe,
    cases::SubmitProposal,
    cases::EnterProposal,
    cases::ReadFollowed,
    cases::AnswerQuestion,
    cases::RateConclusion,
    cases::ReportThreat,
    cases::ChangeContact,
    cases::WithdrawProposal,
    cases::MakePledge,
    cases::ReadPledge,
    cases::ActAsPledger,
    cases::ReportThreatAsPledger,
    cases::ShareExperience,
    cases::ActOnPledge,
    cases::AddOwnTask,
    cases::MoveOwnTask,
    cases::MovePledgedTask,
    cases::ListTasks,
    cases::ListBackable,
    cases::BackInitiative,
    cases::ListCases,
    cases::SearchCases,
    cases::ReadOverview,
    cases::ReadCase,
    cases::ActOnCase,
    cases::ListContactTasks,
    cases::mailed::AskForCode,
    cases::mailed::EnterCode,
    cases::mailed::ReadByMail,
    cases::mailed::ActByMail,
    cases::mailed::CloseByMail,
    standard_texts::ListStandardTexts,
    standard_texts::SaveStandardText,
    standard_texts::RemoveStandardText,
    messages::ListMessages,
    messages::ReadMessage,
    messages::SendAgain,
    messages::StopMessages,
    messages::StopPledgeMessages,
    devices::ReadDevice,
    devices::SetDevice,
    webhooks::ListWebhooks,
    webhooks::AddWebhook,
    webhooks::RenewSecret,
    webhooks::SwitchWebhook,
    webhooks::RemoveWebhook,
    webhooks::TestWebhook,
    webhooks::DeliverAgain,
    sites::ListSites,
    sites::AddSite,
    sites::RemoveSite,
    sites::CountLoads,
    partners::ReadPartners,
    partners::SavePartner,
    partner_figures::ReadPartnerFigures,
    routing::ReadRules,
    routing::TryRules,
    routing::SaveRules,
    polls::ListPolls,
    polls::ReadPoll,
    polls::ReadFigures,
    polls::SavePoll,
    polls::OpenPoll,
    polls::CancelPoll,
    polls::CorrectPoll,
    polls::ClosePoll,
    polls::NoteEnteredBallot,
    polls::ReportPoll,
    polls::LocateWritten,
    polls::TakeBallots,
    polls::readers::AskForReport,
    polls::readers::ConfirmReader,
    polls::readers::StopReader,
    residents::ReadResidents,
    residents::LoadResidents,
    formal_rights::ReadFormalRights,
    formal_rights::PutFormalRights,
    house_style::ReadHouseStyle,
    house_style::PutHouseStyle,
    house_style::PutLogo,
    house_style::ReadLogo,
    takeover::BeginTakeover,
    takeover::ReadTakeover,
    takeover::EndTakeover,
    takeover::TakeInStyle,
    postcodes::PutPostcodes,
    postcodes::ReadPostcodes,
    postcodes::LookUpPostcode,
    #[cfg(feature = "test-control")]
    test_control::ReadPending,
    #[cfg(feature = "test-control")]
    test_control::ReadEvents,
    #[cfg(feature = "test-control")]
    test_control::MakeCases,
    #[cfg(feature = "test-control")]
    test_control::RunOften,
);

/// The settings of this municipality; `NotFound` when it has not been loaded.
pub fn settings(context: &Context<'_>) -> Result<Settings, Refusal> {
    store::municipality::settings(context.sql)?.ok_or(Refusal::NotFound)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_operation_has_a_name_of_its_own() {
        let mut names = super::names();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
