//! `/statistics`: the forms of a year, how they add up, the shares against last year, and repeat winners.

use super::gather::{Asked, Gathered, LOOKED_BACK, Sheet, gather, span, subject};
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page};
use crate::forms::{Download, downloads_with};
use askama::Template;
use axum::extract::{Query, State};
use std::collections::HashMap;
use thidua_domain::basics::Language;
use thidua_domain::honours::repeats::repeats;
use thidua_domain::honours::shares::{Counted as Shared, Part, Trend, shares};
use thidua_domain::honours::words as said;
use thidua_domain::people::PersonKind;
use thidua_domain::statistics::{Counts, Dimension, Form, Line};

/// Repeat winners that are shown.
const SHOWN: usize = 20;

/// A number that leads to its records.
pub(super) struct Cell {
    pub(super) count: usize,
    pub(super) address: String,
}

/// A line of a form.
pub(super) struct LineRow {
    pub(super) label: String,
    pub(super) head: bool,
    pub(super) part: bool,
    pub(super) cells: Vec<Cell>,
    pub(super) before: usize,
    pub(super) change: String,
}

/// A form as it is shown.
pub(super) struct FormView {
    pub(super) code: String,
    pub(super) title: String,
    pub(super) name: String,
    pub(super) source: String,
    due: String,
    unsure: bool,
    pub(super) columns: Vec<String>,
    pub(super) lines: Vec<LineRow>,
    adds_up: bool,
    sums: String,
    pub(super) differences: Vec<(String, Option<String>)>,
    downloads: Vec<Download>,
}

struct ShareRow {
    name: String,
    now: String,
    address: String,
    now_share: String,
    before: String,
    before_share: String,
    class: &'static str,
    trend: &'static str,
    unknown: String,
}

#[derive(Template)]
#[template(path = "statistics/page.html")]
struct StatisticsPage {
    f: Frame,
    w: &'static Words,
    year: i32,
    last: i32,
    bad_year: String,
    any: bool,
    empty: String,
    forms: Vec<FormView>,
    falls: Vec<String>,
    shares: Vec<ShareRow>,
    repeats_lead: String,
    repeats: Vec<(Option<String>, String)>,
    more: String,
}

fn name_of<'a>(vi: &'a str, en: &'a str, language: Language) -> &'a str {
    if language == Language::English { en } else { vi }
}

fn dimension<'a>(form: &'a Form, code: &str) -> Option<&'a Dimension> {
    form.dimension.iter().find(|one| one.code == code)
}

fn signed(now: usize, before: usize) -> String {
    match now.cmp(&before) {
        std::cmp::Ordering::Greater => format!("+{}", now - before),
        std::cmp::Ordering::Equal => "0".to_owned(),
        std::cmp::Ordering::Less => format!("−{}", before - now),
    }
}

/// The lines of a form with a heading before each dimension.
pub(super) fn form_view(sheet: &Sheet, of: &Gathered, language: Language) -> FormView {
    let w = words(language);
    let form = &sheet.form;
    let year = of.year;
    let to = |dimension: &str, value: &str, column: &str| {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("year", &year.to_string())
            .append_pair("form", &form.code)
            .append_pair("dimension", dimension)
            .append_pair("value", value)
            .append_pair("column", column)
            .finish();
        format!("/statistics/records?{query}")
    };
    let mut lines: Vec<LineRow> = Vec::new();
    let mut last: Option<&str> = None;
    for line in &sheet.now.lines {
        let code = line.dimension.as_deref();
        let of_form = code.and_then(|code| dimension(form, code));
        if code.is_some() && code != last {
            let label = of_form.map(|one| name_of(&one.name, &one.english, language).to_owned());
            lines.push(LineRow {
                label: label.unwrap_or_default(),
                head: true,
                part: false,
                cells: Vec::new(),
                before: 0,
                change: String::new(),
            });
        }
        last = code;
        let value = line.value.as_deref();
        let found = of_form.zip(value).and_then(|(one, code)| one.value.iter().find(|one| one.code == code));
        let label = match (code, found) {
            (None, _) => w.all_line.to_owned(),
            (_, Some(value)) => name_of(&value.name, &value.english, language).to_owned(),
            (_, None) => w.none_line.to_owned(),
        };
        let (dimension, value) = (code.unwrap_or_default(), value.unwrap_or_default());
        let before = sheet.before.line(dimension, value).map_or(0, |line: &Line| line.cells[0].len());
        let cells = line.cells.iter().enumerate().map(|(at, places)| {
            let column = if at == 0 { "" } else { sheet.now.columns[at - 1].as_str() };
            Cell { count: places.len(), address: to(dimension, value, column) }
        });
        lines.push(LineRow {
            label,
            head: false,
            part: line.part_of.is_some(),
            cells: cells.collect(),
            before,
            change: signed(line.cells[0].len(), before),
        });
    }
    let columns = form.columns.as_deref().and_then(|code| dimension(form, code));
    let columns = columns.map(|one| {
        one.value.iter().map(|value| name_of(&value.name, &value.english, language).to_owned()).collect()
    });
    let mut differences = Vec::new();
    let n = |says: &str, n: usize| says.replace("{n}", &n.to_string());
    if !sheet.now.outside.is_empty() {
        differences.push((n(w.outside, sheet.now.outside.len()), Some(to("outside", "", ""))));
    }
    for (code, _, none) in sheet.now.sums().into_iter().filter(|(_, _, none)| *none > 0) {
        let name = dimension(form, &code).map(|one| name_of(&one.name, &one.english, language)).unwrap_or_default();
        differences.push((n(w.not_placed, none).replace("{dimension}", name), Some(to(&code, "", ""))));
    }
    let told = match form.counts {
        Counts::Movements => vec![(w.guessed, of.guessed())],
        Counts::Awards => vec![(w.revoked, of.revoked), (w.by_year, of.undated())],
    };
    differences
        .extend(told.into_iter().filter(|(_, count)| *count > 0).map(|(says, count)| (n(says, count), None)));
    let day = form.due.split_once('-').map(|(month, day)| format!("{day}/{month}")).unwrap_or_default();
    FormView {
        downloads: downloads_with(
            "/statistics",
            super::printing::FORMS,
            &format!("?form={}&year={year}", form.code),
            language,
        ),
        code: form.code.clone(),
        title: w.form_of.replace("{number}", &form.number),
        name: name_of(&form.name, &form.english, language).to_owned(),
        source: form.source.clone(),
        due: w.due.replace("{day}", &day),
        unsure: !form.mark().is_sure(),
        columns: columns.unwrap_or_default(),
        lines,
        adds_up: sheet.now.adds_up(),
        sums: w
            .adds_up
            .replace("{records}", &sheet.now.records.to_string())
            .replace("{inside}", &sheet.now.inside().to_string())
            .replace("{outside}", &sheet.now.outside.len().to_string()),
        differences,
    }
}

