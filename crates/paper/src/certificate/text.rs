//! The text of a box: words, fields in braces, and brackets that go when a field inside them is empty.

use super::field::{Certificate, Field};
use serde::{Deserialize, Deserializer};

/// A text with places for fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    Value(Field),
    /// Goes as a whole when a field inside is empty.
    Maybe(Vec<Piece>),
}

impl Pattern {
    /// Reads `Ông (Bà) {name}[, {title}]`.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut inner: Option<Vec<Piece>> = None;
        let mut rest = text;
        while let Some(at) = rest.find(['{', '[', ']', '}']) {
            let (words, sign) = rest.split_at(at);
            let into = inner.as_mut().unwrap_or(&mut pieces);
            if !words.is_empty() {
                into.push(Piece::Words(words.to_owned()));
            }
            let (sign, after) = sign.split_at(1);
            rest = after;
            match sign {
                "{" => {
                    let end = rest.find('}').ok_or_else(|| format!("“{{” is never closed in “{text}”"))?;
                    let (name, after) = rest.split_at(end);
                    let field = Field::named(name).ok_or_else(|| format!("no field is called “{name}”"))?;
                    into.push(Piece::Value(field));
                    rest = after.strip_prefix('}').unwrap_or(after);
                }
                "[" if inner.is_none() => inner = Some(Vec::new()),
                "]" => match inner.take() {
                    Some(some) => pieces.push(Piece::Maybe(some)),
                    None => return Err(format!("“]” closes nothing in “{text}”")),
                },
                _ => return Err(format!("“{sign}” stands where it cannot in “{text}”")),
            }
        }
        if inner.is_some() {
            return Err(format!("“[” is never closed in “{text}”"));
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest.to_owned()));
        }
        Ok(Self(pieces))
    }

    /// Whether it says the same on every certificate.
    pub(super) fn is_fixed(&self) -> bool {
        self.0.iter().all(|piece| matches!(piece, Piece::Words(_)))
    }

    /// Whether many certificates of a batch say the same here.
    pub(super) fn is_shared(&self) -> bool {
        use Field::{Address, Book, Code, Merit, Name, Number};
        !self.fields().any(|field| matches!(field, Name | Number | Merit | Book | Code | Address))
    }

    /// The fields inside.
    pub(super) fn fields(&self) -> impl Iterator<Item = Field> {
        self.0.iter().flat_map(|piece| match piece {
            Piece::Value(field) => vec![*field],
            Piece::Maybe(some) => some
                .iter()
                .filter_map(|piece| if let Piece::Value(field) = piece { Some(*field) } else { None })
                .collect(),
            Piece::Words(_) => Vec::new(),
        })
    }

    /// The text for a certificate; nothing where every field it names is empty.
    pub(super) fn filled(&self, certificate: &Certificate) -> Option<String> {
        if !self.is_fixed() && self.fields().all(|field| certificate.get(field).is_empty()) {
            return None;
        }
        let mut text = String::new();
        write(&self.0, certificate, &mut text);
        // what stood before a part that went
        let text = text.trim().trim_end_matches([',', ';']).trim_end();
        (!text.is_empty()).then(|| text.to_owned())
    }
}

fn write(pieces: &[Piece], certificate: &Certificate, text: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Value(field) => text.push_str(certificate.get(*field)),
            Piece::Maybe(some) => {
                let empty =
                    |piece: &Piece| matches!(piece, Piece::Value(field) if certificate.get(*field).is_empty());
                if !some.iter().any(empty) {
                    write(some, certificate, text);
                }
            }
        }
    }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        Self::read(&String::deserialize(reader)?).map_err(serde::de::Error::custom)
    }
}
