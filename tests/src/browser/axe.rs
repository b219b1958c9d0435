//! Checking a page against WCAG 2.2 A and AA with axe-core, in light and in dark.

use std::sync::OnceLock;

use serde_json::json;
use xtask::workspace::Workspace;

use super::{
    tab::{Scheme, Session, Tab},
    wait,
};

/// The rules for WCAG 2.2 AA. Named one by one, because axe leaves the size of targets out by default. Frames are
/// checked one by one as well.
const RUN: &str = "axe.run(document, { iframes: false, resultTypes: ['violations'], runOnly: { type: 'tag', values: \
    ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } }).then(found => found.violations.map(\
    rule => `${rule.id} (${rule.impact}): ${rule.help}\\n` + rule.nodes.map(node => \
    `    ${node.target.join(' ')}\\n    ${node.html.slice(0, 300)}\\n    ${node.any.concat(node.all, node.none).map(check => \
    check.message).join('; ')}`).join('\\n')).join('\\n'))";

fn source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let file = Workspace::find().path("node_modules/axe-core/axe.min.js");
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}; run npm ci", file.display()))
    })
}

impl Tab {
    /// Checks the page and its frames as they are now, once the page has its heading: before that it still
    /// loads. Scripts have to be on.
    ///
    /// # Panics
    /// When something is not accessible, with all that is wrong.
    #[track_caller]
    pub fn is_accessible(&self, state: &str) {
        wait::until(&format!("the heading of {state}"), || {
            let heading = self.page().evaluate("document.querySelector('h1')?.innerText ?? ''")?;
            if heading == "" { Err("there is none".to_owned()) } else { Ok(()) }
        });
        let mut wrong = Vec::new();
        for scheme in [Scheme::Dark, Scheme::Light] {
            self.prefer(scheme);
            for session in self.sessions() {
                let found = self.check(&session).unwrap_or_else(|error| panic!("{state}: {error}"));
                if !found.is_empty() {
                    wrong.push(format!("{scheme:?}: {found}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{state} is not accessible\n{}", wrong.join("\n"));
    }

    /// In a world of its own, so that neither the page nor its policy notices.
    fn check(&self, session: &Session) -> Result<String, String> {
        let ask = |method: &str, params| self.devtools.ask(&session.id, method, params);
        let world = ask("Page.createIsolatedWorld", json!({ "frameId": session.target, "worldName": "axe" }))?;
        let run = |expression: &str| {
            let asked = json!({
                "expression": expression, "contextId": world["executionContextId"],
                "returnByValue": true, "awaitPromise": true,
            });
            ask("Runtime.evaluate", asked)
        };
        run(source())?;
        let answer = run(RUN)?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(format!("axe does not run: {details}")),
            None => answer["result"]["value"]
                .as_str()
                .map(str::to_owned)
                .ok_or_else(|| format!("axe does not answer: {}", answer["result"])),
        }
    }
}
