//! What can be typed.

mod paper;

pub use paper::{
    FormCommand, FormExample, FormList, FormRender, TemplateCheck, TemplateCommand, TemplateFields, TemplateFill,
};

use crate::commands::certificate::CertificateCommand;
use crate::commands::document::DocumentCommand;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Thi Đua: an authority's emulation and commendation year.
#[derive(Debug, Parser)]
#[command(name = "thidua", version, about, max_term_width = 100)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Load five real plans with illustrative figures and serve them
    Demo(Demo),
    /// Serve the pages of one's own authority
    Serve(Serve),
    /// Read, check and bring in plans
    #[command(subcommand)]
    Plan(PlanCommand),
    /// Evaluate the targets of a movement
    Evaluate(Evaluate),
    /// Judge nominations by the law of their day
    #[command(subcommand)]
    Award(AwardCommand),
    /// Print certificates from a list; needs no database
    #[command(subcommand)]
    Certificate(CertificateCommand),
    /// List and fill in official forms
    #[command(subcommand)]
    Form(FormCommand),
    /// Fill one's own Word templates; needs no database
    #[command(subcommand)]
    Template(TemplateCommand),
    /// Signed copies: what they say, and who signed them
    #[command(subcommand)]
    Document(DocumentCommand),
    /// Bring a list in from spreadsheets
    Import(ListImport),
    /// Write a list out as a spreadsheet
    Export(ListExport),
    /// Send the digests that are due by e-mail; called by a timer
    Digest(Digest),
}

/// `thidua demo`
#[derive(Debug, Args)]
pub struct Demo {
    /// Where the demo keeps its data
    #[arg(long, default_value = "demo-data")]
    pub dir: PathBuf,
    /// Address to serve on
    #[arg(long, default_value = "127.0.0.1:8787", env = "THIDUA_BIND")]
    pub bind: String,
    /// The address that people type, where passkeys are to be tried: http://localhost:8787
    #[arg(long, env = "THIDUA_ORIGIN")]
    pub origin: Option<String>,
    /// End after loading
    #[arg(long)]
    pub no_serve: bool,
}

/// Where the data are.
#[derive(Debug, Args)]
pub struct Data {
    /// postgres://… ; without it the embedded database in the data folder
    #[arg(long, env = "THIDUA_DATABASE")]
    pub database: Option<String>,
    /// Folder for the embedded database and kept files
    #[arg(long, default_value = "thidua-data", env = "THIDUA_DATA")]
    pub data: PathBuf,
}

/// `thidua serve`
#[derive(Debug, Args)]
pub struct Serve {
    /// Where the data are.
    #[command(flatten)]
    pub data: Data,
    /// Address to serve on
    #[arg(long, default_value = "127.0.0.1:8787", env = "THIDUA_BIND")]
    pub bind: String,
    /// A proxy in front serves HTTPS: mark cookies secure
    #[arg(long, env = "THIDUA_HTTPS")]
    pub https: bool,
    /// Days after an account was added before signers and administrators must have a second factor
    #[arg(long, default_value_t = 0, env = "THIDUA_SECOND_FACTOR_AFTER_DAYS")]
    pub second_factor_after_days: u32,
    /// Signing in beyond the password.
    #[command(flatten)]
    pub signing_in: SigningIn,
}

