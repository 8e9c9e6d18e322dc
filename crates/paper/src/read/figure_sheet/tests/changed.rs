//! What people do to a workbook: rows and columns moved, inserted and merged, names and codes changed, sums typed by hand.

use super::*;

const FOOD: &str = "Tổng sản lượng lương thực";
const HOUSES: &str = "Xóa nhà tạm, nhà dột nát";

/// The rows of the figures, each its XML, handed to a change and numbered anew.
fn with_rows(bytes: &[u8], change: impl Fn(&mut Vec<String>)) -> Vec<u8> {
    changed(bytes, |name, xml| {
        if name != FIGURES {
            return Some(xml);
        }
        let start = xml.find("<row r=\"9\"").expect("rows");
        let end = xml.find("</sheetData>").expect("an end");
        let mut rows: Vec<String> = xml[start..end].split_inclusive("</row>").map(str::to_owned).collect();
        change(&mut rows);
        let body: String = (9..).zip(&rows).map(|(number, row)| renumbered(row, number)).collect();
        Some(format!("{}{body}{}", &xml[..start], &xml[end..]))
    })
}

fn renumbered(row: &str, number: u32) -> String {
    let parts = row.split("<c r=\"").enumerate().map(|(at, part)| match at {
        0 => part.split_once(" r=\"").map_or(part.to_owned(), |(start, rest)| {
            format!("{start} r=\"{number}\"{}", rest.split_once('"').map_or("", |(_, rest)| rest))
        }),
        _ => {
            let (place, rest) = part.split_once('"').expect("a place");
            format!("<c r=\"{}{number}\"{rest}", place.trim_end_matches(|c: char| c.is_ascii_digit()))
        }
    });
    parts.collect()
}

/// Every cell of these columns moved to others.
fn with_columns(bytes: &[u8], to: impl Fn(&str) -> String) -> Vec<u8> {
    changed(bytes, |name, xml| {
        if name != FIGURES {
            return Some(xml);
        }
        let parts = xml.split("<c r=\"").enumerate().map(|(at, part)| match at {
            0 => part.to_owned(),
            _ => {
                let (place, rest) = part.split_once('"').expect("a place");
                let letters = place.trim_end_matches(|c: char| c.is_ascii_digit());
                format!("<c r=\"{}{}\"{rest}", to(letters), &place[letters.len()..])
            }
        });
        Some(parts.collect())
    })
}

fn entered() -> Vec<u8> {
    filled(&[
        (FOOD, place::VALUE, Cell::Amount(amount("4612.5"))),
        (HOUSES, place::VALUE, Cell::Amount(amount("7"))),
        ("Đàn heo", place::VALUE, Cell::Amount(amount("500"))),
    ])
}

fn figures(read: &FiguresRead) -> [Figure; 3] {
    [FOOD, HOUSES, "Đàn heo"].map(|name| row(read, name).entered.figure)
}

fn expected() -> [Figure; 3] {
    [figure("4612.5"), figure("7"), figure("500")]
}

#[test]
fn rows_that_were_moved_keep_their_lines() {
    let read = read(&with_rows(&entered(), |rows| rows[..8].reverse()));
    assert_eq!(figures(&read), expected());
    assert!(read.rows.iter().all(|row| row.findings.is_empty()), "{:?}", read.rows);
}

#[test]
fn columns_that_were_moved_or_inserted_are_found_by_their_headings() {
    // everything from E on one to the right, and the measure to the far end
    let moved = with_columns(&entered(), |letters| match letters {
        "D" => "Z".to_owned(),
        one if one.len() == 1 && one >= "E" => char::from(one.as_bytes()[0] + 1).to_string(),
        other => other.to_owned(),
    });
    let read = read(&moved);
    assert_eq!(figures(&read), expected());
    assert_eq!(read.findings, []);
}

#[test]
fn a_renamed_sheet_and_blank_rows_change_nothing() {
    let renamed = changed(&entered(), |name, xml| {
        Some(if name == "xl/workbook.xml" { xml.replace("Số liệu", "Bảng của tôi") } else { xml })
    });
    assert_eq!(figures(&read(&renamed)), expected());
    let blank = with_rows(&entered(), |rows| {
        rows.insert(3, "<row r=\"1\"></row>".to_owned());
        rows.insert(5, "<row r=\"1\"><c r=\"C1\" t=\"inlineStr\"><is><t> </t></is></c></row>".to_owned());
    });
    assert_eq!(figures(&read(&blank)), expected());
}

