//! Sending what is due to devices: take some in one transaction, call their push services outside of any, note what became
//! of each in another. One that was taken is due again when its lease ends, so a crash between the two loses nothing; the
//! device shows the second in the place of the first.

use std::collections::{BTreeMap, btree_map::Entry};

use futures_util::future::join_all;
use shared::{
    follow_key::FollowKey,
    ids::Slug,
    paths::{self, Page, Place},
};

use super::{
    super::{
        cases,
        jobs::{After, Work},
        polls,
    },
    Kept, case_purpose, purpose, service,
};
use crate::{
    operation::Context,
    outbox::{
        push::{self, Chance, Note},
        texts,
        webhook::{Call, PATIENCE_SECONDS},
        wire::Broken,
    },
    refusal::Refusal,
    report, seal,
    store::device::{self, Device, Push, Subject},
};

/// How long a message is tried, in milliseconds: its service keeps it for the device much longer.
pub(super) const TERM: i64 = 24 * 3_600_000;
/// The waits between tries; the last one repeats.
const WAITS: [i64; 4] = [60_000, 5 * 60_000, 30 * 60_000, 2 * 3_600_000];
/// Longer than all calls of one round.
const LEASE: i64 = 4 * 1_000 * PATIENCE_SECONDS as i64;
/// How many calls run beside each other: the platform lets six wait for their answer.
const TOGETHER: u32 = 6;
/// After so many rounds, and a second, other work has its turn and the platform counts the processor's time anew.
const ROUNDS: u32 = 50;
const PAUSE: i64 = 1_000;

/// By service and key: signing once is enough for a turn.
type Tokens = BTreeMap<(String, String), String>;

/// Sends everything that is due.
pub async fn deliver(work: &Work<'_>) -> Result<After, Refusal> {
    let mut tokens = Tokens::new();
    for _ in 0..ROUNDS {
        let due = work.transact("take-pushes", |context| take(context, &mut tokens))?;
        let (taken, calls): (Vec<Push>, Vec<Call>) = match due {
            Some(taken) => taken.into_iter().unzip(),
            None => return work.read(|context| Ok(device::next_due(context.sql)?.map_or(After::Done, After::Again))),
        };
        let answers = join_all(calls.iter().map(|call| work.network.post(call))).await;
        work.transact("note-pushes", |context| {
            taken.iter().zip(answers).try_for_each(|(push, answer)| note(context, push, answer))
        })?;
    }
    work.read(|context| Ok(After::Again(context.now.plus_milliseconds(PAUSE))))
}

/// The next ones with their calls, as far as there is still something to say; nothing when nothing is due.
fn take(context: &mut Context<'_>, tokens: &mut Tokens) -> Result<Option<Vec<(Push, Call)>>, Refusal> {
    let due = device::due(context.sql, context.now, TOGETHER)?;
    if due.is_empty() {
        return Ok(None);
    }
    let mut taken = Vec::new();
    for push in due {
        match written(context, tokens, &push) {
            Ok(Some(call)) => {
                device::take(context.sql, push.number, context.now.plus_milliseconds(LEASE))?;
                taken.push((push, call));
            }
            Ok(None) => device::settle(context.sql, push.number)?,
            Err(refusal) => {
                // A mistake of ours about one message must not hold up the others.
                report::trouble(&format!("a message to a device: {refusal:?}"));
                device::settle(context.sql, push.number)?;
            }
        }
    }
    Ok(Some(taken))
}

