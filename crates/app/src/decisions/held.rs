//! Who has an award of this year already. A title is given once for a year; of a form somebody looks again.

use super::law::{Weighed, award};
use crate::App;
use crate::face::Refusal;
use crate::honours::whose;
use chrono::NaiveDate;
use thidua_domain::awards::pack::Catalogue;
use thidua_domain::awards::subject::Sort;
use thidua_store::decisions::RoundHead;
use thidua_store::honours::{Honour, Standing};

/// The valid honours of one nominee for the same award and year, but for the one that this nomination brought.
pub(super) async fn same_year(app: &App, round: &RoundHead, one: &Weighed) -> Result<Vec<Honour>, Refusal> {
    let it = &one.it;
    let (people, units) = whose::subject(app, it.person_id.as_deref(), it.subject_unit_id.as_deref()).await?;
    let mut honours = app.store.honours_of_people(&people).await?;
    honours.extend(app.store.honours_of_units(&units).await?);
    honours.retain(|honour| {
        honour.award == it.award
            && honour.year == round.year
            && honour.standing == Standing::Valid
            && honour.nomination_id.as_deref() != Some(&it.id)
    });
    Ok(honours)
}

/// Whether an award is a title in the law of a day.
fn is_title(law: &Catalogue, one: &Weighed, day: NaiveDate) -> bool {
    award(law, &one.it.award, one.it.regime.as_deref(), day).is_some_and(|award| award.sort == Sort::Title)
}

/// The first of these who has the title of this year, in words with its number.
pub(super) async fn already(
    app: &App,
    law: &Catalogue,
    round: &RoundHead,
    day: NaiveDate,
    all: &[Weighed],
    says: &'static str,
) -> Result<Option<String>, Refusal> {
    for one in all.iter().filter(|one| is_title(law, one, day)) {
        if let Some(honour) = same_year(app, round, one).await?.pop() {
            let says = says.replace("{name}", &one.it.name).replace("{award}", &one.it.award_name);
            let number = honour.number.unwrap_or_default();
            return Ok(Some(says.replace("{year}", &round.year.to_string()).replace("{number}", &number)));
        }
    }
    Ok(None)
}
