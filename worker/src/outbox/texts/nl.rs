//! Every message in Dutch: level B1, with *u*.

use shared::{notification::MailKind, text::Language, time::CivilDate};

use super::{Facts, Frame, OfficialFrame, Words};

pub(super) static FRAME: Frame = Frame {
    dear_resident: "Beste bewoner,",
    to_resident_page: "Bekijk uw idee",
    to_pledge: "Bekijk uw aanbod",
    to_question: "Bekijk uw vraag",
    code: |code| {
        format!("Werkt de link niet? Ga naar de pagina ‘Volg uw idee’ van Buurtstem. Vul daar deze code in: {code}")
    },
    share_with_nobody: "De link en de code zijn alleen voor u. Deel ze met niemand.",
    questions: |phone, hours| format!("Hebt u vragen? Bel {phone} ({hours})."),
    no_answers: "U kunt deze mail niet beantwoorden.",
    signature: |municipality| format!("Gemeente {municipality}"),
    sender: |municipality| format!("Buurtstem {municipality}"),
    stop: "Geen berichten meer ontvangen",
    confirm: "Bevestig mijn e-mailadres",
    to_report: "Lees de uitkomst",
    stop_reader: "Toch geen mail ontvangen",
};

pub(super) static OFFICIALS: OfficialFrame = OfficialFrame {
    dear: |name| format!("Beste {name},"),
    to_case: "Open de zaak",
    to_partners: "Bekijk de organisaties",
    to_webhooks: "Bekijk de koppelingen",
    to_work: "Open uw werklijst",
    by_mail: "U hoeft zich niet aan te melden. Op de pagina vraagt u een code aan. Die komt op dit mailadres.",
    your_code: |code| format!("Uw code is: {code}"),
    changes: |count| if count == 1 { "1 bericht".to_owned() } else { format!("{count} berichten") },
};

fn date(date: CivilDate) -> String {
    widget::texts::of(Language::Nl).date(date)
}

