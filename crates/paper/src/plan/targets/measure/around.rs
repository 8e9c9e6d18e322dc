//! What the words around a number make of it: a level reached from another, two amounts of money that are one, a bound that is
//! part of a name.

use super::Measure;
use crate::plan::dates;
use crate::plan::token::{self, Kind, Token};
use thidua_domain::basics::Amount;
use thidua_domain::targets::Comparator;

/// Joins and drops numbers that do not measure by themselves.
pub(super) fn settled(tokens: &[Token], found: Vec<Measure>) -> Vec<Measure> {
    let mut kept: Vec<Measure> = Vec::with_capacity(found.len());
    for measure in found {
        if let Some(last) = kept.last_mut()
            && let Some(sum) = sum(tokens, last, &measure)
        {
            *last = sum;
            continue;
        }
        match kept.last_mut() {
            Some(last) if rises_or_falls(tokens, last, &measure) => {
                let start = last.range.start;
                let level = if measure.comparator == Comparator::Exactly || changes(measure.comparator) {
                    Comparator::Exactly
                } else {
                    measure.comparator
                };
                *last = Measure { range: start..measure.range.end, comparator: level, ..measure };
            }
            Some(last) if is_alternative(tokens, last, &measure) => {}
            _ => kept.push(measure),
        }
    }
    let standards: Vec<bool> = kept.iter().map(|own| is_standard(tokens, own, &kept)).collect();
    let mut standards = standards.into_iter();
    kept.retain(|_| !standards.next().unwrap_or(false));
    let bounds: Vec<bool> = (0..kept.len()).map(|at| bounds_a_name(tokens, &kept, at)).collect();
    let mut bounds = bounds.into_iter();
    kept.retain(|_| !bounds.next().unwrap_or(false));
    // parts of a count are counted in its unit: “11 thanh niên (quân đội 9, công an 2)”
    for at in 1..kept.len() {
        if kept[at].unit.is_none() && kept[at].denominator.is_none() && is_in_a_list(tokens, kept[at].number) {
            kept[at].unit = kept[..at].iter().rev().find_map(|before| before.unit.clone());
        }
    }
    kept
}

/// Words that open a list of parts.
const LIST_OPENERS: [&str; 5] = ["trong do", "gom", "bao gom", "cu the", "chia ra"];

/// Whether a bare number stands in a list of parts, each a name and its number: `gồm cao đẳng 650, trung cấp 1.300`.
pub(super) fn is_in_a_list(tokens: &[Token], at: usize) -> bool {
    let (from, _) = clause_around(tokens, at);
    let mut depth = 0usize;
    let bracket = (0..at).rev().find(|index| {
        depth += usize::from(tokens[*index].is_mark(")"));
        let open = tokens[*index].is_mark("(");
        let own = open && depth == 0;
        depth = depth.saturating_sub(usize::from(open));
        own
    });
    let named = (from..at)
        .rev()
        .find(|index| LIST_OPENERS.iter().any(|words| token::starts_at(tokens, *index, words).is_some()));
    // “trong đó: heo 780; bò 1.110”
    let listed = (0..from).rev().take_while(|index| !tokens[*index].is_mark(".")).find(|index| {
        LIST_OPENERS.iter().any(|words| {
            token::starts_at(tokens, *index, words)
                .is_some_and(|end| tokens.get(end).is_some_and(|token| token.is_mark(":")))
        })
    });
    let Some(opener) = bracket.or(named).or(listed) else { return false };
    if !tokens[..opener].iter().any(|token| token.kind == Kind::Number) {
        return false;
    }
    let closes = |index: usize| {
        tokens.get(index).is_none_or(|next| {
            matches!(next.text.as_str(), "," | ";" | ")" | ".") && next.kind == Kind::Mark || next.is_word("va")
        })
    };
    let item = |index: usize| {
        tokens[index].kind == Kind::Number
            && closes(index + 1)
            && tokens[index - 1].kind == Kind::Word
            && dates::year_at(tokens, index).is_none()
            && !super::label::is_label(tokens, index)
    };
    let end = (at..tokens.len()).find(|index| tokens[*index].is_mark(")")).unwrap_or(tokens.len());
    item(at) && (opener + 1..end).filter(|index| item(*index)).count() >= 2
}

