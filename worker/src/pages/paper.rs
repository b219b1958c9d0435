//! A poll on paper: every question with boxes to tick and lines to write on, the short code, and where to bring it. It is
//! printed from here, by officials and by whoever wants to; the answers are entered by an official and counted apart.
//!
//! The page is drawn here alone: the residents' program never needs it.

use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use shared::{
    ids::PollId,
    poll::{BatteryScale, Choice, Condition, Item, Poll, PollStatus, Question, QuestionKind, Wanted},
    text::{Language, Phrase},
    wire::public::PollView,
};
use ui::PageHeader;
use widget::{
    state::{Content, Failure},
    texts,
    views::last_day,
};

use super::visit::Visit;
use crate::{http::extract::Path, refusal::Refusal};

#[derive(Deserialize)]
pub(super) struct PaperPath {
    poll_id: PollId,
}

/// Only while it is open: answers on paper cannot be entered before or after.
pub(super) async fn show(visit: Visit, Path(PaperPath { poll_id }): Path<PaperPath>) -> Result<Response, Refusal> {
    let view = visit.snapshot.poll(&poll_id, visit.language, visit.edge.now()).ok_or(Refusal::NotFound)?;
    if view.status != PollStatus::Open {
        return Err(Refusal::NotFound);
    }
    let to_name = visit.snapshot.polls.find(&poll_id).map(|poll| poll.frozen.area_ids.clone()).unwrap_or_default();
    let areas: Vec<String> =
        view.named_areas.iter().filter(|area| to_name.contains(&area.id)).map(|area| area.name.clone()).collect();
    let main = Owner::new().with(|| form(&visit, &view, areas).to_html());
    let title = view.poll.title.text.clone();
    Ok(visit.drawn(Content::Failure(Failure::Told { title, detail: String::new() }), &main))
}

fn form(visit: &Visit, view: &PollView, areas: Vec<String>) -> AnyView {
    let words = words(visit.language);
    let until = texts::of(visit.language).date(last_day(view.closes_at));
    let bring = visit.snapshot.settings.contact.paper.as_ref();
    let bring = bring.map_or_else(|| words.bring.to_owned(), |text| text.in_language(visit.language).text);
    let contact = visit.snapshot.contact(visit.language);
    let poll = &view.poll;
    let questions: Vec<_> =
        poll.questions.iter().enumerate().map(|(place, asked)| question(words, poll, place, asked)).collect();
    let area = (!areas.is_empty()).then(|| {
        let boxes: Vec<_> = areas.into_iter().map(|name| ticked(&name, "")).collect();
        view! {
            <section class="paper__question">
                <h2>{words.area}</h2>
                <p class="soft">{words.one}" "{words.skip}</p>
                <ul class="paper__options">{boxes}</ul>
            </section>
        }
    });
    let online =
        visit.short_url(&view.code).map(|address| view! { <p>{words.online}" "<strong>{address}</strong></p> });
    view! {
        <div class="page paper">
            <PageHeader title=poll.title.text.clone() lead=poll.intro.text.clone() />
            <p><strong>{(words.until)(&until)}</strong>" "{bring.clone()}</p>
            <p>{words.anonymous}</p>
            {online}
            <p class="no-print soft">{words.print}</p>
            {questions}
            {area}
            <p class="paper__end"><strong>{words.thanks}</strong>" "{bring}</p>
            <p>{(words.questions)(&contact.phone, &contact.hours.text)}" "{(words.code)(&view.code)}</p>
        </div>
    }
    .into_any()
}

fn question(words: &Words, poll: &Poll<Phrase>, place: usize, asked: &Question<Phrase>) -> AnyView {
    let condition = asked.condition.as_ref().and_then(|condition| only_if(words, poll, condition));
    let help = asked.help.as_ref().map(|help| view! { <p>{help.text.clone()}</p> });
    let skip = (!asked.required).then_some(words.skip);
    view! {
        <section class="paper__question">
            <h2>{place.saturating_add(1)}". "{asked.text.text.clone()}</h2>
            {condition.map(|text| view! { <p><em>{text}</em></p> })}
            {help}
            <p class="soft">{rule(words, &asked.kind)}" "{skip}</p>
            {answers(words, &asked.kind)}
        </section>
    }
    .into_any()
}

