//! The catalogues that ship with the product: national movements and sets of criteria. Data, read once.

use serde::Deserialize;
use std::sync::LazyLock;
use thidua_domain::basics::text::fold;
use thidua_domain::movements::criteria::{CriteriaSet, Criterion};
use thidua_domain::movements::national::NationalMovement;

#[derive(Deserialize)]
struct NationalFile {
    movement: Vec<NationalEntry>,
}

#[derive(Deserialize)]
struct NationalEntry {
    key: String,
    name: String,
    launched_by: String,
    from: Option<i32>,
    to: Option<i32>,
    keeps: Vec<String>,
    source: String,
}

#[derive(Deserialize)]
struct CriteriaFile {
    set: Vec<CriteriaEntry>,
}

#[derive(Deserialize)]
struct CriteriaEntry {
    key: String,
    name: String,
    keeps: Vec<String>,
    source: String,
    mark: String,
    criteria: Vec<(String, String)>,
}

static NATIONAL: LazyLock<Vec<NationalMovement>> = LazyLock::new(|| {
    let file: NationalFile = toml::from_str(include_str!("../../../../rules/movements/national.toml"))
        .unwrap_or_else(|_| NationalFile { movement: Vec::new() });
    let of = |one: NationalEntry| NationalMovement {
        key: one.key,
        name: one.name,
        launched_by: one.launched_by,
        years: one.from.zip(one.to),
        keeps: one.keeps.iter().map(|line| fold(line)).collect(),
        source: one.source,
    };
    file.movement.into_iter().map(of).collect()
});

static SETS: LazyLock<Vec<CriteriaSet>> = LazyLock::new(|| {
    let file: CriteriaFile = toml::from_str(include_str!("../../../../rules/movements/criteria.toml"))
        .unwrap_or_else(|_| CriteriaFile { set: Vec::new() });
    let of = |one: CriteriaEntry| CriteriaSet {
        key: one.key,
        name: one.name,
        keeps: one.keeps.iter().map(|line| fold(line)).collect(),
        criteria: one.criteria.into_iter().map(|(group, text)| Criterion { group, text }).collect(),
        source: one.source,
        mark: one.mark,
    };
    file.set.into_iter().map(of).collect()
});

/// The national movements.
pub(crate) fn national() -> &'static [NationalMovement] {
    &NATIONAL
}

/// The national movement of a key.
pub(crate) fn national_of(key: &str) -> Option<&'static NationalMovement> {
    national().iter().find(|one| one.key == key)
}

/// The sets of criteria.
pub(crate) fn sets() -> &'static [CriteriaSet] {
    &SETS
}

/// The sets whose words a text holds.
pub(crate) fn proposed(text: &str) -> Vec<&'static CriteriaSet> {
    let text = fold(text);
    sets().iter().filter(|set| set.keeps.iter().any(|words| text.contains(words.as_str()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use thidua_domain::movements::national::recognise;

    #[test]
    fn the_catalogues_are_read_whole_and_name_their_sources() {
        assert_eq!(national().len(), 16);
        assert_eq!(sets().len(), 4);
        assert!(national().iter().all(|one| !one.source.is_empty() && !one.keeps.is_empty()));
        assert!(sets().iter().all(|one| ["V", "S", "U"].contains(&one.mark.as_str()) && !one.criteria.is_empty()));
    }

    #[test]
    fn the_localised_names_of_the_five_plans_are_recognised() {
        for (name, key) in [
            ("Lợn chung sức xây dựng nông thôn mới", "new-countryside"),
            ("Bình Sơn chung sức xây dựng nông thôn mới", "new-countryside"),
            ("Cả tỉnh chung tay vì người nghèo - Không để ai bị bỏ lại phía sau", "poor-nobody-left-behind"),
            ("Cán b9, công chức, viên chức Hà Tĩnh thi đua thực hiện văn hóa công sở", "office-culture"),
            ("Lợn đoàn kết, chung sức, đồng lòng thi đua vượt qua đại dịch Covid-19", "covid"),
            ("Chung tay xóa nhà tạm, nhà dột nát trên địa bàn huyện Bình Sơn trong năm 2025", "temporary-houses"),
            ("Toàn dân bảo vệ An ninh Tổ quốc", "people-protect-security"),
            ("Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh", "rural-and-urban"),
        ] {
            assert_eq!(recognise(name, national()).map(|one| one.key.as_str()), Some(key), "{name}");
        }
    }

    #[test]
    fn mottos_propose_their_sets() {
        let keys = |text: &str| proposed(text).iter().map(|set| set.key.as_str()).collect::<Vec<_>>();
        assert_eq!(keys("tinh thần “3 dám, 3 hơn, 5 rõ”"), ["3-3-5"]);
        assert_eq!(keys("xây dựng “chi bộ bốn tốt”"), ["party-cell-four-good"]);
        assert_eq!(keys("Nhân dân 3 tự giác"), ["traffic-3-3-3"]);
        assert!(keys("Dân vận khéo").is_empty());
    }
}
