//! العربية: refusals that a resident reads. Not proof-read by a native speaker yet.

use shared::text::Language;

use crate::refusal::{Code, Refusal};

/// The title and what to do; none where only officials and programs meet it.
pub(super) const fn sentences(refusal: &Refusal) -> Option<(&'static str, &'static str)> {
    Some(match refusal {
        Refusal::NotFound => {
            ("غير موجود", "هذه الصفحة غير موجودة أو لم تعد موجودة. تأكد من العنوان أو ارجع إلى البداية.")
        }
        Refusal::Invalid { .. } => ("غير صحيح بعد", "هناك شيء لم يُملأ بشكل صحيح. صحح ما هو مكتوب أدناه وأرسله من جديد."),
        Refusal::ForeignOrigin => ("لا يمكن الدخول", "يأتي هذا الطلب من موقع آخر. أرسله من صفحة البلدية."),
        Refusal::TooLarge => ("كبير جدًا", "ما ترسله كبير جدًا. اجعل النص أقصر وأرسله من جديد."),
        Refusal::TooMany => ("يرجى الانتظار", "وصلت طلبات كثيرة متتالية. انتظر دقيقة وحاول من جديد."),
        Refusal::Unavailable => ("غير متاح الآن", "هذا لا يعمل الآن. حاول من جديد بعد بضع ثوانٍ. لا ضرر من الإرسال مرتين."),
        Refusal::PollClosed { .. } => ("هذا الاستطلاع مغلق", "الإجابات التي تصل بعد ذلك لا تُحسب."),
        Refusal::Case { refusal } => ("هذا غير ممكن الآن", refusal.detail(Language::Ar)),
        Refusal::Fault { .. } => ("حدث خطأ", "حدث خطأ عندنا. يرجى المحاولة لاحقًا."),
        Refusal::PollNotOpen => return words(Code::PollNotOpen),
        Refusal::Unreadable { code }
        | Refusal::SignInNeeded { code }
        | Refusal::Conflict { code }
        | Refusal::Gone { code }
        | Refusal::Unprocessable { code } => return words(*code),
        Refusal::Forbidden | Refusal::MethodNotAllowed | Refusal::NotJson => return None,
    })
}

const fn words(code: Code) -> Option<(&'static str, &'static str)> {
    Some(match code {
        Code::PathNotNormal => {
            ("هذا العنوان غير صحيح", "في العنوان علامات لا مكان لها فيه. اكتبه من جديد أو ارجع إلى البداية.")
        }
        Code::IdempotencyKeyReused => (
            "أُرسل من قبل",
            "لقد أرسلت هذا من قبل بمحتوى آخر. الأول هو المعتمد. هل تريد إرسال شيء آخر؟ ابدأ من جديد إذن.",
        ),
        Code::PollNotOpen => ("هذا الاستطلاع غير مفتوح بعد", "لا يمكنك الإجابة بعد. ارجع في اليوم الذي يُفتح فيه الاستطلاع."),
        Code::BallotDiffers => ("لقد أجبت من قبل", "تم حساب إجاباتك الأولى. ما ملأته الآن لم يُرسل."),
        Code::VersionPassed => ("سبقك شخص آخر", "تغير شيء في هذه الأثناء. انظر ما هو مكتوب الآن وافعله من جديد إذا لزم."),
        Code::PledgeNotAnswered => ("لم يقل أحد نعم بعد", "يمكنك إرسال رسائل فقط بعد أن يقول الطرف الآخر نعم."),
        Code::PledgeOver => ("هذا لم يعد ممكنًا", "توقف هذا العرض أو لن تستمر المبادرة. يرجى فتح الصفحة من جديد."),
        Code::PledgesFull => (
            "يشارك كثير من الناس بالفعل",
            "لدى صاحب هذه الفكرة الآن عروض كافية. انظر مرة أخرى بعد بضعة أسابيع. ما كتبته ما زال هنا.",
        ),
        Code::PledgesFullToday => ("عرض كثير من الناس المساعدة اليوم", "حاول مرة أخرى غدًا. ما كتبته ما زال هنا."),
        Code::NoQuestions => {
            ("هذا الساكن لا يجيب عن الأسئلة الآن", "اتصل بالبلدية: ستبحث عن شخص آخر فعل هذا من قبل. ما كتبته ما زال هنا.")
        }
        Code::QuestionsFull => ("وصلت إلى هذا الساكن أسئلة كثيرة", "حاول مرة أخرى لاحقًا. ما كتبته ما زال هنا."),
        Code::CaseChanged => (
            "تغير شيء في هذه الأثناء",
            "سبقك شخص آخر. اقرأ ما هو مكتوب الآن وافعله من جديد إذا لزم. ما كتبته ما زال هنا.",
        ),
        Code::NotUtf8
        | Code::NotJson
        | Code::TooDeep
        | Code::DuplicateKey
        | Code::IdempotencyKeyMissing
        | Code::SignInNeeded
        | Code::SignInLinkInvalid
        | Code::OperatorKeyWrong
        | Code::PollFrozen
        | Code::PollNotPlanned
        | Code::PollNotClosed
        | Code::ReportExists
        | Code::MailNotSetUp => return None,
    })
}

pub(super) fn closed(day: &str, time: &str) -> String {
    format!("أُغلق هذا الاستطلاع في {day} الساعة {time}. ")
}

pub(super) fn due(day: &str) -> String {
    format!(" في موعد أقصاه {day} تقرأ في صفحة الاستطلاع ماذا نفعل بالإجابات.")
}

pub(super) fn call(name: &str, phone: &str, hours: &str) -> String {
    format!(" ألا يعمل؟ اتصل: {name}، \u{2066}{phone}\u{2069} (\u{2068}{hours}\u{2069}).")
}