#[expect(clippy::too_many_lines, reason = "a table: one entry for each kind")]
pub(super) fn words(kind: MailKind, facts: &Facts) -> Words {
    let n = &facts.number;
    let (subject, paragraphs): (String, Vec<String>) = match kind {
        MailKind::Received => (
            format!("Wij hebben uw idee ontvangen ({n})"),
            vec![
                format!("Bedankt voor uw idee voor de buurt. Het heeft nummer {n}."),
                format!(
                    "Uw idee gaat naar {}. U hoort uiterlijk {} van ons.",
                    facts.first_owner,
                    date(facts.first_promise)
                ),
                "Op uw eigen pagina ziet u wat er met uw idee gebeurt.".to_owned(),
            ],
        ),
        MailKind::News => (
            format!("Er is nieuws over uw idee ({n})"),
            vec![format!("Er is nieuws over uw idee met nummer {n}."), ON_YOUR_PAGE.to_owned()],
        ),
        MailKind::Question => (
            format!("Wij hebben een vraag over uw idee ({n})"),
            vec![
                format!("Wij hebben een vraag aan u over uw idee met nummer {n}."),
                match facts.answer_until {
                    Some(until) => {
                        format!("U kunt antwoorden tot en met {}. Dat doet u op uw eigen pagina.", date(until))
                    }
                    None => ON_YOUR_PAGE.to_owned(),
                },
            ],
        ),
        MailKind::AnswerTermPassed => (
            format!("Wij gaan verder met uw idee ({n})"),
            vec![
                format!("Wij hadden een vraag over uw idee met nummer {n}. Wij kregen geen antwoord."),
                "Wij gaan nu verder zonder uw antwoord. Wilt u toch nog iets vertellen? Bel ons dan.".to_owned(),
            ],
        ),
        MailKind::HandoverOffered => (
            format!("Wij vragen een andere organisatie om hulp ({n})"),
            vec![
                format!("Wij hebben een andere organisatie gevraagd om uw idee met nummer {n} over te nemen."),
                "Tot die organisatie ja zegt, verandert er voor u niets.".to_owned(),
            ],
        ),
        MailKind::OwnerChanged => (
            format!("Een andere organisatie helpt u verder ({n})"),
            vec![
                format!("Een andere organisatie helpt u verder met uw idee met nummer {n}."),
                "Op uw eigen pagina ziet u welke organisatie dat is. U ziet daar ook wanneer u iets hoort.".to_owned(),
            ],
        ),
        MailKind::PromiseMoved => (
            format!("U hoort op een andere dag van ons ({n})"),
            vec![
                format!("Wij hebben meer of minder tijd nodig voor uw idee met nummer {n}."),
                "Op uw eigen pagina leest u de nieuwe datum, en waarom die anders is.".to_owned(),
            ],
        ),
        MailKind::Concluded => (
            format!("Er is een antwoord op uw idee ({n})"),
            vec![format!("Er is een antwoord op uw idee met nummer {n}."), ON_YOUR_PAGE.to_owned()],
        ),
        MailKind::PassedOn => passed_on(n),
        MailKind::MergedNews => merged_news(n),
        MailKind::Unmerged => unmerged(n),
        MailKind::PledgeReceived | MailKind::PledgeNews | MailKind::PledgeForYou => pledge(kind, n),
        MailKind::QuestionReceived | MailKind::QuestionNews | MailKind::QuestionForYou => question(kind, n),
        MailKind::Reopened => (
            format!("Wij kijken opnieuw naar uw idee ({n})"),
            vec![
                format!("Wij kijken opnieuw naar uw idee met nummer {n}."),
                "Op uw eigen pagina ziet u wanneer u iets hoort.".to_owned(),
            ],
        ),
        MailKind::ReopeningRefused => (
            format!("Wij blijven bij ons antwoord ({n})"),
            vec![
                format!("U vroeg ons opnieuw te kijken naar uw idee met nummer {n}. Wij blijven bij ons antwoord."),
                "Op uw eigen pagina leest u waarom.".to_owned(),
            ],
        ),
        MailKind::TextsErased => texts_erased(n),
        MailKind::WithdrawalConfirmed => (
            format!("U hebt uw idee ingetrokken ({n})"),
            vec![
                format!("U hebt uw idee met nummer {n} ingetrokken. Wij doen er niets meer mee."),
                "Hebt u dit niet zelf gedaan? Bel ons dan.".to_owned(),
            ],
        ),
        MailKind::MadePublic => (
            format!("Iedereen kan uw idee nu lezen ({n})"),
            vec![
                format!("Uw idee met nummer {n} staat nu bij de initiatieven in de buurt. Iedereen kan het lezen."),
                "Uw naam en uw e-mailadres staan er niet bij.".to_owned(),
            ],
        ),
        MailKind::NoLongerPublic => no_longer_public(n),
        MailKind::ConfirmReader | MailKind::ReportPublished => reader(kind, n),
        for_officials => official(for_officials, facts),
    };
    Words { subject, paragraphs }
}

fn texts_erased(n: &str) -> (String, Vec<String>) {
    (
        format!("Wij hebben teksten bij uw idee gewist ({n})"),
        vec![
            format!("Wij hebben teksten gewist bij uw idee met nummer {n}, omdat daarom is gevraagd."),
            "Hebt u dit niet zelf gevraagd? Bel ons dan.".to_owned(),
        ],
    )
}

fn no_longer_public(n: &str) -> (String, Vec<String>) {
    (
        format!("Uw idee staat niet meer op de site ({n})"),
        vec![
            format!("Uw idee met nummer {n} staat niet meer bij de initiatieven in de buurt."),
            "Op uw eigen pagina ziet u hoe het nu verdergaat.".to_owned(),
        ],
    )
}

fn reader(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::ConfirmReader => (
            format!("Bevestig uw e-mailadres: {n}"),
            vec![
                format!("Iemand vroeg om een mail met de uitkomst van de peiling ‘{n}’."),
                "Was u dat? Open dan de link en druk op de knop.".to_owned(),
                "Was u het niet? Doe dan niets. Na 7 dagen wissen wij uw adres.".to_owned(),
            ],
        ),
        _ => (
            format!("De uitkomst van de peiling: {n}"),
            vec![
                format!("De uitkomst van de peiling ‘{n}’ is bekend."),
                "U leest wat wij hoorden, wat wij doen en wat u kunt doen.".to_owned(),
                "Dit is de enige mail over deze peiling. Wij hebben uw adres nu gewist.".to_owned(),
            ],
        ),
    }
}

