//! Cases through the router, on objects in memory.

mod again;
mod backing;
mod ending;
mod erasing;
mod experience;
mod figures;
mod finding;
mod handling;
mod helping;
mod pledge_care;
mod pledges;
mod police;
mod privacy;
mod receiving;
mod resident;
mod storing;
mod tasks;
mod translating;
mod traps;
mod watch;
mod working;

use serde_json::{Value, json};
use shared::wire::{
    admin::{CaseDetail, CaseEntryKind, CaseList, CaseSummary},
    public::{FollowView, ProposalReceipt},
};

use crate::testing::{Answer, Installation, json as request};

const ROOT: &str = "/api/v1/municipalities/kleinstad";
const DAY: i64 = 24 * 3_600_000;
/// Follow keys, as a browser would make them.
const KEY: &str = "0123456789abcdefghjkmnpqrs";
const OTHER_KEY: &str = "1123456789abcdefghjkmnpqrs";

/// A proposal about lighting in the flat: Woonstad's, with the municipality in support.
fn proposal() -> Value {
    json!({
        "draft": {
            "topicId": "verlichting", "areaId": "lindenflat", "what": "Meer licht bij de ingang\nHet is er donker.",
            "why": "Dan durven we weer langs.", "weDo": "Wij helpen met ophangen.", "weNeed": "", "onlyInform": false,
            "email": "bewoner@voorbeeld.nl", "mayBePublic": true
        },
        "language": "nl",
        "followKey": KEY
    })
}

fn with(mut body: Value, field: &str, value: impl Into<Value>) -> Value {
    body["draft"][field] = value.into();
    body
}

/// An installation with one case, and its officials signed in.
struct Office {
    installation: Installation,
    case_id: String,
    /// Coordinator of the municipality, handler of Woonstad, handler of the police, handler of the municipality.
    sanne: String,
    wil: String,
    piet: String,
    bram: String,
}

impl Office {
    fn new() -> Self {
        Self::receiving(&proposal())
    }

    fn receiving(proposal: &Value) -> Self {
        let installation = Installation::new();
        let answer = installation.post(&format!("{ROOT}/proposals"), "first", proposal);
        assert_eq!(answer.status, 201, "{}", answer.text());
        let receipt: ProposalReceipt = answer.json();
        let [sanne, wil, piet, bram] = sign_in(&installation);
        Self { installation, case_id: receipt.case_id.to_string(), sanne, wil, piet, bram }
    }

    fn path(&self, tail: &str) -> String {
        format!("/api/v1/admin/cases/{}{tail}", self.case_id)
    }

    fn read(&self, who: &str) -> Answer {
        self.installation.official(who, "GET", &self.path(""), &Value::Null)
    }

    /// The case as the coordinator sees it.
    fn detail(&self) -> CaseDetail {
        self.read(&self.sanne).json()
    }

    /// Does something on the newest version.
    fn act(&self, who: &str, tail: &str, mut body: Value) -> Answer {
        body["version"] = self.detail().version.into();
        self.installation.official(who, "POST", &self.path(tail), &body)
    }

    fn must(&self, who: &str, tail: &str, body: Value) -> CaseDetail {
        let answer = self.act(who, tail, body);
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json()
    }

    fn offer(&self, who: &str, to: &str) -> String {
        let detail = self.must(who, "/handovers", json!({ "to": to, "reason": "Dit gaat over uw werk." }));
        detail.handover.unwrap().id.to_string()
    }

    fn reply(&self, who: &str, handover: &str, accept: bool) -> Answer {
        let reason = if accept { "" } else { "Dit is niet van ons." };
        self.act(who, &format!("/handovers/{handover}/reply"), json!({ "accept": accept, "reason": reason }))
    }

    fn list(&self, who: &str, scope: &str) -> Vec<CaseSummary> {
        let answer =
            self.installation.official(who, "GET", &format!("/api/v1/admin/cases?scope={scope}"), &Value::Null);
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.json::<CaseList>().cases
    }

    fn followed(&self) -> FollowView {
        follow(&self.installation, KEY).json()
    }

    fn kinds(&self) -> Vec<CaseEntryKind> {
        self.detail().timeline.into_iter().map(|entry| entry.what).collect()
    }

    /// Waits so many days and does what has become due. Sessions end meanwhile, so everybody signs in again.
    fn wait(&mut self, days: i64) {
        self.installation.wait(days * DAY);
        [self.sanne, self.wil, self.piet, self.bram] = sign_in(&self.installation);
    }
}

fn sign_in(installation: &Installation) -> [String; 4] {
    ["sanne", "wil", "piet", "bram"].map(|official| installation.sign_in("kleinstad", official))
}

fn follow(installation: &Installation, key: &str) -> Answer {
    let path = format!("{ROOT}/followed-case?lang=nl");
    installation.send(request("GET", &path, &Value::Null).header("follow-key", key).body("".into()).unwrap())
}

fn follow_post(installation: &Installation, tail: &str, idempotency_key: &str, body: &Value) -> Answer {
    let path = format!("{ROOT}/followed-case/{tail}?lang=nl");
    let request = request("POST", &path, body).header("follow-key", KEY).header("idempotency-key", idempotency_key);
    installation.send(request.body(body.to_string().into()).unwrap())
}
