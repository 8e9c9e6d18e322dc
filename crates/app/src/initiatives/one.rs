//! One initiative: what it is, what the council said, its decisions, confirmations and uses, and what can be done next.

use super::adopting::{AdoptionRow, adoption_rows};
use super::door::{Door, door};
use super::hint::{Alike, alike};
use super::judging::{CardRow, card_rows};
use super::uses::{UseRow, use_rows};
use super::words::{Words, words};
use super::{adopting, fields, labels, recognising, stepping, uses};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Input, Reader, placed};
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered, beside};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::initiatives::{Scope, State as Standing, words as said};

/// A form of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Correct,
    Council,
    Back,
    Withdraw,
    Close,
    Recognise,
    Refuse,
    Widen,
    Confirm,
    Use,
    Spread,
    Adopted,
}

impl Which {
    const ALL: [Which; 12] = [
        Which::Correct,
        Which::Council,
        Which::Close,
        Which::Recognise,
        Which::Refuse,
        Which::Back,
        Which::Widen,
        Which::Confirm,
        Which::Use,
        Which::Spread,
        Which::Adopted,
        Which::Withdraw,
    ];

    /// The word in the address of the page.
    pub(super) fn code(self) -> &'static str {
        match self {
            Which::Correct => "correct",
            Which::Council => "council",
            Which::Back => "back",
            Which::Withdraw => "withdraw",
            Which::Close => "close",
            Which::Recognise => "recognise",
            Which::Refuse => "refuse",
            Which::Widen => "widen",
            Which::Confirm => "confirm",
            Which::Use => "use",
            Which::Spread => "spread",
            Which::Adopted => "adopted",
        }
    }

    pub(super) fn label(self, w: &'static Words) -> &'static str {
        match self {
            Which::Correct => w.do_correct,
            Which::Council => w.do_council,
            Which::Back => w.do_back,
            Which::Withdraw => w.do_withdraw,
            Which::Close => w.do_close,
            Which::Recognise => w.do_recognise,
            Which::Refuse => w.do_refuse,
            Which::Widen => w.do_widen,
            Which::Confirm => w.do_confirm,
            Which::Use => w.do_use,
            Which::Spread => w.do_spread,
            Which::Adopted => w.do_adopted,
        }
    }
}

/// What an address may ask for.
#[derive(Clone, Default, Deserialize)]
pub(crate) struct Asked {
    /// The form that is shown.
    #[serde(default, rename = "do")]
    form: String,
    /// The unit that says what it adopted.
    #[serde(default)]
    pub(super) unit: String,
}

impl Asked {
    pub(super) fn of(which: Which) -> Asked {
        Asked { form: which.code().to_owned(), unit: String::new() }
    }

    pub(super) fn which(&self) -> Option<Which> {
        Which::ALL.into_iter().find(|which| which.code() == self.form)
    }
}

/// A form that came back.
pub(super) type Back = Option<(Which, FormView)>;

impl Door {
    /// Whether this can be done now, by this person.
    pub(super) fn may(&self, which: Which, visitor: &Visitor, asked: &Asked) -> bool {
        let state = self.it.state;
        match which {
            Which::Correct => self.submits && state == Standing::Submitted,
            Which::Withdraw => self.submits && (state == Standing::Submitted || self.judging_open()),
            Which::Council => self.appraises && state == Standing::Submitted,
            Which::Back => self.appraises && state == Standing::Judging,
            Which::Close => self.appraises && self.judging_open(),
            Which::Recognise => {
                let passed = self.standing(true, true).passed;
                self.decides.is_some() && state == Standing::Judging && passed == Some(true)
            }
            Which::Refuse => {
                let passed = self.standing(true, true).passed;
                self.decides.is_some() && state == Standing::Judging && passed == Some(false)
            }
            Which::Widen => {
                let decides = self.decides.is_some() || self.decides_above.is_some();
                decides && state == Standing::Recognised && self.it.scope < Scope::Nation
            }
            Which::Confirm => {
                let open = !matches!(state, Standing::Refused | Standing::Withdrawn);
                open && !self.hidden(visitor) && (self.submits || self.appraises || !self.confirms.is_empty())
            }
            Which::Use => state == Standing::Recognised && !self.own_candidates(visitor).is_empty(),
            Which::Spread => state == Standing::Recognised && !self.spreads.is_empty(),
            Which::Adopted => adopting::told(self, visitor, &asked.unit).is_some(),
        }
    }

