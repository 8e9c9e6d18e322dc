//! One round: ratios live, the nominations with their verdicts, adding one.

use super::labels;
use super::ratios::{self, Ratios};
use super::scene::{self, Scene};
use super::words::{Words, words};
use crate::App;
use crate::awards::labels as award_labels;
use crate::awards::words as award_words;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::Input;
use crate::face::{Answer, Caller, Frame, Visitor, page, show as shown};
use crate::forms::{Download, downloads};
use crate::office::forms::{Came, FormView, answered};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, State};
use thidua_domain::awards::judging::Verdict;
use thidua_domain::basics::text::sort_by_text;
use thidua_domain::people::Category;
use thidua_store::nominations::Nomination;

pub(super) struct Line {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) note: String,
    pub(super) unit: String,
    pub(super) class: &'static str,
    pub(super) state: &'static str,
    pub(super) verdict_class: &'static str,
    pub(super) verdict: &'static str,
    pub(super) beyond: bool,
    pub(super) direct: bool,
}

#[derive(Template)]
#[template(path = "nominations/round.html")]
struct RoundPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    name: String,
    unit: String,
    occasion: &'static str,
    period: String,
    deadline: String,
    class: &'static str,
    state: &'static str,
    note: String,
    counts: [usize; 4],
    ratios: Ratios,
    groups: Vec<(String, Vec<Line>)>,
    add: Option<FormView>,
    correct: Option<FormView>,
    downloads: Vec<Download>,
}

/// `GET /award-rounds/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let scene = scene::scene(&app, &visitor, &id).await?;
    render(&app, &caller, &scene, None, None).await
}

/// A verdict that was kept, in words.
pub(super) fn verdict(it: &Nomination, w: &'static award_words::Words) -> Option<(&'static str, &'static str)> {
    let kept = it.judged.as_ref()?;
    Verdict::from_code(&kept.verdict).map(|verdict| award_labels::verdict(verdict, w))
}

/// The page, with the form that came back.
pub(super) async fn render(
    app: &App,
    caller: &Caller,
    scene: &Scene,
    add: Option<FormView>,
    correct: Option<FormView>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let aw = award_words::words(language);
    let round = &scene.round;
    let came = [&add, &correct].into_iter().flatten().map(|form| form.came).find(|came| *came != Came::Fresh);
    let add = match add {
        Some(form) => Some(form),
        None if scene.open() && !scene.writes.is_empty() => {
            let fields = super::adding::fields(app, scene, "", w).await?;
            Some(FormView::new(format!("/award-rounds/{}/nominations", round.id), 0, fields, w.add))
        }
        None => None,
    };
    let correct = match correct {
        Some(form) => Some(form),
        None if scene.manages => {
            let fields = super::rounds::fields(app, &round.unit_id, Some(round), w).await?;
            Some(FormView::new(format!("/award-rounds/{}", round.id), round.version, fields, w.save))
        }
        None => None,
    };
    let ratios = ratios::ratios(app, scene, language, w).await?;
    let standing = || scene.all.iter().filter(|it| it.state.counts() || !it.state.is_over());
    let with = |verdict: &str| {
        standing().filter(|it| it.judged.as_ref().is_some_and(|kept| kept.verdict == verdict)).count()
    };
    let mut groups: Vec<(String, Vec<Line>)> = Vec::new();
    for it in &scene.all {
        let line = line(scene, it, &ratios, w, aw);
        match groups.iter_mut().find(|(award, _)| *award == it.award_name) {
            Some((_, lines)) => lines.push(line),
            None => groups.push((it.award_name.clone(), vec![line])),
        }
    }
    for (_, lines) in &mut groups {
        sort_by_text(lines, |line| &line.name);
    }
    let (class, state) = super::rounds::standing(round, scene.today, w);
    let template = RoundPage {
        f: frame(caller, Tab::Rounds).with_sample(round.illustrative),
        o: office::words(language),
        id: round.id.clone(),
        name: round.name.clone(),
        unit: scene.authority.name.clone(),
        occasion: labels::occasion(round.occasion, w),
        period: format!("{} – {}", shown::day(Some(round.from)), shown::day(Some(round.to))),
        deadline: shown::day(round.deadline),
        class,
        state,
        note: round.note.clone().unwrap_or_default(),
        counts: [standing().count(), with("eligible"), with("needs-person"), with("not-eligible")],
        downloads: if scene.all.is_empty() {
            Vec::new()
        } else {
            downloads(&format!("/award-rounds/{}", round.id), super::printing::OF_ROUND, language)
        },
        ratios,
        groups,
        add,
        correct,
        w,
    };
    answered(page(&template), came.unwrap_or(Came::Fresh))
}

fn line(
    scene: &Scene,
    it: &Nomination,
    ratios: &Ratios,
    w: &'static Words,
    aw: &'static award_words::Words,
) -> Line {
    let (class, state) = labels::state(it.state, w);
    let (verdict_class, verdict) = verdict(it, aw).unwrap_or(("not-begun", ""));
    let category = it.nominee.category.as_deref().and_then(Category::from_code);
    let note = [it.nominee.post.clone(), Some(it.nominee.of_unit.clone())];
    Line {
        id: it.id.clone(),
        name: it.nominee.name.clone(),
        note: note.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        unit: scene.unit(&it.unit_id),
        class,
        state,
        verdict_class,
        verdict,
        beyond: ratios.beyond.contains(&it.id),
        direct: category.is_some_and(|category| category.works_directly(it.nominee.leader.unwrap_or(false))),
    }
}