/// For whom the question is, by the number of the earlier one.
fn only_if(words: &Words, poll: &Poll<Phrase>, condition: &Condition) -> Option<String> {
    let place = poll.questions.iter().position(|question| question.id == condition.question_id)?;
    let earlier = poll.questions.get(place)?;
    let answers = match (&condition.is, &earlier.kind) {
        (
            Wanted::Options(wanted),
            QuestionKind::OneChoice { options } | QuestionKind::SeveralChoices { options, .. },
        ) => {
            let chosen = options.iter().filter(|option| wanted.contains(&option.id));
            chosen.map(|option| format!("‘{}’", option.text.text)).collect::<Vec<_>>().join(words.or)
        }
        (Wanted::Values { from, to }, _) => (words.values)(*from, *to),
        _ => return None,
    };
    Some((words.only_if)(place.saturating_add(1), &answers))
}

/// How to fill it in.
fn rule(words: &Words, kind: &QuestionKind<Phrase>) -> String {
    match kind {
        QuestionKind::OneChoice { .. } | QuestionKind::Scale { .. } => words.one.to_owned(),
        QuestionKind::SeveralChoices { max: Some(max), .. } => (words.at_most)(*max),
        QuestionKind::SeveralChoices { max: None, .. } => words.several.to_owned(),
        QuestionKind::Battery { .. } => words.each_line.to_owned(),
        QuestionKind::Ranking { places, .. } => (words.order)(*places),
        QuestionKind::OpenText => words.write.to_owned(),
    }
}

fn answers(words: &Words, kind: &QuestionKind<Phrase>) -> AnyView {
    match kind {
        QuestionKind::OneChoice { options } | QuestionKind::SeveralChoices { options, .. } => {
            let boxes: Vec<_> = options.iter().map(choice).collect();
            view! { <ul class="paper__options">{boxes}</ul> }.into_any()
        }
        QuestionKind::Scale { to, low, high, no_opinion } => {
            let ends = ends(words, *to, low, high);
            let numbers: Vec<_> = (1..=*to).map(|value| view! { <span>"☐ "{value}</span>" " }).collect();
            let none = no_opinion.then(|| view! { <span>"☐ "{words.no_opinion}</span> });
            view! { <p>{ends}</p> <p class="paper__scale">{numbers}{none}</p> }.into_any()
        }
        QuestionKind::Battery { statements, scale } => battery(words, statements, scale),
        QuestionKind::Ranking { options, .. } => {
            let lines: Vec<_> = options.iter().map(|item| ticked(&item.text.text, "____ ")).collect();
            view! { <ul class="paper__options">{lines}</ul> }.into_any()
        }
        QuestionKind::OpenText => lines(4),
    }
}

fn choice(choice: &Choice<Phrase>) -> AnyView {
    if choice.other {
        let text = format!("{}:", choice.text.text);
        return view! { <li>"☐ "{text}{lines(1)}</li> }.into_any();
    }
    ticked(&choice.text.text, "")
}

/// One line with a box, or with room for a number.
fn ticked(text: &str, room: &'static str) -> AnyView {
    let mark = if room.is_empty() { "☐ " } else { room };
    view! { <li>{mark}{text.to_owned()}</li> }.into_any()
}

fn lines(count: usize) -> AnyView {
    let lines: Vec<_> = (0..count).map(|_| view! { <div class="paper__line"></div> }).collect();
    view! { <div>{lines}</div> }.into_any()
}

fn ends(words: &Words, to: u8, low: &Phrase, high: &Phrase) -> String {
    (words.ends)(&low.text, to, &high.text)
}

