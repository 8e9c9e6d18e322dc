//! One arrangement: as a draft with its preview and the form that decides it, and as the decision that it became.

use super::actions::times_of;
use super::arranging::{DraftForm, written};
use super::lines::Names;
use super::words;
use crate::App;
use crate::face::forms::{Field, Input};
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page};
use crate::office::forms::{Came, FormView};
use crate::office::tabs::{Tab, frame};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::basics::text::fold;
use thidua_domain::basics::{Language, Says};
use thidua_domain::blocks::{Preview, composition, likest, new_key, preview};
use thidua_store::blocks::{Block, StoredArrangement};

/// What an arrangement does, with what it was compared with.
pub(super) struct Seen {
    pub(super) preview: Preview,
    /// Names kept as written, each with the unit that may be meant.
    by_name: Vec<(String, Option<String>)>,
    /// How many of its scope are decided.
    pub(super) decided: i64,
    /// A decided one that begins later.
    later: Option<(String, String)>,
    blocks: Vec<Block>,
}

impl Seen {
    /// Whether a person has to say that it stays so.
    pub(super) fn asks(&self) -> bool {
        !self.preview.nowhere.is_empty() || !self.preview.twice.is_empty()
    }

    /// The name of a block by its key.
    fn name(&self, key: &str, of: &StoredArrangement) -> String {
        let known = self.blocks.iter().find(|block| block.id == key).map(|block| block.name.clone());
        let proposed = || of.places.iter().find(|one| one.place.block == key).map(|one| one.block_name.clone());
        known.or_else(proposed).unwrap_or_default()
    }
}

/// A draft in which blocks that were founded since under the same name are those blocks, and not new ones.
pub(super) async fn linked(app: &App, of: &StoredArrangement) -> Result<StoredArrangement, Refusal> {
    let mut linked = of.clone();
    let blocks = app.store.blocks_of(&of.unit_id).await?;
    for one in linked.places.iter_mut().filter(|one| one.place.block == new_key(&one.block_name)) {
        let there = blocks.iter().find(|block| !block.outside && fold(&block.name) == fold(&one.block_name));
        if let Some(block) = there {
            one.place.block.clone_from(&block.id);
        }
    }
    Ok(linked)
}

/// Compares an arrangement with what holds on the day before it begins.
pub(super) async fn seen(app: &App, of: &StoredArrangement) -> Result<Seen, Refusal> {
    let of = &linked(app, of).await?;
    let all = app.store.arrangements(&[of.unit_id.as_str()]).await?;
    let cluster = of.block_id.as_deref();
    let times = times_of(&all, &of.unit_id, cluster);
    let before = of.from.pred_opt().map(|day| composition(&times, day)).unwrap_or_default();
    let names = Names::of(app, &of.unit_id, cluster, of.from).await?;
    let after: Vec<_> = of.places.iter().map(|one| one.place.clone()).collect();
    let preview = preview(&before, &after, &names.below);
    let by_name = of
        .places
        .iter()
        .filter(|one| one.place.unit_id.is_none())
        .map(|one| {
            let meant = likest(&one.place.name, &preview.nowhere).map(str::to_owned);
            (one.place.name.clone(), meant)
        })
        .collect();
    let later = all
        .iter()
        .filter(|one| one.decided && one.block_id == of.block_id && one.from > of.from)
        .min_by_key(|one| one.from)
        .map(|one| (one.number_symbol.clone().unwrap_or_default(), short(one.from)));
    Ok(Seen {
        preview,
        by_name,
        decided: i64::try_from(times.len()).unwrap_or(i64::MAX),
        later,
        blocks: app.store.blocks_of(&of.unit_id).await?,
    })
}

/// How many stay, move, join, leave.
pub(super) fn counts(seen: &Preview, w: &'static words::Words) -> String {
    w.p_counts
        .replace("{stay}", &seen.stay.to_string())
        .replace("{moved}", &seen.moved.len().to_string())
        .replace("{joined}", &seen.joined.len().to_string())
        .replace("{left}", &seen.left.len().to_string())
}

