use super::*;
use proptest::prelude::*;

fn form(code: &str) -> &'static Form {
    forms().expect("read").iter().find(|form| form.code == code).expect("the form")
}

fn values(code: &str, record: &Record) -> Vec<String> {
    let counted = count(form(code), std::slice::from_ref(record));
    let lines = counted.lines.iter().skip(1).filter(|line| !line.cells[0].is_empty());
    lines.map(|line| line.value.clone().unwrap_or_else(|| "?".to_owned())).collect()
}

fn movement(kind: &str, national: bool, level: &str, months: Option<u32>) -> Record {
    Record { kind: Some(kind.into()), national, level: Some(level.into()), months, ..Record::default() }
}

fn award(subject: &str, category: Option<Category>, leader: bool, post: &str, occasion: &str) -> Record {
    Record {
        subject: Some(subject.into()),
        occasion: Some(occasion.into()),
        award: Some("BKBT".into()),
        category,
        leader: Some(leader),
        post: (!post.is_empty()).then(|| post.to_owned()),
        ..Record::default()
    }
}

#[test]
fn the_three_forms_are_there_with_their_source_and_their_day() {
    for (code, sure) in [("0601", true), ("0602", false), ("0603", true)] {
        let form = form(code);
        assert_eq!((form.mark().is_sure(), form.due.as_str()), (sure, "12-15"), "{code}");
        for dimension in &form.dimension {
            for value in &dimension.value {
                let known =
                    value.part_of.as_ref().is_none_or(|of| dimension.value.iter().any(|one| one.code == *of));
                assert!(known, "{code} {}", value.code);
            }
        }
    }
}

#[test]
fn a_movement_stands_by_its_form_its_scope_and_how_long_it_runs() {
    for (record, lines) in [
        (movement("regular", false, "commune", Some(12)), ["regular", "sector", "1"]),
        (movement("peak", false, "province-department", Some(3)), ["thematic", "unit", "under-1"]),
        (movement("thematic", true, "commune", Some(60)), ["thematic", "national", "5-up"]),
        (movement("thematic", false, "central", Some(36)), ["thematic", "sector", "3-5"]),
        (movement("thematic", false, "other", Some(35)), ["thematic", "unit", "1-3"]),
        // what cannot be told stands by itself and is explained
        (movement("study-and-follow", false, "commune", None), ["?", "sector", "?"]),
    ] {
        assert_eq!(values("0601", &record), lines, "{record:?}");
    }
}

#[test]
fn an_award_stands_by_its_subject_and_way_and_parts_are_in_their_whole() {
    let individual = |category, leader, post: &str| award("individual", Some(category), leader, post, "regular");
    for (record, lines) in [
        (individual(Category::Farmer, false, "Nông dân"), vec!["individual", "direct-worker", "regular"]),
        (
            individual(Category::LeaderManager, true, "Phó Giám đốc Sở"),
            vec!["individual", "department-leader", "regular"],
        ),
        (individual(Category::LeaderManager, true, "Trưởng phòng"), vec!["individual", "other-leader", "regular"]),
        (
            individual(Category::LeaderManager, true, "Chủ tịch Ủy ban nhân dân tỉnh"),
            vec!["individual", "top-leader", "regular"],
        ),
        (individual(Category::Entrepreneur, true, "Giám đốc"), vec!["individual", "entrepreneur", "regular"]),
        // an official who leads nobody is an individual and none of the parts
        (individual(Category::Official, false, "Chuyên viên"), vec!["individual", "regular"]),
        (award("collective", None, false, "", "sudden"), vec!["collective", "sudden"]),
        (award("household", None, false, "", "unheard"), vec!["household", "?"]),
    ] {
        assert_eq!(values("0603", &record), lines, "{record:?}");
    }
    let enterprise =
        Record { unit_kind: Some("enterprise".into()), ..award("collective", None, false, "", "external") };
    assert_eq!(values("0603", &enterprise), ["collective", "enterprise", "external"]);
}

#[test]
fn an_award_that_the_form_does_not_know_is_outside_and_the_rest_adds_up() {
    let mut records = vec![award("individual", Some(Category::Farmer), false, "", "regular"); 3];
    records[1].award = Some("LDTT".into());
    records[2].award = Some("COBT".into());
    let counted = count(form("0603"), &records);
    assert_eq!((counted.outside.clone(), counted.inside(), counted.adds_up()), (vec![1], 2, true));
    let line = counted.line("target", "direct-worker").expect("the line");
    let at = |code: &str| 1 + counted.columns.iter().position(|one| one == code).expect("a column");
    assert_eq!(
        (&line.cells[0], &line.cells[at("diploma")], &line.cells[at("flag")]),
        (&vec![0, 2], &vec![0], &vec![2])
    );
}

proptest! {
    #[test]
    fn whatever_the_records_every_dimension_adds_up(
        picks in proptest::collection::vec((0..4_usize, 0..5_usize, 0..12_usize, any::<bool>(), 0..70_u32), 0..40)
    ) {
        let awards = ["BKBT", "CSTDBT", "COBT", "LDTT"];
        let occasions = ["regular", "thematic", "sudden", "term", "nothing"];
        let subjects = ["individual", "collective", "household"];
        let records: Vec<Record> = picks.iter().map(|(award, occasion, category, leader, months)| Record {
            kind: Some("regular".into()),
            level: Some("commune".into()),
            months: (*months > 0).then_some(*months),
            subject: Some(subjects[*category % 3].into()),
            occasion: Some(occasions[*occasion].into()),
            award: Some(awards[*award].into()),
            category: Category::ALL.get(*category).copied(),
            leader: Some(*leader),
            ..Record::default()
        }).collect();
        for form in forms().expect("read") {
            let counted = count(form, &records);
            prop_assert!(counted.adds_up(), "{}", form.code);
            for line in counted.lines.iter().filter(|line| line.part_of.is_some()) {
                let whole = counted.line(line.dimension.as_deref().unwrap(), line.part_of.as_deref().unwrap());
                let whole = whole.expect("the whole");
                prop_assert!(line.cells[0].iter().all(|at| whole.cells[0].contains(at)));
            }
        }
    }
}
