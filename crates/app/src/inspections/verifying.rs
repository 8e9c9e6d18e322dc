//! Verified values beside those that the unit reported of itself.

use super::door::invalid;
use super::labels;
use super::reported::{OwnValue, reported};
use super::visit::{Asked, Here, Which, here, render};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, placed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::office::forms::{Came, FormView, beside};
use crate::office::receiving::{keep, receive, register, replaced};
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use thidua_domain::basics::{Amount, Expectation};
use thidua_domain::inspections::inflation::{Pair, gap};
use thidua_domain::periods::Period;
use thidua_domain::targets::Direction;
use thidua_store::StoreError;
use thidua_store::inspections::VerifiedValue;

/// A target that can be verified, with what the unit reported.
pub(super) struct Offered {
    target_id: String,
    pub(super) name: String,
    measure: Option<String>,
    direction: Direction,
    own: Option<Amount>,
    /// Where that stands, in words.
    stands: Option<&'static str>,
    pub(super) address: Option<String>,
    sampled: bool,
}

impl Offered {
    pub(super) fn says(&self, w: &'static Words) -> String {
        match (self.own, self.stands) {
            (Some(own), Some(stands)) => {
                let measure = self.measure.as_deref().unwrap_or_default();
                let value = format!("{} {measure}", own.vietnamese());
                w.own_is.replace("{value}", value.trim()).replace("{says}", stands)
            }
            _ => w.own_is_none.to_owned(),
        }
    }
}

/// A verified value as it is shown.
pub(crate) struct ValueRow {
    pub(crate) target_id: String,
    pub(crate) target: String,
    pub(crate) own: String,
    pub(crate) own_says: String,
    pub(crate) verified: String,
    pub(crate) gap: String,
    pub(crate) how: String,
    pub(crate) file: Option<(String, String)>,
}

/// Everything about values at a visit.
pub(super) struct Values {
    period: Period,
    offered: Vec<Offered>,
    pub(super) verified: Vec<VerifiedValue>,
}

impl Values {
    pub(super) async fn of(app: &App, here: &Here, w: &'static Words) -> Result<Values, Refusal> {
        let period = here.door.it.period.unwrap_or(Period::Year);
        let Some(unit_id) = here.visit.unit_id() else {
            return Ok(Values { period, offered: Vec::new(), verified: Vec::new() });
        };
        let mut verified = app.store.verified_in(&here.door.it.id).await?;
        verified.retain(|one| one.visit_id == here.visit.id);
        let mut offered = Vec::new();
        if here.door.inspects {
            let found = reported(app, &here.door.plan, &here.door.it.movement_id, period, w).await?;
            let sample = app.store.sample(&here.door.it.id).await?;
            for target in app.store.targets(&here.door.plan.id).await? {
                if target.draft.comparator.is_none() {
                    continue;
                }
                let own: Option<&OwnValue> = found.value(unit_id, &target.id);
                let sampled = sample.iter().any(|line| {
                    line.because.is_some()
                        && line.unit_id == unit_id
                        && line.target_id.as_deref() == Some(target.id.as_str())
                });
                offered.push(Offered {
                    name: format!("{} {}", target.draft.id, target.draft.name),
                    measure: target.draft.unit.clone(),
                    direction: target.draft.direction,
                    own: own.and_then(|own| own.value),
                    stands: own.filter(|own| own.value.is_some()).map(|own| own.says),
                    address: own.map(|own| own.address.clone()),
                    sampled,
                    target_id: target.id,
                });
            }
        }
        Ok(Values { period, offered, verified })
    }

    pub(super) fn chosen(&self, target_id: &str) -> Option<&Offered> {
        self.offered.iter().find(|one| one.target_id == target_id)
    }

    fn known(&self, target_id: &str) -> Option<&VerifiedValue> {
        self.verified.iter().find(|one| one.target_id == target_id)
    }

    /// Lines of the sample that nobody has verified: target, name.
    pub(super) fn to_verify(&self) -> Vec<(String, String)> {
        let open = self.offered.iter().filter(|one| one.sampled && self.known(&one.target_id).is_none());
        open.map(|one| (one.target_id.clone(), one.name.clone())).collect()
    }

    /// The other targets.
    pub(super) fn others(&self) -> Vec<(String, String)> {
        let open = self.offered.iter().filter(|one| !one.sampled && self.known(&one.target_id).is_none());
        open.map(|one| (one.target_id.clone(), one.name.clone())).collect()
    }

    pub(super) fn rows(&self, w: &'static Words) -> Vec<ValueRow> {
        self.verified.iter().map(|one| row(one, w)).collect()
    }

