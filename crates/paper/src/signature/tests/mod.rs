//! Signatures as other programs made them, whole and tampered with. What they are is told in `invented/README.md`.

mod fields;
mod hostile;

use super::*;
use chrono::NaiveDate;

pub(super) const SIGNED: &[u8] = include_bytes!("invented/signed.pdf");
const AUTHORITY: &[u8] = include_bytes!("invented/authority.pem");
const ANOTHER: &[u8] = include_bytes!("invented/another.pem");
const OLDER: &[u8] = include_bytes!("invented/older.der");

fn at(year: i32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(year, 12, 31).and_then(|day| day.and_hms_opt(0, 0, 0)).expect("a moment")
}

pub(super) fn trusting(files: &[&[u8]]) -> Authorities {
    let mut list = Authorities::default();
    for file in files {
        assert_eq!(list.add(file), 1);
    }
    list
}

/// The outcome of every signature, with what happened since.
pub(super) fn outcomes(pdf: &[u8], trusted: &Authorities) -> Vec<(String, Outcome, Since)> {
    let found = signatures(pdf).expect("a PDF");
    let told = |one: &Signature| {
        let checked = check(pdf, one, trusted, at(2026));
        (one.field.clone(), checked.outcome, checked.since)
    };
    found.iter().map(told).collect()
}

fn trusted_outcome() -> Outcome {
    Outcome::Trusted { authority: trusting(&[AUTHORITY]).names().remove(0) }
}

/// The first revision: signed by the person alone.
fn first_revision() -> &'static [u8] {
    let found = signatures(SIGNED).expect("a PDF");
    let Coverage::Earlier { length } = found[0].coverage else { panic!("{:?}", found[0].coverage) };
    &SIGNED[..length]
}

/// The file with the content of its first signature replaced, at the same length.
fn with_contents(pdf: &[u8], contents: &[u8]) -> Vec<u8> {
    let [_, first, second, _] = signatures(pdf).expect("a PDF")[0].ranges.expect("ranges");
    let mut digits: Vec<u8> = contents.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect();
    digits.resize(second - first - 2, b'0');
    [&pdf[..first + 1], &digits, &pdf[second - 1..]].concat()
}

fn replaced(pdf: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let found = memchr::memmem::find(pdf, from).expect("it is there");
    [&pdf[..found], to, &pdf[found + to.len()..]].concat()
}

#[test]
fn a_signature_tells_who_signed_when_why_and_where() {
    let found = signatures(SIGNED).expect("a PDF");
    let [person, authority] = found.as_slice() else { panic!("{} signatures", found.len()) };
    assert_eq!((person.field.as_str(), authority.field.as_str()), ("ChuKy", "ConDau"));
    assert_eq!(person.signer.as_ref().map(|one| one.name.as_str()), Some("Đỗ Văn Thử (bịa đặt)"));
    assert_eq!(
        authority.signer.as_ref().and_then(|one| one.organisation.as_deref()),
        Some("Ủy ban nhân dân xã An Bình (bịa đặt)")
    );
    assert_eq!(person.issuer.as_ref().map(|one| one.name.as_str()), Some("CA cấp dưới thử nghiệm (bịa đặt)"));
    assert_eq!((person.format.name(), authority.format.name()), ("adbe.pkcs7.detached", "ETSI.CAdES.detached"));
    let source = |one: &Signature| one.stated.map(|stated| stated.source);
    assert_eq!((source(person), source(authority)), (Some(TimeSource::Attribute), Some(TimeSource::Dictionary)));
    assert_eq!(person.stated.map(|stated| stated.time.date().to_string()).as_deref(), Some("2026-01-05"));
    assert_eq!(
        (person.reason.as_deref(), person.location.as_deref()),
        (Some("Ký duyệt (bịa đặt)"), Some("An Bình"))
    );
    assert_eq!(person.place.map(|place| place.page), Some(1));
    assert_eq!(authority.coverage, Coverage::Whole);
    assert!(matches!(person.coverage, Coverage::Earlier { .. }));
    assert_eq!(waiting(SIGNED), Ok(Vec::new()));
    assert_eq!(waiting(first_revision()), Ok(vec!["ConDau".to_owned()]));
}

