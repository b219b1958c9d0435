//! "Uw privacy" and "Toegankelijkheid": what the pages keep of whom, and for whom they work. Every page leads to them.
//!
//! What they say stands in `docs/privacy.md` and `docs/accessibility.md` with the code and the tests behind it; whoever
//! changes the one changes the other.

mod ar;
mod en;
mod nl;
mod pl;
mod tr;
mod uk;

use axum::response::Response;
use leptos::prelude::*;
use shared::{paths, text::Language};
use ui::PageHeader;

use super::visit::Visit;

/// Both pages in one language.
struct Words {
    privacy: Statement,
    accessibility: Statement,
}

struct Statement {
    title: &'static str,
    lead: &'static str,
    parts: &'static [Part],
    /// Below the last part, which says whom to ask.
    links: &'static [Link],
}

struct Part {
    title: &'static str,
    paragraphs: &'static [&'static str],
}

/// To a site of the government, in Dutch.
struct Link {
    before: &'static str,
    name: &'static str,
    address: &'static str,
}

pub(super) async fn privacy(visit: Visit) -> Response {
    show(&visit, &words(visit.language).privacy, paths::privacy)
}

pub(super) async fn accessibility(visit: Visit) -> Response {
    show(&visit, &words(visit.language).accessibility, paths::accessibility)
}

fn show(visit: &Visit, statement: &'static Statement, address: fn(&shared::ids::Slug, Language) -> String) -> Response {
    let main = Owner::new().with(|| content(statement).to_html());
    visit.drawn(statement.title, |language| address(&visit.slug, language), &main)
}

fn content(statement: &'static Statement) -> impl IntoView {
    let parts: Vec<_> = statement
        .parts
        .iter()
        .map(|part| {
            let paragraphs: Vec<_> = part.paragraphs.iter().map(|text| view! { <p>{*text}</p> }).collect();
            view! {
                <section class="page__section">
                    <h2>{part.title}</h2>
                    {paragraphs}
                </section>
            }
        })
        .collect();
    view! {
        <div class="page">
            <PageHeader title=statement.title lead=statement.lead />
            {parts}
            {links(statement)}
        </div>
    }
}

/// How to reach the municipality stands in the footer, right below.
fn links(statement: &'static Statement) -> impl IntoView {
    let link = |link: &'static Link| view! { <p>{link.before} " " <a href=link.address hreflang="nl" dir="ltr">{link.name}</a></p> };
    statement.links.iter().map(link).collect::<Vec<_>>()
}

const fn words(language: Language) -> &'static Words {
    match language {
        Language::Nl => &nl::WORDS,
        Language::En => &en::WORDS,
        Language::Tr => &tr::WORDS,
        Language::Ar => &ar::WORDS,
        Language::Pl => &pl::WORDS,
        Language::Uk => &uk::WORDS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_the_same_parts() {
        let shape = |statement: &Statement| {
            let paragraphs: Vec<_> = statement.parts.iter().map(|part| part.paragraphs.len()).collect();
            let links: Vec<_> = statement.links.iter().map(|link| link.address).collect();
            (paragraphs, links)
        };
        for language in Language::ALL {
            let (these, dutch) = (words(language), words(Language::Nl));
            assert_eq!(shape(&these.privacy), shape(&dutch.privacy), "{language:?}");
            assert_eq!(shape(&these.accessibility), shape(&dutch.accessibility), "{language:?}");
        }
    }
}
