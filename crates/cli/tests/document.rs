//! Signed copies, as other programs call the commands. The signatures are invented; see `invented/README.md`.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

const SIGNED: &str = "crates/paper/src/signature/tests/invented/signed.pdf";
const AUTHORITY: &str = "crates/paper/src/signature/tests/invented/authority.pem";
const ANOTHER: &str = "crates/paper/src/signature/tests/invented/another.pem";

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn thidua(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_thidua"))
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("the program runs")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn outcomes(told: &Value) -> Vec<String> {
    let list = told["signatures"].as_array().expect("a list");
    list.iter().map(|one| one["outcome"].as_str().expect("a word").to_owned()).collect()
}

#[test]
fn a_signed_copy_tells_number_day_and_who_signed_under_which_authority() {
    let output = thidua(&["document", "inspect", SIGNED, "--trust", AUTHORITY, "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let told = json(&output);
    assert_eq!((told["number_symbol"].as_str(), told["date"].as_str()), (Some("12/QĐ-UBND"), Some("2026-01-05")));
    assert_eq!(outcomes(&told), ["trusted", "trusted"]);
    assert_eq!(told["signatures"][0]["signed_at"].as_str(), Some("2026-01-05T08:00:00Z"));
    assert_eq!(told["signatures"][0]["since"].as_str(), Some("added"));
    for (list, outcome) in
        [(ANOTHER, "authority_not_listed"), ("crates/paper/src/signature/tests/invented", "trusted")]
    {
        let told = json(&thidua(&["document", "inspect", SIGNED, "--trust", list, "--format", "json"]));
        assert_eq!(outcomes(&told), [outcome, outcome], "{list}");
    }
    let shown = thidua(&["document", "inspect", SIGNED]);
    let text = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert!(text.contains("12/QĐ-UBND") && text.contains("05/01/2026") && text.contains("thu hồi"), "{text}");
}

#[test]
fn a_changed_copy_ends_with_one_and_what_is_no_pdf_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let mut bytes = std::fs::read(root().join(SIGNED)).expect("the copy");
    let at = bytes.windows(12).position(|part| part == b"/Lang(vi-VN)").expect("the language");
    bytes[at + 10] = b'X';
    std::fs::write(path("changed.pdf"), &bytes).expect("written");
    let output = thidua(&["document", "inspect", &path("changed.pdf"), "--trust", AUTHORITY, "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(outcomes(&json(&output)), ["altered", "altered"]);
    for (file, list) in [("README.md", AUTHORITY), (SIGNED, "README.md"), ("no-such-file.pdf", AUTHORITY)] {
        let output = thidua(&["document", "inspect", file, "--trust", list]);
        assert_eq!(output.status.code(), Some(1), "{file} {list}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}

#[test]
fn a_form_gets_fields_for_the_person_and_the_authority() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let example = thidua(&["form", "example", "launch_plan"]);
    std::fs::write(path("plan.json"), &example.stdout).expect("written");
    let plan = path("plan.pdf");
    assert!(
        thidua(&["form", "render", "launch_plan", "--input", &path("plan.json"), "--out", &plan]).status.success()
    );
    let out = path("fields.pdf");
    let reserve = |signer: &str| thidua(&["document", "reserve", &plan, "--signer", signer, "--out", &out]);
    assert_eq!(reserve("Người Không Ký").status.code(), Some(1));
    let done = reserve("Trần Thị Mỹ Ỷ");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let told = json(&thidua(&["document", "inspect", &out, "--format", "json"]));
    assert_eq!(told["waiting_fields"], serde_json::json!(["ChuKy", "ConDau"]));
    assert_eq!(told["signatures"].as_array().map(Vec::len), Some(0));
}
