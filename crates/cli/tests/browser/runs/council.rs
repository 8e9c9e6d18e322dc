//! Sở Nội vụ Hà Tĩnh 2022: the council votes.

use super::commending::{drafted, issued};
use super::{add_person, sign_in_as};
use crate::driver::{Browser, Product};

/// HT10: people are voted on by ballot, counted by two tellers, with minutes. HT11: the council reviews what is nominated,
/// and the Giám đốc decides what it passed.
#[tokio::test]
async fn ht10_ballots_are_counted_by_two_tellers_and_ht11_the_council_reviews_and_the_head_decides() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    add_person(&browser, &product, "hoidong", "Thành viên Hội đồng", "Sở Nội vụ tỉnh Hà Tĩnh").await;
    browser.sign_in(&product, "hatinh.thuongtruc").await;
    browser.go(&product, "/meetings").await;
    browser.follow("Họp xét thi đua, khen thưởng năm 2022").await;
    browser.sees("Ngô Thị Mẫu").await;
    let meeting = browser.path().await;

    // the book: what needs attention first, one page for each, turned by the arrow keys
    browser.follow("Sổ Hội đồng").await;
    browser.sees("lao động trực tiếp").await;
    browser.sees("chưa từng được khen thưởng").await;
    browser.sees("giống").await;
    let first = browser.links("table.data th a").await.remove(0);
    browser.visit(&first).await;
    browser.sees("Ảnh hưởng đến tỷ lệ").await;
    browser
        .script("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}))")
        .await;
    browser.css("a[rel=prev]").await;

    // who is proposed and sits in the council is given no ballot
    browser.go(&product, &format!("{meeting}/recusals")).await;
    browser.sees("Hoàng Văn Ví Dụ: là đối tượng được xét").await;
    browser.sees("Phạm Thị Mẫu: cùng đơn vị với đối tượng được xét").await;

    // the law has no rule for these titles: the secretary confirms the council's own
    browser.go(&product, &meeting).await;
    browser.sees("luật chưa có quy tắc").await;
    browser.follow("Quy tắc bỏ phiếu").await;
    browser.choose_words("#sort", "từ tỷ lệ này trở lên").await;
    browser.fill("#share", "80").await;
    browser.fill("#quorum", "2/3").await;
    browser.fill("#source", "Quy chế hoạt động của Hội đồng, Điều 7").await;
    browser.press("Xác nhận quy tắc").await;
    browser.sees("thư ký xác nhận").await;

    // one is absent; the vote is opened, and ballots are printed without a name of a member
    browser.go(&product, &meeting).await;
    browser.choose_words("select[name=m_7]", "Vắng").await;
    browser.press("Lưu điểm danh").await;
    browser.sees("Đã lưu").await;
    browser.press("Mở bỏ phiếu").await;
    browser.sees("đang bỏ phiếu").await;
    browser.go(&product, &format!("{meeting}/ballots?by=item")).await;
    browser.sees("In 5 bản").await;
    browser.sees_not("Trần Thị Ví Dụ").await;

    // two tellers, each apart
    browser.go(&product, &format!("{meeting}/count")).await;
    browser.sees("Bạn là người kiểm phiếu thứ 1.").await;
    for (item, of) in [(1, "5"), (2, "5"), (3, "6"), (4, "6")] {
        count(&browser, item, [of, of, of, "0", of, "0"]).await;
    }
    browser.press("Lưu phiếu kiểm").await;
    browser.sees("Chưa có người kiểm phiếu thứ 2").await;
    browser.sign_out(&product).await;
    sign_in_as(&browser, &product, "hoidong").await;
    browser.go(&product, &format!("{meeting}/count")).await;
    browser.sees("Bạn là người kiểm phiếu thứ 2.").await;
    let empty = browser.script("return document.querySelector('#for_1').value").await;
    assert_eq!(empty, "", "nothing of the first teller is seen");
    count(&browser, 1, ["5", "5", "5", "0", "4", "1"]).await;
    for (item, of) in [(2, "5"), (3, "6"), (4, "6")] {
        count(&browser, item, [of, of, of, "0", of, "0"]).await;
    }
    browser.press("Lưu phiếu kiểm").await;
    browser.sees("hai người kiểm ghi khác nhau ở “Số phiếu đồng ý”").await;
    browser.go(&product, &format!("{meeting}/count")).await;
    count(&browser, 1, ["5", "5", "5", "0", "5", "0"]).await;
    browser.press("Lưu phiếu kiểm").await;
    browser.sees("Hai phiếu kiểm khớp nhau").await;
    browser.sign_out(&product).await;

    // the close, and only then results and minutes
    browser.sign_in(&product, "hatinh.thuongtruc").await;
    browser.go(&product, &meeting).await;
    browser.sees_not("Tỷ lệ trên tổng số thành viên").await;
    browser.press("Kết thúc và công bố kết quả").await;
    browser.sees("6/7 (85,7").await;
    browser.sees("5/7 (71,4").await;
    browser.sees("không thông qua").await;
    browser.follow("Biên bản").await;
    browser.sees("có mặt 6/7 thành viên").await;
    browser.fill("#said", "Hội đồng thống nhất với đề nghị của các phòng.").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.follow("Bản Word").await;
    let (_, paper) = browser.downloaded(".docx").await;
    assert!(paper.starts_with(b"PK"));

    // HT11: what the council passed is put to the Giám đốc, who decides by the minutes
    browser.go(&product, "/award-rounds").await;
    browser.follow("Xét khen thưởng năm 2022").await;
    browser.arrives("/award-rounds/").await;
    let round = browser.path().await.replace("/award-rounds/", "/decisions/rounds/");
    browser.go(&product, &format!("{round}?day=20/12/2022")).await;
    let waiting = browser.css("#waiting").await.text().await.expect("what waits");
    for name in ["Hoàng Văn Ví Dụ", "Ngô Thị Mẫu"] {
        assert!(waiting.contains(name), "{name} was not passed: {waiting}");
    }
    browser.sees("Hội đồng không thông qua").await;
    let decision = drafted(&browser, "Tặng danh hiệu Lao động tiên tiến năm 2022").await;
    browser.sees_not("Ngô Thị Mẫu").await;
    browser.sign_out(&product).await;
    browser.sign_in(&product, "hatinh.thutruong").await;
    issued(&browser, &product, &decision, "355/QĐ-SNV", "20/12/2022").await;
    browser.sees("Đỗ Thị Ví Dụ").await;
    browser.close().await;
}

async fn count(browser: &Browser, item: u32, numbers: [&str; 6]) {
    for (field, number) in ["issued", "returned", "valid", "invalid", "for", "against"].iter().zip(numbers) {
        browser.fill(&format!("#{field}_{item}"), number).await;
    }
}
