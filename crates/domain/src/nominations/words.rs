//! The words of nominations.

use super::flags::Flag;
use super::papers::Lack;
use super::{NotMoved, Occasion, Refused, State};
use crate::awards::subject::PendingKind;
use crate::basics::Says;

/// On what occasion.
pub fn occasion(occasion: Occasion) -> Says {
    match occasion {
        Occasion::Regular => Says::new("Khen thưởng theo công trạng", "Regular, for the year's merit"),
        Occasion::Thematic => Says::new("Khen thưởng theo đợt, chuyên đề", "By wave or theme of a movement"),
        Occasion::Sudden => Says::new("Khen thưởng đột xuất", "Sudden, right after the achievement"),
        Occasion::Service => Says::new("Khen thưởng quá trình cống hiến", "For long service"),
        Occasion::Term => Says::new("Khen thưởng theo niên hạn", "By term of service in the forces"),
        Occasion::External => Says::new("Khen thưởng đối ngoại", "External relations"),
    }
}

/// Where a nomination stands.
pub fn state(state: State) -> Says {
    match state {
        State::Draft => Says::new("Đang soạn", "Draft"),
        State::Submitted => Says::new("Đã gửi", "Submitted"),
        State::Returned => Says::new("Trả lại để bổ sung", "Returned"),
        State::Appraisal => Says::new("Đang thẩm định", "Under appraisal"),
        State::Council => Says::new("Trình Hội đồng", "Before the council"),
        State::Voted => Says::new("Hội đồng đã biểu quyết", "Voted"),
        State::Deciding => Says::new("Trình quyết định", "Awaiting decision"),
        State::Upward => Says::new("Đã trình cấp trên", "Submitted upward"),
        State::Granted => Says::new("Đã được khen", "Granted"),
        State::NotGranted => Says::new("Không được khen", "Not granted"),
        State::Withdrawn => Says::new("Đã rút", "Withdrawn"),
    }
}

/// Why a step is refused, and what to do.
pub fn refused(refused: Refused) -> Says {
    match refused {
        Refused::NoArrow => Says::new(
            "Hồ sơ không thể chuyển sang bước này từ bước hiện tại.",
            "The nomination cannot take this step.",
        ),
        Refused::Lacking(count) => Says::new(
            format!("Hồ sơ còn thiếu {count} thành phần; bổ sung trước khi gửi."),
            format!("{count} papers are missing; add them before submitting."),
        ),
        Refused::Stopped(count) => Says::new(
            format!("Có {count} điểm phải xử lý trước; xem các cảnh báo của hồ sơ."),
            format!("{count} matters have to be dealt with first; see the flags."),
        ),
        Refused::OpenRemarks(count) => Says::new(
            format!("Còn {count} ý kiến chưa giải trình; trả lời từng ý kiến."),
            format!("{count} remarks are not answered; answer each."),
        ),
        Refused::NoRemark => {
            Says::new("Khi trả lại phải ghi rõ mục nào cần bổ sung.", "A return says which field is to be mended.")
        }
        Refused::NoSupplement { allowed } => Says::new(
            format!("Hồ sơ chỉ được trả lại bổ sung {allowed} lần và đã hết; thẩm định trên hồ sơ hiện có."),
            format!("It may be returned {allowed} times and was; appraise what is there."),
        ),
        Refused::NeedsVote => {
            Says::new("Danh hiệu này phải qua Hội đồng biểu quyết.", "This award asks for a vote of the council.")
        }
        Refused::NotVoted => {
            Says::new("Hội đồng chưa có kết quả kiểm phiếu.", "The council's count is not closed.")
        }
        Refused::NotPassed => Says::new(
            "Hội đồng không thông qua; chỉ có thể kết thúc hồ sơ hoặc chuyển danh hiệu thấp hơn.",
            "The council voted against it; end it, or move it down to a lower award.",
        ),
        Refused::NotEligible => Says::new(
            "Chưa đủ tiêu chuẩn theo quy định đã kiểm chứng; xem từng điều kiện.",
            "Not eligible under verified rules; see each condition.",
        ),
        Refused::NotOwn => Says::new(
            "Hình thức này thuộc thẩm quyền cấp trên; trình cấp trên.",
            "This award is the higher authority's; submit it upward.",
        ),
        Refused::Own => Says::new(
            "Hình thức này thuộc thẩm quyền của cơ quan; không phải trình cấp trên.",
            "This award is this authority's own; it is not submitted upward.",
        ),
        Refused::Undecided => Says::new(
            "Chưa có quyết định đã ban hành; ghi số, ngày, cơ quan.",
            "No issued decision grants it; give its number, day and authority.",
        ),
        Refused::NoReason => Says::new("Ghi lý do.", "Give a reason."),
        Refused::UnderVote => Says::new(
            "Hội đồng đang bỏ phiếu về đề nghị này; chờ kết thúc cuộc họp.",
            "The council is voting on it; wait for the close.",
        ),
    }
}

