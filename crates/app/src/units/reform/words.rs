//! The words of reforms.

crate::face::wording::words! {
    heading: "Sắp xếp đơn vị", "Reform of a unit";
    lead: "Chọn việc cần ghi. Trước khi thực hiện sẽ thấy đơn vị nào kết thúc, đơn vị nào tiếp nối và những việc đang chạy đi về đâu; chưa bấm Thực hiện thì chưa có gì thay đổi.",
        "Choose what to record. Before anything is done you see which units end, which follow, and where running work goes.";
    rename_says: "Giữ nguyên đơn vị, từ ngày nêu trên mang tên mới.", "The unit stays; from the day on it bears a new name.";
    move_says: "Đơn vị về trực thuộc cơ quan khác.", "The unit belongs to another body.";
    relevel_says: "Xã lên phường, thị xã lên thành phố, trung tâm đổi loại …", "A commune becomes a ward, a centre changes its kind.";
    merge_says: "Nhiều đơn vị thành một, mới hoặc giữ một đơn vị đang có.", "Several become one, new or one of them.";
    split_says: "Một đơn vị thành nhiều đơn vị.", "One becomes several.";
    abolish_says: "Đơn vị kết thúc; các đơn vị trực thuộc về cấp trên hoặc kết thúc cùng.", "The unit ends; those below go up or end with it.";
    day: "Ngày có hiệu lực", "Effective from";
    day_hint: "Ngày đầu tiên theo tổ chức mới, ví dụ 01/7/2025.", "First day of the new order, for example 01/7/2025.";
    day_future: "Ngày hiệu lực chưa tới: xem trước được, thực hiện được từ ngày {day}.",
        "The day has not come: it can be seen now and carried out from {day} on.";
    document: "Văn bản làm căn cứ", "Act it rests on";
    document_hint: "Ví dụ: Nghị quyết số …/NQ-UBTVQH15 ngày …", "Number, symbol and date of the act.";
    note: "Ghi chú", "Remark";
    name: "Tên mới", "New name";
    unit_kind: "Loại đơn vị", "Kind of unit";
    keep_kind: "— như cũ —", "— as before —";
    parent: "Cơ quan cấp trên mới", "New upper body";
    parent_hint: "Tên đơn vị trên hệ thống. Nếu trùng tên, thêm cấp trên sau dấu phẩy: “xã Bình An, huyện Bình Sơn”.",
        "Name of a unit here. If several have it, add the upper body after a comma.";
    others: "Các đơn vị cùng sáp nhập", "Units that merge with it";
    others_hint: "Mỗi dòng một tên đơn vị.", "One name a line.";
    into: "Sau sáp nhập", "After the merger";
    into_new: "Thành đơn vị mới", "A new unit";
    into_this: "Nhập vào đơn vị này, giữ nguyên đơn vị này", "They join this unit, which goes on";
    new_name: "Tên đơn vị mới", "Name of the new unit";
    successors: "Các đơn vị sau khi chia, tách", "Units after the division";
    successors_hint: "Mỗi dòng một đơn vị: tên; phần (%) của các chỉ tiêu cộng dồn, ví dụ “Ủy ban nhân dân xã A; 60”. Ghi đúng tên cũ nếu đơn vị cũ còn lại.",
        "One a line: name; its part (%) of the targets that add up, for example “Ủy ban nhân dân xã A; 60”. Write the old name if the old unit goes on.";
    successor: "Đơn vị tiếp nhận (nếu có)", "Unit that takes over (if any)";
    preview: "Xem trước", "Preview";
    carry_out: "Thực hiện", "Carry out";
    again: "Xem lại theo các lựa chọn", "Preview with these choices";
    p_ends: "Kết thúc", "Ends";
    p_begins: "Bắt đầu", "Begins";
    p_last_day: "ngày cuối", "last day";
    p_new: "mới", "new";
    p_children: "Đơn vị trực thuộc", "Units below";
    p_running: "Kế hoạch và phong trào đang chạy", "Plans and movements that run";
    p_running_says: "Chuyển tiếp: đơn vị nhận tiếp tục nguyên vẹn chỉ tiêu, số liệu, chứng cứ. Chia: kế hoạch cũ được tổng kết, mỗi đơn vị nhận một dự thảo với phần chỉ tiêu của mình. Kết thúc: tổng kết, khép lại đến hết ngày cuối. Số liệu đã có không mất trong cả ba cách.",
        "Transfer: the other unit goes on with all targets, figures and evidence. Divide: the old plan is settled and each successor gets a draft with its part. Settle: it is summed up and closed. No figure is lost in any of them.";
    p_none_running: "Không có kế hoạch nào đang chạy.", "Nothing runs.";
    p_others: "Những việc khác đang chạy", "Everything else that runs";
    p_others_says: "Mỗi việc chuyển cho đơn vị tiếp nhận, kết thúc cùng đơn vị, hoặc để lại xử lý sau. Lịch sử của từng việc giữ tên đơn vị cũ.",
        "Each goes to the unit that takes over, ends with the unit, or is left for later. The history of each keeps the old name.";
    p_none_others: "Không còn việc nào khác đang chạy.", "Nothing else runs.";
    p_all_of_kind: "Chung cho cả {n}", "One choice for all {n}";
    p_taken: "đơn vị tiếp nhận đã có bản đăng ký trong đợt này; bản này khép lại và vẫn xem được",
        "the unit that takes over has a registration in this round; this one is closed and can still be read";
    k_covenant: "Giao ước thi đua", "Covenants";
    k_registration: "Đăng ký thi đua", "Registrations";
    k_task: "Nhiệm vụ", "Tasks";
    k_bottleneck: "Điểm nghẽn", "Bottlenecks";
    k_problem: "Vấn đề phát sinh", "Problems";
    k_assignment: "Chỉ tiêu được giao", "Assigned values";
    k_inspection: "Cuộc kiểm tra", "Inspections";
    k_grant: "Quyền được giao thêm", "Further powers";
    r_keeps: "đơn vị quản lý", "keeps it";
    r_party: "một bên ký", "is a party";
    r_gives: "giao việc", "gives it";
    r_leads: "chủ trì", "leads";
    r_works: "phối hợp", "works in it";
    r_answers: "chịu trách nhiệm gỡ", "answers for it";
    r_decides: "quyết định", "decides";
    r_raised: "báo lên", "raised it";
    r_inspects: "chủ trì kiểm tra", "inspects";
    r_inspected: "được kiểm tra, còn nơi chưa đến hoặc tồn tại chưa khắc phục", "is inspected: still to be visited or with something to mend";
    t_hand: "Chuyển cho {unit}", "Give to {unit}";
    t_divide: "Chia theo phần của từng đơn vị tiếp nối", "Divide by the parts of the successors";
    t_as_proposed: "Từng mục như đề xuất", "Each as proposed";
    o_divided: "Chia từ {from}: {parts}. {reason}", "Divided from {from}: {parts}. {reason}";
    p_divided: "nếu chia: {parts}", "divided: {parts}";
    p_not_divided: "không biết có cộng được không: chọn đơn vị nhận, hoặc để lại để giao lại", "nobody knows whether it adds up: choose who gets it, or leave it";
    t_end: "Kết thúc", "End it";
    o_handed: "{to} tiếp nhận từ {from}. {reason}", "{to} takes over from {from}. {reason}";
    o_ended: "Kết thúc cùng {from}. {reason}", "Ended with {from}. {reason}";
    o_second_party: "{to} (tiếp nhận phần của {from})", "{to} (for the part of {from})";
    p_accounts: "Tài khoản", "Accounts";
    p_accounts_move: "Chuyển {n} tài khoản của đơn vị kết thúc sang đơn vị tiếp nhận: {names}",
        "Move {n} accounts of the ending units to the one that takes over: {names}";
    p_figures: "{n} số liệu đã có", "{n} figures so far";
    t_transfer: "Chuyển tiếp cho {unit}", "Transfer to {unit}";
    t_split: "Chia cho các đơn vị tiếp nối", "Divide among the successors";
    t_settle: "Kết thúc và tổng kết", "Settle and close";
    t_leave: "Để lại, xử lý sau", "Leave for later";
    f_under: "Về trực thuộc {unit}", "Goes under {unit}";
    f_own: "Không còn cấp trên trên hệ thống", "With nobody above it here";
    f_ends: "Kết thúc cùng", "Ends too";
    e_too_few: "Cần ít nhất hai đơn vị để sáp nhập.", "A merger needs at least two units.";
    e_successors: "Cần ít nhất hai đơn vị sau khi chia, tách.", "A division needs at least two successors.";
    e_twice: "Mỗi đơn vị ghi một dòng, không trùng tên, nhiều nhất 40 đơn vị.", "One unit a line, no name twice, at most forty.";
    e_not_there: "“{name}” không tồn tại vào ngày trước ngày hiệu lực. Kiểm tra lại ngày.", "“{name}” does not exist on the day before. Check the day.";
    e_successor_not_there: "“{name}” không tồn tại vào ngày hiệu lực.", "“{name}” does not exist on that day.";
    e_later: "“{name}” đã có thay đổi từ ngày {day}. Việc ghi thêm phải từ sau ngày đó.",
        "“{name}” has changed from {day} on. A new change has to come after it.";
    e_circle: "“{name}” không thể trực thuộc chính mình hoặc đơn vị bên dưới mình.", "“{name}” cannot stand under itself or its own units.";
    e_nothing: "Chưa có gì khác so với hiện nay.", "Nothing would change.";
    e_child: "“{name}” sẽ trực thuộc một đơn vị không còn. Chọn cơ quan khác.", "“{name}” would stand under a unit that ends. Choose another.";
    e_unknown: "Chưa có đơn vị nào tên “{name}” trên hệ thống. Kiểm tra tên, hoặc thêm đơn vị trước.", "No unit is called “{name}”. Check the name or add it first.";
    e_several: "Có {n} đơn vị tên “{name}”. Thêm cấp trên sau dấu phẩy: {options}.", "{n} units are called “{name}”. Add the upper body after a comma: {options}.";
    e_not_theirs: "Đơn vị “{name}” ngoài phạm vi được giao. Cần quản trị của cấp bao trùm cả hai.", "“{name}” is outside your branch. An administrator above both is needed.";
    e_weights: "Phần của mỗi đơn vị là số nguyên từ 0 đến 100.", "Each part is a whole number from 0 to 100.";
    reason: "Sắp xếp đơn vị: {kind}, từ {day}", "Reform: {kind}, from {day}";
    settled_note: "Kết thúc theo sắp xếp đơn vị, đến hết {day}.", "Settled by the reform, until {day}.";
}
