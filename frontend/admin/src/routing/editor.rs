//! Changing the rules: their order by button or pointer, each of them, trying the set out and putting it in force.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::{ev, web_sys};
use shared::wire::routing::{RuleSetRequest, RuleSetView, TrialRequest, TrialView};
use ui::{BusyButton, ButtonKind, Press};

use super::draft::{RuleDraft, RulesDraft, carried};
use super::{rule, trial};
use crate::form::{Failures, Overtaken, OvertakenWords, Submission};
use crate::navigation::focus_soon;
use crate::platform::new_rule_id;
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

/// What the parts of the editor share.
#[derive(Clone, Copy)]
pub(super) struct Editing {
    pub(super) draft: RulesDraft,
    pub(super) submission: Submission,
    /// The rule that is being carried by pointer, and the place it would be dropped on.
    carrying: RwSignal<Option<(usize, usize)>>,
    /// Says what a move did, for who does not see it.
    told: RwSignal<String>,
    set: Resource<RuleSetView>,
    /// What the set would change, once it was asked; gone as soon as something changes.
    tried: RwSignal<Option<(TrialView, Vec<shared::routing::Rule>)>>,
    /// By the set that somebody else saved meanwhile.
    overtaken: Overtaken<RuleSetView>,
}

const TRIAL_ID: &str = "trial-title";

impl Editing {
    /// To be called after every change.
    pub(super) fn touch(&self) {
        self.draft.touched.set(true);
        self.tried.set(None);
    }

    /// Moves a rule; the focus goes along.
    fn carry(&self, from: usize, to: usize) {
        self.draft.rules.update(|rules| carried(rules, from, to));
        self.touch();
        self.told.set((texts().routing.moved)(from.saturating_add(1), to.saturating_add(1)));
    }

    /// Back to the set in force.
    fn drop_mine(&self) {
        self.draft.touched.set(false);
        session().drafts.rules.set(None);
        self.set.reload();
    }

    fn save(self) {
        let session = session();
        let rules = match self.draft.read() {
            Ok(rules) => rules,
            Err(faults) => return self.submission.refuse(faults),
        };
        let request = RuleSetRequest {
            version: self.draft.version.get_untracked(),
            rules,
            taken_from: self.draft.taken_from.get_untracked(),
        };
        let client = session.client();
        self.submission.send(
            async move {
                match client.save_rules(&request).await {
                    // What the other version is has to be known before one of the two can be chosen.
                    Err(failure) if failure.is_conflict() => client.rules().await.map(|theirs| (theirs, true)),
                    answer => answer.map(|saved| (saved, false)),
                }
            },
            move |answer| match answer {
                Ok((theirs, true)) => self.overtaken.by(theirs),
                Ok((saved, false)) => {
                    self.draft.touched.set(false);
                    session.drafts.rules.set(None);
                    self.set.state.set(Loaded::Here(saved));
                    session.navigation.say(texts().routing.saved);
                }
                Err(_) => self.open_all(),
            },
        );
    }

    fn try_out(self) {
        let rules = match self.draft.read() {
            Ok(rules) => rules,
            Err(faults) => return self.submission.refuse(faults),
        };
        let client = session().client();
        let request = TrialRequest { rules: rules.clone() };
        self.submission.send(async move { client.try_rules(&request).await }, move |answer| match answer {
            Ok(view) => {
                self.tried.set(Some((view, rules)));
                focus_soon(TRIAL_ID);
            }
            Err(_) => self.open_all(),
        });
    }

    /// A fault that the server found must be seen in its field.
    fn open_all(&self) {
        for rule in self.draft.all() {
            rule.open.set(true);
        }
    }
}

#[component]
pub(super) fn Editor(draft: RulesDraft, set: Resource<RuleSetView>) -> impl IntoView {
    let words = &texts().routing;
    let editing = Editing {
        draft,
        submission: Submission::new(),
        carrying: RwSignal::new(None),
        told: RwSignal::new(String::new()),
        set,
        tried: RwSignal::new(None),
        overtaken: Overtaken::new("rules"),
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        editing.overtaken.forget();
        editing.save();
    };
    let rows = move || {
        let rules = draft.rules.get();
        let count = rules.len();
        let mut rows: Vec<_> =
            rules.into_iter().enumerate().map(|(place, rule)| row(editing, rule, place, count)).collect();
        rows.push(last_row(editing, draft.rest.get(), count));
        rows
    };
    let add = move |_| {
        session().drafts.keep(|| draft.add(new_rule_id()));
        editing.touch();
        let place = draft.rules.with_untracked(Vec::len).saturating_sub(1);
        focus_soon(&heading_id(place));
    };
    let discard = move |_| {
        editing.drop_mine();
        session().navigation.say(words.discarded);
    };
    let tried = move || editing.tried.get().map(|(view, rules)| trial::view(&view, &rules, TRIAL_ID));
    let label = move || if editing.submission.busy.get() { texts().form.busy } else { words.save };
    view! {
        <form
            class="form editor"
            on:submit=submit
            novalidate=true
            on:input=move |_| editing.touch()
            on:change=move |_| editing.touch()
        >
            {conflict(editing)}
            <Failures submission=editing.submission />
            <section aria-labelledby="rules-title">
                <h2 id="rules-title" tabindex="-1">{words.rules_title}</h2>
                <ol class="rules">{rows}</ol>
                <p class="visually-hidden" role="status">{move || editing.told.get()}</p>
                <Press kind=ButtonKind::Secondary act=add>
                    {words.add}
                </Press>
            </section>
            <div class="actions">
                <BusyButton busy=editing.submission.busy>{label}</BusyButton>
                <Press kind=ButtonKind::Secondary act=move |_| editing.try_out()>
                    {words.try_out}
                </Press>
                {move || {
                    draft
                        .touched
                        .get()
                        .then(|| {
                            view! {
                                <Press kind=ButtonKind::Quiet act=discard>
                                    {words.discard}
                                </Press>
                            }
                        })
                }}
            </div>
            {tried}
        </form>
    }
    .into_any()
}

