use super::*;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, month, day).expect("a day")
}

fn actor(role: Role, unit: Option<&str>, further: Vec<Grant>) -> Actor {
    Actor::new("a".into(), role, unit.map(str::to_owned), further, day(7, 1))
}

#[test]
fn the_table_of_powers_is_this_one() {
    let mut table = String::new();
    for act in Act::ALL {
        let row: String = Role::ALL
            .iter()
            .map(|role| match reach(*role, *act) {
                Reach::Nowhere => " .",
                Reach::Own => " o",
                Reach::Branch => " B",
            })
            .collect();
        table.push_str(&format!("{:20}{row}\n", format!("{act:?}")));
    }
    // columns: administrator, standing office, head, signatory, reporter, council member, propaganda officer, inspector, viewer
    let expected = "\
Look                 B B B o o o o B o
PreparePlan          . o . . . . . . .
Launch               . . o . . . . . .
ReportFigure         . o . . o . . . .
SetReference         . o . . . . . . .
Review               . o o . . . . . .
AssignTargets        . o . . . . . . .
ManageWaves          . o o . . . . . .
SendReport           . o o . o . . . .
ReceiveReport        . o o . . . . . .
ExtendDeadline       . o o . . . . . .
Register             . o o . o . . . .
ApproveRegistration  . B B . . . . . .
ManageCovenants      . o . . . . . . .
SignCovenant         . . o o . . . . .
ManageTasks          . o o . . . . . .
DoTask               . o o . o . o . .
RaiseProblem         . o o . o . o o .
DecideProblem        . . o . . . . . .
PlanInspection       . o o . . . . . .
Inspect              . o . . . . . o .
ManagePeople         . B . . . . . . .
SeeIdentity          . B . . . . . . .
SelfGrade            . . o . o . . . .
ProposeGrade         . B . . . . . . .
DecideGrade          . . B . . . . . .
ManageAwards         . o . . . . . . .
Nominate             . B o . o . . . .
AppraiseNomination   . o o . . . . . .
RunMeeting           . o . . . . . . .
CountBallots         . o . . . o . . .
PrepareDecision      . o o . . . . . .
DecideAward          . . o . . . . . .
ManageFund           . o . . . . . . .
ManageRegulations    . o . . . . . . .
MakeKnown            . o o . o . o . .
ManageUnits          B B . . . . . . .
Reform               B . . . . . . . .
ManageAccounts       B . . . . . . . .
ReadAudit            B o o . . . . . .
";
    assert_eq!(table, expected, "\n{table}");
}

#[test]
fn nobody_acts_in_another_authority() {
    let clerk = |unit: Option<&str>| actor(Role::StandingOffice, unit, Vec::new());
    assert!(clerk(Some("u1")).may_in(Act::PreparePlan, "u1"));
    assert!(!clerk(Some("u1")).may_in(Act::Look, "u2"));
    assert!(!clerk(None).may_in(Act::Look, "u1"), "a missing scope is no access");
    let administrator = actor(Role::Administrator, None, Vec::new());
    assert!(administrator.may_in(Act::Look, "u1"));
    assert!(!administrator.may_in(Act::ReportFigure, "u1"));
}

#[test]
fn the_level_above_looks_below_and_changes_nothing_there() {
    let province = actor(Role::StandingOffice, Some("tinh"), Vec::new());
    let path = ["lang", "xa", "tinh", "nuoc"];
    assert!(province.may_along(Act::Look, &path));
    assert!(!province.may_along(Act::PreparePlan, &path));
    assert!(!province.may_along(Act::Look, &["xa-khac", "tinh-khac"]));
    let reporter = actor(Role::Reporter, Some("tinh"), Vec::new());
    assert!(!reporter.may_along(Act::Look, &path), "a reporter sees the own unit only");
    let below = actor(Role::StandingOffice, Some("lang"), Vec::new());
    assert!(!below.may_along(Act::Look, &["xa", "tinh"]), "nobody looks upwards");
}

#[test]
fn a_further_power_holds_between_its_days_and_only_in_its_unit() {
    let grant =
        Grant { role: Role::Head, unit_id: Some("xa-2".into()), from: Some(day(1, 1)), to: Some(day(6, 30)) };
    assert!(
        !actor(Role::Reporter, Some("xa-1"), vec![grant.clone()]).may_in(Act::Launch, "xa-2"),
        "it has run out"
    );
    let holds = Grant { to: None, ..grant };
    let person = actor(Role::Reporter, Some("xa-1"), vec![holds]);
    assert!(person.may_in(Act::Launch, "xa-2") && !person.may_in(Act::Launch, "xa-1"));
    assert!(person.may_in(Act::ReportFigure, "xa-1") && !person.may_in(Act::ReportFigure, "xa-2"));
    assert_eq!(person.units(Act::Look), Some(vec!["xa-1", "xa-2"]));
    let nowhere = Grant { role: Role::Administrator, unit_id: None, from: None, to: None };
    assert!(!actor(Role::Viewer, Some("xa-1"), vec![nowhere]).may(Act::ManageAccounts), "a grant names its unit");
}

#[test]
fn who_proposes_does_not_approve_alone() {
    let person = actor(Role::Head, Some("xa"), Vec::new());
    assert!(!may_approve(Some("a"), &person));
    assert!(may_approve(Some("b"), &person) && may_approve(None, &person));
}

#[test]
fn whoever_signs_or_administers_needs_a_second_factor() {
    let needing: Vec<Role> = Role::ALL.into_iter().filter(|role| needs_second_factor(*role)).collect();
    assert_eq!(needing, [Role::Administrator, Role::Head, Role::Signatory]);
    for role in Role::ALL {
        let weighty = [Act::Launch, Act::SignCovenant, Act::DecideProblem, Act::Reform, Act::ManageAccounts];
        let bears = weighty.into_iter().any(|act| may(role, act));
        assert_eq!(bears, needs_second_factor(role), "{role:?} launches, signs, decides or administers");
    }
}
