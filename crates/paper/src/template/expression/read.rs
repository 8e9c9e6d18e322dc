//! From the text of a tag to what it means.

use super::super::names::{key, nearest};
use super::super::value::Value;
use super::{Comparison, Count, Expression, Filter, Statement, Step, words};

/// Brackets and signs inside each other.
const DEEPEST: usize = 40;

/// Why the text of a tag was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::template) enum Unread {
    /// From here on.
    At(String),
    /// There is no such way of writing; near ones.
    Filter(String, Vec<String>),
    /// There is no such statement.
    Statement(String),
}

#[derive(Clone, Debug, PartialEq)]
enum Token<'t> {
    Word(&'t str),
    Number(&'t str),
    Text(&'t str),
    Sign(&'t str),
}

struct Reading<'t> {
    text: &'t str,
    tokens: Vec<(usize, Token<'t>)>,
    at: usize,
    depth: usize,
}

/// The expression of `{{ … }}`.
pub(in crate::template) fn expression(text: &str) -> Result<Expression, Unread> {
    let mut reading = Reading::new(text)?;
    let read = reading.either()?;
    reading.end()?;
    Ok(read)
}

/// The statement of `{% … %}`.
pub(in crate::template) fn block(text: &str) -> Result<Statement, Unread> {
    let mut reading = Reading::new(text)?;
    let word = match reading.next() {
        Some(Token::Word(word)) => word,
        _ => return Err(Unread::At(text.trim().to_owned())),
    };
    let read = match word {
        "if" => Statement::If(reading.either()?),
        "elif" | "elseif" => Statement::ElseIf(reading.either()?),
        "else" => Statement::Else,
        "endif" => Statement::EndIf,
        "endfor" => Statement::EndFor(None),
        "for" => {
            let Some(Token::Word(name)) = reading.next() else { return Err(reading.unread_before()) };
            if !reading.word("in") {
                return Err(reading.unread());
            }
            let list = reading.written()?;
            // only what is in the data is repeated, so that loops end
            if !matches!(list, Expression::Path(_)) {
                return Err(Unread::At(text.trim().to_owned()));
            }
            Statement::For(Some(key(name).into_owned()), list)
        }
        other => return Err(Unread::Statement(other.to_owned())),
    };
    reading.end()?;
    Ok(read)
}

impl<'t> Reading<'t> {
    fn new(text: &'t str) -> Result<Self, Unread> {
        Ok(Reading { text, tokens: tokens(text)?, at: 0, depth: 0 })
    }

    fn peek(&self) -> Option<&Token<'t>> {
        self.tokens.get(self.at).map(|(_, token)| token)
    }

    fn next(&mut self) -> Option<Token<'t>> {
        let token = self.peek().cloned();
        self.at += 1;
        token
    }

    fn sign(&mut self, sign: &str) -> bool {
        let found = self.peek() == Some(&Token::Sign(sign));
        self.at += usize::from(found);
        found
    }

    fn word(&mut self, word: &str) -> bool {
        let found = self.peek() == Some(&Token::Word(word));
        self.at += usize::from(found);
        found
    }

    fn unread(&self) -> Unread {
        Unread::At(self.tokens.get(self.at).map_or("", |(at, _)| self.text[*at..].trim()).to_owned())
    }

    fn unread_before(&mut self) -> Unread {
        self.at = self.at.saturating_sub(1);
        self.unread()
    }

    fn end(&self) -> Result<(), Unread> {
        if self.at == self.tokens.len() { Ok(()) } else { Err(self.unread()) }
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Unread>) -> Result<T, Unread> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.unread());
        }
        let done = read(self);
        self.depth -= 1;
        done
    }

    fn either(&mut self) -> Result<Expression, Unread> {
        self.deeper(|reading| {
            let mut left = reading.both()?;
            while reading.word("or") {
                left = Expression::Either(Box::new(left), Box::new(reading.both()?));
            }
            Ok(left)
        })
    }

    fn both(&mut self) -> Result<Expression, Unread> {
        let mut left = self.not()?;
        while self.word("and") {
            left = Expression::Both(Box::new(left), Box::new(self.not()?));
        }
        Ok(left)
    }

    fn not(&mut self) -> Result<Expression, Unread> {
        if self.word("not") {
            return self.deeper(|reading| Ok(Expression::Not(Box::new(reading.not()?))));
        }
        let left = self.joined()?;
        self.compared(left)
    }

    fn compared(&mut self, left: Expression) -> Result<Expression, Unread> {
        use Comparison::{Equal, Greater, GreaterOrEqual, In, Less, LessOrEqual, NotIn, Unequal};
        if self.word("is") {
            let not = self.word("not");
            let given = Expression::Given(Box::new(left));
            let tested = match self.next() {
                Some(Token::Word("defined")) => given,
                Some(Token::Word("undefined")) => Expression::Not(Box::new(given)),
                _ => return Err(self.unread_before()),
            };
            return Ok(if not { Expression::Not(Box::new(tested)) } else { tested });
        }
        if self.word("in") {
            return Ok(Expression::Compare(Box::new(left), In, Box::new(self.joined()?)));
        }
        if self.peek() == Some(&Token::Word("not")) {
            self.at += 1;
            if !self.word("in") {
                return Err(self.unread_before());
            }
            return Ok(Expression::Compare(Box::new(left), NotIn, Box::new(self.joined()?)));
        }
        let signs = [
            ("==", Equal),
            ("!=", Unequal),
            ("<=", LessOrEqual),
            (">=", GreaterOrEqual),
            ("<", Less),
            (">", Greater),
        ];
        match signs.into_iter().find(|(sign, _)| self.sign(sign)) {
            Some((_, comparison)) => Ok(Expression::Compare(Box::new(left), comparison, Box::new(self.joined()?))),
            None => Ok(left),
        }
    }

    fn joined(&mut self) -> Result<Expression, Unread> {
        let mut left = self.written()?;
        while self.sign("~") {
            left = Expression::Joined(Box::new(left), Box::new(self.written()?));
        }
        Ok(left)
    }

    fn written(&mut self) -> Result<Expression, Unread> {
        let mut read = self.single()?;
        let mut filters = 0;
        while self.sign("|") {
            filters += 1;
            let Some(Token::Word(name)) = self.next() else { return Err(self.unread_before()) };
            let mut arguments = Vec::new();
            if self.sign("(") && !self.sign(")") {
                loop {
                    match self.next() {
                        Some(Token::Text(text) | Token::Number(text)) => arguments.push(Value::text(text)),
                        _ => return Err(self.unread_before()),
                    }
                    if self.sign(")") {
                        break;
                    }
                    if !self.sign(",") {
                        return Err(self.unread());
                    }
                }
            }
            if filters > DEEPEST {
                return Err(self.unread());
            }
            read = Expression::Written(
                Box::new(read),
                filter(name, &arguments).map_err(|bad| match bad {
                    Some(near) => Unread::Filter(name.to_owned(), near),
                    None => self.unread_before(),
                })?,
            );
        }
        Ok(read)
    }

    fn single(&mut self) -> Result<Expression, Unread> {
        match self.next() {
            Some(Token::Text(text)) => Ok(Expression::Constant(Value::text(text))),
            Some(Token::Number(number)) => Ok(Expression::Constant(Value::Number(number.to_owned()))),
            Some(Token::Sign("(")) => {
                let inside = self.either()?;
                if self.sign(")") { Ok(inside) } else { Err(self.unread()) }
            }
            Some(Token::Word(word)) => match word {
                "true" | "True" => Ok(Expression::Constant(Value::Flag(true))),
                "false" | "False" => Ok(Expression::Constant(Value::Flag(false))),
                "none" | "None" => Ok(Expression::Constant(Value::Nothing)),
                "and" | "or" | "not" | "in" | "is" | "if" | "else" => Err(self.unread_before()),
                name => self.path(name),
            },
            _ => Err(self.unread_before()),
        }
    }

    fn path(&mut self, name: &str) -> Result<Expression, Unread> {
        let mut steps = vec![Step::Name(key(name).into_owned())];
        loop {
            if self.sign(".") {
                match self.next() {
                    Some(Token::Word(name)) => steps.push(Step::Name(key(name).into_owned())),
                    Some(Token::Number(at)) => {
                        steps.push(Step::Index(at.parse().map_err(|_| self.unread_before())?))
                    }
                    _ => return Err(self.unread_before()),
                }
            } else if self.sign("[") {
                match self.next() {
                    Some(Token::Text(name)) => steps.push(Step::Name(key(name).into_owned())),
                    Some(Token::Number(at)) => {
                        steps.push(Step::Index(at.parse().map_err(|_| self.unread_before())?))
                    }
                    _ => return Err(self.unread_before()),
                }
                if !self.sign("]") {
                    return Err(self.unread());
                }
            } else {
                break;
            }
        }
        let count = match steps.as_slice() {
            [Step::Name(first), Step::Name(second)] if first == "loop" => match second.as_str() {
                "index" => Some(Count::Index),
                "index0" => Some(Count::Index0),
                "revindex" => Some(Count::RevIndex),
                "first" => Some(Count::First),
                "last" => Some(Count::Last),
                "length" => Some(Count::Length),
                _ => return Err(self.unread_before()),
            },
            _ => None,
        };
        Ok(count.map_or(Expression::Path(steps), Expression::Loop))
    }
}

