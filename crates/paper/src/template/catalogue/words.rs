//! What fields are called and what they are, in Vietnamese. A pair is the name in templates and what it means.

pub(super) type Word = (&'static str, &'static str);

pub(super) const DECISION: &str = "Quyết định khen thưởng";
pub(super) const CERTIFICATE: &str = "Giấy khen, bằng khen, giấy chứng nhận";
pub(super) const MINUTES: &str = "Biên bản họp Hội đồng";
pub(super) const FINAL_REPORT: &str = "Báo cáo tổng kết";
pub(super) const PERIOD_REPORT: &str = "Báo cáo kết quả theo kỳ";
pub(super) const REGISTRATION: &str = "Đăng ký thi đua";

// head and foot
pub(super) const PARENT: Word = ("co_quan_cap_tren", "Cơ quan cấp trên, in phía trên tên cơ quan ban hành");
pub(super) const ISSUER: Word = ("co_quan", "Cơ quan ban hành");
pub(super) const NUMBER: Word = ("so_ky_hieu", "Số và ký hiệu; trống khi chưa cấp số");
pub(super) const SYMBOL: Word = ("ky_hieu", "Ký hiệu in sau chỗ trống của số");
pub(super) const PLACE: Word = ("dia_danh", "Địa danh ban hành");
pub(super) const DAY: Word = ("ngay_ban_hanh", "Ngày ban hành");
pub(super) const RECIPIENTS: Word = ("noi_nhan", "Nơi nhận, mỗi nơi một dòng");
pub(super) const SIGNED_FOR: Word = ("ky_thay_mat", "Hình thức ký: TM., KT., TL.");
pub(super) const SIGNER_POST: Word = ("chuc_vu_nguoi_ky", "Chức vụ người ký");
pub(super) const SIGNER: Word = ("nguoi_ky", "Họ và tên người ký");
pub(super) const MARK: Word = ("ghi_chu_minh_hoa", "Dòng báo văn bản là dự thảo hoặc số liệu minh họa");
pub(super) const ILLUSTRATIVE: Word = ("la_minh_hoa", "Số liệu chỉ để minh họa");

// decision
pub(super) const TITLE: Word = ("trich_yeu", "Trích yếu");
pub(super) const BASES: Word = ("can_cu", "Các căn cứ, mỗi căn cứ một dòng");
pub(super) const REVOKES: Word = ("la_huy_bo", "Là quyết định hủy bỏ khen thưởng");
pub(super) const REVOKED: Word = ("quyet_dinh_bi_huy", "Quyết định bị hủy bỏ");
pub(super) const GROUND: Word = ("can_cu_huy_bo", "Căn cứ hủy bỏ, điều khoản");
pub(super) const REASON: Word = ("ly_do_huy_bo", "Lý do hủy bỏ");
pub(super) const TOTAL_MONEY: Word = ("tong_tien", "Tổng tiền thưởng (đồng)");
pub(super) const TOTAL_LINES: Word = ("tong_so", "Tổng số trường hợp");
pub(super) const GROUPS: Word = ("nhom", "Danh sách chia theo danh hiệu, hình thức khen thưởng");
pub(super) const GROUP_COUNT: Word = ("so_luong", "Số trường hợp của nhóm");
pub(super) const LINES: Word = ("danh_sach", "Danh sách người, tập thể, hộ gia đình");
pub(super) const ORDER: Word = ("stt", "Số thứ tự");
pub(super) const NAME: Word = ("ho_ten", "Họ và tên, hoặc tên tập thể, hộ gia đình");
pub(super) const UNIT: Word = ("don_vi", "Chức vụ, đơn vị");
pub(super) const MERIT: Word = ("thanh_tich", "Thành tích");
pub(super) const MONEY: Word = ("tien", "Tiền thưởng (đồng)");
pub(super) const AWARD: Word = ("danh_hieu", "Danh hiệu hoặc hình thức khen thưởng");

// certificate
pub(super) const SALUTATION: Word = ("xung_ho", "Ông, Bà, hoặc trống với tập thể");
pub(super) const DECISION_NUMBER: Word = ("so_quyet_dinh", "Số và ký hiệu quyết định khen thưởng");
pub(super) const DECISION_DAY: Word = ("ngay_quyet_dinh", "Ngày quyết định khen thưởng");
pub(super) const BOOK: Word = ("so_vao_so", "Số vào sổ khen thưởng");

