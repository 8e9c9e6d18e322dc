//! Where words stand on the pages: for finding a place on them.

use super::glyphs::{self, Length, length};
use super::layout;
use crate::read::ReadProblem;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::{Page, Rotation};

/// Words on one line without a wide gap; `y` grows downwards from the top of the page.
#[derive(Clone, Debug)]
pub(crate) struct Printed {
    pub(crate) left: Length,
    pub(crate) right: Length,
    pub(crate) baseline: Length,
    pub(crate) size: Length,
    pub(crate) text: String,
}

/// A page with its words, from the top.
pub(crate) struct PrintedPage {
    pub(crate) lines: Vec<Printed>,
    /// The lower left corner, as the PDF counts.
    pub(crate) origin: (Length, Length),
    /// Width and height; nothing when the page is turned.
    pub(crate) size: Option<(Length, Length)>,
}

/// The words of every page.
pub(crate) fn printed(pdf: &Pdf) -> Result<Vec<PrintedPage>, ReadProblem> {
    let drawn = glyphs::pages(pdf)?;
    let of = |(page, drawn): (&Page<'_>, glyphs::Page)| {
        let (origin, far) = corners(page);
        let upright = matches!(page.rotation(), Rotation::None);
        let lines = layout::rows(drawn.glyphs).into_iter().flat_map(|row| {
            let (baseline, size) = (row.baseline, row.size);
            row.segments.into_iter().map(move |segment| Printed {
                left: segment.left,
                right: segment.right,
                baseline,
                size,
                text: segment.text,
            })
        });
        PrintedPage {
            lines: lines.collect(),
            origin,
            size: upright.then_some((far.0 - origin.0, far.1 - origin.1)),
        }
    };
    Ok(pdf.pages().iter().zip(drawn).map(of).collect())
}

/// The lower left and the upper right corner of what is shown of a page.
pub(crate) fn corners(page: &Page<'_>) -> ((Length, Length), (Length, Length)) {
    let shown = page.intersected_crop_box();
    ((length(shown.x0), length(shown.y0)), (length(shown.x1), length(shown.y1)))
}
