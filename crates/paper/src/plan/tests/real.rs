//! The five real plans: worked answers for two, tables written by hand for three.

use super::super::{json, score};
use super::{leaves, plan, table};
use serde_json::Value;
use thidua_domain::plans::draft::{PlanDraft, ReportingPeriod};

const LY_SON: &str = "plans/2022-ly-son-34-KH-UBND.txt";
const HA_TINH: &str = "plans/2022-ha-tinh-05-KH-SNV.txt";
const LUONG_PHONG: &str = "plans/2024-luong-phong-50-KH-UBND.txt";
const LO_KU: &str = "plans/2022-lo-ku-43-KH-UBND.txt";
const BINH_SON: &str = "plans/2025-binh-son-21-KH-UBND.txt";

fn gold(name: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../samples")
        .join(name.replace("plans/", "gold/").replace(".txt", ".json"));
    serde_json::from_str(&std::fs::read_to_string(path).expect("an answer")).expect("JSON")
}

fn meets_its_answer(name: &str, least_words: usize, least_duties: usize) {
    let (draft, gold) = (plan(name), gold(name));
    let targets = score::targets(&draft, &gold);
    assert!(targets.f1() >= 980 && targets.strict() >= 980, "{targets:?}");
    assert!(targets.marks() >= least_words, "{targets:?}");
    assert_eq!(score::header(&draft, &gold), Vec::<String>::new());
    assert!(score::bases(&draft, &gold) >= 980);
    let recipients: Vec<String> = draft.recipients.iter().map(|recipient| recipient.name.clone()).collect();
    assert_eq!(score::names(&recipients, &gold["recipients"]), 1000, "{recipients:?}");
    let movements: Vec<String> = draft.movements.iter().map(|movement| movement.name.clone()).collect();
    assert!(score::names(&movements, &gold["movements"]) >= 900, "{movements:?}");
    let duties = score::duties(&draft, &gold);
    assert!(duties >= least_duties, "{duties}");
}

#[test]
fn the_damaged_plan_of_a_district_meets_its_worked_answer() {
    meets_its_answer(LY_SON, 970, 900);
    let draft = plan(LY_SON);
    assert_eq!(
        draft.reporting.iter().map(|line| line.period).collect::<Vec<_>>(),
        [ReportingPeriod::Quarter, ReportingPeriod::HalfYear, ReportingPeriod::Year, ReportingPeriod::AsRegulated,]
    );
    assert!(draft.reporting[0].via.as_deref().is_some_and(|via| via.starts_with("Ban Tổ chức")));
    assert_eq!(
        draft.recipients.iter().filter(|recipient| recipient.purpose.as_deref() == Some("báo cáo")).count(),
        3
    );
    assert!(
        value(&draft, |document| document.inherited_theme.as_ref())
            .starts_with("Tiếp tục nâng cao hiệu quả hoạt động của các cấp ủy, chính quyền; thích ứng an toàn"),
        "{:?}",
        draft.document.inherited_theme
    );
    assert!(draft.document.inherited_theme_source.as_deref().is_some_and(|source| source.contains("08/KH-")));
    let parents: Vec<_> = draft
        .legal_bases
        .iter()
        .filter(|basis| basis.parent_plan)
        .map(|basis| basis.number_symbol.as_deref())
        .collect();
    assert_eq!(parents, [Some("08/KH-UBND")]);
}

#[test]
fn the_clean_plan_of_a_commune_meets_its_worked_answer() {
    meets_its_answer(LO_KU, 980, 900);
    let draft = plan(LO_KU);
    assert!(draft.reporting.is_empty(), "the plan prints no calendar");
    assert!(leaves(&draft).iter().all(|leaf| leaf.comparator.is_some_and(|comparator| comparator.is_judged())
        || leaf.confidence.as_percent() >= 95));
}

