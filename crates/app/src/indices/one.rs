//! One index of a body in a year: its years, the form, and every version.

use super::catalogue::{self, Index};
use super::table::{aim, document, published, rank, unit_of, year};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered, beside};
use crate::office::reach;
use crate::office::receiving::receive;
use crate::office::tabs::{Tab, frame};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Query, Request, State};
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::{Amount, Expectation};
use thidua_domain::indices::{Aim, Reading, ReadingProblem};
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::index_years::IndexYear;

/// What an address says.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    unit: String,
    #[serde(default)]
    year: String,
}

struct Line {
    year: i64,
    says: String,
    by: String,
}

#[derive(Template)]
#[template(path = "indices/one.html")]
struct OnePage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    unit_id: String,
    unit: String,
    code: String,
    short: String,
    name: String,
    publisher: String,
    source: String,
    sure: bool,
    year: i64,
    years: Vec<Line>,
    versions: Vec<Line>,
    form: Option<FormView>,
}

/// What the page is about.
struct About {
    index: &'static Index,
    unit_id: String,
    unit: String,
    year: i64,
    kept: Vec<IndexYear>,
}

impl About {
    fn now(&self) -> Option<&IndexYear> {
        self.kept.iter().find(|one| one.index == self.index.code && one.year == self.year)
    }

    fn query(&self) -> String {
        format!("/indices/{}?unit={}&year={}", self.index.code, self.unit_id, self.year)
    }
}

async fn about(app: &App, visitor: &Visitor, code: &str, asked: &Asked) -> Result<About, Refusal> {
    let index = catalogue::of(code).ok_or(Refusal::NotFound)?;
    let unit_id = unit_of(app, visitor, &asked.unit).await?;
    let unit = app.store.unit(&unit_id).await?.ok_or(Refusal::NotFound)?.name;
    let kept = app.store.index_years(&unit_id).await?;
    let year = year(&asked.year, kept.first().map(|one| one.year), i64::from(reach::today(app).year()))?;
    Ok(About { index, unit_id, unit, year, kept })
}

fn fields(of: Option<&IndexYear>, w: &'static Words) -> Vec<Field> {
    let amount = |amount: Option<Amount>| amount.map(Amount::vietnamese).unwrap_or_default();
    let count = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    let tick = |yes: bool| if yes { "yes" } else { "" };
    let reading = of.map(|one| one.reading).unwrap_or_default();
    let aim = of.map(|one| one.aim).unwrap_or_default();
    let mut fields = vec![
        Field::new("score", w.score, Input::Number, amount(reading.score)).headed(w.result_head, w.result_hint),
        Field::new("rank", w.rank, Input::Number, count(reading.rank)),
        Field::new("of", w.of, Input::Number, count(reading.of)),
        Field::new(
            "document",
            w.document,
            Input::Line,
            of.and_then(|one| one.document.clone()).unwrap_or_default(),
        ),
        Field::new("dated", w.dated, Input::Day, shown::day(of.and_then(|one| one.dated))),
        Field::new("score_rises", w.aim_score_rises, Input::Tick, tick(aim.score_rises))
            .headed(w.aim_head, w.aim_hint),
        Field::new("rank_rises", w.aim_rank_rises, Input::Tick, tick(aim.rank_rises)),
        Field::new("aim_score", w.aim_score_label, Input::Number, amount(aim.score)),
        Field::new("aim_rank", w.aim_rank_label, Input::Number, count(aim.rank)),
        Field::new("note", w.note, Input::Line, of.and_then(|one| one.note.clone()).unwrap_or_default()),
    ];
    if published(of).is_some() {
        fields.push(Field::new("reason", w.reason, Input::Line, ""));
    }
    fields
}

fn form(about: &About, w: &'static Words) -> FormView {
    let now = about.now();
    FormView::new(about.query(), now.map_or(0, |one| one.version), fields(now, w), w.write)
}

/// `GET /indices/{code}?unit=…&year=2025`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let about = about(&app, &visitor, &code, &asked).await?;
    let w = words(caller.preferences.language);
    let may = app.may(&visitor, Act::ReportFigure, &about.unit_id).await?;
    let form = may.then(|| form(&about, w));
    render(&app, &caller, &about, form).await
}

fn line(one: &IndexYear, w: &'static Words) -> Line {
    let mut parts = Vec::new();
    match published(Some(one)) {
        Some(reading) => {
            parts.extend(reading.score.map(|score| format!("{}: {}", w.col_score, score.vietnamese())));
            let place = rank(reading, w);
            if !place.is_empty() {
                parts.push(format!("{}: {place}", w.col_rank));
            }
        }
        None => parts.push(w.not_published.to_owned()),
    }
    if one.aim.is_set() {
        parts.push(format!("{}: {}", w.col_aim, aim(one.aim, w)));
    }
    parts.extend([document(one), one.note.clone().unwrap_or_default(), one.reason.clone().unwrap_or_default()]);
    Line {
        year: one.year,
        says: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; "),
        by: w.by.replace("{name}", &one.account_name).replace("{at}", &shown::moment(one.written_at)),
    }
}

