//! Nơi nhận: who gets the plan, and for what.

use super::paragraph::Paragraph;
use super::token::{self, Token};
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::Recipient;

/// Reads the recipients from the paragraphs of the foot; the right-hand column (the signature) drops out.
pub fn read(foot: &[Paragraph]) -> Vec<Recipient> {
    let mut recipients = Vec::new();
    for paragraph in foot.iter().skip(1).filter(|paragraph| paragraph.marker.is_some()) {
        let tokens = trimmed(&paragraph.tokens);
        let (name, purpose) = split(tokens);
        let text = token::text(name);
        let text = text.trim_matches([';', '.', ',', ' ']).to_owned();
        if text.is_empty() {
            continue;
        }
        let filed = fold(&text).starts_with("luu");
        recipients.push(Recipient {
            name: text,
            purpose: purpose.or(filed.then(|| "lưu".to_owned())),
            lines: paragraph.lines(),
        });
    }
    recipients
}

/// Without marks at the end.
fn trimmed(tokens: &[Token]) -> &[Token] {
    let end = tokens
        .iter()
        .rposition(|token| token.kind != token::Kind::Mark || token.is_mark(")"))
        .map_or(0, |at| at + 1);
    // stray strokes after the semicolon belong to the signature
    let cut = tokens[..end]
        .iter()
        .position(|token| token.is_mark(";"))
        .filter(|at| tokens[*at + 1..end].iter().all(|token| token.kind == token::Kind::Mark));
    &tokens[..cut.unwrap_or(end)]
}

/// The name and the purpose in brackets: `(báo cáo)`, `(để b/c)`.
fn split(tokens: &[Token]) -> (&[Token], Option<String>) {
    let Some(open) = tokens.iter().rposition(|token| token.is_mark("(")) else { return (tokens, None) };
    let inside = &tokens[open + 1..];
    let words = token::words(inside);
    let compact = words.replace(' ', "");
    let report = inside
        .windows(3)
        .any(|three| three[0].folded.starts_with('b') && three[1].is_mark("/") && three[2].folded.starts_with('c'));
    let purpose = if report || compact.contains("baocao") || compact.contains("bc") || words.starts_with("bao") {
        Some("báo cáo")
    } else if words.contains("biet") {
        Some("để biết")
    } else if words.contains("thuc hien") || compact.contains("th") && compact.len() <= 4 {
        Some("thực hiện")
    } else if words.contains("phoi hop") {
        Some("phối hợp")
    } else if words.contains("theo doi") {
        Some("theo dõi")
    } else {
        None
    };
    match purpose {
        Some(purpose) => (&tokens[..open], Some(purpose.to_owned())),
        None => (tokens, None),
    }
}
