use super::*;
use crate::plans::draft::IssuerLevel;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn unit(id: &str, kind: UnitKind, parent: Option<&str>) -> Unit {
    Unit {
        id: id.into(),
        name: format!("Đơn vị {id}"),
        kind,
        level: kind.level(),
        head: None,
        parent_id: parent.map(str::to_owned),
        parent_name: None,
        valid_from: None,
        valid_to: None,
    }
}

fn reform(kind: ReformKind, subjects: Vec<Unit>) -> Reform {
    Reform {
        kind,
        day: day(2025, 7, 1),
        subjects,
        successors: Vec::new(),
        name: None,
        unit_kind: None,
        parent_path: Vec::new(),
        children: Vec::new(),
    }
}

#[test]
fn a_district_that_ends_hands_its_communes_to_the_province() {
    let mut end = reform(ReformKind::Abolish, vec![unit("binh-son", UnitKind::District, Some("quang-ngai"))]);
    let commune = unit("binh-an", UnitKind::Commune, Some("binh-son"));
    let office = unit("phong-noi-vu", UnitKind::Office, Some("binh-son"));
    end.children = vec![(commune, ChildFate::Under("quang-ngai".into())), (office, ChildFate::EndsToo)];
    let outcome = plan(&end).expect("planned");
    assert_eq!(outcome.gone(), ["binh-son", "phong-noi-vu"]);
    assert!(outcome.ends.iter().all(|(_, last)| *last == day(2025, 6, 30)));
    let [moved] = outcome.begins.as_slice() else { panic!("{outcome:?}") };
    assert_eq!((moved.id.as_str(), moved.parent_id.as_deref()), ("binh-an", Some("quang-ngai")));
    assert_eq!(moved.valid_from, Some(day(2025, 7, 1)));
}

#[test]
fn three_communes_become_one_and_the_new_one_knows_them() {
    let subjects = ["a", "b", "c"].map(|id| unit(id, UnitKind::Commune, Some("p"))).to_vec();
    let mut merger = reform(ReformKind::Merge, subjects);
    merger.successors = vec![Successor::New(Box::new(unit("n", UnitKind::Commune, Some("p"))))];
    merger.children = vec![(unit("thon", UnitKind::Village, Some("a")), ChildFate::Under("n".into()))];
    let outcome = plan(&merger).expect("planned");
    assert_eq!(outcome.gone(), ["a", "b", "c"]);
    assert_eq!(outcome.founded, ["n"]);
    let pairs: Vec<(&str, &str)> = outcome.lineage.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(pairs, [("a", "n"), ("b", "n"), ("c", "n")]);
}

#[test]
fn a_commune_may_join_another_that_goes_on() {
    let stays = unit("a", UnitKind::Commune, Some("p"));
    let mut merger = reform(ReformKind::Merge, vec![stays.clone(), unit("b", UnitKind::Commune, Some("p"))]);
    merger.successors = vec![Successor::Existing(Box::new(stays))];
    let outcome = plan(&merger).expect("planned");
    assert_eq!(outcome.gone(), ["b"]);
    assert_eq!(outcome.lineage, [("b".to_owned(), "a".to_owned())]);
}

#[test]
fn names_levels_and_places_change_without_losing_the_identity() {
    let town = unit("t", UnitKind::Commune, Some("d"));
    let mut renamed = reform(ReformKind::Rename, vec![town.clone()]);
    renamed.name = Some("Ủy ban nhân dân phường Tân An".into());
    let outcome = plan(&renamed).expect("planned");
    assert!(outcome.gone().is_empty() && outcome.founded.is_empty());
    assert_eq!(outcome.begins[0].name, "Ủy ban nhân dân phường Tân An");

    let mut raised = reform(ReformKind::Relevel, vec![town.clone()]);
    raised.unit_kind = Some(UnitKind::Province);
    assert_eq!(plan(&raised).expect("planned").begins[0].level, IssuerLevel::Province);

    let mut moved = reform(ReformKind::Move, vec![town]);
    moved.parent_path = vec!["p".into(), "centre".into()];
    assert_eq!(plan(&moved).expect("planned").begins[0].parent_id.as_deref(), Some("p"));
}

#[test]
fn what_cannot_be_is_refused_with_every_reason_at_once() {
    let town = unit("t", UnitKind::Commune, Some("d"));
    let mut circle = reform(ReformKind::Move, vec![town.clone()]);
    circle.parent_path = vec!["v".into(), "t".into()];
    assert_eq!(plan(&circle), Err(vec![ReformProblem::Circle("Đơn vị t".into())]));

    let mut gone = town.clone();
    gone.valid_to = Some(day(2024, 12, 31));
    let mut renamed = reform(ReformKind::Rename, vec![gone]);
    assert_eq!(plan(&renamed), Err(vec![ReformProblem::NotThere("Đơn vị t".into()), ReformProblem::NameNeeded]));
    renamed.subjects[0].valid_from = Some(day(2025, 9, 1));
    assert!(
        plan(&renamed)
            .is_err_and(|all| all.contains(&ReformProblem::LaterChange("Đơn vị t".into(), day(2025, 9, 1))))
    );

    let mut split = reform(ReformKind::Split, vec![town.clone()]);
    split.successors = vec![Successor::New(Box::new(unit("n", UnitKind::Commune, Some("d"))))];
    assert_eq!(plan(&split), Err(vec![ReformProblem::WrongSuccessors]));

    let mut end = reform(ReformKind::Abolish, vec![town]);
    end.children = vec![(unit("v", UnitKind::Village, Some("t")), ChildFate::Under("t".into()))];
    assert_eq!(plan(&end), Err(vec![ReformProblem::ChildOfNothing("Đơn vị v".into())]));
}

#[test]
fn children_go_where_the_new_order_has_a_place_for_them() {
    let district = unit("d", UnitKind::District, Some("p"));
    let commune = unit("n", UnitKind::Commune, Some("p"));
    let fate = |kind| usual_fate(&unit("c", kind, Some("d")), &district, Some(&commune));
    assert_eq!(fate(UnitKind::Commune), ChildFate::Under("p".into()), "no commune stands under a commune");
    assert_eq!(fate(UnitKind::Office), ChildFate::EndsToo);
    assert_eq!(fate(UnitKind::ArmedForces), ChildFate::EndsToo);
    assert_eq!(fate(UnitKind::School), ChildFate::Under("n".into()));
    let merged = unit("a", UnitKind::Commune, Some("p"));
    let village = unit("v", UnitKind::Village, Some("a"));
    assert_eq!(usual_fate(&village, &merged, Some(&commune)), ChildFate::Under("n".into()));
    assert_eq!(usual_fate(&unit("x", UnitKind::Commune, Some("d")), &district, None), ChildFate::Under("p".into()));
    let top = Unit { parent_id: None, parent_name: Some("Ủy ban nhân dân tỉnh".into()), ..district };
    let child = unit("x", UnitKind::Commune, Some("d"));
    assert_eq!(usual_fate(&child, &top, None), ChildFate::OnItsOwn);
    let mut end = reform(ReformKind::Abolish, vec![top]);
    end.children = vec![(child, ChildFate::OnItsOwn)];
    let outcome = plan(&end).expect("planned");
    assert_eq!(outcome.begins[0].parent_name.as_deref(), Some("Ủy ban nhân dân tỉnh"), "the name above is kept");
}
