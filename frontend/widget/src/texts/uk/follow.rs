//! Following an idea, and the ideas that everybody sees.

use shared::case::{Nature, Outcome, PublicStatus};
use shared::proposal::ProposalKind;
use shared::text::Language;
use shared::time::CivilDate;
use shared::wire::public::TimelineKind;

use super::{DATES, SITE};
use crate::texts::{Agreements, Ending, Follow, Initiatives, Plans, listed};

fn date(date: CivilDate) -> String {
    DATES.written(date)
}

const fn kind(kind: ProposalKind) -> &'static str {
    match kind {
        ProposalKind::Idea => "Ідея",
        ProposalKind::Initiative => "Ініціатива мешканців",
        ProposalKind::Notice => "Мешканці роблять це самі",
        ProposalKind::NeighbourhoodWatch => "Сусідський дозор",
    }
}

pub(in crate::texts) static FOLLOW: Follow = Follow {
    title: "Що відбувається з вашою ідеєю?",
    lead: "Впишіть свій особистий код.",
    code: "Ваш особистий код",
    code_hint: "26 літер і цифр. Код є на вашому підтвердженні та в нашому листі. Можна також вставити все посилання.",
    no_script: "Ви відкрили своє особисте посилання? Ваш браузер не передає коду з нього, бо JavaScript вимкнено. Впишіть код самі: він стоїть після #c=. Можна також вставити все посилання.",
    open: "Переглянути мою ідею",
    opening: "Шукаємо вашу ідею…",
    lost_title: "Загубили код?",
    lost: "Ми не можемо дати код ще раз, бо ми його не зберігаємо. Зателефонуйте нам: разом подивимося, як ідуть справи.",
    number: |number| format!("Ваша ідея, номер {number}"),
    received_on: |date| format!("Отримано {date}"),
    owner: |partner| format!("Вам допомагає {partner}"),
    handover: |to, owner| {
        format!("Ми хочемо, щоб цим займалася організація {to}. Доки вона не погодиться, вам допомагає {owner}.")
    },
    supporting: |names| format!("Також долучається: {}.", listed(names, &SITE)),
    promise: |date| format!("Ви отримаєте звістку від нас не пізніше {date}."),
    overdue: |date| format!("Ми обіцяли написати вам до {date}. Ми не встигли. Вибачте. Муніципалітет про це знає."),
    outcome: |outcome| match outcome {
        Outcome::Realised => "Це зроблено.".to_owned(),
        Outcome::TakenUpByResidents => "Це роблять мешканці, з допомогою інших.".to_owned(),
        Outcome::WillBeDone { on } => format!("Ми зробимо це {}.", date(on)),
        Outcome::NotDone => "Ми цього не зробимо. Ось чому:".to_owned(),
        Outcome::Merged { into } => format!("Справа йде далі під номером {into}."),
        Outcome::PassedOn { nature } => format!("{}.", (ENDING.passed_on)(nature)),
    },
    public: "Інші мешканці можуть бачити цю ідею на сайті, без вашого імені.",
    question_title: "Ми маємо до вас запитання",
    question_from: |partner| format!("Запитує {partner}:"),
    answer: "Ваша відповідь",
    answer_until: |date| format!("Просимо відповісти до {date}. Потрібно більше часу? Зателефонуйте нам."),
    send_answer: "Надіслати мою відповідь",
    answered_title: "Дякуємо, ми отримали вашу відповідь",
    answered: "Ми працюємо далі.",
    rating_title: "Що ви думаєте про нашу відповідь?",
    rating_until: |date| format!("Ви можете сказати нам це до {date} включно."),
    helped: "Чи допомогла вам ця відповідь?",
    helped_yes: "Так",
    helped_no: "Ні, розгляньте ще раз",
    reason: "Чому?",
    reason_hint: "Якщо вона не допомогла, нам треба це знати. Напишіть, чого ще бракує.",
    send_rating: "Надіслати",
    rated_title: "Дякуємо, тепер ми знаємо вашу думку",
    rated_yes: "Раді, що це допомогло.",
    rated_no: "Хтось прочитає ваш текст і вирішить, чи розглядати це ще раз. Ви завжди дізнаєтеся чому.",
    contact_title: "Ваша електронна адреса",
    contact_now: "Коли будуть новини, ми надішлемо вам лист. Ніхто не бачить вашої адреси.",
    contact_none: "Ми не маємо вашої електронної адреси. Впишіть її, якщо хочете отримувати листи з новинами.",
    contact_email: "Нова електронна адреса",
    contact_save: "Зберегти цю адресу",
    contact_erase: "Видалити мою електронну адресу",
    contact_kept_title: "Вашу електронну адресу збережено",
    contact_kept: "Відтепер повідомлення йдуть на цю адресу.",
    contact_erased_title: "Вашу електронну адресу видалено",
    contact_erased: "Ми більше не надсилаємо вам листів. За кодом ви побачите тут, як ідуть справи.",
    threat_title: "Вам заважають або погрожують?",
    threat_hint: "Скажіть нам. Ваша ідея одразу зникне із сайту, а ваша контактна особа в муніципалітеті займеться цим.",
    threat_button: "Мені заважають або погрожують",
    threat_page: "Вам заважають або погрожують?",
    threat_lead: "Ви не самі. Це прочитає лише ваша контактна особа в муніципалітеті, не пізніше наступного робочого дня.",
    threat_text: "Що сталося?",
    threat_text_hint: "Можна нічого не писати. Знаєте, як із вами безпечно зв’язатися? Тоді напишіть.",
    threat_send: "Сказати муніципалітету",
    threat_received_title: "Ми знаємо",
    threat_received: "Ваша контактна особа в муніципалітеті прочитає це не пізніше наступного робочого дня. Вашої ідеї вже немає на сайті. Зараз небезпечно? Телефонуйте 112.",
    timeline: "Що відбулося?",
    newest_first: "Найновіше вгорі.",
    keep_title: "Як повернутися",
    keep: "Збережіть своє особисте посилання або код. Закладка на цю сторінку не працює, бо в адресі немає коду. Так ніхто інший не побачить вашої ідеї.",
    entry,
    sent: "Ось що ви надіслали",
    withdraw: "Я хочу відкликати свою ідею",
    withdraw_title: "Справді відкликати ідею?",
    withdraw_text: "Тоді ми перестанемо нею займатися. Цього не можна скасувати.",
    withdraw_yes: "Так, відкликати мою ідею",
    withdraw_no: "Ні, повернутися",
    withdrawn: "Ви відкликали цю ідею. Ми більше нічого з нею не робимо.",
    refresh: "Перевірити, чи є новини",
    close: "Закрити цю сторінку",
};

