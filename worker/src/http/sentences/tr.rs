//! Türkçe: refusals that a resident reads. Not proof-read by a native speaker yet.

use shared::text::Language;

use crate::refusal::{Code, Refusal};

/// The title and what to do; none where only officials and programs meet it.
pub(super) const fn sentences(refusal: &Refusal) -> Option<(&'static str, &'static str)> {
    Some(match refusal {
        Refusal::NotFound => {
            ("Bulunamadı", "Bu sayfa yok (artık yok). Adresin doğru olup olmadığına bakın veya başa dönün.")
        }
        Refusal::Invalid { .. } => {
            ("Henüz doğru doldurulmadı", "Bir şey doğru doldurulmamış. Aşağıda yazanı düzeltin ve yeniden gönderin.")
        }
        Refusal::ForeignOrigin => {
            ("Erişim yok", "Bu istek başka bir web sitesinden geliyor. Belediyenin sayfasından gönderin.")
        }
        Refusal::TooLarge => ("Çok büyük", "Gönderdiğiniz çok büyük. Metni kısaltın ve yeniden gönderin."),
        Refusal::TooMany => {
            ("Lütfen bekleyin", "Art arda çok fazla istek geldi. Bir dakika bekleyin ve yeniden deneyin.")
        }
        Refusal::Unavailable => (
            "Şu anda ulaşılamıyor",
            "Şu anda olmuyor. Birkaç saniye sonra yeniden deneyin. İki kez göndermenin zararı yoktur.",
        ),
        Refusal::PollNotOpen => return words(Code::PollNotOpen),
        Refusal::PollClosed { .. } => ("Bu anket kapandı", "Bundan sonra gelen cevaplar sayılmaz."),
        Refusal::Case { refusal } => ("Bu şimdi olmuyor", refusal.detail(Language::Tr)),
        Refusal::Fault { .. } => {
            ("Bir şey yanlış gitti", "Bizim tarafımızda bir şey yanlış gitti. Daha sonra yeniden deneyin.")
        }
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
            ("Bu adres doğru değil", "Adreste oraya ait olmayan işaretler var. Adresi yeniden yazın veya başa dönün.")
        }
        Code::IdempotencyKeyReused => (
            "Daha önce gönderildi",
            "Bunu daha önce başka bir içerikle gönderdiniz. İlki geçerlidir. Başka bir şey göndermek için yeniden başlayın.",
        ),
        Code::PollNotOpen => {
            ("Bu anket henüz açık değil", "Henüz cevap veremezsiniz. Anketin açıldığı gün yeniden gelin.")
        }
        Code::BallotDiffers => {
            ("Zaten cevap verdiniz", "İlk cevaplarınız sayıldı. Şimdi doldurduklarınız gönderilmedi.")
        }
        Code::VersionPassed => (
            "Biri sizden önce davrandı",
            "Bu arada bir şey değişti. Şimdi ne yazdığına bakın ve gerekirse yeniden yapın.",
        ),
        Code::PledgeNotAnswered => ("Henüz evet denmedi", "Ancak diğer kişi evet deyince mesaj gönderebilirsiniz."),
        Code::PledgeOver => {
            ("Bu artık olmuyor", "Bu teklif durduruldu veya girişim devam etmiyor. Lütfen sayfayı yeniden açın.")
        }
        Code::PledgesFull => (
            "Zaten çok kişi katılıyor",
            "Bu fikri düşünen kişinin şimdi yeterince teklifi var. Birkaç hafta sonra yeniden bakın. Yazdıklarınız hâlâ duruyor.",
        ),
        Code::PledgesFullToday => {
            ("Bugün çok kişi katılmak istedi", "Yarın yeniden deneyin. Yazdıklarınız hâlâ duruyor.")
        }
        Code::NoQuestions => (
            "Bu mahalle sakini şu anda soruları cevaplamıyor",
            "Belediyeyi arayın: bunu daha önce yapmış başka birini ararlar. Yazdıklarınız hâlâ duruyor.",
        ),
        Code::QuestionsFull => {
            ("Bu mahalle sakinine çok soru geldi", "Daha sonra yeniden deneyin. Yazdıklarınız hâlâ duruyor.")
        }
        Code::CaseChanged => (
            "Bu arada bir şey değişti",
            "Biri sizden önce davrandı. Şimdi ne yazdığını okuyun ve gerekirse yeniden yapın. Yazdıklarınız hâlâ duruyor.",
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
    format!("Bu anket {day} tarihinde saat {time} itibarıyla kapandı. ")
}

pub(super) fn due(day: &str) -> String {
    format!(" Cevaplarla ne yaptığımızı en geç {day} tarihinde anketin sayfasında okursunuz.")
}

pub(super) fn call(name: &str, phone: &str, hours: &str) -> String {
    format!(" Olmuyor mu? Arayın: {name}, {phone} ({hours}).")
}
