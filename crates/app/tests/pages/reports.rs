//! The final report, on screen and as files.

use crate::world::{Caller, ids, world};
use axum::http::StatusCode;
use std::io::Read;

#[tokio::test]
async fn the_report_is_downloaded_as_word_and_pdf() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let office = Caller::signed_in(&world, "loku.thuongtruc").await;
    let page = office.get(&format!("/movements/{}/report", own.movement)).await.text();
    assert!(page.contains("Số liệu minh họa"), "invented figures are marked");
    assert!(page.contains("href=\"/targets/"), "every number leads to its source");
    let docx = office.get(&format!("/movements/{}/report.docx", own.movement)).await;
    assert_eq!(docx.status, StatusCode::OK);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx.body)).expect("a package");
    let mut text = String::new();
    archive.by_name("word/document.xml").expect("the document").read_to_string(&mut text).expect("text");
    for said in
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "43/KH-UBND", "Tổng sản lượng lương thực", "9.007,4", "MINH HỌA"]
    {
        assert!(text.contains(said), "{said} stands in the Word report");
    }
    let pdf = office.get(&format!("/movements/{}/report.pdf", own.movement)).await;
    assert_eq!((pdf.status, &pdf.body[..5]), (StatusCode::OK, &b"%PDF-"[..]));
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("r.pdf");
    std::fs::write(&file, &pdf.body).expect("written");
    let read = std::process::Command::new("pdftotext")
        .arg("-layout")
        .arg(&file)
        .arg("-")
        .output()
        .expect("pdftotext is there (package poppler-utils; `cargo x test` installs it)");
    let text = String::from_utf8_lossy(&read.stdout).into_owned();
    for said in ["Độc lập - Tự do - Hạnh phúc", "9.007,4", "Nơi nhận"] {
        assert!(text.contains(said), "{said} stands in the PDF report:\n{text}");
    }
}

#[tokio::test]
async fn the_five_plans_print_as_official_documents() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    for plan in world.app.store().plans(None).await.expect("read") {
        for kind in ["docx", "pdf"] {
            let answer = admin.get(&format!("/plans/{}/print.{kind}", plan.id)).await;
            assert_eq!(answer.status, StatusCode::OK, "{:?} as {kind}", plan.number_symbol);
        }
        let movement = plan.movement_id.expect("a movement");
        for kind in ["docx", "pdf"] {
            let answer = admin.get(&format!("/movements/{movement}/report.{kind}")).await;
            assert_eq!(answer.status, StatusCode::OK, "the report of {:?} as {kind}", plan.number_symbol);
        }
    }
}

#[tokio::test]
async fn programs_read_the_evaluation_with_exact_numbers() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    let json = viewer.get(&format!("/movements/{}/evaluation.json?period=Y", own.movement)).await.text();
    assert!(json.contains("\"value\":9007.4,"), "{json}");
    let csv = viewer.get(&format!("/movements/{}/evaluation.csv?period=Y", own.movement)).await.text();
    assert!(csv.contains("\"Tổng sản lượng lương thực\",\"tấn\",eq,9007.4,"), "{csv}");
}

#[tokio::test]
async fn the_counts_of_every_report_add_up_and_name_their_period() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    for plan in world.app.store().plans(None).await.expect("read") {
        let movement = plan.movement_id.expect("a movement");
        for (period, said) in
            [("Q1", "quý I năm"), ("H1", "6 tháng đầu năm"), ("Q3", "9 tháng năm"), ("Y", "hết năm")]
        {
            let page = admin.get(&format!("/movements/{movement}/report?period={period}")).await.text();
            let sentence =
                page.split("Tính đến hết ").nth(1).and_then(|rest| rest.split(".</p>").next()).expect("it");
            let sentence = format!("hết {sentence}");
            assert!(sentence.contains(said), "{sentence}");
            let (total, parts) = sentence
                .split_once("trong ")
                .and_then(|(_, rest)| rest.split_once(" chỉ tiêu:"))
                .expect("the counts");
            let sum: u32 = parts
                .split(',')
                .map(|part| part.split_whitespace().next().and_then(|n| n.parse::<u32>().ok()).expect("a count"))
                .sum();
            assert_eq!(Ok(sum), total.parse::<u32>(), "{:?} {period}: {sentence}", plan.number_symbol);
        }
    }
}
