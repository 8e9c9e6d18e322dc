//! The one typed model of an official document. Pure data: what stands on the paper, never how it is drawn.
//!
//! Both writers ([`super::to_pdf`], [`super::to_docx`]) draw this model after the layout rules of
//! Nghị định 30/2020/NĐ-CP, Phụ lục I.

use serde::{Deserialize, Serialize};

/// A document as an authority issues it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OfficialDocument {
    /// The authority above the issuer, printed over its name ("ỦY BAN NHÂN DÂN HUYỆN …").
    pub parent_authority: Option<String>,
    /// The issuing authority; printed in capitals whatever case it comes in.
    pub issuer: String,
    /// The whole number and symbol ("34/KH-UBND"). `None` leaves the number blank for the clerk.
    pub number_symbol: Option<String>,
    /// The symbol to print behind the blank number ("BC-UBND"); used only while `number_symbol` is `None`.
    pub symbol_hint: Option<String>,
    /// The place of issue ("Lơ Ku").
    pub place: Option<String>,
    /// The day of issue. `None` leaves the date blank for the clerk.
    pub date: Option<IssueDate>,
    /// The kind of document ("BÁO CÁO"). An official letter (công văn) has none: its subject stands under its number.
    pub kind: String,
    /// The subject printed under the kind, or under the number where there is no kind.
    pub subject: String,
    /// Whom the document is addressed to ("Kính gửi"), several on a line each; most named documents have none.
    pub addressees: Vec<String>,
    /// The content, in reading order. Landscape tables are moved behind the signature, as appendices.
    pub blocks: Vec<Block>,
    /// Who signs.
    pub signature: Signature,
    /// The distribution list, without dashes; the writers add the dashes and the closing punctuation.
    pub recipients: Vec<String>,
    /// A notice that must not be overlooked ("SỐ LIỆU MINH HỌA"): boxed on the first page, repeated on every other one.
    pub mark: Option<String>,
    /// Printed above the head on the right ("Biểu số: 0601.N/BNV-TĐKT").
    pub form_label: Option<String>,
    /// A list to be signed, a report of a person, a ballot: it stands in no register and takes no number.
    pub unnumbered: bool,
    /// The text itself stands on landscape pages: a table is all there is.
    pub landscape: bool,
    /// Who signs on the left of the signature; the distribution list then stands below both.
    pub co_signature: Option<PartySignature>,
    /// Printed several times on a page, to be cut apart. Such papers have neither number, date, signature nor list.
    pub slips: Option<Slips>,
}

/// Copies of one small paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Slips {
    /// How many stand on a page.
    pub on_a_page: SlipsOnAPage,
    /// How many are printed.
    pub copies: u32,
}

/// How many copies stand on a page of A4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlipsOnAPage {
    /// One (A4), for long ballots.
    One,
    /// Two, one below the other (A5).
    Two,
    /// Two by two (A6).
    Four,
}

/// A calendar day as printed. No calendar arithmetic happens here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssueDate {
    /// Day of the month, 1 to 31.
    pub day: u32,
    /// Month of the year, 1 to 12.
    pub month: u32,
    /// The year.
    pub year: i32,
}

/// The signature block.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// In whose name it is signed ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH").
    pub authority_form: Option<String>,
    /// The post of the signer ("CHỦ TỊCH").
    pub post: String,
    /// The signer's full name; blank until known.
    pub name: Option<String>,
}

/// One piece of the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading with its own number in the text ("I. MỤC ĐÍCH").
    Heading {
        /// 1 for I., II.; 2 for 1., 2.; 3 for a), b).
        level: u8,
        /// The heading, number included.
        text: String,
    },
    /// A paragraph of running text.
    Paragraph {
        /// Pieces of text, each with its own face.
        runs: Vec<Run>,
    },
    /// One legal basis (căn cứ), set in italics.
    Basis {
        /// The basis, punctuation included.
        text: String,
    },
    /// A line in the middle of the page, set in bold ("QUYẾT ĐỊNH:").
    Centred {
        /// The line.
        text: String,
    },
    /// One line of a dash list.
    Item {
        /// The line, without its dash.
        text: String,
    },
    /// One part of the line above it, set further in.
    Part {
        /// The part, letter and punctuation included.
        text: String,
    },
    /// A table; landscape tables become appendices.
    Table(Table),
    /// The signatures of several parties, two beside each other; none is divided between pages.
    Signatures {
        /// The parties in the order they sign.
        parties: Vec<PartySignature>,
    },
}

