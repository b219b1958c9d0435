//! What forms and the programs draw with.

use shared::sentence::{Counted, Sentence};
use shared::text::Language;

use super::super::dates::Dates;
use super::super::drafts::Drafts;
use super::super::outcome::OutcomeMail;
use super::super::place::Place;
use super::super::poll::Poll;
use super::super::poll_check::PollCheck;
use super::super::privacy::{self, Privacy};
use super::super::propose::Propose;
use super::super::receipt::Receipt;
use super::super::remember::Remember;
use super::super::site::Site;
use super::super::too_late::TooLate;
use super::super::trouble::Trouble;
use super::super::watch::Watch;

pub(in crate::texts) static SITE: Site = Site {
    name: "Buurtstem",
    name_of: Sentence::new("Buurtstem {0}"),
    comma: ", ",
    and: " ve ",
    next: "İleri",
    back: "Geri",
    change: "Değiştir",
    optional: "zorunlu değil",
    choose_in: "İçinden seçin:",
    nothing_filled_in: "Boş bırakıldı",
    yes: "Evet",
    no: "Hayır",
    faults_title: "Henüz doğru olmayan bir şey var",
    fault_prefix: "Hata:",
    waiting: "Bir dakika…",
    copied: "Kopyalandı",
};

pub(in crate::texts) static DATES: Dates = Dates {
    date: Sentence::new("{0} {1} {2}"),
    months: [
        "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
    ],
};

pub(in crate::texts) static TROUBLE: Trouble = Trouble {
    not_found: "Bu sayfa yok",
    not_found_text: "Adres tam doğru olmayabilir veya sayfa kaldırılmış olabilir.",
    unavailable: "Şu anda olmuyor",
    unavailable_text: "Bu bizim hatamız. Birkaç dakika sonra yeniden deneyin. Daha önce gönderdikleriniz saklandı.",
    to_home: "İlk sayfaya git",
    offline: "Bağlantı yok",
    offline_text: "Her şeyin bize ulaşıp ulaşmadığını bilmiyoruz. Yazdıklarınız hâlâ duruyor. İnternetiniz olup olmadığına bakın ve düğmeye yeniden basın. Yalnız bir kez sayılır.",
    kept: "Yazdıklarınız hâlâ duruyor.",
};

pub(in crate::texts) static PRIVACY: Privacy = Privacy {
    title: "Metninize bir kez daha bakın",
    part: Sentence::new("‘{0}’: {1}"),
    advice: privacy::advice(Language::Tr),
};

pub(in crate::texts) static PLACE: Place = Place {
    title: "Mahallenin adını bilmiyor musunuz? Posta koduyla arayın",
    lead: "Yalnız mahalleyi saklarız. Posta kodunu saklamayız.",
    postcode: "Posta kodu",
    postcode_hint: "Örneğin 1234 AB",
    number: "Ev numarası",
    number_hint: "Bu posta kodu birden fazla mahallede var. Ev numarasıyla hangisi olduğunu anlarız.",
    find: "Mahalleyi bul",
    found: Sentence::new("Mahalle: {0}"),
    found_hint: "Doğru mu? O zaman sonraki adıma geçin. Doğru değil mi? Mahalleyi listeden seçin.",
    not_a_postcode: "Bu bir posta kodu değil. Posta kodu örneği: 1234 AB.",
    not_a_number: "Bu bir ev numarası değil. Bir sayı yazın, örneğin 12.",
    number_unknown: "Bu posta kodunda bu ev numarasını bilmiyoruz. Doğru mu diye bakın veya mahalleyi listeden seçin.",
    unknown: "Bu belediyede bu posta kodunu bilmiyoruz. Doğru mu diye bakın veya mahalleyi listeden seçin.",
    not_offered: "Bu posta kodu, burada seçilemeyen bir mahallede. Listeden bir mahalle seçin.",
    no_answer: "Arama şu anda olmuyor. Yeniden deneyin veya mahalleyi listeden seçin.",
};

pub(in crate::texts) static POLL: Poll = Poll {
    progress: Sentence::new("Soru {0} / {1}"),
    skip: "Bu soruyu atla",
    choose_several: "Birden fazla cevap seçebilirsiniz.",
    choose_at_most: Counted::new(Language::Tr, "{0} tane seçin.|En fazla {0} tane seçin."),
    text_hint: "Lütfen isim, adres veya telefon numarası yazmayın.",
    other: Sentence::new("‘{0}’ seçeneğini mi seçtiniz? O zaman ne demek istediğinizi yazın."),
    no_opinion: "Fikrim yok",
    rank_all: Sentence::new("Her cevaba bir sıra verin. Sizin için en önemlisi 1. sıra, en az önemlisi {0}. sıra."),
    rank_some: Sentence::new("{0} tane seçin. Sizin için en önemlisi 1. sıra, sonra 2. sıradan {0}. sıraya kadar."),
    place: Sentence::new("{0}. sıra"),
    no_place: "Sıra yok",
    higher: "Yukarı",
    lower: "Aşağı",
};

