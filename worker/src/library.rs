//! The library as the Worker reads it from the files that are part of it.

use shared::{
    ids::TemplateId,
    poll::{
        Poll,
        library::{
            FILES, Template,
            scan::{Placement, may_be_scan},
        },
    },
    tally::Published,
};

use crate::refusal::Refusal;

/// The template whose answers place an area.
const SCAN: &str = "netwerkscan";

/// Everything, in its order.
pub(crate) fn all() -> Result<Vec<Template>, Refusal> {
    FILES.iter().map(|(_, text)| Ok(serde_json::from_str(text)?)).collect()
}

pub(crate) fn find(id: &TemplateId) -> Result<Template, Refusal> {
    named(id.as_str())
}

fn named(id: &str) -> Result<Template, Refusal> {
    let (_, text) = FILES.iter().find(|(name, _)| *name == id).ok_or(Refusal::NotFound)?;
    Ok(serde_json::from_str(text)?)
}

/// What the scan says of everybody and of each area; nothing when the poll is not the scan.
pub(crate) fn placements(poll: &Poll, published: &Published) -> Result<Vec<Placement>, Refusal> {
    if !may_be_scan(poll) {
        return Ok(Vec::new());
    }
    let scoring = named(SCAN)?.scoring;
    Ok(scoring.map(|scoring| scoring.placements(poll, published)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scan_is_where_it_is_looked_for() {
        assert!(named(SCAN).unwrap().scoring.is_some());
        assert_eq!(find(&TemplateId::parse("is-er-niet").unwrap()), Err(Refusal::NotFound));
        assert!(all().unwrap().len() >= 30);
    }
}
