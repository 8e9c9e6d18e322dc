use super::*;
use crate::plans::draft::{IssuerLevel, Lines, NamedMovement, Piece, Recipient, TargetDraft};
use crate::targets::{Comparator, Direction};
use crate::units::UnitKind;

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

fn target(comparator: Option<Comparator>, value: Option<i32>) -> TargetDraft {
    TargetDraft {
        id: "T01".into(),
        parent_id: None,
        number: None,
        group: None,
        name: "Thu ngân sách".into(),
        raw: String::new(),
        lines: Lines::new(1, 1),
        comparator,
        value: value.map(crate::basics::Amount::whole),
        value_max: None,
        unit: None,
        basis: None,
        qualifier: None,
        direction: Direction::Higher,
        role: None,
        denominator: None,
        criterion: None,
        confidence: crate::plans::draft::Confidence::SURE,
    }
}

fn draft(title: &str) -> PlanDraft {
    let mut draft = PlanDraft::default();
    draft.document.title = Some(Piece::typed(title.into()));
    draft.document.theme = Some(Piece::typed("Đoàn kết, sáng tạo".into()));
    draft.targets = vec![target(Some(Comparator::AtLeast), Some(5))];
    draft
}

fn own() -> Unit {
    unit("Ủy ban nhân dân xã An Bình")
}

fn standing(draft: &PlanDraft, above: Option<&Above>, below: &[Unit], condition: Condition) -> Standing {
    let all = conditions(draft, above, &own(), below);
    all.iter().find(|one| one.condition == condition).expect("every condition is answered").standing
}

#[test]
fn a_theme_of_ones_own_or_from_above_is_a_theme_and_none_stops() {
    let mut plan = draft("Phong trào thi đua năm 2024");
    assert_eq!(standing(&plan, None, &[], Condition::Theme), Standing::Met);
    plan.document.inherited_theme = plan.document.theme.take();
    assert_eq!(standing(&plan, None, &[], Condition::Theme), Standing::Met);
    plan.document.inherited_theme = None;
    let theme = &conditions(&plan, None, &own(), &[])[0];
    assert_eq!((theme.standing, &theme.reasons[..]), (Standing::Stops, &[Reason::Finding("PLN-007")][..]));
}

#[test]
fn a_name_is_kept_in_mind_when_it_is_short_and_has_its_year_or_a_word_of_its_own() {
    let long = "Phong trào thi đua ".repeat(8) + "năm 2024";
    for (title, standing_of_name) in [
        ("Phát động phong trào thi đua năm 2024", Standing::Met),
        ("Phong trào “Lơ Ku chung sức xây dựng nông thôn mới”", Standing::Met),
        ("Phát động phong trào thi đua", Standing::Warning),
        ("Phong trào thi đua yêu nước, năm 24", Standing::Warning),
        (long.as_str(), Standing::Warning),
        // eleven words are kept in mind, thirteen are not
        ("Phong trào thi đua Đoàn kết, sáng tạo năm 2024", Standing::Met),
        ("Phong trào thi đua Cả xã chung tay dựng nhà văn hóa thôn", Standing::Warning),
        ("  ", Standing::Stops),
    ] {
        assert_eq!(standing(&draft(title), None, &[], Condition::Name), standing_of_name, "{title}");
    }
}

#[test]
fn the_movements_own_name_counts_before_the_title() {
    let mut plan = draft("Phát động phong trào thi đua");
    plan.movements = vec![NamedMovement {
        name: "3 dám, 3 hơn".into(),
        own: true,
        lines: Lines::new(1, 1),
        confidence: crate::plans::draft::Confidence::SURE,
    }];
    assert_eq!(standing(&plan, None, &[], Condition::Name), Standing::Met);
}

#[test]
fn targets_without_any_figure_warn_and_none_at_all_stop() {
    let mut plan = draft("Thi đua năm 2024");
    assert_eq!(standing(&plan, None, &[], Condition::Criteria), Standing::Met);
    plan.targets = vec![target(Some(Comparator::Maintain), None)];
    assert_eq!(standing(&plan, None, &[], Condition::Criteria), Standing::Warning);
    plan.targets = vec![target(None, None)];
    assert_eq!(standing(&plan, None, &[], Condition::Criteria), Standing::Stops);
}

#[test]
fn a_plan_fits_when_what_is_given_from_above_is_in_it_and_differences_are_explained() {
    let plan = draft("Thi đua năm 2024");
    let full = Above { targets: 4, taken: 3, explained: 1, given: 2, ..Above::default() };
    let names = |name: &str| vec![name.to_owned()];
    for (above, expected) in [
        (None, Standing::Warning),
        (Some(full.clone()), Standing::Met),
        (Some(Above { taken: 0, ..full.clone() }), Standing::Warning),
        (Some(Above { given_missing: names("Thu ngân sách"), ..full.clone() }), Standing::Warning),
        (Some(Above { unexplained: names("Thu ngân sách"), ..full.clone() }), Standing::Stops),
        (Some(Above { unexplained: names("a"), given_missing: names("b"), ..full.clone() }), Standing::Stops),
        (Some(Above::default()), Standing::Met),
    ] {
        assert_eq!(standing(&plan, above.as_ref(), &[], Condition::Fits), expected, "{above:?}");
    }
}

#[test]
fn the_base_is_reached_when_every_unit_below_is_named_or_belongs_to_those_named() {
    let below = [unit("Thôn Đông"), unit("Thôn Tây"), unit("Trường Tiểu học An Bình")];
    let with = |names: &[&str]| {
        let mut plan = draft("Thi đua năm 2024");
        let lines = Lines::new(1, 1);
        let of = |name: &&str| Recipient { name: (*name).into(), purpose: None, lines };
        plan.recipients = names.iter().map(of).collect();
        plan
    };
    let base = |names: &[&str], below: &[Unit]| standing(&with(names), None, below, Condition::Base);
    assert_eq!(base(&[], &below), Standing::Warning);
    assert_eq!(base(&["Lưu: VT"], &[]), Standing::Met);
    assert_eq!(base(&["Các cơ quan, đơn vị"], &below), Standing::Met);
    assert_eq!(base(&["Các thôn", "Các trường học"], &below), Standing::Met);
    assert_eq!(base(&["Các thôn"], &below), Standing::Warning);
    let all = conditions(&with(&["Thôn Đông", "Thôn Tây"]), None, &own(), &below);
    assert_eq!(all[4].reasons[0], Reason::NotNamed(vec!["Trường Tiểu học An Bình".into()]));
}

#[test]
fn what_was_seen_are_the_conditions_that_warn() {
    let plan = draft("Phát động phong trào thi đua");
    assert_eq!(warned(&conditions(&plan, None, &own(), &[])), "name,fits,base");
}
