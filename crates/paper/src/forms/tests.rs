//! Every form is printed from its example and read back. A new form is tested by being in the list.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::all;
use crate::write::reading::{docx_parts, docx_text, pdf_text, squeezed, words_of};
use crate::write::{to_docx, to_pdf};

#[test]
fn every_form_has_a_code_and_a_name_of_its_own() {
    let codes: BTreeSet<&str> = all().iter().map(|form| form.code).collect();
    let names: BTreeSet<&str> = all().iter().map(|form| form.name).collect();
    assert_eq!((codes.len(), names.len()), (all().len(), all().len()));
}

#[test]
fn every_word_of_every_form_can_be_read_in_its_pdf() {
    for form in all() {
        let document = (form.example)();
        let text = pdf_text(&to_pdf(&document).unwrap_or_else(|error| panic!("{}: {error}", form.code)));
        for words in words_of(&document) {
            assert!(text.contains(&squeezed(&words)), "{}: the PDF lacks “{words}”:\n{text}", form.code);
        }
    }
}

#[test]
fn every_word_of_every_form_can_be_read_in_its_word_file() {
    for form in all() {
        let document = (form.example)();
        let text =
            squeezed(&docx_text(&to_docx(&document).unwrap_or_else(|error| panic!("{}: {error}", form.code))));
        for words in words_of(&document) {
            assert!(text.contains(&squeezed(&words)), "{}: the Word file lacks “{words}”:\n{text}", form.code);
        }
    }
}

#[test]
fn every_part_of_every_word_file_is_well_formed() {
    for form in all() {
        let parts = docx_parts(&to_docx(&(form.example)()).expect("the example is written"));
        assert!(parts.len() > 8, "{}", form.code);
        for (name, xml) in parts {
            crate::write::reading::assert_well_formed(&format!("{}/{name}", form.code), &xml);
        }
    }
}

#[test]
fn writing_a_form_twice_gives_the_same_bytes() {
    for form in all() {
        let document = (form.example)();
        assert_eq!(to_pdf(&document).expect("written"), to_pdf(&document).expect("written"), "{}", form.code);
        assert_eq!(to_docx(&document).expect("written"), to_docx(&document).expect("written"), "{}", form.code);
    }
}

/// The wording of each form lies beside it as `snapshot.txt`. After a wanted change:
/// `UPDATE_SNAPSHOTS=1 cargo test -p thidua-paper`, and read the difference.
#[test]
fn every_form_says_what_its_snapshot_says() {
    for form in all() {
        let written = docx_text(&to_docx(&(form.example)()).expect("the example is written"));
        let path = snapshot_path(form.code);
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(&path, &written).expect("the snapshot can be written");
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == written, "{} differs from {}; written now:\n{written}", form.code, path.display());
    }
}

fn snapshot_path(code: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/forms").join(code).join("snapshot.txt")
}

/// Writes every form where a person can look at it: `LOOK_AT=<folder> cargo test -p thidua-paper look_at`.
#[test]
fn look_at_every_form() {
    let Some(folder) = std::env::var_os("LOOK_AT").map(PathBuf::from) else { return };
    for form in all() {
        let document = (form.example)();
        for (ending, bytes) in [("pdf", to_pdf(&document)), ("docx", to_docx(&document))] {
            let path = folder.join(format!("{}.{ending}", form.code));
            std::fs::write(path, bytes.expect("written")).expect("the folder can be written");
        }
    }
}
