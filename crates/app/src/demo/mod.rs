//! The demo: five real plans of Vietnamese authorities, launched, with invented figures that are marked as such
//! wherever they are shown.

mod commendation;
mod evaluated;
mod figures;
mod inspected;
mod longer;
mod meetings;
mod nominees;
mod reporting;
mod units;
mod words;

use crate::App;
use crate::accounts::actions::{NewAccount, add_with_password, replace_password};
use crate::evaluation;
use crate::movements::actions::{MovementView, Review, step, write_review};
use crate::plans::actions::{bring_in, launch, read};
use crate::units::actions as unit_actions;
use std::fmt::Display;
use thidua_domain::access::Role;
use thidua_domain::basics::Language;
use thidua_domain::movements::State;
use thidua_domain::plans::draft::IssuerLevel;
use thidua_store::audit::Entry;

/// A plan of the demo: the file as it came, and the figures that were made up for it.
pub struct DemoPlan {
    file: &'static str,
    content: &'static [u8],
    figures: &'static str,
    /// Prefix of its logins.
    short: &'static str,
}

macro_rules! plan {
    ($file:literal, $short:literal) => {
        DemoPlan {
            file: concat!($file, ".txt"),
            content: include_bytes!(concat!("../../../../samples/plans/", $file, ".txt")),
            figures: include_str!(concat!("../../../../samples/figures/", $file, ".toml")),
            short: $short,
        }
    };
}

/// The five plans.
pub static PLANS: [DemoPlan; 5] = [
    plan!("2022-ly-son-34-KH-UBND", "lyson"),
    plan!("2022-ha-tinh-05-KH-SNV", "hatinh"),
    plan!("2024-luong-phong-50-KH-UBND", "luongphong"),
    plan!("2022-lo-ku-43-KH-UBND", "loku"),
    plan!("2025-binh-son-21-KH-UBND", "binhson"),
];

/// A step of loading, for the progress shown.
pub struct LoadStep {
    /// The file.
    pub file: &'static str,
    /// What came of it.
    pub says: String,
}

/// A sign-in of the demo.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// Login.
    pub login: String,
    /// Password, made for this installation.
    pub password: String,
    /// Role in words.
    pub role: String,
    /// Authority.
    pub authority: String,
}

/// What was loaded.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Movements launched.
    pub movements: usize,
    /// Leaf targets.
    pub targets: usize,
    /// Figures entered.
    pub figures: usize,
    /// Plans that stayed drafts because errors stand.
    pub drafts: Vec<String>,
    /// Figures whose target was not found.
    pub unmatched: Vec<String>,
    /// Sign-ins.
    pub sign_ins: Vec<SignIn>,
}

/// A failure of loading.
#[derive(Debug)]
pub struct DemoFailed(String);

impl Display for DemoFailed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

fn failed(error: impl std::fmt::Debug) -> DemoFailed {
    DemoFailed(format!("{error:?}"))
}

fn entry(act: &'static str, subject: &'static str, id: &str, unit: &str) -> Entry {
    Entry { unit_id: Some(unit.to_owned()), act, subject, subject_id: id.to_owned(), detail: None }
}

/// Whether the demo is there already.
///
/// # Errors
/// Those of the store.
pub async fn is_loaded(app: &App) -> Result<bool, DemoFailed> {
    // the administrator is added last: a load that was cut short is done again from an empty folder or goes on
    Ok(app.store.accounts().await.map_err(failed)?.iter().any(|account| account.role == Role::Administrator))
}

/// Gives every account of a loaded demo a new password: the file with the old ones is gone.
///
/// # Errors
/// [`DemoFailed`].
pub async fn renew_sign_ins(app: &App) -> Result<Vec<SignIn>, DemoFailed> {
    let w = words::words(Language::Vietnamese);
    let c = crate::face::words::words(Language::Vietnamese);
    let mut sign_ins = Vec::new();
    for account in app.store.accounts().await.map_err(failed)? {
        let password = password();
        replace_password(app, app.system(w.author), &account.login, &password).await.map_err(failed)?;
        let authority = match &account.unit_id {
            Some(unit) => app.store.unit(unit).await.map_err(failed)?.map(|unit| unit.name).unwrap_or_default(),
            None => c.all_authorities.to_owned(),
        };
        let role = crate::face::show::role(account.role, c).to_owned();
        sign_ins.push(SignIn { login: account.login, password, role, authority });
    }
    Ok(sign_ins)
}

