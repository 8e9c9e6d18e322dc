//! How a legal basis begins.

use thidua_domain::basics::text::fold;

use super::wording::upper_first;

/// Openings that a basis may already have.
const OPENINGS: [&str; 9] =
    ["can cu", "thuc hien", "xet", "theo", "tren co so", "trien khai", "huong ung", "de", "nham"];

/// Papers that are carried out rather than founded on.
const CARRIED_OUT: [&str; 11] = [
    "chi thi",
    "ke hoach",
    "ket luan",
    "chuong trinh",
    "huong dan",
    "cong van",
    "thong bao",
    "loi keu goi",
    "van ban",
    "cong dien",
    "de an",
];

/// The basis opened by "Căn cứ" or, before directives, plans and conclusions, by "Thực hiện".
pub(super) fn opened(text: &str) -> String {
    let text = text.trim().trim_start_matches(['-', '+', '•', ' ']);
    let folded = fold(text);
    let begins = |starts: &[&str]| {
        starts
            .iter()
            .any(|start| folded.strip_prefix(start).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
    };
    if begins(&CARRIED_OUT) {
        format!("Thực hiện {text}")
    } else if text.is_empty() || begins(&OPENINGS) {
        upper_first(text)
    } else {
        format!("Căn cứ {text}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_basis_begins_with_words_of_its_own_or_gets_them() {
        for (text, begun) in [
            ("Luật Thi đua, khen thưởng năm 2022", "Căn cứ Luật Thi đua, khen thưởng năm 2022"),
            ("Nghị định số 98/2023/NĐ-CP", "Căn cứ Nghị định số 98/2023/NĐ-CP"),
            ("Thông tư số 01/2024/TT-BNV", "Căn cứ Thông tư số 01/2024/TT-BNV"),
            ("Quyết định số 12/QĐ-UBND", "Căn cứ Quyết định số 12/QĐ-UBND"),
            ("Nghị quyết số 05/NQ-HĐND", "Căn cứ Nghị quyết số 05/NQ-HĐND"),
            ("Chỉ thị số 34-CT/TW", "Thực hiện Chỉ thị số 34-CT/TW"),
            ("Kế hoạch số 262/KH-UBND", "Thực hiện Kế hoạch số 262/KH-UBND"),
            ("- Kết luận số 83-KL/TW", "Thực hiện Kết luận số 83-KL/TW"),
            ("Đề án số 06", "Thực hiện Đề án số 06"),
            ("Căn cứ Kế hoạch số 1/KH-UBND", "Căn cứ Kế hoạch số 1/KH-UBND"),
            ("thực hiện Kế hoạch số 1/KH-UBND", "Thực hiện Kế hoạch số 1/KH-UBND"),
            ("Xét đề nghị của Trưởng phòng Nội vụ", "Xét đề nghị của Trưởng phòng Nội vụ"),
        ] {
            assert_eq!(opened(text), begun);
        }
    }
}