fn passed_on(n: &str) -> (String, Vec<String>) {
    (
        format!("Wij hebben uw bericht doorgestuurd ({n})"),
        vec![
            format!("Wij hebben uw bericht met nummer {n} doorgestuurd."),
            "Op uw eigen pagina leest u naar wie, wat er nu gebeurt en wanneer u antwoord krijgt.".to_owned(),
        ],
    )
}

fn pledge(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::PledgeReceived => (
            "U doet mee met een initiatief in uw buurt".to_owned(),
            vec![
                "Bedankt dat u mee wilt doen. De bewoner die het initiatief bedacht, leest wat u kunt doen. Zegt die ja? Dan kunt u elkaar berichten sturen.".to_owned(),
                "Uw e-mailadres ziet niemand. Hebt u dit niet zelf ingevuld, of wilt u toch niet? Trek het aanbod in op uw eigen pagina. Wij wissen dan uw adres.".to_owned(),
            ],
        ),
        MailKind::PledgeNews => (
            "Er is nieuws over uw aanbod om mee te doen".to_owned(),
            vec![
                "Er is nieuws over uw aanbod om mee te doen met een initiatief in uw buurt.".to_owned(),
                ON_YOUR_PAGE.to_owned(),
            ],
        ),
        _ => (
            format!("Iemand wil meedoen met uw idee ({n})"),
            vec![
                format!("Er is een aanbod of een bericht van iemand die wil meedoen met uw idee met nummer {n}."),
                "U leest het op uw eigen pagina. Niemand ziet uw naam of uw e-mailadres.".to_owned(),
            ],
        ),
    }
}

fn question(kind: MailKind, n: &str) -> (String, Vec<String>) {
    match kind {
        MailKind::QuestionReceived => (
            "U stelde een vraag aan iemand met ervaring".to_owned(),
            vec![
                "Een bewoner die dit al deed, leest uw vraag. Zegt die ja? Dan kunt u elkaar berichten sturen.".to_owned(),
                "Uw e-mailadres ziet niemand. Hebt u dit niet zelf ingevuld, of wilt u toch niet? Trek de vraag in op uw eigen pagina. Wij wissen dan uw adres.".to_owned(),
            ],
        ),
        MailKind::QuestionNews => (
            "Er is nieuws over uw vraag aan iemand met ervaring".to_owned(),
            vec!["Er is nieuws over de vraag die u stelde aan een bewoner die dit al deed.".to_owned(), ON_YOUR_PAGE.to_owned()],
        ),
        _ => (
            format!("Iemand vraagt hoe u het deed ({n})"),
            vec![
                format!("Er is een vraag of een bericht over uw idee met nummer {n}, van iemand die hetzelfde wil."),
                "U leest het op uw eigen pagina. U hoeft niet te antwoorden. Niemand ziet uw naam of uw e-mailadres.".to_owned(),
            ],
        ),
    }
}

fn unmerged(n: &str) -> (String, Vec<String>) {
    (
        format!("Uw idee gaat weer verder onder nummer {n}"),
        vec![
            format!(
                "Uw idee ging verder onder een ander nummer. Dat idee is ingetrokken. Uw idee met nummer {n} gaat gewoon door."
            ),
            "Op uw eigen pagina ziet u wie het heeft en wanneer u iets hoort.".to_owned(),
        ],
    )
}

fn merged_news(n: &str) -> (String, Vec<String>) {
    (
        format!("Er is een antwoord op het idee waar u bij hoort ({n})"),
        vec![
            format!("Uw idee met nummer {n} gaat verder onder een ander nummer. Daar is nu een antwoord."),
            ON_YOUR_PAGE.to_owned(),
        ],
    )
}

const ON_YOUR_PAGE: &str = "U leest het op uw eigen pagina.";