pub(in crate::texts) static INITIATIVES: Initiatives = Initiatives {
    title: "Ідеї мешканців",
    lead: "Ідеї та ініціативи з мікрорайону і те, що з ними відбувається. Без імен.",
    empty: "На цій сторінці ще немає ідей.",
    empty_hint: "Може, ваша буде першою?",
    kind,
    status: |status| match status {
        PublicStatus::Received => "Отримано",
        PublicStatus::WithPartner => "Розглядають",
        PublicStatus::QuestionForYou => "Є запитання до мешканця",
        PublicStatus::Planned => "Заплановано",
        PublicStatus::InProgress => "Ми працюємо над цим",
        PublicStatus::Done => "Зроблено",
        PublicStatus::NotDone => "Ми цього не зробимо",
        PublicStatus::LookingAgain => "Розглядаємо ще раз",
        PublicStatus::Withdrawn => "Відкликано",
        PublicStatus::PassedOn => "Передано далі",
        PublicStatus::Merged => "Йде далі під іншим номером",
    },
    area: "Мікрорайон",
    topic: "Тема",
    partner: "Хто цим займається?",
    what: "Ідея",
    why: "Чому",
    we_do: "Що роблять самі мешканці",
    we_need: "Що для цього потрібно",
    timeline: "Що відбулося?",
    news: "Стежити за новинами",
    news_hint: "Програма для новин (Atom) показує, що нового.",
    follow: |name| format!("Новини на тему: {name}"),
    own_title: "Маєте власну ідею?",
    own_text: "Її не треба розробляти.",
};

