//! Layouts: tables of several kinds, lists set apart by blanks, numbering of every sort, news, letters and covenants.

use super::super::read_plan;
use super::table;
use crate::read::SourceText;

/// What the body of a plan stands for.
fn plan(body: &str) -> Vec<String> {
    document("KẾ HOẠCH\nPhát động phong trào thi đua năm 2024", body)
}

fn document(title: &str, body: &str) -> Vec<String> {
    let text = format!(
        "ỦY BAN NHÂN DÂN XÃ VÍ DỤ\nSố: 12/KH-UBND\nVí Dụ, ngày 10 tháng 01 năm 2024\n\n{title}\n\n{body}\n\nX. TỔ CHỨC THỰC HIỆN\n\nCác ban, ngành, đoàn thể căn cứ văn bản này tổ chức thực hiện tốt phong trào thi đua trong toàn xã, kịp thời phản ánh khó khăn về Ủy ban nhân dân xã để được hướng dẫn.\n"
    );
    table(&read_plan(&SourceText::from_text(&text)).expect("a document"))
}

fn all(read: impl Fn(&str) -> Vec<String>, cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(body, wanted)| (body, read(body), wanted))
        .filter(|(_, found, wanted)| found != *wanted)
        .map(|(body, found, wanted)| format!("{body}\n   read   {found:?}\n   wanted {wanted:?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn columns_of_classes_and_of_stretches_of_time_each_set_a_target() {
    all(
        plan,
        &[
            (
                "I. CHỈ TIÊU\n\n(Đơn vị tính: ha)\nCây trồng          Vụ hè thu    Vụ đông xuân\nLúa nước               210            190\nNgô lai                 55             40",
                &["eq 210 ha", "eq 190 ha", "eq 55 ha", "eq 40 ha"],
            ),
            (
                "I. CHỈ TIÊU\n\nDanh mục\tKhu vực I\tKhu vực II\n(đơn vị tính)\t(hộ)\t(hộ)\nHộ thoát nghèo\t12\t≥ 9\nHộ thoát cận nghèo\t7\t-",
                &["eq 12 hộ", "ge 9 hộ", "eq 7 hộ"],
            ),
            (
                "I. CHỈ TIÊU\n\n| TT | Chỉ tiêu | ĐVT | Cả năm 2024 | Riêng đợt I |\n|---|---|---|---|---|\n| 1 | Kết nạp đảng viên | Đảng viên | từ 8 | 3 |\n| 2 | Trồng cây | Cây | 900 | 400 |",
                &["ge 8 đảng viên", "eq 3 đảng viên", "eq 900 cây", "eq 400 cây"],
            ),
            (
                "I. CHỈ TIÊU\n\nĐơn vị: hộ (trừ dòng ghi riêng)\n\n| TT | Nội dung | 2024 | 2025 |\n|---|---|---|---|\n| 1 | Hộ dùng nước sạch | 310 | 350 |\n| 2 | Vốn đối ứng (triệu đồng) | 1.500 | 2.000 |",
                &["eq 310 hộ", "eq 350 hộ", "eq 1500 triệu đồng", "eq 2000 triệu đồng"],
            ),
        ],
    );
}

#[test]
fn values_set_apart_from_their_names_are_lines_of_their_own() {
    all(
        plan,
        &[
            (
                "I. CHỈ TIÊU\n\n1. Tài chính\n\n   Thu từ phí và lệ phí            : 310 triệu đồng\n   Chi thường xuyên tiết kiệm      : >= 5 %\n   Nợ đọng xây dựng cơ bản         : < 200 triệu đồng",
                &["eq 310 triệu đồng", "ge 5 %", "lt 200 triệu đồng"],
            ),
            (
                "I. CHỈ TIÊU\n\n1. Danh hiệu phấn đấu\nTên danh hiệu                    Số lượng\nTập thể lao động xuất sắc        02 tập thể\nChiến sĩ thi đua cơ sở           05 người",
                &["eq 2 tập thể", "eq 5 người"],
            ),
        ],
    );
}

#[test]
fn numbering_of_every_sort_is_no_measure() {
    all(
        plan,
        &[
            (
                "I. CHỈ TIÊU\n\nNhóm 1. Kinh tế\n(1.1) Thành lập 03 hợp tác xã.\n(1.2) Giải ngân từ 95% kế hoạch vốn trở lên.\nNhóm 2. Xã hội\n(2.1) Tặng 12 tủ sách.",
                &["eq 3 hợp tác xã", "ge 95 %", "eq 12 tủ sách"],
            ),
            (
                "I. CHỈ TIÊU\n\n1. Đoàn thể\n(i) Kết nạp 20 hội viên;\n(ii) Không có chi hội yếu kém.\n2. Văn hóa\n(i) Tổ chức 04 hội thi.",
                &["eq 20 hội viên", "none_exists", "eq 4 hội thi"],
            ),
            (
                "PHẦN A. CHỈ TIÊU THI ĐUA\n\n- Xây mới 05 phòng học.\n- Tỷ lệ chuyên cần đạt 98%.\n\nPHẦN B. TỔ CHỨC THỰC HIỆN\n\n- Họp giao ban 02 lần mỗi tháng.",
                &["eq 5 phòng học", "eq 98 %"],
            ),
            (
                "I. CHỈ TIÊU\n\n- Thu gom rác đạt 90%.\n- Mức thưởng: tập thể nhất 3 triệu đồng, cá nhân 500.000 đồng.\n- Kinh phí hoạt động: mỗi đơn vị góp 2 triệu đồng.",
                &["eq 90 %"],
            ),
        ],
    );
}

#[test]
fn numbers_in_words_count_like_digits() {
    let list = |line: &str| plan(&format!("I. CHỈ TIÊU\n\n- {line}"));
    all(
        list,
        &[
            ("Xây dựng mười lăm mô hình sản xuất.", &["eq 15 mô hình"]),
            ("Nhân rộng hai mươi mốt mô hình sản xuất.", &["eq 21 mô hình"]),
            ("Mở mười hai (12) lớp tập huấn.", &["eq 12 lớp tập huấn"]),
            ("Mở 12 (mười hai) lớp tập huấn.", &["eq 12 lớp tập huấn"]),
            ("Tham gia ba hội chợ.", &["eq 3 hội chợ"]),
            ("Thu quỹ đạt một trăm hai mươi triệu đồng.", &["eq 120 triệu đồng"]),
            ("Tổng doanh thu: ba mươi tỷ đồng.", &["eq 30 tỷ đồng"]),
        ],
    );
}

#[test]
fn bounds_by_a_norm_and_what_explains_a_figure_are_told_apart() {
    let list = |line: &str| plan(&format!("I. CHỈ TIÊU\n\n- {line}"));
    all(
        list,
        &[
            ("Điện tiêu thụ không vượt định mức 40 nghìn kWh.", &["le 40 nghìn kWh"]),
            ("Đưa tổng số hộ kinh doanh của xã vượt con số 150.", &["gt 150 hộ kinh doanh"]),
            ("Giảm số hộ chậm nộp thuế từ 40 xuống dưới 25 hộ.", &["lt 25 hộ"]),
            ("Giảm 10% số vụ trộm cắp so với năm 2023 (37 vụ).", &["decrease_by 10 %"]),
            ("Tỷ lệ hộ dùng nước sạch đạt 95% (bình quân huyện năm 2023 là 91,2%).", &["eq 95 %"]),
            ("Tỷ lệ giáo viên giỏi 30% (năm học trước 24%).", &["eq 30 %"]),
            ("Sửa 06 phòng học với mức 60 triệu đồng/phòng và 30 triệu đồng/phòng cấp bốn.", &["eq 6 phòng học"]),
            ("Đỡ đầu 11 cháu (400.000 đồng/cháu/tháng).", &["eq 11 cháu"]),
            ("Tập huấn cho 200 lượt người (kinh phí 50 triệu đồng).", &["eq 200 lượt người"]),
            ("Đàn bò tăng bình quân 4%/năm.", &["increase_by 4 %/năm"]),
            ("Tội phạm giảm 7%, tai nạn giao thông giảm cả 3 mặt.", &["decrease_by 7 %", "decrease_by"]),
            ("Không bao che vi phạm.", &["none_exists"]),
            ("Hồ sơ trước hạn đạt 70%; số còn lại giải quyết đúng hạn.", &["eq 70 %"]),
        ],
    );
}

#[test]
fn news_goes_on_with_what_will_be_and_leaves_what_was() {
    let news = |body: &str| {
        let text = format!(
            "Báo Ví Dụ\n\nHuyện Ví Dụ phát động đợt thi đua xây dựng quê hương sạch đẹp\n\nSáng 10/3/2024, huyện Ví Dụ tổ chức lễ phát động đợt thi đua năm 2024 với hơn 300 người tham dự.\n\n{body}\n\nLễ phát động kết thúc trong không khí phấn khởi của cán bộ và nhân dân toàn huyện."
        );
        table(&read_plan(&SourceText::from_text(&text)).expect("news"))
    };
    all(
        news,
        &[
            (
                "Phát biểu tại lễ, ông Nguyễn Văn A cho biết, năm 2023 toàn huyện trồng 9.000 cây.\n\nĐợt thi đua này, huyện phấn đấu trồng 12.000 cây, tỷ lệ cây sống đạt 90%.\n\nẢnh: Các đại biểu trồng cây.\n\nVề môi trường, các xã sẽ xóa 25 điểm đen rác thải; 80% hộ phân loại rác tại nguồn.",
                &["eq 12000 cây", "eq 90 %", "eq 25 điểm đen", "eq 80 %"],
            ),
            (
                "Huyện phấn đấu thành lập 4 hợp tác xã.\n\n“Đến cuối năm, số đường hoa phải đạt 60 km; chúng tôi sẽ vận động ít nhất 2 tỷ đồng”, lãnh đạo huyện khẳng định.\n\nTại buổi lễ, Ban Tổ chức trao 20 suất quà, mỗi suất 500.000 đồng.",
                &["eq 4 hợp tác xã", "eq 60 km", "ge 2 tỷ đồng"],
            ),
        ],
    );
}

#[test]
fn a_letter_that_only_calls_sets_no_target() {
    let letter = |body: &str| document("THƯ PHÁT ĐỘNG\nPhong trào thi đua năm 2024", body);
    all(
        letter,
        &[
            (
                "Sau khi đi vào hoạt động trên cơ sở hợp nhất 02 phòng, đơn vị có 45 công chức, có nơi cách trung tâm trên 60 km.\n\nCác tổ gửi bản đăng ký dài không quá 03 trang. Hội đồng gồm 07 thành viên sẽ xem xét.",
                &[],
            ),
            (
                "Các đội từ đội số 1 đến số 9 phối hợp chặt chẽ, nêu cao tinh thần trách nhiệm, giữ gìn đoàn kết.",
                &[],
            ),
        ],
    );
}

#[test]
fn a_covenant_keeps_its_promises_beside_a_table() {
    let covenant = |body: &str| document("BẢN GIAO ƯỚC THI ĐUA\nNĂM 2024", body);
    all(
        covenant,
        &[(
            "Điều 1. Về chuyên môn\n\n1.1. Tỷ lệ hồ sơ đúng hạn đạt trên 98%.\n1.2. Mỗi đơn vị có ít nhất 02 sáng kiến.\n1.3. Số bài viết của từng đơn vị:\n\nĐơn vị\tBài viết\tNăm trước\n(đơn vị tính)\t(bài)\t(bài)\nXã An\t12\t9\nXã Bình\t15\t11\n\nĐiều 2. Về phong trào\n\n2.1. Vận động hiến 80 đơn vị máu; không có đơn vị xếp loại yếu.\n\nĐiều 3. Điều khoản thi hành\n\n3.1. Giao ước được lập thành 05 bản, mỗi đơn vị giữ 01 bản.",
            &["gt 98 %", "ge 2 sáng kiến", "eq 12 bài", "eq 15 bài", "eq 80 đơn vị máu", "none_exists"],
        )],
    );
}

#[test]
fn bodies_in_rows_take_name_and_unit_from_the_lines_above() {
    all(
        plan,
        &[
            (
                "I. CHỈ TIÊU\n\nC1. Trồng cây phân tán năm 2024\n                              Đơn vị tính: cây\nNông trường                      Giao ước\nNông trường Suối Đá              1.200\nNông trường Gò Cao               850",
                &["eq 1200 cây", "eq 850 cây"],
            ),
            (
                "I. CHỈ TIÊU\n\nGiao chỉ tiêu vận động tham gia bảo hiểm (người):\n\nKhu phố\tSố người hiện có\tChỉ tiêu đến 30/11/2024\nKhu phố Đông\t310\t45\nKhu phố Tây\t275\t≥ 30",
                &["eq 45 người", "ge 30 người"],
            ),
            (
                "I. CHỈ TIÊU\n\nĐơn vị tính: triệu đồng\n\nTT\tĐội\tSố thu quý III\tThu nợ\n1\tĐội số 1\t320\t41\n2\tĐội số 2\t270\t36",
                &["eq 320 triệu đồng", "eq 41 triệu đồng", "eq 270 triệu đồng", "eq 36 triệu đồng"],
            ),
        ],
    );
}

#[test]
fn an_aim_beyond_the_year_does_not_hide_the_column_of_the_year() {
    let programme = |body: &str| document("CHƯƠNG TRÌNH\nThi đua năm 2024 và định hướng đến năm 2026", body);
    all(
        programme,
        &[(
            "I. CHỈ TIÊU\n\n| TT | Chỉ tiêu | ĐVT | Năm 2023 | Mục tiêu 2024 |\n|---|---|---|---|---|\n| 1 | Tổ hợp tác thành lập mới | tổ | 3 | 5 |\n| 2 | Tỷ lệ hộ dùng nước sạch | % | 88 | > 91 |",
            &["eq 5 tổ", "gt 91 %"],
        )],
    );
}

#[test]
fn stars_are_bullets_and_letters_stand_below_parts() {
    all(
        plan,
        &[(
            "PHẦN I. NHÌN LẠI NĂM 2023\nNăm 2023 toàn xã trồng 900 cây, kết nạp 12 đảng viên.\n\nPHẦN II. CHỈ TIÊU THI ĐUA\n\nA/ Cấp xã\n★ Trồng 1.100 cây;\n★ Kết nạp 14 đảng viên.\n\nB/ Cấp thôn\n★ Mỗi thôn có ít nhất 02 tuyến đường hoa.",
            &["eq 1100 cây", "eq 14 đảng viên", "ge 2 tuyến đường"],
        )],
    );
}

#[test]
fn what_is_proposed_voted_on_filed_or_divided_sets_nothing() {
    all(
        plan,
        &[(
            "I. NỘI DUNG\n\n1. Phân chia 12 trường thành 03 cụm thi đua, mỗi cụm có 01 cụm trưởng.\n\n2. Tỷ lệ đề nghị Bằng khen không quá 10% số người đạt danh hiệu; mỗi cụm được đề nghị không quá 01 tập thể.\n\n3. Cuộc họp có từ 2/3 ủy viên trở lên dự thì được bỏ phiếu; phải đạt từ 85% số phiếu trở lên.\n\n4. Hồ sơ gồm 02 bản báo cáo, 01 biên bản.",
            &[],
        )],
    );
}
