//! What a set would change, case by case.

use leptos::prelude::*;
use shared::routing::{Destination, Rule, TrialChange};
use shared::wire::routing::TrialView;
use ui::{Notice, Tone};

use super::{findings, words};
use crate::api::Client;
use crate::intake::{area_name, topic_name};
use crate::session::session;
use crate::texts::texts;

pub(super) fn view(view: &TrialView, rules: &[Rule], title_id: &'static str) -> AnyView {
    let words = &texts().routing;
    let client = session().client();
    let trial = &view.trial;
    let found = findings(rules, &view.findings);
    let summary = match (trial.compared, trial.changed) {
        (0, _) => words.trial_none.to_owned(),
        (compared, 0) => (words.trial_same)(compared),
        (compared, changed) => (words.trial_changed)(changed, compared),
    };
    let shown = trial.changes.len();
    let first = (shown < trial.changed).then(|| view! { <p class="soft">{(words.trial_first)(shown)}</p> });
    let rows: Vec<_> = trial.changes.iter().map(|change| row(&client, change)).collect();
    let table = (!rows.is_empty()).then(|| {
        view! {
            <ul class="trial">{rows}</ul>
        }
    });
    view! {
        <section class="stack" aria-labelledby=title_id>
            <h2 id=title_id tabindex="-1">
                {words.trial_title}
            </h2>
            {found}
            <Notice tone=if trial.changed == 0 { Tone::Good } else { Tone::Info }>
                <p>{summary}</p>
            </Notice>
            {first}
            {table}
        </section>
    }
    .into_any()
}

fn row(client: &Client, change: &TrialChange) -> AnyView {
    let words = &texts().routing;
    let me = client.me();
    let case = &change.case;
    let topic = case.topic_id.as_ref().map_or_else(|| words.unknown_topic.to_owned(), |id| topic_name(&me.topics, id));
    let about = format!(
        "{topic} · {} · {} · {}",
        area_name(&me.areas, &case.area_id),
        (words.kind)(case.kind),
        texts().days.full(case.received_on)
    );
    view! {
        <li class="trial__case">
            <h3 class="rule__name">{words.trial_case} " " {case.number.clone()}</h3>
            <p class="soft">{about}</p>
            <dl class="trial__two">
                <div>
                    <dt>{words.trial_now}</dt>
                    <dd>{destination(client, &change.now)}</dd>
                </div>
                <div>
                    <dt>{words.trial_then}</dt>
                    <dd>{destination(client, &change.then)}</dd>
                </div>
            </dl>
        </li>
    }
    .into_any()
}

fn destination(client: &Client, to: &Destination) -> String {
    let sentence = words::destination(client, &to.lead, &to.supporting, to.answer_days);
    match &to.fallback {
        Some(why) => format!("{sentence} ({})", words::fallback(client, why)),
        None => sentence,
    }
}
