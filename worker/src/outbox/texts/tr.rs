//! Türkçe: every message to a resident, with *siz*. Not proof-read by a native speaker yet.

use shared::{notification::MailKind, text::Language, time::CivilDate};

use super::{Facts, Frame, Words};

pub(super) static FRAME: Frame = Frame {
    dear_resident: "Sayın mahalle sakini,",
    to_resident_page: "Fikrinize bakın",
    to_pledge: "Teklifinize bakın",
    to_question: "Sorunuza bakın",
    code: |code| {
        format!(
            "Bağlantı çalışmıyor mu? Buurtstem’in ‘Fikrinizi takip edin’ sayfasına gidin. Oraya bu kodu yazın: {code}"
        )
    },
    share_with_nobody: "Bağlantı ve kod yalnız sizin için. Kimseyle paylaşmayın.",
    questions: |phone, hours| format!("Sorularınız mı var? Arayın: {phone} ({hours})."),
    no_answers: "Bu e-postayı cevaplayamazsınız.",
    signature: |municipality| format!("{municipality} Belediyesi"),
    sender: |municipality| format!("Buurtstem {municipality}"),
    stop: "Artık mesaj almak istemiyorum",
    confirm: "E-posta adresimi onayla",
    to_report: "Sonucu okuyun",
    stop_reader: "E-posta almaktan vazgeç",
};

const ON_YOUR_PAGE: &str = "Bunu kendi sayfanızda okursunuz.";

fn date(date: CivilDate) -> String {
    widget::texts::of(Language::Tr).date(date)
}

