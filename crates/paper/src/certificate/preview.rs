//! A page as a picture, drawn from the very file that goes to the printer.

use super::blank::Onto;
use super::build::to_pdf;
use super::design::Design;
use super::field::Certificate;
use super::problem::CertificateProblem;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The certificate as PNG, about so many pixels wide.
///
/// # Errors
/// As [`to_pdf`].
#[expect(clippy::float_arithmetic, reason = "the scale of a picture, not figures")]
pub fn to_png(
    design: &Design,
    certificate: &Certificate,
    onto: Onto,
    width: u16,
) -> Result<Vec<u8>, CertificateProblem> {
    let pdf = to_pdf(design, std::slice::from_ref(certificate), onto)?;
    let fault = || CertificateProblem::Page("the picture could not be drawn".into());
    let scale = f32::from(width.clamp(50, 4_000)) / design.sheet.width.points();
    let settings = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
    catch_unwind(AssertUnwindSafe(|| {
        let pdf = Pdf::new(pdf).ok()?;
        render(pdf.pages().first()?, &RenderCache::new(), &InterpreterSettings::default(), &settings)
            .into_png()
            .ok()
    }))
    .ok()
    .flatten()
    .ok_or_else(fault)
}
