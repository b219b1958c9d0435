//! A message in words, before it becomes mail: the same words as plain text and as simple HTML.

use shared::text::Language;

/// Something to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub words: String,
    pub url: String,
}

/// One message to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub language: Language,
    /// The address it goes to.
    pub to: String,
    /// The name that it comes from.
    pub from_name: String,
    pub subject: String,
    pub greeting: String,
    pub paragraphs: Vec<String>,
    /// Several things to open, each in a line of its own.
    pub items: Vec<Link>,
    /// The way to the rest. Opening it changes nothing.
    pub link: Link,
    /// What comes after the link: what to do when it does not work.
    pub after_link: Vec<String>,
    pub closing: Vec<String>,
    /// Where the reader can ask for no more messages; opening it changes nothing, pressing the button there does.
    pub stop: Option<Link>,
}

impl Letter {
    /// Plain text, as every mail program shows it.
    pub fn text(&self) -> String {
        let mut blocks = vec![self.greeting.clone()];
        blocks.extend(self.paragraphs.iter().cloned());
        blocks.extend(self.items.iter().map(written));
        blocks.push(written(&self.link));
        blocks.extend(self.after_link.iter().cloned());
        blocks.push(self.closing.join("\n"));
        if let Some(stop) = &self.stop {
            blocks.push(format!("-- \n{}", written(stop)));
        }
        format!("{}\n", blocks.join("\n\n"))
    }

    /// The same as HTML: no picture, no script, nothing that is fetched from anywhere.
    pub fn html(&self) -> String {
        let mut body = paragraph(&escaped(&self.greeting));
        for text in &self.paragraphs {
            body.push_str(&paragraph(&escaped(text)));
        }
        if !self.items.is_empty() {
            body.push_str("<ul>");
            for item in &self.items {
                body.push_str("<li>");
                body.push_str(&anchor(item, LINK));
                body.push_str("</li>");
            }
            body.push_str("</ul>");
        }
        body.push_str(&paragraph(&anchor(&self.link, BUTTON)));
        for text in &self.after_link {
            body.push_str(&paragraph(&escaped(text)));
        }
        let closing: Vec<String> = self.closing.iter().map(|line| escaped(line)).collect();
        body.push_str(&paragraph(&closing.join("<br>")));
        if let Some(stop) = &self.stop {
            body.push_str(&styled(SMALL, &anchor(stop, LINK)));
        }
        format!(
            "<!doctype html><html lang=\"{tag}\" dir=\"{direction}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
             </head><body style=\"{PAGE}\">{body}</body></html>",
            tag = self.language.tag(),
            direction = self.language.direction(),
            title = escaped(&self.subject),
        )
    }
}

const PAGE: &str = "margin:0 auto;padding:24px;max-width:36em;font:18px/1.5 Arial,sans-serif;color:#1a1a1a";
const BUTTON: &str = "display:inline-block;padding:12px 20px;background:#00565b;color:#ffffff;text-decoration:none;\
                      border-radius:4px";
const LINK: &str = "color:#00565b";
const SMALL: &str = "border-top:1px solid #767676;padding-top:12px;font-size:16px";

fn written(link: &Link) -> String {
    format!("{}:\n{}", link.words, link.url)
}

fn paragraph(inside: &str) -> String {
    format!("<p>{inside}</p>")
}

fn styled(style: &str, inside: &str) -> String {
    format!("<p style=\"{style}\">{inside}</p>")
}

fn anchor(link: &Link, style: &str) -> String {
    format!("<a href=\"{}\" style=\"{style}\">{}</a>", escaped(&link.url), escaped(&link.words))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\n', "<br>")
}