/// Signing in beyond the password: passkeys and another system's sign-in.
#[derive(Debug, Args)]
pub struct SigningIn {
    /// The address that people type, https://thidua.example.vn: passkeys are offered, and a provider can send back
    #[arg(long, env = "THIDUA_ORIGIN")]
    pub origin: Option<String>,
    /// Address of an OpenID Connect provider, exactly as it calls itself
    #[arg(long, env = "THIDUA_OIDC_ISSUER", requires = "oidc_client_id", requires = "origin")]
    pub oidc_issuer: Option<String>,
    /// What the provider knows this installation as
    #[arg(long, env = "THIDUA_OIDC_CLIENT_ID", requires = "oidc_issuer")]
    pub oidc_client_id: Option<String>,
    /// File with the secret shared with the provider
    #[arg(long, env = "THIDUA_OIDC_CLIENT_SECRET_FILE", requires = "oidc_issuer")]
    pub oidc_client_secret_file: Option<PathBuf>,
    /// Name of the provider on the page of signing in
    #[arg(long, env = "THIDUA_OIDC_NAME", requires = "oidc_issuer")]
    pub oidc_name: Option<String>,
    /// Claim that holds the logins of this installation; only where people cannot set it themselves
    #[arg(long, env = "THIDUA_OIDC_LOGIN_CLAIM", requires = "oidc_issuer")]
    pub oidc_login_claim: Option<String>,
    /// Value of acr, or in amr, by which the provider says that a second factor was shown, for example mfa
    #[arg(long, env = "THIDUA_OIDC_SECOND_FACTOR", requires = "oidc_issuer")]
    pub oidc_second_factor: Option<String>,
    /// Certificates (PEM) that vouch for the provider's TLS, where it is not a public authority
    #[arg(long, env = "THIDUA_OIDC_CA_FILE", requires = "oidc_issuer")]
    pub oidc_ca_file: Option<PathBuf>,
}

/// `thidua award …`
#[derive(Debug, Subcommand)]
pub enum AwardCommand {
    /// Whether cases are eligible, with every condition and its article; needs no database
    Judge(Judge),
}

/// `thidua award judge`
#[derive(Debug, Args)]
pub struct Judge {
    /// A case (.json), or many with one case a line (.jsonl); a line without an award is judged against every award
    pub case: PathBuf,
    /// Rules to judge by: a whole pack, or local packs on top of the shipped one
    #[arg(long)]
    pub rules: Option<PathBuf>,
    /// Output
    #[arg(long, value_enum, default_value = "json")]
    pub format: Format,
    /// Where the answers to many cases go; without it to standard output
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Language of the reasons: vi or en
    #[arg(long, default_value = "vi")]
    pub language: String,
    /// Threads to judge with; without it one for each core
    #[arg(long)]
    pub threads: Option<usize>,
}

/// `thidua plan …`
#[derive(Debug, Subcommand)]
pub enum PlanCommand {
    /// Read plans into structured drafts; needs no database
    Read(Files),
    /// Findings of the checker; needs no database
    Check(Checked),
    /// The text of documents alone; needs no database
    Text(Texts),
    /// What reports say of the targets of a plan; needs no database
    Results(Results),
    /// Bring a plan into the database as a draft to review
    Import(Import),
}

/// Output for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON object a file, JSON lines for several
    Json,
}

/// Files to read.
#[derive(Debug, Args)]
pub struct Files {
    /// Files, or folders of them
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Output
    #[arg(long, value_enum, default_value = "json")]
    pub format: Format,
    /// Threads to read with; without it one for each core
    #[arg(long)]
    pub threads: Option<usize>,
}

/// `thidua plan check`
#[derive(Debug, Args)]
pub struct Checked {
    /// Files to read
    #[command(flatten)]
    pub files: Files,
    /// A decision or plan that the figures come from; named several times for several
    #[arg(long)]
    pub source: Vec<PathBuf>,
}

/// `thidua plan text`
#[derive(Debug, Args)]
pub struct Texts {
    /// Files, or folders of them
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Folder for a text file each; without it the text is printed
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Threads to read with; without it one for each core
    #[arg(long)]
    pub threads: Option<usize>,
}

/// `thidua plan results`
#[derive(Debug, Args)]
pub struct Results {
    /// Reports, or folders of them
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// JSON with the targets: the answer of `plan read`, or a list of them
    #[arg(long)]
    pub targets: PathBuf,
    /// Threads to read with; without it one for each core
    #[arg(long)]
    pub threads: Option<usize>,
}

/// `thidua plan import`
#[derive(Debug, Args)]
pub struct Import {
    /// The plan
    pub file: PathBuf,
    /// Name or identifier of the authority
    #[arg(long)]
    pub unit: String,
    /// Where the data are.
    #[command(flatten)]
    pub data: Data,
}

