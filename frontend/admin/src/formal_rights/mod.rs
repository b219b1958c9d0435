//! Burgerinitiatief and uitdaagrecht, as the regulations of the municipality have them. For the administrator.

mod draft;

use leptos::prelude::*;
use shared::formal_right::SOME_LINES;
use shared::text::OFFICIAL_TEXT;
use shared::wire::formal_rights::{FormalRightsRequest, FormalRightsView};
use ui::BusyButton;

pub(crate) use draft::RightsDraft;
use draft::{NUMBER, RightDraft, SHARE};

use crate::api::Client;
use crate::form::{CheckBox, Failures, LineField, Overtaken, OvertakenWords, Pick, Radios, Submission, TextField};
use crate::frame::{Heading, Loading, Missing};
use crate::session::{Loaded, Resource, session};
use crate::texts::{number, texts};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Writes {
    draft: RightsDraft,
    submission: Submission,
    overtaken: Overtaken<FormalRightsView>,
}

#[component]
pub(crate) fn FormalRightsPage() -> impl IntoView {
    let words = &texts().formal_rights;
    let kept = Resource::load(|client: Client| async move { client.formal_rights().await });
    let draft = session().drafts.formal_rights;
    let writes = Writes { draft, submission: Submission::new(), overtaken: Overtaken::new("formal-rights") };
    view! {
        <Heading title=words.title lead=words.lead />
        {move || match kept.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || kept.reload() /> }.into_any(),
            Loaded::Here(view) => {
                draft.begin(&view);
                form(&writes, view.residents)
            }
        }}
    }
}

/// The form is drawn once: what comes back goes into its fields.
fn form(writes: &Writes, residents: Option<u32>) -> AnyView {
    let words = &texts().formal_rights;
    let writes = *writes;
    let Writes { draft, submission, overtaken } = writes;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        overtaken.forget();
        save(&writes);
    };
    let conflict = overtaken.view(
        OvertakenWords { title: words.conflict_title, keep_mine: words.keep_mine, take_theirs: words.take_theirs },
        |_| words.conflict.to_owned(),
        move |theirs| {
            draft.version.set(Some(theirs.version));
            save(&writes);
        },
        move |theirs| {
            submission.forget();
            draft.show(&theirs);
        },
    );
    view! {
        <form
            class="form"
            on:submit=submit
            on:input=move |_| draft.touched.set(true)
            on:change=move |_| draft.touched.set(true)
            novalidate=true
        >
            {conflict}
            <Failures submission />
            {initiative(&draft, submission, residents)}
            {challenge(&draft, submission)}
            <div class="actions">
                <BusyButton busy=submission.busy>{words.save}</BusyButton>
            </div>
        </form>
    }
    .into_any()
}

enum Saved {
    Yes(FormalRightsView),
    /// Somebody else was first.
    Overtaken(FormalRightsView),
}

fn save(writes: &Writes) {
    let Writes { draft, submission, overtaken } = *writes;
    let session = session();
    let rights = match draft.read() {
        Ok(rights) => rights,
        Err(faults) => return submission.refuse(faults),
    };
    let client = session.client();
    let request = FormalRightsRequest { version: draft.version.get_untracked().unwrap_or_default(), rights };
    let saved = async move {
        match client.put_formal_rights(&request).await {
            // What there is now has to be known before one can choose.
            Err(failure) if failure.is_conflict() => client.formal_rights().await.map(Saved::Overtaken),
            answer => answer.map(Saved::Yes),
        }
    };
    submission.send(saved, move |answer| match answer {
        Ok(Saved::Yes(view)) => {
            draft.show(&view);
            session.navigation.say(texts().formal_rights.saved);
        }
        Ok(Saved::Overtaken(theirs)) => overtaken.by(theirs),
        Err(_) => {}
    });
}

fn initiative(draft: &RightsDraft, submission: Submission, residents: Option<u32>) -> AnyView {
    let words = &texts().formal_rights;
    let draft = *draft;
    let own = draft.initiative;
    let mut picks = vec![Pick::new(NUMBER, words.by_number)];
    // One that was kept before the table was emptied stays to be seen.
    if residents.is_some() || draft.supporters.with_untracked(|by| by == SHARE) {
        picks.push(Pick::new(SHARE, words.by_share));
    }
    let none = if residents.is_none() { words.no_residents } else { "" };
    let how_many = move || match draft.supporters.get().as_str() {
        NUMBER => Some(
            view! {
                <LineField
                    name="citizensInitiative.supporters.count"
                    label=words.count
                    value=draft.count
                    submission
                    short=true
                />
            }
            .into_any(),
        ),
        SHARE => {
            let hint = residents.map(|residents| (words.share_hint)(&number(residents))).unwrap_or_default();
            Some(
                view! {
                    <LineField
                        name="citizensInitiative.supporters.perMille"
                        label=words.share
                        hint
                        value=draft.share
                        submission
                        short=true
                    />
                }
                .into_any(),
            )
        }
        _ => None,
    };
    view! {
        <section class="card card--fields" aria-labelledby="initiative-title">
            <h2 id="initiative-title">{words.initiative}</h2>
            <CheckBox
                name="citizensInitiative.on"
                label=words.initiative_on
                value=own.on
                help=words.initiative_on_help
            />
            {regulation("citizensInitiative", own, submission)}
            <LineField
                name="citizensInitiative.minimumAge"
                label=words.minimum_age
                value=draft.minimum_age
                submission
                short=true
            />
            <Radios
                name="citizensInitiative.supporters"
                legend=words.supporters
                hint=none
                value=draft.supporters
                submission
                picks
            />
            {how_many}
            {excluded_and_desk("citizensInitiative", own, submission, words.desk_initiative)}
        </section>
    }
    .into_any()
}

fn challenge(draft: &RightsDraft, submission: Submission) -> AnyView {
    let words = &texts().formal_rights;
    let own = draft.challenge;
    view! {
        <section class="card card--fields" aria-labelledby="challenge-title">
            <h2 id="challenge-title">{words.challenge}</h2>
            <CheckBox name="rightToChallenge.on" label=words.challenge_on value=own.on help=words.challenge_on_help />
            <TextField
                name="rightToChallenge.whatFor"
                label=words.what_for
                hint=words.what_for_hint
                value=draft.what_for
                submission
                max=SOME_LINES.characters
                rows=3
            />
            {regulation("rightToChallenge", own, submission)}
            {excluded_and_desk("rightToChallenge", own, submission, words.desk_challenge)}
        </section>
    }
    .into_any()
}

fn regulation(right: &str, own: RightDraft, submission: Submission) -> AnyView {
    let words = &texts().formal_rights;
    view! {
        <LineField
            name=format!("{right}.regulation")
            label=words.regulation
            hint=words.regulation_hint
            value=own.regulation
            submission
        />
    }
    .into_any()
}

fn excluded_and_desk(right: &str, own: RightDraft, submission: Submission, desk: &'static str) -> AnyView {
    let words = &texts().formal_rights;
    view! {
        <TextField
            name=format!("{right}.excluded")
            label=words.excluded
            hint=words.excluded_hint
            value=own.excluded
            submission
            max=OFFICIAL_TEXT.characters
            rows=4
            optional=true
        />
        <LineField name=format!("{right}.desk.name") label=desk value=own.desk submission />
        <TextField
            name=format!("{right}.desk.reach")
            label=words.reach
            hint=words.reach_hint
            value=own.reach
            submission
            max=SOME_LINES.characters
            rows=3
        />
    }
    .into_any()
}
