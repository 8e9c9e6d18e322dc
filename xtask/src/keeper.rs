//! The keeper: a second process that holds what must not outlive a run (a folder, a PostgreSQL).
//!
//! It reads its standard input. When that ends, because the run is over or because the run was
//! killed or stopped with Ctrl-C, the keeper stops the server and removes the folder. It stands in a
//! process group of its own, so that Ctrl-C at the terminal does not reach it or the server.

use crate::{
    test::postgres::{Cluster, Owner},
    trouble::{Trouble, While},
};
use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, ExitCode, Stdio},
};

/// The word under which the workshop calls itself as a keeper; not for people, so not in the help.
pub const WORD: &str = "keeper";
/// Said to the keeper to leave everything as it is.
const LEAVE: &str = "leave";

/// A folder, and perhaps a PostgreSQL in it, that go away with this value or with this process.
pub struct Kept {
    keeper: Child,
    line: Option<ChildStdin>,
    folder: PathBuf,
    url: Option<String>,
}

impl Kept {
    /// Keeps a folder.
    pub fn folder(folder: PathBuf) -> Result<Self, Trouble> {
        Self::start(folder, &[])
    }

    /// Keeps a folder and starts a PostgreSQL in it, with the programs of `programs`.
    pub fn postgres(folder: PathBuf, programs: &Path) -> Result<Self, Trouble> {
        Self::start(folder, &[programs])
    }

    fn start(folder: PathBuf, programs: &[&Path]) -> Result<Self, Trouble> {
        let ourselves = env::current_exe().or_trouble("finding the workshop's own program")?;
        let mut keeper = Command::new(ourselves)
            .arg(WORD)
            .arg(&folder)
            .args(programs)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .process_group(0)
            .spawn()
            .or_trouble("starting the keeper")?;
        let line = keeper.stdin.take();
        let mut answer = String::new();
        if let Some(out) = keeper.stdout.take() {
            BufReader::new(out).read_line(&mut answer).or_trouble("listening to the keeper")?;
        }
        let kept =
            Self { keeper, line, folder, url: answer.strip_prefix("ready").map(|url| url.trim().to_owned()) };
        match &kept.url {
            Some(_) => Ok(kept),
            None => Err(Trouble::new("PostgreSQL for the tests did not start; the reason is above")),
        }
    }

    /// The kept folder.
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// The address of the database; empty when only a folder is kept.
    pub fn url(&self) -> &str {
        self.url.as_deref().unwrap_or_default()
    }

    /// Ends the keeping and leaves everything in place.
    pub fn leave(mut self) {
        if let Some(line) = &mut self.line {
            let _ = writeln!(line, "{LEAVE}");
        }
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        drop(self.line.take());
        let _ = self.keeper.wait();
    }
}

/// The keeper itself: `keeper FOLDER [FOLDER-OF-POSTGRESQL-PROGRAMS]`.
pub fn run(words: &[String]) -> Result<ExitCode, Trouble> {
    let Some((folder, programs)) = words.split_first() else { return Err(Trouble::new("keeper: no folder")) };
    let folder = PathBuf::from(folder);
    let outcome = keep(&folder, programs.first().map(Path::new));
    match outcome {
        Ok(true) => return Ok(ExitCode::SUCCESS),
        Ok(false) => {}
        Err(trouble) => eprintln!("{trouble}"),
    }
    fs::remove_dir_all(&folder).or_trouble("removing the temporary folder")?;
    Ok(ExitCode::SUCCESS)
}

/// Waits for the end of the run; true when everything is to be left in place.
fn keep(folder: &Path, programs: Option<&Path>) -> Result<bool, Trouble> {
    let cluster = match programs {
        Some(programs) => Some(Cluster::start(folder, programs, Owner::of_this_system()?)?),
        None => None,
    };
    println!("ready {}", cluster.as_ref().map(Cluster::url).unwrap_or_default());
    let mut said = String::new();
    // An unreadable line means the same as its end: the run is over.
    let _ = std::io::stdin().read_line(&mut said);
    if said.trim() == LEAVE {
        return Ok(true);
    }
    if let Some(cluster) = cluster {
        cluster.stop()?;
    }
    Ok(false)
}
