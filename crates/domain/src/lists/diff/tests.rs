//! Uploads and what they would change, as stories and as properties.

use super::*;
use crate::lists::Kind;
use proptest::prelude::*;

fn columns() -> Vec<Column> {
    vec![
        Column::new("name", "Họ và tên", Kind::Text).required().naming(),
        Column::new("birth", "Ngày sinh", Kind::Date { year_alone: true }).naming(),
        Column::new("post", "Chức vụ", Kind::Text),
    ]
}

fn cells(name: &str, birth: i32, post: &str) -> Vec<Cell> {
    vec![Cell::text(name), Cell::Year(birth), Cell::text(post)]
}

fn people() -> Vec<Current> {
    [
        ("a", 1, "Trần Thị Diệu", 1980, "Kế toán"),
        ("b", 4, "Lê Văn An", 1975, "Chủ tịch"),
        ("c", 2, "Lê Văn Ân", 1990, "Công chức"),
    ]
    .into_iter()
    .map(|(id, version, name, birth, post)| Current { tie: Tie::new(id, version), cells: cells(name, birth, post) })
    .collect()
}

/// The rows of a download, from row 6 on.
fn downloaded(current: &[Current]) -> Vec<Uploaded> {
    let row = |(at, record): (usize, &Current)| Uploaded {
        row: 6 + u32::try_from(at).expect("few"),
        tie: Some(record.tie.clone()),
        is_new: false,
        cells: record.cells.clone(),
    };
    current.iter().enumerate().map(row).collect()
}

fn compare(current: &[Current], rows: &[Uploaded], shown: &[Current], missing: Missing) -> Vec<What> {
    let shown: Vec<Tie> = shown.iter().map(|record| record.tie.clone()).collect();
    let upload = Upload { rows, present: &[true; 3], shown: &shown, missing };
    diff(&columns(), current, upload).rows.into_iter().map(|row| row.what).collect()
}

fn change(column: usize, old: &str, new: &str) -> CellChange {
    CellChange { column, old: Cell::text(old), new: Cell::text(new) }
}

#[test]
fn a_changed_cell_is_named_with_what_was_and_what_will_be() {
    let current = people();
    let mut rows = downloaded(&current);
    rows[1].cells[2] = Cell::text("Phó Chủ tịch");
    assert_eq!(
        compare(&current, &rows, &current, Missing::Stays),
        [What::Unchanged, What::Changed(vec![change(2, "Chủ tịch", "Phó Chủ tịch")]), What::Unchanged]
    );
}

#[test]
fn a_column_that_the_file_does_not_have_changes_nothing() {
    let current = people();
    let mut rows = downloaded(&current);
    for row in &mut rows {
        row.cells[2] = Cell::Empty;
    }
    let upload = Upload { rows: &rows, present: &[true, true, false], shown: &[], missing: Missing::Stays };
    assert!(diff(&columns(), &current, upload).is_nothing());
}

#[test]
fn a_row_without_a_tie_is_added_or_proposed_by_its_name() {
    let current = people();
    let mut rows = downloaded(&current[..1]);
    rows.push(Uploaded { row: 7, tie: None, is_new: false, cells: cells("Phạm Thị Hoa", 2000, "") });
    rows.push(Uploaded { row: 8, tie: None, is_new: false, cells: cells("LE VAN AN", 1990, "Công chức") });
    let said = compare(&current, &rows, &current[..1], Missing::Stays);
    assert_eq!(said[1], What::Added);
    let What::Doubtful(candidates) = &said[2] else { panic!("a proposal, not {:?}", said[2]) };
    assert_eq!(candidates.len(), 2);
    assert_eq!((candidates[0].tie.identity.as_str(), candidates[0].rank), ("c", Rank::Folded), "the birth agrees");
    assert_eq!(candidates[1].tie.identity, "b");

    rows[2].cells[0] = Cell::text("Lê Văn An");
    let said = compare(&current, &rows, &current[..1], Missing::Stays);
    let What::Doubtful(candidates) = &said[2] else { panic!("a proposal") };
    assert_eq!(
        (candidates[0].tie.identity.as_str(), candidates[0].rank),
        ("b", Rank::Exact),
        "marks that were typed are meant"
    );
}

#[test]
fn a_namesake_of_a_row_that_is_there_is_proposed_as_taken() {
    let current = people();
    let mut rows = downloaded(&current);
    rows.push(Uploaded {
        row: 9, tie: None, is_new: false, cells: cells("Trần Thị Diệu", 1999, "Văn thư")
    });
    let said = compare(&current, &rows, &current, Missing::Stays);
    let What::Doubtful(candidates) = &said[3] else { panic!("a question") };
    assert_eq!(candidates[0].taken_by, Some(6));
    rows[3].is_new = true;
    assert_eq!(compare(&current, &rows, &current, Missing::Stays)[3], What::Added, "a person said so");
}

#[test]
fn a_missing_row_means_removal_only_when_the_person_says_so() {
    let current = people();
    let rows = downloaded(&current[..2]);
    assert_eq!(compare(&current, &rows, &current, Missing::Stays)[2], What::Stays);
    assert_eq!(compare(&current, &rows, &current, Missing::IsRemoved)[2], What::Removed);
    let mut seen = people();
    seen[2].tie.version = 1;
    assert_eq!(
        compare(&current, &rows, &seen, Missing::IsRemoved)[2],
        What::RemovalConflict { seen: 1, now: 2 },
        "somebody changed it since"
    );
    assert_eq!(
        compare(&current, &rows, &current[..2], Missing::IsRemoved).len(),
        2,
        "what the download did not show is not missing"
    );
}

