//! What is on a page or in a frame, found by role and by label.

use serde_json::{Value, json};

use super::{
    found::Found,
    node::{Node, Role, matches, plain},
    tab::{Key, Tab},
    wait,
    window::{Place, Window},
};

/// A page or frame to look at, in a tab of Chromium or of Firefox.
#[derive(Debug)]
pub struct View<'t, T = Tab> {
    pub(super) tab: &'t T,
    pub(super) place: Place,
}

impl<T> Clone for View<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for View<'_, T> {}

impl<'t, T: Window> View<'t, T> {
    pub(super) const fn new(tab: &'t T, place: Place) -> Self {
        Self { tab, place }
    }

    /// The thing of this role and name. A name that ends in `…` only has to begin so.
    pub fn by_role(self, role: Role, name: &str) -> Found<'t, T> {
        Found::new(self, role, name)
    }

    /// The field with this label, of whatever kind it is.
    #[track_caller]
    pub fn by_label(self, label: &str) -> Found<'t, T> {
        let kinds = [
            Role::Field,
            Role::Search,
            Role::Choice,
            Role::Radio,
            Role::Checkbox,
            Role::Date,
            Role::Number,
            Role::Group,
        ];
        let role = wait::until(&format!("a field with the label \"{label}\""), || {
            let mut seen = Vec::new();
            for role in kinds {
                let found = self.by_role(role, label);
                match found.look() {
                    Ok(_) => return Ok(role),
                    Err(instead) => seen.push(instead),
                }
            }
            Err(seen.join("\n"))
        });
        self.by_role(role, label)
    }

    pub fn button(self, name: &str) -> Found<'t, T> {
        self.by_role(Role::Button, name)
    }

    pub fn link(self, name: &str) -> Found<'t, T> {
        self.by_role(Role::Link, name)
    }

    pub fn heading(self, name: &str) -> Found<'t, T> {
        self.by_role(Role::Heading, name)
    }

    /// Everything of this role that is there now, by name.
    pub fn names(self, role: Role) -> Vec<String> {
        self.nodes(role).unwrap_or_default().into_iter().map(|node| node.name).collect()
    }

    /// The role-less text on the page or in the frame, as it is shown.
    pub fn text(self) -> Result<String, String> {
        let text = self.evaluate("document.body ? document.body.innerText : ''")?;
        Ok(plain(text.as_str().unwrap_or_default()))
    }

    /// Waits until this text is shown.
    #[track_caller]
    pub fn reads(self, text: &str) {
        let wanted = plain(text);
        self.until_text(&format!("the text \"{wanted}\""), |shown| shown.contains(&wanted));
    }

    /// Waits until this text is not shown.
    #[track_caller]
    pub fn reads_no(self, text: &str) {
        let unwanted = plain(text);
        self.until_text(&format!("the text \"{unwanted}\" to go"), |shown| !shown.contains(&unwanted));
    }

    /// Waits until the text that is shown fits, and returns it.
    #[track_caller]
    pub fn until_text(self, what: &str, fits: impl Fn(&str) -> bool) -> String {
        wait::until(what, || {
            let shown = self.text()?;
            if fits(&shown) { Ok(shown) } else { Err(format!("this is shown instead:\n{shown}")) }
        })
    }

    /// The value of an expression without promises; it works with scripts switched off, as the browser's own
    /// tools do.
    pub fn evaluate(self, expression: &str) -> Result<Value, String> {
        self.tab.evaluate(self.place, expression)
    }

    pub(super) fn nodes(self, role: Role) -> Result<Vec<Node>, String> {
        self.tab.nodes(self.place, role)
    }
}

impl View<'_> {
    /// What has the focus: its role and its name.
    pub fn focus(self) -> Result<(String, String), String> {
        let session = self.session()?;
        let answer = self.query(&session, json!({}))?;
        let nodes = answer["nodes"].as_array().cloned().unwrap_or_default();
        nodes
            .iter()
            .rev()
            .find(|node| node["role"]["value"] != "RootWebArea" && Node::read(node).is("focused"))
            .map(|node| (node["role"]["value"].as_str().unwrap_or_default().to_owned(), Node::read(node).name))
            .ok_or_else(|| "nothing here has the focus".to_owned())
    }

    /// Waits until this has the focus.
    #[track_caller]
    pub fn has_focus(self, role: Role, name: &str) {
        wait::until(&format!("the focus on {} \"{name}\"", role.name()), || {
            let (is_role, is_name) = self.focus()?;
            if is_role == role.name() && matches(&is_name, name) {
                Ok(())
            } else {
                Err(format!("the focus is on {is_role} \"{is_name}\""))
            }
        });
    }

    /// Presses Tab until this has the focus, as somebody without a mouse does, and returns what had it on the way.
    ///
    /// # Panics
    /// When it is not reached within a hundred times.
    #[track_caller]
    pub fn tab_to(self, role: Role, name: &str) -> Vec<String> {
        const ENOUGH: usize = 100;
        self.by_role(role, name).wait();
        let mut way = Vec::new();
        while way.len() < ENOUGH {
            if let Ok((is_role, is_name)) = self.focus() {
                if is_role == role.name() && matches(&is_name, name) {
                    return way;
                }
                way.push(format!("{is_role} \"{is_name}\""));
            } else {
                way.push("elsewhere".to_owned());
            }
            self.tab.press(Key::Tab);
        }
        panic!("Tab does not reach {} \"{name}\"; it went\n{}", role.name(), way.join("\n"))
    }

    /// How wide the content is, and how much room it has, in CSS pixels.
    pub fn widths(self) -> Result<(u64, u64), String> {
        let widths =
            self.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth].join()")?;
        widths
            .as_str()
            .and_then(|widths| widths.split_once(','))
            .and_then(|(content, room)| Some((content.parse().ok()?, room.parse().ok()?)))
            .ok_or_else(|| format!("no widths: {widths}"))
    }
}