fn changes(comparator: Comparator) -> bool {
    matches!(comparator, Comparator::IncreaseBy | Comparator::DecreaseBy)
}

/// `16 tỷ 434 triệu đồng`: the second amount is a part of the first.
fn sum(tokens: &[Token], last: &Measure, next: &Measure) -> Option<Measure> {
    if last.unit.as_deref().is_some_and(|unit| ["nghìn", "ngàn"].contains(&unit)) && next.number == last.range.end
    {
        // “6 nghìn 450 tỷ đồng”
        let thousands = Amount::from_ten_thousandths(last.value.ten_thousandths().checked_mul(1_000)?);
        let value = thousands.plus(next.value)?;
        return Some(Measure {
            value,
            range: last.range.start..next.range.end,
            unit: next.unit.clone(),
            ..last.clone()
        });
    }
    let (unit, per) = match (last.unit.as_deref()?, next.unit.as_deref()?) {
        ("tỷ đồng", smaller) => ("tỷ đồng", smaller.strip_prefix("triệu đồng")?),
        ("triệu đồng", smaller) => ("triệu đồng", smaller.strip_prefix("nghìn đồng")?),
        _ => return None,
    };
    let joined = next.number == last.range.end && next.range.start == next.number;
    let closed = tokens[last.number..last.range.end].iter().any(|token| token.is_word("dong"));
    let stored = next.value.ten_thousandths();
    if !joined || closed || stored % 1_000 != 0 {
        return None;
    }
    let value = last.value.plus(Amount::from_ten_thousandths(stored / 1_000))?;
    Some(Measure {
        value,
        unit: Some(format!("{unit}{per}")),
        range: last.range.start..next.range.end,
        ..last.clone()
    })
}

/// `từ 28 hộ xuống còn 23 hộ`, `từ 52% lên 55%`: the second is the level to be reached.
fn rises_or_falls(tokens: &[Token], last: &Measure, next: &Measure) -> bool {
    let from = tokens[last.range.start..last.number].iter().any(|token| token.says("từ"));
    let lead = &tokens[next.range.start..next.number];
    let to = lead.iter().any(|token| ["xuống", "lên", "còn"].iter().any(|word| token.says(word)));
    let near = next.range.start <= last.range.end + 4
        && tokens[last.range.end..next.range.start]
            .iter()
            .all(|token| !matches!(token.text.as_str(), "," | ";" | "."));
    from && to && near
}

/// `01 tủ sách hoặc 01 trang mạng`: one or the other.
fn is_alternative(tokens: &[Token], last: &Measure, next: &Measure) -> bool {
    let between = tokens.get(last.range.end..next.range.start).unwrap_or_default();
    between.last().is_some_and(|token| token.is_word("hoac"))
        && last.value == next.value
        && last.unit.as_deref() != Some("%")
}

/// Whether `từ …` is closed by `trở lên` a few words on, before another number or mark.
pub(super) fn closes(tokens: &[Token], end: usize, phrase: &str) -> bool {
    (end..(end + 12).min(tokens.len()))
        .take_while(|at| tokens[*at].kind == Kind::Word || tokens[*at].is_mark(",") || follows_comma(tokens, *at))
        .any(|at| token::starts_at(tokens, at, phrase).is_some())
}

/// `từ 8 tập thể, 20 cá nhân trở lên`: a second number of the same bound.
fn follows_comma(tokens: &[Token], at: usize) -> bool {
    tokens[at].kind == Kind::Number && at > 0 && tokens[at - 1].is_mark(",")
}

/// Nouns that a bound may belong to: `doanh nghiệp từ 25 lao động trở lên`.
const BOUNDED: [&str; 21] = [
    "nghiep", "so", "vi", "xa", "ho", "em", "cdcs", "doan", "nguoi", "dan", "thon", "tre", "sinh", "truong", "nu",
    "quan", "chuc", "co", "mo", "rong", "dai",
];

