//! Documents cited in running text: kind, number, date, issuer and subject.

use super::dates;
use super::dictionary::WORDS;
use super::symbol::{Symbol, symbol_at};
use super::token::{self, Kind, Token};
use chrono::NaiveDate;
use std::ops::Range;

/// A citation.
#[derive(Clone, Debug)]
pub struct Citation {
    /// Its tokens, up to the date or the name.
    pub range: Range<usize>,
    /// Kind of document.
    pub kind: String,
    /// Number and symbol.
    pub symbol: Option<Symbol>,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// Its issuer.
    pub issuer: Option<String>,
    /// What it is about; for a document without a number its name.
    pub subject: Option<String>,
}

/// Every citation of a run of tokens, in order.
pub fn citations(tokens: &[Token]) -> Vec<Citation> {
    let mut found: Vec<Citation> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match citation_at(tokens, at) {
            Some(citation) => {
                at = citation.range.end.max(at + 1);
                found.push(citation);
            }
            None => at += 1,
        }
    }
    found
}

fn citation_at(tokens: &[Token], at: usize) -> Option<Citation> {
    let first = tokens.get(at).filter(|token| token.is_capital())?;
    let (kind, end) = WORDS
        .document_kinds
        .iter()
        .find_map(|(kind, folded)| token::starts_at(tokens, at, folded).map(|end| (kind.clone(), end)))?;
    debug_assert!(first.kind == Kind::Word);
    let numbered = number_at(tokens, end);
    match numbered {
        Some((symbol, after))
            if !symbol.parts.is_empty()
                || has_number_word(tokens, end)
                || matches!(kind.as_str(), "Chỉ thị" | "Quyết định" | "Nghị định" | "Thông tư" | "Nghị quyết") =>
        {
            Some(numbered_citation(tokens, at, kind, symbol, after))
        }
        _ => named_citation(tokens, at, kind, end),
    }
}

/// Whether `số` (or what is left of it) stands before the number.
fn has_number_word(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| {
        token.kind == Kind::Word && token.folded.starts_with('s') && token.folded.chars().count() <= 3
    })
}

fn number_at(tokens: &[Token], at: usize) -> Option<(Symbol, usize)> {
    let at = at + usize::from(has_number_word(tokens, at));
    let (symbol, end) = symbol_at(tokens, at)?;
    // “Kế hoạch 5 năm”, “Chương trình 135”
    let years = tokens.get(end).is_some_and(|token| token.is_word("nam")) && symbol.parts.is_empty();
    (!years).then_some((symbol, end))
}

fn numbered_citation(tokens: &[Token], at: usize, kind: String, symbol: Symbol, after: usize) -> Citation {
    let mut end = after;
    let comma = usize::from(tokens.get(end).is_some_and(|token| token.is_mark(",")));
    let date = dates::date_at(tokens, end + comma).or_else(|| dates::date_at(tokens, end));
    if let Some((_, after)) = date {
        end = after;
    }
    let (issuer, subject_from) = issuer_at(tokens, end);
    let subject = subject_at(tokens, subject_from);
    Citation {
        range: at..subject_from.max(end),
        kind,
        symbol: Some(symbol),
        date: date.map(|(date, _)| date),
        issuer,
        subject,
    }
}

/// Words that end the name of an issuer.
const ENDS: [&str; 18] = [
    "ve", "viec", "v", "trien", "nham", "de", "gan", "va", "voi", "trong", "tren", "quy", "ban", "giao", "phe",
    "huong", "nhung", "theo",
];

/// The issuer after `của` (or named at once), and the position after it.
fn issuer_at(tokens: &[Token], at: usize) -> (Option<String>, usize) {
    let Some(first) = tokens.get(at) else { return (None, at) };
    let of = first.kind == Kind::Word && matches!(first.folded.as_str(), "cua" | "ca" | "caa" | "cia" | "cta");
    let start = if of { at + 1 } else { at };
    let named_at_once = first.is_capital() && first.kind == Kind::Word;
    if !of && !named_at_once {
        return (None, at);
    }
    let mut end = start;
    while let Some(token) = tokens.get(end).filter(|_| end - start < 20) {
        let council = token.is_mark("-") && tokens.get(end + 1).is_some_and(Token::is_capital);
        let comma_in_name = token.is_mark(",") && tokens.get(end + 1).is_some_and(|next| next.is_word("khen"));
        let stop_mark = token.kind == Kind::Mark && !council && !comma_in_name;
        let own_word = ["ban", "quy"].contains(&token.folded.as_str())
            && (end == start
                || token.is_capital()
                || tokens
                    .get(end + 1)
                    .is_some_and(|next| ["nhan", "chap", "thuong"].contains(&next.folded.as_str()))
                || tokens[end - 1].is_word("uy"));
        let stop_word =
            token.kind == Kind::Word && ENDS.contains(&token.folded.as_str()) && !own_word && end > start;
        if stop_mark || stop_word || (token.kind == Kind::Number && !tokens[end - 1].is_word("khoa")) {
            break;
        }
        end += 1;
    }
    let name = token::text(&tokens[start..end]).trim().to_owned();
    ((!name.is_empty()).then_some(name), end)
}

