//! Maps of the areas, one for each question that has one figure per area.

use leptos::prelude::*;
use shared::area_map::AreaMap;
use shared::paths::Page;
use shared::tally::Published;
use ui::{AnyView, IntoAny};

use super::chart::{picture_files, step};
use crate::chart::map::MapChart;
use crate::chart::words;
use crate::state::{Context, Results};

/// Nothing without a map, and where no area of it has a figure.
pub(super) fn maps(context: &Context, page: &Results, published: &Published) -> Option<AnyView> {
    let map = page.map.as_ref()?;
    let questions = page.view.poll.questions.iter();
    let charts: Vec<MapChart> = questions
        .filter_map(|question| MapChart::of(context.language, question, published, map, &page.areas))
        .collect();
    let first = charts.first()?;
    // The shapes stand once in the page, however many maps there are.
    let shapes: Vec<_> = map
        .shapes
        .iter()
        .filter(|shape| first.areas.iter().any(|(id, _, _)| id == &shape.area_id))
        .map(|shape| view! { <path id=shape_id(shape.area_id.as_str()) d=shape.path() fill-rule="evenodd"></path> })
        .collect();
    let maps: Vec<_> = charts.iter().map(|chart| figure(context, page, map, chart)).collect();
    Some(
        view! {
            <svg class="visually-hidden" aria-hidden="true" focusable="false">
                <defs>
                    {shapes}
                    <pattern id="map-hidden" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <path class="hatch hatch--map" d="M0 0v14"></path>
                    </pattern>
                </defs>
            </svg>
            {maps}
        }
        .into_any(),
    )
}

fn shape_id(area: &str) -> String {
    format!("shape-{area}")
}

fn figure(context: &Context, page: &Results, map: &AreaMap, chart: &MapChart) -> AnyView {
    let words = words(context.language);
    let shapes: Vec<_> = chart
        .areas
        .iter()
        .map(|(id, _, _)| {
            let shape = format!("#{}", shape_id(id.as_str()));
            match chart.strength_of(id) {
                Some(strength) => {
                    view! { <use href=shape class=format!("map__area tone--{strength}")></use> }.into_any()
                }
                None => view! { <use href=shape class="map__area" fill="url(#map-hidden)"></use> }.into_any(),
            }
        })
        .collect();
    let classes: Vec<_> =
        chart.classes.iter().map(|(text, strength)| step(*strength, text.clone().into_any())).collect();
    let hidden = chart.hides().then(|| {
        view! {
            <li>
                <svg class="swatch" viewBox="0 0 28 24" aria-hidden="true" focusable="false">
                    <rect width="28" height="24" fill="url(#map-hidden)"></rect>
                </svg>
                {format!(" {}", words.hidden)}
            </li>
        }
    });
    let rows: Vec<_> = chart
        .areas
        .iter()
        .map(|(_, name, value)| {
            let written = |value| chart.written(context.language, value);
            let cells = match value {
                Some(value) => [written(value.value), format!("{} – {}", written(value.low), written(value.high))],
                None => [words.hidden.to_owned(), "–".to_owned()],
            };
            let cells = cells.map(|cell| view! { <td class="numeric">{cell}</td> });
            view! {
                <tr>
                    <th scope="row">{name.clone()}</th>
                    {cells.into_iter().collect::<Vec<_>>()}
                </tr>
            }
        })
        .collect();
    let name = chart.name();
    let title = format!("{} {}", chart.title.text, chart.subtitle);
    let address = context.url(&Page::Chart { poll: &page.view.poll.id, name: &name });
    view! {
        <figure class="chart">
            <figcaption class="chart__caption">
                <strong>{chart.title.clone().view()}</strong>
                <br />
                {chart.subtitle.clone()}
            </figcaption>
            <ul class="legend">{classes} {hidden}</ul>
            <svg class="map" role="img" aria-label=chart.says.clone() viewBox=format!("-4 -4 {} {}", map.width + 8, map.height + 8)>
                {shapes}
            </svg>
            <details class="disclosure">
                <summary>{words.table}</summary>
                <div class="table-scroll" tabindex="0" role="region" aria-label=chart.subtitle.clone()>
                    <table>
                        <caption>{chart.subtitle.clone()}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{words.area}</th>
                                <th scope="col" class="numeric">{words.figure}</th>
                                <th scope="col" class="numeric">{words.margin_column}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
            {picture_files(words, &address, &format!("{}-{name}", page.view.poll.id), &title)}
        </figure>
    }
    .into_any()
}