pub(in crate::texts) static POLL_CHECK: PollCheck = PollCheck {
    above: "Anket",
    area: "Hangi mahallede oturuyorsunuz?",
    area_hint: "Böylece mahalleler arasında fark olup olmadığını görürüz. Önce semtinizi seçin.",
    area_none: "Söylemek istemiyorum",
    check_above: "Neredeyse bitti",
    check: "Cevaplarınız doğru mu?",
    privacy_text: "Böyle gönderebilirsiniz, ama yazmamanız daha iyi. Cevabınızı görevliler okur.",
    check_lead: "Şimdi hâlâ her şeyi değiştirebilirsiniz.",
    skipped: "Atlandı",
    send: "Cevaplarımı gönder",
    send_note: "Gönderdikten sonra bir şey değiştiremezsiniz. Adınızı vermeden katılıyorsunuz. Bu yüzden hangi cevapların sizin olduğunu bilmiyoruz.",
    to_poll: "Anket sayfasına git",
    scale_answer: Sentence::new("{0} (1 ile {1} arasında)"),
};

pub(in crate::texts) static TOO_LATE: TooLate = TooLate {
    not_counted: "Cevaplarınız sayılmadı.",
    filled_in: "Bunları doldurmuştunuz",
    filled_in_hint: "Bunları saklamadık. Yalnız bu ekranda duruyor.",
    can_still: "Bunları hâlâ yapabilirsiniz",
    can_read: "Anket sayfasında başkalarının ne cevap verdiğini ve bununla ne yaptığımızı okursunuz.",
    can_propose: "Mahalleniz hakkında söylemek istediğiniz bir şey mi var? Her zaman bir fikir gönderebilirsiniz.",
    to_idea: "Fikrinizi gönderin",
};

pub(in crate::texts) static PROPOSE: Propose = Propose {
    title: "Mahalle için fikriniz",
    lead: "Ne istediğinizi anlatın. Doğru kuruluşa ulaşmasını biz sağlarız.",
    danger_title: "Şu anda tehlike var mı? 112’yi arayın",
    danger_not_read: "Bu formu hemen okumuyoruz.",
    danger_police: "Polise ihtiyacınız var ama acil değil mi? Arayın:",
    danger_anonymous: "Adınızı vermeden bir suçu bildirmek mi istiyorsunuz? Arayın:",
    progress: Sentence::new("Adım {0} / {1}"),
    what: "Fikriniz nedir?",
    what_hint: "Ne istiyorsunuz ve nerede? Bir şey mi oluyor? O zaman ne zaman ve ne kadar sık olduğunu da yazın. Lütfen isim veya ev numarası yazmayın.",
    why: "Bu sizin için neden önemli?",
    topic: "Konu nedir?",
    topic_hint: "En uygun olanı seçin.",
    topic_other: Sentence::new("‘{0}’ hakkında başka bir şey"),
    topic_unknown: "Bilmiyorum",
    topic_unknown_hint: "O zaman belediye size en iyi kimin yardım edebileceğini araştırır.",
    area: "Hangi mahalleyle ilgili?",
    area_hint: "Önce semti seçin.",
    area_whole: Sentence::new("Bütün {0}"),
    together: "Kim ne yapar?",
    together_lead: "Mahalle sakinleri kendileri de bir şey yapınca birçok fikir daha iyi olur. Ama şart değil.",
    we_do: "Siz kendiniz veya komşularınızla birlikte ne yaparsınız?",
    we_do_hint: "Örneğin: çiçekleri biz sularız.",
    we_need: "Bunun için başkalarından neye ihtiyacınız var?",
    we_need_hint: "Örneğin: izin, malzeme, biraz para veya birlikte düşünecek biri.",
    only_inform: "Bunu kendimiz yapıyoruz, yalnız bilmeniz yeterli",
    only_inform_hint: "O zaman haberimiz olduğuna dair bir mesaj alırsınız.",
    only_inform_legend: "Bir şeye ihtiyacınız yok mu?",
    answer: "Cevabı nasıl almak istersiniz?",
    answer_lead: "Birazdan kişisel bir kod alırsınız. Bu kodla fikrinizin ne durumda olduğunu her zaman görürsünüz.",
    email: "E-posta adresiniz",
    email_hint: "Haber olduğunda e-posta almak ister misiniz? O zaman adresinizi yazın. Adresi yalnız bu fikir için kullanırız. Fikrinizi okuyan kuruluşlar adresinizi görmez.",
    public_legend: "Diğer mahalle sakinleri fikrinizi görebilir mi?",
    public: "Evet, fikrim web sitesinde yayımlanabilir",
    public_hint: "Adınız olmadan. Önce biz okuruz.",
    check: "Her şey doğru mu?",
    goes_to: Sentence::new("Fikrinizin gideceği yer: {0}"),
    supporting_one: Sentence::new("{0} da takip edecek."),
    supporting_more: Sentence::new("{0} da takip edecek."),
    answer_by: Sentence::new("En geç {0} tarihinde bizden haber alırsınız."),
    route_unknown: "Fikrinizi kimin alacağını şu anda gösteremiyoruz. Yine de gönderebilirsiniz. Sonra hemen görürsünüz.",
    privacy_text: "Böyle gönderebilirsiniz, ama metniniz bunlar olmadan daha iyi olabilir. Yazdıklarınızı başkaları okur.",
    summary: "Bunları gönderiyorsunuz",
    send: "Fikrimi gönder",
};