// minutes
pub(super) const MEETING: Word = ("cuoc_hop", "Tên cuộc họp");
pub(super) const COUNCIL: Word = ("hoi_dong", "Tên Hội đồng");
pub(super) const MET_AT: Word = ("dia_diem", "Địa điểm họp");
pub(super) const MET_ON: Word = ("ngay_hop", "Ngày họp");
pub(super) const PRESENT: Word = ("co_mat", "Thành viên có mặt");
pub(super) const ABSENT: Word = ("vang_mat", "Thành viên vắng mặt");
pub(super) const WRITTEN: Word = ("gop_y_bang_van_ban", "Thành viên bỏ phiếu bằng văn bản");
pub(super) const MEMBERS: Word = ("tong_so_thanh_vien", "Tổng số thành viên Hội đồng");
pub(super) const TELLERS: Word = ("to_kiem_phieu", "Người kiểm phiếu");
pub(super) const DISCUSSION: Word = ("thao_luan", "Nội dung thảo luận");
pub(super) const ITEMS: Word = ("noi_dung_xet", "Các trường hợp được xét");
pub(super) const RULE: Word = ("cach_bieu_quyet", "Cách biểu quyết và quy định");
pub(super) const RECUSED: Word = ("khong_bo_phieu", "Thành viên không được phát phiếu");
pub(super) const SECRET: Word = ("bo_phieu_kin", "Có bỏ phiếu kín");
pub(super) const ISSUED: Word = ("phieu_phat_ra", "Số phiếu phát ra");
pub(super) const RETURNED: Word = ("phieu_thu_ve", "Số phiếu thu về");
pub(super) const VALID: Word = ("phieu_hop_le", "Số phiếu hợp lệ");
pub(super) const INVALID: Word = ("phieu_khong_hop_le", "Số phiếu không hợp lệ");
pub(super) const FOR: Word = ("dong_y", "Số đồng ý");
pub(super) const AGAINST: Word = ("khong_dong_y", "Số không đồng ý");
pub(super) const ABSTAINING: Word = ("khong_y_kien", "Số không có ý kiến");
pub(super) const RATE: Word = ("ty_le", "Tỷ lệ");
pub(super) const RESULT: Word = ("ket_qua", "Kết quả");
pub(super) const SECRETARY: Word = ("thu_ky", "Thư ký cuộc họp");

