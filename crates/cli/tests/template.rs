//! One's own Word templates, as other programs call the commands.

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

const DECISION: &str = "samples/templates/quyet-dinh-khen-thuong.docx";
const CERTIFICATE: &str = "samples/templates/giay-khen.docx";

fn thidua(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_thidua"))
        .args(arguments)
        .current_dir(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")))
        .output()
        .expect("the program runs")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn says(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Name and content of every file in a folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).expect("the folder");
    entries
        .map(|entry| {
            let entry = entry.expect("a file");
            (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).expect("read"))
        })
        .collect()
}

/// The sample data of certificates, several times, each with a name of its own.
fn certificates(folder: &Path, names: &[&str]) -> String {
    let sample = folder.join("sample.json");
    let written = thidua(&["template", "fields", "certificate", "--out", &sample.display().to_string()]);
    assert!(written.status.success(), "{}", says(&written));
    let sample: Value = serde_json::from_slice(&std::fs::read(&sample).expect("written")).expect("JSON");
    let of = |name: &&str| {
        let mut record = sample[0].clone();
        record["ho_ten"] = Value::from(*name);
        record
    };
    let list = folder.join("list.json");
    std::fs::write(&list, Value::from(names.iter().map(of).collect::<Vec<_>>()).to_string()).expect("written");
    list.display().to_string()
}

#[test]
fn a_template_is_filled_once_for_each_record_and_names_never_clash_or_leave_the_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = certificates(folder.path(), &["An", "AN", "../../an", "", "con", "an (2)", "An"]);
    let fill = |out: &str, threads: &str| {
        let out = folder.path().join(out);
        let out = out.display().to_string();
        thidua(&[
            "template",
            "fill",
            CERTIFICATE,
            "--input",
            &list,
            "--out",
            &out,
            "--name",
            "{{ Họ_tên }}",
            "--threads",
            threads,
        ])
    };
    let one = fill("one", "1");
    assert!(one.status.success(), "{}", says(&one));
    assert_eq!(json(&one)["written"], 7);
    assert!(one.stderr.is_empty(), "no progress in a pipe: {}", says(&one));
    let made = files(&folder.path().join("one"));
    let names: Vec<&str> = made.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["-..-an.docx", "0004.docx", "AN (2).docx", "An (3).docx", "An.docx", "_con.docx", "an (2) (2).docx"]
    );
    assert!(fill("two", "2").status.success());
    assert_eq!(made, files(&folder.path().join("two")), "the same bytes whatever the threads");
}

#[test]
fn a_batch_that_was_broken_off_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = certificates(folder.path(), &["An", "Bình", "Cẩn"]);
    let out = folder.path().join("out");
    let shown = out.display().to_string();
    let fill = || json(&thidua(&["template", "fill", CERTIFICATE, "--input", &list, "--out", &shown]));
    assert_eq!(fill()["written"], 3);
    let whole = files(&out);
    std::fs::remove_file(out.join("0001.docx")).expect("removed");
    std::fs::write(out.join("0002.docx"), b"half").expect("written");
    let again = fill();
    assert_eq!((&again["written"], &again["unchanged"]), (&Value::from(2), &Value::from(1)));
    assert_eq!(files(&out), whole);
}

#[test]
fn records_that_lack_a_field_are_named_and_the_others_are_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("danh sách.csv");
    let names = "chuc_vu_nguoi_ky;co_quan;Danh hiệu;Xưng hô;Họ tên;Đơn vị;Thành tích;Địa danh;Ngày ban hành;Số quyết định;\
                 Ngày quyết định;Số vào sổ;Người ký\n";
    let row = "Chủ tịch;Xã An Bình;Giấy khen;Bà;Nguyễn Thị Mẫu;Thôn 1;Tốt;An Bình;07/3/2022;1/QĐ;07/3/2022;1;A\n";
    std::fs::write(&list, format!("{names}{row}{row}")).expect("written");
    let out = folder.path().join("out").display().to_string();
    let list = list.display().to_string();
    let filled = thidua(&["template", "fill", CERTIFICATE, "--input", &list, "--out", &out]);
    assert!(filled.status.success(), "{}", says(&filled));
    let records = folder.path().join("list.json");
    std::fs::write(&records, r#"[{"ho_ten":"An"},{"co_quan":"x"}]"#).expect("written");
    let short =
        thidua(&["template", "fill", CERTIFICATE, "--input", &records.display().to_string(), "--out", &out]);
    assert_eq!(short.status.code(), Some(1));
    assert_eq!(json(&short)["refused"], 2);
    assert!(says(&short).contains("TPL-040") && says(&short).contains("chuc_vu_nguoi_ky"), "{}", says(&short));
    let broken = folder.path().join("broken.json");
    std::fs::write(&broken, "[{").expect("written");
    let broken =
        thidua(&["template", "fill", CERTIFICATE, "--input", &broken.display().to_string(), "--out", &out]);
    assert_eq!((broken.status.code(), says(&broken).lines().count()), (Some(1), 2));
}

#[test]
fn a_template_is_checked_against_the_fields_of_a_kind_of_document() {
    let fine = thidua(&["template", "check", DECISION, "--fields", "award_decision"]);
    assert!(fine.status.success(), "{}", says(&fine));
    assert!(String::from_utf8_lossy(&fine.stdout).contains("danh_sach"));
    let other = thidua(&["template", "check", DECISION, "--fields", "certificate", "--format", "json"]);
    assert_eq!(other.status.code(), Some(1));
    let told = json(&other);
    let problems = told["problems"].as_array().expect("a list");
    assert!(problems.iter().all(|one| one["number"] == "TPL-030"), "{told}");
    let bases = problems.iter().find(|one| one["tag"] == "{%p for c in can_cu %}").expect("the bases");
    assert!(bases["message"].as_str().is_some_and(|says| says.contains("“can_cu”")), "{bases}");
    assert_eq!((&bases["place"], &bases["around"]), (&Value::from("Thân văn bản, đoạn 3"), &bases["tag"]));
    let text = thidua(&["template", "check", "samples/plans/2022-lo-ku-43-KH-UBND.txt"]);
    assert_eq!(text.status.code(), Some(1));
    assert!(says(&text).contains("TPL-001"), "{}", says(&text));
}

#[test]
fn the_fields_of_a_kind_of_document_are_a_workbook_or_sample_data() {
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path().join("fields.xlsx");
    let written = thidua(&["template", "fields", "council_minutes", "--out", &book.display().to_string()]);
    assert!(written.status.success(), "{}", says(&written));
    assert!(std::fs::read(&book).expect("written").starts_with(b"PK"));
    let sample = folder.path().join("sample.json").display().to_string();
    assert!(thidua(&["template", "fields", "award_decision", "--out", &sample]).status.success());
    let out = folder.path().join("out").display().to_string();
    let filled = thidua(&["template", "fill", DECISION, "--input", &sample, "--out", &out]);
    assert!(filled.status.success(), "{}", says(&filled));
    assert_eq!(thidua(&["template", "fields", "award_decision", "--out", "x.pdf"]).status.code(), Some(1));
    assert_eq!(thidua(&["template", "fields", "no_such_form", "--out", &sample]).status.code(), Some(1));
}
