//! The work list.

use shared::case::PublicStatus;
use shared::proposal::ProposalKind;
use shared::wire::admin::CaseScope;

use crate::work::Group;

pub(crate) struct WorkTexts {
    pub(crate) title: fn(CaseScope) -> &'static str,
    pub(crate) tabs: &'static str,
    pub(crate) tab: fn(CaseScope) -> &'static str,
    pub(crate) filter: &'static str,
    pub(crate) filter_hint: &'static str,
    pub(crate) filter_hint_more: &'static str,
    /// How many are shown, and whether there are more.
    pub(crate) count: fn(usize, bool) -> String,
    pub(crate) many: fn(usize, bool) -> String,
    pub(crate) more: &'static str,
    pub(crate) loading_more: &'static str,
    pub(crate) count_filtered: fn(usize, usize) -> String,
    pub(crate) group: fn(Group, usize) -> String,
    pub(crate) group_help: fn(Group) -> Option<&'static str>,
    pub(crate) nothing_found: &'static str,
    pub(crate) clear_filter: &'static str,
    pub(crate) empty_title: fn(CaseScope) -> &'static str,
    pub(crate) empty: fn(CaseScope) -> &'static str,
    pub(crate) promise: &'static str,
    pub(crate) no_promise: &'static str,
    pub(crate) owner: &'static str,
    pub(crate) area: &'static str,
    pub(crate) received: &'static str,
    pub(crate) no_topic: &'static str,
    pub(crate) overdue_by: fn(i64) -> String,
    pub(crate) escalated: &'static str,
    pub(crate) owner_unreached: &'static str,
    pub(crate) held: &'static str,
    pub(crate) refused: &'static str,
    pub(crate) returned: &'static str,
    pub(crate) threatened: &'static str,
    pub(crate) offered_to_us: &'static str,
    pub(crate) offered_to: fn(&str) -> String,
    pub(crate) status: fn(PublicStatus) -> &'static str,
    pub(crate) kind: fn(ProposalKind) -> &'static str,
}

