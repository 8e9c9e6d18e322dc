//! The fields of a line, and the numbers in them.

/// Values stay below this many hundredths, so that sums over a country and their shares do not overflow.
const MOST: i64 = 1_000_000_000_000_000;

/// A year of four digits.
#[inline]
pub(super) fn year(field: &[u8]) -> Option<i32> {
    let [a, b, c, d] = field else { return None };
    let mut year = 0;
    for digit in [a, b, c, d] {
        if !digit.is_ascii_digit() {
            return None;
        }
        year = year * 10 + i32::from(digit - b'0');
    }
    (1945..=2200).contains(&year).then_some(year)
}

/// A number with at most two decimals behind a point, in hundredths.
#[inline]
pub(super) fn hundredths(field: &[u8]) -> Option<i64> {
    let (negative, digits) = match field.split_first() {
        Some((b'-', rest)) => (true, rest),
        _ => (false, field),
    };
    let (mut value, mut decimals, mut any) = (0i64, None, false);
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                if let Some(count) = &mut decimals {
                    *count += 1;
                    // further zeros say nothing more
                    if *count > 2 && *byte == b'0' {
                        continue;
                    }
                    if *count > 2 {
                        return None;
                    }
                }
                if value >= MOST {
                    return None;
                }
                value = value * 10 + i64::from(byte - b'0');
                any = true;
            }
            b'.' if decimals.is_none() => decimals = Some(0u32),
            _ => return None,
        }
    }
    let value = match decimals {
        None => value.checked_mul(100)?,
        Some(0) => value * 100,
        Some(1) => value * 10,
        Some(_) => value,
    };
    (any && value < MOST).then_some(if negative { -value } else { value })
}

/// The fields of a line with quotation marks taken off, trimmed.
pub(super) fn unquoted(line: &[u8]) -> Vec<Vec<u8>> {
    let mut fields = vec![Vec::new()];
    let mut quoted = false;
    let mut bytes = line.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if quoted && bytes.peek() == Some(&b'"') => {
                bytes.next();
                fields.last_mut().into_iter().for_each(|field| field.push(b'"'));
            }
            b'"' => quoted = !quoted,
            b',' if !quoted => fields.push(Vec::new()),
            byte => fields.last_mut().into_iter().for_each(|field| field.push(byte)),
        }
    }
    fields.iter().map(|field| field.trim_ascii().to_vec()).collect()
}
