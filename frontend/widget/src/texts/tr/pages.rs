//! The first page, the pages of a poll and those of public ideas.

use shared::case::PublicStatus;
use shared::poll::Influence;
use shared::proposal::ProposalKind;
use shared::sentence::{Counted, Sentence};
use shared::text::Language;

use super::super::around::Around;
use super::super::poll_intro::PollIntro;
use super::super::{Corrections, Home, Initiatives, OpenData, Report, Results, Thanks, number};

pub(in crate::texts) static AROUND: Around = Around {
    skip: "Doğrudan içeriğe git",
    languages: "Dil",
    home: "Başa dön",
    questions_title: "Sorunuz mu var?",
    call: "Belediyeyi arayın:",
    privacy: "Bu sayfa çerez kullanmaz ve sizi takip etmez.",
    to_privacy: "Gizliliğiniz",
    to_accessibility: "Erişilebilirlik",
    contact_person: "Belediyedeki irtibat kişiniz:",
};

pub(in crate::texts) static HOME: Home = Home {
    title: "Mahalleniz için söz sizde",
    lead: "Görüşünüzü bildirin, bir fikir gönderin ve ne yapıldığını görün. Hesap açmanız gerekmez.",
    polls: "Görüşünüzü bildirin",
    no_polls: "Şu anda açık bir anket yok.",
    no_polls_hint: "Ama her zaman bir fikir gönderebilirsiniz.",
    take_part: "Katılın",
    open_until: |date| format!("{date} sonuna kadar açık"),
    idea_title: "Mahalleniz için bir fikriniz var mı?",
    idea_text: "Büyük veya küçük: ayrıntılı yazmanız gerekmez. Fikrinizi kimin alacağını ve ne zaman cevap alacağınızı önceden görürsünüz.",
    idea_button: "Fikrinizi gönderin",
    initiatives: "Mahalle sakinlerinin fikirleri",
    all_initiatives: "Bütün fikirlere bakın",
    reports: "Cevaplarınızla ne yapıyoruz?",
    reports_text: "Bu anketler kapandı.",
    reported: "Sonucu ve ne yaptığımızı okuyun",
    report_awaited: |date| format!("Ne yaptığımızı en geç {date} tarihinde okursunuz"),
    report_late: |date| {
        format!("Ne yaptığımızı en geç {date} tarihinde okuyacaktınız. Yetiştiremedik. Üzerinde hâlâ çalışıyoruz")
    },
    feed: "Mahallenizin haberlerini takip edin",
    closed: "Kapandı",
    follow_title: "Daha önce bir şey gönderdiniz mi?",
    follow_text: "Kişisel kodunuzla ne durumda olduğunu görürsünüz.",
    follow_link: "Fikrinizi takip edin",
};

pub(in crate::texts) static POLL_INTRO: PollIntro = PollIntro {
    questions: Counted::new(Language::Tr, "{0} soru|{0} soru"),
    minutes: Counted::new(Language::Tr, "{0} dakika|{0} dakika"),
    size: Sentence::new("{0}, yaklaşık {1}"),
    what_for: "Cevaplarınızla ne yapılacak?",
    influence: |influence| match influence {
        Influence::Inform => {
            ("Bilgi almak", "Mahallede durumun nasıl olduğunu bilmek istiyoruz. Cevaplarınız bize yardımcı olur.")
        }
        Influence::Advise => {
            ("Birlikte düşünmek", "Bir karar verirken cevaplarınızı dikkate alırız. Sonra nasıl olduğunu anlatırız.")
        }
        Influence::Decide => ("Birlikte karar vermek", "Çoğunluk neyi seçerse onu yapacağız."),
    },
    report_promise: Sentence::new("Bu anket {0} sonuna kadar açık. Sonra ne yaptığımızı bu sayfada okursunuz."),
    anonymous: "Adınızı vermeden katılırsınız. Adınızı sormayız ve çerez kullanmayız.",
    for_areas: Sentence::new("Burada oturanlar için: {0}."),
    other_language: "Bu anket Türkçe değil. Anketi Hollandaca okuyorsunuz.",
    not_open_yet: Sentence::new("Bu anket {0} tarihinde başlıyor."),
};

