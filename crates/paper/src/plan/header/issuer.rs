//! The issuing authority: from the head, or from the place and the signature, or from “… ban hành Kế hoạch”.

use super::Signature;
use crate::plan::dictionary::WORDS;
use crate::plan::paragraph::{Paragraph, Row, span_lines};
use crate::plan::token::{self, Kind, Token};
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::{IssuerLevel, Lines, Piece};

/// An authority, its level, and the one above it where the head shows it.
#[derive(Clone, Debug)]
pub struct Authority {
    /// Full name.
    pub name: String,
    /// Its level.
    pub level: IssuerLevel,
    /// The authority above.
    pub parent: Option<(String, Lines)>,
    /// Where it was found.
    pub lines: Lines,
    /// How sure the level is.
    pub confidence: u8,
    /// How sure its name is.
    pub name_confidence: u8,
    /// Whether marks of its name may be lost.
    doubtful: bool,
}

/// Words that begin the name of a body of its own, below another one in the head.
const OWN_BODIES: [&str; 37] = [
    "cong an",
    "toa an",
    "vien kiem sat",
    "don",
    "bo chi huy",
    "ban chi huy",
    "tong cong ty",
    "dai hoc",
    "hoi dong",
    "thon",
    "bo tu lenh",
    "huyen doan",
    "tinh doan",
    "thanh doan",
    "chi bo",
    "so",
    "phong",
    "truong",
    "benh vien",
    "ban",
    "trung tam",
    "cong doan",
    "chi cuc",
    "cuc",
    "hoi",
    "doan",
    "lien doan",
    "cong ty",
    "vien",
    "tram",
    "van phong",
    "thanh tra",
    "bao hiem",
    "kho bac",
    "dang uy",
    "uy ban mat tran",
    "to",
];
/// Kinds of place and the level of their people's committee.
const PLACES: [(&str, IssuerLevel); 10] = [
    ("thi tran", IssuerLevel::Commune),
    ("thi xa", IssuerLevel::District),
    ("thanh pho", IssuerLevel::District),
    ("dac khu", IssuerLevel::Commune),
    ("xa", IssuerLevel::Commune),
    ("phuong", IssuerLevel::Commune),
    ("huyen", IssuerLevel::District),
    ("quan", IssuerLevel::District),
    ("tinh", IssuerLevel::Province),
    ("tp", IssuerLevel::District),
];

/// Finds the issuer.
pub fn find(
    head: &[Row],
    body: &[Paragraph],
    place: Option<&Piece<String>>,
    signature: &Signature,
) -> Option<Authority> {
    from_head(head).or_else(|| from_text(body)).or_else(|| from_signature(place?, signature)).map(
        |mut authority| {
            complete_province(&mut authority, head, body);
            authority
        },
    )
}

