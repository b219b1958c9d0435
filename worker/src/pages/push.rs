//! Messages to a device, offered on the page of news and on that of one's own idea: only on full pages, where the browser
//! asks in our name, and only to who wants them. A script does it (`frontend/widget/push.js`), so all of it is drawn hidden.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use leptos::prelude::*;
use shared::{paths::Place, text::Language};
use ui::{AnyView, IntoAny};
use widget::state::{Content, Context, FollowPage, PageState};

use crate::objects::municipality::snapshot::PublicSnapshot;

/// What runs when something comes. It has to lie where its pages are.
const WORKER: &str = include_str!("../../../frontend/widget/push-worker.js");

/// `GET /{slug}/push.js`
pub(super) async fn worker() -> Response {
    let kind = HeaderValue::from_static("text/javascript; charset=utf-8");
    // The browser looks for a new one by itself, a day later at most.
    let kept = HeaderValue::from_static("public, max-age=3600");
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, kept)], WORKER).into_response()
}

/// What stands below the content of this page: on the page of an idea; elsewhere nothing.
pub(super) fn beside(state: &PageState, of: &PublicSnapshot) -> String {
    let context = &state.context;
    match &state.content {
        Content::Follow(page) if context.place == Place::Page && matches!(page.as_ref(), FollowPage::Case(_)) => {
            Owner::new().with(|| {
                let offer = offer(context, of, true);
                offer.map(|offer| view! { <div class="page">{offer}</div> }.to_html()).unwrap_or_default()
            })
        }
        _ => String::new(),
    }
}

/// The box that turns it on; nothing where the operator has set no key.
pub(super) fn offer(context: &Context, of: &PublicSnapshot, of_idea: bool) -> Option<AnyView> {
    let key = of.push_key.clone()?;
    let words = words(context.language);
    let (label, hint) = if of_idea { (words.idea, words.idea_hint) } else { (words.polls, words.hint) };
    Some(
        view! {
            <section
                class="page__section"
                aria-labelledby="push-title"
                data-push=key
                data-of-idea=of_idea.then_some("")
                data-worker=format!("/{}/push.js", of.slug)
                data-ask=format!("/api/v1/municipalities/{}/devices", of.slug)
                hidden=true
            >
                <h2 id="push-title">{words.title}</h2>
                <div class="stack" hidden=true>
                    <div class="choice">
                        <input type="checkbox" id="push-wanted" aria-describedby="push-hint" autocomplete="off" />
                        <label for="push-wanted">{label}</label>
                    </div>
                    <p class="field__hint" id="push-hint">{hint}</p>
                </div>
                <p
                    role="status"
                    data-waiting=words.waiting
                    data-on=words.on
                    data-off=words.off
                    data-denied=words.denied
                    data-failed=words.failed
                ></p>
                <p data-install="" hidden=true>{words.install}</p>
            </section>
        }
        .into_any(),
    )
}

struct Words {
    title: &'static str,
    polls: &'static str,
    idea: &'static str,
    hint: &'static str,
    idea_hint: &'static str,
    waiting: &'static str,
    on: &'static str,
    off: &'static str,
    denied: &'static str,
    failed: &'static str,
    /// For telephones that take messages only of what stands on their home screen.
    install: &'static str,
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
    title: "Berichten op dit apparaat",
    polls: "Stuur mij een bericht als er een nieuwe peiling of een uitkomst is",
    idea: "Stuur mij een bericht als er nieuws is over mijn idee",
    hint: "U ziet het bericht ook als deze site niet open is. Maak het vakje leeg als u geen berichten meer wilt. Na een jaar stopt het vanzelf.",
    idea_hint: "Doe dit alleen op uw eigen apparaat: wie op het bericht drukt, ziet uw idee. Maak het vakje leeg als u geen berichten meer wilt. Na een jaar stopt het vanzelf.",
    waiting: "Een ogenblik geduld …",
    on: "U krijgt voortaan een bericht op dit apparaat.",
    off: "U krijgt hierover geen berichten meer op dit apparaat.",
    denied: "Uw browser laat geen berichten van deze site toe. Dat verandert u bij de instellingen van uw browser.",
    failed: "Dat is niet gelukt. Probeer het later nog eens.",
    install: "Wilt u berichten op uw iPhone of iPad? Zet deze site dan eerst op uw beginscherm: druk op Deel en dan op ‘Zet op beginscherm’. Open de site daarna vanaf uw beginscherm.",
};

static EN: Words = Words {
    title: "Messages on this device",
    polls: "Send me a message when there is a new poll or an outcome",
    idea: "Send me a message when there is news about my idea",
    hint: "You see the message even when this site is not open. Clear the box when you want no more messages. After a year it stops by itself.",
    idea_hint: "Do this on your own device only: whoever presses the message sees your idea. Clear the box when you want no more messages. After a year it stops by itself.",
    waiting: "One moment please …",
    on: "From now on you get a message on this device.",
    off: "You get no more messages about this on this device.",
    denied: "Your browser does not allow messages from this site. You can change that in the settings of your browser.",
    failed: "That did not work. Please try again later.",
    install: "Would you like messages on your iPhone or iPad? Then put this site on your home screen first: press Share and then ‘Add to Home Screen’. After that, open the site from your home screen.",
};

