//! A poll on paper: every question with boxes to tick and lines to write on, the short code, and where to bring it. It is
//! printed from here, by officials and by whoever wants to; the answers are entered by an official and counted apart.
//!
//! The page is drawn here alone: the residents' program never needs it.

use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use shared::{
    ids::PollId,
    paths,
    poll::{BatteryScale, Choice, Condition, Item, Poll, PollStatus, Question, QuestionKind, Wanted},
    text::{Language, Phrase},
    wire::public::PollView,
};
use ui::PageHeader;
use widget::{texts, views::last_day};

use super::{visit::Visit, words::tr};
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
    let address = |language| paths::paper(&visit.slug, language, &poll_id);
    Ok(visit.drawn(&view.poll.title.text, address, &main))
}

fn form(visit: &Visit, view: &PollView, areas: Vec<String>) -> AnyView {
    let words = words(visit.language);
    let sheet = Sheet { visit, words };
    let until = texts::of(visit.language).date(last_day(view.closes_at));
    let bring = visit.snapshot.settings.contact.paper.as_ref();
    let bring = bring.map_or_else(|| words.bring.into(), |text| visit.phrase(&text.in_language(visit.language)));
    let contact = visit.snapshot.contact(visit.language);
    let poll = &view.poll;
    let questions: Vec<_> =
        poll.questions.iter().enumerate().map(|(place, asked)| sheet.question(poll, place, asked)).collect();
    let area = (!areas.is_empty()).then(|| {
        let boxes: Vec<_> = areas.into_iter().map(|name| ticked(&name.into(), "")).collect();
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
            <PageHeader title=visit.phrase(&poll.title) lead=visit.phrase(&poll.intro) />
            <p><strong>{(words.until)(&until)}</strong>" "{bring.clone().view()}</p>
            <p>{words.anonymous}</p>
            {online}
            <p class="no-print soft">{words.print}</p>
            {questions}
            {area}
            <p class="paper__end"><strong>{words.thanks}</strong>" "{bring.view()}</p>
            <p>{(words.questions)(&contact.phone)}" ("{sheet.text(&contact.hours)}"). "{(words.code)(&view.code)}</p>
        </div>
    }
    .into_any()
}

/// The questions of a poll, with the words around them.
struct Sheet<'a> {
    visit: &'a Visit,
    words: &'static Words,
}

