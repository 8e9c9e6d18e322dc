use super::{PeriodReport, document, example};
use crate::write::reading::docx_text;
use crate::write::to_docx;

fn text(report: &PeriodReport) -> String {
    docx_text(&to_docx(&document(report)).expect("written"))
}

#[test]
fn items_of_a_text_are_closed_as_a_list_and_lines_as_sentences() {
    let said = text(&example());
    assert!(said.contains("- Thôn Đông: Thu đủ các khoản của hộ kinh doanh;\n- Thôn Đoài: Đang rà soát"), "{said}");
    assert!(said.contains("Thu ngân sách đạt 900,5/1.768 triệu đồng (50,93%), tăng 12,35% so với"), "{said}");
}

#[test]
fn what_is_empty_says_so_or_is_left_out() {
    let bare = PeriodReport {
        organisation: None,
        fields: Vec::new(),
        groups: Vec::new(),
        waves: None,
        movements: None,
        recognised: None,
        missing: None,
        difficulties: Some("  \n".into()),
        proposals: None,
        directions: None,
        ..example()
    };
    let said = text(&bare);
    for says in [
        "(Chưa nhập nội dung về công tác tổ chức, triển khai)",
        "Phong trào thi đua không có chỉ tiêu được theo dõi.",
        "Trong kỳ không có đợt thi đua.",
        "Các đơn vị đã báo cáo đầy đủ",
        "(Chưa nhập nội dung khó khăn, hạn chế)",
        "Không có đề xuất, kiến nghị.",
        "(Chưa nhập phương hướng, nhiệm vụ thời gian tới)",
    ] {
        assert!(said.contains(says), "{says}:\n{said}");
    }
    for left_out in ["Biểu dương, nêu gương", "Bài học kinh nghiệm", "Công tác kiểm tra", "Phụ lục"]
    {
        assert!(!said.contains(left_out), "{left_out}:\n{said}");
    }
}

#[test]
fn a_title_that_names_its_year_is_not_told_it_twice() {
    let year = PeriodReport { period: "năm 2024".into(), ..example() };
    assert!(text(&year).contains("Kết quả thực hiện phong trào thi đua thực hiện thắng lợi nhiệm vụ năm 2024\n"));
    let half = text(&example());
    assert!(half.contains("nhiệm vụ năm 2024 (6 tháng đầu năm 2024)"), "{half}");
}
