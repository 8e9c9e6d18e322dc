//! Units of targets, from `rules/reading/units.toml`.

use super::super::token::{Kind, Token};
use std::collections::HashMap;
use std::sync::LazyLock;

#[derive(Default, serde::Deserialize)]
struct File {
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
    for unit in file.unit {
        for printed in unit.printed {
            let spaced = printed.replace('/', " / ").replace('.', " . ");
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
        fits.then(|| (name.clone(), start + parts.len()))
    })
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
