//! Groups that were asked to help residents elsewhere, and new ideas that might go well with one.

use leptos::prelude::*;
use shared::area::NetworkLevel;
use shared::area_care::{GroupHelp, HelpAnswer};
use shared::text::{Language, OFFICIAL_TEXT};
use shared::wire::admin::CaseSummary;
use shared::wire::areas::{AreaDetail, Experienced};
use ui::{Badge, ButtonKind, PlainText, Press, Tone};

use super::entry;
use super::page::Shown;
use crate::address::Page;
use crate::form::{DateField, LineField, Pick, Radios, Select, Submission, TextField};
use crate::intake::{area_groups, area_name};
use crate::navigation::focus_soon;
use crate::session::session;
use crate::texts::texts;
use crate::work::title;

pub(super) fn helps(shown: &Shown) -> AnyView {
    let words = &texts().areas;
    let rows: Vec<_> = shown.detail.helps.iter().map(|help| row(shown, help)).collect();
    let nothing = rows.is_empty().then(|| view! { <p>{words.no_helps}</p> });
    view! {
        <section class="area-part" aria-labelledby="helps-title">
            <h2 id="helps-title" tabindex="-1">{words.helps_title}</h2>
            <p class="soft">{words.helps_help}</p>
            {nothing}
            <ul class="rules">{rows}</ul>
            {shown.notes.then(|| form(shown))}
        </section>
    }
    .into_any()
}

fn row(shown: &Shown, help: &GroupHelp) -> AnyView {
    let words = &texts().areas;
    let client = session().client();
    let areas = &client.me().areas;
    let tone = match help.answer {
        HelpAnswer::Waiting => Tone::Warn,
        HelpAnswer::Yes => Tone::Good,
        HelpAnswer::No => Tone::Neutral,
    };
    let days = &texts().days;
    let route = (words.help_route)(&area_name(areas, &help.area_id), &area_name(areas, &help.to_area_id));
    let when = (words.help_when)(&days.full(help.asked_on), help.answered_on.map(|day| days.full(day)).as_deref());
    // It is changed where the group is.
    let change = (shown.notes && help.area_id == shown.area.id).then(|| {
        let (draft, changed) = (shown.draft.help, help.clone());
        let change = move |_| {
            draft.show(&changed);
            focus_soon("field-group");
        };
        view! {
            <Press kind=ButtonKind::Secondary act=change>
                {words.change}
                <span class="visually-hidden">{help.group.clone()}</span>
            </Press>
        }
    });
    view! {
        <li class="rule">
            <div class="rule__head">
                <h3 class="rule__name">{help.group.clone()}</h3>
                <Badge tone words=(words.answer)(help.answer) />
                {change}
            </div>
            <p>{route}</p>
            <p class="soft">{when}</p>
            {help.note.clone().map(|note| view! { <PlainText text=note /> })}
        </li>
    }
    .into_any()
}

fn form(shown: &Shown) -> AnyView {
    let words = &texts().areas;
    entry::line_form(shown, shown.draft.help, (words.note_help, words.change_help, words.help_saved), fields)
}

fn fields(shown: &Shown, submission: Submission) -> AnyView {
    let words = &texts().areas;
    let draft = shown.draft.help;
    let client = session().client();
    let groups = area_groups(&client.me().areas, |area| area.id != shown.area.id);
    let answers = HelpAnswer::ALL.into_iter().map(|answer| Pick::new(answer.word(), (words.answer)(answer))).collect();
    let answered = move || {
        draft.answer.with(|answer| answer != HelpAnswer::Waiting.word()).then(|| {
            view! { <DateField name="answeredOn" label=words.answered_on value=draft.answered_on submission /> }
        })
    };
    view! {
        <LineField name="group" label=words.group hint=words.group_hint value=draft.group submission />
        <Select name="toAreaId" label=words.to_area value=draft.to submission groups />
        <DateField name="askedOn" label=words.asked_on value=draft.asked_on submission />
        <Radios name="answer" legend=words.answer_title value=draft.answer submission picks=answers inline=true />
        {answered}
        <TextField
            name="note"
            label=words.note
            hint=words.note_hint
            value=draft.note
            submission
            max=OFFICIAL_TEXT.characters
            optional=true
            rows=3
        />
    }
    .into_any()
}

/// New ideas here, and who might walk along with them.
pub(super) fn new_cases(shown: &Shown) -> AnyView {
    let words = &texts().areas;
    let client = session().client();
    let areas = &client.me().areas;
    let willing = shown.detail.helps.iter().filter(|help| help.answer == HelpAnswer::Yes);
    let willing = willing.filter(|help| help.area_id != shown.area.id).map(|help| help.group.clone());
    let near = shown.detail.groups_nearby.iter().map(|id| (words.group_in)(&area_name(areas, id)));
    let matches: Vec<_> = willing.chain(near).map(|line| view! { <li>{line}</li> }).collect();
    let rows: Vec<_> = shown.detail.new_cases.iter().map(case).collect();
    let matches = (!rows.is_empty()).then(|| {
        if matches.is_empty() {
            // A group itself needs no other for the ideas of its own area.
            let none = shown.detail.line.level() != Some(NetworkLevel::Group);
            none.then(|| view! { <p>{words.no_match}</p> }).into_any()
        } else {
            view! {
                <p>{words.match_with}</p>
                <ul>{matches}</ul>
            }
            .into_any()
        }
    });
    let nothing = rows.is_empty().then(|| view! { <p>{words.no_new_cases}</p> });
    view! {
        <section class="area-part" aria-labelledby="new-title">
            <h2 id="new-title">{words.new_cases_title}</h2>
            {nothing}
            <ul class="work-list">{rows}</ul>
            {matches}
            {experienced(shown)}
        </section>
    }
    .into_any()
}

/// Residents who did before what somebody wants here now: of the same topic, wherever it was.
fn experienced(shown: &Shown) -> Option<AnyView> {
    let words = &texts().areas;
    let client = session().client();
    let areas = &client.me().areas;
    let lines: Vec<_> = matching(&shown.detail)
        .into_iter()
        .map(|one| {
            let topic = one.topic.as_ref().map(|topic| topic.in_language(Language::Nl).text);
            let who = (words.experienced_in)(topic.as_deref(), &area_name(areas, &one.area_id));
            let about = match &one.case_id {
                Some(id) => view! { <a href=Page::Case(id.clone()).path()>{one.title.clone()}</a> }.into_any(),
                None => one.title.clone().into_any(),
            };
            view! { <li>{who} ": " {about}</li> }
        })
        .collect();
    let view = (!lines.is_empty()).then(|| {
        view! {
            <p>{words.experienced}</p>
            <ul>{lines}</ul>
        }
    });
    view.map(IntoAny::into_any)
}

/// Those whose topic is that of a new idea.
fn matching(detail: &AreaDetail) -> Vec<&Experienced> {
    let wanted =
        |one: &&Experienced| one.topic.is_some() && detail.new_cases.iter().any(|case| case.topic == one.topic);
    detail.experienced.iter().filter(wanted).collect()
}

fn case(case: &CaseSummary) -> AnyView {
    view! {
        <li>
            <div class="message-row">
                <div>
                    <h3 class="work-row__title">
                        <a href=Page::Case(case.id.clone()).path()>{title(case)}</a>
                    </h3>
                    <p class="work-row__meta">
                        <span class="work-row__number">{case.number.clone()}</span>
                        <span>{(texts().work.kind)(case.kind)}</span>
                        <span>{case.area.clone()}</span>
                        <span>{texts().days.full(case.received_on)}</span>
                    </p>
                </div>
            </div>
        </li>
    }
    .into_any()
}
