//! The rules of the house, as a list that describes itself. A rule is one file here and one entry below.

mod arrows;
mod capabilities;
mod conflict;
mod decisions;
pub mod file_length;
mod file_name;
mod floats;
mod front_papers;
mod leftovers;
mod lock;
mod machine_path;
mod memory;
mod registry_host;
mod trailing_space;
mod words;

use super::{
    finding::Place,
    tree::{SourceFile, Tree},
};

/// A rule of the house.
pub struct Rule {
    /// Its name, as findings show it and as `tidy-allow` takes it.
    pub name: &'static str,
    /// What it asks for.
    pub says: &'static str,
    /// Finds what breaks it.
    pub check: Check,
}

/// What a rule looks at.
pub enum Check {
    /// Each file by itself.
    File(fn(&SourceFile) -> Vec<Place>),
    /// All files together.
    Tree(fn(&Tree) -> Vec<Place>),
}

/// Every rule.
pub const RULES: &[Rule] = &[
    Rule {
        name: "arrows",
        says: "rooms lean on each other in one direction: cli, app, store and paper, domain; the domain on no web, SQL or async crate",
        check: Check::File(arrows::check),
    },
    Rule {
        name: "memory",
        says: "only the store names the SQL crates, in manifests and in code",
        check: Check::File(memory::check),
    },
    Rule {
        name: "lock",
        says: "one sqlx-core and one libsqlite3-sys in the whole tree",
        check: Check::File(lock::check),
    },
    Rule { name: "file-length", says: "no Rust file over 500 lines", check: Check::File(file_length::check) },
    Rule {
        name: "file-name",
        says: "no file or folder is a drawer: it is named after what it holds",
        check: Check::File(file_name::check),
    },
    Rule {
        name: "leftovers",
        says: "no unwrap, todo, unimplemented or dbg outside tests",
        check: Check::File(leftovers::check),
    },
    Rule {
        name: "floats",
        says: "no floating point where figures are kept, unless the line ends with `// float: reason`",
        check: Check::File(floats::check),
    },
    Rule {
        name: "machine-path",
        says: "no path that exists on one machine only",
        check: Check::File(machine_path::check),
    },
    Rule {
        name: "registry-host",
        says: "packages come from the public registry, and no file names another host for them",
        check: Check::File(registry_host::check),
    },
    Rule {
        name: "words",
        says: "what people read stands in words.rs, never in code or templates",
        check: Check::File(words::check),
    },
    Rule { name: "decisions", says: "decisions are numbered without gaps", check: Check::Tree(decisions::check) },
    Rule {
        name: "capabilities",
        says: "every capability names the test that shows it",
        check: Check::Tree(capabilities::check),
    },
    Rule { name: "conflict", says: "no marks of an unfinished merge", check: Check::File(conflict::check) },
    Rule {
        name: "trailing-space",
        says: "no white space at the end of a line",
        check: Check::File(trailing_space::check),
    },
    Rule {
        name: "front-papers",
        says: "a licence, and a README that names the two commands",
        check: Check::Tree(front_papers::check),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_name_of_its_own_and_says_something() {
        for (at, rule) in RULES.iter().enumerate() {
            assert!(RULES[..at].iter().all(|earlier| earlier.name != rule.name), "{}", rule.name);
            assert!(rule.says.len() > 10);
        }
    }
}
