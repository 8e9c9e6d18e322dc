//! Files that somebody tampered with, cut off or made up.

use super::super::{Authorities, Outcome, check, read_signed_copy, reserve_for_signature, signatures};
use super::{AUTHORITY, SIGNED, at, outcomes, trusting};
use proptest::prelude::*;

/// Everything that takes bytes takes these, and answers or refuses.
fn tried(bytes: &[u8], list: &Authorities) {
    if let Ok(found) = signatures(bytes) {
        found.iter().for_each(|one| drop(check(bytes, one, list, at(2026)).says()));
    }
    let _ = read_signed_copy(bytes);
    let _ = reserve_for_signature(bytes.to_vec(), "Đỗ Văn Thử");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_changed_byte_goes_unnoticed(place in 0..SIGNED.len(), flip in 1u8..) {
        let last = signatures(SIGNED).expect("a PDF").remove(1);
        let [_, first, second, _] = last.ranges.expect("ranges");
        prop_assume!(place < first || place >= second);
        let mut tampered = SIGNED.to_vec();
        tampered[place] ^= flip;
        if let Ok(found) = signatures(&tampered) {
            for one in found.iter().filter(|one| one.contents == last.contents) {
                let outcome = check(&tampered, one, &trusting(&[AUTHORITY]), at(2026)).outcome;
                prop_assert!(!outcome.is_intact(), "{place}: {outcome:?}");
            }
        }
    }

    #[test]
    fn no_changed_signature_is_trusted_as_another(place in 0usize..4_000, flip in 1u8..) {
        let mut signature = signatures(SIGNED).expect("a PDF").remove(1);
        let place = place % signature.contents.len();
        signature.contents[place] ^= flip;
        let outcome = check(SIGNED, &signature, &trusting(&[AUTHORITY]), at(2026)).outcome;
        // the file itself holds the other signature
        prop_assert_eq!(outcome, Outcome::Altered);
        let [_, first, second, _] = signature.ranges.expect("ranges");
        let digits: String = signature.contents.iter().map(|byte| format!("{byte:02x}")).collect();
        let file = [&SIGNED[..first + 1], digits.as_bytes(), &SIGNED[second - 1..]].concat();
        for (field, outcome, _) in outcomes(&file, &trusting(&[AUTHORITY])) {
            if let (Outcome::Trusted { authority }, "ConDau") = (outcome, field.as_str()) {
                prop_assert_eq!(authority, trusting(&[AUTHORITY]).names().remove(0));
            }
        }
    }

    #[test]
    fn files_that_are_cut_off_or_mixed_are_answered_or_refused(
        end in 0..SIGNED.len(),
        flips in prop::collection::vec((0..SIGNED.len(), any::<u8>()), 0..6),
    ) {
        let mut bytes = SIGNED.to_vec();
        for (place, value) in flips {
            bytes[place] = value;
        }
        let list = trusting(&[AUTHORITY]);
        tried(&bytes, &list);
        bytes.truncate(end);
        tried(&bytes, &list);
        bytes.extend_from_slice(b"\n%%EOF");
        tried(&bytes, &list);
    }

    #[test]
    fn lists_of_authorities_that_are_none_hold_nothing(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut list = Authorities::default();
        prop_assert_eq!(list.add(&bytes), 0);
        prop_assert_eq!(list.add(&[b"-----BEGIN CERTIFICATE-----\n".as_slice(), &bytes].concat()), 0);
        prop_assert!(list.is_empty());
    }
}
