//! Kinds of document: what a title line names, and whether documents of the kind set targets.

use crate::plan::marker;
use crate::plan::paragraph::Row;
use crate::plan::token::{self, Kind};
use std::ops::Range;

/// Whether documents of a kind set targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sets {
    /// In a list of targets, or else wherever their content promises a measure.
    Promises,
    /// Only in a list that calls itself one.
    ListOnly,
    /// Only where they tell of a plan: in paragraphs with words of resolve.
    Told,
    /// Never: numbers in them are results, shares, prizes or procedure.
    Never,
}

/// A kind of document.
#[derive(Debug)]
pub struct KindOfDocument {
    /// As a title line begins, folded.
    pub folded: &'static str,
    /// As people write it.
    pub name: &'static str,
    /// Whether it sets targets.
    pub sets: Sets,
}

const fn kind(folded: &'static str, name: &'static str, sets: Sets) -> KindOfDocument {
    KindOfDocument { folded, name, sets }
}

/// The kinds; a longer name stands before the shorter one it begins with.
pub const KINDS: [KindOfDocument; 34] = [
    kind("ke hoach lien tich", "Kế hoạch liên tịch", Sets::Promises),
    kind("ke hoach phoi hop", "Kế hoạch phối hợp", Sets::Promises),
    kind("ke hoach", "Kế hoạch", Sets::Promises),
    kind("chi thi", "Chỉ thị", Sets::Promises),
    kind("chuong trinh hanh dong", "Chương trình hành động", Sets::Promises),
    kind("chuong trinh cong tac", "Chương trình công tác", Sets::ListOnly),
    kind("chuong trinh", "Chương trình", Sets::Promises),
    kind("nghi quyet", "Nghị quyết", Sets::Promises),
    kind("ban phat dong thi dua", "Bản phát động thi đua", Sets::Promises),
    kind("ban phat dong", "Bản phát động", Sets::Promises),
    kind("ban dang ky thi dua", "Bản đăng ký thi đua", Sets::Promises),
    kind("ban dang ky", "Bản đăng ký", Sets::Promises),
    kind("dang ky thi dua", "Đăng ký thi đua", Sets::Promises),
    kind("ban giao uoc thi dua", "Bản giao ước thi đua", Sets::Promises),
    kind("ban giao uoc", "Bản giao ước", Sets::Promises),
    kind("giao uoc thi dua", "Giao ước thi đua", Sets::Promises),
    kind("ban cam ket", "Bản cam kết", Sets::Promises),
    kind("phuong an", "Phương án", Sets::ListOnly),
    kind("de an", "Đề án", Sets::ListOnly),
    kind("thu phat dong", "Thư phát động", Sets::Promises),
    kind("loi phat dong", "Lời phát động", Sets::Promises),
    kind("phat dong thi dua", "Bản phát động thi đua", Sets::Promises),
    kind("thu keu goi", "Thư kêu gọi", Sets::ListOnly),
    kind("loi keu goi", "Lời kêu gọi", Sets::ListOnly),
    kind("huong dan", "Hướng dẫn", Sets::ListOnly),
    kind("quyet dinh", "Quyết định", Sets::ListOnly),
    kind("thong bao", "Thông báo", Sets::Never),
    kind("bao cao", "Báo cáo", Sets::Never),
    kind("to trinh", "Tờ trình", Sets::Never),
    kind("giay moi", "Giấy mời", Sets::Never),
    kind("bien ban", "Biên bản", Sets::Never),
    kind("hop dong", "Hợp đồng", Sets::Never),
    kind("bai phat bieu", "Bài phát biểu", Sets::Never),
    kind("phat bieu", "Bài phát biểu", Sets::Never),
];

/// A letter between offices has no line that names its kind, but says what it is about (`V/v`).
const LETTER: KindOfDocument = kind("", "Công văn", Sets::ListOnly);
/// A piece of news tells of a plan.
const NEWS: KindOfDocument = kind("", "Tin", Sets::Told);

static LETTER_KIND: KindOfDocument = LETTER;
static NEWS_KIND: KindOfDocument = NEWS;

/// The row that names the kind of document, with the kind; only among the first rows.
pub fn kind_row(rows: &[Row]) -> Option<(usize, &'static KindOfDocument)> {
    static ALL: [KindOfDocument; 34] = KINDS;
    rows.iter().take(40).enumerate().find_map(|(index, row)| {
        if row.marker.is_some() {
            return None;
        }
        let kind = ALL.iter().find(|kind| token::starts_at(&row.tokens, 0, kind.folded).is_some())?;
        let words = kind.folded.split(' ').count();
        let alone = row.tokens.len() <= words + 1;
        let ends_open = row.tokens.last().is_some_and(|last| matches!(last.text.as_str(), ";" | "," | "."));
        let first_words = &row.tokens[..words.min(row.tokens.len())];
        let capitals = marker::capital_percent(first_words) >= 90;
        ((alone && !ends_open && row.tokens[0].is_capital()) || capitals).then_some((index, kind))
    })
}

/// Whether a title is that of an event: a conference, a congress, a ceremony, a contest.
pub fn is_of_an_event(title: &[token::Token]) -> bool {
    const EVENTS: [&str; 8] =
        ["hoi nghi", "dai hoi", "hoi thao", "le ky niem", "le phat dong", "le ton vinh", "hoi thi", "toa dam"];
    EVENTS.iter().any(|event| {
        token::find(title, event).is_some_and(|found| {
            let before = &title[..found.start];
            // “chào mừng Đại hội”, “thực hiện Nghị quyết Đại hội” are no events of the plan's own
            !["chao mung", "nghi quyet", "huong toi", "thanh cong", "lap thanh tich"]
                .iter()
                .any(|words| token::has(before, words))
        })
    })
}

/// For a document without a row that names its kind: the kind as far as its form tells it, the rows of its title, and the
/// rows that are no text yet.
pub fn without_kind_row(rows: &[Row]) -> (Option<&'static KindOfDocument>, Range<usize>, Range<usize>) {
    let about = rows.iter().take(25).position(|row| {
        let first = row.tokens.first();
        let vv = first.is_some_and(|token| token.is_word("v"))
            && row.tokens.get(1).is_some_and(|token| token.is_mark("/"));
        vv || token::starts_at(&row.tokens, 0, "ve viec").is_some()
    });
    let addressed = rows.iter().take(40).position(|row| token::starts_at(&row.tokens, 0, "kinh gui").is_some());
    if let (Some(about), Some(_)) = (about, addressed) {
        let stops = |row: &Row| {
            ["kinh gui", "cong hoa", "doc lap", "so"]
                .iter()
                .any(|words| token::starts_at(&row.tokens, 0, words).is_some())
                || token::has(&row.tokens, "ngay")
                || row.marker.is_some()
        };
        let end =
            (about + 1..rows.len()).find(|at| stops(&rows[*at]) || rows[*at].follows_gap()).unwrap_or(about + 1);
        return (Some(&LETTER_KIND), about..end, 0..end);
    }
    // news: the first row that is a sentence or a headline and no head line
    let headline = rows.iter().take(12).position(|row| {
        let words = row.tokens.iter().filter(|token| token.kind == Kind::Word).count();
        words >= 7 && marker::capital_percent(&row.tokens) < 80 && !token::has(&row.tokens, "gmt")
    });
    match headline {
        Some(at) if addressed.is_none() => (Some(&NEWS_KIND), at..at + 1, 0..at + 1),
        _ => (None, 0..0, 0..0),
    }
}
