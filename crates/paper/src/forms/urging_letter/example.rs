//! A filled-in letter. The commune and its units are invented.

use super::{UrgedTask, UrgingLetter};
use crate::forms::task_assignment::example::{letterhead, plan};

/// A letter of an invented commune to one of its villages.
pub fn example() -> UrgingLetter {
    UrgingLetter {
        letterhead: letterhead("UBND"),
        plan: Some(plan()),
        unit: Some("Thôn An Phú".into()),
        request: false,
        tasks: vec![
            UrgedTask {
                unit: "Thôn An Phú".into(),
                work: "Vận động 12 hộ hiến đất mở rộng đường liên thôn".into(),
                deadline: "trước ngày 30/6/2022".into(),
                days_late: 12,
                urgings: 2,
            },
            UrgedTask {
                unit: "Thôn An Phú".into(),
                work: "Tổ chức ký kết giao ước thi đua".into(),
                deadline: "chậm nhất ngày 31/3/2022".into(),
                days_late: 103,
                urgings: 0,
            },
        ],
    }
}
