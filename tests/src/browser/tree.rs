//! The whole of what a screen reader gets, in the order in which it reads: roles, names, states.

use std::fmt::Write;

use serde_json::{Value, json};

use super::{node::Node, view::View, wait};

/// What a person hears as a thing of its own; text between things is not listed.
const HEARD: [&str; 12] = [
    "heading",
    "group",
    "radiogroup",
    "radio",
    "checkbox",
    "textbox",
    "combobox",
    "button",
    "link",
    "status",
    "alert",
    "image",
];

impl View<'_> {
    /// Everything in the main part of the page, a line each: `radio "Elke dag", not checked, in "Hoe vaak …?"`.
    pub fn tree(self) -> Result<Vec<String>, String> {
        let session = self.session()?;
        let answer = self.ask(&session, "Accessibility.getFullAXTree", json!({}))?;
        let nodes: Vec<&Value> = answer["nodes"].as_array().into_iter().flatten().collect();
        let main = nodes.iter().find(|node| node["role"]["value"] == "main").ok_or("no main part")?;
        let mut lines = Vec::new();
        walk(&nodes, main, "", &mut lines);
        Ok(lines)
    }

    /// Waits until the tree holds these lines in this order, whatever stands between them. A line that ends in `…` only
    /// has to begin so.
    #[track_caller]
    pub fn tells(self, wanted: &[String]) {
        wait::until("what a screen reader tells", || {
            let told = self.tree()?;
            let mut rest = told.iter();
            for line in wanted {
                let fits = |told: &String| match line.strip_suffix('…') {
                    Some(beginning) => told.starts_with(beginning),
                    None => told == line,
                };
                if !rest.any(fits) {
                    return Err(format!("not in its place: {line}\n  in\n  {}", told.join("\n  ")));
                }
            }
            Ok(())
        });
    }
}

fn walk(nodes: &[&Value], node: &Value, group: &str, lines: &mut Vec<String>) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let mut inner = group.to_owned();
    if node["ignored"] != true && HEARD.contains(&role) {
        let read = Node::read(node);
        lines.push(line(role, &read, group));
        if matches!(role, "group" | "radiogroup") && !read.name.is_empty() {
            inner.clone_from(&read.name);
        }
    }
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = nodes.iter().find(|node| &node["nodeId"] == child) {
            walk(nodes, child, &inner, lines);
        }
    }
}

fn line(role: &str, node: &Node, group: &str) -> String {
    let mut line = format!("{role} \"{}\"", node.name);
    if matches!(role, "radio" | "checkbox") {
        line.push_str(if node.is("checked") { ", checked" } else { ", not checked" });
    }
    // Writing to a text cannot fail.
    if matches!(role, "textbox" | "combobox") {
        let _ = write!(line, ", holds \"{}\"", node.value);
    }
    for state in ["invalid", "focused"] {
        if node.is(state) {
            let _ = write!(line, ", {state}");
        }
    }
    if !node.description.is_empty() {
        let _ = write!(line, ", described \"{}\"", node.description);
    }
    if matches!(role, "radio" | "checkbox") && !group.is_empty() {
        let _ = write!(line, ", in \"{group}\"");
    }
    line
}
