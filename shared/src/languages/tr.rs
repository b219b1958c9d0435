//! Türkçe: what the domain says to residents, with *siz*. Not proof-read by a native speaker yet.

use crate::area_care::ContactRole;
use crate::case::Refusal;
use crate::fault::{FaultCode, FormFaults};
use crate::partner::PartnerKind;
use crate::poll::background::BackgroundWords;
use crate::privacy::FindingKind;
use crate::proposal::ProposalKind;
use crate::routing::Reasons;
use crate::sentence::Sentence;

pub(crate) const FORM_FAULTS: FormFaults = FormFaults {
    required: "Lütfen burayı doldurun.",
    choice_required: "Lütfen bir cevap seçin.",
    too_long: Sentence::new("Bu metin çok uzun. En fazla {0} karakter kullanın."),
    too_many: Sentence::new("En fazla {0} tane seçin."),
    out_of_range: Sentence::new("{0} ile {1} arasında bir sayı seçin."),
    unknown: "Bu seçenek yok (artık yok). Lütfen yeniden seçin.",
    wrong_kind: "Bu cevap soruya uymuyor. Lütfen yeniden doldurun.",
    not_an_email: "Bu bir e-posta adresi değil. Doğru bir adres örneği: naam@voorbeeld.nl.",
    not_asked: "Bu soru önceki cevaplarınıza uymuyor. Bu cevabı kaldırın.",
    places: Sentence::new("1 ile {0} arasındaki sıraları verin, her sırayı bir kez."),
};

/// What can be wrong outside the forms with steps; none where only officials meet it.
pub(crate) fn fault(code: &FaultCode) -> Option<String> {
    Some(match code {
        FaultCode::TooFew { min } => format!("Bu çok az. En az {min} tane olmalı."),
        FaultCode::NotADate => "Bu bir tarih değil. Örneğin 2026-05-12 yazın.".into(),
        FaultCode::NotAFollowKey => {
            "Bu kod doğru değil. Kodda 26 harf ve rakam var. Kodu e-postamızda veya alındı belgenizde bulursunuz."
                .into()
        }
        FaultCode::NotInTheFuture => "Bugünden sonraki bir tarih seçin.".into(),
        FaultCode::TooFarAhead { days } => format!("{days} gün içinde bir tarih seçin."),
        FaultCode::NotAPostcode => "Bu bir posta kodu değil. Posta kodu örneği: 1234 AB.".into(),
        FaultCode::NotAHouseNumber => "Bu bir ev numarası değil. Ev numarası örneği: 12 veya 12a.".into(),
        FaultCode::Accuses => "Bu metin birini suçluyor gibi görünüyor. O kısmı kaldırın veya bizi arayın.".into(),
        FaultCode::NotTogether => "Bu, buradaki başka bir seçimle birlikte olmaz. İkisinden birini değiştirin.".into(),
        _ => return None,
    })
}

/// Why a resident's step is refused; none where only officials meet it.
pub(crate) const fn refusal(refusal: &Refusal) -> Option<&'static str> {
    Some(match refusal {
        Refusal::Ended => "Bu konu tamamlandı. Artık bir şey değiştirilemez.",
        Refusal::Held => "Bu metni önce koordinatör okuyor. Ondan sonra devam edebilirsiniz.",
        Refusal::NoSuchQuestion => "Bu soru cevaplandı veya artık gerekli değil. Lütfen sayfayı yeniden açın.",
        Refusal::Accuses => "Bu metin birini suçluyor gibi görünüyor. Bu yüzden herkese açık olamaz.",
        Refusal::NotPublic => "Bu girişim herkese açık değil.",
        Refusal::AlreadyWithdrawn => "Bu fikir zaten geri çekildi.",
        Refusal::NotConcluded => "Henüz görüş bildirebileceğiniz bir cevap yok. Daha sonra yeniden bakın.",
        Refusal::AlreadyRated => "Size yardımcı olup olmadığımızı zaten bildirdiniz.",
        Refusal::RatingTermPassed => {
            "Cevaptan sonra 14 gün içinde görüş bildirebilirdiniz. Belediyenizi arayın veya yeni bir fikir gönderin."
        }
        Refusal::TextsErased => "Yazdığınız metin silindi. Gösterilecek bir şey kalmadı.",
        Refusal::NoSuchTask => "Bu görev bitti veya artık gerekli değil. Lütfen sayfayı yeniden açın.",
        Refusal::TaskAsItWas => "Hiçbir şey değişmedi. Kimin yapacağını veya başka bir gün seçin.",
        Refusal::SharedAlready => "Zaten evet dediniz. Başkaları size soru sorabilir.",
        Refusal::NotShared => "Şu anda kimse size soru soramaz. Bir şey yapmanız gerekmez.",
        Refusal::NothingToShare => {
            "Bu ancak fikriniz gerçekleştiyse ve web sitesindeyse olur. Lütfen sayfayı yeniden açın."
        }
        Refusal::NoAddress => "Önce e-posta adresinizi yazın. O zaman biri size bir şey sorunca haberiniz olur.",
        Refusal::TooManyTasks => "Zaten 30 açık görev var. Önce bir görevi bitirin.",
        Refusal::Field(_) => "Bir şey doğru doldurulmamış. Düzeltin ve yeniden gönderin.",
        _ => return None,
    })
}

