//! From granted nominations to honours: who, what, the money, what each relied on; and what relied on one that is revoked.

use super::law::{award, paid, rules};
use crate::App;
use crate::face::Refusal;
use crate::honours::whose;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use thidua_domain::awards::facts::Period;
use thidua_domain::awards::pack::Catalogue;
use thidua_domain::awards::prize::money;
use thidua_domain::awards::subject::{Level, SubjectKind};
use thidua_domain::decisions::reliance::{Held, relied};
use thidua_domain::decisions::tracing::{Given, Reached, reached};
use thidua_store::Author;
use thidua_store::decisions::{Nominated, RoundHead};
use thidua_store::honours::{Honour, Honoured, Standing};

/// The paper that gives honours.
pub(super) struct Paper<'a> {
    pub(super) unit_id: &'a str,
    pub(super) issuer: &'a str,
    pub(super) decision_id: Option<&'a str>,
    pub(super) number: &'a str,
    pub(super) dated: NaiveDate,
    /// Whether the register's own unit pays.
    pub(super) pays: bool,
}

/// Which earlier honours each nomination rests on, in the order of the nominations.
pub(super) async fn rests_on(
    app: &App,
    catalogue: &Catalogue,
    round: &RoundHead,
    dated: NaiveDate,
    all: &[Nominated],
) -> Result<Vec<Vec<String>>, Refusal> {
    let period = Period { from: round.from, to: round.to };
    let mut found = Vec::new();
    for it in all {
        let rules = rules(catalogue, it.regime.as_deref(), dated);
        let Some(award) = rules.and_then(|rules| rules.award(&it.award)) else {
            found.push(Vec::new());
            continue;
        };
        let (people, units) = whose::subject(app, it.person_id.as_deref(), it.subject_unit_id.as_deref()).await?;
        let mut honours = app.store.honours_of_people(&people).await?;
        honours.extend(app.store.honours_of_units(&units).await?);
        let held: Vec<Held> = honours
            .into_iter()
            .filter(|one| one.standing == Standing::Valid)
            .map(|one| Held { id: one.id, award: one.award, year: i32::try_from(one.year).unwrap_or_default() })
            .collect();
        // what the same decision gives counts too
        let mut held = held;
        for (at, other) in all.iter().enumerate().filter(|(_, other)| other.id != it.id && same(other, it)) {
            let year = i32::try_from(round.year).unwrap_or_default();
            held.push(Held { id: beside(at), award: other.award.clone(), year });
        }
        found.push(relied(award, period, &held));
    }
    Ok(found)
}

/// Whether two nominations are for one subject.
fn same(one: &Nominated, other: &Nominated) -> bool {
    one.kind == other.kind
        && match (&one.person_id, &other.person_id, &one.subject_unit_id, &other.subject_unit_id) {
            (Some(one), Some(other), ..) => one == other,
            (_, _, Some(one), Some(other)) => one == other,
            _ => false,
        }
}

/// What stands for an honour of the same decision until it has its identifier.
fn beside(at: usize) -> String {
    format!("line:{at}")
}

/// The honours of granted nominations. Everything about who and what comes from the nomination.
pub(super) fn honours(
    catalogue: &Catalogue,
    round: &RoundHead,
    given: &Paper<'_>,
    all: &[Nominated],
    author: &Author,
    new_id: impl Fn() -> String,
) -> Vec<Honour> {
    let one = |it: &Nominated| {
        let money = rules(catalogue, it.regime.as_deref(), given.dated)
            .and_then(|rules| money(catalogue, rules, rules.award(&it.award)?, it.kind, given.dated))
            .filter(|_| given.pays);
        let level =
            award(catalogue, &it.award, it.regime.as_deref(), given.dated).map_or(Level::Unit, |one| one.level);
        Honour {
            id: new_id(),
            unit_id: given.unit_id.to_owned(),
            issuer: given.issuer.to_owned(),
            level,
            award: it.award.clone(),
            award_name: it.award_name.clone(),
            occasion: round.occasion.code().to_owned(),
            whom: Honoured {
                kind: it.kind,
                person_id: it.person_id.clone(),
                unit_id: it.subject_unit_id.clone(),
                name: it.name.clone(),
                birth_year: None,
                post: it.post.clone().filter(|_| it.kind == SubjectKind::Individual),
                of_unit: it.of_unit.clone(),
                category: it.category.clone(),
                leader: it.leader,
                female: it.female,
            },
            year: round.year,
            period: Some((round.from, round.to)),
            merit: it.merit.clone(),
            decision_id: given.decision_id.map(str::to_owned),
            number: Some(given.number.to_owned()),
            dated: Some(given.dated),
            nomination_id: Some(it.id.clone()),
            paid: money.as_ref().map(paid),
            standing: Standing::Valid,
            revoked_by: None,
            illustrative: it.illustrative,
            version: 1,
            account_name: author.name.clone(),
            written_at: author.at,
        }
    };
    all.iter().map(one).collect()
}

/// Pairs of an honour and the earlier ones it relied on.
pub(super) fn pairs(honours: &[Honour], rests: &[Vec<String>]) -> Vec<(String, String)> {
    let of = |(honour, on): (&Honour, &Vec<String>)| {
        let real = |earlier: &String| {
            let at = earlier.strip_prefix("line:").and_then(|at| at.parse::<usize>().ok());
            at.and_then(|at| honours.get(at)).map_or_else(|| earlier.clone(), |one| one.id.clone())
        };
        on.iter().map(|earlier| (honour.id.clone(), real(earlier))).collect::<Vec<_>>()
    };
    honours.iter().zip(rests).flat_map(of).collect()
}

/// Honours that are looked through for what relied on others.
const MOST: usize = 2_000;

/// Everything that relied on an honour, directly or through others: the honour, and the way to it.
pub(crate) async fn consequences(app: &App, honour_id: &str) -> Result<Vec<(Honour, Reached)>, Refusal> {
    let mut given: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut open = vec![honour_id.to_owned()];
    let mut seen = open.clone();
    while !open.is_empty() && seen.len() < MOST {
        let mut next = Vec::new();
        for (honour, on) in app.store.reliances_of(&open).await? {
            if open.contains(&on) && !seen.contains(&honour) {
                seen.push(honour.clone());
                next.push(honour.clone());
            }
            let known = given.entry(honour).or_default();
            if !known.contains(&on) {
                known.push(on);
            }
        }
        open = next;
    }
    let given: Vec<Given> = given.into_iter().map(|(id, relied_on)| Given { id, relied_on }).collect();
    let mut found = Vec::new();
    for one in reached(&given, honour_id) {
        if let Some(honour) = app.store.honour(&one.id).await? {
            found.push((honour, one));
        }
    }
    Ok(found)
}
