//! What a week of the hub costs on AWS: units measured ([`Measured`]), prices published ([`Price`]), and what is supposed of the
//! people who come ([`supposed`]). `infra/aws/cost` prints it, and the README shows the same table.

mod bill;
mod measured;
mod prices;
pub mod supposed;
mod table;

pub use bill::{Bill, Line, Size, bill};
pub use measured::{Measured, Used};
pub use prices::{Price, Prices};
pub use table::{list, one, table};
