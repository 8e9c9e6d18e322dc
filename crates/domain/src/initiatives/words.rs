//! The words of initiatives.

use super::data::RuleProblem;
use super::judging::Flaw;
use super::uses::Reason;
use super::{Kind, Matter, Refused, Scope, State};
use crate::basics::{Says, date};

/// What it is.
pub fn kind(kind: Kind) -> Says {
    match kind {
        Kind::Initiative => Says::new("Sáng kiến", "Initiative"),
        Kind::ScienceWork => Says::new(
            "Đề tài, đề án khoa học, công trình khoa học và công nghệ đã nghiệm thu",
            "Accepted scientific work",
        ),
        Kind::CombatCreativity => Says::new(
            "Mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu",
            "Resourcefulness and creativity in combat",
        ),
    }
}

/// How far it reaches.
pub fn scope(scope: Scope) -> Says {
    match scope {
        Scope::Unit => Says::new("phạm vi cơ sở", "the unit"),
        Scope::Province => Says::new("phạm vi bộ, ban, ngành, tỉnh", "ministry or province"),
        Scope::Nation => Says::new("phạm vi toàn quốc", "the nation"),
    }
}

/// Where it stands.
pub fn state(state: State) -> Says {
    match state {
        State::Submitted => Says::new("Đã nộp", "Submitted"),
        State::Judging => Says::new("Hội đồng đang xét", "Being judged"),
        State::Recognised => Says::new("Đã công nhận", "Recognised"),
        State::Refused => Says::new("Không công nhận", "Not recognised"),
        State::Withdrawn => Says::new("Tác giả rút", "Withdrawn"),
    }
}

/// What is the matter, and what to do.
pub fn matter(matter: &Matter) -> Says {
    match *matter {
        Matter::NoAuthor => Says::new("Chưa có tác giả; ghi ít nhất một người.", "No author; name at least one."),
        Matter::Shares { sum } => Says::new(
            format!("Tỷ lệ đóng góp của các tác giả cộng lại là {sum} %, phải đúng 100 %."),
            format!("The authors' shares make {sum} %, and have to make 100 %."),
        ),
        Matter::NoShare => Says::new(
            "Có tác giả đóng góp 0 %; ghi tỷ lệ hoặc bỏ tên.",
            "An author has a share of 0 %; give a share or take the name out.",
        ),
        Matter::AuthorTwice => Says::new("Một người được ghi hai lần.", "Somebody is named twice."),
        Matter::NotUsed => Says::new(
            "Chưa ghi ngày áp dụng lần đầu hoặc áp dụng thử; sáng kiến được xét khi đã áp dụng.",
            "The day of first use or trial is missing; an initiative is judged once it is used.",
        ),
        Matter::UsedLater => Says::new(
            "Ngày áp dụng lần đầu sau ngày nộp đơn; kiểm tra lại ngày.",
            "It was first used after it was handed in; check the days.",
        ),
        Matter::Late { last } => Says::new(
            format!(
                "Nộp sau một năm kể từ lần áp dụng đầu tiên (hạn {}). Quy định chưa được kiểm chứng; \
                 Hội đồng xem xét.",
                date::short(last)
            ),
            format!(
                "Handed in more than a year after first use (last day {}). The rule is not verified; the council \
                 decides.",
                date::short(last)
            ),
        ),
        Matter::Unconfirmed => Says::new(
            "Đề nghị công nhận ngoài phạm vi cơ sở nhưng chưa có nơi áp dụng nào xác nhận; bổ sung xác nhận.",
            "A scope beyond the unit is asked for and nobody who adopted it confirms; add a confirmation.",
        ),
    }
}

/// Why a step is refused, and what to do.
pub fn refused(refused: Refused) -> Says {
    match refused {
        Refused::NoArrow => Says::new(
            "Không thể chuyển sang trạng thái này từ trạng thái hiện tại.",
            "This state cannot follow the present one.",
        ),
        Refused::Matters(count) => Says::new(
            format!("Còn {count} điểm phải sửa trước khi đưa ra Hội đồng."),
            format!("{count} matters have to be mended before the council judges."),
        ),
        Refused::NotJudged => Says::new(
            "Hội đồng chưa có kết quả; đóng phiên chấm trước.",
            "The council has no result; close it first.",
        ),
        Refused::AgainstResult => Says::new(
            "Trái với kết quả của Hội đồng. Muốn khác, Hội đồng phải xét lại.",
            "The council's result says otherwise. For another, the council has to judge again.",
        ),
        Refused::Undecided => Says::new(
            "Ghi số, ngày và cơ quan của quyết định công nhận.",
            "Give number, day and authority of the decision.",
        ),
        Refused::NoReason => Says::new("Ghi lý do.", "Give a reason."),
    }
}