#[test]
fn the_damaged_plan_of_a_department_gives_its_award_targets_and_waves() {
    let draft = plan(HA_TINH);
    assert_eq!(
        table(&draft),
        [
            "achieve",
            "achieve",
            "eq 100 %",
            "eq 20 %",
            "between 2..3 phòng",
            "eq 1 đơn vị",
            "achieve",
            "gt",
            "achieve",
            "achieve",
            "eq 100 %",
            "eq 100 %",
            "eq 15 %",
            "eq 15 %",
            "ge 1 cá nhân",
        ]
    );
    let waves: Vec<_> =
        draft.waves.iter().map(|wave| (wave.from, wave.to, wave.summary_deadline).to_owned()).collect();
    let day = |text: &str| Some(text.parse().expect("a day"));
    assert_eq!(
        waves,
        [
            (day("2022-01-01"), day("2022-06-30"), day("2022-07-15")),
            (day("2022-07-01"), day("2022-12-31"), day("2022-12-31"))
        ]
    );
    assert!(draft.waves.iter().all(|wave| wave.deadline_strictly_before));
    assert_eq!(draft.waves.iter().map(|wave| wave.occasions.len()).collect::<Vec<_>>(), [8, 6]);
    let last = draft.waves[1].occasions.last().expect("an occasion");
    assert_eq!(
        (last.anniversary_years, last.origin_date, last.date),
        (Some(92), day("1930-11-18"), day("2022-11-18"))
    );
    assert_eq!(value(&draft, |document| document.issuer.as_ref()), "Sở Nội vụ Hà Tĩnh");
    assert_eq!(
        value(&draft, |document| document.theme.as_ref()),
        "Đoàn kết, đổi mới, thi đua hoàn thành vượt mức các chỉ tiêu, nhiệm vụ năm 2022"
    );
    assert_eq!(value(&draft, |document| document.signer_name.as_ref()), "Phan Thị Tố Hoa");
    assert_eq!(value(&draft, |document| document.signer_title.as_ref()), "Giám đốc");
    assert_eq!(
        symbols(&draft),
        ["34/2014/CT-TW", "41-CT/TU", "02/CT-UBND", "19/CT-TTg", "08-CT/TU", "10-NQ/TU", "177/KH-UBND"]
    );
    assert_eq!(draft.recipients.len(), 4);
    assert_eq!(draft.reporting.iter().map(|line| line.period).collect::<Vec<_>>(), [ReportingPeriod::Wave]);
}

#[test]
fn the_damaged_plan_of_a_commune_gives_every_kind_of_target() {
    let draft = plan(LUONG_PHONG);
    assert_eq!(
        table(&draft),
        [
            "ge 1768 triệu đồng",
            "ge 6670 tấn",
            "maintain 4 trường",
            "maintain",
            "ge 99.6 %",
            "eq 85 %",
            "eq 96.4 %",
            "achieve",
            "eq 42 hộ",
            "eq 1 %",
            "eq 99 %",
            "achieve",
            "eq 100 %",
            "ge 90 %",
            "eq 100 %",
            "eq 100 %",
            "none_exists",
            "achieve",
            "eq 100 %",
        ]
    );
    assert_eq!(draft.targets.last().and_then(|leaf| leaf.basis.as_deref()), Some("assigned by district"));
    let poor = leaves(&draft).into_iter().find(|leaf| leaf.name == "Tỷ lệ hộ nghèo").expect("the poverty rate");
    assert_eq!(poor.direction.code(), "lower");
    assert_eq!(
        symbols(&draft),
        ["29/KH-UBND", "28/NQ-HĐND", "2200/QĐ-UBND", "26-CT/TU", "19", "34-CT/TW", "19/CT-TTg"]
    );
    assert_eq!(
        draft.reporting.iter().map(|line| (line.period, line.via.as_deref())).collect::<Vec<_>>(),
        [(ReportingPeriod::HalfYear, Some("VP UBND xã")), (ReportingPeriod::Year, Some("VP UBND xã")),]
    );
    assert!(
        draft.recipients.is_empty()
            && draft.document.signer_name.is_none()
            && draft.document.signer_title.is_none()
    );
    assert!(value(&draft, |document| document.theme.as_ref()).starts_with("Đoàn kết, kỷ cương, đổi"));
}

