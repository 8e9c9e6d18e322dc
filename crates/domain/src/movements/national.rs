//! Localised names of national movements: “Lơ Ku chung sức xây dựng nông thôn mới” carries out “Cả nước chung sức xây
//! dựng nông thôn mới”. The catalogue is data; this is how a name is recognised in it.

use crate::basics::text::fold;

/// A national movement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NationalMovement {
    /// Short word that stays: `new-countryside`.
    pub key: String,
    /// Its full name.
    pub name: String,
    /// Who launched it.
    pub launched_by: String,
    /// First and last year, where it has any.
    pub years: Option<(i32, i32)>,
    /// Words that a local name keeps, folded; all words of one line have to be there.
    pub keeps: Vec<String>,
    /// Where it comes from.
    pub source: String,
}

/// The national movement that a local name carries out: the one of which the name keeps the longest line of words.
pub fn recognise<'a>(name: &str, catalogue: &'a [NationalMovement]) -> Option<&'a NationalMovement> {
    let name = fold(name);
    let plain: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let held = |line: &str| {
        let asked: Vec<&str> = line.split_whitespace().collect();
        // the words of a line stand one after another, others may stand between them
        let mut rest = words.iter();
        asked.iter().all(|word| rest.any(|one| one == word)).then_some(asked.len())
    };
    catalogue
        .iter()
        .filter_map(|one| one.keeps.iter().filter_map(|line| held(line)).max().map(|length| (length, one)))
        .max_by_key(|(length, _)| *length)
        .map(|(_, one)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(key: &str, keeps: &[&str]) -> NationalMovement {
        NationalMovement {
            key: key.into(),
            name: key.into(),
            launched_by: String::new(),
            years: None,
            keeps: keeps.iter().map(|line| (*line).to_owned()).collect(),
            source: String::new(),
        }
    }

    #[test]
    fn a_local_name_is_recognised_by_the_words_it_keeps() {
        let catalogue = [
            one("new-countryside", &["chung suc xay dung nong thon moi"]),
            one("rural-and-urban", &["doan ket xay dung nong thon moi do thi van minh"]),
            one("poor", &["vi nguoi ngheo", "khong de ai bi bo lai phia sau"]),
        ];
        let key = |name: &str| recognise(name, &catalogue).map(|one| one.key.clone());
        assert_eq!(key("Lơ Ku chung sức xây dựng nông thôn mới").as_deref(), Some("new-countryside"));
        assert_eq!(
            key("Cả tỉnh chung sức xây dựng tỉnh Hà Tĩnh đạt chuẩn nông thôn mới").as_deref(),
            Some("new-countryside")
        );
        assert_eq!(
            key("Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh").as_deref(),
            Some("rural-and-urban")
        );
        assert_eq!(key("Bình Sơn vì người nghèo - Không để ai bị bỏ lại phía sau").as_deref(), Some("poor"));
        assert_eq!(key("Dân vận khéo"), None);
    }
}
