//! How forms are made, after the form guidelines of NL Design System (docs/accessibility.md): what of it shows in the HTML.

use crate::{attributes, every_page, html};

/// The opening tags of these elements, in the order of the page.
fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!("<{name} ");
    html.match_indices(&start).map(|(place, _)| html[place..].split('>').next().unwrap()).collect()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    attributes(tag, name).next()
}

/// Above it, so that a keyboard on the screen does not cover it, and after the label, which it is about.
#[test]
fn what_is_wrong_stands_between_the_label_and_the_field() {
    let mut seen = 0;
    for (page, state) in every_page() {
        let html = html(&state);
        let fields = ["input", "textarea", "select", "fieldset"].map(|name| tags(&html, name)).concat();
        for field in fields.iter().filter(|field| field.contains("aria-invalid=\"true\"")) {
            let place = html.find(field).unwrap();
            // A row of several fields has its fault at the group around it.
            let described = attribute(field, "aria-describedby").unwrap_or_default();
            let Some(error) = described.split(' ').find(|id| id.ends_with("-error")) else { continue };
            let error = html.find(&format!("id=\"{error}\"")).unwrap();
            let label = attribute(field, "id").and_then(|id| html.find(&format!("for=\"{id}\"")));
            if field.starts_with("<fieldset") {
                let first = html[place..].find("<input").map(|input| place + input).unwrap();
                let legend = html[place..].find("<legend").map(|legend| place + legend).unwrap();
                assert!(legend < error && error < first, "{page}: {field}");
            } else {
                assert!(label.is_some_and(|label| label < error) && error < place, "{page}: {field}");
            }
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen}");
}

/// Who presses a button that does nothing does not learn why.
#[test]
fn no_button_and_no_field_is_disabled() {
    for (page, state) in every_page() {
        let html = html(&state);
        for name in ["button", "input", "textarea", "select", "fieldset"] {
            for tag in tags(&html, name) {
                let refuses = [" disabled", "aria-disabled", " readonly"].iter().any(|word| tag.contains(word));
                assert!(!refuses, "{page}: {tag}");
            }
        }
    }
}

/// All that can be chosen is seen at once. Only the places of a ranking, which are numbers, are lists that open.
#[test]
fn one_of_several_is_chosen_by_radio_buttons() {
    let mut radios = 0;
    for (page, state) in every_page() {
        let html = html(&state);
        assert!(page.contains("ranking") || tags(&html, "select").is_empty(), "{page} has a list that opens");
        radios += html.matches("type=\"radio\"").count();
    }
    assert!(radios > 100, "only {radios}");
}

/// One heading, and one name for all that takes an answer; a battery, a ranking and an own text have one for each part.
#[test]
fn a_step_of_a_poll_asks_one_question() {
    let mut asked = 0;
    for (page, state) in every_page() {
        let html = html(&state);
        let fields = ["input", "textarea", "select"].map(|name| tags(&html, name)).concat();
        let fields = fields.iter().filter(|field| !field.contains("type=\"hidden\""));
        let mut names: Vec<&str> = fields.filter_map(|field| attribute(field, "name")).collect();
        names.sort_unstable();
        names.dedup();
        let answers = names.iter().filter(|name| name.starts_with("answers.")).count();
        if !page.contains("poll-q") {
            continue;
        }
        assert_eq!(answers, 1, "{page}: {names:?}");
        asked += 1;
    }
    assert!(asked > 20, "only {asked}");
}

/// Neither does a page go on by itself, nor does a field say inside what belongs above it.
#[test]
fn nothing_goes_by_itself_and_no_label_vanishes() {
    for (page, state) in every_page() {
        let html = html(&state);
        assert!(!html.contains("http-equiv"), "{page} goes on by itself");
        assert!(!html.contains(" placeholder="), "{page} has a label that vanishes");
        // A summary of what is wrong takes it, also without scripts; nothing else does.
        let focused = tags(&html, "h2").iter().filter(|tag| tag.contains(" autofocus")).count();
        assert_eq!(html.matches(" autofocus").count(), focused, "{page} takes the focus");
    }
}
