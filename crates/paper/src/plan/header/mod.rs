//! The head and foot of the document.

mod issuer;
mod kind;
mod signature;
mod theme;

use super::dates;
use super::paragraph::{Paragraph, Row};
use super::preamble;
use super::symbol::symbol_at;
use super::token::{self, Kind, Token};
use thidua_domain::plans::draft::{Header, Lines, Piece};

pub use kind::{KINDS, KindOfDocument, Sets, is_of_an_event, kind_row, without_kind_row};
pub use signature::Signature;

/// Of how sure the reader is of a piece whose form is certain, given how much of it was restored.
pub fn confidence(tokens: &[Token], clean: u8) -> u8 {
    match token::restored_percent(tokens) {
        0 => clean,
        1..=20 => clean.saturating_sub(7),
        21..=60 => clean.saturating_sub(13),
        _ => clean.saturating_sub(20),
    }
}

/// How sure the reader is of a name: names are in no vocabulary, so one from a damaged text is left to a person to
/// compare, unless all its words were printed with their marks.
pub fn name_confidence(tokens: &[Token], clean: u8) -> u8 {
    let sure = confidence(tokens, clean);
    if tokens.iter().any(|token| token.doubtful) { sure.min(DOUBTFUL_NAME) } else { sure }
}

/// The most that a name from a damaged text is trusted.
const DOUBTFUL_NAME: u8 = 65;

/// What the head rows say: number and symbol, place and date, with the authorities in the left column.
pub fn read(
    head: &[Row],
    body: &[Paragraph],
    title: &[Paragraph],
    kind: Option<(&Row, &KindOfDocument)>,
    foot: &[Paragraph],
) -> Header {
    let kind = kind.and_then(|(row, kind)| {
        let lines = super::paragraph::span_lines(&row.tokens)?;
        Some(Piece::read(kind.name.to_owned(), lines, confidence(&row.tokens, 99)))
    });
    let mut header = Header { kind, ..Header::default() };
    for row in head {
        number_and_place(&row.tokens, &mut header);
    }
    title_of(title, &mut header);
    let signature = signature::read(foot);
    header.signer_title = signature.title.clone();
    header.signer_name = signature.name.clone();
    if let Some(authority) = issuer::find(head, body, header.place.as_ref(), &signature) {
        header.issuer_level = Some(Piece::read(authority.level, authority.lines, authority.confidence));
        header.issuer = Some(Piece::read(authority.name.clone(), authority.lines, authority.name_confidence));
        if let Some((parent, lines)) = authority.parent {
            header.parent_authority = Some(Piece::read(parent, lines, authority.name_confidence));
        }
    }
    theme::read(body, &mut header);
    header
}

fn number_and_place(tokens: &[Token], header: &mut Header) {
    let lines = super::paragraph::span_lines(tokens).unwrap_or(Lines::new(1, 1));
    let colon = tokens.iter().position(|token| token.is_mark(":"));
    let numbered = tokens
        .first()
        .is_some_and(|first| first.kind == Kind::Word && first.folded.starts_with('s') && first.folded.len() <= 3);
    let mut rest = 0;
    // “Số: 34/KH-UBND”, also without the colon
    let before_number = colon
        .filter(|at| *at <= 2)
        .map(|at| at + 1)
        .or_else(|| tokens.first().filter(|first| first.is_word("so") && first.is_capital()).map(|_| 1));
    if let (true, Some(from), None) = (numbered, before_number, &header.number_symbol)
        && let Some((symbol, end)) = symbol_at(tokens, from).filter(|(symbol, _)| !symbol.parts.is_empty())
    {
        let sure = confidence(&tokens[from..end], 98);
        header.number_symbol = Some(Piece::read(symbol.written, lines, sure));
        rest = end;
    }
    if header.date.is_some() {
        return;
    }
    let dated = (rest..tokens.len()).find_map(|at| {
        dates::date_at(tokens, at).filter(|_| tokens[at].kind == Kind::Number).map(|(date, _)| (at, date))
    });
    if let Some((at, date)) = dated {
        header.date = Some(Piece::read(date, lines, 97));
        let comma = tokens[rest..at]
            .iter()
            .position(|token| token.is_mark(","))
            .map_or(at.saturating_sub(1), |comma| rest + comma);
        let place = &tokens[rest..comma.max(rest)];
        if !place.is_empty() && place.len() <= 8 {
            let text = token::text(place).trim().to_owned();
            let folded = thidua_domain::basics::text::fold(&text);
            let known = super::dictionary::WORDS
                .provinces
                .iter()
                .find(|(_, province)| *province == folded && place.iter().any(|token| token.doubtful))
                .map(|(name, _)| name.clone());
            header.place = Some(Piece::read(known.unwrap_or(text), lines, name_confidence(place, 97)));
        }
    }
}