pub(in crate::texts) static THANKS: Thanks = Thanks {
    title: "Teşekkürler! Cevaplarınız bize ulaştı",
    lead: "Mahalleniz için düşündüğünüze sevindik.",
    next_title: "Şimdi ne olacak?",
    next_open: |date| format!("Anket {date} sonuna kadar açık kalır."),
    next_count: "Sonra bütün cevapları sayarız. Küçük grupları ayrı göstermeyiz.",
    next_report: "Anket sayfasında ne yaptığımızı, kimin yaptığını ve sizin ne yapabileceğinizi okursunuz.",
    contact_title: "Biriyle konuşmak ister misiniz?",
    contact_text: "Belediyedeki irtibat kişiniz:",
    nearby: "Mahalle sakinleri şunları yapıyor",
    share_title: "Komşularınızı da katılmaya davet edin",
    share_hint: "Bu mesajı komşularınıza gönderin:",
    share_text: |title, link| {
        format!(
            "‘{title}’ anketine katıldım. Siz de katılır mısınız? Birkaç dakika sürer ve adınızı vermeniz gerekmez. {link}"
        )
    },
    share_button: "Bu mesajı kopyala",
};

pub(in crate::texts) static CORRECTIONS: Corrections = Corrections {
    title: "Bu ankette düzeltilenler",
    corrected_on: |date| format!("Tarih: {date}"),
    title_was: "Başlık önce şöyleydi:",
    intro_was: "Giriş metni önce şöyleydi:",
    question_was: |number| format!("{number}. soru önce şöyleydi:"),
    answers: |number| format!("{number}. sorunun cevapları başka türlü yazıldı."),
};

pub(in crate::texts) static OPEN_DATA: OpenData = OpenData {
    title: "Sayıları indirin",
    text: "Kendiniz hesaplamak ister misiniz? Bu sayıları herkes kullanabilir. Küçük gruplar içinde yoktur.",
    csv: "Hesap tablosu için sayılar (CSV)",
    json: "Program için sayılar (JSON)",
    code_book: "Kodların açıklaması (CSV)",
};

const TOOK_PART: Counted = Counted::new(Language::Tr, "{0} kişi katıldı.|{0} kişi katıldı.");

pub(in crate::texts) static RESULTS: Results = Results {
    closed_on: |date| format!("Kapandığı tarih: {date}"),
    report_awaited_title: "Cevaplar üzerinde hâlâ çalışıyoruz",
    report_awaited: |date| match date {
        Some(date) => format!("Bunlarla ne yaptığımızı en geç {date} tarihinde burada okursunuz."),
        None => "Bunlarla ne yaptığımızı yakında burada okursunuz.".to_owned(),
    },
    report_late_title: "Cevabımızda geç kaldık",
    report_late: |date| {
        format!(
            "Bunlarla ne yaptığımızı en geç {date} tarihinde burada okuyacaktınız. Yetiştiremedik. Üzerinde hâlâ çalışıyoruz. Bunun için bizi arayabilirsiniz."
        )
    },
    title: "Sonuç",
    ballots: |count| match count {
        Some(1) => TOOK_PART.with(Language::Tr, 1),
        Some(count) => format!("{} kişi katıldı.", number(Language::Tr, count)),
        None => "Sayıları gösteremeyecek kadar az kişi katıldı.".to_owned(),
    },
    as_of: |date| format!("Sayıldığı tarih: {date}."),
    sample_title: "Bu sayıları dikkatle okuyun",
    sample: "Herkes katılabilirdi. Katılanlar rastgele seçilmiş bir grup değil. Bu yüzden sayılar bütün mahalle için geçerli olmayabilir.",
    hidden: "Gösterilmiyor",
    open_text: "Bu soruda kendiniz bir şey yazabiliyordunuz. Bu cevapları görevliler okur. Bu sayfada yayımlamayız.",
    margin_title: "Hata payı nedir?",
    margin_text: "Hata payı, bir sayının ne kadar kesin olduğunu gösterir. Cevap ne kadar azsa hata payı o kadar büyüktür. İki cevabın hata payı hemen hemen aynıysa, aralarında belirgin bir fark yoktur.",
    answer: "Cevap",
    number: "Sayı",
    share: "Oran",
    margin_column: "Hata payı",
    mean: "Ortalama",
    mean_margin: |mean, low, high| format!("{mean} (hata payı {low} – {high})"),
    represent: "Kimler katıldı?",
    represent_note: "15 yaş ve üstü bütün sakinlerle karşılaştırıldı.",
    under: "Daha az katılanlar",
    over: "Daha çok katılanlar",
    alike: "Bütün gruplar aşağı yukarı aynı oranda katıldı.",
    compared: |answered, live| format!("Cevapların %{answered} kadarı, sakinlerin %{live} kadarı"),
    per_group: "Gruplara göre sayılar",
    per_group_note: "Yalnız bunu söylemek isteyenlerden ve yalnız 10 kişi veya daha büyük gruplardan.",
    per_area: "Mahallelere göre sayılar",
    area_table: |area| format!("Cevaplar: {area}"),
    everybody: "Herkes",
    none: "Henüz sayı yok.",
    not_visible: "Sonuç, bununla ne yaptığımızla birlikte burada yayımlanır.",
};

