//! People by command: rows in pieces, units by name, doubles of what is there left for a person to decide.

use super::rows::{problem, read};
use super::tree::{Found, Tree};
use super::{Failed, Outcome, entry, says};
use crate::App;
use crate::lists::people::{columns, number, person};
use crate::people::identity;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use thidua_domain::basics::{Language, Says};
use thidua_domain::lists::Cell;
use thidua_domain::people::Person;
use thidua_domain::people::likeness::{Traits, Verdict, compare};
use thidua_domain::people::name::alike_key;

/// Where the columns stand.
const UNIT: usize = 4;
const IDENTITY: usize = 11;
/// Records of one key that are compared at most.
const MOST_ALIKE: i64 = 2_000;

fn unit_problem(typed: &str, several: bool) -> Says {
    says(|w| if several { w.parent_several } else { w.parent_unknown }.replace("{name}", typed))
}

/// What makes two rows of one file the same.
fn fingerprint(one: &Person) -> u64 {
    let mut hasher = DefaultHasher::new();
    (one.kind, one.name.to_lowercase(), one.birth_year, one.birth_day, &one.post.unit_id).hash(&mut hasher);
    hasher.finish()
}

/// A row that could be read.
struct Row {
    row: u32,
    person: Person,
    number: Option<thidua_domain::people::identity::IdentityNumber>,
}

pub(super) async fn import(
    app: &App,
    file: &Path,
    check: bool,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<Outcome, Failed> {
    let mut outcome = Outcome::default();
    let mut tree = Tree::of(app).await?;
    let declared = columns(Vec::new());
    let anybody = app.store.has_people().await?;
    let mut seen: HashSet<u64> = HashSet::new();
    let mut numbers: HashSet<String> = HashSet::new();
    let change = app.store.change(app.system("thidua import")).await?;
    change.expect_many_rows().await?;
    let mut pieces = read(file, declared.clone());
    while let Some(piece) = pieces.recv().await {
        let (rows, present) = piece?;
        let mut read = Vec::with_capacity(rows.len());
        for mut one in rows {
            outcome.rows += 1;
            if let Some(problem) = problem(&declared, &one.cells) {
                outcome.refuse(one.row, problem);
                continue;
            }
            let typed = match &one.cells[UNIT] {
                Cell::Text(typed) => typed.clone(),
                _ => String::new(),
            };
            let unit = match tree.find(&typed) {
                Found::One(place) => tree.id(place).to_owned(),
                Found::Nobody => {
                    outcome.refuse(one.row, unit_problem(&typed, false));
                    continue;
                }
                Found::Several => {
                    outcome.refuse(one.row, unit_problem(&typed, true));
                    continue;
                }
            };
            one.cells[UNIT] = Cell::Choice(unit);
            match made(app, &one.cells, &present, &mut numbers).await {
                Ok(Ok((person, number))) => read.push(Row { row: one.row, person, number }),
                Ok(Err(says)) => outcome.refuse(one.row, says),
                Err(failed) => return Err(failed),
            }
        }
        read.retain(|one| {
            let new = seen.insert(fingerprint(&one.person));
            if !new {
                outcome.there += 1;
            }
            new
        });
        if anybody {
            read = without_known(app, read, &mut outcome).await?;
        }
        let mut new = Vec::with_capacity(read.len());
        for Row { mut person, number, .. } in read {
            person.id = change.new_id();
            let sealed = number.map(|number| identity::seal(app, &person.id, &number)).transpose()?;
            new.push((person, sealed));
        }
        outcome.added += new.len() as u64;
        if outcome.refused == 0 && !check {
            change.add_people(&new).await?;
        }
        progress(outcome.rows);
    }
    if !check && outcome.refused == 0 && outcome.added > 0 {
        let entry = entry("people", file, &outcome);
        change.commit(entry).await?;
        outcome.written = true;
    }
    Ok(outcome)
}

type Made = Result<(Person, Option<thidua_domain::people::identity::IdentityNumber>), Says>;

/// The record of a row, and its identity number; or what is wrong.
async fn made(app: &App, cells: &[Cell], present: &[bool], numbers: &mut HashSet<String>) -> Result<Made, Failed> {
    let one = match person(cells, present, None) {
        Ok(one) => one,
        Err(problems) => {
            let first = problems.into_iter().next().map(|problem| problem.says).unwrap_or_default();
            return Ok(Err(Says::new(first.clone(), first)));
        }
    };
    let Cell::Text(typed) = &cells[IDENTITY] else { return Ok(Ok((one, None))) };
    let problem = |of: &dyn Fn(&'static crate::people::words::Words) -> String| {
        let words = crate::people::words::words;
        Says::new(of(words(Language::Vietnamese)), of(words(Language::English)))
    };
    let number = match number(typed) {
        Ok(number) => number,
        Err(wrong) => return Ok(Err(problem(&|w| crate::people::number_problem(wrong, w)))),
    };
    let hash = identity::hash(app, &number)?;
    let others = app.store.people_with_identity(&hash).await?;
    if let Some(other) = others.first() {
        return Ok(Err(problem(&|w| w.identity_taken.replace("{name}", &other.name))));
    }
    if !numbers.insert(hash) {
        return Ok(Err(problem(&|w| w.identity_taken.replace("{name}", w.identity_elsewhere))));
    }
    Ok(Ok((one, Some(number))))
}

/// The rows that mean nobody who is there: the same are counted, the doubtful left for a person.
async fn without_known(app: &App, rows: Vec<Row>, outcome: &mut Outcome) -> Result<Vec<Row>, Failed> {
    let mut keys: Vec<String> = rows.iter().map(|row| alike_key(&row.person.name)).collect();
    keys.sort();
    keys.dedup();
    let mut alike: HashMap<String, Vec<Person>> = HashMap::new();
    for some in keys.chunks(200) {
        for one in app.store.people_alike(some, MOST_ALIKE * 10).await? {
            alike.entry(alike_key(&one.name)).or_default().push(one);
        }
    }
    let mut new = Vec::new();
    for row in rows {
        let asked = Traits::of(&row.person);
        let mut best: Option<(i32, Verdict, &Person)> = None;
        for one in alike.get(&alike_key(&row.person.name)).map(Vec::as_slice).unwrap_or_default() {
            let likeness = compare(&asked, &Traits::of(one));
            if best.is_none_or(|(score, _, _)| likeness.score > score) {
                best = Some((likeness.score, likeness.verdict(), one));
            }
        }
        match best {
            Some((_, _, one)) if fingerprint(one) == fingerprint(&row.person) => outcome.there += 1,
            // of a whole country only those in the same place are asked about; the pages find the others
            Some((_, Verdict::Likely | Verdict::Doubtful, one)) if one.post.unit_id == row.person.post.unit_id => {
                outcome.doubtful += 1;
                let (name, birth) = (one.name.clone(), one.birth());
                outcome.tell(row.row, says(|w| format!("{} {name} {birth}", w.doubtful)));
            }
            _ => new.push(row),
        }
    }
    Ok(new)
}
