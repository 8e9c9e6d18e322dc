//! Lists the files of `rules/awards/`, so that an award is data alone: no line of code names its file.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../rules/awards").canonicalize()?;
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "toml") {
            names.push(path);
        }
    }
    names.sort();
    let mut text = String::from("&[\n");
    for path in names {
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        writeln!(text, "    ({name:?}, include_str!({:?})),", path.display().to_string())?;
    }
    text.push(']');
    fs::write(Path::new(&env::var("OUT_DIR")?).join("awards.rs"), text)?;
    Ok(())
}
