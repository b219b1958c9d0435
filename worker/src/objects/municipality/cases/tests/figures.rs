//! Figures for each partner, through the router: counted from real events, and never those of another partner.

use serde_json::{Value, json};
use shared::{
    partner_figures::{Days, OfferFigures, PartnerFigures, TurnFigures},
    wire::partner_figures::PartnerFiguresView,
};

use super::Office;
use crate::testing::Answer;

const PATH: &str = "/api/v1/admin/partner-figures";
/// The case comes in on Monday 2 March 2026.
const MARCH: &str = "from=2026-03-01&until=2026-03-31";

impl Office {
    fn ask_figures(&self, who: &str, period: &str) -> Answer {
        self.installation.official(who, "GET", &format!("{PATH}?{period}"), &Value::Null)
    }

    /// By partner, as this official reads them.
    fn figures(&self, who: &str) -> Vec<(String, PartnerFigures)> {
        let answer = self.ask_figures(who, MARCH);
        assert_eq!(answer.status, 200, "{}", answer.text());
        let view: PartnerFiguresView = answer.json();
        view.partners.into_iter().map(|row| (row.partner_id.to_string(), row.figures)).collect()
    }
}

/// Woonstad gets the case, asks the police twice, and tells the resident nothing; the police do after a day.
fn handled() -> Office {
    let mut office = Office::new();
    let _ = office.offer(&office.wil, "politie");
    office.wait(1);
    let id = office.detail().handover.unwrap().id;
    let no = json!({ "accept": false, "reason": "Dit is niet van ons." });
    let _ = office.must(&office.piet, &format!("/handovers/{id}/reply"), no);
    let id = office.offer(&office.wil, "politie");
    office.wait(2);
    let _ = office.must(&office.piet, &format!("/handovers/{id}/reply"), json!({ "accept": true }));
    office.wait(1);
    let _ = office.must(&office.piet, "/updates", json!({ "text": "Wij komen langs." }));
    office
}

fn police() -> PartnerFigures {
    PartnerFigures {
        offers: OfferFigures {
            offered: 2,
            accepted: 1,
            declined: 1,
            days: Some(Days { median: 1.5, longest: 2 }),
            ..OfferFigures::default()
        },
        turns: TurnFigures { cases: 1, answered: 1, waiting: 0, days: Some(Days { median: 1.0, longest: 1 }) },
    }
}

#[test]
fn the_coordinator_reads_every_partner_and_a_partner_its_own() {
    let office = handled();
    let woonstad =
        PartnerFigures { turns: TurnFigures { cases: 1, ..TurnFigures::default() }, ..PartnerFigures::default() };
    let all = [
        ("gemeente".to_owned(), PartnerFigures::default()),
        ("politie".to_owned(), police()),
        ("woonstad".to_owned(), woonstad.clone()),
    ];
    assert_eq!(office.figures(&office.sanne), all);
    assert_eq!(office.figures(&office.piet), [("politie".to_owned(), police())]);
    assert_eq!(office.figures(&office.wil), [("woonstad".to_owned(), woonstad)]);
    // A handler, an editor and a reader of the coordinating partner see no more than their own either.
    let [els, rik, ali] = ["els", "rik", "ali"].map(|official| office.installation.sign_in("kleinstad", official));
    for who in [&office.bram, &els, &rik] {
        assert_eq!(office.figures(who), [("gemeente".to_owned(), PartnerFigures::default())]);
    }
    assert_eq!(office.ask_figures(&ali, MARCH).status, 403, "an administrator sees no cases");
}

#[test]
fn what_was_outside_the_period_does_not_count() {
    let office = handled();
    let before: PartnerFiguresView = office.ask_figures(&office.sanne, "from=2026-02-01&until=2026-03-01").json();
    assert!(before.partners.iter().all(|row| row.figures == PartnerFigures::default()), "{before:?}");
    // The second offer, and the case that the police took over, are of the days after the first.
    let later: PartnerFiguresView = office.ask_figures(&office.piet, "from=2026-03-03&until=2026-03-31").json();
    let figures = &later.partners[0].figures;
    assert_eq!((figures.offers.offered, figures.offers.accepted, figures.turns.cases), (1, 1, 1));
    for (period, fault) in [
        ("from=2026-03-02&until=2026-03-01", "notTogether"),
        ("from=2025-01-01&until=2026-12-31", "periodTooLong"),
        ("from=2026-03-02&until=morgen", "wrongKind"),
        ("from=2026-03-02", "required"),
    ] {
        let refused = office.ask_figures(&office.sanne, period);
        assert_eq!(refused.status, 400, "{period}");
        assert!(refused.text().contains(fault), "{period}: {}", refused.text());
    }
}
