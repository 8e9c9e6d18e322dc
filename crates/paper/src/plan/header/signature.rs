//! The signature: form and post of the signer, and the name below.

use crate::plan::dictionary::WORDS;
use crate::plan::paragraph::Paragraph;
use crate::plan::token::{self, Kind, Token};
use thidua_domain::plans::draft::Piece;

/// Who signs, as far as the file shows it.
#[derive(Clone, Debug, Default)]
pub struct Signature {
    /// `TM. Ủy ban nhân dân xã - Chủ tịch`.
    pub title: Option<Piece<String>>,
    /// The name.
    pub name: Option<Piece<String>>,
}

/// Reads the signature from the paragraphs after the recipients (or the last ones).
pub fn read(foot: &[Paragraph]) -> Signature {
    let mut signature = Signature::default();
    let mut parts: Vec<String> = Vec::new();
    let mut lines = None;
    let mut sure = 95;
    for paragraph in foot {
        if lines.is_some() && token::starts_at(&paragraph.tokens, 0, "phu luc").is_some() {
            break;
        }
        let post = post_in(&paragraph.tokens);
        let form = form_of(&paragraph.tokens);
        if form.is_some() || post.is_some() {
            // “KT. GIÁM ĐỐC” names the post that is stood in for
            let post = post.filter(|post| form.as_deref() != Some(format!("KT. {post}").as_str()));
            if let Some(form) = form {
                parts.push(form);
            }
            if let Some(post) = post.filter(|post| !parts.last().is_some_and(|last| last.ends_with(post.as_str())))
            {
                parts.push(post);
            }
            lines = lines.or(Some(paragraph.lines()));
            sure = sure.min(super::confidence(&paragraph.tokens, 95));
            continue;
        }
        if lines.is_some() && is_name(paragraph) {
            let name = token::text(without_remark(&paragraph.tokens));
            let sure = super::name_confidence(&paragraph.tokens, 95);
            signature.name = Some(Piece::read(tidy(&name), paragraph.lines(), sure));
        }
    }
    signature.title = lines.filter(|_| !parts.is_empty()).map(|lines| Piece::read(parts.join(" - "), lines, sure));
    signature
}

fn tidy(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    name.split(' ')
        .map(|word| {
            let mut chars = word.chars();
            chars.next().map(|first| first.to_string() + &chars.as_str().to_lowercase()).unwrap_or_default()
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// The post a paragraph holds in capitals: the longest that fits.
fn post_in(tokens: &[Token]) -> Option<String> {
    let upper = |at: usize, end: usize| crate::plan::marker::capital_percent(&tokens[at..end]) >= 80;
    let mut found: Option<(usize, String)> = None;
    for (post, folded) in &WORDS.signer_posts {
        for at in 0..tokens.len() {
            let Some(end) = token::starts_at(tokens, at, folded).filter(|end| upper(at, *end)) else { continue };
            if found.as_ref().is_none_or(|(length, _)| end - at > *length) {
                found = Some((end - at, post.clone()));
            }
        }
    }
    found.map(|(_, post)| post)
}

/// `TM. ỦY BAN NHÂN DÂN XÃ`, `KT. CHỦ TỊCH`, `TUQ.`, `TL.`
fn form_of(tokens: &[Token]) -> Option<String> {
    let first = tokens.first()?;
    let form = ["tm", "kt", "tuq", "tl", "q"].contains(&first.folded.as_str()) && first.is_capital();
    if !form || !tokens.get(1).is_some_and(|token| token.is_mark(".") || token.kind == Kind::Word) {
        return None;
    }
    let from = if tokens.get(1).is_some_and(|token| token.is_mark(".")) { 2 } else { 1 };
    // the post may stand in the same paragraph; it is taken apart by `post_in`
    let posts = WORDS
        .signer_posts
        .iter()
        .filter_map(|(_, folded)| token::find(&tokens[from..], folded))
        .map(|range| from + range.start)
        .min();
    let end = posts.filter(|end| *end > from).unwrap_or(tokens.len());
    let name = super::issuer::proper(&tokens[from..end]);
    Some(format!("{}. {name}", first.text.to_uppercase()))
}

/// Two to five capitalised words and nothing else.
fn is_name(paragraph: &Paragraph) -> bool {
    let words = without_remark(&paragraph.tokens);
    (2..=6).contains(&words.len())
        && paragraph.marker.is_none()
        && words.iter().all(|token| (token.kind == Kind::Word && token.is_capital()) || token.is_mark("'"))
        && words.iter().any(|token| token.kind == Kind::Word)
}

/// A name without `(đã ký)` and an academic degree before it.
fn without_remark(tokens: &[Token]) -> &[Token] {
    let mut rest = tokens;
    if rest.first().is_some_and(|first| first.is_mark("("))
        && let Some(close) = rest.iter().position(|token| token.is_mark(")"))
    {
        rest = &rest[close + 1..];
    }
    while rest.len() > 2 && rest.get(1).is_some_and(|token| token.is_mark(".")) && rest[0].text.chars().count() <= 5
    {
        rest = &rest[2..];
    }
    rest
}
