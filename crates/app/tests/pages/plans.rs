//! A plan is brought in, reviewed beside its source, mended, launched.

use crate::world::{Caller, ids, world};
use axum::http::StatusCode;

/// Invented for the tests: no theme, a herd whose parts do not add up.
const PLAN: &str = "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ LƠ KU Độc lập - Tự do - Hạnh phúc\n\
Số: 88/KH-UBND Lơ Ku, ngày 05 tháng 01 năm 2023\n\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2023\n\n\
Thực hiện Kế hoạch số 12/KH-UBND ngày 03/01/2023 của Ủy ban nhân dân huyện Kbang về phát động phong trào thi đua năm 2023; \
Ủy ban nhân dân xã ban hành Kế hoạch phát động phong trào thi đua năm 2023 như sau:\n\nI. MỤC ĐÍCH, YÊU CẦU\n\n1. Mục đích\n\n\
Phát huy truyền thống thi đua yêu nước, phấn đấu hoàn thành các chỉ tiêu.\n\nII. NỘI DUNG VÀ CHỈ TIÊU THI ĐUA\n\n\
2. Chỉ tiêu thi đua\n\n- Tổng sản lượng lương thực: 9.100 tấn.\n\
- Tổng đàn gia súc: 3.000 con (Trong đó: đàn heo 780 con; đàn bò 1.110 con; đàn trâu 200 con).\n\
- Tỷ lệ hộ dân tham gia BHYT: 97 %.\n\nIII. TỔ CHỨC THỰC HIỆN\n\n\
1. Công chức Văn phòng - Thống kê xã theo dõi, tổng hợp, báo cáo Ủy ban nhân dân xã.\n\n\
Nơi nhận:\n- Phòng Nội vụ huyện;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN XÃ\nCHỦ TỊCH\n\nNguyễn Văn A\n";

pub fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let start = text.find(before).unwrap_or_else(|| panic!("{before} is on the page")) + before.len();
    let rest = &text[start..];
    &rest[..rest.find(after).expect("its end")]
}

/// The conditions that warn on the page from which a plan is launched.
pub fn warned(page: &str) -> String {
    between(page, "name=\"confirmed\" value=\"", "\"").to_owned()
}

