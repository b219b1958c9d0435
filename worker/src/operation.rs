//! Messages to an object: what can be asked of it, in one typed shape.
//!
//! An operation is a struct with its data; `run` decides and stores. Everything a rule needs stands in the
//! [`Context`]: no operation asks the platform for anything. A writing operation runs whole in one named
//! transaction, so a refusal, however late, leaves nothing behind.

use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use shared::time::Instant;

use crate::{
    config::Config,
    objects::ObjectClass,
    refusal::Refusal,
    store::{Sql, transact},
};

/// Whether an operation changes anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    Reads,
    /// Changes at most one row, and nothing that a job hangs on: needs no transaction around it and no look at what is due.
    Notes,
    /// Runs in one transaction; afterwards the object looks when its next job is due.
    Writes,
}

/// Something that can be asked of an object.
///
/// ```
/// use buurtstem_worker::{objects::ObjectClass, operation::{Access, Context, Operation}, refusal::Refusal, store};
///
/// /// How often what the public sees has changed.
/// #[derive(serde::Serialize, serde::Deserialize)]
/// pub struct CountChanges {}
///
/// impl Operation for CountChanges {
///     type Reply = u64;
///     const OBJECT: ObjectClass = ObjectClass::Municipality;
///     const NAME: &'static str = "count-changes";
///     const ACCESS: Access = Access::Reads;
///
///     fn run(self, context: &mut Context<'_>) -> Result<u64, Refusal> {
///         Ok(store::object::public_version(context.sql)?)
///     }
/// }
/// ```
/// Then add its type to the list of its object ([`crate::operations!`]).
pub trait Operation: Serialize + DeserializeOwned {
    type Reply: Serialize + DeserializeOwned;
    const OBJECT: ObjectClass;
    /// Unique within the object. Names the transaction too.
    const NAME: &'static str;
    const ACCESS: Access;

    fn run(self, context: &mut Context<'_>) -> Result<Self::Reply, Refusal>;
}

/// What an operation has at hand.
pub struct Context<'a> {
    pub sql: &'a dyn Sql,
    pub now: Instant,
    /// The object's own name: for a municipality its slug.
    pub name: &'a str,
    pub random: &'a mut Random,
    pub config: &'a Config,
}

/// Random bytes nobody can guess, drawn from one secret seed for each operation: SHA-256 over the seed and a counter.
///
/// So a rule cannot fail for want of randomness, and a test that gives the seed gets the same ids every time.
pub struct Random {
    seed: [u8; 32],
    drawn: u64,
}

impl Random {
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self { seed, drawn: 0 }
    }

    /// 256 bits.
    pub fn bytes(&mut self) -> [u8; 32] {
        self.drawn = self.drawn.wrapping_add(1);
        let mut hash = Sha256::new();
        hash.update(self.seed);
        hash.update(self.drawn.to_be_bytes());
        hash.finalize().into()
    }

    /// 128 bits, for ids, tokens and keys: `PollId::from_random(context.random.id())`.
    pub fn id(&mut self) -> [u8; 16] {
        let mut id = [0; 16];
        for (byte, drawn) in id.iter_mut().zip(self.bytes()) {
            *byte = drawn;
        }
        id
    }
}

/// What an object answers: the reply or the refusal, as bytes.
pub type Answered = Vec<u8>;

/// Reads one operation, runs it, and writes down what it answered.
pub fn perform<O: Operation>(context: &mut Context<'_>, body: &[u8]) -> Answered {
    let outcome =
        serde_json::from_slice::<O>(body).map_err(Refusal::from).and_then(|operation| apply(operation, context));
    answer(&outcome)
}

/// Runs an operation as the object itself does.
pub fn apply<O: Operation>(operation: O, context: &mut Context<'_>) -> Result<O::Reply, Refusal> {
    match O::ACCESS {
        Access::Reads | Access::Notes => operation.run(context),
        Access::Writes => context.transact(O::NAME, |context| operation.run(context)),
    }
}

impl Context<'_> {
    /// Runs `body` in a named transaction, or in a savepoint of the one that is open.
    pub fn transact<T>(
        &mut self,
        name: &'static str,
        body: impl FnOnce(&mut Self) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let sql = self.sql;
        transact(sql, name, |_| body(self))
    }
}

pub fn answer<T: Serialize>(outcome: &Result<T, Refusal>) -> Answered {
    serde_json::to_vec(outcome).unwrap_or_else(|error| {
        let refusal: Result<(), Refusal> = Err(Refusal::from(error));
        // A refusal of ours is a flat object and can always be written; an empty answer would be a fault too.
        serde_json::to_vec(&refusal).unwrap_or_default()
    })
}

/// Lists the operations of an object: makes `dispatch(name, context, body)`, which answers `None` for a name that is
/// not among them, and `access(name)`.
#[macro_export]
macro_rules! operations {
    () => {
        /// There is nothing to ask yet.
        pub(crate) fn dispatch(
            _name: &str,
            _context: &mut $crate::operation::Context<'_>,
            _body: &[u8],
        ) -> Option<$crate::operation::Answered> {
            None
        }

        pub(crate) fn access(_name: &str) -> Option<$crate::operation::Access> {
            None
        }
    };
    ($($(#[$meta:meta])* $operation:ty),* $(,)?) => {
        /// Runs the operation of this name.
        pub(crate) fn dispatch(
            name: &str,
            context: &mut $crate::operation::Context<'_>,
            body: &[u8],
        ) -> Option<$crate::operation::Answered> {
            use $crate::operation::{Operation, perform};
            $($(#[$meta])* if name == <$operation as Operation>::NAME {
                return Some(perform::<$operation>(context, body));
            })*
            None
        }

        /// Whether the operation of this name writes.
        pub(crate) fn access(name: &str) -> Option<$crate::operation::Access> {
            use $crate::operation::Operation;
            $($(#[$meta])* if name == <$operation as Operation>::NAME {
                return Some(<$operation as Operation>::ACCESS);
            })*
            None
        }

        /// For a test that no two have the same name.
        #[cfg(test)]
        pub(crate) fn names() -> Vec<&'static str> {
            use $crate::operation::Operation;
            vec![$($(#[$meta])* <$operation as Operation>::NAME),*]
        }
    };
}
