//! The sections of the report as the program writes them from the data. They are Vietnamese like the paper.

use super::gather::{Gathered, Said};
use super::words::{Words, words};
use crate::face::show;
use thidua_domain::basics::Language;
use thidua_domain::figures::Figure;
use thidua_domain::movements::kind::Field;
use thidua_domain::reporting::State as Stage;
use thidua_domain::reviews::{Outcome, heading, joined, sentence};
use thidua_store::reviews::Section;

/// A piece of a line; a figure leads to its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) link: Option<String>,
}

/// A line of a section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// An item of a list.
    pub(super) item: bool,
    pub(super) pieces: Vec<Piece>,
}

impl Line {
    fn plain(text: impl Into<String>) -> Line {
        Line { item: false, pieces: vec![Piece { text: text.into(), link: None }] }
    }

    fn item(text: impl Into<String>) -> Line {
        Line { item: true, ..Line::plain(text) }
    }

    /// An item that opens with a name that leads somewhere.
    fn named(name: &str, address: String, rest: &str) -> Line {
        let piece = |text: String, link| Piece { text, link };
        Line { item: true, pieces: vec![piece(name.to_owned(), Some(address)), piece(format!(": {rest}"), None)] }
    }

    fn text(&self) -> String {
        let said: String = self.pieces.iter().map(|piece| piece.text.as_str()).collect();
        if self.item { format!("- {said}") } else { said }
    }
}

/// A section as the program writes it.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub(super) code: String,
    pub(super) title: String,
    pub(super) lines: Vec<Line>,
}

impl Made {
    /// Its words, a line each.
    pub(super) fn text(&self) -> String {
        self.lines.iter().map(Line::text).collect::<Vec<_>>().join("\n")
    }
}

/// A section as it stands: the program's words or somebody's.
pub(super) struct Standing {
    pub(super) made: Made,
    /// The newest version, where there is one.
    pub(super) version: Option<Section>,
    /// How many versions there are.
    pub(super) versions: usize,
}

impl Standing {
    /// The words that somebody put in the place of the program's.
    pub(super) fn edited(&self) -> Option<&str> {
        self.version.as_ref().and_then(|version| version.text.as_deref())
    }

    /// What is printed. Of an issued report it is what was kept then.
    pub(super) fn text(&self, issued: bool) -> String {
        match &self.version {
            Some(version) if issued || version.text.is_some() => {
                version.text.clone().unwrap_or_else(|| version.made.clone())
            }
            _ => self.made.text(),
        }
    }

    /// Whether the figures or texts under it are others than when it was edited or issued.
    pub(super) fn moved(&self, issued: bool) -> bool {
        self.version
            .as_ref()
            .is_some_and(|version| (issued || version.text.is_some()) && version.made != self.made.text())
    }

    /// The program's lines that are new or gone since.
    pub(super) fn differences(&self) -> (Vec<String>, Vec<String>) {
        let Some(version) = &self.version else { return (Vec::new(), Vec::new()) };
        let now = self.made.text();
        let lines = |from: &str, not_in: &str| -> Vec<String> {
            from.lines().filter(|line| !not_in.lines().any(|other| other == *line)).map(str::to_owned).collect()
        };
        (lines(&now, &version.made), lines(&version.made, &now))
    }
}

/// Every section with its versions, in the order of the paper. Sections that lost their data stay while they are edited.
pub(super) fn standing(of: &Gathered, versions: Vec<Section>) -> Vec<Standing> {
    let mut made = made(of);
    for version in &versions {
        if version.text.is_some()
            && let Some(field) = version.section.strip_prefix("field:").and_then(Field::from_code)
            && !made.iter().any(|one| one.code == version.section)
        {
            let before = made.iter().position(|one| one.code == "waves").unwrap_or(made.len());
            made.insert(before, section(&version.section, heading(field), Vec::new()));
        }
    }
    made.into_iter()
        .map(|made| {
            let mut own = versions.iter().filter(|one| one.section == made.code);
            let newest = own.next().cloned();
            Standing { versions: own.count() + usize::from(newest.is_some()), version: newest, made }
        })
        .collect()
}

fn section(code: &str, title: impl Into<String>, lines: Vec<Line>) -> Made {
    Made { code: code.to_owned(), title: title.into(), lines }
}

