//! The words of shares and repeat winners.

use super::repeats::Repeat;
use super::shares::{Counted, Part, Share, Trend};
use crate::basics::Says;

/// What a share is of.
pub fn counted(counted: Counted) -> Says {
    match counted {
        Counted::Group(group) => crate::quotas::words::group(group),
        Counted::Households => Says::new("hộ gia đình", "households"),
    }
}

fn part(part: &Part) -> String {
    let counts = format!("{}/{}", part.count, part.of);
    part.percent().map_or(counts.clone(), |percent| format!("{counts}, {} %", percent.vietnamese()))
}

/// A share in one sentence.
pub fn share(share: &Share) -> Says {
    let name = counted(share.counted);
    let (now, before) = (part(&share.now), part(&share.before));
    let (vi, en) = match share.trend {
        Trend::Rose => ("tăng so với", "up from"),
        Trend::Same => ("bằng", "as"),
        Trend::Fell => ("giảm so với", "down from"),
        Trend::NotComparable => {
            return Says::new(
                format!("Tỷ lệ {}: {now}; chưa có năm trước để so sánh.", name.vi),
                format!("Share of {}: {now}; nothing to compare with.", name.en),
            );
        }
    };
    let mut said = Says::new(
        format!("Tỷ lệ {}: {now}; {vi} năm trước ({before}).", name.vi),
        format!("Share of {}: {now}; {en} last year ({before}).", name.en),
    );
    if share.now.unknown > 0 {
        said.vi.push_str(&format!(" Chưa ghi nhóm đối tượng: {}.", share.now.unknown));
        said.en.push_str(&format!(" Category not recorded: {}.", share.now.unknown));
    }
    said
}

/// A repeat winner in one sentence; `name` as people read it.
pub fn repeat(repeat: &Repeat, name: &str) -> Says {
    Says::new(
        format!(
            "{name}: {} lần khen thưởng trong {} năm, liên tục nhiều nhất {} năm.",
            repeat.awards, repeat.years, repeat.run
        ),
        format!("{name}: {} awards in {} years, at most {} in a row.", repeat.awards, repeat.years, repeat.run),
    )
}
