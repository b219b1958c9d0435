//! Sending an idea: each step posts everything filled in so far. The follow key and the key that makes sending twice harmless
//! are in all pages but the first, which are therefore kept by nobody.

use axum::{http::StatusCode, response::Response};
use sha2::{Digest, Sha256};
use shared::{
    follow_key::FollowKey,
    ids::IdempotencyKey,
    proposal::{ProposalDraft, fill::ProposalFilling},
    wire::public::RouteView,
};
use widget::{
    act::{proposal_with_area, refused_proposal},
    forms::{
        postcode::Lookup,
        proposal::{Sending, Turn, read, turn},
    },
    state::{Content, Form, ProposalKeys, ProposePage, Receipt},
};

use super::{area_lookup, form::Posted, visit::Visit};
use crate::{
    http::public::routes::{RouteQuery, route},
    objects::municipality::cases::SubmitProposal,
    refusal::Refusal,
};

fn page(visit: &Visit, filling: ProposalFilling) -> ProposePage {
    let topics = visit.snapshot.topics.iter().map(|topic| topic.in_language(visit.language)).collect();
    let lookup = Lookup { offered: visit.snapshot.by_postcode, ..Lookup::default() };
    ProposePage { topics, areas: visit.snapshot.areas.clone(), filling, route: None, keys: None, lookup, trouble: None }
}

/// With what the address says chosen already; the resident comes by both questions all the same, and may change them.
pub(super) async fn show(visit: Visit) -> Response {
    let mut filling = ProposalFilling::start();
    filling.topic_chosen = visit.topic.is_some();
    filling.draft.topic_id.clone_from(&visit.topic);
    filling.draft.area_id.clone_from(&visit.area);
    visit.page(Content::Form(Form::Propose(Box::new(page(&visit, filling)))))
}

pub(super) async fn post(visit: Visit, Posted(fields): Posted) -> Result<Response, Refusal> {
    let empty = page(&visit, ProposalFilling::start());
    let posted = read(&fields);
    let begun = match &posted.keys {
        Some(keys) => keys.clone(),
        None => made_of(visit.edge.random()?.bytes()),
    };
    let keys = Some(begun.clone());
    match turn(&empty.topics, &empty.areas, visit.language, posted) {
        Turn::Show(filling) => {
            let status = if filling.faults.is_empty() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
            Ok(visit.answer(Content::Form(Form::Propose(Box::new(ProposePage { filling, keys, ..empty }))), status))
        }
        Turn::Find(filling, typed) => {
            let (told, area) = area_lookup::look_up(&visit, &typed).await;
            let lookup = empty.lookup.told(typed, told);
            let page = proposal_with_area(ProposePage { filling, keys, lookup, ..empty }, told, area);
            Ok(visit.answer(Content::Form(Form::Propose(Box::new(page))), StatusCode::OK))
        }
        Turn::Check(filling) => {
            let keys = Some(keys_of(&begun, &filling.draft)?);
            let route = route_of(&visit, &filling).await;
            Ok(visit.answer(
                Content::Form(Form::Propose(Box::new(ProposePage { filling, route, keys, ..empty }))),
                StatusCode::OK,
            ))
        }
        Turn::Send(sending) => send(&visit, *sending, empty).await,
    }
}

/// The keys of what is filled in now. Whoever comes by here again with the same, because the line went and they went back,
/// sends the same idea; what is changed on the check page is another one.
fn keys_of(begun: &ProposalKeys, draft: &ProposalDraft) -> Result<ProposalKeys, Refusal> {
    let mut hash = Sha256::new();
    hash.update(b"idea\0");
    hash.update(begun.follow_key.as_str());
    hash.update(serde_json::to_vec(draft)?);
    Ok(made_of(hash.finalize().into()))
}

/// The keys that these bits make, half of them each.
fn made_of(bits: [u8; 32]) -> ProposalKeys {
    let half = |place: usize| std::array::from_fn(|at| bits.get(place + at).copied().unwrap_or_default());
    ProposalKeys { follow_key: FollowKey::from_random(half(0)), idempotency_key: IdempotencyKey::from_random(half(16)) }
}

async fn send(visit: &Visit, sending: Sending, empty: ProposePage) -> Result<Response, Refusal> {
    let Sending { filling, keys, request } = sending;
    let submit = SubmitProposal { key: keys.idempotency_key.clone(), request };
    match visit.edge.municipality(&visit.slug, &submit).await {
        Ok(receipt) => {
            let receipt = Receipt {
                number: receipt.number,
                partner: receipt.partner,
                reason: receipt.reason,
                answer_by: receipt.answer_by,
                follow_key: keys.follow_key,
                with_email: !filling.draft.email.trim().is_empty(),
            };
            Ok(visit.answer(Content::Form(Form::Receipt(Box::new(receipt))), StatusCode::CREATED))
        }
        Err(Refusal::NotFound) => Err(Refusal::NotFound),
        Err(refusal) => {
            let route = route_of(visit, &filling).await;
            let page = ProposePage { filling, route, keys: Some(keys), ..empty };
            let page = refused_proposal(page, visit.words(&refusal).into());
            Ok(visit.answer(Content::Form(Form::Propose(Box::new(page))), refusal.status()))
        }
    }
}

/// Who would get it. When that cannot be found out just now, the page says so and sending works all the same.
async fn route_of(visit: &Visit, filling: &ProposalFilling) -> Option<RouteView> {
    let area_id = filling.draft.area_id.clone()?;
    let query = RouteQuery { topic_id: filling.draft.topic_id.clone(), area_id, kind: filling.draft.kind() };
    route(&visit.edge, &visit.slug, &query, visit.language).await.ok()
}

#[cfg(test)]
mod tests {
    use crate::testing::Installation;

    #[test]
    fn the_host_page_may_say_what_an_idea_is_about() {
        let installation = Installation::new();
        let first = |query: &str| installation.get(&format!("/frame/v1/kleinstad/nl{query}")).text();
        let form = first("/idee?topic=verlichting&area=lindenflat");
        for chosen in ["name=\"topicId\" value=\"verlichting\"", "name=\"areaId\" value=\"lindenflat\""] {
            assert!(form.contains(chosen), "{form}");
        }
        let unknown = first("/idee?topic=niets&area=%22nergens");
        assert!(!unknown.contains("name=\"topicId\"") && !unknown.contains("name=\"areaId\""), "{unknown}");
        let home = first("?area=lindenflat&topic=verlichting");
        assert!(home.contains("/idee?topic=verlichting&amp;area=lindenflat\""), "{home}");
        assert!(first("").contains("/kleinstad/nl/idee\""));
    }
}