/// The left column of the head: what stands before the national name, the motto and the number.
fn from_head(head: &[Row]) -> Option<Authority> {
    let mut pieces: Vec<Vec<Token>> = Vec::new();
    for row in head {
        // the motto may be garbled in its first word
        let motto = token::find(&row.tokens, "tu do")
            .filter(|range| token::find(&row.tokens[range.end..], "hanh phuc").is_some())
            .map(|range| range.start);
        let motto = motto.map(|at| {
            row.tokens[..at].iter().rposition(|token| !token.is_mark("-")).unwrap_or(0).saturating_sub(1)
        });
        let cut = ["cong hoa", "doc lap", "dang cong san"]
            .iter()
            .filter_map(|phrase| token::find(&row.tokens, phrase))
            .map(|range| range.start)
            .chain(motto)
            .min();
        let left = &row.tokens[..cut.unwrap_or(row.tokens.len())];
        let numbered = left.first().is_some_and(|first| first.is_word("so"))
            && left.get(1).is_some_and(|second| second.is_mark(":") || second.kind == Kind::Number);
        if numbered || left.iter().any(|token| token.is_mark(":")) || token::words(left).contains("ngay ") {
            // the number may stand above the name of the issuer
            if pieces.is_empty() {
                continue;
            }
            break;
        }
        if left.iter().any(|token| token.kind == Kind::Word) {
            pieces
                .push((0..left.len()).filter(|at| belongs_to_name(left, *at)).map(|at| left[at].clone()).collect());
        }
    }
    let all: Vec<Token> = pieces.iter().flatten().cloned().collect();
    let lines = span_lines(&all)?;
    // of two bodies one below the other the lower one issues: “UBND HUYỆN A / UBND XÃ B”
    let begins = |piece: &Vec<Token>| begins_own_body(piece) || (is_committee(piece) && piece.len() > 4);
    let own = pieces
        .iter()
        .rposition(begins)
        .filter(|at| *at > 0 || !is_committee(&pieces[0]))
        .filter(|at| *at == 0 || !ends_open(&pieces[*at - 1]));
    let (above, issuer) = match own {
        Some(at) => (pieces[..at].concat(), pieces[at..].concat()),
        None => (Vec::new(), all.clone()),
    };
    let name = proper(&issuer);
    let level = level_of(&name)?;
    let parent = (!above.is_empty()).then(|| proper(&above)).zip(span_lines(&above));
    Some(Authority {
        name,
        level,
        parent,
        lines,
        confidence: super::confidence(&issuer, 97),
        name_confidence: super::name_confidence(&all, 97),
        doubtful: all.iter().any(|token| token.doubtful),
    })
}

/// Whether a row of the head needs the next one: it ends with a dash or with the kind of a body without its name.
fn ends_open(piece: &[Token]) -> bool {
    let words = token::words(piece);
    piece.last().is_some_and(|last| last.is_mark("-")) || words == "uy ban nhan dan" || words == "ban chap hanh"
}

/// Words, dashes, and the number of a ward or school: `PHƯỜNG 5`, `TRƯỜNG TIỂU HỌC SỐ 2`.
fn belongs_to_name(tokens: &[Token], at: usize) -> bool {
    const NUMBERED: [&str; 8] = ["phuong", "quan", "so", "khu", "truong", "xa", "thon", "to"];
    let token = &tokens[at];
    match token.kind {
        Kind::Word => true,
        Kind::Mark => token.is_mark("-"),
        Kind::Number => {
            token.text.len() <= 2
                && at.checked_sub(1).is_some_and(|before| NUMBERED.contains(&tokens[before].folded.as_str()))
        }
    }
}

fn is_committee(tokens: &[Token]) -> bool {
    let words = token::words(tokens);
    words.starts_with("uy ban nhan dan") || words.starts_with("ubnd")
}

fn begins_own_body(tokens: &[Token]) -> bool {
    let words = format!("{} ", token::words(tokens));
    !is_committee(tokens) && OWN_BODIES.iter().any(|body| words.starts_with(&format!("{body} ")))
}

/// `Ủy ban nhân dân huyện … ban hành Kế hoạch`, in the text before the first heading.
fn from_text(body: &[Paragraph]) -> Option<Authority> {
    for paragraph in body.iter().take(12) {
        for end_phrase in ["ban hanh ke hoach", "xay dung ke hoach", "phat dong phong trao"] {
            let Some(end) = token::find(&paragraph.tokens, end_phrase).map(|range| range.start) else { continue };
            let from = paragraph.tokens[..end]
                .iter()
                .rposition(|token| matches!(token.text.as_str(), "," | ";" | "." | ":"))
                .map_or(0, |at| at + 1);
            let span = &paragraph.tokens[from..end];
            let span =
                span.first().filter(|token| token.is_word("chu")).map_or(span, |_| span.get(2..).unwrap_or(span));
            const KINDS: [&str; 8] = ["xa", "huyen", "tinh", "tran", "phuong", "pho", "quan", "so"];
            let named = span.windows(2).any(|pair| {
                KINDS.contains(&pair[0].folded.as_str()) && (pair[1].is_capital() || pair[1].kind == Kind::Number)
            });
            if token::has(span, "ban hanh") || token::has(span, "xay dung") {
                continue;
            }
            if (is_committee(span) && named) || (begins_own_body(span) && span.len() >= 2 && span.len() <= 14) {
                let name = proper(span);
                let level = level_of(&name)?;
                return Some(Authority {
                    name,
                    level,
                    parent: None,
                    lines: span_lines(span)?,
                    confidence: super::confidence(span, 90),
                    name_confidence: super::name_confidence(span, 90),
                    doubtful: span.iter().any(|token| token.doubtful),
                });
            }
        }
    }
    None
}

