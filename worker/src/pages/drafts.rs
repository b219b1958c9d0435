//! Keeping what somebody fills in on their device, beside the form of a poll or an idea. Only a script can do that
//! (`frontend/widget/draft.js`), so all of it is drawn hidden; it is part of what the Worker sends, and of no program.

use leptos::prelude::*;
use shared::{ids::PollId, paths::Page, text::Language};
use ui::{IntoAny, Notice, Tone};
use widget::{
    forms::{STEP, poll},
    state::{Content, Context, Form, PageState},
};

/// What is kept of an idea. No address to write to, no postcode, no key.
const OF_IDEA: [&str; 10] =
    [STEP, "topicId", "areaId", "what", "why", "weDo", "weNeed", "onlyInform", "neighbourhoodWatch", "mayBePublic"];
/// What is kept of a poll beside the answers. The ballot's id makes that it counts once, however often it is sent.
const OF_POLL: [&str; 3] = [STEP, poll::BALLOT_ID, poll::AREA];

struct Words {
    keep: &'static str,
    hint: &'static str,
    no_address: &'static str,
    found: &'static str,
    found_hint: &'static str,
    go_on: &'static str,
    drop: &'static str,
}

/// What stands below the content of this page; mostly nothing.
pub(super) fn beside(state: &PageState) -> String {
    let context = &state.context;
    Owner::new().with(|| match &state.content {
        Content::Form(Form::Poll(page)) => {
            let id = &page.poll.id;
            offer(context, &of_poll(context, id), &Page::Poll(id), &OF_POLL)
        }
        Content::Form(Form::Propose(_)) => offer(context, &of_idea(context), &Page::Propose, &OF_IDEA),
        Content::Form(Form::Receipt(_)) => sent(of_idea(context)),
        Content::Thanks(thanks) => sent(of_poll(context, &thanks.poll_id)),
        _ => String::new(),
    })
}

fn of_idea(context: &Context) -> String {
    format!("{}/idea", context.slug)
}

/// It has arrived, so what was kept of it is not needed any more.
fn sent(draft: String) -> String {
    view! { <div hidden=true data-draft-sent=draft></div> }.into_any().to_html()
}

fn of_poll(context: &Context, id: &PollId) -> String {
    format!("{}/poll/{id}", context.slug)
}

fn offer(context: &Context, draft: &str, page: &Page<'_>, fields: &[&str]) -> String {
    let words = words(context.language);
    let hint = match page {
        Page::Propose => format!("{} {}", words.hint, words.no_address),
        _ => words.hint.to_owned(),
    };
    view! {
        <div class="page page--note" id="draft-found" role="status" hidden=true>
            <Notice tone=Tone::Info title=words.found>
                <p>{words.found_hint}</p>
                <div class="actions">
                    <button type="button" class="button button--primary" data-press="go">{words.go_on}</button>
                    <button type="button" class="button button--quiet" data-press="drop">{words.drop}</button>
                </div>
            </Notice>
        </div>
        <div
            class="page page--note"
            id="draft-keeping"
            data-draft=draft.to_owned()
            data-fields=fields.join(" ")
            data-action=context.url(page)
            hidden=true
        >
            <div>
                <div class="choice">
                    <input type="checkbox" id="draft-keep" aria-describedby="draft-keep-hint" autocomplete="off" />
                    <label for="draft-keep">{words.keep}</label>
                </div>
                <p class="field__hint" id="draft-keep-hint">{hint}</p>
            </div>
        </div>
    }
    .into_any()
    .to_html()
}

const fn words(language: Language) -> &'static Words {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
        Language::Tr => &TR,
        Language::Ar => &AR,
        Language::Pl => &PL,
        Language::Uk => &UK,
    }
}

static NL: Words = Words {
    keep: "Bewaar op dit apparaat wat ik invul",
    hint: "Zo kunt u later verder. Na 7 dagen is het weg, en ook als u het verstuurt of dit vakje leegmaakt. Doe dit niet op een apparaat dat anderen ook gebruiken.",
    no_address: "Uw e-mailadres bewaren wij niet op dit apparaat.",
    found: "U was hier al bezig",
    found_hint: "Wat u invulde, staat nog op dit apparaat. Het is nog niet verstuurd.",
    go_on: "Ga verder waar u was",
    drop: "Gooi het weg",
};

