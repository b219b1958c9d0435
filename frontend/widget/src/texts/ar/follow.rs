//! The page on which a resident follows an idea.

use shared::case::Outcome;
use shared::time::CivilDate;
use shared::wire::public::TimelineKind;

use super::super::{Follow, listed};
use super::{AGREEMENTS, DATES, ENDING, PLANS, SITE, kind as kind_name};

fn date(date: CivilDate) -> String {
    DATES.written(date)
}

pub(in crate::texts) static FOLLOW: Follow = Follow {
    title: "ما حال فكرتك؟",
    lead: "اكتب رمزك الشخصي.",
    code: "رمزك الشخصي",
    code_hint: "26 حرفًا ورقمًا. الرمز مكتوب في إيصال الاستلام وفي رسالتنا. يمكنك أيضًا لصق الرابط كاملًا.",
    no_script: "هل فتحت رابطك الشخصي؟ متصفحك لا ينقل الرمز الذي فيه، لأن JavaScript متوقف. اكتب الرمز بنفسك: هو ما يأتي بعد \u{2066}#c=\u{2069}. يمكنك أيضًا لصق الرابط كاملًا.",
    open: "انظر فكرتي",
    opening: "نبحث عن فكرتك…",
    lost_title: "هل فقدت الرمز؟",
    lost: "لا نستطيع إعطاء الرمز من جديد، لأننا لا نحفظه. اتصل بنا: ننظر معك ما حال فكرتك.",
    number: |number| format!("فكرتك، رقم \u{2068}{number}\u{2069}"),
    received_on: |date| format!("تم الاستلام في {date}"),
    owner: |partner| format!("تساعدك في هذا: {partner}"),
    handover: |to, owner| format!("طلبنا من {to} أن تتولى هذا. حتى تقول نعم، تساعدك {owner}."),
    supporting: |names| format!("يتابع هذا أيضًا: {}.", listed(names, &SITE)),
    promise: |date| format!("يصلك خبر منا في موعد أقصاه {date}."),
    overdue: |date| format!("وعدناك بأن يصلك خبر في موعد أقصاه {date}. لم ننجح في ذلك. نعتذر منك. تم تنبيه البلدية."),
    outcome: |outcome| match outcome {
        Outcome::Realised => "تم ذلك.".to_owned(),
        Outcome::TakenUpByResidents => "يفعل السكان هذا ويحصلون على مساعدة فيه.".to_owned(),
        Outcome::WillBeDone { on } => format!("سنفعل هذا في {}.", date(on)),
        Outcome::NotDone => "لا نفعل هذا. هذا هو السبب:".to_owned(),
        Outcome::Merged { into } => format!("يستمر هذا تحت الرقم \u{2068}{into}\u{2069}."),
        Outcome::PassedOn { nature } => format!("{}.", (ENDING.passed_on)(nature)),
    },
    public: "يمكن لسكان آخرين رؤية هذه الفكرة على الموقع، دون اسمك.",
    question_title: "لدينا سؤال لك",
    question_from: |partner| format!("سؤال من {partner}:"),
    answer: "جوابك",
    answer_until: |date| format!("نرجو الجواب في موعد أقصاه {date}. هل تحتاج إلى وقت أكثر؟ اتصل بنا."),
    send_answer: "أرسل جوابي",
    answered_title: "شكرًا، وصلنا جوابك",
    answered: "نتابع العمل به.",
    rating_title: "ما رأيك في جوابنا؟",
    rating_until: |date| format!("يمكنك إخبارنا بذلك حتى نهاية {date}."),
    helped: "هل ساعدك هذا الجواب؟",
    helped_yes: "نعم",
    helped_no: "لا، انظروا فيه مرة أخرى",
    reason: "لماذا؟",
    reason_hint: "إذا كان الجواب لا فنحن نحتاج إلى هذا. اكتب ما الذي ينقص.",
    send_rating: "أرسل",
    rated_title: "شكرًا، نعرف الآن رأيك",
    rated_yes: "يسعدنا أنه ساعدك.",
    rated_no: "يقرأ شخص ما كتبته ويقرر هل ننظر فيه مرة أخرى. ستعرف السبب دائمًا.",
    contact_title: "عنوان بريدك الإلكتروني",
    contact_now: "نرسل لك رسالة عند وجود جديد. لا أحد يرى عنوانك.",
    contact_none: "ليس لدينا عنوان بريدك الإلكتروني. اكتبه إذا أردت رسالة عند وجود جديد.",
    contact_email: "عنوان بريد إلكتروني جديد",
    contact_save: "احفظ هذا العنوان",
    contact_erase: "احذف عنوان بريدي الإلكتروني",
    contact_kept_title: "تم حفظ عنوان بريدك الإلكتروني",
    contact_kept: "من الآن تذهب الرسائل إلى هذا العنوان.",
    contact_erased_title: "تم حذف عنوان بريدك الإلكتروني",
    contact_erased: "لا نرسل لك رسائل بعد الآن. برمزك ترى هنا ما حال فكرتك.",
    threat_title: "هل يعرقلك أحد أو يهددك؟",
    threat_hint: "أخبرنا. عندئذ تختفي فكرتك فورًا من الموقع ويتولى الأمر شخص الاتصال الخاص بك في البلدية.",
    threat_button: "هناك من يعرقلني أو يهددني",
    threat_page: "هل يعرقلك أحد أو يهددك؟",
    threat_lead: "لست وحدك. يقرأ هذا شخص الاتصال الخاص بك في البلدية فقط، في يوم العمل التالي على الأكثر.",
    threat_text: "ماذا يحدث؟",
    threat_text_hint: "لا حاجة لأن تكتب شيئًا. هل تعرف كيف نصل إليك بأمان؟ اكتب ذلك أيضًا.",
    threat_send: "أخبر البلدية",
    threat_received_title: "وصلنا الخبر",
    threat_received: "يقرأ شخص الاتصال الخاص بك في البلدية هذا في يوم العمل التالي على الأكثر. لم تعد فكرتك على الموقع. هل يوجد خطر الآن؟ اتصل بالرقم 112.",
    timeline: "ماذا حدث؟",
    newest_first: "الأحدث في الأعلى.",
    keep_title: "العودة لاحقًا",
    keep: "احفظ رابطك الشخصي أو رمزك. حفظ هذه الصفحة في المفضلة لا ينفع، لأن رمزك ليس في العنوان. هكذا لا يرى أحد غيرك فكرتك.",
    entry,
    sent: "هذا ما أرسلته",
    withdraw: "أريد سحب فكرتي",
    withdraw_title: "هل تريد حقًا سحب فكرتك؟",
    withdraw_text: "عندئذ نتوقف عن العمل عليها. لا يمكنك التراجع عن ذلك.",
    withdraw_yes: "نعم، اسحبوا فكرتي",
    withdraw_no: "لا، ارجع",
    withdrawn: "لقد سحبت هذه الفكرة. لا نفعل بها شيئًا بعد الآن.",
    refresh: "انظر هل يوجد جديد",
    close: "أغلق هذه الصفحة",
};

