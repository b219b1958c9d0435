//! Words of danger. Who uses one may be waiting for help on a form that nobody reads at once.

use super::token::tokens;

/// Words, or their beginnings (with a star). A fire in a barbecue is found as well: the number is shown once too often
/// rather than once too little.
const DANGER: [&str; 38] = [
    "brand",
    "brandstichting",
    "schiet*",
    "geschoten",
    "schoten",
    "vuurwapen*",
    "pistool",
    "mes",
    "messen",
    "steekpartij",
    "neergestoken",
    "gewapend*",
    "bom",
    "explosie*",
    "ontploffing*",
    "explodeer*",
    "bewusteloos",
    "bloedt",
    "gewond*",
    "aangevallen",
    "overval*",
    "ontvoer*",
    "mishandel*",
    "verkracht*",
    "zelfmoord",
    "levensgevaar*",
    "gaslucht",
    "gaslek",
    "shooting",
    "shots",
    "gun",
    "knife",
    "stabbed",
    "explosion",
    "unconscious",
    "bleeding",
    "robbery",
    "suicide",
];

/// Whether somebody may be in danger now. Nothing is refused for it: whoever writes it is told first whom to call.
///
/// ```
/// use shared::privacy::speaks_of_danger;
/// assert!(speaks_of_danger("Er is brand in de berging!"));
/// assert!(!speaks_of_danger("De lamp brandt niet."));
/// ```
pub fn speaks_of_danger(text: &str) -> bool {
    tokens(text).iter().any(|token| {
        let lower = token.text.to_lowercase();
        DANGER.iter().any(|word| match word.strip_suffix('*') {
            Some(begin) => lower.starts_with(begin),
            None => lower == *word,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::speaks_of_danger;

    #[test]
    fn danger_is_heard_and_plain_talk_is_not() {
        for text in [
            "Iemand loopt met een MES op het plein",
            "Er wordt geschoten",
            "Mijn buurman mishandelt zijn hond",
            "There was a shooting",
            "Het ruikt hier naar gas, een gaslek?",
        ] {
            assert!(speaks_of_danger(text), "{text}");
        }
        for text in
            ["", "De lamp brandt niet.", "De brandgang is donker", "Een mooie boom", "De messing bel", "gunstig"]
        {
            assert!(!speaks_of_danger(text), "{text}");
        }
    }
}
