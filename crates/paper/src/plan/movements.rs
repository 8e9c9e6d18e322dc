//! Movements that the plan names: its own first, then the ones in quotation marks or with a name in capitals.

use super::header;
use super::outline::{Outline, Part};
use super::paragraph::{Paragraph, span_lines};
use super::token::{self, Kind, Token};
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::{Confidence, Header, NamedMovement};

/// Reads the movements.
pub fn read(own: &Header, paragraphs: &[Paragraph], outline: &Outline) -> Vec<NamedMovement> {
    let mut movements: Vec<NamedMovement> = Vec::new();
    if let Some(title) = &own.title
        && let Some(lines) = title.lines
    {
        movements.push(NamedMovement {
            name: own_name(&title.value),
            own: true,
            lines,
            confidence: title.confidence,
        });
    }
    for (paragraph, place) in paragraphs.iter().zip(&outline.places) {
        if matches!(place.part, Part::Foot | Part::Targets) {
            continue;
        }
        let tokens = &paragraph.tokens;
        let named = quoted(tokens).into_iter().chain(capitalised(tokens)).map(|span| (span, ""));
        for (span, before) in named.chain(of_fields(tokens)) {
            let name = format!("{before}{}", token::text(span).trim_matches([' ', ',', '.', ';']));
            let known = movements.iter().any(|movement| bare(&movement.name) == bare(&name));
            if let (false, Some(lines)) = (known, span_lines(span)) {
                movements.push(NamedMovement {
                    name,
                    own: false,
                    lines,
                    confidence: Confidence::percent(header::confidence(span, 92)),
                });
            }
        }
    }
    movements
}

/// The name without marks and without `phong trào thi đua` before it.
fn bare(name: &str) -> String {
    let plain = super::similarity::plain(name);
    let plain = plain.strip_prefix("phong trao ").unwrap_or(&plain);
    plain.strip_prefix("thi dua ").unwrap_or(plain).to_owned()
}

/// `Phát động phong trào thi đua …` names `Phong trào thi đua …`.
fn own_name(title: &str) -> String {
    let folded = fold(title);
    let skip = ["phat dong cac ", "phat dong "]
        .iter()
        .find(|start| folded.starts_with(*start))
        .map_or(0, |start| start.split(' ').count() - 1);
    let rest = title.split(' ').skip(skip).collect::<Vec<_>>().join(" ");
    let mut chars = rest.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Quotations in a paragraph that speaks of movements before them.
fn quoted(tokens: &[Token]) -> Vec<&[Token]> {
    let mut spans = Vec::new();
    let mut open = None;
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_quote()) {
        match open.take() {
            None => open = Some(at),
            Some(from) if token.text == "“" => {
                // a lost closing mark: the new quotation begins here
                open = Some(at);
                let _ = from;
            }
            Some(from) => {
                let span = trimmed(&tokens[from + 1..at]);
                if names_movement(&tokens[..from], span) {
                    spans.push(span);
                }
            }
        }
    }
    spans
}

/// `phong trào thi đua trên lĩnh vực y tế; giáo dục và đào tạo; …`: one movement for each field.
fn of_fields(tokens: &[Token]) -> Vec<(&[Token], &'static str)> {
    let mut spans = Vec::new();
    for (phrase, lead, list) in [
        ("phong trao thi dua tren linh vuc", "Phong trào thi đua trên lĩnh vực ", true),
        ("phong trao thi dua trong cac co quan", "Phong trào thi đua trong các cơ quan ", false),
    ] {
        let Some(range) = token::find(tokens, phrase) else { continue };
        let mut start = range.end;
        for at in range.end..=tokens.len() {
            let ends = tokens.get(at).is_none_or(|token| token.is_mark(";") || token.is_mark("."));
            if !ends {
                continue;
            }
            let span = &tokens[start.min(at)..at];
            if token::starts_at(span, 0, "phong trao").is_some() || span.len() > 12 {
                break;
            }
            spans.push((trimmed(span), lead));
            start = at + 1;
            if !list || tokens.get(at).is_none_or(|token| token.is_mark(".")) {
                break;
            }
        }
    }
    spans.retain(|(span, _)| !span.is_empty());
    spans
}

fn trimmed(span: &[Token]) -> &[Token] {
    let start = span.iter().position(|token| token.kind != Kind::Mark).unwrap_or(span.len());
    let end = span.iter().rposition(|token| token.kind != Kind::Mark).map_or(start, |at| at + 1);
    &span[start..end]
}

fn names_movement(before: &[Token], span: &[Token]) -> bool {
    let words = span.iter().filter(|token| token.kind == Kind::Word).count();
    if !(3..=45).contains(&words) {
        return false;
    }
    if token::starts_at(span, 0, "hoc tap va lam theo").is_some() {
        return true;
    }
    let near = &before[before.len().saturating_sub(4)..];
    let other = [
        "quan diem",
        "tinh than",
        "chu de",
        "danh hieu",
        "viec",
        "de an",
        "ve",
        "muc dich",
        "xay dung",
        "bieu hien",
    ]
    .iter()
    .any(|phrase| token::has(near, phrase));
    if token::starts_at(span, 0, "ve viec").is_some() || token::starts_at(span, 0, "tu ").is_some() {
        return false;
    }
    let speaks = before.iter().enumerate().rev().take(160).any(|(at, _)| {
        ["phong trao", "van dong"].iter().any(|phrase| token::starts_at(before, at, phrase).is_some())
    });
    speaks && !other
}

/// `phong trào thi đua Dân vận khéo`: a name in capitals without quotation marks.
fn capitalised(tokens: &[Token]) -> Vec<&[Token]> {
    let mut spans = Vec::new();
    for at in 0..tokens.len() {
        let after = token::starts_at(tokens, at, "phong trao thi dua")
            .or_else(|| token::starts_at(tokens, at, "phong trao"));
        let Some(from) = after
            .filter(|from| tokens.get(*from).is_some_and(|token| token.kind == Kind::Word && token.is_capital()))
        else {
            continue;
        };
        let end = (from..tokens.len())
            .find(|index| {
                let joins = tokens[*index].is_word("va")
                    && tokens.get(index + 1).is_some_and(|next| next.is_word("phong") || next.is_word("cac"));
                joins
                    || tokens[*index].is_quote()
                    || (tokens[*index].kind == Kind::Mark
                        && matches!(tokens[*index].text.as_str(), ";" | "." | ":" | "…"))
            })
            .unwrap_or(tokens.len());
        let span = trimmed(&tokens[from..end]);
        if (3..=14).contains(&span.len()) && tokens.get(end).is_none_or(|token| !token.is_quote()) {
            spans.push(span);
        }
    }
    spans
}
