//! What every form starts with.

use crate::write::document::{Block, IssueDate, OfficialDocument, Row, Signature};

use serde::{Deserialize, Serialize};
use thidua_domain::basics::text::fold;

use super::bases::opened;
use super::wording::{date, percent, sentence_list};
use super::{recipients, signature};

/// Who issues the document, under which number, where and when, to whom, and who signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letterhead {
    /// The authority above the issuer, where one is printed.
    pub parent_authority: Option<String>,
    /// The issuing authority in ordinary case ("Ủy ban nhân dân xã An Bình"): also used inside sentences.
    pub issuer: String,
    /// The whole number and symbol, once given.
    pub number_symbol: Option<String>,
    /// The symbol behind a blank number ("BC-UBND").
    pub symbol_hint: Option<String>,
    /// The place of issue.
    pub place: Option<String>,
    /// The day of issue, once known.
    pub date: Option<IssueDate>,
    /// The distribution list, without dashes.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signature: Signature,
}

/// Another document, as it is cited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentReference {
    /// Number and symbol ("34/KH-UBND").
    pub number_symbol: Option<String>,
    /// Its date.
    pub date: Option<IssueDate>,
    /// Its issuer, in ordinary case.
    pub issuer: Option<String>,
}

/// The theme of a movement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// The words of the theme, without quotation marks.
    pub text: String,
    /// The document it is taken from, where the plan does not set its own ("Kế hoạch số 262/KH-UBND của …").
    pub inherited_from: Option<String>,
}

impl Letterhead {
    /// A document under this letterhead.
    pub(super) fn document(
        &self,
        kind: &str,
        subject: String,
        blocks: Vec<Block>,
        mark: Option<String>,
    ) -> OfficialDocument {
        OfficialDocument {
            parent_authority: self.parent_authority.clone(),
            issuer: self.issuer.clone(),
            number_symbol: self.number_symbol.clone(),
            symbol_hint: self.symbol_hint.clone(),
            place: self.place.clone(),
            date: self.date,
            kind: kind.into(),
            subject: percent(&subject),
            blocks: blocks.into_iter().map(percents).collect(),
            signature: signature::official(&self.signature, &self.issuer),
            recipients: recipients::official(&self.recipients),
            mark,
            ..OfficialDocument::default()
        }
    }
}

impl Letterhead {
    /// Who decides, as the line above the bases of a decision names it: the head of the issuer, or the body in whose name is
    /// signed.
    pub(super) fn decider(&self) -> String {
        let form = self.signature.authority_form.as_deref().unwrap_or_default().trim();
        if form.to_uppercase().starts_with("TM") {
            return self.issuer.to_uppercase();
        }
        // a deputy signs for the head whom the form names: "KT. Chủ tịch"
        let post = form.split_once('.').map_or(self.signature.post.as_str(), |(_, post)| post).trim();
        joined(post, &self.issuer).to_uppercase()
    }

    /// A decision of the head: it is signed with the post alone, because the head decides and not the body.
    pub(super) fn decision(
        &self,
        kind: &str,
        subject: String,
        blocks: Vec<Block>,
        mark: Option<String>,
    ) -> OfficialDocument {
        let mut document = self.document(kind, subject, blocks, mark);
        if self.signature.authority_form.as_deref().is_none_or(|form| form.trim().is_empty()) {
            document.signature = Signature { authority_form: None, ..self.signature.clone() };
        }
        document
    }
}

/// "Chủ tịch Hội đồng" of "Hội đồng Thi đua - Khen thưởng" without saying the body twice.
fn joined(post: &str, issuer: &str) -> String {
    let (post, issuer): (Vec<&str>, Vec<&str>) =
        (post.split_whitespace().collect(), issuer.split_whitespace().collect());
    let same = |count: &usize| {
        let tail = post[post.len() - count..].iter();
        tail.zip(&issuer[..*count]).all(|(ours, theirs)| fold(ours) == fold(theirs))
    };
    let shared = (0..=post.len().min(issuer.len())).rev().find(same).unwrap_or(0);
    [&post[..], &issuer[shared..]].concat().join(" ")
}

