//! What the resident will read, while it is typed.

use leptos::prelude::*;
use shared::case::Outcome;
use shared::time::CivilDate;
use shared::wire::admin::{CaseAction, CaseDetail};
use ui::PlainText;

use super::CaseDraft;
use super::command::{BY_RESIDENTS, MERGED, NOT_DONE, REALISED, WILL_BE_DONE};
use crate::api::Client;
use crate::texts::{CaseTexts, texts};

/// A message as the resident gets it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Message {
    /// The sentence above the text.
    opening: Option<String>,
    text: String,
    /// The sentence under it.
    closing: Option<String>,
}

/// The preview of the form of one action, for actions that write to the resident.
pub(super) fn view(client: &Client, detail: &CaseDetail, draft: &CaseDraft, action: CaseAction) -> AnyView {
    let draft = *draft;
    let words = &texts().case;
    let from = client.public_partner_name(&detail.summary.owner);
    let owner = client.partner_name(&detail.summary.owner);
    let recorded = (!client.is_mine(&detail.summary.owner)).then(|| (words.recorded_for)(&owner));
    let (client, detail) = (client.clone(), detail.clone());
    let message = move || {
        if action == CaseAction::PassOn {
            return super::ending::passing_preview(&draft)
                .unwrap_or_else(|| view! { <p class="soft">{words.preview_empty}</p> }.into_any());
        }
        let message = match action {
            CaseAction::Update => {
                let parts = [draft.we_do.get(), draft.you_do.get(), draft.we_ask.get()];
                update(words, &parts, &draft.next_news_by.get())
            }
            CaseAction::Ask => question(words, &draft.question.get()),
            CaseAction::Conclude => {
                let day_or_number = match draft.outcome.get().as_str() {
                    MERGED => draft.merged_into.get(),
                    _ => draft.done_on.get(),
                };
                conclusion(words, &draft.outcome.get(), &day_or_number, &draft.conclusion.get())
            }
            CaseAction::RefuseReopening => written(&draft.reopening_refusal.get()).map(|text| Message {
                opening: Some(words.preview_refuse_reopening.to_owned()),
                text,
                closing: None,
            }),
            CaseAction::OfferHandover => {
                let to = draft.to.with(|id| shared::ids::PartnerId::parse(id).ok());
                to.map(|to| Message {
                    opening: Some((words.preview_offer)(&client.public_partner_name(&to), &owner)),
                    ..Message::default()
                })
            }
            other => draft.help.preview(&client, &detail, other).map(|(opening, text)| Message {
                opening: Some(opening),
                text: text.trim().to_owned(),
                closing: None,
            }),
        };
        match message {
            None => {
                // Of a handover the resident reads to whom, and never why.
                let choose = action == CaseAction::OfferHandover;
                let empty = if choose { words.preview_choose } else { words.preview_empty };
                view! { <p class="soft">{empty}</p> }.into_any()
            }
            Some(Message { opening, text, closing }) => {
                let text = (!text.is_empty()).then(|| view! { <PlainText text /> });
                view! {
                    <p class="preview__from">{from.clone()}</p>
                    {recorded.clone().map(|recorded| view! { <p class="soft">{recorded}</p> })}
                    {opening.map(|opening| view! { <p><strong>{opening}</strong></p> })}
                    {text}
                    {closing.map(|closing| view! { <p>{closing}</p> })}
                }
                .into_any()
            }
        }
    };
    view! {
        <section class="preview" aria-labelledby="preview-title">
            <h3 class="preview__title" id="preview-title">
                {words.preview}
            </h3>
            {message}
        </section>
    }
    .into_any()
}

fn update(words: &CaseTexts, parts: &[String; 3], until: &str) -> Option<Message> {
    let labels = [words.we_do_label, words.you_do_label, words.we_ask_label];
    let parts = labels.iter().zip(parts).filter_map(|(label, part)| Some(format!("{label}: {}", written(part)?)));
    let text = parts.collect::<Vec<_>>().join("\n\n");
    let closing = match until.parse::<CivilDate>() {
        Ok(day) => (words.preview_next_news)(&texts().days.full(day)),
        Err(_) => words.preview_next_news_term.to_owned(),
    };
    (!text.is_empty()).then_some(Message { opening: None, text, closing: Some(closing) })
}

fn question(words: &CaseTexts, text: &str) -> Option<Message> {
    written(text).map(|text| Message { opening: Some(words.preview_question.to_owned()), text, closing: None })
}

fn conclusion(words: &CaseTexts, outcome: &str, on: &str, text: &str) -> Option<Message> {
    let opening = match outcome {
        REALISED => Some((words.preview_outcome)(&Outcome::Realised)),
        BY_RESIDENTS => Some((words.preview_outcome)(&Outcome::TakenUpByResidents)),
        NOT_DONE => Some((words.preview_outcome)(&Outcome::NotDone)),
        WILL_BE_DONE => match on.parse::<CivilDate>() {
            Ok(day) => Some((words.preview_will_be_done)(&texts().days.full(day))),
            Err(_) => None,
        },
        MERGED => on.trim().parse().ok().map(|into| (words.preview_outcome)(&Outcome::Merged { into })),
        _ => None,
    };
    let text = written(text).unwrap_or_default();
    (opening.is_some() || !text.is_empty()).then_some(Message { opening, text, closing: None })
}

fn written(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_says_by_when_there_is_more() {
        let words = &texts().case;
        let parts = |first: &str, second: &str| [first.to_owned(), second.to_owned(), String::new()];
        assert_eq!(update(words, &parts("  ", ""), "2026-12-01"), None);
        let message = update(words, &parts(" Wij komen kijken. ", "Wachten."), "2026-12-01").unwrap();
        assert_eq!(message.text, "Wij doen: Wij komen kijken.\n\nU doet: Wachten.");
        assert_eq!(message.closing.as_deref(), Some("U hoort uiterlijk 1 december 2026 van ons."));
    }

    #[test]
    fn a_conclusion_opens_with_its_outcome() {
        let words = &texts().case;
        assert_eq!(conclusion(words, "", "", ""), None);
        let message = conclusion(words, NOT_DONE, "", "Er ligt een gasleiding.").unwrap();
        assert_eq!(message.opening.as_deref(), Some("Dit doen we niet. Dit is waarom:"));
        let message = conclusion(words, WILL_BE_DONE, "2027-03-01", "").unwrap();
        assert_eq!(message.opening.as_deref(), Some("Dit wordt gedaan op 1 maart 2027."));
        assert_eq!(conclusion(words, WILL_BE_DONE, "", ""), None);
    }
}
