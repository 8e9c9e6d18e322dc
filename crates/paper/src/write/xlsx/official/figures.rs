//! Which printed words are numbers, and how a spreadsheet shows them the same way.

use thidua_domain::basics::Amount;

use crate::write::xlsx::stored;

/// The number that a cell shows, and the format that shows it the same way; nothing for anything that is not plainly one.
pub(super) fn number(text: &str) -> Option<(f64, &'static str)> {
    let (digits, percent) = match text.strip_suffix('%') {
        Some(digits) => (digits, true),
        None => (text, false),
    };
    let (whole, decimals) = digits.split_once(',').map_or((digits, None), |(whole, behind)| (whole, Some(behind)));
    let bare = whole.strip_prefix('-').unwrap_or(whole);
    let groups: Vec<&str> = bare.split('.').collect();
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = groups.len() > 1;
    let (first, others) = groups.split_first()?;
    let shaped = all_digits(first)
        && first.len() <= 3 + 12 * usize::from(!grouped)
        && others.iter().all(|group| group.len() == 3 && all_digits(group));
    // a leading zero belongs to a code or to the way ordinals are written
    let leading = bare.len() > 1 && bare.starts_with('0');
    if !shaped || leading || decimals.is_some_and(|behind| !all_digits(behind) || behind.len() > 4) {
        return None;
    }
    let stored = stored(Amount::from_plain(&digits.replace('.', "").replace(',', ".")).ok()?)?.0;
    let places = decimals.map_or(0, str::len);
    if percent {
        let hundredth = format!("{stored}e-2").parse().ok()?;
        return Some((hundredth, ["0%", "0.0%", "0.00%", "0.000%", "0.0000%"][places]));
    }
    const GROUPED: [&str; 5] = ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000"];
    const PLAIN: [&str; 5] = ["0", "0.0", "0.00", "0.000", "0.0000"];
    Some((stored, if grouped { GROUPED[places] } else { PLAIN[places] }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_numbers_and_codes_stay_words() {
        for (text, number_and_format) in [
            ("9.007,4", Some((9007.4, "#,##0.0"))),
            ("1.170.000", Some((1_170_000.0, "#,##0"))),
            ("2026", Some((2026.0, "0"))),
            ("89,5", Some((89.5, "0.0"))),
            ("96,2%", Some((0.962, "0.0%"))),
            ("-3", Some((-3.0, "0"))),
            ("≥ 92", None),
            ("9/9 (100%)", None),
            ("08", None),
            ("1.5", None),
            ("0601.N", None),
            ("", None),
            ("1234567890123456789", None),
        ] {
            assert_eq!(number(text), number_and_format, "{text}");
        }
    }
}
