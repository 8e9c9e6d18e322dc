//! The words of participation and campaigns.

crate::face::wording::words! {
    heading: "Sự tham gia phong trào", "Participation";
    lead: "Đơn vị nào đã đăng ký, ký giao ước, tham gia cuộc vận động; người thuộc từng đối tượng đã đăng ký bao nhiêu; ai chưa được vươn tới.",
        "Which units have registered, signed covenants or joined campaigns; how many people of each category are registered; who is not reached.";
    n_registered: "Đơn vị đã đăng ký", "Units registered";
    n_signed: "Đơn vị đã ký giao ước", "Units that signed";
    n_joined: "Đơn vị tham gia cuộc vận động", "Units in campaigns";
    n_people: "Người đã đăng ký", "People registered";
    of_units: "trên {n} đơn vị, {share}", "of {n} units, {share}";
    of_people: "trên {n} người trong danh sách, {share}", "of {n} people on the list, {share}";
    no_share: "chưa tính được tỷ lệ", "no share";
    units: "Theo đơn vị", "By unit";
    no_units: "Chưa có đơn vị cấp dưới trong hệ thống.", "No unit stands below.";
    col_unit: "Đơn vị", "Unit";
    col_registered: "Đăng ký", "Registered";
    col_signed: "Giao ước", "Covenant";
    col_joined: "Cuộc vận động", "Campaigns";
    col_people: "Người đăng ký", "People";
    yes: "có", "yes";
    no: "chưa", "not yet";
    times: "{n} lần", "{n} times";
    categories: "Theo đối tượng", "By category";
    categories_lead: "Người, hộ, tập thể có tên trong bản đăng ký đã nộp, so với danh sách đang công tác, sinh sống trong các đơn vị.",
        "People, households and collectives named in registrations that were handed in, against the list of people.";
    col_category: "Đối tượng", "Category";
    col_all: "Tổng số", "All";
    col_share: "Tỷ lệ (%)", "Share (%)";
    leaders: "Giữ chức vụ lãnh đạo, quản lý", "Leaders";
    others: "Không giữ chức vụ lãnh đạo", "Not leading";
    direct: "Trực tiếp lao động, công tác", "Direct workers";
    no_list: "Chưa có danh sách người, nên chưa tính được theo đối tượng.", "There is no list of people, so nothing is counted by category.";
    to_people: "Đến danh sách người", "To the list of people";
    unlinked: "{n} tên trong bản đăng ký không tìm thấy trong danh sách người của đơn vị, hoặc trùng tên nhiều người; chưa đếm được theo đối tượng.",
        "{n} names of the registrations are not on the list of people of the unit, or have namesakes; they are not counted by category.";
    more_than_list: "nhiều hơn danh sách", "more than the list";
    missed: "Chưa vươn tới", "Not reached";
    missed_units: "Đơn vị chưa đăng ký, chưa ký giao ước, chưa tham gia cuộc vận động nào", "Units that took part in nothing";
    missed_categories: "Đối tượng có người nhưng chưa ai đăng ký", "Categories of which nobody is registered";
    all_reached: "Mọi đơn vị và đối tượng đều đã có tham gia.", "Every unit and category takes part.";
    message: "Các đơn vị chưa đăng ký, ký giao ước hoặc tham gia cuộc vận động: {units}. Đề nghị triển khai và báo lại.",
        "Units that have neither registered, signed nor joined: {units}. Please begin and report.";
    campaigns: "Cuộc vận động, hoạt động xã hội đã tham gia", "Campaigns and social activities joined";
    campaigns_lead: "Cuộc vận động, hoạt động xã hội do trung ương, tỉnh phát động: đơn vị nào tham gia, ngày nào, làm gì, bao nhiêu người, đóng góp bao nhiêu.",
        "Campaigns launched by the centre or the province: which unit, when, what, how many people, how much.";
    to_campaigns: "Cuộc vận động đã tham gia", "Campaigns joined";
    no_joins: "Chưa ghi lần tham gia nào", "Nothing is recorded yet";
    no_joins_says: "Đơn vị ghi từng lần tham gia; số người và đóng góp được cộng theo cuộc vận động và theo đơn vị.",
        "Units record each time; people and gifts are added up by campaign and by unit.";
    by_campaign: "Theo cuộc vận động", "By campaign";
    by_unit: "Theo đơn vị", "By unit";
    list: "Từng lần tham gia", "Each time";
    campaign: "Cuộc vận động, hoạt động", "Campaign";
    other_activity: "Hoạt động xã hội khác", "Another social activity";
    unit: "Đơn vị", "Unit";
    choose_unit: "— chọn đơn vị —", "— choose a unit —";
    day: "Ngày", "Day";
    what: "Việc đã làm", "What was done";
    people: "Số người tham gia", "People";
    people_hint: "Số nguyên; bỏ trống khi không đếm.", "A whole number; empty when not counted.";
    amount: "Đóng góp", "Gift";
    amount_hint: "Tiền, ngày công, hiện vật; ghi kèm đơn vị tính.", "Money, days, goods, with their unit.";
    amount_unit: "Đơn vị tính của đóng góp", "Unit of the gift";
    amount_unit_hint: "Ví dụ: triệu đồng, ngày công, suất quà.", "For example million đồng, days of work.";
    unit_needed: "Ghi đơn vị tính của đóng góp.", "Say the unit of the gift.";
    amount_needed: "Ghi mức đóng góp, hoặc bỏ trống đơn vị tính.", "Say the gift, or leave its unit empty.";
    negative: "Đóng góp không thể âm.", "A gift is not negative.";
    evidence: "Minh chứng bằng lời", "Evidence in words";
    evidence_hint: "Số, ký hiệu văn bản, biên nhận, tên người nhận.", "Number of the document, receipt, recipient.";
    withdraw: "Ghi nhầm, rút lại", "Written by mistake";
    withdraw_hint: "Dòng vẫn còn trong danh sách, không cộng vào tổng.", "The line stays and is not counted.";
    withdrawn: "đã rút lại", "taken back";
    future: "Ngày này chưa đến ({day}).", "That day ({day}) has not come yet.";
    record: "Ghi một lần tham gia", "Record";
    correct: "Lưu thay đổi", "Save the change";
    edit: "sửa", "change";
    n_times: "Số lần", "Times";
    n_units: "Số đơn vị", "Units";
    sum: "Đóng góp", "Gifts";
    too_large: "vượt khả năng cộng", "too large to add";
    recorded: "Người ghi", "Recorded by";
    closed: "Phong trào chưa phát động hoặc đã khép lại; không ghi thêm được.", "The movement is not launched or is closed; nothing more is recorded.";
}
