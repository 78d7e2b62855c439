//! The requests of the page, and their answers as JSON.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::from_fn_with_state;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};

use super::asked::{ChangeV1, SelectedV1};
use super::guard::guard;
use super::units::Units;
use super::{Shared, article, helps, propose, sentences};
use crate::desk::{Change, Desk, Refused};
use crate::finding;
use crate::model::{ArticleId, ClaimId, Corpus};
use crate::parse::excerpt::ArticleText;
use crate::render::desk::{Overview, matter, preview};

/// More bytes than these are not taken.
const MOST_BYTES: usize = 10 << 20;

/// So long does a request wait for a change; then the page asks again.
const WAIT: Duration = Duration::from_secs(25);

/// All routes, each behind the guard.
pub(super) fn all(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/", get(page))
        .route("/api/desk", get(overview))
        .route("/api/changes/{since}", get(changes))
        .route("/api/article/{key}", get(one_article))
        .route("/api/sentences/{key}", get(ranked))
        .route("/api/unquoted", get(unquoted))
        .route("/api/matter/{id}", get(one_matter))
        .route("/api/helps", get(all_helps))
        .route("/api/weigh", post(weigh))
        .route("/api/quote", post(quote))
        .route("/api/preview", post(look_ahead))
        .route("/api/change", post(change))
        .route("/api/undo", post(undo))
        .route("/api/redo", post(redo))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(from_fn_with_state(Arc::clone(&shared), guard))
        .with_state(shared)
}

type Desks = State<Arc<Shared>>;

async fn page(State(shared): Desks) -> Html<String> {
    Html(shared.page.html().to_owned())
}

/// All at a glance.
#[derive(Serialize)]
struct DeskV1<'a> {
    version: u64,
    folder: String,
    /// The folder as it was named, which stands before the names of its files.
    base: String,
    read_only: bool,
    undo: Option<&'a str>,
    redo: Option<&'a str>,
    #[serde(flatten)]
    overview: Overview<'a>,
}

async fn overview(State(shared): Desks) -> Response {
    on(&shared, |desk| {
        let (undo, redo) = desk.steps();
        let (undo, redo) = (undo.map(str::to_owned), redo.map(str::to_owned));
        let (version, read_only) = (desk.version(), desk.is_read_only());
        let base = desk.folder().to_string_lossy();
        let base = crate::render::visible(&base).into_owned();
        let folder = desk.folder().canonicalize().unwrap_or_default();
        let folder = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        desk.report(|report| {
            ok(&DeskV1 {
                version,
                folder: crate::render::visible(&folder).into_owned(),
                base,
                read_only,
                undo: undo.as_deref(),
                redo: redo.as_deref(),
                overview: Overview::new(report),
            })
        })
    })
    .await
}

/// Which version there is.
#[derive(Serialize)]
struct VersionV1 {
    version: u64,
}

async fn changes(State(shared): Desks, Path(since): Path<u64>) -> Response {
    let mut version = shared.version.subscribe();
    let changed = version.wait_for(|version| *version != since);
    // Without a change it is the one that the page has.
    let _ = tokio::time::timeout(WAIT, changed).await;
    let version = *shared.version.borrow();
    ok(&VersionV1 { version })
}

async fn one_article(State(shared): Desks, Path(key): Path<String>) -> Response {
    on(&shared, move |desk| {
        article::show(desk, &key, |article| ok(article)).unwrap_or_else(|why| refused(&why))
    })
    .await
}

async fn ranked(State(shared): Desks, Path(key): Path<String>) -> Response {
    aside(&shared, move |shared| {
        // Nobody waits for the desk while they are ranked.
        let ranking = shared.desk().sentences(&key);
        match ranking {
            Ok(ranking) => ok(&sentences::ranked(ranking)),
            Err(why) => refused(&why),
        }
    })
    .await
}

async fn unquoted(State(shared): Desks) -> Response {
    aside(&shared, |shared| {
        let (version, corpus) = {
            let desk = shared.desk();
            (desk.version(), desk.share())
        };
        ok(&sentences::counted(version, &corpus, &shared.unquoted))
    })
    .await
}

