//! The words of votes.

use super::conflicts::Conflict;
use super::count::Slip;
use super::tellers::{Difference, Field};
use super::{Ballot, Base, Refused, Rule, Threshold};
use crate::basics::Says;

/// How is voted.
pub fn ballot(ballot: Ballot) -> Says {
    match ballot {
        Ballot::Secret => Says::new("Bỏ phiếu kín", "Secret ballot"),
        Ballot::Open => Says::new("Biểu quyết công khai", "Open vote"),
    }
}

/// What the votes are a share of.
pub fn base(base: Base) -> Says {
    match base {
        Base::AllMembers => Says::new("tổng số thành viên Hội đồng", "all members of the council"),
        Base::Entitled => Says::new("số thành viên được quyền bỏ phiếu", "members who may vote"),
        Base::Present => Says::new("số thành viên có mặt", "members present"),
        Base::VotesCast => Says::new("số phiếu thu về", "votes cast"),
    }
}

/// The rule in one sentence.
pub fn rule(rule: &Rule) -> Says {
    let of = base(rule.base);
    let (share, vi, en) = match rule.threshold {
        Threshold::AtLeast(share) => (share, "từ", "at least"),
        Threshold::MoreThan(share) => (share, "trên", "more than"),
    };
    let how = ballot(rule.ballot);
    let mut said = Says::new(
        format!("{}; thông qua khi có {vi} {} {} đồng ý", how.vi, share.vietnamese(), of.vi),
        format!("{}; passed by {en} {} of {}", how.en, share.vietnamese(), of.en),
    );
    if let Some(quorum) = rule.quorum {
        said.vi.push_str(&format!("; họp khi có mặt từ {} thành viên trở lên", quorum.vietnamese()));
        said.en.push_str(&format!("; quorum {} of the members", quorum.vietnamese()));
    }
    if rule.written_absent {
        said.vi.push_str("; thành viên vắng mặt cho ý kiến bằng văn bản");
        said.en.push_str("; absent members vote in writing");
    }
    said
}

/// Why somebody does not vote.
pub fn conflict(conflict: Conflict) -> Says {
    match conflict {
        Conflict::Oneself => Says::new("là người được đề nghị", "is the nominee"),
        Conflict::Family => Says::new("có quan hệ gia đình đã kê khai", "is declared family"),
        Conflict::Heads => Says::new("là người đứng đầu đơn vị được xét", "heads the nominee's unit"),
        Conflict::OwnUnit => Says::new("cùng đơn vị với đối tượng được xét", "is of the nominee's unit"),
    }
}

/// A field of the sheet.
pub fn field(field: Field) -> Says {
    match field {
        Field::Issued => Says::new("Số phiếu phát ra", "Ballots issued"),
        Field::Returned => Says::new("Số phiếu thu về", "Ballots returned"),
        Field::Valid => Says::new("Số phiếu hợp lệ", "Valid ballots"),
        Field::Invalid => {
            Says::new("Số phiếu không hợp lệ (kể cả phiếu trắng)", "Invalid ballots (blank ones too)")
        }
        Field::InFavour => Says::new("Số phiếu đồng ý", "For"),
        Field::Against => Says::new("Số phiếu không đồng ý", "Against"),
    }
}

/// Where two tellers differ: no number is said.
pub fn difference(difference: &Difference) -> Says {
    match difference {
        Difference::SameTeller => Says::new(
            "Hai phiếu kiểm do cùng một người nhập; cần người thứ hai kiểm và nhập độc lập.",
            "One person typed both sheets; a second person has to count and type apart.",
        ),
        Difference::Twice { item } => Says::new(
            format!("{item}: nhập hai lần trên một phiếu kiểm."),
            format!("{item}: typed twice on one sheet."),
        ),
        Difference::Missing { item } => Says::new(
            format!("{item}: mới có một người kiểm; đề nghị người còn lại kiểm và nhập."),
            format!("{item}: counted by one only; the other has to count it."),
        ),
        Difference::Field { item, field: at } => {
            let name = field(*at);
            Says::new(
                format!("{item}: hai người kiểm ghi khác nhau ở “{}”; đề nghị đếm lại.", name.vi),
                format!("{item}: the two differ in “{}”; count again.", name.en),
            )
        }
    }
}

/// Numbers that do not fit.
pub fn slip(slip: &Slip) -> Says {
    match *slip {
        Slip::IssuedBeyondVoters { issued, voters } => Says::new(
            format!("Phát ra {issued} phiếu nhưng chỉ {voters} thành viên được bỏ phiếu cho nội dung này."),
            format!("{issued} ballots were issued and only {voters} members may vote on this item."),
        ),
        Slip::ReturnedBeyondIssued { issued, returned } => Says::new(
            format!("Thu về {returned} phiếu, nhiều hơn {issued} phiếu phát ra."),
            format!("{returned} ballots came back, more than the {issued} issued."),
        ),
        Slip::ReturnedNotSum { returned, sum } => Says::new(
            format!("Phiếu hợp lệ và không hợp lệ cộng lại là {sum}, khác {returned} phiếu thu về."),
            format!("Valid and invalid ballots make {sum}, not the {returned} that came back."),
        ),
        Slip::ValidNotSum { valid, sum } => Says::new(
            format!("Phiếu đồng ý và không đồng ý cộng lại là {sum}, khác {valid} phiếu hợp lệ."),
            format!("For and against make {sum}, not the {valid} valid ballots."),
        ),
        Slip::HandsBeyondVoters { hands, voters } => Says::new(
            format!("Có {hands} ý kiến biểu quyết nhưng chỉ {voters} thành viên được biểu quyết."),
            format!("{hands} voted and only {voters} members may vote on this item."),
        ),
    }
}

/// Why there is no outcome.
pub fn refused(refused: &Refused) -> Vec<Says> {
    match refused {
        Refused::Attendance => vec![Says::new(
            "Số thành viên, số có mặt và số được bỏ phiếu không khớp nhau; kiểm tra lại danh sách dự họp.",
            "Members, those present and those who may vote do not fit together; check the list of those present.",
        )],
        Refused::NoQuorum { present, needed } => vec![Says::new(
            format!(
                "Có mặt {present} thành viên, cần ít nhất {needed}: Hội đồng chưa đủ điều kiện họp. \
                 Mời thêm thành viên hoặc dời cuộc họp."
            ),
            format!(
                "{present} members are present and {needed} are needed. Call more members or put the meeting off."
            ),
        )],
        Refused::MustBeSecret => vec![Says::new(
            "Quy định yêu cầu bỏ phiếu kín; kết quả biểu quyết công khai không được dùng. Tổ chức bỏ phiếu kín.",
            "The rule asks for a secret ballot; an open vote does not count. Hold a secret ballot.",
        )],
        Refused::Count(slips) => slips.iter().map(slip).collect(),
    }
}
