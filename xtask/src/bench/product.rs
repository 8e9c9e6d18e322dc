//! Everything the measurements know about the product, in one place: commands, files, fields, addresses.

use crate::trouble::{Trouble, While};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The folder of the plans, from the root of the checkout.
pub const PLANS: &str = "samples/plans";
/// Answers 200 as soon as the server serves.
pub const HEALTH: &str = "/healthz";
/// Where one signs in, and the names of the two fields.
pub const SIGN_IN: (&str, &str, &str) = ("/sign-in", "login", "password");
/// The page that holds the link to the page under load.
pub const FIRST_PAGE: &str = "/";
/// The demo writes here who may sign in: login, password, role, authority, with a tab between.
const SIGN_INS: &str = "sign-ins.txt";

/// Whether a link leads to the page under load: the targets of some movement.
pub fn is_target_page(link: &str) -> bool {
    let path = link.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    matches!(parts.as_slice(), ["", "movements", movement, "targets"] if !movement.is_empty())
}

/// The built product.
pub struct Product {
    /// The program.
    pub program: PathBuf,
    /// The root of the checkout.
    pub root: PathBuf,
}

impl Product {
    /// Reads one plan and prints it as JSON.
    pub fn reading(&self, plan: &Path) -> Vec<String> {
        ["plan", "read", &plan.display().to_string(), "--format", "json"].map(str::to_owned).to_vec()
    }

    /// Makes the data of the demo and ends.
    pub fn demo(&self, data: &Path) -> Command {
        let mut command = self.command();
        command.arg("demo").arg("--dir").arg(data).arg("--no-serve").stdout(Stdio::null());
        command
    }

    /// Serves the data of the demo.
    pub fn serve(&self, data: &Path, address: &str) -> Command {
        let mut command = self.command();
        // the administrator of the demo has no second factor, and adds the accounts of the measurement
        let later = ["--second-factor-after-days", "3650"];
        command.arg("serve").arg("--data").arg(data).args(["--bind", address]).args(later).stdout(Stdio::null());
        command
    }

    /// Brings a list in.
    pub fn import(&self, list: &str, file: &Path, data: &Path) -> Command {
        let mut command = self.command();
        command.args(["import", list]).arg(file).arg("--data").arg(data);
        command
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.current_dir(&self.root).stdin(Stdio::null());
        command
    }
}

/// Login and password of everyone the demo knows.
pub fn sign_ins(data: &Path) -> Result<Vec<(String, String)>, Trouble> {
    let text = fs::read_to_string(data.join(SIGN_INS)).or_trouble(&format!("reading {SIGN_INS} of the demo"))?;
    Ok(parse_sign_ins(&text))
}

fn parse_sign_ins(text: &str) -> Vec<(String, String)> {
    let pair = |line: &str| {
        let mut fields = line.split('\t');
        Some((fields.next()?.trim().to_owned(), fields.next()?.trim().to_owned()))
    };
    text.lines().filter(|line| !line.starts_with('#')).filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_target_page_is_known_by_its_address() {
        assert!(
            is_target_page("/movements/0198-ab/targets") && is_target_page("/movements/7/targets?year=2026#t3")
        );
        assert!(
            !is_target_page("/movements/7")
                && !is_target_page("/movements/7/targets/3")
                && !is_target_page("/targets")
        );
    }

    #[test]
    fn sign_ins_are_read_line_by_line() {
        let text = "# login\tpassword\nlan\tmot hai ba\tclerk\tXã Lơ Ku\nwithout a tab\n";
        assert_eq!(parse_sign_ins(text), [("lan".to_owned(), "mot hai ba".to_owned())]);
    }
}