impl WorkTexts {
    pub(super) const NL: Self = Self {
        title: |scope| match scope {
            CaseScope::Mine => "Uw zaken",
            CaseScope::Supporting => "Zaken waarbij u meedenkt",
            CaseScope::All => "Alle open zaken",
            CaseScope::Held => "Zaken die uw zorg vragen",
            CaseScope::Ended => "Afgeronde zaken",
        },
        tabs: "Lijsten",
        tab: |scope| match scope {
            CaseScope::Mine => "Van ons",
            CaseScope::Supporting => "Wij denken mee",
            CaseScope::All => "Alle organisaties",
            CaseScope::Held => "Vraagt zorg",
            CaseScope::Ended => "Afgerond",
        },
        filter: "Zoek in deze lijst",
        filter_hint: "Nummer, woord, buurt of organisatie",
        filter_hint_more: "Alleen in de zaken die hier staan. Alle zaken doorzoekt u bij Zoeken.",
        count: |count, more| match (count, more) {
            (1, false) => "1 zaak".into(),
            (_, false) => format!("{count} zaken"),
            (_, true) => format!("{count} zaken getoond. Er zijn er meer."),
        },
        many: |count, more| if more { format!("{count}+") } else { count.to_string() },
        more: "Toon meer zaken",
        loading_more: "Bezig met laden…",
        count_filtered: |found, all| format!("{found} van {all} zaken"),
        group: |group, count| {
            let name = match group {
                Group::LateElsewhere => "Te laat bij een andere organisatie",
                Group::Offered => "Aan u gevraagd",
                Group::Overdue => "Te laat",
                Group::ThisWeek => "Antwoord binnen een week",
                Group::Later => "Antwoord later",
                Group::WaitingForResident => "Wacht op de bewoner",
                Group::Plain => "Zaken",
            };
            format!("{name} ({count})")
        },
        group_help: |group| match group {
            Group::LateElsewhere => Some(
                "Meer dan twee werkdagen te laat. Bel die organisatie, of laat de bewoner zelf weten hoe het ervoor staat.",
            ),
            Group::Offered => {
                Some("Een andere organisatie vraagt u deze zaak over te nemen. Open de zaak en zeg ja of nee.")
            }
            Group::Overdue => Some(
                "De bewoner wacht langer dan wij beloofden. Heeft u nog geen oplossing? Laat dan weten hoe het ervoor staat.",
            ),
            Group::WaitingForResident => Some(
                "U stelde een vraag. Komt er binnen 14 dagen geen antwoord, dan gaat de zaak zonder antwoord verder.",
            ),
            Group::ThisWeek | Group::Later | Group::Plain => None,
        },
        nothing_found: "Geen zaak past bij wat u zoekt.",
        clear_filter: "Toon alles",
        empty_title: |scope| match scope {
            CaseScope::Mine => "U bent bij",
            CaseScope::Supporting => "Er wordt nu niet om uw hulp gevraagd",
            CaseScope::All => "Er zijn geen open zaken",
            CaseScope::Held => "Niets vraagt nu uw zorg",
            CaseScope::Ended => "Nog geen afgeronde zaken",
        },
        empty: |scope| match scope {
            CaseScope::Mine => {
                "Er zijn nu geen open zaken voor uw organisatie. Komt er een nieuw idee voor u binnen, dan staat het hier bovenaan op volgorde van antwoorddatum."
            }
            CaseScope::Supporting => {
                "Hier staan zaken die een andere organisatie behandelt en waarbij uw organisatie meedenkt. U kunt ze lezen."
            }
            CaseScope::All => "Alle ideeën van bewoners zijn beantwoord.",
            CaseScope::Held => {
                "Wordt een bewoner bedreigd, dan staat de zaak hier. Ook een tekst die iemand lijkt te beschuldigen komt eerst hier. Andere organisaties zien hem pas als u hem vrijgeeft."
            }
            CaseScope::Ended => "Hier komen de zaken die zijn afgerond of door de bewoner zijn ingetrokken.",
        },
        promise: "Antwoord uiterlijk",
        no_promise: "Geen antwoorddatum",
        owner: "Bij",
        area: "Buurt",
        received: "Ontvangen",
        no_topic: "Onderwerp onbekend",
        overdue_by: |days| match days {
            ..=0 => "te laat".into(),
            1 => "1 dag te laat".into(),
            _ => format!("{days} dagen te laat"),
        },
        escalated: "Coördinator weet het",
        owner_unreached: "Organisatie kan niets aannemen",
        held: "Vastgehouden",
        refused: "Nee gezegd",
        returned: "Twee keer nee gezegd",
        threatened: "Bewoner wordt bedreigd",
        offered_to_us: "Overname gevraagd",
        offered_to: |partner| format!("Overname gevraagd aan {partner}"),
        status: |status| match status {
            PublicStatus::Received => "Nog geen antwoord",
            PublicStatus::WithPartner => "In behandeling",
            PublicStatus::QuestionForYou => "Vraag aan bewoner",
            PublicStatus::Planned => "Gepland",
            PublicStatus::InProgress => "In uitvoering",
            PublicStatus::Done => "Gedaan",
            PublicStatus::NotDone => "Niet uitgevoerd",
            PublicStatus::LookingAgain => "Wordt opnieuw bekeken",
            PublicStatus::Withdrawn => "Ingetrokken",
            PublicStatus::PassedOn => "Doorgestuurd",
            PublicStatus::Merged => "Samengevoegd",
        },
        kind: |kind| match kind {
            ProposalKind::Idea => "Idee",
            ProposalKind::Initiative => "Initiatief",
            ProposalKind::Notice => "Ter informatie",
            ProposalKind::NeighbourhoodWatch => "Buurtpreventie",
        },
    };
}
