//! The product with its demo loaded, and a caller that keeps a session.

use axum::Router;
use axum::body::Body;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN, SET_COOKIE, USER_AGENT};
use axum::http::{Request, StatusCode};
use chrono::{Duration, NaiveDate, NaiveDateTime};
use http_body_util::BodyExt;
use std::cell::Cell;
use std::sync::Arc;
use thidua_app::demo::{self, SignIn};
use thidua_app::{App, SecondFactor, Settings, now, randomness, router};
use thidua_store::Store;
use tower::ServiceExt;

pub struct World {
    pub app: App,
    pub router: Router,
    pub sign_ins: Vec<SignIn>,
    folder: tempfile::TempDir,
}

impl World {
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }
}

/// As the demo is started: a second factor is offered to everybody and asked of nobody.
pub fn trial() -> Settings {
    Settings { second_factor: SecondFactor::Offered, ..Settings::default() }
}

/// A world of its own, with the demo.
pub async fn world() -> Arc<World> {
    loaded_world(trial(), demo::Below::Nothing).await
}

/// The same with the sample units below the five authorities.
pub async fn world_with_units() -> Arc<World> {
    loaded_world(trial(), demo::Below::Units).await
}

/// The demo under other settings, with a clock that the test can turn.
pub async fn world_with(settings: Settings) -> Arc<World> {
    loaded_world(settings, demo::Below::Nothing).await
}

async fn loaded_world(settings: Settings, below: demo::Below) -> Arc<World> {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(None, folder.path(), randomness).await.expect("the store opens");
    let app = App::new(store, folder.path(), clock, settings);
    let loaded = demo::load(&app, below, |_| {}, |_| Ok(())).await.expect("the demo loads");
    assert_eq!(loaded.drafts, Vec::<String>::new(), "every plan of the demo is launched");
    assert_eq!(loaded.unmatched, Vec::<String>::new(), "every sample figure finds its target");
    Arc::new(World { router: router(app.clone()), app, sign_ins: loaded.sign_ins, folder })
}

/// An empty installation.
pub async fn empty_world() -> Arc<World> {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(None, folder.path(), randomness).await.expect("the store opens");
    let app = App::new(store, folder.path(), now, trial());
    Arc::new(World { router: router(app.clone()), app, sign_ins: Vec::new(), folder })
}

thread_local! {
    static SECONDS_AHEAD: Cell<i64> = const { Cell::new(0) };
}

/// The clock of a world. Each test has its thread, and so its own.
pub fn clock() -> NaiveDateTime {
    now() + Duration::seconds(SECONDS_AHEAD.get())
}

/// The day of that clock in Vietnam, where it is tomorrow for the last seven hours of a day of UTC.
pub fn today() -> NaiveDate {
    thidua_app::local_date(clock())
}

/// Turns the clock of this test on.
pub fn later(seconds: i64) {
    SECONDS_AHEAD.set(SECONDS_AHEAD.get() + seconds);
}

pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub body: Vec<u8>,
    pub headers: axum::http::HeaderMap,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Somebody with a browser.
pub struct Caller {
    world: Arc<World>,
    pub cookies: String,
    agent: String,
}

impl Caller {
    pub fn stranger(world: &Arc<World>) -> Caller {
        Caller { world: Arc::clone(world), cookies: String::new(), agent: String::new() }
    }

    /// Signs in with a login of the demo.
    pub async fn signed_in(world: &Arc<World>, login: &str) -> Caller {
        Caller::signed_in_with(world, login, "").await
    }

