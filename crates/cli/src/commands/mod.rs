//! The commands: each opens what it needs, calls the work, prints.

pub mod award;
pub mod certificate;
pub mod demo;
pub mod digest;
pub mod document;
pub mod evaluate;
pub mod figures;
pub mod form;
pub mod lists;
pub mod plan;
pub mod serve;
pub mod template;
pub mod writing;

use crate::arguments::Data;
use crate::exit::{Exit, complain};
use crate::words::WORDS;
use thidua_app::{App, Settings};
use thidua_domain::basics::Says;
use thidua_store::Store;

/// Opens the product over its data.
pub async fn open(data: &Data, settings: Settings) -> Result<App, Exit> {
    match Store::open(data.database.as_deref(), &data.data, thidua_app::randomness).await {
        Ok(store) => Ok(App::new(store, &data.data, thidua_app::now, settings)),
        Err(error) => {
            // the address may hold a password and is not printed
            complain!("{error}");
            Err(refused(WORDS.no_database))
        }
    }
}

/// Opens data that have to be there already; a mistyped folder is told and not made.
pub async fn open_existing(data: &Data) -> Result<App, Exit> {
    if data.database.is_none() && !data.data.is_dir() {
        return Err(refused(WORDS.no_data));
    }
    open(data, Settings::default()).await
}

/// A refusal in both languages.
pub fn refused((vi, en): (&str, &str)) -> Exit {
    Exit::Refused(Says::new(vi, en))
}
