//! Identifiers: UUID version 7, so that rows made later sort later. Time and randomness are arguments.

/// Makes an identifier from milliseconds since 1970 and ten random bytes.
///
/// The text has 36 lower-case characters. Two calls with the same arguments give the same identifier.
pub fn identifier(unix_milliseconds: u64, random: [u8; 10]) -> String {
    uuid::Builder::from_unix_timestamp_millis(unix_milliseconds, &random).into_uuid().to_string()
}

/// Ten random bytes moved on by a number: identifiers of one moment then sort in the order they were made, and a large
/// import fills an index from one end to the other. There is room for 2⁵⁵ of them.
pub fn moved_on(random: [u8; 10], by: u64) -> [u8; 10] {
    // the last seven bytes lie behind the mark of the variant; their first bit is the room for carrying
    let mut low = [0; 8];
    low[1..].copy_from_slice(&random[3..]);
    low[1] &= 0x7f;
    let next = (u64::from_be_bytes(low) + by).to_be_bytes();
    let mut moved = random;
    moved[3..].copy_from_slice(&next[1..]);
    moved
}

#[cfg(test)]
mod tests {
    use super::{identifier, moved_on};

    #[test]
    fn later_identifiers_sort_later() {
        assert!(identifier(1_000, [255; 10]) < identifier(2_000, [0; 10]));
        assert_eq!(identifier(1_000, [7; 10]).len(), 36);
    }

    #[test]
    fn identifiers_of_one_moment_sort_as_they_were_made() {
        for random in [[0; 10], [255; 10], [7; 10]] {
            let made: Vec<String> = (0..70_000).map(|by| identifier(1_000, moved_on(random, by))).collect();
            assert!(made.is_sorted_by(|a, b| a < b));
        }
    }
}
