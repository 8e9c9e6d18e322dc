//! Clean text is read as it was written: foreign words, names of ethnic minorities, text pasted without empty lines.

use super::super::json;
use super::{leaves, plan, read_plan, sample, table};
use crate::read::SourceText;
use std::collections::HashSet;
use thidua_domain::plans::draft::{PlanDraft, ReportingPeriod};

const FOREIGN: &str = "written/xa-y-vi-du-2026.txt";
const PASTED: &str = "written/phuong-5-dan-lien.txt";

fn day(text: &str) -> Option<chrono::NaiveDate> {
    Some(text.parse().expect("a day"))
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

/// The texts of the header that stand in the file.
fn header_texts(draft: &PlanDraft) -> Vec<String> {
    let document = &draft.document;
    [
        &document.title,
        &document.issuer,
        &document.parent_authority,
        &document.signer_name,
        &document.signer_title,
        &document.place,
        &document.theme,
        &document.inherited_theme,
    ]
    .into_iter()
    .flatten()
    .map(|piece| piece.value.clone())
    .collect()
}

fn header(draft: &PlanDraft) -> [&str; 4] {
    let document = &draft.document;
    [&document.title, &document.issuer, &document.signer_title, &document.signer_name]
        .map(|piece| piece.as_ref().map_or("", |piece| piece.value.as_str()))
}

#[test]
fn every_word_of_what_is_read_from_a_clean_plan_stands_in_the_plan() {
    // words with which the reader itself begins a name, and those it writes out for UBND, KT. and TM.
    let own: HashSet<String> = words("Tỷ lệ Số Tỷ trọng Tốc độ tăng giảm so với Ủy ban nhân dân").collect();
    for name in [
        FOREIGN,
        PASTED,
        "written/ward-2026.txt",
        "written/union-of-a-school.txt",
        "written/province-department.txt",
        "written/no-measurable-target.txt",
        "plans/2022-lo-ku-43-KH-UBND.txt",
        "plans/2025-binh-son-21-KH-UBND.txt",
    ] {
        let known: HashSet<String> = sample(name).lines.iter().flat_map(|line| words(line)).collect();
        let draft = plan(name);
        let mut texts = header_texts(&draft);
        texts.extend(draft.targets.iter().map(|target| target.name.clone()));
        texts.extend(draft.targets.iter().filter_map(|target| target.group.clone()));
        texts.extend(draft.movements.iter().map(|movement| movement.name.clone()));
        texts.extend(draft.legal_bases.iter().filter_map(|basis| basis.subject.clone()));
        texts.extend(draft.recipients.iter().map(|recipient| recipient.name.clone()));
        texts.extend(draft.obligations.iter().map(|duty| duty.action.clone()));
        for text in texts {
            let strange: Vec<String> =
                words(&text).filter(|word| !known.contains(word) && !own.contains(word)).collect();
            assert!(strange.is_empty(), "{name}: {strange:?} in {text:?}");
        }
    }
}

#[test]
fn foreign_words_and_names_of_ethnic_minorities_are_read_as_written() {
    let draft = plan(FOREIGN);
    assert_eq!(
        header(&draft),
        [
            "Phát động phong trào thi đua chuyển đổi số, dùng Internet an toàn năm 2026",
            "Ủy ban nhân dân xã Y Ví Dụ",
            "TM. Ủy ban nhân dân - Chủ tịch",
            "Rơ Châm Ví Dụ",
        ]
    );
    assert_eq!(
        draft.document.theme.as_ref().map(|piece| piece.value.as_str()),
        Some("Xã Y Ví Dụ chuyển đổi số, dùng Zalo, Facebook và Smart City")
    );
    assert_eq!(
        leaves(&draft).iter().map(|leaf| leaf.name.as_str()).collect::<Vec<_>>(),
        [
            "Tỷ lệ hộ dùng Internet, Wifi, Smartphone",
            "Tỷ lệ thanh toán qua QR code, POS, Mobile Money",
            "Thu ngân sách",
            "Không để xảy ra vụ cháy rừng",
            "Số hộ Jrai, Bahnar bán hàng trên Shopee, TikTok Shop",
        ]
    );
    assert_eq!(table(&draft), ["ge 95 %", "eq 80.5 %", "eq 1250.5 triệu đồng", "none_exists", "eq 15 hộ"]);
    let bases: Vec<_> = draft
        .legal_bases
        .iter()
        .map(|basis| (basis.subject.as_deref(), basis.number_symbol.as_deref(), basis.date, basis.parent_plan))
        .collect();
    assert_eq!(
        bases,
        [
            (Some("Luật Thi đua, khen thưởng"), None, day("2022-06-15"), false),
            (Some("về phong trào thi đua năm 2026"), Some("12/KH-UBND"), day("2026-01-03"), true),
        ]
    );
    assert!(draft.document.signer_name.as_ref().is_some_and(|piece| piece.confidence.as_percent() >= 90));
}

#[test]
fn a_report_of_half_a_year_and_one_of_the_year_have_each_its_day() {
    let days = |name: &str| plan(name).reporting.iter().map(|line| (line.period, line.due)).collect::<Vec<_>>();
    assert_eq!(
        days(FOREIGN),
        [(ReportingPeriod::HalfYear, day("2026-06-10")), (ReportingPeriod::Year, day("2026-12-10"))]
    );
    assert_eq!(
        days(PASTED),
        [(ReportingPeriod::HalfYear, day("2026-06-15")), (ReportingPeriod::Year, day("2027-01-05"))]
    );
}

#[test]
fn a_plan_pasted_without_empty_lines_keeps_its_title_apart_from_its_bases() {
    let draft = plan(PASTED);
    assert_eq!(
        header(&draft),
        [
            "Phát động phong trào thi đua yêu nước Thực hiện thắng lợi nhiệm vụ năm 2026",
            "Ủy ban nhân dân phường 5",
            "TM. Ủy ban nhân dân - KT. Chủ tịch - Phó Chủ tịch",
            "Nguyễn Văn A",
        ]
    );
    let bases: Vec<_> = draft
        .legal_bases
        .iter()
        .map(|basis| (basis.kind.as_str(), basis.number_symbol.as_deref(), basis.date, basis.parent_plan))
        .collect();
    assert_eq!(
        bases,
        [
            ("Luật", Some("06/2022/QH15"), day("2022-06-15"), false),
            ("Nghị định", Some("98/2023/NĐ-CP"), day("2023-12-31"), false),
            ("Quyết định", Some("5/QĐ-UBND"), day("2026-01-06"), false),
            ("Kế hoạch", Some("12/KH-UBND"), day("2026-01-08"), true),
        ]
    );
    assert_eq!(draft.legal_bases[2].issuer.as_deref(), Some("Ủy ban nhân dân thành phố"));
}

#[test]
fn no_leaf_is_without_a_name() {
    let draft = plan(PASTED);
    assert_eq!(
        table(&draft),
        ["decrease_by 1.5 %", "approx 15 ha", "between 3..5 sản phẩm", "ge 85 %"],
        "{:?}",
        draft.targets
    );
    assert!(draft.targets.iter().all(|target| target.name.chars().any(char::is_alphabetic)), "{:?}", draft.targets);
    assert!(json::to_json(&draft, &[]).is_ok());
}

#[test]
fn issuers_and_signers_are_not_mended_where_the_text_is_clean() {
    let text = sample(FOREIGN).lines.join("\n");
    for (printed, read) in [
        ("XÃ Y TÝ", "Ủy ban nhân dân xã Y Tý"),
        ("XÃ TÂN BÌNH", "Ủy ban nhân dân xã Tân Bình"),
        ("XÃ HOÀ AN", "Ủy ban nhân dân xã Hoà An"),
        ("PHƯỜNG 12", "Ủy ban nhân dân phường 12"),
        ("XÃ PHƯƠNG CANH", "Ủy ban nhân dân xã Phương Canh"),
        ("XÃ EA KPAM", "Ủy ban nhân dân xã Ea Kpam"),
    ] {
        let changed = SourceText::from_text(&text.replacen("XÃ Y VÍ DỤ", printed, 1));
        assert_eq!(header(&read_plan(&changed).expect("a plan"))[1], read);
    }
    for signer in ["Nguyễn Văn A", "Trần Thị Hoa", "Y Ba", "Rơ Châm H'Lan", "K'Brểu", "Đinh Keo"] {
        let changed = SourceText::from_text(&text.replacen("Rơ Châm Ví Dụ", signer, 1));
        let expected = if signer.contains(' ') { signer } else { "" };
        assert_eq!(header(&read_plan(&changed).expect("a plan"))[3], expected);
    }
}

#[test]
fn names_from_a_damaged_plan_are_left_to_a_person_to_compare() {
    for name in
        ["written/hospital-damaged.txt", "plans/2022-ha-tinh-05-KH-SNV.txt", "plans/2022-ly-son-34-KH-UBND.txt"]
    {
        let document = plan(name).document;
        for piece in [&document.issuer, &document.signer_name, &document.place].into_iter().flatten() {
            assert!(piece.confidence.as_percent() < 70, "{name}: {piece:?}");
        }
    }
}

#[test]
fn in_a_damaged_plan_a_name_printed_with_its_marks_stands() {
    let text = sample("written/hospital-damaged.txt").lines.join("\n");
    for name in ["Rơ Châm Bích", "Bùi Thị Lệ", "Hồ Xuân Trạch"] {
        let draft = read_plan(&SourceText::from_text(&text.replace("Trén Van Hung", name))).expect("a plan");
        let signer = draft.document.signer_name.expect("a signer");
        assert_eq!(signer.value, name);
        assert!(signer.confidence.as_percent() >= 70, "all its words were printed with their marks");
    }
}
