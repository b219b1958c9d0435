//! The messages that go out: what did not arrive on top. For the administrator.

use leptos::prelude::*;
use shared::notification::MessageState;
use shared::wire::messages::{MailServerView, MessageOverview, MessageReader, MessageText, MessageView};
use ui::{Badge, ButtonKind, Empty, Notice, Press, Tone};

use crate::api::{Client, Failure};
use crate::form::in_words;
use crate::frame::{Heading, Loading, Missing};
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

#[component]
pub(crate) fn MessagesPage() -> impl IntoView {
    let words = &texts().messages;
    let overview = Resource::load(|client: Client| async move { client.messages().await });
    view! {
        <Heading title=words.title lead=words.lead />
        {move || match overview.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || overview.reload() /> }.into_any(),
            Loaded::Here(shown) => whole(shown, overview),
        }}
    }
}

fn whole(shown: MessageOverview, overview: Resource<MessageOverview>) -> AnyView {
    let words = &texts().messages;
    let readable = shown.readable;
    let server = server(&shown.server);
    let may_send = shown.server.set_up;
    let private = (!readable).then(|| view! { <p class="soft">{words.private}</p> });
    let groups: Vec<_> = groups(shown)
        .into_iter()
        .filter(|group| group.count > 0)
        .map(|group| section(group, readable, may_send, overview))
        .collect();
    let empty = groups.is_empty().then(|| {
        view! {
            <Empty title=words.empty_title>
                <p>{words.empty}</p>
            </Empty>
        }
    });
    view! {
        {server}
        {private}
        {groups}
        {empty}
    }
    .into_any()
}

/// Messages in one state.
struct Group {
    state: MessageState,
    messages: Vec<MessageView>,
    /// How many there are, also those that are not shown.
    count: u64,
}

/// What somebody has to look at comes first.
fn groups(shown: MessageOverview) -> [Group; 5] {
    let group = |state, messages, count| Group { state, messages, count };
    [
        group(MessageState::Failed, shown.failed, shown.failed_count),
        group(MessageState::Waiting, shown.waiting, shown.waiting_count),
        group(MessageState::Kept, shown.kept, shown.kept_count),
        group(MessageState::Nobody, shown.nobody, shown.nobody_count),
        group(MessageState::Sent, shown.sent, shown.sent_count),
    ]
}

/// How it goes with the mail server.
fn server(server: &MailServerView) -> AnyView {
    let (words, days) = (&texts().messages, &texts().days);
    if !server.set_up {
        return view! {
            <Notice tone=Tone::Warn title=words.not_set_up_title>
                <p>{words.not_set_up}</p>
            </Notice>
        }
        .into_any();
    }
    if let (Some(at), Some(trouble)) = (server.failed_at, server.trouble) {
        let reply = server.reply.as_ref().map(|reply| view! { <p>{sentence(&(words.reply)(reply))}</p> });
        return view! {
            <Notice tone=Tone::Bad title=words.trouble_title>
                <p>{sentence((words.trouble)(trouble))}</p>
                {reply}
                <p>{(words.trouble_since)(&days.moment(at))}</p>
            </Notice>
        }
        .into_any();
    }
    let text = server.reached_at.map_or_else(|| words.not_used_yet.to_owned(), |at| (words.works)(&days.moment(at)));
    view! {
        <Notice tone=Tone::Good>
            <p>{text}</p>
        </Notice>
    }
    .into_any()
}

/// With a capital and a full stop.
fn sentence(words: &str) -> String {
    let mut characters = words.chars();
    let first: String = characters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", characters.as_str())
}