#[test]
fn signatures_under_a_listed_authority_are_trusted_and_a_second_signature_is_no_change() {
    let told = outcomes(SIGNED, &trusting(&[ANOTHER, AUTHORITY]));
    let trusted = trusted_outcome();
    assert_eq!(
        told,
        [
            ("ChuKy".to_owned(), trusted.clone(), Since::Added),
            ("ConDau".to_owned(), trusted.clone(), Since::Nothing)
        ]
    );
    assert_eq!(
        outcomes(first_revision(), &trusting(&[AUTHORITY])),
        [("ChuKy".to_owned(), trusted, Since::Nothing)]
    );
}

#[test]
fn signatures_of_an_authority_that_is_not_listed_are_intact_and_not_trusted() {
    for list in [Authorities::default(), trusting(&[ANOTHER])] {
        let told = outcomes(SIGNED, &list);
        assert!(told.iter().all(|(_, outcome, _)| *outcome == Outcome::Untrusted(Distrust::NotListed)), "{told:?}");
    }
}

#[test]
fn a_figure_that_was_changed_after_signing_is_told() {
    // the title stands in the catalogue of the file, in both revisions
    let tampered = replaced(SIGNED, b"/Lang(vi-VN)", b"/Lang(vi-VX)");
    let told = outcomes(&tampered, &trusting(&[AUTHORITY]));
    assert!(told.iter().all(|(_, outcome, _)| *outcome == Outcome::Altered), "{told:?}");
}

#[test]
fn a_signature_of_other_bytes_is_not_taken() {
    let found = signatures(SIGNED).expect("a PDF");
    let moved = with_contents(SIGNED, &found[1].contents);
    assert_eq!(outcomes(&moved, &trusting(&[AUTHORITY]))[0].1, Outcome::Altered);
    assert_eq!(
        outcomes(&with_contents(SIGNED, &[]), &trusting(&[AUTHORITY]))[0].1,
        Outcome::Unchecked(Unchecked::Unreadable)
    );
}

#[test]
fn a_range_that_leaves_out_more_than_the_signature_is_told_as_altered() {
    let mut signature = signatures(SIGNED).expect("a PDF").remove(1);
    let [start, first, second, length] = signature.ranges.expect("ranges");
    for wrong in [
        [start, first, second + 1, length - 1],
        [start, first - 1, second, length],
        [start, first, second, length + 9],
    ] {
        signature.ranges = Some(wrong);
        assert_eq!(check(SIGNED, &signature, &trusting(&[AUTHORITY]), at(2026)).outcome, Outcome::Altered);
    }
}

#[test]
fn a_page_that_was_replaced_after_signing_is_told_and_the_signature_is_still_of_its_version() {
    let told = outcomes(&with_another_page(SIGNED), &trusting(&[AUTHORITY]));
    let trusted = trusted_outcome();
    assert_eq!(
        told,
        [("ChuKy".to_owned(), trusted.clone(), Since::Changed), ("ConDau".to_owned(), trusted, Since::Changed)]
    );
}

/// The file with another content of its first page put behind it.
fn with_another_page(pdf: &[u8]) -> Vec<u8> {
    let opened = crate::read::pdf::open_within(pdf).expect("a PDF");
    let contents = opened.pages()[0].raw().get_ref("Contents").expect("contents").obj_number;
    let mut out = pdf.to_vec();
    let (before, object) = (memchr::memmem::rfind(pdf, b"startxref").expect("an end"), out.len());
    let before = String::from_utf8_lossy(&pdf[before + 10..]).lines().next().expect("a number").to_owned();
    out.extend_from_slice(format!("{contents} 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n").as_bytes());
    let table = out.len();
    let root = opened.xref().root_id().obj_number;
    let end = format!(
        "xref\n{contents} 1\n{object:010} 00000 n\r\ntrailer\n<</Size 200/Prev {before}/Root {root} 0 R>>\nstartxref\n{table}\n%%EOF\n"
    );
    out.extend_from_slice(end.as_bytes());
    out
}

#[test]
fn the_day_of_signing_decides_and_a_day_to_come_is_told() {
    let signature = signatures(SIGNED).expect("a PDF").remove(0);
    let list = trusting(&[AUTHORITY]);
    let later = check(SIGNED, &signature, &list, at(2099));
    assert!(matches!(later.outcome, Outcome::Trusted { .. }) && later.expired_since);
    assert_eq!(check(SIGNED, &signature, &list, at(2025)).outcome, Outcome::Untrusted(Distrust::InFuture));
    let mut moved = signature.clone();
    for (year, distrust) in [(2000, Distrust::NotYetValid), (2090, Distrust::Expired)] {
        moved.stated = Some(Stated { time: at(year), source: TimeSource::Dictionary });
        assert_eq!(check(SIGNED, &moved, &list, at(2099)).outcome, Outcome::Untrusted(distrust));
    }
}

