//! The data of forms as JSON: what goes out comes back, and what is wrong is named.

use super::examples;
use crate::forms::{Unread, all, form};
use serde_json::Value;

fn refused(code: &str, json: &str) -> Unread {
    (form(code).expect("a form").read)(json.as_bytes()).expect_err("refused")
}

fn example(code: &str) -> String {
    (form(code).expect("a form").examples[0].fill)().json
}

#[test]
fn the_data_of_every_example_fill_the_same_document_again() {
    assert!(examples().count() >= 35);
    for one in all() {
        for example in one.examples {
            let filled = (example.fill)();
            let read = (one.read)(filled.json.as_bytes()).unwrap_or_else(|why| panic!("{}: {why:?}", one.code));
            assert_eq!(read, filled.document, "{}/{}", one.code, example.name);
        }
    }
}

#[test]
fn a_missing_field_is_named_with_the_way_to_it() {
    let mut data: Value = serde_json::from_str(&example("award_decision")).expect("JSON");
    data["groups"][0]["lines"][1].as_object_mut().expect("a line").remove("merit");
    let why = refused("award_decision", &data.to_string());
    assert_eq!(why.place, "groups[0].lines[1].merit");
    assert!(why.vi.contains("Thiếu trường “merit”") && why.en.contains("missing"), "{why:?}");
}

#[test]
fn an_unknown_field_is_named_with_those_that_are_known() {
    let why = refused("complaint_reply", &example("complaint_reply").replacen("\"answer\"", "\"anser\"", 1));
    assert!(why.place.ends_with("anser") || why.place.is_empty(), "{why:?}");
    assert!(why.vi.contains("“anser”") && why.vi.contains("answer, next"), "{why:?}");
}

#[test]
fn a_value_of_another_kind_says_what_is_needed() {
    let mut data: Value = serde_json::from_str(&example("prize_list")).expect("JSON");
    data["lines"][0]["sum"] = Value::from("759.000");
    let why = refused("prize_list", &data.to_string());
    assert_eq!(why.place, "lines[0].sum");
    assert!(why.vi.contains("số nguyên không âm") && why.vi.contains("759.000"), "{why:?}");
}

#[test]
fn what_is_no_json_is_told_with_its_place() {
    let why = refused("launch_plan", "{\n  \"movement\": }");
    assert!(why.place.is_empty() && why.vi.contains("dòng 2"), "{why:?}");
    assert!(refused("launch_plan", "[]").vi.contains("nhóm trường"), "{:?}", refused("launch_plan", "[]"));
    assert!(refused("launch_plan", &"[".repeat(100_000)).vi.contains("cú pháp"));
}

#[test]
fn data_that_are_too_large_are_refused_before_they_are_read() {
    assert!(refused("launch_plan", &" ".repeat(5 * 1024 * 1024)).en.contains("larger than 4 MB"));
}

#[test]
fn a_mark_stands_beside_data_that_know_none() {
    let task = form("task_assignment").expect("a form");
    let marked = (task.read)(example("task_assignment").as_bytes()).expect("read");
    assert_eq!(marked.mark.as_deref(), Some("SỐ LIỆU MINH HỌA"));
    let mut data: Value = serde_json::from_str(&example("task_assignment")).expect("JSON");
    data.as_object_mut().expect("fields").remove("mark");
    assert_eq!((task.read)(data.to_string().as_bytes()).expect("read").mark, None);
    data["mark"] = Value::from(1);
    assert_eq!(refused("task_assignment", &data.to_string()).place, "mark");
}

#[test]
fn as_many_ballots_as_nobody_needs_are_refused() {
    let ballot = form("ballot_paper").expect("a form");
    for copies in ["0", "4000000000"] {
        let data = example("ballot_paper").replacen("\"copies\": 3", &format!("\"copies\": {copies}"), 1);
        let document = (ballot.read)(data.as_bytes()).expect("read");
        assert!(crate::write::to_pdf(&document).is_err() && crate::write::to_docx(&document).is_err());
    }
}

#[test]
fn a_table_wider_than_any_page_is_refused() {
    let form = form("target_assignment").expect("a form");
    let mut data: Value = serde_json::from_str(&example("target_assignment")).expect("JSON");
    data["units"] = (0..70_000).map(|number| Value::from(format!("Thôn {number}"))).collect();
    data["groups"] = Value::Array(Vec::new());
    let document = (form.read)(data.to_string().as_bytes()).expect("read");
    for refused in
        [crate::write::to_pdf(&document), crate::write::to_docx(&document), crate::write::to_xlsx(&document)]
    {
        assert!(matches!(refused, Err(crate::write::PaperError::TooManyColumns { limit: 100 })));
    }
}
