//! What the scan says of each area; officials alone see it.

use leptos::prelude::*;
use shared::area::Area;
use shared::wire::admin::PollDetail;

use crate::intake::area_name;
use crate::session::session;
use crate::texts::texts;

/// Nothing for a poll that is not the scan.
pub(super) fn view(detail: &PollDetail) -> Option<AnyView> {
    if detail.placements.is_empty() {
        return None;
    }
    let words = &texts().library;
    let client = session().client();
    let areas: &[Area] = &client.me().areas;
    let rows: Vec<_> = detail
        .placements
        .iter()
        .map(|placement| {
            let area = placement.area_id.as_ref();
            let name =
                area.map_or_else(|| words.placement_everybody.to_owned(), |id| area_name(&detail.named_areas, id));
            let noted = areas.iter().find(|known| Some(&known.id) == area).and_then(|known| known.network_level);
            // Everybody together is no area that anything could be noted of.
            let noted = match (area, noted) {
                (None, _) => "",
                (Some(_), None) => words.placement_not_noted,
                (Some(_), Some(level)) => (words.name_of_level)(level),
            };
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td>{score(placement.score)}</td>
                    <td>{(words.name_of_level)(placement.level)}</td>
                    <td>{noted}</td>
                    <td>{placement.answers}</td>
                </tr>
            }
        })
        .collect();
    let view = view! {
        <section class="panel" aria-labelledby="placement-title">
            <h3 id="placement-title">{words.placement_title}</h3>
            <p>{words.placement_lead}</p>
            // A wide table is moved by keyboard as well.
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="placement-title">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{words.placement_area}</th>
                            <th scope="col">{words.placement_score}</th>
                            <th scope="col">{words.placement_level}</th>
                            <th scope="col">{words.placement_noted}</th>
                            <th scope="col">{words.placement_answers}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="soft">{words.placement_explained}</p>
        </section>
    };
    Some(view.into_any())
}

/// With one decimal, as it is written in Dutch.
fn score(score: f64) -> String {
    format!("{score:.1}").replace('.', ",")
}
