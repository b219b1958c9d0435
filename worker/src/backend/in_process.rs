//! The objects in memory, for unit tests: the same code on SQLite in memory, with a clock that stands still until it
//! is moved, and failures on request.

use std::{
    collections::BTreeMap,
    pin::Pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering},
    },
};

use sha2::{Digest, Sha256};
use shared::time::Instant;

use super::{Answering, Backend, ObjectFailure, Surroundings};
use crate::{
    config::Config,
    objects::{
        Circumstances, Object, ObjectAddress, ObjectClass,
        municipality::jobs::{self, ObjectAccess, Ran, Work},
    },
    operation::Context,
    outbox::wire::{Network, NoNetwork},
    refusal::Refusal,
    store::MemorySql,
};

type Objects = BTreeMap<ObjectAddress, Arc<Mutex<Object<MemorySql>>>>;

/// All objects of one installation.
pub struct InProcess {
    objects: Mutex<Objects>,
    config: Arc<Config>,
    now: AtomicI64,
    seeds: AtomicU64,
    down: AtomicBool,
    network: Box<dyn Network + Send + Sync>,
}

impl InProcess {
    /// An empty installation at the given moment.
    pub fn new(config: Config, now: Instant) -> Self {
        Self {
            objects: Mutex::default(),
            config: Arc::new(config),
            now: AtomicI64::new(now.milliseconds()),
            seeds: AtomicU64::new(0),
            down: AtomicBool::new(false),
            network: Box::new(NoNetwork),
        }
    }

    /// The same with a network that a test plays.
    #[must_use]
    pub fn with_network(self, network: impl Network + Send + Sync + 'static) -> Self {
        Self { network: Box::new(network), ..self }
    }

    /// Moves the clock.
    pub fn advance(&self, milliseconds: i64) {
        self.now.fetch_add(milliseconds, Ordering::Relaxed);
    }

    /// Lets every call fail, as when the platform cannot reach the objects.
    pub fn go_down(&self, down: bool) {
        self.down.store(down, Ordering::Relaxed);
    }

    /// Does what is due in a municipality, as its alarm would.
    pub async fn run_due_work(&self, slug: &str) -> Ran {
        let object = self.object(&ObjectAddress { class: ObjectClass::Municipality, name: slug.to_owned() });
        match object {
            Ok(object) => {
                jobs::run_due(&Work::new(self, self.network.as_ref(), &Access { object, name: slug, all: self })).await
            }
            Err(_) => Ran::default(),
        }
    }

    /// Gives a test an object from inside, as an operation has it.
    pub fn with<T>(&self, class: ObjectClass, name: &str, body: impl FnOnce(&mut Context<'_>) -> T) -> Option<T> {
        let object = self.object(&ObjectAddress { class, name: name.to_owned() }).ok()?;
        let object = object.lock().unwrap_or_else(PoisonError::into_inner);
        object.open(Some(name)).ok()?;
        Some(object.with(name, &self.circumstances(), body))
    }

    /// Lets a test look into an object's database.
    pub fn inspect<T>(&self, class: ObjectClass, name: &str, look: impl FnOnce(&MemorySql) -> T) -> Option<T> {
        let object = self.object(&ObjectAddress { class, name: name.to_owned() }).ok()?;
        let object = object.lock().unwrap_or_else(PoisonError::into_inner);
        Some(look(object.sql()))
    }

    /// Whether anybody has ever spoken to this object.
    pub fn exists(&self, class: ObjectClass, name: &str) -> bool {
        let address = ObjectAddress { class, name: name.to_owned() };
        self.objects.lock().unwrap_or_else(PoisonError::into_inner).contains_key(&address)
    }

    /// How many objects anybody has spoken to.
    pub fn count(&self) -> usize {
        self.objects.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    fn object(&self, address: &ObjectAddress) -> Result<Arc<Mutex<Object<MemorySql>>>, ObjectFailure> {
        let mut objects = self.objects.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(object) = objects.get(address) {
            return Ok(Arc::clone(object));
        }
        let sql = MemorySql::new().map_err(|error| ObjectFailure(error.to_string()))?;
        let object = Arc::new(Mutex::new(Object::new(address.class, sql)));
        objects.insert(address.clone(), Arc::clone(&object));
        Ok(object)
    }

    fn circumstances(&self) -> Circumstances<'_> {
        Circumstances { now: self.now(), seed: self.next_seed(), config: &self.config }
    }

    fn next_seed(&self) -> [u8; 32] {
        Sha256::digest(self.seeds.fetch_add(1, Ordering::Relaxed).to_be_bytes()).into()
    }
}

impl Backend for InProcess {
    fn call(&self, address: ObjectAddress, operation: &'static str, body: Vec<u8>) -> Answering {
        let answered = if self.down.load(Ordering::Relaxed) {
            Err(ObjectFailure("down on purpose".to_owned()))
        } else {
            self.object(&address).map(|object| {
                let object = object.lock().unwrap_or_else(PoisonError::into_inner);
                object.run(&address.name, &self.circumstances(), operation, &body)
            })
        };
        Box::pin(std::future::ready(answered))
    }
}

impl Surroundings for InProcess {
    fn now(&self) -> Instant {
        Instant::from_milliseconds(self.now.load(Ordering::Relaxed))
    }

    fn seed(&self) -> Option<[u8; 32]> {
        Some(self.next_seed())
    }

    fn pause(&self) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(std::future::ready(()))
    }

    #[cfg(feature = "test-control")]
    fn move_clock(&self, offset_milliseconds: i64) {
        self.advance(offset_milliseconds);
    }
}

struct Access<'a> {
    object: Arc<Mutex<Object<MemorySql>>>,
    name: &'a str,
    all: &'a InProcess,
}

impl ObjectAccess for Access<'_> {
    fn with(&self, body: &mut dyn FnMut(&mut Context<'_>)) -> Result<(), Refusal> {
        let object = self.object.lock().unwrap_or_else(PoisonError::into_inner);
        object.open(Some(self.name))?;
        object.with(self.name, &self.all.circumstances(), |context| body(context));
        Ok(())
    }
}
