//! The door: arguments, settings, wiring, exit codes.

mod arguments;
mod commands;
mod exit;
mod words;

use arguments::{Arguments, AwardCommand, Command, FormCommand, List, PlanCommand, TemplateCommand};
use clap::Parser;
use exit::Exit;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(asked) => {
            // help and version are answers; anything else is input that was refused
            let code = if asked.use_stderr() { ExitCode::from(1) } else { ExitCode::SUCCESS };
            let _ = asked.print();
            return code;
        }
    };
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("THIDUA_LOG").unwrap_or_else(|_| "warn".into()),
        )
        .with_writer(std::io::stderr)
        .init();
    let done = match arguments.command {
        // reading needs neither a database nor threads that wait
        Command::Plan(PlanCommand::Read(files)) => commands::plan::read(&files),
        Command::Plan(PlanCommand::Check(files)) => commands::plan::check(&files),
        Command::Plan(PlanCommand::Text(texts)) => commands::plan::text(&texts),
        Command::Plan(PlanCommand::Results(results)) => commands::plan::results(&results),
        Command::Award(AwardCommand::Judge(judge)) => commands::award::judge(&judge),
        Command::Certificate(command) => commands::certificate::run(&command),
        Command::Form(FormCommand::List(asked)) => commands::form::list(&asked),
        Command::Form(FormCommand::Example(asked)) => commands::form::example(&asked),
        Command::Form(FormCommand::Render(asked)) => commands::form::render(&asked),
        Command::Template(TemplateCommand::Fill(fill)) => commands::template::fill(&fill),
        Command::Template(TemplateCommand::Check(check)) => commands::template::check(&check),
        Command::Template(TemplateCommand::Fields(fields)) => commands::template::fields(&fields),
        Command::Document(command) => commands::document::run(&command),
        Command::Import(import) if import.list == List::Figures => commands::figures::check(&import),
        other => match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
            Ok(runtime) => runtime.block_on(async {
                match other {
                    Command::Demo(demo) => commands::demo::run(demo).await,
                    Command::Serve(serve) => commands::serve::run(serve).await,
                    Command::Plan(PlanCommand::Import(import)) => commands::plan::import(import).await,
                    Command::Evaluate(evaluate) => commands::evaluate::run(evaluate).await,
                    Command::Import(import) => commands::lists::import(import).await,
                    Command::Digest(digest) => commands::digest::run(digest).await,
                    Command::Export(export) => commands::lists::export(export).await,
                    Command::Plan(_)
                    | Command::Award(_)
                    | Command::Certificate(_)
                    | Command::Form(_)
                    | Command::Document(_)
                    | Command::Template(_) => Ok(()),
                }
            }),
            Err(error) => Err(Exit::ours(error)),
        },
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(exit) => exit.report(),
    }
}
