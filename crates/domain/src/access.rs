//! Who may do what, and where. One table; everything that is not in it is refused.

use chrono::NaiveDate;

/// What a person is in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Runs the system: authorities, accounts, the audit log.
    Administrator,
    /// Cơ quan thường trực: reads plans, reviews, consolidates, reports.
    StandingOffice,
    /// The head (thủ trưởng): launches, closes, decides.
    Head,
    /// Signs covenants and papers for the head (người ký thay).
    Signatory,
    /// Reports figures, registers, answers tasks for a unit.
    Reporter,
    /// Thành viên Hội đồng Thi đua - Khen thưởng.
    CouncilMember,
    /// Phụ trách tuyên truyền.
    PropagandaOfficer,
    /// Kiểm tra, giám sát.
    Inspector,
    /// Only looks.
    Viewer,
}

impl Role {
    /// Every role, in the order of the table's columns.
    pub const ALL: [Role; 9] = [
        Role::Administrator,
        Role::StandingOffice,
        Role::Head,
        Role::Signatory,
        Role::Reporter,
        Role::CouncilMember,
        Role::PropagandaOfficer,
        Role::Inspector,
        Role::Viewer,
    ];

    /// The word for the store and for programs.
    pub fn code(self) -> &'static str {
        match self {
            Role::Administrator => "administrator",
            Role::StandingOffice => "standing-office",
            Role::Head => "head",
            Role::Signatory => "signatory",
            Role::Reporter => "reporter",
            Role::CouncilMember => "council-member",
            Role::PropagandaOfficer => "propaganda-officer",
            Role::Inspector => "inspector",
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
        Role::Administrator | Role::Head | Role::Signatory => true,
        Role::StandingOffice
        | Role::Reporter
        | Role::CouncilMember
        | Role::PropagandaOfficer
        | Role::Inspector
        | Role::Viewer => false,
    }
}

/// How far a power reaches from the unit it is bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Not at all.
    Nowhere,
    /// The unit itself.
    Own,
    /// The unit and everything below it in the tree.
    Branch,
}

