//! The frame around every page, signing in, forms and days.

use shared::actor::Role;
use shared::text::Language;

/// Names of days and the words for near ones.
pub(crate) struct DayTexts {
    pub(crate) months: [&'static str; 12],
    /// Monday first.
    pub(crate) weekdays: [&'static str; 7],
    pub(crate) today: &'static str,
    pub(crate) tomorrow: &'static str,
    pub(crate) yesterday: &'static str,
    pub(crate) in_days: fn(i64) -> String,
    pub(crate) days_ago: fn(i64) -> String,
}

impl DayTexts {
    pub(super) const NL: Self = Self {
        months: [
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
        ],
        weekdays: ["ma", "di", "wo", "do", "vr", "za", "zo"],
        today: "vandaag",
        tomorrow: "morgen",
        yesterday: "gisteren",
        in_days: |days| format!("over {days} dagen"),
        days_ago: |days| format!("{days} dagen geleden"),
    };
}

/// Header, menu, and what can stand on every page.
pub(crate) struct FrameTexts {
    pub(crate) product: &'static str,
    pub(crate) skip_to_content: &'static str,
    pub(crate) menu: &'static str,
    pub(crate) work: &'static str,
    pub(crate) intake: &'static str,
    pub(crate) polls: &'static str,
    pub(crate) messages: &'static str,
    pub(crate) routing: &'static str,
    pub(crate) partners: &'static str,
    pub(crate) sign_out: &'static str,
    pub(crate) sign_out_failed: &'static str,
    pub(crate) loading: &'static str,
    pub(crate) try_again: &'static str,
    pub(crate) unreachable_title: &'static str,
    pub(crate) unreachable: &'static str,
    pub(crate) broken_title: &'static str,
    pub(crate) broken: &'static str,
    pub(crate) not_found_title: &'static str,
    pub(crate) not_found: &'static str,
    pub(crate) to_start: &'static str,
    pub(crate) administrator_title: &'static str,
    pub(crate) administrator: &'static str,
    pub(crate) role: fn(Role) -> &'static str,
    pub(crate) language: fn(Language) -> &'static str,
}

impl FrameTexts {
    pub(super) const NL: Self = Self {
        product: "Buurtstem",
        skip_to_content: "Naar de inhoud",
        menu: "Hoofdmenu",
        work: "Zaken",
        intake: "Idee invoeren",
        polls: "Peilingen",
        messages: "Berichten",
        routing: "Toewijzing",
        partners: "Organisaties",
        sign_out: "Afmelden",
        sign_out_failed: "Afmelden is niet gelukt. Controleer uw verbinding en probeer het opnieuw.",
        loading: "Bezig met laden …",
        try_again: "Probeer het opnieuw",
        unreachable_title: "Geen verbinding",
        unreachable: "We krijgen geen antwoord. Wat u typte staat er nog. Controleer uw internetverbinding en probeer het opnieuw.",
        broken_title: "Er ging iets mis bij ons",
        broken: "Dit ligt niet aan u. Wat u typte staat er nog. Probeer het over een paar minuten opnieuw. Blijft het misgaan? Meld het bij uw beheerder.",
        not_found_title: "Deze pagina is er niet",
        not_found: "Het adres klopt niet, of de pagina hoort niet bij uw werk. Mist u iets? Vraag het uw beheerder.",
        to_start: "Naar de eerste pagina",
        administrator_title: "U bent aangemeld als beheerder",
        administrator: "Onder Toewijzing bepaalt u welke organisatie een idee krijgt. Onder Organisaties staan de afspraken over gegevens en wie er afwezig is. Onder Standaardteksten maakt u teksten waarmee medewerkers kunnen beginnen. Onder Berichten ziet u welke mails Buurtstem verstuurt. De peilingen kunt u bekijken. Medewerkers en gebieden staan in het bestand van uw gemeente. Uw leverancier past dat aan.",
        role: |role| match role {
            Role::Coordinator => "coördinator",
            Role::Handler => "behandelaar",
            Role::Editor => "redacteur",
            Role::Administrator => "beheerder",
            Role::Reader => "meelezer",
        },
        language: language_name,
    };
}

pub(super) const fn language_name(language: Language) -> &'static str {
    match language {
        Language::Nl => "Nederlands",
        Language::En => "Engels",
        Language::Tr => "Turks",
        Language::Ar => "Arabisch",
        Language::Pl => "Pools",
        Language::Uk => "Oekraïens",
    }
}

/// Signing in and out, and a session that ended.
pub(crate) struct SignInTexts {
    pub(crate) title: &'static str,
    pub(crate) with_link: &'static str,
    pub(crate) without_link: &'static str,
    pub(crate) sign_in: &'static str,
    pub(crate) busy: &'static str,
    pub(crate) paste_label: &'static str,
    pub(crate) paste_hint: &'static str,
    pub(crate) paste_required: &'static str,
    pub(crate) refused_title: &'static str,
    pub(crate) refused: &'static str,
    pub(crate) refused_next: &'static str,
    pub(crate) how_title: &'static str,
    pub(crate) how: [&'static str; 3],
    pub(crate) lost_title: &'static str,
    pub(crate) lost: &'static str,
    pub(crate) lost_other_tab: &'static str,
    pub(crate) carry_on: &'static str,
    pub(crate) still_signed_out: &'static str,
    pub(crate) signed_out_title: &'static str,
    pub(crate) signed_out: &'static str,
    pub(crate) no_cookies_kept: &'static str,
}

impl SignInTexts {
    pub(super) const NL: Self = Self {
        title: "Aanmelden",
        with_link: "U heeft een aanmeldlink geopend. Kies Aanmelden om te beginnen.",
        without_link: "U meldt zich aan met een persoonlijke link. Die link werkt één keer.",
        sign_in: "Aanmelden",
        busy: "Bezig met aanmelden …",
        paste_label: "Uw aanmeldlink",
        paste_hint: "Heeft u een link gekregen? Kopieer de hele link en plak hem hier.",
        paste_required: "Plak hier de hele link die u kreeg.",
        refused_title: "Deze link werkt niet (meer)",
        refused: "De link is al gebruikt, is te oud of niet helemaal overgenomen.",
        refused_next: "Vraag uw beheerder of coördinator om een nieuwe link. Open altijd de nieuwste.",
        how_title: "Zo krijgt u een link",
        how: [
            "Vraag uw beheerder of de coördinator van de gemeente om een aanmeldlink.",
            "Open de link op dit apparaat.",
            "Kies Aanmelden. Daarna werkt de link niet meer.",
        ],
        lost_title: "U bent afgemeld",
        lost: "U was langer dan een half uur weg, of u meldde zich af in een ander tabblad. Wat u typte is niet weg: meld u opnieuw aan en ga verder waar u was. Sluit daarom deze pagina niet.",
        lost_other_tab: "Opende u uw nieuwe link in een ander tabblad? Kies dan hier Verder.",
        carry_on: "Verder",
        still_signed_out: "U bent nog niet aangemeld. Plak uw nieuwe link hierboven, of open hem in een ander tabblad.",
        signed_out_title: "U bent afgemeld",
        signed_out: "U kunt deze pagina sluiten.",
        no_cookies_kept: "Werkt u op een gedeelde computer? Meld u af als u klaar bent.",
    };
}

/// Words of every form.
pub(crate) struct FormTexts {
    pub(crate) faults_title: &'static str,
    pub(crate) optional: &'static str,
    pub(crate) choose: &'static str,
    pub(crate) cancel: &'static str,
    pub(crate) hints_title: &'static str,
    pub(crate) hint_long: fn(&str, usize) -> String,
    pub(crate) hint_hard: fn(&str, &str) -> String,
    pub(crate) hint_placeholder: fn(&str) -> String,
    pub(crate) busy: &'static str,
    pub(crate) characters_left: fn(usize) -> String,
    pub(crate) characters_over: fn(usize) -> String,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
}

impl FormTexts {
    pub(super) const NL: Self = Self {
        faults_title: "Nog niet gelukt. Kijk dit nog even na:",
        optional: "(mag u overslaan)",
        choose: "Kies …",
        cancel: "Annuleren",
        hints_title: "Kan dit eenvoudiger?",
        hint_long: |begins, words| format!("De zin ‘{begins} …’ heeft {words} woorden. Maak er twee van."),
        hint_hard: |word, plain| format!("‘{word}’ kan eenvoudiger: ‘{plain}’."),
        hint_placeholder: |left| format!("Vul nog in: [{left}]."),
        busy: "Bezig …",
        characters_left: |count| if count == 1 { "Nog 1 teken".to_owned() } else { format!("Nog {count} tekens") },
        characters_over: |count| {
            if count == 1 { "1 teken te veel".to_owned() } else { format!("{count} tekens te veel") }
        },
        yes: "Ja",
        no: "Nee",
    };
}