fn entry(kind: &TimelineKind, by: Option<&str>) -> String {
    let who = by.unwrap_or("البلدية");
    match kind {
        TimelineKind::Received { partner } => format!("وصلت الفكرة إلى {partner}"),
        TimelineKind::Update => format!("خبر من {who}"),
        TimelineKind::Question => format!("سؤال من {who}"),
        TimelineKind::Answer => "جوابك".to_owned(),
        TimelineKind::AnswerTermPassed => format!("لم يصل جواب عن السؤال. العمل مستمر لدى {who}."),
        TimelineKind::HandoverOffered { to } => format!("طلبنا من {to} أن تتولى هذا"),
        TimelineKind::OwnerChanged { to } => format!("تساعد الآن في هذه الفكرة: {to}"),
        TimelineKind::PromiseSet { until } => format!("موعد جديد: خبر في موعد أقصاه {}", date(*until)),
        TimelineKind::Planned { on } => format!("مخطط في {}", date(*on)),
        TimelineKind::DecisionNeeded { until } => (PLANS.decision_entry)(&date(*until)),
        TimelineKind::DateProposed { partner, on } => (PLANS.proposed_entry)(partner, &date(*on)),
        TimelineKind::DateConfirmed { partner, on } => (PLANS.confirmed_entry)(partner, &date(*on)),
        TimelineKind::DateDeclined { partner, on } => (PLANS.declined_entry)(partner, &date(*on)),
        TimelineKind::Concluded { outcome } => match outcome {
            Outcome::Realised => "تم ذلك".to_owned(),
            Outcome::TakenUpByResidents => "يفعل السكان هذا ويحصلون على مساعدة فيه".to_owned(),
            Outcome::WillBeDone { on } => format!("سنفعل هذا في {}", date(*on)),
            Outcome::NotDone => "لا نفعل هذا. هذا هو السبب:".to_owned(),
            Outcome::Merged { into } => format!("يستمر هذا تحت الرقم \u{2068}{into}\u{2069}"),
            Outcome::PassedOn { nature } => (ENDING.passed_on)(*nature).to_owned(),
        },
        TimelineKind::PassedOn { nature, received_on, reference } => {
            (ENDING.entry)(*nature, &date(*received_on), reference.as_deref())
        }
        TimelineKind::Rated { helped: true } => "ساعدك الجواب".to_owned(),
        TimelineKind::Rated { helped: false } => "لم يساعدك الجواب".to_owned(),
        TimelineKind::ReopeningAsked { decide_by } => {
            format!("طلبت أن ننظر فيه مرة أخرى. يصلك خبر منا في موعد أقصاه {}", date(*decide_by))
        }
        TimelineKind::Reopened { until } => format!("ننظر فيه مرة أخرى. خبر في موعد أقصاه {}", date(*until)),
        TimelineKind::Unmerged { until } => (PLANS.unmerged_entry)(&date(*until)),
        TimelineKind::SupportAccepted { partner } => (PLANS.helps_entry)(partner),
        TimelineKind::ReopeningRefused => "نبقى عند جوابنا. هذا هو السبب:".to_owned(),
        TimelineKind::Explained => ENDING.explained.to_owned(),
        TimelineKind::TextsErased => "تم حذف نصوص بناءً على طلب".to_owned(),
        TimelineKind::Threatened => "أخبرتنا أن هناك من يعرقلك أو يهددك".to_owned(),
        TimelineKind::Withdrawn => "تم سحب الفكرة".to_owned(),
        TimelineKind::KindSet { to } => (AGREEMENTS.kind_entry)(kind_name(*to)),
        TimelineKind::AgreementsMade => AGREEMENTS.entry.to_owned(),
        TimelineKind::RecordedFor { partner } => format!("سجلته البلدية نيابة عن {partner}"),
    }
}
