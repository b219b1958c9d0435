//! What residents and organisations do together, and what becomes of an idea.

use shared::case::{Nature, TaskKind};
use shared::pledge::{PledgeCount, PledgeState};
use shared::text::Language;

use super::super::agreements::Agreements;
use super::super::ending::Ending;
use super::super::number;
use super::super::plans::Plans;
use super::super::pledges::Pledges;
use super::super::tasks::Tasks;

pub(in crate::texts) static AGREEMENTS: Agreements = Agreements {
    title: "Kurallarımız",
    lead: |date| format!("Mahalle sakinleri ve belediye bu konuda anlaştı. Tarih: {date}."),
    own: "Ayrıca şunlarda anlaştık:",
    contact: "Belediyedeki irtibat",
    turn_to: |name, reach| format!("Bu mahalle gözetimi hakkında sorunuz mu var? {name}, {reach}."),
    entry: "Kurallar ve belediyedeki irtibat kişisi belirlendi",
    kind_entry: |kind| format!("Bu artık: {kind}"),
};

pub(in crate::texts) static PLANS: Plans = Plans {
    decision: |who, date| format!("Bu konuda karar veren: {who}. En geç {date} tarihinde bizden haber alırsınız."),
    decision_entry: |date| format!("Bu konuda en geç {date} tarihinde bir karar gerekiyor. Kararı veren:"),
    proposed: |by, date| format!("Öneri: {by} bunu {date} tarihinde yapar. {by} bu tarihi henüz onaylamadı."),
    proposed_entry: |by, date| format!("Öneri: {by} bunu {date} tarihinde yapar"),
    confirmed: |by, date| format!("{by} bunu {date} tarihinde yapar."),
    confirmed_entry: |by, date| format!("{by} tarihi onayladı: {date}"),
    declined_entry: |by, date| format!("{by} için {date} tarihi olmuyor. Başka bir gün arıyoruz."),
    helps_entry: |partner| format!("{partner} yardım ediyor"),
    unmerged_entry: |date| {
        format!(
            "Diğer fikir geri çekildi. Fikriniz yeniden kendi numarasıyla devam ediyor. En geç {date} tarihinde haber"
        )
    },
};

