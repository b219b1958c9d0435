//! A case as the police need it: five questions, what does not belong here, and who reads their notes.

use leptos::prelude::*;
use shared::five_questions::times;
use shared::partner::PartnerKind;
use shared::wire::admin::{CaseAction, CaseDetail};
use ui::{ButtonKind, Notice, PlainText, Press, Tone};

use super::OpenCase;
use super::action::FORM_TITLE_ID;
use crate::api::Client;
use crate::navigation::focus_soon;
use crate::texts::texts;

/// Whether the official who reads works for the police.
pub(super) fn reads(client: &Client) -> bool {
    let me = client.me();
    me.partners.iter().any(|partner| partner.id == me.partner_id && partner.kind == PartnerKind::Police)
}

/// Nothing for anybody else.
pub(super) fn view(client: &Client, open: &OpenCase, detail: &CaseDetail) -> Option<AnyView> {
    reads(client).then(|| {
        view! {
            <Notice tone=Tone::Warn title=texts().police.banner_title.to_owned()>
                <p>{texts().police.banner}</p>
            </Notice>
            {questions(open, detail)}
        }
        .into_any()
    })
}

fn questions(open: &OpenCase, detail: &CaseDetail) -> AnyView {
    let words = &texts().police;
    let lang = detail.language.tag();
    let parts = [Some(&detail.what), detail.why.as_ref(), detail.we_do.as_ref(), detail.we_need.as_ref()];
    let whole = parts.into_iter().flatten().cloned().collect::<Vec<_>>().join("\n");
    let found = times(&whole);
    let written = |text: String| {
        view! {
            <div lang=lang>
                <PlainText text />
            </div>
        }
        .into_any()
    };
    let missing = |sentence: &'static str| view! { <p class="soft">{sentence}</p> }.into_any();
    let said = |sentences: &[&str]| {
        if sentences.is_empty() { missing(words.not_said) } else { written(sentences.join("\n")) }
    };
    let asks = detail.we_need.clone().map_or_else(|| missing(words.not_asked), written);
    let rows: Vec<_> = [
        (words.what, if detail.what.is_empty() { missing(texts().case.erased) } else { written(detail.what.clone()) }),
        (words.place, view! { <p>{detail.summary.area.clone()}</p> }.into_any()),
        (words.when, said(&found.when)),
        (words.how_often, said(&found.how_often)),
        (words.asks, asks),
    ]
    .into_iter()
    .map(|(label, value)| {
        view! {
            <div>
                <dt>{label}</dt>
                <dd>{value}</dd>
            </div>
        }
    })
    .collect();
    let unknown = found.when.is_empty() || found.how_often.is_empty();
    let may_ask = unknown && detail.actions.contains(&CaseAction::Ask);
    let open = *open;
    let ask = may_ask.then(|| {
        let begin = move |_| {
            open.done.set(None);
            open.sending.forget();
            // What was typed already is worth more than a ready question.
            if open.draft.question.with_untracked(|typed| typed.trim().is_empty()) {
                open.draft.question.set(words.question.to_owned());
            }
            open.draft.open.set(Some(CaseAction::Ask));
            focus_soon(FORM_TITLE_ID);
        };
        view! {
            <Press kind=ButtonKind::Secondary act=begin>
                {words.ask}
            </Press>
        }
    });
    view! {
        <section class="card written-card" aria-labelledby="five-title">
            <h2 id="five-title">{words.title}</h2>
            <p class="soft">{words.lead}</p>
            <dl class="five">{rows}</dl>
            {ask}
        </section>
    }
    .into_any()
}
