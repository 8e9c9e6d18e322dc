//! A certificate as a picture.

use super::blank::Onto;
use super::build::to_pdf;
use super::design::Design;
use super::field::Certificate;
use super::problem::CertificateProblem;
use crate::write::page_pictures;

/// The certificate as PNG, about so many pixels wide.
///
/// # Errors
/// As [`to_pdf`].
pub fn to_png(
    design: &Design,
    certificate: &Certificate,
    onto: Onto,
    width: u16,
) -> Result<Vec<u8>, CertificateProblem> {
    let pdf = to_pdf(design, std::slice::from_ref(certificate), onto)?;
    let pages = page_pictures(pdf, width).and_then(|pages| pages.into_iter().next());
    pages.ok_or_else(|| CertificateProblem::Page("the picture could not be drawn".into()))
}