#[test]
fn the_older_kind_of_signature_is_checked_and_told_as_weak() {
    let older = replaced(first_revision(), b"/adbe.pkcs7.detached", b"/adbe.pkcs7.sha1    ");
    let older = with_contents(&older, OLDER);
    let signature = signatures(&older).expect("a PDF").remove(0);
    let checked = check(&older, &signature, &trusting(&[AUTHORITY]), at(2026));
    assert_eq!((checked.outcome, checked.weak), (trusted_outcome(), true));
    let tampered = replaced(&older, b"/Lang(vi-VN)", b"/Lang(vi-VX)");
    assert_eq!(outcomes(&tampered, &trusting(&[AUTHORITY]))[0].1, Outcome::Altered);
}

#[test]
fn a_signature_with_open_lengths_is_checked_too() {
    fn opened(bytes: &[u8]) -> Vec<u8> {
        let part = |value: der::Value<'_>| {
            if value.tag & 0x20 == 0 {
                return value.whole.to_vec();
            }
            [&[value.tag, 0x80], opened(value.content).as_slice(), &[0, 0]].concat()
        };
        der::Values(bytes).flat_map(part).collect()
    }
    let first = first_revision();
    let contents = &signatures(first).expect("a PDF")[0].contents;
    let whole = der::Value::first(contents).expect("a value").whole;
    // the certificates are signed as they stand, so their lengths stay closed in what is compared
    let open = with_contents(first, &opened(whole));
    assert_eq!(outcomes(&open, &trusting(&[AUTHORITY]))[0].1, trusted_outcome());
}

#[test]
fn what_is_not_known_here_is_told_as_not_checked() {
    let list = trusting(&[AUTHORITY]);
    for (format, told) in [
        (Format::Timestamp, Unchecked::Timestamp),
        (Format::Other("adbe.x509.rsa_sha1".to_owned()), Unchecked::Format("adbe.x509.rsa_sha1".to_owned())),
    ] {
        let signature = Signature { format, ..signatures(SIGNED).expect("a PDF").remove(0) };
        assert_eq!(check(SIGNED, &signature, &list, at(2026)).outcome, Outcome::Unchecked(told));
    }
}

#[test]
fn every_answer_is_said_in_both_languages_and_revocation_is_named() {
    let signature = signatures(SIGNED).expect("a PDF").remove(0);
    let says = check(SIGNED, &signature, &trusting(&[AUTHORITY]), at(2026)).says();
    assert!(says.iter().any(|says| says.vi.contains("thu hồi") && says.en.contains("revoked")));
    assert!(says.iter().any(|says| says.vi.contains("bản trước")));
}

#[test]
fn a_signed_copy_tells_number_day_title_and_signer() {
    let copy = read_signed_copy(SIGNED).expect("a PDF");
    let text = |piece: &Option<thidua_domain::plans::draft::Piece<String>>| {
        piece.as_ref().map(|piece| piece.value.clone())
    };
    assert_eq!(text(&copy.kind).as_deref(), Some("Quyết định"));
    assert_eq!(text(&copy.number_symbol).as_deref(), Some("12/QĐ-UBND"));
    assert_eq!(copy.date.map(|date| date.value), NaiveDate::from_ymd_opt(2026, 1, 5));
    assert_eq!(text(&copy.issuer).as_deref(), Some("Ủy ban nhân dân xã An Bình"));
    assert_eq!(text(&copy.title).as_deref(), Some("Về việc khen thưởng đợt thi đua thứ nhất năm 2025"));
    assert_eq!(text(&copy.signer).as_deref(), Some("Đỗ Văn Thử"));
    assert_eq!((copy.is_scan, copy.signatures.len(), copy.digest.len()), (false, 2, 64));
}

#[test]
fn what_is_no_pdf_is_said_to_be_none() {
    for bytes in [b"PK\x03\x04 a Word document".as_slice(), b"text"] {
        assert_eq!(signatures(bytes), Err(ReadProblem::NotPdf));
    }
    assert_eq!(signatures(b""), Err(ReadProblem::Empty));
    assert_eq!(signatures(b"%PDF-1.7 cut off"), Err(ReadProblem::Broken));
}

#[test]
fn a_scan_says_that_a_person_has_to_type_number_and_day() {
    let copy = read_signed_copy(&fields::bare_page()).expect("a PDF");
    assert!(copy.is_scan && copy.number_symbol.is_none() && copy.date.is_none() && copy.signatures.is_empty());
}