/// Somebody else was first: what was typed stays until one of the two is chosen.
fn conflict(editing: Editing) -> impl Fn() -> Option<AnyView> {
    let words = &texts().routing;
    editing.overtaken.view(
        OvertakenWords { title: words.conflict_title, keep_mine: words.keep_mine, take_theirs: words.take_theirs },
        |theirs| (words.conflict)(theirs.set.author.as_deref().unwrap_or(words.by_file), theirs.in_force),
        move |theirs| {
            editing.draft.version.set(theirs.in_force);
            editing.save();
        },
        move |_| editing.drop_mine(),
    )
}

pub(super) fn heading_id(place: usize) -> String {
    format!("rule-{place}")
}

fn button_id(place: usize, up: bool) -> String {
    format!("rule-{place}-{}", if up { "up" } else { "down" })
}

fn row(editing: Editing, rule: RuleDraft, place: usize, count: usize) -> AnyView {
    let words = &texts().routing;
    let name = (words.rule)(place.saturating_add(1));
    let shift = move |up: bool| {
        let to = if up { place.saturating_sub(1) } else { place.saturating_add(1) };
        editing.carry(place, to);
        // The button at the new place; at an edge it is gone, and the other one stands there.
        let at_edge = if up { to == 0 } else { to.saturating_add(1) >= count };
        focus_soon(&button_id(to, if at_edge { !up } else { up }));
    };
    let move_button = |up: bool, label: String, short: &'static str| {
        view! {
            <button
                type="button"
                class="button button--quiet small-button"
                id=button_id(place, up)
                aria-label=label
                on:click=move |_| shift(up)
            >
                {short}
            </button>
        }
    };
    let remove = move |_| {
        editing.draft.rules.update(|rules| {
            if place < rules.len() {
                rules.remove(place);
            }
        });
        editing.touch();
        focus_soon("rules-title");
    };
    let class = move || match editing.carrying.get() {
        Some((from, to)) if to == place && from != place => "rule rule--target",
        Some((from, _)) if from == place => "rule rule--carried",
        _ => "rule",
    };
    view! {
        <li class=class data-place=place.to_string()>
            <div class="rule__head">
                {handle(editing, place)}
                <h3 class="rule__name" id=heading_id(place) tabindex="-1">
                    {name.clone()}
                </h3>
                <div class="question-block__moves">
                    {(place > 0).then(|| move_button(true, (words.up)(&name), words.up_short))}
                    {(place.saturating_add(1) < count)
                        .then(|| move_button(false, (words.down)(&name), words.down_short))}
                    <button
                        type="button"
                        class="button button--quiet small-button"
                        aria-label=(words.remove)(&name)
                        on:click=remove
                    >
                        {words.remove_short}
                    </button>
                </div>
            </div>
            {rule::view(editing, rule, place, &name, false)}
        </li>
    }
    .into_any()
}

fn last_row(editing: Editing, rule: RuleDraft, place: usize) -> AnyView {
    let words = &texts().routing;
    view! {
        <li class="rule rule--rest">
            <h3 class="rule__name" id=heading_id(place)>{words.rest}</h3>
            <p class="soft">{words.rest_help}</p>
            {rule::view(editing, rule, place, words.rest, true)}
        </li>
    }
    .into_any()
}

/// What a rule is carried by with mouse or finger. For the keyboard there are the buttons beside it.
fn handle(editing: Editing, place: usize) -> AnyView {
    let carrying = editing.carrying;
    let grab = move |event: ev::PointerEvent| {
        if let Some(handle) = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) {
            event.prevent_default();
            let _ = handle.set_pointer_capture(event.pointer_id());
            carrying.set(Some((place, place)));
        }
    };
    let carry = move |event: ev::PointerEvent| {
        if let Some((from, to)) = carrying.get_untracked()
            && let Some(under) = place_under(&event)
            && under != to
        {
            carrying.set(Some((from, under)));
        }
    };
    let drop = move |_: ev::PointerEvent| {
        if let Some((from, to)) = carrying.get_untracked() {
            carrying.set(None);
            if from != to {
                editing.carry(from, to);
            }
        }
    };
    view! {
        <span
            class="rule__handle"
            aria-hidden="true"
            title=texts().routing.drag
            on:pointerdown=grab
            on:pointermove=carry
            on:pointerup=drop
            on:pointercancel=move |_| carrying.set(None)
        ></span>
    }
    .into_any()
}

/// The place of the rule under the pointer.
fn place_under(event: &ev::PointerEvent) -> Option<usize> {
    #[expect(clippy::cast_precision_loss, reason = "a place on the screen")]
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    let under = document().element_from_point(x, y)?.closest("[data-place]").ok()??;
    under.get_attribute("data-place")?.parse().ok()
}
