//! Fields that are reserved.

use super::super::reserve::{ReserveProblem, Reserved, reserve_for_signature, with_signature_field};
use super::super::{Place, signatures, waiting};
use super::{SIGNED, Since, outcomes};
use crate::forms::form;
use crate::signature::Authorities;
use crate::write::to_pdf;

/// A page without anything on it, whose table is a stream.
pub(super) fn bare_page() -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots 4 0 R>>",
        "[]",
    ];
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut table = vec![0, 0, 0, 0, 0, 255];
    for (number, object) in (1..).zip(objects) {
        table.extend_from_slice(&[1, 0, 0, (out.len() >> 8) as u8, out.len() as u8, 0]);
        out.extend_from_slice(format!("{number} 0 obj\n{object}\nendobj\n").as_bytes());
    }
    let at = out.len();
    table.extend_from_slice(&[1, 0, 0, (at >> 8) as u8, at as u8, 0]);
    let head = format!("5 0 obj\n<</Type/XRef/Size 6/W[1 4 1]/Root 1 0 R/Length {}>>\nstream\n", table.len());
    out.extend_from_slice(head.as_bytes());
    out.extend_from_slice(&table);
    out.extend_from_slice(format!("\nendstream\nendobj\nstartxref\n{at}\n%%EOF\n").as_bytes());
    out
}

/// A plan of ours with a printed name, and the name.
fn plan() -> (Vec<u8>, &'static str) {
    let form = form("launch_plan").expect("the form");
    let json = (form.examples[0].fill)().json;
    let document = (form.read)(json.as_bytes()).unwrap_or_else(|why| panic!("{}", why.en));
    (to_pdf(&document).expect("printed"), "Trần Thị Mỹ Ỷ")
}

fn reserved(name: &str, place: Place) -> Reserved {
    Reserved { name: name.to_owned(), place, tooltip: "Chữ ký số".to_owned() }
}

fn somewhere(page: usize) -> Place {
    Place { page, left: 30_000, bottom: 10_000, right: 50_000, top: 20_000 }
}

#[test]
fn fields_are_reserved_behind_the_file_and_its_bytes_tags_and_text_stay() {
    let (pdf, name) = plan();
    let with = reserve_for_signature(pdf.clone(), name).expect("reserved");
    assert!(with.starts_with(&pdf));
    assert_eq!(waiting(&with), Ok(vec!["ChuKy".to_owned(), "ConDau".to_owned()]));
    assert_eq!(signatures(&with), Ok(Vec::new()));
    let read = |bytes: &[u8]| crate::read::read_bytes(bytes).expect("text").lines;
    assert_eq!(read(&pdf), read(&with));
    let added = String::from_utf8_lossy(&with[pdf.len()..]).into_owned();
    for wanted in ["/F 4", "/StructParent ", "/S/Form", "/Tabs /S", "/AP<<", "/SigFlags 1", "/ParentTreeNextKey "] {
        assert!(added.contains(wanted), "{wanted}: {added}");
    }
    assert_eq!(reserve_for_signature(pdf.clone(), name), Ok(with), "the same file is made each time");
}

#[test]
fn fields_reserved_twice_get_names_of_their_own() {
    let (pdf, name) = plan();
    let twice =
        reserve_for_signature(pdf, name).and_then(|once| reserve_for_signature(once, name)).expect("reserved");
    assert_eq!(waiting(&twice), Ok(["ChuKy", "ConDau", "ChuKy2", "ConDau2"].map(str::to_owned).to_vec()));
}

#[test]
fn a_field_added_to_a_signed_paper_leaves_its_signatures_intact() {
    let more = with_signature_field(SIGNED.to_vec(), &[reserved("Them", somewhere(1))]).expect("reserved");
    let told = outcomes(&more, &Authorities::default());
    assert!(told.iter().all(|(_, outcome, since)| outcome.is_intact() && *since == Since::Added), "{told:?}");
    assert_eq!(waiting(&more), Ok(vec!["Them".to_owned()]));
}

#[test]
fn a_file_whose_table_is_a_stream_gets_a_stream() {
    let with = with_signature_field(bare_page(), &[reserved("A.B", somewhere(1)), reserved("AB", somewhere(1))]);
    let with = with.expect("reserved");
    assert_eq!(waiting(&with), Ok(vec!["AB".to_owned(), "AB2".to_owned()]));
    let twice = with_signature_field(with, &[reserved("C", somewhere(1))]).expect("reserved");
    assert_eq!(waiting(&twice), Ok(["AB", "AB2", "C"].map(str::to_owned).to_vec()));
}

#[test]
fn a_place_that_is_on_no_page_and_a_name_that_is_not_printed_are_refused() {
    let wrong = [
        somewhere(0),
        somewhere(2),
        Place { right: 70_000, ..somewhere(1) },
        Place { left: -1, ..somewhere(1) },
        Place { top: 10_000, ..somewhere(1) },
    ];
    for place in wrong {
        assert_eq!(with_signature_field(bare_page(), &[reserved("A", place)]), Err(ReserveProblem::NoPlace));
    }
    assert_eq!(with_signature_field(bare_page(), &[]), Err(ReserveProblem::NoPlace));
    let (pdf, _) = plan();
    for name in ["Người Không Ký", "", " "] {
        assert_eq!(reserve_for_signature(pdf.clone(), name), Err(ReserveProblem::NoName));
    }
    assert!(matches!(reserve_for_signature(b"no PDF".to_vec(), "A"), Err(ReserveProblem::Read(_))));
}
