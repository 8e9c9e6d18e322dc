//! The official forms: their list with examples, and each taken from the page where its records are.

use crate::world::{Caller, world};
use axum::http::StatusCode;
use std::io::Read;
use thidua_paper::forms::{all, form};

/// The words of a part of an Office file.
fn words(body: &[u8], part: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(body)).expect("a package");
    let mut text = String::new();
    archive.by_name(part).expect("the part").read_to_string(&mut text).expect("text");
    text.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, said)| said).collect()
}

/// A form as a page offers it: in every format that it has, with a link to each; the words of the Word file.
pub async fn taken(caller: &Caller, page: &str, base: &str, code: &str, query: &str) -> String {
    let shown = caller.get(page).await.text();
    crate::every_page::is_sound(&shown, page);
    let mut said = String::new();
    for format in form(code).expect("a form").formats() {
        let address = format!("{base}/forms/{code}.{format}{query}");
        let link = format!("href=\"{}\"", address.replace('&', "&#38;"));
        assert!(shown.contains(&link), "{page} offers no {address}: {shown}");
        let sent = caller.get(&address).await;
        assert_eq!(sent.status, StatusCode::OK, "{address}: {}", sent.text());
        // for who wants to read them as a clerk would
        if let Some(folder) = std::env::var_os("LOOK_AT") {
            let name = format!("{code}{}.{format}", query.replace(['?', '&', '='], "-"));
            std::fs::write(std::path::Path::new(&folder).join(name), &sent.body).expect("written");
        }
        match *format {
            "pdf" => assert_eq!(&sent.body[..5], b"%PDF-", "{address}"),
            "docx" => said = words(&sent.body, "word/document.xml"),
            _ => assert_eq!(&sent.body[..2], b"PK", "{address}"),
        }
    }
    said
}

/// Nobody else gets a paper.
pub async fn kept_from(caller: &Caller, address: &str) {
    let status = caller.get(address).await.status;
    assert!(matches!(status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN), "{address}: {status}");
}

#[tokio::test]
async fn the_list_of_forms_says_where_each_is_printed_and_has_an_example_in_each_format() {
    let world = world().await;
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    let page = viewer.get("/forms").await.text();
    crate::every_page::is_sound(&page, "/forms");
    assert!(page.contains("31 biểu mẫu theo thể thức") && page.len() < 150_000, "{page}");
    for form in all() {
        let (_, row) = page.split_once(&format!("<tr id=\"{}\">", form.code)).expect("the form is there");
        let row = row.split("</tr>").next().expect("a row");
        assert!(row.contains(form.name) && row.contains(form.needs.vi), "{}: {row}", form.code);
        assert!(row.contains("data-label=\"In tại\"><a href=\"/"), "{} has no place: {row}", form.code);
        let example = form.examples[0].name;
        for format in form.formats() {
            assert!(row.contains(&format!("/forms/{}/{example}.{format}\"", form.code)), "{}: {row}", form.code);
        }
    }
    for (address, begins) in [
        ("/forms/receipt_list/ceremony.xlsx", &b"PK"[..]),
        ("/forms/receipt_list/ceremony.docx", b"PK"),
        ("/forms/ballot_paper/four.pdf", b"%PDF-"),
    ] {
        let sent = viewer.get(address).await;
        assert_eq!(sent.status, StatusCode::OK, "{address}");
        assert!(sent.body.starts_with(begins), "{address}");
    }
    let mark = words(&viewer.get("/forms/receipt_list/ceremony.docx").await.body, "word/document.xml");
    assert!(mark.contains("DANH SÁCH"), "{mark}");
    for none in ["/forms/none/ceremony.pdf", "/forms/receipt_list/none.pdf", "/forms/ballot_paper/four.xlsx"] {
        assert_eq!(viewer.get(none).await.status, StatusCode::NOT_FOUND, "{none}");
    }
    let stranger = Caller::stranger(&world);
    assert!(stranger.get("/forms").await.location.starts_with("/sign-in"));
}
