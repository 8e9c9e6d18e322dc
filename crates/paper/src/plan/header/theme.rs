//! The theme: `với chủ đề: “…”`, `Chủ đề thi đua: …`; the plan's own, or quoted from the upper level's plan.

use crate::plan::dictionary::WORDS;
use crate::plan::paragraph::{Paragraph, span_lines};
use crate::plan::token::{self, Kind, Token};
use thidua_domain::plans::draft::{Header, Piece};

/// Finds the theme and writes it into the header.
pub fn read(body: &[Paragraph], header: &mut Header) {
    for (index, paragraph) in body.iter().enumerate() {
        let tokens = &paragraph.tokens;
        let heading = paragraph.marker.is_some() && token::starts_at(tokens, 0, "chu de").is_some();
        let Some(at) = token::find(tokens, "chu de")
            .or_else(|| token::find(tokens, "chi de"))
            .filter(|range| heading || announces(tokens, range.end))
        else {
            continue;
        };
        let here = quoted(&tokens[at.end..]);
        let next = || {
            body.get(index + 1)
                .filter(|_| heading && tokens.len() - at.end < 10)
                .and_then(|next| quoted(&next.tokens).or(next.marker.is_none().then_some(next.tokens.as_slice())))
        };
        let Some(span) = here
            .or_else(next)
            .map(trim)
            .filter(|span| span.iter().filter(|token| token.kind == Kind::Word).count() >= 3)
        else {
            continue;
        };
        let Some(lines) = span_lines(span) else { continue };
        let text = token::text(span);
        let piece = Piece::read(text, lines, super::confidence(span, 97));
        match source(&tokens[..at.start]).filter(|_| !heading) {
            Some(source) => {
                if header.inherited_theme.is_none() {
                    header.inherited_theme = Some(piece);
                    header.inherited_theme_source = Some(source);
                }
            }
            None => {
                header.theme = Some(piece);
                return;
            }
        }
    }
}

/// Whether a colon or a quotation follows closely.
fn announces(tokens: &[Token], at: usize) -> bool {
    tokens.iter().skip(at).take(6).any(|token| token.is_mark(":") || token.is_quote())
}

/// The quotation in a run; without its closing mark it goes to the end of the run.
fn quoted(tokens: &[Token]) -> Option<&[Token]> {
    let open = tokens.iter().position(Token::is_quote);
    let colon = tokens.iter().position(|token| token.is_mark(":"));
    let from = open.filter(|open| *open <= colon.map_or(8, |colon| colon + 3)).or(colon)? + 1;
    let rest = tokens.get(from..).filter(|rest| !rest.is_empty())?;
    let mut depth = 0usize;
    for (at, token) in rest.iter().enumerate() {
        if open.is_some() && token.is_quote() {
            let opens = token.text == "“"
                || (token.text == "\""
                    && token.spaced
                    && at + 1 < rest.len()
                    && depth == 0
                    && !rest[at + 1].spaced);
            if opens && token.text == "“" {
                depth += 1;
            } else if depth == 0 {
                return Some(&rest[..at]);
            } else {
                depth -= 1;
            }
        }
    }
    Some(rest)
}

/// Takes marks and stray digits (a garbled closing quotation mark) off the end.
fn trim(span: &[Token]) -> &[Token] {
    let mut end = span.len();
    while end > 0 {
        let token = &span[end - 1];
        let stray = token.kind == Kind::Number
            && token.text.len() == 1
            && token.spaced
            && !span[..end - 1]
                .last()
                .is_some_and(|before| ["nam", "so", "thu", "quy"].contains(&before.folded.as_str()));
        if token.kind == Kind::Mark && token.text != ")" || stray {
            end -= 1;
        } else {
            break;
        }
    }
    let start = span.iter().position(|token| token.kind != Kind::Mark).unwrap_or(0).min(end);
    &span[start..end]
}

/// The upper document whose theme it is, when the words before quote one and do not issue this plan.
fn source(before: &[Token]) -> Option<String> {
    let issued = ["ban hanh ke hoach", "xay dung ke hoach", "phat dong phong trao thi dua voi"]
        .iter()
        .filter_map(|phrase| last(before, phrase))
        .max();
    let cited = WORDS.document_kinds.iter().filter_map(|(_, kind)| last(before, &format!("{kind} so"))).max();
    match (issued, cited) {
        (issued, Some(cited)) if issued.is_none_or(|issued| issued < cited) => {
            let end = before[cited..]
                .iter()
                .position(|token| token.is_word("ve") || token.is_mark("“"))
                .map_or(before.len(), |end| cited + end);
            Some(token::text(&before[cited..end]))
        }
        _ => None,
    }
}

fn last(tokens: &[Token], phrase: &str) -> Option<usize> {
    (0..tokens.len()).rev().find(|at| token::starts_at(tokens, *at, phrase).is_some())
}
