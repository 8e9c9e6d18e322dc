//! A title is given once for a year: whoever has it already is not decided on again.

use super::law::{Weighed, award};
use crate::App;
use crate::face::Refusal;
use crate::honours::whose;
use chrono::NaiveDate;
use thidua_domain::awards::pack::Catalogue;
use thidua_domain::awards::subject::Sort;
use thidua_store::decisions::RoundHead;
use thidua_store::honours::Standing;

/// The first of these who has the title of this year, in words with its number.
pub(super) async fn already(
    app: &App,
    law: &Catalogue,
    round: &RoundHead,
    day: NaiveDate,
    all: impl Iterator<Item = &Weighed>,
    says: &'static str,
) -> Result<Option<String>, Refusal> {
    for one in all {
        let it = &one.it;
        let title = award(law, &it.award, it.regime.as_deref(), day).is_some_and(|award| award.sort == Sort::Title);
        if !title {
            continue;
        }
        let (people, units) = whose::subject(app, it.person_id.as_deref(), it.subject_unit_id.as_deref()).await?;
        let mut honours = app.store.honours_of_people(&people).await?;
        honours.extend(app.store.honours_of_units(&units).await?);
        let same = honours
            .into_iter()
            .find(|one| one.award == it.award && one.year == round.year && one.standing == Standing::Valid);
        if let Some(honour) = same {
            let says = says.replace("{name}", &it.name).replace("{award}", &it.award_name);
            let number = honour.number.unwrap_or_default();
            return Ok(Some(says.replace("{year}", &round.year.to_string()).replace("{number}", &number)));
        }
    }
    Ok(None)
}
