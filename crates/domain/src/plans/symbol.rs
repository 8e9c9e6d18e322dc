//! Numbers and symbols of documents: `43/KH-UBND`, `34-CT/TW`, `34/2014/CT-TW`.

use crate::basics::text::fold;

/// Kinds of documents with the abbreviations that Nghị định 30/2020/NĐ-CP lists, read in a secondary source that names no
/// annex.
pub const KINDS: [(&str, &str); 14] = [
    ("Kế hoạch", "KH"),
    ("Chỉ thị", "CT"),
    ("Quyết định", "QĐ"),
    ("Quy chế", "QC"),
    ("Thông báo", "TB"),
    ("Hướng dẫn", "HD"),
    ("Chương trình", "CTr"),
    ("Phương án", "PA"),
    ("Đề án", "ĐA"),
    ("Báo cáo", "BC"),
    ("Tờ trình", "TTr"),
    ("Nghị quyết", "NQ"),
    ("Quy định", "QyĐ"),
    ("Thông cáo", "TC"),
];

/// A number and symbol taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberSymbol {
    /// The number, without leading zeros.
    pub number: u32,
    /// The year that some kinds carry: 98/2023/NĐ-CP.
    pub year: Option<i32>,
    /// The symbol as printed: `KH-UBND`.
    pub symbol: String,
}

impl NumberSymbol {
    /// Takes `43/KH-UBND`, `34-CT/TW` or `98/2023/NĐ-CP` apart; `None` when there is no number or no symbol.
    pub fn read(printed: &str) -> Option<Self> {
        let printed: String = printed.chars().filter(|c| !c.is_whitespace()).collect();
        let digits = printed.bytes().take_while(u8::is_ascii_digit).count();
        let number = printed.get(..digits)?.parse().ok()?;
        let rest = printed.get(digits..)?.trim_start_matches(['/', '-', '–']);
        let (year, symbol) = match rest.get(..4).and_then(|year| year.parse::<i32>().ok()) {
            Some(year) if rest.get(4..5).is_some_and(|mark| mark == "/" || mark == "-") => {
                (Some(year), rest.get(5..)?)
            }
            _ => (None, rest),
        };
        if symbol.is_empty() || !symbol.chars().any(char::is_alphabetic) {
            return None;
        }
        Some(NumberSymbol { number, year, symbol: symbol.to_owned() })
    }

    /// A key under which variant spellings of one symbol meet: `41-CT-TU`, `41-CT/TU` and `41/CT-TU`.
    pub fn key(&self) -> String {
        let symbol: String =
            fold(&self.symbol).chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        format!("{}-{symbol}", self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variant_spellings_of_one_symbol_meet() {
        let key = |printed| NumberSymbol::read(printed).map(|read| read.key());
        assert_eq!(key("34/2014/CT-TW"), key("34-CT/TW"));
        assert_eq!(key("41-CT-TU"), key("41-CT/TU"));
        assert_eq!(key("05 /KH-SNV"), key("5/KH-SNV"));
        assert_ne!(key("19-CT/TU"), key("19/CT-TTg"));
        assert_eq!(key("2200/QD-UBND"), key("2200/QĐ-UBND"));
    }

    #[test]
    fn what_is_no_symbol_is_not_read_as_one() {
        for printed in ["", "19", "KH-UBND", "/KH", "21/7/2022", "ngày"] {
            assert_eq!(NumberSymbol::read(printed), None, "{printed}");
        }
    }
}