/// Each statement on a line, with a box for each answer.
fn battery(words: &Words, statements: &[Item<Phrase>], scale: &BatteryScale<Phrase>) -> AnyView {
    let (heads, lead): (Vec<String>, Option<String>) = match scale {
        BatteryScale::Options { options } => (options.iter().map(|option| option.text.text.clone()).collect(), None),
        BatteryScale::Numbers { to, low, high, no_opinion } => {
            let numbers = (1..=*to).map(|value| value.to_string());
            let none = no_opinion.then(|| words.no_opinion.to_owned());
            (numbers.chain(none).collect(), Some(ends(words, *to, low, high)))
        }
    };
    let count = heads.len();
    let heads: Vec<_> = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect();
    let rows: Vec<_> = statements
        .iter()
        .map(|statement| {
            let cells: Vec<_> = (0..count).map(|_| view! { <td>"☐"</td> }).collect();
            view! { <tr><th scope="row">{statement.text.text.clone()}</th>{cells}</tr> }
        })
        .collect();
    view! {
        {lead.map(|lead| view! { <p>{lead}</p> })}
        <div class="table-scroll">
            <table class="paper__table">
                <thead>
                    <tr><td></td>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

struct Words {
    until: fn(&str) -> String,
    /// Where the municipality says nothing else.
    bring: &'static str,
    anonymous: &'static str,
    online: &'static str,
    print: &'static str,
    one: &'static str,
    skip: &'static str,
    several: &'static str,
    at_most: fn(u8) -> String,
    each_line: &'static str,
    order: fn(u8) -> String,
    write: &'static str,
    no_opinion: &'static str,
    ends: fn(&str, u8, &str) -> String,
    or: &'static str,
    values: fn(u8, u8) -> String,
    only_if: fn(usize, &str) -> String,
    area: &'static str,
    thanks: &'static str,
    questions: fn(&str, &str) -> String,
    code: fn(&str) -> String,
}

const fn words(language: Language) -> &'static Words {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

static NL: Words = Words {
    until: |day| format!("U kunt meedoen tot en met {day}."),
    bring: "Lever dit formulier in bij de balie van de gemeente.",
    anonymous: "U doet anoniem mee. Schrijf uw naam en adres niet op dit formulier.",
    online: "Liever op internet? Ga naar",
    print: "Druk deze pagina af met de knop ‘Afdrukken’ van uw browser. Medewerkers voeren de antwoorden in bij de peiling.",
    one: "Kruis één antwoord aan.",
    skip: "U mag deze vraag overslaan.",
    several: "U mag meer antwoorden aankruisen.",
    at_most: |max| format!("Kruis hoogstens {max} antwoorden aan."),
    each_line: "Kruis op elke regel één antwoord aan.",
    order: |places| {
        format!(
            "Zet de cijfers 1 tot en met {places} voor de regels. Elk cijfer gebruikt u één keer. 1 is het belangrijkst."
        )
    },
    write: "Schrijf uw antwoord op. Noem geen namen, huisnummers of telefoonnummers.",
    no_opinion: "Geen mening",
    ends: |low, to, high| format!("1 is: {low}. {to} is: {high}."),
    or: " of ",
    values: |from, to| if from == to { from.to_string() } else { format!("{from} tot en met {to}") },
    only_if: |number, answers| format!("Alleen als u bij vraag {number} koos: {answers}."),
    area: "In welke buurt woont u?",
    thanks: "Bedankt!",
    questions: |phone, hours| format!("Vragen? Bel {phone} ({hours})."),
    code: |code| format!("Code van deze peiling: {code}."),
};

static EN: Words = Words {
    until: |day| format!("You can take part until {day}."),
    bring: "Hand in this form at the desk of the municipality.",
    anonymous: "You take part anonymously. Do not write your name and address on this form.",
    online: "Rather on the internet? Go to",
    print: "Print this page with the print button of your browser. Officials enter the answers with the poll.",
    one: "Tick one answer.",
    skip: "You may skip this question.",
    several: "You may tick more answers.",
    at_most: |max| format!("Tick {max} answers at most."),
    each_line: "Tick one answer on each line.",
    order: |places| {
        format!("Write the numbers 1 to {places} before the lines, each number once. 1 is the most important.")
    },
    write: "Write your answer. Name no people, house numbers or phone numbers.",
    no_opinion: "No opinion",
    ends: |low, to, high| format!("1 means: {low}. {to} means: {high}."),
    or: " or ",
    values: |from, to| if from == to { from.to_string() } else { format!("{from} to {to}") },
    only_if: |number, answers| format!("Only if your answer to question {number} was: {answers}."),
    area: "In which neighbourhood do you live?",
    thanks: "Thank you!",
    questions: |phone, hours| format!("Questions? Call {phone} ({hours})."),
    code: |code| format!("Code of this poll: {code}."),
};
