//! Asking a provider over HTTP: one request, one connection, TLS unless it is this machine itself, no redirects.

use super::settings::is_this_machine;
use axum::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HOST};
use axum::http::{Method, Request, Uri};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;

/// The longest answer that is read.
const LONGEST: usize = 512 * 1024;
const PATIENCE: Duration = Duration::from_secs(15);

/// A form to send, and how the client says who it is.
pub(super) struct Form {
    pub(super) body: String,
    pub(super) authorization: Option<String>,
}

/// The answer to a question, or to a form; an error in words for the log.
pub(super) async fn ask(address: &str, form: Option<Form>, certificates: Option<&[u8]>) -> Result<Vec<u8>, String> {
    tokio::time::timeout(PATIENCE, once(address, form, certificates))
        .await
        .unwrap_or_else(|_| Err(format!("{address} does not answer in time")))
}

async fn once(address: &str, form: Option<Form>, certificates: Option<&[u8]>) -> Result<Vec<u8>, String> {
    let uri: Uri = address.parse().map_err(|error| format!("{address}: {error}"))?;
    let host = uri.host().ok_or_else(|| format!("{address} has no host"))?;
    let secure = match uri.scheme_str() {
        Some("https") => true,
        Some("http") if is_this_machine(host) => false,
        _ => return Err(format!("{address} is without TLS")),
    };
    let port = uri.port_u16().unwrap_or(if secure { 443 } else { 80 });
    let bare = host.trim_matches(['[', ']']);
    let stream = TcpStream::connect((bare, port)).await.map_err(|error| format!("{address}: {error}"))?;
    if !secure {
        return exchange(stream, &uri, form).await;
    }
    let name = ServerName::try_from(bare.to_owned()).map_err(|error| format!("{address}: {error}"))?;
    let stream = tokio_rustls::TlsConnector::from(Arc::new(trusting(certificates)?))
        .connect(name, stream)
        .await
        .map_err(|error| format!("{address}: {error}"))?;
    exchange(stream, &uri, form).await
}

/// Whom TLS trusts: the certificates that were set, else the public ones.
fn trusting(certificates: Option<&[u8]>) -> Result<ClientConfig, String> {
    let mut roots = RootCertStore::empty();
    match certificates {
        Some(pem) => {
            for certificate in CertificateDer::pem_slice_iter(pem) {
                let certificate = certificate.map_err(|error| format!("a certificate: {error}"))?;
                roots.add(certificate).map_err(|error| format!("a certificate: {error}"))?;
            }
        }
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

async fn exchange<S>(stream: S, uri: &Uri, form: Option<Form>) -> Result<Vec<u8>, String>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let failed = |error: hyper::Error| format!("{uri}: {error}");
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(failed)?;
    let driving = tokio::spawn(connection);
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let authority = uri.authority().map(|authority| authority.as_str()).unwrap_or_default();
    let mut request = Request::builder().uri(path).header(HOST, authority).header(ACCEPT, "application/json");
    let body = match form {
        Some(form) => {
            request = request.method(Method::POST).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
            if let Some(authorization) = form.authorization {
                request = request.header(AUTHORIZATION, authorization);
            }
            form.body
        }
        None => String::new(),
    };
    let request = request.body(Full::new(Bytes::from(body))).map_err(|error| format!("{uri}: {error}"))?;
    let answer = sender.send_request(request).await.map_err(failed)?;
    let status = answer.status();
    let body = Limited::new(answer.into_body(), LONGEST).collect().await;
    drop(sender);
    driving.abort();
    let body = body.map_err(|error| format!("{uri}: {error}"))?.to_bytes().to_vec();
    if status.is_success() { Ok(body) } else { Err(format!("{uri} answers {status}")) }
}