#[expect(clippy::too_many_lines, reason = "a table: one entry for each kind")]
pub(super) fn words(kind: MailKind, facts: &Facts) -> Words {
    let n = &facts.number;
    let (subject, paragraphs): (String, Vec<String>) = match kind {
        MailKind::Received => (
            format!("Fikriniz bize ulaştı ({n})"),
            vec![
                format!("Mahalle için fikrinize teşekkürler. Numarası: {n}."),
                format!(
                    "Fikrinizin gittiği yer: {}. En geç {} tarihinde bizden haber alırsınız.",
                    facts.first_owner,
                    date(facts.first_promise)
                ),
                "Fikrinizle ne yapıldığını kendi sayfanızda görürsünüz.".to_owned(),
            ],
        ),
        MailKind::News => (
            format!("Fikrinizle ilgili haber var ({n})"),
            vec![format!("{n} numaralı fikrinizle ilgili haber var."), ON_YOUR_PAGE.to_owned()],
        ),
        MailKind::Question => (
            format!("Fikrinizle ilgili bir sorumuz var ({n})"),
            vec![
                format!("{n} numaralı fikrinizle ilgili size bir sorumuz var."),
                match facts.answer_until {
                    Some(until) => {
                        format!("{} sonuna kadar cevap verebilirsiniz. Bunu kendi sayfanızda yaparsınız.", date(until))
                    }
                    None => ON_YOUR_PAGE.to_owned(),
                },
            ],
        ),
        MailKind::AnswerTermPassed => (
            format!("Fikrinizle devam ediyoruz ({n})"),
            vec![
                format!("{n} numaralı fikrinizle ilgili bir sorumuz vardı. Cevap almadık."),
                "Şimdi cevabınız olmadan devam ediyoruz. Yine de bir şey anlatmak ister misiniz? Bizi arayın."
                    .to_owned(),
            ],
        ),
        MailKind::HandoverOffered => (
            format!("Başka bir kuruluştan yardım istiyoruz ({n})"),
            vec![
                format!("Başka bir kuruluştan {n} numaralı fikrinizi üstlenmesini istedik."),
                "O kuruluş evet diyene kadar sizin için bir şey değişmez.".to_owned(),
            ],
        ),
        MailKind::OwnerChanged => (
            format!("Size başka bir kuruluş yardım ediyor ({n})"),
            vec![
                format!("{n} numaralı fikrinizde size artık başka bir kuruluş yardım ediyor."),
                "Hangi kuruluş olduğunu kendi sayfanızda görürsünüz. Ne zaman haber alacağınız da orada yazar."
                    .to_owned(),
            ],
        ),
        MailKind::PromiseMoved => (
            format!("Bizden başka bir gün haber alırsınız ({n})"),
            vec![
                format!("{n} numaralı fikriniz için daha çok veya daha az zamana ihtiyacımız var."),
                "Yeni tarihi ve nedenini kendi sayfanızda okursunuz.".to_owned(),
            ],
        ),
        MailKind::Concluded => (
            format!("Fikrinize bir cevap var ({n})"),
            vec![format!("{n} numaralı fikrinize bir cevap var."), ON_YOUR_PAGE.to_owned()],
        ),
        MailKind::PassedOn => (
            format!("Mesajınızı başka yere ilettik ({n})"),
            vec![
                format!("{n} numaralı mesajınızı başka yere ilettik."),
                "Kime ilettiğimizi ve ne zaman cevap alacağınızı kendi sayfanızda okursunuz.".to_owned(),
            ],
        ),
        MailKind::MergedNews => (
            format!("Fikrinizin katıldığı fikre bir cevap var ({n})"),
            vec![
                format!("{n} numaralı fikriniz başka bir numarayla devam ediyor. Orada şimdi bir cevap var."),
                ON_YOUR_PAGE.to_owned(),
            ],
        ),
        MailKind::Unmerged => (
            format!("Fikriniz yeniden {n} numarasıyla devam ediyor"),
            vec![
                format!(
                    "Fikriniz başka bir numarayla devam ediyordu. O fikir geri çekildi. {n} numaralı fikriniz devam ediyor."
                ),
                "Kimde olduğunu ve ne zaman haber alacağınızı kendi sayfanızda görürsünüz.".to_owned(),
            ],
        ),
        MailKind::PledgeReceived | MailKind::PledgeNews | MailKind::PledgeForYou => pledge(kind, n),
        MailKind::QuestionReceived | MailKind::QuestionNews | MailKind::QuestionForYou => question(kind, n),
        MailKind::Reopened => (
            format!("Fikrinize yeniden bakıyoruz ({n})"),
            vec![
                format!("{n} numaralı fikrinize yeniden bakıyoruz."),
                "Ne zaman haber alacağınızı kendi sayfanızda görürsünüz.".to_owned(),
            ],
        ),
        MailKind::ReopeningRefused => (
            format!("Cevabımız aynı kalıyor ({n})"),
            vec![
                format!("{n} numaralı fikrinize yeniden bakmamızı istediniz. Cevabımız aynı kalıyor."),
                "Nedenini kendi sayfanızda okursunuz.".to_owned(),
            ],
        ),
        MailKind::TextsErased => (
            format!("Fikrinizdeki metinleri sildik ({n})"),
            vec![
                format!("{n} numaralı fikrinizdeki metinleri sildik, çünkü bu istendi."),
                "Bunu siz istemediniz mi? O zaman bizi arayın.".to_owned(),
            ],
        ),
        MailKind::WithdrawalConfirmed => (
            format!("Fikrinizi geri çektiniz ({n})"),
            vec![
                format!("{n} numaralı fikrinizi geri çektiniz. Bununla artık bir şey yapmıyoruz."),
                "Bunu siz yapmadınız mı? O zaman bizi arayın.".to_owned(),
            ],
        ),
        MailKind::MadePublic => (
            format!("Fikrinizi artık herkes okuyabilir ({n})"),
            vec![
                format!("{n} numaralı fikriniz artık mahalledeki girişimler arasında. Herkes okuyabilir."),
                "Adınız ve e-posta adresiniz orada yazmaz.".to_owned(),
            ],
        ),
        MailKind::NoLongerPublic => (
            format!("Fikriniz artık sitede değil ({n})"),
            vec![
                format!("{n} numaralı fikriniz artık mahalledeki girişimler arasında değil."),
                "Nasıl devam ettiğini kendi sayfanızda görürsünüz.".to_owned(),
            ],
        ),
        MailKind::ConfirmReader | MailKind::ReportPublished => reader(kind, n),
        for_officials => return super::en::words(for_officials, facts),
    };
    Words { subject, paragraphs }
}

