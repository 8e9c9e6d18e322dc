//! The annex to a covenant: the only way a signed covenant changes.

mod words;

use super::covenant::{Party, signatures};
use super::numbering::Sections;
use super::wording::{date, items, sentence};
use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use crate::write::document::{Block, IssueDate, Signature};
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "covenant_annex",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Movement,
    table: false,
    examples: &[Example { name: "commune", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<CovenantAnnex>,
};

impl Fills for CovenantAnnex {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the annex says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CovenantAnnex {
    /// The authority that keeps the covenant; its signature closes the paper.
    pub letterhead: Letterhead,
    /// The number of the annex.
    pub number: u32,
    /// The title of the covenant.
    pub title: String,
    /// The first day of the covenant.
    pub in_force_from: Option<IssueDate>,
    /// Why it is changed.
    pub reason: String,
    /// What is changed.
    pub changes: Vec<AnnexLine>,
    /// From when on.
    pub effective: IssueDate,
    /// The parties of the covenant.
    pub parties: Vec<Party>,
    /// Marks the paper as illustrative, or as not signed yet.
    pub mark: Option<String>,
}

/// One change: a promise before, after, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AnnexLine {
    /// Another promise in its place.
    Replaced(String, String),
    /// Taken out.
    Dropped(String),
    /// Added.
    Added(String),
}

/// The annex as an official document.
pub fn document(annex: &CovenantAnnex) -> OfficialDocument {
    let mut sections = Sections::default();
    let since = annex.in_force_from.map(date);
    let changes: Vec<String> = annex.changes.iter().map(line).collect();
    let mut blocks = vec![Block::paragraph(words::opening(&annex.title, since.as_deref()))];
    blocks.push(Block::heading(1, sections.next(words::REASON_SECTION)));
    blocks.push(Block::paragraph(sentence(&annex.reason)));
    blocks.push(Block::heading(1, sections.next(words::CHANGES_SECTION)));
    blocks.extend(items(&changes));
    blocks.push(Block::heading(1, sections.next(words::TERMS_SECTION)));
    blocks.push(Block::paragraph(words::effective(&date(annex.effective))));
    blocks.push(Block::paragraph(words::CLOSING));
    let parties = signatures(&annex.parties);
    if !parties.is_empty() {
        blocks.push(Block::Signatures { parties });
    }
    annex.letterhead.document(words::KIND, words::subject(annex.number, &annex.title), blocks, annex.mark.clone())
}

fn line(line: &AnnexLine) -> String {
    match line {
        AnnexLine::Replaced(before, after) => words::replaced(before, after),
        AnnexLine::Dropped(before) => words::dropped(before),
        AnnexLine::Added(after) => words::added(after),
    }
}

/// The annex of an invented commune.
pub fn example() -> CovenantAnnex {
    CovenantAnnex {
        letterhead: Letterhead {
            parent_authority: None,
            issuer: "Ủy ban nhân dân xã An Bình".into(),
            number_symbol: None,
            symbol_hint: Some("PLGU-UBND".into()),
            place: Some("An Bình".into()),
            date: Some(IssueDate { day: 1, month: 7, year: 2022 }),
            recipients: vec!["Các bên ký kết".into(), "Lưu: VT".into()],
            signature: Signature { authority_form: None, post: "Chủ tịch".into(), name: None },
        },
        number: 1,
        title: "Thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022".into(),
        in_force_from: Some(IssueDate { day: 15, month: 3, year: 2022 }),
        reason: "Hạn hán kéo dài làm giảm diện tích gieo trồng vụ Hè Thu".into(),
        changes: vec![
            AnnexLine::Replaced("Diện tích gieo trồng: ≥ 420 ha".into(), "Diện tích gieo trồng: ≥ 380 ha".into()),
            AnnexLine::Dropped("Mở một lớp tập huấn khuyến nông".into()),
            AnnexLine::Added("Nạo vét 02 km kênh mương nội đồng".into()),
        ],
        effective: IssueDate { day: 15, month: 7, year: 2022 },
        parties: super::covenant::example().parties,
        mark: Some(crate::forms::words::ILLUSTRATIVE.into()),
    }
}
