//! `WebDriver` `BiDi`, the protocol that Firefox speaks by itself: commands, answers and events over a WebSocket.

use std::{
    net::TcpStream,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// A browser that does not answer a command within this is stuck.
const ANSWER_LIMIT: Duration = Duration::from_secs(30);

#[derive(Debug)]
struct Connection {
    socket: WebSocket<TcpStream>,
    asked: u64,
    events: Vec<Value>,
}

/// The connection to one Firefox.
#[derive(Debug)]
pub(super) struct Bidi(Mutex<Connection>);

impl Bidi {
    pub(super) fn connect(port: u16) -> Result<Self, String> {
        let stream = TcpStream::connect(("127.0.0.1", port)).map_err(|error| error.to_string())?;
        stream.set_read_timeout(Some(ANSWER_LIMIT)).map_err(|error| error.to_string())?;
        let (socket, _) = tungstenite::client(format!("ws://127.0.0.1:{port}/session"), stream)
            .map_err(|error| format!("no session with the browser: {error}"))?;
        Ok(Self(Mutex::new(Connection { socket, asked: 0, events: Vec::new() })))
    }

    /// Gives a command and waits for its answer. `Err` is what the browser says against it.
    pub(super) fn ask(&self, method: &str, params: &Value) -> Result<Value, String> {
        let mut connection = self.connection();
        connection.asked += 1;
        let id = connection.asked;
        let command = json!({ "id": id, "method": method, "params": params }).to_string();
        connection.socket.send(Message::text(command)).map_err(|error| format!("the browser is gone: {error}"))?;
        loop {
            let message = connection.socket.read().map_err(|error| format!("no answer to {method}: {error}"))?;
            let Ok(text) = message.to_text() else { continue };
            let Ok(mut told) = serde_json::from_str::<Value>(text) else { continue };
            if told["type"] == "event" {
                connection.events.push(told);
            } else if told["id"] == id {
                return match told["type"].as_str() {
                    Some("success") => Ok(told["result"].take()),
                    _ => Err(format!("{method}: {} {}", told["error"], told["message"])),
                };
            }
        }
    }

    /// What the browser told by itself, from this place on, until the last answer.
    pub(super) fn events(&self, from: usize) -> Vec<Value> {
        self.connection().events.iter().skip(from).cloned().collect()
    }

    /// A test that panicked elsewhere does not matter here.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
