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
    title: "Fikriniz ne durumda?",
    lead: "Kişisel kodunuzu yazın.",
    code: "Kişisel kodunuz",
    code_hint: "26 harf ve rakam. Kod, alındı belgenizde ve e-postamızda yazar. Bağlantının tamamını da yapıştırabilirsiniz.",
    no_script: "Kişisel bağlantınızı mı açtınız? JavaScript kapalı olduğu için tarayıcınız içindeki kodu iletmiyor. Kodu kendiniz yazın: #c= işaretinden sonra gelen kısım. Bağlantının tamamını da yapıştırabilirsiniz.",
    open: "Fikrime bak",
    opening: "Fikrinizi arıyoruz…",
    lost_title: "Kodu kaybettiniz mi?",
    lost: "Kodu yeniden veremeyiz, çünkü saklamıyoruz. Bizi arayın: ne durumda olduğuna sizinle birlikte bakarız.",
    number: |number| format!("Fikriniz, numara {number}"),
    received_on: |date| format!("Alındığı tarih: {date}"),
    owner: |partner| format!("Size bu konuda yardım eden: {partner}"),
    handover: |to, owner| {
        format!("Şu kuruluştan bunu üstlenmesini istedik: {to}. Evet diyene kadar size yardım eden: {owner}.")
    },
    supporting: |names| format!("Şunlar da takip ediyor: {}.", listed(names, &SITE)),
    promise: |date| format!("En geç {date} tarihinde bizden haber alırsınız."),
    overdue: |date| {
        format!(
            "Size en geç {date} tarihinde haber vereceğimize söz vermiştik. Yetiştiremedik. Özür dileriz. Belediyeye bildirildi."
        )
    },
    outcome: |outcome| match outcome {
        Outcome::Realised => "Bu yapıldı.".to_owned(),
        Outcome::TakenUpByResidents => "Bunu mahalle sakinleri yapıyor ve yardım alıyorlar.".to_owned(),
        Outcome::WillBeDone { on } => format!("Bunu yapacağız. Tarih: {}.", date(on)),
        Outcome::NotDone => "Bunu yapmıyoruz. Nedeni:".to_owned(),
        Outcome::Merged { into } => format!("Bu, {into} numarasıyla devam ediyor."),
        Outcome::PassedOn { nature } => format!("{}.", (ENDING.passed_on)(nature)),
    },
    public: "Diğer mahalle sakinleri bu fikri web sitesinde görebilir, adınız olmadan.",
    question_title: "Size bir sorumuz var",
    question_from: |partner| format!("{partner} soruyor:"),
    answer: "Cevabınız",
    answer_until: |date| format!("Lütfen en geç {date} tarihinde. Daha fazla zamana mı ihtiyacınız var? Bizi arayın."),
    send_answer: "Cevabımı gönder",
    answered_title: "Teşekkürler, cevabınız bize ulaştı",
    answered: "Bununla devam ediyoruz.",
    rating_title: "Cevabımızı nasıl buldunuz?",
    rating_until: |date| format!("Bunu {date} sonuna kadar bildirebilirsiniz."),
    helped: "Bu cevap size yardımcı oldu mu?",
    helped_yes: "Evet",
    helped_no: "Hayır, bir daha bakın",
    reason: "Neden?",
    reason_hint: "Hayır derseniz bunu bilmemiz gerekir. Neyin eksik olduğunu yazın.",
    send_rating: "Gönder",
    rated_title: "Teşekkürler, şimdi ne düşündüğünüzü biliyoruz",
    rated_yes: "Yardımcı olmasına sevindik.",
    rated_no: "Yazdığınızı biri okur ve yeniden bakıp bakmayacağımıza karar verir. Nedenini her zaman öğrenirsiniz.",
    contact_title: "E-posta adresiniz",
    contact_now: "Haber olduğunda size e-posta göndeririz. Adresinizi kimse görmez.",
    contact_none: "E-posta adresiniz bizde yok. Haber olduğunda e-posta almak isterseniz yazın.",
    contact_email: "Yeni e-posta adresi",
    contact_save: "Bu adresi sakla",
    contact_erase: "E-posta adresimi sil",
    contact_kept_title: "E-posta adresiniz saklandı",
    contact_kept: "Bundan sonra mesajlar bu adrese gider.",
    contact_erased_title: "E-posta adresiniz silindi",
    contact_erased: "Size artık e-posta göndermeyiz. Ne durumda olduğunu kodunuzla burada görürsünüz.",
    threat_title: "Size engel mi olunuyor veya tehdit mi ediliyorsunuz?",
    threat_hint: "Bize anlatın. O zaman fikriniz hemen web sitesinden kalkar ve belediyedeki irtibat kişiniz konuyu ele alır.",
    threat_button: "Bana engel olunuyor veya tehdit ediliyorum",
    threat_page: "Size engel mi olunuyor veya tehdit mi ediliyorsunuz?",
    threat_lead: "Yalnız değilsiniz. Bunu yalnız belediyedeki irtibat kişiniz okur, en geç bir sonraki iş günü.",
    threat_text: "Ne oluyor?",
    threat_text_hint: "Bir şey yazmanız gerekmez. Size güvenli olarak nasıl ulaşabileceğimizi biliyorsanız onu da yazın.",
    threat_send: "Belediyeye bildir",
    threat_received_title: "Haberimiz var",
    threat_received: "Belediyedeki irtibat kişiniz bunu en geç bir sonraki iş günü okur. Fikriniz artık web sitesinde değil. Şu anda tehlike var mı? 112’yi arayın.",
    timeline: "Neler oldu?",
    newest_first: "En yenisi en üstte.",
    keep_title: "Daha sonra geri gelmek",
    keep: "Kişisel bağlantınızı veya kodunuzu saklayın. Bu sayfayı yer imlerine eklemek işe yaramaz, çünkü kodunuz adreste yazmaz. Böylece fikrinizi başka kimse göremez.",
    entry,
    sent: "Bunu gönderdiniz",
    withdraw: "Fikrimi geri çekmek istiyorum",
    withdraw_title: "Fikrinizi gerçekten geri çekmek istiyor musunuz?",
    withdraw_text: "O zaman çalışmayı bırakırız. Bunu geri alamazsınız.",
    withdraw_yes: "Evet, fikrimi geri çek",
    withdraw_no: "Hayır, geri dön",
    withdrawn: "Bu fikri geri çektiniz. Bununla artık bir şey yapmıyoruz.",
    refresh: "Haber var mı diye bak",
    close: "Bu sayfayı kapat",
};

