//! The result sheet of a unit or a person in a year: results from the data, grades with what they rested on, and forms.

use super::door::{self, AskedYear, Subject};
use super::words::{Words, words};
use super::{basis, labels};
use crate::App;
use crate::face::forms::{Field, Input, placed};
use crate::face::{Answer, Caller, Frame, Visitor, page, show as shown};
use crate::inspections::{Inspected, inspected};
use crate::office::forms::{Came, FormView, answered};
use crate::office::reach;
use crate::office::tabs::{Tab, frame};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Query, State};
use thidua_domain::grades::{Basis, BasisKind, Deciding, Grade, Stage, differs};
use thidua_store::grades::{Graded, Kept};

/// A line of what a grade rests on.
pub(super) struct BasisRow {
    says: String,
    address: Option<String>,
    done: String,
    all: String,
    short: String,
    class: &'static str,
}

struct VersionRow {
    class: &'static str,
    grade: &'static str,
    stage: &'static str,
    decision: String,
    reason: String,
    note: String,
    by: String,
    /// Decided by who had said or proposed it.
    alone: bool,
    bases: Vec<BasisRow>,
}

#[derive(Template)]
#[template(path = "grades/sheet.html")]
struct SheetPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    address: String,
    heading: String,
    name: String,
    own_address: String,
    title: String,
    unit: Option<(String, String)>,
    unit_grade: String,
    year: i64,
    class: &'static str,
    now: &'static str,
    stage: &'static str,
    decision: String,
    differs: String,
    bases: Vec<BasisRow>,
    is_unit: bool,
    inspected: Vec<Inspected>,
    waits_above: bool,
    deciding: &'static str,
    forms: Vec<(&'static str, FormView)>,
    versions: Vec<VersionRow>,
    years: Vec<super::Line>,
}

pub(super) fn basis_rows(bases: &[Basis], w: &'static Words) -> Vec<BasisRow> {
    let of = |one: &Basis| {
        let counted = one.all > 0;
        let number = |n: i64| if counted { n.to_string() } else { String::new() };
        BasisRow {
            says: labels::basis(one, w),
            address: one.address.clone(),
            done: if one.kind == BasisKind::Recognitions { one.done.to_string() } else { number(one.done) },
            all: number(one.all),
            short: number(one.short),
            class: match (counted, one.short, one.done == one.all) {
                (true, 0, true) => "met",
                (true, 0, false) => "on-track",
                (true, _, _) => "missed",
                (false, _, _) => "",
            },
        }
    };
    bases.iter().map(of).collect()
}

/// `GET /grades/units/{id}?year=2022`.
pub(crate) async fn show_unit(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<AskedYear>,
) -> Answer {
    let subject = door::unit(&app, &visitor, &id).await?;
    let year = door::year(&app, &subject.unit.id, &asked.year).await?;
    render(&app, &caller, &visitor, &subject, year, None).await
}

/// `GET /grades/people/{id}?year=2022`.
pub(crate) async fn show_person(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<AskedYear>,
) -> Answer {
    let subject = door::person(&app, &visitor, &id).await?;
    let year = door::year(&app, &subject.unit.id, &asked.year).await?;
    render(&app, &caller, &visitor, &subject, year, None).await
}

/// The choice of a grade, the best first; the empty choice before them.
pub(super) fn choices(empty: &'static str, w: &'static Words) -> Vec<(&'static str, &'static str)> {
    let grades = Grade::ALL.iter().rev().map(|one| (one.code(), labels::grade(*one, w)));
    std::iter::once(("", empty)).chain(grades).collect()
}

/// The fields of a decision; of one that replaces another with its reason.
pub(super) fn decision_fields(now: Option<&Kept>, w: &'static Words) -> Vec<Field> {
    let decided = now.filter(|one| one.written.stage == Stage::Decided);
    let mut fields = vec![
        Field::new("number", w.number, Input::Line, "").hint(w.number_hint),
        Field::new("dated", w.dated, Input::Day, ""),
        Field::new("authority", w.authority, Input::Line, "").hint(w.authority_hint),
    ];
    if decided.is_some() {
        fields.push(Field::new("reason", w.reason, Input::Line, ""));
    }
    fields
}

/// The form of a stage over what stands now.
pub(super) fn form(subject: &Subject, year: i64, stage: Stage, now: Option<&Kept>, w: &'static Words) -> FormView {
    let chosen = now.map_or("", |one| one.written.grade.code());
    let c = "—";
    let mut fields = vec![Field::new("grade", w.grade, Input::Choice(choices(c, w)), chosen)];
    if stage == Stage::Decided {
        fields.extend(decision_fields(now, w));
    }
    fields.push(Field::new("other", w.other, Input::Text, "").hint(w.other_hint));
    fields.push(Field::new("note", w.note, Input::Line, ""));
    let decided = now.is_some_and(|one| one.written.stage == Stage::Decided);
    let button = match stage {
        Stage::SelfGraded => w.do_self,
        Stage::Proposed => w.do_propose,
        Stage::Decided if decided => w.do_change,
        Stage::Decided => w.do_decide,
    };
    let action = format!("{}?year={year}&stage={}", subject.address(), stage.code());
    FormView::new(action, now.map_or(0, |one| one.version), placed(fields, stage.code()), button)
}