fn from_signature(place: &Piece<String>, signature: &Signature) -> Option<Authority> {
    let title = signature.title.as_ref()?;
    let folded = fold(&title.value);
    let (kind, level) = PLACES.iter().find(|(kind, _)| folded.contains(&format!("nhan dan {kind}")))?;
    let word = KIND_NAMES.iter().find(|(folded, _)| folded == kind).map(|(_, name)| *name)?;
    Some(Authority {
        name: format!("Ủy ban nhân dân {word} {}", place.value),
        level: *level,
        parent: None,
        lines: title.lines?,
        confidence: 85,
        name_confidence: place.confidence.as_percent().min(85),
        doubtful: false,
    })
}

const KIND_NAMES: [(&str, &str); 10] = [
    ("thi tran", "thị trấn"),
    ("thi xa", "thị xã"),
    ("thanh pho", "thành phố"),
    ("dac khu", "đặc khu"),
    ("xa", "xã"),
    ("phuong", "phường"),
    ("huyen", "huyện"),
    ("quan", "quận"),
    ("tinh", "tỉnh"),
    ("tp", "thành phố"),
];

/// The level of an authority by its name.
pub fn level_of(name: &str) -> Option<IssuerLevel> {
    let folded = format!("{} ", fold(name));
    if folded.starts_with("uy ban nhan dan") || folded.starts_with("ubnd") {
        let rest = folded.trim_start_matches("uy ban nhan dan ").trim_start_matches("ubnd ");
        let central = ["ha noi", "hai phong", "da nang", "can tho", "ho chi minh", "hue"];
        if rest.starts_with("thanh pho") && central.iter().any(|city| rest.contains(city)) {
            return Some(IssuerLevel::Province);
        }
        return Some(
            PLACES
                .iter()
                .find(|(kind, _)| rest.starts_with(&format!("{kind} ")))
                .map_or(IssuerLevel::Other, |(_, level)| *level),
        );
    }
    if ["so ", "ban ", "van phong ubnd"].iter().any(|start| folded.starts_with(start)) {
        return Some(IssuerLevel::ProvinceDepartment);
    }
    if ["bo ", "thu tuong", "chinh phu", "tong cuc"].iter().any(|start| folded.starts_with(start)) {
        return Some(IssuerLevel::Central);
    }
    let own = ["truong", "benh vien", "cong ty", "trung tam", "tram", "vien ", "dai hoc", "to ", "khoa ", "thon "];
    let of = |kinds: &[&str]| kinds.iter().any(|kind| folded.contains(&format!(" {kind} ")));
    if !own.iter().any(|start| folded.starts_with(start)) {
        if of(&["huyen", "quan", "thi xa"]) {
            return Some(IssuerLevel::District);
        }
        if of(&["xa", "phuong", "thi tran"]) {
            return Some(IssuerLevel::Commune);
        }
    }
    (folded.split_whitespace().count() >= 2).then_some(IssuerLevel::Other)
}