fn section(group: Group, readable: bool, may_send: bool, overview: Resource<MessageOverview>) -> AnyView {
    let words = &texts().messages;
    let Group { state, messages, count } = group;
    let shown = messages.len();
    let help = (words.group_help)(state).map(|help| view! { <p class="soft">{help}</p> });
    let more = (u64::try_from(shown).unwrap_or(u64::MAX) < count)
        .then(|| view! { <p class="soft">{(words.newest_of)(shown, count)}</p> });
    let rows: Vec<_> = messages
        .into_iter()
        .map(|message| {
            let send = may_send && matches!(state, MessageState::Failed | MessageState::Kept | MessageState::Nobody);
            row(message, readable, send, overview)
        })
        .collect();
    view! {
        <section class="work-group">
            <h2 class="work-group__title">{format!("{} ({count})", (words.group)(state))}</h2>
            {help}
            {more}
            <ul class="work-list">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(message: MessageView, readable: bool, send: bool, overview: Resource<MessageOverview>) -> AnyView {
    let words = &texts().messages;
    let tone = match message.state {
        MessageState::Failed => Tone::Bad,
        MessageState::Sent => Tone::Good,
        MessageState::Waiting => Tone::Info,
        MessageState::Kept | MessageState::Nobody | MessageState::Divided => Tone::Neutral,
    };
    let facts: Vec<_> = facts(&message).into_iter().map(|fact| view! { <span>{fact}</span> }).collect();
    let title = (words.kind)(message.kind);
    let again = send.then(|| send_again(message.id.clone(), title, overview));
    let text = readable.then(|| text(message.id.clone(), title));
    view! {
        <li>
            <div class="message-row">
                <div>
                    <h3 class="work-row__title">{title}</h3>
                    <p class="work-row__meta">{facts}</p>
                </div>
                <div class="work-row__state">
                    <Badge tone words=(words.group)(message.state) />
                    {again}
                </div>
                {text}
            </div>
        </li>
    }
    .into_any()
}

/// For whom, about which case, when, and what went wrong.
fn facts(message: &MessageView) -> Vec<String> {
    let (words, days) = (&texts().messages, &texts().days);
    let to = match &message.to {
        MessageReader::Resident { address: Some(address) } => (words.to_resident)(address),
        MessageReader::Resident { address: None } => words.to_resident_erased.to_owned(),
        MessageReader::Official { name } | MessageReader::Partner { name } => (words.to)(name),
        MessageReader::Coordinators => words.to_coordinators.to_owned(),
        MessageReader::Administrators => words.to_administrators.to_owned(),
    };
    let settled = message.settled_at.map(|at| days.moment(at)).and_then(|at| match message.state {
        MessageState::Sent => Some((words.sent_at)(&at)),
        MessageState::Failed => Some((words.given_up_at)(&at)),
        _ => None,
    });
    [
        Some(to),
        message.case_number.as_ref().map(|number| (words.about)(number)),
        Some((words.written_at)(&days.moment(message.created_at))),
        settled,
        (message.tries > 0 && message.state != MessageState::Sent).then(|| (words.tries)(message.tries)),
        message.trouble.map(|trouble| (words.trouble)(trouble).to_owned()),
        message.reply.as_ref().map(|reply| (words.reply)(reply)),
        message.next_at.filter(|_| message.tries > 0).map(|at| (words.next_at)(&days.moment(at))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn send_again(id: String, title: &'static str, overview: Resource<MessageOverview>) -> AnyView {
    let words = &texts().messages;
    let session = session();
    let busy = RwSignal::new(false);
    let press = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (client, id) = (session.client(), id.clone());
        leptos::task::spawn_local(async move {
            match client.send_message_again(&id).await {
                Ok(_) => {
                    session.navigation.say(words.sent_again);
                    overview.reload();
                }
                Err(failure) => {
                    session.note(&failure);
                    if failure != Failure::SignedOut {
                        let (_, detail) = in_words(&failure);
                        session.navigation.warn(words.not_sent_again, &detail);
                    }
                    // The row may be gone by now.
                    let _ = busy.try_set(false);
                }
            }
        });
    };
    view! {
        <Press kind=ButtonKind::Secondary act=press>
            {words.send_again}
            <span class="visually-hidden">{title}</span>
        </Press>
    }
    .into_any()
}

/// The words of a message, asked for when somebody opens them.
fn text(id: String, title: &'static str) -> AnyView {
    let words = &texts().messages;
    let session = session();
    let loaded = RwSignal::new(None::<Result<MessageText, Failure>>);
    let open = move |_| {
        if loaded.with_untracked(Option::is_some) {
            return;
        }
        let (client, id) = (session.client(), id.clone());
        leptos::task::spawn_local(async move {
            let answer = client.message_text(&id).await;
            if let Err(failure) = &answer {
                session.note(failure);
            }
            // The row may be gone by now.
            let _ = loaded.try_set(Some(answer));
        });
    };
    let shown = move || {
        loaded.get().map(|answer| match answer {
            Ok(message) => view! {
                <p><strong>{(words.subject)(&message.subject)}</strong></p>
                <pre class="message-text">{message.text}</pre>
            }
            .into_any(),
            Err(failure) if failure.is_missing() => view! { <p>{words.unreadable}</p> }.into_any(),
            Err(failure) => view! { <p>{in_words(&failure).1}</p> }.into_any(),
        })
    };
    view! {
        <details class="disclosure" on:toggle=open>
            <summary>
                {words.read}
                <span class="visually-hidden">{title}</span>
            </summary>
            {shown}
        </details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use shared::notification::{MailKind, MailTrouble};

    use super::*;

    fn message(state: MessageState) -> MessageView {
        MessageView {
            id: "a".into(),
            kind: MailKind::Received,
            to: MessageReader::Resident { address: Some("b…@v….nl".into()) },
            case_number: Some("2026-0147".into()),
            state,
            tries: 3,
            created_at: "2026-03-02T11:00:00Z".parse().unwrap(),
            next_at: None,
            settled_at: Some("2026-03-05T11:00:00Z".parse().unwrap()),
            trouble: Some(MailTrouble::Refused),
            reply: Some("550 5.1.1".into()),
        }
    }

    #[test]
    fn what_did_not_arrive_says_why() {
        assert_eq!(
            facts(&message(MessageState::Failed)),
            [
                "aan de bewoner, b…@v….nl",
                "zaak 2026-0147",
                "geschreven op 2 maart 2026, 12:00",
                "opgegeven op 5 maart 2026, 12:00",
                "3 keer geprobeerd",
                "het adres of het bericht is geweigerd",
                "antwoord van de server: 550 5.1.1",
            ]
        );
    }

    #[test]
    fn every_message_and_every_trouble_has_words_of_its_own() {
        let words = &texts().messages;
        let names: std::collections::BTreeSet<&str> =
            MailKind::ALL.into_iter().map(|kind| (words.kind)(kind)).collect();
        assert_eq!(names.len(), MailKind::ALL.len());
        assert_eq!(sentence("élan"), "Élan.");
    }
}
