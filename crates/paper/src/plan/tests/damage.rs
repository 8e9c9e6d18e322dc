//! No text makes the reader panic, and plans stay readable under damage that scanning does.

use super::super::{json, read_plan};
use super::{leaves, plan, sample};
use crate::read::{SourceText, read_bytes};
use proptest::prelude::*;

const PLANS: [&str; 3] =
    ["plans/2022-lo-ku-43-KH-UBND.txt", "plans/2022-ha-tinh-05-KH-SNV.txt", "written/union-of-a-school.txt"];

/// Replaces, drops and doubles characters at the given places.
fn damaged(text: &str, wounds: &[(usize, char, u8)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (place, sign, kind) in wounds {
        let at = place % chars.len().max(1);
        match kind % 4 {
            0 => chars[at] = *sign,
            1 => {
                chars.remove(at);
            }
            2 => chars.insert(at, *sign),
            _ => {
                let end = (at + 40).min(chars.len());
                chars.drain(at..end);
            }
        }
        if chars.is_empty() {
            break;
        }
    }
    chars.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_text_never_panics(text in "\\PC{0,400}") {
        let _ = read_plan(&SourceText::from_text(&format!("KẾ HOẠCH\nthi đua thi đua\nthi đua\n{}\n{text}", "phát động ".repeat(30))));
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(source) = read_bytes(&bytes) {
            let _ = read_plan(&source);
        }
    }

    #[test]
    fn arbitrary_lines_of_targets_never_panic(lines in prop::collection::vec("[-+(0-9a-zđ%,.;:/≥<> )]{0,60}", 1..12)) {
        let text = format!("KẾ HOẠCH\nPhát động thi đua năm 2024\n{}\nthi đua\nI. CHỈ TIÊU THI ĐUA\n- {}", "phát động thi đua ".repeat(20), lines.join("\n- "));
        let draft = read_plan(&SourceText::from_text(&text));
        if let Ok(draft) = draft {
            prop_assert!(json::to_json(&draft, &[]).is_ok());
        }
    }

    #[test]
    fn randomly_damaged_plans_never_panic(which in 0usize..3, wounds in prop::collection::vec((any::<usize>(), any::<char>(), any::<u8>()), 1..60)) {
        let text = sample(PLANS[which]).lines.join("\n");
        let _ = read_plan(&SourceText::from_text(&damaged(&text, &wounds)));
    }
}

#[test]
fn a_clean_plan_without_any_marks_keeps_most_of_its_targets() {
    let clean = plan("plans/2022-lo-ku-43-KH-UBND.txt");
    let bare: Vec<String> = sample("plans/2022-lo-ku-43-KH-UBND.txt")
        .lines
        .iter()
        .map(|line| {
            let marks = |c: char| thidua_domain::basics::text::fold(&c.to_string()).chars().next();
            line.chars()
                .map(|c| {
                    if c.is_whitespace() || !c.is_alphabetic() {
                        c
                    } else if c.is_uppercase() {
                        marks(c).map_or(c, |c| c.to_ascii_uppercase())
                    } else {
                        marks(c).unwrap_or(c)
                    }
                })
                .collect()
        })
        .collect();
    let draft = read_plan(&SourceText::from_text(&bare.join("\n"))).expect("a plan");
    let (before, after) = (leaves(&clean).len(), leaves(&draft).len());
    assert!(after * 10 >= before * 9, "{after} of {before}");
    let same = leaves(&clean)
        .iter()
        .filter(|leaf| leaves(&draft).iter().any(|other| other.name == leaf.name && other.value == leaf.value))
        .count();
    assert!(same * 10 >= before * 7, "{same} of {before} with the right name");
}
