//! What residents and organisations do together, and what becomes of an idea.

use shared::case::{Nature, TaskKind};
use shared::pledge::{PledgeCount, PledgeState};
use shared::sentence::Counted;
use shared::text::Language;

use super::super::agreements::Agreements;
use super::super::ending::Ending;
use super::super::plans::Plans;
use super::super::pledges::Pledges;
use super::super::tasks::Tasks;

pub(in crate::texts) static AGREEMENTS: Agreements = Agreements {
    title: "اتفاقاتنا",
    lead: |date| format!("اتفق السكان والبلدية على هذا في {date}."),
    own: "واتفقنا أيضًا على:",
    contact: "الاتصال في البلدية",
    turn_to: |name, reach| format!("هل لديك أسئلة عن مراقبة الحي هذه؟ {name}، \u{2068}{reach}\u{2069}."),
    entry: "تم تحديد الاتفاقات وشخص الاتصال في البلدية",
    kind_entry: |kind| format!("هذا الآن: {kind}"),
};

pub(in crate::texts) static PLANS: Plans = Plans {
    decision: |who, date| format!("يتخذ القرار في هذا: {who}. يصلك خبر منا في موعد أقصاه {date}."),
    decision_entry: |date| format!("يلزم قرار في هذا في موعد أقصاه {date}. يتخذ القرار:"),
    proposed: |by, date| format!("اقتراح: تنفذ {by} هذا في {date}. يجب أن تؤكد {by} هذا التاريخ."),
    proposed_entry: |by, date| format!("اقتراح: تنفذ {by} هذا في {date}"),
    confirmed: |by, date| format!("تنفذ {by} هذا في {date}."),
    confirmed_entry: |by, date| format!("أكدت {by} التاريخ: {date}"),
    declined_entry: |by, date| format!("لا تستطيع {by} ذلك في {date}. نبحث عن يوم آخر."),
    helps_entry: |partner| format!("تساعد في هذا: {partner}"),
    unmerged_entry: |date| format!("تم سحب الفكرة الأخرى. تستمر فكرتك من جديد تحت رقمها. خبر في موعد أقصاه {date}"),
};

const NEIGHBOURS: Counted = Counted::new(
    Language::Ar,
    "لم يشارك أحد بعد.|يشارك ساكن واحد من الحي.|يشارك ساكنان من الحي.|يشارك {0} سكان من الحي.|يشارك {0} ساكنًا من الحي.|يشارك {0} ساكن من الحي.",
);

