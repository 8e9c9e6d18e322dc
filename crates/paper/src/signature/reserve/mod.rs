//! Empty fields for signatures, put behind a finished PDF. The official tools fill them in; the bytes before them, the tags and
//! what makes the file fit for the archive stay as they are.

mod place;
mod raw;
mod tags;
mod update;

use super::{Place, find};
use crate::read::{ReadProblem, pdf};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, ObjectIdentifier};
use std::panic::{AssertUnwindSafe, catch_unwind};
use update::Update;

/// A field to reserve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reserved {
    /// Its name in the form; a name that is taken gets a number.
    pub name: String,
    /// Where it goes.
    pub place: Place,
    /// What it is for, as a screen reader says it.
    pub tooltip: String,
}

/// Why no field can be reserved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReserveProblem {
    /// The file cannot be read.
    #[error("the file cannot be read")]
    Read(#[source] ReadProblem),
    /// It is a PDF of a shape to which nothing can be added safely.
    #[error("nothing can be added to this PDF")]
    Unfit,
    /// The page or the place does not exist.
    #[error("the place is not on a page")]
    NoPlace,
    /// The name of the signer is not printed.
    #[error("the name of the signer is not printed")]
    NoName,
    /// There is no room above the name.
    #[error("there is no room above the name")]
    NoRoom,
}

/// The most fields that are reserved at once.
const MOST: usize = 20;

/// Puts empty fields for signatures behind a PDF.
///
/// # Errors
/// A [`ReserveProblem`]; the file is then as it was.
pub fn with_signature_field(file: Vec<u8>, fields: &[Reserved]) -> Result<Vec<u8>, ReserveProblem> {
    let opened = pdf::open_within(&file).map_err(ReserveProblem::Read)?;
    guarded(|| reserved(&opened, file, fields))
}

/// Reserves a field for the signer above the printed name, and beside it one for the seal of the authority.
///
/// # Errors
/// A [`ReserveProblem`]: also when the name is not printed, or has no room above it.
pub fn reserve_for_signature(file: Vec<u8>, signer_name: &str) -> Result<Vec<u8>, ReserveProblem> {
    let opened = pdf::open_within(&file).map_err(ReserveProblem::Read)?;
    guarded(|| {
        let places = place::above_name(&opened, signer_name)?;
        let (person, authority) = super::words::field_tooltips(signer_name);
        let fields = [
            Reserved { name: "ChuKy".to_owned(), place: places.person, tooltip: person },
            Reserved { name: "ConDau".to_owned(), place: places.authority, tooltip: authority },
        ];
        reserved(&opened, file, &fields)
    })
}

/// What the library takes for granted and does not find refuses one file.
fn guarded<T>(work: impl FnOnce() -> Result<T, ReserveProblem>) -> Result<T, ReserveProblem> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(ReserveProblem::Unfit))
}

fn reserved(opened: &Pdf, file: Vec<u8>, fields: &[Reserved]) -> Result<Vec<u8>, ReserveProblem> {
    if fields.is_empty() || fields.len() > MOST {
        return Err(ReserveProblem::NoPlace);
    }
    let root_at = opened.xref().root_id();
    let root = opened.xref().get::<Dict<'_>>(root_at).ok_or(ReserveProblem::Unfit)?;
    let mut names = find::find(opened, &file).names;
    let mut update = Update::of(file)?;
    let mut widgets = Vec::new();
    for field in fields {
        let page = page_of(opened, &field.place)?;
        let name = free_name(&field.name, &mut names);
        widgets.push((update.number(), page, field, name));
    }
    let ties: Vec<_> = widgets.iter().map(|(number, page, ..)| (*number, *page)).collect();
    let mark = update.mark();
    let keys = tags::tie(&mut update, opened, &root, &ties).unwrap_or_else(|| {
        // half a tie would be worse than none
        update.back(mark);
        Vec::new()
    });
    for (index, (number, page, field, name)) in widgets.iter().enumerate() {
        let look = update.number();
        update.write(ObjectIdentifier::new(look, 0), empty_look(&field.place));
        let widget = widget(field, name, *page, look, keys.get(index).copied());
        update.write(ObjectIdentifier::new(*number, 0), widget);
        annotate(&mut update, opened, *page, *number)?;
    }
    form(&mut update, opened, root_at, &widgets.iter().map(|(number, ..)| *number).collect::<Vec<_>>())?;
    update.finish()
}

/// The page that a place is on, where the place is on the page.
fn page_of(opened: &Pdf, place: &Place) -> Result<ObjectIdentifier, ReserveProblem> {
    let page = place.page.checked_sub(1).and_then(|at| opened.pages().get(at)).ok_or(ReserveProblem::NoPlace)?;
    let (corner, far) = pdf::corners(page);
    let inside = corner.0 <= place.left && place.right <= far.0 && corner.1 <= place.bottom && place.top <= far.1;
    if !inside || place.left >= place.right || place.bottom >= place.top {
        return Err(ReserveProblem::NoPlace);
    }
    page.raw().obj_id().ok_or(ReserveProblem::Unfit)
}

