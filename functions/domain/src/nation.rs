//! The nations whose weeks and hosts the hub knows.

use crate::choices;

choices! {
    /// A nation of the United Kingdom: where a host is based.
    Nation {
        England = "england", "England";
        NorthernIreland = "northern-ireland", "Northern Ireland";
        Scotland = "scotland", "Scotland";
        Wales = "wales", "Wales";
    }
}

choices! {
    /// Whose week it is. `demo` is the demonstration, which a deployed hub refuses.
    WeekNation {
        England = "england", "England";
        NorthernIreland = "northern-ireland", "Northern Ireland";
        Scotland = "scotland", "Scotland";
        Wales = "wales", "Wales";
        Demo = "demo", "Demonstration";
    }
}
