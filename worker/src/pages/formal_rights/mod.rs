//! "Burgerinitiatief" and "Uitdaagrecht": what these rights are, and what the regulation of this municipality asks.
//! Without a regulation there is no page.
//!
//! They are drawn here alone: the residents' programs never need them. What the municipality itself wrote is in Dutch,
//! as its regulation is, and a page in another language says so.

mod beside;

mod ar;
mod en;
mod nl;
mod pl;
mod tr;
mod uk;

use axum::response::Response;
use leptos::prelude::*;
use shared::{
    formal_right::{Desk, FormalRight, Supporters},
    paths,
    proposal::read_email,
    sentence::grouped,
    text::Language,
};
use ui::{AnyView, IntoAny, PageHeader, Piece, pieces};

pub(super) use beside::beside;

use super::visit::Visit;
use crate::{objects::municipality::formal_rights::PublicRights, refusal::Refusal};

/// Both pages in one language.
struct Words {
    initiative: RightWords,
    challenge: RightWords,
    not_yet_title: &'static str,
    what_for_title: &'static str,
    who_title: &'static str,
    lives_here: &'static str,
    minimum_age: fn(&str) -> String,
    supporters_title: &'static str,
    /// How many have to sign; a number behind a colon needs no plural.
    signatures: fn(&str) -> String,
    /// Which share of the residents that is, in per cent.
    share: fn(&str) -> String,
    excluded_title: &'static str,
    desk_title: &'static str,
    decides_title: &'static str,
    regulation: &'static str,
    only_dutch: &'static str,
    /// On the page of an initiative.
    to_council: &'static str,
    no_signatures: &'static str,
    read_more: &'static str,
    /// Below the form for an idea.
    more_than_idea: &'static str,
}

/// What is said of one right.
struct RightWords {
    title: &'static str,
    lead: &'static str,
    /// What an idea on this website is not yet.
    not_yet: &'static str,
    decides: &'static str,
}

pub(super) async fn citizens_initiative(visit: Visit) -> Result<Response, Refusal> {
    show(&visit, FormalRight::CitizensInitiative)
}

pub(super) async fn right_to_challenge(visit: Visit) -> Result<Response, Refusal> {
    show(&visit, FormalRight::RightToChallenge)
}

/// A right that is off is not there.
fn show(visit: &Visit, right: FormalRight) -> Result<Response, Refusal> {
    let known = &visit.snapshot.formal_rights;
    if !known.rights.is_on(right) {
        return Err(Refusal::NotFound);
    }
    let page = Page { visit, words: words(visit.language), known };
    let (title, main) = Owner::new().with(|| match right {
        FormalRight::CitizensInitiative => (page.words.initiative.title, page.initiative().to_html()),
        FormalRight::RightToChallenge => (page.words.challenge.title, page.challenge().to_html()),
    });
    Ok(visit.drawn(title, |language| paths::formal_right(&visit.slug, language, right), &main))
}

struct Page<'a> {
    visit: &'a Visit,
    words: &'static Words,
    known: &'a PublicRights,
}

