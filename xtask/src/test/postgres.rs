//! A PostgreSQL of our own: in a folder that does not last, on a free port of this machine only.

use crate::{
    place::random_word,
    programs::is_root,
    trouble::{Trouble, While},
};
use std::{
    fs::{self, File},
    net::TcpListener,
    os::unix::{fs::chown, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Name of the role and of the database that the tests get; the role may create others.
const NAME: &str = "thidua";
/// Quick rather than durable: the data lives for minutes. `synchronous_commit` stays on, since the store
/// refuses a server that answers before it has written; without `fsync` it costs nothing.
const SETTINGS: &[&str] = &[
    "listen_addresses=127.0.0.1",
    "fsync=off",
    "full_page_writes=off",
    "max_connections=200",
    "log_min_messages=warning",
];
const PATIENCE: Duration = Duration::from_secs(60);

/// The user that PostgreSQL runs as; it refuses to run as root.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owner(Option<(u32, u32)>);

impl Owner {
    /// Ourselves, or, when we are root, `postgres` or `nobody`.
    pub fn of_this_system() -> Result<Self, Trouble> {
        if !is_root() {
            return Ok(Self(None));
        }
        let users = fs::read_to_string("/etc/passwd").or_trouble("reading /etc/passwd")?;
        Self::among(&users)
            .ok_or_else(|| Trouble::new("PostgreSQL cannot run as root, and there is no user postgres or nobody"))
    }

    fn among(users: &str) -> Option<Self> {
        ["postgres", "nobody"].iter().find_map(|name| {
            let line = users.lines().find(|line| line.split(':').next() == Some(*name))?;
            let mut numbers = line.split(':').skip(2);
            Some(Self(Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))))
        })
    }

    fn become_in(self, command: &mut Command, folder: &Path) {
        command.current_dir(folder);
        if let Some((user, group)) = self.0 {
            command.uid(user).gid(group);
        }
    }

    fn give(self, path: &Path) -> Result<(), Trouble> {
        match self.0 {
            Some((user, group)) => chown(path, Some(user), Some(group)).or_trouble("giving PostgreSQL its folder"),
            None => Ok(()),
        }
    }
}

/// A running PostgreSQL.
pub struct Cluster {
    server: Child,
    owner: Owner,
    folder: PathBuf,
    programs: PathBuf,
    password: String,
    port: u16,
}

impl Cluster {
    /// Makes the data, starts the server, waits until it answers and creates the database.
    pub fn start(inside: &Path, programs: &Path, owner: Owner) -> Result<Self, Trouble> {
        let folder = inside.join("postgres");
        fs::create_dir(&folder).or_trouble("making PostgreSQL's folder")?;
        owner.give(&folder)?;
        let password = random_word()?;
        initialise(&folder, programs, owner, &password)?;
        // Between finding a free port and taking it, another may have taken it.
        let mut tries = 3;
        loop {
            let port = free_port()?;
            let server = spawn(&folder, programs, owner, port)?;
            let mut cluster = Self {
                server,
                owner,
                folder: folder.clone(),
                programs: programs.to_owned(),
                password: password.clone(),
                port,
            };
            if cluster.answers()? {
                return match cluster.call("createdb", &[NAME]) {
                    Ok(()) => Ok(cluster),
                    Err(trouble) => cluster.stop().and(Err(trouble)),
                };
            }
            tries -= 1;
            if tries == 0 {
                return Err(Trouble::new(format!("PostgreSQL does not start:\n{}", cluster.log())));
            }
        }
    }

    /// The address of the database for the tests.
    pub fn url(&self) -> String {
        format!("postgres://{NAME}:{}@127.0.0.1:{}/{NAME}", self.password, self.port)
    }

    /// Stops the server at once; what it holds is thrown away.
    pub fn stop(mut self) -> Result<(), Trouble> {
        let data = self.folder.join("data");
        self.call("pg_ctl", &["stop", "--silent", "--mode=immediate", "--pgdata", &data.display().to_string()])?;
        self.server.wait().or_trouble("waiting for PostgreSQL to end")?;
        Ok(())
    }

