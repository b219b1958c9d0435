//! Directory: which municipalities there are. One object, asked seldom: the edge remembers the answers briefly.
//!
//! Only a slug that stands here reaches a Municipality object, so that nobody makes objects by asking for names.

use serde::{Deserialize, Serialize};
use shared::ids::Slug;

use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    operations,
    refusal::Refusal,
    store::directory,
};

operations!(IsKnown, Register, List);

/// Whether a municipality of this name exists.
#[derive(Debug, Serialize, Deserialize)]
pub struct IsKnown {
    pub slug: Slug,
}

impl Operation for IsKnown {
    type Reply = bool;
    const OBJECT: ObjectClass = ObjectClass::Directory;
    const NAME: &'static str = "is-known";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<bool, Refusal> {
        Ok(directory::is_known(context.sql, &self.slug)?)
    }
}

/// Makes a municipality known, once its own object has been loaded. Doing it again changes nothing.
#[derive(Debug, Serialize, Deserialize)]
pub struct Register {
    pub slug: Slug,
}

impl Operation for Register {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Directory;
    const NAME: &'static str = "register";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        Ok(directory::register(context.sql, &self.slug, context.now)?)
    }
}

/// All municipalities, by name.
#[derive(Debug, Serialize, Deserialize)]
pub struct List {}

impl Operation for List {
    type Reply = Vec<Slug>;
    const OBJECT: ObjectClass = ObjectClass::Directory;
    const NAME: &'static str = "list";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<Vec<Slug>, Refusal> {
        Ok(directory::list(context.sql)?)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_operation_has_a_name_of_its_own() {
        assert_eq!(super::names(), ["is-known", "register", "list"]);
    }
}