/// What the demo puts below its five authorities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Below {
    /// The sample units.
    Units,
    /// Nothing: for stories that set up their own.
    Nothing,
}

/// Loads everything; a load that was cut short goes on where it stopped. `keep` is called with the sign-ins before the
/// demo counts as loaded.
///
/// # Errors
/// [`DemoFailed`].
pub async fn load(
    app: &App,
    below: Below,
    mut progress: impl FnMut(LoadStep),
    keep: impl FnOnce(&[SignIn]) -> std::io::Result<()>,
) -> Result<Loaded, DemoFailed> {
    let w = words::words(Language::Vietnamese);
    let c = crate::face::words::words(Language::Vietnamese);
    let mut loaded = Loaded::default();
    for demo in &PLANS {
        let says = load_plan(app, demo, below, &mut loaded).await?;
        progress(LoadStep { file: demo.file, says });
    }
    let password = password();
    let new = NewAccount {
        login: "quan-tri".to_owned(),
        name: c.role_administrator.to_owned(),
        role: Role::Administrator,
        unit_id: None,
    };
    loaded.sign_ins.push(SignIn {
        login: "quan-tri".to_owned(),
        password: password.clone(),
        role: c.role_administrator.to_owned(),
        authority: c.all_authorities.to_owned(),
    });
    // the administrator marks the demo as loaded: by then the sign-ins are where they will be looked for
    keep(&loaded.sign_ins).map_err(failed)?;
    add_with_password(app, app.system(w.author), new, &password).await.map_err(failed)?;
    Ok(loaded)
}

/// The roles that get a sign-in: the four of every authority, and at Lơ Ku all of them.
fn roles(short: &str) -> Vec<(Role, &'static str)> {
    let mut roles = vec![
        (Role::StandingOffice, "thuongtruc"),
        (Role::Head, "thutruong"),
        (Role::Reporter, "baocao"),
        (Role::Viewer, "xem"),
    ];
    if short == "loku" {
        roles.extend([
            (Role::Signatory, "kythay"),
            (Role::CouncilMember, "hoidong"),
            (Role::PropagandaOfficer, "tuyentruyen"),
            (Role::Inspector, "kiemtra"),
        ]);
    }
    roles
}

