//! The words of complaints.

crate::face::wording::words! {
    heading: "Khiếu nại, tố cáo về khen thưởng", "Complaints";
    lead: "Đơn về một khen thưởng hoặc một đề nghị, có đồng hồ và kết quả. Đơn đang giải quyết được tính khi xét khen thưởng.",
        "About an award or a nomination, with a clock and an outcome. Open ones count when somebody is judged.";
    empty: "Chưa có đơn nào", "No complaint";
    empty_says: "Tiếp nhận đơn ở trang của khen thưởng hoặc của đề nghị.", "Taken in on the page of the award or nomination.";
    receive: "Tiếp nhận đơn", "Take in a complaint";
    from: "Người gửi", "From";
    says: "Nội dung", "About";
    received_on: "Ngày nhận", "Received on";
    paper: "Đơn, tài liệu", "Papers";
    future: "Ngày này chưa đến.", "That day has not come yet.";
    col_from: "Người gửi", "From";
    col_about: "Về", "About";
    see_about: "Xem khen thưởng hoặc đề nghị mà đơn nói đến", "See the award or nomination it is about";
    col_state: "Tình trạng", "Standing";
    col_due: "Hạn", "Due";
    rule: "Thời hạn theo {source} ({mark}); đếm theo ngày làm việc.", "By {source} ({mark}); in working days.";
    step: "Chuyển bước", "Next step";
    to: "Chuyển sang", "To";
    outcome: "Kết quả hoặc lý do; khi giải quyết xong ghi số, ngày, người ký văn bản", "Outcome or reason; when settled: number, day, signer of the answer";
    day: "Ngày", "Day";
    day_before: "Ngày này trước ngày nhận đơn.", "That is before it was received.";
    number: "Số văn bản giải quyết", "Number of the answer";
    signer: "Người ký", "Signer";
    settled_on: "Ngày kết thúc", "Ended on";
    the_outcome: "Kết quả", "Outcome";
    the_paper: "Tài liệu", "Paper";
    history: "Lịch sử", "History";
    head_settles: "Người có thẩm quyền giải quyết; cơ quan thường trực thụ lý.", "The head settles; the standing office accepts.";
    of_honour: "{name} – {award} {year}", "{name} – {award} {year}";
    reply_kind: "đơn", "letter";
    reply_about: "việc khen thưởng đối với {about}, nội dung: {says}", "the award of {about}: {says}";
    reply_next: "Nếu không đồng ý với nội dung trả lời, ông (bà) có quyền khiếu nại hoặc khởi kiện theo quy định của pháp luật.", "Whoever does not agree may complain or go to court as the law provides.";
    signed: "Văn bản {number}, người ký {signer}", "Answer {number}, signed by {signer}";
}
