//! Everything the tables hold, for tests that look for what should not be there, or that nothing changed.

use std::collections::BTreeMap;

use store::Table;

use crate::hub::TestHub;

impl TestHub {
    /// Every record of one table: its key, and the whole record as text.
    ///
    /// # Panics
    /// Where the database doesn't answer.
    pub async fn records(&self, table: Table) -> BTreeMap<String, String> {
        let name = self.db.tables().name(table);
        let mut out = BTreeMap::new();
        let mut after = None;
        loop {
            let page = self.db.client().scan().table_name(&name).set_exclusive_start_key(after).send().await.expect("a scan");
            for item in page.items() {
                let ordered: BTreeMap<_, _> = item.iter().map(|(name, value)| (name, format!("{value:?}"))).collect();
                out.insert(format!("{:?} {:?}", item.get("pk"), item.get("sk")), format!("{ordered:?}"));
            }
            after = page.last_evaluated_key().cloned();
            if after.is_none() {
                return out;
            }
        }
    }

    /// Every record of all four tables.
    pub async fn everything(&self) -> BTreeMap<String, String> {
        let mut out = BTreeMap::new();
        for table in Table::ALL {
            out.extend(self.records(table).await.into_iter().map(|(key, record)| (format!("{} {key}", table.name()), record)));
        }
        out
    }
}
