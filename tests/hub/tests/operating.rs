//! Operating a hub: what its logs say, what it does on the day something is wrong.

#[path = "operating/attacker.rs"]
mod attacker;
#[path = "operating/authors.rs"]
mod authors;
#[path = "operating/canary.rs"]
mod canary;
#[path = "operating/caught.rs"]
mod caught;
#[path = "operating/export.rs"]
mod export;
#[path = "operating/files.rs"]
mod files;
#[path = "operating/last_good.rs"]
mod last_good;
#[path = "operating/pressed_again.rs"]
mod pressed_again;
#[path = "operating/read_only.rs"]
mod read_only;
#[path = "operating/readers.rs"]
mod readers;
#[path = "operating/restored.rs"]
mod restored;
#[path = "operating/restored_parts.rs"]
mod restored_parts;
#[path = "operating/returned.rs"]
mod returned;
#[path = "operating/search.rs"]
mod search;
#[path = "operating/sent_again.rs"]
mod sent_again;
#[path = "operating/units.rs"]
mod units;
#[path = "operating/worries.rs"]
mod worries;
