//! Obligations: who has to do what, sentence by sentence.

use super::dictionary::WORDS;
use super::header;
use super::marker::Marker;
use super::outline::{Outline, Part};
use super::paragraph::{Paragraph, span_lines};
use super::token::{self, Kind, Token};
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::{Confidence, Obligation, ObligationKind};

/// Reads the duties of the plan.
pub fn read(paragraphs: &[Paragraph], outline: &Outline) -> Vec<Obligation> {
    let mut duties = Vec::new();
    let mut actor: Option<String> = None;
    let mut request = false;
    let last = outline.places.iter().rposition(|place| place.part != Part::Foot);
    for (at, (paragraph, place)) in paragraphs.iter().zip(&outline.places).enumerate() {
        let Some(mut kind) = kind_of(place.part) else { continue };
        let level = paragraph.marker.as_ref().map_or(9, Marker::level);
        if level == 1 {
            actor = None;
            request = false;
            continue;
        }
        let binding = matches!(kind, ObligationKind::Solution | ObligationKind::Assignment);
        let (asked, body) = opener(&paragraph.tokens);
        let own = if binding { actor_of(body).filter(|(name, _)| is_body(name)) } else { None };
        let closing = Some(at) == last && ends_the_plan(paragraph);
        let heading =
            place.heading && binding && level <= 3 && own.as_ref().is_none_or(|(_, end)| *end >= body.len());
        if level <= 3 && binding {
            actor = None;
            request = asked;
        }
        if heading {
            let name = token::text(body);
            let names_work = ["giai phap", "nhiem vu", "to chuc thuc hien", "phat dong"]
                .iter()
                .any(|phrase| fold(&name).contains(phrase));
            actor = (!names_work).then(|| name.trim_matches([':', '.', ' ', ';']).to_owned());
            continue;
        }
        if let (true, Some((name, end))) = (binding && level <= 3 && paragraph.ends_with(":"), &own) {
            // “Các cơ quan … triển khai thực hiện các nhiệm vụ sau:” speaks for the items below
            let _ = end;
            actor = Some(name.clone());
            continue;
        }
        if !binding && place.heading && paragraph.word_count() <= 8 {
            continue;
        }
        if closing {
            kind = ObligationKind::Call;
        } else if binding && kind == ObligationKind::Assignment && (asked || (own.is_none() && request)) {
            kind = ObligationKind::Request;
        }
        let (who, rest) = match own {
            Some((name, end)) => (name, &body[end..]),
            None => (actor.clone().unwrap_or_else(|| GENERAL.to_owned()), body),
        };
        if binding && level <= 3 {
            actor = Some(who.clone());
        }
        let pieces = sentences(rest);
        let pieces = if binding { pieces.into_iter().flat_map(steps).collect() } else { pieces };
        for sentence in pieces {
            if sentence.iter().filter(|token| token.kind == Kind::Word).count() >= 4 {
                duties.push(duty(&who, sentence, kind));
            }
        }
    }
    duties
}

/// Who is meant where the plan names nobody.
const GENERAL: &str = "Các cơ quan, đơn vị, địa phương";

fn kind_of(part: Part) -> Option<ObligationKind> {
    match part {
        Part::Requirement => Some(ObligationKind::Requirement),
        Part::Content => Some(ObligationKind::Content),
        Part::Solution => Some(ObligationKind::Solution),
        Part::Organisation => Some(ObligationKind::Assignment),
        Part::Preamble | Part::Purpose | Part::Theme | Part::Targets | Part::Waves | Part::Foot => None,
    }
}

/// `./.` at the end of the last paragraph.
fn ends_the_plan(paragraph: &Paragraph) -> bool {
    paragraph.marker.is_none() && paragraph.tokens.iter().rev().take(4).any(|token| token.is_mark("/"))
}

/// Takes `Đề nghị`, `Giao`, `Yêu cầu` off; the first asks a partner.
fn opener(tokens: &[Token]) -> (bool, &[Token]) {
    for (phrase, asks) in [("de nghi", true), ("giao", false), ("yeu cau", false)] {
        if let Some(end) = token::starts_at(tokens, 0, phrase)
            .filter(|_| phrase != "giao" || tokens.get(1).is_some_and(Token::is_capital))
        {
            return (asks, &tokens[end..]);
        }
    }
    // “UBND xã đề nghị các … tổ chức …”
    match (1..tokens.len().min(8))
        .find_map(|at| token::starts_at(tokens, at, "de nghi").or_else(|| token::starts_at(tokens, at, "keu goi")))
    {
        Some(end) => (true, &tokens[end..]),
        None => (false, tokens),
    }
}

/// The body that has the duty, and where its duty begins.
fn actor_of(tokens: &[Token]) -> Option<(String, usize)> {
    let first = tokens.first().filter(|token| token.kind == Kind::Word)?;
    let is_verb = |at: usize| WORDS.duty_verbs.iter().any(|verb| token::says_at(tokens, at, verb).is_some());
    // “Tổ chức Đoàn …” is a body, “Tổ chức tuyên truyền” a duty
    if is_verb(0) && !(first.is_word("to") && tokens.get(2).is_some_and(Token::is_capital)) {
        return None;
    }
    let mut depth = 0usize;
    for at in 1..tokens.len().min(70) {
        match tokens[at].text.as_str() {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            "." | ";" if at + 1 == tokens.len() => return Some((clean(tokens), tokens.len())),
            "." | ";" if tokens[at].kind == Kind::Mark => return None,
            ":" => return Some((clean(&tokens[..at]), at + 1)),
            _ => {}
        }
        // an office that is called after its work: “Ban Tổ chức, …”, “các tổ chức chính trị”
        let in_name =
            tokens[at].is_capital() || ["các", "ban", "và", "những"].iter().any(|word| tokens[at - 1].says(word));
        if depth == 0 && !in_name && is_verb(at) {
            return Some((clean(&tokens[..at]), at));
        }
    }
    (tokens.len() <= 60).then(|| (clean(tokens), tokens.len()))
}