/// `giá trị trên 01 ha đất canh tác: 98 triệu đồng`, `sản phẩm đạt 3 sao`: what the other number of the clause is for.
fn is_standard(tokens: &[Token], own: &Measure, all: &[Measure]) -> bool {
    let (from, to) = clause_around(tokens, own.number);
    let others = all.iter().any(|other| other.number != own.number && (from..to).contains(&other.number));
    if !others {
        return false;
    }
    let unit = own.unit.as_deref().unwrap_or_default();
    let per_one = own.value == Amount::whole(1)
        && ["ha", "người", "hộ", "vạn dân", "vạn", "m²", "km", "công", "sào", "đơn vị"].contains(&unit)
        && own
            .number
            .checked_sub(1)
            .is_some_and(|before| tokens[before].says("trên") || tokens[before].is_mark("/"));
    unit == "sao" || per_one
}

/// The stretch between the semicolons and full stops around a token.
fn clause_around(tokens: &[Token], at: usize) -> (usize, usize) {
    let ends = |token: &Token| matches!(token.text.as_str(), ";" | ".") && token.kind == Kind::Mark;
    let from = tokens[..at].iter().rposition(ends).map_or(0, |end| end + 1);
    let to = (at..tokens.len()).find(|index| ends(&tokens[*index])).unwrap_or(tokens.len());
    (from, to)
}

/// `Tỷ lệ hộ có 3 công trình hợp vệ sinh đạt 98 %`: a rate is measured in per cent; a count before it belongs to its name.
fn counts_inside_a_rate(tokens: &[Token], all: &[Measure], at: usize) -> bool {
    let own = &all[at];
    let Some(next) = all.get(at + 1) else { return false };
    let scored = next.unit.as_deref() == Some("điểm") && own.unit != next.unit;
    if own.unit.as_deref() == Some("%") || (next.unit.as_deref() != Some("%") && !scored) {
        return false;
    }
    let ends = |token: &Token| token.kind == Kind::Mark && matches!(token.text.as_str(), ";" | "." | ",");
    let from = tokens[..own.number].iter().rposition(ends).map_or(0, |end| end + 1);
    let heads = if scored { ["diem trung binh", "diem"] } else { ["ty le", "ti le"] };
    let rate = heads.iter().any(|words| token::starts_at(tokens, from, words).is_some());
    let mut depth = 0usize;
    let open = tokens[own.number..next.number].iter().all(|token| {
        depth = match token.text.as_str() {
            "(" => depth + 1,
            ")" => depth.saturating_sub(1),
            _ => depth,
        };
        depth > 0 || !matches!(token.text.as_str(), ";" | "." | ":")
    });
    rate && open && token::find(&tokens[own.number..next.number], "trong do").is_none()
}

/// `với mức 40 triệu đồng/nhà và 20 triệu đồng/nhà sửa chữa`: what each of the things counted costs.
fn is_cost(tokens: &[Token], all: &[Measure], at: usize) -> bool {
    let own = &all[at];
    let limit = own.qualifier.as_deref().is_some_and(|words| words.contains("vượt") || words.contains("quá"));
    let lead = &tokens[own.number.saturating_sub(4)..own.number];
    if !limit && ["voi muc", "muc ho tro", "dinh muc"].iter().any(|words| token::has(lead, words)) {
        return true;
    }
    let second = at.checked_sub(1).filter(|before| {
        let between = tokens.get(all[*before].range.end..own.range.start).unwrap_or_default();
        let joined = between
            .iter()
            .chain(&tokens[own.range.start..own.number])
            .any(|token| token.is_word("va") || token.is_mark(","));
        joined && between.len() <= 6 && all[*before].unit.as_deref().is_some_and(|unit| unit.contains("đồng/"))
    });
    own.unit.as_deref().is_some_and(|unit| unit.contains("đồng/"))
        && second.is_some_and(|before| is_cost(tokens, all, before))
}