macro_rules! acts {
    ($($(#[$doc:meta])* $act:ident: [$($reach:ident),* $(,)?];)*) => {
        /// Something a person does.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Act { $($(#[$doc])* $act,)* }

        impl Act {
            /// Every act.
            pub const ALL: &[Act] = &[$(Act::$act),*];

            /// The row of the table: how far each role's power reaches.
            fn row(self) -> [Reach; 9] {
                use Reach::{Branch as B, Nowhere as __, Own as O};
                match self { $(Act::$act => [$($reach),*],)* }
            }
        }
    };
}

// columns: administrator, standing office, head, signatory, reporter, council member, propaganda officer, inspector, viewer
// O the own unit, B the own unit and all below it
acts! {
    /// See plans, movements, targets, figures and reports.
    Look:                [B, B, B, O, O, O, O, B, O];
    /// Bring in a plan and correct its draft; derive one from the plan above.
    PreparePlan:         [__, O, __, __, __, __, __, __, __];
    /// Launch a movement from a plan without errors.
    Launch:              [__, __, O, __, __, __, __, __, __];
    /// Enter and correct figures.
    ReportFigure:        [__, O, __, __, O, __, __, __, __];
    /// Set what a rule needs from a person: tolerance, assigned value, last year's actual.
    SetReference:        [__, O, __, __, __, __, __, __, __];
    /// Move a movement through its reviews, write lessons, close it.
    Review:              [__, O, O, __, __, __, __, __, __];
    /// Assign targets to the units below and change or withdraw what was assigned.
    AssignTargets:       [__, O, __, __, __, __, __, __, __];
    /// Open, date and close waves; keep the calendar.
    ManageWaves:         [__, O, O, __, __, __, __, __, __];
    /// Write and send the report of a unit to the authority above.
    SendReport:          [__, O, O, __, O, __, __, __, __];
    /// Take in what units report, or give it back; make it into the movement's own figures.
    ReceiveReport:       [__, O, O, __, __, __, __, __, __];
    /// Give units more time for a report.
    ExtendDeadline:      [__, O, O, __, __, __, __, __, __];
    /// Register targets, titles and hard tasks for a unit.
    Register:            [__, O, O, __, O, __, __, __, __];
    /// Approve or return what units below have registered.
    ApproveRegistration: [__, B, B, __, __, __, __, __, __];
    /// Draw up covenants, record signatures, add annexes, settle them.
    ManageCovenants:     [__, O, __, __, __, __, __, __, __];
    /// Sign a covenant for the unit.
    SignCovenant:        [__, __, O, O, __, __, __, __, __];
    /// Give tasks, urge, escalate; keep the register of bottlenecks.
    ManageTasks:         [__, O, O, __, __, __, __, __, __];
    /// Say how a task given to the unit goes on.
    DoTask:              [__, O, O, __, O, __, O, __, __];
    /// Raise a problem to the leadership, from what was reported or inspected.
    RaiseProblem:        [__, O, O, __, O, __, O, O, __];
    /// Decide a problem that was raised to the leadership.
    DecideProblem:       [__, __, O, __, __, __, __, __, __];
    /// Draw up an inspection: decision, team, subjects, seed; write its conclusion and close it.
    PlanInspection:      [__, O, O, __, __, __, __, __, __];
    /// Visit, answer the checklist, verify values, write findings and follow them.
    Inspect:             [__, O, __, __, __, __, __, O, __];
    /// Keep people, posts and the roster of emulation staff.
    ManagePeople:        [__, B, __, __, __, __, __, __, __];
    /// Read an identity number in full.
    SeeIdentity:         [__, B, __, __, __, __, __, __, __];
    /// Say the year's grade of the own unit and its people, as they see it.
    SelfGrade:           [__, __, O, __, O, __, __, __, __];
    /// Propose grades for the collective.
    ProposeGrade:        [__, B, __, __, __, __, __, __, __];
    /// Decide grades: of the own people, and of the units below.
    DecideGrade:         [__, __, B, __, __, __, __, __, __];
    /// Open rounds of consideration and load rule packs of the own authority.
    ManageAwards:        [__, O, __, __, __, __, __, __, __];
    /// Propose people, collectives, households of the own unit, for units without an account too; submit initiatives.
    Nominate:            [__, B, O, __, O, __, __, __, __];
    /// Receive, return and appraise dossiers, ask for opinions, put them to the council.
    AppraiseNomination:  [__, O, O, __, __, __, __, __, __];
    /// Call a meeting of the council, take attendance, close it, draw up its minutes.
    RunMeeting:          [__, O, __, __, __, __, __, __, __];
    /// Enter a teller's count of ballots; judge initiatives.
    CountBallots:        [__, O, __, __, __, O, __, __, __];
    /// Draw up decisions on awards and their revocation; send upward; take in complaints.
    PrepareDecision:     [__, O, O, __, __, __, __, __, __];
    /// Issue or revoke awards, recognise initiatives, settle complaints.
    DecideAward:         [__, __, O, __, __, __, __, __, __];
    /// Keep the emulation and commendation fund.
    ManageFund:          [__, O, __, __, __, __, __, __, __];
    /// Keep regulations, classes, councils and the record of making plans known.
    ManageRegulations:   [__, O, __, __, __, __, __, __, __];
    /// Record for the own unit that a plan was made known.
    MakeKnown:           [__, O, O, __, O, __, O, __, __];
    /// Add and change units of the tree.
    ManageUnits:         [B, B, __, __, __, __, __, __, __];
    /// Record reforms: merge, split, abolish; hand on or settle what runs.
    Reform:              [B, __, __, __, __, __, __, __, __];
    /// Add accounts, lock them, give new one-time codes, grant powers.
    ManageAccounts:      [B, __, __, __, __, __, __, __, __];
    /// Read the audit log.
    ReadAudit:           [B, O, O, __, __, __, __, __, __];
}

/// How far a role's power to do something reaches.
pub fn reach(role: Role, act: Act) -> Reach {
    act.row()[Role::ALL.iter().position(|one| *one == role).unwrap_or(Role::ALL.len() - 1)]
}

/// Whether a role may do something anywhere at all.
pub fn may(role: Role, act: Act) -> bool {
    reach(role, act) != Reach::Nowhere
}

/// A role bound to a unit for some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// The unit; `None` is no unit and gives nothing, except to an administrator, whom it gives all.
    pub unit_id: Option<String>,
    /// First day; `None` from the beginning.
    pub from: Option<NaiveDate>,
    /// Last day; `None` until further notice.
    pub to: Option<NaiveDate>,
}

impl Grant {
    /// A role without bounds in time.
    pub fn always(role: Role, unit_id: Option<String>) -> Grant {
        Grant { role, unit_id, from: None, to: None }
    }

    /// Whether it holds on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether it lets do something to what belongs to a unit. `path` is the unit and the units above it, nearest first;
    /// with the unit alone in it, only powers over the own unit are found.
    fn lets(&self, act: Act, path: &[&str]) -> bool {
        match (&self.unit_id, reach(self.role, act)) {
            (_, Reach::Nowhere) => false,
            (None, _) => self.role == Role::Administrator,
            (Some(own), Reach::Own) => path.first() == Some(&own.as_str()),
            (Some(own), Reach::Branch) => path.contains(&own.as_str()),
        }
    }
}

/// Who acts: an account and the grants that hold today. The first is the account's own role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The account.
    pub account_id: String,
    /// Its own role.
    pub role: Role,
    /// The unit that the own role is bound to.
    pub unit_id: Option<String>,
    /// All grants that hold, the own role first.
    pub grants: Vec<Grant>,
}

