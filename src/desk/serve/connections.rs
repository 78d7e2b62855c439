//! Connections: how many at a time, and how long one may take to say what it wants.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// So many connections are open at a time; a browser opens six.
const MOST: usize = 64;

/// So long may the head of a request take, and so long a connection wait for the next one.
const HEAD: Duration = Duration::from_secs(30);

/// So many bytes may the head of a request have.
const HEAD_BYTES: usize = 32 << 10;

/// Serves all connections that come.
pub(super) async fn serve(listener: TcpListener, router: Router) -> io::Result<()> {
    let places = Arc::new(Semaphore::new(MOST));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else {
            return Ok(());
        };
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            // Of too many open files, or a caller that is gone again.
            Err(_) => {
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let mut builder = http1::Builder::new();
            builder.timer(TokioTimer::new());
            builder.header_read_timeout(HEAD);
            builder.max_buf_size(HEAD_BYTES);
            // Whoever breaks off has seen enough.
            let _ = builder
                .serve_connection(TokioIo::new(stream), service)
                .await;
            drop(place);
        });
    }
}
