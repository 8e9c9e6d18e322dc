//! An authority's own Word templates: checked before they are kept, in force from a day, and each decision is written with the
//! template of its day.

use crate::decisions::{drafted, id_of, issue, nominated, scene};
use crate::registrations::form;
use crate::world::{Answer, Caller};
use axum::http::StatusCode;
use std::io::Write;
use thidua_domain::nominations::State;

/// A Word file whose body is these paragraphs.
fn word(paragraphs: &[&str], more: &[(&str, &str)]) -> Vec<u8> {
    let body: String = paragraphs.iter().map(|text| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")).collect();
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"#
    );
    let types = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
    let links = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let parts = [("[Content_Types].xml", types), ("_rels/.rels", links), ("word/document.xml", document.as_str())];
    for (name, text) in parts.iter().chain(more) {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("a file").into_inner()
}

async fn uploaded(clerk: &Caller, from: &str, file: &[u8]) -> Answer {
    let parts: [(&str, Option<&str>, &[u8]); 4] = [
        ("kind", None, b"award_decision"),
        ("from", None, from.as_bytes()),
        ("note", None, "thử".as_bytes()),
        ("file", Some("quyết định.docx"), file),
    ];
    clerk.post_parts("/templates", &parts).await
}

/// The text of a Word file.
fn text(docx: &[u8]) -> String {
    thidua_paper::read::read_bytes(docx).expect("a Word file").lines.join("\n")
}

#[tokio::test]
async fn a_decision_is_written_again_with_the_template_of_its_day() {
    let scene = scene().await;
    let one = nominated(&scene, "GKX", "Bà Nguyễn Thị Hiền", None, State::Deciding).await;
    let id = drafted(&scene, &[&one], "30/12/2022").await;
    assert_eq!(issue(&scene.head, &id, "10/QĐ-UBND", "30/12/2022", "1").await.status, StatusCode::SEE_OTHER);
    let standard = text(&scene.clerk.get(&format!("/decisions/{id}/print.docx")).await.body);
    assert!(standard.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), "{standard}");

    let old = word(
        &[
            "Mẫu cũ số {{ so_ky_hieu }}",
            "{% for d in danh_sach %}",
            "{{ d.ho_ten }}: {{ d.thanh_tich }}",
            "{% endfor %}",
        ],
        &[],
    );
    let new = word(&["Mẫu mới «so_ky_hieu»"], &[]);
    let today = crate::world::today().format("%d/%m/%Y").to_string();
    for (from, file, status) in [
        ("01/01/2022", &old, StatusCode::SEE_OTHER),
        // a second one never changes what was written with the first
        ("01/01/2021", &new, StatusCode::UNPROCESSABLE_ENTITY),
        (today.as_str(), &new, StatusCode::SEE_OTHER),
    ] {
        let kept = uploaded(&scene.clerk, from, file).await;
        assert_eq!(kept.status, status, "{from}: {}", kept.text());
    }
    let own = text(&scene.clerk.get(&format!("/decisions/{id}/print.docx")).await.body);
    assert!(own.contains("Mẫu cũ số 10/QĐ-UBND") && own.contains("Bà Nguyễn Thị Hiền: Thành tích GKX"), "{own}");
    assert!(!own.contains("Mẫu mới"), "the template of that day, not of today");
    let page = scene.clerk.get(&format!("/decisions/{id}")).await.text();
    assert!(page.contains("theo mẫu của cơ quan, bản 1") && page.contains("standard=yes"), "{page}");
    let forced = text(&scene.clerk.get(&format!("/decisions/{id}/print.docx?standard=yes")).await.body);
    assert!(forced.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), "{forced}");

    // withdrawn it is used no more from today on; what was written with it is written so again
    let templates = scene.world.app.store().word_templates(&scene.own.unit).await.expect("read");
    let first = templates.iter().find(|one| one.number == 1).expect("there");
    let gone = scene.clerk.post(&format!("/templates/{}/withdraw", first.id), &form(&[("version", "1")])).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.text());
    let again = text(&scene.clerk.get(&format!("/decisions/{id}/print.docx")).await.body);
    assert_eq!(again, own);
    let original = scene.clerk.get(&format!("/templates/{}/original.docx", first.id)).await;
    assert_eq!(original.body, old);
}

#[tokio::test]
async fn a_template_is_looked_at_with_sample_data_before_it_is_used() {
    let scene = scene().await;
    let file = word(&["Số: {{ so_ky_hieu }}", "{% if danh_sach %}Danh sách{% endif %}"], &[]);
    let kept = uploaded(&scene.clerk, "01/01/2023", &file).await;
    let id = id_of(&kept.location);
    let page = scene.clerk.get(&format!("/templates/{id}")).await.text();
    assert!(page.contains("Xem thử với dữ liệu mẫu") && page.contains("<code>so_ky_hieu</code>"), "{page}");
    let filled = text(&scene.clerk.get(&format!("/templates/{id}/filled.docx")).await.body);
    assert!(filled.contains("Danh sách") && !filled.contains("{{"), "{filled}");
    let fields = scene.clerk.get("/templates/fields/award_decision/list.xlsx").await;
    assert!(fields.body.starts_with(b"PK"));
    let sample = scene.clerk.get("/templates/fields/award_decision/sample.json").await.text();
    assert!(sample.contains("so_ky_hieu"), "{sample}");
    for (path, status) in
        [("/templates/fields/none/list.xlsx", 404), ("/templates/none", 404), ("/templates/none/filled.docx", 404)]
    {
        assert_eq!(scene.clerk.get(path).await.status.as_u16(), status, "{path}");
    }
    let other = Caller::signed_in(&scene.world, "luongphong.thuongtruc").await;
    for path in [format!("/templates/{id}"), format!("/templates/{id}/original.docx")] {
        assert!(matches!(other.get(&path).await.status.as_u16(), 403 | 404), "{path}");
    }
}

#[tokio::test]
async fn a_template_with_mistakes_comes_back_with_each_place_and_nothing_is_kept() {
    let scene = scene().await;
    let bad = word(&["Số {{ so_ky_hieuu }}", "{% for d in danh_sach %}", "{{ d.ten_la }}"], &[]);
    let came = uploaded(&scene.clerk, "01/01/2023", &bad).await;
    assert_eq!(came.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(came.text().contains("TPL-"), "{}", came.text());
    let unknown = uploaded(&scene.clerk, "01/01/2023", &word(&["Số {{ so_ky_hieuu }}"], &[])).await.text();
    assert!(
        unknown.contains("so_ky_hieuu") && unknown.contains("so_ky_hieu"),
        "the nearest name is told: {unknown}"
    );
    let macros = word(&["Số {{ so_ky_hieu }}"], &[("word/vbaProject.bin", "macro")]);
    for file in [macros.as_slice(), b"no Word file", b"", &vec![0_u8; 10 * 1024 * 1024 + 1]] {
        let came = uploaded(&scene.clerk, "01/01/2023", file).await;
        assert_eq!(came.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", file.len());
    }
    let no_day = uploaded(&scene.clerk, "31/02/2023", &word(&["Số {{ so_ky_hieu }}"], &[])).await;
    assert_eq!(no_day.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(scene.world.app.store().word_templates(&scene.own.unit).await.expect("read").is_empty());
}
