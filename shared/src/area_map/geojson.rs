//! Reading a map: `GeoJSON` (RFC 7946) of buurten or wijken, as PDOK and CBS give it out.
//!
//! Accepted are degrees (WGS 84, what RFC 7946 asks for) and metres in the Dutch grid (Rijksdriehoeksmeting,
//! EPSG:28992, what many municipal systems write); which of the two it is follows from the numbers. A shape belongs to
//! the area with the CBS code that stands among its properties, whatever that property is called. Everything else in
//! the file is left unread.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{AreaMap, AreaShape, GRID, MOST_POINTS, MapReceipt, Point, simplify};
use crate::area::{Area, AreaKind};
use crate::fault::{Fault, FaultCode};

/// More is no map of one municipality: Amsterdam has 518 buurten.
pub const MOST_FEATURES: usize = 2_000;
/// What the finest file of a large municipality has, twice.
pub const MOST_POINTS_READ: usize = 400_000;

#[derive(Debug, Clone, Deserialize)]
pub struct FeatureCollection {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    features: Vec<Feature>,
}

#[derive(Debug, Clone, Deserialize)]
struct Feature {
    #[serde(default)]
    properties: Option<BTreeMap<String, Property>>,
    #[serde(default)]
    geometry: Option<Geometry>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Property {
    Text(String),
    Other(IgnoredAny),
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Geometry {
    Polygons { coordinates: Vec<Vec<Vec<Position>>> },
    Polygon { coordinates: Vec<Vec<Position>> },
    Other(IgnoredAny),
}

/// Longitude and latitude, or metres to the east and to the north; a height behind it is left out.
type Position = Vec<f64>;

/// Where a coordinate may lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum System {
    Degrees,
    DutchGrid,
}

impl System {
    fn of(position: &[f64]) -> Option<Self> {
        let (x, y) = (*position.first()?, *position.get(1)?);
        if x.abs() <= 180.0 && y.abs() <= 90.0 {
            Some(Self::Degrees)
        } else if (-10_000.0..=300_000.0).contains(&x) && (280_000.0..=650_000.0).contains(&y) {
            Some(Self::DutchGrid)
        } else {
            None
        }
    }
}

impl FeatureCollection {
    /// The map of these areas, and what became of the file; or all that is wrong with it.
    pub fn into_map(self, areas: &[Area]) -> Result<(AreaMap, MapReceipt), Vec<Fault>> {
        let mut faults = Vec::new();
        if self.kind != "FeatureCollection" {
            faults.push(Fault::new("type", FaultCode::NotOneOf { allowed: vec!["FeatureCollection".to_owned()] }));
        }
        if self.features.len() > MOST_FEATURES {
            faults.push(Fault::new("features", FaultCode::TooMany { max: MOST_FEATURES }));
            return Err(faults);
        }
        let mut reading = Reading::default();
        for (place, feature) in self.features.iter().enumerate() {
            reading.take(place, feature, areas, &mut faults);
        }
        if reading.points > MOST_POINTS_READ {
            faults.push(Fault::new("features", FaultCode::TooMany { max: MOST_POINTS_READ }));
        }
        if reading.shapes.is_empty() && faults.is_empty() {
            // None of the codes is one of ours: the file of another municipality, or of another year.
            faults.push(Fault::new("features", FaultCode::Unknown));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(reading.finish(areas))
    }
}

#[derive(Debug, Default)]
struct Reading<'a> {
    shapes: Vec<(&'a Area, Vec<&'a [Position]>)>,
    taken: BTreeSet<String>,
    system: Option<System>,
    unused: usize,
    points: usize,
}

impl<'a> Reading<'a> {
    fn take(&mut self, place: usize, feature: &'a Feature, areas: &'a [Area], faults: &mut Vec<Fault>) {
        let area = code_of(feature).and_then(|code| {
            // A complex has the code of its buurt.
            let named = areas
                .iter()
                .find(|area| area.kind != AreaKind::Complex && area.cbs.as_ref().is_some_and(|cbs| cbs.code == code))?;
            Some((code, named))
        });
        let Some((code, area)) = area else {
            self.unused = self.unused.saturating_add(1);
            return;
        };
        let at = |field: &str| format!("features.{place}.{field}");
        if !self.taken.insert(code.to_owned()) {
            faults.push(Fault::new(at("properties"), FaultCode::Duplicate));
            return;
        }
        let rings: Vec<&[Position]> = match &feature.geometry {
            Some(Geometry::Polygons { coordinates }) => coordinates.iter().flatten().map(Vec::as_slice).collect(),
            Some(Geometry::Polygon { coordinates }) => coordinates.iter().map(Vec::as_slice).collect(),
            Some(Geometry::Other(_)) | None => {
                let allowed = vec!["Polygon".to_owned(), "MultiPolygon".to_owned()];
                faults.push(Fault::new(at("geometry.type"), FaultCode::NotOneOf { allowed }));
                return;
            }
        };
        if rings.is_empty() || rings.iter().any(|ring| ring.len() < 4 || ring.first() != ring.last()) {
            faults.push(Fault::new(at("geometry.coordinates"), FaultCode::TooFew { min: 4 }));
            return;
        }
        for position in rings.iter().copied().flatten() {
            let system = System::of(position);
            if system.is_none()
                || *self.system.get_or_insert(system.unwrap_or(System::Degrees)) != system.unwrap_or(System::Degrees)
            {
                faults.push(Fault::new(at("geometry.coordinates"), FaultCode::WrongKind));
                return;
            }
        }
        self.points = self.points.saturating_add(rings.iter().map(|ring| ring.len()).sum());
        self.shapes.push((area, rings));
    }

