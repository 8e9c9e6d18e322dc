//! The words of blocks and clusters.

crate::face::wording::words! {
    heading: "Khối, cụm thi đua", "Blocks and clusters";
    lead_text: "Đơn vị nào thuộc khối, cụm nào vào ngày nào, theo quyết định nào; ai làm trưởng khối, phó trưởng khối trong năm.",
        "Which unit is in which block on which day, by which decision; who leads it in the year.";
    empty: "Chưa chia khối thi đua", "No block yet";
    empty_says: "Soạn phương án chia khối: dán danh sách đơn vị theo từng khối, xem trước, rồi ghi số và ngày quyết định.",
        "Draft an arrangement: paste the units under each block, look at the preview, then enter number and date of the decision.";
    own: "Khối, cụm của cơ quan", "Blocks of the authority";
    outside: "Cụm, khối ngoài cơ quan mà cơ quan tham gia", "Outside clusters that the authority takes part in";
    no_outside: "Chưa ghi cụm, khối nào do cơ quan khác tổ chức.", "No cluster of another authority is recorded.";
    of_others: "Khối, cụm của cơ quan cấp trên có đơn vị của bạn", "Blocks of authorities above with your unit in them";
    col_block: "Khối, cụm", "Block";
    col_lead: "Trưởng khối, cụm", "Lead";
    col_deputies: "Phó", "Deputies";
    col_members: "Thành viên", "Members";
    col_state: "Tình trạng", "State";
    col_unit: "Đơn vị", "Unit";
    col_days: "Thời gian", "Days";
    col_from: "Từ khối", "From";
    col_to: "Sang khối", "To";
    col_year: "Năm", "Year";
    col_document: "Theo văn bản", "Document";
    col_changes: "Thay đổi", "Changes";
    fine: "Đủ", "In order";
    kind: "Loại", "Kind";
    kind_block: "Khối thi đua", "Block";
    kind_cluster: "Cụm thi đua", "Cluster";
    organiser: "Cơ quan tổ chức", "Organised by";
    organiser_hint: "Ví dụ: UBND tỉnh Quảng Ngãi.", "For example: the people's committee of the province.";
    name: "Tên đầy đủ", "Full name";
    name_hint: "Ví dụ: Cụm thi đua các huyện miền núi và hải đảo.", "For example: cluster of the mountain and island districts.";
    note: "Ghi chú", "Remark";
    add_outside: "Ghi cụm, khối ngoài mà cơ quan tham gia", "Record an outside cluster";
    name_there: "Đã có khối, cụm tên này trong sổ của cơ quan.", "A block of this name is in the register already.";
    correct: "Sửa tên, ghi chú", "Correct name and remark";
    arrange: "Sắp xếp lại các khối", "Rearrange the blocks";
    arrange_outside: "Ghi thành phần của cụm", "Record who is in it";
    arrange_lead: "Soạn phương án: mỗi khối một dòng tên, dưới đó mỗi dòng một đơn vị. Chuyển đơn vị bằng cách cắt dán dòng. Chưa thay đổi gì cho đến khi ghi quyết định.",
        "Draft it: a line for each block, under it one unit a line. Move a unit by moving its line. Nothing changes until the decision is entered.";
    from: "Có hiệu lực từ ngày", "In force from";
    from_hint: "Từ ngày này thành phần mới thay toàn bộ thành phần cũ.", "From this day the new composition replaces the old one whole.";
    reason: "Lý do sắp xếp", "Why";
    lines: "Các khối và đơn vị", "Blocks and units";
    lines_hint: "Dòng tên khối kết thúc bằng dấu hai chấm; dưới đó mỗi dòng một đơn vị, có thể kèm “; từ ngày; đến ngày”. Dán được từ Word, Excel (cột khối, cột đơn vị). Đơn vị không có trong cây đơn vị (cơ quan trung ương, doanh nghiệp) ghi theo tên.",
        "The line of a block ends with a colon; under it one unit a line, “; from; to” may follow. Can be pasted from Word or Excel (block, unit). Bodies outside the tree are kept by name.";
    preview: "Xem trước", "Preview";
    edit_proposal: "Sửa phương án", "Change the draft";
    discard: "Bỏ phương án này", "Throw this draft away";
    proposal: "Phương án sắp xếp khối", "Draft arrangement";
    decided_heading: "Quyết định sắp xếp khối", "Decided arrangement";
    proposal_state: "Phương án, chưa có quyết định", "Draft, not decided";
    decided_state: "Đã quyết định", "Decided";
    scope_all: "Các khối của cơ quan", "All blocks of the authority";
    p_counts: "{stay} đơn vị giữ nguyên khối, {moved} chuyển khối, {joined} vào khối, {left} ra khỏi khối.",
        "{stay} stay, {moved} move, {joined} join, {left} leave.";
    p_moved: "Chuyển khối", "Move";
    p_joined: "Vào khối", "Join";
    p_left: "Ra khỏi khối", "Leave";
    p_founded: "Khối được lập mới", "Blocks that begin";
    p_ended: "Khối không còn đơn vị", "Blocks left empty";
    p_nowhere: "Đơn vị trực thuộc chưa vào khối nào", "Units in no block";
    p_twice: "Đơn vị ở nhiều hơn một khối", "Units in more than one block";
    p_by_name: "Ghi theo tên, không có trong cây đơn vị", "Kept by name, not in the tree of units";
    p_maybe: "có phải {name}?", "is it {name}?";
    p_later: "Đã có quyết định {number} có hiệu lực từ {day}; phương án này chỉ áp dụng đến trước ngày đó.",
        "Decision {number} holds from {day}; this one holds only until then.";
    p_composition: "Thành phần theo phương án", "Composition of the draft";
    p_nothing: "Phương án giống hệt thành phần đang có.", "The draft is the same as the present composition.";
    decide: "Ghi quyết định", "Enter the decision";
    decide_says: "Ghi số, ngày quyết định đã ký; các thay đổi ở trên được thực hiện cùng một lúc.",
        "Enter number and date of the signed decision; all changes above are made at once.";
    number: "Số, ký hiệu quyết định", "Number and symbol";
    dated: "Ngày ban hành", "Date";
    file: "Bản chụp quyết định", "Scan of the decision";
    accept: "Đã xem các đơn vị đứng ngoài khối hoặc ở hai khối và giữ như vậy", "I have seen who is in none or in two, and it stays so";
    accept_needed: "Còn đơn vị đứng ngoài khối hoặc ở hai khối: sửa phương án, hoặc đánh dấu là đã xem.",
        "Some units are in none or in two blocks: change the draft, or tick that you have seen it.";
    dated_future: "Ngày ban hành ở tương lai: quyết định chưa ký thì chưa ghi được; ngày có hiệu lực có thể muộn hơn.", "The date is in the future: what is not signed is not recorded yet; it may begin later.";
    dated_after: "Ngày ban hành đứng sau ngày có hiệu lực. Kiểm tra lại hai ngày.", "The date is after the first day in force. Check the two.";
    same_day: "Đã có quyết định khác có hiệu lực từ đúng ngày này. Sửa ngày hiệu lực trong phương án.",
        "Another decision begins on this very day. Change the first day in the draft.";
    changed: "Thành phần khối hoặc phương án vừa thay đổi sau khi bạn mở trang. Xem lại phần xem trước dưới đây rồi ghi quyết định.",
        "Blocks or draft changed since you opened the page. Look at the preview again, then decide.";
    changed_proposal: "Người khác vừa sửa phương án này. Ô dưới giữ nội dung bạn nhập; nội dung hiện có:",
        "Somebody else has just changed this draft. The field keeps what you typed; it now says:";
    is_decided: "Phương án này đã được quyết định; lập phương án mới để thay đổi tiếp.", "This draft is decided; make a new one for further changes.";
    line_no_block: "Dòng {n}: “{text}” chưa nằm dưới khối nào. Ghi tên khối ở dòng trên, kết thúc bằng dấu hai chấm.",
        "Line {n}: “{text}” stands under no block. Put the block's name above, with a colon.";
    line_bad_day: "Dòng {n}: ngày “{day}” chưa đúng, viết như 07/3/2022.", "Line {n}: “{day}” is no day; write 07/3/2022.";
    line_days_order: "Dòng {n}: ngày cuối đứng trước ngày đầu.", "Line {n}: the last day is before the first.";
    no_members: "Chưa có đơn vị nào trong danh sách. Ghi tên khối, rồi mỗi đơn vị một dòng.", "No unit stands in the list. Write the name of a block, then one unit a line.";
    line_ended: "Dòng {n}: ngày cuối đứng trước ngày phương án có hiệu lực. Bỏ dòng này hoặc sửa ngày.", "Line {n}: the last day is before the first day of this arrangement. Leave the line out or mend the day.";
    line_itself: "Dòng {n}: tên khối để trống hoặc trùng tên thành viên.", "Line {n}: the block has no name, or the name of its member.";
    line_twice: "Dòng {n}: {name} đã có trong khối này.", "Line {n}: {name} stands in this block already.";
    line_long: "Dòng {n}: tên dài quá 200 ký tự.", "Line {n}: the name is longer than 200 characters.";
    line_many: "Dòng {n}: có {k} đơn vị cùng tên “{name}” trong cơ quan. Ghi tên đầy đủ của đơn vị trực thuộc.",
        "Line {n}: {k} units are called “{name}”. Write the full name.";
    one_block_only: "Trang này chỉ ghi thành phần của “{name}”; dòng {n} nói về khối khác.", "This page is about “{name}” only; line {n} is about another block.";
    lines_too_long: "Danh sách dài quá 60.000 ký tự.", "The list is longer than 60,000 characters.";
    composition_on: "Thành viên ngày {day}", "Members on {day}";
    nobody: "Không có đơn vị nào trong khối vào ngày này.", "Nobody is in the block on this day.";
    history: "Các quyết định sắp xếp", "Decisions";
    no_history: "Chưa có quyết định hay phương án nào.", "No decision and no draft yet.";
    stays: "Quá trình tham gia", "Who has been in it";
    leads: "Trưởng khối, phó theo năm", "Leads by year";
    no_leads: "Chưa phân công trưởng khối.", "Nobody has been named to lead.";
    lead_form: "Phân công trưởng khối, phó của năm", "Name who leads in a year";
    year: "Năm", "Year";
    year_hint: "Phân công lại cho cùng một năm sẽ thay phân công cũ; nhật ký giữ cả hai.", "Naming anew for a year replaces what was; the log keeps both.";
    lead: "Trưởng khối, cụm", "Lead";
    deputy_one: "Phó thứ nhất", "First deputy";
    deputy_two: "Phó thứ hai", "Second deputy";
    document: "Theo biên bản, quyết định", "Minutes or decision";
    nobody_chosen: "Chưa phân công", "Nobody";
    not_led: "Chưa từng làm trưởng khối: {names}.", "Have not led yet: {names}.";
    all_led: "Mọi thành viên đã từng làm trưởng khối.", "Every member has led once.";
    lead_twice: "Một đơn vị chỉ giữ một vai trong năm.", "One unit holds one seat in a year.";
    lead_needed: "Chọn trưởng khối trong các thành viên.", "Choose the lead among the members.";
    bad_year: "Năm cần là bốn chữ số, từ 1990 đến 2100.", "A year has four digits, from 1990 to 2100.";
    not_member: "Không phải thành viên của khối.", "Not a member.";
    f_no_lead: "Chưa phân công trưởng khối năm {year}.", "Nobody leads it in {year}.";
    m_no_lead: "Phân công trưởng khối, phó của năm.", "Name who leads in the year.";
    f_lead_no_member: "{name} được phân công nhưng không là thành viên của khối.", "{name} is named to lead and is no member.";
    m_lead_no_member: "Phân công lại, hoặc đưa đơn vị vào khối bằng quyết định.", "Name somebody else, or bring the unit in by decision.";
    f_member_ended: "{name} đã kết thúc hoạt động ngày {day} mà vẫn ở trong khối.", "{name} ended on {day} and still stands in the block.";
    m_member_ended: "Sắp xếp lại các khối bằng quyết định mới.", "Rearrange the blocks by a new decision.";
    f_one_member: "Khối chỉ có một đơn vị, không thi đua được với ai.", "There is one unit only, with nobody to compete with.";
    m_one_member: "Sắp xếp lại để mỗi khối có từ hai đơn vị.", "Rearrange so that each block has two or more.";
    f_empty: "Không có đơn vị nào vào ngày này.", "Nobody is in it on this day.";
    m_empty: "Giữ để tra cứu; hoặc đưa đơn vị vào bằng quyết định.", "Kept for the record; or bring units in by decision.";
    first: "Lần chia khối đầu tiên được ghi", "The first recorded";
    filter: "Khối, cụm", "Block";
    all_units: "Tất cả đơn vị", "All units";
    nowhere_today: "Đơn vị trực thuộc chưa vào khối nào", "Units in no block";
    print_list: "Sao chép danh sách", "Copy the list";
    blocs_as_parties: "Khối, cụm là một bên", "Blocks as parties";
}
