//! Türkçe: burgerinitiatief ve uitdaagrecht.

use super::{RightWords, Words};

pub(super) const WORDS: Words = Words {
    initiative: RightWords {
        title: "Vatandaş girişimi (burgerinitiatief)",
        lead: "Bununla bir konuyu belediye meclisinin gündemine getirirsiniz.",
        not_yet: "Bu henüz bir vatandaş girişimi değildir. Burada katılanlar yardım etmek ister. Bu bir imza değildir. Vatandaş girişimi için imza toplar ve bir başvuru verirsiniz.",
        decides: "Belediye meclisi başvurunun kurallara uyup uymadığına bakar. Sonra konunuzu konuşur ve karar verir.",
    },
    challenge: RightWords {
        title: "Görevi devralma hakkı (uitdaagrecht)",
        lead: "Komşularınızla birlikte belediyenin bir işini daha iyi yapabilir misiniz? O zaman o işi devralmayı isteyebilirsiniz.",
        not_yet: "Bu henüz bir işi devralma başvurusu değildir. Bunun için bir plan verirsiniz.",
        decides: "Belediye başkanı ve yardımcıları planınıza bakar ve karar verir.",
    },
    not_yet_title: "Burada bir fikriniz mi var?",
    what_for_title: "Ne için?",
    who_title: "Bunu kim yapabilir?",
    lives_here: "Belediyede oturanlar.",
    minimum_age: |age| format!("En küçük yaş: {age}."),
    supporters_title: "Kaç kişinin imzalaması gerekir?",
    signatures: |number| format!("Gereken imza sayısı: {number}."),
    share: |share| format!("Bu, 15 yaş ve üzeri sakinlerin %{share} kadarıdır."),
    excluded_title: "Hangi konular olamaz?",
    desk_title: "Nereye verirsiniz?",
    decides_title: "Kim karar verir?",
    regulation: "Bütün kuralları okuyun (yönetmelik, Hollandaca)",
    only_dutch: "Bu sayfada belediyenin kendi yazdıkları yalnızca Hollandaca vardır.",
    to_council: "Bu planla belediye meclisine mi?",
    no_signatures: "Burada katılanlar imza atmış değildir. Bu henüz bir vatandaş girişimi değildir.",
    read_more: "Vatandaş girişimi için ne gerektiğini okuyun",
    more_than_idea: "Bir konuyu belediye meclisinin gündemine getirmek ya da belediyenin bir işini devralmak mı istiyorsunuz? Okuyun:",
};
