//! The words of decisions, submissions, revocations and complaints.

use super::number::Problem;
use super::revocation::{Ground, Obstacle};
use super::{NotAnswered, Refused, State, Submission, complaints};
use crate::basics::Says;

/// Where a decision stands.
pub fn state(state: State) -> Says {
    match state {
        State::Draft => Says::new("Dự thảo", "Draft"),
        State::Issued => Says::new("Đã ban hành", "Issued"),
        State::PartlyRevoked => Says::new("Đã hủy bỏ một phần", "Partly revoked"),
        State::Revoked => Says::new("Đã hủy bỏ", "Revoked"),
    }
}

/// Where a submission stands.
pub fn submission(submission: Submission) -> Says {
    match submission {
        Submission::Submitted => Says::new("Đã trình cấp trên", "Submitted upward"),
        Submission::Returned => Says::new("Cấp trên trả lại", "Returned"),
        Submission::Granted => Says::new("Đã được tặng", "Granted"),
        Submission::Refused => Says::new("Không được tặng", "Not granted"),
    }
}

/// Why a step of a decision is refused, and what to do.
pub fn refused(refused: Refused) -> Says {
    match refused {
        Refused::NoArrow => Says::new(
            "Không thể chuyển quyết định sang trạng thái này. Quyết định đã ban hành chỉ thay đổi bằng quyết định khác.",
            "The decision cannot take this step. An issued decision changes only by another decision.",
        ),
        Refused::Number => Says::new(
            "Số quyết định còn thiếu hoặc đã dùng; ghi số chưa dùng trong năm.",
            "The number is missing or taken; give one that is free in the year.",
        ),
        Refused::Unsigned => Says::new("Ghi ngày ký và người ký.", "Give the day and the signer."),
        Refused::Empty => Says::new("Chưa có ai trong danh sách.", "Nobody is on the list."),
        Refused::Unfounded(count) => Says::new(
            format!(
                "Có {count} dòng chưa có căn cứ (chưa qua Hội đồng, chưa đủ điều kiện hoặc không đúng thẩm quyền)."
            ),
            format!("{count} lines have no grounds (not voted, not eligible, or of another authority)."),
        ),
        Refused::NotRevoking => Says::new(
            "Chỉ hủy bỏ bằng một quyết định đã ban hành; ban hành quyết định hủy bỏ trước.",
            "Only an issued decision revokes; issue it first.",
        ),
        Refused::Lines { revoked, lines } => Says::new(
            format!("Đã hủy bỏ {revoked} trên {lines} dòng; trạng thái được xác định theo số dòng này."),
            format!("{revoked} of {lines} lines are revoked; the state follows from them."),
        ),
    }
}

/// Why a result of a submission is refused, and what to do.
pub fn not_answered(refused: NotAnswered) -> Says {
    match refused {
        NotAnswered::NoArrow => Says::new(
            "Hồ sơ trình đã có kết quả hoặc chưa được trình lại.",
            "The submission has its result, or was not submitted again.",
        ),
        NotAnswered::Undecided => Says::new(
            "Ghi số, ngày và cơ quan của quyết định khen thưởng.",
            "Give number, day and authority of the decision.",
        ),
        NotAnswered::NoReason => Says::new("Ghi ý kiến của cấp trên.", "Write what the higher authority said."),
        NotAnswered::NotMended => {
            Says::new("Bổ sung nội dung bị trả lại trước khi trình.", "Mend what was returned before submitting.")
        }
    }
}

/// What is wrong with a number, and what to do.
pub fn number(problem: Problem) -> Says {
    match problem {
        Problem::Empty => Says::new("Chưa ghi số quyết định.", "The number is missing."),
        Problem::Shape => {
            Says::new("Ghi số và ký hiệu như 12/QĐ-UBND.", "Write number and symbol like 12/QĐ-UBND.")
        }
        Problem::Number => Says::new("Số quyết định từ 1 đến 999999.", "The number is 1 to 999999."),
        Problem::Year => Says::new("Năm quyết định từ 1930 đến 2100.", "The year is 1930 to 2100."),
        Problem::Taken => Says::new(
            "Số này đã dùng cho cơ quan, loại, năm và ký hiệu này; kiểm tra lại số hoặc ngày.",
            "The number was used for this issuer, kind, year and symbol; check number and day.",
        ),
    }
}

