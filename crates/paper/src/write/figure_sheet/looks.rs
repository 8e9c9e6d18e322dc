//! How the cells of a figures workbook look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};
use std::collections::HashMap;

/// The type that official documents are set in.
const FONT: &str = "Times New Roman";
/// What is to be filled in stands on this; light enough for grey paper.
const TINT: u32 = 0x00FF_F6DD;
/// Decimals of an amount.
const MOST_DECIMALS: usize = 4;

/// Formats, made once each.
pub(super) struct Looks {
    made: HashMap<Look, Format>,
    pub(super) authority: Format,
    pub(super) title: Format,
    pub(super) plain: Format,
    pub(super) note: Format,
    pub(super) heading: Format,
    pub(super) code: Format,
    pub(super) signer: Format,
    pub(super) sign: Format,
}

/// How one cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Look {
    pub(super) kind: Kind,
    pub(super) entry: bool,
    pub(super) bold: bool,
    pub(super) indent: u8,
}

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Text,
    Centred,
    Day,
    /// With this many decimals.
    Number(usize),
}

fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(12)
}

impl Looks {
    pub(super) fn new() -> Self {
        Looks {
            made: HashMap::new(),
            authority: plain().set_bold(),
            title: plain().set_bold().set_font_size(14),
            plain: plain(),
            note: plain().set_italic(),
            heading: plain()
                .set_bold()
                .set_border(FormatBorder::Thin)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap()
                .set_background_color(Color::RGB(0x00E7_E6E6)),
            code: Format::new().set_num_format("@"),
            signer: plain().set_bold().set_align(FormatAlign::Center),
            sign: plain().set_italic().set_align(FormatAlign::Center),
        }
    }

    pub(super) fn of(&mut self, look: Look) -> &Format {
        self.made.entry(look).or_insert_with(|| make(look))
    }
}

fn make(look: Look) -> Format {
    let mut format = plain().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
    format = match look.kind {
        // a format of text keeps leading zeros, and what begins with = stays what it is when the cell is edited
        Kind::Text => format.set_num_format("@").set_text_wrap(),
        Kind::Centred => format.set_num_format("@").set_align(FormatAlign::Center).set_text_wrap(),
        Kind::Day => format.set_num_format("d/m/yyyy").set_align(FormatAlign::Center),
        Kind::Number(0) => format.set_num_format("#,##0"),
        Kind::Number(decimals) => {
            format.set_num_format(format!("#,##0.{}", "0".repeat(decimals.min(MOST_DECIMALS))))
        }
    };
    if look.entry {
        format = format.set_unlocked().set_background_color(Color::RGB(TINT));
    }
    if look.bold {
        format = format.set_bold();
    }
    if look.indent > 0 {
        format = format.set_indent(look.indent);
    }
    format
}
