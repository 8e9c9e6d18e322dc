//! In whose name an official paper is signed.

use thidua_domain::basics::text::fold;

use crate::write::document::Signature;

/// A People's Committee signs as a body, without its level or place: the head already names them.
const COMMITTEE: &str = "TM. Ủy ban nhân dân";
const CHAIR: &str = "Chủ tịch";

/// The signature as official papers print it.
pub(super) fn official(signature: &Signature, issuer: &str) -> Signature {
    let form = signature.authority_form.as_deref().map(str::trim).filter(|form| !form.is_empty());
    match form {
        Some(form) if in_the_name_of_the_committee(form) => {
            Signature { authority_form: Some(COMMITTEE.into()), ..signature.clone() }
        }
        Some(form) => Signature { authority_form: Some(form.into()), ..signature.clone() },
        None if is_committee(issuer) && is_chair(&signature.post) => {
            Signature { authority_form: Some(COMMITTEE.into()), post: CHAIR.into(), ..signature.clone() }
        }
        None => Signature { authority_form: None, ..signature.clone() },
    }
}

/// "TM. Ủy ban nhân dân xã", however it is written; a form that goes on to "KT." says more than that.
fn in_the_name_of_the_committee(form: &str) -> bool {
    let folded = fold(form);
    let behind = folded.strip_prefix("tm").map(|rest| rest.trim_start_matches(['.', ' ', '/']));
    behind.is_some_and(|body| is_committee(body) && !body.split([' ', '.', '-']).any(|word| word == "kt"))
}

fn is_committee(name: &str) -> bool {
    let folded = fold(name);
    ["uy ban nhan dan", "ubnd"]
        .iter()
        .any(|body| folded.strip_prefix(body).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// "Chủ tịch", or "Chủ tịch Ủy ban nhân dân xã".
fn is_chair(post: &str) -> bool {
    let folded = fold(post);
    folded.strip_prefix("chu tich").is_some_and(|rest| rest.is_empty() || is_committee(rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed(form: Option<&str>, post: &str, issuer: &str) -> (Option<String>, String) {
        let signature = Signature { authority_form: form.map(Into::into), post: post.into(), name: None };
        let Signature { authority_form, post, .. } = official(&signature, issuer);
        (authority_form, post)
    }

    #[test]
    fn the_committee_signs_without_its_level() {
        for form in
            ["TM. Ủy ban nhân dân xã", "TM. ỦY BAN NHÂN DÂN TỈNH", "TM.UỶ BAN NHÂN DÂN", "TM. UBND xã An Bình"]
        {
            let (form, post) = signed(Some(form), "Chủ tịch", "Ủy ban nhân dân xã An Bình");
            assert_eq!((form.as_deref(), post.as_str()), (Some(COMMITTEE), "Chủ tịch"));
        }
    }

    #[test]
    fn a_chair_of_a_committee_signs_in_its_name() {
        for post in ["Chủ tịch", "CHỦ TỊCH", "Chủ tịch Ủy ban nhân dân xã", "Chủ tịch UBND xã"]
        {
            let (form, post) = signed(None, post, "Ủy ban nhân dân xã An Bình");
            assert_eq!((form.as_deref(), post.as_str()), (Some(COMMITTEE), "Chủ tịch"));
        }
    }

    #[test]
    fn other_signatures_stay_as_they_are() {
        assert_eq!(signed(None, "Phó Chủ tịch", "Ủy ban nhân dân xã An Bình").0, None);
        assert_eq!(signed(None, "Giám đốc", "Sở Nội vụ").0, None);
        assert_eq!(signed(None, "Chủ tịch", "Hội Nông dân xã An Bình").0, None);
        assert_eq!(
            signed(Some("KT. Chủ tịch"), "Phó Chủ tịch", "Ủy ban nhân dân xã").0.as_deref(),
            Some("KT. Chủ tịch")
        );
    }
}
