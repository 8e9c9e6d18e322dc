//! A first place in a cluster, a bloc or a movement.

use super::{Criterion, Reasons, one_or_more, says};
use crate::awards::facts::Case;
use crate::awards::outcome::Outcome;
use crate::awards::pack::Codes;
use crate::basics::Says;
use serde::Deserialize;

/// Leads one of these.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rank {
    #[serde(deserialize_with = "one_or_more")]
    leader_of: Vec<Of>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Of {
    Cluster,
    Bloc,
    Movement,
    District,
}

impl Of {
    fn code(self) -> &'static str {
        match self {
            Of::Cluster => "cluster",
            Of::Bloc => "bloc",
            Of::Movement => "movement",
            Of::District => "district",
        }
    }

    fn words(code: &str) -> (&'static str, &'static str) {
        match code {
            "cluster" => ("cụm thi đua", "the cluster"),
            "bloc" => ("khối thi đua", "the bloc"),
            "movement" => ("phong trào thi đua", "the movement"),
            "district" => ("phong trào thi đua cấp huyện", "the district's movement"),
            _ => ("không dẫn đầu nơi nào", "nothing"),
        }
    }
}

impl Criterion for Rank {
    fn outcome(&self, case: &Case, _: &str) -> Outcome {
        match &case.facts.rank {
            None => Outcome::Unknown,
            Some(rank) => Outcome::of(self.leader_of.iter().any(|of| of.code() == &*rank.leader_of)),
        }
    }

    fn reasons(&self, case: &Case, number: &str, _: &Codes) -> Reasons {
        let wanted: Vec<(&str, &str)> = self.leader_of.iter().map(|of| Of::words(of.code())).collect();
        let join = |pick: fn(&(&'static str, &'static str)) -> &'static str| {
            wanted.iter().map(pick).collect::<Vec<_>>().join(", ")
        };
        let (vi, en) = (join(|pair| pair.0), join(|pair| pair.1));
        let Some(rank) = &case.facts.rank else {
            return Reasons::missing(
                says(format!("Kết quả xếp hạng trong {vi}"), format!("The ranking in {en}")),
                says(
                    "Ghi kết quả suy tôn đơn vị dẫn đầu của cụm, khối.",
                    "Enter which unit the cluster or bloc chose as its leader.",
                ),
            );
        };
        let is = Of::words(&rank.leader_of);
        let mut reasons = Reasons::used(says(format!("Dẫn đầu: {}", is.0), format!("Leads: {}", is.1)));
        if self.outcome(case, number) == Outcome::False {
            reasons.mend = Some(says(
                format!("Chỉ xét đơn vị dẫn đầu {vi}."),
                format!("Only the leader of {en} is considered."),
            ));
        }
        reasons
    }

    fn problem(&self) -> Option<Says> {
        self.leader_of.is_empty().then(|| says("Phải nêu dẫn đầu ở đâu.", "Say what it leads."))
    }

    fn as_strict_as(&self, other: &Self) -> Option<bool> {
        Some(self.leader_of.iter().all(|of| other.leader_of.contains(of)))
    }
}