pub(crate) const fn partner_kind(kind: PartnerKind) -> &'static str {
    match kind {
        PartnerKind::Municipality => "belediye",
        PartnerKind::Police => "polis",
        PartnerKind::HousingCorporation => "konut kurumu",
        PartnerKind::Welfare => "sosyal yardım kuruluşu",
    }
}

pub(crate) const fn contact_role(role: ContactRole) -> &'static str {
    match role {
        ContactRole::AreaCoordinator => "bölge koordinatörü",
        ContactRole::NeighbourhoodOfficer => "mahalle polisi",
        ContactRole::HousingManager => "konut bölge yöneticisi",
        ContactRole::CommunityWorker => "mahalle çalışanı",
        ContactRole::YouthWorker => "gençlik çalışanı",
        ContactRole::Enforcement => "zabıta görevlisi",
        ContactRole::Other => "irtibat kişisi",
    }
}

pub(crate) const fn finding(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::PhoneNumber => "Bu bir telefon numarasına benziyor. Yazmamanız daha iyi.",
        FindingKind::Email => "Bu bir e-posta adresine benziyor. Yazmamanız daha iyi.",
        FindingKind::LicencePlate => "Bu bir araç plakasına benziyor. Yazmayın. Bir suç mu söz konusu? Polisi arayın.",
        FindingKind::HouseNumber => "Bu bir ev numarasına benziyor. Yalnız sokağın adını yazmanız daha iyi.",
        FindingKind::CitizenServiceNumber => "Bu bir vatandaş numarasına (BSN) benziyor. Kaldırın.",
        FindingKind::Postcode => "Bu bir adrese benziyor. Yalnız sokağın veya mahallenin adını yazmanız daha iyi.",
        FindingKind::PersonName => "Bu bir kişinin adına benziyor. İsim yazmamanız daha iyi.",
        FindingKind::Accusation => {
            "Birini suçluyor gibi görünüyorsunuz. Kim olduğunu söylemeden, ne olduğunu ve nerede olduğunu yazmanız daha iyi. Yoksa metninizi önce koordinatör okur."
        }
    }
}

pub(crate) const AGREEMENTS: [&str; 3] = [
    "Tehlike varsa veya bir suç işlendiğini görürsek 112’yi ararız. Acil değilse 0900-8844’ü ararız.",
    "Kendimiz müdahale etmeyiz. Kimseyi durdurmayız ve kimsenin peşinden gitmeyiz.",
    "İnsanların fotoğrafını veya videosunu çekmeyiz. İnsanların adını, plakasını veya görüntüsünü de paylaşmayız.",
];

pub(crate) const REASONS: Reasons = Reasons {
    topic_unknown: "konuyu henüz bilmediğiniz için; belediye size en iyi kimin yardımcı olabileceğini araştıracak",
    cannot_take: Sentence::new("bunu {0} şu anda üstlenemediği için"),
    nobody_appointed: Sentence::new(
        "konu (‘{0}’) için henüz kimse görevli olmadığından; belediye size kimin yardım edeceğini araştıracak",
    ),
    topic_in_place: Sentence::new("konu ‘{0}’ ve yer {1} olduğu için"),
    topic: Sentence::new("konu ‘{0}’ olduğu için"),
    place: Sentence::new("yer {0} olduğu için"),
    place_in: Sentence::new("‘{0}’"),
    kind: |kind| match kind {
        ProposalKind::Idea => "başkasından bir şey yapmasını istediğiniz için",
        ProposalKind::Initiative => "mahalle sakinleri kendileri bir şey yapmak istediği için",
        ProposalKind::Notice => "yalnız bize haber vermek istediğiniz için",
        ProposalKind::NeighbourhoodWatch => "konu mahalle gözetimi olduğu için",
    },
};

pub(crate) const BACKGROUND: BackgroundWords = BackgroundWords {
    why: "Böylece mahalledeki herkesin sesinin duyulup duyulmadığını görürüz. Söylemek istemiyor musunuz? O zaman bu soruyu atlayın.",
    why_age: "Böylece mahalledeki herkesin sesinin duyulup duyulmadığını görürüz. Söylemek istemiyor musunuz veya 15 yaşından küçük müsünüz? O zaman bu soruyu atlayın.",
    age: "Kaç yaşındasınız?",
    ages: ["15 – 24 yaş", "25 – 44 yaş", "45 – 64 yaş", "65 yaş veya üstü"],
    household: "Kiminle yaşıyorsunuz?",
    households: [
        "Yalnız",
        "Eşimle veya partnerimle, çocuksuz",
        "Çocuklarla",
        "Başka türlü, örneğin anne babayla veya ev arkadaşlarıyla",
    ],
    tenure: "Evinizde kiracı mısınız, yoksa ev sizin mi?",
    tenures: [
        "Ev benim veya birlikte yaşadığım birinin",
        "Bir konut kurumundan kiralıyorum",
        "Başka birinden kiralıyorum",
    ],
};
