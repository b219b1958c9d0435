//! What a poll is once it opens: its structure, without a word, as every box knows it.
//!
//! Municipality keeps the texts and may correct them; ids, kinds, limits and times are frozen here, and a digest
//! over them makes sure that all boxes and the municipality mean the same poll.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Answers, Poll, Question};
use crate::area::Area;
use crate::fault::{Fault, FaultCode};
use crate::ids::{AreaId, BallotId};
use crate::time::Instant;

/// The most boxes one poll may have: 16 take some 5,000 ballots a second, more than a city of a million sends.
pub const MAX_BOXES: u16 = 16;

/// A poll as its boxes know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FrozenPoll {
    /// The structure; every text is nothing.
    pub poll: Poll<()>,
    /// The areas a respondent may name; empty when the poll does not ask.
    pub area_ids: Vec<AreaId>,
    /// How many boxes the ballots are divided over; at least 1, fixed for good.
    pub boxes: u16,
    pub opens_at: Instant,
    /// The first moment at which no ballot is taken any more.
    pub closes_at: Instant,
}

/// The SHA-256 of a frozen poll's bytes as they are sent to the boxes, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest(String);

impl Digest {
    /// Computes the digest with the platform's hash.
    pub fn of(bytes: &[u8], sha256: impl FnOnce(&[u8]) -> [u8; 32]) -> Self {
        let hash = sha256(bytes);
        Self(
            hash.iter()
                .flat_map(|byte| [byte >> 4, byte & 15])
                .filter_map(|digit| char::from_digit(digit.into(), 16))
                .collect(),
        )
    }

    /// As it was stored; what does not come from [`Digest::of`] equals no digest.
    pub fn stored(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FrozenPoll {
    /// Freezes a poll. The number of boxes becomes one of 1 to [`MAX_BOXES`].
    pub fn freeze<T>(poll: &Poll<T>, areas: &[Area], boxes: u16, opens_at: Instant, closes_at: Instant) -> Self {
        Self {
            poll: poll.structure(),
            area_ids: poll.areas_to_name(areas).map(|area| area.id.clone()).collect(),
            boxes: boxes.clamp(1, MAX_BOXES),
            opens_at,
            closes_at,
        }
    }

    /// The areas that a respondent may name or that figures are of, with what they lie in: chosen from all that the
    /// municipality has or ever had, so that one that has retired since keeps its name.
    pub fn named_areas(&self, areas: &[Area]) -> Vec<Area> {
        let by_id: BTreeMap<&AreaId, &Area> = areas.iter().map(|area| (&area.id, area)).collect();
        let mut wanted: BTreeSet<&AreaId> = BTreeSet::new();
        for id in &self.area_ids {
            let mut current = by_id.get(id);
            // What is wanted already has its parents, so a loop ends too.
            while let Some(area) = current
                && wanted.insert(&area.id)
            {
                current = area.parent_id.as_ref().and_then(|parent| by_id.get(parent));
            }
        }
        areas.iter().filter(|area| wanted.contains(&area.id)).map(Area::public).collect()
    }

    /// The box that a ballot belongs in, counted from 0.
    pub fn box_of(&self, ballot: &BallotId) -> u16 {
        u16::try_from(fnv1a(ballot.as_str()) % u64::from(self.boxes.max(1))).unwrap_or(0)
    }

    /// Reads a ballot: its answers cleaned, and the area when the poll asks for one. A skipped area is no fault.
    ///
    /// # Errors
    /// Every field at fault.
    pub fn read_ballot(
        &self,
        answers: &Answers,
        area: Option<&AreaId>,
    ) -> Result<(Answers, Option<AreaId>), Vec<Fault>> {
        let area = area.filter(|_| self.poll.asks_area);
        let known = area.is_none_or(|area| self.area_ids.contains(area));
        match (self.poll.read_answers(answers), known) {
            (Ok(answers), true) => Ok((answers, area.cloned())),
            (answers, known) => {
                let unknown = (!known).then(|| Fault::new("areaId", FaultCode::Unknown));
                Err(answers.err().into_iter().flatten().chain(unknown).collect())
            }
        }
    }

    /// Whether a ballot is taken at this moment.
    pub fn is_open(&self, now: Instant) -> bool {
        (self.opens_at..self.closes_at).contains(&now)
    }
}

/// FNV-1a with 64 bits (IETF draft-eastlake-fnv): spreads ids evenly, and every program computes the same.
fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

impl<T> Poll<T> {
    /// The poll without its texts.
    pub fn structure(&self) -> Poll<()> {
        Poll {
            id: self.id.clone(),
            title: (),
            intro: (),
            influence: self.influence,
            topic_id: self.topic_id.clone(),
            area_ids: self.area_ids.clone(),
            languages: self.languages.clone(),
            asks_area: self.asks_area,
            results_visible: self.results_visible,
            officials_wait: self.officials_wait,
            questions: self.questions.iter().map(Question::structure).collect(),
        }
    }
}

impl<T> Question<T> {
    /// The question without its texts. An explanation is nothing but text.
    fn structure(&self) -> Question<()> {
        Question { help: None, ..self.map(&|_| ()) }
    }
}