static EN: Words = Words {
    keep: "Keep what I fill in on this device",
    hint: "So you can go on later. It is gone after 7 days, and also when you send it or clear this box. Do not do this on a device that others use too.",
    no_address: "We do not keep your e-mail address on this device.",
    found: "You had already begun here",
    found_hint: "What you filled in is still on this device. It has not been sent yet.",
    go_on: "Go on where you were",
    drop: "Throw it away",
};

static TR: Words = Words {
    keep: "Doldurduklarımı bu cihazda sakla",
    hint: "Böylece daha sonra devam edebilirsiniz. 7 gün sonra silinir. Gönderince veya bu kutuyu boşaltınca da silinir. Başkalarının da kullandığı bir cihazda bunu yapmayın.",
    no_address: "E-posta adresinizi bu cihazda saklamıyoruz.",
    found: "Burada daha önce başlamıştınız",
    found_hint: "Doldurduklarınız hâlâ bu cihazda duruyor. Henüz gönderilmedi.",
    go_on: "Kaldığınız yerden devam edin",
    drop: "Sil",
};

static AR: Words = Words {
    keep: "احفظ ما أملؤه على هذا الجهاز",
    hint: "هكذا يمكنك المتابعة لاحقًا. يُحذف بعد 7 أيام، وأيضًا عند الإرسال أو عند إلغاء هذا الاختيار. لا تفعل هذا على جهاز يستخدمه آخرون أيضًا.",
    no_address: "لا نحفظ عنوان بريدك الإلكتروني على هذا الجهاز.",
    found: "لقد بدأت هنا من قبل",
    found_hint: "ما ملأته لا يزال على هذا الجهاز. لم يُرسل بعد.",
    go_on: "تابع من حيث توقفت",
    drop: "احذفه",
};

static PL: Words = Words {
    keep: "Zapisz na tym urządzeniu to, co wypełniam",
    hint: "Można wtedy dokończyć później. Tekst zniknie po 7 dniach, a także po wysłaniu lub odznaczeniu tego pola. Proszę tego nie robić na urządzeniu, z którego korzystają też inni.",
    no_address: "Adresu e-mail nie zapisujemy na tym urządzeniu.",
    found: "Wypełnianie zostało tu już rozpoczęte",
    found_hint: "Wpisane odpowiedzi są nadal na tym urządzeniu. Nie zostały jeszcze wysłane.",
    go_on: "Dokończ od tego miejsca",
    drop: "Usuń",
};

static UK: Words = Words {
    keep: "Зберігати на цьому пристрої те, що я заповнюю",
    hint: "Тоді можна продовжити пізніше. Текст зникне через 7 днів, а також коли ви його надішлете або знімете цю позначку. Не робіть цього на пристрої, яким користуються й інші.",
    no_address: "Вашу електронну адресу ми не зберігаємо на цьому пристрої.",
    found: "Ви тут уже починали",
    found_hint: "Те, що ви заповнили, ще є на цьому пристрої. Його ще не надіслано.",
    go_on: "Продовжити з того самого місця",
    drop: "Видалити",
};

#[cfg(test)]
mod tests {
    use shared::proposal::fill::{ProposalFilling, ProposalStep};
    use widget::forms::proposal;

    use super::*;

    #[test]
    fn all_that_an_idea_carries_is_kept_but_who_to_write_to_and_what_makes_a_key() {
        let mut filling = ProposalFilling { step: ProposalStep::Check, topic_chosen: true, ..ProposalFilling::start() };
        let draft = &mut filling.draft;
        for text in [&mut draft.what, &mut draft.why, &mut draft.we_do, &mut draft.we_need, &mut draft.email] {
            *text = "Iets".to_owned();
        }
        (draft.only_inform, draft.neighbourhood_watch, draft.may_be_public) = (true, true, true);
        draft.area_id = "noord".parse().ok();
        let carried = proposal::carried(&filling, None);
        let left: Vec<&str> =
            carried.iter().map(|(name, _)| name.as_str()).filter(|name| !OF_IDEA.contains(name)).collect();
        assert_eq!(left, ["email"]);
        assert_eq!(carried.len(), OF_IDEA.len() + 1);
    }
}
