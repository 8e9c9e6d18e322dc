//! As much of CBOR (RFC 8949) as passkeys are written in: numbers, bytes, texts, lists and maps of known length.

use std::collections::BTreeMap;

/// How deep lists and maps may lie in each other.
const DEEPEST: u8 = 6;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value<'a> {
    Number(i64),
    Bytes(&'a [u8]),
    Text(&'a str),
    List(Vec<Value<'a>>),
    Map(BTreeMap<Label<'a>, Value<'a>>),
    /// True, false, null: nothing here depends on which.
    Simple,
}

/// What a map is looked up by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Label<'a> {
    Number(i64),
    Text(&'a str),
}

impl<'a> Value<'a> {
    pub(super) fn at(&self, label: &Label<'_>) -> Option<&Value<'a>> {
        match self {
            Value::Map(map) => map.iter().find(|(known, _)| *known == label).map(|(_, value)| value),
            _ => None,
        }
    }

    pub(super) fn number(&self, label: i64) -> Option<i64> {
        match self.at(&Label::Number(label))? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn bytes(&self, label: &Label<'_>) -> Option<&'a [u8]> {
        match self.at(label)? {
            Value::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }
}

/// The first value and how many bytes it takes; nothing when it is not well formed.
pub(super) fn read(bytes: &[u8]) -> Option<(Value<'_>, usize)> {
    let mut reader = Reader { bytes, at: 0 };
    let value = reader.value(0)?;
    Some((value, reader.at))
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(length)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    fn argument(&mut self, kind: u8) -> Option<u64> {
        let width = match kind & 0x1f {
            small @ 0..=23 => return Some(u64::from(small)),
            24 => 1,
            25 => 2,
            26 => 4,
            27 => 8,
            _ => return None,
        };
        Some(self.take(width)?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    fn value(&mut self, depth: u8) -> Option<Value<'a>> {
        if depth > DEEPEST {
            return None;
        }
        let kind = *self.take(1)?.first()?;
        let argument = self.argument(kind)?;
        Some(match kind >> 5 {
            0 => Value::Number(i64::try_from(argument).ok()?),
            1 => Value::Number(-1 - i64::try_from(argument).ok()?),
            2 => Value::Bytes(self.take(usize::try_from(argument).ok()?)?),
            3 => Value::Text(std::str::from_utf8(self.take(usize::try_from(argument).ok()?)?).ok()?),
            4 => {
                let mut list = Vec::new();
                for _ in 0..argument {
                    list.push(self.value(depth + 1)?);
                }
                Value::List(list)
            }
            5 => {
                let mut map = BTreeMap::new();
                for _ in 0..argument {
                    let label = match self.value(depth + 1)? {
                        Value::Number(number) => Label::Number(number),
                        Value::Text(text) => Label::Text(text),
                        _ => return None,
                    };
                    let value = self.value(depth + 1)?;
                    if map.insert(label, value).is_some() {
                        return None;
                    }
                }
                Value::Map(map)
            }
            7 if kind & 0x1f <= 24 => Value::Simple,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_as_the_standard_writes_them() {
        // RFC 8949, appendix A
        for (bytes, value) in [
            (&[0x00][..], Value::Number(0)),
            (&[0x18, 0x64], Value::Number(100)),
            (&[0x19, 0x03, 0xe8], Value::Number(1000)),
            (&[0x20], Value::Number(-1)),
            (&[0x39, 0x03, 0xe7], Value::Number(-1000)),
            (&[0x44, 1, 2, 3, 4], Value::Bytes(&[1, 2, 3, 4])),
            (&[0x62, 0xc3, 0xbc], Value::Text("ü")),
            (&[0x82, 0x01, 0xf6], Value::List(vec![Value::Number(1), Value::Simple])),
        ] {
            assert_eq!(read(bytes), Some((value, bytes.len())));
        }
        let (map, length) = read(&[0xa2, 0x61, 0x61, 0x01, 0x20, 0x41, 0x07, 0xff]).expect("a map");
        assert_eq!(length, 7, "what follows is left");
        assert_eq!(map.at(&Label::Text("a")), Some(&Value::Number(1)));
        assert_eq!(map.bytes(&Label::Number(-1)), Some(&[7][..]));
    }

    #[test]
    fn what_is_not_well_formed_is_refused() {
        for bytes in [
            &[][..],
            &[0x18],
            &[0x44, 1, 2],
            &[0x5f, 0x41, 1, 0xff],
            &[0x62, 0xff, 0xff],
            &[0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            &[0x5b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            &[0xa2, 0x01, 0x01, 0x01, 0x02],
            &[0xa1, 0x40, 0x01],
            &[0x81; 100],
            &[0xfb, 0, 0, 0, 0, 0, 0, 0, 0],
        ] {
            assert_eq!(read(bytes), None, "{bytes:02x?}");
        }
    }
}
