//! The paper for the resident: number, personal code, who takes it up and by when there is news.

use leptos::prelude::*;
use shared::follow_key::FollowKey;
use shared::paths::{Page as PublicPage, Place, page};
use shared::text::Language;
use shared::wire::admin::EnteredProposal;
use ui::{ButtonKind, LinkButton, Notice, Press, Tone};

use super::IntakeDraft;
use crate::address::Page;
use crate::frame::Heading;
use crate::navigation::focus_soon;
use crate::platform::public_origin;
use crate::session::session;
use crate::texts::texts;

pub(super) fn view(draft: IntakeDraft, entered: &EnteredProposal) -> AnyView {
    let words = &texts().intake;
    let client = session().client();
    let me = client.me();
    let language = draft.language.with_untracked(|tag| Language::from_tag(tag)).unwrap_or_default();
    let paper = (words.receipt)(language);
    let code = FollowKey::parse(&entered.follow_key).map_or_else(|_| entered.follow_key.clone(), |key| key.in_groups());
    let address = format!("{}{}", public_origin(), page(Place::Page, &me.municipality, language, &PublicPage::Follow));
    let owner = client.partner(&entered.owner).map_or_else(
        || entered.owner.to_string(),
        |partner| format!("{} ({})", partner.name, partner.kind.label(language)),
    );
    let until = match language {
        Language::Nl => texts().days.full(entered.answer_by),
        Language::En => written(entered.answer_by, &ENGLISH),
        Language::Tr => written(entered.answer_by, &TURKISH),
        Language::Ar => written(entered.answer_by, &ARABIC),
        Language::Pl => written(entered.answer_by, &POLISH),
        Language::Uk => written(entered.answer_by, &UKRAINIAN),
    };
    let print = move |_| {
        let _ = window().print();
    };
    let next = move |_| {
        draft.start_again();
        focus_soon(ui::HEADING_ID);
    };
    view! {
        <div class="no-print stack">
            <Heading title=words.done_title lead=words.done_lead />
            <Notice tone=Tone::Warn>
                <p>{words.done_warning}</p>
            </Notice>
        </div>
        <article class="receipt" lang=language.tag() dir=language.direction()>
            <h2>{(paper.title)(&me.municipality_name)}</h2>
            <dl class="receipt__facts">
                <div>
                    <dt>{paper.number}</dt>
                    <dd class="receipt__number">{entered.number.clone()}</dd>
                </div>
                <div>
                    <dt>{paper.owner}</dt>
                    <dd>{owner}</dd>
                </div>
                <div>
                    <dt>{paper.until}</dt>
                    <dd>{until}</dd>
                </div>
                <div>
                    <dt>{paper.code}</dt>
                    <dd>
                        <span class="code receipt__code">{code}</span>
                        <p class="soft">{paper.code_help}</p>
                    </dd>
                </div>
                <div>
                    <dt>{paper.follow}</dt>
                    <dd>
                        {paper.follow_how} <br /> <span class="receipt__address">{address}</span>
                    </dd>
                </div>
            </dl>
        </article>
        <div class="actions no-print">
            <Press act=print>
                {words.print}
            </Press>
            <Press kind=ButtonKind::Secondary act=next>
                {words.next}
            </Press>
            <LinkButton kind=ButtonKind::Quiet href=Page::Case(entered.case_id.clone()).path()>
                {words.to_case}
            </LinkButton>
        </div>
    }
    .into_any()
}

/// A date for the resident, who reads the paper; the rest of this program is Dutch.
fn written(date: shared::time::CivilDate, months: &[&str; 12]) -> String {
    let month = usize::from(date.month()).checked_sub(1).and_then(|month| months.get(month)).copied();
    format!("{} {} {}", date.day(), month.unwrap_or_default(), date.year())
}

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const POLISH: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];

const UKRAINIAN: [&str; 12] = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
];

const TURKISH: [&str; 12] =
    ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"];

const ARABIC: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
