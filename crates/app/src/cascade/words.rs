//! The words of the cascade, and of the plans that are written from the plan above.

crate::face::wording::words! {
    pages: "Các trang về cấp dưới", "Pages about the units below";
    nav_board: "Ai đã ban hành", "Who has issued";
    nav_assign: "Giao chỉ tiêu", "Assign targets";
    nav_reconcile: "Đối chiếu trên – dưới", "Above against below";
    nav_striving: "Được giao, phấn đấu", "Assigned, striving";
    nav_chain: "Chuỗi kế hoạch", "Chain of plans";

    board_heading: "Kế hoạch của cấp dưới", "Plans of the units below";
    board_lead: "Đơn vị nào đã ban hành kế hoạch của mình, đơn vị nào còn dự thảo, quá hạn hoặc chưa có.",
        "Which units have issued their own plan, which have a draft, are late or have none.";
    pages_save: "Danh sách chia thành nhiều trang: lưu từng trang; tổng và phần còn lại tính trên mọi đơn vị.", "The list is in pages: each is saved by itself; totals are over all units.";
    pages_carry: "Số vừa chia cho {n} đơn vị ở trang khác sẽ được lưu cùng trang này.", "What was divided for {n} units on other pages is saved with this one.";
    none_below: "Chưa có đơn vị cấp dưới", "No unit below yet";
    none_below_reads: "Khi cơ quan thường trực thêm đơn vị trực thuộc, từng đơn vị hiện ở bảng này.", "Once units below are added they appear here.";
    none_below_says: "Thêm các đơn vị trực thuộc ở trang Cơ quan, đơn vị; bảng này tự có từng đơn vị.",
        "Add the units below on the page of units; they appear here by themselves.";
    count_issued: "Đã ban hành", "Issued";
    count_draft: "Còn dự thảo", "Draft";
    count_missing: "Chưa có", "Missing";
    count_late: "Quá hạn", "Late";
    day_was: "hạn", "due";
    no_day: "chưa đặt hạn", "no day set";
    issued_late_too: "ban hành muộn:", "issued late:";
    by_head: "Người đứng đầu", "Head";
    by_standing: "Tình trạng", "Standing";
    filter_all: "Tất cả", "All";
    filter_issued: "Đã ban hành", "Issued";
    filter_draft: "Còn dự thảo", "Draft";
    filter_missing: "Chưa có", "Missing";
    filter_owed: "Chưa ban hành", "Not issued";
    filter_late: "Quá hạn, ban hành muộn", "Late";
    none_found: "Không có dòng nào phù hợp.", "Nothing fits.";
    col_unit: "Đơn vị", "Unit";
    col_head: "Người đứng đầu", "Head";
    no_head: "chưa ghi", "not named";
    col_plan: "Kế hoạch", "Plan";
    col_standing: "Tình trạng", "Standing";
    no_number: "chưa có số", "no number yet";
    unlinked: "Có kế hoạch cùng năm chưa nối:", "A plan for the year is not linked yet:";
    results: "chỉ tiêu đạt", "targets reached";
    urge: "Mẫu tin nhắc", "Urging sentence";
    copy: "Sao chép", "Copy";
    copied: "Đã sao chép", "Copied";
    more: "Còn nữa, không hiện hết:", "More, not shown:";
    urge_heading: "Nhắc tất cả đơn vị chưa ban hành", "Urge all who have not issued";
    urge_one: "Đề nghị {unit}{head} ban hành kế hoạch phát động phong trào thi đua của đơn vị để thực hiện Kế hoạch {number} của {issuer}{by}{late}; ban hành xong gửi về cơ quan thường trực.",
        "Please, {unit}{head}: issue your plan of the movement carrying out plan {number} of {issuer}{by}{late}, and send it to the standing office.";
    urge_partner: "Trân trọng đề nghị {unit}{head} phối hợp ban hành kế hoạch hưởng ứng phong trào thi đua theo Kế hoạch {number} của {issuer}{by}{late}.",
        "We kindly ask {unit}{head} to issue a plan in answer to plan {number} of {issuer}{by}{late}.";
    urge_by: ", hạn {day}", ", due {day}";
    urge_late: " (đã quá hạn {n} ngày làm việc)", " ({n} working days late)";
    urge_all: "Đề nghị các đơn vị sau ban hành kế hoạch phát động phong trào thi đua để thực hiện Kế hoạch {number} của {issuer}{by}:",
        "These units are asked to issue their plan carrying out plan {number} of {issuer}{by}:";
    all_issued: "Mọi đơn vị cần có kế hoạch đều đã ban hành.", "Every unit that needs a plan has issued one.";
    settings: "Hạn và đơn vị phải có kế hoạch", "The day, and who needs a plan";
    settings_says: "Hạn đếm theo ngày; từ ngày sau hạn, đơn vị chưa ban hành là quá hạn.",
        "From the day after, units without an issued plan are late.";
    launch_by: "Hạn ban hành kế hoạch", "Plans are issued by";
    launch_by_hint: "Ngày cuối cùng còn được tính đúng hạn. Để trống là không đặt hạn.", "The last day in time. Empty for none.";
    launch_by_early: "Hạn này trước ngày ban hành kế hoạch của mình ({day}).", "This lies before the own plan's day ({day}).";
    kinds: "Loại đơn vị phải có kế hoạch", "Kinds of units that need a plan";
    changed_settings: "Chưa lưu: người khác vừa đổi. Hạn đang đặt:", "Not saved: somebody changed it. The day is now:";
    standing_issued: "Đã ban hành", "Issued";
    standing_issued_late: "Ban hành muộn {n} ngày làm việc", "Issued {n} working days late";
    standing_draft: "Còn dự thảo", "Draft";
    standing_draft_late: "Còn dự thảo, quá hạn {n} ngày làm việc", "Draft, {n} working days late";
    standing_missing: "Chưa có kế hoạch", "No plan yet";
    standing_late: "Chưa có, quá hạn {n} ngày làm việc", "None, {n} working days late";
    standing_not_needed: "Không phải lập riêng", "Not needed";

    assign_heading: "Giao chỉ tiêu", "Assign targets";
    assign_lead: "Mỗi chỉ tiêu giao cho đơn vị nào, tổng hợp lại có đủ chỉ tiêu của mình không.",
        "Who is given which target, and whether the parts make the whole.";
    no_targets: "Kế hoạch chưa có chỉ tiêu.", "The plan has no targets.";
    targets_given: "chỉ tiêu đã giao, cho", "targets are given, to";
    own_units_count: "đơn vị trực thuộc", "units of one's own";
    col_target: "Chỉ tiêu", "Target";
    whole: "Chỉ tiêu của mình", "Own target";
    method: "Cách tổng hợp", "Method";
    col_units: "Đơn vị được giao", "Units";
    given_together: "Tổng hợp phần đã giao", "Given, together";
    left: "Còn phải giao", "Left to give";
    balance: "Thừa, thiếu", "Balance";
    prepared: "đang soạn:", "prepared:";
    balance_even: "Đủ", "Even";
    balance_short: "Thiếu {by}", "Short by {by}";
    balance_over: "Vượt {by}", "Over by {by}";
    method_sum: "Cộng", "Sum";
    method_weighted: "Bình quân có trọng số", "Weighted average";
    method_ratio: "Tỷ lệ chung: tổng tử số trên tổng mẫu số", "Ratio of sums: all numerators over all denominators";
    method_average: "Bình quân", "Average";
    method_minimum: "Lấy mức thấp nhất", "Minimum";
    method_last: "Lấy số mới nhất", "Last";
    method_coverage: "Độ bao phủ: tỷ lệ đơn vị đạt", "Coverage: share of units that reach it";
    bar: "Mức tính là đạt (khi tính độ bao phủ)", "Bar that counts (for coverage)";
    count: "Tính lại", "Count again";
    divide: "Chia đều, hoặc theo trọng số", "Divide evenly, or by weight";
    cannot_divide: "Không chia được: chỉ tiêu không có con số hoặc trọng số không lớn hơn 0.",
        "Cannot divide: the target has no number, or the weights make nothing.";
    own_units: "Đơn vị trực thuộc: giao", "Units of one's own: assigned";
    partners: "Cơ quan phối hợp: đề nghị", "Partners: asked";
    partner: "đề nghị", "asked";
    partners_say: "Đảng, Mặt trận, đoàn thể, cơ quan ngành dọc được đề nghị, không được giao; không tính vào phần cộng lại.",
        "Partners are asked, not told; they do not count towards the whole.";
    col_value: "Giá trị", "Value";
    col_weight: "Trọng số", "Weight";
    col_state: "Trạng thái", "State";
    col_own: "Trong kế hoạch đơn vị", "In the unit's plan";
    col_reason: "Lý do", "Reason";
    col_said: "Văn bản, lý do", "Document, reason";
    has_it: "có", "yes";
    former: "không còn trực thuộc: thu hồi hoặc giao cho đơn vị mới", "no longer below: take back or hand on";
    withdraw: "Thu hồi", "Take back";
    document: "Số, ký hiệu văn bản giao", "Deciding document";
    document_hint: "Ví dụ 2155/QĐ-UBND. Cần khi giao, đổi hoặc thu hồi.", "For example 2155/QĐ-UBND. Needed to assign, change or take back.";
    document_day: "Ngày văn bản", "Its day";
    document_needed: "Nhập số và ngày của văn bản giao: giao, đổi, thu hồi chỉ tiêu phải có văn bản. Chưa có thì bấm “Lưu để soạn”.",
        "Type number and day of the deciding document; without one, save as prepared.";
    day_late: "Ngày văn bản ở tương lai.", "The document's day lies in the future.";
    do_assign: "Giao", "Assign";
    do_draft: "Lưu để soạn", "Save as prepared";
    state_draft: "Đang soạn, chưa giao", "Prepared, not told";
    state_assigned: "Đã giao", "Assigned";
    state_requested: "Đã đề nghị", "Asked";
    state_changed: "Đã giao lại", "Changed";
    state_withdrawn: "Đã thu hồi", "Taken back";
    empty_given: "Đã giao: để trống không phải là thu hồi. Đánh dấu “Thu hồi” và ghi lý do.",
        "This was told to the unit: emptying takes nothing back. Tick “Take back” and say why.";
    change_tells: "Giá trị đã giao chỉ đổi được bằng văn bản: bấm “Giao”, kèm lý do.",
        "What was told is only changed by a document: press “Assign”, with a reason.";
    reason_needed: "Ghi lý do: đã giao cho đơn vị thì mỗi lần đổi, thu hồi đều phải có lý do.",
        "Give a reason: what was told to a unit is changed or taken back with one.";
    value_negative: "Giá trị không thể âm.", "A value cannot be negative.";
    weight_negative: "Trọng số không thể âm.", "A weight cannot be negative.";
    newest: "Người khác vừa ghi:", "Somebody else wrote:";
    changed_grid: "Chưa lưu: người khác vừa ghi trước. Giá trị của họ đứng cạnh những gì đã nhập; chọn rồi lưu lại.",
        "Not saved: somebody was first. Their values stand beside what was typed; choose and save again.";
    closed: "Phong trào đã tổng kết hoặc chưa phát động: chỉ tiêu không giao được nữa. Người có quyền tổng kết mở lại bằng cách đưa về bước “Đang thực hiện”.",
        "The movement is summed up or not launched: nothing can be assigned. Whoever reviews may take it back to “Running”.";
    previous_target: "Chỉ tiêu trước", "Previous target";
    next_target: "Chỉ tiêu sau", "Next target";
    all_targets: "Tất cả chỉ tiêu", "All targets";
    history: "Các lần giao", "Every version";

    derive_heading: "Xây dựng kế hoạch từ kế hoạch cấp trên", "Make a plan from the plan above";
    derive_lead: "Chọn phần thực hiện ở đơn vị. Chỗ nào khác cấp trên thì ghi lý do; cấp trên thấy lý do đó.",
        "Choose what the unit carries out. What differs is said why; the level above sees it.";
    plan_above: "Kế hoạch cấp trên", "Plan above";
    existing: "Đơn vị đã có kế hoạch lập từ kế hoạch này:", "There is already a plan made from this one:";
    theme: "Chủ đề", "Theme";
    theme_above: "Chủ đề của", "Theme of";
    theme_own: "Chủ đề riêng của đơn vị", "The unit's own theme";
    theme_hint: "Để trống thì dùng chủ đề của cấp trên, có ghi nguồn.", "Empty takes over the theme above, with its source.";
    targets: "Chỉ tiêu", "Targets";
    targets_say: "Chỉ tiêu đã giao được chọn sẵn với giá trị được giao. Chỉ tiêu chưa giao thì tự chọn: tỷ lệ, mức bình quân lấy theo kế hoạch cấp trên; số cộng dồn để trống là chờ cấp trên giao.",
        "What was given is ticked with its value. Tick others yourself: rates follow the plan above; a total left empty waits to be given.";
    col_take: "Chọn", "Take";
    col_above: "Cấp trên", "Above";
    given: "được giao:", "assigned:";
    is_given: "được giao", "assigned";
    not_given: "chưa giao riêng cho đơn vị", "not assigned to the unit";
    waves: "Đợt thi đua", "Waves";
    reporting: "Lịch báo cáo", "Reporting";
    duties: "Nhiệm vụ nói đến đơn vị", "Duties that speak to the unit";
    no_duties: "Không có nhiệm vụ nào nêu đơn vị; chọn trong danh sách dưới đây nếu cần.", "None; choose from the list below.";
    other_duties: "Các nhiệm vụ khác", "Other duties";
    also: "Căn cứ và phong trào", "Legal bases and movements";
    bases_say: "Kế hoạch cấp trên được ghi làm căn cứ, cùng số căn cứ của cấp trên:", "The plan above is cited, with so many of its bases:";
    take_movements: "Ghi các phong trào, cuộc vận động cấp trên nêu", "Name the movements of the plan above";
    do_derive: "Lập dự thảo", "Make the draft";
    derived_name: "Dự thảo từ {number}.txt", "Draft from {number}.txt";
    reason_differs: "Khác giá trị cấp trên: ghi lý do ở đơn vị.", "Differs from above: say why.";
    derive_this: "Xây dựng kế hoạch từ kế hoạch này", "Make the unit's plan from this one";
    from_above: "Kế hoạch của cấp trên", "Plans from above";
    launch_unexplained: "Chưa ban hành được: chỉ tiêu khác cấp trên mà chưa ghi lý do. Ghi lý do ở trang “Đối chiếu với cấp trên” (trong Chuỗi kế hoạch):",
        "Not issued: these targets differ from the plan above without a reason. Give it on the page “Match with the plan above”:";

    mapping_heading: "Đối chiếu với cấp trên", "Match with the plan above";
    mapping_lead: "Mỗi chỉ tiêu thực hiện chỉ tiêu nào của cấp trên. Khác giá trị thì phải có lý do.",
        "Which target carries out which target above. What differs needs a reason.";
    col_above_target: "Chỉ tiêu cấp trên", "Target above";
    proposed: "phần mềm gợi ý theo tên; lưu là xác nhận", "proposed by name; saving confirms";
    differs_unsaid: "khác giá trị, chưa ghi lý do", "differs, no reason yet";
    no_such_target: "Không có chỉ tiêu này ở cấp trên; chọn trong danh sách.", "There is no such target above; choose from the list.";
    changed_mapping: "Chưa lưu: người khác vừa đối chiếu. Phần của họ đứng cạnh; chọn rồi lưu lại.",
        "Not saved: somebody was first. Their choice stands beside; choose and save again.";
    above_only: "Chỉ tiêu cấp trên chưa có trong kế hoạch này", "Targets above that this plan does not have";

    chain_heading: "Chuỗi kế hoạch", "Chain of plans";
    chain_lead: "Từ văn bản cao nhất đến kế hoạch của từng đơn vị. Văn bản chỉ được nêu tên thì chưa có trong hệ thống.",
        "From the highest document down to every unit's plan. What is only named is not in the system.";
    named_by: "được nêu trong", "named in";
    draft: "dự thảo", "draft";
    draft_not_counted: "dự thảo, chưa tính", "a draft, not counted";
    no_plans_below: "Chưa có kế hoạch cấp dưới nối với kế hoạch này.", "No plan below is linked to this one.";
    chain_cut: "Chuỗi dài quá, không hiện hết.", "The chain is longer than shown.";
    unlink: "Bỏ nối", "Unlink";
    link: "Nối", "Link";
    no_candidates: "Chưa thấy kế hoạch cấp trên trong hệ thống. Khi cấp trên đưa kế hoạch vào và phát động, trang này đề xuất theo số, ký hiệu.",
        "The plan above is not in the system. Once it is issued here, it is proposed by its number.";
    candidates_say: "Kế hoạch trong hệ thống mà kế hoạch này có thể thực hiện. Nối rồi mới đối chiếu được chỉ tiêu.",
        "Plans that this one may carry out. Targets can be matched once it is linked.";
    cited_as_parent: "được dẫn là kế hoạch cấp trên", "cited as the plan above";
    no_parent: "Chưa nối với kế hoạch cấp trên.", "Not linked to a plan above.";
    circle: "Không nối được: kế hoạch đó đang thực hiện chính kế hoạch này, chuỗi sẽ khép vòng.",
        "Cannot link: that plan carries out this one; the chain would close.";
    not_taken_up: "Văn bản phải triển khai mà chưa ai nhận", "To be carried out, taken up by nobody";
    not_taken_up_says: "Không có nhiệm vụ, phong trào nào của kế hoạch, cũng chưa có kế hoạch cấp dưới nào nhắc đến.",
        "No duty or movement of the plan and no plan below mentions it.";

    reconcile_heading: "Đối chiếu trên – dưới", "Above against below";
    reconcile_lead: "Chỉ tiêu của mình so với phần đã giao và với kế hoạch của các đơn vị, theo cách tổng hợp của từng chỉ tiêu.",
        "Own targets against what was given and what the units plan, by each target's method.";
    col_assigned: "Được giao", "Assigned";
    own_together: "Kế hoạch các đơn vị, tổng hợp", "Units' plans, together";
    col_marks: "Lưu ý", "To look at";
    marked: "chỉ tiêu cần lưu ý.", "targets have something to look at.";
    show_marked: "Chỉ hiện các chỉ tiêu đó", "Show only those";
    show_all: "Hiện tất cả", "Show all";
    fits: "Khớp", "Fits";
    version: "lần", "version";
    actual_together: "Tổng hợp kết quả các đơn vị đã báo cáo:", "What the units reported, together:";
    orphans: "Chỉ tiêu của đơn vị không có ở cấp trên", "Targets of units that nobody above has";
    orphans_say: "Đơn vị tự đặt, hoặc chưa đối chiếu với chỉ tiêu cấp trên.", "Set by the unit itself, or not matched yet.";
    no_orphans: "Không có.", "None.";
    symbol_decision: "QĐ", "QĐ";
    reports_to: "Cơ quan thường trực Hội đồng Thi đua - Khen thưởng", "the standing office";
    as_article: "Như Điều 3", "Those named in article 3";
    nothing_given: "Chưa giao chỉ tiêu cho đơn vị nào.", "No target is given to a unit yet.";
    too_wide: "Bảng có {n} đơn vị, rộng hơn trang giấy; hãy tải bản Excel.", "The table has {n} units and is wider than a page; take the workbook.";
    as_judged: "x", "x";
    mark_gap: "Giao thiếu {by}", "Given short by {by}";
    mark_over: "Giao vượt {by}", "Given over by {by}";
    mark_own_gap: "Kế hoạch đơn vị còn thiếu {by}", "Units' plans short by {by}";
    mark_no_owner: "Chưa giao đơn vị nào", "No owner";
    mark_unassigned: "{n} đơn vị đưa vào kế hoạch, chưa được giao", "{n} units plan it, not assigned";
    mark_not_planned: "{n} đơn vị được giao, kế hoạch không có", "{n} units were given it, not planned";
    mark_differs: "{n} đơn vị khác mức giao", "{n} units differ";
    mark_changed: "{n} đơn vị có thay đổi trong năm", "{n} changed during the year";

    striving_heading: "Được giao, phấn đấu, thực hiện", "Assigned, striving, actual";
    striving_lead: "Mức được giao, mức phấn đấu cao hơn, kết quả: hoàn thành hay vượt mức.",
        "What was given, what is striven for beyond, and the result.";
    col_plan_value: "Kế hoạch", "Plan";
    col_striving: "Phấn đấu", "Striving";
    col_actual: "Thực hiện", "Actual";
    col_effort: "So với mức giao", "Against the assigned";
    note: "Ghi chú", "Note";
    effort_open: "Chưa so được", "Nothing to compare";
    effort_below: "Chưa hoàn thành", "Not completed";
    effort_completed: "Hoàn thành", "Completed";
    effort_exceeded: "Hoàn thành vượt mức", "Exceeded";
    effort_striving: "Đạt mức phấn đấu", "Striving value reached";
    thread_assigned: "Được cấp trên giao", "Assigned from above";
    thread_waiting: "Chưa được giao: số giao của cấp trên tự hiện khi văn bản giao đến.",
        "Not assigned yet: the value appears by itself when the level above assigns it.";

    paper_plan: "Kế hoạch", "Kế hoạch";
    paper_title: "Phát động phong trào thi đua", "Phát động phong trào thi đua";
    paper_motto_state: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    paper_motto_words: "Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự do - Hạnh phúc";
    paper_theme: "Chủ đề", "Chủ đề";
    paper_theme_of: "Chủ đề thi đua của", "Chủ đề thi đua của";
    paper_number: "số", "số";
    paper_day: "ngày", "ngày";
    paper_of: "của", "của";
    paper_based_on: "Căn cứ", "Căn cứ";
    paper_carrying_out: "Thực hiện", "Thực hiện";
    paper_movements: "PHONG TRÀO, CUỘC VẬN ĐỘNG", "PHONG TRÀO, CUỘC VẬN ĐỘNG";
    paper_targets: "CHỈ TIÊU THI ĐUA", "CHỈ TIÊU THI ĐUA";
    paper_assigned: "{issuer} giao", "{issuer} giao";
    paper_inherited: "theo kế hoạch của {issuer}, chưa giao riêng", "theo kế hoạch của {issuer}, chưa giao riêng";
    paper_waves: "CÁC ĐỢT THI ĐUA", "CÁC ĐỢT THI ĐUA";
    paper_days: "từ ngày {a} đến ngày {b}", "từ ngày {a} đến ngày {b}";
    paper_organisation: "TỔ CHỨC THỰC HIỆN", "TỔ CHỨC THỰC HIỆN";
    paper_reports: "Báo cáo", "Báo cáo";
    paper_by: "trước ngày", "trước ngày";
    paper_to: "gửi", "gửi";
    paper_recipients: "Nơi nhận:", "Nơi nhận:";
    paper_to_report: "báo cáo", "báo cáo";
    paper_files: "Lưu: VT", "Lưu: VT";
}