async fn render(app: &App, caller: &Caller, about: &About, form: Option<FormView>) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let came = form.as_ref().map_or(Came::Fresh, |form| form.came);
    let versions = app.store.index_versions(&about.unit_id, &about.index.code, about.year).await?;
    let years = about.kept.iter().filter(|one| one.index == about.index.code).map(|one| line(one, w)).collect();
    let template = OnePage {
        f: frame(caller, Tab::Indices).with_sample(reach::runs_on_samples(app, &about.unit_id).await?),
        o: office::words(language),
        unit_id: about.unit_id.clone(),
        unit: about.unit.clone(),
        code: about.index.code.clone(),
        short: about.index.short.clone(),
        name: about.index.name(language).to_owned(),
        publisher: about.index.publisher.clone(),
        source: about.index.source.clone(),
        sure: about.index.mark.is_sure(),
        year: about.year,
        versions: versions.iter().map(|one| line(one, w)).collect(),
        years,
        form,
        w,
    };
    answered(page(&template), came)
}

/// A whole number from a field, if one was typed.
fn count(reader: &mut Reader<'_>, name: &'static str, o: &'static office::Words) -> Option<u32> {
    crate::office::forms::people(reader, name, o).and_then(|n| u32::try_from(n).ok())
}

/// Reads the form; what is wrong stays with the reader.
fn read(
    about: &About,
    reader: &mut Reader<'_>,
    today: NaiveDate,
    w: &'static Words,
    o: &'static office::Words,
) -> IndexYear {
    let reading = Reading {
        score: reader.amount("score", Expectation::Percent),
        rank: count(reader, "rank", o),
        of: count(reader, "of", o),
    };
    let aim = Aim {
        score_rises: reader.tick("score_rises"),
        rank_rises: reader.tick("rank_rises"),
        score: reader.amount("aim_score", Expectation::Percent),
        rank: count(reader, "aim_rank", o),
    };
    let it = IndexYear {
        unit_id: about.unit_id.clone(),
        index: about.index.code.clone(),
        year: about.year,
        aim,
        reading,
        document: reader.name("document"),
        dated: reader.day("dated"),
        note: reader.text("note"),
        reason: reader.text("reason"),
        version: 0,
        account_name: String::new(),
        written_at: NaiveDateTime::MIN,
    };
    let empty = reading == Reading::default();
    match reading.check() {
        Err(ReadingProblem::RankZero) => reader.problem("rank", w.p_rank_zero),
        Err(ReadingProblem::RankBeyond) => reader.problem("rank", w.p_rank_beyond),
        Err(ReadingProblem::ScoreNegative) => reader.problem("score", w.p_negative),
        Err(ReadingProblem::Empty) if !aim.is_set() => reader.problem("score", w.p_nothing),
        Err(ReadingProblem::Empty) | Ok(()) => {}
    }
    if !empty && (it.document.is_none() || it.dated.is_none()) {
        let field = if it.document.is_none() { "document" } else { "dated" };
        reader.problem(field, w.p_document);
    }
    if it.dated.is_some_and(|day| day > today) {
        reader.problem("dated", w.p_future);
    }
    // a scale that is not verified refuses nothing that a person explains
    if let (Some(scale), Some(score)) = (about.index.scale, reading.score)
        && score > scale
        && it.note.is_none()
    {
        reader.problem("score", w.p_over_scale.replace("{n}", &scale.vietnamese()));
    }
    let before = published(about.now());
    if before.is_some_and(|before| before != reading) && it.reason.is_none() {
        reader.problem("reason", w.p_reason);
    }
    it
}

/// `POST /indices/{code}?unit=…&year=2025`.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let about = about(&app, &visitor, &code, &asked).await?;
    app.require(&visitor, Act::ReportFigure, &about.unit_id).await?;
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let mut it = read(&about, &mut reader, reach::today(&app), w, o);
    it.version = sent.seen();
    let stands = about.now().map_or(0, |now| now.version);
    if stands != it.version {
        let form = form(&about, w);
        beside(&mut reader, &form.fields, o);
        return render(&app, &caller, &about, Some(form.back(reader, Came::Changed))).await;
    }
    if !reader.fine() {
        let form = form(&about, w).back(reader, Came::Refused);
        return render(&app, &caller, &about, Some(form)).await;
    }
    let says = line(&it, w).says;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_index_year(&it).await {
        Ok(()) => {}
        Err(StoreError::ChangedMeanwhile) => return Err(Refusal::ChangedMeanwhile),
        Err(other) => return Err(other.into()),
    }
    let entry = Entry {
        unit_id: Some(about.unit_id.clone()),
        act: "index.written",
        subject: "unit",
        subject_id: about.unit_id.clone(),
        detail: Some(format!("{} {}: {says}", about.index.short, about.year)),
    };
    change.commit(entry).await?;
    go(format!("/indices?unit={}&year={}&done=saved", about.unit_id, about.year))
}
