//! What a webmaster pastes: the two tags, a plain frame, or a plain link.

use crate::ids::{PollId, Slug};
use crate::paths::{self, Page, Place};
use crate::text::Language;

/// What the widget opens with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum View {
    Home,
    Poll(PollId),
    Propose,
    Initiatives,
    Follow,
}

/// What is to be embedded, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embedding {
    /// Our public origin.
    pub origin: String,
    pub municipality: Slug,
    pub view: View,
    /// None: the language of the page around it.
    pub language: Option<Language>,
    /// The origin of the one site that it is for; none for any of the municipality's.
    pub site: Option<String>,
}

/// What the frame is called where only text can say so.
const TITLE: &str = "Buurtstem: meedoen in uw buurt";
/// Of a frame that cannot grow with its content: one question with its answers and a button, on a phone.
const HEIGHT: u32 = 900;

impl View {
    fn page(&self) -> Page<'_> {
        match self {
            Self::Home => Page::Home,
            Self::Poll(id) => Page::Poll(id),
            Self::Propose => Page::Propose,
            Self::Initiatives => Page::Initiatives,
            Self::Follow => Page::Follow,
        }
    }

    /// As attributes of the element; nothing for what it does without.
    fn attributes(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Poll(id) => format!(" view=\"poll\" poll=\"{id}\""),
            Self::Propose => " view=\"propose\"".to_owned(),
            Self::Initiatives => " view=\"initiatives\"".to_owned(),
            Self::Follow => " view=\"follow\"".to_owned(),
        }
    }

    /// The words of the link for whoever has no scripts.
    const fn words(&self) -> &'static str {
        match self {
            Self::Home => "Vul de peiling in of stuur uw idee",
            Self::Poll(_) => "Vul de peiling in",
            Self::Propose => "Stuur uw idee",
            Self::Initiatives => "Bekijk ideeën uit de buurt",
            Self::Follow => "Volg uw idee",
        }
    }
}

impl Embedding {
    /// Both tags.
    ///
    /// ```
    /// use shared::{embed::{Embedding, View}, ids::{PollId, Slug}, text::Language};
    /// let slug = Slug::parse("waterdam").unwrap();
    /// let view = View::Poll(PollId::parse("in-het-donker").unwrap());
    /// let origin = "https://buurtstem.example".to_owned();
    /// let tags = Embedding { origin, municipality: slug, view, language: Some(Language::En), site: None };
    /// assert_eq!(
    ///     tags.tags(),
    ///     "<script type=\"module\" src=\"https://buurtstem.example/embed/v1.js\"></script>
    ///
    /// <buurtstem-widget municipality=\"waterdam\" view=\"poll\" poll=\"in-het-donker\" language=\"en\">
    ///   <a href=\"https://buurtstem.example/waterdam/en/peilingen/in-het-donker\">Vul de peiling in</a>
    /// </buurtstem-widget>"
    /// );
    /// ```
    ///
    /// For one site the frame stands in it already, and does not wait for the loader, which takes it over. Its address says
    /// for which site and in which language it is.
    pub fn tags(&self) -> String {
        let Self { origin, municipality, view, language, site } = self;
        let inside = match site {
            Some(site) => {
                let host = site.replace(':', "%3A").replace('/', "%2F");
                Self::frame_at(&format!("{}?host={host}", self.framed()))
            }
            None => format!("<a href=\"{}\">{}</a>", self.link(), view.words()),
        };
        let language = language.or_else(|| site.as_ref().map(|_| Language::default()));
        let language = language.map(|language| format!(" language=\"{}\"", language.tag())).unwrap_or_default();
        format!(
            "<script type=\"module\" src=\"{origin}/embed/v1.js\"></script>\n\n\
             <buurtstem-widget municipality=\"{municipality}\"{}{language}>\n  {inside}\n</buurtstem-widget>",
            view.attributes(),
        )
    }

    /// For an editor that takes scripts away: a frame that scrolls inside.
    ///
    /// ```
    /// use shared::{embed::{Embedding, View}, ids::Slug};
    /// let slug = Slug::parse("waterdam").unwrap();
    /// let origin = "https://buurtstem.example".to_owned();
    /// let home = Embedding { origin, municipality: slug, view: View::Home, language: None, site: None };
    /// assert_eq!(
    ///     home.frame(),
    ///     "<iframe src=\"https://buurtstem.example/frame/v1/waterdam/nl\" title=\"Buurtstem: meedoen in uw buurt\" \
    ///      width=\"100%\" height=\"900\" allow=\"clipboard-write\" referrerpolicy=\"no-referrer\" loading=\"lazy\"></iframe>"
    /// );
    /// assert_eq!(home.link(), "https://buurtstem.example/waterdam");
    /// ```
    pub fn frame(&self) -> String {
        Self::frame_at(&self.framed())
    }

    fn frame_at(address: &str) -> String {
        format!(
            "<iframe src=\"{address}\" title=\"{TITLE}\" width=\"100%\" height=\"{HEIGHT}\" allow=\"clipboard-write\" \
             referrerpolicy=\"no-referrer\" loading=\"lazy\"></iframe>"
        )
    }

    /// The address of what stands in the frame.
    pub fn framed(&self) -> String {
        self.address(Place::Frame, self.language.unwrap_or_default())
    }

    /// The plain address: of the first page without a language, so that the reader's own decides.
    pub fn link(&self) -> String {
        match (&self.view, self.language) {
            (View::Home, None) => format!("{}/{}", self.origin, self.municipality),
            (_, language) => self.address(Place::Page, language.unwrap_or_default()),
        }
    }

    fn address(&self, place: Place, language: Language) -> String {
        format!("{}{}", self.origin, paths::page(place, &self.municipality, language, &self.view.page()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the manual tells a webmaster to paste is what the administrator's page makes.
    #[test]
    fn the_manual_says_the_same() {
        let manual = include_str!("../../docs/embedding.md");
        let municipality = Slug::parse("waterdam").unwrap();
        let origin = "https://buurtstem.example".to_owned();
        let home = Embedding { origin, municipality, view: View::Home, language: None, site: None };
        let there = Embedding { site: Some("https://www.waterdam.example".to_owned()), ..home.clone() };
        for pasted in [home.tags(), home.frame(), there.tags()] {
            assert!(manual.contains(&format!("```html\n{pasted}\n```")), "{pasted}");
        }
    }
}
