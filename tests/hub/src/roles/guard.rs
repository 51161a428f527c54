//! A proxy for each function in front of the database, which refuses what its role does not grant.

use std::sync::{Arc, Mutex, PoisonError};

use local::{Door, client};
use serde_json::Value;
use store::{Db, Table, Tables};

use super::{Call, Ledger, Role, calls};
use crate::clients::quick_to_retry;
use crate::proxy::{Faults, Meter, Proxy, Rules};
use crate::template::Template;

/// Looks at the calls of one function.
#[derive(Clone, Debug)]
pub struct Watch {
    role: Role,
    tables: Tables,
    ledger: Arc<Ledger>,
}

impl Watch {
    /// The first call in a request that the role does not grant. Granted ones are noted.
    pub fn refuses(&self, operation: &str, asked: &Value) -> Option<Call> {
        let short =
            |name: &str| Table::ALL.into_iter().find(|t| self.tables.name(*t) == name).map_or_else(|| name.to_owned(), |t| t.name().to_owned());
        let calls = calls(operation, asked, short);
        let refused = calls.iter().find(|call| self.role.allowing(call).next().is_none());
        if let Some(call) = refused {
            let (function, about) = (&self.role.function, call.context.first().map_or("", |(_, value)| value));
            let said = format!("{function} may not {} {about} in {}: infra/aws/template.yaml does not grant it", call.action, call.resource);
            eprintln!("{said}");
            self.ledger.refuse(said);
            return Some(call.clone());
        }
        self.ledger.written.note(operation, asked, short);
        calls.into_iter().for_each(|call| self.ledger.note(&self.role.function, call));
        None
    }
}

/// The proxies of one hub, and what came through them. They end when it is dropped.
#[derive(Clone, Default)]
pub struct Guards {
    /// What came through.
    pub ledger: Arc<Ledger>,
    /// The units that it used, where somebody turned that on.
    pub meter: Arc<Meter>,
    /// What goes wrong on the way, where somebody arms it.
    faults: Option<Arc<Faults>>,
    proxies: Arc<Mutex<Vec<Proxy>>>,
}

impl Guards {
    /// Ways on which things go wrong when somebody arms these.
    pub fn failing(faults: Arc<Faults>) -> Self {
        Self { faults: Some(faults), ..Self::default() }
    }

    /// Ways for a hub's functions, each under a role: the template's, as `change` leaves it.
    pub fn door(&self, change: impl Fn(Role) -> Role + Send + Sync + 'static) -> Door {
        let guards = self.clone();
        Arc::new(move |function, endpoint, tables| {
            let role = change(Role::of(Template::get(), function));
            Db::new(quick_to_retry(client::at(&guards.before(role, endpoint, tables))), tables.clone())
        })
    }

    /// Where a function finds the database, behind what its role grants.
    pub fn endpoint(&self, function: &str, endpoint: &str, tables: &Tables) -> String {
        self.before(Role::of(Template::get(), function), endpoint, tables)
    }

    fn before(&self, role: Role, endpoint: &str, tables: &Tables) -> String {
        let role = Some(Watch { role, tables: tables.clone(), ledger: self.ledger.clone() });
        let proxy = Proxy::at_once(endpoint, Rules { role, meter: Some(self.meter.clone()), faults: self.faults.clone(), ..Rules::default() })
            .expect("this machine gives a port");
        let answers = proxy.endpoint();
        self.proxies.lock().unwrap_or_else(PoisonError::into_inner).push(proxy);
        answers
    }
}

/// One function's way to the tables under its role, for tests that have no whole hub.
pub fn guarded(function: &str, endpoint: &str, tables: &Tables) -> (Db, Guards) {
    let guards = Guards::default();
    let db = guards.door(|role| role)(function, endpoint, tables);
    (db, guards)
}
