//! The first page, the pages of a poll and those of public ideas.

use shared::case::PublicStatus;
use shared::poll::Influence;
use shared::proposal::ProposalKind;
use shared::sentence::{Counted, Sentence};
use shared::text::Language;

use super::super::around::Around;
use super::super::poll_intro::PollIntro;
use super::super::{Corrections, Home, Initiatives, OpenData, Report, Results, Thanks};

pub(in crate::texts) static AROUND: Around = Around {
    skip: "انتقل مباشرة إلى المحتوى",
    languages: "اللغة",
    home: "إلى البداية",
    questions_title: "هل لديك أسئلة؟",
    call: "اتصل بالبلدية:",
    privacy: "هذه الصفحة لا تستخدم ملفات تعريف الارتباط ولا تتابعك.",
    to_privacy: "خصوصيتك",
    to_accessibility: "سهولة الاستخدام للجميع",
    contact_person: "شخص الاتصال الخاص بك في البلدية:",
};

pub(in crate::texts) static HOME: Home = Home {
    title: "شارك برأيك في حيك",
    lead: "قل رأيك، وأرسل فكرة، وانظر ماذا يحدث بها. لا تحتاج إلى حساب.",
    polls: "قل رأيك",
    no_polls: "لا يوجد استطلاع مفتوح الآن.",
    no_polls_hint: "لكن يمكنك دائمًا إرسال فكرة.",
    take_part: "شارك",
    open_until: |date| format!("مفتوح حتى نهاية {date}"),
    idea_title: "هل لديك فكرة لحيك؟",
    idea_text: "كبيرة أو صغيرة: لا حاجة لأن تشرحها بالتفصيل. ترى مسبقًا من تصله فكرتك ومتى يصلك الجواب.",
    idea_button: "أرسل فكرتك",
    initiatives: "أفكار السكان",
    all_initiatives: "انظر كل الأفكار",
    reports: "ماذا نفعل بإجاباتك؟",
    reports_text: "هذه الاستطلاعات مغلقة.",
    reported: "اقرأ النتيجة وماذا نفعل",
    report_awaited: |date| format!("تقرأ ماذا نفعل في موعد أقصاه {date}"),
    report_late: |date| format!("كان يجب أن تقرأ ماذا نفعل في موعد أقصاه {date}. لم ننجح في ذلك. ما زلنا نعمل عليه"),
    feed: "تابع أخبار حيك",
    closed: "مغلق",
    follow_title: "هل أرسلت شيئًا من قبل؟",
    follow_text: "برمزك الشخصي ترى ما حاله.",
    follow_link: "تابع فكرتك",
};

pub(in crate::texts) static POLL_INTRO: PollIntro = PollIntro {
    questions: Counted::new(Language::Ar, "لا أسئلة|سؤال واحد|سؤالان|{0} أسئلة|{0} سؤالًا|{0} سؤال"),
    minutes: Counted::new(Language::Ar, "أقل من دقيقة|دقيقة واحدة|دقيقتان|{0} دقائق|{0} دقيقة|{0} دقيقة"),
    size: Sentence::new("{0}، المدة التقريبية: {1}"),
    what_for: "ماذا يحدث بإجاباتك؟",
    influence: |influence| match influence {
        Influence::Inform => ("أن نعرف", "نريد أن نعرف كيف الحال في الحي. إجاباتك تساعدنا في ذلك."),
        Influence::Advise => ("أن تشارك في التفكير", "نأخذ إجاباتك في الحسبان عندما نقرر شيئًا. بعد ذلك نشرح كيف."),
        Influence::Decide => ("أن تشارك في القرار", "ما يختاره أكثر الناس هو ما سنفعله."),
    },
    report_promise: Sentence::new("هذا الاستطلاع مفتوح حتى نهاية {0}. بعد ذلك تقرأ في هذه الصفحة ماذا نفعل."),
    anonymous: "تشارك دون ذكر اسمك. لا نسأل عن اسمك ولا نستخدم ملفات تعريف الارتباط.",
    for_areas: Sentence::new("لسكان {0}."),
    other_language: "هذا الاستطلاع غير متوفر بالعربية. تقرؤه بالهولندية.",
    not_open_yet: Sentence::new("يبدأ هذا الاستطلاع في {0}."),
};

