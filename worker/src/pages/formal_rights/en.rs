//! English: the citizens' initiative and the right to challenge.

use super::{RightWords, Words};

pub(super) const WORDS: Words = Words {
    initiative: RightWords {
        title: "Citizens’ initiative (burgerinitiatief)",
        lead: "With this you put a subject on the agenda of the municipal council.",
        not_yet: "It is not a citizens’ initiative yet. People who join in here want to help. That is not a signature. For a citizens’ initiative you collect signatures and hand in a request.",
        decides: "The council checks whether the request follows the rules. Then it talks about your subject and decides.",
    },
    challenge: RightWords {
        title: "Right to challenge (uitdaagrecht)",
        lead: "Can you and your neighbours do a task of the municipality better? Then you may ask to take it over.",
        not_yet: "It is not a request to take over a task yet. For that you hand in a plan.",
        decides: "The mayor and aldermen look at your plan and decide.",
    },
    not_yet_title: "Do you have an idea here?",
    what_for_title: "What is it for?",
    who_title: "Who can do this?",
    lives_here: "People who live in the municipality.",
    minimum_age: |age| format!("Minimum age: {age} years."),
    supporters_title: "How many people have to sign?",
    signatures: |number| format!("Number of signatures needed: {number}."),
    share: |share| format!("That is {share}% of the residents of 15 and older."),
    excluded_title: "What can it not be about?",
    desk_title: "Where do you hand it in?",
    decides_title: "Who decides?",
    regulation: "Read all the rules (the regulation, in Dutch)",
    only_dutch: "What the municipality itself wrote on this page is only there in Dutch.",
    to_council: "Take this plan to the municipal council?",
    no_signatures: "People who join in here have not signed. This is not a citizens’ initiative yet.",
    read_more: "Read what you need for a citizens’ initiative",
    more_than_idea: "Do you want to put something on the council’s agenda, or take over a task of the municipality? Read about:",
};
