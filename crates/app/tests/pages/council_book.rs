//! The council book: what needs attention stands first, and one click leads to the evidence.

use crate::meetings::{COUNCIL, PROVINCE, UNIT, meeting, proposed};
use axum::http::StatusCode;

#[tokio::test]
async fn the_book_puts_exceptions_first_and_leads_to_the_evidence() {
    let same = "Vận động bà con hiến đất làm đường, góp hai trăm ngày công, xây dựng ba tuyến đường của làng.";
    let mut doubtful = proposed("Đinh Thị Hai", UNIT, same);
    doubtful.verdict = "needs-person";
    doubtful.downgraded_from = Some("CSTDCS");
    let all = [
        proposed("An Thị Một", PROVINCE, "Nuôi tằm, dệt thổ cẩm, dạy nghề cho phụ nữ trong xã từ năm 2019."),
        doubtful,
        proposed("Hồ Thị Ba", UNIT, same),
    ];
    let it = meeting(COUNCIL, &all).await;
    let (clerk, path) = (&it.clerk, it.path.as_str());
    let book = clerk.get(&format!("{path}/book")).await.text();
    assert!(book.contains("3 hồ sơ, 2 cần chú ý"), "{book}");
    let at = |name: &str| book.find(name).unwrap_or_else(|| panic!("{name} is in the book"));
    assert!(at("Đinh Thị Hai") < at("1. An Thị Một") && at("3. Hồ Thị Ba") < at("1. An Thị Một"), "{book}");
    assert!(book.contains("cần người xác nhận") && book.contains("giống 100% với Hồ Thị Ba"), "{book}");
    assert!(book.contains("lao động trực tiếp") && book.contains("chưa từng được khen thưởng"), "{book}");
    assert!(book.contains("đã hạ mức đề nghị từ Chiến sĩ thi đua cơ sở"), "awards are named, not coded: {book}");
    let brief = clerk.get(&format!("{path}/book/2")).await.text();
    assert!(brief.contains("href=\"/tasks/t1\">Dọn đường làng</a>"), "one click to the evidence: {brief}");
    let unknown = brief.find("Có sáng kiến").expect("a condition");
    assert!(unknown < brief.find("Hoàn thành xuất sắc nhiệm vụ").expect("a condition"), "what is not met first");
    assert!(brief.contains("Còn thiếu: giấy chứng nhận sáng kiến"), "{brief}");
    assert!(brief.contains("Giống 100% với Hồ Thị Ba") && brief.contains("9/10 đồng ý"), "{brief}");
    assert!(brief.contains("Lao động trực tiếp trong số đó: 2/2 (100%)"), "{brief}");
    assert!(brief.contains("rel=\"next\"") && !brief.contains("rel=\"prev\""), "the first of the book: {brief}");
    assert_eq!(clerk.get(&format!("{path}/book/9")).await.status, StatusCode::NOT_FOUND);
}
