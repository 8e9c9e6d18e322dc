//! What was, told beside what is to be: results of an earlier year, and where things stand.

use super::sentence::sentences;
use crate::plan::dates;
use crate::plan::token::{self, Kind, Token};

/// Whether a paragraph tells what was: it begins with an earlier year, or with what has been done, and resolves nothing.
pub(super) fn tells_the_past(tokens: &[Token], year: Option<i32>) -> bool {
    let first = sentences(tokens).into_iter().next().map_or(tokens, |range| &tokens[range]);
    let begins_past = is_past(&first[..first.len().min(40)], year);
    let shortcomings = ["tuy nhien", "ben canh do", "ngoai ra van con"]
        .iter()
        .any(|words| token::starts_at(tokens, 0, words).is_some());
    let this_year = sentences(tokens).into_iter().any(|range| {
        let sentence = &tokens[range];
        let said = (0..sentence.len().min(3))
            .find_map(|at| sentence[at].is_word("nam").then(|| dates::year_at(sentence, at + 1)).flatten());
        said.is_some() && said == year
    });
    (begins_past || shortcomings)
        && !this_year
        && !["phan dau", "muc tieu", "quyet tam", "dat muc tieu", "chi tieu", "theo giao uoc", "cam ket"]
            .iter()
            .any(|words| token::has(tokens, words))
}

/// The sentence that holds a token.
pub(super) fn sentence_of(tokens: &[Token], at: usize) -> &[Token] {
    let ends = |token: &Token| token.is_mark(".") || token.is_mark("!");
    let start = tokens[..at.min(tokens.len())].iter().rposition(ends).map_or(0, |end| end + 1);
    let end = (at..tokens.len()).find(|index| ends(&tokens[*index])).unwrap_or(tokens.len());
    &tokens[start..end.max(start)]
}

/// `Năm học 2023 - 2024 trường tuyển được 3.412 sinh viên`: a sentence that begins with a year before the movement's.
pub(super) fn tells_a_year_before(tokens: &[Token], at: usize, year: Option<i32>) -> bool {
    let sentence = sentence_of(tokens, at);
    let ahead = ["phan dau", "muc tieu", "quyet tam", "so voi"].iter().any(|words| token::has(sentence, words));
    early_year(sentence).zip(year).is_some_and(|(said, year)| said < year) && !ahead
}

/// The year that a sentence begins with.
fn early_year(sentence: &[Token]) -> Option<i32> {
    (0..sentence.len().min(4)).find_map(|at| {
        let after = at + 1 + usize::from(sentence.get(at + 1).is_some_and(|next| next.is_word("hoc")));
        sentence[at].is_word("nam").then(|| dates::year_at(sentence, after)).flatten()
    })
}

/// Whether a sentence tells what was: `đã`, `năm qua`, or a year before the movement's at its beginning.
pub(super) fn is_past(sentence: &[Token], year: Option<i32>) -> bool {
    // “95 % chỉ tiêu đã công bố”, “theo kế hoạch đã duyệt” say which plan is meant
    const PLANS: [&str; 9] = ["tieu", "hoach", "quyet", "toan", "an", "dung", "uoc", "trinh", "phi"];
    let done = (0..sentence.len()).any(|at| {
        let plan = at.checked_sub(1).is_some_and(|before| PLANS.contains(&sentence[before].folded.as_str()));
        // “tỷ lệ diện tích đã cấp giấy”: what the rate is of
        let of_a_rate = sentence[..at]
            .iter()
            .rev()
            .take(6)
            .take_while(|token| token.kind == Kind::Word)
            .any(|token| token.is_word("le"));
        let aside = sentence[..at].iter().filter(|token| token.is_mark("(")).count()
            > sentence[..at].iter().filter(|token| token.is_mark(")")).count();
        (sentence[at].text == "đã" || sentence[at].text == "Đã") && !plan && !of_a_rate && !aside
    }) && !sentence.iter().any(|token| token.text == "sẽ");
    let phrases = [
        "nam qua",
        "nam truoc co",
        "hien nay",
        "vua qua",
        "tinh den nay",
        "trong quy",
        "duoc thanh lap ngay",
        "duoc thanh lap tu",
        "duoc thanh lap nam",
        "duoc thanh lap tren",
        "thanh lap tu",
        "sau sap nhap",
        "tren co so sap nhap",
        "tren co so nhap",
        "tren co so hop nhat",
        "di vao hoat dong",
    ];
    let last_school_year = token::find(sentence, "nam hoc truoc").is_some_and(|range| {
        range.start < 2 || !["voi", "hon"].contains(&sentence[range.start - 1].folded.as_str())
    });
    // also after words that only lead to it: “… cho biết, năm 2023 toàn tỉnh tiếp nhận …”
    let inner = (1..sentence.len().saturating_sub(3)).find_map(|at| {
        let opens = sentence[at - 1].kind == Kind::Mark
            && matches!(sentence[at - 1].text.as_str(), "," | ":" | "“")
            || ["biet", "rang"].contains(&sentence[at - 1].folded.as_str());
        let year = (sentence[at].is_word("nam") && opens).then(|| dates::year_at(sentence, at + 1)).flatten()?;
        (sentence[at + 2].kind == Kind::Word).then_some(year)
    });
    let before = early_year(sentence).or(inner).zip(year).is_some_and(|(said, year)| said < year);
    // “Đến 31/12/2022, toàn tỉnh có …”
    let reached = ["den", "tinh den", "tinh den het", "tinh den ngay", "den het ngay", "den ngay"]
        .iter()
        .filter_map(|words| token::starts_at(sentence, 0, words))
        .find_map(|at| dates::date_at(sentence, at).map(|(date, _)| dates::year_of(date)))
        .zip(year)
        .is_some_and(|(said, year)| said < year);
    let existing = token::find(sentence, "hien co").is_some_and(|range| range.start < 6);
    done || before
        || reached
        || existing
        || last_school_year
        || phrases.iter().any(|words| token::has(sentence, words))
}
