//! Units of targets, from `rules/reading/units.toml`.

use super::super::token::{Kind, Token};
use std::collections::HashMap;
use std::sync::LazyLock;
use thidua_domain::basics::text::fold;
use unicode_normalization::UnicodeNormalization;

#[derive(Default, serde::Deserialize)]
struct File {
    /// Counted nouns, printed as they are named.
    nouns: Vec<String>,
    unit: Vec<Unit>,
}

#[derive(serde::Deserialize)]
struct Unit {
    name: String,
    printed: Vec<String>,
}

/// A printed form, token by token, with the canonical name.
type Form = (Vec<String>, String);

/// Printed forms as token sequences, by their first token; longer ones first.
static FORMS: LazyLock<HashMap<String, Vec<Form>>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../../../../rules/reading/units.toml")).unwrap_or_default();
    let mut forms: HashMap<String, Vec<Form>> = HashMap::new();
    let named = file.nouns.into_iter().map(|name| Unit { printed: vec![fold(&name)], name });
    for unit in file.unit.into_iter().chain(named) {
        for printed in unit.printed {
            let spaced = printed.replace('/', " / ").replace('.', " . ").replace(',', " , ");
            let parts: Vec<String> = spaced.split_whitespace().map(str::to_owned).collect();
            if let Some(first) = parts.first().cloned() {
                forms.entry(first).or_default().push((parts, unit.name.clone()));
            }
        }
    }
    for list in forms.values_mut() {
        list.sort_by_key(|(parts, _)| std::cmp::Reverse(parts.len()));
    }
    forms
});

/// The unit that begins at `start`, with the position after it.
pub fn unit_at(tokens: &[Token], start: usize) -> Option<(String, usize)> {
    let first = tokens.get(start)?;
    let list = FORMS.get(&first.folded)?;
    list.iter().find_map(|(parts, name)| {
        let fits = parts.iter().enumerate().all(|(ahead, part)| {
            tokens
                .get(start + ahead)
                .is_some_and(|token| token.folded == *part || (token.kind == Kind::Mark && token.text == *part))
        });
        (fits && is_spelled(name, &tokens[start..start + parts.len()])).then(|| (name.clone(), start + parts.len()))
    })
}

/// Whether the words are the name as it is spelled: `ban` and `bản` are two units. Abbreviations, and words whose marks are lost
/// or doubtful, are taken as they fold.
fn is_spelled(name: &str, words: &[Token]) -> bool {
    let spelled = name.split(' ').count() == words.len() && words.iter().all(|word| word.kind == Kind::Word);
    !spelled
        || name.split(' ').zip(words).all(|(wanted, word)| {
            let printed = word.text.to_lowercase();
            word.doubtful
                || fold(wanted) != word.folded
                || letters_and_tone(&wanted.to_lowercase()) == letters_and_tone(&printed)
        })
}

/// The letters of a syllable without its tone, and the tone: alike wherever the tone is written (`hoá`, `hóa`).
fn letters_and_tone(word: &str) -> (String, Option<char>) {
    let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let (tones, letters): (Vec<char>, Vec<char>) = word.nfd().partition(is_tone);
    (letters.into_iter().collect(), tones.first().copied())
}

#[cfg(test)]
mod tests {
    use super::super::super::tokenise;
    use super::*;

    #[test]
    fn composite_and_abbreviated_units_are_canonical() {
        assert!(toml::from_str::<File>(include_str!("../../../../../rules/reading/units.toml")).is_ok());
        for (printed, name) in [
            ("Tr.đ/người/năm", "triệu đồng/người/năm"),
            ("trđ", "triệu đồng"),
            ("tỷ đồng", "tỷ đồng"),
            ("%", "%"),
            ("m<sup>2</sup>/người", "m²/người"),
            ("kg/người/năm", "kg/người/năm"),
            ("lượt khách", "lượt khách"),
            ("phần trăm", "%"),
        ] {
            let tokens = tokenise::line(printed, 0, false);
            assert_eq!(unit_at(&tokens, 0), Some((name.to_owned(), tokens.len())), "{printed}");
        }
    }
}
