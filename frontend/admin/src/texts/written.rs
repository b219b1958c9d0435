//! Answers to open questions.

use shared::privacy::FindingKind;

use super::number;

pub(crate) struct WrittenTexts {
    pub(crate) link: &'static str,
    pub(crate) title: fn(&str) -> String,
    pub(crate) lead: &'static str,
    pub(crate) none_title: &'static str,
    pub(crate) none: &'static str,
    pub(crate) question: &'static str,
    pub(crate) search: &'static str,
    pub(crate) tag: &'static str,
    pub(crate) every_tag: &'static str,
    pub(crate) tag_count: fn(&str, u32) -> String,
    pub(crate) personal: &'static str,
    pub(crate) either: &'static str,
    pub(crate) with: &'static str,
    pub(crate) without: &'static str,
    pub(crate) find: &'static str,
    pub(crate) count: fn(u32, u32) -> String,
    pub(crate) withheld: fn(u32) -> String,
    pub(crate) nothing_found: &'static str,
    pub(crate) more: &'static str,
    pub(crate) from_start: &'static str,
    pub(crate) looks_like: fn(&str) -> String,
    pub(crate) kind: fn(FindingKind) -> &'static str,
    pub(crate) tags_of: &'static str,
    pub(crate) edit_tags: &'static str,
    pub(crate) tags_field: &'static str,
    pub(crate) tags_hint: &'static str,
    pub(crate) save_tags: &'static str,
    pub(crate) tags_saved: &'static str,
    pub(crate) cancel: &'static str,
    pub(crate) quote: &'static str,
    pub(crate) quote_field: &'static str,
    pub(crate) quote_hint: &'static str,
    pub(crate) quote_warning: &'static str,
    pub(crate) quote_send: &'static str,
    pub(crate) quote_anyway: &'static str,
    pub(crate) quoted: &'static str,
}

impl WrittenTexts {
    pub(super) const NL: Self = Self {
        link: "Lees de open antwoorden",
        title: |title| format!("Open antwoorden: {title}"),
        lead: "Zo getypt door bewoners, zonder buurt en zonder hun andere antwoorden. Alleen medewerkers lezen dit. In een terugkoppeling komt alleen wat u daar zelf als citaat in zet.",
        none_title: "Er zijn nu geen open antwoorden te lezen",
        none: "U leest ze als de peiling is gesloten en minstens 10 bewoners meededen. Zo is niemand te herkennen.",
        question: "Vraag",
        search: "Zoek woorden",
        tag: "Tag",
        every_tag: "Alle tags",
        tag_count: |tag, count| format!("{tag} ({})", number(count)),
        personal: "Persoonlijke gegevens",
        either: "Alle antwoorden",
        with: "Alleen waar iemand herkenbaar lijkt",
        without: "Alleen waar niemand herkenbaar lijkt",
        find: "Zoek",
        count: |found, total| {
            if found == total {
                match total {
                    1 => "1 antwoord".into(),
                    _ => format!("{} antwoorden", number(total)),
                }
            } else {
                format!("{} van {} antwoorden", number(found), number(total))
            }
        },
        withheld: |count| match count {
            1 => "In 1 antwoord lijkt iemand herkenbaar. Dat leest alleen een redacteur of de coördinator.".into(),
            _ => format!(
                "In {} antwoorden lijkt iemand herkenbaar. Die leest alleen een redacteur of de coördinator.",
                number(count)
            ),
        },
        nothing_found: "Geen antwoord past bij wat u zoekt.",
        more: "Volgende antwoorden",
        from_start: "Terug naar het begin",
        looks_like: |kinds| format!("Let op, dit lijkt erin te staan: {kinds}."),
        kind: |kind| match kind {
            FindingKind::PhoneNumber => "een telefoonnummer",
            FindingKind::Email => "een e-mailadres",
            FindingKind::LicencePlate => "een kenteken",
            FindingKind::HouseNumber => "een huisnummer",
            FindingKind::CitizenServiceNumber => "een burgerservicenummer",
            FindingKind::Postcode => "een adres",
            FindingKind::PersonName => "een naam",
            FindingKind::Accusation => "een beschuldiging",
        },
        tags_of: "Tags:",
        edit_tags: "Tags",
        tags_field: "Tags van dit antwoord",
        tags_hint: "Zet een komma tussen tags. Bijvoorbeeld: licht, fietspad. Zet er geen namen in.",
        save_tags: "Bewaar de tags",
        tags_saved: "De tags zijn bewaard.",
        cancel: "Annuleren",
        quote: "Citeren",
        quote_field: "Citaat voor de terugkoppeling",
        quote_hint: "Haal eruit waaraan iemand te herkennen is. Kort mag ook.",
        quote_warning: "In dit citaat lijkt nog iemand herkenbaar. De terugkoppeling is openbaar.",
        quote_send: "Zet in de terugkoppeling",
        quote_anyway: "Toch in de terugkoppeling zetten",
        quoted: "Het citaat staat bij ‘Dit hoorden we’ in uw terugkoppeling. Die is nog niet openbaar.",
    };
}
