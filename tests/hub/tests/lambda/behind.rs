//! The database behind TLS, as functions reach it at AWS; the authority that vouches for it is made up for the run.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;
use tokio_rustls::rustls::{ServerConfig, SupportedProtocolVersion};

/// A database behind TLS, for the name `localhost`.
pub struct Behind {
    pub endpoint: String,
    /// A file with the authority that vouches for it.
    pub authority: PathBuf,
    /// How many connections came as far as being encrypted.
    shaken: Arc<AtomicUsize>,
    serving: JoinHandle<()>,
}

impl Behind {
    pub async fn tls(to: &str, version: &'static SupportedProtocolVersion) -> Self {
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority = params.self_signed(&key).expect("an authority");
        let issuer = Issuer::new(params, key);
        let key = KeyPair::generate().expect("a key");
        let certificate = CertificateParams::new(["localhost".to_owned()]).expect("a name").signed_by(&key, &issuer).expect("a certificate");
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_protocol_versions(&[version])
            .expect("a version")
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], PrivatePkcs8KeyDer::from(key.serialize_der()).into())
            .expect("a server");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let file = std::env::temp_dir().join(format!("hub-authority-{}-{port}.pem", std::process::id()));
        std::fs::write(&file, authority.pem()).expect("a temporary file");
        let shaken = Arc::new(AtomicUsize::new(0));
        let to = to.trim_start_matches("http://").to_owned();
        let serving = tokio::spawn(pass_on(listener, TlsAcceptor::from(Arc::new(config)), to, shaken.clone()));
        Self { endpoint: format!("https://localhost:{port}"), authority: file, shaken, serving }
    }

    /// How many connections came as far as being encrypted.
    pub fn shaken(&self) -> usize {
        self.shaken.load(Ordering::Relaxed)
    }
}

impl Drop for Behind {
    fn drop(&mut self) {
        self.serving.abort();
        let _ = std::fs::remove_file(&self.authority);
    }
}

async fn pass_on(listener: TcpListener, acceptor: TlsAcceptor, to: String, shaken: Arc<AtomicUsize>) {
    while let Ok((connection, _)) = listener.accept().await {
        let (acceptor, to, shaken) = (acceptor.clone(), to.clone(), shaken.clone());
        // What a reply is made of goes on at once: held back until the piece before it is acknowledged, it would cost every start 40 ms.
        let _ = connection.set_nodelay(true);
        tokio::spawn(async move {
            let Ok(mut inside) = acceptor.accept(connection).await else { return };
            shaken.fetch_add(1, Ordering::Relaxed);
            if let Ok(mut database) = TcpStream::connect(to).await {
                let _ = database.set_nodelay(true);
                let _ = copy_bidirectional(&mut inside, &mut database).await;
            }
        });
    }
}
