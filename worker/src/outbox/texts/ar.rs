//! العربية: every message to a resident. Not proof-read by a native speaker yet.

use shared::{notification::MailKind, text::Language, time::CivilDate};

use super::{Facts, Frame, Words};

pub(super) static FRAME: Frame = Frame {
    dear_resident: "إلى ساكن الحي، تحية طيبة،",
    to_resident_page: "انظر فكرتك",
    to_pledge: "انظر عرضك",
    to_question: "انظر سؤالك",
    code: |code| {
        format!("ألا يعمل الرابط؟ اذهب إلى صفحة «تابع فكرتك» في Buurtstem. اكتب هناك هذا الرمز: \u{2066}{code}\u{2069}")
    },
    share_with_nobody: "الرابط والرمز لك وحدك. لا تشاركهما مع أحد.",
    questions: |phone, hours| format!("هل لديك أسئلة؟ اتصل بالرقم \u{2066}{phone}\u{2069} (\u{2068}{hours}\u{2069})."),
    no_answers: "لا يمكنك الرد على هذه الرسالة.",
    signature: |municipality| format!("بلدية {municipality}"),
    sender: |municipality| format!("Buurtstem {municipality}"),
    stop: "لا أريد رسائل بعد الآن",
    confirm: "أكّد عنوان بريدي الإلكتروني",
    to_report: "اقرأ النتيجة",
    stop_reader: "لا أريد هذه الرسالة",
};

const ON_YOUR_PAGE: &str = "تقرأ ذلك في صفحتك الخاصة.";

fn date(date: CivilDate) -> String {
    widget::texts::of(Language::Ar).date(date)
}

