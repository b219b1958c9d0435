//! A path through the pages, walked in Chromium.

use std::time::Duration;

use serde_json::{Value, json};

use super::{
    node::{Node, Role},
    tab::{Key, Session, Tab},
    view::View,
    window::{Mouse, Place, Window},
};

/// How long a page may take to tell its accessibility tree: it takes milliseconds, or for ever.
const TREE_LIMIT: Duration = Duration::from_secs(4);
/// How long an expression may take. One that is asked for while the document is being replaced may never be answered, and
/// who waits for something has the time to ask again.
const EVALUATE_LIMIT: Duration = Duration::from_secs(8);

impl Window for Tab {
    #[track_caller]
    fn go(&self, address: &str) {
        Self::go(self, address);
    }

    fn reload(&self) {
        Self::reload(self);
    }

    fn resize(&self, width: u32, height: u32) {
        Self::resize(self, width, height);
    }

    fn complaints(&self) -> Vec<String> {
        Self::complaints(self)
    }

    fn advice(&self) -> Vec<String> {
        Self::advice(self)
    }

    fn nodes(&self, place: Place, role: Role) -> Result<Vec<Node>, String> {
        let view = View::new(self, place);
        let session = view.session()?;
        let answer = view.query(&session, json!({ "role": role.name() }))?;
        Ok(answer["nodes"].as_array().into_iter().flatten().map(Node::read).collect())
    }

    fn evaluate(&self, place: Place, expression: &str) -> Result<Value, String> {
        let session = View::new(self, place).session()?;
        let asked = json!({ "expression": expression, "returnByValue": true });
        let answer = self.devtools.ask_within(EVALUATE_LIMIT, &session.id, "Runtime.evaluate", asked)?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(details.to_string()),
            None => Ok(answer["result"]["value"].clone()),
        }
    }

    fn call(&self, place: Place, node: &Node, body: &str) -> Result<Value, String> {
        let session = View::new(self, place).session()?;
        let ask = |method: &str, params| self.devtools.ask(&session.id, method, params);
        let object = ask("DOM.resolveNode", json!({ "backendNodeId": node.known_as }))?;
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

    /// On the screen, whichever frame it is in.
    fn middle(&self, place: Place, node: &Node) -> Result<(f64, f64), String> {
        let view = View::new(self, place);
        let session = view.session()?;
        let ask = |method: &str, params| self.devtools.ask(&session.id, method, params);
        ask("DOM.scrollIntoViewIfNeeded", json!({ "backendNodeId": node.known_as }))?;
        let quads = ask("DOM.getContentQuads", json!({ "backendNodeId": node.known_as }))?;
        let corners: Vec<f64> = quads["quads"][0].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        let [left, top, _, _, right, bottom, ..] = corners[..] else {
            return Err("it has no place on the screen".to_owned());
        };
        let (x, y) = view.offset(&session)?;
        Ok((x + f64::midpoint(left, right), y + f64::midpoint(top, bottom)))
    }

    fn mouse(&self, _: Place, mouse: Mouse, (x, y): (f64, f64)) -> Result<(), String> {
        let dispatch = |kind: &str, button: &str| {
            let event = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": 1 });
            self.devtools.ask(&self.page, "Input.dispatchMouseEvent", event).map(drop)
        };
        match mouse {
            Mouse::Presses => {
                dispatch("mouseMoved", "none")?;
                dispatch("mousePressed", "left")
            }
            Mouse::LetsGo => dispatch("mouseReleased", "left"),
        }
    }

    fn give_focus(&self, place: Place, node: &Node) -> Result<(), String> {
        let session = View::new(self, place).session()?;
        self.devtools.ask(&session.id, "DOM.focus", json!({ "backendNodeId": node.known_as })).map(drop)
    }

    fn replace_text(&self, _: Place, text: &str) {
        self.select_all();
        if text.is_empty() {
            self.press(Key::Delete);
        } else {
            self.type_text(text);
        }
    }
}

impl View<'_> {
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
    pub(super) fn query(self, session: &Session, mut what: Value) -> Result<Value, String> {
        let devtools = &self.tab.devtools;
        let document = devtools.ask_within(TREE_LIMIT, &session.id, "DOM.getDocument", json!({ "depth": 0 }))?;
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
