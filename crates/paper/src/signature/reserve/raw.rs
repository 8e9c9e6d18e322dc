//! A dictionary as it is written, taken apart into its entries and put together again with some of them replaced. What is not
//! touched keeps its bytes.

/// Dictionaries and arrays inside one another.
const DEEPEST: usize = 64;

/// An entry: its key without the stroke, and its value as it is written.
type Entry<'a> = (&'a [u8], &'a [u8]);

/// The entries of `<<…>>`.
pub(super) fn entries(dict: &[u8]) -> Option<Vec<Entry<'_>>> {
    let inner = dict.strip_prefix(b"<<")?;
    let mut found = Vec::new();
    let mut at = space(inner, 0);
    loop {
        if inner.get(at..)?.starts_with(b">>") {
            return Some(found);
        }
        let end = token(inner, at)?;
        let key = inner.get(at..end)?.strip_prefix(b"/")?;
        let start = space(inner, end);
        // a reference is three words; a value ends where the next name or the end of the dictionary stands
        let mut end = token(inner, start)?;
        loop {
            at = space(inner, end);
            if matches!(inner.get(at)?, b'/' | b'>') {
                break;
            }
            end = token(inner, at)?;
        }
        found.push((key, inner.get(start..end)?));
    }
}

/// The dictionary with these entries in place of its own of the same keys, or added.
pub(super) fn with(dict: &[u8], own: &[(&str, Vec<u8>)]) -> Option<Vec<u8>> {
    let mut out = b"<<".to_vec();
    let kept = entries(dict)?;
    let kept = kept.iter().filter(|(key, _)| own.iter().all(|(name, _)| name.as_bytes() != *key));
    let added = own.iter().map(|(key, value)| (key.as_bytes(), value.as_slice()));
    for (key, value) in kept.copied().chain(added) {
        out.push(b'/');
        out.extend_from_slice(key);
        // names, strings and brackets part themselves; numbers do not
        out.push(b' ');
        out.extend_from_slice(value);
    }
    out.extend_from_slice(b">>");
    Some(out)
}

/// The value of a key as it is written.
pub(super) fn value<'a>(dict: &'a [u8], key: &str) -> Option<&'a [u8]> {
    entries(dict)?.into_iter().find(|(name, _)| *name == key.as_bytes()).map(|(_, value)| value)
}

/// What stands between the brackets of an array.
pub(super) fn inside_array(array: &[u8]) -> Option<&[u8]> {
    array.trim_ascii().strip_prefix(b"[")?.strip_suffix(b"]")
}

fn space(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'%' => at += bytes[at..].iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count(),
            0 | b' ' | b'\t' | b'\r' | b'\n' | b'\x0c' => at += 1,
            _ => break,
        }
    }
    at
}

/// Where the word, string, array or dictionary that begins at `at` ends.
fn token(bytes: &[u8], at: usize) -> Option<usize> {
    nested(bytes, at, 0)
}

fn nested(bytes: &[u8], at: usize, depth: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    if depth > DEEPEST {
        return None;
    }
    let (open, close): (usize, &[u8]) = match rest {
        [b'(', ..] => return literal(bytes, at),
        [b'<', b'<', ..] => (2, b">>"),
        [b'[', ..] => (1, b"]"),
        [b'<', ..] => return Some(at + rest.iter().position(|byte| *byte == b'>')? + 1),
        [b'>' | b']' | b')' | b'{' | b'}', ..] => return None,
        [_, more @ ..] => {
            let ends = |byte: &u8| {
                matches!(byte, 0 | b' ' | b'\t' | b'\r' | b'\n' | b'\x0c')
                    || matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
            };
            return Some(at + 1 + more.iter().position(ends).unwrap_or(more.len()));
        }
        [] => return None,
    };
    let mut at = space(bytes, at + open);
    while !bytes.get(at..)?.starts_with(close) {
        at = space(bytes, nested(bytes, at, depth + 1)?);
    }
    Some(at + close.len())
}

fn literal(bytes: &[u8], at: usize) -> Option<usize> {
    let (mut at, mut depth) = (at, 0usize);
    loop {
        match bytes.get(at)? {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_replaced_and_all_others_keep_their_bytes() {
        let dict = b"<</Type/Page/Kids[1 0 R(a\\)b)2 0 R] /S (x(y)z)/M<</A/B>>/Parent 1 0 R/N -2.5%c\n/H<0a>>>";
        let found = entries(dict).expect("entries");
        let shown: Vec<String> = found
            .iter()
            .map(|(key, value)| format!("{}={}", String::from_utf8_lossy(key), String::from_utf8_lossy(value)))
            .collect();
        let wanted = [
            "Type=/Page",
            "Kids=[1 0 R(a\\)b)2 0 R]",
            "S=(x(y)z)",
            "M=<</A/B>>",
            "Parent=1 0 R",
            "N=-2.5",
            "H=<0a>",
        ];
        assert_eq!(shown, wanted);
        let changed = with(b"<</A 1/B[2]>>", &[("B", b"[3]".to_vec()), ("C", b"4".to_vec())]).expect("changed");
        assert_eq!(String::from_utf8_lossy(&changed), "<</A 1/B [3]/C 4>>");
        for end in 0..dict.len() {
            assert_eq!(entries(&dict[..end]), None, "{end}");
        }
        assert_eq!(entries(&[b"<</A".as_slice(), &b"[".repeat(500)].concat()), None);
    }
}
