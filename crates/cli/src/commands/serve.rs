//! `thidua serve`.

use super::{open, refused};
use crate::arguments::Serve;
use crate::exit::{Exit, say};
use crate::words::WORDS;
use thidua_app::{App, SecondFactor, Settings, accounts};
use thidua_domain::basics::Says;
use tokio::net::TcpListener;

/// Serves until it is told to stop.
pub async fn run(serve: Serve) -> Result<(), Exit> {
    let second_factor = SecondFactor::Required { after_days: serve.second_factor_after_days };
    let app = open(&serve.data, Settings { https: serve.https, second_factor }).await?;
    app.sealing().ready().map_err(Exit::ours)?;
    let listener = listen(&serve.bind).await?;
    let address = address(&listener);
    if let Some((login, code)) = accounts::actions::first_administrator(&app).await.map_err(Exit::ours)? {
        say!("{}", WORDS.first.replace("{address}", &address).replace("{login}", &login).replace("{code}", &code));
    }
    say!("{}: {address}\n{}", WORDS.address, WORDS.stop);
    until_stopped(app, listener).await
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
