//! The papers of a meeting of the council: the invitation and the book before it, ballots without a name, the tally after it.

use crate::forms::{kept_from, taken};
use crate::meetings::{COUNCIL, OWN_RULE, UNIT, meeting, post, proposed, sheets};
use crate::world::Caller;
use axum::http::StatusCode;

#[tokio::test]
async fn a_meeting_prints_invitation_book_ballots_and_tally_each_in_its_time() {
    let all = [
        proposed("Nguyễn Thị Mẫu", UNIT, "Báo cáo thứ nhất về vườn cà phê"),
        proposed("Lê Thị Thử", UNIT, "Báo cáo thứ hai về thủy lợi"),
    ];
    let it = meeting(COUNCIL, &all).await;
    let (clerk, path) = (&it.clerk, it.path.as_str());
    let invitation = taken(clerk, path, path, "council_invitation", "").await;
    for says in [
        "GIẤY MỜI",
        "Họp xét khen thưởng năm 2022",
        "Ông (bà) Lê Văn Ba, Ủy viên",
        "Hội trường xã",
        "05/12/2022",
        "Lao động tiên tiến: 02 trường hợp",
        "Nguyễn Văn Một",
    ] {
        assert!(invitation.contains(says), "{says}: {invitation}");
    }
    let book = taken(clerk, path, path, "council_book", "").await;
    for says in ["Nguyễn Thị Mẫu", "Thành tích của Lê Thị Thử", "UBND xã Lơ Ku"] {
        assert!(book.contains(says), "{says}: {book}");
    }
    let forms = format!("{path}/forms");
    for early in ["ballot_paper.pdf", "tally_sheet.docx"] {
        let early = clerk.get(&format!("{forms}/{early}")).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", early.text());
    }
    assert_eq!(post(clerk, path, "rules", &OWN_RULE).await.status, StatusCode::SEE_OTHER);
    let opened = post(clerk, path, "open", &[]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text());

    // as many papers as members vote, and nothing on them that names a voter
    let page = format!("{path}/ballots");
    for on_a_page in ["2", "4"] {
        let query = format!("?by=set&at=0&page={on_a_page}");
        let ballots = taken(clerk, &page, path, "ballot_paper", &query).await;
        assert_eq!(ballots.matches("Lê Thị Thử").count(), 5, "one for each who votes: {ballots}");
        for name in ["Nguyễn Văn Một", "Trần Thị Hai", "Phạm Thị Tư", "Lê Văn Ba", "Vũ Văn Năm"]
        {
            assert!(!ballots.contains(name), "{name} stands on a ballot: {ballots}");
        }
    }
    let slip = clerk.get(&format!("{forms}/ballot_paper.docx?by=item&at=1&page=2")).await;
    assert_eq!(slip.status, StatusCode::OK);
    let none = clerk.get(&format!("{forms}/ballot_paper.docx?by=item&at=7")).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);

    // no number before the close, then the tally with both tellers
    let other = Caller::signed_in(&it.world, "loku.hoidong").await;
    let counted = sheets(&[[5, 5, 5, 0, 5, 0], [5, 5, 4, 1, 2, 2]], &["0", "0"]);
    for teller in [clerk, &other] {
        let sent = teller.post(&format!("{path}/count"), &counted).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    }
    let early = clerk.get(&format!("{forms}/tally_sheet.pdf")).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    let closed = post(clerk, path, "close", &[]).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.text());
    let tally = taken(clerk, &format!("{path}/minutes"), path, "tally_sheet", "").await;
    for says in ["BIÊN BẢN", "5/5 (100%)", "2/5 (40%)", "thông qua", "Quy chế hoạt động của Hội đồng, Điều 7"]
    {
        assert!(tally.contains(says), "{says}: {tally}");
    }
    let late = clerk.get(&format!("{forms}/ballot_paper.pdf")).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody votes any more");

    // the votes stand in the list of the round too
    let nomination = it.world.app.store().nomination(&it.nominations[0]).await.expect("read").expect("there");
    let board = format!("/award-rounds/{}", nomination.round_id);
    let list = taken(clerk, &board, &board, "nominee_list", "").await;
    assert!(list.contains("5/5 (100%)"), "{list}");

    for login in ["loku.xem", "binhson.thuongtruc"] {
        let who = Caller::signed_in(&it.world, login).await;
        for file in ["council_invitation.pdf", "council_book.docx", "tally_sheet.xlsx"] {
            kept_from(&who, &format!("{forms}/{file}")).await;
        }
    }
}
