//! Who is meant by the actor of an obligation: a unit by its name, all units of a kind, all units, or one's own office.

use crate::basics::text::fold;
use crate::units::{Unit, UnitKind};

/// Who is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// Units by their names, by place in the list that was given.
    Units(Vec<usize>),
    /// Every unit of a kind: `các thôn`, `các nhà trường`.
    Kind(UnitKind),
    /// Every unit below: `các cơ quan, đơn vị`.
    All,
    /// A post of one's own office: `Công chức Văn hóa - Thông tin`, `Văn phòng UBND xã`.
    OwnPost,
    /// Nobody that is known; a person has to choose.
    Unknown,
}

/// Short forms as offices write them, folded.
const SHORT: [(&str, &str); 9] = [
    ("ubnd", "uy ban nhan dan"),
    ("ub", "uy ban"),
    ("mttq", "mat tran to quoc"),
    ("hdnd", "hoi dong nhan dan"),
    ("vp", "van phong"),
    ("tt", "trung tam"),
    ("lhpn", "lien hiep phu nu"),
    ("ccb", "cuu chien binh"),
    ("tyt", "tram y te"),
];

/// Kinds by the words that mean all of them.
const GROUPS: [(&str, UnitKind); 9] = [
    ("cac thon", UnitKind::Village),
    ("cac xa", UnitKind::Commune),
    ("uy ban nhan dan cac xa", UnitKind::Commune),
    ("cac nha truong", UnitKind::School),
    ("cac truong", UnitKind::School),
    ("cac doan the", UnitKind::Union),
    ("cac to chuc chinh tri xa hoi", UnitKind::Union),
    ("cac doanh nghiep", UnitKind::Enterprise),
    ("cac phong", UnitKind::Office),
];

/// Beginnings of posts of one's own office.
const POSTS: [&str; 8] = [
    "cong chuc",
    "can bo",
    "cb ",
    "van phong",
    "bo phan",
    "dai truyen thanh",
    "chu tich uy ban nhan dan",
    "thuong truc hoi dong",
];

/// Beginnings of whole bodies of units.
const EVERYBODY: [&str; 7] =
    ["cac co quan", "cac don vi", "cac ban nganh", "cac ban, nganh", "thu truong cac", "cac cap", "cac dia phuong"];

/// The words of a name: folded, short forms written out, nothing but letters and digits.
pub(crate) fn words(text: &str) -> Vec<String> {
    let plain: String = fold(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain
        .split_whitespace()
        .flat_map(|word| {
            let long = SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long);
            long.split(' ').map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

fn holds(whole: &[String], part: &[String]) -> bool {
    !part.is_empty() && whole.windows(part.len()).any(|window| window == part)
}

/// The parts of an enumeration: `UB MTTQ, các ban ngành đoàn thể, trưởng 9 thôn, làng`.
fn parts(actor: &str) -> Vec<&str> {
    actor.split([',', ';', '(', ')']).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Who is meant by an actor, among the units below an authority and the authority itself.
pub fn meant(actor: &str, own: &Unit, below: &[Unit]) -> Meant {
    let whole = words(actor);
    if whole.is_empty() {
        return Meant::Unknown;
    }
    let named = named_in(&whole, actor, below);
    if !named.is_empty() {
        return Meant::Units(named);
    }
    let folded = whole.join(" ");
    let begins = |start: &&str| folded.starts_with(start.trim()) || folded.contains(&format!(" {}", start.trim()));
    if EVERYBODY.iter().any(|start| folded.starts_with(&words(start).join(" "))) || parts(actor).len() > 3 {
        return Meant::All;
    }
    let group = GROUPS.iter().filter(|(start, _)| begins(start)).max_by_key(|(start, _)| start.len());
    if let Some((_, kind)) = group {
        return Meant::Kind(*kind);
    }
    if mentions_all_villages(&folded) {
        return Meant::Kind(UnitKind::Village);
    }
    let own_words = words(&own.name);
    if POSTS.iter().any(|post| folded.starts_with(&words(post).join(" "))) || holds(&own_words, &whole) {
        return Meant::OwnPost;
    }
    Meant::Unknown
}

/// `trưởng 9 thôn, làng`: a number before the kind.
fn mentions_all_villages(folded: &str) -> bool {
    let words: Vec<&str> = folded.split(' ').collect();
    words
        .windows(2)
        .any(|pair| pair[0].bytes().all(|b| b.is_ascii_digit()) && matches!(pair[1], "thon" | "lang" | "ban"))
}

/// Units whose name stands in the actor, or whose name begins with one part of it.
fn named_in(whole: &[String], actor: &str, below: &[Unit]) -> Vec<usize> {
    let pieces: Vec<Vec<String>> = parts(actor).into_iter().map(words).filter(|piece| piece.len() >= 3).collect();
    let mut found = Vec::new();
    for (at, unit) in below.iter().enumerate() {
        let name = words(&unit.name);
        let said = holds(whole, &name) && name.len() >= 2;
        let begun = pieces.iter().any(|piece| name.starts_with(piece));
        if said || begun {
            found.push(at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::draft::IssuerLevel;

    fn unit(name: &str) -> Unit {
        Unit {
            id: name.into(),
            name: name.into(),
            kind: UnitKind::guess(name).unwrap_or(UnitKind::Other),
            level: IssuerLevel::Other,
            head: None,
            parent_id: None,
            parent_name: None,
            valid_from: None,
            valid_to: None,
        }
    }

    fn below() -> Vec<Unit> {
        [
            "Ủy ban Mặt trận Tổ quốc Việt Nam xã Lơ Ku",
            "Thôn 1",
            "Làng Lợt",
            "Trường Tiểu học và Trung học cơ sở Lơ Ku",
            "Đoàn Thanh niên xã",
            "Phòng Nội vụ",
        ]
        .map(unit)
        .into()
    }

    fn of(actor: &str) -> Meant {
        meant(actor, &unit("Ủy ban nhân dân xã Lơ Ku"), &below())
    }

    #[test]
    fn units_are_known_by_name_short_forms_and_missing_marks() {
        for (actor, found) in [
            ("UB MTTQ", vec![0]),
            ("Ủy ban Mặt trận Tổ quốc Việt Nam", vec![0]),
            ("Đề nghị UB MTTQ và Đoàn Thanh niên xã", vec![4]),
            ("phong noi vu", vec![5]),
            ("Phòng Nội vụ, UB MTTQ xã", vec![5]),
        ] {
            assert_eq!(of(actor), Meant::Units(found), "{actor}");
        }
    }

    #[test]
    fn kinds_everybody_and_own_posts_are_told_apart() {
        for (actor, meant) in [
            ("Các thôn", Meant::Kind(UnitKind::Village)),
            ("Trưởng 9 thôn, làng", Meant::Kind(UnitKind::Village)),
            ("Các nhà trường", Meant::Kind(UnitKind::School)),
            ("Các cơ quan, đơn vị, địa phương", Meant::All),
            ("Các ban, ngành, đoàn thể xã", Meant::All),
            ("Công chức Văn hóa – Thông tin xã", Meant::OwnPost),
            ("VP UBND xã", Meant::OwnPost),
            ("Ủy ban nhân dân xã", Meant::OwnPost),
            ("Ban Quản lý dự án", Meant::Unknown),
            ("", Meant::Unknown),
        ] {
            assert_eq!(of(actor), meant, "{actor}");
        }
    }

    #[test]
    fn a_long_enumeration_means_everybody_unless_it_names_units() {
        assert_eq!(of("Cán bộ, công chức, người không chuyên trách, nhân dân, hội viên"), Meant::All);
    }
}
