//! A page as a picture, for recognising its letters.

use crate::read::ReadProblem;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Dots per inch at which letters of 12 to 14 points are recognised best for the time it takes.
const DOTS_PER_INCH: f32 = 200.0;
/// Points an inch.
const POINTS: f32 = 72.0;
/// A longer side than this is no page of an office.
const LONGEST_SIDE: f32 = 2_000.0;

/// The picture of a page as PNG.
#[expect(clippy::float_arithmetic, reason = "the scale of a picture, not figures")]
pub(in crate::read) fn page_picture(pdf: &Pdf, index: usize) -> Result<Vec<u8>, ReadProblem> {
    let page = pdf.pages().get(index).ok_or(ReadProblem::Broken)?;
    let (width, height) = page.render_dimensions();
    if width > LONGEST_SIDE || height > LONGEST_SIDE {
        return Err(ReadProblem::Bomb);
    }
    let scale = DOTS_PER_INCH / POINTS;
    let settings = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
    catch_unwind(AssertUnwindSafe(|| {
        render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings).into_png()
    }))
    .ok()
    .and_then(Result::ok)
    .ok_or(ReadProblem::Broken)
}