pub(in crate::texts) static PLEDGES: Pledges = Pledges {
    title: "Kimler katılıyor?",
    count: |count| match count {
        PledgeCount::Nobody => "Henüz kimse. Katılır mısınız?".to_owned(),
        PledgeCount::Some => "Birkaç komşu katılıyor. Siz de katılır mısınız?".to_owned(),
        PledgeCount::Number(count) => {
            format!("{} komşu katılıyor. Siz de katılır mısınız?", number(Language::Tr, count))
        }
    },
    how: "Ne yapabileceğinizi anlatırsınız. Bunu yalnız bu fikri düşünen kişi okur. Birbirinizin adını ve e-posta adresini görmezsiniz.",
    button: "Ben de katılıyorum",
    page: "Ben de katılıyorum",
    lead: "Ne yapabileceğinizi anlatın. Bu fikri düşünen kişi okur ve evet veya hayır der. Evet derse burada birbirinize mesaj gönderebilirsiniz.",
    what: "Ne yapabilirsiniz?",
    what_hint: "Örneğin: cumartesi günü hazırlığa yardım edebilirim veya römorkum var.",
    email: "E-posta adresiniz (boş kalabilir)",
    email_hint: "O zaman size bir mesaj olduğunda e-posta göndeririz. Diğer kişi adresinizi görmez. Bir adrese en fazla beş girişim için e-posta göndeririz.",
    consent: "‘Katıl’ düğmesiyle, bu fikri düşünen kişinin size bu site üzerinden mesaj göndermesini kabul edersiniz. Her zaman bırakabilirsiniz.",
    send: "Katıl",
    back: "Girişime geri dön",
    privacy: "Bunu, bu fikri düşünen kişi okur. Bunu istiyor musunuz?",
    done_title: "Katıldığınıza sevindik",
    done: "Bu fikri düşünen kişi ne yapabileceğinizi okur.",
    done_mail: "Size kişisel bağlantınızla bir e-posta gönderiyoruz. Cevabı orada okursunuz. E-posta gelmedi mi? O zaman bu adresle zaten katılıyorsunuz veya başka beş girişime katılıyorsunuz. Bağlantıyı buradan da saklayın.",
    done_no_mail: "Kişisel bağlantınızı saklayın. Cevabı yalnız onunla okuyabilirsiniz.",
    code: "Kişisel bağlantınız. Kimseyle paylaşmayın.",
    yours: "Katılıyorsunuz",
    about: |title| format!("Girişim: {title}"),
    not_shown: "Bu girişim şu anda sitede değil.",
    state_yours: |state| match state {
        PledgeState::Offered => "Bu fikri düşünen kişi henüz cevap vermedi.",
        PledgeState::InTouch => "Bu fikri düşünen kişi evet dedi. Birbirinize mesaj gönderebilirsiniz.",
        PledgeState::Declined => {
            "Bu fikri düşünen kişinin şu anda yardımınıza ihtiyacı yok. Teklifiniz için teşekkürler."
        }
        PledgeState::Withdrawn => "Artık katılmıyorsunuz. Metniniz ve e-posta adresiniz silindi.",
        PledgeState::Ended => "Girişim geri çekildi. Teklifiniz için teşekkürler.",
    },
    withdraw: "Katılmaktan vazgeçtim",
    withdraw_hint: "O zaman mesajlarınızı ve e-posta adresinizi hemen sileriz.",
    helpers: "Kimler katılmak istiyor?",
    helpers_hint: "Evet derseniz birbirinize mesaj gönderebilirsiniz. Diğer kişi adınızı ve e-posta adresinizi görmez, siz de onunkini görmezsiniz.",
    helper: |number| format!("Teklif {number}"),
    state_theirs: |state| match state {
        PledgeState::Offered => "Cevabınızı bekliyor",
        PledgeState::InTouch => "Birbirinize mesaj gönderebilirsiniz",
        PledgeState::Declined => "Hayır dediniz veya görüşmeyi bitirdiniz",
        PledgeState::Withdrawn | PledgeState::Ended => "Bitti",
    },
    accept: "Evet, memnuniyetle",
    decline: "Hayır, teşekkürler",
    stop: "Görüşmeyi bitir",
    you: |date| format!("Siz yazdınız ({date}):"),
    other_pledger: |date| format!("Katılmak isteyen kişi yazdı ({date}):"),
    other_initiator: |date| format!("Bu fikri düşünen kişi yazdı ({date}):"),
    message: "Mesajınız",
    message_hint: "Paylaşmak istemiyorsanız telefon numarası veya adres yazmayın.",
    send_message: "Mesaj gönder",
    kept_title: "Tamam",
    kept: "Diğer kişi bunu kendi sayfasında okur.",
    threat_hint: "Bize anlatın. Belediye konuyu ele alır. Bu fikri düşünen kişi size evet dedi mi? O zaman girişim hemen web sitesinden kalkar.",
    threat_lead: "Yalnız değilsiniz. Bunu yalnız belediyenin koordinatörü okur, en geç bir sonraki iş günü. Bu fikri düşünen kişi okumaz.",
    threat_received: "Belediye bunu en geç bir sonraki iş günü okur. Şu anda tehlike var mı? 112’yi arayın.",
};

pub(in crate::texts) static TASKS: Tasks = Tasks {
    title: "Kim ne yapar?",
    lead: "Mahalle sakinleri ve kuruluşlar bunu birlikte yapar. İsim vermeyiz.",
    kind: |kind| match kind {
        TaskKind::Work => "Bir iş yapmak",
        TaskKind::Permit => "İzin almak",
        TaskKind::Insurance => "Sigorta yaptırmak",
        TaskKind::Subsidy => "Mali destek istemek",
        TaskKind::Consent => "Onay istemek",
        TaskKind::Paperwork => "Başka evrak işleri",
    },
    initiator: "Bu fikri düşünen kişi",
    pledger: "Katılan bir mahalle sakini",
    until: |date| format!("en geç {date}"),
    done: "Bitti",
    dropped: "Artık gerekmiyor",
    overdue: "Gün geçti",
    yours_lead: "Kimin ne yaptığını ve ne zaman bitmesi gerektiğini yazın. Fikriniz sitede mi? O zaman bunu herkes okur, isim olmadan.",
    none: "Henüz görev yok.",
    you: "Siz",
    helper: |number| format!("{number} numaralı teklifi yapan"),
    finish: "Bu bitti",
    drop: "Artık gerekmiyor",
    change: "Başka biri veya başka bir gün",
    change_send: "Bu görevi değiştir",
    add: "Görev ekle",
    what: "Ne yapılması gerekiyor?",
    what_hint: "Örneğin: okuldan sandalye ödünç almak. İsim veya telefon numarası yazmayın.",
    which: "Ne tür bir görev?",
    who: "Kim yapıyor?",
    who_hint: |owner| format!("Kendiniz yapmak istemezseniz evrak işlerini sizin için yapan: {owner}."),
    fitting: "En uygun olan",
    fitting_help: |owner| format!("Evrak işleri: {owner}. Başka işler: siz."),
    by_owner: |owner| format!("{owner} (yalnız evrak işleri)"),
    day: "Ne zaman bitmeli?",
    day_hint: "Bugünden sonraki bir gün seçin.",
    send: "Görevi ekle",
    kept_title: "Görevler güncellendi",
    kept: "Görevi olana haber verilir.",
    backing: "Bunu destekliyoruz",
    backed_by: |names| format!("Destekleyen: {names}"),
    yours: "Sizin yaptıklarınız",
    give_back: "Bunu yapamıyorum",
    give_back_hint: "Görev, bu fikri düşünen kişiye geri gider.",
};

