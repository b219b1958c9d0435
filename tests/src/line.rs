//! The line between a browser and the server: bytes of TCP that go on one by one until the line goes.
//!
//! It goes after so many bytes, in the middle of a request or of an answer, whatever these are. Then it either breaks, which
//! both ends notice, or stands still, which nobody does; and it is mended when the test says so.
#![expect(clippy::expect_used, clippy::missing_panics_doc, reason = "a test fails by panicking")]

use std::{
    io::{Read as _, Write as _},
    net::{Ipv4Addr, Shutdown, TcpListener, TcpStream},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
};

/// A line that leads nowhere yet. Dropping it ends every connection over it.
pub struct Line {
    port: u16,
    shared: Arc<Shared>,
}

/// Which way bytes go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// From the browser to the server.
    Up,
    Down,
}

/// How a line goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// Connections end, new ones too.
    Breaks,
    /// Connections stay, and nothing comes over them until the line is mended.
    Stalls,
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    server: u16,
    over: bool,
    /// How the line is to go, and after how many bytes more of which way.
    planned: Option<(Failure, Way, u64)>,
    gone: Option<Failure>,
    ends: Vec<TcpStream>,
}

impl Line {
    /// # Panics
    /// Without a free port.
    pub fn new() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("its own address").port();
        let shared = Arc::new(Shared::default());
        let accepting = Arc::clone(&shared);
        thread::spawn(move || {
            for browser in listener.incoming().map_while(Result::ok) {
                if accepting.state().over {
                    return;
                }
                accepting.connect(&browser);
            }
        });
        Self { port, shared }
    }

    /// `http://127.0.0.1:PORT`, as a browser at this end of the line sees the server.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Where the line leads from now on.
    pub fn lead_to(&self, origin: &str) {
        let port = origin.rsplit(':').next().and_then(|port| port.parse().ok());
        self.shared.state().server = port.expect("an origin with a port");
    }

    /// Lets the line go after so many bytes more of this way; at none, at once.
    pub fn fails_after(&self, failure: Failure, way: Way, bytes: u64) {
        let mut state = self.shared.state();
        if bytes == 0 {
            state.go(failure);
        } else {
            state.planned = Some((failure, way, bytes));
        }
    }

    /// How the line went, if it did.
    pub fn gone(&self) -> Option<Failure> {
        self.shared.state().gone
    }

    /// The line is as good as new; it will not go by itself either.
    pub fn mend(&self) {
        let mut state = self.shared.state();
        state.planned = None;
        state.gone = None;
        self.shared.changed.notify_all();
    }
}

impl Default for Line {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        let mut state = self.shared.state();
        state.over = true;
        state.go(Failure::Breaks);
        drop(state);
        self.shared.changed.notify_all();
        // Wakes who waits for a connection, to see that it is over.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

impl State {
    fn go(&mut self, failure: Failure) {
        self.planned = None;
        self.gone = Some(failure);
        if failure == Failure::Breaks {
            for end in self.ends.drain(..) {
                // The other side may have ended it already.
                let _ = end.shutdown(Shutdown::Both);
            }
        }
    }

    /// How many of these bytes go on before the line goes.
    fn pass(&mut self, way: Way, bytes: usize) -> usize {
        let wanted = bytes as u64;
        let (passed, failure) = match self.planned {
            Some((failure, planned, left)) if planned == way && left <= wanted => (left, Some(failure)),
            Some((failure, planned, left)) if planned == way => {
                self.planned = Some((failure, planned, left.saturating_sub(wanted)));
                (wanted, None)
            }
            _ => (wanted, None),
        };
        if let Some(failure) = failure {
            // What was passed is on its way when the ends are closed: the last bytes are written first.
            self.planned = None;
            self.gone = Some(failure);
        }
        usize::try_from(passed).unwrap_or(bytes)
    }
}

impl Shared {
    /// A test that panicked elsewhere does not matter here.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn connect(self: &Arc<Self>, browser: &TcpStream) {
        let mut state = self.state();
        let server = TcpStream::connect((Ipv4Addr::LOCALHOST, state.server));
        // While the line is broken, what comes in ends at once.
        let (None | Some(Failure::Stalls), Ok(server)) = (state.gone, server) else { return };
        for (from, to, way) in [(browser, &server, Way::Up), (&server, browser, Way::Down)] {
            let (Ok(from), Ok(to), Ok(end)) = (from.try_clone(), to.try_clone(), from.try_clone()) else { return };
            state.ends.push(end);
            let line = Arc::clone(self);
            thread::spawn(move || line.carry(from, to, way));
        }
    }

    /// Carries what comes one way until one of the ends, or the line, is gone.
    fn carry(&self, mut from: TcpStream, mut to: TcpStream, way: Way) {
        let mut buffer = [0; 4096];
        while let Ok(read @ 1..) = from.read(&mut buffer) {
            let mut rest = buffer.get(..read).unwrap_or_default();
            while !rest.is_empty() {
                let mut state = self.state();
                while state.gone == Some(Failure::Stalls) && !state.over {
                    state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
                }
                let broken = state.gone.is_some();
                let (now, later) = rest.split_at(if broken { 0 } else { state.pass(way, rest.len()) });
                drop(state);
                if broken || to.write_all(now).is_err() {
                    rest = &[];
                } else {
                    rest = later;
                }
                let mut state = self.state();
                if state.gone == Some(Failure::Breaks) {
                    state.go(Failure::Breaks);
                }
            }
        }
        let _ = to.shutdown(Shutdown::Write);
    }
}
