//! Measures that the content of a document promises, where it has no list of targets.
//!
//! A number is a promise unless the words around it say otherwise: results of an earlier year, anniversaries, people who
//! came, prizes, points, and days by which an office answers are none.

use super::news::{announces, is_picture, resolves, turns_away};
use super::past::{is_past, sentence_of, tells_the_past};
use super::shape::Seed;
use super::{Entry, head, line_leaves, name, speaks};
use crate::plan::header::Sets;
use crate::plan::marker::Marker;
use crate::plan::outline::{Outline, Part};
use crate::plan::paragraph::Paragraph;
use crate::plan::preamble;
use crate::plan::source::Source;
use crate::plan::token::{self, Kind, Token};
use thidua_domain::basics::text::fold;
use thidua_domain::targets::Comparator;

/// Whether an unnumbered paragraph begins another matter than targets: `Các đợt thi đua.`, `Cách tính điểm. …`.
pub(super) fn opens_other_matter(paragraph: &Paragraph) -> bool {
    if paragraph.marker.is_some() {
        return false;
    }
    let closed = |words: &str| {
        CLOSED.iter().any(|word| words.contains(word)) && !OPEN.iter().any(|word| words.contains(word))
    };
    is_closed_by_itself(paragraph) || (is_heading(paragraph) && closed(&heading_words(paragraph)))
}

/// Headings below which nothing is promised, folded.
const CLOSED: [&str; 37] = [
    "dieu khoan",
    "dai bieu",
    "thanh phan",
    "tieu ban",
    "dia diem",
    "ton tai",
    "muc dich",
    "yeu cau",
    "khen thuong",
    "tieu chuan",
    "cach tinh diem",
    "cham diem",
    "thang diem",
    "kinh phi",
    "dac diem",
    "tinh hinh",
    "ket qua",
    "thoi gian",
    "cac dot",
    "to chuc thuc hien",
    "bao cao",
    "so ket",
    "tong ket",
    "doi tuong",
    "che do",
    "binh xet",
    "phan cong",
    "tien do",
    "can cu",
    "muc thuong",
    "ho so",
    "phuong cham",
    "boi canh",
    "quan diem",
    "thuc trang",
    "nhin lai",
    "su can thiet",
];
/// Headings that open content again.
const OPEN: [&str; 6] = ["noi dung", "chi tieu", "nhiem vu", "linh vuc", "phong trao", "muc tieu"];

/// Lines of the content that promise a measure.
pub fn entries(
    source: &Source,
    paragraphs: &[Paragraph],
    outline: &Outline,
    sets: Sets,
    year: Option<i32>,
) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut strong = 0;
    let mut open = true;
    // news goes on telling what is to be reached from one paragraph to the next
    let mut telling = false;
    let mut group: Option<String> = None;
    for (paragraph, place) in paragraphs.iter().zip(&outline.places) {
        if matches!(place.part, Part::Foot) {
            break;
        }
        if sets == Sets::Told && is_picture(&paragraph.tokens) {
            continue;
        }
        if is_heading(paragraph) {
            let words = heading_words(paragraph);
            if OPEN.iter().any(|word| words.contains(word)) {
                open = true;
            } else if CLOSED.iter().any(|word| words.contains(word)) {
                open = false;
            } else if paragraph.marker.as_ref().is_none_or(|marker| marker.level() <= 2) {
                open = true;
            }
            telling = OPEN.iter().any(|word| words.contains(word)) && !words.contains("phong trao");
            group = Some(paragraph.text().trim_matches([':', '.', ' ', ';']).to_owned());
            if super::measure::measures(&paragraph.tokens).is_empty() {
                continue;
            }
        }
        if token::starts_at(&paragraph.tokens, 0, "ghi chu").is_some() || is_procedure(&paragraph.tokens) {
            continue;
        }
        if preamble::opens(&paragraph.tokens) && paragraph.ends_with(";") || tells_the_past(&paragraph.tokens, year)
        {
            continue;
        }
        // what stands before the first heading of a document with headings only leads to it
        if place.part == Part::Preamble
            && !outline.sections.is_empty()
            && (!resolves(&paragraph.tokens) || paragraph.ends_with(":"))
        {
            continue;
        }
        let closed = matches!(place.part, Part::Purpose | Part::Requirement | Part::Waves | Part::Organisation)
            && sets != Sets::Told;
        if !open || closed || is_closed_by_itself(paragraph) || super::zone::is_caption(paragraph) {
            continue;
        }
        if sets == Sets::Told {
            if is_heading(paragraph) {
                telling = false;
            }
            let tells = resolves(&paragraph.tokens)
                || announces(&paragraph.tokens)
                || ["yeu cau moi", "yeu cau cac", "phai bao dam"]
                    .iter()
                    .any(|words| token::has(&paragraph.tokens, words))
                || (telling && !turns_away(&paragraph.tokens));
            if !tells {
                telling = false;
                continue;
            }
        }
        let mut leaves = line_leaves(source, paragraph);
        // a line that measures several things, or an item of a list, is a line of targets: its counts and standings count too
        let bullet = matches!(paragraph.marker, Some(Marker::Dash | Marker::Plus));
        let measured = leaves.iter().filter(|leaf| leaf.seed.value.is_some()).count();
        let told = sets == Sets::Told && (resolves(&paragraph.tokens) || announces(&paragraph.tokens));
        let dense = (sets == Sets::Promises && (bullet || measured >= 2)) || (told && measured >= 2);
        leaves.retain(|leaf| promised(&leaf.seed, &paragraph.tokens, year, dense));
        if leaves.is_empty() {
            continue;
        }
        telling = true;
        strong += leaves.iter().filter(|leaf| is_strong(&leaf.seed, &paragraph.tokens)).count();
        let number = match &paragraph.marker {
            Some(Marker::Bracketed(number)) => Some(format!("({number})")),
            Some(Marker::Arabic(numbers)) => Some(numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(".")),
            Some(Marker::Letter(Some(letter))) => Some(format!("{letter})")),
            _ => None,
        };
        let title = head(&paragraph.tokens, &super::measure::measures(&paragraph.tokens))
            .map(|colon| name::sentence(&paragraph.tokens[..colon]))
            .filter(|title| speaks(title));
        entries.push(Entry {
            lines: paragraph.lines(),
            number,
            group: group.clone(),
            title,
            leaves,
            tabled: false,
            resolved: ["phan dau", "ngoai cac chi tieu"].iter().any(|words| token::has(&paragraph.tokens, words)),
        });
    }
    // a document whose numbers are only counts of what there is sets no targets
    if strong >= LEAST_STRONG { entries } else { Vec::new() }
}

