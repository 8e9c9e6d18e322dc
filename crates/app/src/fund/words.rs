//! The words of the fund.

crate::face::wording::words! {
    heading: "Quỹ thi đua, khen thưởng", "Fund";
    lead: "Thu, chi theo quyết định, thu hồi. Theo pháp luật, không do kế hoạch đặt ra.",
        "Receipts, payments by decision, recoveries. By law, not set by the plan.";
    year: "Năm", "Year";
    no_unit: "Quỹ được mở ở một cơ quan cụ thể; đăng nhập bằng tài khoản của cơ quan đó.", "A fund is opened at one authority; sign in with an account of it.";
    bad_year: "Năm từ 1930 đến 2100.", "The year is 1930 to 2100.";
    carried: "Chuyển từ năm trước", "Carried over";
    receipts: "Thu trong năm", "Receipts";
    payments: "Đã chi", "Paid";
    recoveries: "Đã thu hồi", "Recovered";
    balance: "Số dư", "Balance";
    owed: "Đã quyết định, chưa chi", "Decided, not paid";
    to_recover: "Chưa thu hồi", "Still to be recovered";
    decisions: "Theo quyết định", "By decision";
    decisions_none: "Chưa có quyết định nào trong năm.", "No decision in this year.";
    col_decision: "Quyết định", "Decision";
    col_due: "Phải chi, phải thu hồi", "Due";
    col_entered: "Đã chi, đã thu hồi", "Entered";
    col_left: "Còn lại", "Left";
    revocation: "thu hồi", "recovery";
    entries: "Sổ thu, chi", "Entries";
    entries_none: "Chưa ghi khoản nào trong năm.", "No entry in this year.";
    col_day: "Ngày", "Day";
    col_kind: "Loại", "Kind";
    col_says: "Nội dung", "For what";
    col_amount: "Số tiền (đồng)", "Amount (đồng)";
    kind_receipt: "Thu", "Receipt";
    kind_payment: "Chi", "Payment";
    kind_recovery: "Thu hồi", "Recovery";
    corrected: "đã đính chính", "set right";
    corrects: "đính chính", "sets right";
    add: "Ghi một khoản", "Write an entry";
    kind: "Loại", "Kind";
    amount: "Số tiền (đồng)", "Amount (đồng)";
    amount_whole: "Ghi số tiền nguyên đồng, lớn hơn 0.", "A whole number of đồng above 0.";
    dated: "Ngày", "Day";
    says: "Nội dung", "For what";
    number: "Số chứng từ", "Paper";
    decision: "Theo quyết định", "By decision";
    decision_none: "— không theo quyết định —", "— none —";
    decision_left: "{n}: còn {left} đồng", "{n}: {left} đồng left";
    decision_above: "của {issuer} (khen thưởng {name})", "of {issuer} (for {name})";
    payment_needs: "Khoản chi phải theo một quyết định khen thưởng đã ban hành.", "A payment is by an issued decision.";
    recovery_needs: "Khoản thu hồi phải theo một quyết định hủy bỏ.", "A recovery is by a revocation.";
    receipt_alone: "Khoản thu không gắn với quyết định.", "A receipt is by no decision.";
    too_much: "Vượt số còn lại của quyết định ({left} đồng).", "More than is left of the decision ({left} đồng).";
    nothing_due: "Không có khoản phải chi: khen thưởng đã bị hủy bỏ hoặc không có tiền thưởng.", "Nothing is to be paid: it was revoked, or brings no money.";
    before_decision: "Ngày này trước ngày của quyết định ({day}).", "That is before the day of the decision ({day}).";
    nothing_back: "Không có khoản phải thu hồi: chưa chi cho khen thưởng bị hủy bỏ, hoặc căn cứ hủy bỏ không thu hồi tiền.", "Nothing is to be recovered: nothing was paid for what is revoked, or its ground takes back no money.";
    future: "Ngày này chưa đến.", "That day has not come yet.";
    other_year: "Ngày này thuộc năm khác; mở sổ của năm đó.", "That day is of another year.";
    correct: "Đính chính", "Set right";
    correct_says: "Ghi một khoản ngược lại; khoản cũ vẫn còn.", "An opposite entry; the old one stays.";
    reason: "Lý do", "Reason";
    corrected_already: "Khoản này đã được đính chính.", "It was set right already.";
}