fn free_name(wanted: &str, names: &mut Vec<String>) -> String {
    // a stroke or a full stop would be a part of the path of names
    let wanted: String = wanted.chars().filter(|c| *c != '.').collect();
    let numbered = (2..).map(|number| format!("{wanted}{number}"));
    let free = std::iter::once(wanted.clone()).chain(numbered).find(|name| !names.contains(name));
    let free = free.unwrap_or(wanted);
    names.push(free.clone());
    free
}

/// Hundredths as a number of a PDF.
fn points(hundredths: i32) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

/// A text as a string of a PDF.
fn string(text: &str) -> String {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    format!("<{}>", units.map(|unit| format!("{unit:04x}")).collect::<String>())
}

/// What a field shows until it is signed: nothing. The archive asks that it says so.
fn empty_look(place: &Place) -> Vec<u8> {
    let (width, height) = (points(place.right - place.left), points(place.top - place.bottom));
    format!("<</Type/XObject/Subtype/Form/BBox[0 0 {width} {height}]/Resources<<>>/Length 0>>\nstream\n\nendstream")
        .into_bytes()
}

fn widget(field: &Reserved, name: &str, page: ObjectIdentifier, look: i32, key: Option<i32>) -> Vec<u8> {
    let place = &field.place;
    let key = key.map_or(String::new(), |key| format!("/StructParent {key}"));
    let rect = [place.left, place.bottom, place.right, place.top].map(points).join(" ");
    // flag 4: it is printed, which the archive asks for
    format!(
        "<</Type/Annot/Subtype/Widget/FT/Sig/T{}/TU{}/Rect[{rect}]/F 4/P {}/AP<</N {look} 0 R>>{key}>>",
        string(name),
        string(&field.tooltip),
        tags::written(page)
    )
    .into_bytes()
}

/// Puts a widget onto its page.
fn annotate(update: &mut Update, opened: &Pdf, page: ObjectIdentifier, widget: i32) -> Result<(), ReserveProblem> {
    let dict = update.dict(opened, page).ok_or(ReserveProblem::Unfit)?;
    let listed = match raw::value(&dict, "Annots") {
        Some(array) if array.starts_with(b"[") => raw::inside_array(array).ok_or(ReserveProblem::Unfit)?.to_vec(),
        Some(_) => {
            let page = opened.xref().get::<Dict<'_>>(page).ok_or(ReserveProblem::Unfit)?;
            let array = page.get::<Array<'_>>("Annots").ok_or(ReserveProblem::Unfit)?;
            array.data().to_vec()
        }
        None => Vec::new(),
    };
    let listed = [b"[", listed.as_slice(), format!("\n{widget} 0 R]").as_bytes()].concat();
    // the order of tabs is that of the structure (PDF/UA-1, 7.18.3)
    let dict = raw::with(&dict, &[("Annots", listed), ("Tabs", b"/S".to_vec())]).ok_or(ReserveProblem::Unfit)?;
    update.write(page, dict);
    Ok(())
}

/// Adds the fields to the form of the document, which is made where there is none.
fn form(
    update: &mut Update,
    opened: &Pdf,
    root_at: ObjectIdentifier,
    fields: &[i32],
) -> Result<(), ReserveProblem> {
    let root = opened.xref().get::<Dict<'_>>(root_at).ok_or(ReserveProblem::Unfit)?;
    let added = fields.iter().map(|number| format!("{number} 0 R")).collect::<Vec<_>>().join(" ");
    let existing = root.get::<Dict<'_>>("AcroForm");
    let before = existing.as_ref().map_or(b"<<>>".as_slice(), |form| form.data());
    let known = match existing.as_ref().and_then(|form| form.get::<Array<'_>>("Fields")) {
        Some(array) => array.data().to_vec(),
        None => Vec::new(),
    };
    let flags = existing.as_ref().and_then(|form| form.get::<i32>("SigFlags")).unwrap_or(0) | 1;
    let known = [b"[", known.as_slice(), b"\n", added.as_bytes(), b"]"].concat();
    let form = raw::with(before, &[("Fields", known), ("SigFlags", flags.to_string().into_bytes())])
        .ok_or(ReserveProblem::Unfit)?;
    match root.get_ref("AcroForm") {
        Some(at) => update.write(ObjectIdentifier::from(at), form),
        None => {
            let own = update.number();
            update.write(ObjectIdentifier::new(own, 0), form);
            let dict = update.dict(opened, root_at).ok_or(ReserveProblem::Unfit)?;
            let dict = raw::with(&dict, &[("AcroForm", format!("{own} 0 R").into_bytes())])
                .ok_or(ReserveProblem::Unfit)?;
            update.write(root_at, dict);
        }
    }
    Ok(())
}
