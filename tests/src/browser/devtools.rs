//! The browser's debugging protocol (the Chrome `DevTools` Protocol): commands, answers and events over a pipe.
//!
//! Messages are JSON, each ended by a zero byte. A command carries the session it is for: the page has one, and
//! every frame from another site has one of its own.

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Write},
    process::{ChildStdin, ChildStdout},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    time::Duration,
};

use serde_json::{Value, json};

/// A browser that does not answer a command within this is stuck.
const ANSWER_LIMIT: Duration = Duration::from_secs(30);

/// Something the browser told by itself.
#[derive(Debug, Clone)]
pub(super) struct Event {
    pub session: String,
    pub method: String,
    pub params: Value,
}

#[derive(Debug, Default)]
struct Received {
    waiting: Mutex<HashMap<u64, mpsc::Sender<Value>>>,
    events: Mutex<Vec<Event>>,
}

/// The connection to one browser.
#[derive(Debug)]
pub(super) struct DevTools {
    commands: Mutex<ChildStdin>,
    received: Arc<Received>,
    next: AtomicU64,
}

impl DevTools {
    pub(super) fn new(commands: ChildStdin, answers: ChildStdout) -> Self {
        let received = Arc::new(Received::default());
        let sorted = Arc::clone(&received);
        std::thread::spawn(move || {
            for message in BufReader::new(answers).split(0).map_while(Result::ok) {
                if let Ok(message) = serde_json::from_slice(&message) {
                    sort(&sorted, message);
                }
            }
        });
        Self { commands: Mutex::new(commands), received, next: AtomicU64::new(1) }
    }

    /// Gives a command and waits for its answer. `Err` is what the browser says against it.
    pub(super) fn ask(&self, session: &str, method: &str, params: impl Into<Value>) -> Result<Value, String> {
        self.ask_within(ANSWER_LIMIT, session, method, params)
    }

    /// The same for a command that may stay without an answer.
    pub(super) fn ask_within(
        &self,
        limit: Duration,
        session: &str,
        method: &str,
        params: impl Into<Value>,
    ) -> Result<Value, String> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let mut command = json!({ "id": id, "method": method, "params": params.into() });
        if !session.is_empty()
            && let Some(fields) = command.as_object_mut()
        {
            fields.insert("sessionId".to_owned(), session.into());
        }
        let (tell, told) = mpsc::channel();
        unpoisoned(&self.received.waiting).insert(id, tell);
        let mut message = command.to_string().into_bytes();
        message.push(0);
        unpoisoned(&self.commands).write_all(&message).map_err(|error| format!("the browser is gone: {error}"))?;
        let mut answer = told.recv_timeout(limit).map_err(|_| format!("the browser does not answer {method}"))?;
        match answer.get("error") {
            Some(error) => Err(format!("{method}: {error}")),
            None => Ok(answer.get_mut("result").map(Value::take).unwrap_or_default()),
        }
    }

    /// Everything the browser told so far that fits.
    pub(super) fn events(&self, fits: impl Fn(&Event) -> bool) -> Vec<Event> {
        unpoisoned(&self.received.events).iter().filter(|event| fits(event)).cloned().collect()
    }
}

fn sort(received: &Received, mut message: Value) {
    if let Some(id) = message.get("id").and_then(Value::as_u64) {
        if let Some(tell) = unpoisoned(&received.waiting).remove(&id) {
            // Who asked may have given up.
            let _ = tell.send(message);
        }
    } else {
        let text = |name| message.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (session, method) = (text("sessionId"), text("method"));
        let params = message.get_mut("params").map(Value::take).unwrap_or_default();
        unpoisoned(&received.events).push(Event { session, method, params });
    }
}

/// A test that panicked elsewhere does not matter here.
fn unpoisoned<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