fn official(kind: MailKind, facts: &Facts) -> (String, Vec<String>) {
    if let Some((subject, first)) = helping(kind, facts) {
        return (subject, vec![first]);
    }
    let n = &facts.number;
    let promise = facts.promise.map(|promise| format!("De bewoner hoort uiterlijk {} iets.", date(promise)));
    let (subject, first): (String, String) = match kind {
        MailKind::CaseAssigned => (
            format!("Nieuwe zaak {n} voor uw organisatie"),
            format!("Uw organisatie heeft een nieuwe zaak: {n}. Geef de bewoner antwoord in gewone taal."),
        ),
        MailKind::CaseSupported => (
            format!("Uw organisatie helpt mee met zaak {n}"),
            format!("Een andere organisatie behandelt zaak {n}. Uw organisatie is gevraagd om mee te helpen."),
        ),
        MailKind::CaseOffered => (
            format!("Wilt u zaak {n} overnemen?"),
            format!("Een andere organisatie vraagt u om zaak {n} over te nemen. Zeg ja, of zeg nee met een reden."),
        ),
        MailKind::OfferAccepted => (
            format!("Zaak {n} is overgenomen"),
            format!("De organisatie die u vroeg, heeft zaak {n} overgenomen. U hoeft niets meer te doen."),
        ),
        MailKind::OfferDeclined => (
            format!("Zaak {n} is niet overgenomen"),
            format!("De organisatie die u vroeg, neemt zaak {n} niet over. De reden staat bij de zaak."),
        ),
        MailKind::OfferExpired => (
            format!("Geen antwoord op uw vraag over zaak {n}"),
            format!("De organisatie die u vroeg om zaak {n} over te nemen, heeft niet op tijd geantwoord."),
        ),
        MailKind::OfferEnded => (
            format!("U hoeft zaak {n} niet meer over te nemen"),
            format!("De vraag om zaak {n} over te nemen, geldt niet meer. U hoeft niets te doen."),
        ),
        MailKind::CaseReturned => (
            format!("U beslist nu over zaak {n}"),
            format!("Twee keer nam niemand zaak {n} over. De zaak is nu van de coördinator."),
        ),
        MailKind::ResidentAnswered => (
            format!("De bewoner heeft geantwoord in zaak {n}"),
            format!("De bewoner heeft uw vraag in zaak {n} beantwoord."),
        ),
        MailKind::QuestionUnanswered => (
            format!("Geen antwoord van de bewoner in zaak {n}"),
            format!("De bewoner heeft uw vraag in zaak {n} niet op tijd beantwoord. Ga verder zonder dat antwoord."),
        ),
        MailKind::ResidentWasHelped => (
            format!("De bewoner is geholpen in zaak {n}"),
            format!("De bewoner is geholpen met uw antwoord in zaak {n}. U hoeft niets te doen."),
        ),
        MailKind::ReopeningAsked => (
            format!("Wilt u opnieuw kijken naar zaak {n}?"),
            format!("De bewoner is niet geholpen met het antwoord in zaak {n}. Beslis of u opnieuw kijkt."),
        ),
        MailKind::CaseReopened => (
            format!("Zaak {n} is opnieuw geopend"),
            format!("Zaak {n} is opnieuw geopend. Geef de bewoner antwoord in gewone taal."),
        ),
        MailKind::ResidentThreatened => (
            format!("Dringend: lees zaak {n} op deze werkdag"),
            format!("Een bewoner vraagt om hulp bij zaak {n}. Lees de zaak en bel op deze werkdag."),
        ),
        MailKind::ResidentWithdrew => (
            format!("De bewoner heeft zaak {n} ingetrokken"),
            format!("De bewoner heeft het idee in zaak {n} ingetrokken. U hoeft niets meer te doen."),
        ),
        MailKind::ContactDue => (
            format!("Tijd voor contact: buurtpreventie, zaak {n}"),
            format!(
                "Er is drie maanden geen contact geweest met de buurtpreventie van zaak {n}. Neem contact op. Noteer het daarna in de zaak."
            ),
        ),
        MailKind::PromiseDue => {
            (format!("Herinnering: antwoord in zaak {n}"), format!("De antwoorddatum van zaak {n} is bijna voorbij."))
        }
        MailKind::PromiseBroken => (
            format!("Te laat: zaak {n} wacht op antwoord"),
            format!("De antwoorddatum van zaak {n} is meer dan twee werkdagen voorbij. De bewoner wacht nog."),
        ),
        MailKind::ReviewNeeded => (
            format!("Zaak {n} wacht op uw controle"),
            format!("De tekst van zaak {n} lijkt iemand te beschuldigen. Andere organisaties zien de zaak nog niet."),
        ),
        // The kinds for residents have been written above.
        _ => (
            format!("Controleer de toewijzing van zaak {n}"),
            format!("Zaak {n} kon niet naar de organisatie uit de regels. De zaak is nu bij de gemeente."),
        ),
    };
    (subject, [Some(first), promise.filter(|_| super::tells_promise(kind))].into_iter().flatten().collect())
}

