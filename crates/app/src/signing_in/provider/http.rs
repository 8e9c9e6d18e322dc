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

#[cfg(test)]
mod tests {
    use super::*;
    use rustls::ServerConfig;
    use rustls::pki_types::PrivatePkcs8KeyDer;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;

    /// A certificate for `localhost` that nobody but this test trusts, and its key; good from 2020 to 2120.
    const CERTIFICATE: &str = "-----BEGIN CERTIFICATE-----\n\
        MIIBYjCCAQigAwIBAgIBATAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAt0aGlkdWEg\n\
        dGVzdDAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowFjEUMBIGA1UE\n\
        AwwLdGhpZHVhIHRlc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQmIyg9x+df\n\
        KS1TRBFS5yGoyAhLVUno18QxzF1+o0ZeOM6nn8XtX9/ucnpGzfCf+J+Ud02cMCXX\n\
        GbCZJvop23wQo0UwQzAUBgNVHREEDTALgglsb2NhbGhvc3QwDAYDVR0TAQH/BAIw\n\
        ADAdBgNVHQ4EFgQU/qPw0V/+0140egyh3C3n3w8hGDMwCgYIKoZIzj0EAwIDSAAw\n\
        RQIgUaH0VHhF4UQsOmycHxHybdbTNdkrWdHPxJyxJ/EbNVkCIQCpKfZ3mbJmXS9O\n\
        NNa+HjsLIYHVKpqfY8k7sYz7u9Nn8Q==\n\
        -----END CERTIFICATE-----\n";
    const KEY: &str = "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgTLmESqDj6MPXjSEICLXuundVx8//cKKg\
        SlqJ+a3lgs6hRANCAAQmIyg9x+dfKS1TRBFS5yGoyAhLVUno18QxzF1+o0ZeOM6nn8XtX9/ucnpGzfCf\
        +J+Ud02cMCXXGbCZJvop23wQ";

    async fn serve() -> u16 {
        use base64::Engine;
        let key = base64::engine::general_purpose::STANDARD.decode(KEY).expect("a key");
        let certificate = CertificateDer::from_pem_slice(CERTIFICATE.as_bytes()).expect("a certificate");
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(vec![certificate], PrivatePkcs8KeyDer::from(key).into())
            .expect("a server");
        let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let Ok(mut stream) = acceptor.accept(stream).await else { continue };
                let mut request = [0; 1024];
                let _ = stream.read(&mut request).await;
                let answer = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
                let _ = stream.write_all(answer.as_bytes()).await;
                let _ = stream.shutdown().await;
            }
        });
        port
    }

    #[tokio::test]
    async fn a_provider_is_asked_over_tls_that_is_vouched_for() {
        let port = serve().await;
        let trusted = Some(CERTIFICATE.as_bytes());
        let answer = ask(&format!("https://localhost:{port}/keys"), None, trusted).await;
        assert_eq!(answer, Ok(b"{}".to_vec()));
        let public = ask(&format!("https://localhost:{port}/keys"), None, None).await;
        assert!(public.is_err_and(|error| error.contains("certificate")), "no public authority knows it");
        let other = ask(&format!("https://127.0.0.1:{port}/keys"), None, trusted).await;
        assert!(other.is_err_and(|error| error.contains("certificate")), "it is not for this name");
        let plain = ask("http://sso.example/keys", None, None).await;
        assert!(plain.is_err_and(|error| error.contains("without TLS")), "nothing is sent in the open");
        assert!(ask("ftp://localhost/", None, None).await.is_err());
    }
}
