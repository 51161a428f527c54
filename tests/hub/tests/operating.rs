//! Operating a hub: what its logs say, what it does on the day something is wrong.

#[path = "operating/canary.rs"]
mod canary;
#[path = "operating/caught.rs"]
mod caught;
#[path = "operating/read_only.rs"]
mod read_only;
#[path = "journeys/walk.rs"]
#[allow(dead_code, reason = "the journeys use the rest")]
mod walk;
