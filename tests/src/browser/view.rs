//! What is on a page or in a frame, found by role and by label.

use std::time::Duration;

use serde_json::{Value, json};

use super::{
    node::{Node, Role, matches, plain},
    tab::{Key, Session, Tab},
    wait,
};

/// How long a page may take to tell its accessibility tree: it takes milliseconds, or for ever.
const TREE_LIMIT: Duration = Duration::from_secs(4);

/// Where to look.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    Page,
    /// A frame from another site, counted from 0.
    Frame(usize),
}

/// A page or frame to look at.
#[derive(Debug, Clone, Copy)]
pub struct View<'t> {
    tab: &'t Tab,
    place: Place,
}

impl<'t> View<'t> {
    pub(super) const fn new(tab: &'t Tab, place: Place) -> Self {
        Self { tab, place }
    }

    /// The thing of this role and name. A name that ends in `…` only has to begin so.
    pub fn by_role(self, role: Role, name: &str) -> Found<'t> {
        Found { view: self, role, name: name.to_owned(), nth: None }
    }

    /// The field with this label, of whatever kind it is.
    #[track_caller]
    pub fn by_label(self, label: &str) -> Found<'t> {
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

    pub fn button(self, name: &str) -> Found<'t> {
        self.by_role(Role::Button, name)
    }

    pub fn link(self, name: &str) -> Found<'t> {
        self.by_role(Role::Link, name)
    }

    pub fn heading(self, name: &str) -> Found<'t> {
        self.by_role(Role::Heading, name)
    }

    /// Everything of this role that is there now, by name.
    pub fn names(self, role: Role) -> Vec<String> {
        self.nodes(role.name()).unwrap_or_default().into_iter().map(|node| node.name).collect()
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

    /// The value of an expression without promises; it works with scripts switched off, as the browser's own
    /// tools do.
    pub fn evaluate(self, expression: &str) -> Result<Value, String> {
        let session = self.session()?;
        let asked = json!({ "expression": expression, "returnByValue": true });
        let answer = self.tab.devtools.ask(&session.id, "Runtime.evaluate", asked)?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(details.to_string()),
            None => Ok(answer["result"]["value"].clone()),
        }
    }

    pub(super) fn session(self) -> Result<Session, String> {
        match self.place {
            Place::Page => self.tab.sessions().into_iter().next().ok_or_else(|| "no page".to_owned()),
            Place::Frame(place) => self.tab.frame_session(place),
        }
    }

    pub(super) fn ask(self, session: &Session, method: &str, params: Value) -> Result<Value, String> {
        self.tab.devtools.ask(&session.id, method, params)
    }

    /// Asks the accessibility tree, which the browser makes when it next draws. A page that is just being replaced
    /// or a frame out of sight is not drawn and would never answer: the frame is brought into sight, and whoever
    /// waits asks again.
    fn query(self, session: &Session, mut what: Value) -> Result<Value, String> {
        let devtools = &self.tab.devtools;
        let document = devtools.ask(&session.id, "DOM.getDocument", json!({ "depth": 0 }))?;
        what["nodeId"] = document["root"]["nodeId"].clone();
        let answer = devtools.ask_within(TREE_LIMIT, &session.id, "Accessibility.queryAXTree", what);
        if answer.is_err()
            && let Place::Frame(_) = self.place
        {
            let owner = self.owner(session)?;
            devtools.ask(&self.tab.page, "DOM.scrollIntoViewIfNeeded", json!({ "backendNodeId": owner }))?;
        }
        answer
    }

    fn nodes(self, role: &str) -> Result<Vec<Node>, String> {
        let session = self.session()?;
        let answer = self.query(&session, json!({ "role": role }))?;
        Ok(answer["nodes"].as_array().into_iter().flatten().map(Node::read).collect())
    }
}

/// Something on a page, looked up anew for everything that is done with it.
#[derive(Debug, Clone)]
pub struct Found<'t> {
    view: View<'t>,
    role: Role,
    name: String,
    nth: Option<usize>,
}