/// How an evaluation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Table {
    /// JSON lines, one object a movement
    Json,
    /// One table for each movement, with a header line
    Csv,
    /// A workbook of one movement, written to --out
    Xlsx,
}

/// `thidua evaluate`
#[derive(Debug, Args)]
pub struct Evaluate {
    /// Where the data are.
    #[command(flatten)]
    pub data: Data,
    /// One movement; without it all of them
    #[arg(long)]
    pub movement: Option<String>,
    /// The day whose reporting period is evaluated (d/m/Y); without it the newest period with figures
    #[arg(long)]
    pub at: Option<String>,
    /// Only figures that were known at the end of this day (d/m/Y); without it those of now
    #[arg(long)]
    pub known_on: Option<String>,
    /// Output
    #[arg(long, value_enum, default_value = "json")]
    pub format: Table,
    /// The folder for the five files of the country's year, or the file of a workbook
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// The country's year from files, without a database
    #[command(flatten)]
    pub country: Option<Country>,
}

/// The files of the country's year.
#[derive(Debug, Args)]
#[group(requires_all = ["units", "targets", "plan", "figures", "out"], conflicts_with = "movement")]
pub struct Country {
    /// unit,name,kind,province,province_name,cluster
    #[arg(long, required = false)]
    pub units: PathBuf,
    /// target,direction,agg,weight (up|down, sum|last|avg)
    #[arg(long, required = false)]
    pub targets: PathBuf,
    /// year,unit,target,plan
    #[arg(long, required = false)]
    pub plan: PathBuf,
    /// year,quarter,unit,target,value in the order of arrival
    #[arg(long, required = false)]
    pub figures: PathBuf,
    /// Threads; without it as many as the machine has
    #[arg(long)]
    pub threads: Option<usize>,
}

/// A list that goes in and out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum List {
    /// Authorities and units: name, kind, the body above by name, head, days
    Units,
    /// People, households, collectives: name, birth, unit by name, category, post
    People,
    /// Awards of earlier years (import with --unit only): name, award, year, number and day of the decision, unit
    Awards,
    /// Figures of units in workbooks, checked without a database (import with --check only)
    Figures,
}

/// `thidua import`
#[derive(Debug, Args)]
pub struct ListImport {
    /// Which list
    #[arg(value_enum)]
    pub list: List,
    /// .xlsx or .csv files; of figures folders too; a csv over 4 MB is UTF-8 with its headings in the first line
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Only say what would be done
    #[arg(long)]
    pub check: bool,
    /// Of awards: the authority in whose register they stand, by its full name or identifier
    #[arg(long)]
    pub unit: Option<String>,
    /// Of figures: a file for one line a row (file,row,result,value); without it they are printed
    #[arg(long)]
    pub result: Option<PathBuf>,
    /// Of figures: threads to read with; without it one for each core
    #[arg(long)]
    pub threads: Option<usize>,
    /// Where the data are.
    #[command(flatten)]
    pub data: Data,
}

/// `thidua export`
#[derive(Debug, Args)]
pub struct ListExport {
    /// Which list
    #[arg(value_enum)]
    pub list: List,
    /// The file, .xlsx or .csv
    #[arg(long)]
    pub out: PathBuf,
    /// Where the data are.
    #[command(flatten)]
    pub data: Data,
}

/// `thidua digest`
#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("whom").required(true).args(["to", "all"])))]
pub struct Digest {
    /// To this address alone, whether it is due or not
    #[arg(long)]
    pub to: Option<String>,
    /// To everybody for whom one is due
    #[arg(long)]
    pub all: bool,
    /// The mail server: smtp://host:25, smtps://name:password@host, smtp://name:password@host?tls=required
    #[arg(long, env = "THIDUA_SMTP", hide_env_values = true)]
    pub smtp: String,
    /// The sender
    #[arg(long, env = "THIDUA_MAIL_FROM")]
    pub from: String,
    /// The address that people type, for the links in the letter
    #[arg(long, env = "THIDUA_ORIGIN")]
    pub origin: Option<String>,
    /// Where the data are.
    #[command(flatten)]
    pub data: Data,
}