    fn fields(&self, target: &Offered, w: &'static Words) -> Vec<Field> {
        let known = self.known(&target.target_id);
        let mut fields = Vec::new();
        if target.own.is_none() {
            let own = show::amount(known.and_then(|known| known.own));
            fields.push(Field::new("own", w.own, Input::Number, own).hint(w.own_hint));
        }
        let verified = show::amount(known.map(|known| known.verified));
        fields.push(Field::new("verified", w.verified, Input::Number, verified));
        let how = known.map(|known| known.how.clone()).unwrap_or_default();
        fields.push(Field::new("how", w.how, Input::Line, how).hint(w.how_hint));
        placed(fields, "value")
    }

    /// The form of the target that an address asks for.
    pub(super) fn form(&self, here: &Here, asked: &str, w: &'static Words) -> Option<FormView> {
        let target = self.chosen(asked)?;
        let known = self.known(asked);
        let version = known.map_or(0, |known| known.version);
        let address = format!("{}/values", here.address());
        let form = FormView::new(address, version, self.fields(target, w), w.verify_send);
        Some(form.with_file(w.file, known.and_then(|known| known.file_name.clone())).correcting(asked))
    }
}

/// A verified value with its gap.
pub(super) fn row(one: &VerifiedValue, w: &'static Words) -> ValueRow {
    let measure = one.measure.as_ref().map(|measure| format!(" ({measure})")).unwrap_or_default();
    let pair = one.own.map(|own| Pair { own, verified: one.verified, direction: one.direction });
    ValueRow {
        target_id: one.target_id.clone(),
        target: format!("{}{measure}", one.target_name),
        own: one.own.map_or_else(|| w.not_answered.to_owned(), Amount::vietnamese),
        own_says: one.own_says.clone().unwrap_or_default(),
        verified: one.verified.vietnamese(),
        gap: pair.map(|pair| labels::gap(gap(&pair))).unwrap_or_default(),
        how: one.how.clone(),
        file: one.file_digest.clone().zip(one.file_name.clone()),
    }
}

/// `POST /inspections/{id}/visits/{visit}/values`.
pub(crate) async fn verify(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, subject)): Path<(String, String)>,
    request: Request,
) -> Answer {
    let before = here(&app, &visitor, &id, &subject).await?;
    before.door.require_inspects()?;
    if !before.visit.is_made() {
        return Err(invalid(|w| w.not_yet));
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let target_id = sent.corrects().ok_or(Refusal::Unread)?;
    let values = Values::of(&app, &before, w).await?;
    let target = values.chosen(&target_id).ok_or(Refusal::NotFound)?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let expected =
        if target.measure.as_deref() == Some("%") { Expectation::Percent } else { Expectation::Quantity };
    let typed = if target.own.is_none() { reader.amount("own", expected) } else { None };
    let verified = reader.amount("verified", expected);
    if verified.is_none() {
        reader.required("verified");
    }
    let how = reader.required("how");
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    let asked = Asked { value: target_id.clone(), ..Asked::default() };
    if !reader.fine() {
        let form = values.form(&before, &target_id, w).map(|form| form.back(reader, Came::Refused));
        return render(&app, &caller, &before, &asked, form.map(Which::Value)).await;
    }
    let seen = sent.seen();
    let known = values.known(&target_id);
    let kept = keep(&app, sent.file).await?;
    let (file_digest, file_name) =
        replaced(&kept, known.map(|one| (one.file_digest.clone(), one.file_name.clone())).unwrap_or_default());
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let written = VerifiedValue {
        id: known.map_or_else(|| change.new_id(), |one| one.id.clone()),
        inspection_id: id.clone(),
        visit_id: before.visit.id.clone(),
        unit_id: subject.clone(),
        target_id: target_id.clone(),
        target_name: target.name.clone(),
        measure: target.measure.clone(),
        direction: target.direction,
        period: values.period,
        year: before.door.plan.subject_year,
        // what the team saw: from the system where it stands there
        own: target.own.or(typed),
        own_says: target.stands.or(typed.map(|_| w.own_typed)).map(str::to_owned),
        verified: verified.unwrap_or(Amount::ZERO),
        how,
        file_digest,
        file_name,
        version: seen,
        account_name: String::new(),
        written_at: chrono::NaiveDateTime::default(),
    };
    register(&change, &kept).await?;
    match change.write_verified(&written).await {
        Ok(()) => {
            let own = show::amount(written.own);
            let detail =
                format!("{}: {} {own} → {}", before.visit.name, written.target_name, written.verified.vietnamese());
            change.commit(before.door.entry("inspection.verified", detail)).await?;
            go(format!("{}?done=saved#values", before.address()))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = here(&app, &visitor, &id, &subject).await?;
            let values = Values::of(&app, &newest, w).await?;
            if let Some(target) = values.chosen(&target_id) {
                beside(&mut reader, &values.fields(target, w), o);
            }
            let form = values.form(&newest, &target_id, w).map(|form| form.back(reader, Came::Changed));
            render(&app, &caller, &newest, &asked, form.map(Which::Value)).await
        }
        Err(other) => Err(other.into()),
    }
}
