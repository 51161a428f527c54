//! What nobody can measure before people come. Change a number here and the bill changes with it.

/// Pages that a visit opens: the calendar once, events twice, a story once. The edge is taken to answer none of them, which is the
/// dearest case: what it keeps for twenty seconds costs less.
pub const CALENDARS: f64 = 1.0;
/// See [`CALENDARS`].
pub const EVENTS: f64 = 2.0;
/// See [`CALENDARS`].
pub const STORIES: f64 = 1.0;

/// Files that a first visit loads from the edge: style, letters, icon, scripts.
pub const FILES: f64 = 6.0;
/// Kilobytes of a visit, pages and files, compressed.
pub const KILOBYTES: f64 = 250.0;

/// Of a hundred visits so many end with a place booked.
pub const BOOKINGS: f64 = 5.0;
/// After a booking so many mails come of themselves: a reminder, and thanks.
pub const MAILS_LATER: f64 = 2.0;
/// For a hundred events so many stories are told.
pub const TOLD: f64 = 20.0;

/// Milliseconds that a request is charged with: the budget of the 95th percentile, start included. What is measured lies far below.
pub const MILLISECONDS: f64 = 50.0;
/// Milliseconds of the keeper, each minute.
pub const KEEPER_MILLISECONDS: f64 = 100.0;
/// Memory of the functions that serve pages, and of mailer and keeper, in GB (infra/aws/template.yaml).
pub const MEMORY: f64 = 0.5;
/// See [`MEMORY`].
pub const SMALL_MEMORY: f64 = 0.25;

/// How many copies of `site` are awake all week. Each reads a week's cards again when they are twenty seconds old and somebody asks.
pub const COPIES: f64 = 2.0;
/// For how many seconds it keeps them.
pub const KEPT_SECONDS: f64 = 20.0;

/// Bytes that a request leaves in the logs: the function's line, the platform's, the gateway's.
pub const LOGGED: f64 = 1_200.0;
/// Bytes that a record takes, with its keys: an event with all that belongs to it, a place, a story.
pub const EVENT_BYTES: f64 = 30_000.0;
/// See [`EVENT_BYTES`].
pub const BOOKING_BYTES: f64 = 4_000.0;

/// What is there whether anybody comes or not, as infra/aws/template.yaml and the functions' logs have it; `tests/hub` counts it there.
/// Figures of the hub's own.
pub const FIGURES: f64 = 28.0;
/// Figures that alarms look at.
pub const ALARMS: f64 = 24.0;
/// Secrets.
pub const SECRETS: f64 = 3.0;
/// Keys.
pub const KEYS: f64 = 1.0;
