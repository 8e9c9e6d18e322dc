//! `thidua demo`: five real plans with illustrative figures.

use super::open;
use super::serve::{address, listen, origin, until_stopped};
use crate::arguments::{Data, Demo};
use crate::exit::{Exit, complain, say};
use crate::words::WORDS;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::Path;
use thidua_app::demo::{self, SignIn};
use thidua_app::{SecondFactor, Settings};

const SIGN_INS: &str = "sign-ins.txt";

/// Loads what is not there yet, prints what it did, and serves.
pub async fn run(asked: Demo) -> Result<(), Exit> {
    let listener = if asked.no_serve { None } else { Some(listen(&asked.bind).await?) };
    let data = Data { database: None, data: asked.dir.clone() };
    let origin = origin(asked.origin.as_deref())?;
    // a trial on one's own machine: the printed passwords are enough, and everybody may try the rest
    let settings = Settings { second_factor: SecondFactor::Offered, origin, ..Settings::default() };
    let app = open(&data, settings).await?;
    say!("{}: {}", WORDS.demo_folder, asked.dir.display());
    let file = asked.dir.join(SIGN_INS);
    if demo::is_loaded(&app).await.map_err(Exit::ours)? {
        say!("{}", WORDS.demo_again);
        if !file.exists() {
            keep(&file, &demo::renew_sign_ins(&app).await.map_err(Exit::ours)?).map_err(Exit::ours)?;
        }
    } else {
        let bar = ProgressBar::new(u64::try_from(demo::PLANS.len()).unwrap_or_default());
        if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        let show = |step: demo::LoadStep| {
            bar.set_message(step.file.to_owned());
            bar.inc(1);
            bar.suspend(|| say!("{} {}: {}", WORDS.demo_read, step.file, step.says));
        };
        let loaded = demo::load(&app, show, |sign_ins| keep(&file, sign_ins)).await.map_err(Exit::ours)?;
        bar.finish_and_clear();
        for plan in &loaded.drafts {
            say!("  {plan}: {}", WORDS.demo_draft);
        }
        for one in &loaded.unmatched {
            complain!("  {}: {one}", WORDS.demo_unmatched);
        }
        say!(
            "{}",
            WORDS
                .demo_done
                .replace("{movements}", &loaded.movements.to_string())
                .replace("{targets}", &loaded.targets.to_string())
                .replace("{figures}", &loaded.figures.to_string())
        );
    }
    say!("{}\n", WORDS.demo_sample);
    if let Ok(sign_ins) = std::fs::read_to_string(&file) {
        say!("{}:", WORDS.sign_ins);
        for line in sign_ins.lines() {
            let parts: Vec<&str> = line.split('\t').collect();
            if let [login, password, role, authority] = parts.as_slice() {
                say!("  {login:24} {password:18} {role}, {authority}");
            }
        }
        say!("{}: {}\n", WORDS.sign_ins_file, file.display());
    }
    match listener {
        Some(listener) => {
            say!("{}: {}\n{}", WORDS.address, address(&listener), WORDS.stop);
            until_stopped(app, listener).await
        }
        None => {
            app.store().clone().close().await;
            Ok(())
        }
    }
}

/// Keeps the sign-ins for the next start, readable by their owner only. The file is whole or not there.
fn keep(file: &Path, sign_ins: &[SignIn]) -> std::io::Result<()> {
    let lines: String = sign_ins
        .iter()
        .map(|one| format!("{}\t{}\t{}\t{}\n", one.login, one.password, one.role, one.authority))
        .collect();
    let unfinished = file.with_extension("part");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut opened = options.open(&unfinished)?;
    std::io::Write::write_all(&mut opened, lines.as_bytes())?;
    opened.sync_all()?;
    std::fs::rename(unfinished, file)
}
