//! The map of a municipality's areas: shapes on a small grid, made once from the `GeoJSON` that was loaded.
//!
//! A map helps to find one's own area in a picture and is never needed: every figure on it stands in a table too.

pub mod geojson;
mod simplify;

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::area::Area;
use crate::ids::AreaId;

/// The longer side of a map has this many steps: finer than the eye sees on a phone, and small to send.
pub const GRID: u16 = 1000;
/// A map with more points is drawn more coarsely: every page with figures of areas carries it.
pub const MOST_POINTS: usize = 8_000;

/// A point of the grid, from the left and from the top.
pub type Point = [u16; 2];

/// The shapes of areas, north on top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AreaMap {
    pub width: u16,
    pub height: u16,
    pub shapes: Vec<AreaShape>,
}

/// The shape of one area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AreaShape {
    pub area_id: AreaId,
    /// Closed lines, the first point not repeated. A point lies in the area when it lies within an odd number of them.
    pub rings: Vec<Vec<Point>>,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MapReceipt {
    /// Areas that have a shape now.
    pub areas: usize,
    /// Names of buurten and wijken with a code that have none.
    pub without_shape: Vec<String>,
    /// Shapes in the file that belong to none of our areas.
    pub unused: usize,
    pub points_before: usize,
    pub points: usize,
}

impl AreaMap {
    pub fn points(&self) -> usize {
        self.shapes.iter().flat_map(|shape| &shape.rings).map(Vec::len).sum()
    }

    /// The shapes to draw: of the smallest areas that have one, so that none lies over another.
    pub fn drawn<'a>(&'a self, areas: &'a [Area]) -> impl Iterator<Item = (&'a AreaShape, &'a Area)> {
        let has_shape = |id: &AreaId| self.shapes.iter().any(|shape| &shape.area_id == id);
        let is_split =
            move |id: &AreaId| areas.iter().any(|inner| inner.parent_id.as_ref() == Some(id) && has_shape(&inner.id));
        self.shapes
            .iter()
            .filter_map(|shape| Some((shape, areas.iter().find(|area| area.id == shape.area_id)?)))
            .filter(move |(_, area)| !is_split(&area.id))
    }
}

impl AreaShape {
    /// The shape as the `d` of an SVG path.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for ring in &self.rings {
            for (place, [x, y]) in ring.iter().enumerate() {
                path.push(if place == 0 { 'M' } else { 'L' });
                // Writing to a text cannot fail.
                let _ = write!(path, "{x} {y}");
            }
            path.push('Z');
        }
        path
    }
}

#[cfg(test)]
mod tests;