async fn one_matter(State(shared): Desks, Path(id): Path<String>) -> Response {
    on(&shared, move |desk| {
        desk.report(|report| match finding::find(&report.findings, &id) {
            Ok(finding) => matter(report, finding, |matter| ok(matter)),
            Err(_) => refused(&Refused::No("there is no such finding any more".into())),
        })
    })
    .await
}

async fn all_helps(State(shared): Desks) -> Response {
    on(&shared, |desk| ok(&helps::all(desk))).await
}

async fn weigh(State(shared): Desks, body: Bytes) -> Response {
    with_change(&shared, &body, |desk, change| match desk.weigh(change) {
        Ok(weighed) => ok(&helps::weighed(&weighed)),
        Err(why) => refused(&why),
    })
    .await
}

/// Words of a text, as a quote of this very place.
#[derive(Serialize)]
struct QuoteV1 {
    quote: String,
    from: usize,
    to: usize,
    /// Whether it stands nowhere else.
    alone: bool,
    /// What its value may be.
    value: Option<String>,
}

async fn quote(State(shared): Desks, body: Bytes) -> Response {
    let Some(asked) = read::<SelectedV1>(&body) else {
        return not_asked();
    };
    on(&shared, move |desk| match selected(desk, &asked) {
        Ok(quote) => ok(&quote),
        Err(why) => refused(&why),
    })
    .await
}

fn selected(desk: &mut Desk, asked: &SelectedV1) -> Result<QuoteV1, Refused> {
    let no = |why: &str| Refused::No(why.to_owned());
    let open = desk.article(&asked.article)?;
    let path = desk.corpus().article(open.id).text.as_deref();
    let text = path.and_then(ArticleText::read);
    let text = text.ok_or_else(|| no("its text cannot be read"))?;
    let units = Units::new(text.text());
    let bytes = units.byte(asked.from)..units.byte(asked.to);
    let selected = text.selected(&bytes);
    let selected = selected.ok_or_else(|| no("no word is selected"))?;
    let own = text.text().get(bytes).unwrap_or_default();
    Ok(QuoteV1 {
        from: units.of_byte(selected.bytes.start),
        to: units.of_byte(selected.bytes.end),
        alone: selected.is_alone,
        value: propose::value(own),
        quote: selected.quote,
    })
}

async fn look_ahead(State(shared): Desks, body: Bytes) -> Response {
    with_change(&shared, &body, |desk, change| {
        let shown = desk.preview(change, |report, article| {
            let corpus = report.corpus;
            let claim = article.and_then(|article| meant(corpus, article, change));
            let spot = claim.map(|id| corpus.place(id));
            let next = claim.and_then(|id| {
                let next = corpus.claims.get(id.index() + 1)?;
                let is_same = corpus.claim(id).article == next.article;
                is_same.then_some(next.spots.claim)
            });
            let is_own = |place: crate::text::Place| {
                spot.is_some_and(|own| {
                    place.file == own.file
                        && place.spot >= own.spot
                        && next.is_none_or(|next| place.spot < next)
                })
            };
            let met = report.diagnostics.iter().filter(|it| is_own(it.place));
            let met: Vec<_> = met.cloned().collect();
            preview(report, claim, &met, |preview| ok(preview))
        });
        shown.unwrap_or_else(|why| ok(&told_why(&why)))
    })
    .await
}

/// The claim that a change makes.
fn meant(corpus: &Corpus, article: ArticleId, change: &Change) -> Option<ClaimId> {
    let own = corpus
        .claim_ids()
        .filter(|id| corpus.claim(*id).article == article);
    let own: Vec<ClaimId> = own.collect();
    match change {
        Change::Edit(_, at, _) if !at.draft => own.get(at.number).copied(),
        Change::Add(_, fields) => {
            let has = |name: &str| {
                fields
                    .iter()
                    .any(|(it, text)| it == name && !text.trim().is_empty())
            };
            let is_claim = ["subject", "property", "value"]
                .iter()
                .all(|name| has(name));
            own.last().copied().filter(|_| is_claim)
        }
        Change::Edit(..) => own.last().copied(),
        _ => None,
    }
}

