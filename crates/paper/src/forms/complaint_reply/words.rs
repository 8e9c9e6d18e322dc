//! The wording of the reply to a complaint. Change a sentence here, and only here.

use crate::forms::Says;

pub(super) const NAME: &str = "Văn bản trả lời đơn về thi đua, khen thưởng";
pub(super) const ENGLISH: &str = "Reply to a complaint";
pub(super) const NEEDS: Says = Says {
    vi: "Người gửi đơn, nội dung đơn, kết quả xem xét, căn cứ, trả lời và quyền tiếp theo của người gửi đơn.",
    en: "Who wrote, about what, what was found, by which rules, the answer, and what the writer may do next.",
};
pub(super) const EXAMPLES: [Says; 1] =
    [Says { vi: "Trả lời đơn kiến nghị của công dân", en: "A reply to a citizen" }];
pub(super) const FINDINGS: &str = "Qua xem xét hồ sơ và làm việc với các bên liên quan:";
pub(super) const PROVISIONS: &str = "Quy định được áp dụng:";
pub(super) const ANSWER: &str = "Về nội dung đơn, cơ quan có ý kiến như sau:";
pub(super) const ANSWER_MISSING: &str = "(Chưa nhập nội dung trả lời)";

pub(super) fn subject(kind: &str) -> String {
    format!("V/v trả lời {kind} về thi đua, khen thưởng")
}

pub(super) fn opening(issuer: &str, received: &str, kind: &str, written: Option<&str>, about: &str) -> String {
    let written = written.map(|day| format!(" ghi ngày {day}")).unwrap_or_default();
    format!("Ngày {received}, {issuer} nhận được {kind}{written} về {about}.")
}

pub(super) fn closing(issuer: &str) -> String {
    format!("{issuer} trả lời để ông (bà) được biết./.")
}
