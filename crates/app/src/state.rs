//! What every handler can reach.

use crate::signing_in::attempts::Attempts;
use std::path::Path;
use std::sync::Arc;
use thidua_store::files::Files;
use thidua_store::sealing::Sealing;
use thidua_store::{Author, Moment, Store};
use tokio::sync::Semaphore;

/// How the program was started.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Pages are served over HTTPS by a proxy in front: cookies are marked secure.
    pub https: bool,
}

/// The running product.
#[derive(Clone)]
pub struct App {
    pub(crate) store: Store,
    pub(crate) files: Files,
    pub(crate) sealing: Sealing,
    pub(crate) clock: fn() -> Moment,
    pub(crate) settings: Settings,
    pub(crate) attempts: Arc<Attempts>,
    /// Argon2 takes 19 MiB for each sign-in: two at a time.
    pub(crate) hashing: Arc<Semaphore>,
    /// Reading a plan and setting a page type take a core each: two at a time.
    pub(crate) heavy: Arc<Semaphore>,
}

impl App {
    /// The product over an open store and a data folder.
    pub fn new(store: Store, folder: &Path, clock: fn() -> Moment, settings: Settings) -> App {
        App {
            store,
            files: Files::in_folder(folder),
            sealing: Sealing::in_folder(folder, crate::clock::secret),
            clock,
            settings,
            attempts: Arc::default(),
            hashing: Arc::new(Semaphore::new(2)),
            heavy: Arc::new(Semaphore::new(2)),
        }
    }

    /// The store, for commands.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// What seals secrets with the key of the data folder.
    pub fn sealing(&self) -> &Sealing {
        &self.sealing
    }

    /// The system itself as author: first start and demo.
    pub fn system(&self, name: &str) -> Author {
        Author { account_id: None, name: name.to_owned(), at: (self.clock)() }
    }
}