/// Whether a paragraph says how things are proposed, voted on, filed or divided, and not what is to be reached.
fn is_procedure(tokens: &[Token]) -> bool {
    const SAYS: [&str; 14] = [
        "ty le xet",
        "ty le de nghi",
        "phieu dong y",
        "so phieu",
        "phieu bau",
        "phieu lay y kien",
        "lay phieu",
        "bo phieu",
        "bieu quyet",
        "duoc de nghi khong qua",
        "ho so gom",
        "ho so de nghi gom",
        "ban giao theo bien ban",
        "theo bien ban ban giao",
    ];
    let divides =
        ["chia ", "phan chia ", "sap xep "].iter().any(|start| token::starts_at(tokens, 0, start.trim()).is_some())
            && ["khoi thi dua", "cum thi dua", "to thi dua"].iter().any(|words| token::has(tokens, words));
    divides || SAYS.iter().any(|words| token::has(tokens, words))
}

/// So many plain promises make a document one that sets targets.
const LEAST_STRONG: usize = 1;

/// Whether a leaf is plainly a promise: a share or a bound, or a sentence that resolves.
pub(super) fn is_strong(seed: &Seed, tokens: &[Token]) -> bool {
    let bound = !matches!(
        seed.comparator,
        Comparator::Exactly | Comparator::Between | Comparator::NoneExists | Comparator::Maintain
    );
    let share = seed.unit.as_deref() == Some("%");
    let sentence = sentence_of(tokens, seed.range.start);
    (bound && seed.value.is_some()) || share || (seed.value.is_some() && resolves(sentence))
}

/// A short paragraph that names what follows.
fn is_heading(paragraph: &Paragraph) -> bool {
    let short = paragraph.word_count() <= 14;
    let ends = paragraph.tokens.last().is_some_and(|last| matches!(last.text.as_str(), ";" | ","));
    let bullet = matches!(paragraph.marker, Some(Marker::Dash | Marker::Plus | Marker::Bracketed(_)));
    // “1.5. Không để xảy ra …” is a statement
    let absent = paragraph.tokens.first().is_some_and(|first| first.says("không")) && !paragraph.is_upper();
    short
        && !absent
        && !ends
        && !bullet
        && (paragraph.is_upper() || super::measure::measures(&paragraph.tokens).is_empty())
}

fn heading_words(paragraph: &Paragraph) -> String {
    paragraph.words()
}

