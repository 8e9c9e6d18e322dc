//! What every handler can reach.

use crate::digest::Drawings;
use crate::face::Refusal;
use crate::signing_in::attempts::Attempts;
use crate::signing_in::provider::Connection;
pub use crate::signing_in::provider::settings::{Origin, Provider, Secret};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
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
    /// Whether those who sign or administer need a second factor.
    pub second_factor: SecondFactor,
    /// The address that people type; passkeys and other systems' sign-ins are bound to it.
    pub origin: Option<Origin>,
    /// Another system that may sign people in.
    pub provider: Option<Provider>,
}

/// Whether roles that sign or administer need a second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondFactor {
    /// They can do nothing before they have one, from so many days after their account was added.
    Required {
        /// Days of grace.
        after_days: u32,
    },
    /// Everybody may have one and nobody must: a local trial.
    Offered,
}

impl Default for SecondFactor {
    fn default() -> SecondFactor {
        SecondFactor::Required { after_days: 0 }
    }
}

/// The running product.
#[derive(Clone)]
pub struct App {
    pub(crate) store: Store,
    pub(crate) files: Files,
    /// Certificates of the authorities that are trusted with signatures on papers.
    pub(crate) trust: PathBuf,
    pub(crate) sealing: Sealing,
    pub(crate) clock: fn() -> Moment,
    pub(crate) settings: Settings,
    /// Where the program listens; none for a router that is asked without a network.
    pub(crate) bound: Option<SocketAddr>,
    pub(crate) attempts: Arc<Attempts>,
    /// How often each account had its digest drawn.
    pub(crate) drawings: Arc<Drawings>,
    /// What is known of the provider of sign-ins.
    pub(crate) connection: Arc<Connection>,
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
            trust: folder.join("trust"),
            sealing: Sealing::in_folder(folder, crate::clock::secret),
            clock,
            settings,
            bound: None,
            attempts: Arc::default(),
            drawings: Arc::default(),
            connection: Arc::default(),
            hashing: Arc::new(Semaphore::new(2)),
            heavy: Arc::new(Semaphore::new(2)),
        }
    }

    /// The product that listens at this address.
    pub fn bound_to(self, address: SocketAddr) -> App {
        App { bound: Some(address), ..self }
    }

    /// Runs what takes a core for a while, off the threads that answer requests, when its turn comes. The turn is given
    /// back when the work ends, also where nobody waits for it any more.
    pub(crate) async fn heavily<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let turn = Arc::clone(&self.heavy).acquire_owned().await.map_err(Refusal::fault)?;
        let run = move || {
            let _turn = turn;
            work()
        };
        tokio::task::spawn_blocking(run).await.map_err(Refusal::fault)
    }

    /// The turns of heavy work; whoever holds them all keeps pages from beginning any.
    pub fn turns(&self) -> Arc<Semaphore> {
        Arc::clone(&self.heavy)
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
        Author { account_id: None, name: name.to_owned(), at: (self.clock)(), form: None }
    }
}
