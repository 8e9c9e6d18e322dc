//! A report is brought in, compared and accepted: its numbers become figures, with the file as their evidence.

use crate::world::{Answer, Caller, Ids, World, ids, target_named, world};
use axum::http::StatusCode;
use std::sync::Arc;

/// Invented: what the commune might report at the end of its year.
const REPORT: &str = "ỦY BAN NHÂN DÂN\nXÃ LƯƠNG PHONG\nSố: 210/BC-UBND\nLương Phong, ngày 20 tháng 12 năm 2024\n\n\
BÁO CÁO\nKết quả thực hiện phong trào thi đua năm 2024\n\n\
1. Kinh tế\n- Thu ngân sách trên địa bàn đạt 1.812 triệu đồng, vượt 2,49% kế hoạch.\n\
- Tổng sản lượng lương thực có hạt 6.702/6.670 tấn, đạt 100,48% kế hoạch.\n\
- Trạm y tế xã giữ vững đạt chuẩn quốc gia.\n\
2. Văn hóa - xã hội\n- Tỷ lệ người dân tham gia bảo hiểm y tế đạt 99,7% (kế hoạch 99,6%).\n\
- Trên địa bàn xã không có điểm tồn lưu rác thải.\n";

async fn bring_in(caller: &Caller, own: &Ids, report: &[u8]) -> Answer {
    let parts: &[(&str, Option<&str>, &[u8])] =
        &[("period", None, b"Y"), ("file", Some("báo cáo năm.txt"), report)];
    caller.post_parts(&format!("/movements/{}/results", own.movement), parts).await
}

async fn start() -> (Arc<World>, Ids, Caller) {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lương Phong").await;
    let reporter = Caller::signed_in(&world, "luongphong.baocao").await;
    (world, own, reporter)
}

/// What a browser would send of the page as it stands: ticked boxes, hidden fields, values.
fn form_of(page: &str) -> Vec<(String, String)> {
    let form = page.split("data-guard").nth(1).and_then(|rest| rest.split("</form>").next()).expect("the form");
    let attribute = |tag: &str, name: &str| {
        let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
        Some(value.replace("&#34;", "\"").replace("&amp;", "&"))
    };
    let inputs = form.split("<input").skip(1).map(|rest| rest.split('>').next().expect("a tag"));
    inputs
        .filter(|tag| !tag.contains("checkbox") || tag.ends_with(" checked"))
        .filter_map(|tag| {
            Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_else(|| "on".to_owned())))
        })
        .collect()
}

fn encoded(form: &[(String, String)]) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    out.extend_pairs(form);
    out.finish()
}

fn set(form: &mut [(String, String)], name: &str, value: &str) {
    let field = form.iter_mut().find(|(field, _)| field == name).unwrap_or_else(|| panic!("{name} is asked"));
    value.clone_into(&mut field.1);
}

#[tokio::test]
async fn the_numbers_of_a_report_become_figures_with_the_report_as_evidence() {
    let (world, own, reporter) = start().await;
    let sent = bring_in(&reporter, &own, REPORT.as_bytes()).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let page = reporter.get(&sent.location).await.text();
    assert!(
        page.contains("value=\"1.812\"") && page.contains("value=\"6.702\"") && page.contains("value=\"99,7\"")
    );
    assert!(
        page.contains("20/12/2024") && page.contains("Báo cáo số 210/BC-UBND"),
        "its date and number are found"
    );
    assert!(page.contains("Targets the report") || page.contains("Chỉ tiêu báo cáo không nhắc đến"));

    let form = form_of(&page);
    let taken = reporter.post(&sent.location, &encoded(&form)).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    let table = reporter.get(&taken.location).await.text();
    assert!(table.contains("1.812") && table.contains("Đã ghi số liệu từ báo cáo"));
    let budget = target_named(&world, &own.plan, "Thu ngân sách").await;
    let thread = reporter.get(&format!("/targets/{budget}?period=Y")).await.text();
    assert!(thread.contains("Báo cáo số 210/BC-UBND") && thread.contains("báo cáo năm.txt"));
    let digest = thread.split("/files/").nth(1).and_then(|rest| rest.get(..64)).expect("the report is linked");
    assert_eq!(reporter.get(&format!("/files/{digest}")).await.body, REPORT.as_bytes(), "byte for byte");
    let office = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let log = office.get("/audit").await.text();
    assert!(log.contains("ghi số liệu từ báo cáo") && log.contains("đọc báo cáo"));

    // a page loaded before and sent now knows nothing of the figures that came between
    let other_window: Vec<_> = form.iter().filter(|(name, _)| name != "once").cloned().collect();
    let stale = reporter.post(&sent.location, &encoded(&other_window)).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "no figure is overwritten unseen");
    let again = reporter.get(&sent.location).await.text();
    assert!(again.contains("Đang có: 1.812"), "what is entered is shown beside what is read");
    let ticked = form_of(&again).iter().filter(|(name, _)| name.starts_with("use-")).count();
    assert_eq!(ticked, 0, "nothing that is already so is ticked again");
}