    /// A form as it is shown for the first time.
    pub(super) async fn form(
        &self,
        app: &App,
        which: Which,
        asked: &Asked,
        language: Language,
    ) -> Result<FormView, Refusal> {
        let w = words(language);
        let it = &self.it;
        let address = |end: &str| format!("/initiatives/{}{end}", it.id);
        let form = |end: &str, fields| FormView::new(address(end), it.version, fields, which.label(w));
        let reason = || stepping::reason_fields(w);
        Ok(match which {
            Which::Correct => {
                let mut fields = fields::fields(&[], Some(it), self.today, language, w);
                fields.iter_mut().for_each(|field| field.problem = None);
                form("", fields).with_file(w.file, it.file_name.clone())
            }
            Which::Council => form("/council", stepping::council_fields(app, self, w).await?),
            Which::Back => form("/back", reason()),
            Which::Withdraw => form("/withdraw", reason()),
            Which::Refuse => form("/refuse", reason()),
            Which::Close => form("/close", Vec::new()),
            Which::Recognise => form("/recognise", recognising::fields(self, false, language, w)),
            Which::Widen => {
                form("/widen", recognising::fields(self, true, language, w)).with_file(w.wider_file, None)
            }
            Which::Confirm => {
                form("/confirmations", adopting::confirm_fields(self, w)).with_file(w.confirm_file, None)
            }
            Which::Use => form("/uses", uses::fields(self, w)),
            Which::Spread => form("/adoptions", adopting::spread_fields(w)),
            Which::Adopted => {
                let found = self.adoptions.iter().find(|one| one.unit_id == asked.unit);
                let found = found.ok_or(Refusal::NotFound)?;
                let end = format!("/adopted?unit={}", asked.unit);
                FormView::new(address(&end), found.version, adopting::adopted_fields(found, w), w.save)
            }
        })
    }
}

/// The form again, with what somebody else wrote meanwhile beside what was typed.
pub(super) async fn again(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    id: &str,
    asked: &Asked,
    mut reader: Reader<'_>,
) -> Answer {
    let door = door(app, visitor, id).await?;
    let which = asked.which().ok_or(Refusal::ChangedMeanwhile)?;
    if !door.may(which, visitor, asked) {
        return Err(Refusal::ChangedMeanwhile);
    }
    let language = caller.preferences.language;
    let form = door.form(app, which, asked, language).await?;
    beside(&mut reader, &form.fields, office::words(language));
    let form = form.back(reader, Came::Changed);
    render(app, caller, visitor, &door, Some((which, form))).await
}

struct RecognisedRow {
    scope: String,
    number: String,
    by: String,
    file: Option<String>,
}

struct ConfirmedRow {
    by: String,
    says: String,
    day: String,
    file: Option<String>,
}

#[derive(Template)]
#[template(path = "initiatives/one.html")]
struct OnePage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    version: i64,
    title: String,
    kind: String,
    class: &'static str,
    state: String,
    unit_id: Option<String>,
    unit: String,
    authors: String,
    year: i32,
    scope: String,
    first_used: String,
    submitted: String,
    number: String,
    reason: Option<String>,
    matters: Vec<(&'static str, String)>,
    summary: String,
    benefit: String,
    file: Option<String>,
    alike: Vec<Alike>,
    council: String,
    blind: bool,
    cards_in: String,
    judge: bool,
    flaws: Vec<String>,
    result: Option<(bool, String)>,
    criteria: Vec<String>,
    means: Vec<String>,
    mean: String,
    cards: Vec<CardRow>,
    recognitions: Vec<RecognisedRow>,
    confirmations: Vec<ConfirmedRow>,
    uses: Vec<UseRow>,
    recognised: bool,
    adoptions: Vec<AdoptionRow>,
    actions: Vec<(String, &'static str)>,
    form: Option<FormView>,
    form_label: &'static str,
    form_says: &'static str,
    history: Vec<String>,
}

/// `GET /initiatives/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    let form = match asked.which().filter(|which| door.may(*which, &visitor, &asked)) {
        Some(which) => Some((which, door.form(&app, which, &asked, caller.preferences.language).await?)),
        None => None,
    };
    render(&app, &caller, &visitor, &door, form).await
}

async fn history(app: &App, id: &str, language: Language) -> Result<Vec<String>, Refusal> {
    let a = crate::audit::words::words(language);
    let entries = app.store.history_of("initiative", id).await?.into_iter().rev();
    let line = |one: thidua_store::audit::Logged| {
        let detail = one.detail.map(|detail| format!(": {detail}")).unwrap_or_default();
        let act = crate::audit::labels::label(&one.act, a);
        format!("{} {}, {act}{detail}", shown::moment(one.at), one.account_name)
    };
    Ok(entries.map(line).collect())
}

/// The most cards that one account handed in: a secretary types those of members who write on paper, and that is said.
fn typed_by_one(judges: &[thidua_store::initiatives::Judge]) -> usize {
    let of = |account: &String| judges.iter().filter(|one| one.account_id.as_ref() == Some(account)).count();
    judges.iter().filter_map(|one| one.account_id.as_ref()).map(of).max().unwrap_or(0)
}

