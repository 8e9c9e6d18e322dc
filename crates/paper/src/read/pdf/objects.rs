//! Refuses objects that ask for more than any document needs, before the library does as they ask: fonts that say the
//! width of more letters than fonts have, and pictures larger than any page that was scanned.

use crate::read::ReadProblem;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Object};

/// A font numbers its letters with two bytes.
const MOST_LETTERS: u32 = 65_535;
/// The most points of a picture: a page of A3 at 600 dots per inch has 70 million.
const MOST_POINTS: u64 = 100_000_000;
/// Objects inside one another, as far as fonts are looked for.
const DEEPEST: usize = 12;

/// Looks through every object.
pub(super) fn check(pdf: &Pdf) -> Result<(), ReadProblem> {
    let fine = pdf.objects().into_iter().all(|object| fine(&object, 0));
    if fine { Ok(()) } else { Err(ReadProblem::Bomb) }
}

fn fine(object: &Object<'_>, depth: usize) -> bool {
    match object {
        Object::Dict(dict) => dict_fine(dict, depth),
        Object::Stream(stream) => picture_fine(stream.dict()) && dict_fine(stream.dict(), depth),
        // `/DescendantFonts` is an array of one
        Object::Array(array) => array.iter::<Dict<'_>>().next().is_none_or(|first| widths_fine(&first)),
        _ => true,
    }
}

/// A dictionary and those that are written inside it; what it points at is looked at as an object of its own.
fn dict_fine(dict: &Dict<'_>, depth: usize) -> bool {
    let inside = |part: MaybeRef<Object<'_>>| match part {
        MaybeRef::NotRef(part) => depth >= DEEPEST || fine(&part, depth + 1),
        MaybeRef::Ref(_) => true,
    };
    widths_fine(dict) && dict.keys().filter_map(|key| dict.get_raw::<Object<'_>>(key.as_ref())).all(inside)
}

/// Whether a picture, if it is one, has no more points than a page.
fn picture_fine(dict: &Dict<'_>) -> bool {
    let side = |name: &str| dict.get::<u32>(name.as_bytes()).map_or(0, u64::from);
    side("Width").saturating_mul(side("Height")) <= MOST_POINTS
}

/// The spans of `/W` (first, last, one width) and `/W2` (first, last, three numbers) end within a font.
fn widths_fine(dict: &Dict<'_>) -> bool {
    let spans_fine = |array: Array<'_>, numbers: usize| {
        let mut parts = array.flex_iter();
        loop {
            if parts.next::<(u32, Array<'_>)>().is_some() {
                continue;
            }
            let Some((_, last)) = parts.next::<(u32, u32)>() else { return true };
            if last > MOST_LETTERS {
                return false;
            }
            for _ in 0..numbers {
                if parts.next::<f32>().is_none() {
                    return true;
                }
            }
        }
    };
    dict.get::<Array<'_>>("W".as_bytes()).is_none_or(|array| spans_fine(array, 1))
        && dict.get::<Array<'_>>("W2".as_bytes()).is_none_or(|array| spans_fine(array, 3))
}