pub(in crate::texts) static PLEDGES: Pledges = Pledges {
    title: "من يشارك؟",
    count: |count| match count {
        PledgeCount::Nobody => "لا أحد بعد. هل تشارك؟".to_owned(),
        PledgeCount::Some => "يشارك بعض سكان الحي. هل تشارك أنت أيضًا؟".to_owned(),
        PledgeCount::Number(count) => {
            format!("{} هل تشارك أنت أيضًا؟", NEIGHBOURS.with(Language::Ar, count.into()))
        }
    },
    how: "تقول ماذا يمكنك أن تفعل. يقرأ ذلك صاحب هذه الفكرة فقط. لا يرى أي منكما اسم الآخر أو بريده الإلكتروني.",
    button: "أنا أشارك",
    page: "أنا أشارك",
    lead: "قل ماذا يمكنك أن تفعل. يقرؤه صاحب هذه الفكرة ويقول نعم أو لا. إذا قال نعم يمكنكما تبادل الرسائل هنا.",
    what: "ماذا يمكنك أن تفعل؟",
    what_hint: "مثلًا: أستطيع المساعدة في التحضير يوم السبت، أو لدي مقطورة.",
    email: "عنوان بريدك الإلكتروني (يمكن تركه فارغًا)",
    email_hint: "عندئذ نرسل لك بريدًا عند وجود رسالة لك. لا يرى الطرف الآخر عنوانك. نراسل العنوان الواحد عن خمس مبادرات على الأكثر.",
    consent: "بالضغط على «شارك» توافق على أن يرسل لك صاحب هذه الفكرة رسالة عبر هذا الموقع. يمكنك التوقف في أي وقت.",
    send: "شارك",
    back: "العودة إلى المبادرة",
    privacy: "يقرأ هذا صاحب الفكرة. هل تريد ذلك؟",
    done_title: "يسعدنا أنك تشارك",
    done: "يقرأ صاحب هذه الفكرة ماذا يمكنك أن تفعل.",
    done_mail: "نرسل لك رسالة فيها رابطك الشخصي. هناك تقرأ الجواب. ألم تصلك رسالة؟ إذن أنت تشارك بهذا العنوان من قبل، أو في خمس مبادرات أخرى. لذلك احفظ الرابط هنا أيضًا.",
    done_no_mail: "احفظ رابطك الشخصي. به وحده تقرأ الجواب.",
    code: "رابطك الشخصي. لا تشاركه مع أحد.",
    yours: "أنت تشارك",
    about: |title| format!("المبادرة: {title}"),
    not_shown: "هذه المبادرة ليست على الموقع الآن.",
    state_yours: |state| match state {
        PledgeState::Offered => "لم يجب صاحب هذه الفكرة بعد.",
        PledgeState::InTouch => "قال صاحب هذه الفكرة نعم. يمكنكما تبادل الرسائل.",
        PledgeState::Declined => "لا يحتاج صاحب هذه الفكرة إلى مساعدتك الآن. شكرًا على عرضك.",
        PledgeState::Withdrawn => "لم تعد تشارك. تم حذف نصك وعنوان بريدك الإلكتروني.",
        PledgeState::Ended => "تم سحب المبادرة. شكرًا على عرضك.",
    },
    withdraw: "غيرت رأيي، لا أشارك",
    withdraw_hint: "عندئذ نحذف رسائلك وعنوان بريدك الإلكتروني فورًا.",
    helpers: "من يريد أن يشارك؟",
    helpers_hint: "قل نعم، عندئذ يمكنكما تبادل الرسائل. لا يرى الطرف الآخر اسمك أو بريدك الإلكتروني، ولا ترى أنت ما عنده.",
    helper: |number| format!("العرض {number}"),
    state_theirs: |state| match state {
        PledgeState::Offered => "ينتظر جوابك",
        PledgeState::InTouch => "يمكنكما تبادل الرسائل",
        PledgeState::Declined => "قلت لا، أو أوقفت الاتصال",
        PledgeState::Withdrawn | PledgeState::Ended => "توقف",
    },
    accept: "نعم، بكل سرور",
    decline: "لا، شكرًا",
    stop: "أوقف الاتصال",
    you: |date| format!("كتبت أنت في {date}:"),
    other_pledger: |date| format!("كتب من يريد المشاركة في {date}:"),
    other_initiator: |date| format!("كتب صاحب هذه الفكرة في {date}:"),
    message: "رسالتك",
    message_hint: "لا تكتب فيها رقم هاتف أو عنوانًا إذا كنت لا تريد أن يعرفه الآخر.",
    send_message: "أرسل الرسالة",
    kept_title: "تم ذلك",
    kept: "يقرؤها الطرف الآخر في صفحة خاصة به.",
    threat_hint: "أخبرنا. تتولى البلدية الأمر. هل قال لك صاحب هذه الفكرة نعم؟ عندئذ تختفي المبادرة فورًا من الموقع.",
    threat_lead: "لست وحدك. يقرأ هذا منسق البلدية فقط، في يوم العمل التالي على الأكثر. لا يقرؤه صاحب هذه الفكرة.",
    threat_received: "تقرأ البلدية هذا في يوم العمل التالي على الأكثر. هل يوجد خطر الآن؟ اتصل بالرقم 112.",
};

pub(in crate::texts) static TASKS: Tasks = Tasks {
    title: "من يفعل ماذا؟",
    lead: "يفعل السكان والجهات هذا معًا. لا نذكر أسماء.",
    kind: |kind| match kind {
        TaskKind::Work => "القيام بشيء",
        TaskKind::Permit => "الحصول على ترخيص",
        TaskKind::Insurance => "ترتيب التأمين",
        TaskKind::Subsidy => "طلب دعم مالي",
        TaskKind::Consent => "طلب موافقة",
        TaskKind::Paperwork => "أوراق أخرى",
    },
    initiator: "صاحب هذه الفكرة",
    pledger: "ساكن يشارك",
    until: |date| format!("في موعد أقصاه {date}"),
    done: "انتهى",
    dropped: "لم يعد لازمًا",
    overdue: "انقضى اليوم",
    yours_lead: "اكتب من يفعل ماذا، ومتى يجب أن ينتهي. هل فكرتك على الموقع؟ عندئذ يقرأ الجميع هذا، دون أسماء.",
    none: "لا توجد مهام بعد.",
    you: "أنت",
    helper: |number| format!("صاحب العرض {number}"),
    finish: "هذا انتهى",
    drop: "لم يعد لازمًا",
    change: "شخص آخر أو يوم آخر",
    change_send: "غيّر هذه المهمة",
    add: "إضافة مهمة",
    what: "ماذا يجب أن يُفعل؟",
    what_hint: "مثلًا: استعارة كراسي من المدرسة. لا تكتب أسماء أو أرقام هواتف.",
    which: "ما نوع المهمة؟",
    who: "من يقوم بها؟",
    who_hint: |owner| format!("تقوم {owner} بالأوراق من أجلك، إلا إذا أردت أن تفعل ذلك بنفسك."),
    fitting: "الأنسب",
    fitting_help: |owner| format!("الأوراق: {owner}. غير ذلك: أنت."),
    by_owner: |owner| format!("{owner} (الأوراق فقط)"),
    day: "متى يجب أن تنتهي؟",
    day_hint: "اختر يومًا بعد اليوم.",
    send: "أضف المهمة",
    kept_title: "تم تحديث المهام",
    kept: "من لديه مهمة يصله خبر.",
    backing: "نحن ندعم هذا",
    backed_by: |names| format!("بدعم من {names}"),
    yours: "ما تفعله أنت",
    give_back: "لا أستطيع هذا",
    give_back_hint: "تعود المهمة إلى صاحب هذه الفكرة.",
};

