//! Polski: prywatność i dostępność. Not proof-read by a native speaker yet.

use super::{Link, Part, Statement, Words};

pub(super) const WORDS: Words = Words { privacy: PRIVACY, accessibility: ACCESSIBILITY };

const PRIVACY: Statement = Statement {
    title: "Państwa prywatność",
    lead: "Co o Państwu przechowujemy, jak długo i jakie mają Państwo prawa.",
    parts: &[
        Part {
            title: "Samo przeglądanie",
            paragraphs: &[
                "Nie przechowujemy wtedy niczego. Nie ma plików cookie i żadna inna firma nikogo nie śledzi. Liczymy \
                           tylko, ile razy strona internetowa pokazuje te strony.",
            ],
        },
        Part {
            title: "Udział w ankiecie",
            paragraphs: &[
                "Przechowujemy odpowiedzi, okolicę, jeśli została podana, i dzień. Nie przechowujemy nazwiska, adresu ani \
                 danych urządzenia. Nikt nie widzi, która odpowiedź jest czyja.",
                "Liczba zawsze dotyczy co najmniej 10 osób. Odpowiedzi własnymi słowami czytają tylko urzędnicy. Dlatego \
                 prosimy nie podawać nazwisk.",
                "Chcą Państwo dostać wynik e-mailem? Wtedy adres e-mail jest oddzielony od odpowiedzi. Usuwamy go po wysłaniu \
                 wiadomości, a w innym razie 30 dni po wyniku.",
            ],
        },
        Part {
            title: "Wysłanie pomysłu",
            paragraphs: &[
                "Tekst czyta partner, który zajmuje się pomysłem, partnerzy, którzy w tym pomagają, i gmina. Na stronę \
                 internetową trafia tylko za Państwa zgodą i po przeczytaniu przez urzędnika. Nigdy nie ma przy nim \
                 nazwiska.",
                "Adres e-mail nie jest potrzebny. Jeśli zostanie podany, przechowujemy go w postaci zaszyfrowanej i nikt go \
                 nie widzi. Można go usunąć na stronie pomysłu.",
                "Chcą Państwo usunąć także tekst? Prosimy zwrócić się do gminy.",
            ],
        },
        Part {
            title: "Pomoc innym",
            paragraphs: &[
                "Wiadomości przechodzą przez tę stronę. Druga osoba nie widzi Państwa adresu e-mail, a Państwo nie widzą \
                           jej adresu. Zawsze można przestać.",
            ],
        },
        Part {
            title: "Na Państwa urządzeniu",
            paragraphs: &[
                "Urządzenie zapisuje coś tylko na prośbę: że ankieta została wypełniona (najwyżej rok) albo tekst w \
                           trakcie pisania (najwyżej 7 dni). Nic nie jest nigdzie wysyłane. Jedno naciśnięcie przycisku to \
                           usuwa.",
                "Czy powiadomienia na tym urządzeniu są włączone? Wtedy przechowujemy w postaci zaszyfrowanej, jak można dotrzeć do przeglądarki. Powiadomienie idzie przez producenta przeglądarki, który nie może go przeczytać. Usuwamy to po wyłączeniu powiadomień, a w przeciwnym razie po roku.",
            ],
        },
        Part {
            title: "Pytania lub skarga",
            paragraphs: &[
                "O tym, co dzieje się z danymi, decyduje gmina. Mogą Państwo zapytać, co o Państwu mamy, i poprosić o \
                           poprawienie lub usunięcie.",
            ],
        },
    ],
    links: &[Link {
        before: "Nie mogą Państwo dojść do porozumienia z gminą? Wtedy można złożyć skargę do holenderskiego urzędu ochrony \
                 danych:",
        name: "autoriteitpersoonsgegevens.nl",
        address: "https://www.autoriteitpersoonsgegevens.nl",
    }],
};

const ACCESSIBILITY: Statement = Statement {
    title: "Dostępność",
    lead: "Każdy musi móc wziąć udział. Tu piszemy, co już działa i czego jeszcze nie wiemy.",
    parts: &[
        Part {
            title: "Co działa",
            paragraphs: &[
                "Wszystko można zrobić bez myszy, z dużymi literami, na wąskim ekranie i bez JavaScriptu. Nigdzie nie ma \
                 limitu czasu i nic nie porusza się samo.",
                "Stosujemy zasady WCAG 2.2, poziom A i AA. Przy każdej nowej wersji komputer sprawdza wszystkie strony. Czego \
                 komputer nie widzi, sprawdzamy sami.",
            ],
        },
        Part {
            title: "Czego jeszcze nie wiemy",
            paragraphs: &[
                "Osoby niewidome, słabowidzące lub mające trudności z czytaniem jeszcze nie wypróbowały dla nas tych stron.",
                "Tekstów po turecku, arabsku, polsku i ukraińsku nie przeczytał jeszcze nikt, dla kogo to język ojczysty.",
            ],
        },
        Part {
            title: "Coś się nie udaje?",
            paragraphs: &[
                "Prosimy nam o tym powiedzieć, a rozwiążemy problem. Można też wziąć udział przez telefon: urzędnik \
                           wypełni wtedy formularz razem z Państwem. Ankieta jest też na papierze.",
            ],
        },
    ],
    links: &[Link {
        before: "O całej swojej stronie internetowej gmina informuje w deklaracji dostępności. Jest ona tutaj:",
        name: "toegankelijkheidsverklaring.nl",
        address: "https://www.toegankelijkheidsverklaring.nl",
    }],
};