/// `Cách tính điểm. Mỗi lỗi trừ 01 điểm`: a paragraph whose first words are the heading.
fn is_closed_by_itself(paragraph: &Paragraph) -> bool {
    let end = paragraph
        .tokens
        .iter()
        .take(12)
        .position(|token| token.kind == Kind::Mark && matches!(token.text.as_str(), "." | ":"));
    let first = &paragraph.tokens[..end.unwrap_or(0)];
    let start = token::words(first);
    // “Hồ sơ hoàn thuế giải quyết đúng hạn: 100 %” names what is measured
    let rest = &paragraph.tokens[end.map_or(paragraph.tokens.len(), |end| end + 1)..];
    let measured = first.len() >= 5
        && super::measure::measures(rest)
            .first()
            .is_some_and(|measure| measure.range.start <= 1 && measure.unit.as_deref() == Some("%"));
    !measured
        && super::measure::measures(first).is_empty()
        && CLOSED.iter().any(|word| start.contains(word))
        && !OPEN.iter().any(|word| start.contains(word))
}

/// Whether a leaf is a promise and no other number.
fn promised(seed: &Seed, tokens: &[Token], year: Option<i32>, dense: bool) -> bool {
    let measured = seed.value.is_some();
    let firm = matches!(seed.comparator, Comparator::NoneExists | Comparator::Maintain | Comparator::MoreThan);
    let standing = dense && seed.comparator == Comparator::Achieve && super::names_standing(&seed.name);
    if !measured && !firm && !standing && seed.comparator != Comparator::DecreaseBy {
        return false;
    }
    const ADMINISTERS: [&str; 10] = [
        "trien khai thuc hien",
        "bao cao",
        "tham muu",
        "chi dao",
        "theo doi, ",
        "thi hanh",
        "phan cong",
        "cu the hoa",
        "quan triet",
        "chu tri hop",
    ];
    let clause = tokens.get(seed.range.clone()).unwrap_or_default();
    let bound = matches!(seed.comparator, Comparator::AtLeast | Comparator::AtMost | Comparator::MoreThan)
        && token::has(clause, "bao dam");
    if !bound
        && ADMINISTERS.iter().any(|words| token::has(clause, words.trim_end_matches([',', ' '])))
        && seed.unit.as_deref() != Some("%")
    {
        return false;
    }
    let sentence = sentence_of(tokens, seed.range.start);
    if token::has(clause, "hien co") && seed.comparator == Comparator::Exactly {
        return false;
    }
    if is_past(sentence, year) {
        return false;
    }
    let unit = seed.unit.as_deref().map(fold).unwrap_or_default();
    let time = ["ngay", "gio", "phut", "thang", "nam", "tuan", "ngay lam viec"].contains(&unit.as_str());
    // “Bản giao ước được lập thành 07 bản, mỗi đơn vị giữ 01 bản”
    if unit == "ban" && token::has(sentence, "lap thanh") {
        return false;
    }
    let bounded = matches!(seed.comparator, Comparator::AtMost | Comparator::LessThan);
    let within =
        ["trong thoi han", "truoc ngay", "cham nhat", "sau khi"].iter().any(|words| token::has(sentence, words));
    let lowered = seed.qualifier.as_deref().is_some_and(|words| words.contains("còn") || words.contains("xuống"))
        || token::has(clause, "thoi gian");
    if unit == "diem" && is_index(seed, clause) {
        return true;
    }
    if (time && (!(bounded || lowered) || within))
        || unit == "trang"
        || (unit == "km" && clause.iter().any(|token| token.text == "cách"))
        || (unit == "thanh vien" && token::has(clause, "gom"))
        || ["diem", "dai bieu", "ky"].contains(&unit.as_str()) && !bounded
        || unit == "dot" && !bounded && !is_event(clause)
    {
        return false;
    }
    let clause = &tokens[seed.range.clone()];
    let counts =
        seed.comparator == Comparator::Exactly && unit != "%" && !unit.contains("dong") && !unit.contains("/");
    if counts && !dense && !works(clause) && !resolves(sentence) {
        return false;
    }
    // prizes: “được tặng Bằng khen và 10 triệu đồng”
    if (unit.contains("dong") || ((unit == "ca nhan" || unit == "tap the") && !token::has(tokens, "danh hieu")))
        && ["duoc tang", "duoc thuong", "tang bang khen", "tang giay khen", "muc thuong"]
            .iter()
            .any(|words| token::has(sentence, words))
    {
        return false;
    }
    // “thưởng nóng cho 30 thợ cạo, mỗi người 2 triệu đồng”
    let rewarded = (0..sentence.len())
        .any(|at| sentence[at].text.to_lowercase() == "thưởng" && !(at > 0 && sentence[at - 1].is_word("khen")));
    if unit.contains("dong") && rewarded && !resolves(sentence) {
        return false;
    }
    // a prize, not `thường xuyên` or `khen thưởng thường xuyên`
    let prize = (0..clause.len())
        .any(|at| clause[at].text.to_lowercase() == "thưởng" && !(at > 0 && clause[at - 1].is_word("khen")));
    if prize {
        return false;
    }
    // “khen thưởng 10 tập thể”, “gửi danh sách …, mỗi đơn vị không quá 3 cá nhân”
    let honoured = ["tập thể", "cá nhân", "hộ", "đơn vị", "gia đình", "điển hình", "người"]
        .contains(&seed.unit.as_deref().unwrap_or(""))
        || (unit == "%" && ["lua chon", "trong do"].iter().all(|words| token::has(sentence, words)));
    let ceremony = ["khen thuong", "tuyen duong", "bieu duong", "ton vinh", "danh sach", "gui ho so", "gap mat"]
        .iter()
        .any(|words| token::has(sentence, words));
    if honoured && ceremony && !resolves(sentence) {
        return false;
    }
    const OTHER: [&str; 17] = [
        "di tham quan",
        "duoc lap thanh",
        "khai mac",
        "trien lam",
        "tri gia",
        "muc thuong",
        "thang diem",
        "trong thoi han",
        "ky niem",
        "du hoi nghi",
        "dai bieu",
        "lan thu",
        "bi giai",
        "thi sinh",
        "muc ho tro",
        "duoc tang",
        "kinh phi khen",
    ];
    // “vận động nguồn lực trị giá 1,2 tỷ đồng”
    let raised = ["van dong", "huy dong", "ho tro", "cong trinh", "tong gia tri"];
    let worth = unit.contains("dong") && raised.iter().any(|words| token::has(clause, words));
    let resolved = (standing || (dense && seed.unit.as_deref() != Some("đồng")))
        && (token::has(sentence, "phan dau") || token::has(tokens, "danh hieu"));
    !OTHER
        .iter()
        .filter(|words| !(resolved && **words == "duoc tang" || worth && **words == "tri gia"))
        .any(|words| token::has(clause, words))
}

