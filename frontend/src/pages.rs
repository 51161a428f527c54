//! The pages: each a pure function from what it shows to HTML.

pub mod about;
pub mod accessibility;
pub mod calendar;
pub mod contact;
pub mod cookies;
pub mod desk;
pub mod event;
pub mod help;
pub mod home;
pub mod host_list;
pub mod links;
pub mod list_event;
pub mod manage_event;
pub mod manage_story;
pub mod not_now;
pub mod privacy;
pub mod problem;
pub mod question;
pub mod register;
pub mod registration;
pub mod share_story;
pub mod stories;
pub mod story;
pub mod week;
pub mod weeks;