fn reader(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::ConfirmReader => (
            format!("E-posta adresinizi onaylayın: {n}"),
            vec![
                format!("Biri ‘{n}’ anketinin sonucu için e-posta istedi."),
                "Bu siz miydiniz? O zaman bağlantıyı açın ve düğmeye basın.".to_owned(),
                "Siz değil miydiniz? O zaman bir şey yapmayın. Adresinizi 7 gün sonra sileriz.".to_owned(),
            ],
        ),
        _ => (
            format!("Anketin sonucu: {n}"),
            vec![
                format!("‘{n}’ anketinin sonucu belli oldu."),
                "Ne duyduğumuzu, ne yaptığımızı ve sizin ne yapabileceğinizi okursunuz.".to_owned(),
                "Bu anket için tek e-posta budur. Adresinizi şimdi sildik.".to_owned(),
            ],
        ),
    }
}

fn pledge(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::PledgeReceived => (
            "Mahallenizdeki bir girişime katılıyorsunuz".to_owned(),
            vec![
                "Katılmak istediğiniz için teşekkürler. Girişimi düşünen kişi ne yapabileceğinizi okur. Evet derse birbirinize mesaj gönderebilirsiniz.".to_owned(),
                "E-posta adresinizi kimse görmez. Bunu siz doldurmadınız mı veya vaz mı geçtiniz? Teklifi kendi sayfanızda geri çekin. O zaman adresinizi sileriz.".to_owned(),
            ],
        ),
        MailKind::PledgeNews => (
            "Katılma teklifinizle ilgili haber var".to_owned(),
            vec![
                "Mahallenizdeki bir girişime katılma teklifinizle ilgili haber var.".to_owned(),
                ON_YOUR_PAGE.to_owned(),
            ],
        ),
        _ => (
            format!("Biri fikrinize katılmak istiyor ({n})"),
            vec![
                format!("{n} numaralı fikrinize katılmak isteyen birinden bir teklif veya mesaj var."),
                "Bunu kendi sayfanızda okursunuz. Adınızı ve e-posta adresinizi kimse görmez.".to_owned(),
            ],
        ),
    }
}

fn question(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::QuestionReceived => (
            "Deneyimli birine soru sordunuz".to_owned(),
            vec![
                "Bunu daha önce yapmış bir mahalle sakini sorunuzu okur. Evet derse birbirinize mesaj gönderebilirsiniz.".to_owned(),
                "E-posta adresinizi kimse görmez. Bunu siz doldurmadınız mı veya vaz mı geçtiniz? Soruyu kendi sayfanızda geri çekin. O zaman adresinizi sileriz.".to_owned(),
            ],
        ),
        MailKind::QuestionNews => (
            "Deneyimli birine sorduğunuz soruyla ilgili haber var".to_owned(),
            vec!["Bunu daha önce yapmış bir mahalle sakinine sorduğunuz soruyla ilgili haber var.".to_owned(), ON_YOUR_PAGE.to_owned()],
        ),
        _ => (
            format!("Biri bunu nasıl yaptığınızı soruyor ({n})"),
            vec![
                format!("{n} numaralı fikriniz için aynısını isteyen birinden bir soru veya mesaj var."),
                "Bunu kendi sayfanızda okursunuz. Cevap vermek zorunda değilsiniz. Adınızı ve e-posta adresinizi kimse görmez.".to_owned(),
            ],
        ),
    }
}
