//! What forms and the programs draw with.

use shared::sentence::{Counted, Sentence};
use shared::text::Language;

use super::super::dates::Dates;
use super::super::drafts::Drafts;
use super::super::outcome::OutcomeMail;
use super::super::place::Place;
use super::super::poll::Poll;
use super::super::poll_check::PollCheck;
use super::super::privacy::{self, Privacy};
use super::super::propose::Propose;
use super::super::receipt::Receipt;
use super::super::remember::Remember;
use super::super::site::Site;
use super::super::too_late::TooLate;
use super::super::trouble::Trouble;
use super::super::watch::Watch;

pub(in crate::texts) static SITE: Site = Site {
    name: "Buurtstem",
    name_of: Sentence::new("Buurtstem {0}"),
    comma: "، ",
    and: " و",
    next: "التالي",
    back: "السابق",
    change: "تغيير",
    optional: "اختياري",
    choose_in: "اختر من",
    nothing_filled_in: "لم يُملأ",
    yes: "نعم",
    no: "لا",
    faults_title: "هناك شيء غير صحيح بعد",
    fault_prefix: "خطأ:",
    waiting: "لحظة من فضلك…",
    copied: "تم النسخ",
};

pub(in crate::texts) static DATES: Dates = Dates {
    date: Sentence::new("{0} {1} {2}"),
    months: [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
};

pub(in crate::texts) static TROUBLE: Trouble = Trouble {
    not_found: "هذه الصفحة غير موجودة",
    not_found_text: "ربما العنوان غير صحيح تمامًا، أو أُزيلت الصفحة.",
    unavailable: "هذا لا يعمل الآن",
    unavailable_text: "الخطأ من عندنا. يرجى المحاولة من جديد بعد بضع دقائق. ما أرسلته من قبل محفوظ.",
    to_home: "إلى الصفحة الأولى",
    offline: "لا يوجد اتصال",
    offline_text: "لا نعرف هل وصل كل شيء. ما كتبته ما زال هنا. تأكد من وجود الإنترنت ثم اضغط على الزر مرة أخرى. يُحسب مرة واحدة فقط.",
    kept: "ما كتبته ما زال هنا.",
};

pub(in crate::texts) static PRIVACY: Privacy = Privacy {
    title: "يرجى النظر في نصك مرة أخرى",
    part: Sentence::new("«{0}»: {1}"),
    advice: privacy::advice(Language::Ar),
};

pub(in crate::texts) static PLACE: Place = Place {
    title: "لا تعرف اسم الحي؟ ابحث بالرمز البريدي",
    lead: "نحفظ الحي فقط. لا نحفظ الرمز البريدي.",
    postcode: "الرمز البريدي",
    postcode_hint: "مثلًا \u{2066}1234 AB\u{2069}",
    number: "رقم المنزل",
    number_hint: "يقع هذا الرمز البريدي في أكثر من حي. برقم المنزل نعرف أيها.",
    find: "ابحث عن الحي",
    found: Sentence::new("الحي هو {0}"),
    found_hint: "هل هذا صحيح؟ انتقل إلى الخطوة التالية. هل هو غير صحيح؟ اختر الحي من القائمة.",
    not_a_postcode: "هذا ليس رمزًا بريديًا. مثال على الرمز البريدي: \u{2066}1234 AB\u{2069}.",
    not_a_number: "هذا ليس رقم منزل. اكتب رقمًا، مثلًا 12.",
    number_unknown: "لا نعرف رقم المنزل هذا مع هذا الرمز البريدي. تأكد منه أو اختر الحي من القائمة.",
    unknown: "لا نعرف هذا الرمز البريدي في هذه البلدية. تأكد منه أو اختر الحي من القائمة.",
    not_offered: "يقع هذا الرمز البريدي في حي لا يمكن اختياره هنا. اختر حيًا من القائمة.",
    no_answer: "البحث لا يعمل الآن. حاول من جديد أو اختر الحي من القائمة.",
};

pub(in crate::texts) static POLL: Poll = Poll {
    progress: Sentence::new("السؤال {0} من {1}"),
    skip: "تجاوز هذا السؤال",
    choose_several: "يمكنك اختيار أكثر من إجابة.",
    choose_at_most: Counted::new(
        Language::Ar,
        "لا تختر أي إجابة.|اختر إجابة واحدة.|اختر إجابتين على الأكثر.|اختر {0} إجابات على الأكثر.|اختر {0} إجابة على الأكثر.|اختر {0} إجابة على الأكثر.",
    ),
    text_hint: "يرجى عدم كتابة أسماء أو عناوين أو أرقام هواتف.",
    other: Sentence::new("هل اخترت «{0}»؟ اكتب إذن ما تقصده."),
    no_opinion: "لا رأي لي",
    rank_all: Sentence::new("أعطِ كل إجابة مرتبة. المرتبة 1 هي الأهم عندك، والمرتبة {0} هي الأقل أهمية."),
    rank_some: Sentence::new("عدد الإجابات التي تختارها: {0}. المرتبة 1 هي الأهم عندك، ثم المرتبة 2 حتى {0}."),
    place: Sentence::new("المرتبة {0}"),
    no_place: "دون مرتبة",
    higher: "إلى أعلى",
    lower: "إلى أسفل",
};

pub(in crate::texts) static POLL_CHECK: PollCheck = PollCheck {
    above: "استطلاع",
    area: "في أي حي تسكن؟",
    area_hint: "هكذا نرى هل تختلف الأحياء. اختر منطقتك أولًا.",
    area_none: "أفضل ألا أقول",
    check_above: "أوشكت على الانتهاء",
    check: "هل إجاباتك صحيحة؟",
    privacy_text: "يمكنك إرساله هكذا، لكن الأفضل ألا تكتبه. يقرأ الموظفون إجابتك.",
    check_lead: "ما زال بإمكانك تغيير كل شيء.",
    skipped: "تم تجاوزه",
    send: "أرسل إجاباتي",
    send_note: "بعد الإرسال لا يمكنك تغيير شيء. أنت تشارك دون ذكر اسمك، لذلك لا نعرف أي الإجابات إجاباتك.",
    to_poll: "إلى صفحة الاستطلاع",
    scale_answer: Sentence::new("{0} (من 1 إلى {1})"),
};

pub(in crate::texts) static TOO_LATE: TooLate = TooLate {
    not_counted: "لم تُحسب إجاباتك.",
    filled_in: "هذا ما كنت قد ملأته",
    filled_in_hint: "لم نحفظه. هو موجود على هذه الشاشة فقط.",
    can_still: "ما زال بإمكانك أن تفعل هذا",
    can_read: "في صفحة الاستطلاع تقرأ ما أجاب به الآخرون وماذا نفعل به.",
    can_propose: "هل تريد أن تقول شيئًا عن حيك؟ يمكنك دائمًا إرسال فكرة.",
    to_idea: "أرسل فكرتك",
};

pub(in crate::texts) static PROPOSE: Propose = Propose {
    title: "فكرتك للحي",
    lead: "أخبرنا بما تريد. نحن نضمن أن تصل إلى الجهة المناسبة.",
    danger_title: "هل يوجد خطر الآن؟ اتصل بالرقم 112",
    danger_not_read: "نحن لا نقرأ هذا النموذج فورًا.",
    danger_police: "هل تحتاج إلى الشرطة والأمر غير عاجل؟ اتصل بالرقم",
    danger_anonymous: "هل تريد الإبلاغ عن جريمة دون ذكر اسمك؟ اتصل بالرقم",
    progress: Sentence::new("الخطوة {0} من {1}"),
    what: "ما هي فكرتك؟",
    what_hint: "ماذا تريد، وفي أي مكان؟ هل يحدث شيء؟ اكتب أيضًا متى وكم مرة. يرجى عدم كتابة أسماء أو أرقام منازل.",
    why: "لماذا هذا مهم لك؟",
    topic: "ما هو الموضوع؟",
    topic_hint: "اختر الأنسب.",
    topic_other: Sentence::new("شيء آخر عن «{0}»"),
    topic_unknown: "لا أعرف",
    topic_unknown_hint: "عندئذ تبحث البلدية عمن يمكنه مساعدتك على أفضل وجه.",
    area: "عن أي حي تتحدث؟",
    area_hint: "اختر المنطقة أولًا.",
    area_whole: Sentence::new("كل {0}"),
    together: "من يفعل ماذا؟",
    together_lead: "تنجح أفكار كثيرة أكثر عندما يفعل السكان شيئًا بأنفسهم. هذا ليس إلزاميًا.",
    we_do: "ماذا تفعل أنت، أو مع جيرانك؟",
    we_do_hint: "مثلًا: نحن نسقي النباتات.",
    we_need: "ماذا تحتاج لذلك من الآخرين؟",
    we_need_hint: "مثلًا: إذن، أو مواد، أو بعض المال، أو شخص يفكر معك.",
    only_inform: "نحن نفعل هذا بأنفسنا، ونريد إعلامكم فقط",
    only_inform_hint: "عندئذ تصلك رسالة بأننا علمنا بذلك.",
    only_inform_legend: "ألا تحتاج إلى شيء؟",
    answer: "كيف تريد أن يصلك الجواب؟",
    answer_lead: "ستحصل بعد قليل على رمز شخصي. به ترى دائمًا ما حال فكرتك.",
    email: "عنوان بريدك الإلكتروني",
    email_hint: "هل تريد رسالة عند وجود جديد؟ اكتب عنوانك إذن. نستخدمه لهذه الفكرة فقط. الجهات التي تقرأ فكرتك لا ترى عنوانك.",
    public_legend: "هل يمكن لسكان آخرين رؤية فكرتك؟",
    public: "نعم، يمكن نشر فكرتي على الموقع",
    public_hint: "دون اسمك. نقرؤها نحن أولًا.",
    check: "هل كل شيء صحيح؟",
    goes_to: Sentence::new("تذهب فكرتك إلى {0}"),
    supporting_one: Sentence::new("تتابعها أيضًا {0}."),
    supporting_more: Sentence::new("تتابعها أيضًا {0}."),
    answer_by: Sentence::new("يصلك خبر منا في موعد أقصاه {0}."),
    route_unknown: "لا نستطيع الآن أن نعرض من تصله فكرتك. يمكنك إرسالها مع ذلك. بعدها ترى ذلك فورًا.",
    privacy_text: "يمكنك إرساله هكذا، لكن ربما يكون نصك أفضل دون ذلك. أشخاص آخرون يقرؤون ما تكتبه.",
    summary: "هذا ما ترسله",
    send: "أرسل فكرتي",
};

pub(in crate::texts) static WATCH: Watch = Watch {
    legend: "هل يتعلق الأمر بمراقبة الحي؟",
    label: "نعم، نريد أن ننتبه إلى الحي معًا",
    hint: "مثلًا بمجموعة محادثة أو بجولة في الحي. عندئذ تتفق البلدية معك: متى تتصل بالشرطة، وألا يتدخل أحد بنفسه، وألا يلتقط أحد صورًا للناس. بعد ذلك فقط يظهر على هذا الموقع.",
};

pub(in crate::texts) static RECEIPT: Receipt = Receipt {
    title: "شكرًا! وصلتنا فكرتك",
    number: Sentence::new("رقم فكرتك هو \u{2068}{0}\u{2069}."),
    code_title: "رمزك الشخصي",
    code_keep: "بهذا الرمز تتابع فكرتك. اكتبه أو احفظ الرابط: لا نستطيع إعطاء الرمز مرة أخرى.",
    code_private: "هذا الرمز لك وحدك. لا تشاركه مع أحد.",
    link: "رابطك الشخصي",
    copy: "انسخ الرابط",
    print: "اطبع هذه الصفحة",
    next_title: "ماذا يحدث الآن؟",
    next_reads: Sentence::new("تقرأ {0} فكرتك، {1}."),
    next_answer: Sentence::new("يصلك خبر منا في موعد أقصاه {0}."),
    next_follow: "انظر برمزك متى شئت ما حال فكرتك.",
    next_mail: "عند وجود جديد تصلك رسالة.",
    follow: "تابع فكرتك",
};

pub(in crate::texts) static DRAFTS: Drafts = Drafts {
    keep: "احفظ ما أكتبه على هذا الجهاز",
    hint: "هكذا يمكنك المتابعة لاحقًا. يُحذف بعد 7 أيام، وأيضًا عند الإرسال أو عند إلغاء هذا الاختيار. لا تفعل هذا على جهاز يستخدمه آخرون أيضًا.",
};

pub(in crate::texts) static REMEMBER: Remember = Remember {
    remember: "تذكر على هذا الجهاز أنني أجبت",
    hint: "عندئذ ترى ذلك عندما تعود إلى هنا. نتذكر اليوم فقط، لا ما أجبت به، ولمدة سنة على الأكثر. نحن لا نراه. من يستخدم هذا الجهاز أيضًا يمكنه أن يراه.",
    title: "لقد ملأت هذا الاستطلاع من قبل",
    on: ("كان ذلك في ", "، على هذا الجهاز. شكرًا! لا حاجة لأن تفعل ذلك مرة أخرى."),
    others: "هل يريد شخص آخر في بيتك المشاركة أيضًا؟ يمكنه ذلك على هذا الجهاز.",
    forget: "لا تتذكر هذا بعد الآن",
    forgotten: "لم يعد هذا الجهاز يتذكر ذلك.",
};

pub(in crate::texts) static OUTCOME: OutcomeMail = OutcomeMail {
    title: "أرسلوا لي رسالة بالنتيجة",
    text: "عندما تُعرف النتيجة نرسل لك رسالة واحدة. بعد ذلك نحذف عنوان بريدك الإلكتروني.",
    email: "عنوان بريدك الإلكتروني",
    hint: "عنوانك منفصل عن إجاباتك. لا أحد يستطيع أن يرى بماذا أجبت.",
    send: "أرسلوا لي النتيجة",
    asked_title: "انظر الآن في بريدك",
    asked: "نرسل لك رسالة فيها رابط. افتح الرابط وأكّد عنوان بريدك الإلكتروني. إذا لم تفعل ذلك خلال 7 أيام نحذف عنوانك.",
};
