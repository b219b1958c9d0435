//! The facts beside a case.

use leptos::prelude::*;
use shared::case::Outcome;
use shared::text::Language;
use shared::wire::admin::CaseDetail;

use crate::api::Client;
use crate::platform::today;
use crate::texts::texts;

pub(super) fn view(client: &Client, detail: &CaseDetail) -> AnyView {
    let (words, list, days) = (&texts().case, &texts().work, &texts().days);
    let summary = &detail.summary;
    let today = today();
    let fact = |label: &'static str, value: AnyView| {
        view! {
            <div>
                <dt>{label}</dt>
                <dd>{value}</dd>
            </div>
        }
        .into_any()
    };
    let plain = |label: &'static str, value: String| fact(label, value.into_any());

    let mut facts =
        vec![fact(words.owner, view! { <strong>{client.public_partner_name(&summary.owner)}</strong> }.into_any())];
    if let Some(promise) = summary.promise {
        let near =
            if summary.overdue { (list.overdue_by)(promise.days_until(today)) } else { days.relative(promise, today) };
        let class = if summary.overdue { "facts__near facts__near--overdue" } else { "facts__near" };
        let value = view! {
            <strong>{days.full(promise)}</strong>
            <span class=class>{near}</span>
        };
        facts.push(fact(words.promise, value.into_any()));
    }
    if let Some(handover) = &detail.handover {
        let to = client.partner_name(&handover.to);
        let text = (words.asked_to_take_over)(&to, &days.short(handover.answer_by, today));
        facts.push(plain(list.offered_to_us, text));
    }
    if let Some(outcome) = &detail.outcome {
        let name = (words.outcome_name)(outcome);
        let text = match outcome {
            Outcome::WillBeDone { on } => format!("{name}: {}", days.full(*on)),
            Outcome::Merged { into } => format!("{name}: {into}"),
            _ => name.to_owned(),
        };
        facts.push(plain(words.outcome, text));
    }
    if !detail.supporting.is_empty() {
        let names: Vec<String> = detail.supporting.iter().map(|id| client.partner_name(id)).collect();
        facts.push(plain(words.supporting, names.join(", ")));
    }
    facts.extend(super::helping::facts(client, detail).into_iter().map(|(label, text)| plain(label, text)));
    facts.extend(super::agreements::facts(detail).map(|(label, text)| plain(label, text)));
    facts.push(plain(words.reason, capitalised(&detail.reason)));
    if detail.refusals > 0 {
        facts.push(plain(words.refusals, format!("{}×", detail.refusals)));
    }
    let topic = summary.topic.as_ref().map(|topic| topic.in_language(Language::Nl).text);
    facts.push(plain(words.topic, topic.unwrap_or_else(|| list.no_topic.to_owned())));
    facts.push(plain(words.area, summary.area.clone()));
    facts.push(plain(words.kind, (list.kind)(summary.kind).to_owned()));
    facts.push(plain(
        words.received,
        format!("{}, {}", days.full(summary.received_on), (words.channel_name)(detail.channel)),
    ));
    facts.push(plain(words.mail, if detail.has_email { words.mail_yes } else { words.mail_no }.to_owned()));
    if detail.shares_experience {
        facts.push(plain(words.experience, words.experience_yes.to_owned()));
    }
    let public = match (detail.public, detail.may_be_public) {
        (true, _) => words.public_yes,
        (false, true) => words.public_not_yet,
        (false, false) => words.public_refused,
    };
    facts.push(plain(words.public, public.to_owned()));
    view! {
        <h2 id="facts-title">{words.facts_title}</h2>
        <dl class="facts">{facts}</dl>
    }
    .into_any()
}

/// The reason is the second half of a sentence; here it stands alone.
fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_that_stands_alone_starts_with_a_capital() {
        assert_eq!(capitalised("omdat het in Noord is"), "Omdat het in Noord is");
        assert_eq!(capitalised(""), "");
    }
}
