//! Nederlands: burgerinitiatief en uitdaagrecht.

use super::{RightWords, Words};

pub(super) const WORDS: Words = Words {
    initiative: RightWords {
        title: "Burgerinitiatief",
        lead: "Hiermee zet u een onderwerp op de agenda van de gemeenteraad.",
        not_yet: "Het is nog geen burgerinitiatief. Wie hier meedoet, wil helpen. Dat is geen handtekening. Voor een burgerinitiatief verzamelt u handtekeningen en levert u een verzoek in.",
        decides: "De gemeenteraad kijkt of het verzoek aan de regels voldoet. Daarna praat de raad over uw onderwerp en neemt een besluit.",
    },
    challenge: RightWords {
        title: "Uitdaagrecht",
        lead: "Kunt u met uw buren een taak van de gemeente beter doen? Dan mag u vragen om die taak over te nemen.",
        not_yet: "Het is nog geen verzoek om een taak over te nemen. Daarvoor levert u een plan in.",
        decides: "Burgemeester en wethouders bekijken uw plan en nemen een besluit.",
    },
    not_yet_title: "Hebt u hier een idee?",
    what_for_title: "Waarvoor is het?",
    who_title: "Wie kan dit doen?",
    lives_here: "Mensen die in de gemeente wonen.",
    minimum_age: |age| format!("Minimumleeftijd: {age} jaar."),
    supporters_title: "Hoeveel mensen moeten tekenen?",
    signatures: |number| format!("Nodig aantal handtekeningen: {number}."),
    share: |share| format!("Dat is {share}% van de inwoners van 15 jaar en ouder."),
    excluded_title: "Waarover kan het niet gaan?",
    desk_title: "Waar levert u het in?",
    decides_title: "Wie beslist?",
    regulation: "Lees alle regels (de verordening)",
    only_dutch: "",
    to_council: "Met dit plan naar de gemeenteraad?",
    no_signatures: "Wie hier meedoet, heeft niet getekend. Dit initiatief is nog geen burgerinitiatief.",
    read_more: "Lees wat u nodig hebt voor een burgerinitiatief",
    more_than_idea: "Wilt u iets op de agenda van de gemeenteraad zetten, of een taak van de gemeente overnemen? Lees over:",
};
