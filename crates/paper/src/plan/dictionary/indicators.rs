//! Indicators that plans of every level use, from `rules/reading/indicators.toml`.

use super::super::similarity::Grams;
use std::sync::LazyLock;
use thidua_domain::basics::text::fold;
use thidua_domain::targets::Direction;

#[derive(Default, serde::Deserialize)]
struct File {
    lower: Vec<String>,
    higher: Vec<String>,
}

/// An indicator of the dictionary.
pub struct Indicator {
    /// Its canonical name.
    pub name: String,
    /// Which way is better.
    pub direction: Direction,
    folded: String,
    grams: Grams,
}

static INDICATORS: LazyLock<Vec<Indicator>> = LazyLock::new(|| {
    let file: File =
        toml::from_str(include_str!("../../../../../rules/reading/indicators.toml")).unwrap_or_default();
    let make = |direction: Direction| {
        move |name: String| Indicator { folded: fold(&name), grams: Grams::of(&name), name, direction }
    };
    let lower = file.lower.into_iter().map(make(Direction::Lower));
    lower.chain(file.higher.into_iter().map(make(Direction::Higher))).collect()
});

/// The indicator whose name is closest, at least so many thousandths alike; of equals the last.
pub fn closest(name: &str, least: u32) -> Option<&'static Indicator> {
    let grams = Grams::of(name);
    let (mut best, mut least) = (None, least);
    for indicator in INDICATORS.iter() {
        if indicator.grams.dice_at_most(&grams) < least {
            continue;
        }
        let similarity = indicator.grams.dice(&grams);
        if similarity >= least {
            (best, least) = (Some(indicator), similarity);
        }
    }
    best
}

/// Words that make less better wherever they stand in a name.
const LOWER_CORES: [&str; 22] = [
    "ho ngheo",
    "can ngheo",
    "tang dan so",
    "suy dinh duong",
    "that nghiep",
    "tu vong",
    "tai nan",
    "sinh con thu",
    "tao hon",
    "toi pham",
    "bo hoc",
    "that thoat",
    "no dong",
    "no xau",
    "vu chay",
    "pham phap",
    "tre han",
    "qua han",
    "nhiem khuan",
    "su co",
    "chuyen vien",
    "thoi gian cho",
];

/// Which way is better for an indicator of this name, as far as the dictionary knows.
pub fn direction_of(name: &str) -> Option<Direction> {
    let folded = fold(name);
    let escapes =
        ["thoat ngheo", "ho tro ho ngheo", "tre em duoc", "xoa nha", "ngan ngua", "phong chong", "phong, chong"];
    if escapes.iter().any(|escape| folded.contains(escape)) {
        return Some(Direction::Higher);
    }
    if LOWER_CORES.iter().any(|core| folded.contains(core)) {
        return Some(Direction::Lower);
    }
    if let Some(exact) = INDICATORS.iter().find(|indicator| indicator.folded == folded) {
        return Some(exact.direction);
    }
    closest(name, 700).map(|indicator| indicator.direction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dictionary_knows_which_way_is_better() {
        assert!(toml::from_str::<File>(include_str!("../../../../../rules/reading/indicators.toml")).is_ok());
        assert_eq!(direction_of("Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng"), Some(Direction::Lower));
        assert_eq!(direction_of("Số hộ thoát nghèo"), Some(Direction::Higher));
        assert_eq!(direction_of("Tỷ lệ tham gia bảo hiểm y tế"), Some(Direction::Higher));
        assert_eq!(
            closest("Ty le do che phu rimg", 700).map(|found| found.name.as_str()),
            Some("Tỷ lệ độ che phủ rừng")
        );
        assert!(closest("Ty le do che phu rimg", 1001).is_none());
    }
}
