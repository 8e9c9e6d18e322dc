//! The theme of a plan: its own, or one that a plan above has set; with the document that set it, and taking one over.

use super::words::{Words, words};
use super::{actions, review::plan_for};
use crate::App;
use crate::face::forms::Typed;
use crate::face::frame::go;
use crate::face::{Answer, Refusal, Visitor, show};
use crate::reports::letterhead;
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::Piece;
use thidua_paper::forms::Theme;
use thidua_store::plans::Plan;

/// Offers of one page.
const MOST: usize = 3;

/// A theme as pages show it.
pub(crate) struct ThemeView {
    pub(crate) text: String,
    /// Who set it, and in which document.
    pub(crate) says: String,
    /// The plan that set it, where it is on file and open to this person.
    pub(crate) address: Option<String>,
    /// Its line in the plan that shows it.
    pub(crate) line: Option<u32>,
}

/// A plan above that set a theme.
struct Setter {
    plan: Plan,
    issuer: String,
}

impl Setter {
    /// `Kế hoạch số 29/KH-UBND ngày 12/3/2024`.
    fn document(&self, w: &'static Words) -> String {
        let head = &self.plan.draft.document;
        let text = |piece: &Option<Piece<String>>| piece.as_ref().map(|piece| piece.value.clone());
        let number = text(&head.number_symbol).map(|number| w.theme_number.replace("{number}", &number));
        let date = head.date.as_ref().map(|date| w.theme_date.replace("{day}", &show::day(Some(date.value))));
        let kind = text(&head.kind).unwrap_or_else(|| w.theme_plan.to_owned());
        [Some(kind), number, date].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The same with its issuer, as it is kept with the plan that takes the theme over, and printed.
    fn source(&self) -> String {
        let w = words(Language::Vietnamese);
        w.theme_of.replace("{document}", &self.document(w)).replace("{issuer}", &self.issuer)
    }
}

/// The plans above, nearest first: those it is put under, then those of the units above for its year.
async fn above(app: &App, plan: &Plan) -> Result<Vec<Plan>, Refusal> {
    let mut ids: Vec<String> = app.store.plans_above(&plan.id).await?.into_iter().map(|one| one.id).collect();
    if let Some(year) = &plan.draft.document.subject_year {
        let path: Vec<String> = app.store.path_ids(&plan.unit_id).await?.into_iter().skip(1).collect();
        let beside = app.store.plans_of_year(&path, i64::from(year.value)).await?;
        for unit in &path {
            ids.extend(beside.iter().filter(|one| one.issued && one.unit_id == *unit).map(|one| one.id.clone()));
        }
    }
    let mut found: Vec<Plan> = Vec::new();
    for id in ids {
        if !found.iter().any(|known| known.id == id)
            && let Some(plan) = app.store.plan(&id).await?.filter(|plan| plan.issued)
        {
            found.push(plan);
        }
    }
    Ok(found)
}

async fn setter(app: &App, plan: Plan) -> Result<Setter, Refusal> {
    let issuer = app.store.unit(&plan.unit_id).await?.map(|unit| unit.name).unwrap_or_default();
    Ok(Setter { plan, issuer })
}

/// The plan on file that set the theme which a plan has taken over.
async fn set_by(app: &App, plan: &Plan) -> Result<Option<Setter>, Refusal> {
    let head = &plan.draft.document;
    let Some(theirs) = head.inherited_theme.as_ref().filter(|_| head.theme.is_none()) else { return Ok(None) };
    let same =
        |one: &Plan| one.draft.document.theme.as_ref().is_some_and(|own| fold(&own.value) == fold(&theirs.value));
    match above(app, plan).await?.into_iter().find(same) {
        Some(found) => Ok(Some(setter(app, found).await?)),
        None => Ok(None),
    }
}

/// The theme of a plan for its pages.
pub(crate) async fn of(
    app: &App,
    visitor: &Visitor,
    plan: &Plan,
    language: Language,
) -> Result<Option<ThemeView>, Refusal> {
    let w = words(language);
    let head = &plan.draft.document;
    let line = |piece: &Piece<String>| piece.lines.map(|lines| lines.first).filter(|line| *line > 0);
    if let Some(own) = &head.theme {
        let issuer = app.store.unit(&plan.unit_id).await?.map(|unit| unit.name).unwrap_or_default();
        let says = w.theme_own.replace("{issuer}", &issuer);
        return Ok(Some(ThemeView { text: own.value.clone(), says, address: None, line: line(own) }));
    }
    let Some(theirs) = &head.inherited_theme else { return Ok(None) };
    let (says, address) = match set_by(app, plan).await? {
        Some(setter) => {
            let says = w.theme_set.replace("{issuer}", &setter.issuer).replace("{document}", &setter.document(w));
            let opens = app.may(visitor, Act::Look, &setter.plan.unit_id).await?
                || app.comes_down(visitor, &setter.plan.id, &setter.plan.unit_id).await?;
            (says, opens.then(|| format!("/plans/{}", setter.plan.id)))
        }
        None => match head.inherited_theme_source.as_deref().filter(|source| !source.is_empty()) {
            Some(source) => (w.theme_from.replace("{source}", source), None),
            None => (w.theme_above.to_owned(), None),
        },
    };
    Ok(Some(ThemeView { text: theirs.value.clone(), says, address, line: line(theirs) }))
}

/// The theme of a plan for its papers.
pub(crate) async fn on_paper(app: &App, plan: &Plan) -> Result<Option<Theme>, Refusal> {
    let Some(mut theme) = letterhead::theme(&plan.draft.document) else { return Ok(None) };
    if let Some(source) = &mut theme.inherited_from {
        if let Some(setter) = set_by(app, plan).await? {
            *source = setter.source();
        } else if source.trim().is_empty() {
            words(Language::Vietnamese).theme_paper.clone_into(source);
        }
    }
    Ok(Some(theme))
}

/// A theme above that a draft can take over by one press.
pub(crate) struct Offer {
    pub(crate) plan_id: String,
    pub(crate) text: String,
    pub(crate) says: String,
}

/// The theme that a plan above hands down: its own, or the one it has itself taken over.
async fn handed_down(app: &App, plan: Plan) -> Result<Option<(String, String)>, Refusal> {
    let head = plan.draft.document.clone();
    if let Some(own) = head.theme {
        return Ok(Some((own.value, setter(app, plan).await?.source())));
    }
    let Some(theirs) = head.inherited_theme else { return Ok(None) };
    let source = match set_by(app, &plan).await? {
        Some(first) => first.source(),
        None => head.inherited_theme_source.unwrap_or_else(|| words(Language::Vietnamese).theme_paper.to_owned()),
    };
    Ok(Some((theirs.value, source)))
}

/// What a draft can take over.
pub(crate) async fn offers(app: &App, plan: &Plan) -> Result<Vec<Offer>, Refusal> {
    let head = &plan.draft.document;
    let has = head.theme.as_ref().or(head.inherited_theme.as_ref()).map(|theme| fold(&theme.value));
    let mut found: Vec<Offer> = Vec::new();
    for one in above(app, plan).await? {
        let plan_id = one.id.clone();
        let Some((text, says)) = handed_down(app, one).await? else { continue };
        let known = Some(fold(&text)) == has && head.inherited_theme_source.as_deref() == Some(says.as_str());
        if !known && !found.iter().any(|offer| fold(&offer.text) == fold(&text)) {
            found.push(Offer { plan_id, text, says });
        }
        if found.len() == MOST {
            break;
        }
    }
    Ok(found)
}

/// `POST /plans/{id}/theme`: takes the theme of a plan above over, with its source.
pub(crate) async fn take_over(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let plan = plan_for(&app, &visitor, &id, Act::PreparePlan).await?;
    let seen = typed.get("version").and_then(|seen| seen.parse().ok()).ok_or(Refusal::ChangedMeanwhile)?;
    let from = typed.get("from").map(String::as_str).unwrap_or_default();
    // only what stands above is taken over; the form is no way to read other plans
    let found = above(&app, &plan).await?.into_iter().find(|one| one.id == from).ok_or(Refusal::NotFound)?;
    let (text, source) = handed_down(&app, found).await?.ok_or(Refusal::NotFound)?;
    let mut draft = plan.draft.clone();
    let detail = words(Language::Vietnamese).theme_taken.replace("{source}", &source);
    let head = &mut draft.document;
    let line = head.inherited_theme.take().and_then(|piece| piece.lines);
    head.theme = None;
    head.inherited_theme = Some(Piece { lines: line, ..Piece::typed(text) });
    head.inherited_theme_source = Some(source);
    actions::correct(&app, visitor.author((app.clock)()), &plan, &draft, seen, detail).await?;
    go(format!("/plans/{id}?done=saved"))
}