/// The sections from the data.
fn made(of: &Gathered) -> Vec<Made> {
    let w = words(Language::Vietnamese);
    let mut found = vec![section("organisation", w.s_organisation, organisation(of, w))];
    for field in Field::ALL {
        let lines = field_lines(of, *field, w);
        if !lines.is_empty() {
            found.push(section(&format!("field:{}", field.code()), heading(*field), lines));
        }
    }
    found.push(section("waves", w.s_waves, waves(of, w)));
    found.push(section("movements", w.s_movements, movements(of, w)));
    if !of.inspections.is_empty() {
        found.push(section("inspections", w.s_inspections, inspections(of, w)));
    }
    found.push(section("recognised", w.s_recognised, recognised(of)));
    found.push(section("missing", w.s_missing, missing(of, w)));
    found.push(section(
        "difficulties",
        w.s_difficulties,
        own_and_units(of, own(of, What::Difficulties), "difficulties"),
    ));
    found.push(section("proposals", w.s_proposals, own_and_units(of, None, "proposals")));
    found.push(section("lessons", w.s_lessons, own_and_units(of, own(of, What::Lessons), "")));
    found.push(section("directions", w.s_directions, own_and_units(of, own(of, What::Directions), "")));
    found
}

fn organisation(of: &Gathered, w: &'static Words) -> Vec<Line> {
    let number = of.plan.draft.document.number_symbol.as_ref().map(|one| one.value.clone()).unwrap_or_default();
    let leaves = of.evaluation.summary.leaves.to_string();
    let mut lines = vec![Line::plain(
        w.launched_by
            .replace("{plan}", &number)
            .replace("{n}", &leaves)
            .replace("{m}", &of.attached.len().to_string()),
    )];
    let mut said = Vec::new();
    if let Some((sent, approved)) = of.registered {
        said.push(w.registered.replace("{n}", &sent.to_string()).replace("{approved}", &approved.to_string()));
    }
    if of.covenants > 0 {
        said.push(w.covenants.replace("{n}", &of.covenants.to_string()));
    }
    if !said.is_empty() {
        lines.push(Line::plain(format!("{}.", said.join("; "))));
    }
    if let Some(units) = &of.units {
        let accepted = units
            .iter()
            .filter(|(_, report)| report.as_ref().is_some_and(|one| one.state == Stage::Accepted))
            .count();
        let says = w.reported.replace("{n}", &accepted.to_string()).replace("{all}", &units.len().to_string());
        lines.push(Line::plain(says));
    }
    lines.extend(of_units(of, "general"));
    lines
}

/// The field of a target: of the content it belongs to, else by its words.
fn field_of(of: &Gathered, target: &thidua_store::targets::Target) -> Field {
    let content = of.contents.iter().find(|content| content.targets.contains(&target.id));
    content.map_or_else(
        || {
            // headings of plans often name several fields
            match Field::guess(&target.draft.name) {
                Field::Other => Field::guess(target.draft.group.as_deref().unwrap_or_default()),
                field => field,
            }
        },
        |content| content.field,
    )
}

fn field_lines(of: &Gathered, field: Field, w: &'static Words) -> Vec<Line> {
    let mut lines = Vec::new();
    for row in &of.evaluation.rows {
        let (Some(comparator), Some(judgement)) = (row.target.draft.comparator, row.judgement) else { continue };
        if !matches!(row.figure, Figure::Number(_) | Figure::Judged(_)) || field_of(of, &row.target) != field {
            continue;
        }
        let draft = &row.target.draft;
        let said = sentence(&Outcome {
            name: &draft.name,
            unit: draft.unit.as_deref(),
            comparator,
            value: draft.value.or(row.target.bound()),
            value_max: draft.value_max,
            figure: row.figure,
            rate: judgement.rate,
            status: judgement.status,
            last_year: of.last_year.get(&row.target.id).copied(),
        });
        let address = format!("/targets/{}?period={}", row.target.id, of.period.code());
        let pieces =
            said.0.into_iter().map(|part| Piece { text: part.text, link: part.figure.then(|| address.clone()) });
        lines.push(Line { item: false, pieces: pieces.collect() });
    }
    let texts: Vec<Line> = of_units(of, &format!("field:{}", field.code()));
    if !texts.is_empty() {
        lines.push(Line::plain(w.units_say));
        lines.extend(texts);
    }
    lines
}

/// What units say in a section, each with its name.
fn of_units(of: &Gathered, section: &str) -> Vec<Line> {
    let says = |one: &Said| Line::named(&one.unit, format!("/reports/{}", one.report_id), &in_one_line(&one.text));
    of.said.iter().filter(|one| one.section == section).map(says).collect()
}

fn in_one_line(text: &str) -> String {
    let lines: Vec<&str> =
        text.lines().map(|line| line.trim().trim_start_matches(['-', '+', '•']).trim()).collect();
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ").replace(".;", ";")
}

