//! The words of quotas.

use super::live::Live;
use super::repair::{Change, NoRepair};
use super::{Force, Group};
use crate::basics::Says;

/// Whom a share speaks of.
pub fn group(group: Group) -> Says {
    match group {
        Group::DirectWorker => Says::new("người trực tiếp lao động, sản xuất, công tác", "direct workers"),
        Group::Leader => Says::new("người giữ chức vụ lãnh đạo, quản lý", "leaders and managers"),
        Group::NonLeader => Says::new("người không giữ chức vụ lãnh đạo, quản lý", "people who lead nobody"),
        Group::Worker => Says::new("công nhân", "workers"),
        Group::Farmer => Says::new("nông dân", "farmers"),
        Group::Woman => Says::new("nữ", "women"),
    }
}

/// Whether a quota binds.
pub fn force(force: Force) -> Says {
    match force {
        Force::Limit => Says::new("Mức bắt buộc", "Limit"),
        Force::Aim => Says::new("Mức phấn đấu", "Aim"),
    }
}

/// How a quota stands, in one sentence.
pub fn live(live: &Live<'_>) -> Says {
    let proposed = live.proposed;
    match (live.over, live.short, live.left, live.quota.force) {
        (0, 0, Some(0), _) => Says::new(
            format!("Đã đề nghị {proposed}, đủ số lượng; không còn chỗ."),
            format!("{proposed} proposed, complete; no place is left."),
        ),
        (0, 0, Some(left), _) => Says::new(
            format!("Đã đề nghị {proposed}, còn {left} chỗ."),
            format!("{proposed} proposed, {left} places left."),
        ),
        (0, 0, None, _) => Says::new(format!("Đã đề nghị {proposed}, đạt."), format!("{proposed} proposed, met.")),
        (0, short, _, Force::Limit) => Says::new(
            format!("Đã đề nghị {proposed}, còn thiếu {short} so với mức tối thiểu."),
            format!("{proposed} proposed, {short} fewer than the least."),
        ),
        (0, short, _, Force::Aim) => Says::new(
            format!("Đã đề nghị {proposed}, còn thiếu {short} so với mức phấn đấu."),
            format!("{proposed} proposed, {short} fewer than aimed at."),
        ),
        (over, _, _, Force::Limit) => Says::new(
            format!("Đã đề nghị {proposed}, vượt {over} so với mức tối đa."),
            format!("{proposed} proposed, {over} more than the most."),
        ),
        (over, _, _, Force::Aim) => Says::new(
            format!("Đã đề nghị {proposed}, nhiều hơn kế hoạch {over}."),
            format!("{proposed} proposed, {over} more than planned."),
        ),
    }
}

/// A change that mends; `who` and `award` as people read them, the award being the one left or given.
pub fn change(change: &Change, who: &str, award: &str) -> Says {
    match change {
        Change::Withdraw { .. } => {
            Says::new(format!("Rút đề nghị {award} của {who}."), format!("Withdraw {award} of {who}."))
        }
        Change::Downgrade { .. } => Says::new(
            format!("Chuyển {who} sang đề nghị {award}, nếu người được đề nghị đồng ý."),
            format!("Nominate {who} for {award} instead, if they agree."),
        ),
        Change::Add { .. } => {
            Says::new(format!("Đề nghị thêm {who}: {award}."), format!("Nominate {who} as well: {award}."))
        }
    }
}

/// Why nothing mends.
pub fn no_repair(why: NoRepair) -> Says {
    match why {
        NoRepair::Impossible => Says::new(
            "Các tỷ lệ không thể cùng đạt với những người đang được đề nghị; cần đề nghị thêm hoặc xem lại tỷ lệ.",
            "The ratios cannot hold together with those who are nominated; nominate more or look at the ratios again.",
        ),
        NoRepair::NotFound => Says::new(
            "Chưa tìm được phương án điều chỉnh; cần người phụ trách xem xét.",
            "No way to mend this was found; somebody has to look at it.",
        ),
    }
}
