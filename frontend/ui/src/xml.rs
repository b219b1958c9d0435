//! Texts inside XML files: feeds and pictures.

/// A text inside XML 1.0, which knows fewer characters than people type.
pub fn xml_text(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\n' | '\t' => xml.push(character),
            character if character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}') => {}
            character => xml.push(character),
        }
    }
    xml
}

#[cfg(test)]
mod tests {
    use super::xml_text;

    #[test]
    fn what_means_something_in_xml_is_written_otherwise_and_what_xml_knows_not_goes() {
        let text = "a & b <c> \"d\" \u{0}\u{8}\u{ffff}\n'e' é";
        assert_eq!(xml_text(text), "a &amp; b &lt;c&gt; &quot;d&quot; \n'e' é");
    }
}
