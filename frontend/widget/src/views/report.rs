//! *Terugkoppeling*: what was heard, what is done and what is not, by whom and when, and what residents can do.

use leptos::prelude::*;
use shared::paths::Page;
use shared::poll::Question;
use shared::text::Phrase;
use shared::wire::public::{ActivityLinkView, ActivityView, FindingView, MeasureView, ReportView};
use ui::{AnyView, IntoAny, PlainText, Words};

use crate::state::Context;

pub(super) fn report(context: &Context, questions: &[Question<Phrase>], report: &ReportView) -> AnyView {
    let texts = context.texts().report();
    let measures: Vec<_> = report.we_do.iter().map(|one| measure(context, one)).collect();
    let measures = (!measures.is_empty()).then(|| {
        view! {
            <section class="report__part" aria-labelledby="report-do">
                <h3 id="report-do">{texts.we_do}</h3>
                <ul class="report__measures">{measures}</ul>
            </section>
        }
    });
    let not_done = report.we_do_not.as_ref().map(|text| {
        view! {
            <section class="report__part" aria-labelledby="report-not">
                <h3 id="report-not">{texts.we_do_not}</h3>
                {written(context, text)}
            </section>
        }
    });
    let activities: Vec<_> = report.you_can.iter().map(|one| activity(context, one)).collect();
    view! {
        <section class="report" aria-labelledby="report-title">
            <div class="report__head">
                <h2 id="report-title">{texts.title}</h2>
                <p class="soft">{(texts.published_on)(&context.date(report.published_on))}</p>
            </div>
            <section class="report__part" aria-labelledby="report-heard">
                <h3 id="report-heard">{texts.heard}</h3>
                {written(context, &report.heard)}
                {findings(context, questions, &report.questions)}
            </section>
            {measures}
            {not_done}
            <section class="panel panel--accent" aria-labelledby="report-you">
                <h3 id="report-you">{texts.you_can}</h3>
                <ul class="report__activities">{activities}</ul>
            </section>
        </section>
    }
    .into_any()
}

/// What an official wrote, marked when it is not in the page's language.
fn written(context: &Context, text: &Phrase) -> AnyView {
    let Words { text, lang } = context.words(text);
    view! { <div lang=lang><PlainText text=text /></div> }.into_any()
}

/// By question, in the order of the poll.
fn findings(context: &Context, questions: &[Question<Phrase>], findings: &[FindingView]) -> Option<AnyView> {
    if findings.is_empty() {
        return None;
    }
    let texts = context.texts().report();
    let items: Vec<_> = questions
        .iter()
        .filter_map(|question| Some((question, findings.iter().find(|finding| finding.question_id == question.id)?)))
        .map(|(question, finding)| {
            view! {
                <div>
                    <dt>{context.words(&question.text).view()}</dt>
                    <dd>{written(context, &finding.text)}</dd>
                </div>
            }
        })
        .collect();
    Some(
        view! {
            <h4>{texts.per_question}</h4>
            <dl class="report__findings">{items}</dl>
        }
        .into_any(),
    )
}

fn measure(context: &Context, measure: &MeasureView) -> AnyView {
    let texts = context.texts().report();
    let when = measure.by_when.map(|day| {
        view! { <span><time datetime=day.to_string()>{(texts.by_when)(&context.date(day))}</time></span> }
    });
    view! {
        <li>
            {written(context, &measure.text)}
            <p class="report__who"><strong>{measure.by_whom.clone()}</strong> {when}</p>
        </li>
    }
    .into_any()
}

fn activity(context: &Context, activity: &ActivityView) -> AnyView {
    let texts = context.texts().report();
    let link = activity.link.as_ref().map(|link| match link {
        ActivityLinkView::Site { url } => {
            let host = url.strip_prefix("https://").and_then(|rest| rest.split('/').next()).unwrap_or_default();
            view! {
                <a class="more" href=url.clone() target="_blank" rel="noopener noreferrer">{(texts.to_site)(host)}</a>
            }
            .into_any()
        }
        ActivityLinkView::Initiative { id, title, language } => {
            let words = context.written(title.clone(), *language);
            view! {
                <a class="more" href=context.url(&Page::Initiative(id))>
                    {texts.to_initiative} " " {words.view()}
                </a>
            }
            .into_any()
        }
    });
    let link = link.map(|link| view! { <p>{link}</p> });
    view! { <li>{written(context, &activity.text)} {link}</li> }.into_any()
}