#[tokio::test]
async fn a_plan_is_reviewed_mended_and_launched() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    let sent = clerk.post_parts("/plans", &[("file", Some("kế hoạch 2023.txt"), PLAN.as_bytes())]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let plan = between(&sent.location, "/plans/", "?").to_owned();
    let again = clerk.post_parts("/plans", &[("file", Some("bản khác.txt"), PLAN.as_bytes())]).await;
    assert_eq!(again.location, format!("/plans/{plan}?done=known"), "the same file is not brought in twice");

    let page = clerk.get(&format!("/plans/{plan}")).await.text();
    assert!(page.contains("PLN-007"), "the missing theme is a finding");
    assert!(page.contains("PLN-012"), "the sum that does not add up is a finding");
    assert!(page.contains("id=\"L16\"") && page.contains("<mark class=\"k-target\">"), "the source is marked");
    assert!(!page.contains("/launch\""), "the standing office does not launch");

    let page = head.get(&format!("/plans/{plan}")).await.text();
    let version = between(&page, "name=\"version\" value=\"", "\"").to_owned();
    let refused = head.post(&format!("/plans/{plan}/launch"), &format!("version={version}")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Chưa phát động được vì còn lỗi: PLN-007"), "the refusal says why");

    // the theme is typed; everything else of the head stays as the form showed it
    let form = clerk.get(&format!("/plans/{plan}/document/head")).await.text();
    assert!(form.contains("value=\"88/KH-UBND\""));
    let fields = "kind=K%E1%BA%BF+ho%E1%BA%A1ch&number_symbol=88%2FKH-UBND&issuer=UBND+x%C3%A3+L%C6%A1+Ku&issuer_level=commune\
        &place=L%C6%A1+Ku&date=5%2F1%2F2023&title=Ph%C3%A1t+%C4%91%E1%BB%99ng&subject_year=2023&theme=%C4%90o%C3%A0n+k%E1%BA%BFt";
    let bad = clerk
        .post(
            &format!("/plans/{plan}/document/head"),
            &format!("version={version}&do=save&{}", fields.replace("5%2F1%2F2023", "31%2F2%2F2023")),
        )
        .await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        bad.text().contains("Không có ngày này trong lịch") && bad.text().contains("31/2/2023"),
        "what was typed stays"
    );
    let saved =
        clerk.post(&format!("/plans/{plan}/document/head"), &format!("version={version}&do=save&{fields}")).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let late =
        clerk.post(&format!("/plans/{plan}/document/head"), &format!("version={version}&do=save&{fields}")).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "the second of two sees that it changed");

    // the part that was misread is removed, and the whole no longer disagrees once its total is mended
    let draft = world.app.store().plan(&plan).await.expect("read").expect("there").draft;
    let total = draft
        .targets
        .iter()
        .find(|one| one.role == Some(thidua_domain::plans::draft::TargetRole::Total))
        .expect("a total");
    let parent = total.parent_id.clone().expect("a container");
    let mend = format!(
        "version=2&do=save&name=T%E1%BB%95ng+%C4%91%C3%A0n&comparator=eq&value=2.090&unit=con&direction=higher&role=total&parent={parent}"
    );
    let saved = clerk.post(&format!("/plans/{plan}/targets/{}", total.id), &mend).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let wrong = clerk
        .post(
            &format!("/plans/{plan}/targets/new"),
            "version=3&do=save&name=X&comparator=between&value=5&value_max=4&unit=ha&direction=higher",
        )
        .await;
    assert!(wrong.text().contains("Cận trên phải lớn hơn cận dưới"));
    let added = clerk
        .post(
            &format!("/plans/{plan}/targets/new"),
            "version=3&do=save&name=Giao+qu%C3%A2n&comparator=ge&value=8&unit=thanh+ni%C3%AAn&direction=higher",
        )
        .await;
    assert_eq!(added.status, StatusCode::SEE_OTHER);

    let page = head.get(&format!("/plans/{plan}")).await.text();
    assert!(page.contains("Giao quân"));
    let version = between(&page, "name=\"version\" value=\"", "\"").to_owned();
    let unseen = head.post(&format!("/plans/{plan}/launch"), &format!("version={version}")).await;
    assert_eq!(unseen.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unseen.text().contains("chưa được xác nhận"), "what warns has to be seen");
    let seen = format!("version={version}&confirmed={}", warned(&page));
    let launched = head.post(&format!("/plans/{plan}/launch"), &seen).await;
    assert_eq!(launched.status, StatusCode::SEE_OTHER, "{}", launched.text());
    assert!(launched.location.starts_with("/movements/"));
    let frozen = clerk.post(&format!("/plans/{plan}/targets/{}", total.id), &mend).await;
    assert_eq!(frozen.status, StatusCode::CONFLICT, "an issued plan does not change");
    let movement = head.get(&launched.location).await.text();
    assert!(movement.contains("Đoàn kết"), "the theme is on the movement's page");
    let log = head.get("/audit").await.text();
    assert!(log.contains("phát động phong trào") && log.contains("sửa bản đọc kế hoạch"));
}

#[tokio::test]
async fn a_number_already_in_the_register_is_refused_by_name() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    let text = PLAN
        .replace("Số: 88/KH-UBND", "Số: 43/KH-UBND")
        .replace("ngày 05 tháng 01 năm 2023", "ngày 05 tháng 12 năm 2022")
        .replace("2. Chỉ tiêu thi đua", "1. Chủ đề: “Đoàn kết, sáng tạo”.\n\n2. Chỉ tiêu thi đua")
        .replace("3.000 con", "2.090 con");
    let sent = clerk.post_parts("/plans", &[("text", None, text.as_bytes())]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let plan = between(&sent.location, "/plans/", "?").to_owned();
    let seen = warned(&head.get(&format!("/plans/{plan}")).await.text());
    let refused = head.post(&format!("/plans/{plan}/launch"), &format!("version=1&confirmed={seen}")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("đã có trong sổ văn bản"), "{}", refused.text());
}

