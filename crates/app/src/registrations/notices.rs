//! What a registration says otherwise than it was given, and titles whose recipient is not who they are for: said beside
//! the item, and again before it is approved.

use super::assigned::Assigned;
use super::door::Sheet;
use super::labels;
use super::words::words;
use crate::App;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;
use thidua_domain::law::Whom;
use thidua_domain::registrations::ItemKind;
use thidua_store::StoreError;
use thidua_store::registrations::{Item, Written};
use thidua_store::targets::Target;

/// The folded words by which a title of households is named.
const HOUSEHOLD: &str = "gia dinh";

/// The notice beside an item; nothing where it agrees. `unit` is the name of the unit that registers.
pub(super) fn notice(
    written: &Written,
    assigned: &Assigned,
    targets: &[Target],
    unit: &str,
    language: Language,
) -> Option<String> {
    match written.kind {
        ItemKind::Target => differs(written, assigned, targets, language),
        ItemKind::Title => not_for(written, unit, language),
        ItemKind::Task => None,
    }
}

/// All notices of a registration, each with the name of its item.
pub(super) async fn of_sheet(
    app: &App,
    sheet: &Sheet,
    items: &[Item],
    language: Language,
) -> Result<Vec<String>, StoreError> {
    let assigned = Assigned::load(app, sheet).await?;
    let targets = app.store.targets(&sheet.view.plan.id).await?;
    let said = |item: &Item| {
        let says = notice(&item.written, &assigned, &targets, &sheet.unit.name, language)?;
        Some(format!("{}: {says}", labels::name(&item.written, language)))
    };
    Ok(items.iter().filter_map(said).collect())
}

/// `Đăng ký 9.007,4 tấn, được giao 900 tấn theo 20/QĐ-UBND`.
fn differs(written: &Written, assigned: &Assigned, targets: &[Target], language: Language) -> Option<String> {
    let w = words(language);
    let id = written.target_id.as_deref()?;
    let value = assigned.value(id)?;
    let own = targets.iter().find(|target| target.id == id).map(|target| target.draft.comparator);
    let side = own.is_some_and(|own| own != written.comparator);
    if written.registered.is_none_or(|registered| registered == value) && !side {
        return None;
    }
    let unit = written.unit_of.as_deref();
    let registered = match written.registered {
        Some(registered) if !side => format!("{} {}", registered.vietnamese(), unit.unwrap_or_default()),
        _ => labels::registered(written, crate::targets::words::words(language)),
    };
    let given = assigned.says(id, unit, w)?;
    Some(w.differs.replace("{v}", registered.trim()).replace("{given}", &given))
}

/// `Danh hiệu này dành cho cá nhân`.
fn not_for(written: &Written, unit: &str, language: Language) -> Option<String> {
    let w = words(language);
    let title = crate::law::called(written.title_code.as_deref()?, &written.name)?;
    let itself = written.person.as_deref().is_none_or(|person| fold(person) == fold(unit));
    let whom = match title.whom {
        _ if itself && fold(&title.name).contains(HOUSEHOLD) => w.whom_household,
        Whom::Person if itself => w.whom_person,
        Whom::Collective if !itself => w.whom_collective,
        _ => return None,
    };
    Some(w.title_not_for.replace("{whom}", whom))
}
