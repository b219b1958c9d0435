//! What a webmaster pastes, with a preview on a phone and on a desk, and what goes on paper.

use leptos::prelude::*;
use shared::embed::{Embedding, View};
use shared::ids::{PollId, Slug};
use shared::paths;
use shared::poll::PollStatus;
use shared::text::Language;
use shared::wire::admin::PollOverview;
use shared::wire::sites::SiteList;
use ui::{ButtonKind, Press};

use crate::form::{Pick, Radios, Select, SelectGroup, Submission, field_id};
use crate::platform::{copy, public_origin};
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

const TITLE_ID: &str = "snippet";
const PHONE: &str = "phone";
const DESK: &str = "desk";
/// What the value of a poll begins with; other values are views.
const POLL: &str = "poll:";

#[derive(Clone, Copy)]
struct Chosen {
    municipality: StoredValue<Slug>,
    view: RwSignal<String>,
    language: RwSignal<String>,
    /// The origin of a site; empty for any.
    site: RwSignal<String>,
    width: RwSignal<String>,
}

impl Chosen {
    fn view(self) -> View {
        self.view.with(|value| match value.as_str() {
            "propose" => View::Propose,
            "initiatives" => View::Initiatives,
            "follow" => View::Follow,
            value => value.strip_prefix(POLL).and_then(|id| PollId::parse(id).ok()).map_or(View::Home, View::Poll),
        })
    }

    fn language(self) -> Option<Language> {
        self.language.with(|tag| Language::from_tag(tag))
    }

    /// What is to be embedded.
    fn embedding(self) -> Embedding {
        Embedding {
            origin: public_origin(),
            municipality: self.municipality.get_value(),
            view: self.view(),
            language: self.language(),
            site: self.site.with(|site| (!site.is_empty()).then(|| site.clone())),
        }
    }
}

pub(super) fn view(polls: Vec<PollOverview>, sites: Resource<SiteList>) -> AnyView {
    let words = &texts().sites;
    let chosen = Chosen {
        municipality: StoredValue::new(session().client().me().municipality.clone()),
        view: RwSignal::new(String::new()),
        language: RwSignal::new(String::new()),
        site: RwSignal::new(String::new()),
        width: RwSignal::new(PHONE.to_owned()),
    };
    // Nothing is sent from here.
    let submission = Submission::new();
    let views = [("propose", words.propose), ("initiatives", words.initiatives), ("follow", words.follow)];
    let views = views.into_iter().map(|(value, label)| Pick::new(value, label)).collect();
    let open = polls.iter().filter(|poll| matches!(poll.status, PollStatus::Planned | PollStatus::Open));
    let open: Vec<_> =
        open.map(|poll| Pick::new(format!("{POLL}{}", poll.id), poll.title.in_language(Language::Nl).text)).collect();
    let mut groups = vec![SelectGroup::plain(views)];
    if !open.is_empty() {
        groups.push(SelectGroup { label: Some(words.polls.to_owned()), picks: open });
    }
    let name = texts().frame.language;
    let languages = Language::ALL.into_iter().map(|language| Pick::new(language.tag(), name(language))).collect();
    let widths = vec![Pick::new(PHONE, words.phone), Pick::new(DESK, words.desk)];
    view! {
        <section class="snippet" aria-labelledby=TITLE_ID>
            <h2 id=TITLE_ID>{words.snippet}</h2>
            <p>{words.snippet_lead}</p>
            <div class="form">
                <Select name="view" label=words.view value=chosen.view submission groups empty=words.home />
                <Select
                    name="language"
                    label=words.language
                    value=chosen.language
                    submission
                    groups=vec![SelectGroup::plain(languages)]
                    empty=words.page_language
                />
                {move || site(chosen, submission, sites)}
            </div>
            {block("tags", words.tags, words.tags_hint, move || chosen.embedding().tags())}
            {block("frame", words.frame, words.frame_hint, move || chosen.embedding().frame())}
            {block("link", words.link, words.link_hint, move || chosen.embedding().link())}
            {move || paper(chosen)}
            <div class="form">
                <Radios name="width" legend=words.preview value=chosen.width submission picks=widths inline=true />
            </div>
            <p class="field__hint">{words.preview_hint}</p>
            <div class="site-preview" role="region" tabindex="0" aria-label=words.preview>
                <iframe
                    class=move || chosen.width.with(|width| format!("site-preview__frame site-preview__frame--{width}"))
                    title=words.preview_title
                    src=move || chosen.embedding().framed()
                ></iframe>
            </div>
        </section>
    }
    .into_any()
}

/// For which of the municipality's sites; nothing until they are known.
fn site(chosen: Chosen, submission: Submission, sites: Resource<SiteList>) -> Option<AnyView> {
    let words = &texts().sites;
    let Loaded::Here(known) = sites.state.get() else { return None };
    let picks = known.sites.iter().map(|site| Pick::new(site.origin.clone(), site.origin.clone())).collect();
    Some(
        view! {
            <Select
                name="site"
                label=words.site
                hint=words.site_hint
                value=chosen.site
                submission
                groups=vec![SelectGroup::plain(picks)]
                empty=words.any_site
            />
        }
        .into_any(),
    )
}

/// A text to copy.
fn block(
    name: &str,
    label: &'static str,
    hint: &'static str,
    text: impl Fn() -> String + Copy + Send + Sync + 'static,
) -> AnyView {
    let words = &texts().sites;
    let id = field_id(name);
    let hint_id = format!("{id}-hint");
    let session = session();
    let copied = move |_| {
        let text = text();
        leptos::task::spawn_local(async move {
            if copy(&text).await {
                session.navigation.say(words.copied);
            } else {
                session.navigation.warn(words.not_copied, words.not_copied_help);
            }
        });
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <p class="field__hint" id=hint_id.clone()>
                {hint}
            </p>
            <textarea
                class="input snippet__text"
                id=id
                aria-describedby=hint_id
                readonly=true
                spellcheck="false"
                rows=move || text().lines().count().max(2)
                prop:value=text
            ></textarea>
            <Press kind=ButtonKind::Secondary act=copied>
                {words.copy}
                " "
                <span class="visually-hidden">{label}</span>
            </Press>
        </div>
    }
    .into_any()
}

/// The poster and the code that lead to the same.
fn paper(chosen: Chosen) -> AnyView {
    let words = &texts().sites;
    let Embedding { origin, municipality, view, language, .. } = chosen.embedding();
    let language = language.unwrap_or_default();
    let poll = match &view {
        View::Poll(id) => Some(id),
        _ => None,
    };
    let poster = format!("{origin}{}", paths::poster(&municipality, language, poll));
    let code = format!("{origin}{}", paths::qr_code(&municipality, language, poll));
    view! {
        <h3>{words.paper}</h3>
        <p>{words.paper_hint}</p>
        <ul>
            <li>
                <a href=poster target="_blank" rel="noopener">
                    {words.poster}
                </a>
            </li>
            <li>
                <a href=code target="_blank" rel="noopener">
                    {words.code}
                </a>
            </li>
        </ul>
    }
    .into_any()
}
