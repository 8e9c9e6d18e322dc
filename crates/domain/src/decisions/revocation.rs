//! Revoking an award: on which ground of the law, whether its test is met, what is recovered.
//!
//! Luật Thi đua, khen thưởng 06/2022/QH15 Điều 93 khoản 2 điểm a to d (mark V), khoản 3 (the beginning V, the details U).
//! Who revokes and within which time is left to the decree, which was not read (U). The award itself stays, revoked.

use crate::codes::coded;
use crate::law::Mark;
use chrono::NaiveDate;

coded! {
    /// The ground.
    Ground {
        /// Gian dối trong việc kê khai thành tích.
        FalseMerit = "93.2.a",
        /// Cung cấp thông tin sai sự thật hoặc giấy tờ giả.
        FalsePapers = "93.2.b",
        /// Thẩm định, xét, đề nghị trái quy định của pháp luật.
        AgainstLaw = "93.2.c",
        /// Có kết luận, quyết định, bản án về vi phạm nên không bảo đảm tiêu chuẩn trong thời gian tính thành tích.
        Violation = "93.2.d",
        /// Tước danh hiệu vinh dự nhà nước.
        HonourLost = "93.3",
    }
}

impl Ground {
    /// The article.
    pub fn source(self) -> String {
        let clause = match self {
            Ground::FalseMerit => "khoản 2 điểm a",
            Ground::FalsePapers => "khoản 2 điểm b",
            Ground::AgainstLaw => "khoản 2 điểm c",
            Ground::Violation => "khoản 2 điểm d",
            Ground::HonourLost => "khoản 3",
        };
        format!("Luật 06/2022/QH15 Điều 93 {clause}")
    }

    /// How sure it is.
    pub fn mark(self) -> Mark {
        if self == Ground::HonourLost { Mark::Unverified } else { Mark::Verified }
    }
}

/// Days from one to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Span {
    fn meets(self, other: Span) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

/// What is known of the award and of the violation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// The award is a state honorary title.
    pub honorary_title: bool,
    /// The period for which merit was counted.
    pub counted: Option<Span>,
    /// When the violation took place.
    pub violation: Option<Span>,
    /// A conclusion, decision or judgment of a competent body, with number and day.
    pub conclusion: bool,
    /// The proposal of the level that had submitted.
    pub proposed: bool,
    /// What was given besides money: certificate, badge, flag.
    pub items: Vec<String>,
    /// What was paid, in đồng.
    pub paid: i64,
    /// The award is revoked already.
    pub revoked: bool,
}

/// What stands in the way, or is to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It is revoked already.
    Already,
    /// No competent body has concluded.
    NoConclusion,
    /// The violation lies outside the period counted.
    OutsidePeriod,
    /// The period counted or the days of the violation are not known: the test cannot be made.
    PeriodUnknown,
    /// Only state honorary titles are taken away on this ground.
    NotHonorary,
    /// The level that submitted has not proposed it (mark U).
    NotProposed,
    /// The ground was not verified: a person decides.
    Unverified,
}

impl Obstacle {
    /// Whether it stops the revocation; else a person answers it.
    pub fn stops(self) -> bool {
        !matches!(self, Obstacle::NotProposed | Obstacle::Unverified)
    }
}

/// What is recovered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// Certificate, badge, flag.
    pub items: Vec<String>,
    /// Money, in đồng.
    pub money: i64,
    /// What a person has to answer first.
    pub ask: Vec<Obstacle>,
}

/// Whether an award may be revoked on a ground, and what is recovered.
///
/// # Errors
/// Everything that stands in the way.
pub fn revoke(ground: Ground, case: &Case) -> Result<Recovered, Vec<Obstacle>> {
    let mut found = Vec::new();
    if case.revoked {
        found.push(Obstacle::Already);
    }
    match ground {
        Ground::Violation => {
            if !case.conclusion {
                found.push(Obstacle::NoConclusion);
            }
            match (case.counted, case.violation) {
                (Some(counted), Some(violation)) if counted.meets(violation) => {}
                (Some(_), Some(_)) => found.push(Obstacle::OutsidePeriod),
                _ => found.push(Obstacle::PeriodUnknown),
            }
        }
        Ground::HonourLost if !case.honorary_title => found.push(Obstacle::NotHonorary),
        Ground::HonourLost | Ground::FalseMerit | Ground::FalsePapers | Ground::AgainstLaw => {}
    }
    if !case.proposed {
        found.push(Obstacle::NotProposed);
    }
    if !ground.mark().is_sure() {
        found.push(Obstacle::Unverified);
    }
    if found.iter().any(|one| one.stops()) {
        return Err(found);
    }
    Ok(Recovered { items: case.items.clone(), money: case.paid.max(0), ask: found })
}
