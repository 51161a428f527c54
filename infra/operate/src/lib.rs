//! What somebody does by hand with a deployed hub: take everything out as open files, put it back, make the first account, send again
//! what was set aside.

pub mod administrator;
pub mod cards;
pub mod erased;
pub mod export;
pub mod import;
pub mod place;

mod files;
mod kind;
mod record;
