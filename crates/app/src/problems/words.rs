//! The words of problems.

crate::face::wording::words! {
    heading: "Vấn đề phát sinh", "Problems";
    lead: "Vấn đề vượt quá thẩm quyền thì báo lên lãnh đạo: có tham mưu, có quyết định, thành nhiệm vụ, rồi khép lại.",
        "What one cannot settle oneself goes to the leadership: with advice, to a decision, to tasks, and closed.";
    raise: "Báo vấn đề phát sinh", "Raise a problem";
    empty: "Chưa có vấn đề nào", "No problem yet";
    empty_reads: "Vấn đề đơn vị trình lãnh đạo và ý kiến chỉ đạo hiện ở đây.", "Problems raised to the leadership and its word stand here.";
    empty_says: "Báo từ trang của một nhiệm vụ, một điểm nghẽn, hoặc báo tự do tại đây.", "Raise one from a task, from a bottleneck, or freely here.";
    col_name: "Vấn đề", "Problem";
    col_from: "Đơn vị báo", "Raised by";
    col_to: "Lãnh đạo", "Leadership";
    col_state: "Tình trạng", "State";
    col_raised: "Ngày báo", "Raised on";
    state_raised: "Chờ tham mưu", "Waits for advice";
    state_advised: "Chờ quyết định", "Waits for a decision";
    state_decided: "Đã quyết định", "Decided";
    state_closed: "Đã khép lại", "Closed";
    name: "Vấn đề", "Problem";
    name_hint: "Một câu ngắn, ví dụ: thiếu kinh phí bồi thường cho 3 hộ.", "One short sentence.";
    description: "Mô tả, đề xuất của đơn vị", "Description, what the unit proposes";
    to_whom: "Báo lên lãnh đạo của", "To the leadership of";
    source_task: "Từ nhiệm vụ", "From a task";
    source_bottleneck: "Từ điểm nghẽn", "From a bottleneck";
    source_finding: "Từ kết quả kiểm tra", "From an inspection";
    content: "Nội dung", "Content";
    advice: "Tham mưu", "Advice";
    advice_hint: "Cơ quan thường trực nêu căn cứ, các phương án và đề xuất.", "Bases, options, and what is proposed.";
    send_advice: "Gửi tham mưu", "Send the advice";
    advised_by: "Người tham mưu:", "Advised by";
    decision: "Quyết định", "Decision";
    decision_hint: "Quyết định rõ việc phải làm; sau đó giao thành nhiệm vụ.", "Say what has to be done; then make it tasks.";
    send_decision: "Quyết định", "Decide";
    decided_by: "Người quyết định:", "Decided by";
    tasks: "Nhiệm vụ thực hiện quyết định", "Tasks that carry it out";
    tasks_none: "Chưa giao nhiệm vụ nào.", "No task yet.";
    new_task: "Giao thành nhiệm vụ", "Make it a task";
    outcome: "Kết quả", "Result";
    outcome_hint: "Khép lại khi các nhiệm vụ thực hiện quyết định đã kết thúc.", "It is closed when the tasks that carry it out are finished.";
    close: "Khép lại", "Close";
    history: "Lịch sử", "History";
    refused_arrow: "Vấn đề đang ở bước khác, không làm như vậy được.", "The problem stands elsewhere; this is not open.";
    refused_words: "Cần ghi nội dung.", "Words are needed.";
    refused_tasks: "Chưa khép lại được: còn {n} nhiệm vụ thực hiện quyết định chưa kết thúc. Xác nhận hoàn thành hoặc hủy các việc đó trước.",
        "Not closed: {n} tasks that carry the decision out are open. Confirm or cancel them first.";
    refused_changed: "Người khác vừa thay đổi vấn đề này. Trang đã hiện nội dung mới nhất, điều bạn nhập vẫn còn; xem lại rồi gửi lần nữa.",
        "Somebody else has just changed it. The page shows the newest, what you typed is kept; look again and repeat.";
}
