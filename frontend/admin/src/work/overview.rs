//! How it stands with the open cases of each organisation; pressing one lists its cases alone.

use leptos::prelude::*;
use shared::ids::PartnerId;
use shared::wire::admin::{CaseOverview, PartnerStanding};

use crate::api::Client;
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

/// One column: its words, and what stands in it.
type Column = (&'static str, fn(&PartnerStanding) -> u32);

/// The figures, folded away. Without them the list is still there, so a failure leaves them out.
pub(super) fn overview(owner: RwSignal<Option<PartnerId>>) -> impl IntoView {
    let words = &texts().overview;
    let figures = Resource::load(|client: Client| async move { client.case_overview().await });
    let shown = move || match figures.state.get() {
        Loaded::Here(overview) if !overview.partners.is_empty() => Some(view! {
            <details class="disclosure">
                <summary>{words.title}</summary>
                {table(overview, owner)}
            </details>
        }),
        _ => None,
    };
    let chosen = move || {
        owner.get().map(|partner| {
            view! {
                <p class="actions">
                    <strong>{(words.only)(&session().client().partner_name(&partner))}</strong>
                    <button type="button" class="button button--secondary" on:click=move |_| owner.set(None)>
                        {words.all}
                    </button>
                </p>
            }
        })
    };
    view! {
        {shown}
        {chosen}
    }
}

/// A table on a wide screen, a list for each organisation on a narrow one. The roles are written out, because an element
/// that is drawn in another way than as a table loses them.
fn table(overview: CaseOverview, owner: RwSignal<Option<PartnerId>>) -> AnyView {
    let words = &texts().overview;
    let columns: [Column; 5] = [
        (words.open, |standing| standing.open),
        (words.late, |standing| standing.late),
        (words.escalated, |standing| standing.escalated),
        (words.this_week, |standing| standing.this_week),
        (words.offered, |standing| standing.offered),
    ];
    let total = |read: fn(&PartnerStanding) -> u32| overview.partners.iter().map(read).sum::<u32>();
    let totals = columns.map(|(_, read)| total(read));
    let heads: Vec<_> = columns
        .iter()
        .map(|(head, _)| view! { <th scope="col" role="columnheader" class="numeric">{*head}</th> })
        .collect();
    let cells = |figures: [u32; 5]| -> Vec<_> {
        let cells = columns.iter().zip(figures).map(|((head, _), figure)| {
            view! { <td role="cell" class="numeric" data-head=*head>{figure}</td> }
        });
        cells.collect()
    };
    let client = session().client();
    let rows: Vec<_> = overview
        .partners
        .iter()
        .map(|standing| {
            let partner = standing.partner_id.clone();
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">
                        <button
                            type="button"
                            class="button button--quiet"
                            on:click=move |_| owner.set(Some(partner.clone()))
                        >
                            {client.partner_name(&standing.partner_id)}
                        </button>
                    </th>
                    {cells(columns.map(|(_, read)| read(standing)))}
                </tr>
            }
        })
        .collect();
    view! {
        <p class="soft">{words.help}</p>
        <table class="narrowing" role="table">
            <caption class="visually-hidden">{words.title}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{words.partner}</th>
                    {heads}
                </tr>
            </thead>
            <tbody role="rowgroup">
                {rows}
                <tr role="row">
                    <th scope="row" role="rowheader">{words.together}</th>
                    {cells(totals)}
                </tr>
            </tbody>
        </table>
    }
    .into_any()
}
