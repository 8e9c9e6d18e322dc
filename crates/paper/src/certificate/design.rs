//! What a certificate looks like, as data: anyone who can edit a text file can make one.

use super::text::Pattern;
use super::units::{Size, Um};
use serde::Deserialize;

/// The designs that come with the product. Name and text.
const SHIPPED: [(&str, &str); 5] = [
    ("giay-khen-a4", include_str!("designs/giay-khen-a4.toml")),
    ("giay-khen-a3", include_str!("designs/giay-khen-a3.toml")),
    ("bang-khen-a3", include_str!("designs/bang-khen-a3.toml")),
    ("danh-hieu-a4", include_str!("designs/danh-hieu-a4.toml")),
    ("bieu-duong-a4", include_str!("designs/bieu-duong-a4.toml")),
];

/// Boxes of a design at most, so that no file can keep the printer busy for ever.
const MOST_BOXES: usize = 60;

/// A design.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Design {
    /// Its Vietnamese name.
    pub name: String,
    /// Its English name.
    #[serde(default)]
    pub english: String,
    /// The paper.
    pub sheet: Sheet,
    /// What stands around the text.
    pub frame: Frame,
    /// The text, in reading order.
    #[serde(rename = "box")]
    pub(super) boxes: Vec<TextBox>,
    /// Where the QR code stands.
    #[serde(default)]
    pub(super) qr: Option<QrBox>,
}

/// The paper, landscape or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Its width, millimetres in the file.
    pub width: Um,
    /// Its height.
    pub height: Um,
}

/// What stands around the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Frame {
    /// Nothing.
    None,
    /// Two rules and lotus flowers in the corners.
    Lotus,
    /// A band of frets between two rules.
    Fret,
}

/// A box of text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TextBox {
    /// The text, with fields in braces; what stands in brackets goes when a field inside is empty.
    pub(super) text: Pattern,
    /// Its left edge.
    pub(super) x: Um,
    /// Its top edge.
    pub(super) y: Um,
    /// Its width.
    pub(super) width: Um,
    /// Its height: lines stand in its middle.
    pub(super) height: Um,
    /// The size it has where there is room.
    pub(super) size: Size,
    /// The size below which it never goes; the same where nothing is said.
    #[serde(default)]
    pub(super) least: Option<Size>,
    /// Lines at most.
    #[serde(default = "one")]
    pub(super) lines: u8,
    /// What gives way first where the text is long.
    #[serde(default)]
    pub(super) first: GivesWay,
    #[serde(default)]
    pub(super) face: FaceName,
    #[serde(default)]
    pub(super) align: Align,
    #[serde(default)]
    pub(super) ink: Ink,
    /// Printed in capitals, whatever case it comes in.
    #[serde(default)]
    pub(super) capitals: bool,
    /// Stands on a pre-printed blank already.
    #[serde(default)]
    pub(super) preprinted: bool,
    /// The heading of the certificate, for those who listen to it.
    #[serde(default)]
    pub(super) heading: bool,
    /// A rule below the line, in parts of its width in a hundred.
    #[serde(default)]
    pub(super) rule: u8,
}

const fn one() -> u8 {
    1
}

/// Where the QR code stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QrBox {
    pub(super) x: Um,
    pub(super) y: Um,
    pub(super) size: Um,
}

/// What gives way first where a text is long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum GivesWay {
    /// Letters become smaller before the text takes another line: names.
    #[default]
    Size,
    /// The text takes another line before letters become smaller: prose.
    Line,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum FaceName {
    #[default]
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Align {
    Left,
    #[default]
    Center,
    Right,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Ink {
    #[default]
    Black,
    Red,
    Gold,
}

/// Why a design cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DesignProblem {
    /// It is no design file.
    #[error("{0}")]
    Unreadable(String),
    /// A box leaves the sheet, or has no room for a line.
    #[error("box {number} leaves the sheet or has no room for its least size")]
    Outside {
        /// The box, counted from 1.
        number: usize,
    },
    /// Sheets are between a postcard and A2.
    #[error("a sheet is between 100 and 600 mm in width and height")]
    Sheet,
    /// Too many boxes, or none.
    #[error("a design has between 1 and {MOST_BOXES} boxes")]
    Boxes,
}

impl Design {
    /// The codes of the designs that come with the product.
    pub fn shipped_codes() -> impl Iterator<Item = &'static str> {
        SHIPPED.iter().map(|(code, _)| *code)
    }

    /// A design that comes with the product.
    pub fn shipped(code: &str) -> Option<Self> {
        let (_, text) = SHIPPED.iter().find(|(known, _)| *known == code)?;
        Self::read(text).ok()
    }

    /// The text of a design that comes with the product, to make another from.
    pub fn shipped_text(code: &str) -> Option<&'static str> {
        SHIPPED.iter().find(|(known, _)| *known == code).map(|(_, text)| *text)
    }

    /// Reads a design.
    ///
    /// # Errors
    /// What keeps it from being used, with its place.
    pub fn read(text: &str) -> Result<Self, DesignProblem> {
        let design: Self = toml::from_str(text).map_err(|error| DesignProblem::Unreadable(error.to_string()))?;
        let room = Um::mm(100)..=Um::mm(600);
        if !room.contains(&design.sheet.width) || !room.contains(&design.sheet.height) {
            return Err(DesignProblem::Sheet);
        }
        if design.boxes.is_empty() || design.boxes.len() > MOST_BOXES {
            return Err(DesignProblem::Boxes);
        }
        let inside = |x: Um, y: Um, width: Um, height: Um| {
            x >= Um(0)
                && y >= Um(0)
                && width > Um(0)
                && height > Um(0)
                && x + width <= design.sheet.width
                && y + height <= design.sheet.height
        };
        let fits = |one: &TextBox| {
            inside(one.x, one.y, one.width, one.height)
                && one.lines > 0
                && one.least() <= one.size
                && one.least().part(1_000) <= one.height
        };
        if let Some(at) = design.boxes.iter().position(|one| !fits(one)) {
            return Err(DesignProblem::Outside { number: at + 1 });
        }
        if design.qr.is_some_and(|qr| !inside(qr.x, qr.y, qr.size, qr.size)) {
            return Err(DesignProblem::Outside { number: design.boxes.len() + 1 });
        }
        Ok(design)
    }
}

impl TextBox {
    pub(super) fn least(&self) -> Size {
        self.least.unwrap_or(self.size)
    }
}