    fn finish(self, areas: &[Area]) -> (AreaMap, MapReceipt) {
        let all = || self.shapes.iter().flat_map(|(_, rings)| rings).copied().flatten();
        let latitudes = all().filter_map(|position| position.get(1).copied());
        let (south, north) = ends(latitudes);
        // A degree of longitude is shorter than one of latitude; within one municipality by the same part everywhere.
        let narrow = match self.system {
            Some(System::DutchGrid) => 1.0,
            _ => (f64::midpoint(south, north)).to_radians().cos(),
        };
        let (west, east) = ends(all().filter_map(|position| position.first().copied()));
        let (wide, high) = ((east - west) * narrow, north - south);
        let scale = f64::from(GRID) / wide.max(high).max(f64::MIN_POSITIVE);
        let point = |position: &Position| -> simplify::Point {
            let at = |index: usize| position.get(index).copied().unwrap_or_default();
            [(at(0) - west) * narrow, north - at(1)].map(|length| whole(length * scale * FINER))
        };
        let mut owners = Vec::new();
        let mut rings: Vec<Vec<simplify::Point>> = Vec::new();
        for (area, shape) in &self.shapes {
            for ring in shape {
                let mut line: Vec<simplify::Point> = ring.iter().map(point).collect();
                line.dedup();
                line.pop();
                owners.push(&area.id);
                rings.push(line);
            }
        }
        let simple = coarse_enough(&rings);
        let mut shapes: Vec<AreaShape> = Vec::new();
        for (owner, ring) in owners.into_iter().zip(simple) {
            // What is smaller than a step of the grid cannot be seen.
            let ring = if ring.len() >= 3 { Some(ring) } else { None };
            match shapes.last_mut() {
                Some(shape) if &shape.area_id == owner => shape.rings.extend(ring),
                _ => shapes.push(AreaShape { area_id: owner.clone(), rings: ring.into_iter().collect() }),
            }
        }
        shapes.retain(|shape| !shape.rings.is_empty());
        let map = AreaMap {
            width: on_grid(whole(wide * scale * FINER)),
            height: on_grid(whole(high * scale * FINER)),
            shapes,
        };
        let has_shape = |area: &&Area| map.shapes.iter().any(|shape| shape.area_id == area.id);
        let receipt = MapReceipt {
            areas: map.shapes.len(),
            without_shape: areas
                .iter()
                .filter(|area| area.kind == AreaKind::Buurt && area.cbs.is_some())
                .filter(|area| !has_shape(area))
                .map(|area| area.name.clone())
                .collect(),
            unused: self.unused,
            points_before: self.points,
            points: map.points(),
        };
        (map, receipt)
    }
}

/// How much finer borders are read than drawn.
const FINER: f64 = 1000.0;

/// Simplified by one step of the grid, and by more as long as there are too many points.
fn coarse_enough(rings: &[Vec<simplify::Point>]) -> Vec<Vec<Point>> {
    let mut tolerance = 1.0;
    loop {
        let simple: Vec<Vec<Point>> =
            simplify::rings(rings, tolerance * FINER).iter().map(|ring| drawn(ring)).collect();
        if simple.iter().map(Vec::len).sum::<usize>() <= MOST_POINTS || tolerance > f64::from(GRID) / 16.0 {
            return simple;
        }
        tolerance *= 1.5;
    }
}

/// A ring on the grid of the map.
fn drawn(ring: &[simplify::Point]) -> Vec<Point> {
    let mut drawn: Vec<Point> = ring.iter().map(|point| point.map(on_grid)).collect();
    drawn.dedup();
    if drawn.len() > 1 && drawn.first() == drawn.last() {
        drawn.pop();
    }
    drawn
}

/// The code of a buurt, or of a wijk: a buurt carries that of its wijk as well.
fn code_of(feature: &Feature) -> Option<&str> {
    let texts = || {
        feature.properties.iter().flatten().filter_map(|(_, property)| match property {
            Property::Text(text) => Some(text.trim()),
            Property::Other(_) => None,
        })
    };
    let is = |text: &str, prefix: &str, digits: usize| {
        text.strip_prefix(prefix)
            .is_some_and(|rest| rest.len() == digits && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    texts().find(|text| is(text, "BU", 8)).or_else(|| texts().find(|text| is(text, "WK", 6)))
}

fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::MAX, f64::MIN), |(least, most), value| (least.min(value), most.max(value)))
}

fn whole(value: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the grid first")]
    let whole = value.round().clamp(0.0, f64::from(GRID) * FINER) as u32;
    whole
}

fn on_grid(fine: u32) -> u16 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the grid first")]
    let step = (f64::from(fine) / FINER).round().clamp(0.0, f64::from(GRID)) as u16;
    step
}
