//! What a moderator rewrites, and what stood there before.

use shared::{
    case::{Command, Written},
    ids::TextId,
    text::{OFFICIAL_TEXT, RESIDENT_TEXT},
    wire::admin::{LaterText, RedactionRequest},
};

use super::{File, shown_texts, timeline::Texts, written};
use crate::{operation::Context, refusal::Refusal, store::case as cases};

pub(super) fn redact(context: &mut Context<'_>, file: &File, request: &RedactionRequest) -> Result<Command, Refusal> {
    let texts = rewritten(context, file, request)?;
    Ok(Command::Redact { texts, reason: written(context, "reason", OFFICIAL_TEXT, &request.reason)? })
}

/// The texts that are not as they were.
fn rewritten(
    context: &mut Context<'_>,
    file: &File,
    request: &RedactionRequest,
) -> Result<Vec<(TextId, Written)>, Refusal> {
    let shown = shown_texts(context, file)?;
    let received = &file.case.received;
    let fields = [
        ("what", Some(&received.what), &request.what),
        ("why", received.why.as_ref(), &request.why),
        ("weDo", received.we_do.as_ref(), &request.we_do),
        ("weNeed", received.we_need.as_ref(), &request.we_need),
    ];
    let mut changed = Vec::new();
    for (field, id, words) in fields {
        // A text that is not there cannot be rewritten, and one that is left out stays as it is.
        if let (Some(id), Some(words)) = (id, words)
            && shown.get(id) != Some(words)
        {
            changed.push((id.clone(), written(context, field, RESIDENT_TEXT, words)?));
        }
    }
    for (place, later) in request.later.iter().enumerate() {
        // One that is nobody's, or that was erased, is refused by the rules.
        if shown.get(&later.of) != Some(&later.text) {
            changed.push((
                later.of.clone(),
                written(context, &format!("later.{place}.text"), RESIDENT_TEXT, &later.text)?,
            ));
        }
    }
    Ok(changed)
}

/// What the resident wrote, where it reads otherwise now.
pub(super) fn originals(context: &Context<'_>, file: &File) -> Result<Vec<String>, Refusal> {
    let texts = cases::texts(context.sql, &file.id)?;
    Ok(file.case.redacted.keys().filter_map(|id| texts.get(id)).cloned().collect())
}

/// What the resident wrote after sending it in, as others read it now.
pub(super) fn written_later(file: &File, texts: &Texts) -> Vec<LaterText> {
    let known = file.case.written_later(&file.events).into_iter();
    known.filter_map(|(role, id)| Some(LaterText { id: id.clone(), role, text: texts.get(id)?.clone() })).collect()
}
