//! Türkçe: asking residents who did it before. Not proof-read by a native speaker yet.

use shared::pledge::PledgeState;

use crate::texts::Experience;

pub(in crate::texts) static EXPERIENCE: Experience = Experience {
    who: |topic, area| match topic {
        Some(topic) => format!("{area}: konu (‘{topic}’) hakkında deneyimli biri"),
        None => format!("{area}: deneyimli biri"),
    },
    title: "Siz de bunu ister misiniz?",
    how: "Bu mahalle sakini bunu daha önce yaptı ve soruları cevaplamak istiyor. Birbirinizin adını ve e-posta adresini görmezsiniz.",
    button: "Soru sorun",
    elsewhere: "Deneyimli kişiler",
    elsewhere_text: "Bu mahalle sakinleri buna benzer bir şey yaptı. Soruları cevaplamak istiyorlar.",
    page: "Soru sorun",
    lead: "Bunu daha önce yapan kişi sorunuzu okur ve evet veya hayır der. Evet derse burada birbirinize mesaj gönderebilirsiniz.",
    what: "Ne bilmek istersiniz?",
    what_hint: "Örneğin: komşuları nasıl ikna ettiniz ve izni kim aldı?",
    consent: "‘Soruyu gönder’ düğmesiyle, bu kişinin size bu site üzerinden mesaj göndermesini kabul edersiniz. Her zaman bırakabilirsiniz.",
    send: "Soruyu gönder",
    done_title: "Sorunuz gönderildi",
    done: "Bunu daha önce yapan kişi sorunuzu okur. Kimse cevap vermek zorunda değildir.",
    done_mail: "Size kişisel bağlantınızla bir e-posta gönderiyoruz. Cevabı orada okursunuz. E-posta gelmedi mi? O zaman bu adrese bu girişim veya başka beş girişim için zaten e-posta gönderiyoruz. Bağlantıyı buradan da saklayın.",
    yours: "Sorunuz",
    about: |title| format!("Girişim: {title}"),
    state_yours: |state| match state {
        PledgeState::Offered => "Bunu daha önce yapan kişi henüz cevap vermedi.",
        PledgeState::InTouch => "Bunu daha önce yapan kişi evet dedi. Birbirinize mesaj gönderebilirsiniz.",
        PledgeState::Declined => "Bu kişi şu anda soruları cevaplamıyor. Belediyeyi arayın: başka birini ararlar.",
        PledgeState::Withdrawn => "Sorunuzu geri çektiniz. Metniniz ve e-posta adresiniz silindi.",
        PledgeState::Ended => "Girişim geri çekildi. Belediyeyi arayın: başka birini ararlar.",
    },
    withdraw: "Sorumu geri çek",
    questions: "Size kim bir şey soruyor?",
    questions_hint: "Cevap vermek zorunda değilsiniz. Evet derseniz birbirinize mesaj gönderebilirsiniz. Diğer kişi adınızı ve e-posta adresinizi görmez, siz de onunkini görmezsiniz.",
    question: |number| format!("Soru {number}"),
    accept: "Evet, cevap vermek istiyorum",
    asker: |date| format!("Soran kişi yazdı ({date}):"),
    share_title: "Başkaları size soru sorabilir mi?",
    share_text: "Fikriniz gerçekleşti. Belki başka bir mahallede biri aynısını istiyor. Evet derseniz web sitesinde, adınız olmadan, deneyimli birinin olduğu yazar. Bir şey öğrenmek isteyen size Buurtstem üzerinden soru gönderir. E-posta adresinizi kimse görmez.",
    share_button: "Evet, sorabilirler",
    address_first: "E-posta adresiniz bizde yok. Önce ‘E-posta adresiniz’ bölümüne yazın. O zaman biri bir şey sorunca haberiniz olur.",
    shares: "Başkaları size soru sorabilir. Adınız yazmaz.",
    stop_hint: "Her zaman bırakabilirsiniz. O zaman şimdiki sorular da biter. E-posta adresinizi silerseniz kendiliğinden biter.",
    stop_button: "Hayır, artık sormasınlar",
    shared_title: "Başkalarına yardım ettiğiniz için teşekkürler",
    stopped_title: "Artık kimse size soru soramaz",
    stopped: "Artık web sitesinde yazmıyor. Daha sonra yeniden evet diyebilirsiniz.",
};
