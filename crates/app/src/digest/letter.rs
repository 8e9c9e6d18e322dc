//! The digest as a letter: plain text, the same with links, and the picture inside.

use super::gather::Item;
use super::page::Digest;
use crate::clock::secret;
use crate::face::Refusal;
use askama::Template;
use lettre::Message;
use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use std::time::{Duration, UNIX_EPOCH};
use thidua_domain::basics::Language;
use thidua_store::Moment;

/// Lines of a section in the text; the rest is counted.
const LINES: usize = 8;

/// The name under which the picture stands in the letter.
const PICTURE: &str = "ban-tin";

struct Part<'a> {
    heading: &'a str,
    empty: &'a str,
    items: &'a [Item],
    more: String,
}

#[derive(Template)]
#[template(path = "digest/letter.html")]
struct Letter<'a> {
    d: &'a Digest,
    origin: Option<&'a str>,
    parts: Vec<Part<'a>>,
    picture: &'a str,
}

fn parts(d: &Digest) -> Vec<Part<'_>> {
    d.sections
        .iter()
        .map(|section| {
            let rest = section.items.len().saturating_sub(LINES);
            Part {
                heading: section.heading,
                empty: section.empty,
                items: &section.items[..section.items.len().min(LINES)],
                more: if rest > 0 { d.w.and_more.replace("{n}", &rest.to_string()) } else { String::new() },
            }
        })
        .collect()
}

/// The text alone: what is pasted into a group of messages, and what a mail program without pictures shows.
pub(super) fn text(d: &Digest, origin: Option<&str>) -> String {
    let mut text = format!("{}\n{}, {}\n", d.w.over, d.unit, d.day);
    if d.illustrative {
        text.push_str(&format!("({})\n", d.w.sample));
    }
    for part in parts(d) {
        text.push_str(&format!("\n{}\n", part.heading));
        if part.items.is_empty() {
            text.push_str(&format!("{}\n", part.empty));
        }
        for item in part.items {
            let note = if item.note.is_empty() { String::new() } else { format!(" ({})", item.note) };
            text.push_str(&format!("- {}{note}\n", item.text));
        }
        if !part.more.is_empty() {
            text.push_str(&format!("- {}\n", part.more));
        }
    }
    if let Some(origin) = origin {
        text.push_str(&format!("\n{}: {origin}/digest\n{}\n", d.w.opens, d.w.mail_foot));
    }
    text
}

/// The letter, ready to be sent.
pub(super) fn message(
    d: &Digest,
    from: Mailbox,
    to: Mailbox,
    origin: Option<&str>,
    png: Vec<u8>,
    at: Moment,
) -> Result<Message, Refusal> {
    let html = Letter { d, origin, parts: parts(d), picture: PICTURE }.render().map_err(Refusal::fault)?;
    let png_type = ContentType::parse("image/png").map_err(Refusal::fault)?;
    let picture = Attachment::new_inline(PICTURE.to_owned()).body(png, png_type);
    let token: String = secret().iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    let seconds = u64::try_from(at.and_utc().timestamp()).unwrap_or_default();
    Message::builder()
        .from(from)
        .to(to)
        .subject(d.w.subject.replace("{day}", &d.day).replace("{unit}", &d.unit))
        .date(UNIX_EPOCH + Duration::from_secs(seconds))
        .message_id(Some(format!("<{token}@thidua>")))
        .multipart(
            MultiPart::alternative()
                .singlepart(SinglePart::plain(text(d, origin)))
                .multipart(MultiPart::related().singlepart(SinglePart::html(html)).singlepart(picture)),
        )
        .map_err(Refusal::fault)
}

/// The letter as a file that a mail program opens to be sent by hand.
pub(super) fn draft(
    d: &Digest,
    to: Option<&str>,
    origin: Option<&str>,
    png: Vec<u8>,
    at: Moment,
) -> Result<Vec<u8>, Refusal> {
    let nobody: Mailbox = "thidua@localhost".parse().map_err(Refusal::fault)?;
    let to = to.and_then(|to| to.parse().ok()).unwrap_or_else(|| nobody.clone());
    let mut bytes = b"X-Unsent: 1\r\n".to_vec();
    bytes.extend(message(d, nobody, to, origin, png, at)?.formatted());
    Ok(bytes)
}

impl Letter<'_> {
    fn language(&self) -> &'static str {
        let vi = super::words::words(Language::Vietnamese);
        if std::ptr::eq(self.d.w, vi) { Language::Vietnamese.code() } else { Language::English.code() }
    }
}
