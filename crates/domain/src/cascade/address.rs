//! Whether a duty of the plan above speaks to a unit below.

use crate::basics::text::fold;
use crate::units::UnitKind;

/// Words that name all units below, folded.
const EVERYBODY: &[&str] =
    &["don vi", "co quan", "cac cap", "cac nganh", "dia phuong", "tap the", "cum, khoi", "co so"];

/// Words that name units of a kind, folded.
fn words(kind: UnitKind) -> &'static [&'static str] {
    match kind {
        UnitKind::Province => &["tinh", "thanh pho"],
        UnitKind::Department => &["so,", "so ", "ban, nganh", "ban nganh"],
        UnitKind::District => &["huyen", "quan", "thi xa"],
        UnitKind::Commune => &["cac xa", "xa,", "thi tran", "phuong", "ubnd xa"],
        UnitKind::Village => &["thon", "lang", "ban,", "to dan pho", "ap"],
        UnitKind::Office => &["phong", "van phong", "ban, nganh", "cong chuc"],
        UnitKind::PublicService => &["don vi su nghiep", "trung tam"],
        UnitKind::School => &["truong"],
        UnitKind::HealthStation => &["tram y te", "tyt", "y te"],
        UnitKind::Enterprise => &["doanh nghiep", "hop tac xa"],
        UnitKind::Party => &["dang uy", "huyen uy", "chi bo", "cap uy"],
        UnitKind::PeoplesCouncil => &["hoi dong nhan dan", "hdnd"],
        UnitKind::Front => &["mat tran"],
        UnitKind::Union => &["doan the", "hoi ", "lien doan", "cong doan", "to chuc chinh tri"],
        UnitKind::ArmedForces => &["quan su", "cong an", "luc luong vu trang"],
        UnitKind::VerticalLine => &["toa an", "vien kiem sat", "kho bac", "thue"],
        UnitKind::Central | UnitKind::Other => &[],
    }
}

/// Whether a word stands whole in a text; both folded.
fn holds(text: &str, word: &str) -> bool {
    let border = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
    let bytes = text.as_bytes();
    text.match_indices(word).any(|(at, _)| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let ends = word.ends_with([' ', ',']) || border(bytes.get(at + word.len()));
        border(before) && ends
    })
}

/// Whether the actor of a duty is, or includes, a unit of a name and kind.
pub fn speaks_to(actor: &str, name: &str, kind: UnitKind) -> bool {
    let (actor, name) = (format!("{} ", fold(actor)), fold(name));
    holds(&actor, &name)
        || EVERYBODY.iter().any(|word| holds(&actor, word))
        || words(kind).iter().any(|word| holds(&actor, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duties_find_the_units_they_speak_to() {
        for (actor, name, kind, expected) in [
            ("Các cơ quan, đơn vị, UBND các xã", "Phòng Nội vụ", UnitKind::Office, true),
            ("Các thôn", "Thôn Khánh Vân", UnitKind::Village, true),
            ("Các thôn", "Trường Tiểu học", UnitKind::School, false),
            ("Các trường học, Trạm Y tế", "Trường Mầm non", UnitKind::School, true),
            ("Ủy ban MTTQ và các đoàn thể", "Hội Nông dân", UnitKind::Union, true),
            ("Phòng Tài chính - Kế hoạch", "Phòng Tài chính - Kế hoạch", UnitKind::Office, true),
            ("Trung tâm Truyền thông", "Thôn Sơn Quả", UnitKind::Village, false),
            ("Đề nghị Ủy ban Mặt trận Tổ quốc", "Ủy ban MTTQ Việt Nam xã", UnitKind::Front, true),
        ] {
            assert_eq!(speaks_to(actor, name, kind), expected, "{actor} / {name}");
        }
    }
}