pub(super) async fn render(app: &App, caller: &Caller, visitor: &Visitor, door: &Door, form: Back) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let it = &door.it;
    let hidden = door.hidden(visitor);
    let (class, state) = labels::state(it.state, language);
    let looks = app.may(visitor, Act::Look, &it.unit_id).await? && !hidden;
    let matters = door.matters().into_iter().filter(|_| !matches!(it.state, Standing::Recognised)).map(|matter| {
        let class = if matter.stops() { "finding-error" } else { "finding-warning" };
        (class, said::matter(&matter).in_language(language).to_owned())
    });
    let compared = matches!(it.state, Standing::Submitted | Standing::Judging) && door.appraises;
    let alike = if compared {
        let text = [it.title.as_str(), &it.summary, it.benefit.as_deref().unwrap_or_default()].join(". ");
        alike(app, visitor, &text, Some(&it.id)).await?
    } else {
        Vec::new()
    };
    let council = match &it.sitting {
        Some(sitting) => {
            let body = app.store.body(&sitting.body_id).await?.map(|body| body.name).unwrap_or_default();
            w.council_of.replace("{body}", &body).replace("{day}", &shown::day(Some(sitting.day)))
        }
        None => String::new(),
    };
    let closed = door.judging_closed();
    let judged = closed.then(|| door.judged()).flatten().and_then(Result::ok);
    let result = judged.as_ref().map(|judged| {
        let says = w
            .result_says
            .replace("{agreeing}", &judged.agreeing.to_string())
            .replace("{cards}", &judged.cards.to_string())
            .replace("{needed}", &judged.needed.to_string())
            .replace("{mean}", &judged.mean.vietnamese());
        let typed = typed_by_one(&door.judges);
        let says =
            if typed > 1 { format!("{says} {}", w.typed_by_one.replace("{n}", &typed.to_string())) } else { says };
        (judged.passed, says)
    });
    let asked_form = form.as_ref().map(|(which, _)| *which);
    let flaws = match (asked_form, door.judged()) {
        (Some(Which::Close), Some(Err(flaws))) => flaws
            .iter()
            .map(|flaw| said::flaw(flaw, |key| door.judge_name(key)).in_language(language).to_owned())
            .collect(),
        _ => Vec::new(),
    };
    let asked = Asked::default();
    let actions = Which::ALL
        .into_iter()
        .filter(|which| door.may(*which, visitor, &asked))
        .map(|which| (format!("/initiatives/{}?do={}#do", it.id, which.code()), which.label(w)))
        .collect();
    let came = form.as_ref().map_or(Came::Fresh, |(_, form)| form.came);
    let decision = |one: &thidua_store::initiatives::Recognised| RecognisedRow {
        scope: labels::scope(one.scope, language),
        number: format!("{}, {}", one.number_symbol, shown::day(Some(one.dated))),
        by: one.recognised_by.clone(),
        file: one.file_digest.clone(),
    };
    let confirmed = |one: &thidua_store::initiatives::Confirmation| ConfirmedRow {
        by: one.by_unit.clone(),
        says: one.says.clone(),
        day: shown::day(Some(one.dated)),
        file: one.file_digest.clone(),
    };
    let template = OnePage {
        f: frame(caller, Tab::Initiatives).with_sample(it.illustrative),
        o: office::words(language),
        id: it.id.clone(),
        version: it.version,
        title: it.title.clone(),
        kind: labels::kind(it.kind, language),
        class,
        state,
        unit_id: looks.then(|| it.unit_id.clone()),
        unit: if hidden { w.hidden_authors.to_owned() } else { door.unit.name.clone() },
        authors: if hidden { w.hidden_authors.to_owned() } else { labels::authors(&it.authors) },
        year: it.year,
        scope: labels::scope(it.scope, language),
        first_used: shown::day(it.first_used_on),
        submitted: shown::day(Some(it.submitted_on)),
        number: labels::decision(it),
        reason: it.reason.clone(),
        matters: matters.collect(),
        summary: it.summary.clone(),
        benefit: it.benefit.clone().unwrap_or_default(),
        file: it.file_digest.clone().filter(|_| !hidden),
        alike,
        council,
        blind: it.sitting.as_ref().is_some_and(|one| one.blind),
        cards_in: w
            .cards_in
            .replace("{n}", &door.cards.len().to_string())
            .replace("{all}", &door.judges.len().to_string()),
        judge: door.marks && door.judging_open(),
        flaws,
        result,
        criteria: door
            .rule()
            .map(|rule| rule.criterion.into_iter().map(|one| one.name).collect())
            .unwrap_or_default(),
        means: judged.iter().flat_map(|judged| judged.means.iter().map(|mean| mean.vietnamese())).collect(),
        mean: judged.as_ref().map(|judged| judged.mean.vietnamese()).unwrap_or_default(),
        cards: if closed && !hidden { card_rows(door) } else { Vec::new() },
        recognitions: door.recognitions.iter().map(decision).collect(),
        confirmations: if hidden { Vec::new() } else { door.confirmations.iter().map(confirmed).collect() },
        uses: use_rows(door, w),
        recognised: it.state == Standing::Recognised,
        adoptions: adoption_rows(door, visitor, language),
        actions,
        form_label: asked_form.map(|which| which.label(w)).unwrap_or_default(),
        form_says: if asked_form == Some(Which::Close) { w.close_says } else { "" },
        form: form.map(|(_, form)| placed_form(form)),
        history: if door.whole && !hidden { history(app, &it.id, language).await? } else { Vec::new() },
        w,
    };
    answered(page(&template), came)
}

fn placed_form(mut form: FormView) -> FormView {
    form.fields = placed(form.fields, "do");
    form
}