/// A refusal in words of this feature.
pub(super) fn refuse(says: impl Fn(&'static words::Words) -> String) -> Refusal {
    Refusal::Invalid(Says::new(says(words::words(Language::Vietnamese)), says(words::words(Language::English))))
}

struct Moved {
    name: String,
    from: String,
    to: String,
}

#[derive(Template)]
#[template(path = "blocks/proposal.html")]
struct ProposalPage {
    f: Frame,
    w: &'static words::Words,
    o: &'static office::Words,
    heading: &'static str,
    scope: String,
    decided: bool,
    number: String,
    dated: String,
    from: String,
    reason: String,
    file: Option<String>,
    recorded: String,
    counts: String,
    nothing: bool,
    later: Option<String>,
    moved: Vec<Moved>,
    joined: Vec<Moved>,
    left: Vec<Moved>,
    founded: Vec<String>,
    ended: Vec<String>,
    nowhere: Vec<String>,
    twice: Vec<Moved>,
    by_name: Vec<(String, String)>,
    composition: Vec<(String, Vec<String>)>,
    draft: Option<DraftForm>,
    form: Option<FormView>,
}

pub(super) async fn draft_form(
    app: &App,
    of: &StoredArrangement,
    w: &'static words::Words,
) -> Result<DraftForm, Refusal> {
    let blocks = app.store.blocks_of(&of.unit_id).await?;
    let lines = written(&of.places, &blocks);
    Ok(DraftForm::new(
        format!("/arrangements/{}", of.id),
        of.block_id.as_deref().unwrap_or_default(),
        of.version,
        &short(of.from),
        of.reason.as_deref().unwrap_or_default(),
        lines,
        w,
    ))
}

pub(super) fn decide_form(of: &StoredArrangement, seen: &Seen, w: &'static words::Words) -> FormView {
    let mut fields =
        vec![Field::new("number", w.number, Input::Line, ""), Field::new("dated", w.dated, Input::Day, "")];
    if seen.asks() {
        fields.push(Field::new("accept", w.accept, Input::Tick, ""));
    }
    // the version of the draft, and how many decisions it was compared with
    FormView::new(format!("/arrangements/{}/decide", of.id), of.version, fields, w.decide)
        .with_file(w.file, None)
        .correcting(seen.decided.to_string())
}

/// `GET /arrangements/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let found = app.store.arrangement(&id).await?.ok_or(Refusal::NotFound)?;
    app.require(&visitor, Act::Look, &found.unit_id).await?;
    render(&app, &caller, &visitor, &found, None, None).await
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    of: &StoredArrangement,
    draft: Option<DraftForm>,
    form: Option<FormView>,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let seen = seen(app, of).await?;
    let of = &linked(app, of).await?;
    let may_manage = app.may(visitor, Act::ManageRegulations, &of.unit_id).await?;
    let names = |keys: &[String]| keys.iter().map(|key| seen.name(key, of)).collect::<Vec<_>>().join(", ");
    let moved = |name: &String, from: &[String], to: &[String]| Moved {
        name: name.clone(),
        from: names(from),
        to: names(to),
    };
    let status = match (&draft, &form) {
        (Some(draft), _) => draft.status(),
        (None, Some(form)) if form.came == Came::Changed => StatusCode::CONFLICT,
        (None, Some(form)) if form.came == Came::Refused => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    };
    let open = may_manage && !of.decided;
    let (draft, form) = if open {
        let draft = match draft {
            Some(draft) => draft,
            None => draft_form(app, of, w).await?,
        };
        (Some(draft), Some(form.unwrap_or_else(|| decide_form(of, &seen, w))))
    } else {
        (None, None)
    };
    let mut blocks: Vec<(String, Vec<String>)> = Vec::new();
    for one in &of.places {
        let name = seen.name(&one.place.block, of);
        let days = [(o.from_day, one.place.from), (o.to_day, one.place.to)];
        let days: Vec<String> =
            days.into_iter().filter_map(|(word, day)| Some(format!("{word} {}", short(day?)))).collect();
        let member = if days.is_empty() {
            one.place.name.clone()
        } else {
            format!("{} ({})", one.place.name, days.join(" "))
        };
        match blocks.iter_mut().find(|(block, _)| *block == name) {
            Some((_, members)) => members.push(member),
            None => blocks.push((name, vec![member])),
        }
    }
    let p = &seen.preview;
    let scope = of.block_id.as_deref().map_or_else(|| w.scope_all.to_owned(), |id| seen.name(id, of));
    let nothing = p.moved.is_empty() && p.joined.is_empty() && p.left.is_empty();
    let template = ProposalPage {
        f: frame(caller, Tab::Blocks),
        heading: if of.decided { w.decided_heading } else { w.proposal },
        scope,
        decided: of.decided,
        number: of.number_symbol.clone().unwrap_or_default(),
        dated: of.dated.map(short).unwrap_or_default(),
        from: short(of.from),
        reason: of.reason.clone().unwrap_or_default(),
        file: of.file_digest.clone(),
        recorded: format!("{}, {}", of.account_name, crate::face::show::moment(of.recorded_at)),
        counts: counts(p, w),
        nothing,
        later: seen
            .later
            .as_ref()
            .filter(|_| !of.decided)
            .map(|(number, day)| w.p_later.replace("{number}", number).replace("{day}", day)),
        moved: p.moved.iter().map(|(name, from, to)| moved(name, from, to)).collect(),
        joined: p.joined.iter().map(|(name, to)| moved(name, &[], to)).collect(),
        left: p.left.iter().map(|(name, from)| moved(name, from, &[])).collect(),
        founded: p.founded.iter().map(|key| seen.name(key, of)).collect(),
        ended: p.ended.iter().map(|key| seen.name(key, of)).collect(),
        nowhere: p.nowhere.clone(),
        twice: p.twice.iter().map(|(name, to)| moved(name, &[], to)).collect(),
        by_name: seen
            .by_name
            .iter()
            .map(|(name, meant)| {
                let maybe = meant.as_ref().map(|meant| w.p_maybe.replace("{name}", meant));
                (name.clone(), maybe.unwrap_or_default())
            })
            .collect(),
        composition: blocks,
        draft,
        form,
        w,
        o,
    };
    let mut response = page(&template)?;
    *response.status_mut() = status;
    Ok(response)
}
