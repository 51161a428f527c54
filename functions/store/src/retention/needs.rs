//! What would help somebody goes before their registration does (quality-bar P-02, P-09). The database takes it out too, some day;
//! this is what makes it certain. Nothing of it is read.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::audit::Subject;
use domain::registration::RegistrationRecord;
use domain::retention::needs_until;
use jiff::Timestamp;

use super::Retention;
use super::forget::{UNTOUCHED, settled, told};
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, n};

/// The verb in the audit.
const FORGET_NEEDS: &str = "forget-needs";

impl Retention {
    /// Takes out what would help somebody at an event that ends at `ends`, where its time is over; `true` where it went. When it was
    /// told only the answers themselves say, so the database compares: not before it was made can it have been told.
    pub(super) async fn forget_needs(&self, of: &RegistrationRecord, ends: Option<Timestamp>, now: Timestamp) -> Result<bool, StoreError> {
        if !of.has_needs || now < needs_until(ends, of.created) {
            return Ok(false);
        }
        let mut tx = Tx::new(&self.db);
        let over = "attribute_not_exists(pk) OR expires <= :now";
        tx.delete_if("its time is over", Table::Confidential, &keys::access_answers(&of.event, &of.id), over, vec![(":now", n(now.as_second()))]);
        let values = vec![(":no", AttributeValue::Bool(false)), (":one", n(1)), (":version", n(of.version))];
        let sets = "SET #has_needs = :no, #version = #version + :one";
        tx.update(UNTOUCHED, Table::Hub, &keys::registration(&of.event, &of.id), sets, "#version = :version", values);
        told(&mut tx, Subject::Registration(of.event.clone(), of.id.clone()), &format!("{FORGET_NEEDS}-{}", of.id), FORGET_NEEDS, now);
        settled(tx.commit().await)
    }
}