#[expect(clippy::too_many_lines, reason = "a table: one entry for each kind")]
pub(super) fn words(kind: MailKind, facts: &Facts) -> Words {
    // A number keeps its order between Arabic words, and so does the title of a poll.
    let n = &format!("\u{2068}{}\u{2069}", facts.number);
    let (subject, paragraphs): (String, Vec<String>) = match kind {
        MailKind::Received => (
            format!("وصلتنا فكرتك ({n})"),
            vec![
                format!("شكرًا على فكرتك للحي. رقمها {n}."),
                format!(
                    "تذهب فكرتك إلى {}. يصلك خبر منا في موعد أقصاه {}.",
                    facts.first_owner,
                    date(facts.first_promise)
                ),
                "في صفحتك الخاصة ترى ماذا يحدث بفكرتك.".to_owned(),
            ],
        ),
        MailKind::News => {
            (format!("هناك جديد عن فكرتك ({n})"), vec![format!("هناك جديد عن فكرتك رقم {n}."), ON_YOUR_PAGE.to_owned()])
        }
        MailKind::Question => (
            format!("لدينا سؤال عن فكرتك ({n})"),
            vec![
                format!("لدينا سؤال لك عن فكرتك رقم {n}."),
                match facts.answer_until {
                    Some(until) => format!("يمكنك الإجابة حتى نهاية {}. تفعل ذلك في صفحتك الخاصة.", date(until)),
                    None => ON_YOUR_PAGE.to_owned(),
                },
            ],
        ),
        MailKind::AnswerTermPassed => (
            format!("نتابع العمل بفكرتك ({n})"),
            vec![
                format!("كان لدينا سؤال عن فكرتك رقم {n}. لم يصلنا جواب."),
                "نتابع الآن دون جوابك. هل تريد مع ذلك أن تقول شيئًا؟ اتصل بنا.".to_owned(),
            ],
        ),
        MailKind::HandoverOffered => (
            format!("نطلب مساعدة جهة أخرى ({n})"),
            vec![
                format!("طلبنا من جهة أخرى أن تتولى فكرتك رقم {n}."),
                "حتى تقول تلك الجهة نعم، لا يتغير شيء بالنسبة لك.".to_owned(),
            ],
        ),
        MailKind::OwnerChanged => (
            format!("تساعدك الآن جهة أخرى ({n})"),
            vec![
                format!("تساعدك الآن جهة أخرى في فكرتك رقم {n}."),
                "في صفحتك الخاصة ترى ما هي هذه الجهة. وترى هناك متى يصلك خبر.".to_owned(),
            ],
        ),
        MailKind::PromiseMoved => (
            format!("يصلك خبر منا في يوم آخر ({n})"),
            vec![
                format!("نحتاج إلى وقت أكثر أو أقل لفكرتك رقم {n}."),
                "في صفحتك الخاصة تقرأ التاريخ الجديد وسبب تغييره.".to_owned(),
            ],
        ),
        MailKind::Concluded => {
            (format!("هناك جواب عن فكرتك ({n})"), vec![format!("هناك جواب عن فكرتك رقم {n}."), ON_YOUR_PAGE.to_owned()])
        }
        MailKind::PassedOn => (
            format!("حولنا رسالتك إلى جهة أخرى ({n})"),
            vec![
                format!("حولنا رسالتك رقم {n} إلى جهة أخرى."),
                "في صفحتك الخاصة تقرأ إلى من، وماذا يحدث الآن، ومتى يصلك الجواب.".to_owned(),
            ],
        ),
        MailKind::MergedNews => (
            format!("هناك جواب عن الفكرة التي انضمت إليها فكرتك ({n})"),
            vec![format!("تستمر فكرتك رقم {n} تحت رقم آخر. هناك الآن جواب."), ON_YOUR_PAGE.to_owned()],
        ),
        MailKind::Unmerged => (
            format!("تستمر فكرتك من جديد تحت الرقم {n}"),
            vec![
                format!("كانت فكرتك مستمرة تحت رقم آخر. تم سحب تلك الفكرة. فكرتك رقم {n} مستمرة."),
                "في صفحتك الخاصة ترى من يتولاها ومتى يصلك خبر.".to_owned(),
            ],
        ),
        MailKind::PledgeReceived | MailKind::PledgeNews | MailKind::PledgeForYou => pledge(kind, n),
        MailKind::QuestionReceived | MailKind::QuestionNews | MailKind::QuestionForYou => question(kind, n),
        MailKind::Reopened => (
            format!("ننظر في فكرتك من جديد ({n})"),
            vec![format!("ننظر من جديد في فكرتك رقم {n}."), "في صفحتك الخاصة ترى متى يصلك خبر.".to_owned()],
        ),
        MailKind::ReopeningRefused => (
            format!("نبقى عند جوابنا ({n})"),
            vec![
                format!("طلبت منا أن ننظر من جديد في فكرتك رقم {n}. نبقى عند جوابنا."),
                "في صفحتك الخاصة تقرأ السبب.".to_owned(),
            ],
        ),
        MailKind::TextsErased => (
            format!("حذفنا نصوصًا من فكرتك ({n})"),
            vec![
                format!("حذفنا نصوصًا من فكرتك رقم {n}، لأن ذلك طُلب منا."),
                "ألم تطلب هذا بنفسك؟ اتصل بنا إذن.".to_owned(),
            ],
        ),
        MailKind::WithdrawalConfirmed => (
            format!("لقد سحبت فكرتك ({n})"),
            vec![
                format!("لقد سحبت فكرتك رقم {n}. لا نفعل بها شيئًا بعد الآن."),
                "ألم تفعل هذا بنفسك؟ اتصل بنا إذن.".to_owned(),
            ],
        ),
        MailKind::MadePublic => (
            format!("يمكن للجميع الآن قراءة فكرتك ({n})"),
            vec![
                format!("فكرتك رقم {n} موجودة الآن بين مبادرات الحي. يمكن للجميع قراءتها."),
                "اسمك وعنوان بريدك الإلكتروني ليسا هناك.".to_owned(),
            ],
        ),
        MailKind::NoLongerPublic => (
            format!("لم تعد فكرتك على الموقع ({n})"),
            vec![format!("لم تعد فكرتك رقم {n} بين مبادرات الحي."), "في صفحتك الخاصة ترى كيف يستمر الأمر.".to_owned()],
        ),
        MailKind::ConfirmReader | MailKind::ReportPublished => reader(kind, n),
        for_officials => return super::en::words(for_officials, facts),
    };
    Words { subject, paragraphs }
}