pub(in crate::texts) static ENDING: Ending = Ending {
    answered_by: |partner| format!("الرد من: {partner}"),
    merged: |number| format!("تستمر فكرتك تحت الرقم \u{2068}{number}\u{2069}."),
    merged_hint: "طلب ساكن آخر الشيء نفسه، أو شيئًا يتعلق به. نفعل ذلك مرة واحدة. يبقى اسمك وعنوانك عندنا.",
    merged_stands: |status, owner| format!("الحال هناك الآن: {status}. تساعد في ذلك: {owner}."),
    merged_promise: |date| format!("يأتي خبر هناك في موعد أقصاه {date}."),
    merged_page: "انظر تلك الفكرة",
    passed_on: |nature| match nature {
        Nature::Report => "نقلنا هذا على أنه بلاغ",
        Nature::Complaint => "نقرأ هذا على أنه شكوى",
        Nature::Objection => "نقرأ هذا على أنه اعتراض",
        Nature::Request => "نقرأ هذا على أنه طلب",
    },
    passed_to: |to, date| format!("حولناه في {date} إلى {to}."),
    reference: |number| format!("رقمه هناك هو \u{2068}{number}\u{2069}."),
    received: |date| format!("أرسلته إلينا في {date}. هذا هو التاريخ المعتمد."),
    next: |nature, day| {
        let about = match nature {
            Nature::Report => return "ستعرف منا كيف انتهى الأمر.".into(),
            Nature::Complaint => "شكواك",
            Nature::Objection => "اعتراضك",
            Nature::Request => "طلبك",
        };
        match (day, nature) {
            (Some(day), _) => format!(
                "سيردون على {about} في موعد أقصاه {day}. إذا احتاجوا إلى وقت أكثر فسيكتبون لك قبل ذلك اليوم."
            ),
            (None, Nature::Objection) => "سيقررون في اعتراضك خلال 6 أسابيع. تبدأ هذه الأسابيع بعد آخر يوم كان يمكنك الاعتراض فيه. إذا نظرت فيه لجنة أيضًا فالمدة 12 أسبوعًا. سيكتبون لك في أي يوم يكون ذلك.".into(),
            (None, _) => format!("سيكتبون لك بشأن {about}."),
        }
    },
    we_do: "ماذا نفعل نحن",
    you_do: "ماذا تفعل أنت",
    we_ask: "ماذا نطلب",
    translation: |language| match language {
        Language::Nl => "ترجمة إلى الهولندية",
        Language::En => "ترجمة إلى الإنجليزية",
        Language::Tr => "ترجمة إلى التركية",
        Language::Ar => "ترجمة إلى العربية",
        Language::Pl => "ترجمة إلى البولندية",
        Language::Uk => "ترجمة إلى الأوكرانية",
    },
    only_dutch: "هذا النص متوفر بالهولندية فقط.",
    erased: "تم حذف هذا النص.",
    pointed_out: "يمكنك إرساله هكذا، لكن الأفضل ألا تكتب ذلك. أرسله مرة أخرى إذا أردت أن يبقى هكذا. هل تتهم شخصًا؟ عندئذ يقرأ المنسق نصك أولًا.",
    explained: "غيرنا ما يراه الآخرون من فكرتك. ما كتبته أنت ما زلت تراه هنا. هذا هو السبب:",
    entry: |nature, date, reference| {
        let what = match nature {
            Nature::Report => "نُقل على أنه بلاغ",
            Nature::Complaint => "حُوّل على أنه شكوى",
            Nature::Objection => "حُوّل على أنه اعتراض",
            Nature::Request => "حُوّل على أنه طلب",
        };
        let number = reference.map(|number| format!("، رقم \u{2068}{number}\u{2069}")).unwrap_or_default();
        format!("{what}{number}. تم الاستلام في {date}")
    },
};
