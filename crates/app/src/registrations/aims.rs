//! Award targets of the plan against what is registered: 15 % CSTĐCS aimed at, so many registered.

use super::words::Words;
use crate::face::show;
use crate::law::{self, OfDay};
use thidua_domain::basics::{Amount, Language};
use thidua_domain::law::{Sort, Title};
use thidua_domain::registrations::{ItemKind, share};
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::registrations::Item;
use thidua_store::targets::Target;

/// A registered title with how many.
pub(super) struct Count {
    pub(super) name: String,
    pub(super) source: String,
    pub(super) form: bool,
    pub(super) units: usize,
    pub(super) people: usize,
    pub(super) names: Vec<String>,
}

/// A target of the plan that speaks of a title.
pub(super) struct Aim {
    pub(super) target_id: String,
    pub(super) name: String,
    pub(super) aimed: String,
    pub(super) title: String,
    pub(super) registered: u32,
    pub(super) share: String,
    pub(super) note: String,
    pub(super) class: &'static str,
    pub(super) status: &'static str,
}

fn of_code<'a>(items: &'a [&'a Item], code: &'a str) -> impl Iterator<Item = &'a &'a Item> {
    items.iter().filter(move |item| item.written.title_code.as_deref() == Some(code))
}

/// All registered titles by kind. `unit_of` names the unit of a registration.
pub(super) fn counts(
    items: &[&Item],
    of_day: OfDay,
    language: Language,
    unit_of: impl Fn(&str) -> String,
) -> Vec<Count> {
    let one = |title: &Title| {
        let of = || of_code(items, &title.code);
        let names: Vec<String> = of()
            .map(|item| {
                let unit = unit_of(&item.registration_id);
                item.written.person.as_ref().map_or(unit.clone(), |person| format!("{person} ({unit})"))
            })
            .collect();
        (!names.is_empty()).then(|| Count {
            name: law::name(title, language).to_owned(),
            source: of_day.cited(title, language),
            form: title.sort == Sort::Form,
            units: of().filter(|item| item.written.person.is_none()).count(),
            people: of().filter(|item| item.written.person.is_some()).count(),
            names,
        })
    };
    // what was registered under another law stays, under the name it had
    let mut others: Vec<&Title> = Vec::new();
    for item in items {
        let Some(code) = item.written.title_code.as_deref() else { continue };
        if of_day.title(code).is_none() && !others.iter().any(|title| title.code == code) {
            others.extend(law::called(code, &item.written.name));
        }
    }
    of_day.titles().iter().chain(others).filter_map(one).collect()
}

/// The plan's award targets against what is registered by the units that have to register.
pub(super) fn aims(
    targets: &[Target],
    items: &[&Item],
    asked: &[Unit],
    of_day: OfDay,
    w: &'static Words,
    language: Language,
) -> Vec<Aim> {
    let t = crate::targets::words::words(language);
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let leaves = targets.iter().filter(|target| target.draft.comparator.is_some());
    let one = |target: &Target| {
        let draft = &target.draft;
        let title = of_day.spoken_of(&draft.name)?;
        let registered = number(of_code(items, &title.code).count());
        let percent = draft.unit.as_deref() == Some("%");
        let base = match title.of.as_str() {
            "units" => Some(number(asked.len())),
            "villages" => Some(number(asked.iter().filter(|unit| unit.kind == UnitKind::Village).count())),
            "people" => None,
            // whoever registers the higher title meets the lower one
            code => Some(number(of_code(items, code).count())),
        };
        let (reached, note) = match (percent, base) {
            (false, _) => (i32::try_from(registered).ok().map(Amount::whole), String::new()),
            (true, Some(base)) => {
                let counted = if title.of == "villages" { w.aim_villages } else { w.aim_units };
                let of = of_day.title(&title.of).map_or(counted, |title| law::name(title, language));
                (share(registered, base), w.aim_of.replace("{n}", &base.to_string()).replace("{of}", of))
            }
            (true, None) => (None, w.aim_people.to_owned()),
        };
        let aimed = draft.value.or(target.reference);
        let (class, status) = match (reached, aimed) {
            (Some(reached), Some(aimed)) if reached >= aimed => ("met", w.aim_enough),
            (Some(_), Some(_)) => ("at-risk", w.aim_short),
            _ => ("needs-person", w.aim_open),
        };
        Some(Aim {
            target_id: target.id.clone(),
            name: draft.name.clone(),
            aimed: format!("{} {}", show::asked(draft, t), draft.unit.as_deref().unwrap_or_default()),
            title: format!("{}; {}", law::name(title, language), of_day.cited(title, language)),
            registered,
            share: reached.filter(|_| percent).map(|rate| format!("{} %", rate.vietnamese())).unwrap_or_default(),
            note,
            class,
            status,
        })
    };
    leaves.filter_map(one).collect()
}

/// Hard, complex items.
pub(super) fn is_hard(item: &Item) -> bool {
    item.written.hard && item.written.kind != ItemKind::Title
}
