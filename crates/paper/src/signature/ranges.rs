//! Which bytes of a file a signature is over.
//!
//! A signature leaves out its own place and nothing else. A range that leaves out more would let anybody write there without
//! the signature noticing, so such a signature is never told as intact.

/// What a signature is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// The whole file, except the place of the signature itself.
    Whole,
    /// The file as it was when it had this many bytes; something was added since.
    Earlier {
        /// How many bytes.
        length: usize,
    },
    /// Parts of the file that no honest tool signs, or none that can be read.
    Wrong,
}

/// Looks at the ranges, and that the gap between them holds `contents` in hexadecimal and nothing more.
pub(super) fn coverage(bytes: &[u8], ranges: &[usize; 4], contents: &[u8]) -> Coverage {
    let [start, first, second, length] = *ranges;
    let end = second.checked_add(length).filter(|end| *end <= bytes.len());
    let (Some(end), Some(gap)) = (end, bytes.get(first..second)) else { return Coverage::Wrong };
    let hexadecimal = match gap {
        [b'<', inner @ .., b'>'] => inner,
        // some tools sign the brackets too; then what stands between them is all that is left out
        inner if bytes[..first].ends_with(b"<") && bytes[second..].starts_with(b">") => inner,
        _ => return Coverage::Wrong,
    };
    if start != 0 || first == 0 || !is_written_as(hexadecimal, contents) {
        return Coverage::Wrong;
    }
    // what a mail program puts behind a file changes nothing of it
    let rest = bytes.get(end..).unwrap_or_default();
    if rest.iter().all(u8::is_ascii_whitespace) { Coverage::Whole } else { Coverage::Earlier { length: end } }
}

fn is_written_as(hexadecimal: &[u8], contents: &[u8]) -> bool {
    let mut digits = hexadecimal.iter().filter(|byte| !byte.is_ascii_whitespace());
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let mut expected = contents.iter();
    loop {
        match (digits.next(), expected.next()) {
            (None, None) => return true,
            (Some(high), Some(byte)) => {
                let low = digits.next().map_or(Some(0), digit);
                let (Some(high), Some(low)) = (digit(high), low) else { return false };
                if high * 16 + low != u32::from(*byte) {
                    return false;
                }
            }
            _ => return false,
        }
    }
}

/// The bytes that are signed.
pub(super) fn signed_parts<'a>(bytes: &'a [u8], ranges: &[usize; 4]) -> Option<[&'a [u8]; 2]> {
    let [start, first, second, length] = *ranges;
    Some([bytes.get(start..start.checked_add(first)?)?, bytes.get(second..second.checked_add(length)?)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_over_all_but_its_own_place() {
        let file = b"%PDF abc<0aFf>def%%EOF";
        let end = file.len() - 14;
        assert_eq!(coverage(file, &[0, 8, 14, end], &[0x0a, 0xff]), Coverage::Whole);
        assert_eq!(coverage(file, &[0, 8, 14, end - 3], &[0x0a, 0xff]), Coverage::Earlier { length: 19 });
        assert_eq!(coverage(file, &[0, 9, 13, end + 1], &[0x0a, 0xff]), Coverage::Whole);
        for (ranges, contents) in [
            ([0, 9, 14, end], vec![0x0a, 0xff]),
            ([0, 8, 13, end + 1], vec![0x0a, 0xff]),
            ([0, 8, 14, end + 1], vec![0x0a, 0xff]),
            ([0, 7, 14, end], vec![0x0a, 0xff]),
            ([0, 8, 15, end - 1], vec![0x0a, 0xff]),
            ([1, 8, 14, end], vec![0x0a, 0xff]),
            ([0, 8, 14, end], vec![0x0a]),
            ([0, 8, 14, end], vec![0x0a, 0xff, 0]),
            ([0, 14, 8, end], vec![0x0a, 0xff]),
            ([0, usize::MAX, usize::MAX, usize::MAX], vec![0x0a, 0xff]),
        ] {
            assert_eq!(coverage(file, &ranges, &contents), Coverage::Wrong, "{ranges:?}");
        }
    }
}