#[test]
fn a_record_changed_since_the_download_is_a_conflict_only_where_they_disagree() {
    let seen = people();
    let mut current = people();
    current[1].tie.version = 5;
    current[1].cells[2] = Cell::text("Bí thư");
    let rows = downloaded(&seen);
    assert_eq!(
        compare(&current, &rows, &seen, Missing::Stays)[1],
        What::Conflict { seen: 4, now: 5, changes: vec![change(2, "Bí thư", "Chủ tịch")] }
    );
    let mut rows = downloaded(&seen);
    rows[1].cells[2] = Cell::text("Bí thư");
    assert_eq!(compare(&current, &rows, &seen, Missing::Stays)[1], What::Unchanged, "both say the same");
    assert_eq!(compare(&current[..1], &rows[1..2], &seen[1..2], Missing::Stays), [What::Gone]);
}

#[test]
fn a_copied_row_is_a_new_row_when_it_was_changed_and_refused_when_not() {
    let current = people();
    let mut rows = downloaded(&current);
    rows.insert(0, Uploaded { row: 5, ..rows[0].clone() });
    rows[0].cells[0] = Cell::text("Người Mới");
    let said = compare(&current, &rows, &current, Missing::Stays);
    assert_eq!(
        said,
        [What::Added, What::Unchanged, What::Unchanged, What::Unchanged],
        "the row that is as before keeps the record"
    );

    let mut rows = downloaded(&current);
    rows.push(Uploaded { row: 12, ..rows[1].clone() });
    assert_eq!(
        compare(&current, &rows, &current, Missing::Stays)[3],
        What::Refused(vec![Refusal::Copied { of: 7 }])
    );

    let new = Uploaded { row: 20, tie: None, is_new: false, cells: cells("Người Mới", 1999, "") };
    let rows = [new.clone(), Uploaded { row: 21, ..new }];
    assert_eq!(
        compare(&current, &rows, &[], Missing::Stays),
        [What::Added, What::Refused(vec![Refusal::Copied { of: 20 }])]
    );
}

#[test]
fn what_cannot_be_read_or_is_missing_refuses_its_row_only() {
    let current = people();
    let mut rows = downloaded(&current);
    rows[0].cells[1] = Cell::Unread("31/02/1980".to_owned());
    rows[1].cells[0] = Cell::Empty;
    assert_eq!(
        compare(&current, &rows, &current, Missing::Stays),
        [
            What::Refused(vec![Refusal::Unread { column: 1 }]),
            What::Refused(vec![Refusal::Required { column: 0 }]),
            What::Unchanged
        ]
    );
}

#[test]
fn each_row_is_counted_once() {
    let current = people();
    let mut rows = downloaded(&current[..2]);
    rows[0].cells[2] = Cell::text("Khác");
    rows.push(Uploaded { row: 9, tie: None, is_new: false, cells: cells("Người Mới", 1999, "") });
    let shown: Vec<Tie> = current.iter().map(|record| record.tie.clone()).collect();
    let upload = Upload { rows: &rows, present: &[true; 3], shown: &shown, missing: Missing::IsRemoved };
    let difference = diff(&columns(), &current, upload);
    assert_eq!(difference.counts(), Counts { unchanged: 1, changed: 1, added: 1, removed: 1, ..Counts::default() });
    assert!(!difference.is_nothing());
}

fn any_people() -> impl Strategy<Value = Vec<Current>> {
    proptest::collection::vec(("[a-dĐđâơ ]{0,4}", 1950i32..1960, "[a-c]{0,2}", 0i64..5), 0..20).prop_map(|rows| {
        rows.into_iter()
            .enumerate()
            .map(|(at, (name, birth, post, version))| Current {
                tie: Tie::new(format!("id{at}"), version),
                cells: cells(&format!("n{name}"), birth, &post),
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn an_upload_that_was_only_sorted_changes_nothing(current in any_people(), turn in 0usize..20, removed in any::<bool>()) {
        let mut rows = downloaded(&current);
        if !rows.is_empty() {
            let turn = turn % rows.len();
            rows.rotate_left(turn);
            rows[turn..].reverse();
        }
        let missing = if removed { Missing::IsRemoved } else { Missing::Stays };
        let said = compare(&current, &rows, &current, missing);
        prop_assert!(said.iter().all(|what| *what == What::Unchanged), "{:?}", said);
    }

    #[test]
    fn every_uploaded_row_is_answered_once_and_nothing_panics(
        current in any_people(), others in any_people(), untie in any::<u32>()
    ) {
        let mut rows = downloaded(&others);
        for (at, row) in rows.iter_mut().enumerate() {
            if untie & (1 << at) != 0 {
                row.tie = None;
            }
        }
        let said = compare(&current, &rows, &current, Missing::IsRemoved);
        prop_assert!(said.len() >= rows.len());
        let shown: Vec<Tie> = current.iter().map(|record| record.tie.clone()).collect();
        let upload = Upload { rows: &rows, present: &[true; 3], shown: &shown, missing: Missing::IsRemoved };
        let mut touched: Vec<String> = diff(&columns(), &current, upload).rows.into_iter()
            .filter_map(|row| row.tie.map(|tie| tie.identity)).collect();
        let all = touched.len();
        touched.sort();
        touched.dedup();
        prop_assert_eq!(touched.len(), all, "no record is changed twice");
    }
}
