//! The signatures of a PDF: fields of its form, and what calls itself a signature outside of any field.

use super::ranges::{self, Coverage};
use super::{Format, Place, Signature, Stated, TimeSource, cms, der};
use crate::read::pdf::{points, text_string};
use chrono::{Duration, NaiveDate, NaiveDateTime};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{
    Array, Dict, MaybeRef, Name, Number, ObjRef, Object, ObjectIdentifier, String as Text,
};

/// More fields than this are in no form that is signed.
const MOST_FIELDS: usize = 2_000;
/// More signatures than this are in no document; what each of them covers is read and compared.
const MOST_SIGNATURES: usize = 16;
/// Fields inside one another.
const DEEPEST: usize = 16;
/// The largest signature that is read.
const LARGEST: usize = 4 * 1024 * 1024;

/// The fields for signatures, in the order of the form.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) signatures: Vec<Signature>,
    /// Fields that nobody has signed yet.
    pub(super) waiting: Vec<String>,
    /// The names of all fields.
    pub(super) names: Vec<String>,
}

/// Looks through the form, and then through every object.
pub(super) fn find(pdf: &Pdf, bytes: &[u8]) -> Found {
    let mut search = Search { pdf, bytes, pages: pages(pdf), found: Found::default(), seen: Vec::new(), fields: 0 };
    let form = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).and_then(|root| root.get::<Dict<'_>>("AcroForm"));
    if let Some(fields) = form.and_then(|form| form.get::<Array<'_>>("Fields")) {
        search.kids(&fields, "", false, 0);
    }
    // what is signed and belongs to no field is shown too; nobody should overlook it
    for object in pdf.objects() {
        if let Object::Dict(dict) = object
            && dict.contains_key("ByteRange")
            && dict.contains_key("Contents")
        {
            search.signature(&dict, String::new(), None);
        }
    }
    search.found
}

/// Which page each annotation stands on.
type Pages = Vec<(Option<ObjectIdentifier>, Vec<ObjRef>)>;

fn pages(pdf: &Pdf) -> Pages {
    let of = |page: &hayro::hayro_syntax::page::Page<'_>| {
        let annotations = page.raw().get::<Array<'_>>("Annots");
        let refs = annotations.iter().flat_map(Array::raw_iter).filter_map(|one| one.as_obj_ref());
        (page.raw().obj_id(), refs.take(MOST_FIELDS).collect())
    };
    pdf.pages().iter().map(of).collect()
}

struct Search<'a> {
    pdf: &'a Pdf,
    bytes: &'a [u8],
    pages: Pages,
    found: Found,
    /// Which signatures were found already: the ranges and the content tell.
    seen: Vec<(Option<[usize; 4]>, Vec<u8>)>,
    fields: usize,
}