#[test]
fn sums_typed_by_hand_and_headings_of_groups_are_left_out() {
    let text = |name: &str, value: u32| {
        format!(
            "<row r=\"1\"><c r=\"C1\" t=\"inlineStr\"><is><t>{name}</t></is></c><c r=\"H1\"><v>{value}</v></c></row>"
        )
    };
    let summed = with_rows(&entered(), |rows| {
        rows.insert(8, text("Tổng cộng", 5119));
        rows.insert(2, text("Cộng:", 12));
    });
    let read = read(&summed);
    assert_eq!(figures(&read), expected());
    assert_eq!(numbers(&read.findings), ["FIG-014", "FIG-014"]);
}

#[test]
fn a_number_in_merged_cells_counts_for_its_first_row_only() {
    let merged = with_rows(&filled(&[("Đàn heo", place::VALUE, Cell::Amount(amount("500")))]), |rows| {
        // the cell of the second row is gone, as spreadsheets leave it
        let at = rows[4].find("<c r=\"H").expect("the cell");
        let end = at + rows[4][at..].find("/>").expect("blank") + 2;
        rows[4].replace_range(at..end, "");
    });
    let merged = changed(&merged, |name, xml| {
        Some(if name == FIGURES {
            xml.replace(
                "</sheetData>",
                "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"H12:H13\"/></mergeCells>",
            )
        } else {
            xml
        })
    });
    let read = read(&merged);
    assert_eq!(row(&read, "Đàn heo").entered.figure, figure("500"));
    let beef = row(&read, "Đàn bò");
    assert_eq!((beef.entered.figure, numbers(&beef.findings)), (Figure::NotEntered, vec!["FIG-024"]));
}

#[test]
fn names_that_were_moved_without_their_codes_count_and_are_told() {
    // only the names of two rows were exchanged, as sorting a part of the columns does
    let swapped = changed(&entered(), |name, xml| {
        Some(if name == TEXTS {
            // the texts of cells alone: the hidden sheet keeps what it said
            xml.replace(">Đàn heo<", ">@<").replace(">Đàn bò<", ">Đàn heo<").replace(">@<", ">Đàn bò<")
        } else {
            xml
        })
    });
    let read = read(&swapped);
    let beef = row(&read, "Đàn bò");
    assert_eq!((beef.entered.figure, numbers(&beef.findings)), (figure("500"), vec!["FIG-009"]));
    assert!(beef.asks() && !beef.is_refused());
}

#[test]
fn a_renamed_line_keeps_its_code_and_is_asked_about() {
    let renamed = changed(&entered(), |name, xml| {
        Some(if name == TEXTS { xml.replace(&format!(">{HOUSES}<"), ">Nhà ở<") } else { xml })
    });
    let read = read(&renamed);
    let houses = row(&read, HOUSES);
    assert_eq!((houses.entered.figure, numbers(&houses.findings)), (figure("7"), vec!["FIG-023"]));
}

#[test]
fn a_line_that_stands_twice_is_refused_the_second_time() {
    let twice = with_rows(&entered(), |rows| {
        let copy = rows[1].replace("4612.5", "4000");
        rows.insert(3, copy);
    });
    let read = read(&twice);
    let of_food: Vec<(Figure, bool)> = read
        .rows
        .iter()
        .filter(|row| row.line == Some(1))
        .map(|row| (row.entered.figure, row.is_refused()))
        .collect();
    assert_eq!(of_food, [(figure("4612.5"), false), (figure("4000"), true)]);
    let second = read.rows.iter().filter(|row| row.line == Some(1)).nth(1).expect("a second row");
    assert_eq!(numbers(&second.findings)[0], "FIG-012");
    assert!(second.findings[0].message.vi.contains("dòng 10"), "{}", second.findings[0].message.vi);
}

#[test]
fn rows_that_were_deleted_are_told_and_change_nothing() {
    let read = read(&with_rows(&entered(), |rows| {
        rows.remove(7);
    }));
    assert_eq!(numbers(&read.findings), ["FIG-013"]);
    assert!(read.rows.iter().all(|row| row.line != Some(7)));
}

#[test]
fn without_the_codes_rows_are_matched_by_number_and_name() {
    let gone =
        changed(&entered(), |name, xml| Some(if name == TEXTS { xml.replace("Mã dòng", "Xóa") } else { xml }));
    let read = read(&gone);
    assert_eq!(figures(&read), expected());
    assert_eq!(numbers(&read.findings), ["FIG-008"]);
}
