//! What a template may not carry: programs, links that fetch, objects of other programs, huge pictures.

use super::super::problem::{TemplateProblem, Wrong};
use super::super::tree::Tree;
use super::{Entry, pictures};

/// Pixels of a picture that paper never needs.
const MOST_PIXELS: u64 = 50_000_000;
const CONTENT_TYPES: &str = "[Content_Types].xml";

/// Gathers what is wrong, and takes out what a mail merge of Word leaves behind.
pub(super) fn refuse(entries: &mut [Entry], problems: &mut Vec<TemplateProblem>) -> Result<(), Wrong> {
    let types = entries.iter_mut().find(|entry| entry.name == CONTENT_TYPES).ok_or(Wrong::NotWord)?;
    let text = types.text().ok_or(Wrong::Damaged)?.to_owned();
    let macros = |entry: &Entry| entry.name.to_ascii_lowercase().ends_with("vbaproject.bin");
    let has_macros = text.contains("macroEnabled") || text.contains("vbaProject");
    if text.contains("wordprocessingml.template.main+xml") {
        // a template of Word (.dotx) makes documents of the ordinary kind
        types.replace(text.replace("wordprocessingml.template.main+xml", "wordprocessingml.document.main+xml"));
    }
    if has_macros || entries.iter().any(macros) {
        return Err(Wrong::Macros);
    }
    for entry in entries.iter_mut() {
        let name = entry.name.to_ascii_lowercase();
        if name.ends_with(".xml") || name.ends_with(".rels") {
            let text = entry.text().ok_or(Wrong::Damaged)?;
            if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
                return Err(Wrong::Damaged);
            }
        }
        if name.ends_with(".rels") {
            relations(entry, problems)?;
        } else if name == "word/settings.xml" {
            forget_merge(entry);
        } else if name.starts_with("word/media/") {
            picture(entry, problems);
        } else if name.starts_with("word/activex/")
            || (name.starts_with("word/embeddings/") && name.ends_with(".bin"))
        {
            problems.push(TemplateProblem::of_file(Wrong::EmbeddedObject(entry.name.clone())));
        }
    }
    Ok(())
}

fn picture(entry: &Entry, problems: &mut Vec<TemplateProblem>) {
    let Some((width, height)) = pictures::size(&entry.content) else { return };
    let pixels = width.saturating_mul(height);
    if pixels > MOST_PIXELS {
        let name = entry.name.rsplit('/').next().unwrap_or_default().to_owned();
        let megapixels = pixels.div_ceil(1_000_000);
        problems.push(TemplateProblem::of_file(Wrong::PictureTooLarge { name, megapixels }));
    }
}

/// Relations to what lies outside of the package.
fn relations(entry: &mut Entry, problems: &mut Vec<TemplateProblem>) -> Result<(), Wrong> {
    let text = entry.text().ok_or(Wrong::Damaged)?.to_owned();
    let tree = Tree::read(&text).map_err(|_| Wrong::Damaged)?;
    let mut kept = text.clone();
    for at in (0..tree.nodes.len()).rev().filter(|at| tree.nodes[*at].name == "Relationship") {
        let of = |name| tree.attribute(at, name).unwrap_or_default();
        let (kind, target) = (of("Type"), of("Target"));
        let kind = kind.rsplit('/').next().unwrap_or_default();
        let outside = of("TargetMode").eq_ignore_ascii_case("external");
        match kind {
            // where the letters of a merge came from: of no use to documents that are made
            "mailMergeSource" | "mailMergeHeaderSource" | "recipientData" => {
                kept.replace_range(tree.nodes[at].start..tree.nodes[at].end, "");
            }
            "hyperlink" if outside && is_harmless(&target) => {}
            "aFChunk" | "subDocument" => {
                problems.push(TemplateProblem::of_file(Wrong::EmbeddedObject(target)));
            }
            // oleObject outside and inside; the parts inside are found by their place too
            _ if outside => problems.push(TemplateProblem::of_file(Wrong::ExternalLink(target))),
            _ => {}
        }
    }
    if kept != text {
        entry.replace(kept);
    }
    Ok(())
}

/// A link that somebody has to press, to a page or an address of mail.
fn is_harmless(target: &str) -> bool {
    let target = target.trim().to_ascii_lowercase();
    ["https://", "http://", "mailto:", "tel:"].iter().any(|start| target.starts_with(start))
}

/// Takes the source of a merge out of the settings, so that documents do not ask for it.
fn forget_merge(entry: &mut Entry) {
    let Some(text) = entry.text() else { return };
    let (Some(start), Some(end)) = (text.find("<w:mailMerge>"), text.find("</w:mailMerge>")) else { return };
    let end = end + "</w:mailMerge>".len();
    if start < end {
        let kept = format!("{}{}", &text[..start], &text[end..]);
        entry.replace(kept);
    }
}