/// The ground of a revocation.
pub fn ground(ground: Ground) -> Says {
    match ground {
        Ground::FalseMerit => Says::new("Gian dối trong việc kê khai thành tích", "Fraud in declaring merit"),
        Ground::FalsePapers => Says::new(
            "Cung cấp thông tin sai sự thật hoặc làm giả hồ sơ, giấy tờ",
            "False information or forged papers",
        ),
        Ground::AgainstLaw => Says::new(
            "Thẩm định, xét, đề nghị khen thưởng trái quy định của pháp luật",
            "Appraisal or proposal against the law",
        ),
        Ground::Violation => Says::new(
            "Có kết luận, quyết định, bản án về vi phạm dẫn đến không bảo đảm tiêu chuẩn trong thời gian tính thành tích",
            "A conclusion, decision or judgment on a violation, so that the criteria were not met in the period counted",
        ),
        Ground::HonourLost => Says::new("Tước danh hiệu vinh dự nhà nước", "Deprivation of a state honorary title"),
    }
}

/// What stands in the way of a revocation, and what to do.
pub fn obstacle(obstacle: Obstacle) -> Says {
    match obstacle {
        Obstacle::Already => Says::new("Đã bị hủy bỏ trước đó.", "It is revoked already."),
        Obstacle::NoConclusion => Says::new(
            "Chưa có kết luận, quyết định hoặc bản án của cơ quan có thẩm quyền; ghi số, ngày, cơ quan.",
            "No conclusion, decision or judgment of a competent body; give its number, day and body.",
        ),
        Obstacle::OutsidePeriod => Says::new(
            "Vi phạm không nằm trong thời gian tính thành tích; căn cứ này không áp dụng được.",
            "The violation lies outside the period counted; this ground does not apply.",
        ),
        Obstacle::PeriodUnknown => Says::new(
            "Chưa biết thời gian tính thành tích hoặc thời gian vi phạm; bổ sung để đối chiếu.",
            "The period counted or the days of the violation are not known; give them.",
        ),
        Obstacle::NotHonorary => Says::new(
            "Chỉ áp dụng với danh hiệu vinh dự nhà nước; chọn căn cứ khác.",
            "Only for state honorary titles; choose another ground.",
        ),
        Obstacle::NotProposed => Says::new(
            "Cấp đã trình chưa đề nghị hủy bỏ. Quy định chưa được kiểm chứng; người có thẩm quyền xác nhận.",
            "The level that submitted has not proposed it. The rule is not verified; somebody in charge confirms.",
        ),
        Obstacle::Unverified => Says::new(
            "Nội dung căn cứ này chưa được kiểm chứng; người có thẩm quyền xác nhận.",
            "This ground is not verified; somebody in charge confirms.",
        ),
    }
}

/// Where a complaint stands.
pub fn complaint(state: complaints::State) -> Says {
    match state {
        complaints::State::Received => Says::new("Đã tiếp nhận", "Received"),
        complaints::State::Accepted => Says::new("Đã thụ lý", "Accepted"),
        complaints::State::Rejected => Says::new("Không thụ lý", "Not accepted"),
        complaints::State::Settled => Says::new("Đã giải quyết", "Settled"),
        complaints::State::Withdrawn => Says::new("Người khiếu nại rút đơn", "Withdrawn"),
    }
}

/// Why a step of a complaint is refused, and what to do.
pub fn complaint_refused(refused: complaints::Refused) -> Says {
    match refused {
        complaints::Refused::NoArrow => {
            Says::new("Đơn không thể chuyển sang trạng thái này.", "The complaint cannot take this step.")
        }
        complaints::Refused::NoReason => Says::new("Ghi lý do.", "Give a reason."),
        complaints::Refused::Unsigned => {
            Says::new("Ghi số, ngày và người ký văn bản giải quyết.", "Give number, day and signer of the answer.")
        }
        complaints::Refused::OwnDecision => Says::new(
            "Người đã ra quyết định bị khiếu nại không một mình giải quyết; giao người khác hoặc đưa ra Hội đồng.",
            "Who took the step complained of does not settle it alone; give it to another, or to the council.",
        ),
    }
}
