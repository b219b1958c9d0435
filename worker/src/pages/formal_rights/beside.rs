//! The ways to these pages: from the first step of "Uw idee", in one quiet line, and from the page of an initiative,
//! with how many have to sign beside how many help now. They are part of what the Worker sends, and of no program.

use leptos::prelude::*;
use shared::{
    formal_right::FormalRight,
    paths::{self, Place},
    pledge::PledgeCount,
    proposal::fill::ProposalStep,
    sentence::grouped,
};
use ui::{AnyView, IntoAny};
use widget::state::{Content, Context, Form, PageState};

use super::{Words, words};
use crate::objects::municipality::{formal_rights::PublicRights, snapshot::PublicSnapshot};

/// What stands below the content of this page; mostly nothing. In a frame neither: these pages are in none.
pub(in crate::pages) fn beside(state: &PageState, of: &PublicSnapshot) -> String {
    let (context, known) = (&state.context, &of.formal_rights);
    if context.place == Place::Frame {
        return String::new();
    }
    let beside = Beside { context, words: words(context.language), known };
    let drawn = Owner::new().with(|| {
        let view = match &state.content {
            Content::Form(Form::Propose(page)) if page.filling.step == ProposalStep::Idea => beside.idea(),
            Content::Initiative(initiative) if initiative.may_join => beside.initiative(initiative.joined),
            _ => None,
        };
        view.map(RenderHtml::to_html)
    });
    drawn.unwrap_or_default()
}

struct Beside<'a> {
    context: &'a Context,
    words: &'static Words,
    known: &'a PublicRights,
}

impl Beside<'_> {
    fn address(&self, right: FormalRight) -> String {
        paths::formal_right(&self.context.slug, self.context.language, right)
    }

    fn idea(&self) -> Option<AnyView> {
        let on = FormalRight::ALL.into_iter().filter(|right| self.known.rights.is_on(*right));
        let links: Vec<_> = on
            .map(|right| {
                let name = match right {
                    FormalRight::CitizensInitiative => self.words.initiative.title,
                    FormalRight::RightToChallenge => self.words.challenge.title,
                };
                view! { <li><a href=self.address(right)>{name}</a></li> }
            })
            .collect();
        (!links.is_empty()).then(|| {
            view! {
                <div class="page">
                    <section class="page__section soft">
                        <p>{self.words.more_than_idea}</p>
                        <ul>{links}</ul>
                    </section>
                </div>
            }
            .into_any()
        })
    }

    fn initiative(&self, joined: PledgeCount) -> Option<AnyView> {
        let right = FormalRight::CitizensInitiative;
        let words = self.words;
        self.known.rights.is_on(right).then(|| {
            let language = self.context.language;
            let needed = self.known.supporters_needed.map(|needed| {
                let line = (words.signatures)(&grouped(language, needed.into()));
                view! { <p>{line}</p> }
            });
            let help = (self.context.texts().pledges().count)(joined);
            view! {
                <div class="page">
                    <section class="page__section" aria-labelledby="council-title">
                        <h2 id="council-title">{words.to_council}</h2>
                        {needed}
                        <p>{help} " " {words.no_signatures}</p>
                        <p><a href=self.address(right)>{words.read_more}</a></p>
                    </section>
                </div>
            }
            .into_any()
        })
    }
}
