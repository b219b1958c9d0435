//! العربية: what the domain says to residents, in plain Modern Standard Arabic. Not proof-read by a native speaker yet.

use crate::area_care::ContactRole;
use crate::case::Refusal;
use crate::fault::{FaultCode, FormFaults};
use crate::partner::PartnerKind;
use crate::poll::background::BackgroundWords;
use crate::privacy::FindingKind;
use crate::proposal::ProposalKind;
use crate::routing::Reasons;
use crate::sentence::Sentence;

pub(crate) const FORM_FAULTS: FormFaults = FormFaults {
    required: "يرجى ملء هذا الحقل.",
    choice_required: "يرجى اختيار إجابة.",
    too_long: Sentence::new("هذا النص طويل جدًا. الحد الأقصى لعدد الأحرف: {0}."),
    too_many: Sentence::new("الحد الأقصى لعدد الاختيارات: {0}."),
    out_of_range: Sentence::new("اختر رقمًا من {0} إلى {1}."),
    unknown: "هذا الخيار غير موجود أو لم يعد موجودًا. يرجى الاختيار من جديد.",
    wrong_kind: "هذه الإجابة لا تناسب السؤال. يرجى ملؤها من جديد.",
    not_an_email: "هذا ليس عنوان بريد إلكتروني. مثال على عنوان صحيح: \u{2066}naam@voorbeeld.nl\u{2069}.",
    not_asked: "هذا السؤال لا يتبع إجاباتك السابقة. احذف هذه الإجابة.",
    places: Sentence::new("أعطِ المراتب من 1 إلى {0}، كل مرتبة مرة واحدة."),
};

/// What can be wrong outside the forms with steps; none where only officials meet it.
pub(crate) fn fault(code: &FaultCode) -> Option<String> {
    Some(match code {
        FaultCode::TooFew { min } => format!("العدد قليل جدًا. الحد الأدنى: {min}."),
        FaultCode::NotADate => "هذا ليس تاريخًا. اكتب مثلًا \u{2066}2026-05-12\u{2069}.".into(),
        FaultCode::NotAFollowKey => {
            "هذا الرمز غير صحيح. يتكون الرمز من 26 حرفًا ورقمًا. تجده في رسالتنا أو في إيصال الاستلام.".into()
        }
        FaultCode::NotInTheFuture => "اختر تاريخًا بعد اليوم.".into(),
        FaultCode::TooFarAhead { days } => format!("اختر تاريخًا قريبًا. الحد الأقصى لعدد الأيام: {days}."),
        FaultCode::NotAPostcode => "هذا ليس رمزًا بريديًا. مثال على الرمز البريدي: \u{2066}1234 AB\u{2069}.".into(),
        FaultCode::NotAHouseNumber => "هذا ليس رقم منزل. مثال على رقم المنزل: 12 أو \u{2066}12a\u{2069}.".into(),
        FaultCode::Accuses => "يبدو أن هذا النص يتهم شخصًا. احذف ذلك أو اتصل بنا.".into(),
        FaultCode::NotTogether => "هذا لا يتفق مع اختيار آخر هنا. غيّر أحدهما.".into(),
        _ => return None,
    })
}

/// Why a resident's step is refused; none where only officials meet it.
pub(crate) const fn refusal(refusal: &Refusal) -> Option<&'static str> {
    Some(match refusal {
        Refusal::Ended => "انتهى هذا الموضوع. لا يمكن تغيير شيء بعد الآن.",
        Refusal::Held => "يقرأ المنسق هذا النص أولًا. بعد ذلك يمكنك المتابعة.",
        Refusal::NoSuchQuestion => "تمت الإجابة عن هذا السؤال أو لم يعد ضروريًا. يرجى فتح الصفحة من جديد.",
        Refusal::Accuses => "يبدو أن هذا النص يتهم شخصًا، لذلك لا يمكن نشره.",
        Refusal::NotPublic => "هذه المبادرة غير منشورة.",
        Refusal::AlreadyWithdrawn => "تم سحب هذه الفكرة من قبل.",
        Refusal::NotConcluded => "لا يوجد جواب بعد لتبدي رأيك فيه. يرجى العودة لاحقًا.",
        Refusal::AlreadyRated => "لقد أخبرتنا من قبل إن كان الجواب قد ساعدك.",
        Refusal::RatingTermPassed => "كان يمكنك إبداء رأيك خلال 14 يومًا بعد الجواب. اتصل بالبلدية أو أرسل فكرة جديدة.",
        Refusal::TextsErased => "تم حذف النص. لم يبقَ شيء لعرضه.",
        Refusal::NoSuchTask => "انتهت هذه المهمة أو لم تعد ضرورية. يرجى فتح الصفحة من جديد.",
        Refusal::TaskAsItWas => "لم يتغير شيء. اختر من يقوم بها أو يومًا آخر.",
        Refusal::SharedAlready => "لقد قلت نعم من قبل. يمكن للآخرين أن يسألوك.",
        Refusal::NotShared => "لا أحد يستطيع أن يسألك الآن. لا حاجة إلى فعل أي شيء.",
        Refusal::NothingToShare => "هذا ممكن فقط إذا نجحت فكرتك وكانت على الموقع. يرجى فتح الصفحة من جديد.",
        Refusal::NoAddress => "اكتب عنوان بريدك الإلكتروني أولًا. عندئذ تعرف عندما يسألك أحد.",
        Refusal::TooManyTasks => "توجد 30 مهمة مفتوحة. يرجى إنهاء مهمة أولًا.",
        Refusal::Field(_) => "هناك شيء غير صحيح. صححه وأرسله من جديد.",
        _ => return None,
    })
}

