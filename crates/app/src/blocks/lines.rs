//! From typed lines to places: blocks by their names, units by theirs, with or without marks and short forms.

use super::words::Words;
use crate::App;
use crate::face::Refusal;
use crate::office::reach::day_of;
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use thidua_domain::basics::text::fold;
use thidua_domain::blocks::lines::{Line, LineProblem, read};
use thidua_domain::blocks::{Place, marks_agree, name_key, new_key};
use thidua_domain::units::Unit;
use thidua_store::blocks::{Block, StoredPlace};

/// Units of a branch that names are looked for in.
const MOST: usize = 20_000;
/// The longest list.
pub(super) const LONGEST: usize = 60_000;

/// What names are looked for in: the branch of the authority on a day, and for an outside cluster its neighbours.
pub(super) struct Names {
    pub(super) blocks: Vec<Block>,
    branch: Vec<Unit>,
    /// Where the units of a name stand in the branch.
    named: HashMap<String, Vec<usize>>,
    /// Identifier and name of the units directly below the authority.
    pub(super) below: Vec<(String, String)>,
}

impl Names {
    pub(super) async fn of(
        app: &App,
        owner: &str,
        cluster: Option<&str>,
        day: NaiveDate,
    ) -> Result<Names, Refusal> {
        let unit = app.store.unit(owner).await?.ok_or(Refusal::NotFound)?;
        let day = day_of(&unit, day);
        let mut branch = app.store.branch_on(owner, day, MOST).await?;
        let below = if cluster.is_some() {
            Vec::new()
        } else {
            let below = branch.iter().filter(|one| one.parent_id.as_deref() == Some(owner));
            below.map(|one| (one.id.clone(), one.name.clone())).collect()
        };
        if cluster.is_some() {
            // a cluster joins the authority with its neighbours, not with units of its own
            branch.truncate(1);
            if let Some(parent) = &unit.parent_id {
                let (beside, _) = app.store.children_on(Some(parent), day, 0, 3_000).await?;
                branch.extend(beside.into_iter().map(|child| child.unit).filter(|one| one.id != owner));
            }
        }
        let blocks = app.store.blocks_of(owner).await?;
        let blocks = blocks.into_iter().filter(|block| match cluster {
            Some(id) => block.id == id,
            None => !block.outside,
        });
        let mut named: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, unit) in branch.iter().enumerate() {
            named.entry(name_key(&unit.name)).or_default().push(at);
        }
        Ok(Names { blocks: blocks.collect(), branch, named, below })
    }

    /// Reads the lines of an arrangement that begins on a day.
    ///
    /// # Errors
    /// Everything that is wrong, as one text.
    pub(super) fn places(
        &self,
        typed: &str,
        cluster: Option<&str>,
        begins: NaiveDate,
        w: &'static Words,
    ) -> Result<Vec<StoredPlace>, String> {
        if typed.chars().count() > LONGEST {
            return Err(w.lines_too_long.to_owned());
        }
        let known: Vec<String> = self.blocks.iter().map(|block| block.name.clone()).collect();
        let lines = read(typed, &known)
            .map_err(|problems| problems.iter().map(|one| says(one, w)).collect::<Vec<_>>().join(" "))?;
        let (mut found, mut problems): (Vec<StoredPlace>, Vec<String>) = (Vec::new(), Vec::new());
        let mut seen: HashSet<(String, String)> = HashSet::new();
        if lines.is_empty() {
            return Err(w.no_members.to_owned());
        }
        for line in lines {
            if line.to.is_some_and(|to| to < begins) {
                problems.push(w.line_ended.replace("{n}", &line.number.to_string()));
            }
            if names_nothing(&line.block) || name_key(&line.block) == name_key(&line.name) {
                problems.push(w.line_itself.replace("{n}", &line.number.to_string()));
            }
            match self.place(&line, cluster, w) {
                Ok(place) => {
                    if !seen.insert((place.place.block.clone(), place.place.key())) {
                        let twice = LineProblem::Twice(line.number, place.place.name.clone());
                        problems.push(says(&twice, w));
                    }
                    found.push(place);
                }
                Err(problem) => problems.push(problem),
            }
        }
        if problems.is_empty() { Ok(found) } else { Err(problems.join(" ")) }
    }

    fn place(&self, line: &Line, cluster: Option<&str>, w: &'static Words) -> Result<StoredPlace, String> {
        let block = self.blocks.iter().find(|block| fold(&block.name) == fold(&line.block));
        if cluster.is_some() && block.is_none() {
            let name = self.blocks.first().map_or("", |block| block.name.as_str());
            return Err(w.one_block_only.replace("{name}", name).replace("{n}", &line.number.to_string()));
        }
        let unit = self.unit(line, w)?;
        let place = Place {
            block: block.map_or_else(|| new_key(&line.block), |block| block.id.clone()),
            unit_id: unit.map(|unit| unit.id.clone()),
            name: unit.map_or_else(|| line.name.clone(), |unit| unit.name.clone()),
            from: line.from,
            to: line.to,
        };
        Ok(StoredPlace { place, block_name: block.map_or_else(|| line.block.clone(), |block| block.name.clone()) })
    }

    /// The unit of a name: the only one so called, or the only one directly below. Marks that were typed are meant.
    fn unit(&self, line: &Line, w: &'static Words) -> Result<Option<&Unit>, String> {
        let places = self.named.get(&name_key(&line.name)).map(Vec::as_slice).unwrap_or_default();
        let called = places.iter().filter_map(|at| self.branch.get(*at));
        let exact: Vec<&Unit> = called.filter(|unit| marks_agree(&line.name, &unit.name)).collect();
        let directly = |unit: &&&Unit| self.below.iter().any(|(id, _)| *id == unit.id);
        match (exact.as_slice(), exact.iter().filter(directly).collect::<Vec<_>>().as_slice()) {
            ([], _) => Ok(None),
            ([one], _) => Ok(Some(one)),
            (_, [one]) => Ok(Some(one)),
            (many, _) => Err(w
                .line_many
                .replace("{n}", &line.number.to_string())
                .replace("{k}", &many.len().to_string())
                .replace("{name}", &line.name)),
        }
    }
}

/// Whether no letter or digit is left of a name.
fn names_nothing(name: &str) -> bool {
    !name.chars().any(char::is_alphanumeric)
}

fn says(problem: &LineProblem, w: &'static Words) -> String {
    let (says, number) = match problem {
        LineProblem::NoBlock(n, text) => (w.line_no_block.replace("{text}", text), n),
        LineProblem::BadDay(n, day) => (w.line_bad_day.replace("{day}", day), n),
        LineProblem::DaysOrder(n) => (w.line_days_order.to_owned(), n),
        LineProblem::Twice(n, name) => (w.line_twice.replace("{name}", name), n),
        LineProblem::TooLong(n) => (w.line_long.to_owned(), n),
    };
    says.replace("{n}", &number.to_string())
}