static TR: Words = Words {
    title: "Bu cihazda bildirimler",
    polls: "Yeni bir anket veya sonuç olunca bana bildirim gönderin",
    idea: "Fikrimle ilgili haber olunca bana bildirim gönderin",
    hint: "Bu site açık olmasa da bildirimi görürsünüz. Artık bildirim istemiyorsanız kutuyu boşaltın. Bir yıl sonra kendiliğinden durur.",
    idea_hint: "Bunu yalnızca kendi cihazınızda yapın: bildirime basan kişi fikrinizi görür. Artık bildirim istemiyorsanız kutuyu boşaltın. Bir yıl sonra kendiliğinden durur.",
    waiting: "Bir dakika …",
    on: "Bundan sonra bu cihazda bildirim alacaksınız.",
    off: "Bu konuda artık bu cihazda bildirim almayacaksınız.",
    denied: "Tarayıcınız bu sitenin bildirimlerine izin vermiyor. Bunu tarayıcınızın ayarlarından değiştirebilirsiniz.",
    failed: "Olmadı. Lütfen daha sonra tekrar deneyin.",
    install: "iPhone veya iPad’inizde bildirim ister misiniz? Önce bu siteyi ana ekranınıza ekleyin: Paylaş’a, sonra ‘Ana Ekrana Ekle’ye basın. Ardından siteyi ana ekranınızdan açın.",
};

static AR: Words = Words {
    title: "الإشعارات على هذا الجهاز",
    polls: "أرسلوا لي إشعارًا عند وجود استطلاع جديد أو نتيجة",
    idea: "أرسلوا لي إشعارًا عند وجود خبر عن فكرتي",
    hint: "ترى الإشعار حتى لو لم يكن هذا الموقع مفتوحًا. ألغِ الاختيار إذا لم تعد تريد إشعارات. يتوقف ذلك تلقائيًا بعد سنة.",
    idea_hint: "افعل هذا على جهازك الخاص فقط: من يضغط على الإشعار يرى فكرتك. ألغِ الاختيار إذا لم تعد تريد إشعارات. يتوقف ذلك تلقائيًا بعد سنة.",
    waiting: "لحظة من فضلك …",
    on: "ستصلك إشعارات على هذا الجهاز من الآن.",
    off: "لن تصلك إشعارات عن هذا على هذا الجهاز بعد الآن.",
    denied: "متصفحك لا يسمح بإشعارات من هذا الموقع. يمكنك تغيير ذلك في إعدادات المتصفح.",
    failed: "لم ينجح ذلك. حاول مرة أخرى لاحقًا.",
    install: "هل تريد إشعارات على جهاز iPhone أو iPad؟ أضف هذا الموقع أولًا إلى الشاشة الرئيسية: اضغط على «مشاركة» ثم على «إضافة إلى الشاشة الرئيسية». ثم افتح الموقع من الشاشة الرئيسية.",
};

static PL: Words = Words {
    title: "Powiadomienia na tym urządzeniu",
    polls: "Proszę o powiadomienie, gdy jest nowa ankieta lub wynik",
    idea: "Proszę o powiadomienie, gdy są wiadomości o moim pomyśle",
    hint: "Powiadomienie pojawi się także wtedy, gdy ta strona nie jest otwarta. Aby je wyłączyć, wystarczy odznaczyć pole. Po roku wyłączą się same.",
    idea_hint: "Tylko na własnym urządzeniu: kto naciśnie powiadomienie, zobaczy pomysł. Aby je wyłączyć, wystarczy odznaczyć pole. Po roku wyłączą się same.",
    waiting: "Chwileczkę …",
    on: "Od teraz powiadomienia będą przychodzić na to urządzenie.",
    off: "Powiadomienia o tym nie będą już przychodzić na to urządzenie.",
    denied: "Przeglądarka nie pozwala na powiadomienia z tej strony. Można to zmienić w ustawieniach przeglądarki.",
    failed: "Nie udało się. Proszę spróbować później.",
    install: "Powiadomienia na iPhonie lub iPadzie? Najpierw trzeba dodać tę stronę do ekranu początkowego: nacisnąć Udostępnij, a potem „Dodaj do ekranu początkowego”. Następnie otworzyć stronę z ekranu początkowego.",
};

static UK: Words = Words {
    title: "Сповіщення на цьому пристрої",
    polls: "Надсилати мені сповіщення про нове опитування або результат",
    idea: "Надсилати мені сповіщення, коли є новина про мою ідею",
    hint: "Ви побачите сповіщення, навіть коли цей сайт не відкрито. Зніміть позначку, якщо більше не хочете сповіщень. Через рік вони припиняться самі.",
    idea_hint: "Робіть це лише на власному пристрої: хто натисне на сповіщення, побачить вашу ідею. Зніміть позначку, якщо більше не хочете сповіщень. Через рік вони припиняться самі.",
    waiting: "Хвилинку …",
    on: "Відтепер ви отримуватимете сповіщення на цьому пристрої.",
    off: "Ви більше не отримуватимете про це сповіщень на цьому пристрої.",
    denied: "Ваш браузер не дозволяє сповіщень від цього сайту. Це можна змінити в налаштуваннях браузера.",
    failed: "Не вдалося. Спробуйте пізніше.",
    install: "Хочете сповіщень на iPhone чи iPad? Спершу додайте цей сайт на початковий екран: натисніть «Поширити», потім «На початковий екран». Після цього відкрийте сайт з початкового екрана.",
};
