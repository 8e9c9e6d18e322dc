use super::*;

/// `name|birth|unit|above|title`, the parts after the name may be missing.
fn traits(text: &str) -> Traits {
    let mut parts = text.split('|').map(str::trim);
    let name = parts.next().unwrap_or_default().to_owned();
    let birth = parts.next().unwrap_or_default();
    let mut list = || -> Vec<String> {
        parts.next().unwrap_or_default().split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let (units, above, titles) = (list(), list(), list());
    Traits {
        kind: Some(PersonKind::Individual),
        names: name.split('=').map(|name| name.trim().to_owned()).collect(),
        birth_year: birth.parse().ok().or_else(|| birth.get(6..).and_then(|year| year.parse().ok())),
        birth_day: crate::basics::date::read_date(birth).ok(),
        units,
        above,
        titles,
        ..Traits::default()
    }
}

#[test]
fn two_records_are_told_apart_as_this_table_says() {
    use Verdict::{Different, Doubtful, Likely};
    let table: &[(&str, &str, i32, Verdict)] = &[
        ("Trần Thị Diệu|1979|x", "Trần Thị Diệu|1979|x", 90, Likely),
        ("Trần Thị Diệu|1979|x|p|Kế toán", "TRẦN THỊ DIỆU|1979|x|p|kế toán", 96, Likely),
        ("Nguyễn Thị Hoà|1980|x", "Nguyễn Thị Hòa|1980|x", 88, Likely),
        ("Lí Thị Quí|1980|x", "Lý Thị Quý|1980|x", 88, Likely),
        ("Trần Thị Diệu|07/3/1979", "Trần Thị Diệu|07/3/1979", 90, Likely),
        ("Trần Thị Diệu|1979|x|p", "Trần Thị Diệu|1979|y|p", 78, Doubtful),
        ("Trần Thị Diệu|1979", "Trần Thị Diệu|1979", 70, Doubtful),
        ("Tran Thi Dieu|1979|x", "Trần Thị Diệu|1979|x", 78, Doubtful),
        ("Nguyeenx Vawn Huwng|1979|x", "Nguyễn Văn Hưng|1979|x", 75, Doubtful),
        ("Trần Thị 1inh|1990|x", "Trần Thị Linh|1990|x", 75, Doubtful),
        ("Trần Diệu|1979|x", "Trần Thị Diệu|1979|x", 62, Doubtful),
        ("Trần Thị Hường|1979|x", "Trần Thị Hưởng|1979|x", 55, Different),
        ("Trần Thị Diệu|1979|x", "Trần Thị Diễu|1979|x", 55, Different),
        ("Trần Thị Diệu||x", "Trần Thị Diệu|1979|x", 70, Doubtful),
        ("Trần Thị Diệu|1979|x", "Trần Thị Diệu|1980|x", 78, Doubtful),
        ("Trần Thị Diệu|1979|x", "Trần Thị Diệu|1985|x", 30, Different),
        ("Trần Thị Diệu", "Trần Thị Diệu", 50, Different),
        ("Lê Văn An|1979|x", "Trần Thị Diệu|1979|x", -20, Different),
        ("Trần Thị Mới = Trần Thị Diệu|1979|x", "Trần Thị Diệu|1979|x", 88, Likely),
        ("Trần Văn Thanh|1979|x", "Trần Văn Than|1979|x", 60, Doubtful),
    ];
    for (a, b, score, verdict) in table {
        let there = compare(&traits(a), &traits(b));
        assert_eq!((there.score, there.verdict()), (*score, *verdict), "{a} ~ {b}: {:?}", there.grounds);
        assert_eq!(there, compare(&traits(b), &traits(a)), "{a} ~ {b} both ways");
    }
}

#[test]
fn a_reform_does_not_make_two_people_of_one() {
    let before = traits("Trần Thị Diệu|1979|xã cũ");
    let mut after = traits("Trần Thị Diệu|1979|xã mới");
    assert_eq!(compare(&before, &after).verdict(), Verdict::Doubtful);
    after.lineage = vec!["xã cũ".into()];
    let found = compare(&before, &after);
    assert_eq!((found.score, found.verdict()), (88, Verdict::Likely));
    assert!(found.grounds.contains(&Ground::UnitInLineage));
}

#[test]
fn a_household_is_never_its_head() {
    let person = traits("Nguyễn Văn An|1970|x");
    let household = Traits { kind: Some(PersonKind::Household), ..person.clone() };
    assert_eq!(compare(&person, &household).verdict(), Verdict::Different);
}

#[test]
fn identity_numbers_outweigh_names() {
    let with = |name: &str, hash: &str| Traits { identity: Some(hash.into()), ..traits(name) };
    assert_eq!(compare(&with("Trần Thị Diệu", "h"), &with("Trần Thị Diễu", "h")).verdict(), Verdict::Likely);
    let namesakes = compare(&with("Trần Thị Diệu|1979|x", "h"), &with("Trần Thị Diệu|1979|x", "k"));
    assert_eq!(namesakes.verdict(), Verdict::Different);
}

#[test]
fn the_score_is_the_sum_of_its_reasons() {
    let found = compare(&traits("Trần Thị Diệu|1979|x"), &traits("Trần Thị Diệu|1980|x"));
    assert_eq!(found.score, found.grounds.iter().map(|ground| ground.points()).sum::<i32>());
    assert_eq!(found.grounds, [Ground::SameName, Ground::SameUnit, Ground::NextBirthYear]);
}
