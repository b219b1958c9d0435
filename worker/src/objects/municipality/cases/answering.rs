//! What an official answers: in parts, or in one piece.

use shared::{
    case::{Command, Parts, Written},
    fault::FaultCode,
    text::OFFICIAL_TEXT,
    wire::admin::UpdateRequest,
};

use super::written;
use crate::{operation::Context, refusal::Refusal};

pub(super) fn answer(context: &mut Context<'_>, request: &UpdateRequest) -> Result<Command, Refusal> {
    let next_news_by = request.next_news_by;
    let parts = Parts {
        we_do: part(context, "weDo", &request.we_do)?,
        you_do: part(context, "youDo", &request.you_do)?,
        we_ask: part(context, "weAsk", &request.we_ask)?,
    };
    let in_parts = parts.iter().next().is_some();
    match (in_parts, request.text.trim().is_empty()) {
        (true, true) => Ok(Command::Reply { parts, next_news_by }),
        (true, false) => Err(Refusal::invalid("text", FaultCode::NotTogether)),
        (false, _) => {
            Ok(Command::Update { text: written(context, "text", OFFICIAL_TEXT, &request.text)?, next_news_by })
        }
    }
}

fn part(context: &mut Context<'_>, field: &str, raw: &str) -> Result<Option<Written>, Refusal> {
    if raw.trim().is_empty() { Ok(None) } else { written(context, field, OFFICIAL_TEXT, raw).map(Some) }
}