fn reader(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::ConfirmReader => (
            format!("أكّد عنوان بريدك الإلكتروني: {n}"),
            vec![
                format!("طلب شخص رسالة بنتيجة الاستطلاع «{n}»."),
                "هل كان ذلك أنت؟ افتح الرابط إذن واضغط على الزر.".to_owned(),
                "ألم يكن ذلك أنت؟ لا تفعل شيئًا إذن. بعد 7 أيام نحذف عنوانك.".to_owned(),
            ],
        ),
        _ => (
            format!("نتيجة الاستطلاع: {n}"),
            vec![
                format!("عُرفت نتيجة الاستطلاع «{n}»."),
                "تقرأ ماذا سمعنا، وماذا نفعل، وماذا يمكنك أنت أن تفعل.".to_owned(),
                "هذه هي الرسالة الوحيدة عن هذا الاستطلاع. لقد حذفنا عنوانك الآن.".to_owned(),
            ],
        ),
    }
}

fn pledge(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::PledgeReceived => (
            "أنت تشارك في مبادرة في حيك".to_owned(),
            vec![
                "شكرًا لأنك تريد المشاركة. يقرأ صاحب المبادرة ماذا يمكنك أن تفعل. إذا قال نعم يمكنكما تبادل الرسائل.".to_owned(),
                "لا أحد يرى عنوان بريدك الإلكتروني. ألم تملأ هذا بنفسك، أو غيرت رأيك؟ اسحب العرض في صفحتك الخاصة. عندئذ نحذف عنوانك.".to_owned(),
            ],
        ),
        MailKind::PledgeNews => (
            "هناك جديد عن عرضك للمشاركة".to_owned(),
            vec!["هناك جديد عن عرضك للمشاركة في مبادرة في حيك.".to_owned(), ON_YOUR_PAGE.to_owned()],
        ),
        _ => (
            format!("يريد شخص المشاركة في فكرتك ({n})"),
            vec![
                format!("هناك عرض أو رسالة من شخص يريد المشاركة في فكرتك رقم {n}."),
                "تقرأ ذلك في صفحتك الخاصة. لا أحد يرى اسمك أو عنوان بريدك الإلكتروني.".to_owned(),
            ],
        ),
    }
}

fn question(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::QuestionReceived => (
            "لقد سألت شخصًا لديه خبرة".to_owned(),
            vec![
                "يقرأ سؤالك ساكن فعل هذا من قبل. إذا قال نعم يمكنكما تبادل الرسائل.".to_owned(),
                "لا أحد يرى عنوان بريدك الإلكتروني. ألم تملأ هذا بنفسك، أو غيرت رأيك؟ اسحب السؤال في صفحتك الخاصة. عندئذ نحذف عنوانك.".to_owned(),
            ],
        ),
        MailKind::QuestionNews => (
            "هناك جديد عن سؤالك لشخص لديه خبرة".to_owned(),
            vec!["هناك جديد عن السؤال الذي طرحته على ساكن فعل هذا من قبل.".to_owned(), ON_YOUR_PAGE.to_owned()],
        ),
        _ => (
            format!("يسأل شخص كيف فعلت ذلك ({n})"),
            vec![
                format!("هناك سؤال أو رسالة عن فكرتك رقم {n} من شخص يريد الشيء نفسه."),
                "تقرأ ذلك في صفحتك الخاصة. لست مضطرًا إلى الجواب. لا أحد يرى اسمك أو عنوان بريدك الإلكتروني.".to_owned(),
            ],
        ),
    }
}