fn waves(of: &Gathered, w: &'static Words) -> Vec<Line> {
    let c = crate::face::words::words(Language::Vietnamese);
    of.waves
        .iter()
        .map(|one| {
            let days = format!("{} – {}", show::day(one.wave.from), show::day(one.wave.to));
            let name = match one.wave.from.or(one.wave.to) {
                Some(_) => format!("{} ({days})", one.wave.name),
                None => one.wave.name.clone(),
            };
            let rest = match (&one.closed, one.summing_up.on) {
                (Some(_), on) => {
                    let attained = one.summing_up.attainment.map_or("", |one| show::attainment(one, c));
                    let says = w.wave_closed.replace("{day}", &show::day(on));
                    if attained.is_empty() {
                        says
                    } else {
                        format!("{says}; {}: {}", w.wave_goal, show::inside(attained))
                    }
                }
                (None, _) => w.wave_open.to_owned(),
            };
            Line::named(&name, format!("/waves/{}", one.id), &rest)
        })
        .collect()
}

fn movements(of: &Gathered, w: &'static Words) -> Vec<Line> {
    let says = |one: &thidua_store::movements::Movement| {
        let result = one.result.as_deref().map_or_else(|| w.no_result.to_owned(), in_one_line);
        Line::named(&one.named.name, format!("/movements/{}", one.id), &result)
    };
    of.attached.iter().map(says).collect()
}

fn inspections(of: &Gathered, w: &'static Words) -> Vec<Line> {
    let says = |(id, name, findings): &(String, String, usize)| {
        let rest = match findings {
            0 => w.inspected_none.to_owned(),
            n => w.inspected.replace("{n}", &n.to_string()),
        };
        Line::named(name, format!("/inspections/{id}"), &rest)
    };
    of.inspections.iter().map(says).collect()
}

fn recognised(of: &Gathered) -> Vec<Line> {
    let says = |one: &thidua_store::recognitions::Recognition| Line {
        item: true,
        pieces: vec![Piece {
            text: crate::recognitions::sentence(one, Language::Vietnamese),
            link: Some(format!("/recognitions/{}", one.id)),
        }],
    };
    of.recognised.iter().map(says).collect()
}

fn missing(of: &Gathered, w: &'static Words) -> Vec<Line> {
    let mut lines = Vec::new();
    match &of.units {
        None => lines.push(Line::plain(w.no_round)),
        Some(units) => {
            let names = |fits: &dyn Fn(Option<Stage>) -> bool| -> Vec<&str> {
                let fitting = units.iter().filter(|(_, report)| fits(report.as_ref().map(|one| one.state)));
                fitting.map(|(unit, _)| unit.name.as_str()).collect()
            };
            let waiting = names(&|state| state.is_some_and(Stage::waits));
            let silent = names(&|state| !state.is_some_and(|one| one.waits() || one == Stage::Accepted));
            for (label, names) in [(w.units_silent, silent), (w.units_waiting, waiting)] {
                if !names.is_empty() {
                    let n = names.len().to_string();
                    lines.push(Line::plain(format!("{}: {}.", label.replace("{n}", &n), joined(&names))));
                }
            }
        }
    }
    let (no_figure, not_assigned, to_confirm) = crate::reports::actions::missing_targets(&of.evaluation);
    let lists =
        [(w.targets_silent, no_figure), (w.targets_not_assigned, not_assigned), (w.targets_to_confirm, to_confirm)];
    for (label, names) in lists.into_iter().filter(|(_, names)| !names.is_empty()) {
        lines.push(Line::plain(format!("{}:", label.replace("{n}", &names.len().to_string()))));
        lines.extend(names.into_iter().map(Line::item));
    }
    lines
}

#[derive(Clone, Copy)]
enum What {
    Difficulties,
    Lessons,
    Directions,
}

/// What the authority itself wrote: at the summing-up of this period, else on the movement.
fn own(of: &Gathered, what: What) -> Option<String> {
    let at = of.summing_up.as_ref().map(|one| &one.text);
    let (at, kept) = match what {
        What::Difficulties => (at.and_then(|one| one.causes.clone()), &of.movement.difficulties),
        What::Lessons => (at.and_then(|one| one.lessons.clone()), &of.movement.lessons),
        What::Directions => (at.and_then(|one| one.directions.clone()), &of.movement.directions),
    };
    match (what, at, kept) {
        // causes stand beside the difficulties
        (What::Difficulties, Some(at), Some(kept)) if at != *kept => Some(format!("{kept}\n{at}")),
        (_, at, kept) => at.or_else(|| kept.clone()),
    }
}

fn own_and_units(of: &Gathered, own: Option<String>, section: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = own
        .iter()
        .flat_map(|text| text.lines())
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| match line.strip_prefix('-') {
            Some(item) => Line::item(item.trim()),
            None => Line::plain(line),
        })
        .collect();
    lines.extend(of_units(of, section));
    lines
}