pub(in crate::texts) static THANKS: Thanks = Thanks {
    title: "شكرًا! وصلتنا إجاباتك",
    lead: "يسعدنا أنك تشارك في التفكير في حيك.",
    next_title: "ماذا يحدث الآن؟",
    next_open: |date| format!("يبقى الاستطلاع مفتوحًا حتى نهاية {date}."),
    next_count: "بعد ذلك نعد كل الإجابات. لا نعرض المجموعات الصغيرة وحدها.",
    next_report: "في صفحة الاستطلاع تقرأ ماذا نفعل، ومن يفعله، وماذا يمكنك أنت أن تفعل.",
    contact_title: "هل تريد التحدث مع شخص؟",
    contact_text: "شخص الاتصال الخاص بك في البلدية هو",
    nearby: "هذا ما يفعله السكان الآن",
    share_title: "اطلب من جيرانك المشاركة أيضًا",
    share_hint: "أرسل هذه الرسالة إلى جيرانك:",
    share_text: |title, link| {
        format!("شاركت في الاستطلاع «{title}». هل تشارك أنت أيضًا؟ يستغرق بضع دقائق ولا حاجة لذكر اسمك. {link}")
    },
    share_button: "انسخ هذه الرسالة",
};

pub(in crate::texts) static CORRECTIONS: Corrections = Corrections {
    title: "تصحيحات في هذا الاستطلاع",
    corrected_on: |date| format!("في {date}"),
    title_was: "كان العنوان أولًا:",
    intro_was: "كانت المقدمة أولًا:",
    question_was: |number| format!("كان السؤال {number} أولًا:"),
    answers: |number| format!("كُتبت إجابات السؤال {number} بشكل آخر."),
};

pub(in crate::texts) static OPEN_DATA: OpenData = OpenData {
    title: "نزّل الأرقام",
    text: "هل تريد أن تحسب بنفسك؟ يمكن للجميع استخدام هذه الأرقام. المجموعات الصغيرة ليست فيها.",
    csv: "أرقام لجدول بيانات (CSV)",
    json: "أرقام لبرنامج (JSON)",
    code_book: "شرح الرموز (CSV)",
};

const TOOK_PART: Counted =
    Counted::new(Language::Ar, "لم يشارك أحد.|شارك شخص واحد.|شارك شخصان.|شارك {0} أشخاص.|شارك {0} شخصًا.|شارك {0} شخص.");

pub(in crate::texts) static RESULTS: Results = Results {
    closed_on: |date| format!("أُغلق في {date}"),
    report_awaited_title: "ما زلنا نعمل على الإجابات",
    report_awaited: |date| match date {
        Some(date) => format!("تقرأ هنا ماذا نفعل بها في موعد أقصاه {date}."),
        None => "تقرأ هنا قريبًا ماذا نفعل بها.".to_owned(),
    },
    report_late_title: "تأخرنا في جوابنا",
    report_late: |date| {
        format!(
            "كان يجب أن تقرأ هنا ماذا نفعل بها في موعد أقصاه {date}. لم ننجح في ذلك. ما زلنا نعمل عليه. يمكنك الاتصال بنا بشأن ذلك."
        )
    },
    title: "النتيجة",
    ballots: |count| match count {
        Some(count) => TOOK_PART.with(Language::Ar, count.into()),
        None => "عدد المشاركين أقل من أن نعرض أرقامًا.".to_owned(),
    },
    as_of: |date| format!("تاريخ العد: {date}."),
    sample_title: "اقرأ هذه الأرقام بحذر",
    sample: "كان بإمكان الجميع المشاركة. المشاركون ليسوا عينة عشوائية. لذلك لا تنطبق الأرقام بالضرورة على الحي كله.",
    hidden: "غير معروض",
    open_text: "في هذا السؤال كان بإمكانك كتابة شيء بنفسك. يقرأ الموظفون هذه الإجابات. لا ننشرها في هذه الصفحة.",
    margin_title: "ما هو هامش الخطأ؟",
    margin_text: "يبين هامش الخطأ مدى دقة الرقم. كلما قل عدد الإجابات كبر الهامش. إذا كان هامش إجابتين متقاربًا فلا يوجد فرق واضح بينهما.",
    answer: "الإجابة",
    number: "العدد",
    share: "النسبة",
    margin_column: "هامش الخطأ",
    mean: "المتوسط",
    mean_margin: |mean, low, high| format!("{mean} (هامش الخطأ من {low} إلى {high})"),
    represent: "من شارك؟",
    represent_note: "مقارنة بكل السكان من عمر 15 سنة فأكثر.",
    under: "شاركوا أقل",
    over: "شاركوا أكثر",
    alike: "شاركت كل المجموعات بنسب متقاربة.",
    compared: |answered, live| format!("{answered}% من الإجابات، {live}% من السكان"),
    per_group: "أرقام حسب المجموعة",
    per_group_note: "فقط ممن أراد أن يقول ذلك، وفقط لمجموعات من 10 أشخاص أو أكثر.",
    per_area: "أرقام حسب الحي",
    area_table: |area| format!("إجابات من {area}"),
    everybody: "الجميع",
    none: "لا توجد أرقام بعد.",
    not_visible: "تظهر النتيجة هنا مع ما نفعله بها.",
};

