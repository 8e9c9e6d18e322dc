//! What the purpose beside a recipient says.

use super::draft::Recipient;
use crate::basics::text::fold;

impl Recipient {
    /// Whether reports go there: “(báo cáo)”, “(để báo cáo)”.
    #[must_use]
    pub fn is_reported_to(&self) -> bool {
        self.purpose.as_deref().is_some_and(|purpose| fold(purpose).contains("bao cao"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::draft::Lines;

    #[test]
    fn reports_go_where_the_plan_says_so_and_not_to_who_is_told_or_acts() {
        for (purpose, reported) in [
            (Some("báo cáo"), true),
            (Some("để báo cáo"), true),
            (Some("b/c"), false),
            (Some("để biết"), false),
            (Some("thực hiện"), false),
            (None, false),
        ] {
            let recipient = Recipient {
                name: "Sở Nội vụ".into(),
                purpose: purpose.map(Into::into),
                lines: Lines { first: 1, last: 1 },
            };
            assert_eq!(recipient.is_reported_to(), reported, "{purpose:?}");
        }
    }
}
