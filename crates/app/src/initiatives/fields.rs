//! The form of an initiative, and reading it.

use super::labels;
use super::words::Words;
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::{Refusal, show};
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use thidua_domain::basics::Language;
use thidua_domain::basics::text::{fold, nfc};
use thidua_domain::initiatives::{Kind, Scope, State, words as said};
use thidua_domain::people::Person;
use thidua_domain::units::Unit;
use thidua_store::initiatives::{Author, Initiative};
use thidua_store::people::{AskedPeople, Within};

/// Authors of one initiative.
const MOST: usize = 30;
/// People of one name that are looked at.
const NAMESAKES: usize = 20;
/// The first year that is taken.
const FIRST_YEAR: i32 = 1990;

/// The lines of the authors, as the form shows them.
pub(super) fn lines(authors: &[Author]) -> String {
    authors.iter().map(|one| format!("{}; {}", one.name, one.share)).collect::<Vec<_>>().join("\n")
}

/// The fields of an initiative.
pub(super) fn fields(
    units: &[Unit],
    of: Option<&Initiative>,
    today: NaiveDate,
    language: Language,
    w: &'static Words,
) -> Vec<Field> {
    let text = |of_it: fn(&Initiative) -> Option<String>| of.and_then(of_it).unwrap_or_default();
    let mut fields = Vec::new();
    if of.is_none() && units.len() > 1 {
        let list = units.iter().map(|unit| (unit.id.clone(), unit.name.clone())).collect();
        fields.push(Field::new("unit", w.unit, Input::List(list), units[0].id.clone()));
    }
    let kinds = Kind::ALL.iter().map(|one| (one.code().to_owned(), labels::kind(*one, language))).collect();
    let scopes = Scope::ALL.iter().map(|one| (one.code().to_owned(), labels::scope(*one, language))).collect();
    fields.extend([
        Field::new("title", w.title, Input::Line, text(|of| Some(of.title.clone()))),
        Field::new("kind", w.kind, Input::List(kinds), of.map_or(Kind::Initiative, |of| of.kind).code()),
        Field::new("year", w.year, Input::Number, of.map_or(today.year(), |of| of.year).to_string()),
        Field::new("authors", w.authors, Input::Text, of.map(|of| lines(&of.authors)).unwrap_or_default())
            .hint(w.authors_hint),
        Field::new("first_used_on", w.first_used, Input::Day, show::day(of.and_then(|of| of.first_used_on))),
        Field::new("summary", w.summary, Input::Text, text(|of| Some(of.summary.clone()))).hint(w.summary_hint),
        Field::new("benefit", w.benefit, Input::Text, text(|of| of.benefit.clone())).hint(w.benefit_hint),
        Field::new("scope", w.scope_asked, Input::List(scopes), of.map_or(Scope::Unit, |of| of.scope).code())
            .hint(w.scope_hint),
    ]);
    fields
}

/// A line of an author: name, year of birth or that only the name is meant, share.
struct Line {
    name: String,
    born: Option<String>,
    share: Option<i64>,
}

fn line(typed: &str) -> Line {
    let typed = nfc(typed.trim());
    let typed = typed.trim_end_matches(['%', ' ']);
    let rest = typed.trim_end_matches(|c: char| c.is_ascii_digit());
    let share = typed[rest.len()..].parse().ok();
    let name = rest.trim_end_matches([';', ':', ',', '-', '–', '\t', ' ']);
    let (name, born) = match name.strip_suffix(')').and_then(|name| name.rsplit_once('(')) {
        Some((name, born)) => (name.trim(), Some(born.trim().to_owned())),
        None => (name, None),
    };
    Line { name: name.chars().filter(|c| !c.is_control()).take(200).collect(), born, share }
}

/// Records of exactly this name in the branch of a unit.
async fn namesakes(app: &App, unit_id: &str, name: &str) -> Result<Vec<Person>, Refusal> {
    let within = Within::branch(unit_id);
    let asked = AskedPeople { within, words: name.to_owned(), category: None, kind: None, standing: None };
    let (found, _) = app.store.find_people(&asked, 0, NAMESAKES).await?;
    let same = |one: &Person| fold(&one.name) == fold(name) && one.merged_into.is_none();
    Ok(found.into_iter().filter(same).collect())
}