/// What is wrong with a card; `name` gives the name of a person.
pub fn flaw(flaw: &Flaw, name: impl Fn(&str) -> String) -> Says {
    match flaw {
        Flaw::Stranger { member } => Says::new(
            format!("{} không phải thành viên Hội đồng trong ngày xét.", name(member)),
            format!("{} is no member of the council on the day.", name(member)),
        ),
        Flaw::Author { member } => Says::new(
            format!("{} là tác giả, không chấm sáng kiến của mình.", name(member)),
            format!("{} is an author and does not mark their own initiative.", name(member)),
        ),
        Flaw::Twice { member } => {
            Says::new(format!("{} có hai phiếu chấm.", name(member)), format!("{} has two cards.", name(member)))
        }
        Flaw::Incomplete { member } => Says::new(
            format!("Phiếu của {} chưa đủ điểm các tiêu chí.", name(member)),
            format!("The card of {} does not mark every criterion.", name(member)),
        ),
        Flaw::TooMany { member, key, most } => Says::new(
            format!("Phiếu của {}: “{key}” tối đa {most} điểm.", name(member)),
            format!("The card of {}: “{key}” has {most} marks at most.", name(member)),
        ),
        Flaw::TooFew { cards, needed } => Says::new(
            format!("Có {cards} phiếu chấm, cần ít nhất {needed}."),
            format!("{cards} cards are there and {needed} are needed."),
        ),
    }
}

/// Why an initiative may not be used.
pub fn reason(reason: &Reason) -> Says {
    match reason {
        Reason::NotRecognised => Says::new("Sáng kiến chưa được công nhận.", "The initiative is not recognised."),
        Reason::NotTheirs => {
            Says::new("Người được đề nghị không phải tác giả.", "The nominee is not one of its authors.")
        }
        Reason::Kind(of) => {
            let name = kind(*of);
            Says::new(
                format!("Danh hiệu này không tính: {}.", name.vi),
                format!("This award does not count: {}.", name.en),
            )
        }
        Reason::Scope { has, asked } => {
            let (has, asked) = (scope(*has), scope(*asked));
            Says::new(
                format!("Được công nhận ở {}, cần {}.", has.vi, asked.vi),
                format!("Recognised for {}; {} is needed.", has.en, asked.en),
            )
        }
        Reason::Used { award, nomination, source } => Says::new(
            format!("Đã dùng cho {award} (hồ sơ {nomination}); chỉ được tính một lần theo {source}."),
            format!("Used for {award} (nomination {nomination}); it counts once only under {source}."),
        ),
    }
}

/// What is wrong with the rule of a council.
pub fn rule_problem(problem: &RuleProblem) -> Says {
    match problem {
        RuleProblem::NoCriterion => Says::new("Ghi ít nhất một tiêu chí.", "Write at least one criterion."),
        RuleProblem::Marks(name) => Says::new(
            format!("Tiêu chí “{name}”: điểm tối đa phải lớn hơn 0 và không nhỏ hơn điểm tối thiểu."),
            format!("Criterion “{name}”: the most marks are above zero and not below the fewest."),
        ),
        RuleProblem::Total(most) => Says::new(
            format!("Tổng điểm cần đạt vượt tổng điểm tối đa của các tiêu chí ({most})."),
            format!("More marks are needed than the criteria have together ({most})."),
        ),
        RuleProblem::Agreeing => Says::new(
            "Tỷ lệ phiếu đồng ý chưa đúng; ghi phần trăm (70) hoặc phân số (2/3).",
            "The share that agrees: a percentage (70) or a fraction (2/3).",
        ),
        RuleProblem::Cards => Says::new(
            "Tỷ lệ thành viên phải chấm chưa đúng; ghi phần trăm (70) hoặc phân số (2/3).",
            "The share of members who mark: a percentage (70) or a fraction (2/3).",
        ),
    }
}