impl DocumentReference {
    /// The kind of document that its symbol tells: KH is a plan, QĐ a decision.
    pub(super) fn kind(&self) -> &'static str {
        let symbol =
            self.number_symbol.as_deref().and_then(|symbol| symbol.split_once('/')).map(|(_, symbol)| symbol);
        match symbol.and_then(|symbol| symbol.split('-').next()).map(str::trim) {
            Some("KH") => "Kế hoạch",
            Some("QĐ") => "Quyết định",
            _ => "Văn bản",
        }
    }

    /// "Kế hoạch số 34/KH-UBND ngày 07/3/2022 của Ủy ban nhân dân xã", as far as known.
    pub(super) fn cited_as(&self, kind: &str) -> String {
        let mut words = vec![kind.to_owned()];
        words.extend(self.number_symbol.iter().map(|number| format!("số {number}")));
        words.extend(self.date.map(|day| format!("ngày {}", date(day))));
        words.extend(self.issuer.iter().map(|issuer| format!("của {issuer}")));
        words.join(" ")
    }
}

/// The block with every percentage written as official papers do.
fn percents(mut block: Block) -> Block {
    match &mut block {
        Block::Heading { text, .. }
        | Block::Basis { text }
        | Block::Centred { text }
        | Block::Item { text }
        | Block::Part { text } => *text = percent(text),
        Block::Paragraph { runs } => runs.iter_mut().for_each(|run| run.text = percent(&run.text)),
        Block::Table(table) => {
            for row in &mut table.rows {
                match row {
                    Row::Cells(cells) => cells.iter_mut().for_each(|cell| cell.text = percent(&cell.text)),
                    Row::Group(text) => *text = percent(text),
                }
            }
        }
        Block::Signatures { .. } => {}
    }
    block
}

/// Legal bases, each opened by "Căn cứ" or "Thực hiện", each closed by a semicolon, the last by a full stop.
pub(super) fn bases(texts: &[String]) -> Vec<Block> {
    let texts: Vec<String> = texts.iter().map(|text| opened(text)).collect();
    sentence_list(&texts).into_iter().map(Block::basis).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::samples;

    fn decider(form: Option<&str>, post: &str, issuer: &str) -> String {
        let head = samples::commune("1/QĐ-UBND", samples::day(1, 3, 2026), &[]);
        let signature = Signature { authority_form: form.map(Into::into), post: post.into(), name: None };
        Letterhead { issuer: issuer.into(), signature, ..head }.decider()
    }

    #[test]
    fn the_line_above_the_bases_names_who_decides() {
        let committee = "Ủy ban nhân dân xã An Bình";
        assert_eq!(decider(None, "Chủ tịch", committee), "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH");
        assert_eq!(decider(None, "Chủ tịch UBND xã", "UBND xã An Bình"), "CHỦ TỊCH UBND XÃ AN BÌNH");
        assert_eq!(decider(Some("KT. Chủ tịch"), "Phó Chủ tịch", committee), "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH");
        assert_eq!(decider(Some("TM. Ủy ban nhân dân"), "Chủ tịch", committee), "ỦY BAN NHÂN DÂN XÃ AN BÌNH");
        assert_eq!(
            decider(None, "Chủ tịch Hội đồng", "Hội đồng Thi đua - Khen thưởng"),
            "CHỦ TỊCH HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"
        );
    }

    #[test]
    fn a_decision_of_the_chair_is_signed_by_the_chair_alone() {
        let head = samples::commune("1/QĐ-UBND", samples::day(1, 3, 2026), &[]);
        assert_eq!(head.decision("QUYẾT ĐỊNH", String::new(), Vec::new(), None).signature.authority_form, None);
        assert!(head.document("KẾ HOẠCH", String::new(), Vec::new(), None).signature.authority_form.is_some());
    }
}