/// Reads the authors; what is wrong stays with the reader.
async fn read_authors(
    app: &App,
    unit_id: &str,
    before: &[Author],
    reader: &mut Reader<'_>,
    w: &'static Words,
) -> Result<Vec<Author>, Refusal> {
    let typed = reader.required("authors");
    let typed: Vec<&str> = typed.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut authors = Vec::new();
    if typed.len() > MOST {
        reader.problem("authors", w.author_many);
        return Ok(authors);
    }
    let alone = typed.len() == 1;
    for (at, one) in typed.into_iter().enumerate() {
        let number = (at + 1).to_string();
        let of = line(one);
        if of.name.is_empty() {
            reader.problem("authors", w.author_name.replace("{n}", &number));
            continue;
        }
        let share = of.share.or(alone.then_some(100)).filter(|share| (1..=100).contains(share));
        let Some(share) = share else {
            reader.problem("authors", w.author_share.replace("{n}", &number));
            continue;
        };
        let kept = before.iter().find(|known| of.born.is_none() && fold(&known.name) == fold(&of.name));
        if let Some(kept) = kept {
            authors.push(Author { share, ..kept.clone() });
            continue;
        }
        let only_name = of.born.as_deref().is_some_and(|born| fold(born) == "chi ghi ten");
        let mut found = if only_name { Vec::new() } else { namesakes(app, unit_id, &of.name).await? };
        if let Some(born) = of.born.as_deref().filter(|_| !only_name) {
            found.retain(|one| one.birth_year.is_some_and(|year| year.to_string() == born) || one.birth() == born);
        }
        if found.len() > 1 {
            let people: Vec<String> = found.iter().map(|one| format!("{} ({})", one.name, one.birth())).collect();
            let says = w.author_which.replace("{n}", &number).replace("{name}", &of.name);
            reader.problem("authors", says.replace("{people}", &people.join(", ")));
            continue;
        }
        let (person_id, name) = match found.pop() {
            Some(one) => (Some(one.id), one.name),
            None => (None, of.name),
        };
        authors.push(Author { person_id, name, share });
    }
    Ok(authors)
}

/// Reads the form; what is wrong stays with the reader.
pub(super) async fn read(
    app: &App,
    unit_id: &str,
    before: Option<&Initiative>,
    today: NaiveDate,
    reader: &mut Reader<'_>,
    language: Language,
    w: &'static Words,
) -> Result<Initiative, Refusal> {
    let years = FIRST_YEAR..=today.year() + 1;
    let typed = reader.required("year");
    let year = typed.parse::<i32>().ok().filter(|year| years.contains(year));
    if year.is_none() && !typed.is_empty() {
        let says = w.bad_year.replace("{from}", &years.start().to_string());
        reader.problem("year", says.replace("{to}", &years.end().to_string()));
    }
    let first_used_on = reader.day("first_used_on");
    if first_used_on.is_some_and(|day| day > today) {
        reader.problem("first_used_on", w.future);
    }
    // what was not used by the end of its year is of a later year
    if first_used_on.zip(year).is_some_and(|(day, year)| day.year() > year) {
        reader.problem("first_used_on", w.used_later);
    }
    let kept: &[Author] = before.map_or(&[], |before| &before.authors);
    let authors = read_authors(app, unit_id, kept, reader, w).await?;
    let mut it = Initiative {
        id: String::new(),
        unit_id: unit_id.to_owned(),
        year: year.unwrap_or_else(|| today.year()),
        kind: reader.code("kind", Kind::from_code).unwrap_or(Kind::Initiative),
        title: reader.required_name("title"),
        summary: reader.required("summary"),
        benefit: reader.text("benefit"),
        first_used_on,
        submitted_on: today,
        state: State::Submitted,
        scope: reader.code("scope", Scope::from_code).unwrap_or(Scope::Unit),
        number_symbol: None,
        dated: None,
        recognised_by: None,
        reason: None,
        file_digest: None,
        file_name: None,
        sitting: None,
        illustrative: false,
        authors,
        version: 0,
        account_name: String::new(),
        written_at: NaiveDateTime::MIN,
    };
    let of = super::door::of_domain(&it, 0);
    if let Some(matter) = of.matters().iter().find(|matter| matter.stops()) {
        reader.problem("authors", said::matter(matter).in_language(language));
    }
    if let Some(before) = before {
        let of = before.clone();
        it = Initiative {
            year: it.year,
            kind: it.kind,
            title: it.title,
            summary: it.summary,
            benefit: it.benefit,
            first_used_on: it.first_used_on,
            scope: it.scope,
            authors: it.authors,
            ..of
        };
    }
    Ok(it)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_an_author_is_read_however_it_is_punctuated() {
        for (typed, name, born, share) in [
            ("Nguyễn Thị Lan; 60", "Nguyễn Thị Lan", None, Some(60)),
            ("Nguyễn Thị Lan: 60 %", "Nguyễn Thị Lan", None, Some(60)),
            ("Nguyễn Thị Lan (1979) – 60%", "Nguyễn Thị Lan", Some("1979"), Some(60)),
            ("Nguyễn Thị Lan (chỉ ghi tên); 5", "Nguyễn Thị Lan", Some("chỉ ghi tên"), Some(5)),
            ("  Nguyễn Thị Lan ", "Nguyễn Thị Lan", None, None),
            ("; 60", "", None, Some(60)),
        ] {
            let of = line(typed);
            assert_eq!((of.name.as_str(), of.born.as_deref(), of.share), (name, born, share), "{typed}");
        }
    }
}
