//! The map of the areas.

pub(crate) struct MapTexts {
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) file: &'static str,
    pub(crate) hint: &'static str,
    pub(crate) no_file: &'static str,
    pub(crate) send: &'static str,
    pub(crate) remove: &'static str,
    pub(crate) removed: &'static str,
    pub(crate) loaded: fn(usize, usize, usize) -> String,
    pub(crate) without: fn(&str) -> String,
    pub(crate) unused: fn(usize) -> String,
}

impl MapTexts {
    pub(super) const NL: Self = Self {
        title: "Kaart van de buurten",
        lead: "Met een kaart staan cijfers per buurt ook als kaart bij de uitslag. Zonder kaart staan ze alleen in een tabel.",
        file: "Bestand met de grenzen (GeoJSON)",
        hint: "Download de buurten bij PDOK (Wijken en Buurten). Lengte- en breedtegraden (WGS 84) mogen, en de \
               Rijksdriehoek (EPSG:28992) ook. Elke buurt wordt herkend aan de CBS-code. Hoogstens 12 MB.",
        no_file: "Kies eerst een bestand.",
        send: "Laad deze kaart",
        remove: "Haal de kaart weg",
        removed: "De kaart is weg.",
        loaded: |areas, before, after| {
            let areas = if areas == 1 { "1 gebied staat".to_owned() } else { format!("{areas} gebieden staan") };
            format!("De kaart is geladen: {areas} erop. Van {before} punten zijn er {after} over.")
        },
        without: |names| format!("Zonder vorm: {names}. Hun cijfers staan wel in de tabel."),
        unused: |count| {
            if count == 1 {
                "1 vorm in het bestand hoort bij geen van uw buurten.".to_owned()
            } else {
                format!("{count} vormen in het bestand horen bij geen van uw buurten.")
            }
        },
    };
}
