//! Fewer points for the same shapes, so that neighbours keep the same border.
//!
//! Borders are cut where three shapes meet; each piece is simplified by itself and always from the same end
//! (D.H. Douglas and T.K. Peucker, Cartographica 10 (1973), 112–122), so both neighbours get the same line.

use std::collections::{BTreeMap, BTreeSet};

/// A point of a grid that is finer than that of the map, so that no two corners of a border fall together.
pub(super) type Point = [u32; 2];

/// All rings with fewer points. No point that goes lies farther than `tolerance` from the line that stays.
pub(super) fn rings(rings: &[Vec<Point>], tolerance: f64) -> Vec<Vec<Point>> {
    let ends = ends(rings);
    rings.iter().map(|ring| simplified(ring, &ends, tolerance)).collect()
}

/// Points where borders part: those that have other than two neighbours.
fn ends(rings: &[Vec<Point>]) -> BTreeSet<Point> {
    let mut neighbours: BTreeMap<Point, BTreeSet<Point>> = BTreeMap::new();
    for ring in rings {
        for (one, other) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            neighbours.entry(*one).or_default().insert(*other);
            neighbours.entry(*other).or_default().insert(*one);
        }
    }
    neighbours.into_iter().filter(|(_, near)| near.len() != 2).map(|(point, _)| point).collect()
}

fn simplified(ring: &[Point], ends: &BTreeSet<Point>, tolerance: f64) -> Vec<Point> {
    // A ring that meets no other is cut at its first point in the order of points, and at the one farthest from it.
    let start = ring
        .iter()
        .position(|point| ends.contains(point))
        .or_else(|| ring.iter().enumerate().min_by_key(|(_, point)| **point).map(|(place, _)| place));
    let Some(start) = start else { return Vec::new() };
    let mut around: Vec<Point> = ring.iter().cycle().skip(start).take(ring.len()).copied().collect();
    let Some(first) = around.first().copied() else { return Vec::new() };
    around.push(first);
    let mut kept: Vec<Point> = Vec::new();
    let mut piece = vec![first];
    for point in around.into_iter().skip(1) {
        piece.push(point);
        if ends.contains(&point) || point == first {
            kept.extend(border(&piece, tolerance));
            // The end of this piece is the start of the next.
            kept.pop();
            piece = vec![point];
        }
    }
    kept
}

/// One border between two ends, the same whichever way it is walked.
fn border(piece: &[Point], tolerance: f64) -> Vec<Point> {
    let backwards: Vec<Point> = piece.iter().rev().copied().collect();
    let turned = backwards.as_slice() < piece;
    let walked = if turned { &backwards } else { piece };
    let is_closed = walked.first() == walked.last();
    let mut kept = if is_closed {
        let farthest = farthest_from_start(walked);
        let (there, back) = (walked.get(..=farthest), walked.get(farthest..));
        let mut kept = thinned(there.unwrap_or(walked), tolerance);
        kept.extend(thinned(back.unwrap_or_default(), tolerance).into_iter().skip(1));
        kept
    } else {
        thinned(walked, tolerance)
    };
    if turned {
        kept.reverse();
    }
    kept
}

fn farthest_from_start(points: &[Point]) -> usize {
    let Some(start) = points.first().copied() else { return 0 };
    let distance = |point: &Point| {
        let [x, y] = [0, 1]
            .map(|at| i64::from(point.get(at).copied().unwrap_or(0)) - i64::from(start.get(at).copied().unwrap_or(0)));
        x * x + y * y
    };
    points.iter().enumerate().max_by_key(|(_, point)| distance(point)).map_or(0, |(place, _)| place)
}

/// Douglas and Peucker, without recursion: the stack of calls is small in a Worker.
fn thinned(points: &[Point], tolerance: f64) -> Vec<Point> {
    let Some(last) = points.len().checked_sub(1) else { return Vec::new() };
    let mut keep = BTreeSet::from([0, last]);
    let mut open = vec![(0, last)];
    while let Some((from, to)) = open.pop() {
        let (Some(start), Some(end)) = (points.get(from), points.get(to)) else { continue };
        let between = points.iter().enumerate().take(to).skip(from.saturating_add(1));
        let farthest = between
            .map(|(place, point)| (place, distance(*point, *start, *end)))
            .reduce(|most, next| if next.1 > most.1 { next } else { most });
        if let Some((place, distance)) = farthest
            && distance > tolerance
        {
            keep.insert(place);
            open.extend([(from, place), (place, to)]);
        }
    }
    keep.into_iter().filter_map(|place| points.get(place).copied()).collect()
}

/// From a point to a piece of a straight line.
fn distance(point: Point, start: Point, end: Point) -> f64 {
    let [px, py] = point.map(f64::from);
    let [sx, sy] = start.map(f64::from);
    let [ex, ey] = end.map(f64::from);
    let (dx, dy) = (ex - sx, ey - sy);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { (((px - sx) * dx + (py - sy) * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (px - sx - along * dx).hypot(py - sy - along * dy)
}