pub(in crate::texts) static WATCH: Watch = Watch {
    legend: "Konu mahalle gözetimi mi?",
    label: "Evet, mahalleye birlikte dikkat etmek istiyoruz",
    hint: "Örneğin bir mesaj grubuyla veya mahallede yürüyerek. O zaman belediye sizinle kurallar belirler: polisi ne zaman aradığınız, kimsenin kendisinin müdahale etmediği ve kimsenin insanların fotoğrafını çekmediği. Ancak ondan sonra bu web sitesinde yayımlanır.",
};

pub(in crate::texts) static RECEIPT: Receipt = Receipt {
    title: "Teşekkürler! Fikriniz bize ulaştı",
    number: Sentence::new("Fikrinizin numarası: {0}."),
    code_title: "Kişisel kodunuz",
    code_keep: "Fikrinizi bu kodla takip edersiniz. Kodu bir yere yazın veya bağlantıyı saklayın: kodu bir daha veremeyiz.",
    code_private: "Bu kod yalnız sizin için. Kimseyle paylaşmayın.",
    link: "Kişisel bağlantınız",
    copy: "Bağlantıyı kopyala",
    print: "Bu sayfayı yazdır",
    next_title: "Şimdi ne olacak?",
    next_reads: Sentence::new("Fikrinizi {0} okur, {1}."),
    next_answer: Sentence::new("En geç {0} tarihinde bizden haber alırsınız."),
    next_follow: "Ne durumda olduğuna kodunuzla istediğiniz zaman bakın.",
    next_mail: "Haber olduğunda bir e-posta alırsınız.",
    follow: "Fikrinizi takip edin",
};

pub(in crate::texts) static DRAFTS: Drafts = Drafts {
    keep: "Yazdıklarımı bu cihazda sakla",
    hint: "Böylece daha sonra devam edebilirsiniz. 7 gün sonra silinir. Gönderince veya bu kutuyu boşaltınca da silinir. Başkalarının da kullandığı bir cihazda bunu yapmayın.",
};

pub(in crate::texts) static REMEMBER: Remember = Remember {
    remember: "Cevap verdiğimi bu cihazda hatırla",
    hint: "Buraya yeniden geldiğinizde bunu görürsünüz. Yalnız gün hatırlanır, verdiğiniz cevaplar değil, en fazla bir yıl. Biz bunu görmeyiz. Bu cihazı kullanan başkaları görebilir.",
    title: "Bu anketi zaten doldurdunuz",
    on: ("Tarih: ", ", bu cihazda. Teşekkürler! Bir daha yapmanız gerekmez."),
    others: "Evinizde başka biri de katılmak istiyor mu? Bu cihazda katılabilir.",
    forget: "Artık hatırlama",
    forgotten: "Bu cihaz artık hatırlamıyor.",
};

pub(in crate::texts) static OUTCOME: OutcomeMail = OutcomeMail {
    title: "Sonuç belli olunca bana haber gönder",
    text: "Sonuç belli olunca size tek bir e-posta göndeririz. Sonra e-posta adresinizi sileriz.",
    email: "E-posta adresiniz",
    hint: "Adresiniz cevaplarınızdan ayrı durur. Kimse ne cevap verdiğinizi göremez.",
    send: "Sonucu bana gönder",
    asked_title: "Şimdi e-postanıza bakın",
    asked: "Size bağlantılı bir e-posta gönderiyoruz. O bağlantıyı açın ve e-posta adresinizi onaylayın. Bunu 7 gün içinde yapmazsanız adresinizi sileriz.",
};
