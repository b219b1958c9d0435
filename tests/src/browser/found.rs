//! Something on a page, and what a person does with it.

use serde_json::Value;

use super::{
    node::{Node, Role, matches, plain},
    tab::{Key, Tab},
    view::View,
    wait,
    window::{Mouse, Window},
};

/// Something on a page, looked up anew for everything that is done with it.
#[derive(Debug)]
pub struct Found<'t, T = Tab> {
    view: View<'t, T>,
    role: Role,
    name: String,
    nth: Option<usize>,
}

impl<'t, T: Window> Found<'t, T> {
    pub(super) fn new(view: View<'t, T>, role: Role, name: &str) -> Self {
        Self { view, role, name: name.to_owned(), nth: None }
    }

    /// Where there are several: the one at this place, counted from 0.
    #[must_use]
    pub fn nth(self, nth: usize) -> Self {
        Self { nth: Some(nth), ..self }
    }

    fn what(&self) -> String {
        format!("{} \"{}\"", self.role.name(), self.name)
    }

    pub(super) fn look(&self) -> Result<Node, String> {
        let nodes = self.view.nodes(self.role)?;
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
        let View { tab, place } = self.view;
        let mut before = None;
        wait::until(&format!("a click on {}", self.what()), || {
            let node = self.look()?;
            let middle = tab.middle(place, &node)?;
            if before.replace(middle) != Some(middle) {
                return Err("it moves".to_owned());
            }
            tab.mouse(place, Mouse::Presses, middle)?;
            // The browser's own mark, so that it works with scripts switched off; a label's press marks its field.
            let pressed = self.call("return this.matches(':active')");
            if pressed == Ok(Value::Bool(true)) {
                tab.mouse(place, Mouse::LetsGo, middle)
            } else {
                tab.mouse(place, Mouse::LetsGo, (0.0, 0.0))?;
                Err(format!("the press did not reach it: {pressed:?}"))
            }
        });
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
        self.view.tab.replace_text(self.view.place, text);
        let wanted = plain(text);
        wait::until(&format!("{} to hold the text", self.what()), || {
            let holds = self.look()?.value;
            if plain(&holds) == wanted { Ok(()) } else { Err(format!("it holds \"{holds}\"")) }
        });
    }

    /// Gives it the focus.
    #[track_caller]
    pub fn focus(&self) {
        let View { tab, place } = self.view;
        wait::until(&format!("the focus on {}", self.what()), || {
            // A field for a date gives the focus on to its parts.
            if self.call("return document.activeElement === this")? == true {
                return Ok(());
            }
            tab.give_focus(place, &self.look()?)?;
            Err("it does not take the focus".to_owned())
        });
    }

    /// The value of a function without promises, with the element as `this`.
    fn call(&self, body: &str) -> Result<Value, String> {
        self.view.tab.call(self.view.place, &self.look()?, body)
    }
}

/// What so far nobody does in Firefox.
impl Found<'_> {
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
}
