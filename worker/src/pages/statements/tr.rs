//! Türkçe: gizlilik ve erişilebilirlik. Not proof-read by a native speaker yet.

use super::{Link, Part, Statement, Words};

pub(super) const WORDS: Words = Words { privacy: PRIVACY, accessibility: ACCESSIBILITY };

const PRIVACY: Statement = Statement {
    title: "Gizliliğiniz",
    lead: "Sizden neyi ne kadar süre saklıyoruz ve bu konuda hangi haklarınız var.",
    parts: &[
        Part {
            title: "Sadece bakıyorsanız",
            paragraphs: &[
                "Sizden hiçbir şey saklamayız. Çerez yoktur ve başka bir şirket sizi izlemez. Sadece bir web sitesinin bu \
                           sayfaları kaç kez gösterdiğini sayarız.",
            ],
        },
        Part {
            title: "Bir ankete katılıyorsanız",
            paragraphs: &[
                "Cevaplarınızı, söylerseniz mahallenizi ve günü saklarız. Adınızı, adresinizi veya cihazınızı saklamayız. \
                 Hangi cevabın sizin olduğunu kimse göremez.",
                "Bir rakam her zaman 10 veya daha fazla kişiyle ilgilidir. Kendi sözlerinizle yazdıklarınızı sadece görevliler \
                 okur. Bu yüzden isim yazmayın.",
                "Sonucu e-posta ile almak ister misiniz? O zaman e-posta adresinizi cevaplarınızdan ayrı tutarız. E-posta \
                 gönderilince, gönderilmezse sonuçtan 30 gün sonra sileriz.",
            ],
        },
        Part {
            title: "Bir öneri gönderiyorsanız",
            paragraphs: &[
                "Metninizi önerinizle ilgilenen kurum, ona yardım eden kurumlar ve belediye okur. Ancak siz isterseniz ve bir \
                 görevli okuduysa web sitesinde yayımlanır. Adınız hiçbir zaman yazmaz.",
                "E-posta adresi vermek zorunda değilsiniz. Verirseniz şifreli olarak saklarız ve kimse görmez. Onu önerinizin \
                 sayfasında kendiniz silersiniz.",
                "Metnin de silinmesini ister misiniz? Bunu belediyeye sorun.",
            ],
        },
        Part {
            title: "Başka birine yardım ediyorsanız",
            paragraphs: &[
                "Aranızdaki mesajlar bu web sitesi üzerinden gider. Karşınızdaki kişi e-posta adresinizi görmez, siz de \
                           onunkini görmezsiniz. İstediğiniz zaman bırakabilirsiniz.",
            ],
        },
        Part {
            title: "Kendi cihazınızda",
            paragraphs: &[
                "Cihazınız ancak siz isterseniz bir şey saklar: bir ankete katıldığınızı (en fazla bir yıl) veya \
                           yazmakta olduğunuzu (en fazla 7 gün). Hiçbir yere gönderilmez. Bir düğmeye basarak silersiniz.",
                "Bu cihazda bildirimleri açarsanız, tarayıcınıza nasıl ulaşılacağını şifreli olarak saklarız. Bildirim, tarayıcınızı yapan şirket üzerinden gider; o şirket bildirimi okuyamaz. Bildirimleri kapatınca sileriz, kapatmazsanız bir yıl sonra.",
            ],
        },
        Part {
            title: "Sorularınız veya şikâyetiniz",
            paragraphs: &[
                "Verilerinizle ne yapılacağına belediye karar verir. Sizden neyi sakladığımızı sorabilir, düzeltilmesini \
                           veya silinmesini isteyebilirsiniz.",
            ],
        },
    ],
    links: &[Link {
        before: "Belediyeyle anlaşamıyor musunuz? O zaman Hollanda veri koruma kurumuna şikâyette bulunabilirsiniz:",
        name: "autoriteitpersoonsgegevens.nl",
        address: "https://www.autoriteitpersoonsgegevens.nl",
    }],
};

const ACCESSIBILITY: Statement = Statement {
    title: "Erişilebilirlik",
    lead: "Herkes katılabilmeli. Neyin çalıştığını ve neyi henüz bilmediğimizi burada okuyun.",
    parts: &[
        Part {
            title: "Neler çalışıyor",
            paragraphs: &[
                "Her şeyi fare olmadan, büyük harflerle, dar bir ekranda ve JavaScript olmadan yapabilirsiniz. Hiçbir yerde \
                 süre sınırı yoktur ve hiçbir şey kendiliğinden hareket etmez.",
                "WCAG 2.2 kurallarına uyarız, düzey A ve AA. Her yeni sürümde bir bilgisayar bütün sayfaları kontrol eder. \
                 Bilgisayarın göremediğini kendimiz kontrol ederiz.",
            ],
        },
        Part {
            title: "Henüz bilmediklerimiz",
            paragraphs: &[
                "Görme engelli, az gören veya okumakta zorlanan kişiler bu sayfaları bizim için henüz denemedi.",
                "Türkçe, Arapça, Lehçe ve Ukraynaca metinleri, ana dili bu olan biri henüz okumadı.",
            ],
        },
        Part {
            title: "Bir şey olmuyor mu?",
            paragraphs: &[
                "Bize söyleyin, çözelim. Telefonla da katılabilirsiniz: bir görevli sizinle birlikte doldurur. Anket \
                           kâğıt üzerinde de vardır.",
            ],
        },
    ],
    links: &[Link {
        before: "Belediye bütün web sitesi için bir erişilebilirlik beyanı yayımlar. Onu burada bulursunuz:",
        name: "toegankelijkheidsverklaring.nl",
        address: "https://www.toegankelijkheidsverklaring.nl",
    }],
};
