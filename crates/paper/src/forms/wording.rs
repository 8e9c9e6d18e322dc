//! Small turns of phrase that every form shares.

use crate::write::document::{Block, IssueDate, Run};
use thidua_domain::basics::text::fold;

/// "07/3/2022": days below 10 and the first two months take a leading zero.
pub(super) fn date(IssueDate { day, month, year }: IssueDate) -> String {
    if month < 3 { format!("{day:02}/{month:02}/{year}") } else { format!("{day:02}/{month}/{year}") }
}

/// The movement inside a sentence: "phong trào thi đua …", however its title begins.
pub(super) fn movement(title: &str) -> String {
    let title = title.trim();
    let title = strip_start(title, "phát động").unwrap_or(title);
    match strip_start(title, "phong trào thi đua").or_else(|| strip_start(title, "phong trào")) {
        Some(rest) if strip_start(title, "phong trào thi đua").is_some() => format!("phong trào thi đua {rest}"),
        Some(rest) => format!("phong trào {rest}"),
        None => format!("phong trào thi đua {}", lower_first(title)),
    }
}

/// A theme or a name between Vietnamese quotation marks, once.
pub(super) fn quoted(text: &str) -> String {
    format!("“{}”", text.trim().trim_matches(['“', '”', '"']))
}

/// The text without its closing full stops, commas and semicolons.
pub(super) fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ';', ',', ' '])
}

/// The text as a sentence: closed by a full stop unless it closes itself.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '…', ':']) { text.into() } else { format!("{}.", bare(text)) }
}

/// Lines of a list: each closed by a semicolon, the last by a full stop.
pub(super) fn sentence_list(texts: &[String]) -> Vec<String> {
    let last = texts.len();
    texts
        .iter()
        .enumerate()
        .map(|(index, text)| format!("{}{}", bare(text), if index + 1 == last { "." } else { ";" }))
        .collect()
}

/// A text typed by a person: one paragraph for each line that says something.
pub(super) fn paragraphs(text: &str) -> Vec<Block> {
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| Block::paragraph(sentence(line))).collect()
}

/// A gap that cannot be overlooked.
pub(super) fn gap(text: &str) -> Block {
    Block::Paragraph { runs: vec![Run { bold: true, ..Run::italic(text) }] }
}

/// What a person typed, or the gap where nothing was typed.
pub(super) fn typed_or_gap(text: Option<&str>, missing: &str) -> Vec<Block> {
    let blocks = text.map(paragraphs).unwrap_or_default();
    if blocks.is_empty() { vec![gap(missing)] } else { blocks }
}

/// Dash lines, closed as a list.
pub(super) fn items(texts: &[String]) -> impl Iterator<Item = Block> {
    sentence_list(texts).into_iter().map(Block::item)
}

/// A movement or campaign with its kind before its name, unless the name says itself what it is.
pub(super) fn named(kind: &str, name: &str) -> String {
    const SELF_SAYING: [&str; 4] = ["phong trao", "cac phong trao", "cuoc van dong", "cac cuoc van dong"];
    let folded = fold(name.trim().trim_start_matches(['“', '”', '"']));
    let says_itself =
        |start: &&str| folded.strip_prefix(*start).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    if SELF_SAYING.iter().any(says_itself) {
        let name = name.trim();
        // quotation marks around the whole go; those around a part of it stay
        let whole = name.strip_prefix(['“', '"']).and_then(|inner| inner.strip_suffix(['”', '"']));
        upper_first(whole.unwrap_or(name))
    } else {
        format!("{} {}", kind.trim(), quoted(name)).trim_start().into()
    }
}

/// Percentages as official papers write them: "96%", never "96 %".
pub(super) fn percent(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for (index, piece) in text.split('%').enumerate() {
        if index > 0 {
            let number = joined.trim_end();
            if number.ends_with(|letter: char| letter.is_ascii_digit()) {
                joined.truncate(number.len());
            }
            joined.push('%');
        }
        joined.push_str(piece);
    }
    joined
}

pub(super) fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn strip_start<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let length = text.char_indices().nth(start.chars().count()).map_or(text.len(), |(at, _)| at);
    let (head, rest) = text.split_at(length);
    (head.to_lowercase() == start).then(|| rest.trim_start())
}

pub(super) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_movement_is_named_once_however_its_title_begins() {
        for title in [
            "Phát động phong trào thi đua thực hiện thắng lợi nhiệm vụ",
            "Phong trào thi đua thực hiện thắng lợi nhiệm vụ",
            "Thực hiện thắng lợi nhiệm vụ",
            "thực hiện thắng lợi nhiệm vụ",
        ] {
            assert_eq!(movement(title), "phong trào thi đua thực hiện thắng lợi nhiệm vụ");
        }
        assert_eq!(movement("Phong trào “Dân vận khéo”"), "phong trào “Dân vận khéo”");
    }

    #[test]
    fn a_name_that_says_what_it_is_is_not_told_twice() {
        let kind = "Phong trào, cuộc vận động";
        assert_eq!(named(kind, "Phong trào thi đua trên lĩnh vực y tế"), "Phong trào thi đua trên lĩnh vực y tế");
        assert_eq!(named(kind, "“phong trào thi đua yêu nước”"), "Phong trào thi đua yêu nước");
        assert_eq!(named(kind, "Phong trào “Dân vận khéo”"), "Phong trào “Dân vận khéo”");
        assert_eq!(named("Phong trào", "Cuộc vận động “Toàn dân đoàn kết”"), "Cuộc vận động “Toàn dân đoàn kết”");
        assert_eq!(named("Phong trào", "Dân vận khéo"), "Phong trào “Dân vận khéo”");
    }

    #[test]
    fn a_percentage_is_written_without_a_space() {
        assert_eq!(percent("Đạt 96 %, còn 3,5\u{a0}% và 99%"), "Đạt 96%, còn 3,5% và 99%");
        assert_eq!(percent("Tỷ lệ (%) và đơn vị tính %"), "Tỷ lệ (%) và đơn vị tính %");
    }

    #[test]
    fn a_list_is_closed_by_one_full_stop() {
        assert_eq!(sentence_list(&["Một;".into(), "Hai".into(), "Ba.".into()]), ["Một;", "Hai;", "Ba."]);
    }
}
