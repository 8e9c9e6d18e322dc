//! Who may do what. One table; everything that is not in it is refused.

/// What a person is in their authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Runs the system: authorities, accounts, the audit log.
    Administrator,
    /// Cơ quan thường trực: reads plans, reviews, consolidates, reports.
    StandingOffice,
    /// The head (thủ trưởng): launches, closes.
    Head,
    /// Reports figures.
    Reporter,
    /// Only looks.
    Viewer,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 5] =
        [Role::Administrator, Role::StandingOffice, Role::Head, Role::Reporter, Role::Viewer];

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            Role::Administrator => "administrator",
            Role::StandingOffice => "standing-office",
            Role::Head => "head",
            Role::Reporter => "reporter",
            Role::Viewer => "viewer",
        }
    }

    /// The role of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// Whether a role signs or administers, and so needs more than a password to come in.
pub fn needs_second_factor(role: Role) -> bool {
    match role {
        Role::Administrator | Role::Head => true,
        Role::StandingOffice | Role::Reporter | Role::Viewer => false,
    }
}

/// Something a person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// See plans, movements, targets, figures and reports of the authority.
    Look,
    /// Bring in a plan and correct its draft.
    PreparePlan,
    /// Launch a movement from a plan without errors.
    Launch,
    /// Enter and correct figures.
    ReportFigure,
    /// Set what a rule needs from a person: tolerance, assigned value, last year's actual.
    SetReference,
    /// Move a movement through its reviews, write lessons, close it.
    Review,
    /// Add authorities.
    ManageUnits,
    /// Add accounts, lock them, give new one-time codes.
    ManageAccounts,
    /// Read the audit log.
    ReadAudit,
}

impl Act {
    /// Every act.
    pub const ALL: [Act; 9] = [
        Act::Look,
        Act::PreparePlan,
        Act::Launch,
        Act::ReportFigure,
        Act::SetReference,
        Act::Review,
        Act::ManageUnits,
        Act::ManageAccounts,
        Act::ReadAudit,
    ];
}

/// Whether a role may do something inside its own authority.
pub fn may(role: Role, act: Act) -> bool {
    use Act::{
        Launch, Look, ManageAccounts, ManageUnits, PreparePlan, ReadAudit, ReportFigure, Review, SetReference,
    };
    match role {
        // the administrator keeps the house and does not do the authority's work
        Role::Administrator => matches!(act, Look | ManageUnits | ManageAccounts | ReadAudit),
        Role::StandingOffice => {
            matches!(act, Look | PreparePlan | ReportFigure | SetReference | Review | ReadAudit)
        }
        Role::Head => matches!(act, Look | Launch | Review | ReadAudit),
        Role::Reporter => matches!(act, Look | ReportFigure),
        Role::Viewer => matches!(act, Look),
    }
}

/// Who acts: a role, bound to one authority or, for administrators only, to none and so to all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The account.
    pub account_id: String,
    /// Its role.
    pub role: Role,
    /// The authority it is bound to.
    pub unit_id: Option<String>,
}

impl Actor {
    /// Whether this person may do something to what belongs to a unit. A missing scope is no access,
    /// except for an administrator, who belongs to no unit.
    pub fn may_in(&self, act: Act, unit_id: &str) -> bool {
        let in_scope = match &self.unit_id {
            Some(own) => own == unit_id,
            None => self.role == Role::Administrator,
        };
        in_scope && may(self.role, act)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_powers_is_this_one() {
        let mut table = String::new();
        for act in Act::ALL {
            let row: String = Role::ALL.iter().map(|role| if may(*role, act) { " x" } else { " ." }).collect();
            table.push_str(&format!("{:14}{row}\n", format!("{act:?}")));
        }
        // columns: administrator, standing office, head, reporter, viewer
        let expected = "\
Look           x x x x x
PreparePlan    . x . . .
Launch         . . x . .
ReportFigure   . x . x .
SetReference   . x . . .
Review         . x x . .
ManageUnits    x . . . .
ManageAccounts x . . . .
ReadAudit      x x x . .
";
        assert_eq!(table, expected, "\n{table}");
    }

    #[test]
    fn whoever_signs_or_administers_needs_a_second_factor() {
        let needing: Vec<Role> = Role::ALL.into_iter().filter(|role| needs_second_factor(*role)).collect();
        assert_eq!(needing, [Role::Administrator, Role::Head]);
        for role in Role::ALL {
            let weighty = may(role, Act::Launch) || may(role, Act::ManageAccounts) || may(role, Act::ManageUnits);
            assert!(!weighty || needs_second_factor(role), "{role:?} launches or administers");
        }
    }

    #[test]
    fn nobody_acts_in_another_authority() {
        let clerk = |unit: Option<&str>| Actor {
            account_id: "a".into(),
            role: Role::StandingOffice,
            unit_id: unit.map(str::to_owned),
        };
        assert!(clerk(Some("u1")).may_in(Act::PreparePlan, "u1"));
        assert!(!clerk(Some("u1")).may_in(Act::Look, "u2"));
        assert!(!clerk(None).may_in(Act::Look, "u1"), "a missing scope is no access");
        let administrator = Actor { account_id: "a".into(), role: Role::Administrator, unit_id: None };
        assert!(administrator.may_in(Act::Look, "u1"));
        assert!(!administrator.may_in(Act::ReportFigure, "u1"));
    }
}