pub(in crate::texts) static ENDING: Ending = Ending {
    answered_by: |partner| format!("Yanıtı veren: {partner}"),
    merged: |number| format!("Fikriniz {number} numarasıyla devam ediyor."),
    merged_hint: "Başka bir mahalle sakini aynısını veya bununla ilgili bir şeyi istedi. Hepsini bir kerede yapıyoruz. Adınız ve adresiniz bizde kalır.",
    merged_stands: |status, owner| format!("Oradaki durum: {status}. Yardım eden: {owner}."),
    merged_promise: |date| format!("Orada en geç {date} tarihinde haber var."),
    merged_page: "O fikre bakın",
    passed_on: |nature| match nature {
        Nature::Report => "Bunu bildirim olarak ilettik",
        Nature::Complaint => "Bunu bir şikâyet olarak okuyoruz",
        Nature::Objection => "Bunu bir itiraz olarak okuyoruz",
        Nature::Request => "Bunu bir başvuru olarak okuyoruz",
    },
    passed_to: |to, date| format!("{date} tarihinde şuraya ilettik: {to}."),
    reference: |number| format!("Oradaki numarası: {number}."),
    received: |date| format!("Bize {date} tarihinde gönderdiniz. Geçerli olan bu tarihtir."),
    next: |nature, day| {
        let about = match nature {
            Nature::Report => return "Sonucunu bizden öğrenirsiniz.".into(),
            Nature::Complaint => "Şikâyetinize",
            Nature::Objection => "İtirazınıza",
            Nature::Request => "Başvurunuza",
        };
        match (day, nature) {
            (Some(day), _) => format!(
                "{about} en geç {day} tarihinde cevap verirler. Daha fazla zamana ihtiyaçları olursa size o günden önce yazarlar."
            ),
            (None, Nature::Objection) => "İtirazınız hakkında 6 hafta içinde karar verirler. Bu haftalar, itiraz edebileceğiniz son günden sonra başlar. Bir komisyon da bakıyorsa süre 12 haftadır. Hangi gün olacağını size yazarlar.".into(),
            (None, _) => format!("{about} yazılı cevap alırsınız."),
        }
    },
    we_do: "Biz ne yapıyoruz",
    you_do: "Siz ne yapıyorsunuz",
    we_ask: "Sizden istediğimiz",
    translation: |language| match language {
        Language::Nl => "Hollandaca çevirisi",
        Language::En => "İngilizce çevirisi",
        Language::Tr => "Türkçe çevirisi",
        Language::Ar => "Arapça çevirisi",
        Language::Pl => "Lehçe çevirisi",
        Language::Uk => "Ukraynaca çevirisi",
    },
    only_dutch: "Bu metin yalnız Hollandaca var.",
    erased: "Bu metin silindi.",
    pointed_out: "Böyle gönderebilirsiniz, ama yazmamanız daha iyi. Böyle kalmasını istiyorsanız bir kez daha gönderin. Birini suçluyor musunuz? O zaman metninizi önce koordinatör okur.",
    explained: "Başkalarının fikrinizden gördüklerini değiştirdik. Yazdığınızı siz burada hâlâ görürsünüz. Nedeni:",
    entry: |nature, date, reference| {
        let what = match nature {
            Nature::Report => "Bildirim olarak iletildi",
            Nature::Complaint => "Şikâyet olarak iletildi",
            Nature::Objection => "İtiraz olarak iletildi",
            Nature::Request => "Başvuru olarak iletildi",
        };
        let number = reference.map(|number| format!(", numara {number}")).unwrap_or_default();
        format!("{what}{number}. Alındığı tarih: {date}")
    },
};
