//! The first administrator, and a link to sign in by.

use anyhow::{Context as _, Result};
use domain::contact::Email;
use domain::ids::spell;
use domain::staff::Role;
use store::Db;
use store::staff::{NewAccount, Staff};
use web::Context;

/// The administrator's address: its mail lands in the mailbox.
pub const ADDRESS: &str = "coordinator@example.org";

/// The administrator of a hub at home.
pub(crate) async fn at_home(context: &Context, db: &Db) -> Result<String> {
    let email = Email::parse(ADDRESS).map_err(anyhow::Error::msg)?;
    sign_in_link(context, db, email, "First coordinator").await
}

/// Makes the first administrator where there is none, and a fresh link; returns its path. It is good once, for ten minutes.
///
/// # Errors
/// Where the database doesn't answer.
pub async fn sign_in_link(context: &Context, db: &Db, email: Email, name: &str) -> Result<String> {
    let staff = Staff::new(db.clone());
    let email_hash = context.contact_hash(&format!("email:{}", email.folded()));
    let account = NewAccount { id: context.new_staff_id(), name: name.to_owned(), email, email_hash, role: Role::Administrator };
    let first = staff.ensure_first(&account, &context.mark(), context.now()).await.context("The first administrator could not be made.")?;
    let token = spell(&context.random::<32>());
    staff.console_link(&first.id, &token, context.now()).await.context("The sign-in link could not be made.")?;
    Ok(format!("/desk/sign-in/{token}"))
}
