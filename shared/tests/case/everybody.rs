//! Every command and every kind of actor there is, so that a test can say which of them it has tried. A new one does not
//! compile here until it has a name, and then fails the test that counts until somebody tries it.

use shared::actor::{Actor, Role};
use shared::case::Command;

macro_rules! named {
    ($(#[$doc:meta])* $function:ident, $all:ident, $of:ty: $($pattern:pat => $name:literal),* $(,)?) => {
        $(#[$doc])*
        pub(crate) const fn $function(one: &$of) -> &'static str {
            match one {
                $($pattern => $name),*
            }
        }

        pub(crate) const $all: &[&str] = &[$($name),*];
    };
}

named!(command_name, COMMANDS, Command:
    Command::Hold => "hold",
    Command::HoldUnread => "hold what nobody has read",
    Command::ReleaseReview => "release",
    Command::Redact { .. } => "redact",
    Command::Update { .. } => "update",
    Command::Reply { .. } => "reply",
    Command::MovePromise { .. } => "move the promise",
    Command::Ask { .. } => "ask",
    Command::Answer { .. } => "answer",
    Command::OfferHandover { .. } => "offer",
    Command::AcceptHandover { .. } => "accept",
    Command::DeclineHandover { .. } => "decline",
    Command::WithdrawHandover { .. } => "withdraw the offer",
    Command::AskSupport { .. } => "ask for support",
    Command::AcceptSupport { .. } => "accept to support",
    Command::DeclineSupport { .. } => "decline to support",
    Command::AddNote { .. } => "note",
    Command::Translate { .. } => "translate",
    Command::ProposeUpdate { .. } => "propose news",
    Command::NeedDecision { .. } => "need a decision",
    Command::ProposeDate { .. } => "propose a date",
    Command::ConfirmDate => "confirm the date",
    Command::DeclineDate { .. } => "decline the date",
    Command::Conclude { .. } => "conclude",
    Command::Merge { .. } => "merge",
    Command::PassOn(_) => "pass on",
    Command::EraseTexts(_) => "erase",
    Command::Rate { .. } => "rate",
    Command::Reopen => "reopen",
    Command::Unmerge => "unmerge",
    Command::RefuseReopening { .. } => "refuse to reopen",
    Command::ReportThreat { .. } => "report a threat",
    Command::ReportPledgerThreat { .. } => "report a threat to who joins in",
    Command::TakeUpThreat => "take up a threat",
    Command::ShareExperience { .. } => "share experience",
    Command::StopSharingExperience => "share experience no more",
    Command::Withdraw => "withdraw",
    Command::Publish { .. } => "publish",
    Command::AddTask { .. } => "add a task",
    Command::ChangeTask { .. } => "change a task",
    Command::FinishTask { .. } => "finish a task",
    Command::DropTask { .. } => "drop a task",
    Command::ShowBacking { .. } => "support it in public",
    Command::TakeBackBacking { .. } => "support it no more",
    Command::PledgerLeft { .. } => "a pledger left",
    Command::Hide { .. } => "hide",
    Command::SetKind { .. } => "set the kind",
    Command::SetLanguage { .. } => "set the language",
    Command::RecordAgreements(_) => "record agreements",
    Command::NoteContact { .. } => "note a contact",
    Command::EndContact { .. } => "end the contact",
    Command::PassTime => "pass time",
);

named!(actor_name, ACTORS, Actor:
    Actor::Resident => "resident",
    Actor::Pledger { .. } => "pledger",
    Actor::System => "system",
    Actor::Mailed { .. } => "somebody by mail",
    Actor::Official { role: Role::Coordinator, .. } => "coordinator",
    Actor::Official { role: Role::Handler, .. } => "handler",
    Actor::Official { role: Role::Editor, .. } => "editor",
    Actor::Official { role: Role::Administrator, .. } => "administrator",
    Actor::Official { role: Role::Reader, .. } => "reader",
);
