//! Made-up maps: what is read, what is refused, and that neighbours keep the same border.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::geojson::FeatureCollection;
use super::*;
use crate::area::{AreaKind, CbsCode};
use crate::fault::{Fault, FaultCode};

fn area(id: &str, parent: Option<&str>, kind: AreaKind, code: &str) -> Area {
    Area {
        id: id.parse().unwrap(),
        parent_id: parent.map(|id| id.parse().unwrap()),
        kind,
        name: id.to_owned(),
        cbs: Some(CbsCode { code: code.to_owned(), year: 2026 }),
        network_level: None,
    }
}

fn areas() -> Vec<Area> {
    vec![
        area("wijk", None, AreaKind::Wijk, "WK999901"),
        area("west", Some("wijk"), AreaKind::Buurt, "BU99990101"),
        area("flat", Some("west"), AreaKind::Complex, "BU99990101"),
        area("oost", Some("wijk"), AreaKind::Buurt, "BU99990102"),
    ]
}

/// A border from north to south that is not straight.
fn border() -> Vec<[f64; 2]> {
    (0..=40).map(|step| [5.0 + f64::from(step % 4) * 0.0004, 52.1 - f64::from(step) * 0.0025]).collect()
}

fn polygon(points: Vec<[f64; 2]>) -> Value {
    let mut ring = points;
    ring.push(ring[0]);
    json!({ "type": "Polygon", "coordinates": [ring] })
}

fn west() -> Value {
    let mut points = vec![[4.9, 52.0], [4.9, 52.1]];
    points.extend(border());
    polygon(points)
}

fn oost() -> Value {
    let mut points = vec![[5.1, 52.1], [5.1, 52.0]];
    points.extend(border().into_iter().rev());
    polygon(points)
}

fn feature(code: &str, geometry: &Value) -> Value {
    let properties = json!({ "buurtcode": code, "wijkcode": "WK999901", "inwoners": 1200, "naam": null });
    json!({ "type": "Feature", "properties": properties, "geometry": geometry })
}

fn file(features: &[Value]) -> Value {
    json!({ "type": "FeatureCollection", "name": "buurten", "crs": null, "features": features })
}

fn read(file: Value) -> Result<(AreaMap, MapReceipt), Vec<Fault>> {
    serde_json::from_value::<FeatureCollection>(file).unwrap().into_map(&areas())
}

fn both() -> Value {
    file(&[feature("BU99990101", &west()), feature("BU99990102", &oost()), feature("BU88880101", &west())])
}

#[test]
fn shapes_belong_to_the_area_with_their_code() {
    let (map, receipt) = read(both()).unwrap();
    let ids: Vec<_> = map.shapes.iter().map(|shape| shape.area_id.as_str()).collect();
    assert_eq!(ids, ["west", "oost"]);
    assert_eq!((receipt.areas, receipt.unused), (2, 1));
    assert!(receipt.without_shape.is_empty());
    // 0.2 degrees to the east are about 13.7 km there, 0.1 to the north 11.1 km.
    assert_eq!(map.width, GRID);
    assert!((800..820).contains(&map.height), "{}", map.height);
    // North is on top.
    assert!(map.shapes[0].rings[0].contains(&[0, 0]));
}

#[test]
fn neighbours_keep_the_same_border_with_fewer_points() {
    let zigzag = |map: &AreaMap, shape: usize| -> BTreeSet<Point> {
        map.shapes[shape].rings[0].iter().filter(|[x, _]| (400..600).contains(x)).copied().collect()
    };
    let (map, receipt) = read(both()).unwrap();
    assert!(!zigzag(&map, 0).is_empty());
    assert_eq!(zigzag(&map, 0), zigzag(&map, 1));
    let rings: Vec<Vec<simplify::Point>> = map
        .shapes
        .iter()
        .flat_map(|shape| &shape.rings)
        .map(|ring| ring.iter().map(|point| point.map(u32::from)).collect())
        .collect();
    let coarse = simplify::rings(&rings, 20.0);
    assert!(coarse[0].len() < 8 && coarse[1].len() < 8, "{coarse:?}");
    assert!(receipt.points <= receipt.points_before);
    // Whatever is left out, no corner between the two goes.
    let shared: BTreeSet<_> = coarse[0].iter().filter(|point| coarse[1].contains(point)).collect();
    assert!(shared.len() >= 2, "{coarse:?}");
}

