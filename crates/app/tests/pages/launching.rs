//! Before a launch stands how its conditions are met; the launch keeps them with who launched.

use crate::cascade::{form, unit_below};
use crate::plans::{between, warned};
use crate::world::{Caller, ids, world};
use axum::http::StatusCode;

const PLAN: &str = "ỦY BAN NHÂN DÂN XÃ LƠ KU\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n\
Số: 91/KH-UBND Lơ Ku, ngày 05 tháng 01 năm 2023\n\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2023\n\n\
I. MỤC ĐÍCH, YÊU CẦU\n\n1. Mục đích\n\n- Phát huy vai trò của phong trào thi đua yêu nước.\n\n\
II. NỘI DUNG THI ĐUA\n\n1. Chủ đề: “Đoàn kết, sáng tạo”.\n\n2. Chỉ tiêu thi đua\n\n- Thu ngân sách đạt 5 tỷ đồng.\n\n\
Nơi nhận:\n- Thôn Đông;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A\n";

#[tokio::test]
async fn a_launch_shows_its_conditions_and_keeps_who_confirmed_those_that_warn() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    unit_below(&world, &own.unit, "Thôn Đông", "Nguyễn Văn Đông").await;
    unit_below(&world, &own.unit, "Thôn Tây", "Trần Thị Tây").await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    let sent = clerk.post_parts("/plans", &[("text", None, PLAN.as_bytes())]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let plan = sent.location.trim_start_matches("/plans/").split('?').next().expect("an id").to_owned();
    let page = clerk.get(&format!("/plans/{plan}")).await.text();
    assert!(page.contains("Điều kiện phát động") && page.contains("Chủ đề riêng: “Đoàn kết, sáng tạo”."), "{page}");
    assert!(page.contains("1 chỉ tiêu, 1 chỉ tiêu đo đếm được bằng số."));
    assert!(
        page.contains("Chưa có tên trong nhiệm vụ và nơi nhận: Thôn Tây."),
        "the base is named, and who is not"
    );
    let mend = [format!("/plans/{plan}/recipients/new"), format!("/plans/{plan}/chain")];
    assert!(mend.iter().all(|address| page.contains(address.as_str())), "each leads to where it is mended");

    let page = head.get(&format!("/plans/{plan}")).await.text();
    assert_eq!(warned(&page), "fits,base");
    assert!(page.contains("Tôi đã xem 2 điều kiện còn nhắc"));
    assert!(page.contains("type=\"checkbox\" name=\"confirmed\""), "what warns is ticked, not slipped in");
    let launch = format!("/plans/{plan}/launch");
    for wrong in ["version=1", "version=1&confirmed=fits", "version=1&confirmed=fits%2Cbase%2Cname"] {
        let refused = head.post(&launch, wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        let text = refused.text();
        assert!(text.contains("chưa được xác nhận") && text.contains("id=\"confirmed-error\""), "beside the box");
    }
    // what is mended after the page was opened is no longer what was confirmed
    let fields = [("do", "save"), ("version", "1"), ("name", "Các thôn"), ("purpose", "thực hiện")];
    let saved = clerk.post(&format!("/plans/{plan}/recipients/new"), &form(&fields)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let stale = head.post(&launch, "version=2&confirmed=fits%2Cbase").await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = stale.text();
    assert!(text.contains("Cả 2 đơn vị cấp dưới có tên") && warned(&text) == "fits");
    let once = between(&text, &format!("action=\"{launch}\"><input type=\"hidden\" name=\"once\" value=\""), "\"");
    let sent = format!("once={once}&version=2&confirmed=fits");
    let launched = head.post(&launch, &sent).await;
    assert_eq!(launched.status, StatusCode::SEE_OTHER, "{}", launched.text());
    let again = head.post(&launch, &sent).await;
    assert_eq!(
        (again.status, again.location),
        (launched.status, launched.location),
        "pressed twice, launched once"
    );

    let page = clerk.get(&format!("/plans/{plan}")).await.text();
    assert!(page.contains("Điều kiện phát động, ghi lại khi phát động"), "{page}");
    assert!(page.contains("đã xác nhận 1 điều kiện còn nhắc"));
    unit_below(&world, &own.unit, "Trường Tiểu học Lơ Ku", "Lê Văn Trường").await;
    let page = clerk.get(&format!("/plans/{plan}")).await.text();
    assert!(page.contains("Cả 2 đơn vị cấp dưới có tên"), "what is kept does not change with the units");
}