fn entry(what: &TimelineKind, by: Option<&str>) -> String {
    let who = by.unwrap_or("муніципалітет");
    match what {
        TimelineKind::Received { partner } => format!("Ідею отримує {partner}"),
        TimelineKind::Update => format!("Новини, пише {who}"),
        TimelineKind::Question => format!("Запитує {who}"),
        TimelineKind::Answer => "Ваша відповідь".to_owned(),
        TimelineKind::AnswerTermPassed => format!("На запитання не було відповіді. Далі працює {who}."),
        TimelineKind::HandoverOffered { to } => format!("Ми хочемо, щоб цим займалася організація {to}"),
        TimelineKind::OwnerChanged { to } => format!("Відтепер допомагає {to}"),
        TimelineKind::PromiseSet { until } => format!("Новий термін: звістка від нас не пізніше {}", date(*until)),
        TimelineKind::Planned { on } => format!("Заплановано на {}", date(*on)),
        TimelineKind::DecisionNeeded { until } => (PLANS.decision_entry)(&date(*until)),
        TimelineKind::DateProposed { partner, on } => (PLANS.proposed_entry)(partner, &date(*on)),
        TimelineKind::DateConfirmed { partner, on } => (PLANS.confirmed_entry)(partner, &date(*on)),
        TimelineKind::DateDeclined { partner, on } => (PLANS.declined_entry)(partner, &date(*on)),
        TimelineKind::Concluded { outcome } => match outcome {
            Outcome::Realised => "Це зроблено".to_owned(),
            Outcome::TakenUpByResidents => "Це роблять мешканці, з допомогою інших".to_owned(),
            Outcome::WillBeDone { on } => format!("Ми зробимо це {}", date(*on)),
            Outcome::NotDone => "Ми цього не зробимо. Ось чому:".to_owned(),
            Outcome::Merged { into } => format!("Справа йде далі під номером {into}"),
            Outcome::PassedOn { nature } => (ENDING.passed_on)(*nature).to_owned(),
        },
        TimelineKind::PassedOn { nature, received_on, reference } => {
            (ENDING.entry)(*nature, &date(*received_on), reference.as_deref())
        }
        TimelineKind::Rated { helped: true } => "Відповідь вам допомогла".to_owned(),
        TimelineKind::Rated { helped: false } => "Відповідь вам не допомогла".to_owned(),
        TimelineKind::ReopeningAsked { decide_by } => {
            format!("Ви попросили розглянути це ще раз. Ви отримаєте звістку від нас до {}", date(*decide_by))
        }
        TimelineKind::Reopened { until } => format!("Ми розглядаємо це ще раз. Новини до {}", date(*until)),
        TimelineKind::Unmerged { until } => (PLANS.unmerged_entry)(&date(*until)),
        TimelineKind::SupportAccepted { partner } => (PLANS.helps_entry)(partner),
        TimelineKind::ReopeningRefused => "Ми залишаємо нашу відповідь. Ось чому:".to_owned(),
        TimelineKind::Explained => ENDING.explained.to_owned(),
        TimelineKind::TextsErased => "На прохання видалено тексти".to_owned(),
        TimelineKind::Threatened => "Ви сказали нам, що вам заважають або погрожують".to_owned(),
        TimelineKind::Withdrawn => "Ідею відкликано".to_owned(),
        TimelineKind::KindSet { to } => (AGREEMENTS.kind_entry)(kind(*to)),
        TimelineKind::AgreementsMade => AGREEMENTS.entry.to_owned(),
        TimelineKind::RecordedFor { partner } => format!("Записав муніципалітет від імені організації {partner}"),
    }
}

pub(in crate::texts) static PLANS: Plans = Plans {
    decision: |who, date| format!("Рішення щодо цього приймає {who}. Ви отримаєте звістку від нас не пізніше {date}."),
    decision_entry: |date| format!("Потрібне рішення, не пізніше {date}. Його приймає:"),
    proposed: |by, date| format!("Пропозиція: {by} зробить це {date}. Цю дату ще треба підтвердити."),
    proposed_entry: |by, date| format!("Пропозиція: {by} зробить це {date}"),
    confirmed: |by, date| format!("{by} зробить це {date}."),
    confirmed_entry: |by, date| format!("{by} підтверджує дату: {date}"),
    declined_entry: |by, date| format!("{by} не може зробити це {date}. Ми шукаємо інший день."),
    helps_entry: |partner| format!("{partner} допомагає"),
    unmerged_entry: |date| {
        format!("Ту іншу ідею відкликано. Ваша ідея знову йде під власним номером. Новини не пізніше {date}")
    },
};