pub(in crate::texts) static REPORT: Report = Report {
    title: "Cevaplarınızla ne yapıyoruz?",
    published_on: |date| format!("Yazıldığı tarih: {date}"),
    heard: "Sizden duyduklarımız",
    per_question: "Her soru için",
    we_do: "Biz ne yapıyoruz",
    by_when: |date| format!("Bitiş: {date}"),
    we_do_not: "Neyi yapmıyoruz ve neden",
    you_can: "Siz ne yapabilirsiniz",
    to_site: |host| format!("Devamını okuyun: {host}"),
    to_initiative: "Bu fikre bakın:",
};

pub(in crate::texts) static INITIATIVES: Initiatives = Initiatives {
    title: "Mahalle sakinlerinin fikirleri",
    lead: "Mahalleden fikirler ve girişimler, ve onlarla ne yapıldığı. İsim olmadan.",
    empty: "Bu sayfada henüz fikir yok.",
    empty_hint: "Belki ilki sizinki olur?",
    kind,
    status: |status| match status {
        PublicStatus::Received => "Alındı",
        PublicStatus::WithPartner => "İşlemde",
        PublicStatus::QuestionForYou => "Sakine soru soruldu",
        PublicStatus::Planned => "Planlandı",
        PublicStatus::InProgress => "Üzerinde çalışıyoruz",
        PublicStatus::Done => "Bitti",
        PublicStatus::NotDone => "Bunu yapmıyoruz",
        PublicStatus::LookingAgain => "Yeniden bakıyoruz",
        PublicStatus::Withdrawn => "Geri çekildi",
        PublicStatus::PassedOn => "Başka yere iletildi",
        PublicStatus::Merged => "Başka bir numarayla devam ediyor",
    },
    area: "Mahalle",
    topic: "Konu",
    partner: "Bunu kim üstleniyor?",
    what: "Fikir",
    why: "Neden",
    we_do: "Sakinlerin kendilerinin yaptığı",
    we_need: "Bunun için gerekenler",
    timeline: "Neler oldu?",
    news: "Haberleri takip edin",
    news_hint: "Bir haber okuyucuyla (Atom) yenilikleri kendiliğinden görürsünüz.",
    follow: |name| format!("Haberler: {name}"),
    own_title: "Sizin de bir fikriniz var mı?",
    own_text: "Ayrıntılı yazmanız gerekmez.",
};

pub(in crate::texts) const fn kind(kind: ProposalKind) -> &'static str {
    match kind {
        ProposalKind::Idea => "Fikir",
        ProposalKind::Initiative => "Mahalle sakinlerinin girişimi",
        ProposalKind::Notice => "Sakinler bunu kendileri yapıyor",
        ProposalKind::NeighbourhoodWatch => "Mahalle gözetimi",
    }
}