fn title_of(title: &[Paragraph], header: &mut Header) {
    let tokens: Vec<Token> = title.iter().flat_map(|paragraph| paragraph.tokens.iter().cloned()).collect();
    let Some(lines) = super::paragraph::span_lines(&tokens) else { return };
    let text = token::text(&tokens).trim_end_matches(['.', ' ']).to_owned();
    let year = dates::subject_year(&tokens);
    header.title = Some(Piece::read(text, lines, confidence(&tokens, 97)));
    header.subject_year = match (year, &header.date) {
        (Some(year), _) => Some(Piece::read(year, lines, 97)),
        (None, Some(date)) => date.lines.map(|lines| Piece::read(dates::year_of(date.value), lines, 70)),
        (None, None) => None,
    };
}

/// How many paragraphs after the kind belong to the title.
pub fn title_length(body: &[Paragraph]) -> usize {
    const OPENERS: [&str; 7] =
        ["tiep tuc", "chu tich uy ban", "uy ban", "tren co so", "ubnd", "trong nam", "nhan dip"];
    let mut length = 0;
    for (index, paragraph) in body.iter().enumerate().take(4) {
        let words = paragraph.words();
        let year_begins = words.starts_with("nam 2") && paragraph.word_count() > 3;
        let opens = index > 0
            && (year_begins
                || preamble::opens(&paragraph.tokens)
                || OPENERS.iter().any(|opener| words.starts_with(opener)));
        let ended = index > 0
            && paragraph.tokens.last().is_some_and(|token| matches!(token.text.as_str(), "." | ";" | ":" | ","));
        if paragraph.marker.is_some()
            || opens
            || ended
            || paragraph.word_count() > 60
            || (index > 0 && paragraph.word_count() > 25)
        {
            break;
        }
        length = index + 1;
    }
    length
}

/// The authority above, from the parent plan, where the head does not show it.
pub fn complete_parent(header: &mut Header, bases: &[thidua_domain::plans::draft::LegalBasis], body: &[Paragraph]) {
    let Some(parent) = bases.iter().find(|basis| basis.parent_plan).filter(|_| header.parent_authority.is_none())
    else {
        return;
    };
    let Some(issuer) = &parent.issuer else { return };
    let mut name = issuer.strip_prefix("UBND").map_or(issuer.clone(), |rest| format!("Ủy ban nhân dân{rest}"));
    if thidua_domain::basics::text::fold(&name) == "uy ban nhan dan tinh"
        && let Some(province) = body.iter().find_map(|paragraph| issuer::province_after(&paragraph.tokens, "tinh"))
    {
        name = format!("{name} {province}");
    }
    let damaged = body.iter().flat_map(|paragraph| &paragraph.tokens).any(|token| token.doubtful);
    let most = if damaged { DOUBTFUL_NAME } else { 80 };
    header.parent_authority = Some(Piece::read(name, parent.lines, parent.confidence.as_percent().min(most)));
}