    /// True when it answers, false when it ended before it could.
    fn answers(&mut self) -> Result<bool, Trouble> {
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            if self.server.try_wait().or_trouble("watching PostgreSQL")?.is_some() {
                return Ok(false);
            }
            if self.ask("pg_isready", &["--quiet"])?.status.success() {
                return Ok(true);
            }
            thread::sleep(Duration::from_millis(30));
        }
        let _ = self.server.kill();
        Err(Trouble::new(format!("PostgreSQL does not answer:\n{}", self.log())))
    }

    fn call(&self, program: &str, words: &[&str]) -> Result<(), Trouble> {
        let answer = self.ask(program, words)?;
        match answer.status.success() {
            true => Ok(()),
            false => Err(Trouble::new(format!(
                "{program}: {}\n{}",
                String::from_utf8_lossy(&answer.stderr).trim(),
                self.log()
            ))),
        }
    }

    fn ask(&self, program: &str, words: &[&str]) -> Result<Output, Trouble> {
        let mut command = Command::new(self.programs.join(program));
        self.owner.become_in(&mut command, &self.folder);
        command
            .args(words)
            .env("PGHOST", "127.0.0.1")
            .env("PGPORT", self.port.to_string())
            .env("PGUSER", NAME)
            .env("PGPASSWORD", &self.password)
            .output()
            .or_trouble(program)
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }
}

/// Byte order for texts (`C`), as SQLite has it: whoever sorts must sort by the key we made.
fn initialise(folder: &Path, programs: &Path, owner: Owner, password: &str) -> Result<(), Trouble> {
    let secret = folder.join("password");
    fs::write(&secret, password).or_trouble("writing PostgreSQL's password")?;
    owner.give(&secret)?;
    let mut command = Command::new(programs.join("initdb"));
    owner.become_in(&mut command, folder);
    let answer = command
        .args(["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync", "--username", NAME])
        .arg("--pwfile")
        .arg(&secret)
        .arg("--pgdata")
        .arg(folder.join("data"))
        .output()
        .or_trouble("initdb")?;
    fs::remove_file(&secret).or_trouble("removing PostgreSQL's password")?;
    match answer.status.success() {
        true => Ok(()),
        false => Err(Trouble::new(format!("initdb: {}", String::from_utf8_lossy(&answer.stderr).trim()))),
    }
}

fn spawn(folder: &Path, programs: &Path, owner: Owner, port: u16) -> Result<Child, Trouble> {
    let log = File::create(folder.join("log")).or_trouble("opening PostgreSQL's log")?;
    let errors = log.try_clone().or_trouble("opening PostgreSQL's log")?;
    let mut command = Command::new(programs.join("postgres"));
    owner.become_in(&mut command, folder);
    for setting in SETTINGS {
        command.args(["-c", setting]);
    }
    command
        .arg("-D")
        .arg(folder.join("data"))
        .arg("-k")
        .arg(folder)
        .args(["-p", &port.to_string()])
        .stdin(Stdio::null())
        .stdout(log)
        .stderr(errors)
        .spawn()
        .or_trouble("starting PostgreSQL")
}

/// A port of this machine that nobody listens on.
pub fn free_port() -> Result<u16, Trouble> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).or_trouble("finding a free port")?;
    Ok(listener.local_addr().or_trouble("finding a free port")?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_becomes_postgres_and_else_nobody() {
        let users = "root:x:0:0:root:/:/bin/sh\nnobody:x:65534:65533::/:/bin/false\n";
        assert_eq!(Owner::among(users), Some(Owner(Some((65534, 65533)))));
        let users = format!("{users}postgres:x:101:104:PostgreSQL:/var:/bin/sh\n");
        assert_eq!(Owner::among(&users), Some(Owner(Some((101, 104)))));
        assert_eq!(Owner::among("root:x:0:0:root:/:/bin/sh\n"), None);
    }
}
