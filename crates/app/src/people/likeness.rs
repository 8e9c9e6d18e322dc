//! Looking for records that may be one person, with all that the tree and the reforms tell.

use crate::App;
use crate::face::{Refusal, Visitor};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::people::Person;
use thidua_domain::people::likeness::{Likeness, Traits, Verdict, compare};
use thidua_domain::people::name::alike_key;

/// Records of one key that are compared at most.
const MOST: i64 = 200;

/// Puts together what is compared; units are asked for once.
pub(crate) struct Looker<'a> {
    app: &'a App,
    above: HashMap<String, Vec<String>>,
    lineage: HashMap<String, Vec<String>>,
}

impl<'a> Looker<'a> {
    pub(crate) fn new(app: &'a App) -> Looker<'a> {
        Looker { app, above: HashMap::new(), lineage: HashMap::new() }
    }

    /// Everything that tells a record from others.
    pub(crate) async fn traits(&mut self, person: &Person) -> Result<Traits, Refusal> {
        let ids = [person.id.clone()];
        let mut traits = Traits::of(person);
        traits.names.extend(self.app.store.names_of(&ids).await?.into_iter().map(|one| one.name));
        traits.identity = self.app.store.identity_of(&person.id).await?.map(|one| one.hash);
        for kept in self.app.store.posts_of(&ids).await? {
            traits.titles.extend(kept.post.title);
            traits.units.extend(kept.post.unit_id);
        }
        self.place(&mut traits).await?;
        Ok(traits)
    }

    /// What the tree and the reforms say of the units.
    pub(crate) async fn place(&mut self, traits: &mut Traits) -> Result<(), Refusal> {
        for unit in traits.units.clone() {
            if !self.above.contains_key(&unit) {
                let above = self.app.store.path_ids(&unit).await?.into_iter().skip(1).collect();
                let related = self.app.store.descent(&unit).await?.into_iter().map(|one| one.unit_id).collect();
                self.above.insert(unit.clone(), above);
                self.lineage.insert(unit.clone(), related);
            }
            traits.above.extend(self.above[&unit].iter().cloned());
            traits.lineage.extend(self.lineage[&unit].iter().cloned());
        }
        Ok(())
    }
}

/// Records that may be this one, the likeliest first; only those that this person may look at.
pub(crate) async fn candidates(
    app: &App,
    visitor: &Visitor,
    traits: &mut Traits,
    without: &[String],
) -> Result<Vec<(Person, Likeness)>, Refusal> {
    let mut looker = Looker::new(app);
    looker.place(traits).await?;
    let keys: Vec<String> = traits.names.iter().map(|name| alike_key(name)).filter(|key| !key.is_empty()).collect();
    let mut alike = app.store.people_alike(&keys, MOST).await?;
    if let Some(hash) = &traits.identity {
        alike.extend(app.store.people_with_identity(hash).await?);
    }
    let mut found: Vec<(Person, Likeness)> = Vec::new();
    for one in alike {
        if without.contains(&one.id) || one.merged_into.is_some() || found.iter().any(|(seen, _)| seen.id == one.id)
        {
            continue;
        }
        let open = match &one.post.unit_id {
            Some(unit) => app.may(visitor, Act::Look, unit).await?,
            None => false,
        };
        if open {
            let likeness = compare(traits, &looker.traits(&one).await?);
            if likeness.verdict() > Verdict::Different {
                found.push((one, likeness));
            }
        }
    }
    found.sort_by_key(|(_, likeness)| -likeness.score);
    Ok(found)
}
