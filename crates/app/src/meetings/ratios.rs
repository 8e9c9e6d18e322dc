//! How a vote on one nominee moves the shares of the round: direct workers, leaders, and the ratios of the law.

use super::words::Words;
use crate::App;
use crate::face::Refusal;
use thidua_domain::awards::criteria::Need;
use thidua_domain::awards::pack::Catalogue;
use thidua_domain::basics::Amount;
use thidua_domain::law::Mark;
use thidua_domain::people::Category;
use thidua_store::meetings::Nominee;
use thidua_store::nominations::Nomination;

fn works_directly(one: &Nomination) -> bool {
    let category = one.nominee.category.as_deref().and_then(Category::from_code);
    category.is_some_and(|category| category.works_directly(one.nominee.leader.unwrap_or(false)))
}

fn rate(part: usize, whole: usize) -> String {
    let amount = |count: usize| Amount::whole(i32::try_from(count).unwrap_or(i32::MAX));
    amount(part).percent_of(amount(whole)).map_or_else(|| "–".to_owned(), |rate| format!("{}%", rate.vietnamese()))
}

/// The effect of one nominee in sentences.
pub(super) async fn of_nominee(
    app: &App,
    law: &Catalogue,
    nominee: &Nominee,
    w: &'static Words,
) -> Result<Vec<String>, Refusal> {
    let mut all = app.store.nominations_of_round(&nominee.round_id).await?;
    all.retain(|one| one.state.counts());
    let same: Vec<&Nomination> = all.iter().filter(|one| one.award == nominee.award).collect();
    let mut says =
        vec![w.ratio_same.replace("{award}", &nominee.award_name).replace("{n}", &same.len().to_string())];
    let mut share = |of: &dyn Fn(&Nomination) -> bool, sentence: &'static str| {
        let with = same.iter().filter(|one| of(one)).count();
        let without = same.iter().filter(|one| of(one) && one.id != nominee.id).count();
        let less = same.iter().filter(|one| one.id != nominee.id).count();
        says.push(
            sentence
                .replace("{with}", &with.to_string())
                .replace("{n}", &same.len().to_string())
                .replace("{rate}", &rate(with, same.len()))
                .replace("{without}", &without.to_string())
                .replace("{m}", &less.to_string())
                .replace("{less}", &rate(without, less)),
        );
    };
    if nominee.category.is_some() {
        share(&works_directly, w.ratio_direct);
        share(&|one| one.nominee.leader == Some(true), w.ratio_leader);
    }
    let rules = nominee.regime.as_ref().and_then(|key| law.of(key));
    let conditions = rules.and_then(|rules| rules.award(&nominee.award)).map_or(&[][..], |award| &award.conditions);
    for condition in conditions {
        let Need::Quota(quota) = &condition.need else { continue };
        let (of, percent, _) = quota.parts();
        let base = all.iter().filter(|one| one.award == of || one.award == nominee.award).count();
        let most = quota.places_on(u32::try_from(base).unwrap_or(u32::MAX));
        let stands = match u32::try_from(same.len()).unwrap_or(u32::MAX).saturating_sub(most) {
            0 => w.ratio_within.to_owned(),
            over => w.ratio_over.replace("{n}", &over.to_string()),
        };
        let mark = match condition.mark {
            Mark::Verified => w.mark_v,
            Mark::Secondary => w.mark_s,
            Mark::Unverified => w.mark_u,
        };
        let named = law.codes.get(of).map_or(of, |code| law.codes.name(code));
        says.push(
            w.ratio_cap
                .replace("{percent}", &percent.vietnamese())
                .replace("{base}", named)
                .replace("{article}", &condition.source)
                .replace("{mark}", mark)
                .replace("{n}", &same.len().to_string())
                .replace("{of}", &most.to_string())
                .replace("{stands}", &stands),
        );
    }
    Ok(says)
}