#[test]
fn metres_of_the_dutch_grid_are_read_too() {
    let square =
        |x: f64| polygon(vec![[x, 480_000.0], [x + 1000.0, 480_000.0], [x + 1000.0, 482_000.0], [x, 482_000.0]]);
    let (map, _) =
        read(file(&[feature("BU99990101", &square(120_000.0)), feature("BU99990102", &square(121_000.0))])).unwrap();
    assert_eq!((map.width, map.height), (GRID, GRID));
    assert_eq!(map.shapes[0].rings[0].len(), 4);
    assert_eq!(map.shapes[1].path(), "M500 1000L1000 1000L1000 0L500 0Z");
}

#[test]
fn a_wijk_is_drawn_only_when_its_buurten_are_not() {
    let whole = json!({ "type": "Feature", "properties": { "WK_CODE": "WK999901" }, "geometry": west() });
    let drawn = |features: &[Value]| {
        let (map, _) = read(file(features)).unwrap();
        let areas = areas();
        map.drawn(&areas).map(|(shape, _)| shape.area_id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(drawn(std::slice::from_ref(&whole)), ["wijk"]);
    assert_eq!(drawn(&[whole, feature("BU99990102", &oost())]), ["oost"]);
}

#[test]
fn all_that_is_wrong_is_named() {
    let faults = |file| read(file).unwrap_err().into_iter().map(|fault| (fault.field, fault.code)).collect::<Vec<_>>();
    let line = json!({ "type": "LineString", "coordinates": [[5.0, 52.0], [5.1, 52.1]] });
    let far = polygon(vec![[900_000.0, 1.0], [900_000.0, 2.0], [900_001.0, 2.0]]);
    let open = json!({ "type": "Polygon", "coordinates": [[[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.1]]] });
    let kinds = FaultCode::NotOneOf { allowed: vec!["Polygon".to_owned(), "MultiPolygon".to_owned()] };
    assert_eq!(
        faults(file(&[feature("BU99990101", &line), feature("BU99990102", &far)])),
        [
            ("features.0.geometry.type".to_owned(), kinds),
            ("features.1.geometry.coordinates".to_owned(), FaultCode::WrongKind),
        ]
    );
    assert_eq!(
        faults(file(&[feature("BU99990101", &open), feature("BU99990101", &west())])),
        [
            ("features.0.geometry.coordinates".to_owned(), FaultCode::TooFew { min: 4 }),
            ("features.1.properties".to_owned(), FaultCode::Duplicate),
        ]
    );
    // Of another municipality.
    assert_eq!(faults(file(&[feature("BU88880101", &west())])), [("features".to_owned(), FaultCode::Unknown)]);
    let mixed = vec![
        feature("BU99990101", &west()),
        feature("BU99990102", &polygon(vec![[120_000.0, 480_000.0], [121_000.0, 480_000.0], [121_000.0, 481_000.0]])),
    ];
    assert_eq!(faults(file(&mixed)), [("features.1.geometry.coordinates".to_owned(), FaultCode::WrongKind)]);
}

#[test]
fn a_very_fine_map_gets_coarser_until_it_is_small() {
    let circle = |points: u32| {
        let at = |step: u32| f64::from(step) / f64::from(points) * std::f64::consts::TAU;
        let point = |step| [5.0 + at(step).cos() * 0.1 + f64::from(step % 2) * 0.002, 52.0 + at(step).sin() * 0.1];
        polygon((0..points).map(point).collect())
    };
    let (map, receipt) = read(file(&[feature("BU99990101", &circle(20_000))])).unwrap();
    assert_eq!(receipt.points_before, 20_001);
    assert!(map.points() <= MOST_POINTS && map.points() > 20, "{}", map.points());
    let tooth = |points: u32| {
        let at = |step: u32| f64::from(step) / f64::from(points) * std::f64::consts::TAU;
        (0..points).map(|step| [5.0 + at(step).cos() * 0.1, 52.0 + at(step).sin() * 0.1]).collect::<Vec<_>>()
    };
    let (round, _) = read(file(&[feature("BU99990101", &polygon(tooth(2_000)))])).unwrap();
    assert!((20..200).contains(&round.points()), "{}", round.points());
}
