//! The demo's table of residents: loaded by the operator, it shows who answered less often and is there for officials to weigh with.

use axum::{body::Body, http::Request};
use serde_json::Value;
use shared::wire::admin::PollDetail;
use shared::wire::residents::ResidentsView;

use super::installation;
use crate::testing::{Answer, Installation};

const TABLE: &str = include_str!("../../../../demo/residents.csv");
const PAGE: &str = "/peilingen/veilig-naar-school";

fn operator(installation: &Installation, key: &str, table: &str) -> Answer {
    let request = Request::put("/api/v1/municipalities/waterdam/residents");
    let request = request.header("authorization", format!("Bearer {key}"));
    installation.send(request.body(Body::from(table.to_owned())).unwrap())
}

#[test]
fn the_operator_loads_who_lives_where_and_the_poll_says_who_is_missing() {
    let installation = installation();
    let page = |language: &str| installation.get(&format!("/waterdam/{language}{PAGE}")).text();
    assert!(!page("nl").contains("Deden minder vaak mee"));
    assert_eq!(operator(&installation, "of-somebody-else-altogether", TABLE).status, 401);
    let wrong = operator(&installation, crate::testing::OPERATOR_KEY, &TABLE.replace("Codering", "Naam"));
    assert_eq!((wrong.status.as_u16(), wrong.problem().faults[0].fault.field.as_str()), (400, "lines.1"));
    assert!(!page("nl").contains("Deden minder vaak mee"), "what is wrong changes nothing");
    let loaded = operator(&installation, crate::testing::OPERATOR_KEY, TABLE);
    assert_eq!(loaded.status, 200, "{}", loaded.text());
    assert_eq!(loaded.json::<ResidentsView>().areas.len(), 7);

    // 22 of the 171 who told their age are 65 or older, and 3,610 of the 14,750 residents.
    let dutch = page("nl");
    assert!(dutch.contains("Deden minder vaak mee") && dutch.contains("Deden vaker mee"), "{dutch}");
    assert!(dutch.contains("13% van de antwoorden, 24% van de bewoners"), "{dutch}");
    assert!(page("en").contains("13% of the answers, 24% of the residents"), "{}", page("en"));

    // Officials get the numbers too, to see what weighing would do.
    let editor = installation.sign_in("waterdam", "sanne-visser");
    let path = "/api/v1/admin/polls/veilig-naar-school";
    let detail: PollDetail = installation.official(&editor, "GET", path, &Value::Null).json();
    assert_eq!(detail.population.map(|population| population.ages.total()), Some(14_750));
}
