//! Nothing is open against the nominee: inspection, investigation, discipline, complaint.

use super::{Criterion, Reasons, says};
use crate::awards::facts::Case;
use crate::awards::outcome::Outcome;
use crate::awards::pack::Codes;
use crate::awards::subject::PendingKind;
use crate::awards::words::pending_words;
use crate::basics::date::short;
use serde::Deserialize;

/// None of these is open on the day on which the dossier was received.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clear {
    #[serde(default = "every")]
    pending: Vec<PendingKind>,
}

fn every() -> Vec<PendingKind> {
    PendingKind::ALL.to_vec()
}

impl Criterion for Clear {
    fn outcome(&self, case: &Case, _: &str) -> Outcome {
        match &case.facts.pending {
            None => Outcome::Unknown,
            Some(list) => Outcome::of(
                !list.iter().any(|one| self.pending.contains(&one.kind) && one.open_on(case.received_on)),
            ),
        }
    }

    fn reasons(&self, case: &Case, _: &str, _: &Codes) -> Reasons {
        let Some(list) = &case.facts.pending else {
            return Reasons::missing(
                says(
                    "Việc thanh tra, điều tra, xem xét kỷ luật, khiếu nại, tố cáo đang giải quyết (nếu không có thì ghi rõ là không)",
                    "What is open against the nominee (say so if nothing is)",
                ),
                says("Cơ quan trình xác nhận trong hồ sơ.", "The proposing body confirms it in the dossier."),
            );
        };
        let open: Vec<_> =
            list.iter().filter(|one| self.pending.contains(&one.kind) && one.open_on(case.received_on)).collect();
        if open.is_empty() {
            return Reasons::used(says("Không có vụ việc nào đang xem xét", "Nothing is open"));
        }
        let mut reasons = Reasons::default();
        for one in open {
            let words = pending_words(one.kind);
            reasons.uses.push(says(
                format!("{} từ ngày {}", words.vi, short(one.from)),
                format!("{} since {}", words.en, short(one.from)),
            ));
        }
        reasons.mend =
            Some(says("Tạm dừng xét; đề nghị lại khi có kết luận.", "Wait; propose again once it is concluded."));
        reasons
    }

    fn as_strict_as(&self, other: &Self) -> Option<bool> {
        Some(other.pending.iter().all(|kind| self.pending.contains(kind)))
    }
}
