//! The seven things that are inspected at every unit and block, with what the data say of each.
//!
//! Source: the plan of Lý Sơn (34/KH-UBND, 23 February 2022), III.1.e: “triển khai các phong trào thi đua, việc đăng ký thi
//! đua, ký kết giao ước thi đua, sơ kết, tổng kết, biểu dương, khen thưởng, nhân rộng các mô hình mới”.

use crate::codes::coded;

/// Where the seven items are printed.
pub const SOURCE: &str = "34/KH-UBND, III.1.e";

coded! {
    /// One of the seven.
    Item {
        /// Triển khai các phong trào thi đua.
        Launch = "launch",
        /// Đăng ký thi đua.
        Registration = "registration",
        /// Ký kết giao ước thi đua.
        Covenant = "covenant",
        /// Sơ kết.
        PreliminaryReview = "preliminary-review",
        /// Tổng kết.
        FinalReview = "final-review",
        /// Biểu dương, khen thưởng.
        Recognition = "recognition",
        /// Nhân rộng các mô hình mới.
        Spreading = "spreading",
    }
}

coded! {
    /// What the team answers.
    Answer {
        /// Đạt.
        Met = "met",
        /// Đạt một phần.
        Partly = "partly",
        /// Chưa đạt.
        NotMet = "not-met",
        /// Chưa đủ căn cứ.
        NoGrounds = "no-grounds",
    }
}

coded! {
    /// On what an answer rests.
    Basis {
        /// As the data say.
        Data = "data",
        /// As the team saw it.
        Team = "team",
    }
}

/// One fact of the data about an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// It was done.
    Done,
    /// It was done in part, or late.
    Partly,
    /// It was not done, and its day has passed.
    NotDone,
    /// It was not done, and there is time, or nothing says that it had to be.
    Open,
}

/// What the data propose for an item. Facts that are open decide nothing; without any fact that decides, there are no
/// grounds, and a person has to answer.
pub fn propose(facts: &[Fact]) -> Answer {
    let has = |fact: Fact| facts.contains(&fact);
    match (has(Fact::Done), has(Fact::Partly), has(Fact::NotDone)) {
        (false, false, false) => Answer::NoGrounds,
        (true, false, false) => Answer::Met,
        (false, false, true) => Answer::NotMet,
        _ => Answer::Partly,
    }
}

/// What the members of a block propose for the block: what all of them say; otherwise in part.
pub fn propose_together(members: &[Answer]) -> Answer {
    match members.split_first() {
        None => Answer::NoGrounds,
        Some((first, rest)) if rest.iter().all(|one| one == first) => *first,
        Some(_) => Answer::Partly,
    }
}

/// Why an answer is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnswered {
    /// It differs from what the data say, and nobody said why.
    NeedsReason,
    /// There are no grounds, and nothing says what is missing.
    NeedsWhatIsMissing,
}

/// Takes the answer of the team beside what the data propose.
///
/// # Errors
/// [`NotAnswered`] when a remark is missing.
pub fn answer(proposed: Answer, given: Answer, remark: Option<&str>) -> Result<Basis, NotAnswered> {
    let said = remark.is_some_and(|remark| !remark.trim().is_empty());
    if proposed == given && given != Answer::NoGrounds {
        return Ok(Basis::Data);
    }
    match given {
        Answer::NoGrounds if !said => Err(NotAnswered::NeedsWhatIsMissing),
        // what the data leave open is the team's to answer
        _ if proposed != Answer::NoGrounds && !said => Err(NotAnswered::NeedsReason),
        _ => Ok(Basis::Team),
    }
}
