//! Names of fields: however people write them, one key.

use std::borrow::Cow;
use thidua_domain::basics::text::fold;

/// The key of a name: `Họ và tên`, `HO_VA_TEN` and `ho-va-ten` are the same field.
pub fn key(name: &str) -> Cow<'_, str> {
    if !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
        return Cow::Borrowed(name);
    }
    let mut key = String::with_capacity(name.len());
    for letter in fold(name).chars() {
        if letter.is_alphanumeric() {
            key.push(letter);
        } else if !key.is_empty() && !key.ends_with('_') {
            key.push('_');
        }
    }
    key.truncate(key.trim_end_matches('_').len());
    Cow::Owned(key)
}

/// The known names that are nearest to one that is not known, best first.
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Vec<String> {
    let name = key(name);
    // a third of the letters may differ: more is another word
    let most = (name.chars().count() / 3).clamp(1, 4);
    let mut found: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|candidate| {
            let away = distance(&name, candidate);
            let within =
                name.len() >= 3 && candidate.contains(&*name) || candidate.len() >= 3 && name.contains(candidate);
            (away <= most || within).then_some((if within { away.min(1) } else { away }, candidate))
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().take(3).map(|(_, candidate)| candidate.to_owned()).collect()
}

/// Letters to change, put in or take out to make one name of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().take(80).collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().take(80).enumerate() {
        let mut before = row[0];
        row[0] = at + 1;
        for (column, known) in other.iter().enumerate() {
            let changed = before + usize::from(letter != *known);
            before = row[column + 1];
            row[column + 1] = changed.min(before + 1).min(row[column] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn template_names_are_one_key_however_they_are_written() {
        for name in ["Họ và tên", "HO_VA_TEN", "ho-va-ten", "Họ  và tên (*)", "ho_va_ten"] {
            assert_eq!(key(name), "ho_va_ten", "{name}");
        }
        assert_eq!(key("Số QĐ"), "so_qd");
        assert_eq!(key("***"), "");
    }

    #[test]
    fn template_names_that_are_near_are_proposed_best_first() {
        let known = ["ho_ten", "don_vi", "so_quyet_dinh", "ngay_quyet_dinh"];
        assert_eq!(nearest("hoten", known), ["ho_ten"]);
        assert_eq!(nearest("Họ_tên_", known), ["ho_ten"]);
        assert_eq!(nearest("quyet_dinh", known), ["ngay_quyet_dinh", "so_quyet_dinh"]);
        assert!(nearest("zzzz", known).is_empty());
    }
}
