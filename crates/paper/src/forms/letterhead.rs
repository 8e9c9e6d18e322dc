//! What every form starts with.

use crate::write::document::{Block, IssueDate, OfficialDocument, Row, Signature};

use super::bases::opened;
use super::wording::{date, percent, sentence_list};
use super::{recipients, signature};

/// Who issues the document, under which number, where and when, to whom, and who signs.
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentReference {
    /// Number and symbol ("34/KH-UBND").
    pub number_symbol: Option<String>,
    /// Its date.
    pub date: Option<IssueDate>,
    /// Its issuer, in ordinary case.
    pub issuer: Option<String>,
}

/// The theme of a movement.
#[derive(Debug, Clone, PartialEq, Eq)]
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
            addressee: None,
            blocks: blocks.into_iter().map(percents).collect(),
            signature: signature::official(&self.signature, &self.issuer),
            recipients: recipients::official(&self.recipients),
            mark,
        }
    }
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
        Block::Heading { text, .. } | Block::Basis { text } | Block::Item { text } | Block::Part { text } => {
            *text = percent(text);
        }
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