impl Actor {
    /// An actor with its own role and further grants; those that do not hold on the day are left out.
    pub fn new(
        account_id: String,
        role: Role,
        unit_id: Option<String>,
        further: Vec<Grant>,
        day: NaiveDate,
    ) -> Actor {
        let mut grants = vec![Grant::always(role, unit_id.clone())];
        grants.extend(further.into_iter().filter(|grant| grant.holds_on(day) && grant.unit_id.is_some()));
        Actor { account_id, role, unit_id, grants }
    }

    /// Whether some grant that holds is one of those that need a second factor.
    pub fn needs_second_factor(&self) -> bool {
        self.grants.iter().any(|grant| needs_second_factor(grant.role))
    }

    /// Whether some grant lets do it somewhere: the question at the door.
    pub fn may(&self, act: Act) -> bool {
        self.grants.iter().any(|grant| may(grant.role, act))
    }

    /// Whether this person may do something to what belongs to a unit itself, without regard to the tree.
    /// A missing scope is no access, except for an administrator, who may belong to no unit.
    pub fn may_in(&self, act: Act, unit_id: &str) -> bool {
        self.may_along(act, &[unit_id])
    }

    /// Whether this person may do something to what belongs to a unit; `path` is the unit and those above it,
    /// nearest first.
    pub fn may_along(&self, act: Act, path: &[&str]) -> bool {
        self.grants.iter().any(|grant| grant.lets(act, path))
    }

    /// Whether the answer can depend on the tree: some grant reaches below its unit.
    pub fn reaches_below(&self, act: Act) -> bool {
        self.grants.iter().any(|grant| grant.unit_id.is_some() && reach(grant.role, act) == Reach::Branch)
    }

    /// The units in which this person may do something, by the grants; `None` for all units.
    pub fn units(&self, act: Act) -> Option<Vec<&str>> {
        let mut found = Vec::new();
        for grant in self.grants.iter().filter(|grant| may(grant.role, act)) {
            match &grant.unit_id {
                Some(unit) if !found.contains(&unit.as_str()) => found.push(unit.as_str()),
                None if grant.role == Role::Administrator => return None,
                _ => {}
            }
        }
        Some(found)
    }
}

/// Separation of duties: who proposed something does not approve it alone.
pub fn may_approve(proposed_by: Option<&str>, approver: &Actor) -> bool {
    proposed_by != Some(approver.account_id.as_str())
}

#[cfg(test)]
#[path = "access_tests.rs"]
mod tests;