async fn load_plan(app: &App, demo: &DemoPlan, below: Below, loaded: &mut Loaded) -> Result<String, DemoFailed> {
    let w = words::words(Language::Vietnamese);
    let author = || app.system(w.author);
    let read = read(demo.content).map_err(failed)?;
    let sample = figures::parse(demo.figures).map_err(failed)?;
    let mut corrected = read.draft.clone();
    figures::correct(&mut corrected, &sample.corrections);
    let head = &corrected.document;
    let issuer = head.issuer.as_ref().map_or_else(|| demo.short.to_owned(), |issuer| issuer.value.clone());
    let level = head.issuer_level.as_ref().map_or(IssuerLevel::Other, |level| level.value);
    let parent = head.parent_authority.as_ref().map(|parent| parent.value.clone());
    let unit_id = match app.store.unit_named(&issuer).await.map_err(failed)? {
        Some(unit) => unit.id,
        None => {
            let new = unit_actions::NewUnit {
                name: issuer.clone(),
                level: Some(level),
                parent_name: parent,
                ..Default::default()
            };
            unit_actions::add(app, author(), new).await.map_err(failed)?
        }
    };
    if below == Below::Units {
        units::load(app, author, demo.short, &unit_id).await?;
        // people first: an initiative names its authors, and a nomination is judged by both
        meetings::enrol(app, author, demo.short, &unit_id).await?;
        commendation::load(app, author, demo.short, &unit_id, &issuer).await?;
        meetings::load(app, author, demo.short, &unit_id).await?;
    }
    for (role, suffix) in roles(demo.short) {
        let c = crate::face::words::words(Language::Vietnamese);
        let login = format!("{}.{suffix}", demo.short);
        let password = password();
        let role_name = crate::face::show::role(role, c).to_owned();
        let new = NewAccount {
            login: login.clone(),
            name: w.person.replace("{role}", &role_name),
            role,
            unit_id: Some(unit_id.clone()),
        };
        match add_with_password(app, author(), new, &password).await {
            Ok(()) => loaded.sign_ins.push(SignIn { login, password, role: role_name, authority: issuer.clone() }),
            // a load that was cut short had no time to say this password: a new one takes its place
            Err(thidua_store::StoreError::AlreadyThere) => {
                replace_password(app, author(), &login, &password).await.map_err(failed)?;
                loaded.sign_ins.push(SignIn { login, password, role: role_name, authority: issuer.clone() });
            }
            Err(other) => return Err(failed(other)),
        }
    }
    let brought = bring_in(app, author(), &unit_id, demo.file, demo.content, &read, true).await.map_err(failed)?;
    let mut plan = app.store.plan(brought.id()).await.map_err(failed)?.ok_or_else(|| failed("the plan is gone"))?;
    if !plan.issued && corrected != plan.draft {
        let what = w.corrected.to_owned();
        crate::plans::actions::correct(app, author(), &plan, &corrected, plan.version, what)
            .await
            .map_err(failed)?;
        plan = app.store.plan(brought.id()).await.map_err(failed)?.ok_or_else(|| failed("the plan is gone"))?;
    }
    if !plan.issued
        && let Err(refused) = launch(app, author(), &plan, plan.version).await
    {
        tracing::warn!("{}: {refused:?}", demo.file);
        loaded.drafts.push(demo.file.to_owned());
        return Ok(w.stayed_draft.to_owned());
    }
    let movements = app.store.movements(&plan.id).await.map_err(failed)?;
    let own = movements.iter().find(|movement| movement.named.own).ok_or_else(|| failed("no own movement"))?;
    let line = app.store.plan_line(&plan.id).await.map_err(failed)?.ok_or_else(|| failed("the plan is gone"))?;
    let view = MovementView { movement: own.clone(), plan: line };
    if own.state == State::Issued {
        step(app, author(), &view, State::Running, None).await.map_err(failed)?;
    }
    let entered = figures::enter(app, author(), &plan, &sample, loaded).await?;
    if below == Below::Units {
        let c = crate::face::words::words(Language::Vietnamese);
        let reporter = crate::face::show::role(Role::Reporter, c);
        let named = w.person.replace("{role}", reporter);
        let sign_in = reporting::load(app, author, &plan, &own.id, demo.short, (&named, reporter)).await?;
        loaded.sign_ins.extend(sign_in);
        evaluated::load(app, author, &plan, &own.id, demo.short).await?;
    }
    let results = movements
        .iter()
        .filter(|movement| !movement.named.own)
        .zip(&sample.results)
        .map(|(movement, result)| (movement.id.clone(), Some(result.clone())))
        .collect();
    let review = Review {
        seen: own.version,
        results,
        difficulties: sample.difficulties.clone(),
        lessons: sample.lessons.clone(),
        directions: sample.directions.clone(),
    };
    write_review(app, author(), &view, &review).await.map_err(failed)?;
    let targets = app.store.targets(&plan.id).await.map_err(failed)?;
    let leaves = targets.iter().filter(|target| evaluation::goal(target).is_some()).count();
    loaded.movements += 1;
    loaded.targets += leaves;
    loaded.figures += entered;
    Ok(w.loaded
        .replace("{issuer}", &issuer)
        .replace("{n}", &leaves.to_string())
        .replace("{b}", &plan.draft.legal_bases.len().to_string())
        .replace("{f}", &entered.to_string()))
}

/// A password for this installation: sixteen characters, read without mistakes.
fn password() -> String {
    crate::signing_in::secrets::code().to_lowercase()
}
