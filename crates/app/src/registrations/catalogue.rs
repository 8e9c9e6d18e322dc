//! Titles and forms of commendation by code, from `rules/registration/titles.toml`. Names only, no eligibility.

use serde::Deserialize;
use std::sync::LazyLock;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;

/// Who a title is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Whom {
    Person,
    Collective,
    Both,
}

/// Title or form of commendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Sort {
    Title,
    Form,
}

/// A title or form of commendation.
#[derive(Debug, Deserialize)]
pub(crate) struct Title {
    pub(crate) code: String,
    name: String,
    english: String,
    #[serde(rename = "for")]
    pub(crate) whom: Whom,
    pub(crate) kind: Sort,
    /// Article.
    pub(crate) source: String,
    /// V, S or U: how sure the article is.
    pub(crate) mark: String,
    /// How plans write it, folded.
    words: Vec<String>,
    /// What a percentage is a share of: a code, `units`, `villages`, `people`.
    pub(crate) of: String,
}

impl Title {
    /// Its name in a language.
    pub(crate) fn name(&self, language: Language) -> &str {
        match language {
            Language::Vietnamese => &self.name,
            Language::English => &self.english,
        }
    }
}

#[derive(Debug, Deserialize)]
struct File {
    title: Vec<Title>,
}

const FILE: &str = include_str!("../../../../rules/registration/titles.toml");

static TITLES: LazyLock<Vec<Title>> =
    LazyLock::new(|| toml::from_str::<File>(FILE).map(|file| file.title).unwrap_or_default());

/// Every title and form, titles first.
pub(crate) fn titles() -> &'static [Title] {
    &TITLES
}

/// The title of a code.
pub(crate) fn title(code: &str) -> Option<&'static Title> {
    titles().iter().find(|title| title.code == code)
}

/// The title that the name of a target speaks of; the longest wording wins.
pub(crate) fn spoken_of(name: &str) -> Option<&'static Title> {
    let folded = fold(name);
    let length = |title: &&Title| {
        title.words.iter().filter(|words| folded.contains(words.as_str())).map(String::len).max().unwrap_or(0)
    };
    titles().iter().filter(|title| length(title) > 0).max_by_key(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_is_read_and_each_code_stands_once_with_its_source() {
        let file: File = toml::from_str(FILE).expect("the catalogue is well written");
        let mut codes: Vec<&str> = file.title.iter().map(|title| title.code.as_str()).collect();
        for code in ["LDTT", "CSTDCS", "TTLDTT", "TTLDXS", "CSTDBT", "CSTDTQ", "GK", "BKBT", "BKTTG"] {
            assert!(codes.contains(&code), "{code}");
        }
        codes.sort_unstable();
        let all = codes.len();
        codes.dedup();
        assert_eq!(codes.len(), all);
        for title in &file.title {
            assert!(!title.source.is_empty() && ["V", "S", "U"].contains(&title.mark.as_str()), "{}", title.code);
            assert!(title.words.iter().all(|words| *words == fold(words)), "{}", title.code);
        }
    }

    #[test]
    fn the_longest_wording_names_the_title_of_a_target() {
        let spoken = |name| spoken_of(name).map(|title| title.code.as_str());
        assert_eq!(spoken("Tỷ lệ cá nhân đạt danh hiệu lao động tiên tiến"), Some("LDTT"));
        assert_eq!(spoken("Tỷ lệ phòng đạt danh hiệu tập thể lao động tiên tiến"), Some("TTLDTT"));
        assert_eq!(spoken("Tỷ lệ đạt chiến sỹ thi đua cơ sở"), Some("CSTDCS"));
        assert_eq!(spoken("Có cá nhân được Thủ tướng Chính phủ tặng Bằng khen"), Some("BKTTG"));
        assert_eq!(spoken("Số phòng được Bộ Nội vụ, UBND tỉnh tặng bằng khen"), Some("BKBT"));
        assert_eq!(spoken("Tổng sản lượng lương thực"), None);
    }
}
