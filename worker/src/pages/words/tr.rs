//! Türkçe: the pages that the Worker alone draws. Not proof-read by a native speaker yet.

use shared::area::AreaKind;

use super::area;
use crate::pages::{feed, news, paper, proved::Step, report_reader};

/// The root of the address: its title, and where to go.
pub(in crate::pages) const START: (&str, &str) = ("Buurtstem", "Buurtstem’i belediyenizin web sitesinde bulursunuz.");

pub(in crate::pages) const AREA: area::Words = area::Words {
    kind: |kind| match kind {
        AreaKind::Wijk => "Semt",
        AreaKind::Buurt => "Mahalle",
        AreaKind::Complex => "Konut binası",
    },
    kind_in: |kind, place| format!("{kind}, {place}"),
    lead: "Neler oluyor, mahalle sakinleri ne yapıyor ve kime sorabilirsiniz.",
    polls: "Size sorular",
    no_polls: "Burada şu anda anket yok. Mahallenizin haberlerini takip edin, bir anket olunca öğrenirsiniz.",
    to_news: "Haberleri takip edin",
    open_until: |day| format!("{day} sonuna kadar açık"),
    reported: "Bitti: bununla ne yaptığımızı okuyun",
    closed: "Kapandı",
    initiatives: "Mahalle sakinlerinin fikirleri",
    no_initiatives: "Burası için web sitesinde henüz fikir yok. İlk siz olabilirsiniz. Bir öneri gönderin veya önce \
                     aşağıdaki listeden birini arayın.",
    done: "Bunlar başarıldı",
    nothing_done: "Burada henüz tamamlanan bir şey yok. Başka bir mahallede çoğu zaman bir şey başarılmıştır.",
    experience: "Başkalarının bunu nasıl yaptığını bilmek ister misiniz? İrtibat kişilerimiz sizi deneyimli kişilerle buluşturur.",
    to_contacts: "Kime sorabileceğinize bakın",
    contacts: "Kime sorabilirsiniz?",
    danger: "Şu anda tehlike var mı? 112’yi arayın. Polise ihtiyacınız var ama acil değil mi? 0900-8844’ü arayın.",
    no_contacts: "Burası için henüz adı yazan biri yok. Belediyeyi arayın: sizin için doğru kişiyi bulur.",
    contact_person: "Belediyedeki irtibat kişiniz:",
    call: "Arayın:",
    own_title: "Burası için bir fikriniz var mı?",
    own_text: "Küçük de olabilir. Kimin ilgilendiğini bilmeniz gerekmez: biz araştırırız. Kimin üstlendiğini ve ne zaman cevap alacağınızı bizden öğrenirsiniz.",
    propose: "Öneri gönderin",
    near: "Başka yerler ve haberler",
    feed: |name| format!("Haber okuyucuyla (Atom) takip edin: {name}"),
    home: "Başa dön",
};

pub(in crate::pages) const FEED: feed::Words = feed::Words {
    feed: |name| format!("Haberler: {name}"),
    about: |topic, name| format!("{topic}: haberler, {name}"),
    open: "Katılın:",
    asked: "Sorduk:",
    reported: "Cevaplarınızla ne yapıyoruz?",
    idea: "Mahalleden fikir:",
    news: "Haber:",
    answer: "Cevap:",
};

pub(in crate::pages) const NEWS: news::Words = news::Words {
    title: "Mahallenizin haberlerini takip edin",
    reader: "Haber okuyucuyla",
    lead: "Bir haber okuyucu size yenilikleri gösterir: anketler, cevaplar ve mahalleden fikirler. E-posta adresi \
           bırakmanız gerekmez.",
    how: "Neyi takip etmek istediğinizi seçin. Bağlantının adresini kopyalayın ve haber okuyucunuza (Atom) yapıştırın. \
          Semtin veya mahallenin adı o yerin sayfasına götürür.",
    whole: |name| format!("Bütün haberler: {name}"),
    by_area: "Semtiniz veya mahalleniz",
    feed_of: |name| format!("haberleri takip edin: {name}"),
    by_topic: "Bir konu",
};