#[test]
fn the_clean_plan_of_a_district_gives_thirty_leaves_and_a_theme_of_four_sentences() {
    let draft = plan(BINH_SON);
    assert_eq!(
        table(&draft),
        [
            "approx 28603.61 tỷ đồng",
            "approx 9.48 %",
            "approx 10.49 %",
            "approx 37.52 %",
            "approx 51.99 %",
            "ge 100 %",
            "eq 35.58 %",
            "eq 8 m²/người",
            "eq 68.97 %",
            "eq 85 %",
            "eq 100 %",
            "eq 1 xã",
            "eq 1 xã",
            "achieve",
            "eq 1 trường",
            "eq 81.69 %",
            "eq 1600 người",
            "eq 51 %",
            "decrease_by 0.77 %",
            "eq 0.79 %",
            "eq 5.9 %",
            "eq 85 %",
            "eq 96 %",
            "eq 100 %",
            "eq 95 %",
            "eq 100 %",
            "decrease_by",
            "gt 85 %",
            "eq 1740 giấy",
            "eq 60 triệu đồng/người/năm",
        ]
    );
    let lower: Vec<&str> = leaves(&draft)
        .into_iter()
        .filter(|leaf| leaf.direction.code() == "lower")
        .map(|leaf| leaf.name.as_str())
        .collect();
    assert_eq!(lower.len(), 4, "{lower:?}");
    assert_eq!(value(&draft, |document| document.theme.as_ref()).matches(". ").count(), 2);
    assert_eq!(value(&draft, |document| document.issuer.as_ref()), "Ủy ban nhân dân huyện Bình Sơn");
    assert_eq!(value(&draft, |document| document.signer_name.as_ref()), "Nguyễn Ngọc Trân");
    assert_eq!(
        symbols(&draft),
        [
            "08/KH-UBND",
            "49/NQ-HĐND",
            "2563/QĐ-UBND",
            "19/CT-TTg",
            "14/CT-UBND",
            "29-NQ/TW",
            "06",
            "41-CT/TW",
            "1526/QĐ-TTg",
            "68/KH-UBND",
            "80/KH-UBND"
        ]
    );
    assert_eq!(draft.recipients.len(), 14);
    assert_eq!(draft.reporting.iter().map(|line| line.period).collect::<Vec<_>>(), [ReportingPeriod::AsRegulated]);
    assert!(draft.movements.len() >= 12, "{:?}", draft.movements);
}

#[test]
fn the_json_writes_numbers_exactly_and_holds_what_the_interface_promises() {
    let draft = plan(LO_KU);
    let line = json::to_json(&draft, &[]).expect("JSON");
    assert!(!line.contains('\n') && line.contains("\"value\":9007.4,") && line.contains("\"confidence\":0.97"));
    let parsed: Value = serde_json::from_str(&line).expect("JSON");
    for key in [
        "document",
        "legal_bases",
        "movements",
        "waves",
        "targets",
        "obligations",
        "reporting",
        "recipients",
        "findings",
    ] {
        assert!(!parsed[key].is_null(), "{key}");
    }
    let containers = parsed["targets"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|target| target["comparator"].is_null())
        .count();
    assert_eq!(containers, 4);
    assert_eq!(parsed["document"]["lines"]["date"], serde_json::json!([5, 5]));
}

#[test]
fn every_reading_of_a_plan_is_the_same() {
    assert_eq!(plan(LY_SON), plan(LY_SON));
}

fn symbols(draft: &PlanDraft) -> Vec<&str> {
    draft.legal_bases.iter().filter_map(|basis| basis.number_symbol.as_deref()).collect()
}

fn value(
    draft: &PlanDraft,
    of: impl Fn(&thidua_domain::plans::draft::Header) -> Option<&thidua_domain::plans::draft::Piece<String>>,
) -> &str {
    of(&draft.document).map_or("", |piece| piece.value.as_str())
}