/// The way of writing of this name; near names where there is none, nothing where it is given the wrong things.
fn filter(name: &str, arguments: &[Value]) -> Result<Filter, Option<Vec<String>>> {
    let named = key(name);
    let Some((_, meant)) = words::FILTERS.iter().find(|(known, _)| *known == named) else {
        return Err(Some(nearest(
            &named,
            words::FILTERS.iter().map(|(known, _)| *known).filter(|it| it.len() > 1),
        )));
    };
    let text = |at: usize| match arguments.get(at) {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let filter = match *meant {
        "upper" => Filter::Upper,
        "lower" => Filter::Lower,
        "title" => Filter::Title,
        "capitalize" => Filter::Capitalize,
        "trim" => Filter::Trim,
        "ngay" => text(0).map_or(Filter::Day, Filter::DayLike),
        "ngay_chu" => Filter::DayInWords,
        "so" => Filter::Digits,
        "doc_so" => Filter::NumberInWords,
        "bang_chu" => Filter::MoneyInWords,
        "default" => Filter::Default(text(0).unwrap_or_default()),
        "length" => Filter::Length,
        "join" => Filter::Join(text(0).unwrap_or_default()),
        "first" => Filter::First,
        "last" => Filter::Last,
        "replace" => Filter::Replace(text(0).ok_or(None)?, text(1).ok_or(None)?),
        _ => Filter::Same,
    };
    Ok(filter)
}

const SIGNS: [&str; 16] = ["==", "!=", "<=", ">=", "<", ">", "(", ")", "[", "]", ".", ",", "|", "~", "=", "-"];

fn tokens(text: &str) -> Result<Vec<(usize, Token<'_>)>, Unread> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        if letter.is_whitespace() {
            at += letter.len_utf8();
            continue;
        }
        let (token, length) = if matches!(letter, '"' | '\'') {
            let end = rest[1..].find(letter).ok_or_else(|| Unread::At(rest.trim().to_owned()))?;
            (Token::Text(&rest[1..=end]), end + 2)
        } else if letter.is_ascii_digit() || (letter == '-' && rest[1..].starts_with(|c: char| c.is_ascii_digit()))
        {
            let inside = !matches!(found.last(), Some((_, Token::Sign("."))));
            let length = number_length(rest, inside);
            (Token::Number(&rest[..length]), length)
        } else if letter.is_alphabetic() || letter == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && !is_mark(c)).unwrap_or(rest.len());
            (Token::Word(&rest[..length]), length)
        } else if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
            (Token::Sign(sign), sign.len())
        } else {
            return Err(Unread::At(rest.trim().to_owned()));
        };
        found.push((at, token));
        at += length;
        if found.len() > 1_000 {
            return Err(Unread::At(text[at..].trim().to_owned()));
        }
    }
    Ok(found)
}

/// Digits, with a decimal point where one may stand.
fn number_length(rest: &str, decimals: bool) -> usize {
    let digits = |from: usize| rest[from..].bytes().take_while(u8::is_ascii_digit).count();
    let whole = usize::from(rest.starts_with('-'));
    let whole = whole + digits(whole);
    let behind = if decimals && rest[whole..].starts_with('.') { digits(whole + 1) } else { 0 };
    if behind > 0 { whole + 1 + behind } else { whole }
}

/// Marks that stand behind their letters where text is not composed.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}