pub(in crate::pages) static PAPER: paper::Words = paper::Words {
    until: |day| format!("{day} sonuna kadar katılabilirsiniz."),
    bring: "Bu formu belediyenin danışmasına verin.",
    anonymous: "Adınızı vermeden katılırsınız. Bu forma adınızı ve adresinizi yazmayın.",
    online: "İnternetten mi doldurmak istersiniz? Adres:",
    print: "Bu sayfayı tarayıcınızın ‘Yazdır’ düğmesiyle yazdırın. Görevliler cevapları ankete girer.",
    one: "Bir cevabı işaretleyin.",
    skip: "Bu soruyu atlayabilirsiniz.",
    several: "Birden fazla cevabı işaretleyebilirsiniz.",
    at_most: |max| format!("En fazla {max} cevabı işaretleyin."),
    each_line: "Her satırda bir cevabı işaretleyin.",
    order: |places| {
        format!(
            "Satırların önüne 1 ile {places} arasındaki sayıları yazın. Her sayıyı bir kez kullanın. 1 en önemlisidir."
        )
    },
    write: "Cevabınızı yazın. İsim, ev numarası veya telefon numarası yazmayın.",
    no_opinion: "Fikrim yok",
    means: "anlamı:",
    or: " veya ‘",
    values: |from, to| if from == to { from.to_string() } else { format!("{from} – {to}") },
    only_if: |number| format!("Yalnız {number}. soruda şunu seçtiyseniz: "),
    area: "Hangi mahallede oturuyorsunuz?",
    thanks: "Teşekkürler!",
    questions: |phone| format!("Sorunuz mu var? Arayın: {phone}"),
    code: |code| format!("Bu anketin kodu: {code}."),
};

pub(in crate::pages) const READER: report_reader::Words = report_reader::Words {
    confirm: Step {
        title: "Sonuç için e-posta ister misiniz?",
        lead: "Düğmeye basın. O zaman anketin sonucu belli olunca size tek bir e-posta göndeririz. Sonra e-posta \
               adresinizi sileriz. Adresiniz cevaplarınızdan ayrı durur.",
        what: None,
        button: "Evet, e-postayı gönder",
        done_title: "Sonuç için bir e-posta alırsınız",
        done: "Sonuç belli olunca tek bir e-posta alırsınız. Sonra e-posta adresinizi sileriz.",
    },
    stop: Step {
        title: "E-posta almaktan vazgeçtiniz mi?",
        lead: "Düğmeye basın. O zaman e-posta adresinizi sileriz. Sonucu sitede de okuyabilirsiniz.",
        what: None,
        button: "E-posta adresimi sil",
        done_title: "E-posta almazsınız",
        done: "E-posta adresinizi sildik. Sonucu anketin sayfasında okursunuz.",
    },
    gone_title: "Bu bağlantı artık çalışmıyor",
    gone: "E-posta adresinizi zaten sildik. Bunu 7 gün sonra veya e-postayı aldığınızda yaparız. Yine de e-posta ister \
           misiniz? Ankete gidin ve yeniden isteyin.",
};

pub(in crate::pages) const STOP: Step = Step {
    title: "Artık mesaj istemiyor musunuz?",
    lead: "Şimdi fikrinizle ilgili bir şey olunca e-posta alırsınız.",
    what: Some(
        "‘Mesajları durdur’ seçerseniz e-posta adresinizi sileriz. Fikrinizle çalışmaya devam ederiz. Fikrinizi kodunuzla \
           takip edebilirsiniz. Bu yüzden kodu iyi saklayın.",
    ),
    button: "Mesajları durdur",
    done_title: "Artık mesaj almazsınız",
    done: "E-posta adresinizi sildik. Fikrinizi kodunuzla takip edebilirsiniz.",
};

pub(in crate::pages) const STOP_PLEDGE: Step = Step {
    title: "Artık mesaj istemiyor musunuz?",
    lead: "Şimdi katıldığınız girişimle ilgili bir mesaj olunca e-posta alırsınız.",
    what: Some(
        "‘Mesajları durdur’ seçerseniz e-posta adresinizi sileriz. Katılmaya devam edersiniz. Mesajları kodunuzla \
           okursunuz. Bu yüzden kodu iyi saklayın. Artık katılmak istemiyor musunuz? Bunu kendi sayfanızda yaparsınız.",
    ),
    button: "Mesajları durdur",
    done_title: "Artık mesaj almazsınız",
    done: "E-posta adresinizi sildik. Mesajları kodunuzla kendi sayfanızda okursunuz.",
};