impl Page<'_> {
    fn initiative(&self) -> AnyView {
        let (words, set) = (self.words, &self.known.rights.citizens_initiative);
        let age = set.minimum_age.map(|age| (words.minimum_age)(&age.to_string()));
        let sections = [
            section(words.who_title, view! { <p>{words.lives_here}</p> {age.map(|age| view! { <p>{age}</p> })} }),
            section(words.supporters_title, self.supporters(set.supporters)),
        ];
        self.page(&words.initiative, sections.into_iter().collect(), &set.excluded, &set.desk, &set.regulation)
    }

    fn challenge(&self) -> AnyView {
        let (words, set) = (self.words, &self.known.rights.right_to_challenge);
        let what_for = section(words.what_for_title, self.lines(&set.what_for));
        self.page(&words.challenge, vec![what_for], &set.excluded, &set.desk, &set.regulation)
    }

    fn page(
        &self,
        own: &RightWords,
        sections: Vec<AnyView>,
        excluded: &[String],
        desk: &Desk,
        regulation: &str,
    ) -> AnyView {
        let words = self.words;
        let items: Vec<_> = excluded.iter().map(|line| view! { <li>{self.dutch(line)}</li> }).collect();
        let excluded = (!items.is_empty()).then(|| section(words.excluded_title, view! { <ul>{items}</ul> }));
        let only_dutch =
            (self.visit.language != Language::Nl).then(|| view! { <p class="soft">{words.only_dutch}</p> });
        let desk = view! { <p>{self.dutch(&desk.name)}</p> {self.lines(&desk.reach)} };
        let to_idea = self.visit.texts().too_late().to_idea;
        view! {
            <div class="page">
                <PageHeader title=own.title lead=own.lead />
                {only_dutch}
                <section class="panel" aria-labelledby="not-yet-title">
                    <h2 id="not-yet-title">{words.not_yet_title}</h2>
                    <p>{own.not_yet}</p>
                    <p><a href=self.visit.url(&paths::Page::Propose)>{to_idea}</a></p>
                </section>
                {sections}
                {excluded}
                {section(words.desk_title, desk)}
                {section(words.decides_title, view! { <p>{own.decides}</p> })}
                <p><a href=regulation.to_owned() hreflang="nl">{words.regulation}</a></p>
            </div>
        }
        .into_any()
    }

    fn supporters(&self, supporters: Option<Supporters>) -> AnyView {
        let words = self.words;
        let needed =
            self.known.supporters_needed.map(|needed| (words.signatures)(&grouped(self.visit.language, needed.into())));
        let share = match supporters {
            Some(Supporters::Share { per_mille }) => Some((words.share)(&per_cent(self.visit.language, per_mille))),
            _ => None,
        };
        let lines: Vec<_> = [needed, share].into_iter().flatten().map(|line| view! { <p>{line}</p> }).collect();
        lines.into_any()
    }

    /// What the municipality wrote, line by line.
    fn lines(&self, text: &str) -> AnyView {
        view! { <p class="written">{self.dutch(text)}</p> }.into_any()
    }

    /// What the municipality wrote: marked as Dutch, with what can be pressed. The page's own direction keeps it below
    /// its heading.
    fn dutch(&self, text: &str) -> AnyView {
        let dutch = (self.visit.language != Language::Nl).then_some(Language::Nl);
        let pieces: Vec<_> = pieces(text).into_iter().flat_map(pressed).collect();
        view! { <span lang=dutch.map(Language::tag) dir=dutch.map(Language::direction)>{pieces}</span> }.into_any()
    }
}

/// Web addresses and e-mail addresses can be pressed.
fn pressed(piece: Piece<'_>) -> Vec<AnyView> {
    let text = match piece {
        Piece::Link(address) => return vec![link(address, address)],
        Piece::Text(text) => text,
    };
    let (mut views, mut plain) = (Vec::new(), String::new());
    for word in text.split_inclusive(char::is_whitespace) {
        let address = word.trim_matches(|end: char| !end.is_alphanumeric());
        match (read_email(address), word.split_once(address)) {
            (Ok(Some(email)), Some((before, after))) => {
                plain.push_str(before);
                views.extend([std::mem::take(&mut plain).into_any(), link(&format!("mailto:{email}"), &email)]);
                plain.push_str(after);
            }
            _ => plain.push_str(word),
        }
    }
    views.push(plain.into_any());
    views
}

fn link(address: &str, words: &str) -> AnyView {
    view! { <a href=address.to_owned()>{words.to_owned()}</a> }.into_any()
}

fn section(title: &'static str, content: impl IntoView + 'static) -> AnyView {
    view! {
        <section class="page__section">
            <h2>{title}</h2>
            {content}
        </section>
    }
    .into_any()
}

/// Tenths of a per cent: `1`, or `0,5`.
fn per_cent(language: Language, per_mille: u32) -> String {
    let (whole, tenths) = (per_mille / 10, per_mille % 10);
    match (tenths, language) {
        (0, _) => whole.to_string(),
        (_, Language::En | Language::Ar) => format!("{whole}.{tenths}"),
        _ => format!("{whole},{tenths}"),
    }
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
    fn addresses_can_be_pressed_and_what_ends_a_sentence_is_no_part_of_them() {
        let text = "Mail (griffie@waterdam.nl). Of kijk op https://waterdam.nl/griffie, of bel 14 036.";
        let html: String = pieces(text).into_iter().flat_map(pressed).map(RenderHtml::to_html).collect();
        assert!(html.contains(r#"href="mailto:griffie@waterdam.nl">griffie@waterdam.nl<"#), "{html}");
        assert!(html.contains(r#"href="https://waterdam.nl/griffie">"#), "{html}");
        assert_eq!(html.matches("<a ").count(), 2, "{html}");
    }

    #[test]
    fn tenths_of_a_per_cent_are_written_as_the_language_does() {
        assert_eq!(per_cent(Language::Nl, 10), "1");
        assert_eq!((per_cent(Language::Pl, 5), per_cent(Language::En, 15)), ("0,5".into(), "1.5".into()));
    }
}
