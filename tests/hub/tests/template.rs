//! The deployment's template against the code that it deploys: tables, routes, settings, parameters.

#[path = "template/alarms.rs"]
mod alarms;
#[path = "template/edge.rs"]
mod edge;
#[path = "template/facts.rs"]
mod facts;
#[path = "template/figures.rs"]
mod figures;
#[path = "template/parameters.rs"]
mod parameters;
#[path = "template/patterns.rs"]
mod patterns;
#[path = "template/routes.rs"]
mod routes;
#[path = "template/schema.rs"]
mod schema;
#[path = "template/secrets.rs"]
mod secrets;
#[path = "template/settings.rs"]
mod settings;
#[path = "template/sums.rs"]
mod sums;
