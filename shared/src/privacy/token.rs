//! A text as words and numbers, with what stands between them.

/// A run of letters or a run of digits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    /// What stands before it, back to the token before.
    pub(super) gap: &'a str,
}

impl Token<'_> {
    pub(super) const fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is_number(&self) -> bool {
        self.text.starts_with(|character: char| character.is_ascii_digit())
    }

    /// Whether it begins with a capital letter.
    pub(super) fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it touches the token before it or only a space lies between.
    pub(super) fn follows_closely(&self) -> bool {
        matches!(self.gap, "" | " ")
    }

    pub(super) fn is(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.text.eq_ignore_ascii_case(word))
    }
}

/// Letters and digits are separate runs: `12b` is two tokens that touch.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let (mut gap_start, mut run): (usize, Option<(usize, bool)>) = (0, None);
    let boundaries = text.char_indices().map(|(place, character)| (place, kind(character)));
    for (place, kind) in boundaries.chain([(text.len(), None)]) {
        if let Some((start, is_digit)) = run
            && kind != Some(is_digit)
        {
            if let (Some(word), Some(gap)) = (text.get(start..place), text.get(gap_start..start)) {
                tokens.push(Token { text: word, start, gap });
            }
            (gap_start, run) = (place, None);
        }
        if let (None, Some(is_digit)) = (run, kind) {
            run = Some((place, is_digit));
        }
    }
    tokens
}

/// Whether the character is a digit; none for what is neither digit nor letter.
fn kind(character: char) -> Option<bool> {
    if character.is_ascii_digit() {
        Some(true)
    } else if character.is_alphabetic() {
        Some(false)
    } else {
        None
    }
}