/// About helping another organisation, dates to confirm, and organisations themselves.
fn helping(kind: MailKind, facts: &Facts) -> Option<(String, String)> {
    let n = &facts.number;
    Some(match kind {
        MailKind::SupportAsked => (
            format!("Wilt u meehelpen met zaak {n}?"),
            format!("Een andere organisatie vraagt u om hulp bij zaak {n}. Zij blijft zelf aan zet. Zeg ja of nee."),
        ),
        MailKind::HelpedCaseEnded => (
            format!("Zaak {n} is afgerond"),
            format!("Zaak {n} is afgerond. U hielp daarbij, of was daarvoor gevraagd. U hoeft niets meer te doen."),
        ),
        MailKind::SupportAnswered => (
            format!("Antwoord op uw vraag om hulp bij zaak {n}"),
            format!("De organisatie die u om hulp vroeg bij zaak {n}, heeft geantwoord."),
        ),
        MailKind::UpdateProposed => (
            format!("Voorstel voor een antwoord in zaak {n}"),
            format!("Een organisatie die meehelpt, schreef een voorstel voor een antwoord in zaak {n}."),
        ),
        MailKind::TaskForPartner => (
            format!("Taken in zaak {n}"),
            format!("In zaak {n} is iets veranderd aan wat uw organisatie doet. Bekijk de taken en de dag erbij."),
        ),
        MailKind::DateProposed => (
            format!("Klopt de datum in zaak {n}?"),
            format!("Volgens zaak {n} voert uw organisatie iets uit. Bevestig de datum, of zeg waarom het niet kan."),
        ),
        MailKind::DateAnswered => (
            format!("Antwoord op de datum in zaak {n}"),
            format!("De organisatie die zaak {n} uitvoert, heeft op uw datum geantwoord."),
        ),
        MailKind::PartnerUnavailable => (
            format!("{} kan nu geen zaken aannemen", facts.partner),
            "De afspraak over gegevens is verlopen, of er is niemand aan het werk. Nieuwe ideeën gaan naar u."
                .to_owned(),
        ),
        MailKind::MailedCode => (
            format!("Uw code voor zaak {n}"),
            "De code geldt 10 minuten. Vul hem in op de pagina waar u hem vroeg. Geef hem aan niemand, ook niet aan de \
             gemeente. Vroeg u geen code? Doe dan niets."
                .to_owned(),
        ),
        MailKind::MailedLocked => (
            format!("Te veel verkeerde codes voor zaak {n}"),
            "Iemand vulde vaak een verkeerde code in. De link in de mail werkt nu een dag niet. Bel de organisatie."
                .to_owned(),
        ),
        MailKind::DailyOverview => (
            format!("Overzicht van uw zaken: {n}"),
            "Dit is er gebeurd sinds het vorige overzicht.".to_owned(),
        ),
        MailKind::WebhookStopped => (
            format!("De koppeling met {} werkt niet", facts.partner),
            "Het andere systeem neemt onze berichten niet aan. Kijk op de pagina wat er mis is.".to_owned(),
        ),
        _ => return None,
    })
}