/// What was done.
#[derive(Serialize)]
struct DoneV1 {
    told: String,
    version: u64,
}

async fn change(State(shared): Desks, body: Bytes) -> Response {
    let own = Arc::clone(&shared);
    with_change(&shared, &body, move |desk, change| {
        let done = desk.change(change);
        told(&own, desk, done)
    })
    .await
}

async fn undo(State(shared): Desks) -> Response {
    let own = Arc::clone(&shared);
    on(&shared, move |desk| {
        let done = desk.undo();
        told(&own, desk, done)
    })
    .await
}

async fn redo(State(shared): Desks) -> Response {
    let own = Arc::clone(&shared);
    on(&shared, move |desk| {
        let done = desk.redo();
        told(&own, desk, done)
    })
    .await
}

fn told(shared: &Shared, desk: &mut Desk, done: Result<String, Refused>) -> Response {
    let version = desk.version();
    shared.tell(version);
    match done {
        Ok(told) => ok(&DoneV1 {
            told: crate::render::visible(&told).into_owned(),
            version,
        }),
        Err(why) => refused(&why),
    }
}

/// Reads a change and does something with it.
async fn with_change(
    shared: &Arc<Shared>,
    body: &Bytes,
    work: impl FnOnce(&mut Desk, &Change) -> Response + Send + 'static,
) -> Response {
    match read::<ChangeV1>(body).map(ChangeV1::meant) {
        Some(Ok(change)) => on(shared, move |desk| work(desk, &change)).await,
        Some(Err(why)) => refused(&why),
        None => not_asked(),
    }
}

/// Does something at the desk, on a thread that may wait.
async fn on(
    shared: &Arc<Shared>,
    work: impl FnOnce(&mut Desk) -> Response + Send + 'static,
) -> Response {
    aside(shared, move |shared| work(&mut shared.desk())).await
}

/// Does something on a thread that may wait.
async fn aside(
    shared: &Arc<Shared>,
    work: impl FnOnce(&Shared) -> Response + Send + 'static,
) -> Response {
    let shared = Arc::clone(shared);
    let done = tokio::task::spawn_blocking(move || work(&shared));
    done.await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// What a request asks for; nothing where it is something else.
fn read<'b, T: Deserialize<'b>>(body: &'b Bytes) -> Option<T> {
    serde_json::from_slice(body).ok()
}

fn not_asked() -> Response {
    (
        StatusCode::BAD_REQUEST,
        "this is not what is asked for here",
    )
        .into_response()
}

/// Why nothing was done.
#[derive(Serialize)]
struct RefusedV1<'a> {
    why: String,
    theirs: Option<&'a str>,
    mine: Option<&'a str>,
}

/// What is said of it; of something half typed that is no failure.
fn told_why(refused: &Refused) -> RefusedV1<'_> {
    let shown = |why: &str| crate::render::visible(why).into_owned();
    match refused {
        Refused::No(why) => RefusedV1 {
            why: shown(why),
            theirs: None,
            mine: None,
        },
        Refused::Changed { why, theirs, mine } => RefusedV1 {
            why: shown(why),
            theirs: Some(theirs),
            mine: Some(mine),
        },
    }
}

fn refused(refused: &Refused) -> Response {
    let status = match refused {
        Refused::No(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Refused::Changed { .. } => StatusCode::CONFLICT,
    };
    json(status, &told_why(refused))
}

fn ok(answer: &impl Serialize) -> Response {
    json(StatusCode::OK, answer)
}

fn json(status: StatusCode, answer: &impl Serialize) -> Response {
    match serde_json::to_vec(answer) {
        Ok(bytes) => (status, [(CONTENT_TYPE, "application/json")], bytes).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