pub(in crate::texts) static REPORT: Report = Report {
    title: "ماذا نفعل بإجاباتك؟",
    published_on: |date| format!("كُتب في {date}"),
    heard: "ما سمعناه منك",
    per_question: "حسب السؤال",
    we_do: "ماذا نفعل نحن",
    by_when: |date| format!("ينتهي: {date}"),
    we_do_not: "ما لا نفعله، ولماذا",
    you_can: "ماذا يمكنك أنت أن تفعل",
    to_site: |host| format!("اقرأ المزيد على {host}"),
    to_initiative: "انظر هذه الفكرة:",
};

pub(in crate::texts) static INITIATIVES: Initiatives = Initiatives {
    title: "أفكار السكان",
    lead: "أفكار ومبادرات من الحي، وماذا يحدث بها. دون أسماء.",
    empty: "لا توجد أفكار في هذه الصفحة بعد.",
    empty_hint: "ربما تكون فكرتك الأولى؟",
    kind,
    status: |status| match status {
        PublicStatus::Received => "تم الاستلام",
        PublicStatus::WithPartner => "قيد المعالجة",
        PublicStatus::QuestionForYou => "سؤال للساكن",
        PublicStatus::Planned => "مخطط",
        PublicStatus::InProgress => "نعمل عليه",
        PublicStatus::Done => "انتهى",
        PublicStatus::NotDone => "لا نفعل هذا",
        PublicStatus::LookingAgain => "ننظر فيه مرة أخرى",
        PublicStatus::Withdrawn => "تم السحب",
        PublicStatus::PassedOn => "تم التحويل",
        PublicStatus::Merged => "يستمر تحت رقم آخر",
    },
    area: "الحي",
    topic: "الموضوع",
    partner: "من يتولى هذا؟",
    what: "الفكرة",
    why: "السبب",
    we_do: "ما يفعله السكان بأنفسهم",
    we_need: "ما يلزم لذلك",
    timeline: "ماذا حدث؟",
    news: "تابع الأخبار",
    news_hint: "بقارئ أخبار (Atom) ترى الجديد تلقائيًا.",
    follow: |name| format!("أخبار عن {name}"),
    own_title: "هل لديك أنت أيضًا فكرة؟",
    own_text: "لا حاجة لأن تشرحها بالتفصيل.",
};

pub(in crate::texts) const fn kind(kind: ProposalKind) -> &'static str {
    match kind {
        ProposalKind::Idea => "فكرة",
        ProposalKind::Initiative => "مبادرة من السكان",
        ProposalKind::Notice => "السكان يفعلون هذا بأنفسهم",
        ProposalKind::NeighbourhoodWatch => "مراقبة الحي",
    }
}