impl Found<'_> {
    /// Where there are several: the one at this place, counted from 0.
    #[must_use]
    pub fn nth(self, nth: usize) -> Self {
        Self { nth: Some(nth), ..self }
    }

    fn what(&self) -> String {
        format!("{} \"{}\"", self.role.name(), self.name)
    }

    fn look(&self) -> Result<Node, String> {
        let nodes = self.view.nodes(self.role.name())?;
        let fitting: Vec<&Node> = nodes.iter().filter(|node| matches(&node.name, &self.name)).collect();
        match (fitting.as_slice(), self.nth) {
            ([only], None) => Ok((*only).clone()),
            ([_, _, ..], None) => Err(format!("there are {} of {}", fitting.len(), self.what())),
            (several, Some(nth)) if nth < several.len() => Ok(several[nth].clone()),
            _ => {
                let names: Vec<String> = nodes.iter().map(|node| format!("  \"{}\"", node.name)).collect();
                Err(format!("of role {} there is\n{}", self.role.name(), names.join("\n")))
            }
        }
    }

    /// Waits until it is there, just once.
    #[track_caller]
    pub fn wait(&self) -> &Self {
        self.node();
        self
    }

    #[track_caller]
    fn node(&self) -> Node {
        wait::until(&self.what(), || self.look())
    }

    /// Waits until it is not there.
    #[track_caller]
    pub fn gone(&self) {
        wait::until(&format!("{} to go", self.what()), || match self.look() {
            Ok(_) => Err("it is still there".to_owned()),
            Err(_) => Ok(()),
        });
    }

    /// Whether it is there now.
    pub fn is_there(&self) -> bool {
        self.look().is_ok()
    }

    /// Whether it is marked as chosen.
    #[track_caller]
    pub fn is_checked(&self) -> bool {
        self.node().is("checked")
    }

    /// Whether it is marked as wrong.
    #[track_caller]
    pub fn is_invalid(&self) -> bool {
        self.node().is("invalid")
    }

    /// What is filled in.
    #[track_caller]
    pub fn value(&self) -> String {
        self.node().value
    }

    /// What is said about it beside its name: help, and what is wrong.
    #[track_caller]
    pub fn description(&self) -> String {
        self.node().description
    }

    /// Clicks in the middle of it, after scrolling to it, once it lies still from one look to the next.
    ///
    /// A frame that grows just then lets the press land beside it; such a press is let go elsewhere, which clicks
    /// nothing, and tried again.
    #[track_caller]
    pub fn click(&self) {
        let mut before = None;
        wait::until(&format!("a click on {}", self.what()), || {
            let node = self.look()?;
            let middle = self.middle(&node)?;
            if before.replace(middle) != Some(middle) {
                return Err("it moves".to_owned());
            }
            self.mouse("mouseMoved", "none", middle)?;
            self.mouse("mousePressed", "left", middle)?;
            // The browser's own mark, so that it works with scripts switched off; a label's press marks its field.
            let pressed = self.call("return this.matches(':active')");
            if pressed == Ok(Value::Bool(true)) {
                self.mouse("mouseReleased", "left", middle)
            } else {
                self.mouse("mouseReleased", "left", (0.0, 0.0))?;
                Err(format!("the press did not reach it: {pressed:?}"))
            }
        });
    }

    fn mouse(&self, kind: &str, button: &str, (x, y): (f64, f64)) -> Result<(), String> {
        let tab = self.view.tab;
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": 1 });
        tab.devtools.ask(&tab.page, "Input.dispatchMouseEvent", event).map(drop)
    }

    /// Chooses a radio button or ticks a box, unless it is already.
    #[track_caller]
    pub fn choose(&self) {
        if !self.is_checked() {
            self.click();
        }
        wait::until(&format!("{} to be chosen", self.what()), || {
            if self.look()?.is("checked") { Ok(()) } else { Err("it is not chosen".to_owned()) }
        });
    }

    /// Writes a text in place of what is there.
    #[track_caller]
    pub fn fill(&self, text: &str) {
        self.focus();
        self.view.tab.select_all();
        if text.is_empty() {
            self.view.tab.press(Key::Delete);
        } else {
            self.view.tab.type_text(text);
        }
        let wanted = plain(text);
        wait::until(&format!("{} to hold the text", self.what()), || {
            let holds = self.look()?.value;
            if plain(&holds) == wanted { Ok(()) } else { Err(format!("it holds \"{holds}\"")) }
        });
    }

    /// Types a day into a field for a date: month, day, year, as the browser's own language has it.
    #[track_caller]
    pub fn fill_date(&self, date: &str) {
        let parts: Vec<&str> = date.split('-').collect();
        let [year, month, day] = parts[..] else { panic!("{date} is not written as 2026-11-22") };
        self.focus();
        [month, day, year].concat().chars().for_each(|digit| self.view.tab.press_digit(digit));
        wait::until(&format!("{} to hold {date}", self.what()), || {
            let holds = self.call("return this.value")?;
            if holds == date { Ok(()) } else { Err(format!("it holds {holds}")) }
        });
    }

    /// Chooses an option from a list with the arrow keys. An option that ends in `…` only has to begin so.
    #[track_caller]
    pub fn pick(&self, option: &str) {
        let options = wait::until(&format!("the option \"{option}\""), || {
            let options = self.options()?;
            if options.iter().any(|name| matches(name, option)) {
                Ok(options)
            } else {
                Err(format!("the options are\n  {}", options.join("\n  ")))
            }
        });
        let place = options.iter().position(|name| matches(name, option)).unwrap_or_default();
        self.focus();
        self.view.tab.press(Key::Home);
        for _ in 0..place {
            self.view.tab.press(Key::Down);
        }
        wait::until(&format!("\"{option}\" to be chosen"), || {
            let chosen = self.call("return this.selectedOptions[0]?.text ?? ''")?;
            let chosen = plain(chosen.as_str().unwrap_or_default());
            if matches(&chosen, option) { Ok(()) } else { Err(format!("\"{chosen}\" is chosen")) }
        });
    }

    /// The options of a list that can be chosen.
    pub fn options(&self) -> Result<Vec<String>, String> {
        let names = self.call("return [...this.options].filter(o => !o.disabled).map(o => o.text).join('\\n')")?;
        Ok(names.as_str().unwrap_or_default().lines().map(plain).collect())
    }

    /// Gives it the focus.
    #[track_caller]
    pub fn focus(&self) {
        wait::until(&format!("the focus on {}", self.what()), || {
            let node = self.look()?;
            // A field for a date gives the focus on to its parts.
            if self.call("return document.activeElement === this")? == true {
                return Ok(());
            }
            let session = self.view.session()?;
            let asked = json!({ "backendNodeId": node.backend });
            self.view.tab.devtools.ask(&session.id, "DOM.focus", asked)?;
            Err("it does not take the focus".to_owned())
        });
    }

    /// The value of a function without promises, with the element as `this`.
    fn call(&self, body: &str) -> Result<Value, String> {
        let node = self.look()?;
        let session = self.view.session()?;
        let ask = |method: &str, params| self.view.tab.devtools.ask(&session.id, method, params);
        let object = ask("DOM.resolveNode", json!({ "backendNodeId": node.backend }))?;
        let answer = ask(
            "Runtime.callFunctionOn",
            json!({
                "objectId": object["object"]["objectId"],
                "functionDeclaration": format!("function() {{ {body} }}"),
                "returnByValue": true,
            }),
        )?;
        Ok(answer["result"]["value"].clone())
    }

    /// The middle of it on the screen, after scrolling to it.
    fn middle(&self, node: &Node) -> Result<(f64, f64), String> {
        let session = self.view.session()?;
        let ask = |method: &str, params| self.view.tab.devtools.ask(&session.id, method, params);
        ask("DOM.scrollIntoViewIfNeeded", json!({ "backendNodeId": node.backend }))?;
        let quads = ask("DOM.getContentQuads", json!({ "backendNodeId": node.backend }))?;
        let corners: Vec<f64> = quads["quads"][0].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        let [left, top, _, _, right, bottom, ..] = corners[..] else {
            return Err("it has no place on the screen".to_owned());
        };
        let (x, y) = self.view.offset(&session)?;
        Ok((x + f64::midpoint(left, right), y + f64::midpoint(top, bottom)))
    }
}

impl View<'_> {
    /// Where the frame's content begins on the screen.
    fn offset(self, session: &Session) -> Result<(f64, f64), String> {
        match self.place {
            Place::Page => Ok((0.0, 0.0)),
            Place::Frame(_) => {
                let asked = json!({ "backendNodeId": self.owner(session)? });
                let content = &self.tab.devtools.ask(&self.tab.page, "DOM.getBoxModel", asked)?["model"]["content"];
                content[0].as_f64().zip(content[1].as_f64()).ok_or_else(|| "the frame is nowhere".to_owned())
            }
        }
    }

    /// The element on the page that holds the frame.
    fn owner(self, session: &Session) -> Result<Value, String> {
        let asked = json!({ "frameId": session.target });
        let owner = self.tab.devtools.ask(&self.tab.page, "DOM.getFrameOwner", asked)?;
        Ok(owner["backendNodeId"].clone())
    }
}