    /// Signs in with a browser that says this of itself.
    pub async fn signed_in_with(world: &Arc<World>, login: &str, agent: &str) -> Caller {
        let found = world.sign_ins.iter().find(|one| one.login == login).expect("a sign-in of the demo");
        let mut caller = Caller::stranger(world);
        agent.clone_into(&mut caller.agent);
        let form = format!("login={}&password={}", found.login, found.password);
        let answer = caller.post("/sign-in", &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{login} signs in");
        caller.keep(&answer);
        caller
    }

    pub fn keep(&mut self, answer: &Answer) {
        for set in answer.headers.get_all(SET_COOKIE) {
            let pair = set.to_str().expect("text").split(';').next().expect("a pair");
            let name = format!("{}=", pair.split('=').next().expect("a name"));
            let mut kept: Vec<&str> =
                self.cookies.split("; ").filter(|one| !one.is_empty() && !one.starts_with(&name)).collect();
            kept.push(pair);
            self.cookies = kept.join("; ");
        }
    }

    /// What a cookie holds.
    pub fn cookie(&self, name: &str) -> String {
        let pairs = self.cookies.split("; ").filter_map(|pair| pair.split_once('='));
        pairs.into_iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_owned()).expect("the cookie")
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, None, Vec::new()).await
    }

    /// Asks as a browser does that takes compressed pages: the body is what goes over the line.
    pub async fn get_compressed(&self, path: &str) -> Answer {
        let request = Request::get(path).header(HOST, "thidua.test").header(COOKIE, &self.cookies);
        self.answer(request.header(ACCEPT_ENCODING, "gzip").body(Body::empty()).expect("a request")).await
    }

    pub async fn post(&self, path: &str, form: &str) -> Answer {
        self.send("POST", path, Some("application/x-www-form-urlencoded"), form.as_bytes().to_vec()).await
    }

    /// Sends a form with parts: name, file name, content.
    pub async fn post_parts(&self, path: &str, parts: &[(&str, Option<&str>, &[u8])]) -> Answer {
        let mut body = Vec::new();
        for (name, file, content) in parts {
            let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
            body.extend(
                format!("--CUT\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n").into_bytes(),
            );
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--CUT--\r\n");
        self.send("POST", path, Some("multipart/form-data; boundary=CUT"), body).await
    }

    pub async fn send(&self, method: &str, path: &str, media: Option<&str>, body: Vec<u8>) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(HOST, "thidua.test");
        if !self.agent.is_empty() {
            request = request.header(USER_AGENT, &self.agent);
        }
        if method == "POST" {
            request = request.header(ORIGIN, "http://thidua.test");
        }
        if let Some(media) = media {
            request = request.header(CONTENT_TYPE, media);
        }
        if !self.cookies.is_empty() {
            request = request.header(COOKIE, &self.cookies);
        }
        self.answer(request.body(Body::from(body)).expect("a request")).await
    }

    async fn answer(&self, request: Request<Body>) -> Answer {
        let response = self.world.router.clone().oneshot(request).await.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        let location = headers.get(LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        let body = response.into_body().collect().await.expect("a body").to_bytes().to_vec();
        Answer { status, location, body, headers }
    }
}

/// Identifiers of what belongs to an authority of the demo.
pub struct Ids {
    pub unit: String,
    pub plan: String,
    pub movement: String,
    pub target: String,
    pub digest: String,
    /// A report that was read; empty until one is.
    pub reading: String,
    /// A registration of a unit below; empty until one is begun.
    pub registration: String,
    /// An item of it.
    pub item: String,
    /// A covenant; empty until one is drawn up.
    pub covenant: String,
    /// A wave that was opened; empty until one is.
    pub wave: String,
    /// A task, a bottleneck and a problem; empty until there are some.
    pub task: String,
    pub bottleneck: String,
    pub problem: String,
    /// Somebody of the unit, a line of the roster, a list that was brought in; empty until they are made.
    pub person: String,
    pub staff: String,
    pub upload: String,
    /// A regulation, a class and a body of the authority; empty until there are some.
    pub regulation: String,
    pub training: String,
    pub council: String,
    /// A congress; empty until one is added.
    pub event: String,
    /// A recognition; empty until somebody is recognised.
    pub recognition: String,
    /// An initiative; empty until one is handed in.
    pub initiative: String,
    /// An outside cluster and a draft arrangement of blocks; empty until there are some.
    pub block: String,
    pub arrangement: String,
    /// A report of the movement, a summing-up, a direction; empty until they are made.
    pub period_report: String,
    pub summing_up: String,
    pub direction: String,
    /// An inspection, a place of it that was visited, and a finding there; empty until there are some.
    pub inspection: String,
    pub visit: String,
    pub finding: String,
    /// A term; empty until one is added.
    pub term: String,
    /// A meeting of a council; empty until one is called.
    pub meeting: String,
}

pub async fn ids(world: &World, issuer: &str) -> Ids {
    let store = world.app.store();
    let unit = store.unit_named(issuer).await.expect("read").expect("the authority is there");
    let line = store.plans(Some(&[unit.id.as_str()])).await.expect("read").remove(0);
    let plan = store.plan(&line.id).await.expect("read").expect("the plan is there");
    let targets = store.targets(&line.id).await.expect("read");
    let target = targets.iter().find(|one| one.draft.comparator.is_some()).expect("a leaf");
    Ids {
        unit: unit.id.clone(),
        plan: line.id,
        movement: line.movement_id.expect("a movement"),
        target: target.id.clone(),
        digest: plan.source_digest,
        reading: String::new(),
        registration: String::new(),
        item: String::new(),
        covenant: String::new(),
        wave: String::new(),
        task: String::new(),
        bottleneck: String::new(),
        problem: String::new(),
        person: String::new(),
        staff: String::new(),
        upload: String::new(),
        regulation: String::new(),
        training: String::new(),
        council: String::new(),
        event: String::new(),
        recognition: String::new(),
        initiative: String::new(),
        block: String::new(),
        arrangement: String::new(),
        period_report: String::new(),
        summing_up: String::new(),
        direction: String::new(),
        inspection: String::new(),
        visit: String::new(),
        finding: String::new(),
        term: String::new(),
        meeting: String::new(),
    }
}

/// The leaf of a name.
pub async fn target_named(world: &World, plan: &str, name: &str) -> String {
    let targets = world.app.store().targets(plan).await.expect("read");
    let found = targets.iter().find(|one| one.draft.comparator.is_some() && one.draft.name.contains(name));
    found.unwrap_or_else(|| panic!("{name} is a target")).id.clone()
}
