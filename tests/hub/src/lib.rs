//! What the tests of the whole hub share.

pub mod proxy;