#[tokio::test]
async fn a_slip_in_one_line_enters_nothing_and_loses_nothing() {
    let (world, own, reporter) = start().await;
    let at = bring_in(&reporter, &own, REPORT.as_bytes()).await.location;
    let form = form_of(&reporter.get(&at).await.text());
    let budget = format!("value-{}", target_named(&world, &own.plan, "Thu ngân sách").await);
    let try_with = async |changes: &[(&str, &str)]| {
        let mut form = form.clone();
        for (name, value) in changes {
            set(&mut form, name, value);
        }
        reporter.post(&at, &encoded(&form)).await
    };
    let rows: &[(&[(&str, &str)], &str)] = &[
        (&[(&budget, "một nghìn")], "Không phải là số"),
        (&[(&budget, "-5")], "Không phải là số"),
        (&[(&budget, "1.768.000.000")], "gấp hơn 500 lần kế hoạch"),
        (&[("dated", "31/12/2099")], "ở tương lai"),
        (&[("dated", "1/6/2023")], "không thuộc năm của kế hoạch"),
        (&[("dated", "1/2/2024")], "xa ngày cuối kỳ"),
        (&[("source", " ")], "Nhập nguồn"),
    ];
    for (changes, says) in rows {
        let refused = try_with(changes).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{changes:?}");
        let page = refused.text();
        assert!(page.contains(says), "{changes:?}");
        assert!(changes.iter().all(|(_, value)| page.contains(value.trim())), "{changes:?} stays on the page");
    }
    let none: Vec<_> = form.iter().filter(|(name, _)| !name.starts_with("use-")).cloned().collect();
    assert!(reporter.post(&at, &encoded(&none)).await.text().contains("Chưa chọn dòng nào"));
    let entered = world.app.store().figures_of_plan(&own.plan).await.expect("read");
    let of_report = |one: &thidua_store::figures::Version| {
        one.reported.source.as_deref().is_some_and(|source| source.contains("210/BC-UBND"))
    };
    assert!(!entered.iter().any(of_report), "no figure of the report was entered");
}

#[tokio::test]
async fn what_is_no_report_is_refused_or_answers_nothing() {
    let (_, own, reporter) = start().await;
    let nothing = bring_in(&reporter, &own, b"").await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let macros = bring_in(&reporter, &own, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old Word file").await;
    assert_eq!(macros.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(macros.text().contains("role=\"alert\""));
    let letter =
        "Kính gửi các đơn vị, mời dự hội nghị tổng kết ngày 20 tháng 12 năm 2024 tại hội trường.".repeat(3);
    let sent = bring_in(&reporter, &own, letter.as_bytes()).await;
    let page = reporter.get(&sent.location).await.text();
    assert!(page.contains("Không tìm thấy số liệu nào"), "it says so and what to do");
}

#[tokio::test]
async fn a_report_belongs_to_its_movement() {
    let (world, own, reporter) = start().await;
    let at = bring_in(&reporter, &own, REPORT.as_bytes()).await.location;
    let reading = at.rsplit('/').next().expect("an identifier");
    let far = ids(&world, "Ủy ban nhân dân huyện Bình Sơn").await;
    let stranger = Caller::signed_in(&world, "binhson.baocao").await;
    assert_eq!(stranger.get(&at).await.status, StatusCode::NOT_FOUND);
    let through = format!("/movements/{}/results/{reading}", far.movement);
    assert_eq!(stranger.get(&through).await.status, StatusCode::NOT_FOUND, "not through another movement either");
    assert_eq!(stranger.post(&through, "use-x=on").await.status, StatusCode::NOT_FOUND);
}
