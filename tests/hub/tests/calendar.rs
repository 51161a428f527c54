//! The calendar with as many events as a week can have, and everything that carries it elsewhere.

#[path = "calendar/afterwards.rs"]
mod afterwards;
#[path = "calendar/answers.rs"]
mod answers;
#[path = "calendar/cameras.rs"]
mod cameras;
#[path = "calendar/feeds.rs"]
mod feeds;
#[path = "calendar/files.rs"]
mod files;
#[path = "calendar/my_week.rs"]
mod my_week;
#[path = "calendar/naive.rs"]
mod naive;
#[path = "calendar/phases.rs"]
mod phases;
#[path = "calendar/questions.rs"]
mod questions;
#[path = "calendar/read_by_machines.rs"]
mod read_by_machines;
#[path = "calendar/sessions.rs"]
mod sessions;
#[path = "calendar/shapes.rs"]
mod shapes;
#[path = "calendar/time_zone.rs"]
mod time_zone;
#[path = "calendar/ways_in.rs"]
mod ways_in;
#[path = "calendar/weights.rs"]
mod weights;
#[path = "calendar/world.rs"]
mod world;
