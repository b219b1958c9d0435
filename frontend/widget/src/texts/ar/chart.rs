//! What pictures say in words.

use shared::sentence::Counted;
use shared::text::Language;

use crate::chart::ChartWords;

const PEOPLE: Counted = Counted::new(Language::Ar, "لا أحد|شخص واحد|شخصان|{0} أشخاص|{0} شخصًا|{0} شخص");
const ANSWERS: Counted = Counted::new(Language::Ar, "لا إجابات|إجابة واحدة|إجابتان|{0} إجابات|{0} إجابة|{0} إجابة");
const HIDDEN_AREAS: Counted = Counted::new(
    Language::Ar,
    "كل الأحياء معروضة.|حي واحد غير معروض.|حيان غير معروضين.|{0} أحياء غير معروضة.|{0} حيًا غير معروض.|{0} حي غير معروض.",
);
const HIDDEN_NUMBERS: Counted = Counted::new(
    Language::Ar,
    "كل الأعداد معروضة.|عدد واحد غير معروض.|عددان غير معروضين.|{0} أعداد غير معروضة.|{0} عددًا غير معروض.|{0} عدد غير معروض.",
);

fn people(count: u32) -> String {
    PEOPLE.with(Language::Ar, count.into())
}

pub(crate) static CHART: ChartWords = ChartWords {
    mean_places: "متوسط المرتبة. كلما اقترب من المرتبة 1 كان أهم",
    first_places: "ما وضعه الناس في المرتبة 1",
    place: |place| format!("المرتبة {place}"),
    hidden: "غير معروض",
    hidden_why: "هذه المجموعة صغيرة جدًا. هكذا تبقى دون اسم.",
    no_opinion: |count| format!("دون رأي: {count}"),
    answered: |count| match count {
        Some(count) => ANSWERS.with(Language::Ar, count.into()),
        None => "الإجابات أقل من أن تُعرض".to_owned(),
    },
    people: |count, margin| format!("{}، {margin}", people(count)),
    people_alone: people,
    mean: |mean| format!("المتوسط {mean}"),
    margin: |low, high| format!("هامش الخطأ من {low} إلى {high}"),
    margin_key: "الخط الرفيع هو هامش الخطأ: كم يمكن للصدفة أن تغير الرقم.",
    table: "انظر هذه الأرقام في جدول",
    as_svg: "احفظ كصورة SVG",
    as_png: "احفظ كصورة PNG",
    no_share: "لا يدخل في النسب المئوية",
    source: |municipality, poll| format!("المصدر: {municipality}، استطلاع «{poll}»"),
    ballots: |count| format!("عدد المشاركين: {count}"),
    counted: |date| format!("تاريخ العد: {date}"),
    no_sample: "كان بإمكان الجميع المشاركة. الإجابات ليست عينة عشوائية.",
    map_of_mean: "المتوسط حسب الحي",
    map_of_share: |option| format!("نسبة من اختار «{option}»، حسب الحي"),
    map_says: |what, most, least| format!("خريطة. {what}. الأعلى في {most}. الأدنى في {least}."),
    map_hidden: |count| HIDDEN_AREAS.with(Language::Ar, count as u64),
    area: "الحي",
    figure: "الرقم",
    margin_column: "هامش الخطأ",
    most: |label, share, low, high| format!("الأكثر اختيارًا: {label}، {share}%، هامش الخطأ من {low}% إلى {high}%."),
    nothing: "الإجابات أقل من أن تُعرض.",
    some_hidden: |count| HIDDEN_NUMBERS.with(Language::Ar, count as u64),
    average: |mean, low, high, to| format!("المتوسط {mean} من {to}، هامش الخطأ من {low} إلى {high}."),
    first_step: |step, statement, share| format!("أكثر ما اختير «{step}» مع «{statement}»: {share}%."),
    highest: |statement, mean| format!("أعلى متوسط لـ«{statement}»: {mean}."),
    on_top: |label, mean| format!("في الأعلى «{label}»، متوسط المرتبة {mean}."),
    bars: "رسم بياني بأعمدة.",
    stacks: "أعمدة مكدسة.",
    places: "متوسط المراتب على خط.",
};
