//! Numbers and symbols of documents: `34 /KH-UBND`, `08/KH-⏎UBND`, `201-KL/HU`, `34/2014/CT-TW`, `41-CT-TU`.

use super::dates;
use super::dictionary::{is_symbol_part, symbol_part};
use super::token::{Kind, Token};

/// The number and symbol of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// The number.
    pub number: String,
    /// The year between number and letters, where there is one.
    pub year: Option<String>,
    /// The parts of letters.
    pub parts: Vec<String>,
    /// As written by the rules: `34/KH-UBND`, `34-CT/TW`.
    pub written: String,
}

impl Symbol {
    /// Whether two symbols can name the same document.
    pub fn same(&self, other: &Symbol) -> bool {
        let bare = |number: &str| number.trim_start_matches('0').to_owned();
        bare(&self.number) == bare(&other.number) && self.parts == other.parts
    }
}

/// The symbol that begins at `at` with a number, and the position after it.
pub fn symbol_at(tokens: &[Token], at: usize) -> Option<(Symbol, usize)> {
    let first = tokens.get(at)?;
    let digits =
        first.kind == Kind::Number && first.text.len() <= 5 && first.text.chars().all(|c| c.is_ascii_digit());
    if !digits || dates::date_at(tokens, at).is_some() {
        return None;
    }
    let mut symbol =
        Symbol { number: first.text.clone(), year: None, parts: Vec::new(), written: first.text.clone() };
    let mut end = at + 1;
    let mut joints: Vec<String> = Vec::new();
    while let (Some(joint), Some(part)) = (tokens.get(end), tokens.get(end + 1)) {
        let joined = joint.kind == Kind::Mark && matches!(joint.text.as_str(), "/" | "-");
        let year = dates::year_at(tokens, end + 1).is_some() && symbol.parts.is_empty() && joint.text == "/";
        let capitals = part.text.chars().filter(|c| c.is_uppercase()).count();
        let letters = part.kind == Kind::Word
            && (is_symbol_part(&part.text) || (capitals >= 2 && capitals * 2 >= part.text.chars().count()))
            && capitals > 0;
        if !joined || !(year || letters) {
            break;
        }
        if year {
            symbol.year = Some(part.text.clone());
        } else {
            symbol.parts.push(symbol_part(&part.text));
            joints.push(joint.text.clone());
        }
        end += 2;
    }
    write(&mut symbol, &joints);
    Some((symbol, end))
}

/// Party documents put the dash first (`34-CT/TW`), those of the state the stroke (`34/KH-UBND`).
fn write(symbol: &mut Symbol, joints: &[String]) {
    if let Some(year) = &symbol.year {
        symbol.written = format!("{}/{year}", symbol.written);
    }
    let party = symbol.parts.last().is_some_and(|part| matches!(part.as_str(), "TW" | "TU" | "HU" | "ĐU" | "BBT"));
    for (index, part) in symbol.parts.iter().enumerate() {
        let printed = joints.get(index).map_or("/", String::as_str);
        let joint = match (party && symbol.year.is_none(), index) {
            (true, 0) => "-",
            (true, _) => "/",
            (false, _) => printed,
        };
        symbol.written.push_str(joint);
        symbol.written.push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokenise;
    use super::*;

    #[test]
    fn symbols_are_read_through_spaces_and_confused_letters() {
        for (printed, written) in [
            ("34 /KH-UBND Ly Son", "34/KH-UBND"),
            ("2155/QD-UBND ngay", "2155/QĐ-UBND"),
            ("201-KL/HU ngay", "201-KL/HU"),
            ("41-CT-TU ngay", "41-CT/TU"),
            ("34/2014/CT-TW", "34/2014/CT-TW"),
            ("28/NQ-HPND ngay", "28/NQ-HĐND"),
            ("19/CT-TTg của", "19/CT-TTg"),
            ("08/KH- UBND", "08/KH-UBND"),
            ("19.", "19"),
        ] {
            let tokens = tokenise::line(printed, 0, true);
            assert_eq!(
                symbol_at(&tokens, 0).map(|(symbol, _)| symbol.written).as_deref(),
                Some(written),
                "{printed}"
            );
        }
        assert_eq!(symbol_at(&tokenise::line("16/7/2021", 0, false), 0), None);
    }
}
