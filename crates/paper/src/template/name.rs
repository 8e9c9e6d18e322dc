//! The name of each document, written with fields: `{{ ho_ten }} - {{ so_quyet_dinh }}`.

use super::expression::{Expression, Scope, Unread, expression};
use super::place::{Part, Place};
use super::problem::{TemplateProblem, Wrong};
use super::value::Value;

/// A name with fields.
#[derive(Clone, Debug)]
pub struct NameTemplate(Vec<Bit>);

#[derive(Clone, Debug)]
enum Bit {
    Text(String),
    Field(Expression, String),
}

/// Bytes of a name; systems take 255, and an ending and a number come behind it.
const LONGEST: usize = 180;
/// Names that Windows keeps for itself.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

impl NameTemplate {
    /// Reads a name.
    ///
    /// # Errors
    /// When a field in it cannot be read.
    pub fn read(text: &str) -> Result<Self, TemplateProblem> {
        let mut bits = Vec::new();
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once("{{") {
            bits.push(Bit::Text(before.to_owned()));
            let Some((inside, behind)) = behind.split_once("}}") else {
                return Err(problem(Wrong::UnclosedTag, &rest[before.len()..], text));
            };
            let tag = format!("{{{{{inside}}}}}");
            let read = expression(inside).map_err(|unread| {
                let wrong = match unread {
                    Unread::At(at) => Wrong::Unreadable(at),
                    Unread::Filter(name, near) => Wrong::UnknownFilter(name, near),
                    Unread::Statement(name) => Wrong::UnknownTag(name),
                };
                problem(wrong, &tag, text)
            })?;
            bits.push(Bit::Field(read, tag));
            rest = behind;
        }
        bits.push(Bit::Text(rest.to_owned()));
        Ok(NameTemplate(bits))
    }

    /// The name of a document, fit to be a file's name: no folder, nothing that a system refuses. Empty where nothing is left.
    ///
    /// # Errors
    /// When the data has no such field.
    pub fn name(&self, data: &Value) -> Result<String, TemplateProblem> {
        let scope = Scope { data, frames: Vec::new() };
        let mut name = String::new();
        for bit in &self.0 {
            match bit {
                Bit::Text(text) => name.push_str(text),
                Bit::Field(field, tag) => match scope.get(field).printed() {
                    Some(text) => name.push_str(&text),
                    None => {
                        let inside = tag.trim_matches(['{', '}', ' ']).to_owned();
                        return Err(problem(Wrong::Missing(inside), tag, tag));
                    }
                },
            }
        }
        Ok(fit(&name))
    }
}

fn problem(wrong: Wrong, tag: &str, around: &str) -> TemplateProblem {
    let place = Place { part: Part::FileName, paragraph: 0, cell: None, around: around.to_owned() };
    TemplateProblem::at(wrong, tag, place)
}

/// A name that every system takes.
fn fit(name: &str) -> String {
    let mut fit = String::with_capacity(name.len());
    for letter in name.chars() {
        let letter = match letter {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            letter if letter.is_whitespace() => ' ',
            letter
                if letter.is_control()
                    || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}') =>
            {
                continue;
            }
            letter => letter,
        };
        if !(letter == ' ' && fit.ends_with(' ')) {
            fit.push(letter);
        }
    }
    let ends = |c: char| c == ' ' || c == '.';
    let mut name = fit.trim_matches(ends).to_owned();
    while name.len() > LONGEST {
        name.pop();
    }
    let name = name.trim_end_matches(ends);
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = |word: &str| {
        stem.strip_prefix(word).is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
    };
    if RESERVED.contains(&stem.as_str()) || numbered("com") || numbered("lpt") {
        format!("_{name}")
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(template: &str, json: &str) -> String {
        let data = Value::from_json(json).expect("JSON");
        NameTemplate::read(template).expect("a name").name(&data).expect("named")
    }

    #[test]
    fn template_documents_are_named_by_their_fields_and_never_leave_their_folder() {
        assert_eq!(
            named("{{ Họ tên }}".replace("Họ tên", "ho_ten").as_str(), r#"{"Họ tên":"Nguyễn Văn A"}"#),
            "Nguyễn Văn A"
        );
        assert_eq!(named("{{ a }}", r#"{"a":"../../etc/passwd"}"#), "-..-etc-passwd");
        assert_eq!(named("{{ a }}-{{ b | hoa }}", r#"{"a":"12/QĐ-UBND","b":"x"}"#), "12-QĐ-UBND-X");
        assert_eq!(named("{{ a }}", r#"{"a":"C:\\x\u0000\ny."}"#), "C--x y");
        assert_eq!(named("{{ a }}", r#"{"a":"..."}"#), "");
        assert_eq!(named("{{ a }}", r#"{"a":"nul.txt"}"#), "_nul.txt");
        let long = format!(r#"{{"a":"{}"}}"#, "ễ".repeat(200));
        assert!(named("{{ a }}", &long).len() <= LONGEST);
    }

    #[test]
    fn template_names_with_an_unknown_field_say_so() {
        let name = NameTemplate::read("{{ khong_co }}").expect("read");
        assert_eq!(name.name(&Value::from_json("{}").expect("JSON")).expect_err("missing").number(), "TPL-040");
        assert_eq!(NameTemplate::read("{{ a").expect_err("unclosed").number(), "TPL-020");
        assert_eq!(NameTemplate::read("{{ a b }}").expect_err("unread").number(), "TPL-028");
    }
}