impl Search<'_> {
    fn kids(&mut self, kids: &Array<'_>, above: &str, signing: bool, depth: usize) {
        for kid in kids.raw_iter() {
            self.fields += 1;
            if self.fields > MOST_FIELDS || depth > DEEPEST {
                return;
            }
            let (own, dict) = match kid {
                MaybeRef::Ref(at) => (Some(at), self.pdf.xref().get::<Dict<'_>>(at.into())),
                MaybeRef::NotRef(object) => (None, object.into_dict()),
            };
            if let Some(dict) = dict {
                self.field(&dict, own, above, signing, depth);
            }
        }
    }

    fn field(&mut self, dict: &Dict<'_>, own: Option<ObjRef>, above: &str, signing: bool, depth: usize) {
        let part = dict.get::<Text<'_>>("T").map(|name| text_string(name.as_bytes()));
        let name = match (part, above) {
            (Some(part), "") => part,
            (Some(part), above) => format!("{above}.{part}"),
            (None, above) => above.to_owned(),
        };
        let signing = dict.get::<Name<'_>>("FT").map_or(signing, |kind| kind.as_ref() == b"Sig");
        let signed = dict.get::<Dict<'_>>("V").filter(|_| signing);
        let kids = dict.get::<Array<'_>>("Kids");
        if depth == 0 || dict.contains_key("T") {
            self.found.names.push(name.clone());
        }
        match signed {
            Some(signature) => {
                let widget = if kids.is_none() { Some((dict, own)) } else { None };
                self.signature(&signature, name, widget);
            }
            None => match kids {
                Some(kids) => self.kids(&kids, &name, signing, depth + 1),
                None if signing => self.found.waiting.push(name),
                None => {}
            },
        }
    }

    fn signature(&mut self, dict: &Dict<'_>, field: String, widget: Option<(&Dict<'_>, Option<ObjRef>)>) {
        let Some(contents) = dict.get::<Text<'_>>("Contents") else { return };
        let contents = contents.as_bytes();
        let ranges = ranges(dict);
        let known = self.seen.iter().any(|(other, bytes)| *other == ranges && bytes == contents);
        if contents.len() > LARGEST || self.found.signatures.len() >= MOST_SIGNATURES || (known && field.is_empty())
        {
            return;
        }
        self.seen.push((ranges, contents.to_vec()));
        let closed = der::closed(contents);
        let signed = closed.as_deref().and_then(cms::Signed::read);
        let certificate = signed.as_ref().and_then(cms::Signed::certificate);
        let text = |key: &str| dict.get::<Text<'_>>(key).map(|text| der::tidy(&text_string(text.as_bytes())));
        let written = dict.get::<Text<'_>>("M").and_then(|text| moment(text.as_bytes()));
        let attribute = signed.as_ref().and_then(cms::Signed::time);
        let stated = |time, source| Stated { time, source };
        let coverage = ranges.map_or(Coverage::Wrong, |ranges| ranges::coverage(self.bytes, &ranges, contents));
        let format = dict.get::<Name<'_>>("SubFilter").map(|name| Format::named(name.as_ref()));
        self.found.signatures.push(Signature {
            field,
            place: widget.and_then(|(dict, own)| self.place(dict, own)),
            format: format.unwrap_or(Format::Other(String::new())),
            signer: certificate.map(|one| one.subject.clone()),
            issuer: certificate.map(|one| one.issued_by.clone()),
            valid: certificate.map(|one| (one.from, one.until)),
            stated: attribute
                .map(|time| stated(time, TimeSource::Attribute))
                .or(written.map(|time| stated(time, TimeSource::Dictionary))),
            has_timestamp: signed.as_ref().is_some_and(cms::Signed::has_timestamp),
            name_typed: text("Name"),
            reason: text("Reason"),
            location: text("Location"),
            coverage,
            ranges,
            contents: contents.to_vec(),
        });
    }

    /// Where the signature shows; nothing when it shows nowhere.
    fn place(&self, dict: &Dict<'_>, own: Option<ObjRef>) -> Option<Place> {
        let corners: Vec<i32> =
            dict.get::<Array<'_>>("Rect")?.iter::<Number>().take(4).map(|one| points(one.as_f64())).collect();
        let &[x0, y0, x1, y1] = corners.as_slice() else { return None };
        let stands = |(page, annotations): &(Option<ObjectIdentifier>, Vec<ObjRef>)| {
            let listed = own.is_some_and(|own| annotations.contains(&own));
            listed || (dict.get_ref("P").map(ObjectIdentifier::from).is_some_and(|at| Some(at) == *page))
        };
        let page = self.pages.iter().position(stands)? + 1;
        let place = Place { page, left: x0.min(x1), bottom: y0.min(y1), right: x0.max(x1), top: y0.max(y1) };
        (place.left < place.right && place.bottom < place.top).then_some(place)
    }
}

fn ranges(dict: &Dict<'_>) -> Option<[usize; 4]> {
    let numbers: Vec<usize> = dict
        .get::<Array<'_>>("ByteRange")?
        .iter::<Number>()
        .take(5)
        .map(|number| usize::try_from(number.as_i64()).ok())
        .collect::<Option<_>>()?;
    numbers.try_into().ok()
}

/// A moment as PDF writes it, `D:20260105140000+07'00'`, as UTC.
fn moment(text: &[u8]) -> Option<NaiveDateTime> {
    let text = std::str::from_utf8(text).ok()?;
    let text = text.strip_prefix("D:").unwrap_or(text);
    let digits: usize = text.bytes().take_while(u8::is_ascii_digit).count();
    let (figures, zone) = text.split_at_checked(digits)?;
    let two = |at: usize, otherwise: u32| match figures.get(at..at + 2) {
        Some(text) => text.parse().ok(),
        None => Some(otherwise),
    };
    let day = NaiveDate::from_ymd_opt(figures.get(..4)?.parse().ok()?, two(4, 1)?, two(6, 1)?)?;
    let local = day.and_hms_opt(two(8, 0)?, two(10, 0)?, two(12, 0)?)?;
    let ahead = match zone.bytes().next() {
        Some(b'+') => 1,
        Some(b'-') => -1,
        _ => return Some(local),
    };
    let mut parts = zone.get(1..)?.split('\'').map(|part| part.parse::<i64>().ok().filter(|number| *number < 60));
    let minutes = parts.next().flatten()? * 60 + parts.next().flatten().unwrap_or(0);
    local.checked_sub_signed(Duration::minutes(ahead * minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_told_in_universal_time() {
        for (written, told) in [
            ("D:20260105140000+07'00'", "2026-01-05 07:00:00"),
            ("D:20260105140000Z", "2026-01-05 14:00:00"),
            ("D:20260105", "2026-01-05 00:00:00"),
            ("20260105140000-01'30", "2026-01-05 15:30:00"),
        ] {
            assert_eq!(moment(written.as_bytes()).map(|at| at.to_string()).as_deref(), Some(told), "{written}");
        }
        for wrong in ["", "D:", "D:202ệ", "D:20261301", "D:20260105140000+99'99'", "D:99999999999999"] {
            assert_eq!(moment(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
