//! Every form is printed from each of its examples and read back. A new form is tested by being in the list.

mod agreement;
mod data;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{Form, Menu, all};
use crate::write::reading::{assert_well_formed, docx_parts, docx_text, pdf_text, squeezed, words_of};
use crate::write::{OfficialDocument, to_docx, to_pdf, to_xlsx};

/// Every example of every form with its name ("award_decision/revocation").
pub(super) fn examples() -> impl Iterator<Item = (String, &'static Form, OfficialDocument)> {
    all().iter().flat_map(|form| {
        form.examples.iter().map(move |one| (format!("{}/{}", form.code, one.name), form, (one.fill)().document))
    })
}

#[test]
fn every_form_says_what_it_is_in_both_languages() {
    let codes: BTreeSet<&str> = all().iter().map(|form| form.code).collect();
    let names: BTreeSet<&str> = all().iter().map(|form| form.name).collect();
    let english: BTreeSet<&str> = all().iter().map(|form| form.english).collect();
    assert_eq!((codes.len(), names.len(), english.len()), (all().len(), all().len(), all().len()));
    for form in all() {
        assert!(!form.examples.is_empty(), "{}", form.code);
        let texts = form.examples.iter().map(|one| one.says).chain([form.needs, form.menu.name()]);
        for says in texts {
            assert!(!says.vi.is_empty() && !says.en.is_empty() && says.vi != says.en, "{}: {says:?}", form.code);
        }
        let named: BTreeSet<&str> = form.examples.iter().map(|one| one.name).collect();
        assert_eq!(named.len(), form.examples.len(), "{}", form.code);
        assert!(named.iter().all(|name| form.example(name).is_some_and(|one| one.name == *name)));
    }
}

#[test]
fn every_heading_of_the_menu_has_forms() {
    for menu in Menu::ALL {
        assert!(all().iter().any(|form| form.menu == menu), "{}", menu.code());
    }
}

#[test]
fn every_sample_is_marked_as_illustrative() {
    for (name, _, document) in examples() {
        assert_eq!(document.mark.as_deref(), Some("SỐ LIỆU MINH HỌA"), "{name}");
        assert!(pdf_text(&to_pdf(&document).expect("written")).contains("SỐ LIỆU MINH HỌA"), "{name}");
    }
}

#[test]
fn every_word_of_every_form_can_be_read_in_its_pdf() {
    for (name, _, document) in examples() {
        let text = pdf_text(&to_pdf(&document).unwrap_or_else(|error| panic!("{name}: {error}")));
        for words in words_of(&document) {
            assert!(text.contains(&squeezed(&words)), "{name}: the PDF lacks “{words}”:\n{text}");
        }
    }
}

#[test]
fn every_word_of_every_form_can_be_read_in_its_word_file() {
    for (name, _, document) in examples() {
        let text = squeezed(&docx_text(&to_docx(&document).unwrap_or_else(|error| panic!("{name}: {error}"))));
        for words in words_of(&document) {
            assert!(text.contains(&squeezed(&words)), "{name}: the Word file lacks “{words}”:\n{text}");
        }
    }
}

#[test]
fn every_part_of_every_word_file_is_well_formed() {
    for (name, _, document) in examples() {
        let parts = docx_parts(&to_docx(&document).expect("the example is written"));
        assert!(parts.len() > 8, "{name}");
        for (part, xml) in parts {
            assert_well_formed(&format!("{name}/{part}"), &xml);
        }
    }
}

#[test]
fn writing_a_form_twice_gives_the_same_bytes() {
    for (name, form, document) in examples() {
        assert_eq!(to_pdf(&document).expect("written"), to_pdf(&document).expect("written"), "{name}");
        assert_eq!(to_docx(&document).expect("written"), to_docx(&document).expect("written"), "{name}");
        if form.table {
            assert_eq!(to_xlsx(&document).expect("written"), to_xlsx(&document).expect("written"), "{name}");
        }
    }
}

/// The wording of each example lies beside its form: `snapshot.txt` for the first, `snapshot-<name>.txt` for others. After a
/// wanted change: `UPDATE_SNAPSHOTS=1 cargo test -p thidua-paper`, and read the difference.
#[test]
fn every_form_says_what_its_snapshot_says() {
    for form in all() {
        for (at, example) in form.examples.iter().enumerate() {
            let written = docx_text(&to_docx(&(example.fill)().document).expect("the example is written"));
            let name = if at == 0 { "snapshot.txt".to_owned() } else { format!("snapshot-{}.txt", example.name) };
            let path = folder(form.code).join(name);
            if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
                std::fs::write(&path, &written).expect("the snapshot can be written");
            }
            let kept = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(kept == written, "{} differs from {}; written now:\n{written}", form.code, path.display());
        }
    }
}

fn folder(code: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/forms").join(code)
}

/// Writes every form where a person can look at it: `LOOK_AT=<folder> cargo test -p thidua-paper look_at`.
#[test]
fn look_at_every_form() {
    let Some(folder) = std::env::var_os("LOOK_AT").map(PathBuf::from) else { return };
    for (name, form, document) in examples() {
        let mut files = vec![("pdf", to_pdf(&document)), ("docx", to_docx(&document))];
        if form.table {
            files.push(("xlsx", to_xlsx(&document)));
        }
        for (ending, bytes) in files {
            let path = folder.join(format!("{}.{ending}", name.replace('/', "-")));
            std::fs::write(path, bytes.expect("written")).expect("the folder can be written");
        }
    }
}
