//! Sharing a story: what to know before, the pages of the form, and the page that gives the private link.

mod ask;
mod check;
mod code;
mod consent;
mod frame;
mod give_away;
mod help_lines;
mod keep_here;
mod more;
mod naming;
mod plainer;
mod quotes;
mod sent;
mod start;
mod transcript;
mod while_writing;
mod write;

pub use check::{CheckPage, check};
pub use code::{CodeNow, CodePage, EnterCodePage, code, enter_code};
pub use consent::{ConsentPage, consent};
pub use frame::Place;
pub use give_away::{GiveAwayPage, Hit, give_away, hit_lines};
pub use help_lines::{HelpAside, with_help};
pub(crate) use keep_here::kept_here;
pub use naming::{NamingPage, naming};
pub use plainer::Plainer;
pub use sent::{SentPage, sent};
pub use start::{StartPage, start};
pub(crate) use while_writing::while_writing;
pub use write::{Preview, WritePage, write};
