//! A line to the mail server, over the platform's sockets; and calls to webhooks.
//!
//! In plain workerd mail has a network of its own (binding `MAIL_NETWORK`), which may reach private addresses and
//! trusts the certificates that the operator names; everything else may not. On Cloudflare there is one network.

use std::{future::Future, pin::pin, task::Poll, time::Duration};

use js_sys::{JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use worker::{Delay, Env};

use crate::{
    config::{MailSettings, Security},
    outbox::{
        webhook::{Call, PATIENCE_SECONDS},
        wire::{Broken, Network, Step, Wire},
    },
};

#[wasm_bindgen(module = "cloudflare:sockets")]
extern "C" {
    #[wasm_bindgen(catch, js_name = connect)]
    fn connect_anywhere(address: &JsValue, options: &JsValue) -> Result<Socket, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// A network that is bound as a service.
    #[wasm_bindgen(extends = Object)]
    type BoundNetwork;

    #[wasm_bindgen(method, catch)]
    fn fetch(this: &BoundNetwork, address: &str, options: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn connect(this: &BoundNetwork, address: &JsValue, options: &JsValue) -> Result<Socket, JsValue>;

    #[wasm_bindgen(extends = Object)]
    type Socket;

    #[wasm_bindgen(method, getter)]
    fn opened(this: &Socket) -> Promise;

    #[wasm_bindgen(method, getter)]
    fn readable(this: &Socket) -> Stream;

    #[wasm_bindgen(method, getter)]
    fn writable(this: &Socket) -> Stream;

    #[wasm_bindgen(method, catch, js_name = startTls)]
    fn start_tls(this: &Socket) -> Result<Socket, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn close(this: &Socket) -> Result<Promise, JsValue>;

    /// One direction of a socket.
    #[wasm_bindgen(extends = Object)]
    type Stream;

    #[wasm_bindgen(method, catch, js_name = getReader)]
    fn reader(this: &Stream) -> Result<End, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getWriter)]
    fn writer(this: &Stream) -> Result<End, JsValue>;

    #[wasm_bindgen(catch, js_name = fetch)]
    fn fetch_anywhere(address: &str, options: &JsValue) -> Result<Promise, JsValue>;

    /// Ends a call that takes too long.
    #[wasm_bindgen(extends = Object)]
    type AbortController;

    #[wasm_bindgen(constructor)]
    fn new() -> AbortController;

    #[wasm_bindgen(method, getter)]
    fn signal(this: &AbortController) -> JsValue;

    #[wasm_bindgen(method)]
    fn abort(this: &AbortController);

    /// Whoever reads or writes.
    #[wasm_bindgen(extends = Object)]
    type End;

    #[wasm_bindgen(method, catch)]
    fn read(this: &End) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn write(this: &End, bytes: &Uint8Array) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = releaseLock)]
    fn release(this: &End) -> Result<(), JsValue>;
}

/// The way to the mail server.
pub struct PlatformNetwork {
    pub(super) env: Env,
}

impl Network for PlatformNetwork {
    fn open<'a>(&'a self, server: &'a MailSettings) -> Step<'a, Box<dyn Wire>> {
        Box::pin(async move {
            let patience = Duration::from_secs(server.timeout_seconds.into());
            let socket = self.connect(server).map_err(|_| Broken::Unreachable)?;
            let otherwise = match server.security {
                // A handshake that fails looks like a server that is not there.
                Security::Tls => Broken::NotEncrypted,
                Security::StartTls | Security::None => Broken::Unreachable,
            };
            within(patience, JsFuture::from(socket.opened())).await?.map_err(|_| otherwise)?;
            let line = Line::new(socket, patience).map_err(|_| Broken::Closed)?;
            Ok(Box::new(line) as Box<dyn Wire>)
        })
    }

    fn post<'a>(&'a self, call: &'a Call) -> Step<'a, u16> {
        Box::pin(async move {
            let controller = AbortController::new();
            let calling = self.call(call, &controller).map_err(|_| Broken::Unreachable)?;
            let patience = Duration::from_secs(PATIENCE_SECONDS.into());
            let answered = within(patience, JsFuture::from(calling)).await;
            let answer = answered.inspect_err(|_| controller.abort())?.map_err(|_| Broken::Unreachable);
            // Of what is in the reply nothing is read, however much it is.
            controller.abort();
            let status = Reflect::get(&answer?, &"status".into()).ok().and_then(|status| status.as_f64());
            status.and_then(whole_status).ok_or(Broken::Closed)
        })
    }
}

/// 200, 301 …
fn whole_status(status: f64) -> Option<u16> {
    (100..=599_u16).find(|known| (f64::from(*known) - status).abs() < 0.5)
}