/// The body that a paragraph begins with, if it does.
pub fn body_of(tokens: &[Token]) -> Option<String> {
    actor_of(tokens).map(|(name, _)| name).filter(|name| is_body(name))
}

/// Whether a name is that of a body or of people, by its first words.
fn is_body(name: &str) -> bool {
    const BEGINNINGS: [&str; 46] = [
        "cac",
        "co quan",
        "uy ban",
        "ub ",
        "ubnd",
        "phong",
        "ban ",
        "so ",
        "don vi",
        "trung tam",
        "van phong",
        "cong chuc",
        "can bo",
        "thu truong",
        "hoi",
        "doan",
        "cong doan",
        "mat tran",
        "mttq",
        "truong",
        "benh vien",
        "khoa",
        "chu tich",
        "giam doc",
        "hieu truong",
        "to ",
        "toan the",
        "moi",
        "tung",
        "dang uy",
        "chi bo",
        "thon",
        "tram",
        "cb",
        "bo phan",
        "nguoi",
        "thanh vien",
        "lanh dao",
        "bi thu",
        "doanh nghiep",
        "dai",
        "to chuc",
        "cap uy",
        "nhung",
        "lien doan",
        "bch",
    ];
    let folded = fold(name);
    BEGINNINGS.iter().any(|begin| folded.starts_with(begin))
}

fn clean(tokens: &[Token]) -> String {
    token::text(tokens).trim_matches([',', ' ', ':', '.', ';']).to_owned()
}

/// Sentences, cut at full stops, and at semicolons before a verb.
pub fn sentences(tokens: &[Token]) -> Vec<&[Token]> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in 0..tokens.len() {
        let token = &tokens[at];
        let next_capital = tokens.get(at + 1).is_none_or(|next| next.is_capital() || next.kind == Kind::Mark);
        let full = token.is_mark(".") && next_capital;
        let half = token.is_mark(";")
            && WORDS.duty_verbs.iter().any(|verb| token::says_at(tokens, at + 1, verb).is_some());
        if full || half {
            sentences.push(&tokens[start..at]);
            start = at + 1;
        }
    }
    if start < tokens.len() {
        sentences.push(&tokens[start..]);
    }
    sentences.retain(|sentence| sentence.iter().any(|token| token.kind == Kind::Word));
    sentences
}

/// The separate steps of a sentence that gives several: “kiểm tra …, kịp thời tham mưu …, tổng hợp báo cáo …”.
fn steps(sentence: &[Token]) -> Vec<&[Token]> {
    const STEPS: [&str; 9] = [
        "kịp thời tham mưu",
        "tổng hợp",
        "định kỳ",
        "báo cáo kết quả",
        "lựa chọn",
        "đồng thời xây dựng",
        "thường xuyên",
        "trình",
        "kịp thời đề xuất",
    ];
    let mut steps = Vec::new();
    let mut start = 0;
    for at in 0..sentence.len() {
        let joint = sentence[at].is_mark(",") || sentence[at].is_mark(";");
        let long = sentence[start..at].iter().filter(|token| token.kind == Kind::Word).count() >= 5;
        if joint && long && STEPS.iter().any(|step| token::says_at(sentence, at + 1, step).is_some()) {
            steps.push(&sentence[start..at]);
            start = at + 1;
        }
    }
    steps.push(&sentence[start..]);
    steps
}

fn duty(actor: &str, sentence: &[Token], kind: ObligationKind) -> Obligation {
    let text = token::text(sentence);
    let action = text.trim_matches([' ', ',', '.', ';', '/']).to_owned();
    Obligation {
        actor: actor.to_owned(),
        action,
        frequency: frequency(sentence),
        deadline: deadline(sentence),
        addressee: super::reporting::addressee(sentence),
        kind,
        lines: span_lines(sentence).unwrap_or(thidua_domain::plans::draft::Lines::new(1, 1)),
        confidence: Confidence::percent(header::confidence(sentence, 85)),
    }
}

fn frequency(tokens: &[Token]) -> Option<String> {
    const PHRASES: [(&str, &str); 9] = [
        ("dinh ky hang quy 6 thang 01 nam", "định kỳ hàng quý, 6 tháng, 01 năm"),
        ("hang quy 6 thang", "hàng quý, 6 tháng"),
        ("dinh ky", "định kỳ"),
        ("hang quy", "hàng quý"),
        ("hang thang", "hàng tháng"),
        ("theo tung dot", "theo từng đợt"),
        ("thuong xuyen", "thường xuyên"),
        ("kip thoi", "kịp thời"),
        ("theo quy dinh", "theo quy định"),
    ];
    PHRASES.iter().find(|(phrase, _)| token::has(tokens, phrase)).map(|(_, written)| (*written).to_owned())
}

fn deadline(tokens: &[Token]) -> Option<String> {
    for phrase in
        ["truoc ngay", "cham nhat", "xong truoc", "ngay tu dau nam", "ngay tu nhung thang dau nam", "ngay sau tet"]
    {
        let Some(range) = token::find(tokens, phrase) else { continue };
        let end = (range.end..tokens.len())
            .find(|at| super::dates::date_at(tokens, *at).is_some())
            .and_then(|at| super::dates::date_at(tokens, at))
            .map_or(range.end, |(_, end)| end);
        return Some(token::text(&tokens[range.start..end.min(range.end + 8).max(range.end)]));
    }
    None
}
