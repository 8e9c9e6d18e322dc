//! The chain of documents above a plan, as far as the plan itself names it.

use crate::basics::text::fold;
use crate::plans::draft::{BasisRole, LegalBasis, PlanDraft};
use crate::plans::symbol::NumberSymbol;

/// How high the issuer of a cited document stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Height {
    /// Thủ tướng, Chính phủ, trung ương.
    Central,
    /// Tỉnh, thành phố.
    Province,
    /// Huyện and whatever else the text does not tell.
    Below,
}

fn height(basis: &LegalBasis) -> Height {
    let symbol = basis.number_symbol.as_deref().map(fold).unwrap_or_default();
    let issuer = basis.issuer.as_deref().map(fold).unwrap_or_default();
    let ends = |end: &str| symbol.ends_with(end);
    let central = ["ttg", "/tw", "-tw", "-cp", "/cp", "btdkt"].into_iter().any(ends)
        || ["thu tuong", "chinh phu", "trung uong", "bo chinh tri", "quoc hoi"]
            .iter()
            .any(|word| issuer.contains(word));
    if central {
        Height::Central
    } else if issuer.contains("tinh") || ends("/tu") || ends("-tu") {
        Height::Province
    } else {
        Height::Below
    }
}

/// The documents that launch or order emulation above this plan, from the highest down: the plan marked as the one it
/// carries out, and directives, plans and calls about emulation.
pub fn named_above(draft: &PlanDraft) -> Vec<&LegalBasis> {
    let launches = |basis: &LegalBasis| {
        let kind = fold(&basis.kind);
        let orders = ["chi thi", "ke hoach", "quyet dinh", "loi keu goi"].iter().any(|one| kind.starts_with(one));
        orders
            && basis.role != BasisRole::Referenced
            && basis.number_symbol.is_some()
            && basis.subject.as_deref().is_some_and(|subject| fold(subject).contains("thi dua"))
    };
    let mut found: Vec<&LegalBasis> =
        draft.legal_bases.iter().filter(|basis| basis.parent_plan || launches(basis)).collect();
    // the plan that is carried out stands last, directly above this one
    found.sort_by_key(|basis| (basis.parent_plan, height(basis), basis.date));
    found
}

/// Whether two printed numbers and symbols name one document.
pub fn same_document(a: Option<&str>, b: Option<&str>) -> bool {
    let key = |printed: Option<&str>| printed.and_then(NumberSymbol::read).map(|read| read.key());
    key(a).is_some_and(|a| Some(a) == key(b))
}

/// The documents to be carried out (C: “cụ thể hóa”) for which neither a duty of this plan nor a plan below says a word.
pub fn not_taken_up<'a>(draft: &'a PlanDraft, cited_below: &[String]) -> Vec<&'a LegalBasis> {
    let mentions = |basis: &LegalBasis| {
        let number = basis.number_symbol.as_deref();
        let named = |text: &str| number.is_some_and(|number| text.contains(number));
        let at = |lines: &crate::plans::draft::Lines| {
            lines.first > 0 && lines.first <= basis.lines.last && basis.lines.first <= lines.last
        };
        draft.obligations.iter().any(|one| named(&one.action) || at(&one.lines))
            || draft.movements.iter().any(|one| named(&one.name) || at(&one.lines))
            || cited_below.iter().any(|below| same_document(Some(below), number))
    };
    draft.legal_bases.iter().filter(|basis| basis.role == BasisRole::Implements && !mentions(basis)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::draft::{Confidence, Lines, Obligation, ObligationKind};

    fn basis(
        kind: &str,
        symbol: &str,
        issuer: &str,
        subject: &str,
        role: BasisRole,
        parent_plan: bool,
    ) -> LegalBasis {
        LegalBasis {
            kind: kind.into(),
            number_symbol: Some(symbol.into()),
            date: None,
            issuer: Some(issuer.into()),
            subject: Some(subject.into()),
            role,
            parent_plan,
            lines: Lines::new(5, 6),
            confidence: Confidence::SURE,
        }
    }

    /// The bases of the plan of Lý Sơn that stand in its chain.
    fn ly_son() -> PlanDraft {
        use BasisRole::{Basis, Implements};
        let about = "về việc phát động phong trào thi đua thực hiện thắng lợi nhiệm vụ";
        PlanDraft {
            legal_bases: vec![
                basis("Kế hoạch", "08/KH-UBND", "UBND tỉnh Quảng Ngãi", about, Basis, true),
                basis("Quyết định", "2155/QĐ-UBND", "UBND huyện Lý Sơn", "về việc giao chỉ tiêu", Basis, false),
                basis("Chỉ thị", "14/CT-UBND", "Chủ tịch UBND tỉnh Quảng Ngãi", about, Implements, false),
                basis("Chỉ thị", "19/CT-TTg", "Thủ tướng Chính phủ", about, Implements, false),
            ],
            ..PlanDraft::default()
        }
    }

    #[test]
    fn the_chain_of_ly_son_goes_from_the_prime_minister_to_the_plan_it_carries_out() {
        let draft = ly_son();
        let named: Vec<&str> =
            named_above(&draft).into_iter().filter_map(|basis| basis.number_symbol.as_deref()).collect();
        assert_eq!(named, ["19/CT-TTg", "14/CT-UBND", "08/KH-UBND"]);
        assert!(same_document(Some("19/CT-TTg"), Some("19-CT/TTg")));
        assert!(!same_document(None, None));
    }

    #[test]
    fn what_is_to_be_carried_out_needs_a_duty_or_a_plan_below() {
        let mut draft = ly_son();
        for one in &mut draft.legal_bases {
            one.lines = Lines::new(50, 50);
        }
        let open = |draft: &PlanDraft, below: &[String]| {
            not_taken_up(draft, below).into_iter().filter_map(|one| one.number_symbol.clone()).collect::<Vec<_>>()
        };
        assert_eq!(open(&draft, &[]), ["14/CT-UBND", "19/CT-TTg"]);
        draft.obligations.push(Obligation {
            actor: "Các cơ quan".into(),
            action: "thực hiện Chỉ thị số 19/CT-TTg".into(),
            frequency: None,
            deadline: None,
            addressee: None,
            kind: ObligationKind::Content,
            lines: Lines::new(80, 80),
            confidence: Confidence::SURE,
        });
        assert_eq!(open(&draft, &[]), ["14/CT-UBND"]);
        assert!(open(&draft, &["14/CT-UBND".into()]).is_empty(), "a plan below cites it");
    }
}
