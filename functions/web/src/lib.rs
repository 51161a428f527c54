//! What every HTTP function shares: context, forms, problems as pages, private links, headers, caching.
//!
//! A handler takes a [`Context`] and a [`Form`], returns an [`Answer`]; [`finish`] puts the frame around a function's routes.

mod context;
mod edge;
mod finish;
mod form;
mod headers;
mod known;
mod origin;
mod page;
mod problem;
mod read_only;
mod sender;
mod sent_again;
mod shown;

pub mod cookies;
pub mod csv;
pub mod grants;
pub mod ics;
pub mod lambda;
pub mod links;
pub mod log;
pub mod qr;

pub use context::{Context, Keys, Random, Settings, SystemRandom};
pub use finish::finish;
pub use form::{Form, query};
pub use headers::{CONTENT_SECURITY_POLICY, FromBefore, MayBeFramed};
pub use known::file_unless_known;
pub use links::{Claim, Purpose};
pub use page::{file, private_page, public_page, see_other, see_permanently};
pub use problem::{Answer, Problem};
pub use sender::Sender;
pub use shown::Look;
