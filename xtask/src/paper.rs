//! `cargo x paper`: every page that is printed, as a picture, and a page that shows what changed against an earlier state.

use crate::{
    arguments::Arguments,
    command::Command,
    keeper::Kept,
    place,
    section::section,
    trouble::{Trouble, While},
};
use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::{self, ExitCode},
};

/// How the help lists it.
pub const COMMAND: Command = Command {
    name: "paper",
    takes: "[--out FOLDER] [--against COMMIT]",
    says: "every printed page as a picture, and a page that shows what changed against the last release (or any commit)",
    run,
};

/// The page that shows what changed, beside the two folders of pictures.
const PAGE: &str = "index.html";

fn run(words: &[String]) -> Result<ExitCode, Trouble> {
    let mut arguments = Arguments::new(words);
    let (out, against) = (arguments.value("--out")?, arguments.value("--against")?);
    arguments.finish()?;
    let root = place::root()?;
    let out = out.map_or_else(|| root.join("target").join("paper"), PathBuf::from);
    let (now, before) = (out.join("now"), out.join("before"));
    // what the last run drew is compared with where there is no release yet
    let earlier = match against {
        Some(commit) => Some(commit),
        None => last_release(&root),
    };
    match &earlier {
        Some(commit) => section(&format!("pages of {commit}"), || drawn_at(&root, commit, &before))?,
        None if now.is_dir() => {
            remove(&before)?;
            fs::rename(&now, &before).or_trouble("keeping the pages of the last run")?;
        }
        None => {}
    }
    section("pages of now", || drawn(&root, &now))?;
    let changed = compared(&before, &now)?;
    let title = earlier.map_or_else(|| "the last run".to_owned(), |commit| format!("`{commit}`"));
    fs::write(out.join(PAGE), page(&title, &changed)).or_trouble("writing the page")?;
    let count = |which: Change| changed.iter().filter(|(_, change)| *change == which).count();
    println!(
        "{} pages: {} changed, {} new, {} gone against {title}: {}",
        changed.len(),
        count(Change::Changed),
        count(Change::New),
        count(Change::Gone),
        out.join(PAGE).display()
    );
    Ok(ExitCode::SUCCESS)
}

/// The newest tag of a release.
fn last_release(root: &Path) -> Option<String> {
    let told = process::Command::new("git")
        .current_dir(root)
        .args(["describe", "--tags", "--abbrev=0", "--match", "v*"])
        .output()
        .ok()?;
    let tag = String::from_utf8(told.stdout).ok()?.trim().to_owned();
    (told.status.success() && !tag.is_empty()).then_some(tag)
}

/// Draws the pages of a commit in a work tree of its own.
fn drawn_at(root: &Path, commit: &str, into: &Path) -> Result<(), Trouble> {
    let kept = Kept::folder(place::passing_folder("paper")?)?;
    let tree = kept.path().join("thidua");
    let git = |words: &[&str]| {
        process::Command::new("git").current_dir(root).args(words).arg(&tree).status().or_trouble("git worktree")
    };
    let added = process::Command::new("git")
        .current_dir(root)
        .args(["worktree", "add", "--quiet", "--detach"])
        .arg(&tree)
        .arg(commit)
        .status()
        .or_trouble("git worktree")?;
    if !added.success() {
        return Err(Trouble::new(format!("there is no commit {commit}")));
    }
    let done = drawn(&tree, into);
    // the work tree goes, whatever came of it
    git(&["worktree", "remove", "--force"])?;
    done
}

fn drawn(root: &Path, into: &Path) -> Result<(), Trouble> {
    remove(into)?;
    let status = place::cargo(root)
        .args(["run", "--release", "--quiet", "--package", "thidua-paper", "--example", "paper", "--"])
        .arg(into)
        .status()
        .or_trouble("cargo run")?;
    if status.success() { Ok(()) } else { Err(Trouble::new("the pages could not be drawn; the message is above")) }
}

fn remove(folder: &Path) -> Result<(), Trouble> {
    if folder.is_dir() { fs::remove_dir_all(folder).or_trouble("removing old pages") } else { Ok(()) }
}