/// The request as it leaves now; none when there is nothing to say any more.
fn written(context: &mut Context<'_>, tokens: &mut Tokens, push: &Push) -> Result<Option<Call>, Refusal> {
    let Some(device) = device::find(context.sql, &push.device_id)? else { return Ok(None) };
    let opened = seal::open(&context.config.encryption_keys, &purpose(context, &device.id), &device.sealed)?;
    let Kept { address, push_key } = serde_json::from_slice(&opened)?;
    // The operator may have taken the service off the list, or the key away.
    let (Some(listed), Some(key)) =
        (service(&address.endpoint, context.config), context.config.push_keys.by_id(&push_key))
    else {
        return Ok(None);
    };
    let Some(note) = said(context, &device, &push.subject)? else { return Ok(None) };
    let chance = Chance { key: context.random.bytes(), salt: context.random.id() };
    let token = match tokens.entry((address.service().to_owned(), push_key)) {
        Entry::Occupied(known) => known.into_mut(),
        Entry::Vacant(place) => {
            let from = &context.config.public_origin;
            let token = push::token(&key.bytes, address.service(), from, context.now);
            place.insert(token.ok_or_else(|| Refusal::fault("PUSH_KEY is no key that can sign"))?)
        }
    };
    let call = push::call(&address, listed, &note, token, chance);
    call.map(Some).map_err(|_| Refusal::fault("a device that cannot be encrypted for"))
}

/// What the device shows. Nothing that somebody wrote: a screen can be read by whoever stands beside it.
fn said(context: &Context<'_>, device: &Device, subject: &Subject) -> Result<Option<Note>, Refusal> {
    let language = device.language;
    let slug = Slug::parse(context.name).map_err(|error| Refusal::fault(error.to_string()))?;
    let page = |page: &Page<'_>| {
        format!("{}{}", context.config.public_origin, paths::page(Place::Page, &slug, language, page))
    };
    let municipality = super::super::settings(context)?.name;
    let words = texts::push(language);
    let (title, body, tag, url) = match subject {
        Subject::PollOpened { id } | Subject::PollReported { id } => {
            let Some(poll) = polls::title(context, id, language)? else { return Ok(None) };
            let (title, tag) = match subject {
                Subject::PollOpened { .. } => ((words.poll_opened)(&municipality), format!("poll-{id}")),
                _ => ((words.poll_reported)(&municipality), format!("report-{id}")),
            };
            (title, poll, tag, page(&Page::Poll(id)))
        }
        Subject::Case { id } => {
            let Some(key) = device::key_of_case(context.sql, &device.id, id)? else { return Ok(None) };
            let purpose = case_purpose(&purpose(context, &device.id), id);
            let key = seal::open(&context.config.encryption_keys, &purpose, &key)?;
            let key = String::from_utf8(key).ok().and_then(|key| FollowKey::parse(&key).ok());
            let key = key.ok_or_else(|| Refusal::fault("a follow key that is none"))?;
            let number = cases::case_number(context, id)?;
            // The key stands in the fragment, which no server sees.
            let url = format!("{}#c={}", page(&Page::Follow), key.as_str());
            ((words.case_news)(&municipality), (words.case_number)(&number), format!("case-{id}"), url)
        }
    };
    Ok(Some(Note { title, body, lang: language.tag(), dir: language.direction(), tag, url }))
}

/// What an answer means (RFC 8030, section 5; RFC 8292, section 4.2).
fn note(context: &mut Context<'_>, push: &Push, answer: Result<u16, Broken>) -> Result<(), Refusal> {
    match answer {
        Ok(200..=299) => return Ok(device::settle(context.sql, push.number)?),
        // The browser has taken its address back, or it never was one.
        Ok(404 | 410) => return Ok(device::erase(context.sql, &push.device_id)?),
        Ok(429 | 500..=599) | Err(_) => {}
        Ok(status) => {
            report::trouble(&format!("a push service refused a message with {status}"));
            return Ok(device::settle(context.sql, push.number)?);
        }
    }
    let place = usize::try_from(push.tries).unwrap_or(usize::MAX).min(WAITS.len().saturating_sub(1));
    let next = context.now.plus_milliseconds(WAITS.get(place).copied().unwrap_or(LEASE));
    if next > push.since.plus_milliseconds(TERM) {
        return Ok(device::settle(context.sql, push.number)?);
    }
    Ok(device::later(context.sql, push.number, next)?)
}