/// Whether who wrote a version had said or proposed the grade themselves.
fn wrote_before(one: &Kept, versions: &[Kept]) -> bool {
    one.account_id.is_some()
        && versions.iter().any(|before| {
            before.version < one.version
                && before.written.stage != Stage::Decided
                && before.account_id == one.account_id
        })
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    subject: &Subject,
    year: i64,
    marked: Option<(Stage, FormView)>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let versions = app.store.grade_versions(&subject.whom, year).await?;
    let now = versions.first();
    let bases = basis::gather(app, subject, year, language).await?;
    let came = marked.as_ref().map_or(Came::Fresh, |(_, form)| form.came);
    let stands = now.map(|one| one.written.stage);
    let deciding =
        if subject.powers.decide { subject.deciding(app, visitor, &versions).await? } else { Deciding::Freely };
    let mut marked = marked;
    let mut forms = Vec::new();
    for stage in Stage::ALL {
        let asked = marked.as_ref().is_some_and(|(of, _)| of == stage);
        let document = *stage == Stage::Decided;
        let fits = thidua_domain::grades::write(stands, *stage, document, true).is_ok()
            && (*stage != Stage::Decided || deciding != Deciding::ByAnother);
        if asked {
            forms.extend(marked.take().map(|(_, form)| (form.button, form)));
        } else if subject.powers.may(*stage) && fits {
            let form = form(subject, year, *stage, now, w);
            forms.push((form.button, form));
        }
    }
    let mut rows = Vec::new();
    for one in &versions {
        rows.push(VersionRow {
            class: labels::class(Some(one.written.grade)),
            grade: labels::grade(one.written.grade, w),
            stage: labels::stage(one.written.stage, w),
            decision: labels::decision(&one.written, w),
            reason: one.written.reason.clone().unwrap_or_default(),
            note: one.written.note.clone().unwrap_or_default(),
            by: format!("{}, {}", one.account_name, shown::moment(one.written_at)),
            alone: one.written.stage == Stage::Decided && wrote_before(one, &versions),
            bases: basis_rows(&app.store.grade_bases(&one.id).await?, w),
        });
    }
    let kept = match now {
        Some(now) => app.store.grade_bases(&now.id).await?,
        None => Vec::new(),
    };
    let (unit, unit_grade) = match &subject.person {
        Some(_) => {
            let unit = Graded::Unit(subject.unit.id.clone());
            let grade = app.store.grade(&unit, year).await?;
            (Some((subject.unit.id.clone(), subject.unit.name.clone())), labels::kept(grade.as_ref(), w))
        }
        None => (None, String::new()),
    };
    // what is asked of a unit, and how it was inspected, comes from the body above
    let sample = match &subject.unit.parent_id {
        Some(above) => reach::runs_on_samples(app, above).await?,
        None => false,
    } || reach::runs_on_samples(app, &subject.unit.id).await?;
    let template = SheetPage {
        o: office::words(language),
        heading: w.sheet.replace("{year}", &year.to_string()),
        name: subject.name.clone(),
        own_address: match &subject.whom {
            Graded::Unit(id) => format!("/units/{id}"),
            Graded::Person(id) => format!("/people/{id}"),
        },
        title: subject.person.as_ref().and_then(|one| one.post.title.clone()).unwrap_or_default(),
        class: labels::class(now.map(|one| one.written.grade)),
        now: labels::maybe(now.map(|one| one.written.grade), w),
        stage: now.map_or("", |one| labels::stage(one.written.stage, w)),
        decision: now.map(|one| labels::decision(&one.written, w)).unwrap_or_default(),
        differs: labels::differs(now.and_then(|one| differs(one.written.grade, &kept)), w),
        bases: basis_rows(&bases, w),
        is_unit: subject.person.is_none(),
        inspected: match subject.person {
            None => inspected(app, &subject.unit.id, year, language).await?,
            Some(_) => Vec::new(),
        },
        waits_above: subject.person.is_none()
            && !subject.powers.decide
            && (subject.powers.own || subject.powers.propose)
            && stands != Some(Stage::Decided),
        deciding: match deciding {
            Deciding::Freely => "",
            Deciding::Alone => w.decides_alone,
            Deciding::ByAnother => w.r_own,
        },
        years: super::shown::lines(app, &subject.all(app).await?, w).await?,
        address: subject.address(),
        f: frame(caller, Tab::Grades).with_sample(sample),
        unit,
        unit_grade,
        year,
        forms,
        versions: rows,
        w,
    };
    answered(page(&template), came)
}