/// The signature of one of several parties.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PartySignature {
    /// For whom it stands ("ĐẠI DIỆN LÀNG LƠ VI").
    pub party: String,
    /// Form, post and name.
    pub signature: Signature,
}

impl Block {
    /// A heading.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading { level, text: text.into() }
    }

    /// A paragraph in the upright face.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph { runs: vec![Run::plain(text)] }
    }

    /// A legal basis.
    pub fn basis(text: impl Into<String>) -> Self {
        Self::Basis { text: text.into() }
    }

    /// A bold line in the middle.
    pub fn centred(text: impl Into<String>) -> Self {
        Self::Centred { text: text.into() }
    }

    /// A line of a dash list.
    pub fn item(text: impl Into<String>) -> Self {
        Self::Item { text: text.into() }
    }

    /// A part of the line above it.
    pub fn part(text: impl Into<String>) -> Self {
        Self::Part { text: text.into() }
    }
}

/// A stretch of text in one face.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Bold face.
    pub bold: bool,
    /// Italic face.
    pub italic: bool,
}

impl Run {
    /// Upright text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false, italic: false }
    }

    /// Bold text.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { bold: true, ..Self::plain(text) }
    }

    /// Italic text.
    pub fn italic(text: impl Into<String>) -> Self {
        Self { italic: true, ..Self::plain(text) }
    }
}

/// A table whose header row repeats on every page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The line over the table; the title of the appendix when the table is landscape.
    pub caption: Option<String>,
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// The rows, top to bottom.
    pub rows: Vec<Row>,
    /// Too wide for a portrait page: printed on landscape pages of its own, behind the signature.
    pub landscape: bool,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// The header cell.
    pub title: String,
    /// The share of the table's width, relative to the other columns.
    pub width_share: u32,
    /// How the cells below the header stand.
    pub align: Align,
    /// The header cell above this one and its neighbours with the same words.
    pub over: Option<String>,
}

impl Column {
    /// A column.
    pub fn new(title: impl Into<String>, width_share: u32, align: Align) -> Self {
        Self { title: title.into(), width_share, align, over: None }
    }

    /// The column under a header cell that it shares with its neighbours.
    pub fn under(self, over: impl Into<String>) -> Self {
        Self { over: Some(over.into()), ..self }
    }
}

/// A stretch of a header of two rows: a column that reaches through both, or columns under one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeaderCell<'a> {
    /// A title over both rows.
    Alone(&'a str),
    /// A title over so many columns.
    Over(&'a str, usize),
}

impl Table {
    /// The upper row of the header, where it has two.
    pub(crate) fn upper_header(&self) -> Option<Vec<HeaderCell<'_>>> {
        self.columns.iter().find(|column| column.over.is_some())?;
        let mut cells = Vec::new();
        for column in &self.columns {
            match (column.over.as_deref(), cells.last_mut()) {
                (None, _) => cells.push(HeaderCell::Alone(&column.title)),
                (Some(over), Some(HeaderCell::Over(last, count))) if *last == over => *count += 1,
                (Some(over), _) => cells.push(HeaderCell::Over(over, 1)),
            }
        }
        Some(cells)
    }
}

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
    /// Ordinals, units, short verdicts.
    Center,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Row {
    /// One cell for each column.
    Cells(Vec<Cell>),
    /// A bold row over the full width that opens a group.
    Group(String),
}

impl Row {
    /// A row of plain cells.
    pub fn cells<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::Cells(texts.into_iter().map(Cell::new).collect())
    }
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// The words or the figure, already formatted.
    pub text: String,
    /// Bold face, for totals.
    pub bold: bool,
}

impl Cell {
    /// A plain cell.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false }
    }

    /// A bold cell.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: true }
    }
}