/// The subject after `về`, `về việc`, `v/v` or in quotation marks, up to the end of the statement.
fn subject_at(tokens: &[Token], at: usize) -> Option<String> {
    let first = tokens.get(at)?;
    let about =
        first.is_word("ve") || first.is_quote() || first.is_word("v") || first.is_word("va") && first.restored;
    if !about {
        return None;
    }
    let mut depth = 0usize;
    let mut end = at;
    while let Some(token) = tokens.get(end) {
        if token.is_quote() {
            depth = if token.text == "“" { depth + 1 } else { depth.saturating_sub(1) };
            if depth == 0 && first.is_quote() && end > at {
                end += 1;
                break;
            }
        }
        let next_cited = end > at && depth == 0 && token.is_capital() && citation_number(tokens, end);
        // “…, Ủy ban nhân dân … ban hành Kế hoạch”: the plan's own issuer
        let own = token.is_mark(",")
            && depth == 0
            && token::find(&tokens[end..tokens.len().min(end + 16)], "ban hanh").is_some();
        if next_cited || own || (depth == 0 && (token.is_mark(";") || token.is_mark("."))) || end - at > 70 {
            break;
        }
        end += 1;
    }
    let text = token::text(&tokens[at..end]);
    Some(text.trim().trim_end_matches([',', '.']).trim_end_matches(" và").to_owned())
        .filter(|text| !text.is_empty())
}

fn citation_number(tokens: &[Token], at: usize) -> bool {
    WORDS.document_kinds.iter().any(|(_, folded)| {
        token::starts_at(tokens, at, folded)
            .is_some_and(|end| number_at(tokens, end).is_some_and(|(symbol, _)| !symbol.parts.is_empty()))
    })
}

/// A document that has a name and no number: laws, resolutions of a congress, national programmes.
fn named_citation(tokens: &[Token], at: usize, kind: String, end: usize) -> Option<Citation> {
    let rest = tokens.get(end..)?;
    let stop_words: &[&str] = match kind.as_str() {
        "Luật" | "Bộ luật" | "Pháp lệnh" => &["va", "nam", "de", "nham", "duoc", "ngay", "so"],
        "Nghị quyết" => &["va", "nam", "ngay", "da", "de", "nhiem", "gan", "tren", "vao", "trong", "do", "ma"],
        "Chương trình mục tiêu quốc gia" => &["va", "giai", "nham", "de", "tren", "nam"],
        "Lời kêu gọi" => &["va", "nhan", "ngay"],
        _ => return None,
    };
    let named = match kind.as_str() {
        "Nghị quyết" => {
            ["dai hoi", "hoi nghi", "trung uong"].iter().any(|phrase| token::starts_at(rest, 0, phrase).is_some())
        }
        "Chương trình mục tiêu quốc gia" => rest.first().is_some_and(|token| {
            token.kind == Kind::Word && !["va", "ve", "tren", "nam"].contains(&token.folded.as_str())
        }),
        "Lời kêu gọi" => rest.first().is_some_and(|token| token.is_word("thi")),
        _ => rest.first().is_some_and(Token::is_capital) || amends(rest),
    };
    if !named {
        return None;
    }
    let emulation = token::starts_at(rest, 0, "thi dua khen thuong");
    let amending = emulation.is_none() && kind != "Nghị quyết" && amends(rest);
    let longest = if amending { 40 } else { 20 };
    let length = emulation.unwrap_or_else(|| {
        rest.iter()
            .take(longest)
            .position(|token| {
                // “Luật sửa đổi, bổ sung một số điều của Luật … và Luật …”
                let inner = amending && (token.is_mark(",") || token.is_word("va") || token.is_word("so"));
                !inner
                    && ((token.kind == Kind::Mark && !token.is_mark("-"))
                        || stop_words.contains(&token.folded.as_str()))
            })
            .unwrap_or(rest.len().min(longest))
    });
    let name = token::text(&tokens[at..end + length]);
    let issuer = match kind.as_str() {
        "Luật" | "Bộ luật" => Some("Quốc hội".to_owned()),
        "Nghị quyết" => Some(token::text(&rest[..length])),
        "Lời kêu gọi" => {
            token::find(&rest[..length], "cua").map(|range| token::text(&rest[range.end..length]))
        }
        _ => None,
    };
    let law = matches!(kind.as_str(), "Luật" | "Bộ luật" | "Pháp lệnh");
    let (symbol, date, end) = if law { law_details(tokens, end + length) } else { (None, None, end + length) };
    Some(Citation { range: at..end, kind, symbol, date, issuer, subject: Some(name) })
}