// reports
pub(super) const MOVEMENT: Word = ("phong_trao", "Tên phong trào thi đua");
pub(super) const PERIOD: Word = ("ky", "Kỳ báo cáo");
pub(super) const PLAN_NUMBER: Word = ("so_ke_hoach", "Số và ký hiệu kế hoạch phát động");
pub(super) const PLAN_DAY: Word = ("ngay_ke_hoach", "Ngày kế hoạch phát động");
pub(super) const PLAN_ISSUER: Word = ("co_quan_ke_hoach", "Cơ quan ban hành kế hoạch");
pub(super) const THEME: Word = ("chu_de", "Chủ đề thi đua");
pub(super) const ORGANISATION: Word = ("to_chuc_thuc_hien", "Công tác tổ chức, phát động");
pub(super) const TOTAL: Word = ("tong_so_chi_tieu", "Tổng số chỉ tiêu theo dõi");
pub(super) const EXCEEDED: Word = ("so_vuot", "Số chỉ tiêu vượt");
pub(super) const REACHED: Word = ("so_dat", "Số chỉ tiêu đạt");
pub(super) const ON_TRACK: Word = ("so_dung_tien_do", "Số chỉ tiêu đúng tiến độ");
pub(super) const AT_RISK: Word = ("so_co_nguy_co", "Số chỉ tiêu có nguy cơ");
pub(super) const MISSED: Word = ("so_chua_dat", "Số chỉ tiêu chưa đạt");
pub(super) const NO_FIGURE: Word = ("so_chua_co_so_lieu", "Số chỉ tiêu chưa có số liệu");
pub(super) const TO_CONFIRM: Word = ("so_can_xac_nhan", "Số chỉ tiêu cần người xác nhận");
pub(super) const NOT_APPLICABLE: Word = ("so_khong_ap_dung", "Số chỉ tiêu không áp dụng");
pub(super) const FIELDS: Word = ("linh_vuc", "Kết quả bằng lời theo lĩnh vực");
pub(super) const CONTENT: Word = ("noi_dung", "Nội dung");
pub(super) const TARGETS: Word = ("chi_tieu", "Tất cả chỉ tiêu, một dòng mỗi chỉ tiêu");
pub(super) const TARGET_GROUPS: Word = ("nhom_chi_tieu", "Chỉ tiêu chia theo đề mục của kế hoạch");
pub(super) const HEADING: Word = ("ten", "Tên");
pub(super) const TARGET_NUMBER: Word = ("so_muc", "Số mục trong kế hoạch");
pub(super) const MEASURE: Word = ("don_vi_tinh", "Đơn vị tính");
pub(super) const PLANNED: Word = ("ke_hoach", "Kế hoạch");
pub(super) const ACTUAL: Word = ("thuc_hien", "Thực hiện");
pub(super) const PERCENT: Word = ("ty_le_dat", "Tỷ lệ đạt (%)");
pub(super) const LAST_YEAR: Word = ("cung_ky", "Cùng kỳ năm trước");
pub(super) const COMPARED: Word = ("so_cung_ky", "So với cùng kỳ");
pub(super) const STATUS: Word = ("danh_gia", "Đánh giá");
pub(super) const SOURCE: Word = ("nguon", "Nguồn số liệu");
pub(super) const WAVES: Word = ("dot_thi_dua", "Kết quả các đợt thi đua");
pub(super) const ATTACHED: Word = ("phong_trao_kem_theo", "Các phong trào, cuộc vận động kèm theo");
pub(super) const KIND: Word = ("loai", "Loại");
pub(super) const INSPECTIONS: Word = ("kiem_tra", "Công tác kiểm tra");
pub(super) const RECOGNISED: Word = ("bieu_duong", "Biểu dương");
pub(super) const MISSING: Word = ("con_thieu", "Nội dung còn thiếu");
pub(super) const DIFFICULTIES: Word = ("kho_khan", "Khó khăn, hạn chế");
pub(super) const PROPOSALS: Word = ("kien_nghi", "Kiến nghị, đề xuất");
pub(super) const LESSONS: Word = ("bai_hoc", "Bài học kinh nghiệm");
pub(super) const DIRECTIONS: Word = ("phuong_huong", "Phương hướng, nhiệm vụ");

// registration
pub(super) const YEAR: Word = ("nam", "Năm");
pub(super) const REGISTERED: Word = ("dang_ky", "Mức đăng ký");
pub(super) const NOTE: Word = ("ghi_chu", "Ghi chú");
pub(super) const TITLES: Word = ("danh_hieu_dang_ky", "Danh hiệu đăng ký");
pub(super) const WHOM: Word = ("nguoi_dang_ky", "Tập thể, cá nhân đăng ký");
pub(super) const HARD: Word = ("viec_kho", "Việc khó đăng ký đảm nhận");
pub(super) const TASKS: Word = ("nhiem_vu", "Nhiệm vụ khác đăng ký");
pub(super) const EXPECTED: Word = ("ket_qua_du_kien", "Kết quả dự kiến");

// the invented certificate
pub(super) const SAMPLE_PARENT: &str = "Ủy ban nhân dân huyện Ví Dụ";
pub(super) const SAMPLE_ISSUER: &str = "Ủy ban nhân dân xã An Bình";
pub(super) const SAMPLE_PLACE: &str = "An Bình";
pub(super) const SAMPLE_AWARD: &str = "Giấy khen";
pub(super) const SAMPLE_SALUTATION: &str = "Bà";
pub(super) const SAMPLE_NAME: &str = "Nguyễn Thị Mẫu";
pub(super) const SAMPLE_UNIT: &str = "Trưởng thôn, Thôn Một, xã An Bình";
pub(super) const SAMPLE_MERIT: &str =
    "Đã có thành tích xuất sắc trong phong trào thi đua “Chung sức xây dựng nông thôn mới” năm 2022";
pub(super) const SAMPLE_DECISION: &str = "215/QĐ-UBND";
pub(super) const SAMPLE_BOOK: &str = "12";
pub(super) const SAMPLE_MONEY: &str = "447000";
pub(super) const SAMPLE_SIGNED_FOR: &str = "TM. Ủy ban nhân dân";
pub(super) const SAMPLE_POST: &str = "Chủ tịch";
pub(super) const SAMPLE_SIGNER: &str = "Trần Thị Ví Dụ";
