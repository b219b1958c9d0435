//! The table that says in which buurt a postcode lies.

use super::number;

pub(crate) struct PostcodeTexts {
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) file: &'static str,
    pub(crate) hint: &'static str,
    pub(crate) no_file: &'static str,
    pub(crate) look: &'static str,
    pub(crate) send: &'static str,
    pub(crate) remove: &'static str,
    pub(crate) removed: &'static str,
    pub(crate) none: &'static str,
    /// Postcodes, addresses, the day.
    pub(crate) loaded: fn(u32, u32, &str) -> String,
    pub(crate) preview: &'static str,
    pub(crate) stored: &'static str,
    /// Postcodes, addresses, and postcodes in more than one buurt.
    pub(crate) read: fn(u32, u32, u32) -> String,
    pub(crate) year: fn(u16) -> String,
    pub(crate) elsewhere: fn(u32) -> String,
    /// The codes of buurten that the municipality does not have.
    pub(crate) unknown: fn(&str) -> String,
    pub(crate) without: fn(&str) -> String,
    pub(crate) columns: &'static str,
    pub(crate) nothing: &'static str,
    pub(crate) twice: &'static str,
    pub(crate) line: fn(&str, &str) -> String,
}

impl PostcodeTexts {
    pub(super) const NL: Self = Self {
        title: "Postcodes en buurten",
        lead: "Met deze tabel vinden bewoners hun buurt met hun postcode. Alleen de buurt wordt bewaard. Zonder tabel kiezen zij \
               uit een lijst.",
        file: "Tabel met postcodes (CSV)",
        hint: "Download bij het CBS de tabel \"Buurt, wijk en gemeente voor postcode huisnummer\". Nodig zijn de kolommen PC6, \
               Huisnummer en Buurt. Haal er eerst de regels van uw eigen gemeente uit: het bestand is hoogstens 20 MB. Regels van \
               andere gemeenten slaan wij over.",
        no_file: "Kies eerst een bestand.",
        look: "Bekijk dit bestand",
        send: "Laad deze tabel",
        remove: "Haal de tabel weg",
        removed: "De tabel is weg.",
        none: "Er is nu geen tabel geladen.",
        loaded: |postcodes, addresses, day| {
            format!("Geladen op {day}: {} postcodes met {} huisnummers.", number(postcodes), number(addresses))
        },
        preview: "Dit staat in het bestand. Er is nog niets veranderd.",
        stored: "De tabel is geladen.",
        read: |postcodes, addresses, divided| {
            let divided = match divided {
                0 => "Elke postcode ligt in één buurt.".to_owned(),
                1 => "1 postcode ligt in meer dan één buurt; daar vragen wij het huisnummer.".to_owned(),
                _ => format!(
                    "{} postcodes liggen in meer dan één buurt; daar vragen wij het huisnummer.",
                    number(divided)
                ),
            };
            format!("{} postcodes met {} huisnummers. {divided}", number(postcodes), number(addresses))
        },
        year: |year| format!("Indeling in buurten van {year}."),
        elsewhere: |lines| {
            if lines == 1 {
                "1 regel is van een andere gemeente en is overgeslagen.".to_owned()
            } else {
                format!("{} regels zijn van andere gemeenten en zijn overgeslagen.", number(lines))
            }
        },
        unknown: |codes| format!("Overgeslagen, want deze buurten staan hier niet: {codes}."),
        columns: "De eerste regel noemt niet alle kolommen. Nodig zijn PC6, Huisnummer en Buurt.",
        nothing: "Geen enkele regel hoort bij een buurt van uw gemeente. Klopt het jaar van de buurten?",
        twice: "dit adres staat ook in een andere buurt.",
        line: |line, problem| format!("Regel {line}: {problem}"),
        without: |names| format!("Zonder postcode in dit bestand: {names}. Bewoners kiezen die buurt uit de lijst."),
    };
}
