//! The Word writer: the lines of a sheet as an OOXML package, drawn like the PDF.
//!
//! Own writer on purpose: a few fixed parts and escaped text, so that the same document always gives the same
//! bytes and nothing in it comes from anywhere else.

mod body;
mod frame;
mod package;
mod parts;
mod section;
mod slips;
mod table;
mod xml;

use super::document::OfficialDocument;
use super::error::PaperError;
use super::sheet::Sheet;

/// Sizes in half points and lengths in twips (1/20 pt), after the decree.
mod size {
    pub(super) const BODY: u32 = 28;
    pub(super) const HEAD: u32 = 26;
    pub(super) const SMALL_HEAD: u32 = 24;
    pub(super) const TABLE: u32 = 24;
    pub(super) const RECIPIENTS_LABEL: u32 = 24;
    pub(super) const RECIPIENTS: u32 = 22;
    pub(super) const SLIP: u32 = 24;
    pub(super) const SMALL_SLIP: u32 = 21;
    pub(super) const RUNNING_MARK: u32 = 18;

    pub(super) const PAGE_SHORT: u32 = 11_906;
    pub(super) const PAGE_LONG: u32 = 16_838;
    pub(super) const MARGIN_TOP: u32 = 1_134;
    pub(super) const MARGIN_BOTTOM: u32 = 1_134;
    pub(super) const MARGIN_LEFT: u32 = 1_701;
    pub(super) const MARGIN_RIGHT: u32 = 850;
    pub(super) const HEADER: u32 = 567;
    /// Width of the text on a portrait page.
    pub(super) const PORTRAIT: u32 = PAGE_SHORT - MARGIN_LEFT - MARGIN_RIGHT;
    /// Width of the text on a landscape page.
    pub(super) const LANDSCAPE: u32 = PAGE_LONG - MARGIN_LEFT - MARGIN_RIGHT;
    pub(super) const INDENT: u32 = 720;
    /// Where the list of addressees begins.
    pub(super) const LIST: u32 = 1_701;
    pub(super) const SIGNATURE_ROOM: u32 = 1_360;
}

/// Writes `document` as a Word file.
pub fn to_docx(document: &OfficialDocument) -> Result<Vec<u8>, PaperError> {
    package::pack(&parts::all(&Sheet::of(document)?))
}
