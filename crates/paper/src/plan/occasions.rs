//! Anniversaries: `92 năm Ngày thành lập … (03/02/1930 - 03/02/2022)`.

use super::dates::date_at;
use super::paragraph::span_lines;
use super::token::{self, Kind, Token};
use chrono::NaiveDate;
use thidua_domain::plans::draft::{Lines, Occasion};

/// Reads the anniversaries of a run of tokens.
pub fn read(tokens: &[Token]) -> Vec<Occasion> {
    let celebrates = ["ky niem", "chao mung"].iter().any(|phrase| token::has(tokens, phrase));
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((occasion, end)) = anniversary(tokens, at, celebrates) {
            let years = occasion.anniversary_years;
            found.push(occasion);
            at = end;
            // “… và Ngày Quốc khánh … (…)” shares the number of years
            if let Some((second, end)) = companion(tokens, at, years) {
                found.push(second);
                at = end;
            }
            continue;
        }
        if let Some((occasion, end)) = spring(tokens, at).filter(|_| celebrates) {
            found.push(occasion);
            at = end;
            continue;
        }
        at += 1;
    }
    found
}

fn anniversary(tokens: &[Token], at: usize, celebrates: bool) -> Option<(Occasion, usize)> {
    let years: u32 = tokens
        .get(at)
        .filter(|token| token.kind == Kind::Number)?
        .text
        .parse()
        .ok()
        .filter(|years| (1..=2000).contains(years))?;
    tokens.get(at + 1).filter(|token| token.is_word("nam"))?;
    let start = at + 2;
    let first = tokens.get(start).filter(|token| token.kind == Kind::Word)?;
    let end = name_end(tokens, start);
    let dates = bracket(tokens, end);
    const BEGINNINGS: [&str; 10] = ["ngay", "thanh", "chien", "giai", "cach", "xo", "quoc", "bac", "mat", "tong"];
    let fits = BEGINNINGS.contains(&first.folded.as_str()) || first.is_capital();
    let plan = at > 0 && tokens[at - 1].is_word("hoach");
    if plan || years >= 1900 || end <= start + 1 || !(dates.is_some() || (celebrates && fits)) {
        return None;
    }
    let (origin, date, after) = dates.unwrap_or((None, None, end));
    Some((make(&tokens[start..end], Some(years), origin, date), after))
}

fn companion(tokens: &[Token], at: usize, years: Option<u32>) -> Option<(Occasion, usize)> {
    let joined = tokens.get(at).is_some_and(|token| token.is_word("va"))
        && tokens.get(at + 1).is_some_and(|token| token.is_word("ngay") && token.is_capital());
    if !joined {
        return None;
    }
    let end = name_end(tokens, at + 1);
    let (origin, date, after) = bracket(tokens, end)?;
    Some((make(&tokens[at + 1..end], years, origin, date), after))
}

/// `mừng Xuân Nhâm Dần`.
fn spring(tokens: &[Token], at: usize) -> Option<(Occasion, usize)> {
    let start = token::starts_at(tokens, at, "mung xuan")?;
    let capital =
        |index: usize| tokens.get(index).is_some_and(|token| token.kind == Kind::Word && token.is_capital());
    (capital(start) && capital(start + 1)).then(|| (make(&tokens[at..start + 2], None, None, None), start + 2))
}

/// The end of the name: a bracket, a mark, or the next anniversary.
fn name_end(tokens: &[Token], start: usize) -> usize {
    let mut end = start;
    while let Some(token) = tokens.get(end).filter(|_| end - start < 30) {
        let comma_in_name = token.is_mark(",")
            && !tokens
                .get(end + 1)
                .is_some_and(|next| next.kind == Kind::Number || next.is_word("gan") || next.is_word("lanh"));
        let next_one = token.is_word("va")
            && (tokens.get(end + 1).is_some_and(|next| next.kind == Kind::Number)
                || (tokens.get(end + 1).is_some_and(|next| next.is_word("ngay") && next.is_capital())));
        let stop = token.kind == Kind::Mark && !matches!(token.text.as_str(), "-") && !comma_in_name;
        let brackets_ahead =
            comma_in_name && !tokens[end..tokens.len().min(end + 12)].iter().any(|token| token.is_mark("("));
        if stop || next_one || brackets_ahead {
            break;
        }
        end += 1;
    }
    end
}

/// `(03/02/1930 - 03/02/2022)`: the first day and the day in the plan's year.
fn bracket(tokens: &[Token], at: usize) -> Option<(Option<NaiveDate>, Option<NaiveDate>, usize)> {
    tokens.get(at).filter(|token| token.is_mark("("))?;
    let (first, end) = date_at(tokens, at + 1)?;
    let second = tokens.get(end).filter(|token| token.is_mark("-")).and_then(|_| date_at(tokens, end + 1));
    let close = (second.map_or(end, |(_, end)| end)..tokens.len()).find(|index| tokens[*index].is_mark(")"))?;
    Some(match second {
        Some((second, _)) => (Some(first), Some(second), close + 1),
        None => (Some(first), None, close + 1),
    })
}

fn make(name: &[Token], years: Option<u32>, origin_date: Option<NaiveDate>, date: Option<NaiveDate>) -> Occasion {
    let text = super::targets::name_of(name);
    Occasion {
        name: text,
        anniversary_years: years,
        origin_date,
        date,
        lines: span_lines(name).unwrap_or(Lines::new(1, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokenise;
    use super::*;

    #[test]
    fn anniversaries_are_read_with_their_dates_and_years_of_plans_are_not() {
        let text = "chào mừng kỷ niệm 77 năm Ngày Cách mạng tháng Tám thành công (19/8/1945 - 19/8/2022) và Ngày Quốc khánh (02/9/1945 - 02/9/2022); 15 năm thành lập thành phố (28/5/2007 - 28/5/2022), gắn với hoạt động mừng Xuân Nhâm Dần; Kế hoạch 5 năm (2021 - 2025)";
        let found = read(&tokenise::line(text, 0, false));
        let seen: Vec<_> = found
            .iter()
            .map(|occasion| {
                (occasion.name.as_str(), occasion.anniversary_years, occasion.date.map(|date| date.to_string()))
            })
            .collect();
        assert_eq!(
            seen,
            [
                ("Ngày Cách mạng tháng Tám thành công", Some(77), Some("2022-08-19".to_owned())),
                ("Ngày Quốc khánh", Some(77), Some("2022-09-02".to_owned())),
                ("Thành lập thành phố", Some(15), Some("2022-05-28".to_owned())),
                ("Mừng Xuân Nhâm Dần", None, None),
            ]
        );
    }
}
