//! Questions of the library, added to a poll in the editor.

use leptos::prelude::*;
use shared::poll::library::Template;

use super::draft::PollDraft;
use super::question_draft::QuestionDraft;
use crate::session::session;

impl PollDraft {
    /// The library is opened for questions to add here; what is typed stays in the draft.
    pub(crate) fn look_in_library(&self) {
        let id = self.id.get_value();
        session().library.look_for_questions((self.version.get_untracked() > 0).then_some(&id));
    }

    /// Adds the questions of a block of the library behind those that are there. A question that nobody has
    /// written anything in yet makes room.
    pub(crate) fn add_block(&self, block: Template) {
        self.questions.update(|questions| {
            questions.retain(|question| !question.is_blank());
            let taken = questions.iter().map(|question| question.id.get_value()).collect();
            questions.extend(block.into_questions(taken).iter().map(QuestionDraft::of));
        });
        self.touched.set(true);
    }
}

#[cfg(test)]
mod tests {
    use shared::ids::PollId;

    use super::*;

    #[test]
    fn a_block_is_added_behind_what_is_there_with_free_ids() {
        let block: Template = serde_json::from_str(
            r#"{"id":"b","shape":"block","theme":"lighting","levels":[],"advice":{"nl":"A"},"title":{"nl":"T"},
            "intro":{"nl":"I"},"influence":"inform","asksArea":true,"questions":[
            {"id":"a","text":{"nl":"A"},"kind":{"type":"openText"}},
            {"id":"b","text":{"nl":"B"},"kind":{"type":"scale","to":5,"low":{"nl":"l"},"high":{"nl":"h"}}}]}"#,
        )
        .unwrap();
        Owner::new().with(|| {
            // The empty question that a new poll begins with makes room.
            let draft = PollDraft::new(PollId::parse("p").unwrap());
            let ids = || -> Vec<String> {
                draft.questions.with_untracked(|all| all.iter().map(|one| one.id.get_value().to_string()).collect())
            };
            draft.add_block(block.clone());
            assert_eq!(ids(), ["a", "b"]);
            draft.add_block(block);
            assert_eq!(ids(), ["a", "b", "a-2", "b-2"]);
            assert!(draft.holds_text());
        });
    }
}
