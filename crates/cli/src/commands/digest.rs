//! `thidua digest`: what a timer calls.

use super::{open_existing, refused};
use crate::arguments::Digest;
use crate::exit::{Exit, complain, say};
use crate::words::WORDS;
use thidua_app::digest::sending::{NotTried, Wanted, Way, send};

/// Sends the digests that are due, or the one of an address.
pub async fn run(asked: Digest) -> Result<(), Exit> {
    let wanted = match asked.to {
        Some(address) => Wanted::To(address),
        None => Wanted::Due,
    };
    let origin = super::serve::origin(asked.origin.as_deref())?.map(|origin| origin.whole().to_owned());
    let way = Way { server: asked.smtp, from: asked.from, origin };
    let app = open_existing(&asked.data).await?;
    let outcome = send(&app, &wanted, &way).await;
    app.store().clone().close().await;
    let outcome = outcome.map_err(|why| match why {
        NotTried::Server(said) => {
            complain!("{said}");
            refused(WORDS.bad_mail_server)
        }
        NotTried::From => refused(WORDS.bad_sender),
        NotTried::Nobody => refused(WORDS.nobody_subscribed),
        NotTried::Store(error) => Exit::ours(error),
    })?;
    for address in &outcome.sent {
        say!("{}: {address}", WORDS.digest_sent);
    }
    for (address, why, said) in &outcome.failed {
        complain!("{}: {address}: {why}{}{said}", WORDS.digest_failed, if said.is_empty() { "" } else { ": " });
    }
    if outcome.failed.is_empty() {
        if outcome.sent.is_empty() {
            say!("{}", WORDS.digest_none);
        }
        Ok(())
    } else {
        Err(Exit::Reported)
    }
}