pub(in crate::texts) static AGREEMENTS: Agreements = Agreements {
    title: "Наші правила",
    lead: |date| format!("Мешканці та муніципалітет домовилися про це {date}."),
    own: "Також ми домовилися:",
    contact: "Контакт у муніципалітеті",
    turn_to: |name, reach| format!("Запитання про цей сусідський дозор? {name}, {reach}."),
    entry: "Правила і контакт у муніципалітеті визначено",
    kind_entry: |kind| format!("Тепер це: {kind}"),
};

pub(in crate::texts) static ENDING: Ending = Ending {
    answered_by: |partner| format!("Відповідь: {partner}"),
    merged: |number| format!("Ваша ідея йде далі під номером {number}."),
    merged_hint: "Хтось інший просив про те саме або про щось пов’язане. Ми зробимо це разом. Ваше ім’я та адреса залишаються в нас.",
    merged_stands: |status, owner| format!("Стан тієї справи: {status}. Допомагає {owner}."),
    merged_promise: |date| format!("Новини там будуть не пізніше {date}."),
    merged_page: "Переглянути ту ідею",
    passed_on: |nature| match nature {
        Nature::Report => "Ми передали це як повідомлення про проблему",
        Nature::Complaint => "Ми читаємо це як скаргу",
        Nature::Objection => "Ми читаємо це як заперечення",
        Nature::Request => "Ми читаємо це як заяву",
    },
    passed_to: |to, date| format!("Ми передали це {date}. Отримувач: {to}."),
    reference: |number| format!("Номер тієї справи: {number}."),
    received: |date| format!("Ви надіслали це нам {date}. Важлива саме ця дата."),
    next: |nature, day| {
        let about = match nature {
            Nature::Report => return "Ми напишемо вам, чим це закінчилося.".into(),
            Nature::Complaint => "вашу скаргу",
            Nature::Objection => "ваше заперечення",
            Nature::Request => "вашу заяву",
        };
        match (day, nature) {
            (Some(day), _) => format!(
                "Вони дадуть відповідь на {about} не пізніше {day}. Якщо їм треба більше часу, вони напишуть вам до цього дня."
            ),
            (None, Nature::Objection) => "Рішення щодо вашого заперечення буде за 6 тижнів. Ці тижні починаються після останнього дня, коли можна було подати заперечення. Якщо справу розглядає ще й комісія, це 12 тижнів. Вони напишуть вам, який це буде день.".into(),
            (None, _) => format!("Вони напишуть вам про {about}."),
        }
    },
    we_do: "Ми робимо",
    you_do: "Ви робите",
    we_ask: "Ми просимо",
    translation: |language| match language {
        Language::Nl => "Переклад нідерландською",
        Language::En => "Переклад англійською",
        Language::Tr => "Переклад турецькою",
        Language::Ar => "Переклад арабською",
        Language::Pl => "Переклад польською",
        Language::Uk => "Переклад українською",
    },
    only_dutch: "Цей текст є лише нідерландською.",
    erased: "Цей текст видалено.",
    pointed_out: "Так можна надіслати, але краще це прибрати. Якщо хочете залишити так, надішліть ще раз. Якщо ви когось звинувачуєте, ваш текст спершу прочитає координатор.",
    explained: "Ми змінили те, що інші бачать із вашої ідеї. Те, що ви написали, ви тут і далі бачите. Ось чому:",
    entry: |nature, date, reference| {
        let what = match nature {
            Nature::Report => "Передано як повідомлення про проблему",
            Nature::Complaint => "Передано як скаргу",
            Nature::Objection => "Передано як заперечення",
            Nature::Request => "Передано як заяву",
        };
        let number = reference.map(|number| format!(", номер {number}")).unwrap_or_default();
        format!("{what}{number}. Отримано {date}")
    },
};