impl Sheet<'_> {
    /// What the municipality wrote, marked when it is not in the page's language.
    fn text(&self, phrase: &Phrase) -> AnyView {
        self.visit.phrase(phrase).view().into_any()
    }

    fn question(&self, poll: &Poll<Phrase>, place: usize, asked: &Question<Phrase>) -> AnyView {
        let words = self.words;
        let condition = asked.condition.as_ref().and_then(|condition| self.only_if(poll, condition));
        let help = asked.help.as_ref().map(|help| view! { <p>{self.text(help)}</p> });
        let skip = (!asked.required).then_some(words.skip);
        view! {
            <section class="paper__question">
                <h2>{place.saturating_add(1)}". "{self.text(&asked.text)}</h2>
                {condition}
                {help}
                <p class="soft">{rule(words, &asked.kind)}" "{skip}</p>
                {self.answers(&asked.kind)}
            </section>
        }
        .into_any()
    }

    /// For whom the question is, by the number of the earlier one.
    fn only_if(&self, poll: &Poll<Phrase>, condition: &Condition) -> Option<AnyView> {
        let place = poll.questions.iter().position(|question| question.id == condition.question_id)?;
        let earlier = poll.questions.get(place)?;
        let words = self.words;
        let answers = match (&condition.is, &earlier.kind) {
            (
                Wanted::Options(wanted),
                QuestionKind::OneChoice { options } | QuestionKind::SeveralChoices { options, .. },
            ) => {
                let chosen = options.iter().filter(|option| wanted.contains(&option.id)).enumerate();
                let chosen = chosen.map(|(place, option)| {
                    let before = if place == 0 { "‘" } else { words.or };
                    view! { {before} {self.text(&option.text)} "’" }
                });
                chosen.collect::<Vec<_>>().into_any()
            }
            (Wanted::Values { from, to }, _) => (words.values)(*from, *to).into_any(),
            _ => return None,
        };
        Some(view! { <p><em>{(words.only_if)(place.saturating_add(1))} {answers} "."</em></p> }.into_any())
    }

    fn answers(&self, kind: &QuestionKind<Phrase>) -> AnyView {
        match kind {
            QuestionKind::OneChoice { options } | QuestionKind::SeveralChoices { options, .. } => {
                let boxes: Vec<_> = options.iter().map(|choice| self.choice(choice)).collect();
                view! { <ul class="paper__options">{boxes}</ul> }.into_any()
            }
            QuestionKind::Scale { to, low, high, no_opinion } => {
                let numbers: Vec<_> = (1..=*to).map(|value| view! { <span>"☐ "{value}</span>" " }).collect();
                let none = no_opinion.then(|| view! { <span>"☐ "{self.words.no_opinion}</span> });
                view! { {self.ends(*to, low, high)} <p class="paper__scale">{numbers}{none}</p> }.into_any()
            }
            QuestionKind::Battery { statements, scale } => self.battery(statements, scale),
            QuestionKind::Ranking { options, .. } => {
                let lines: Vec<_> =
                    options.iter().map(|item| ticked(&self.visit.phrase(&item.text), "____ ")).collect();
                view! { <ul class="paper__options">{lines}</ul> }.into_any()
            }
            QuestionKind::OpenText => lines(4),
        }
    }

    fn choice(&self, choice: &Choice<Phrase>) -> AnyView {
        if choice.other {
            return view! { <li>"☐ "{self.text(&choice.text)}":"{lines(1)}</li> }.into_any();
        }
        ticked(&self.visit.phrase(&choice.text), "")
    }

    /// What the first and the last number mean.
    fn ends(&self, to: u8, low: &Phrase, high: &Phrase) -> AnyView {
        let means = self.words.means;
        view! { <p>"1 "{means}" "{self.text(low)}". "{to}" "{means}" "{self.text(high)}"."</p> }.into_any()
    }

    /// Each statement on a line, with a box for each answer.
    fn battery(&self, statements: &[Item<Phrase>], scale: &BatteryScale<Phrase>) -> AnyView {
        let (heads, lead): (Vec<ui::Words>, Option<AnyView>) = match scale {
            BatteryScale::Options { options } => {
                (options.iter().map(|option| self.visit.phrase(&option.text)).collect(), None)
            }
            BatteryScale::Numbers { to, low, high, no_opinion } => {
                let numbers = (1..=*to).map(|value| value.to_string().into());
                let none = no_opinion.then(|| self.words.no_opinion.into());
                (numbers.chain(none).collect(), Some(self.ends(*to, low, high)))
            }
        };
        let count = heads.len();
        let heads: Vec<_> = heads.into_iter().map(|head| view! { <th scope="col">{head.view()}</th> }).collect();
        let rows: Vec<_> = statements
            .iter()
            .map(|statement| {
                let cells: Vec<_> = (0..count).map(|_| view! { <td>"☐"</td> }).collect();
                view! { <tr><th scope="row">{self.text(&statement.text)}</th>{cells}</tr> }
            })
            .collect();
        view! {
            {lead}
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

/// One line with a box, or with room for a number.
fn ticked(text: &ui::Words, room: &'static str) -> AnyView {
    let mark = if room.is_empty() { "☐ " } else { room };
    view! { <li>{mark}{text.clone().view()}</li> }.into_any()
}

fn lines(count: usize) -> AnyView {
    let lines: Vec<_> = (0..count).map(|_| view! { <div class="paper__line"></div> }).collect();
    view! { <div>{lines}</div> }.into_any()
}

pub(in crate::pages) struct Words {
    pub(in crate::pages) until: fn(&str) -> String,
    /// Where the municipality says nothing else.
    pub(in crate::pages) bring: &'static str,
    pub(in crate::pages) anonymous: &'static str,
    pub(in crate::pages) online: &'static str,
    pub(in crate::pages) print: &'static str,
    pub(in crate::pages) one: &'static str,
    pub(in crate::pages) skip: &'static str,
    pub(in crate::pages) several: &'static str,
    pub(in crate::pages) at_most: fn(u8) -> String,
    pub(in crate::pages) each_line: &'static str,
    pub(in crate::pages) order: fn(u8) -> String,
    pub(in crate::pages) write: &'static str,
    pub(in crate::pages) no_opinion: &'static str,
    /// Between a number and what it means.
    pub(in crate::pages) means: &'static str,
    /// Between two quoted answers.
    pub(in crate::pages) or: &'static str,
    pub(in crate::pages) values: fn(u8, u8) -> String,
    pub(in crate::pages) only_if: fn(usize) -> String,
    pub(in crate::pages) area: &'static str,
    pub(in crate::pages) thanks: &'static str,
    pub(in crate::pages) questions: fn(&str) -> String,
    pub(in crate::pages) code: fn(&str) -> String,
}

const fn words(language: Language) -> &'static Words {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
        Language::Tr => &tr::PAPER,
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
    means: "is:",
    or: " of ‘",
    values: |from, to| if from == to { from.to_string() } else { format!("{from} tot en met {to}") },
    only_if: |number| format!("Alleen als u bij vraag {number} koos: "),
    area: "In welke buurt woont u?",
    thanks: "Bedankt!",
    questions: |phone| format!("Vragen? Bel {phone}"),
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
    means: "means:",
    or: " or ‘",
    values: |from, to| if from == to { from.to_string() } else { format!("{from} to {to}") },
    only_if: |number| format!("Only if your answer to question {number} was: "),
    area: "In which neighbourhood do you live?",
    thanks: "Thank you!",
    questions: |phone| format!("Questions? Call {phone}"),
    code: |code| format!("Code of this poll: {code}."),
};
