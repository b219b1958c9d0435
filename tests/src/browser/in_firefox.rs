//! A path through the pages, walked in Firefox.
//!
//! What a screen reader gets is asked of the browser's own window, where the accessibility tree of every page and frame
//! comes together; the thing itself is then found again in its page by role and name. Both work with scripts switched
//! off. The mouse and the keyboard are the browser's input events, not the page's scripts.

use serde_json::{Value, json};

use super::{
    firefox::FirefoxTab,
    node::{Node, Role, plain},
    window::{Mouse, Place, Window},
};

/// Everything of a role on the page, or in the frame at this place on it.
const TELLS: &str = r#"(id, place, role) => {
    // Kept, because the browser lets go of the trees when nobody holds on to the service.
    globalThis.heldForTests ??= Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
    const service = globalThis.heldForTests;
    const { NavigableManager } = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
    const { STATE_CHECKED, STATE_INVALID } = Ci.nsIAccessibleStates;
    const named = (node) => service.getStringRole(node.role);
    const inside = (node) => Array.from({ length: node.childCount }, (_, nth) => node.getChildAt(nth));
    const within = (node) => inside(node).flatMap((child) =>
        named(child) === "internal frame" ? [child] : [child, ...within(child)]);
    let holder = service.getAccessibleFor(NavigableManager.getBrowsingContextById(id).embedderElement);
    if (holder && place >= 0) {
        holder = within(holder).filter((node) => named(node) === "internal frame")[place];
    }
    if (!holder?.childCount) {
        // A frame out of sight is not drawn and has no tree: whoever waits asks again.
        holder?.scrollTo(Ci.nsIAccessibleScrollType.SCROLL_TYPE_ANYWHERE);
        return null;
    }
    const fits = (node) => role === "DisclosureTriangle" ? named(node) === "summary" : node.computedARIARole === role;
    return JSON.stringify(within(holder).filter(fits).map((node) => {
        const state = {};
        node.getState(state, {});
        return { name: node.name ?? "", description: node.description ?? "", value: node.value ?? "",
            checked: Boolean(state.value & STATE_CHECKED), invalid: Boolean(state.value & STATE_INVALID) };
    }));
}"#;

/// Where the middle of it is in its frame, once it is in sight.
const MIDDLE: &str = "this.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [box] = this.getClientRects();
    return box ? (box.x + box.width / 2) + ' ' + (box.y + box.height / 2) : ''";

/// Keys without a character of their own, as the protocol writes them.
const ENTER: char = '\u{e007}';
const CONTROL: char = '\u{e009}';
const DELETE: char = '\u{e017}';

impl Window for FirefoxTab {
    #[track_caller]
    fn go(&self, address: &str) {
        self.ask(
            "browsingContext.navigate",
            &json!({ "context": self.context, "url": address, "wait": "interactive" }),
        );
    }

    fn reload(&self) {
        self.ask("browsingContext.reload", &json!({ "context": self.context, "wait": "interactive" }));
    }

    fn resize(&self, width: u32, height: u32) {
        let viewport = json!({ "width": width, "height": height });
        self.ask("browsingContext.setViewport", &json!({ "context": self.context, "viewport": viewport }));
    }

    fn complaints(&self) -> Vec<String> {
        self.log("error").iter().map(Value::to_string).collect()
    }

    fn advice(&self) -> Vec<String> {
        let told = self.log("warn");
        let words = told.iter().map(|entry| entry["text"].as_str().unwrap_or_default().to_owned());
        words.filter(|words| words.starts_with("buurtstem-widget:")).collect()
    }

    fn nodes(&self, place: Place, role: Role) -> Result<Vec<Node>, String> {
        let place = match place {
            Place::Page => -1,
            Place::Frame(place) => i64::try_from(place).unwrap_or(i64::MAX),
        };
        let arguments = json!([
            { "type": "string", "value": self.context }, { "type": "number", "value": place },
            { "type": "string", "value": role.name() },
        ]);
        let told = self.value_of(
            "script.callFunction",
            json!({ "functionDeclaration": TELLS, "arguments": arguments, "target": { "context": self.own_window } }),
        )?;
        let told = told.as_str().ok_or("there is no such page or frame, or it is not drawn yet")?;
        let told: Vec<Value> = serde_json::from_str(told).map_err(|error| error.to_string())?;
        // The protocol has no role for what opens and closes something, and gives it an empty one.
        let role = if role == Role::Disclosure { "" } else { role.name() };
        let known = |(place, node): (usize, &Value)| {
            let namesakes = told.iter().take(place).filter(|other| other["name"] == node["name"]).count();
            node_of(node, json!({ "role": role, "name": node["name"], "namesakes": namesakes }))
        };
        Ok(told.iter().enumerate().map(known).collect())
    }

    fn evaluate(&self, place: Place, expression: &str) -> Result<Value, String> {
        let target = json!({ "context": self.context_of(place)? });
        self.value_of("script.evaluate", json!({ "expression": expression, "target": target }))
    }

