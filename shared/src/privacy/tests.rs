//! What is recognised as personal, and what is left alone.

use proptest::prelude::*;

use super::FindingKind::{
    Accusation, CitizenServiceNumber, Email, HouseNumber, LicencePlate, PersonName, PhoneNumber, Postcode,
};
use super::*;

mod names;

fn found(text: &str) -> Vec<(FindingKind, &str)> {
    find(text).into_iter().map(|finding| (finding.kind, &text[finding.start..finding.end])).collect()
}

#[test]
fn what_gives_a_person_away_is_pointed_out() {
    for (text, kind, part) in [
        ("Bel mij op 06-12345678 na zes uur", PhoneNumber, "06-12345678"),
        ("Bel 0612345678.", PhoneNumber, "0612345678"),
        ("06 12 34 56 78", PhoneNumber, "06 12 34 56 78"),
        ("Tel: (036) 123 45 67", PhoneNumber, "036) 123 45 67"),
        ("0321-123456", PhoneNumber, "0321-123456"),
        ("+31 6 12345678 graag", PhoneNumber, "31 6 12345678"),
        ("0031612345678", PhoneNumber, "0031612345678"),
        ("+32 470 12 34 56", PhoneNumber, "32 470 12 34 56"),
        ("Mail naar jan.jansen@voorbeeld.nl a.u.b.", Email, "jan.jansen@voorbeeld.nl"),
        ("info_2+x@mijn-flat.org.", Email, "info_2+x@mijn-flat.org"),
        ("Auto met kenteken 12-AB-34 staat er", LicencePlate, "12-AB-34"),
        ("gh-123-k reed te hard", LicencePlate, "gh-123-k"),
        ("De wagen (GH123K) reed te hard", LicencePlate, "GH123K"),
        ("een bus, 1-ABC-23", LicencePlate, "1-ABC-23"),
        ("kenteken AB 12 CD", LicencePlate, "AB 12 CD"),
        ("AB-CD-12!", LicencePlate, "AB-CD-12"),
        ("Bij Kerkstraat 12 is het donker", HouseNumber, "12"),
        ("Kerkstraat 12b", HouseNumber, "12b"),
        ("Op nummer 14 woont een gezin", HouseNumber, "14"),
        ("nr. 7 in de flat", HouseNumber, "7"),
        ("Beatrixlaan 101, tweede etage", HouseNumber, "101"),
        ("Mijn BSN is 111222333", CitizenServiceNumber, "111222333"),
        ("bsn 123.456.782", CitizenServiceNumber, "123.456.782"),
        ("1234 56 782", CitizenServiceNumber, "1234 56 782"),
        ("Ik woon op 1315 AB 12", Postcode, "1315 AB 12"),
        ("1315ab12", Postcode, "1315ab12"),
        ("1315 AB, nr 12", Postcode, "1315 AB, nr 12"),
        ("Vraag het mevrouw Jansen", PersonName, "mevrouw Jansen"),
        ("Dhr. van der Berg regelt het", PersonName, "Dhr. van der Berg"),
        ("de familie Yılmaz helpt mee", PersonName, "familie Yılmaz"),
        ("Mijn buurman Kees wil helpen", PersonName, "buurman Kees"),
    ] {
        assert_eq!(found(text), [(kind, part)], "{text}");
    }
}

#[test]
fn plain_talk_is_left_alone() {
    for text in [
        "",
        "De lamp bij de ingang is al 3 weken stuk.",
        "Bel 112, 0900-8844, 0800-7000 of 14 036.",
        "Op 01-02-2026 10:30 uur was het donker",
        "van 12-03-24 tot 15-03-24",
        "In 2024 op 12 mei",
        "De straat 12 keer per jaar vegen",
        "Onze straat 3 extra lampen geven",
        "In het park 3 bankjes graag",
        "Op de Kerkstraat 30 km per uur",
        "Kerkstraat 2 keer per week vegen",
        "Bus 12 en lijn 3-4-5",
        "A1, B2 en C3",
        "Mijn idee is nummer 2026-0147",
        "123456789 is geen burgerservicenummer",
        "IBAN en 12345678",
        "000000000",
        "postcode 1315 AB",
        "in 1315 op 12 mei",
        "Wij zijn met 25 mensen en 10 kinderen van 6-12 jaar",
        "@home is leuk, en 5 @ 3",
        "mail aan de gemeente@",
        "om 12.30 uur",
        "is 12 of",
        "WK003401 en BU00340101",
        "ISO9001 of NEN123",
        "De heer des huizes",
        "Dat is van de buurman. Wij willen helpen.",
        "Mevrouw, ik wil een boom.",
        "De buurman helpt ons met de tuin.",
        "Er wordt in het park drugs gedeald.",
        "In de Molenwijk wordt vaak gestolen.",
        "Rond Station Centrum zijn er dieven.",
        "Het Wapen van Noord is een café; de kok kookt daar.",
        "Wij voelen ons bedreigd als het donker is.",
        "Uit de Kerkstraat is een bank gestolen. Wij maken een nieuwe bij nummer veertien.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_text_that_blames_somebody_who_can_be_recognised_is_held() {
    for text in [
        "Mijn buurman is een dief.",
        "De buren dealen drugs!",
        "Op Kerkstraat 12 wordt gedeald.",
        "De auto 12-AB-34 is van een drugsdealer",
        "Gisteren heeft Piet Jansen een fiets gestolen.",
        "Piet Jansen steelt fietsen",
        "Dhr. Jansen bedreigt ons.",
        "Mevrouw de Vries is verslaafd, iedereen weet het.",
        "Het is mooi hier. Maar mijn bovenburen zijn criminelen. Doe er iets aan.",
        "My neighbour steals packages",
        "Op nummer 14 woont een pedofiel",
    ] {
        assert!(accuses(text), "{text}");
    }
}

#[test]
fn an_accusation_is_the_sentence_and_not_the_text_around_it() {
    let text = "Het is mooi hier. Mijn buurman is een dief. Groet!";
    assert_eq!(found(text), [(Accusation, "Mijn buurman is een dief")]);
}

#[test]
fn the_eleven_test_sees_every_mistyped_digit() {
    let number = "111222333";
    assert_eq!(found(number), [(CitizenServiceNumber, number)]);
    for place in 0..9 {
        for digit in '0'..='9' {
            let mut typed: Vec<char> = number.chars().collect();
            typed[place] = digit;
            let typed: String = typed.into_iter().collect();
            assert_eq!(found(&typed).is_empty(), typed != number, "{typed}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in "\\PC*") {
        for finding in find(&text) {
            prop_assert!(text.get(finding.start..finding.end).is_some_and(|part| !part.is_empty()));
        }
    }

    #[test]
    fn any_mix_of_what_counts_can_be_read(text in "[0-9A-Za-zé@.\\- ]{0,60}") {
        for finding in find(&text) {
            prop_assert!(text.get(finding.start..finding.end).is_some_and(|part| !part.is_empty()));
        }
    }
}