/// `sửa đổi, bổ sung …`: an act that amends another.
fn amends(tokens: &[Token]) -> bool {
    token::starts_at(tokens, 0, "sua doi").is_some()
}

/// What may follow the name of a law: `số 06/2022/QH15`, `ngày 15 tháng 6 năm 2022`, `năm 2022`.
fn law_details(tokens: &[Token], after: usize) -> (Option<Symbol>, Option<NaiveDate>, usize) {
    let comma = |at: usize| at + usize::from(tokens.get(at).is_some_and(|token| token.is_mark(",")));
    let mut end = after;
    let symbol = tokens
        .get(comma(end))
        .filter(|token| token.is_word("so"))
        .and_then(|_| symbol_at(tokens, comma(end) + 1))
        .filter(|(symbol, _)| !symbol.parts.is_empty());
    if let Some((_, after)) = &symbol {
        end = *after;
    }
    let date = tokens
        .get(comma(end))
        .filter(|token| token.is_word("ngay"))
        .and_then(|_| dates::date_at(tokens, comma(end)));
    if let Some((_, after)) = date {
        end = after;
    }
    (symbol.map(|(symbol, _)| symbol), date.map(|(date, _)| date), end)
}

#[cfg(test)]
mod tests {
    use super::super::tokenise;
    use super::*;

    #[test]
    fn citations_give_number_date_issuer_and_subject() {
        let text = "Thực hiện Kế hoạch số 08/KH-UBND ngày 16/01/2025 của UBND tỉnh về phát động phong trào thi đua; Nghị quyết số 49/NQ-HĐND ngày 12/12/2024 của HĐND huyện về Kế hoạch năm 2025; Luật Thi đua, khen thưởng và Kế hoạch 5 năm";
        let found = citations(&tokenise::line(text, 0, false));
        let seen: Vec<_> = found
            .iter()
            .map(|cited| {
                (
                    cited.kind.as_str(),
                    cited.symbol.as_ref().map(|symbol| symbol.written.as_str()),
                    cited.issuer.as_deref(),
                )
            })
            .collect();
        assert_eq!(
            seen,
            [
                ("Kế hoạch", Some("08/KH-UBND"), Some("UBND tỉnh")),
                ("Nghị quyết", Some("49/NQ-HĐND"), Some("HĐND huyện")),
                ("Luật", None, Some("Quốc hội")),
            ]
        );
        assert_eq!(found[0].subject.as_deref(), Some("về phát động phong trào thi đua"));
        assert_eq!(found[0].date.map(|date| date.to_string()).as_deref(), Some("2025-01-16"));
    }

    #[test]
    fn laws_are_cited_with_number_and_date_and_an_amending_law_by_its_whole_name() {
        let text = "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022; Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025; Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Ngân sách và Luật Đầu tư ngày 29 tháng 11 năm 2024;";
        let seen: Vec<_> = citations(&tokenise::line(text, 0, false))
            .into_iter()
            .map(|cited| {
                (cited.subject, cited.symbol.map(|symbol| symbol.written), cited.date.map(|date| date.to_string()))
            })
            .collect();
        let expect = |subject: &str, symbol: Option<&str>, date: &str| {
            (Some(subject.to_owned()), symbol.map(str::to_owned), Some(date.to_owned()))
        };
        assert_eq!(
            seen,
            [
                expect("Luật Thi đua, khen thưởng", Some("06/2022/QH15"), "2022-06-15"),
                expect("Luật Tổ chức chính quyền địa phương", None, "2025-06-16"),
                expect("Luật sửa đổi, bổ sung một số điều của Luật Ngân sách và Luật Đầu tư", None, "2024-11-29"),
            ]
        );
    }
}
