//! A batch of certificates, laid out whole before the first page is drawn.

use super::blank::Onto;
use super::design::{Design, TextBox};
use super::draw;
use super::face::{Face, Shaped, face};
use super::field::{Certificate, Field};
use super::fit::{Fitted, fit};
use super::problem::{CertificateProblem, Unfit};
use std::collections::HashMap;
use std::sync::Arc;

/// Certificates of one file at most.
const MOST: usize = 20_000;

/// A certificate whose every text has its place.
#[derive(Debug, Clone)]
pub struct LaidOut<'a> {
    pub(super) certificate: &'a Certificate,
    pub(super) texts: Vec<Placed>,
}

/// A text of a box.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    /// Which box of the design.
    pub(super) at: usize,
    pub(super) shaped: Arc<Shaped>,
    pub(super) fitted: Arc<Fitted>,
}

/// Lays a batch out. Everything that does not fit is told at once, before paper is spent.
///
/// # Errors
/// Texts without room or letters, nobody to print for, or more than a file takes.
pub fn laid_out<'a>(
    design: &Design,
    certificates: &'a [Certificate],
    onto: Onto,
) -> Result<Vec<LaidOut<'a>>, CertificateProblem> {
    if certificates.is_empty() {
        return Err(CertificateProblem::Nobody);
    }
    if certificates.len() > MOST {
        return Err(CertificateProblem::TooMany { most: MOST });
    }
    // most boxes say the same, or one of few things, on every certificate
    let mut known: HashMap<(usize, String), (Arc<Shaped>, Arc<Fitted>)> = HashMap::new();
    let mut unfit = Vec::new();
    let mut all = Vec::with_capacity(certificates.len());
    for (row, certificate) in certificates.iter().enumerate() {
        let mut texts = Vec::with_capacity(design.boxes.len());
        for (at, into) in design.boxes.iter().enumerate() {
            if into.preprinted && matches!(onto, Onto::Blank(_)) {
                continue;
            }
            let Some(text) = into.text.filled(certificate) else { continue };
            let text = if into.capitals { text.to_uppercase() } else { text };
            let shared = into.text.is_shared();
            let key = (at, text);
            if let Some((shaped, fitted)) = shared.then(|| known.get(&key)).flatten() {
                texts.push(Placed { at, shaped: shaped.clone(), fitted: fitted.clone() });
                continue;
            }
            let (at, text) = key;
            match placed(into, text) {
                Ok((shaped, fitted)) => {
                    let (shaped, fitted) = (Arc::new(shaped), Arc::new(fitted));
                    if shared {
                        known.insert((at, shaped.text.clone()), (shaped.clone(), fitted.clone()));
                    }
                    texts.push(Placed { at, shaped, fitted });
                }
                Err((text, letters)) => unfit.push(Unfit {
                    row: row + 1,
                    name: certificate.get(Field::Name).to_owned(),
                    field: longest(into, certificate),
                    text,
                    letters,
                }),
            }
        }
        all.push(LaidOut { certificate, texts });
    }
    if unfit.is_empty() { Ok(all) } else { Err(CertificateProblem::Unfit(unfit)) }
}

fn placed(into: &TextBox, text: String) -> Result<(Shaped, Fitted), (String, String)> {
    // the faces are part of the program; without one nothing has room
    let Some(face): Option<&'static Face> = face(into.face) else { return Err((text, String::new())) };
    let shaped = face.shape(text);
    if !shaped.missing.is_empty() {
        return Err((shaped.text, shaped.missing));
    }
    match fit(&shaped, face, into) {
        Some(fitted) => Ok((shaped, fitted)),
        None => Err((shaped.text, String::new())),
    }
}

/// The field to shorten: the longest in the box.
fn longest(into: &TextBox, certificate: &Certificate) -> Option<Field> {
    into.text.fields().max_by_key(|field| certificate.get(*field).chars().count())
}

/// A batch as one PDF, a page each, tagged, with the name of each in the bookmarks.
///
/// # Errors
/// As [`laid_out`]; or the page could not be made.
pub fn to_pdf(design: &Design, certificates: &[Certificate], onto: Onto) -> Result<Vec<u8>, CertificateProblem> {
    draw::pdf(design, &laid_out(design, certificates, onto)?, onto)
}