/// The name with capitals where names have them: `Ủy ban nhân dân huyện Lý Sơn`, `Sở Nội vụ`.
pub fn proper(tokens: &[Token]) -> String {
    let words: Vec<&Token> =
        (0..tokens.len()).filter(|at| belongs_to_name(tokens, *at)).map(|at| &tokens[at]).collect();
    let upper = crate::plan::marker::capital_percent(tokens) >= 65;
    if !upper {
        let text = token::text(tokens);
        return text.strip_prefix("UBND").map_or(text.clone(), |rest| format!("Ủy ban nhân dân{rest}"));
    }
    let lower: Vec<String> = words.iter().map(|token| token.text.to_lowercase()).collect();
    let folded: Vec<String> = lower.iter().map(|word| fold(word)).collect();
    let mut out: Vec<String> = Vec::new();
    let mut in_place = false;
    let mut at = 0;
    while at < lower.len() {
        if folded[at] == "ubnd" {
            out.extend(["Ủy", "ban", "nhân", "dân"].map(str::to_owned));
            at += 1;
            continue;
        }
        if crate::plan::dictionary::acronym(&words[at].text, false).is_some() {
            out.push(words[at].text.clone());
            in_place = true;
            at += 1;
            continue;
        }
        let two = folded.get(at + 1).map(|next| format!("{} {next}", folded[at])).unwrap_or_default();
        // `PHƯƠNG CANH` is no ward: where marks are sure they count
        let says = |name: &str| {
            let length = name.split(' ').count();
            lower[at..].iter().take(length).map(String::as_str).eq(name.split(' '))
                || words[at..].iter().take(length).any(|token| token.doubtful)
        };
        let kind = KIND_NAMES
            .iter()
            .find(|(kind, name)| (*kind == two || *kind == folded[at]) && (*kind == "tp" || says(name)))
            .filter(|_| at > 0 && !in_place);
        if let Some((kind, name)) = kind {
            out.push((*name).to_owned());
            at += kind.split(' ').count();
            in_place = true;
            continue;
        }
        let after_body = at > 0 && OWN_BODIES.contains(&folded[at - 1].as_str()) && at == 1;
        let raise = at == 0 || in_place || after_body;
        out.push(if raise { capital(&lower[at]) } else { lower[at].clone() });
        at += 1;
    }
    out.join(" ")
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Writes the province's name with its marks, and adds it to the name of a department.
fn complete_province(authority: &mut Authority, head: &[Row], body: &[Paragraph]) {
    let known = |name: &str| {
        let folded = fold(name);
        WORDS.provinces.iter().find(|(_, province)| folded.ends_with(&format!(" {province}"))).cloned()
    };
    if let Some((parent, _)) = &mut authority.parent
        && let Some((province, folded)) = known(parent)
    {
        let keep: Vec<&str> = parent.split(' ').collect();
        let length = keep.len().saturating_sub(folded.split(' ').count());
        // what was printed with its marks stays as it was printed
        let province = if authority.doubtful { province } else { keep[length..].join(" ") };
        *parent = format!("{} {province}", keep[..length].join(" "));
        if authority.level == IssuerLevel::ProvinceDepartment && !fold(&authority.name).contains(&folded) {
            authority.name = format!("{} {province}", authority.name);
        }
    }
    if authority.parent.is_none() && authority.level == IssuerLevel::ProvinceDepartment {
        let named = head
            .iter()
            .map(|row| &row.tokens)
            .chain(body.iter().map(|paragraph| &paragraph.tokens))
            .find_map(|tokens| province_after(tokens, "tinh"));
        if let Some(province) = named.filter(|province| !fold(&authority.name).contains(&fold(province))) {
            authority.name = format!("{} {province}", authority.name);
        }
    }
}

/// The province named after `word` (`tỉnh Quảng Ngãi`), if the text names one; as printed where its marks are sure.
pub fn province_after(tokens: &[Token], word: &str) -> Option<String> {
    (0..tokens.len()).filter(|at| tokens[*at].is_word(word)).find_map(|at| {
        WORDS.provinces.iter().find_map(|(province, folded)| {
            let end = token::starts_at(tokens, at + 1, folded)?;
            let printed = &tokens[at + 1..end];
            let sure = printed.iter().all(|token| !token.doubtful && token.is_capital());
            Some(if sure { token::text(printed) } else { province.clone() })
        })
    })
}
