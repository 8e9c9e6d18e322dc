//! Nobody who was disciplined in the period.

use super::{Criterion, Reasons, says};
use crate::awards::facts::Case;
use crate::awards::outcome::Outcome;
use crate::awards::pack::Codes;
use crate::awards::subject::discipline_weight;
use crate::basics::Says;
use crate::basics::date::short;
use serde::Deserialize;

/// No discipline of this level or heavier whose days touch the period.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disciplined {
    below: String,
}

impl Disciplined {
    fn counts(&self, level: &str) -> bool {
        discipline_weight(level) >= discipline_weight(&self.below)
    }
}

impl Criterion for Disciplined {
    fn outcome(&self, case: &Case, _: &str) -> Outcome {
        match &case.facts.discipline {
            None => Outcome::Unknown,
            Some(list) => {
                Outcome::of(!list.iter().any(|one| self.counts(&one.level) && case.period.meets(one.from, one.to)))
            }
        }
    }

    fn reasons(&self, case: &Case, number: &str, _: &Codes) -> Reasons {
        let Some(list) = &case.facts.discipline else {
            return Reasons::missing(
                says(
                    "Kỷ luật trong thời gian xét (nếu không có thì ghi rõ là không)",
                    "Disciplines in the period (say so if there are none)",
                ),
                says("Đơn vị quản lý xác nhận trong hồ sơ.", "The managing unit confirms it in the dossier."),
            );
        };
        let mut reasons = Reasons::default();
        for one in list.iter().filter(|one| case.period.meets(one.from, one.to)) {
            let until =
                one.to.map_or_else(|| ("chưa hết".to_owned(), "not over".to_owned()), |to| (short(to), short(to)));
            reasons.uses.push(says(
                format!("{} từ {} đến {}", one.level, short(one.from), until.0),
                format!("{} from {} to {}", one.level, short(one.from), until.1),
            ));
        }
        if reasons.uses.is_empty() {
            reasons.uses.push(says("Không bị kỷ luật trong thời gian xét", "Not disciplined in the period"));
        }
        if self.outcome(case, number) == Outcome::False {
            reasons.mend = Some(says(
                "Không xét cho thời gian này; xét cho năm sau khi hết hạn kỷ luật.",
                "Not for this period; consider a later year.",
            ));
        }
        reasons
    }

    fn problem(&self) -> Option<Says> {
        discipline_weight(&self.below)
            .is_none()
            .then(|| says("Không rõ hình thức kỷ luật.", "No known level of discipline."))
    }

    fn as_strict_as(&self, other: &Self) -> Option<bool> {
        Some(discipline_weight(&self.below) <= discipline_weight(&other.below))
    }
}