/// Whether a number only bounds the name that another number of its statement counts.
fn bounds_a_name(tokens: &[Token], all: &[Measure], at: usize) -> bool {
    let own = &all[at];
    // “với mức 40 triệu đồng/nhà”: what each costs
    if is_cost(tokens, all, at) {
        return true;
    }
    // “dưới 0,6 %, thấp hơn mức 1,5 % mà Nghị quyết cho phép”: another's bound
    let compared_with = at > 0
        && ["cao hơn mức", "thấp hơn mức"]
            .iter()
            .any(|words| own.qualifier.as_deref().is_some_and(|own| own.starts_with(words)))
        && own.unit == all[at - 1].unit
        && tokens
            .get(own.range.end)
            .is_some_and(|next| ["mà", "do", "của", "theo", "bình"].iter().any(|word| next.says(word)));
    if compared_with || counts_inside_a_rate(tokens, all, at) {
        return true;
    }
    // “đầy đủ 8 loại vắc xin: trên 95 %”, “từ 2 mũi trở lên đạt 95 %”: the measure follows at once
    if let Some(next) = all.get(at + 1) {
        let between = &tokens[own.range.end.min(next.range.start)..next.range.start];
        let colon = tokens[next.range.start..next.number].iter().chain(between).any(|token| token.is_mark(":"));
        let words = between.iter().filter(|token| token.kind == Kind::Word).count();
        let reaches = next.range.start == own.range.end && tokens[next.range.start].says("đạt");
        let inside = (own.unit.as_deref() != Some("%") || (reaches && own.range.start == own.number))
            && next.unit.as_deref() == Some("%")
            && own.number > 0;
        if inside
            && ((colon && words <= 6 && !tokens[..own.number].iter().any(|token| token.is_mark(":"))) || reaches)
        {
            return true;
        }
    }
    // “số giường bệnh trên 10.000 dân: 24 giường”
    let people = own.unit.as_deref().is_some_and(|unit| ["dân", "trẻ", "người"].contains(&unit));
    if people && tokens.get(own.range.end).is_some_and(|token| token.is_mark(":")) && at + 1 < all.len() {
        return true;
    }
    // “100 % xã có ít nhất 01 mô hình”: what each of them has
    if let Some(before) = at.checked_sub(1).map(|before| &all[before]) {
        let has = tokens[own.range.start..own.number].iter().any(|token| token.text == "có")
            && token::find(&tokens[before.range.end.min(own.number)..own.number], "trong do").is_none();
        let joined = own.range.start > before.range.end
            && tokens[before.range.end..own.range.start]
                .iter()
                .all(|token| !matches!(token.text.as_str(), ";" | "." | "("))
            && !tokens[own.range.start - 1].is_mark(",");
        if has && joined && before.unit.as_deref() == Some("%") && own.unit.as_deref() != Some("%") {
            return true;
        }
    }
    let counted = own.unit.as_deref().is_some_and(|unit| unit != "%");
    // “100 % công chức cam kết thực hiện 10 điều kỷ luật”: what all of them keep
    if let Some(before) = at.checked_sub(1).map(|before| &all[before])
        && before.unit.as_deref() == Some("%")
        && own.unit.as_deref().is_some_and(|unit| {
            ["điều", "nội dung", "tiêu chí", "tiêu chuẩn", "bước", "quy tắc", "không"].contains(&unit)
        })
        && own.denominator.is_none()
        && tokens[before.range.end.min(own.range.start)..own.range.start].len() >= 2
        && tokens[before.range.end.min(own.range.start)..own.range.start]
            .iter()
            .all(|token| token.kind == Kind::Word)
    {
        return true;
    }
    // “doanh nghiệp ngoài nhà nước có từ 20 lao động”
    let sized = tokens[own.range.start..own.number].iter().any(|token| token.says("có"))
        && tokens[own.range.start..own.number].iter().any(|token| token.says("từ"))
        && own.value_max.is_none()
        && counted;
    let holders = ["doanh nghiep", "hop tac xa", "don vi", "chi bo", "co so"];
    let lead = &tokens[own.range.start.saturating_sub(8)..own.range.start];
    let of_bodies =
        lead.iter().all(|token| token.kind == Kind::Word) && holders.iter().any(|words| token::has(lead, words));
    if sized && of_bodies && at > 0 {
        return true;
    }
    // “di dời 100 % chuồng trại tại 02 bản”: where it is done
    let lead = own.range.start.checked_sub(1).and_then(|before| tokens.get(before));
    let place = lead.is_some_and(|word| {
        ["tại", "ở", "của", "trong", "thuộc", "khắp"].iter().any(|at| word.text.to_lowercase() == *at)
    });
    if place
        && counted
        && own.range.start == own.number
        && at > 0
        && (all[at - 1].range.end.min(own.number)..own.number)
            .all(|index| tokens[index].kind == Kind::Word || dates::year_at(tokens, index).is_some())
    {
        return true;
    }
    // “lắp 40 camera trên 08 tổ dân phố”: where, not how many
    let bodies =
        ["tổ dân phố", "thôn", "xã", "phường", "ấp", "bản", "khu phố", "khu dân cư", "tuyến đường", "địa bàn"];
    if own.comparator == Comparator::MoreThan
        && own.range.start + 1 == own.number
        && tokens[own.range.start].says("trên")
        && tokens[own.number].text.len() <= 2
        && tokens[own.number].text.starts_with('0')
        && own.unit.as_deref().is_some_and(|unit| bodies.contains(&unit))
        && at > 0
        && tokens[all[at - 1].range.end.min(own.range.start)..own.range.start]
            .iter()
            .all(|token| token.kind == Kind::Word && !token.is_word("va"))
    {
        return true;
    }
    // “tại 12 xã cho khoảng 6.500 trường hợp”
    if let Some(next) = all.get(at + 1)
        && place
        && counted
        && own.range.start == own.number
        && tokens[own.range.end.min(next.range.start)..next.range.start].last().is_none_or(|word| word.says("cho"))
        && tokens[own.range.end.min(next.number)..next.number].iter().all(|token| token.kind == Kind::Word)
        && tokens[own.range.end.min(next.number)..next.number].iter().any(|token| token.says("cho"))
    {
        return true;
    }
    // “100 % công đoàn cơ sở phát động ít nhất 1 đợt thi đua”: what each of them does
    if let Some(before) = at.checked_sub(1).map(|before| &all[before])
        && counted
        && before.unit.as_deref() == Some("%")
        && own.range.start > before.range.end + 1
        && (own.comparator == Comparator::AtLeast
            && own
                .qualifier
                .as_deref()
                .is_some_and(|words| words.contains("ít nhất") || words.contains("tối thiểu"))
            || tokens[own.range.start - 1].says("đủ"))
        && tokens[before.range.end..own.range.start].iter().all(|token| {
            token.kind == Kind::Word && !token.is_word("va") || token.is_mark("-") || token.is_mark("/")
        })
    {
        return true;
    }
    // “100 % doanh nghiệp sử dụng từ 10 lao động trở lên có báo cáo”
    let both_ends = own.qualifier.as_deref().is_some_and(|words| words.contains("từ") && words.contains("trở lên"));
    if let Some(before) = at.checked_sub(1).map(|before| &all[before])
        && both_ends
        && counted
        && before.unit.as_deref() == Some("%")
        && tokens[before.range.end.min(own.range.start)..own.range.start]
            .iter()
            .all(|token| token.kind == Kind::Word)
        && tokens.get(own.range.end).is_some_and(|token| token.kind == Kind::Word)
    {
        return true;
    }
    let compared = matches!(
        own.comparator,
        Comparator::AtLeast | Comparator::AtMost | Comparator::MoreThan | Comparator::LessThan
    ) || tokens[own.range.start..own.number].iter().any(|token| token.says("từ"));
    let time = own.unit.as_deref().is_some_and(|unit| ["giờ", "phút", "ngày", "tuần", "tháng"].contains(&unit));
    if !compared && !time {
        return false;
    }
    let open = |range: std::ops::Range<usize>| {
        tokens
            .get(range)
            .unwrap_or_default()
            .iter()
            .all(|token| token.kind != Kind::Mark || token.is_mark("-") || token.is_mark("/"))
    };
    let before = at.checked_sub(1).map(|before| &all[before]);
    let holder = own
        .range
        .start
        .checked_sub(1)
        .and_then(|before| tokens.get(before))
        .is_some_and(|token| token.kind == Kind::Word && BOUNDED.contains(&token.folded.as_str()));
    // “80% số doanh nghiệp có từ 25 lao động trở lên …”
    let counted_before = before.is_some_and(|before| {
        own.range.start > before.range.end
            && own.range.start - before.range.end <= 12
            && open(before.range.end..own.range.start)
            && !tokens[before.range.end..own.range.start].iter().any(|token| token.is_word("va"))
    });
    // “doanh nghiệp trên 100 lao động đạt 100 %”
    let counted_after = all
        .get(at + 1)
        .is_some_and(|next| open(own.range.end..next.range.start) && next.range.start <= own.range.end + 8);
    counted && (holder || time) && (counted_before || counted_after)
}
