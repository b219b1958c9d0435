//! What is done when the answer has gone, so that nobody waits for it.

use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use axum::response::Response;

type Work = Pin<Box<dyn Future<Output = ()> + Send>>;

/// An extension of a response; whoever sends it takes the work out and does it.
#[derive(Clone)]
pub struct Afterwards(Arc<Mutex<Option<Work>>>);

impl Afterwards {
    /// Gives a response this work to be done.
    pub(super) fn hand_over(response: &mut Response, work: impl Future<Output = ()> + Send + 'static) {
        response.extensions_mut().insert(Self(Arc::new(Mutex::new(Some(Box::pin(work))))));
    }

    /// Takes the work of a response that is about to be sent.
    pub fn take(response: &mut Response) -> Option<impl Future<Output = ()> + Send + 'static> {
        let Self(work) = response.extensions_mut().remove::<Self>()?;
        work.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}
