//! What a unit registers for emulation: targets, titles, hard tasks.

mod words;

use super::numbering::Sections;
use super::wording::{bare, items, movement};
use super::{Example, Filled, Fills, Form, Letterhead, Menu, read_as};
use crate::write::OfficialDocument;
use crate::write::document::{Align, Block, Column, IssueDate, Row, Signature, Table};
use serde::{Deserialize, Serialize};

/// The entry in the list of forms.
pub(super) const FORM: Form = Form {
    code: "registration",
    name: words::NAME,
    english: words::ENGLISH,
    needs: words::NEEDS,
    menu: Menu::Movement,
    table: false,
    examples: &[Example { name: "village", says: words::EXAMPLES[0], fill: || Filled::of(&example()) }],
    read: read_as::<Registration>,
};

impl Fills for Registration {
    fn document(&self) -> OfficialDocument {
        document(self)
    }
}

/// Everything the registration says. Empty lists leave their section out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// The unit that registers.
    pub letterhead: Letterhead,
    /// The movement.
    pub movement: String,
    /// Its year.
    pub year: String,
    /// Registered targets.
    pub targets: Vec<RegisteredTarget>,
    /// Title, and for whom.
    pub titles: Vec<(String, String)>,
    /// Hard tasks.
    pub hard: Vec<RegisteredTask>,
    /// Other tasks.
    pub tasks: Vec<RegisteredTask>,
    /// Marks the paper as illustrative, or as a draft.
    pub mark: Option<String>,
}

/// A registered target, formatted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisteredTarget {
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// What was asked.
    pub planned: String,
    /// What is registered.
    pub registered: String,
    /// Why less, or that it is more.
    pub note: String,
}

/// A registered task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisteredTask {
    /// Its name.
    pub name: String,
    /// What it is about.
    pub description: String,
    /// What is to come of it.
    pub expected: String,
}

/// The registration as an official document.
pub fn document(registration: &Registration) -> OfficialDocument {
    let unit = &registration.letterhead.issuer;
    let mut sections = Sections::default();
    let mut blocks = vec![Block::paragraph(words::opening(unit, &movement(&registration.movement)))];
    let mut section = |title: &str, content: Vec<Block>| {
        if !content.is_empty() {
            blocks.push(Block::heading(1, sections.next(title)));
            blocks.extend(content);
        }
    };
    section(words::TARGETS, targets(&registration.targets));
    section(words::TITLES, titles(&registration.titles));
    section(words::HARD, tasks(&registration.hard));
    section(words::TASKS, tasks(&registration.tasks));
    if blocks.len() == 1 {
        blocks.push(Block::paragraph(words::NOTHING));
    }
    blocks.push(Block::paragraph(words::closing(unit)));
    let subject = words::subject(&registration.year);
    registration.letterhead.document(words::KIND, subject, blocks, registration.mark.clone())
}

fn table(titles: &[&str], shares: &[(u32, Align)], rows: Vec<Row>) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let columns =
        titles.iter().zip(shares).map(|(title, (share, align))| Column::new(*title, *share, *align)).collect();
    vec![Block::Table(Table { caption: None, columns, rows, landscape: false })]
}

fn targets(targets: &[RegisteredTarget]) -> Vec<Block> {
    use Align::{Center, Left, Right};
    const SHARES: [(u32, Align); 6] = [(6, Center), (34, Left), (13, Center), (14, Right), (13, Right), (20, Left)];
    let row = |(index, one): (usize, &RegisteredTarget)| {
        let texts = [&one.name, &one.unit, &one.planned, &one.registered, &one.note];
        Row::cells(std::iter::once((index + 1).to_string()).chain(texts.into_iter().cloned()))
    };
    table(&words::TARGET_COLUMNS, &SHARES, targets.iter().enumerate().map(row).collect())
}

fn titles(titles: &[(String, String)]) -> Vec<Block> {
    const SHARES: [(u32, Align); 3] = [(6, Align::Center), (50, Align::Left), (44, Align::Left)];
    let row = |(index, (title, whom)): (usize, &(String, String))| {
        Row::cells([(index + 1).to_string(), title.clone(), whom.clone()])
    };
    table(&words::TITLE_COLUMNS, &SHARES, titles.iter().enumerate().map(row).collect())
}

fn tasks(tasks: &[RegisteredTask]) -> Vec<Block> {
    let text = |one: &RegisteredTask| words::task(bare(&one.name), bare(&one.description), bare(&one.expected));
    items(&tasks.iter().map(text).collect::<Vec<_>>()).collect()
}

/// The registration of an invented village.
pub fn example() -> Registration {
    let target = |name: &str, unit: &str, planned: &str, registered: &str, note: &str| RegisteredTarget {
        name: name.into(),
        unit: unit.into(),
        planned: planned.into(),
        registered: registered.into(),
        note: note.into(),
    };
    Registration {
        letterhead: Letterhead {
            parent_authority: Some("Ủy ban nhân dân xã An Bình".into()),
            issuer: "Thôn Đông".into(),
            number_symbol: None,
            symbol_hint: None,
            place: Some("An Bình".into()),
            date: Some(IssueDate { day: 10, month: 3, year: 2022 }),
            recipients: vec!["Ủy ban nhân dân xã An Bình".into()],
            signature: Signature {
                authority_form: None,
                post: "Trưởng thôn".into(),
                name: Some("Trần Văn Thử".into()),
            },
        },
        movement: "Phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội năm 2022".into(),
        year: "2022".into(),
        targets: vec![
            target("Diện tích gieo trồng", "ha", "400", "từ 420 trở lên", "Cao hơn mức được giao"),
            target("Giao quân", "thanh niên", "2", "2", ""),
        ],
        titles: vec![
            ("Tập thể lao động tiên tiến".into(), "Thôn Đông".into()),
            ("Lao động tiên tiến".into(), "Trần Văn Thử".into()),
        ],
        hard: vec![RegisteredTask {
            name: "Vận động 05 hộ hiến đất mở rộng đường liên thôn".into(),
            description: "các hộ có đất ở mặt đường, đã ba lần vận động chưa đạt".into(),
            expected: "5/5 hộ đồng thuận trước ngày 30/9/2022".into(),
        }],
        tasks: Vec::new(),
        mark: Some(crate::forms::words::ILLUSTRATIVE.into()),
    }
}
