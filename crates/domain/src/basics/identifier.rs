//! Identifiers: UUID version 7, so that rows made later sort later. Time and randomness are arguments.

/// Makes an identifier from milliseconds since 1970 and ten random bytes.
///
/// The text has 36 lower-case characters. Two calls with the same arguments give the same identifier.
pub fn identifier(unix_milliseconds: u64, random: [u8; 10]) -> String {
    uuid::Builder::from_unix_timestamp_millis(unix_milliseconds, &random).into_uuid().to_string()
}

#[cfg(test)]
mod tests {
    use super::identifier;

    #[test]
    fn later_identifiers_sort_later() {
        assert!(identifier(1_000, [255; 10]) < identifier(2_000, [0; 10]));
        assert_eq!(identifier(1_000, [7; 10]).len(), 36);
    }
}
