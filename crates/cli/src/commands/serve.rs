//! `thidua serve`.

use super::{open, refused};
use crate::arguments::{Serve, SigningIn};
use crate::exit::{Exit, complain, say};
use crate::words::WORDS;
use std::path::PathBuf;
use thidua_app::{App, Origin, Provider, SecondFactor, Secret, Settings, accounts};
use thidua_domain::basics::Says;
use tokio::net::TcpListener;

/// Serves until it is told to stop.
pub async fn run(serve: Serve) -> Result<(), Exit> {
    let second_factor = SecondFactor::Required { after_days: serve.second_factor_after_days };
    let origin = origin(serve.signing_in.origin.as_deref())?;
    let provider = provider(serve.signing_in)?;
    let app = open(&serve.data, Settings { https: serve.https, second_factor, origin, provider }).await?;
    app.sealing().ready().map_err(Exit::ours)?;
    let listener = listen(&serve.bind).await?;
    let address = address(&listener);
    if let Some((login, code)) = accounts::actions::first_administrator(&app).await.map_err(Exit::ours)? {
        say!("{}", WORDS.first.replace("{address}", &address).replace("{login}", &login).replace("{code}", &code));
    }
    say!("{}: {address}\n{}", WORDS.address, WORDS.stop);
    until_stopped(app, listener).await
}

/// The public address, if one was given.
pub fn origin(typed: Option<&str>) -> Result<Option<Origin>, Exit> {
    typed.map(|typed| Origin::read(typed).ok_or_else(|| refused(WORDS.bad_origin))).transpose()
}

/// The provider of sign-ins, if one was given.
fn provider(given: SigningIn) -> Result<Option<Provider>, Exit> {
    let (Some(issuer), Some(client_id)) = (given.oidc_issuer, given.oidc_client_id) else { return Ok(None) };
    let read = |file: PathBuf| {
        std::fs::read(&file).map_err(|error| {
            complain!("{}: {error}", file.display());
            refused(WORDS.bad_provider_file)
        })
    };
    let secret = given.oidc_client_secret_file.map(read).transpose()?;
    let secret = secret.map(|bytes| Secret(String::from_utf8_lossy(&bytes).trim().to_owned()));
    Ok(Some(Provider {
        name: given.oidc_name.unwrap_or_else(|| WORDS.provider.to_owned()),
        issuer,
        client_id,
        client_secret: secret,
        login_claim: given.oidc_login_claim,
        second_factor: given.oidc_second_factor,
        certificates: given.oidc_ca_file.map(read).transpose()?,
    }))
}

/// Takes the address before anything slow is done.
pub async fn listen(bind: &str) -> Result<TcpListener, Exit> {
    TcpListener::bind(bind).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => Exit::Busy(Says::new(WORDS.address_taken.0, WORDS.address_taken.1)),
        _ => refused(WORDS.bad_address),
    })
}

/// The address as a browser takes it.
pub fn address(listener: &TcpListener) -> String {
    listener.local_addr().map(|address| format!("http://{address}")).unwrap_or_default()
}

/// Serves; requests that have begun are finished before the end.
pub async fn until_stopped(app: App, listener: TcpListener) -> Result<(), Exit> {
    let store = app.store().clone();
    let app = match listener.local_addr() {
        Ok(address) => app.bound_to(address),
        Err(_) => app,
    };
    axum::serve(listener, thidua_app::router(app)).with_graceful_shutdown(stopped()).await.map_err(Exit::ours)?;
    store.close().await;
    Ok(())
}

async fn stopped() {
    let interrupt = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::error!("waiting for Ctrl-C: {error}");
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => tokio::select! {
                () = interrupt => {}
                _ = terminate.recv() => {}
            },
            Err(_) => interrupt.await,
        }
    }
    #[cfg(not(unix))]
    interrupt.await;
}
