//! Nederlands: privacy en toegankelijkheid.

use super::{Link, Part, Statement, Words};

pub(super) const WORDS: Words = Words { privacy: PRIVACY, accessibility: ACCESSIBILITY };

const PRIVACY: Statement = Statement {
    title: "Uw privacy",
    lead: "Wat we van u bewaren, hoe lang, en wat u daarover te zeggen hebt.",
    parts: &[
        Part {
            title: "Als u alleen kijkt",
            paragraphs: &[
                "Dan bewaren we niets van u. Er zijn geen cookies, en geen ander bedrijf kijkt mee. We tellen alleen \
                           hoe vaak een website deze pagina’s laat zien.",
            ],
        },
        Part {
            title: "Als u een peiling invult",
            paragraphs: &[
                "We bewaren uw antwoorden, uw buurt als u die noemt, en de dag. Niet uw naam, uw adres of uw apparaat. \
                 Niemand kan zien welk antwoord van u is.",
                "Een cijfer gaat altijd over 10 mensen of meer. Wat u zelf opschrijft, lezen alleen medewerkers. Noem daarom \
                 geen namen.",
                "Wilt u de uitkomst per e-mail? Dan staat uw e-mailadres apart van uw antwoorden. We wissen het als de mail \
                 is verstuurd, en anders 30 dagen na de uitkomst.",
            ],
        },
        Part {
            title: "Als u een idee stuurt",
            paragraphs: &[
                "Uw tekst lezen de partij die uw idee behandelt, partijen die daarbij helpen en de gemeente. Hij komt alleen \
                 op de website als u dat wilt en een medewerker hem heeft gelezen. Uw naam staat er nooit bij.",
                "Een e-mailadres hoeft niet. Geeft u het toch, dan bewaren we het versleuteld en krijgt niemand het te zien. \
                 U wist het zelf op de pagina van uw idee.",
                "Wilt u ook de tekst laten wissen? Vraag dat aan de gemeente.",
            ],
        },
        Part {
            title: "Als u een ander helpt",
            paragraphs: &[
                "Berichten tussen u en de ander gaan via deze website. De ander ziet uw e-mailadres niet, en u dat van de \
                           ander niet. U kunt altijd stoppen.",
            ],
        },
        Part {
            title: "Op uw eigen apparaat",
            paragraphs: &[
                "Alleen als u daarom vraagt, bewaart uw apparaat iets: dat u een peiling hebt ingevuld (hooguit een \
                           jaar), of wat u aan het schrijven bent (hooguit 7 dagen). Het gaat nergens naartoe. Met één druk \
                           op de knop is het weg.",
                "Zet u berichten op dit apparaat aan? Dan bewaren wij versleuteld hoe uw browser te bereiken is. Het bericht gaat langs de maker van uw browser: die kan het niet lezen. Wij wissen het als u de berichten uitzet, en anders na een jaar.",
            ],
        },
        Part {
            title: "Vragen of een klacht",
            paragraphs: &[
                "De gemeente beslist wat er met uw gegevens gebeurt. U mag vragen wat we van u hebben, en het laten \
                           verbeteren of wissen.",
            ],
        },
    ],
    links: &[Link {
        before: "Komt u er met de gemeente niet uit? Dan kunt u een klacht sturen naar de Autoriteit Persoonsgegevens:",
        name: "autoriteitpersoonsgegevens.nl",
        address: "https://www.autoriteitpersoonsgegevens.nl",
    }],
};

const ACCESSIBILITY: Statement = Statement {
    title: "Toegankelijkheid",
    lead: "Iedereen moet mee kunnen doen. Dit werkt al, en dit weten we nog niet.",
    parts: &[
        Part {
            title: "Wat werkt",
            paragraphs: &[
                "U kunt alles doen zonder muis, met grote letters, op een smal scherm en zonder JavaScript. Er is nergens een \
                 tijdslimiet, en niets beweegt vanzelf.",
                "We volgen de regels van WCAG 2.2, niveau A en AA. Bij elke nieuwe versie kijkt een computer alle pagina’s \
                 na. Wat een computer niet kan zien, kijken we zelf na.",
            ],
        },
        Part {
            title: "Wat we nog niet weten",
            paragraphs: &[
                "Mensen die blind of slechtziend zijn, of die moeite hebben met lezen, hebben deze pagina’s nog niet voor ons \
                 uitgeprobeerd.",
                "De teksten in het Turks, Arabisch, Pools en Oekraïens zijn nog niet nagelezen door iemand met die \
                 moedertaal.",
            ],
        },
        Part {
            title: "Lukt er iets niet?",
            paragraphs: &[
                "Vertel het ons, dan lossen we het op. U kunt ook aan de telefoon meedoen: een medewerker vult het dan \
                           met u in. Een peiling is er ook op papier.",
            ],
        },
    ],
    links: &[Link {
        before: "De gemeente legt over haar hele website verantwoording af in een toegankelijkheidsverklaring. U vindt die op:",
        name: "toegankelijkheidsverklaring.nl",
        address: "https://www.toegankelijkheidsverklaring.nl",
    }],
};
