//! What stands in the accessibility tree: what a screen reader announces.

use serde_json::Value;

/// What kind of thing, as a screen reader announces it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Button,
    Link,
    Heading,
    /// One of several, a round one.
    Radio,
    Checkbox,
    /// A field to write in, of one line or more.
    Field,
    /// A field to write in what is looked for.
    Search,
    /// A list to choose one from.
    Choice,
    /// A field for a date.
    Date,
    /// A field for a number.
    Number,
    /// Fields that belong together, with a name.
    Group,
    /// Radio buttons that belong together.
    RadioGroup,
    /// What opens and closes something.
    Disclosure,
    Alert,
    Status,
    Table,
    Row,
    /// What a row of a table is about.
    RowHeader,
    ColumnHeader,
    ListItem,
    Navigation,
    Dialog,
    Article,
    Region,
    /// A picture, whatever it is drawn with.
    Image,
}

impl Role {
    /// How the browser names it in what has the focus.
    pub const fn announced(self) -> &'static str {
        self.name()
    }

    /// The browser's own name for it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Link => "link",
            Self::Heading => "heading",
            Self::Radio => "radio",
            Self::Checkbox => "checkbox",
            Self::Field => "textbox",
            Self::Search => "searchbox",
            Self::Choice => "combobox",
            Self::Date => "Date",
            Self::Number => "spinbutton",
            Self::Group => "group",
            Self::RadioGroup => "radiogroup",
            Self::Disclosure => "DisclosureTriangle",
            Self::Alert => "alert",
            Self::Status => "status",
            Self::Table => "table",
            Self::Row => "row",
            Self::RowHeader => "rowheader",
            Self::ColumnHeader => "columnheader",
            Self::ListItem => "listitem",
            Self::Navigation => "navigation",
            Self::Dialog => "dialog",
            Self::Article => "article",
            Self::Region => "region",
            Self::Image => "image",
        }
    }
}

/// One thing as the accessibility tree describes it at this moment.
#[derive(Debug, Clone)]
pub struct Node {
    /// What its browser finds it again by.
    pub(super) known_as: Value,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) value: String,
    pub(super) properties: Vec<(String, Value)>,
}

impl Node {
    /// As Chromium tells it.
    pub(super) fn read(node: &Value) -> Self {
        let text = |field: &str| plain(node[field]["value"].as_str().unwrap_or_default());
        let properties = node["properties"].as_array().into_iter().flatten();
        Self {
            known_as: node["backendDOMNodeId"].clone(),
            name: text("name"),
            description: text("description"),
            value: node["value"]["value"].as_str().unwrap_or_default().to_owned(),
            properties: properties
                .map(|property| {
                    let name = property["name"].as_str().unwrap_or_default();
                    (name.to_owned(), property["value"]["value"].clone())
                })
                .collect(),
        }
    }

    pub(super) fn is(&self, property: &str) -> bool {
        self.properties.iter().any(|(name, value)| name == property && (value == "true" || *value == Value::Bool(true)))
    }
}

/// Text as a person reads it: spaces are spaces, however many and of whichever kind.
pub(super) fn plain(text: &str) -> String {
    let spaced = text.replace('\u{a0}', " ").replace('\u{ad}', "");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether this is the name looked for; with `…` at its end, only how it begins.
pub(super) fn matches(name: &str, wanted: &str) -> bool {
    match wanted.strip_suffix('…') {
        Some(beginning) => name.starts_with(&plain(beginning)),
        None => name == plain(wanted),
    }
}
