//! Every shape of a target in several wordings: the line as an office might write it, and what it stands for.

use super::super::read_plan;
use super::table;
use crate::read::SourceText;

/// What a line of a plan's list stands for.
fn read(line: &str) -> Vec<String> {
    let text = format!(
        "ỦY BAN NHÂN DÂN XÃ VÍ DỤ\nSố: 12/KH-UBND\nVí Dụ, ngày 10 tháng 01 năm 2024\n\nKẾ HOẠCH\nPhát động phong trào thi đua yêu nước năm 2024\n\nI. MỤC ĐÍCH, YÊU CẦU\n\nTạo khí thế thi đua sôi nổi trong cán bộ và nhân dân toàn xã, góp phần hoàn thành nhiệm vụ phát triển kinh tế - xã hội.\n\nII. CHỈ TIÊU THI ĐUA\n\n{line}\n\nIII. TỔ CHỨC THỰC HIỆN\n\nCác ban, ngành, đoàn thể căn cứ Kế hoạch này tổ chức thực hiện.\n"
    );
    table(&read_plan(&SourceText::from_text(&text)).expect("a plan"))
}

fn all(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(line, wanted)| (line, read(line), wanted))
        .filter(|(_, found, wanted)| found != *wanted)
        .map(|(line, found, wanted)| format!("{line}\n   read   {found:?}\n   wanted {wanted:?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn values_bounds_and_directions_are_read() {
    all(&[
        ("- Tổng sản lượng lương thực: 9.007,4 tấn.", &["eq 9007.4 tấn"]),
        ("- Sản lượng lương thực có hạt cả năm đạt 9.007,4 tấn;", &["eq 9007.4 tấn"]),
        ("- Thu ngân sách trên địa bàn là 16 tỷ 434 triệu đồng.", &["eq 16.434 tỷ đồng"]),
        ("- Doanh thu 24,023 tỷ đồng.", &["eq 24.023 tỷ đồng"]),
        ("- Tổng giá trị sản xuất khoảng 28.603,61 tỷ đồng;", &["approx 28603.61 tỷ đồng"]),
        ("- Giá trị sản xuất ước đạt 450 tỷ đồng.", &["approx 450 tỷ đồng"]),
        ("- Thu hút gần 500 lượt khách.", &["approx 500 lượt khách"]),
        ("- Tổng vốn huy động xấp xỉ 12 tỷ đồng.", &["approx 12 tỷ đồng"]),
        ("- Thu nhập bình quân đầu người/năm: >32 triệu đồng.", &["gt 32 triệu đồng"]),
        ("- Thu nhập bình quân đầu người trên 32 triệu đồng/năm.", &["gt 32 triệu đồng/năm"]),
        ("- Số hộ kinh doanh đăng ký mới vượt 40 hộ.", &["gt 40 hộ"]),
        ("- Hạ tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng xuống dưới 21%.", &["lt 21 %"]),
        ("- Tỷ lệ hộ nghèo còn dưới 27 %;", &["lt 27 %"]),
        ("- Kéo giảm tỷ lệ hộ cận nghèo xuống còn thấp hơn 3%.", &["lt 3 %"]),
        ("- Tỷ lệ sinh con thứ ba trở lên < 1,2 %.", &["lt 1.2 %"]),
        ("- Thời gian giải quyết hồ sơ không quá 03 ngày làm việc.", &["le 3 ngày làm việc"]),
        ("- Tỷ lệ nợ xấu tối đa 0,5%.", &["le 0.5 %"]),
        ("- Tỷ lệ hao hụt nước ≤ 18%.", &["le 18 %"]),
        ("- Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng: 5,9 %;", &["eq 5.9 %"]),
        ("- Tốc độ tăng dân số tự nhiên: 0,79 %.", &["eq 0.79 %"]),
        ("- Tỷ lệ hộ sử dụng điện lưới quốc gia 99 % trở lên.", &["ge 99 %"]),
        ("- Tỷ lệ người dân tham gia bảo hiểm y tế đạt từ 99,6 % trở lên.", &["ge 99.6 %"]),
        ("- Tỷ lệ hồ sơ trực tuyến không dưới 85%.", &["ge 85 %"]),
        ("- Tối thiểu 95% hồ sơ được giải quyết đúng hạn.", &["ge 95 %"]),
        ("- Tỷ lệ che phủ rừng cao hơn hoặc bằng 46%.", &["ge 46 %"]),
        ("- Từ 95% hộ gia đình trở lên đạt chuẩn văn hóa.", &["ge 95 %"]),
        ("- Tỷ lệ khám phá án >85 %.", &["gt 85 %"]),
    ]);
}

#[test]
fn what_the_level_above_assigns_is_read() {
    all(&[
        ("- Thu ngân sách đạt/vượt mức chỉ tiêu của tỉnh giao ≥100 %.", &["ge 100 %"]),
        ("- Thu ngân sách trên địa bàn vượt chỉ tiêu tỉnh giao;", &["gt"]),
        ("- Tuyển chọn, gọi công dân nhập ngũ đạt 100 % chỉ tiêu huyện giao.", &["eq 100 %"]),
        ("- Hoàn thành 100% chỉ tiêu giao quân.", &["eq 100 %"]),
        ("- Thu ngân sách đạt và vượt dự toán được giao là 1.768 triệu đồng.", &["ge 1768 triệu đồng"]),
        ("- Thu thuế vượt 5% dự toán huyện giao.", &["increase_by 5 %"]),
        ("- Giải ngân vốn đầu tư công đạt 95% kế hoạch trở lên.", &["ge 95 %"]),
    ]);
}

#[test]
fn ranges_changes_and_levels_are_told_apart() {
    all(&[
        ("- Đón 150.000 – 200.000 lượt khách.", &["between 150000..200000 lượt khách"]),
        ("- Giải quyết việc làm cho từ 400 đến 500 lao động.", &["between 400..500 lao động"]),
        (
            "- 85–90 % hộ gia đình đạt chuẩn văn hóa; 95–100 % cơ quan đạt chuẩn văn hóa.",
            &["between 85..90 %", "between 95..100 %"],
        ),
        ("- Ít nhất 80–85 % thôn đạt danh hiệu thôn văn hóa.", &["between 80..85 %"]),
        ("- Tỷ lệ hộ nghèo giảm 0,5–1 %.", &["decrease_by 0.5..1 %"]),
        ("- Tỷ lệ hộ nghèo giảm năm 2024 so với năm 2023: 0,77 %.", &["decrease_by 0.77 %"]),
        ("- Giảm tỷ lệ hộ nghèo 1,5 điểm phần trăm so với năm 2023.", &["decrease_by 1.5 %"]),
        ("- Tỷ lệ hộ nghèo giảm còn 7,16%.", &["eq 7.16 %"]),
        ("- Giảm số hộ nghèo từ 28 hộ xuống còn 23 hộ.", &["eq 23 hộ"]),
        ("- Nâng tỷ lệ lao động qua đào tạo từ 52% lên 55%.", &["eq 55 %"]),
        ("- Thời gian giải quyết thủ tục rút ngắn 30%.", &["decrease_by 30 %"]),
        (
            "- Tổng giá trị sản xuất đạt 2.302,1 tỷ đồng, tăng 12,3 % so với năm 2023.",
            &["eq 2302.1 tỷ đồng", "increase_by 12.3 %"],
        ),
        ("- Sản lượng thủy sản tăng ít nhất 5% so với cùng kỳ.", &["increase_by 5 %"]),
        ("- Tăng 10% số thành viên hợp tác xã.", &["increase_by 10 %"]),
        ("- Số vụ phạm pháp hình sự giảm từ 5% trở lên.", &["decrease_by 5 %"]),
        ("- Vượt 65,9% kế hoạch trồng cây.", &["increase_by 65.9 %"]),
    ]);
}

#[test]
fn lines_of_several_parts_are_split_into_leaves() {
    all(&[
        (
            "- Cơ cấu kinh tế: Nông, lâm, thuỷ sản khoảng 10,49 %; CN–XD khoảng 37,52 %; Dịch vụ khoảng 51,99 %.",
            &["approx 10.49 %", "approx 37.52 %", "approx 51.99 %"],
        ),
        (
            "- Tổng đàn gia súc 3.027 con. (Trong đó: heo 780; bò 1.110; trâu 217; dê 920).",
            &["eq 3027 con", "eq 780 con", "eq 1110 con", "eq 217 con", "eq 920 con"],
        ),
        (
            "- Diện tích gieo trồng 1.420 ha, gồm lúa 396 ha, ngô 640 ha và sắn 250 ha.",
            &["eq 1420 ha", "eq 396 ha", "eq 640 ha", "eq 250 ha"],
        ),
        (
            "- Giao 11 thanh niên nhập ngũ (quân sự 9, công an 2).",
            &["eq 11 thanh niên", "eq 9 thanh niên", "eq 2 thanh niên"],
        ),
        (
            "- 100 % phòng đạt tập thể lao động tiên tiến, trong đó 20 % tập thể lao động xuất sắc.",
            &["eq 100 %", "eq 20 %"],
        ),
        (
            "- 100 % cá nhân đạt lao động tiên tiến, trong đó 15 % chiến sĩ thi đua cơ sở; 15 % được tặng Bằng khen.",
            &["eq 100 %", "eq 15 %", "eq 15 %"],
        ),
        (
            "- 2–3 phòng được tặng Bằng khen, trong đó 1 đơn vị được tặng Cờ thi đua.",
            &["between 2..3 phòng", "eq 1 đơn vị"],
        ),
        (
            "- Giải quyết xong 100 % đơn tồn từ kỳ trước và 90 % trở lên đơn mới phát sinh.",
            &["eq 100 %", "ge 90 %"],
        ),
        ("- Xử lý 100 % vi phạm đất đai mới phát sinh và các trường hợp vi phạm theo Chỉ thị 19.", &["eq 100 %"]),
        (
            "- 100 % xã đạt chuẩn nông thôn mới; 01 xã đạt nông thôn mới nâng cao; 01 xã kiểu mẫu; huyện Ví Dụ đạt chuẩn nông thôn mới.",
            &["eq 100 %", "eq 1 xã", "eq 1 xã", "achieve"],
        ),
        (
            "- Tỷ lệ đạt tiêu chuẩn an toàn về an ninh trật tự: xã, phường 95 %; cơ quan, đơn vị 100 %.",
            &["eq 95 %", "eq 100 %"],
        ),
        (
            "- Tỷ lệ khám phá án ít nghiêm trọng 80–85 %, đối với án rất nghiêm trọng 100 %.",
            &["between 80..85 %", "eq 100 %"],
        ),
        (
            "- Trường đạt chuẩn quốc gia: 01 trường (Tỷ lệ trường đạt chuẩn 81,69 %).",
            &["eq 1 trường", "eq 81.69 %"],
        ),
        ("- Có 42 hộ thoát nghèo, tỷ lệ hộ nghèo 1,00 %.", &["eq 42 hộ", "eq 1 %"]),
        (
            "- Giảm tai nạn giao thông cả 3 mặt: số vụ, số người chết, số người bị thương.",
            &["decrease_by", "decrease_by", "decrease_by"],
        ),
        ("- Giảm tai nạn giao thông cả 3 tiêu chí.", &["decrease_by"]),
        ("- Tỷ lệ hộ nghèo:\n+ Thôn vùng cao còn 21%;\n+ Các thôn còn lại còn 5%.", &["eq 21 %", "eq 5 %"]),
    ]);
}

#[test]
fn standings_absences_and_milestones_are_read() {
    all(&[
        ("- Có cá nhân được Thủ tướng Chính phủ tặng Bằng khen.", &["ge 1 cá nhân"]),
        ("- Thu nhập tăng thêm năm 2024 cao hơn năm 2023.", &["gt"]),
        ("- Số vụ vi phạm thấp hơn năm 2023.", &["lt"]),
        ("- Tập thể đạt Cờ thi đua hoặc Bằng khen của Ủy ban nhân dân tỉnh.", &["achieve"]),
        ("- Hoàn thành tiêu chí số 1 và số 15 (đạt 13/19 tiêu chí).", &["achieve", "achieve", "eq 13 tiêu chí"]),
        ("- Phấn đấu đạt 17/19 tiêu chí nông thôn mới.", &["eq 17 tiêu chí"]),
        ("- Duy trì trạm y tế, trường tiểu học đạt chuẩn quốc gia.", &["maintain", "maintain"]),
        ("- Giữ vững 04 trường học và Trạm y tế đạt chuẩn.", &["maintain 4 trường", "maintain"]),
        ("- Tiếp tục giữ vững danh hiệu xã đạt chuẩn nông thôn mới.", &["maintain"]),
        ("- Không có điểm tồn lưu rác thải.", &["none_exists"]),
        ("- Không để xảy ra cháy, nổ lớn.", &["none_exists"]),
        ("- Phấn đấu không để phát sinh đơn thư vượt cấp.", &["none_exists"]),
        ("- Giữ vững trật tự, an toàn xã hội, không để xảy ra trọng án.", &["maintain", "none_exists"]),
        ("- Đảm bảo an ninh chính trị và trật tự an toàn xã hội.", &["achieve"]),
        ("- Xây dựng lực lượng dân quân tự vệ ổn định.", &["achieve"]),
        ("- Đảng bộ xã hoàn thành tốt nhiệm vụ.", &["achieve"]),
        ("- Chỉ số cải cách hành chính xếp thứ 5 trở lên.", &["le 5 hạng"]),
        ("- Chỉ số PCI nằm trong nhóm 10 địa phương dẫn đầu.", &["le 10 hạng"]),
    ]);
}

#[test]
fn units_thresholds_and_typography_are_read() {
    all(&[
        ("- Thu nhập bình quân 60 Tr.đ/người/năm.", &["eq 60 triệu đồng/người/năm"]),
        ("- Diện tích cây xanh 8m<sup>2</sup>/người.", &["eq 8 m²/người"]),
        ("- Bình quân lương thực 2.719 kg/người/năm.", &["eq 2719 kg/người/năm"]),
        ("- Cấp giấy chứng nhận quyền sử dụng đất: 30 ha.", &["eq 30 ha"]),
        ("- Cấp giấy chứng nhận quyền sử dụng đất: 1.740 giấy.", &["eq 1740 giấy"]),
        ("- Tỷ lệ giao kế hoạch $\\geq 100$ %.", &["ge 100 %"]),
        ("- Tỷ lệ bao phủ bảo hiểm y tế 95,5 %.", &["eq 95.5 %"]),
        ("- 95% cơ sở hội hoạt động vững mạnh.", &["eq 95 %"]),
        ("- 80% doanh nghiệp có từ 25 lao động trở lên thành lập công đoàn cơ sở.", &["eq 80 %"]),
        ("- 100% xã có ít nhất 01 mô hình sản xuất hiệu quả.", &["eq 100 %"]),
        ("- Giá trị sản xuất trên 01 ha đất canh tác: 98 triệu đồng.", &["eq 98 triệu đồng"]),
        ("- Có thêm 02 sản phẩm OCOP đạt từ 3 sao trở lên.", &["eq 2 sản phẩm"]),
        ("- Số bác sĩ trên 10.000 dân: 12 bác sĩ.", &["eq 12 bác sĩ"]),
        ("- Mỗi thôn có một tuyến đường hoa.", &["eq 1 tuyến đường"]),
        ("- Tỷ suất sinh giảm 0,15‰.", &["decrease_by 0.15 ‰"]),
        ("- Chỉ tiêu 4: Kết nạp 12 đảng viên mới.", &["eq 12 đảng viên"]),
    ]);
}

#[test]
fn what_brackets_repeat_and_what_numbers_only_name_is_left_out() {
    all(&[
        ("- Doanh thu cả năm đạt hai mươi tỷ đồng (20 tỷ đồng).", &["eq 20 tỷ đồng"]),
        ("- 95% phụ nữ đăng ký, 80% đạt danh hiệu 2 giỏi.", &["eq 95 %", "eq 80 %"]),
        ("- Cứ 15 đoàn viên có ít nhất 01 sáng kiến.", &["ge 1 sáng kiến"]),
        ("- 100% công chức ký cam kết thực hiện 08 điều kỷ luật của ngành.", &["eq 100 %"]),
        ("- Thành lập 04 công đoàn cơ sở trong doanh nghiệp tư nhân có từ 15 lao động.", &["eq 4 công đoàn cơ sở"]),
        ("- Chỉ số hài lòng xếp hạng từ thứ 3 trở lên.", &["le 3 hạng"]),
        ("- Không còn hộ nghèo, hộ cận nghèo giảm còn dưới 12 hộ.", &["none_exists", "lt 12 hộ"]),
    ]);
}
