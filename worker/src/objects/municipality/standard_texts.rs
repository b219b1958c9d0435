//! Ready texts for how a case ends: read by whoever is signed in, kept by the administrator.

use serde::{Deserialize, Serialize};
use shared::{
    fault::FaultCode,
    ids::StandardTextId,
    standard_text::{MOST_STANDARD_TEXTS, StandardTextContent},
    wire::standard_texts::{StandardTextList, StandardTextRequest},
};

use super::sessions::SignedInOfficial;
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    store::{
        audit::{self, Doer},
        municipality::{self, Which},
        standard_text,
    },
};

/// Reads them all.
#[derive(Debug, Serialize, Deserialize)]
pub struct ListStandardTexts {}

impl Operation for ListStandardTexts {
    type Reply = StandardTextList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "list-standard-texts";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<StandardTextList, Refusal> {
        super::settings(context)?;
        list(context)
    }
}

/// Makes one, or changes the one with this id. Answers how they stand then.
#[derive(Debug, Serialize, Deserialize)]
pub struct SaveStandardText {
    pub official: SignedInOfficial,
    pub id: Option<StandardTextId>,
    pub request: StandardTextRequest,
}

impl Operation for SaveStandardText {
    type Reply = StandardTextList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "save-standard-text";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<StandardTextList, Refusal> {
        let Self { official, id, request } = self;
        let version = request.version;
        let topics = municipality::topics(context.sql, Which::Current)?;
        let ready = StandardTextContent::from(request).read(&topics)?;
        let id = if let Some(id) = id {
            let changed = standard_text::update(context.sql, &id, version, &ready)?;
            passed_unless(context, changed, &id)?;
            id
        } else {
            let most = i64::try_from(MOST_STANDARD_TEXTS).unwrap_or(i64::MAX);
            if standard_text::count(context.sql)? >= most {
                return Err(Refusal::invalid("title", FaultCode::TooMany { max: MOST_STANDARD_TEXTS }));
            }
            let id = StandardTextId::from_random(context.random.id());
            standard_text::insert(context.sql, &id, &ready)?;
            id
        };
        audit::record(context, &Doer::Official(&official.id), "standard-text.save", &format!("standard-text:{id}"))?;
        list(context)
    }
}

/// Takes one away. Cases keep what was sent.
#[derive(Debug, Serialize, Deserialize)]
pub struct RemoveStandardText {
    pub official: SignedInOfficial,
    pub id: StandardTextId,
    pub version: u64,
}

impl Operation for RemoveStandardText {
    type Reply = StandardTextList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "remove-standard-text";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<StandardTextList, Refusal> {
        let Self { official, id, version } = self;
        let removed = standard_text::remove(context.sql, &id, version)?;
        passed_unless(context, removed, &id)?;
        audit::record(context, &Doer::Official(&official.id), "standard-text.remove", &format!("standard-text:{id}"))?;
        list(context)
    }
}

/// Why nothing changed: it is gone, or somebody was first.
fn passed_unless(context: &Context<'_>, done: bool, id: &StandardTextId) -> Result<(), Refusal> {
    match done {
        true => Ok(()),
        false if standard_text::exists(context.sql, id)? => Err(Refusal::conflict(Code::VersionPassed)),
        false => Err(Refusal::NotFound),
    }
}

/// By ending, then by title.
fn list(context: &Context<'_>) -> Result<StandardTextList, Refusal> {
    let mut texts = standard_text::all(context.sql)?;
    texts.sort_by_key(|text| text.content.ending);
    Ok(StandardTextList { texts })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use shared::wire::standard_texts::StandardTextList;

    use crate::testing::Installation;

    const PATH: &str = "/api/v1/admin/standard-texts";

    fn text() -> Value {
        json!({
            "version": 0, "title": "Boom is gezond", "ending": "notDone", "topicId": "openbare-ruimte",
            "language": "nl", "words": "De boom is gezond. Daarom laten wij hem staan."
        })
    }

    #[test]
    fn the_administrator_keeps_them_and_everybody_reads_them() {
        let installation = Installation::new();
        let [ali, wil, sanne] = ["ali", "wil", "sanne"].map(|official| installation.sign_in("kleinstad", official));
        let made = installation.official(&ali, "POST", PATH, &text());
        assert_eq!(made.status, 200, "{}", made.text());
        for other in [&wil, &sanne] {
            assert_eq!(installation.official(other, "POST", PATH, &text()).status, 403);
            let read: StandardTextList = installation.official(other, "GET", PATH, &Value::Null).json();
            assert_eq!(read.texts[0].content.title, "Boom is gezond");
        }
        let id = made.json::<StandardTextList>().texts[0].id.to_string();
        let mut changed = text();
        changed["title"] = "Gezonde boom".into();
        let path = format!("{PATH}/{id}");
        assert_eq!(installation.official(&ali, "PUT", &path, &changed).problem().code, "versionPassed");
        changed["version"] = 1.into();
        assert_eq!(installation.official(&ali, "PUT", &path, &changed).status, 200);
        let removal = format!("{path}/removal");
        assert_eq!(installation.official(&ali, "POST", &removal, &json!({ "version": 1 })).status, 409);
        let left = installation.official(&ali, "POST", &removal, &json!({ "version": 2 }));
        assert!(left.json::<StandardTextList>().texts.is_empty());
        assert_eq!(installation.official(&ali, "POST", &removal, &json!({ "version": 2 })).status, 404);
    }

    #[test]
    fn a_text_for_a_topic_that_is_not_there_is_refused() {
        let installation = Installation::new();
        let ali = installation.sign_in("kleinstad", "ali");
        let mut wrong = text();
        wrong["topicId"] = "weg".into();
        wrong["words"] = " ".into();
        let problem = installation.official(&ali, "POST", PATH, &wrong).problem();
        let fields: Vec<&str> = problem.faults.iter().map(|view| view.fault.field.as_str()).collect();
        assert_eq!(fields, ["words", "topicId"]);
    }
}