impl PlatformNetwork {
    fn connect(&self, server: &MailSettings) -> Result<Socket, JsValue> {
        let address = Object::new();
        Reflect::set(&address, &"hostname".into(), &JsString::from(server.host.as_str()))?;
        Reflect::set(&address, &"port".into(), &server.port.into())?;
        let transport = match server.security {
            Security::StartTls => "starttls",
            Security::Tls => "on",
            Security::None => "off",
        };
        let options = Object::new();
        Reflect::set(&options, &"secureTransport".into(), &transport.into())?;
        let network = Reflect::get(self.env.as_ref(), &"MAIL_NETWORK".into())?;
        if network.is_object() {
            network.unchecked_ref::<BoundNetwork>().connect(&address, &options)
        } else {
            connect_anywhere(&address, &options)
        }
    }
}

impl PlatformNetwork {
    /// Private addresses only over the network of their own, and only where the operator has listed the address. On
    /// Cloudflare there is one network, from which nothing private can be reached.
    fn call(&self, call: &Call, controller: &AbortController) -> Result<Promise, JsValue> {
        let headers = Object::new();
        for (name, value) in &call.headers {
            Reflect::set(&headers, &(*name).into(), &value.as_str().into())?;
        }
        let options = Object::new();
        Reflect::set(&options, &"method".into(), &"POST".into())?;
        Reflect::set(&options, &"headers".into(), &headers)?;
        Reflect::set(&options, &"body".into(), &Uint8Array::from(call.body.as_slice()))?;
        Reflect::set(&options, &"redirect".into(), &"manual".into())?;
        Reflect::set(&options, &"signal".into(), &controller.signal())?;
        let network = Reflect::get(self.env.as_ref(), &"WEBHOOK_NETWORK".into())?;
        if call.listed && network.is_object() {
            network.unchecked_ref::<BoundNetwork>().fetch(&call.url, &options)
        } else {
            fetch_anywhere(&call.url, &options)
        }
    }
}

struct Line {
    socket: Socket,
    reader: End,
    writer: End,
    patience: Duration,
}

impl Line {
    fn new(socket: Socket, patience: Duration) -> Result<Self, JsValue> {
        let reader = socket.readable().reader()?;
        let writer = socket.writable().writer()?;
        Ok(Self { socket, reader, writer, patience })
    }

    fn turn_to_tls(&mut self) -> Result<(), JsValue> {
        self.reader.release()?;
        self.writer.release()?;
        *self = Self::new(self.socket.start_tls()?, self.patience)?;
        Ok(())
    }
}

impl Wire for Line {
    fn read(&mut self) -> Step<'_, Vec<u8>> {
        Box::pin(async move {
            let reading = self.reader.read().map_err(|_| Broken::Closed)?;
            let part = within(self.patience, JsFuture::from(reading)).await?.map_err(|_| Broken::Closed)?;
            let done = Reflect::get(&part, &"done".into()).is_ok_and(|done| done.is_truthy());
            if done {
                return Ok(Vec::new());
            }
            let bytes = Reflect::get(&part, &"value".into()).map_err(|_| Broken::Closed)?;
            bytes.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).map_err(|_| Broken::Closed)
        })
    }

    fn write(&mut self, bytes: Vec<u8>) -> Step<'_, ()> {
        Box::pin(async move {
            let writing = self.writer.write(&Uint8Array::from(bytes.as_slice())).map_err(|_| Broken::Closed)?;
            within(self.patience, JsFuture::from(writing)).await?.map(drop).map_err(|_| Broken::Closed)
        })
    }

    fn start_tls(&mut self) -> Step<'_, ()> {
        Box::pin(async move {
            self.turn_to_tls().map_err(|_| Broken::NotEncrypted)?;
            within(self.patience, JsFuture::from(self.socket.opened()))
                .await?
                .map(drop)
                .map_err(|_| Broken::NotEncrypted)
        })
    }

    fn close(&mut self) {
        // A line that is gone already cannot be closed once more.
        let _ = self.socket.close();
    }
}

/// Waits for something, but not for ever.
async fn within<T>(patience: Duration, something: impl Future<Output = T>) -> Result<T, Broken> {
    let mut something = pin!(something);
    let mut time_is_up = pin!(Delay::from(patience));
    std::future::poll_fn(|context| match something.as_mut().poll(context) {
        Poll::Ready(outcome) => Poll::Ready(Ok(outcome)),
        Poll::Pending => time_is_up.as_mut().poll(context).map(|()| Err(Broken::TimedOut)),
    })
    .await
}