fn entry(kind: &TimelineKind, by: Option<&str>) -> String {
    let who = by.unwrap_or("Belediye");
    match kind {
        TimelineKind::Received { partner } => format!("Fikir ulaştı: {partner}"),
        TimelineKind::Update => format!("Haber: {who}"),
        TimelineKind::Question => format!("Soru: {who}"),
        TimelineKind::Answer => "Cevabınız".to_owned(),
        TimelineKind::AnswerTermPassed => format!("Soruya cevap gelmedi. {who} devam ediyor."),
        TimelineKind::HandoverOffered { to } => format!("Bunu üstlenmesini istediğimiz kuruluş: {to}"),
        TimelineKind::OwnerChanged { to } => format!("Bu fikre şimdi yardım eden: {to}"),
        TimelineKind::PromiseSet { until } => format!("Yeni tarih: en geç {} tarihinde haber", date(*until)),
        TimelineKind::Planned { on } => format!("Planlandı: {}", date(*on)),
        TimelineKind::DecisionNeeded { until } => (PLANS.decision_entry)(&date(*until)),
        TimelineKind::DateProposed { partner, on } => (PLANS.proposed_entry)(partner, &date(*on)),
        TimelineKind::DateConfirmed { partner, on } => (PLANS.confirmed_entry)(partner, &date(*on)),
        TimelineKind::DateDeclined { partner, on } => (PLANS.declined_entry)(partner, &date(*on)),
        TimelineKind::Concluded { outcome } => match outcome {
            Outcome::Realised => "Bu yapıldı".to_owned(),
            Outcome::TakenUpByResidents => "Bunu mahalle sakinleri yapıyor ve yardım alıyorlar".to_owned(),
            Outcome::WillBeDone { on } => format!("Bunu yapacağız. Tarih: {}", date(*on)),
            Outcome::NotDone => "Bunu yapmıyoruz. Nedeni:".to_owned(),
            Outcome::Merged { into } => format!("Bu, {into} numarasıyla devam ediyor"),
            Outcome::PassedOn { nature } => (ENDING.passed_on)(*nature).to_owned(),
        },
        TimelineKind::PassedOn { nature, received_on, reference } => {
            (ENDING.entry)(*nature, &date(*received_on), reference.as_deref())
        }
        TimelineKind::Rated { helped: true } => "Cevap size yardımcı oldu".to_owned(),
        TimelineKind::Rated { helped: false } => "Cevap size yardımcı olmadı".to_owned(),
        TimelineKind::ReopeningAsked { decide_by } => {
            format!("Yeniden bakmamızı istediniz. En geç {} tarihinde bizden haber alırsınız", date(*decide_by))
        }
        TimelineKind::Reopened { until } => format!("Yeniden bakıyoruz. En geç {} tarihinde haber", date(*until)),
        TimelineKind::Unmerged { until } => (PLANS.unmerged_entry)(&date(*until)),
        TimelineKind::SupportAccepted { partner } => (PLANS.helps_entry)(partner),
        TimelineKind::ReopeningRefused => "Cevabımız aynı kalıyor. Nedeni:".to_owned(),
        TimelineKind::Explained => ENDING.explained.to_owned(),
        TimelineKind::TextsErased => "İstek üzerine metinler silindi".to_owned(),
        TimelineKind::Threatened => "Engellendiğinizi veya tehdit edildiğinizi bildirdiniz".to_owned(),
        TimelineKind::Withdrawn => "Fikir geri çekildi".to_owned(),
        TimelineKind::KindSet { to } => (AGREEMENTS.kind_entry)(kind_name(*to)),
        TimelineKind::AgreementsMade => AGREEMENTS.entry.to_owned(),
        TimelineKind::RecordedFor { partner } => format!("Belediye tarafından {partner} adına not edildi"),
    }
}