fn percent(part: &Part, w: &'static Words) -> String {
    part.percent().map_or_else(|| w.no_share.to_owned(), |percent| format!("{} %", percent.vietnamese()))
}

fn share_rows(of: &Gathered, language: Language) -> (Vec<ShareRow>, Vec<String>) {
    let w = words(language);
    let shares = shares(&of.given(), of.year);
    let falls = shares
        .iter()
        .filter(|share| share.warns())
        .map(|share| said::share(share).in_language(language).to_owned())
        .collect();
    let counts =
        |part: &Part| w.of_all.replace("{n}", &part.count.to_string()).replace("{all}", &part.of.to_string());
    let rows = shares.iter().map(|share| {
        let (class, trend) = match share.trend {
            Trend::Rose => ("met", w.rose),
            Trend::Same => ("not-begun", w.same),
            Trend::Fell if share.warns() => ("missed", w.fell),
            Trend::Fell => ("not-begun", w.fell),
            Trend::NotComparable => ("not-begun", w.not_comparable),
        };
        let group = match share.counted {
            Shared::Group(group) => group.code(),
            Shared::Households => "household",
        };
        ShareRow {
            name: said::counted(share.counted).in_language(language).to_owned(),
            now: counts(&share.now),
            address: format!("/statistics/records?year={}&group={group}", of.year),
            now_share: percent(&share.now, w),
            before: counts(&share.before),
            before_share: percent(&share.before, w),
            class,
            trend,
            unknown: if share.now.unknown > 0 {
                w.unknown.replace("{n}", &share.now.unknown.to_string())
            } else {
                String::new()
            },
        }
    });
    (rows.collect(), falls)
}

/// `GET /statistics`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let of = gather(&app, &visitor, &asked.year).await?;
    let sheets = of.sheets(w.by_award)?;
    let any = sheets.iter().any(|sheet| sheet.now.records + sheet.before.records > 0);
    let (rows, falls) = share_rows(&of, language);
    let found = repeats(&of.given(), PersonKind::Individual, of.year - LOOKED_BACK, of.year, 2);
    let known: HashMap<String, (&str, Option<&str>)> =
        of.honours.iter().map(|one| (subject(one), (one.name.as_str(), one.person_id.as_deref()))).collect();
    let winners = found.winners.iter().take(SHOWN).map(|one| {
        let (name, person) = known.get(&one.subject).copied().unwrap_or((one.subject.as_str(), None));
        let says = said::repeat(one, name).in_language(language).to_owned();
        (person.map(|id| format!("/people/{id}")), says)
    });
    let share = found.percent().map_or_else(|| w.no_share.to_owned(), |one| format!("{} %", one.vietnamese()));
    let bounds = span(of.this_year);
    page(&StatisticsPage {
        f: frame(&caller, Tab::Statistics).with_sample(of.illustrative()),
        bad_year: if of.bad_year {
            w.bad_year
                .replace("{from}", &bounds.start().to_string())
                .replace("{to}", &bounds.end().to_string())
                .replace("{year}", &of.year.to_string())
        } else {
            String::new()
        },
        any,
        empty: w.empty.replace("{year}", &of.year.to_string()),
        forms: sheets.iter().map(|sheet| form_view(sheet, &of, language)).collect(),
        falls,
        shares: rows,
        repeats_lead: w
            .repeats_lead
            .replace("{year}", &of.year.to_string())
            .replace("{n}", &found.theirs.to_string())
            .replace("{all}", &found.all.to_string())
            .replace("{percent}", &share),
        repeats: winners.collect(),
        more: match found.winners.len().saturating_sub(SHOWN) {
            0 => String::new(),
            more => w.more.replace("{n}", &more.to_string()),
        },
        year: of.year,
        last: of.year - 1,
        w,
    })
}

/// The form that is asked for.
pub(super) fn asked_sheet(of: &Gathered, code: &str, label: &str) -> Result<Sheet, Refusal> {
    let forms = thidua_domain::statistics::forms().map_err(Refusal::fault)?;
    let form = forms.iter().find(|form| form.code == code).ok_or(Refusal::NotFound)?;
    Ok(of.sheet(form, label))
}
