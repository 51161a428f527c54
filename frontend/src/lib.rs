//! What people see: pages, components and the few parts that are alive in a browser.
//!
//! A page is a pure function from a view model to HTML. Nothing here reads a store, a clock or the network.

pub mod assets;
pub mod islands;

#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod form;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod shell;

/// Whatever can become part of a page, and one that already has.
#[cfg(feature = "ssr")]
pub use leptos::prelude::{AnyView, IntoAny, IntoView};