pub(crate) const fn partner_kind(kind: PartnerKind) -> &'static str {
    match kind {
        PartnerKind::Municipality => "البلدية",
        PartnerKind::Police => "الشرطة",
        PartnerKind::HousingCorporation => "مؤسسة الإسكان",
        PartnerKind::Welfare => "منظمة الرعاية الاجتماعية",
    }
}

pub(crate) const fn contact_role(role: ContactRole) -> &'static str {
    match role {
        ContactRole::AreaCoordinator => "منسق المنطقة",
        ContactRole::NeighbourhoodOfficer => "شرطي الحي",
        ContactRole::HousingManager => "مسؤول المساكن في الحي",
        ContactRole::CommunityWorker => "العامل الاجتماعي في الحي",
        ContactRole::YouthWorker => "مرشد الشباب",
        ContactRole::Enforcement => "مراقب النظام في البلدية",
        ContactRole::Other => "شخص الاتصال",
    }
}

pub(crate) const fn finding(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::PhoneNumber => "يبدو أن هذا رقم هاتف. الأفضل ألا تكتبه.",
        FindingKind::Email => "يبدو أن هذا عنوان بريد إلكتروني. الأفضل ألا تكتبه.",
        FindingKind::LicencePlate => "يبدو أن هذا رقم لوحة سيارة. لا تكتبه. هل يتعلق الأمر بجريمة؟ اتصل بالشرطة.",
        FindingKind::HouseNumber => "يبدو أن هذا رقم منزل. الأفضل أن تذكر اسم الشارع فقط.",
        FindingKind::CitizenServiceNumber => "يبدو أن هذا رقم الخدمة المدنية (BSN). احذفه.",
        FindingKind::Postcode => "يبدو أن هذا عنوان. الأفضل أن تذكر اسم الشارع أو الحي فقط.",
        FindingKind::PersonName => "يبدو أن هذا اسم شخص. الأفضل أن تكتب دون أسماء.",
        FindingKind::Accusation => {
            "يبدو أنك تتهم شخصًا. الأفضل أن تكتب ماذا يحدث وأين، دون أن تقول من. وإلا يقرأ المنسق نصك أولًا."
        }
    }
}

pub(crate) const AGREEMENTS: [&str; 3] = [
    "نتصل بالرقم 112 عند وجود خطر أو إذا رأينا جريمة تحدث. إذا لم يكن الأمر عاجلًا فنتصل بالرقم \u{2066}0900-8844\u{2069}.",
    "لا نتدخل بأنفسنا. لا نوقف أحدًا ولا نلاحق أحدًا.",
    "لا نلتقط صورًا أو مقاطع فيديو للناس. ولا ننشر أسماء الناس أو أرقام سياراتهم أو صورهم.",
];

pub(crate) const REASONS: Reasons = Reasons {
    topic_unknown: "لأنك لا تعرف الموضوع بعد؛ تبحث البلدية عمن يمكنه مساعدتك على أفضل وجه",
    cannot_take: Sentence::new("لأن {0} لا تستطيع استلام هذا الآن"),
    nobody_appointed: Sentence::new("لأنه لا يوجد بعد مسؤول عن الموضوع «{0}»؛ تبحث البلدية عمن يساعدك"),
    topic_in_place: Sentence::new("لأن الموضوع هو «{0}» والمكان هو {1}"),
    topic: Sentence::new("لأن الموضوع هو «{0}»"),
    place: Sentence::new("لأن المكان هو {0}"),
    place_in: Sentence::new("«{0}»"),
    kind: |kind| match kind {
        ProposalKind::Idea => "لأنك تطلب من غيرك أن يفعل شيئًا",
        ProposalKind::Initiative => "لأن السكان يريدون أن يفعلوا شيئًا بأنفسهم",
        ProposalKind::Notice => "لأنك تريد إخبارنا فقط",
        ProposalKind::NeighbourhoodWatch => "لأن الموضوع هو مراقبة الحي",
    },
};

pub(crate) const BACKGROUND: BackgroundWords = BackgroundWords {
    why: "هكذا نرى هل سُمع صوت الجميع في الحي. هل تفضل ألا تقول ذلك؟ تجاوز السؤال إذن.",
    why_age: "هكذا نرى هل سُمع صوت الجميع في الحي. هل تفضل ألا تقول ذلك، أو هل عمرك أقل من 15 سنة؟ تجاوز السؤال إذن.",
    age: "كم عمرك؟",
    ages: ["من 15 إلى 24 سنة", "من 25 إلى 44 سنة", "من 45 إلى 64 سنة", "65 سنة أو أكثر"],
    household: "مع من تسكن؟",
    households: ["وحدي", "مع شريك حياتي، دون أطفال", "مع أطفال", "بشكل آخر، مثلًا مع الوالدين أو زملاء السكن"],
    tenure: "هل تستأجر مسكنك أم هو ملكك؟",
    tenures: ["ملكي أو ملك شخص أسكن معه", "أستأجر من مؤسسة إسكان", "أستأجر من جهة أخرى"],
};
