//! What a program sends, as JSON.
//!
//! By hand, because a serializer would be a tenth of what a resident downloads, and because the browser reads JSON by
//! itself. The tests hold it against the types of the API.

use shared::poll::Answer;
use shared::wire::public::{BallotRequest, ProposalRequest};

use crate::forms::postcode::Typed;

/// JSON as it is written, from the first character to the last.
#[derive(Default)]
struct Json(String);

pub(crate) fn ballot(request: &BallotRequest) -> String {
    let mut json = Json::default();
    json.raw("{\"answers\":");
    json.all('{', '}', request.answers.iter(), |json, (question, answer)| {
        json.name(&question.to_string());
        json.answer(answer);
    });
    json.raw(",");
    json.optional("areaId", request.area_id.as_ref().map(ToString::to_string));
    json.raw("}");
    json.0
}

pub(crate) fn area_lookup(typed: &Typed) -> String {
    let mut json = Json::default();
    json.raw("{\"postcode\":");
    json.text(&typed.postcode);
    json.raw(",");
    json.name("houseNumber");
    json.text(&typed.number);
    json.raw("}");
    json.0
}

pub(crate) fn proposal(request: &ProposalRequest) -> String {
    let draft = &request.draft;
    let mut json = Json::default();
    json.raw("{\"draft\":{");
    json.optional("topicId", draft.topic_id.as_ref().map(ToString::to_string));
    json.raw(",");
    json.optional("areaId", draft.area_id.as_ref().map(ToString::to_string));
    for (name, text) in [
        ("what", &draft.what),
        ("why", &draft.why),
        ("weDo", &draft.we_do),
        ("weNeed", &draft.we_need),
        ("email", &draft.email),
    ] {
        json.raw(",");
        json.name(name);
        json.text(text);
    }
    for (name, on) in [
        ("onlyInform", draft.only_inform),
        ("neighbourhoodWatch", draft.neighbourhood_watch),
        ("mayBePublic", draft.may_be_public),
    ] {
        json.raw(",");
        json.name(name);
        json.raw(if on { "true" } else { "false" });
    }
    json.raw("},");
    json.name("language");
    json.text(request.language.tag());
    json.raw(",");
    json.name("followKey");
    json.text(request.follow_key.as_str());
    json.raw("}");
    json.0
}

impl Json {
    fn raw(&mut self, json: &str) {
        self.0.push_str(json);
    }

    fn text(&mut self, text: &str) {
        self.0.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => {
                    self.0.push('\\');
                    self.0.push(character);
                }
                '\0'..' ' => {
                    let number = u32::from(character);
                    self.raw("\\u00");
                    self.0
                        .extend([number / 16, number % 16].into_iter().filter_map(|digit| char::from_digit(digit, 16)));
                }
                character => self.0.push(character),
            }
        }
        self.0.push('"');
    }

    fn name(&mut self, name: &str) {
        self.text(name);
        self.0.push(':');
    }

    fn optional(&mut self, name: &str, value: Option<String>) {
        self.name(name);
        match value {
            Some(value) => self.text(&value),
            None => self.raw("null"),
        }
    }

    fn number(&mut self, number: u8) {
        self.raw(&number.to_string());
    }

    fn all<T>(&mut self, open: char, close: char, items: impl Iterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        self.0.push(open);
        for (place, item) in items.enumerate() {
            if place > 0 {
                self.0.push(',');
            }
            write(self, item);
        }
        self.0.push(close);
    }

    fn answer(&mut self, answer: &Answer) {
        if *answer == Answer::NoOpinion {
            return self.text("noOpinion");
        }
        self.raw("{");
        match answer {
            Answer::Choice(option) => {
                self.name("choice");
                self.text(&option.to_string());
            }
            Answer::Choices(_) => {
                self.name("choices");
                self.options(answer);
            }
            Answer::Namely { text, .. } => {
                self.raw("\"namely\":{\"options\":");
                self.options(answer);
                self.raw(",");
                self.name("text");
                self.text(text);
                self.raw("}");
            }
            Answer::Scale(value) => {
                self.name("scale");
                self.number(*value);
            }
            Answer::Battery(given) => {
                self.name("battery");
                self.all('{', '}', given.iter(), |json, (statement, answer)| {
                    json.name(&statement.to_string());
                    json.answer(answer);
                });
            }
            Answer::Ranking(given) => {
                self.name("ranking");
                self.all('{', '}', given.iter(), |json, (option, place)| {
                    json.name(&option.to_string());
                    json.number(*place);
                });
            }
            Answer::Text(text) => {
                self.name("text");
                self.text(text);
            }
            Answer::NoOpinion => {}
        }
        self.raw("}");
    }

    fn options(&mut self, answer: &Answer) {
        self.all('[', ']', answer.options(), |json, option| json.text(&option.to_string()));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use shared::follow_key::FollowKey;
    use shared::ids::OptionId;
    use shared::poll::Answers;
    use shared::proposal::ProposalDraft;
    use shared::text::Language;

    use super::*;

    const TYPED: &str = "\"Eén\" \\ twee\n\ten \u{1f} en </script> \u{1f3e0}";

    fn option(id: &str) -> OptionId {
        OptionId::parse(id).unwrap()
    }

    #[test]
    fn the_api_reads_every_kind_of_answer_as_it_was_meant() {
        let kinds = vec![
            Answer::Choice(option("a")),
            Answer::Choices(vec![option("a"), option("b")]),
            Answer::Choices(Vec::new()),
            Answer::Namely { options: vec![option("c")], text: TYPED.into() },
            Answer::Scale(7),
            Answer::NoOpinion,
            Answer::Battery(BTreeMap::from([
                (option("x"), Answer::NoOpinion),
                (option("y"), Answer::Scale(1)),
                (option("z"), Answer::Choice(option("a"))),
            ])),
            Answer::Battery(BTreeMap::new()),
            Answer::Ranking(BTreeMap::from([(option("a"), 2), (option("b"), 1)])),
            Answer::Text(TYPED.into()),
        ];
        let mut answers = Answers::new();
        for (place, answer) in kinds.into_iter().enumerate() {
            answers.insert(format!("q{place}").parse().unwrap(), answer);
        }
        for (answers, area_id) in [(answers, Some("noord".parse().unwrap())), (Answers::new(), None)] {
            let request = BallotRequest { answers, area_id };
            assert_eq!(serde_json::from_str::<BallotRequest>(&ballot(&request)).unwrap(), request);
        }
    }

    #[test]
    fn the_api_reads_a_proposal_as_it_was_meant() {
        let whole = ProposalDraft {
            topic_id: Some("licht".parse().unwrap()),
            area_id: Some("noord".parse().unwrap()),
            what: TYPED.into(),
            why: "b".into(),
            we_do: "c".into(),
            we_need: "d".into(),
            only_inform: true,
            neighbourhood_watch: true,
            email: "e@example.org".into(),
            may_be_public: true,
        };
        for draft in [whole, ProposalDraft::default()] {
            let follow_key = FollowKey::from_random([9; 16]);
            let request = ProposalRequest { draft, language: Language::En, follow_key };
            assert_eq!(serde_json::from_str::<ProposalRequest>(&proposal(&request)).unwrap(), request);
        }
    }
}