/// `tổ chức 06 đợt khám bệnh`, not `tổ chức 04 đợt thi đua`.
fn is_event(clause: &[Token]) -> bool {
    let held = ["to chuc", "mo", "trien khai"].iter().any(|words| token::has(clause, words));
    let other = ["dot thi dua", "dot cao diem", "dot phat dong", "cac dot", "chia"];
    held && !other.iter().any(|words| token::has(clause, words))
        && (0..clause.len())
            .any(|at| clause[at].is_word("dot") && clause.get(at + 1).is_some_and(|next| next.kind == Kind::Word))
}

/// `chỉ số cải cách hành chính đạt từ 85 điểm trở lên`: a score that is reached, not one that is given or taken.
fn is_index(seed: &Seed, clause: &[Token]) -> bool {
    let reached = matches!(seed.comparator, Comparator::AtLeast | Comparator::MoreThan);
    let index =
        ["chi so", "diem trung binh", "diem binh quan", "diem cai cach", "dat tu", "dat tren", "bo tieu chi"]
            .iter()
            .any(|words| token::has(clause, words));
    let given = ["tru", "cong", "thuong", "toi da", "cham"]
        .iter()
        .any(|word| clause.iter().any(|token| token.is_word(word)));
    reached && index && !given
}

/// Verbs of work whose object a count is, and words that make a count a result.
const WORKS: [&str; 42] = [
    "dat",
    "hoan thanh",
    "xay dung",
    "ket nap",
    "van dong",
    "giai quyet",
    "thanh lap",
    "trong",
    "tao viec lam",
    "cap moi",
    "lap dat",
    "moi",
    "thu",
    "giam",
    "tang",
    "ho tro",
    "phat trien",
    "to chuc",
    "huy dong",
    "mo",
    "dao tao",
    "duy tri",
    "san luong",
    "tong",
    "so",
    "it nhat",
    "toi thieu",
    "sua chua",
    "nang cap",
    "lat",
    "cung hoa",
    "be tong",
    "them",
    "co them",
    "gioi thieu",
    "cu",
    "dua",
    "nhan do dau",
    "tiep nhan",
    "dang ky",
    "dien tich",
    "be tong hoa",
];

/// Whether a clause counts what is to be done and not what there is.
fn works(clause: &[Token]) -> bool {
    let measure = super::measure::measures(clause).into_iter().next();
    let before = measure.map_or(clause, |measure| &clause[..measure.number]);
    WORKS.iter().any(|words| token::find(before, words).is_some())
}