    fn call(&self, place: Place, node: &Node, body: &str) -> Result<Value, String> {
        let context = self.context_of(place)?;
        let looked_for = json!({ "role": node.known_as["role"], "name": node.known_as["name"] });
        let locator = json!({ "type": "accessibility", "value": looked_for });
        let located =
            self.bidi.ask("browsingContext.locateNodes", &json!({ "context": context, "locator": locator }))?;
        let namesakes = node.known_as["namesakes"].as_u64().and_then(|count| usize::try_from(count).ok()).unwrap_or(0);
        let element = located["nodes"].get(namesakes).ok_or_else(|| format!("{looked_for} is not on the page"))?;
        self.value_of(
            "script.callFunction",
            json!({
                "functionDeclaration": format!("function() {{ {body} }}"),
                "this": { "sharedId": element["sharedId"] },
                "target": { "context": context },
            }),
        )
    }

    /// In its own frame.
    fn middle(&self, place: Place, node: &Node) -> Result<(f64, f64), String> {
        let middle = self.call(place, node, MIDDLE)?;
        let middle = middle.as_str().and_then(|middle| middle.split_once(' '));
        middle.and_then(|(x, y)| Some((x.parse().ok()?, y.parse().ok()?))).ok_or("it has no place on the screen".into())
    }

    fn mouse(&self, place: Place, mouse: Mouse, (x, y): (f64, f64)) -> Result<(), String> {
        let there = json!({ "type": "pointerMove", "x": x.round(), "y": y.round() });
        let press = if mouse == Mouse::Presses { "pointerDown" } else { "pointerUp" };
        let actions = json!([there, { "type": press, "button": 0 }]);
        let done = self.act(place, &json!({ "type": "pointer", "id": "mouse", "actions": actions }));
        // A page that is left on the click does not live to tell that it was clicked.
        if mouse == Mouse::LetsGo { Ok(()) } else { done }
    }

    /// With a click on it.
    fn give_focus(&self, place: Place, node: &Node) -> Result<(), String> {
        let middle = self.middle(place, node)?;
        self.mouse(place, Mouse::Presses, middle)?;
        self.mouse(place, Mouse::LetsGo, middle)
    }

    #[track_caller]
    fn replace_text(&self, place: Place, text: &str) {
        let stroke = |key: char, action: &str| json!({ "type": action, "value": key.to_string() });
        let mut actions =
            vec![stroke(CONTROL, "keyDown"), stroke('a', "keyDown"), stroke('a', "keyUp"), stroke(CONTROL, "keyUp")];
        let keys = if text.is_empty() { DELETE.to_string() } else { text.replace('\n', &ENTER.to_string()) };
        actions.extend(keys.chars().flat_map(|key| [stroke(key, "keyDown"), stroke(key, "keyUp")]));
        let typed = self.act(place, &json!({ "type": "key", "id": "keyboard", "actions": actions }));
        typed.unwrap_or_else(|error| panic!("{error}"));
    }
}

impl FirefoxTab {
    /// What the console got of this level since the tab is there.
    fn log(&self, level: &str) -> Vec<Value> {
        // Whatever was told before this answer has arrived with it.
        self.ask("browsingContext.getTree", &json!({ "root": self.context }));
        let told = self.bidi.events(self.since).into_iter().map(|event| event["params"].clone());
        told.filter(|entry| entry["level"] == level).collect()
    }

    /// The protocol's name of the page or of the frame.
    fn context_of(&self, place: Place) -> Result<String, String> {
        let Place::Frame(place) = place else { return Ok(self.context.clone()) };
        let tree = self.bidi.ask("browsingContext.getTree", &json!({ "root": self.context }))?;
        let frame = tree["contexts"][0]["children"].get(place).and_then(|frame| frame["context"].as_str());
        frame.map(str::to_owned).ok_or_else(|| "there is no such frame".to_owned())
    }

    fn act(&self, place: Place, source: &Value) -> Result<(), String> {
        let actions = json!({ "context": self.context_of(place)?, "actions": [source] });
        self.bidi.ask("input.performActions", &actions).map(drop)
    }

    /// What a script gives, when that is a text, a number, or true or false.
    fn value_of(&self, method: &str, mut asked: Value) -> Result<Value, String> {
        asked["awaitPromise"] = false.into();
        let answer = self.bidi.ask(method, &asked)?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(details["text"].to_string()),
            None => Ok(answer["result"]["value"].clone()),
        }
    }
}

fn node_of(node: &Value, known_as: Value) -> Node {
    let text = |field: &str| node[field].as_str().unwrap_or_default();
    let properties = ["checked", "invalid"].map(|property| (property.to_owned(), node[property].clone()));
    Node {
        known_as,
        name: plain(text("name")),
        description: plain(text("description")),
        value: text("value").to_owned(),
        properties: properties.to_vec(),
    }
}