/// What became of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    Same,
    Changed,
    New,
    Gone,
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).filter(|name| name.ends_with(".png")).collect()
}

fn compared(before: &Path, now: &Path) -> Result<Vec<(String, Change)>, Trouble> {
    let (old, new) = (names(before), names(now));
    let mut found = Vec::new();
    for name in old.union(&new) {
        let change = match (old.contains(name), new.contains(name)) {
            (false, _) => Change::New,
            (_, false) => Change::Gone,
            _ => {
                let same = fs::read(before.join(name)).or_trouble("a page")?
                    == fs::read(now.join(name)).or_trouble("a page")?;
                if same { Change::Same } else { Change::Changed }
            }
        };
        found.push((name.clone(), change));
    }
    Ok(found)
}

/// The page: what changed first, each beside what it was, with the difference laid over.
fn page(against: &str, all: &[(String, Change)]) -> String {
    let mut html = String::from(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Printed pages</title><style>\
         body{font:15px/1.5 sans-serif;margin:2rem;background:#eee}h2{margin-top:2rem}\
         .row{display:grid;grid-template-columns:repeat(3,1fr);gap:1rem}.all{display:grid;\
         grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:1rem}img{width:100%;background:#fff;border:1px solid #999}\
         .over{position:relative}.over img+img{position:absolute;inset:0;mix-blend-mode:difference}figcaption{font-size:.85rem}\
         figure{margin:0}</style>",
    );
    let _ = write!(html, "<h1>Printed pages against {against}</h1>");
    for (name, _) in all.iter().filter(|(_, change)| *change == Change::Changed) {
        let _ = write!(
            html,
            "<h2>{name}</h2><div class=row><figure><img src=\"before/{name}\"><figcaption>before</figcaption></figure>\
             <figure><img src=\"now/{name}\"><figcaption>now</figcaption></figure>\
             <figure><div class=over><img src=\"before/{name}\"><img src=\"now/{name}\"></div><figcaption>difference</figcaption></figure></div>"
        );
    }
    for (change, title, folder) in
        [(Change::New, "New", "now"), (Change::Gone, "Gone", "before"), (Change::Same, "Unchanged", "now")]
    {
        let of: Vec<&String> = all.iter().filter(|(_, one)| *one == change).map(|(name, _)| name).collect();
        if of.is_empty() {
            continue;
        }
        let _ = write!(html, "<h2>{title} ({})</h2><div class=all>", of.len());
        for name in of {
            let _ = write!(
                html,
                "<figure><img loading=lazy src=\"{folder}/{name}\"><figcaption>{name}</figcaption></figure>"
            );
        }
        html.push_str("</div>");
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_the_same_changed_new_or_gone() {
        let folder = place::passing_folder("paper-test").expect("a folder");
        let (before, now) = (folder.join("before"), folder.join("now"));
        for (folder, name, bytes) in [
            (&before, "a.png", "1"),
            (&now, "a.png", "1"),
            (&before, "b.png", "1"),
            (&now, "b.png", "2"),
            (&before, "c.png", "1"),
            (&now, "d.png", "1"),
            (&now, "notes.txt", "1"),
        ] {
            fs::create_dir_all(folder).expect("a folder");
            fs::write(folder.join(name), bytes).expect("a file");
        }
        let found = compared(&before, &now);
        fs::remove_dir_all(&folder).expect("gone again");
        let found = found.expect("compared");
        let of = |name: &str| found.iter().find(|(known, _)| known == name).map(|(_, change)| *change);
        assert_eq!(of("a.png"), Some(Change::Same));
        assert_eq!(of("b.png"), Some(Change::Changed));
        assert_eq!(of("c.png"), Some(Change::Gone));
        assert_eq!(of("d.png"), Some(Change::New));
        assert_eq!(found.len(), 4);
        let html = page("v1", &found);
        assert!(html.contains("before/b.png") && html.contains("difference") && html.contains("New (1)"));
    }
}
