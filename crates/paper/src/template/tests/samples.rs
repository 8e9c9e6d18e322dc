//! The templates that ship with the product ask only for fields that there are, and are filled with their samples.

use super::*;
use crate::template::catalogue;

fn sample(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples/templates");
    std::fs::read(std::path::Path::new(folder).join(name)).expect("the sample is there")
}

#[test]
fn template_samples_fit_the_fields_of_their_kind() {
    for (name, kind, says) in [
        ("quyet-dinh-khen-thuong.docx", "award_decision", "Hộ ông Lê Văn Cẩn"),
        ("bao-cao-ket-qua.docx", "period_report", "KẾT QUẢ"),
        ("giay-khen.docx", "certificate", "NGUYỄN THỊ MẪU"),
    ] {
        let template = Template::read(&sample(name)).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
        let fields = (catalogue::of(kind).expect("a kind").fields)();
        assert_eq!(template.check(&fields), [], "{name}");
        let filled = template.fill(&fields.sample).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        let text = lines(&part(&filled, "word/document.xml")).join("\n");
        assert!(text.contains(says), "{name}: {text}");
        assert!(!text.contains("{{") && !text.contains("{%") && !text.contains('«'), "{name}: {text}");
    }
}

/// Writes the filled samples where a person can look at them: `LOOK_AT=<folder> cargo test -p thidua-paper template_samples`.
#[test]
fn template_samples_are_written_to_be_looked_at() {
    let Some(folder) = std::env::var_os("LOOK_AT").map(std::path::PathBuf::from) else { return };
    for (name, kind) in [
        ("quyet-dinh-khen-thuong.docx", "award_decision"),
        ("bao-cao-ket-qua.docx", "period_report"),
        ("giay-khen.docx", "certificate"),
    ] {
        let fields = (catalogue::of(kind).expect("a kind").fields)();
        let filled = Template::read(&sample(name)).expect("read").fill(&fields.sample).expect("filled");
        std::fs::write(folder.join(name), filled).expect("the folder can be written");
    }
}
