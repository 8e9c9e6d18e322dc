//! The words of tasks.

crate::face::wording::words! {
    heading: "Nhiệm vụ", "Tasks";
    task: "nhiệm vụ", "task";
    board_lead: "Ai làm gì, đến đâu, ai chậm. Mỗi nhiệm vụ phải đủ năm rõ mới giao được: rõ người, rõ việc, rõ trách nhiệm, rõ thời gian, rõ kết quả.",
        "Who does what, how far, who is late. A task is given only when five things are clear: person, work, responsibility, time, result.";
    five_lead: "Đủ năm rõ mới giao được: rõ người, rõ việc, rõ trách nhiệm, rõ thời gian, rõ kết quả. Chưa đủ vẫn lưu được, ghi là dự thảo.",
        "A task is given only when person, work, responsibility, time and result are clear. Until then it can be kept as a draft.";
    all_tasks: "Tổng số", "All";
    col_work: "Việc", "Work";
    col_lead: "Đơn vị chủ trì", "Lead unit";
    col_due: "Thời hạn", "Deadline";
    col_five: "Năm rõ", "Five clear";
    col_standing: "Tình hình", "Standing";
    no_day: "chưa có hạn", "no deadline";
    no_lead: "chưa chọn đơn vị", "no unit chosen";
    not_said: "chưa ghi", "not said";
    tick_yes: "có", "yes";
    tick_no: "chưa có", "missing";
    clear_person: "rõ người", "person";
    clear_work: "rõ việc", "work";
    clear_responsibility: "rõ trách nhiệm", "responsibility";
    clear_time: "rõ thời gian", "time";
    clear_outcome: "rõ kết quả", "result";
    missing_column: "Còn thiếu", "Missing";
    missing_says: "Chưa đủ năm rõ, chưa giao được. Còn thiếu:", "Not all five are clear, so it cannot be given. Missing:";
    complete_it: "Bổ sung", "Complete it";
    state: "Bước", "State";
    state_draft: "Dự thảo", "Draft";
    state_given: "Đã giao", "Given";
    state_accepted: "Đã nhận", "Accepted";
    state_in_progress: "Đang thực hiện", "In progress";
    state_done_reported: "Báo hoàn thành", "Reported done";
    state_confirmed: "Đã hoàn thành", "Done";
    state_returned: "Trả lại làm tiếp", "Returned";
    state_cancelled: "Hủy", "Cancelled";
    manner: "Hình thức", "Manner";
    manner_hint: "Giao: cho đơn vị thuộc quyền. Đề nghị: với Mặt trận, đoàn thể, cơ quan phối hợp; vẫn theo dõi nhưng không báo lên thủ trưởng.",
        "Assigned: to a unit of one's own. Asked: of a partner; followed too, but never escalated.";
    assignment: "Giao", "Assigned";
    request: "Đề nghị", "Asked";
    weight: "Mức ưu tiên", "Weight";
    weight_plain: "Thường xuyên", "Plain";
    focus: "Trọng tâm", "Focus";
    breakthrough: "Đột phá", "Breakthrough";
    every: "Lặp lại", "Comes back";
    every_once: "Một lần", "Once";
    every_month: "Hàng tháng", "Every month";
    every_quarter: "Hàng quý", "Every quarter";
    every_half_year: "6 tháng một lần", "Every half-year";
    every_year: "Hàng năm", "Every year";
    before_day: "trước ngày", "before";
    by_day: "chậm nhất ngày", "by";
    comes_back: "{every}, kỳ đầu {first}, đến {last} ({n} kỳ)", "{every}, first {first}, until {last} ({n} times)";
    standing_late: "Quá hạn {n} ngày làm việc", "{n} working days late";
    standing_soon: "Còn {n} ngày làm việc", "{n} working days left";
    standing_today: "Hôm nay là hạn cuối", "Due today";
    standing_silent: "{n} ngày làm việc chưa báo cáo", "{n} working days without news";
    standing_unanswered: "Chờ đơn vị nhận", "Not accepted yet";
    standing_to_confirm: "Chờ xác nhận", "To be confirmed";
    standing_incomplete: "Chưa đủ năm rõ", "Not all five clear";
    standing_ready: "Đủ năm rõ, chờ giao", "Ready to be given";
    standing_on_track: "Đang trong hạn", "In good time";
    count_late: "Quá hạn", "Late";
    count_soon: "Sắp đến hạn", "Due soon";
    count_silent: "Lâu chưa báo cáo", "Without news";
    count_incomplete: "Chưa đủ năm rõ", "Not all five clear";
    count_done: "Hoàn thành", "Done";
    filter: "Lọc theo tình hình", "Filter by standing";
    list: "Danh sách nhiệm vụ", "List of tasks";
    show_all: "Xem tất cả", "Show all";
    none_such: "Không có nhiệm vụ nào như vậy.", "There is no such task.";
    by_unit: "Theo đơn vị", "By unit";
    papers: "Văn bản", "Papers";
    paper_assignment: "Giao nhiệm vụ", "Assignment";
    paper_urging: "Công văn đôn đốc", "Urging letter";
    paper_nothing_given: "Chưa có nhiệm vụ nào đủ năm rõ để đưa vào văn bản giao. Bổ sung phần còn thiếu rồi tải lại.",
        "No task has all five clear yet; complete them first.";
    paper_nothing_late: "Không có nhiệm vụ quá hạn, nên không có gì để đôn đốc bằng công văn.",
        "No task is late, so there is nothing to urge by letter.";
    file_assignment: "giao nhiệm vụ", "assignment";
    file_urging: "công văn đôn đốc", "urging letter";
    symbol_notice: "TB", "TB";
    pages: "Trang", "Pages";
    previous: "Trước", "Previous";
    next: "Tiếp", "Next";
    as_csv: "Tải bảng tính (CSV)", "Spreadsheet (CSV)";
    new_task: "Thêm nhiệm vụ", "New task";
    edit_task: "Sửa nhiệm vụ", "Correct a task";
    empty: "Chưa có nhiệm vụ nào", "No task yet";
    empty_reads: "Khi cơ quan phát động giao việc, việc hiện ở đây.", "Once the authority gives tasks they stand here.";
    empty_says: "Bắt đầu từ các nhiệm vụ đã nêu trong kế hoạch: phần mềm đề xuất, người phụ trách chọn và bổ sung cho đủ năm rõ.",
        "Begin with what the plan obliges people to do: the software proposes, you choose and complete.";
    give_all: "Giao tất cả việc đã đủ năm rõ", "Give all that are complete";
    give_all_hint: "Việc chưa đủ năm rõ vẫn là dự thảo.", "What is not complete stays a draft.";
    given_n: "Số nhiệm vụ vừa giao:", "Tasks just given:";
    round: "Tin nhắn chung cho nhóm: việc quá hạn và sắp đến hạn", "Message for the whole group: what is late or due soon";
    copy: "Sao chép", "Copy";
    copied: "Đã sao chép", "Copied";
    copy_hint: "Sao chép rồi dán vào nhóm Zalo của các đơn vị.", "Copy it into the chat group of the units.";
    proposals: "Nhiệm vụ từ kế hoạch", "Tasks from the plan";
    proposals_lead: "Mỗi việc kế hoạch đã nêu được nhận thành nhiệm vụ, hoặc ghi rõ vì sao không phải nhiệm vụ. Mỗi việc chỉ quyết định một lần.",
        "Everything the plan obliges somebody to do becomes a task, or it is said why it is none. Each is decided once.";
    waiting: "Đang chờ:", "Waiting:";
    all_decided: "Mọi việc nêu trong kế hoạch đã được quyết định.", "Everything in the plan is decided.";
    responsibility_default: "Chịu trách nhiệm trước {unit} về tiến độ và kết quả thực hiện", "Answers to {unit} for progress and result";
    responsibility_common: "Dùng chung cho các việc nhận lần này; sửa riêng từng việc sau.", "For all tasks taken now; each can be changed later.";
    common_due: "Hạn chung", "Common deadline";
    common_due_hint: "Cho việc mà kế hoạch không ghi hạn; để trống thì việc đó còn thiếu rõ thời gian.",
        "For what has no deadline in the plan; left empty, those tasks lack their time.";
    accept_all: "Nhận tất cả", "Take all";
    accept_chosen: "Nhận các việc đã chọn", "Take the ticked ones";
    accept_one: "Nhận việc này", "Take this one";
    other_obligations: "Yêu cầu, nội dung và lời kêu gọi", "Requirements, contents and appeals";
    other_hint: "Thường không phải nhiệm vụ riêng; chọn những việc cần theo dõi.", "Mostly no tasks of their own; take what has to be followed.";
    unmatched: "Chưa tìm ra đơn vị theo tên; hãy chọn.", "No unit of this name; please choose.";
    person_short: "Để trống thì lấy người đứng đầu đơn vị.", "Left empty, the head of the unit.";
    every_unit: "Tất cả đơn vị trực thuộc", "Every unit below";
    all_of: "Tất cả:", "All:";
    in_plan: "Kế hoạch ghi:", "In the plan:";
    not_a_task: "Không phải nhiệm vụ:", "Not a task:";
    not_a_task_open: "Không phải nhiệm vụ", "Not a task";
    not_a_task_send: "Ghi: không phải nhiệm vụ", "Record: not a task";
    not_a_task_reason: "Ghi lý do vì sao việc này không phải nhiệm vụ.", "Say why this is no task.";
    nothing_chosen: "Chưa chọn việc nào. Đánh dấu ít nhất một việc rồi bấm lại.", "Nothing is ticked. Tick at least one and try again.";
    decided: "Đã quyết định", "Decided";
    col_obligation: "Kế hoạch nêu", "The plan says";
    col_became: "Thành", "Became";
    with_unknown: "Không tìm thấy đơn vị", "No unit is called";
    choose_unit: "— chọn đơn vị —", "— choose a unit —";
    unit_unknown: "Chọn một đơn vị trong danh sách.", "Choose a unit of the list.";
    work: "Việc", "Work";
    work_hint: "Rõ việc: làm gì, ở đâu, bao nhiêu.", "What, where, how much.";
    lead: "Đơn vị chủ trì", "Lead unit";
    lead_hint: "Rõ người: một đơn vị chủ trì.", "One unit leads.";
    responsible: "Người chịu trách nhiệm", "Responsible person";
    responsible_hint: "Rõ người: họ tên hoặc chức danh. Để trống thì lấy người đứng đầu đơn vị.", "Name or post. Left empty, the head of the unit.";
    responsibility: "Trách nhiệm", "Responsibility";
    responsibility_hint: "Rõ trách nhiệm: chịu trách nhiệm trước ai, về việc gì.", "To whom, for what.";
    due: "Thời hạn", "Deadline";
    due_hint: "Rõ thời gian: ngày/tháng/năm. Việc lặp lại thì nhập ngày của kỳ đầu.", "Day/month/year; of a task that comes back, its first day.";
    strict: "Phải xong trước ngày này", "To be done before this day";
    strict_hint: "Đánh dấu khi văn bản ghi “trước ngày”; để trống là “chậm nhất ngày”.", "Tick for “before”; empty means “by”.";
    last: "Lặp lại đến ngày", "Comes back until";
    last_hint: "Chỉ nhập khi việc lặp lại.", "Only when it comes back.";
    last_needed: "Việc lặp lại cần ngày kết thúc.", "A task that comes back needs its last day.";
    too_many_days: "Một nhiệm vụ định kỳ có nhiều nhất {n} kỳ (hàng tháng: 5 năm). Rút ngắn kỳ cuối, rồi lập nhiệm vụ mới cho giai đoạn sau.",
        "A recurring task has at most {n} days (monthly: five years). End it earlier, and draw up a new one for the time after.";
    last_before: "Ngày kết thúc phải sau kỳ đầu.", "The last day has to be after the first.";
    first_needed: "Việc lặp lại cần ngày của kỳ đầu.", "A task that comes back needs its first day.";
    outcome: "Kết quả cần đạt", "Expected result";
    outcome_hint: "Rõ kết quả: sản phẩm, con số hoặc văn bản để đối chiếu khi xác nhận hoàn thành.", "A product, a number or a document to confirm against.";
    with_units: "Đơn vị phối hợp", "Coordinating units";
    with_hint: "Mỗi dòng một đơn vị, gõ không dấu cũng được.", "One unit a line; marks may be left out.";
    programme: "Thuộc chương trình, nghị quyết", "Programme or resolution";
    programme_hint: "Ví dụ: 4 chương trình trọng tâm; Nghị quyết 30/NQ-HĐND.", "For example: the four key programmes.";
    day_by_extension: "Nhiệm vụ đã giao: thời hạn chỉ thay đổi bằng gia hạn có lý do, ở trang của nhiệm vụ.",
        "It is given: its deadline changes only by an extension with a reason, on its page.";
    stays_complete: "Nhiệm vụ đã giao phải luôn đủ năm rõ. Còn thiếu:", "A given task stays complete. Missing:";
    final_task: "Nhiệm vụ đã kết thúc, không sửa được nữa.", "The task is finished and no longer changes.";
    changed: "Người khác vừa sửa nhiệm vụ này. Điều bạn nhập vẫn còn trong ô; bên dưới ô là bản mới nhất. Chọn rồi lưu lại.",
        "Somebody else has just changed this task. What you typed is in the fields, the newest is beside them. Choose and save again.";
    newest: "Bản mới nhất:", "Newest:";
    of_movement: "Nhiệm vụ của phong trào", "Tasks of the movement";
    content: "Nội dung", "Content";
    giver: "Cơ quan giao", "Given by";
    next_day: "Kỳ hạn tới", "Next day";
    source: "Nguồn", "Source";
    source_line: "Dòng trong kế hoạch", "Line of the plan";
    from_decision: "Quyết định của lãnh đạo", "A decision of the leadership";
    from_bottleneck: "Điểm nghẽn cần tháo gỡ", "A bottleneck to be removed";
    days: "Các kỳ", "Days";
    day_answer: "Kết quả của kỳ", "Answer";
    answer_day: "Báo kỳ này", "Answer";
    answered_late: "trễ hạn", "late";
    unanswered: "chưa báo", "not answered";
    problems: "Vấn đề phát sinh", "Problems";
    bottlenecks: "Điểm nghẽn", "Bottlenecks";
    raise: "Xin ý kiến lãnh đạo", "Raise to the leadership";
    history: "Lịch sử", "History";
    history_none: "Chưa có gì.", "Nothing yet.";
    words_sent: "Nội dung đã gửi", "The words that were sent";
    act_stepped: "Chuyển sang:", "Moved to:";
    act_told: "Báo tình hình", "News";
    act_answered: "Báo kỳ", "Answered the day";
    act_urged: "Đôn đốc", "Urged";
    act_extended: "Gia hạn", "Extended";
    act_noted: "Ý kiến thủ trưởng", "Word of the head";
    act_corrected: "Sửa:", "Corrected:";
    act_handed_on: "Chuyển theo sắp xếp đơn vị:", "Handed on by a reform:";
    act_other: "Thay đổi", "Changed";
    your_answer: "Trả lời của đơn vị", "Your unit's answer";
    for_the_unit: "Ghi thay đơn vị", "Write down for the unit";
    for_the_unit_hint: "Dùng khi đơn vị báo qua điện thoại hoặc không có tài khoản; lịch sử ghi tên người nhập.",
        "For what a unit says on the telephone; the history keeps who wrote it.";
    news: "Tình hình, kết quả", "News, result";
    news_hint: "Đã làm được gì, còn vướng gì. Báo hoàn thành thì ghi kết quả.", "What is done, what is in the way. With “done”, the result.";
    send_news: "Báo tình hình", "Send news";
    giver_steps: "Cơ quan giao quyết định", "The giver decides";
    note: "Ghi chú, lý do", "Note, reason";
    note_hint: "Bắt buộc khi trả lại hoặc hủy.", "Needed for returning and cancelling.";
    reason: "Lý do", "Reason";
    step_give: "Giao", "Give";
    step_accept: "Nhận nhiệm vụ", "Accept";
    step_start: "Bắt đầu thực hiện", "Start";
    step_done: "Báo hoàn thành", "Report done";
    step_confirm: "Xác nhận hoàn thành", "Confirm";
    step_return: "Trả lại", "Return";
    step_cancel: "Hủy nhiệm vụ", "Cancel";
    urge: "Đôn đốc", "Urge";
    urge_done: "Đã gửi, ghi vào lịch sử", "Sent: write it down";
    urged_times: "Đôn đốc:", "Urged:";
    urged_last: "lần cuối ngày", "last on";
    extended_times: "Gia hạn:", "Extended:";
    col_urgings: "Số lần đôn đốc", "Times urged";
    col_extensions: "Số lần gia hạn", "Times extended";
    extend: "Gia hạn", "Extend";
    extend_hint: "Gia hạn được ghi lại với lý do, ai xem nhiệm vụ cũng thấy.", "Kept with its reason, seen by everybody who sees the task.";
    new_day: "Hạn mới", "New day";
    escalated: "Đã báo thủ trưởng", "With the head";
    escalated_says: "Việc này đã được báo lên thủ trưởng: đôn đốc nhiều lần hoặc quá hạn lâu mà chưa xong.",
        "This is with the head: urged often, or late for long.";
    request_says: "Đây là việc đề nghị cơ quan phối hợp: vẫn theo dõi và nhắc, nhưng không báo lên thủ trưởng.",
        "This is asked of a partner: it is followed and urged, but not escalated.";
    head_note: "Ý kiến chỉ đạo", "Word of the head";
    head_note_hint: "Ý kiến này trả lời việc đã báo lên; nếu vẫn chậm, hệ thống báo lại sau 3 lần đôn đốc hoặc 10 ngày.",
        "It answers what was escalated; if nothing moves, it comes back after 3 urgings or 10 days.";
    head_note_field: "Nội dung chỉ đạo", "What to do";
    head_note_send: "Ghi ý kiến", "Write it";
    draft_says: "Nhiệm vụ còn là dự thảo.", "The task is still a draft.";
    refused_unclear: "Chưa giao được: nhiệm vụ phải đủ năm rõ, còn thiếu {missing}. Bấm “Sửa” để bổ sung rồi giao lại.",
        "Not given: all five have to be clear; missing: {missing}. Press “Edit”, complete it, and give it again.";
    refused_arrow: "Nhiệm vụ đang ở bước khác, không chuyển như vậy được. Từ bước này chỉ có thể: {next}.",
        "The task stands elsewhere. From here it can only be: {next}.";
    nothing_more: "không bước nào nữa, nhiệm vụ đã kết thúc", "nothing more, it is finished";
    refused_giver: "Bước này của cơ quan giao nhiệm vụ.", "This step belongs to the giver.";
    refused_doer: "Bước này của đơn vị thực hiện.", "This step belongs to the unit.";
    refused_reason: "Cần ghi nội dung: lý do khi trả lại hoặc hủy, kết quả khi báo hoàn thành, tình hình khi báo tin.",
        "Words are needed: a reason for returning or cancelling, a result for reporting done, news for news.";
    refused_days: "Còn {n} kỳ chưa báo. Báo đủ các kỳ rồi mới báo hoàn thành.", "{n} days are not answered yet. Answer them first.";
    refused_not_open: "Nhiệm vụ chưa giao hoặc đã kết thúc, nên không làm được việc này.", "The task is not given yet, or finished.";
    refused_not_later: "Nhập hạn mới theo ngày/tháng/năm, sau hạn hiện nay.", "Type a new day, day/month/year, later than the present one.";
    refused_extension_reason: "Gia hạn cần có lý do.", "An extension needs a reason.";
    refused_own_report: "Người báo hoàn thành không tự xác nhận. Để thủ trưởng hoặc người khác của cơ quan giao xác nhận.",
        "Who reported it done does not confirm it alone. Let the head or a colleague confirm.";
    refused_changed: "Người khác vừa thay đổi nhiệm vụ này. Trang đã hiện tình hình mới nhất, điều bạn nhập vẫn còn; xem lại rồi bấm lần nữa.",
        "Somebody else has just changed this task. The page shows the newest, what you typed is kept; look again and repeat.";
    message_assignment: "Kính gửi {unit}{person},\n{giver} đề nghị đơn vị quan tâm thực hiện nhiệm vụ được giao: “{work}”, thời hạn {due}{delay}.\nĐề nghị đơn vị cập nhật tiến độ, kết quả và khó khăn (nếu có) tại: {link}\nTrân trọng cảm ơn!",
        "To {unit}{person},\n{giver} asks you to see to the task: “{work}”, {due}{delay}.\nPlease tell how far it is at: {link}\nThank you!";
    message_request: "Kính gửi {unit}{person},\n{giver} trân trọng đề nghị quý cơ quan quan tâm phối hợp thực hiện: “{work}”, thời gian {due}{delay}.\nRất mong quý cơ quan thông tin tiến độ và khó khăn (nếu có) tại: {link}\nTrân trọng cảm ơn!",
        "To {unit}{person},\n{giver} kindly asks for your part in: “{work}”, {due}{delay}.\nWe should be glad to hear at: {link}\nThank you!";
    message_late: ", đến nay đã quá hạn {n} ngày làm việc", ", now {n} working days late";
    message_soon: ", còn {n} ngày làm việc", ", {n} working days left";
    message_today: ", hôm nay là hạn cuối", ", due today";
    message_silent: ", đã {n} ngày làm việc chưa có thông tin", ", {n} working days without news";
    message_round: "Kính gửi các đơn vị,\nĐến ngày {day}, {giver} đề nghị các đơn vị quan tâm các nhiệm vụ sau:\n{lines}\nĐề nghị cập nhật tiến độ tại: {link}\nTrân trọng cảm ơn!",
        "To the units,\non {day}, {giver} asks you to see to these tasks:\n{lines}\nPlease answer at: {link}\nThank you!";
    mine_heading: "Việc của đơn vị", "Tasks of the unit";
    mine_lead: "Những việc đơn vị chủ trì hoặc phối hợp. Bấm vào việc để nhận, báo tình hình, báo hoàn thành.",
        "What the unit leads or works with. Open a task to accept it, give news, report it done.";
    given_heading: "Việc đã giao", "Tasks given";
    given_lead: "Những việc cơ quan giao, đề nghị và chưa kết thúc.", "What is given or asked and not finished.";
    side: "Hai phía", "Both sides";
    mine_empty: "Không có việc nào", "No task";
    mine_empty_says: "Khi có việc được giao, việc hiện ở đây và ở trang chính.", "When a task is given, it stands here and on the first page.";
    home_escalated: "Cần chỉ đạo:", "Needs your word:";
    home_escalated_more: "và {n} việc khác đã báo lên thủ trưởng", "and {n} more that are with you";
    home_advise: "Cần tham mưu:", "Advice is needed:";
    home_decide: "Cần quyết định:", "To be decided:";
    home_confirm: "{n} nhiệm vụ báo hoàn thành, chờ xác nhận", "{n} tasks are reported done and wait to be confirmed";
    home_late: "{n} nhiệm vụ đã giao bị quá hạn, cần đôn đốc", "{n} given tasks are late";
    home_unclear: "{n} nhiệm vụ chưa đủ năm rõ", "{n} tasks lack one of the five";
    home_bottlenecks: "{n} điểm nghẽn chưa có đủ hướng tháo gỡ, người phụ trách, thời hạn", "{n} bottlenecks lack direction, owner or day";
    home_new: "{n} nhiệm vụ mới được giao, chờ đơn vị nhận", "{n} new tasks wait to be accepted";
    home_new_with: "{n} nhiệm vụ mới đơn vị tham gia phối hợp", "{n} new tasks in which the unit takes part";
    home_returned: "{n} nhiệm vụ bị trả lại, cần làm tiếp", "{n} tasks were returned";
    home_own_late: "{n} nhiệm vụ của đơn vị đã quá hạn", "{n} tasks of your unit are late";
    home_own_soon: "{n} nhiệm vụ của đơn vị sắp đến hạn", "{n} tasks of your unit are due soon";
}
