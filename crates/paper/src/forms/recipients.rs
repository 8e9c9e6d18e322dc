//! The distribution list (nơi nhận) as official papers print it.

use thidua_domain::basics::text::fold;

/// The line of the copy that is kept opens so, and stands last.
const KEPT: &str = "Lưu";
/// Where a copy is kept when the list does not say: the clerical office.
const CLERICAL_OFFICE: &str = "VT";

/// The list with exactly one line of the kept copy: last, and without a purpose.
pub(super) fn official(recipients: &[String]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut places: Vec<String> = Vec::new();
    for recipient in recipients.iter().filter(|recipient| !recipient.trim().is_empty()) {
        match kept_at(recipient) {
            Some(found) => {
                for place in found {
                    if !places.iter().any(|known| fold(known) == fold(&place)) {
                        places.push(place);
                    }
                }
            }
            None => lines.push(recipient.clone()),
        }
    }
    if places.is_empty() {
        places.push(CLERICAL_OFFICE.into());
    }
    lines.push(format!("{KEPT}: {}", places.join(", ")));
    lines
}

/// Where the copy is kept, when the line says that ("Lưu: VT, VP"); "Lưu trữ …" is a recipient like any other.
fn kept_at(recipient: &str) -> Option<Vec<String>> {
    let line = recipient.trim().trim_start_matches(['-', '+', '•', ' ']);
    let length = KEPT.chars().count();
    let head: String = line.chars().take(length).collect();
    let rest: String = line.chars().skip(length).collect();
    let behind = fold(&rest);
    if fold(&head) != fold(KEPT) || rest.starts_with(char::is_alphanumeric) || behind.starts_with("tru ") {
        return None;
    }
    let places = without_brackets(&rest);
    let ends = [':', '.', ';', ',', '-', ' '];
    Some(
        places
            .split([',', ';'])
            .map(|place| place.trim().trim_matches(ends).to_owned())
            .filter(|place| !place.is_empty())
            .collect(),
    )
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .filter(|letter| match letter {
            '(' => {
                depth += 1;
                false
            }
            ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(recipients: &[&str]) -> Vec<String> {
        official(&recipients.iter().map(|&text| text.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn the_kept_copy_is_one_line_at_the_end_without_a_purpose() {
        for kept in ["Lưu: VT (lưu)", "Lưu VT", "Lưu: VT.", "- LƯU VT;", "Lưu", "Lưu: (lưu)"] {
            assert_eq!(printed(&[kept, "Phòng Nội vụ (để b/c)"]), ["Phòng Nội vụ (để b/c)", "Lưu: VT"], "{kept}");
        }
        assert_eq!(
            printed(&["Lưu: VT, NC (A, B)", "Như trên", "Lưu VT, VP (lưu)"]),
            ["Như trên", "Lưu: VT, NC, VP"]
        );
    }

    #[test]
    fn a_list_without_a_kept_copy_gets_one() {
        assert_eq!(printed(&["Như trên"]), ["Như trên", "Lưu: VT"]);
        assert_eq!(printed(&[]), ["Lưu: VT"]);
    }

    #[test]
    fn the_archive_of_a_province_is_a_recipient() {
        assert_eq!(printed(&["Lưu trữ lịch sử tỉnh (để biết)"]), ["Lưu trữ lịch sử tỉnh (để biết)", "Lưu: VT"]);
    }
}