#[tokio::test]
async fn a_movement_walks_through_its_states_to_its_end() {
    let world = world().await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    let reporter = Caller::signed_in(&world, "loku.baocao").await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let step =
        async |to: &str| head.post(&format!("/movements/{}/step", own.movement), &format!("to={to}")).await.status;
    assert_eq!(step("closed").await, StatusCode::UNPROCESSABLE_ENTITY, "nothing is closed before its final review");
    // each summing-up needs its day, report, evaluation and lessons
    for (kind, to, held) in
        [("preliminary", "preliminary-review", "05/7/2022"), ("final", "final-review", "20/12/2022")]
    {
        assert_eq!(step(to).await, StatusCode::UNPROCESSABLE_ENTITY, "{to} without a summing-up");
        let up = crate::reviews::prepare(&head, &own.movement, kind).await;
        crate::reviews::complete(&world, &head, &up, held).await;
        assert_eq!(step(to).await, StatusCode::SEE_OTHER, "{to}");
    }
    let late = reporter.post_parts(&format!("/targets/{}/figures", own.target), &[("period", None, b"Y")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "figures are locked at the final review");
    let page = reporter.get(&format!("/targets/{}", own.target)).await.text();
    assert!(page.contains("số liệu đã khóa") && page.contains("mở lại"), "the lock says who unlocks it");
    assert_eq!(step("running").await, StatusCode::SEE_OTHER, "a review found wanting is reopened");
    for to in ["final-review", "closed"] {
        assert_eq!(step(to).await, StatusCode::SEE_OTHER, "{to}");
    }
    assert_eq!(step("running").await, StatusCode::UNPROCESSABLE_ENTITY, "closed is closed");
    let page = head.get(&format!("/movements/{}", own.movement)).await.text();
    assert!(page.contains("Khép lại") && page.contains("Lịch sử"));
}

#[tokio::test]
async fn a_refused_form_keeps_the_version_its_person_saw() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let sent = clerk.post_parts("/plans", &[("text", None, PLAN.as_bytes())]).await;
    let plan = between(&sent.location, "/plans/", "?").to_owned();
    let head = format!("/plans/{plan}/document/head");
    let fields =
        "do=save&kind=KH&number_symbol=88%2FKH-UBND&issuer=X&issuer_level=commune&title=T&subject_year=2023";
    // one opens the form at version 1; another saves; the first has a slip in the date
    clerk.post(&head, &format!("version=1&{fields}&date=5%2F1%2F2023&theme=Chu+de+cua+B")).await;
    let slip = clerk.post(&head, &format!("version=1&{fields}&date=31%2F2%2F2023&theme=Chu+de+cua+A")).await;
    let kept = between(&slip.text(), "name=\"version\" value=\"", "\"").to_owned();
    assert_eq!(kept, "1");
    let again = clerk.post(&head, &format!("version={kept}&{fields}&date=5%2F1%2F2023&theme=Chu+de+cua+A")).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "nobody is overwritten on the way through a refused form");
    assert!(clerk.get(&format!("/plans/{plan}")).await.text().contains("Chu de cua B"));
}

#[tokio::test]
async fn a_review_loses_nothing_that_was_written() {
    let world = world().await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let path = format!("/movements/{}", own.movement);
    let version = between(&head.get(&path).await.text(), "name=\"version\" value=\"", "\"").to_owned();
    let review = async |version: &str, text: &str| {
        head.post(
            &format!("{path}/review"),
            &format!("version={version}&difficulties={text}&lessons=L&directions=D"),
        )
        .await
    };
    let long = "a".repeat(4_001);
    let refused = review(&version, &long).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("4.000") && refused.text().contains(&long), "what was typed is still there");
    assert!(head.get(&path).await.text().contains("Nắng nóng"), "and what was written before, too");
    assert_eq!(review(&version, "moi").await.status, StatusCode::SEE_OTHER);
    assert_eq!(review(&version, "muon").await.status, StatusCode::CONFLICT, "the second of two is told");
    let empty = head.post(&format!("{path}/review"), "").await;
    assert_eq!(empty.status, StatusCode::CONFLICT, "an empty request wipes nothing");
    assert!(head.get("/audit").await.text().contains("Nắng nóng"), "the log keeps what was replaced");
}

#[tokio::test]
async fn a_figure_that_differs_from_the_cited_document_on_file_is_pointed_out() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    // the document that the plan cites, brought in before it
    let cited = PLAN
        .replace("88/KH-UBND", "12/KH-UBND")
        .replace("ngày 05 tháng 01", "ngày 03 tháng 01")
        .replace("97 %", "95 %");
    let page_of = |sent: String| between(&sent, "/plans/", "?").to_owned();
    let alone = clerk.post_parts("/plans", &[("file", Some("kế hoạch.txt"), PLAN.as_bytes())]).await;
    let plan = page_of(alone.location.clone());
    assert!(!clerk.get(&format!("/plans/{plan}")).await.text().contains("PLN-045"), "nothing is on file yet");
    let sent = clerk.post_parts("/plans", &[("file", Some("văn bản giao.txt"), cited.as_bytes())]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let page = clerk.get(&format!("/plans/{plan}")).await.text();
    assert!(
        page.contains("PLN-045") && page.contains("ghi 97, còn văn bản 12/KH-UBND giao 95"),
        "both figures are named"
    );
}
