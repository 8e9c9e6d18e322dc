//! Which words a Vietnamese syllable can be: onset, rime and tone, by the rules of spelling.

use std::sync::LazyLock;
use thidua_domain::basics::text::fold;
use unicode_normalization::UnicodeNormalization;

/// Onsets, longer ones first.
const ONSETS: [&str; 27] = [
    "ngh", "ng", "nh", "gh", "kh", "ph", "th", "tr", "ch", "qu", "gi", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x",
];
/// Rimes without their tone.
const RIMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et \
 ê êch êm ên ênh êp êt êu i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oa oac oach oai oam oan \
 oang oanh oao oap oat oay oe oen oeo oet oăc oăm oăn oăng oăt ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u uc ui um un ung \
 up ut ua uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt uy uya uych uyên uyêt uynh uyt uyp uyu ư ưc ưi ưm ưn ưng ưt ưu \
 ưa ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ynh yt yu ych êng";

/// The rimes, sorted.
static SPELLED: LazyLock<Vec<&str>> = LazyLock::new(|| sorted(RIMES.split_whitespace().collect()));

/// The onsets, and the rimes sorted, without marks.
static SHAPES: LazyLock<(Vec<String>, Vec<String>)> = LazyLock::new(|| {
    (ONSETS.iter().map(|onset| fold(onset)).collect(), sorted(RIMES.split_whitespace().map(fold).collect()))
});

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort_unstable();
    list
}

/// Whether a word can be a Vietnamese syllable as spelled.
pub fn is_possible(word: &str) -> bool {
    let mut tone = None;
    let mut base = String::with_capacity(word.len());
    for c in word.to_lowercase().nfd() {
        match c {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => {
                if tone.replace(c).is_some() {
                    return false;
                }
            }
            c => base.push(c),
        }
    }
    let base: String = base.nfc().collect();
    let sharp_or_heavy = matches!(tone, Some('\u{301}' | '\u{323}'));
    let stopped = ["c", "ch", "p", "t"].iter().any(|coda| base.ends_with(coda));
    if stopped && !sharp_or_heavy {
        return false;
    }
    std::iter::once("")
        .chain(ONSETS)
        .filter_map(|onset| base.strip_prefix(onset))
        .any(|rime| (rime.is_empty() && base == "gi") || SPELLED.binary_search(&rime).is_ok())
}

/// Whether a word has the letters of a Vietnamese syllable, its marks apart (`phat`, `dông`; not `Internet`, `QR`).
pub fn is_shaped(word: &str) -> bool {
    let folded = fold(word);
    let (onsets, rimes) = &*SHAPES;
    folded == "gi"
        || std::iter::once("")
            .chain(onsets.iter().map(String::as_str))
            .filter_map(|onset| folded.strip_prefix(onset))
            .any(|rime| rimes.binary_search_by(|known| known.as_str().cmp(rime)).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_words_are_possible_and_scanned_ones_mostly_not() {
        for word in [
            "phát", "động", "thi", "đua", "quyết", "gìn", "giữ", "nghiệp", "Ủy", "khuyến", "quỹ", "xoá", "xóa",
            "gì", "năng",
        ] {
            assert!(is_possible(word), "{word}");
        }
        for word in ["phat", "nhiém", "thuc", "tiéu", "Kbang", "thyc", "rimg", "Covid", "c4c", "dién", "vimg"] {
            assert!(!is_possible(word), "{word}");
        }
    }

    #[test]
    fn a_word_without_its_marks_keeps_the_shape_of_a_syllable_and_foreign_words_have_none() {
        for word in ["phat", "nghiep", "Uy", "thuc", "gi", "quyet", "dông"] {
            assert!(is_shaped(word), "{word}");
        }
        for word in ["Internet", "Wifi", "Smartphone", "QR", "Zalo", "Kbang", "code", "UBND", "1an", ""] {
            assert!(!is_shaped(word), "{word}");
        }
    }
}
