//! Opening a poll: now or on a later day, until a last day.

use leptos::prelude::*;
use shared::fault::{Fault, FaultCode};
use shared::ids::PollId;
use shared::poll::PollStatus;
use shared::time::CivilDate;
use shared::wire::admin::{OpeningRequest, PollDetail, PollOverview};
use ui::{BusyButton, ButtonKind, LinkButton};

use super::{dutch, load, not_now, outline, with_poll};
use crate::address::Page;
use crate::form::{DateField, Failures, Pick, Radios, Submission};
use crate::frame::{BackLink, Heading};
use crate::platform::today;
use crate::session::{Resource, session};
use crate::texts::texts;

const NOW: &str = "now";
const LATER: &str = "later";

#[component]
pub(crate) fn OpenPollPage(id: PollId) -> impl IntoView {
    let poll = load(id);
    // Filled in once, with the days of a poll that is planned already.
    let started = StoredValue::new(false);
    // Chosen here and not where the page is drawn, so that a conflict, which draws it anew, costs nothing.
    let form = OpeningForm {
        when: RwSignal::new(NOW.to_owned()),
        opens_on: RwSignal::new(String::new()),
        closes_on: RwSignal::new(today().plus_days(USUAL_DAYS).to_string()),
    };
    with_poll(poll, move |detail| {
        if !started.get_value() {
            started.set_value(true);
            form.start(&detail.overview);
        }
        body(poll, form, &detail)
    })
}

/// How long a poll is usually open.
const USUAL_DAYS: i64 = 21;

#[derive(Clone, Copy)]
struct OpeningForm {
    when: RwSignal<String>,
    opens_on: RwSignal<String>,
    closes_on: RwSignal<String>,
}

impl OpeningForm {
    /// Takes over the days of a planned poll.
    fn start(self, overview: &PollOverview) {
        if let (PollStatus::Planned, Some(opens), Some(closes)) =
            (overview.status, overview.opens_at, overview.closes_at)
        {
            self.when.set(LATER.to_owned());
            self.opens_on.set(opens.dutch_date().to_string());
            self.closes_on.set(closes.plus_milliseconds(-1).dutch_date().to_string());
        }
    }

    fn read(self, version: u64, today: CivilDate) -> Result<OpeningRequest, Vec<Fault>> {
        let mut faults = Vec::new();
        let later = self.when.with_untracked(|when| when == LATER);
        let day = |value: RwSignal<String>| value.with_untracked(|text| text.parse::<CivilDate>().ok());
        let opens_on = if later { day(self.opens_on) } else { None };
        if later && opens_on.is_none() {
            faults.push(Fault::new("opensOn", FaultCode::Required));
        }
        if opens_on.is_some_and(|opens| today.days_until(opens) <= 0) {
            faults.push(Fault::new("opensOn", FaultCode::NotInTheFuture));
        }
        let first = opens_on.unwrap_or(today);
        match day(self.closes_on) {
            None => faults.push(Fault::new("closesOn", FaultCode::Required)),
            Some(closes) if first.days_until(closes) < 0 => {
                faults.push(Fault::new("closesOn", FaultCode::NotInTheFuture));
            }
            Some(closes_on) if faults.is_empty() => return Ok(OpeningRequest { version, opens_on, closes_on }),
            Some(_) => {}
        }
        Err(faults)
    }
}

fn body(poll: Resource<PollDetail>, form: OpeningForm, detail: &PollDetail) -> AnyView {
    let words = &texts().polls;
    let id = detail.overview.id.clone();
    let planned = detail.overview.status == PollStatus::Planned;
    if !planned && detail.overview.status != PollStatus::Draft {
        return not_now(&id, texts().editor.frozen_title, texts().editor.frozen);
    }
    let session = session();
    let submission = Submission::new();
    let version = detail.version;
    let (page, edit) = (Page::Poll(id.clone()), Page::EditPoll(id.clone()));
    let done_page = page.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let request = match form.read(version, today()) {
            Ok(request) => request,
            Err(faults) => {
                submission.refuse(faults);
                return;
            }
        };
        let later = request.opens_on.is_some();
        let (client, id, page) = (session.client(), id.clone(), done_page.clone());
        submission.send(async move { client.open_poll(&id, &request).await }, move |answer| match answer {
            Ok(()) => {
                session.navigation.say_on(&page, if later { words.planned_done } else { words.open_done });
            }
            Err(failure) if failure.is_conflict() => {
                session.navigation.warn(words.conflict_title, words.conflict);
                poll.reload();
            }
            Err(_) => {}
        });
    };
    let when = vec![Pick::new(NOW, words.open_now), Pick::new(LATER, words.open_later)];
    let send = move || {
        if planned && form.when.with(|when| when == LATER) { words.plan_send } else { words.open_send }
    };
    let label = move || if submission.busy.get() { texts().form.busy } else { send() };
    let opens = detail.overview.opens_at.map(|moment| texts().days.full(moment.dutch_date())).unwrap_or_default();
    let lead = if planned { (words.plan_lead)(&opens) } else { words.open_lead.to_owned() };
    let opens_on = move || {
        form.when
            .with(|when| when == LATER)
            .then(|| view! { <DateField name="opensOn" label=words.opens_on value=form.opens_on submission /> })
    };
    view! {
        <BackLink page words=words.back_to_poll />
        <Heading title=(words.open_title)(&dutch(&detail.overview.title)) lead />
        {outline::view(&detail.poll)}
        <form class="form" on:submit=submit novalidate=true>
            <Failures submission />
            <Radios name="when" legend=words.open_when value=form.when submission picks=when inline=true />
            {opens_on}
            <DateField
                name="closesOn"
                label=words.closes_on
                hint=words.closes_on_hint
                value=form.closes_on
                submission
            />
            <div class="actions">
                <BusyButton busy=submission.busy>{label}</BusyButton>
                <LinkButton kind=ButtonKind::Secondary href=edit.path()>
                    {words.edit}
                </LinkButton>
            </div>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(when: &str, opens: &str, closes: &str) -> Result<OpeningRequest, Vec<String>> {
        Owner::new().with(|| {
            let text = |text: &str| RwSignal::new(text.to_owned());
            let form = OpeningForm { when: text(when), opens_on: text(opens), closes_on: text(closes) };
            form.read(1, "2026-11-22".parse().unwrap())
                .map_err(|faults| faults.into_iter().map(|fault| fault.field).collect())
        })
    }

    #[test]
    fn a_poll_is_open_for_a_day_at_least() {
        assert!(read(NOW, "", "2026-11-22").is_ok());
        assert_eq!(read(NOW, "", "2026-11-21"), Err(vec!["closesOn".into()]));
        assert_eq!(read(NOW, "", ""), Err(vec!["closesOn".into()]));
        assert_eq!(read(LATER, "", "2026-12-01"), Err(vec!["opensOn".into()]));
        assert_eq!(read(LATER, "2026-12-02", "2026-12-01"), Err(vec!["closesOn".into()]));
        assert_eq!(read(LATER, "2026-11-22", "2026-12-01"), Err(vec!["opensOn".into()]));
        // A day that was filled in before choosing "now" does no harm.
        assert_eq!(read(NOW, "2020-01-01", "2026-12-01").unwrap().opens_on, None);
        assert!(read(LATER, "2026-11-23", "2026-11-23").is_ok());
    }
}