/// Why a nomination is not moved down, and what to do.
pub fn not_moved(why: NotMoved) -> Says {
    match why {
        NotMoved::State => Says::new(
            "Chỉ chuyển xuống khi hồ sơ đã gửi và chưa trình quyết định.",
            "It is moved down only after it was submitted and before it goes to a decision.",
        ),
        NotMoved::NotLower => Says::new(
            "Danh hiệu này không thấp hơn danh hiệu đang đề nghị.",
            "That award is not below the present one.",
        ),
        NotMoved::NoConsent => Says::new(
            "Cần ý kiến đồng ý của người được đề nghị, có ngày và văn bản.",
            "The nominee has to agree, with day and paper.",
        ),
        NotMoved::NoReason => Says::new("Ghi lý do.", "Give a reason."),
    }
}

/// A paper that is missing.
pub fn lack(lack: &Lack) -> Says {
    let (form_vi, form_en) = lack
        .template
        .as_ref()
        .map_or((String::new(), String::new()), |form| (format!(" theo {form}"), format!(" ({form})")));
    let (ask_vi, ask_en) = if lack.sure {
        ("", "")
    } else {
        (
            " Quy định chưa được kiểm chứng; người thẩm định xác nhận.",
            " The rule is not verified; a person confirms.",
        )
    };
    Says::new(
        format!("Thiếu: {}{form_vi} (có {}, cần {} bản chính).{ask_vi}", lack.says, lack.has, lack.needs),
        format!(
            "Missing: {}{form_en} ({} there, {} originals needed).{ask_en}",
            lack.english, lack.has, lack.needs
        ),
    )
}

/// What to look at, and what to do.
pub fn flag(flag: &Flag) -> Says {
    match flag {
        Flag::OtherUnit { unit: Some(unit) } => Says::new(
            format!("Người được đề nghị thuộc {unit}, không thuộc đơn vị đề nghị; đơn vị đó đề nghị."),
            format!("The nominee belongs to {unit}, not to the unit that proposes; that unit proposes."),
        ),
        Flag::OtherUnit { unit: None } => Says::new(
            "Chưa rõ người được đề nghị thuộc đơn vị nào; ghi đơn vị công tác trong kỳ.",
            "The unit of the nominee is not known; give their unit in the period.",
        ),
        Flag::SameAchievement { achievement, award, proposed: false } => Says::new(
            format!(
                "Thành tích “{achievement}” đã được khen: {award}. Không tặng nhiều hình thức cho một thành tích."
            ),
            format!("“{achievement}” was rewarded already: {award}. One achievement has one award."),
        ),
        Flag::SameAchievement { achievement, award, proposed: true } => Says::new(
            format!("Thành tích “{achievement}” cũng đang được đề nghị: {award}; chọn một."),
            format!("“{achievement}” is proposed for {award} too; choose one."),
        ),
        Flag::Initiative { initiative, reason, .. } => {
            let why = crate::initiatives::words::reason(reason);
            Says::new(
                format!("Sáng kiến “{initiative}”: {}", why.vi),
                format!("Initiative “{initiative}”: {}", why.en),
            )
        }
        Flag::NotRegistered => Says::new(
            "Chưa đăng ký danh hiệu này đầu năm. Luật hiện hành không coi là điều kiện (chưa kiểm chứng).",
            "Not registered for at the beginning of the year. No condition of the present law (not verified).",
        ),
        Flag::Pending(kind) => {
            let (vi, en) = pending(*kind);
            Says::new(
                format!("{vi} chưa kết thúc; người thẩm định xem xét việc tạm dừng."),
                format!("{en} is open; whoever appraises decides whether to wait."),
            )
        }
        Flag::Disciplined => {
            Says::new("Bị kỷ luật trong thời gian tính thành tích.", "Disciplined in the period counted.")
        }
        Flag::Alike { other, percent } => Says::new(
            format!("Báo cáo trùng {percent} % với hồ sơ {other}; xem các đoạn trùng."),
            format!("The report shares {percent} % with nomination {other}; see the passages."),
        ),
        Flag::NothingCited => Says::new(
            "Báo cáo thành tích chưa dẫn kết quả nào có trong hệ thống; chọn kết quả làm căn cứ.",
            "The report cites no recorded result; choose results that it rests on.",
        ),
    }
}

fn pending(kind: PendingKind) -> (&'static str, &'static str) {
    match kind {
        PendingKind::Inspection => ("Thanh tra, kiểm tra", "An inspection"),
        PendingKind::Investigation => ("Điều tra", "An investigation"),
        PendingKind::Discipline => ("Xem xét kỷ luật", "A disciplinary review"),
        PendingKind::Complaint => ("Khiếu nại, tố cáo", "A complaint"),
    }
}
