//! What the final report must never get wrong.

use super::{FinalReport, MovementResult, StatusCounts, document, example};
use crate::write::document::{Block, OfficialDocument, Row};
use crate::write::reading::docx_text;
use crate::write::to_docx;

fn every_status() -> StatusCounts {
    StatusCounts {
        total: 36,
        exceeded: 1,
        met: 2,
        on_track: 3,
        at_risk: 4,
        missed: 5,
        no_figure: 6,
        to_confirm: 7,
        not_applicable: 8,
    }
}

fn text(report: &FinalReport) -> String {
    docx_text(&to_docx(&document(report)).expect("written"))
}

/// The titles and figures of the small table of counts.
fn count_table(document: &OfficialDocument) -> Vec<(String, usize)> {
    let table = document
        .blocks
        .iter()
        .find_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
        .expect("a table of counts");
    let Some(Row::Cells(cells)) = table.rows.first() else { panic!("a row of counts") };
    let titles = table.columns.iter().map(|column| column.title.clone());
    titles.zip(cells.iter().map(|cell| cell.text.parse().expect("a count"))).collect()
}

/// Every figure of the sentence, in order.
fn sentence_figures(text: &str) -> Vec<usize> {
    let line = text.lines().find(|line| line.contains("được theo dõi, trong đó")).expect("the summary");
    let (_, counted) = line.split_once("ổng số ").expect("the total");
    let figures = counted.split(|letter: char| !letter.is_ascii_digit());
    figures.filter(|figure| !figure.is_empty()).map(|figure| figure.parse().expect("a count")).collect()
}

#[test]
fn the_printed_parts_add_up_to_the_total() {
    let partly = StatusCounts { total: 14, exceeded: 4, at_risk: 2, ..StatusCounts::default() };
    for counts in [every_status(), example().counts, partly, StatusCounts::default()] {
        let report = FinalReport { counts, ..example() };
        let table = count_table(&document(&report));
        let parts: usize = table.iter().skip(1).map(|(_, count)| count).sum();
        assert_eq!((table[0].1, parts), (counts.total, counts.total), "{table:?}");
        let figures = sentence_figures(&text(&report));
        assert_eq!((figures[0], figures[1..].iter().sum::<usize>()), (counts.total, counts.total));
        assert_eq!(figures, table.iter().map(|(_, count)| *count).collect::<Vec<_>>());
    }
}

#[test]
fn every_status_is_called_by_its_own_name() {
    let report = FinalReport { counts: every_status(), ..example() };
    let titles: Vec<(String, usize)> = count_table(&document(&report));
    let expected = [
        ("Tổng số", 36),
        ("Vượt", 1),
        ("Đạt", 2),
        ("Đúng tiến độ", 3),
        ("Có nguy cơ", 4),
        ("Chưa đạt", 5),
        ("Chưa có số liệu", 6),
        ("Cần xác nhận", 7),
        ("Không áp dụng", 8),
    ];
    assert_eq!(titles, expected.map(|(name, count)| (name.to_owned(), count)));
    let text = text(&report);
    assert!(text.contains("4 chỉ tiêu có nguy cơ, 5 chỉ tiêu chưa đạt"), "{text}");
}

#[test]
fn a_status_nobody_has_is_left_out_but_the_verdicts_stay() {
    let counts = StatusCounts { total: 3, at_risk: 3, ..StatusCounts::default() };
    let titles = count_table(&document(&FinalReport { counts, ..example() }));
    let names: Vec<&str> = titles.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Tổng số", "Vượt", "Đạt", "Có nguy cơ", "Chưa đạt"]);
}

#[test]
fn a_part_of_the_year_is_named_and_never_summed_up_as_the_whole() {
    for period in ["6 tháng đầu năm 2022", "quý I năm 2022", "9 tháng năm 2022"] {
        let mut report = FinalReport { period: period.into(), ..example() };
        report.missing.elsewhere.clear();
        let document = document(&report);
        assert!(document.subject.starts_with("Kết quả thực hiện phong trào thi đua "), "{}", document.subject);
        assert!(document.subject.ends_with(&format!(" ({period})")), "{}", document.subject);
        let text = text(&report);
        assert!(text.contains(&format!("Tính đến hết {period}, tổng số 14 chỉ tiêu")), "{text}");
        assert!(!text.to_lowercase().contains("tổng kết"), "{text}");
    }
}

#[test]
fn the_whole_year_stands_in_the_summary_only() {
    for (period, said) in [
        ("năm 2022", "Tính đến hết năm 2022, tổng số 14"),
        ("cả năm ", "Tính đến hết cả năm, "),
        ("", "\nTổng số 14"),
    ] {
        let report = FinalReport { period: period.into(), ..example() };
        assert!(!document(&report).subject.contains('('));
        assert!(text(&report).contains(said), "{}", text(&report));
    }
}

#[test]
fn a_movement_that_says_what_it_is_is_told_once() {
    let movements = vec![MovementResult {
        name: "Phong trào thi đua trên lĩnh vực y tế".into(),
        kind: "Phong trào, cuộc vận động".into(),
        result: Some("đạt 96 % kế hoạch".into()),
    }];
    let text = text(&FinalReport { movements, ..example() });
    assert!(text.contains("\n- Phong trào thi đua trên lĩnh vực y tế: đạt 96% kế hoạch.\n"), "{text}");
}

#[test]
fn who_was_recognised_without_an_award_stands_under_the_movements() {
    let recognised = vec!["Bà Lan: hiến 200 m² đất làm đường (biểu dương ngày 07/3/2022)".to_owned()];
    let text = text(&FinalReport { recognised, ..example() });
    let (_, after) = text.split_once("Biểu dương, nêu gương").expect("a heading");
    let (said, _) = after.split_once("NỘI DUNG CÒN THIẾU").expect("the next section");
    assert!(said.contains("Bà Lan: hiến 200 m² đất làm đường"), "{said}");
}
