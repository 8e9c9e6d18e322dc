//! Workbooks written here that people changed: rows moved, copied, inserted, codes lost or foreign, another list.

use super::*;
use crate::read::list::Origin;
use std::io::Read;

/// The parts of a written workbook, changed by name.
fn changed(bytes: &[u8], change: impl Fn(&str, String) -> Option<String>) -> Vec<u8> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..package.len() {
        let mut part = package.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = String::new();
        part.read_to_string(&mut content).expect("text");
        if let Some(content) = change(&name, content) {
            zip.start_file(name, SimpleFileOptions::default()).expect("a part");
            zip.write_all(content.as_bytes()).expect("written");
        }
    }
    zip.finish().expect("a package").into_inner()
}

const LIST: &str = "xl/worksheets/sheet1.xml";
const SIGNED: &str = "xl/worksheets/sheet3.xml";

/// The row elements of the list's XML, from the first of the list on, handed to a change and numbered anew.
fn with_rows(bytes: &[u8], change: impl Fn(&mut Vec<String>)) -> Vec<u8> {
    changed(bytes, |name, xml| {
        if name != LIST {
            return Some(xml);
        }
        let start = xml.find("<row r=\"7\"").expect("rows");
        let end = xml.find("</sheetData>").expect("an end");
        let mut rows: Vec<String> = xml[start..end].split_inclusive("</row>").map(str::to_owned).collect();
        change(&mut rows);
        let mut body = String::new();
        for (number, row) in (7..).zip(&rows) {
            // places are counted on by the reader when they are not stated
            let bare: String = row
                .split("<c r=\"")
                .enumerate()
                .map(|(at, part)| match at {
                    0 => part.split_once(" r=\"").map_or(part.to_owned(), |(start, rest)| {
                        format!("{start} r=\"{number}\"{}", rest.split_once('"').map_or("", |(_, rest)| rest))
                    }),
                    _ => {
                        let (place, rest) = part.split_once('"').expect("a place");
                        format!("<c r=\"{}{number}\"{rest}", place.trim_end_matches(|c: char| c.is_ascii_digit()))
                    }
                })
                .collect();
            body.push_str(&bare);
        }
        Some(format!("{}{body}{}", &xml[..start], &xml[end..]))
    })
}

fn ties(rows: &[Uploaded]) -> Vec<Option<&str>> {
    rows.iter().map(|row| row.tie.as_ref().map(|tie| tie.identity.as_str())).collect()
}

fn ours() -> Vec<u8> {
    written(&columns(), &people(), Some(&seal()))
}

#[test]
fn rows_that_were_sorted_keep_their_ties() {
    let bytes = with_rows(&ours(), |rows| rows[..3].reverse());
    let (rows, read) = read(&bytes).expect("read");
    assert_eq!(ties(&rows), [Some("0190-c"), Some("0190-b"), Some("0190-a")]);
    assert_eq!(names(&rows), ["H'Blơi Niê", "Lê Văn An", "Trần Thị Diệu"]);
    assert_eq!(read.findings, []);
}

#[test]
fn copied_and_deleted_rows_are_seen_as_such() {
    let bytes = with_rows(&ours(), |rows| {
        rows.remove(0);
        rows.insert(1, rows[0].clone());
    });
    let (rows, read) = read(&bytes).expect("read");
    assert_eq!(
        ties(&rows),
        [Some("0190-b"), Some("0190-b"), Some("0190-c")],
        "the difference says that one is a copy"
    );
    assert_eq!(read.shown.len(), 3, "what was shown is still known");
}

#[test]
fn a_row_of_an_older_download_is_known_only_at_the_same_version() {
    let mut newer = people();
    newer[1].0.version += 1;
    let old = ours();
    let bytes = with_rows(&written(&columns(), &newer, Some(&seal())), |rows| {
        let mut package = zip::ZipArchive::new(Cursor::new(&old)).expect("a package");
        let mut xml = String::new();
        package.by_name(LIST).expect("a list").read_to_string(&mut xml).expect("text");
        let start = xml.find("<row r=\"7\"").expect("rows");
        let theirs: Vec<&str> = xml[start..].split_inclusive("</row>").collect();
        rows[0] = theirs[0].to_owned();
        rows[1] = theirs[1].to_owned();
    });
    let (rows, read) = read(&bytes).expect("read");
    assert_eq!(ties(&rows), [Some("0190-a"), None, Some("0190-c")]);
    assert_eq!(told(&read), [("LST-011".to_owned(), "A8".to_owned())]);
}

#[test]
fn a_signed_sheet_that_was_changed_ties_nothing() {
    let bytes =
        changed(&ours(), |name, xml| Some(if name == SIGNED { xml.replace("0190-b 1", "0190-x 1") } else { xml }));
    let (rows, read) = read(&bytes).expect("read");
    assert_eq!(read.origin, Origin::Broken);
    assert_eq!((ties(&rows), read.shown.len()), (vec![None, None, None], 0));
    assert_eq!(told(&read), [("LST-002".to_owned(), String::new())]);
    for spoiled in ["hmac-sha256 00", "khác"] {
        let bytes = changed(&ours(), |name, xml| {
            let at = xml.find("hmac-sha256");
            Some(match at {
                Some(at) if name == SIGNED => format!("{}{spoiled}{}", &xml[..at], &xml[at + 76..]),
                _ => xml,
            })
        });
        assert_eq!(read_origin(&bytes), Origin::Broken, "{spoiled}");
    }
}

fn read_origin(bytes: &[u8]) -> Origin {
    read(bytes).expect("read").1.origin
}

#[test]
fn another_list_or_another_key_ties_nothing() {
    let other = Seal::new(b"a key of this installation", "people", "unit-2");
    let bytes = written(&columns(), &people(), Some(&other));
    let (rows, read) = read(&bytes).expect("read");
    assert_eq!(read.origin, Origin::OtherList { kind: "people".into(), scope: "unit-2".into() });
    assert_eq!(ties(&rows), [None, None, None]);
    assert!(read.stops());
    let foreign = Seal::new(b"a key of another installation", "people", "unit-1");
    assert_eq!(read_origin(&written(&columns(), &people(), Some(&foreign))), Origin::Broken);
    assert_eq!(read_origin(&written(&columns(), &people(), None)), Origin::Unknown);
}

#[test]
fn a_code_column_that_was_deleted_is_told() {
    let bytes =
        changed(&ours(), |name, xml| Some(if name == LIST { xml.replace("Mã dòng", "Xóa") } else { xml }));
    let (rows, read) = read(&bytes).expect("read");
    assert_eq!(ties(&rows), [None, None, None]);
    assert!(told(&read).iter().any(|(number, _)| number == "LST-003"));
}

#[test]
fn a_row_whose_cells_were_emptied_is_a_row_that_is_gone() {
    let bytes = with_rows(&ours(), |rows| {
        let code = rows[1].find("</c>").expect("the code") + 4;
        rows[1] = format!("{}</row>", &rows[1][..code]);
    });
    let (rows, _) = read(&bytes).expect("read");
    assert_eq!(ties(&rows), [Some("0190-a"), Some("0190-c")]);
}
