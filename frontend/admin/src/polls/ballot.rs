//! Entering answers given by phone, at the desk or on paper: the whole poll on one page, then the next.

use leptos::prelude::*;
use shared::case::Channel;
use shared::fault::{Fault, FaultCode};
use shared::ids::{AreaId, BallotId, PollId};
use shared::poll::{Answers, Poll, PollStatus};
use shared::wire::admin::{EnterBallotRequest, PollDetail};
use ui::{BusyButton, ButtonKind, Press};

use super::{answer, dutch, load, not_now, with_poll};
use crate::address::Page;
use crate::api::Failure;
use crate::form::{Failures, Pick, Radios, Select, Submission, field_id};
use crate::frame::{BackLink, Heading};
use crate::intake::area_groups;
use crate::navigation::focus_soon;
use crate::platform::new_ballot_id;
use crate::session::session;
use crate::texts::texts;

/// What was filled in for one respondent and not sent yet.
#[derive(Clone, Copy)]
pub(crate) struct BallotDraft {
    channel: RwSignal<String>,
    area: RwSignal<String>,
    pub(super) answers: RwSignal<Answers>,
    /// Made at the first attempt to send, and kept until it was counted: sending it again counts once.
    id: StoredValue<Option<BallotId>>,
    /// How many were counted since this page was opened.
    counted: RwSignal<u32>,
}

impl BallotDraft {
    pub(crate) fn new() -> Self {
        Self {
            channel: RwSignal::new(String::new()),
            area: RwSignal::new(String::new()),
            answers: RwSignal::new(Answers::new()),
            id: StoredValue::new(None),
            counted: RwSignal::new(0),
        }
    }

    pub(crate) fn holds_text(&self) -> bool {
        self.answers.with_untracked(|answers| !answers.is_empty())
    }

    /// Empties the form. How the answers came in stays: paper comes in piles.
    fn start_again(&self) {
        self.area.set(String::new());
        self.answers.set(Answers::new());
        self.id.set_value(None);
    }

    fn read(&self, poll: &Poll, to_name: &[AreaId]) -> Result<(Answers, Option<AreaId>, Channel), Vec<Fault>> {
        let mut faults = Vec::new();
        let channel = match self.channel.get_untracked().as_str() {
            "desk" => Some(Channel::Desk),
            "phone" => Some(Channel::Phone),
            "paper" => Some(Channel::Paper),
            _ => {
                faults.push(Fault::new("channel", FaultCode::ChoiceRequired));
                None
            }
        };
        // What was filled in for a question that is not asked after all is not sent.
        let answers = poll.read_answers(&poll.without_unasked(self.answers.get_untracked()));
        let area = self.area.with_untracked(|id| AreaId::parse(id).ok());
        let area = match area {
            Some(area) if !to_name.contains(&area) => Err(Fault::new("areaId", FaultCode::Unknown)),
            area => Ok(area),
        };
        match (channel, answers, area) {
            (Some(channel), Ok(answers), Ok(area)) => Ok((answers, area, channel)),
            (_, answers, area) => {
                faults.extend(answers.err().unwrap_or_default());
                faults.extend(area.err());
                Err(faults)
            }
        }
    }
}

#[component]
pub(crate) fn BallotPage(id: PollId) -> impl IntoView {
    let draft = session().drafts.ballot(&id);
    draft.counted.set(0);
    let poll = load(id);
    with_poll(poll, move |detail| body(draft, detail))
}

fn body(draft: BallotDraft, detail: PollDetail) -> AnyView {
    let words = &texts().ballot;
    let intake = &texts().intake;
    let id = detail.overview.id.clone();
    if detail.overview.status != PollStatus::Open {
        return not_now(&id, words.not_open_title, words.not_open);
    }
    let session = session();
    let submission = Submission::new();
    let channels =
        vec![Pick::new("desk", intake.desk), Pick::new("phone", intake.phone), Pick::new("paper", intake.paper)];
    let count = detail.poll.questions.len();
    let asks = detail.poll.clone();
    let asked = Memo::new(move |_| draft.answers.with(|answers| asks.asked(answers)));
    let questions: Vec<_> = detail
        .poll
        .questions
        .iter()
        .cloned()
        .enumerate()
        .map(|(place, question)| {
            let is_asked = Memo::new(move |_| asked.with(|asked| asked.get(place).copied().unwrap_or(false)));
            move || is_asked.get().then(|| answer::question_view(draft, &question, place, count, submission))
        })
        .collect();
    let area = detail.poll.asks_area.then(|| {
        view! {
            <Select
                name="areaId"
                label=words.area
                value=draft.area
                submission
                groups=area_groups(&detail.named_areas, |area| detail.areas_to_name.contains(&area.id))
                empty=words.area_unknown
            />
        }
    });
    let title = (words.title)(&dutch(&detail.overview.title));
    let (poll, to_name) = (detail.poll, detail.areas_to_name);
    let page = Page::Poll(id.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let client = session.client();
        let (answers, area_id, channel) = match draft.read(&poll, &to_name) {
            Ok(read) => read,
            Err(faults) => {
                submission.refuse(faults);
                return;
            }
        };
        let Some(ballot_id) = draft.id.get_value().or_else(new_ballot_id) else {
            submission.fail(Failure::Broken);
            return;
        };
        draft.id.set_value(Some(ballot_id.clone()));
        let request = EnterBallotRequest { ballot_id, answers, area_id, channel };
        let id = id.clone();
        submission.send(async move { client.enter_ballot(&id, &request).await }, move |answer| {
            if answer.is_ok() {
                draft.start_again();
                draft.counted.update(|counted| *counted = counted.saturating_add(1));
                session.navigation.say(&(words.done)(draft.counted.get_untracked()));
            }
        });
    };
    let clear = move |_| {
        draft.start_again();
        submission.forget();
        focus_soon(&field_id("channel"));
    };
    let label = move || if submission.busy.get() { texts().form.busy } else { words.send };
    view! {
        <BackLink page words=texts().polls.back_to_poll />
        <Heading title lead=words.lead />
        <form class="form" on:submit=submit novalidate=true>
            <Failures submission />
            <Radios name="channel" legend=words.channel value=draft.channel submission picks=channels inline=true />
            {questions}
            {area}
            <div class="actions">
                <BusyButton busy=submission.busy>{label}</BusyButton>
                <Press kind=ButtonKind::Quiet act=clear>
                    {words.empty}
                </Press>
            </div>
        </form>
    }
    .into_any()
}
